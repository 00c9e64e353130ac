import { Fn, type TerraformResourceLifecycle, Token } from "cdktf";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { Place } from "../core/place";
import { conditionsOnTokens } from "../core/preconditions";
import { boolean, object, optional, someOf, string } from "../core/rules";
import { BILLING_ACCOUNT_ID } from "./names";
import { type GcpAdditionalService } from "./services";
import { GcpStorageBase } from "./storage-base";

/** A table of the billing export: usage and costs; the same by resource; the prices of the account. */
export type GcpExport = "STANDARD" | "DETAILED" | "PRICING";

/** Props of `GcpBillingExport`. */
export interface GcpBillingExportProps {
  /** ID of the billing account whose costs are read, or of a sub-account, such as `01ABCD-234567-890123`. */
  readonly billingAccountId: string;

  /** Where the export lands. */
  readonly storage: GcpStorageBase;

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

/** Something of each table that is exported. */
export interface GcpTables {
  /** Of usage and costs. */
  readonly STANDARD: string;
  /**
   * Of the same by resource.
   *
   * @default - it is not exported
   */
  readonly DETAILED?: string;
  /**
   * Of prices.
   *
   * @default - it is not exported
   */
  readonly PRICING?: string;
}

const EXPORTS = ["STANDARD", "DETAILED", "PRICING"] as const;

/** The input of `GcpBillingExport`. */
export const GCP_BILLING_EXPORT_INPUT: Input<GcpBillingExportProps> = {
  rules: {
    billingAccountId: string(BILLING_ACCOUNT_ID, '"01ABCD-234567-890123"'),
    storage: object(
      "be a GcpStorage",
      (value) => value instanceof GcpStorageBase,
      "new GcpStorage(…) or GcpStorage.fromDataset(…)",
    ),
    exports: optional(someOf(...EXPORTS)),
    exportReady: optional(boolean()),
  },
  combinations: (props, place) => [
    ...place.sameStack("storage", props.storage),
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
export class GcpBillingExport extends Part {
  /** The APIs that it needs beside those that all need. */
  readonly requiredServices: readonly GcpAdditionalService[];
  /** Where it lands. */
  readonly storage: GcpStorageBase;
  /** ID of the billing account. */
  readonly billingAccountId: string;
  /** What is exported. */
  readonly exports: readonly GcpExport[];
  /** Names of the tables in the dataset, by what is exported. */
  readonly tableNames: GcpTables;
  /** IDs of the tables as the console shows them, `project.dataset.table`, by what is exported. */
  readonly tableIds: GcpTables;
  /** Whether the tables are there by now. */
  readonly exportReady: boolean;
  /** What Terraform has to check of the properties, on whatever uses it: it has no resource of its own to check them on. */
  readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]>;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpBillingExportProps) {
    const named = new Place(scope, id, "GcpBillingExport").admit(GCP_BILLING_EXPORT_INPUT, props);
    super(scope, id);
    // Not by its own name, which is that of a module's exports in what this is compiled to.
    const wanted = named.exports ?? EXPORTS;
    this.storage = named.storage;
    this.billingAccountId = named.billingAccountId;
    this.exports = EXPORTS.filter((one) => wanted.includes(one));
    this.exportReady = named.exportReady ?? false;
    this.requiredServices = this.exports.includes("PRICING") ? ["bigquerydatatransfer"] : [];
    const account = Token.isUnresolved(this.billingAccountId)
      ? Fn.replace(this.billingAccountId, "-", "_")
      : this.billingAccountId.replaceAll("-", "_");
    this.tableNames = this.tables((one) => TABLES[one].name(account));
    const { projectId, datasetId } = this.storage;
    this.tableIds = this.tables((one) => `${projectId}.${datasetId}.${this.tableNames[one] ?? ""}`);
    this.conditions = conditionsOnTokens(this, named);
    this.announce();
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
