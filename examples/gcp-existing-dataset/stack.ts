import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpIntegration, GcpStorage } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpExistingDatasetSettings {
  /** ID of the project of the dataset. */
  readonly projectId: string;
  /** ID of the dataset that the billing account already exports to. */
  readonly datasetId: string;
  /** Location of the dataset. */
  readonly datasetLocation: string;
  /** ID of the billing account whose costs are exported. */
  readonly billingAccountId: string;
  /** Number of the organization that contains the projects. */
  readonly organizationId: string;
}

/** Grants access to the tables of an export that is already enabled. The existing dataset is not changed. */
export class GcpExistingDatasetStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: GcpExistingDatasetSettings) {
    super(scope, id);
    const { projectId, datasetId, datasetLocation, billingAccountId, organizationId } = settings;
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: projectId });
    const storage = GcpStorage.fromDataset(this, "dataset", { projectId, datasetId, datasetLocation });
    new GcpIntegration(this, "finops", {
      projectId,
      storage,
      billingAccountId,
      organizationId,
      // The billing account exports usage costs, standard and detailed, but no prices.
      exports: ["STANDARD", "DETAILED"],
      exportReady: true,
    });
  }
}
