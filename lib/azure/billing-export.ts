import { BillingAccountCostManagementExport } from "@cdktf/provider-azurerm/lib/billing-account-cost-management-export";
import { ResourceProviderRegistration } from "@cdktf/provider-azurerm/lib/resource-provider-registration";
import { SubscriptionCostManagementExport } from "@cdktf/provider-azurerm/lib/subscription-cost-management-export";
import { type ITerraformDependable, type TerraformProvider, TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { argumentsOf } from "../core/arguments";
import { ConstructSite } from "../core/construct-site";
import { checkUniqueValues } from "../core/entries";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { entryPreconditions, withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema, type UniqueName } from "../core/props-schema";
import { addProviderValidation, checkSameProvider, defaultProvider } from "../core/provider";
import { boolean, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import {
  agreementLimitations,
  AZURE_AGREEMENT_CHECK,
  AZURE_AGREEMENT_RULES,
  type AzureAgreement,
  type AzureAgreementProps,
  billingFolderOf,
  billingScopeOf,
} from "./agreement";
import { AzureBillingExportBase } from "./billing-export-base";
import { checkSameEnvironment, environmentOf } from "./environment";
import { AzureExistingExports, type AzureExistingExportsProps } from "./existing-exports";
import {
  AZURE_STORAGE_RULE,
  AZURE_SUBSCRIPTIONS_RULE,
  type IAzureBillingExport,
  type IAzureStorage,
} from "./interfaces";
import { EXPORT_NAME_PREFIX, FOLDER_PATH, MAX_EXPORT_NAME_PREFIX_LENGTH } from "./conditions";
import { addAzurermProviderValidation, AZURE_PART_RULES, type AzurePartProps, AZURERM } from "./provider";

/** Props of `AzureBillingExport`. */
export interface AzureBillingExportProps extends AzurePartProps, AzureAgreementProps {
  /** Storage that the exports are delivered to. */
  readonly storage: IAzureStorage;

  /**
   * Exported subscriptions of the tenant: their IDs by name, such as `{ production: "11111111-…" }`; at most 1000. Names are
   * letters, digits, `_` and `-`, and become part of the addresses in Terraform's state.
   *
   * @default - the subscription of the storage account, by the name `subscription`
   */
  readonly subscriptions?: Record<string, string>;

  /**
   * Folder in the container, below which the costs are delivered to `<rootFolderPath>/<ID of the subscription>/actual` and
   * `…/amortized`: up to 256 letters, digits and `._-`, with `/` between folders and none in front.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly rootFolderPath?: string;

  /**
   * Prefix of the names of the exports, which end with `actual` or `amortized`: up to 15 letters and digits, unique among
   * the exports of a subscription or a billing account.
   *
   * @default - the first 15 letters and digits of the construct's path, e.g. `billingfinops`
   */
  readonly exportNamePrefix?: string;

  /**
   * Whether Terraform registers the resource provider `Microsoft.CostManagementExports` in the storage account's
   * subscription. Use it only if the resource provider was never registered there: Terraform refuses to create an existing
   * registration. Prefer the azurerm provider's argument `resourceProvidersToRegister`, which works in both cases. Removing
   * this property, or `destroy`, unregisters the resource provider for all exports of the subscription; `terraform state rm`
   * beforehand keeps the registration.
   *
   * @default false
   */
  readonly registerResourceProvider?: boolean;
}

const RESOURCE_PROVIDER = "Microsoft.CostManagementExports";

/** Schema of `AzureBillingExportProps`. */
export const AZURE_BILLING_EXPORT_SCHEMA: PropsSchema<AzureBillingExportProps, "rootFolderPath" | "exportNamePrefix"> =
  {
    rules: {
      ...AZURE_PART_RULES,
      ...AZURE_AGREEMENT_RULES,
      storage: AZURE_STORAGE_RULE,
      subscriptions: optional(AZURE_SUBSCRIPTIONS_RULE),
      rootFolderPath: optional(string(FOLDER_PATH, '"finops/costs"')),
      exportNamePrefix: optional(string(EXPORT_NAME_PREFIX, '"finops"')),
      registerResourceProvider: optional(boolean()),
    },
    defaultNames: {
      rootFolderPath: (site) => site.name("-"),
      exportNamePrefix: (site) => site.name("").slice(0, MAX_EXPORT_NAME_PREFIX_LENGTH),
    },
    crossChecks: [
      AZURE_AGREEMENT_CHECK,
      crossCheck(["subscriptions"], checkSubscriptions),
      crossCheck(["storage", "provider", "environment"], ({ storage, ...props }, site) => [
        ...site.checkSameStack("storage", storage),
        ...checkSameProvider("storage", props, storage),
        ...checkSameEnvironment("storage", storage, props),
      ]),
    ],
    uniqueNames: uniqueExportNames,
  };

function checkSubscriptions({ subscriptions }: Pick<AzureBillingExportProps, "subscriptions">): string[] {
  if (subscriptions !== undefined && Object.keys(subscriptions).length === 0) {
    return [
      "'subscriptions' must name a subscription, got: none; leave it out for the subscription of the storage account",
    ];
  }
  return checkUniqueValues("subscriptions", "subscription", subscriptions);
}

/** Exported scope: a subscription or a billing account. */
interface Source {
  /** Prefix of the ids of its constructs. */
  readonly id: string;
  /** Folder below the root folder. */
  readonly folder: string;
  /** Scope, in the spelling of Azure Resource Manager. */
  readonly scope: string;
  /**
   * Subscription, with its name in `subscriptions`.
   *
   * @default - the scope is a billing account
   */
  readonly subscription?: readonly [name: string, id: string];
}

function sourcesOf(props: AzureBillingExportProps): Source[] {
  if (props.billingAccountId !== undefined) {
    return [{ id: "", folder: billingFolderOf(props), scope: billingScopeOf(props) }];
  }
  const subscriptions = props.subscriptions ?? { subscription: props.storage.subscriptionId };
  return Object.entries(subscriptions).map(([name, id]) => ({
    id: `${name}_`,
    folder: id,
    scope: `/subscriptions/${id}`,
    subscription: [name, id],
  }));
}

function uniqueExportNames(
  props: AzureBillingExportProps & { readonly rootFolderPath: string; readonly exportNamePrefix: string },
): UniqueName[] {
  const { storage, registerResourceProvider } = props;
  const sources = sourcesOf(props);
  return [
    ...sources.map(({ scope }) => ({
      property: "exportNamePrefix",
      kind: "export",
      name: props.exportNamePrefix,
      within: "program" as const,
      // `ignoreCase` concerns the name only.
      among: scope.toLowerCase(),
      ignoreCase: true,
    })),
    ...sources.map(({ folder }) => ({
      property: "rootFolderPath",
      kind: "export folder",
      name: `${props.rootFolderPath}/${folder}`,
      within: "program" as const,
      among: storage.containerId.toLowerCase(),
    })),
    ...(registerResourceProvider === true
      ? [
          {
            property: "registerResourceProvider",
            kind: "registration",
            name: RESOURCE_PROVIDER,
            within: "program" as const,
            among: storage.subscriptionId,
            advice: "leave it out in all but one",
          },
        ]
      : []),
  ];
}

/** Datasets that the platform reads, by folder. */
const DATASETS = { actual: "ActualCost", amortized: "AmortizedCost" } as const;

/** Export of the costs of a subscription or of a billing account. */
export type AzureCostExport = SubscriptionCostManagementExport | BillingAccountCostManagementExport;

// Azure's own page sets this end for an export without one.
const END = "2050-02-01T00:00:00Z";

/**
 * Exports: once a day, Azure writes the actual and the amortized costs of the month to date to a container, starting on the
 * second day (UTC) after the plan that creates the exports. Each run writes its own files, by month.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
 *
 * @throws InputError when a property is refused
 */
export class AzureBillingExport extends AzureBillingExportBase {
  /**
   * References existing exports, such as those that a person created in the portal. Terraform changes nothing about them.
   *
   * @throws InputError when a property is refused
   */
  static fromExports(scope: Construct, id: string, props: AzureExistingExportsProps): IAzureBillingExport {
    return new AzureExistingExports(scope, id, props);
  }

  /** The exports: for each scope, the one of actual costs comes first. */
  readonly exports: readonly AzureCostExport[];
  readonly storage: IAzureStorage;
  readonly actualCostPaths: readonly string[];
  readonly amortizedCostPaths: readonly string[];
  readonly subscriptions: Readonly<Record<string, string>>;
  override readonly billingScope?: string;
  override readonly agreement: AzureAgreement;
  private readonly exportLimitations: readonly string[];
  private readonly registrationStep?: ManualStep;

  constructor(scope: Construct, id: string, props: AzureBillingExportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureBillingExport"),
      AZURE_BILLING_EXPORT_SCHEMA,
      props,
    );
    super(scope, id);
    const { storage, rootFolderPath } = validProps;
    const sources = sourcesOf(validProps);
    const pathsOf = (dataset: keyof typeof DATASETS): string[] =>
      sources.map(({ folder }) => `${rootFolderPath}/${folder}/${dataset}`);
    this.storage = storage;
    this.actualCostPaths = pathsOf("actual");
    this.amortizedCostPaths = pathsOf("amortized");
    this.subscriptions = Object.fromEntries(
      sources.flatMap(({ subscription }) => (subscription === undefined ? [] : [subscription])),
    );
    addAzurermProviderValidation(this, { ...validProps, subscriptionId: storage.subscriptionId });
    this.billingScope = validProps.billingAccountId === undefined ? undefined : billingScopeOf(validProps);
    this.agreement = validProps.agreement;
    this.exports = this.createExports(validProps, sources);
    this.exportLimitations = agreementLimitations(validProps);
    // The provider may not exist yet.
    const azurerm = validProps.provider ?? defaultProvider(TerraformStack.of(this), "azurerm");
    this.registrationStep =
      validProps.registerResourceProvider === true || (azurerm !== undefined && registers(azurerm))
        ? undefined
        : registerStep(validProps);
    if (validProps.registerResourceProvider === true) {
      const check = (azurerm: TerraformProvider): string[] =>
        registers(azurerm)
          ? [
              "'registerResourceProvider' must be left out when the azurerm provider's 'resourceProvidersToRegister' includes " +
                `${RESOURCE_PROVIDER}: the provider refuses to register it twice`,
            ]
          : [];
      addProviderValidation(this, { ...AZURERM, check }, validProps.provider);
    }
    this.addSynthWarnings();
  }

  override get limitations(): string[] {
    return [...this.exportLimitations];
  }

  override get manualSteps(): ManualStep[] {
    return this.registrationStep === undefined ? [] : [this.registrationStep];
  }

  private createExports(
    validProps: AzureBillingExportProps & { readonly rootFolderPath: string; readonly exportNamePrefix: string },
    sources: readonly Source[],
  ): AzureCostExport[] {
    const { provider, storage, rootFolderPath, exportNamePrefix } = validProps;
    const { containerId } = storage;
    // Azure refuses an export that starts in the past, so each starts after the plan that creates it, with time left to
    // apply the plan. Later plans ignore both dates, which Azure may also return in another format.
    const start = '${formatdate("YYYY-MM-DD\'T\'00:00:00Z", timeadd(plantimestamp(), "48h"))}';
    const ignoreChanges = ["recurrence_period_start_date", "recurrence_period_end_date"];
    const dependencies = [...storage.dependencies, ...this.createRegistration(validProps)];
    // On each export: if the others depended on the first one, Terraform could not replace them in another order.
    const shared = withPreconditions(validProps);
    const exports: AzureCostExport[] = [];
    for (const { id, folder, scope, subscription } of sources) {
      for (const [dataset, type] of Object.entries(DATASETS)) {
        const rootFolder = `${rootFolderPath}/${folder}/${dataset}`;
        const common = {
          provider,
          name: `${exportNamePrefix}${dataset}`,
          recurrenceType: "Daily",
          recurrencePeriodStartDate: start,
          recurrencePeriodEndDate: END,
          exportDataOptions: { type, timeFrame: "MonthToDate" },
          exportDataStorageLocation: { containerId, rootFolderPath: rootFolder },
          dependsOn: dependencies.length > 0 ? dependencies : undefined,
        };
        const entry =
          subscription === undefined ? [] : entryPreconditions(validProps, "subscriptions", subscription[0]);
        const precondition = [...(shared?.precondition ?? []), ...entry];
        const lifecycle = precondition.length > 0 ? { ignoreChanges, precondition } : { ignoreChanges };
        const created =
          subscription === undefined
            ? new BillingAccountCostManagementExport(this, `${id}${dataset}`, {
                ...common,
                billingAccountId: scope,
                lifecycle,
              })
            : new SubscriptionCostManagementExport(this, `${id}${dataset}`, {
                ...common,
                subscriptionId: scope,
                lifecycle,
              });
        const expected = {
          [subscription === undefined ? "billing_account_id" : "subscription_id"]: scope,
          active: undefined,
          recurrence_type: "Daily",
          export_data_options: { type, time_frame: "MonthToDate" },
          export_data_storage_location: { container_id: containerId, root_folder_path: rootFolder },
        };
        forbidOverrides(created, "the export", expected, "it would export other costs, or to another place");
        exports.push(created);
      }
    }
    return exports;
  }

  private createRegistration(props: AzureBillingExportProps): ITerraformDependable[] {
    return props.registerResourceProvider === true
      ? [
          new ResourceProviderRegistration(this, "resource_provider", {
            provider: props.provider,
            name: RESOURCE_PROVIDER,
          }),
        ]
      : [];
  }
}

/** Whether an azurerm provider registers the resource provider. */
function registers(azurerm: TerraformProvider): boolean {
  const names = [argumentsOf(azurerm).resource_providers_to_register].flat();
  return names.some((name) => String(name).toLowerCase() === RESOURCE_PROVIDER.toLowerCase());
}

function registerStep(props: AzureBillingExportProps): ManualStep {
  const { subscriptionId } = props.storage;
  return {
    key: "register_resource_provider",
    title: `Register the resource provider ${RESOURCE_PROVIDER} in the storage account's subscription, before you deploy`,
    why: "Azure refuses exports to a subscription without it, and the azurerm provider registers it only if configured to.",
    link: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-providers-and-types",
    values: {
      "Argument of the azurerm provider": `resourceProvidersToRegister: ["${RESOURCE_PROVIDER}"]`,
      "Or manually": `az provider register --namespace ${RESOURCE_PROVIDER} --subscription ${subscriptionId}`,
      Portal: environmentOf(props).portal,
    },
    check: `az provider show --namespace ${RESOURCE_PROVIDER} --subscription ${subscriptionId} --query registrationState prints "Registered".`,
  };
}
