import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpFederatedIdentity, GcpIntegration } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpKeylessSettings {
  /** ID of the project for the dataset and the service account, which pays for queries. */
  readonly projectId: string;
  /** ID of the billing account whose costs are read. */
  readonly billingAccountId: string;
  /** Number of the organization that contains the projects. */
  readonly organizationId: string;
  /** Location of the dataset, which cannot be changed later: `US`, `EU`, or a region. */
  readonly datasetLocation: string;
  /** Issuer of the platform's tokens, which the platform provides. */
  readonly issuerUri: string;
  /** Subject of the platform's tokens, which the platform provides. */
  readonly subject: string;
  /** Whether the export was enabled manually and its tables exist. */
  readonly exportReady: boolean;
}

/** Accepts the platform's own tokens in place of a key: there is no secret, and so none in the state. */
export class GcpKeylessStack extends TerraformStack {
  constructor(scope: Construct, id: string, { issuerUri, subject, ...settings }: GcpKeylessSettings) {
    super(scope, id);
    const { projectId } = settings;
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote backend.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: projectId });
    const identity = new GcpFederatedIdentity(this, "platform", { projectId, issuerUri, subject });
    // The platform can read the whole dataset, which contains nothing else, until the tables of the export exist.
    new GcpIntegration(this, "finops", { ...settings, identity, datasetAccess: "UNTIL_EXPORT_READY" });
  }
}
