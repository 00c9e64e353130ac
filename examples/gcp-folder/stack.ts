import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { GcpIntegration } from "cdktf-finops/gcp";
import { type Construct } from "constructs";

export interface GcpFolderSettings {
  /** ID of the project that gets dataset and service account, and that pays for queries. */
  readonly projectId: string;
  /** ID of the billing account whose costs are read. */
  readonly billingAccountId: string;
  /** Number of the organization, which the role for the folders is made in. */
  readonly organizationId: string;
  /** Number of the folder whose projects the platform may see. */
  readonly folderId: string;
  /** Where the dataset is, for good: `US`, `EU`, or a region. */
  readonly datasetLocation: string;
  /** Whether the export was enabled by hand, and its tables are there. */
  readonly exportReady: boolean;
}

/** A part of an organization: the platform sees the projects of one folder, in a dataset of one region. */
export class GcpFolderStack extends TerraformStack {
  constructor(scope: Construct, id: string, { folderId, ...settings }: GcpFolderSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote,
    // encrypted backend: the state holds the key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new GoogleProvider(this, "google", { project: settings.projectId });
    new GcpIntegration(this, "finops", { ...settings, folders: { retail: folderId } });
  }
}
