import { LocalBackend, TerraformStack } from "cdktf";
import { OciIntegration, OciProvider } from "cdktf-finops/oci";
import { type Construct } from "constructs";
import { readNamedFile } from "../settings";

export interface OciExistingKeySettings {
  /** OCID of the tenancy whose costs are read: the parent tenancy of its organization. */
  readonly tenancyOcid: string;
  /** Home region of the tenancy, such as `us-ashburn-1`. */
  readonly homeRegion: string;
  /** E-mail address of the new user: a monitored mailbox that no other user of the tenancy has. */
  readonly userEmail: string;
  /** Path of the file with the public half of the key pair, as PEM, relative to the root of the repository. */
  readonly publicKeyFile: string;
  /** OCID of the responsible user, who gets the same read access as the platform. */
  readonly ownerOcid: string;
}

/** Uploads the public half of an existing key pair: Terraform never has the private half, and its state has no secret. */
export class OciExistingKeyStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: OciExistingKeySettings) {
    super(scope, id);
    const { tenancyOcid, homeRegion, userEmail, publicKeyFile, ownerOcid } = settings;
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote backend.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new OciProvider(this, "oci", { region: homeRegion });
    new OciIntegration(this, "finops", {
      tenancyOcid,
      homeRegion,
      userEmail,
      publicKeyPem: readNamedFile(`${id}.publicKeyFile`, publicKeyFile),
      members: { owner: ownerOcid },
    });
  }
}
