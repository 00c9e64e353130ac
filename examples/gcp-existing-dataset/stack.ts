import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpIntegration, GcpStorage } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpExistingDatasetSettings {
  /** ID of the project that the dataset is in. */
  readonly projectId: string;
  /** ID of the dataset that the billing account exports to already. */
  readonly datasetId: string;
  /** Where the dataset is. */
  readonly datasetLocation: string;
  /** ID of the billing account that is exported. */
  readonly billingAccountId: string;
  /** Number of the organization that the projects are in. */
  readonly organizationId: string;
}

/** A dataset with an export that was enabled long ago: the platform may read its tables, and nothing of it is changed. */
export class GcpExistingDatasetStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: GcpExistingDatasetSettings) {
    super(scope, id);
    const { projectId, datasetId, datasetLocation, billingAccountId, organizationId } = settings;
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote,
    // encrypted backend: the state holds the key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: projectId });
    const storage = GcpStorage.fromDataset(this, "dataset", { projectId, datasetId, datasetLocation });
    new GcpIntegration(this, "finops", {
      projectId,
      storage,
      billingAccountId,
      organizationId,
      // The account exports these two; prices it does not.
      exports: ["STANDARD", "DETAILED"],
      exportReady: true,
    });
  }
}
