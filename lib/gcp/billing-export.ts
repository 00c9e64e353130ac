import { Fn, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type Preconditions, tokenPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { boolean, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import {
  GCP_EXPORTS_RULE,
  GCP_STORAGE_RULE,
  type GcpExport,
  type GcpTables,
  type IGcpBillingExport,
  type IGcpStorage,
} from "./interfaces";
import { BILLING_ACCOUNT_ID } from "./conditions";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpBillingExport`. */
export interface GcpBillingExportProps {
  /** ID of the billing account whose costs the platform reads, or of a sub-account, such as `01ABCD-234567-890123`. */
  readonly billingAccountId: string;

  /** Storage that Google exports to. */
  readonly storage: IGcpStorage;

  /**
   * Tables to export: `STANDARD`, which is required, `DETAILED` for costs by resource, and `PRICING` for the prices of the
   * billing account. A person enables each export, in a manual step. For `PRICING`, the dataset's project must be linked to
   * the same billing account, and the integration enables the BigQuery Data Transfer API in it.
   *
   * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
   *
   * @default ["STANDARD", "DETAILED", "PRICING"]
   */
  readonly exports?: readonly GcpExport[];

  /**
   * Whether the tables exist by now. Google creates them some hours after a person enables the export, the table of prices
   * up to two days after. Until then, nothing can be granted on them (`404 Not found: Table`), and the platform can read
   * nothing, unless `datasetAccess` allows it.
   *
   * @default false
   */
  readonly exportReady?: boolean;
}

const EXPORTS = ["STANDARD", "DETAILED", "PRICING"] as const;

/** Schema of `GcpBillingExportProps`. */
export const GCP_BILLING_EXPORT_SCHEMA: PropsSchema<GcpBillingExportProps> = {
  rules: {
    billingAccountId: string(BILLING_ACCOUNT_ID, '"01ABCD-234567-890123"'),
    storage: GCP_STORAGE_RULE,
    exports: optional(GCP_EXPORTS_RULE),
    exportReady: optional(boolean()),
  },
  crossChecks: [
    crossCheck(["storage"], ({ storage }, site) => site.checkSameStack("storage", storage)),
    crossCheck(["exports"], ({ exports }) =>
      exports?.includes("STANDARD") === false
        ? [
            `'exports' must include STANDARD, which the platform reads, got: ${exports.length > 0 ? exports.join(", ") : "none"}; add it`,
          ]
        : [],
    ),
  ],
};

/** Labels and names of the tables. `account` is the ID of the billing account, with '_' in place of '-'. */
const TABLES: Readonly<Record<GcpExport, { readonly label: string; readonly name: (account: string) => string }>> = {
  STANDARD: { label: "Standard usage cost table", name: (account) => `gcp_billing_export_v1_${account}` },
  DETAILED: { label: "Detailed usage cost table", name: (account) => `gcp_billing_export_resource_v1_${account}` },
  PRICING: { label: "Pricing table", name: () => "cloud_pricing_export" },
};

/** Limitations of the data without an optional table. */
const LIMITATIONS: Readonly<Record<Exclude<GcpExport, "STANDARD">, string>> = {
  DETAILED: "The detailed export is left out: costs are by service and project, not by resource.",
  PRICING: "The pricing export is left out: list and negotiated prices are missing.",
};

/**
 * Billing data: Google writes the costs of a billing account to tables in BigQuery. No API enables this export, so a manual
 * step lists the exact values for a person; this construct creates nothing.
 *
 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables
 *
 * @throws InputError when a property is refused
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
  readonly preconditions: Preconditions;

  constructor(scope: Construct, id: string, props: GcpBillingExportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpBillingExport"),
      GCP_BILLING_EXPORT_SCHEMA,
      props,
    );
    super(scope, id);
    // Not named `exports`, which is the module's own variable in the compiled code.
    const wanted = validProps.exports ?? EXPORTS;
    this.storage = validProps.storage;
    this.billingAccountId = validProps.billingAccountId;
    this.exports = EXPORTS.filter((table) => wanted.includes(table));
    this.exportReady = validProps.exportReady ?? false;
    this.requiredServices = this.exports.includes("PRICING") ? ["bigquerydatatransfer"] : [];
    const account = Token.isUnresolved(this.billingAccountId)
      ? Fn.replace(this.billingAccountId, "-", "_")
      : this.billingAccountId.replaceAll("-", "_");
    this.tableNames = this.valuePerTable((table) => TABLES[table].name(account));
    const { projectId, datasetId } = this.storage;
    this.tableIds = this.valuePerTable((table) => `${projectId}.${datasetId}.${this.tableNames[table] ?? ""}`);
    this.preconditions = tokenPreconditions(validProps);
    this.addSynthWarnings();
  }

  override get manualSteps(): ManualStep[] {
    return this.exportReady ? [] : [this.enableStep];
  }

  override get limitations(): string[] {
    return Object.entries(LIMITATIONS)
      .filter(([table]) => !this.exports.includes(table as GcpExport))
      .map(([, limitation]) => limitation);
  }

  private valuePerTable(valueOf: (table: GcpExport) => string): GcpTables {
    const others = this.exports
      .filter((table) => table !== "STANDARD")
      .map((table) => [table, valueOf(table)] as const);
    return { STANDARD: valueOf("STANDARD"), ...Object.fromEntries(others) };
  }

  private get enableStep(): ManualStep {
    const { billingAccountId, storage } = this;
    const tables = this.exports.map((table) => [TABLES[table].label, this.tableNames[table] ?? ""] as const);
    const link = `https://console.cloud.google.com/billing/${billingAccountId}/export/bigquery?project=${storage.projectId}`;
    return {
      key: "enable_billing_export",
      title:
        "Enable the exports of the billing account to BigQuery; once the tables exist, set 'exportReady' and deploy again",
      why:
        "No API enables an export: a Billing Account Administrator has to do it. Without it there is no data, and until the " +
        "tables exist, nothing can be granted on them.",
      link,
      values: {
        Page: link,
        "Billing account": billingAccountId,
        Project: storage.projectId,
        Dataset: storage.datasetId,
        "Dataset location": storage.datasetLocation,
        ...Object.fromEntries(tables),
      },
      check: `bq ls -n 1000 ${storage.projectId}:${storage.datasetId} lists these tables some hours later${this.exports.includes("PRICING") ? ", the table of prices at most two days later" : ""}.`,
    };
  }
}
