import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpFederatedIdentity, GcpIntegration } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpKeylessSettings {
  /** ID of the project that gets dataset and service account, and that pays for queries. */
  readonly projectId: string;
  /** ID of the billing account whose costs are read. */
  readonly billingAccountId: string;
  /** Number of the organization that the projects are in. */
  readonly organizationId: string;
  /** Where the dataset is, for good: `US`, `EU`, or a region. */
  readonly datasetLocation: string;
  /** Who issues the platform's tokens, as the platform tells it. */
  readonly issuerUri: string;
  /** Whom these tokens are of, as the platform tells it. */
  readonly subject: string;
  /** Whether the export was enabled by hand, and its tables are there. */
  readonly exportReady: boolean;
}

/** The platform's own tokens in place of a key: nothing secret is made, so nothing secret is in the state. */
export class GcpKeylessStack extends TerraformStack {
  constructor(scope: Construct, id: string, { issuerUri, subject, ...settings }: GcpKeylessSettings) {
    super(scope, id);
    const { projectId } = settings;
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote backend.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: projectId });
    const identity = new GcpFederatedIdentity(this, "platform", { projectId, issuerUri, subject });
    // Until the tables of the export are there, the platform may read all of the dataset, which has nothing else in it.
    new GcpIntegration(this, "finops", { ...settings, identity, datasetAccess: "UNTIL_EXPORT_READY" });
  }
}
