import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpIntegration } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpMinimalSettings {
  /** ID of the project that gets dataset and service account, and that pays for queries. */
  readonly projectId: string;
  /** ID of the billing account whose costs are read, which the project should be linked to. */
  readonly billingAccountId: string;
  /** Number of the organization that the projects are in. */
  readonly organizationId: string;
  /** Where the dataset is, for good: `US`, `EU`, or a region. */
  readonly datasetLocation: string;
  /** Whether the export was enabled by hand, and its tables are there. */
  readonly exportReady: boolean;
}

/** The straight path: everything the platform's GCP form asks for, with nothing that already exists. */
export class GcpMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: GcpMinimalSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote,
    // encrypted backend: the state holds the key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: settings.projectId });
    new GcpIntegration(this, "finops", settings);
  }
}
