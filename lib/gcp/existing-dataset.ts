import { DataGoogleBigqueryDataset } from "@cdktf/provider-google/lib/data-google-bigquery-dataset";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import { forbidAuthoritativeIam } from "./authoritative";
import { DATASET_ID } from "./conditions";
import { GCP_STORAGE_BASE_RULES, GcpStorageBase, type GcpStorageBaseProps } from "./storage-base";

/** Props of `GcpStorage.fromDataset`. */
export interface GcpExistingDatasetProps extends GcpStorageBaseProps {
  /** ID of the dataset, without its project: 1-1024 letters, digits and `_`. */
  readonly datasetId: string;
}

/** Schema of `GcpExistingDatasetProps`. */
export const GCP_EXISTING_DATASET_SCHEMA: PropsSchema<GcpExistingDatasetProps> = {
  rules: { ...GCP_STORAGE_BASE_RULES, datasetId: string(DATASET_ID, '"billing_export"') },
};

/**
 * Existing dataset, see `GcpStorage.fromDataset`. Terraform stops if it does not meet the requirements of an export.
 *
 * @throws InputError when a property is refused
 */
export class GcpExistingDataset extends GcpStorageBase {
  /** Data source of the dataset; `node.defaultChild`. */
  readonly dataset: DataGoogleBigqueryDataset;
  readonly datasetId: string;
  override readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: GcpExistingDatasetProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpStorage.fromDataset"),
      GCP_EXISTING_DATASET_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const subject = describeConstruct(validProps);
    this.dataset = new DataGoogleBigqueryDataset(this, "Resource", {
      provider: validProps.provider,
      project: validProps.projectId,
      datasetId: validProps.datasetId,
      lifecycle: withPreconditions(validProps, {
        postcondition: [
          {
            condition: `\${lower(self.location) == "${validProps.datasetLocation.toLowerCase()}"}`,
            errorMessage: `${subject}: the dataset must be in ${validProps.datasetLocation}, as set in 'datasetLocation'.`,
          },
          {
            // New tables inherit these defaults, and the tables of the export are partitioned by day.
            condition:
              "${coalesce(self.default_table_expiration_ms, 0) == 0 && coalesce(self.default_partition_expiration_ms, 0) == 0}",
            errorMessage: `${subject}: the dataset must not have a default expiration of tables or partitions, which would delete billing history.`,
          },
          {
            condition: "${length(self.default_encryption_configuration) == 0}",
            errorMessage: `${subject}: the dataset must not be encrypted with a customer-managed key, because Google does not export to it.`,
          },
        ],
      }),
    });
    this.datasetId = this.dataset.datasetId;
    this.dependencies = [this.dataset];
    forbidAuthoritativeIam(this, "dataset", {
      names: [validProps.datasetId, this.datasetId],
      projectId: validProps.projectId,
    });
    this.addSynthWarnings();
  }
}
