import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpIntegration } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpMinimalSettings {
  /** ID of the project for the dataset and the service account, which pays for queries. */
  readonly projectId: string;
  /** ID of the billing account whose costs are read. The project should be linked to it. */
  readonly billingAccountId: string;
  /** Number of the organization that contains the projects. */
  readonly organizationId: string;
  /** Location of the dataset, which cannot be changed later: `US`, `EU`, or a region. */
  readonly datasetLocation: string;
  /** Whether the export was enabled manually and its tables exist. */
  readonly exportReady: boolean;
}

/** Creates everything that the platform's GCP form asks for, from new resources only. */
export class GcpMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: GcpMinimalSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: settings.projectId });
    new GcpIntegration(this, "finops", settings);
  }
}
