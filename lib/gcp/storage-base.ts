import { type GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { type Rules, synthTimeString } from "../core/rules";
import { forbidAuthoritativeIam } from "./authoritative";
import { type IGcpStorage } from "./interfaces";
import { DATASET_LOCATION, MULTI_REGIONS } from "./location";
import { addGcpProviderValidation, GCP_PART_RULES, type GcpPartProps } from "./provider";

/** Props of a dataset for the billing export, new or existing. */
export interface GcpStorageBaseProps extends GcpPartProps {
  /**
   * Location of the dataset, which cannot be changed later: `US`, `EU`, or one of the regions that Google exports to, such
   * as `europe-west3`. Only in `US` and `EU`, the first export also contains the costs since the beginning of the previous
   * month.
   *
   * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
   */
  readonly datasetLocation: string;
}

/** Rules of `GcpStorageBaseProps`. */
export const GCP_STORAGE_BASE_RULES: Rules<GcpStorageBaseProps> = {
  ...GCP_PART_RULES,
  datasetLocation: synthTimeString(DATASET_LOCATION, '"EU"'),
};

/**
 * Base of the library's storages. Google makes the export's own service account an owner of the dataset when the export is
 * enabled. A resource that replaces the IAM members of the dataset would remove it, and is refused in the stack.
 */
export abstract class GcpStorageBase extends Part implements IGcpStorage {
  readonly finopsInterface = "IGcpStorage";
  abstract readonly datasetId: string;
  readonly dependencies: readonly ITerraformDependable[] = [];
  readonly datasetLocation: string;
  readonly projectId: string;
  readonly provider?: GoogleProvider;

  constructor(scope: Construct, id: string, validProps: GcpStorageBaseProps) {
    super(scope, id);
    addGcpProviderValidation(this, validProps);
    this.datasetLocation = validProps.datasetLocation;
    this.projectId = validProps.projectId;
    this.provider = validProps.provider;
    forbidAuthoritativeIam(this, "project", { names: [validProps.projectId] });
  }

  override get limitations(): string[] {
    return MULTI_REGIONS.includes(this.datasetLocation)
      ? []
      : [
          `The dataset is in ${this.datasetLocation}: the data begins on the day when the export is enabled; in US and EU, it would include the previous month.`,
        ];
  }
}
