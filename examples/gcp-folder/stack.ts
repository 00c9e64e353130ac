import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpIntegration } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpFolderSettings {
  /** ID of the project for the dataset and the service account, which pays for queries. */
  readonly projectId: string;
  /** ID of the billing account whose costs are read. */
  readonly billingAccountId: string;
  /** Number of the organization, in which the role for the folders is created. */
  readonly organizationId: string;
  /** Number of the folder whose projects the platform can list. */
  readonly folderId: string;
  /** Location of the dataset, which cannot be changed later: `US`, `EU`, or a region. */
  readonly datasetLocation: string;
  /** Whether the export was enabled manually and its tables exist. */
  readonly exportReady: boolean;
}

/** Limits the platform to the projects of one folder, with a dataset in one region. */
export class GcpFolderStack extends TerraformStack {
  constructor(scope: Construct, id: string, { folderId, ...settings }: GcpFolderSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: settings.projectId });
    new GcpIntegration(this, "finops", { ...settings, folders: { retail: folderId } });
  }
}
