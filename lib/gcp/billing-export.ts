import { Fn, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type Preconditions, tokenPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { boolean, enumList, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import {
  GCP_STORAGE_RULE,
  type GcpExport,
  type GcpTables,
  type IGcpBillingExport,
  type IGcpStorage,
} from "./interfaces";
import { BILLING_ACCOUNT_ID } from "./names";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpBillingExport`. */
export interface GcpBillingExportProps {
  /** ID of the billing account whose costs are read, or of a sub-account, such as `01ABCD-234567-890123`. */
  readonly billingAccountId: string;

  /** Where the export lands. */
  readonly storage: IGcpStorage;

  /**
   * What is exported: `STANDARD` in any case, `DETAILED` for costs by resource, `PRICING` for the prices that hold for
   * the account. Each is enabled by hand. For `PRICING`, the dataset's project must be linked to the same billing
   * account, and the BigQuery Data Transfer API is enabled in it.
   *
   * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
   *
   * @default ["STANDARD", "DETAILED", "PRICING"]
   */
  readonly exports?: readonly GcpExport[];

  /**
   * Whether the tables are there by now. Google makes them some hours after the export was enabled by hand, that of
   * prices up to two days after. Until then nothing can be granted on them (`404 Not found: Table`), and the platform
   * can read nothing, unless the access is told otherwise (`datasetAccess`).
   *
   * @default false
   */
  readonly exportReady?: boolean;
}

const EXPORTS = ["STANDARD", "DETAILED", "PRICING"] as const;

/** The input of `GcpBillingExport`. */
export const GCP_BILLING_EXPORT_SCHEMA: PropsSchema<GcpBillingExportProps> = {
  rules: {
    billingAccountId: string(BILLING_ACCOUNT_ID, '"01ABCD-234567-890123"'),
    storage: GCP_STORAGE_RULE,
    exports: optional(enumList(...EXPORTS)),
    exportReady: optional(boolean()),
  },
  crossChecks: (props, site) => [
    ...site.checkSameStack("storage", props.storage),
    ...(props.exports?.includes("STANDARD") === false
      ? [
          `'exports' must have STANDARD among them, which is what the platform reads, got: ${props.exports.length > 0 ? props.exports.join(", ") : "none"}`,
        ]
      : []),
  ],
};

/** What a table of the export is called, with the ID of the billing account, its '-' written as '_'. */
const TABLES: Readonly<Record<GcpExport, { readonly label: string; readonly name: (account: string) => string }>> = {
  STANDARD: { label: "Standard usage cost table", name: (account) => `gcp_billing_export_v1_${account}` },
  DETAILED: { label: "Detailed usage cost table", name: (account) => `gcp_billing_export_resource_v1_${account}` },
  PRICING: { label: "Pricing table", name: () => "cloud_pricing_export" },
};

/** What the data lacks without it. */
const WITHOUT: Readonly<Record<Exclude<GcpExport, "STANDARD">, string>> = {
  DETAILED: "The detailed export is left out: costs are told by service and project, not by resource.",
  PRICING: "The pricing export is left out: list prices and those agreed upon are not told.",
};

/**
 * The billing export: Google writes the costs of a billing account to tables in BigQuery. No API enables it, so that it
 * is a manual step with the exact values; nothing is created here.
 *
 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables
 */
export class GcpBillingExport extends Part implements IGcpBillingExport {
  readonly finopsInterface = "IGcpBillingExport";
  readonly storage: IGcpStorage;
  readonly billingAccountId: string;
  readonly exports: readonly GcpExport[];
  readonly tableNames: GcpTables;
  readonly tableIds: GcpTables;
  readonly exportReady: boolean;
  readonly requiredServices: readonly GcpAdditionalService[];
  readonly conditions: Preconditions;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpBillingExportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpBillingExport"),
      GCP_BILLING_EXPORT_SCHEMA,
      props,
    );
    super(scope, id);
    // Not by its own name, which is that of a module's exports in what this is compiled to.
    const wanted = validProps.exports ?? EXPORTS;
    this.storage = validProps.storage;
    this.billingAccountId = validProps.billingAccountId;
    this.exports = EXPORTS.filter((one) => wanted.includes(one));
    this.exportReady = validProps.exportReady ?? false;
    this.requiredServices = this.exports.includes("PRICING") ? ["bigquerydatatransfer"] : [];
    const account = Token.isUnresolved(this.billingAccountId)
      ? Fn.replace(this.billingAccountId, "-", "_")
      : this.billingAccountId.replaceAll("-", "_");
    this.tableNames = this.tables((one) => TABLES[one].name(account));
    const { projectId, datasetId } = this.storage;
    this.tableIds = this.tables((one) => `${projectId}.${datasetId}.${this.tableNames[one] ?? ""}`);
    this.conditions = tokenPreconditions(this, validProps);
    this.addSynthWarnings();
  }

  override get manualSteps(): ManualStep[] {
    return this.exportReady ? [] : [this.enableStep];
  }

  override get limitations(): string[] {
    return Object.entries(WITHOUT)
      .filter(([one]) => !this.exports.includes(one as GcpExport))
      .map(([, text]) => text);
  }

  private tables(make: (table: GcpExport) => string): GcpTables {
    const others = this.exports.filter((one) => one !== "STANDARD").map((one) => [one, make(one)] as const);
    return { STANDARD: make("STANDARD"), ...Object.fromEntries(others) };
  }

  private get enableStep(): ManualStep {
    const { billingAccountId, storage } = this;
    const tables = this.exports.map((one) => [TABLES[one].label, this.tableNames[one] ?? ""] as const);
    const link = `https://console.cloud.google.com/billing/${billingAccountId}/export/bigquery?project=${storage.projectId}`;
    return {
      key: "enable_billing_export",
      title:
        "Enable the exports of the billing account to BigQuery; once the tables are there, set 'exportReady' and deploy again",
      why:
        "No API does it, but a Billing Account Administrator. Without it there is no data, and until the tables are there, " +
        "nothing can be granted on them.",
      link,
      values: {
        Page: link,
        "Billing account": billingAccountId,
        Project: storage.projectId,
        Dataset: storage.datasetId,
        "Dataset location": storage.datasetLocation,
        ...Object.fromEntries(tables),
      },
      check: `bq ls -n 1000 ${storage.projectId}:${storage.datasetId} names these tables, some hours later${this.exports.includes("PRICING") ? ", that of prices two days later at most" : ""}.`,
    };
  }
}
