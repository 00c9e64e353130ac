import { DataGoogleBigqueryDataset } from "@cdktf/provider-google/lib/data-google-bigquery-dataset";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import { forbidAuthoritativeIam } from "./authoritative";
import { DATASET_ID } from "./names";
import { GCP_STORAGE_BASE_RULES, GcpStorageBase, type GcpStorageBaseProps } from "./storage-base";

/** Props of `GcpStorage.fromDataset`. */
export interface GcpExistingDatasetProps extends GcpStorageBaseProps {
  /** ID of the dataset, without its project: 1-1024 letters, digits and `_`. */
  readonly datasetId: string;
}

/** The input of `GcpStorage.fromDataset`. */
export const GCP_EXISTING_DATASET_SCHEMA: PropsSchema<GcpExistingDatasetProps> = {
  rules: { ...GCP_STORAGE_BASE_RULES, datasetId: string(DATASET_ID, '"billing_export"') },
};

/** A dataset that is there already, see `GcpStorage.fromDataset`. Terraform stops where it is not what an export needs. */
export class GcpExistingDataset extends GcpStorageBase {
  /** The dataset as Google knows it; `node.defaultChild`. */
  readonly dataset: DataGoogleBigqueryDataset;
  readonly datasetId: string;
  override readonly dependencies: readonly ITerraformDependable[];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpExistingDatasetProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpStorage.fromDataset"),
      GCP_EXISTING_DATASET_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const where = describeConstruct(this, validProps);
    this.dataset = new DataGoogleBigqueryDataset(this, "Resource", {
      provider: validProps.provider,
      project: validProps.projectId,
      datasetId: validProps.datasetId,
      lifecycle: withPreconditions(this, validProps, {
        postcondition: [
          {
            condition: `\${lower(self.location) == "${validProps.datasetLocation.toLowerCase()}"}`,
            errorMessage: `${where}: the dataset must be in ${validProps.datasetLocation}, as 'datasetLocation' says.`,
          },
          {
            // Tables that are made later would go by it; one of the export is a table, partitioned by day.
            condition:
              "${coalesce(self.default_table_expiration_ms, 0) == 0 && coalesce(self.default_partition_expiration_ms, 0) == 0}",
            errorMessage: `${where}: the dataset must not have tables or partitions expire, which would delete billing history.`,
          },
          {
            condition: "${length(self.default_encryption_configuration) == 0}",
            errorMessage: `${where}: the dataset must not be encrypted with a key of one's own, to which Google does not export.`,
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
