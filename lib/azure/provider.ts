import { type AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { type AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformProvider, TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { literalSecrets } from "../core/literal-secrets";
import {
  addProviderValidation,
  argumentsOfProvider,
  defaultProvider,
  literalArgument,
  providerRule,
  type ProviderSpec,
} from "../core/provider";
import { optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { AZURE_ENVIRONMENT_RULES, type AzureEnvironmentProps, environmentOf } from "./environment";
import { SUBSCRIPTION_ID, TENANT_ID } from "./conditions";

/** Props of every part that creates or reads resources in a subscription. */
export interface AzurePartProps extends AzureEnvironmentProps {
  /**
   * The azurerm provider that creates and reads the resources. It must have a block `features`.
   *
   * @default - the stack's azurerm provider without an alias
   */
  readonly provider?: AzurermProvider;
}

/** Props of every part that creates or reads objects in Microsoft Entra ID. */
export interface AzureTenantProps extends AzureEnvironmentProps {
  /**
   * The azuread provider that creates and reads applications.
   *
   * @default - the stack's azuread provider without an alias
   */
  readonly azureadProvider?: AzureadProvider;

  /**
   * ID of the tenant (directory), a UUID in lower case. The plan stops if the azuread provider is logged in to another one.
   *
   * @default - the tenant that the azuread provider is logged in to
   */
  readonly tenantId?: string;
}

/** Props of every part that belongs to one subscription. */
export interface AzureSubscriptionProps extends AzurePartProps {
  /**
   * ID of the storage account's subscription, a UUID in lower case. The azurerm provider must work in it: the plan stops if
   * the provider works in another one.
   */
  readonly subscriptionId: string;
}

/** Rules of `AzurePartProps`. */
export const AZURE_PART_RULES: Rules<AzurePartProps> = {
  ...AZURE_ENVIRONMENT_RULES,
  provider: providerRule("azurerm", "an AzurermProvider"),
};

/** Rules of `AzureTenantProps`. */
export const AZURE_TENANT_RULES: Rules<AzureTenantProps> = {
  ...AZURE_ENVIRONMENT_RULES,
  azureadProvider: providerRule("azuread", "an AzureadProvider"),
  tenantId: optional(string(TENANT_ID, '"99999999-8888-7777-6666-555555555555"')),
};

/** Rules of `AzureSubscriptionProps`. */
export const AZURE_SUBSCRIPTION_RULES: Rules<AzureSubscriptionProps> = {
  ...AZURE_PART_RULES,
  subscriptionId: string(SUBSCRIPTION_ID, '"11111111-2222-3333-4444-555555555555"'),
};

/** The azurerm provider, for the requirements that a part has of it. */
export const AZURERM = { type: "azurerm", label: "azurerm", property: "provider" } as const;

/** Validates the azurerm provider of a part at synthesis. */
export function addAzurermProviderValidation(
  scope: Construct,
  {
    provider: given,
    environment,
    subscriptionId,
  }: AzurePartProps & Partial<Pick<AzureSubscriptionProps, "subscriptionId">>,
): void {
  const check = (provider: TerraformProvider): string[] => [
    ...checkFeatures(provider),
    ...checkEnvironment(provider, "azurerm", { environment }),
    ...checkId(provider, "subscription_id", "work in the subscription", subscriptionId),
    ...checkSecrets(provider, "azurerm"),
  ];
  addProviderValidation(scope, { ...AZURERM, check }, given);
}

/** Validates the azuread provider of a part at synthesis. */
export function addAzureadProviderValidation(
  scope: Construct,
  { azureadProvider, environment, tenantId }: AzureTenantProps,
): void {
  const spec: ProviderSpec = {
    type: "azuread",
    label: "azuread",
    property: "azureadProvider",
    check: (provider) => [
      ...checkEnvironment(provider, "azuread", { environment }),
      ...checkId(provider, "tenant_id", "be logged in to the tenant", tenantId),
      ...checkSecrets(provider, "azuread"),
    ],
  };
  addProviderValidation(scope, spec, azureadProvider);
}

/**
 * Validates at synthesis that the azurerm provider names the tenant of the identity or of its provider, if both name one: a role
 * in a subscription of one tenant cannot be assigned to an identity of another.
 */
export function addSameTenantValidation(
  scope: Construct,
  { provider }: AzurePartProps,
  { azureadProvider, tenantId }: Pick<AzureTenantProps, "azureadProvider" | "tenantId">,
): void {
  const tenantOf = (one: TerraformProvider | undefined): string | undefined =>
    one && literalArgument(one, "tenant_id")?.toLowerCase();
  const check = (azurerm: TerraformProvider): string[] => {
    // The library's own identities read their tenant from the provider.
    const [owner, tenant] =
      tenantId !== undefined && !Token.isUnresolved(tenantId)
        ? ["identity", tenantId]
        : ["azuread provider", tenantOf(azureadProvider ?? defaultProvider(TerraformStack.of(scope), "azuread"))];
    return knownToDiffer(tenantOf(azurerm), tenant)
      ? [
          `the azurerm provider must be logged in to the tenant of the ${owner}, ${show(tenant)}, because a role can ` +
            `be assigned only to an identity of the same tenant, got: tenant_id ${show(tenantOf(azurerm))}`,
        ]
      : [];
  };
  addProviderValidation(scope, { ...AZURERM, check }, provider);
}

/** Checks the block `features`: the binding has it as optional, but the provider refuses each plan without it. */
function checkFeatures(provider: TerraformProvider): string[] {
  const features = [argumentsOfProvider(provider).features ?? []].flat();
  return features.length === 1
    ? []
    : [
        `the azurerm provider must have one block 'features', got: ${features.length === 0 ? "none" : features.length}; ` +
          "add features: [{}] to its arguments",
      ];
}

function checkEnvironment(
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
      `the ${type} provider's 'metadata_host' must be left out, because 'environment' specifies the cloud, got: ${show(metadata)}`,
    ];
  }
  // An unresolved token cannot be compared. A missing argument may come from the variable ARM_ENVIRONMENT, but the program
  // must name an environment other than the public one.
  const isUnknown =
    got === undefined && (environment === "public" || argumentsOfProvider(provider).environment !== undefined);
  return isUnknown || names.includes(got?.toLowerCase() ?? "")
    ? []
    : [
        `the ${type} provider's 'environment' must be ${names.map((name) => show(name)).join(" or ")} when 'environment' of the construct ` +
          `is ${show(environment)}, got: ${got === undefined ? "none" : show(got)}`,
      ];
}

function checkId(
  provider: TerraformProvider,
  name: "subscription_id" | "tenant_id",
  requirement: string,
  expected: string | undefined,
): string[] {
  const got = literalArgument(provider, name);
  const [idProperty, providerProperty] =
    name === "tenant_id" ? ["tenantId", "azureadProvider"] : ["subscriptionId", "provider"];
  return !knownToDiffer(got?.toLowerCase(), expected)
    ? []
    : [
        `the ${provider.terraformResourceType} provider must ${requirement} ${show(expected)} of '${idProperty}', got: ${name} ${show(got)}; ` +
          `correct '${idProperty}', or pass a provider with that ${name} as '${providerProperty}'`,
      ];
}

const SECRET_ARGUMENTS = [
  "client_secret",
  "client_certificate",
  "client_certificate_password",
  "oidc_token",
  "oidc_request_token",
];

function checkSecrets(provider: TerraformProvider, type: string): string[] {
  return literalSecrets(provider, SECRET_ARGUMENTS).map(
    (name) =>
      `the ${type} provider's '${name}' must not be in the program, whose JSON anyone may read; log in with 'az login', ` +
      "or set it in the environment (ARM_…)",
  );
}
