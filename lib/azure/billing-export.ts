import { BillingAccountCostManagementExport } from "@cdktf/provider-azurerm/lib/billing-account-cost-management-export";
import { ResourceProviderRegistration } from "@cdktf/provider-azurerm/lib/resource-provider-registration";
import { SubscriptionCostManagementExport } from "@cdktf/provider-azurerm/lib/subscription-cost-management-export";
import { Fn, type ITerraformDependable, TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { argumentOf } from "../core/arguments";
import { ConstructSite } from "../core/construct-site";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { entryLifecycle, withPreconditions } from "../core/preconditions";
import { type PropsSchema, type UniqueName } from "../core/props-schema";
import { checkSameProvider, defaultProvider } from "../core/provider";
import { boolean, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import {
  agreementLimitations,
  AZURE_AGREEMENT_RULES,
  type AzureAgreement,
  type AzureAgreementProps,
  billingFolderOf,
  billingScopeOf,
  checkAgreement,
} from "./agreement";
import { AzureBillingExportBase } from "./billing-export-base";
import { checkSameEnvironment, environmentOf } from "./environment";
import { AzureExistingExports, type AzureExistingExportsProps } from "./existing-exports";
import { AZURE_STORAGE_RULE, type IAzureBillingExport, type IAzureStorage } from "./interfaces";
import { EXPORT_NAME_PREFIX, FOLDER_PATH, LONGEST_EXPORT_NAME_PREFIX, SUBSCRIPTION_ID } from "./names";
import { addAzurermProviderValidation, AZURE_PART_RULES, type AzurePartProps } from "./provider";

/** Props of `AzureBillingExport`. */
export interface AzureBillingExportProps extends AzurePartProps, AzureAgreementProps {
  /** Where the exports land. */
  readonly storage: IAzureStorage;

  /**
   * The subscriptions whose costs are exported, of the tenant: their IDs, by a name of letters, digits, `_` and `-` that
   * addresses in Terraform's state are made of, such as `{ production: "11111111-…" }`. At most 1000.
   *
   * @default - the one that the storage account is in, by the name `subscription`
   */
  readonly subscriptions?: Record<string, string>;

  /**
   * The folder in the container that the exports' folders are in: up to 256 letters, digits and `._-`, with `/` between
   * folders and none in front. Costs land in `<rootFolderPath>/<ID of the subscription>/actual` and `…/amortized`.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly rootFolderPath?: string;

  /**
   * What the names of the exports begin with: up to 15 letters and digits; each goes on with `actual` or `amortized`.
   * Unique among the exports of a subscription or a billing account.
   *
   * @default - the first 15 letters and digits of the construct's path, e.g. `billingfinops`
   */
  readonly exportNamePrefix?: string;

  /**
   * Whether Terraform registers the resource provider `Microsoft.CostManagementExports` in the storage account's
   * subscription: for one in which it was never registered. Elsewhere Terraform refuses to create what is there already;
   * the azurerm provider's `resourceProvidersToRegister` does it in either case, and is better: taking this property out, or
   * `destroy`, unregisters it for all exports of the subscription (`terraform state rm` before that keeps it).
   *
   * @default false
   */
  readonly registerResourceProvider?: boolean;
}

const RESOURCE_PROVIDER = "Microsoft.CostManagementExports";

// Cost Management has no limit on it that is documented; a stack of more is slow to plan.
const MOST_SUBSCRIPTIONS = 1000;

/** The input of `AzureBillingExport`. */
export const AZURE_BILLING_EXPORT_SCHEMA: PropsSchema<AzureBillingExportProps, "rootFolderPath" | "exportNamePrefix"> =
  {
    rules: {
      ...AZURE_PART_RULES,
      ...AZURE_AGREEMENT_RULES,
      storage: AZURE_STORAGE_RULE,
      subscriptions: optional(
        namedEntries(MOST_SUBSCRIPTIONS, SUBSCRIPTION_ID, '{ production: "11111111-2222-3333-4444-555555555555" }'),
      ),
      rootFolderPath: optional(string(FOLDER_PATH, '"finops/costs"')),
      exportNamePrefix: optional(string(EXPORT_NAME_PREFIX, '"finops"')),
      registerResourceProvider: optional(boolean()),
    },
    defaultNames: {
      rootFolderPath: (site) => site.name("-"),
      exportNamePrefix: (site) => site.name("").slice(0, LONGEST_EXPORT_NAME_PREFIX),
    },
    crossChecks: (props, site) => [
      ...checkAgreement(props),
      ...checkSubscriptions(props),
      ...site.checkSameStack("storage", props.storage),
      ...checkSameProvider("storage", props.storage, props),
      ...checkSameEnvironment("storage", props.storage, props),
    ],
    uniqueNames: exportClaims,
  };

function checkSubscriptions({ subscriptions }: Partial<AzureBillingExportProps>): string[] {
  if (subscriptions !== undefined && Object.keys(subscriptions).length === 0) {
    return ["'subscriptions' must name a subscription, got: none; leave it out for that of the storage account"];
  }
  return checkUniqueValues("subscriptions", "subscription", subscriptions);
}

/** What is exported: by the name of a subscription, or of the billing account; in which folder, of what. */
interface Source {
  /** What the ids of its constructs begin with. */
  readonly id: string;
  /** The folder below the root. */
  readonly folder: string;
  /** The scope as Azure Resource Manager names it. */
  readonly scope: string;
  /**
   * The subscription, by its name in `subscriptions`.
   *
   * @default - it is a billing account's
   */
  readonly subscription?: readonly [name: string, id: string];
}

function sourcesOf(
  props: AzureAgreementProps & Pick<AzureBillingExportProps, "subscriptions">,
  storageSubscriptionId: string,
): Source[] {
  if (props.billingAccountId !== undefined) {
    return [{ id: "", folder: billingFolderOf(props), scope: billingScopeOf(props) }];
  }
  const subscriptions = props.subscriptions ?? { subscription: storageSubscriptionId };
  return Object.entries(subscriptions).map(([name, id]) => ({
    id: `${name}_`,
    folder: id,
    scope: `/subscriptions/${id}`,
    subscription: [name, id],
  }));
}

function exportClaims(
  props: AzureBillingExportProps & { readonly rootFolderPath: string; readonly exportNamePrefix: string },
): UniqueName[] {
  const { storage, registerResourceProvider } = props as Partial<AzureBillingExportProps>;
  // The whole claims for its part, before there is a storage.
  const subscriptionId = storage?.subscriptionId ?? (props as { subscriptionId?: string }).subscriptionId ?? "";
  const sources = sourcesOf(props, subscriptionId);
  return [
    ...sources.map(({ scope }) => ({
      property: "exportNamePrefix",
      kind: "export",
      name: props.exportNamePrefix,
      within: "program" as const,
      // A claim has its letter case ignored, what it is among has not.
      among: scope.toLowerCase(),
      ignoreCase: true,
    })),
    ...(storage === undefined
      ? []
      : sources.map(({ folder }) => ({
          property: "rootFolderPath",
          kind: "folder of exports",
          name: `${props.rootFolderPath}/${folder}`,
          within: "program" as const,
          among: storage.containerId.toLowerCase(),
        }))),
    ...(registerResourceProvider === true
      ? [
          {
            property: "registerResourceProvider",
            kind: "registration",
            name: RESOURCE_PROVIDER,
            within: "program" as const,
            among: subscriptionId,
            advice: "leave it out in all but one",
          },
        ]
      : []),
  ];
}

/** The two datasets that the platform reads, by the folder that each gets. */
const DATASETS = { actual: "ActualCost", amortized: "AmortizedCost" } as const;

type Export = SubscriptionCostManagementExport | BillingAccountCostManagementExport;

// Azure's own page has it as the end of an export without one.
const END = "2050-02-01T00:00:00Z";

/**
 * The exports: Azure writes the actual and the amortized costs of the month so far to a container, once a day, from the
 * second day (UTC) after the plan that creates them. Each run writes files of its own, by month.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
 */
export class AzureBillingExport extends AzureBillingExportBase {
  /**
   * Exports that are there already, such as those that a person made in the portal. Nothing of them is changed.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromExports(scope: Construct, id: string, props: AzureExistingExportsProps): IAzureBillingExport {
    return new AzureExistingExports(scope, id, props);
  }

  /** The exports, actual before amortized costs. */
  readonly exports: readonly Export[];
  readonly storage: IAzureStorage;
  readonly actualCostPaths: readonly string[];
  readonly amortizedCostPaths: readonly string[];
  readonly subscriptions: Readonly<Record<string, string>>;
  override readonly billingScope?: string;
  override readonly agreement: AzureAgreement;
  private readonly missing: readonly string[];
  private readonly register?: ManualStep;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureBillingExportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureBillingExport"),
      AZURE_BILLING_EXPORT_SCHEMA,
      props,
    );
    super(scope, id);
    const { storage, rootFolderPath } = validProps;
    const sources = sourcesOf(validProps, storage.subscriptionId);
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
    this.missing = agreementLimitations(validProps);
    this.register =
      validProps.registerResourceProvider === true || this.isRegistered(validProps)
        ? undefined
        : registerStep(validProps);
    this.node.addValidation({
      validate: () =>
        validProps.registerResourceProvider === true && this.isRegistered(validProps)
          ? [
              "'registerResourceProvider' must be left out when the azurerm provider's 'resourceProvidersToRegister' has " +
                `${RESOURCE_PROVIDER}: the provider refuses to have it registered twice`,
            ]
          : [],
    });
    this.addSynthWarnings();
  }

  override get limitations(): string[] {
    return [...this.missing];
  }

  override get manualSteps(): ManualStep[] {
    return this.register === undefined ? [] : [this.register];
  }

  private createExports(
    validProps: AzureBillingExportProps & { readonly rootFolderPath: string; readonly exportNamePrefix: string },
    sources: readonly Source[],
  ): Export[] {
    const { provider, storage, rootFolderPath, exportNamePrefix } = validProps;
    const { containerId } = storage;
    // Azure takes no export that begins in the past, so each begins after the plan that creates it, with time left to apply
    // that. From then on it stays as it is, also where Azure writes the dates in another way.
    const start = Fn.formatdate("YYYY-MM-DD'T'00:00:00Z", Fn.timeadd(Fn.plantimestamp(), "48h"));
    const ignoreChanges = ["recurrence_period_start_date", "recurrence_period_end_date"];
    const before = [...storage.dependencies, ...this.registration(validProps)];
    // On each, so that none depends on which is the first: Terraform cannot replace what waits for another in a new order.
    const checks = withPreconditions(this, validProps);
    const made: Export[] = [];
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
          dependsOn: before.length > 0 ? before : undefined,
        };
        const entry =
          subscription === undefined || validProps.subscriptions === undefined
            ? undefined
            : entryLifecycle(this, validProps, ["subscriptions", subscription[0]], subscription[1], SUBSCRIPTION_ID);
        const precondition = [checks, entry].flatMap((one) => one?.precondition ?? []);
        const lifecycle = precondition.length > 0 ? { ignoreChanges, precondition } : { ignoreChanges };
        const one =
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
        const kept = {
          [subscription === undefined ? "billing_account_id" : "subscription_id"]: scope,
          active: undefined,
          recurrence_type: "Daily",
          export_data_options: { type, time_frame: "MonthToDate" },
          export_data_storage_location: { container_id: containerId, root_folder_path: rootFolder },
        };
        forbidOverrides(this, one, "the export", kept, "other costs would be exported than told, or to elsewhere");
        made.push(one);
      }
    }
    return made;
  }

  private registration(props: AzureBillingExportProps): ITerraformDependable[] {
    return props.registerResourceProvider === true
      ? [
          new ResourceProviderRegistration(this, "resource_provider", {
            provider: props.provider,
            name: RESOURCE_PROVIDER,
          }),
        ]
      : [];
  }

  /** Whether the provider that is there by now registers what exports need. */
  private isRegistered({ provider }: AzurePartProps): boolean {
    const used = provider ?? defaultProvider(TerraformStack.of(this), "azurerm");
    const names = used === undefined ? [] : argumentOf(used, "resource_providers_to_register");
    return [names].flat().some((name) => String(name).toLowerCase() === RESOURCE_PROVIDER.toLowerCase());
  }
}

function registerStep(props: AzureBillingExportProps): ManualStep {
  const { subscriptionId } = props.storage;
  return {
    key: "register_resource_provider",
    title: `Register the resource provider ${RESOURCE_PROVIDER} in the storage account's subscription, before you deploy`,
    why: "Azure refuses exports to a subscription without it, and the azurerm provider registers it only when told to.",
    link: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-providers-and-types",
    values: {
      "Argument of the azurerm provider": `resourceProvidersToRegister: ["${RESOURCE_PROVIDER}"]`,
      "Or by hand": `az provider register --namespace ${RESOURCE_PROVIDER} --subscription ${subscriptionId}`,
      Portal: environmentOf(props).portal,
    },
    check: `az provider show --namespace ${RESOURCE_PROVIDER} --subscription ${subscriptionId} --query registrationState says "Registered".`,
  };
}
