import { type GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { literalString, type Rules } from "../core/rules";
import { guard } from "./authoritative";
import { DATASET_LOCATION, MULTI_REGIONS } from "./location";
import { checkGcpProvider, GCP_PART_RULES, type GcpPartProps } from "./provider";

/** What a dataset for the billing export takes, new or not. */
export interface GcpStorageBaseProps extends GcpPartProps {
  /**
   * Where the dataset is, for good: `US` or `EU`, which alone get what is known since the beginning of the month
   * before, when the export is enabled for the first time; or one of the regions that Google exports to, such as
   * `europe-west3`.
   *
   * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
   */
  readonly datasetLocation: string;
}

/** One rule for each of `GcpStorageBaseProps`. */
export const GCP_STORAGE_BASE_RULES: Rules<GcpStorageBaseProps> = {
  ...GCP_PART_RULES,
  datasetLocation: literalString(DATASET_LOCATION, '"EU"'),
};

/**
 * Where the billing export lands: a BigQuery dataset, new (`GcpStorage`) or there already (`GcpStorage.fromDataset`).
 * Google makes the export's own service account an owner of it when the export is enabled; whatever replaces who may
 * use the dataset would take that away, and so is refused in the stack.
 */
export abstract class GcpStorageBase extends Part {
  /** ID of the dataset, as Terraform knows it: whoever uses it waits for the dataset. */
  abstract readonly datasetId: string;
  /** What has to be read and checked before anything is granted on it. */
  readonly dependencies: readonly ITerraformDependable[] = [];
  /** Where the dataset is. */
  readonly datasetLocation: string;
  /** ID of the project that the dataset is in. */
  readonly projectId: string;
  /** What creates or reads it; `undefined` for the stack's Google provider without an alias. */
  readonly provider?: GoogleProvider;

  constructor(scope: Construct, id: string, props: GcpStorageBaseProps) {
    super(scope, id);
    checkGcpProvider(this, props);
    this.datasetLocation = props.datasetLocation;
    this.projectId = props.projectId;
    this.provider = props.provider;
    guard(this, "project", { names: [props.projectId] });
  }

  override get limitations(): string[] {
    return MULTI_REGIONS.includes(this.datasetLocation)
      ? []
      : [
          `The dataset is in ${this.datasetLocation}: the data begins on the day that the export is enabled, where US and EU also get the month before.`,
        ];
  }
}
