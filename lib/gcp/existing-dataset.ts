import { DataGoogleBigqueryDataset } from "@cdktf/provider-google/lib/data-google-bigquery-dataset";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place, subject } from "../core/place";
import { checkedLifecycle } from "../core/preconditions";
import { string } from "../core/rules";
import { guard } from "./authoritative";
import { DATASET_ID } from "./names";
import { GCP_STORAGE_BASE_RULES, GcpStorageBase, type GcpStorageBaseProps } from "./storage-base";

/** Props of `GcpStorage.fromDataset`. */
export interface GcpExistingDatasetProps extends GcpStorageBaseProps {
  /** ID of the dataset, without its project: 1-1024 letters, digits and `_`. */
  readonly datasetId: string;
}

/** The input of `GcpStorage.fromDataset`. */
export const GCP_EXISTING_DATASET_INPUT: Input<GcpExistingDatasetProps> = {
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
    const named = new Place(scope, id, "GcpStorage.fromDataset").admit(GCP_EXISTING_DATASET_INPUT, props);
    super(scope, id, named);
    const where = subject(this, named);
    this.dataset = new DataGoogleBigqueryDataset(this, "Resource", {
      provider: named.provider,
      project: named.projectId,
      datasetId: named.datasetId,
      lifecycle: checkedLifecycle(this, named, {
        postcondition: [
          {
            condition: `\${lower(self.location) == "${named.datasetLocation.toLowerCase()}"}`,
            errorMessage: `${where}: the dataset must be in ${named.datasetLocation}, as 'datasetLocation' says.`,
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
    guard(this, "dataset", { names: [named.datasetId, this.datasetId], projectId: named.projectId });
    this.announce();
  }
}
