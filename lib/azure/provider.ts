import { type AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { type AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformProvider, TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { literalSecrets } from "../core/literal-secrets";
import {
  addProviderValidation,
  argumentsOfProvider,
  defaultProvider,
  isProvider,
  literalArgument,
  type ProviderSpec,
} from "../core/provider";
import { object, optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { AZURE_ENVIRONMENT_RULES, type AzureEnvironmentProps, environmentOf } from "./environment";
import { SUBSCRIPTION_ID, TENANT_ID } from "./names";

/** What every part takes that creates or reads something in a subscription. */
export interface AzurePartProps extends AzureEnvironmentProps {
  /**
   * The azurerm provider that creates and reads the resources, with its block `features`.
   *
   * @default - the stack's azurerm provider without an alias
   */
  readonly provider?: AzurermProvider;
}

/** What every part takes that creates or reads something in Microsoft Entra ID. */
export interface AzureTenantProps extends AzureEnvironmentProps {
  /**
   * The azuread provider that creates and reads applications.
   *
   * @default - the stack's azuread provider without an alias
   */
  readonly azureadProvider?: AzureadProvider;

  /**
   * ID of the tenant (directory), a UUID in lower case: the plan stops where the azuread provider is logged in to another.
   *
   * @default - the tenant that the azuread provider is logged in to
   */
  readonly tenantId?: string;
}

/** What every part takes that is in a subscription of its own. */
export interface AzureSubscriptionProps extends AzurePartProps {
  /**
   * ID of the subscription that the storage account is in, a UUID in lower case: that of the azurerm provider. The plan stops
   * where the provider works in another.
   */
  readonly subscriptionId: string;
}

/** One rule for each of `AzurePartProps`. */
export const AZURE_PART_RULES: Rules<AzurePartProps> = {
  ...AZURE_ENVIRONMENT_RULES,
  provider: optional(object("be an AzurermProvider", (value) => isProvider("azurerm", value))),
};

/** One rule for each of `AzureTenantProps`. */
export const AZURE_TENANT_RULES: Rules<AzureTenantProps> = {
  ...AZURE_ENVIRONMENT_RULES,
  azureadProvider: optional(object("be an AzureadProvider", (value) => isProvider("azuread", value))),
  tenantId: optional(string(TENANT_ID, '"99999999-8888-7777-6666-555555555555"')),
};

/** One rule for each of `AzureSubscriptionProps`. */
export const AZURE_SUBSCRIPTION_RULES: Rules<AzureSubscriptionProps> = {
  ...AZURE_PART_RULES,
  subscriptionId: string(SUBSCRIPTION_ID, '"11111111-2222-3333-4444-555555555555"'),
};

/** Has the azurerm provider that a part uses checked when the program is complete. */
export function addAzurermProviderValidation(
  scope: Construct,
  {
    provider: given,
    environment,
    subscriptionId,
  }: AzurePartProps & Partial<Pick<AzureSubscriptionProps, "subscriptionId">>,
): void {
  const kind = kindFor("azurerm", environment, subscriptionId, {
    label: "azurerm",
    property: "provider",
    check: (provider) => [
      ...featuresProblems(provider),
      ...environmentProblems(provider, "azurerm", { environment }),
      ...idProblems(provider, "subscription_id", "work in the subscription", subscriptionId),
      ...secretProblems(provider, "azurerm"),
    ],
  });
  addProviderValidation(scope, kind, given);
}

/** Has the azuread provider that a part uses checked when the program is complete. */
export function addAzureadProviderValidation(
  scope: Construct,
  { azureadProvider, environment, tenantId }: AzureTenantProps,
): void {
  const kind = kindFor("azuread", environment, tenantId, {
    label: "azuread",
    property: "azureadProvider",
    check: (provider) => [
      ...environmentProblems(provider, "azuread", { environment }),
      ...idProblems(provider, "tenant_id", "be logged in to the tenant", tenantId),
      ...secretProblems(provider, "azuread"),
    ],
  });
  addProviderValidation(scope, kind, azureadProvider);
}

/** Has the tenants compared that both providers name: in a subscription of another one, no role can be given. */
export function addSameTenantValidation(
  scope: Construct,
  { provider }: AzurePartProps,
  { azureadProvider }: Pick<AzureTenantProps, "azureadProvider">,
): void {
  scope.node.addValidation({
    validate: () => {
      const stack = TerraformStack.of(scope);
      const used = [
        provider ?? defaultProvider(stack, "azurerm"),
        azureadProvider ?? defaultProvider(stack, "azuread"),
      ];
      const [ofRoles, ofIdentity] = used.map((one) => one && literalArgument(one, "tenant_id")?.toLowerCase());
      return knownToDiffer(ofRoles, ofIdentity)
        ? [
            `the azurerm provider must be logged in to the tenant of the azuread provider, ${show(ofIdentity)}, whose identities alone ` +
              `its subscriptions give roles to, got: tenant_id ${show(ofRoles)}`,
          ]
        : [];
    },
  });
}

const KINDS = new Map<string, ProviderSpec>();

/** The kind of provider that works for parts alike: one for all of them, so that each problem is told of once. */
function kindFor(
  type: "azurerm" | "azuread",
  environment = "public",
  id = "",
  made: Omit<ProviderSpec, "type">,
): ProviderSpec {
  const key = [type, environment, Token.isUnresolved(id) ? "" : id].join(" ");
  const kind = KINDS.get(key) ?? { type, ...made };
  KINDS.set(key, kind);
  return kind;
}

/** The binding has the block as optional, but without it the provider refuses each plan. */
function featuresProblems(provider: TerraformProvider): string[] {
  const features = [argumentsOfProvider(provider).features ?? []].flat();
  return features.length === 1
    ? []
    : [
        `the azurerm provider must have one block 'features', got: ${features.length === 0 ? "none" : features.length}; ` +
          "write features: [{}] into its arguments",
      ];
}

function environmentProblems(
  provider: TerraformProvider,
  type: "azurerm" | "azuread",
  props: AzureEnvironmentProps,
): string[] {
  const { environment = "public" } = props;
  const names = environmentOf(props)[type];
  const got = literalArgument(provider, "environment");
  const metadata = literalArgument(provider, "metadata_host");
  if (metadata !== undefined) {
    return [
      `the ${type} provider's 'metadata_host' must be left out, which says another cloud than 'environment', got: ${show(metadata)}`,
    ];
  }
  // What Terraform fills in is not known here. Left out, it may be the environment's (ARM_ENVIRONMENT), but for another cloud
  // than the public one the program has to say so.
  const open =
    got === undefined && (environment === "public" || argumentsOfProvider(provider).environment !== undefined);
  return open || names.includes(got?.toLowerCase() ?? "")
    ? []
    : [
        `the ${type} provider's 'environment' must be ${names.map((name) => show(name)).join(" or ")}, as 'environment' of the construct ` +
          `is ${show(environment)}, got: ${got === undefined ? "none" : show(got)}`,
      ];
}

function idProblems(
  provider: TerraformProvider,
  name: "subscription_id" | "tenant_id",
  what: string,
  expected: string | undefined,
): string[] {
  const got = literalArgument(provider, name);
  const [ours, by] = name === "tenant_id" ? ["tenantId", "azureadProvider"] : ["subscriptionId", "provider"];
  return !knownToDiffer(got?.toLowerCase(), expected)
    ? []
    : [
        `the ${provider.terraformResourceType} provider must ${what} ${show(expected)} of '${ours}', got: ${name} ${show(got)}; ` +
          `correct '${ours}', or pass a provider with that ${name} as '${by}'`,
      ];
}

const SECRETS = [
  "client_secret",
  "client_certificate",
  "client_certificate_password",
  "oidc_token",
  "oidc_request_token",
];

function secretProblems(provider: TerraformProvider, type: string): string[] {
  return literalSecrets(provider, SECRETS).map(
    (name) =>
      `the ${type} provider's '${name}' must not be in the program, whose JSON anyone may read; log in by 'az login', ` +
      "or have the environment tell it (ARM_…)",
  );
}
