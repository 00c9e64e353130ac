import { LocalBackend, TerraformStack } from "cdktf";
import { OciIntegration, OciProvider } from "cdktf-finops/oci";
import { type Construct } from "constructs";
import { readNamedFile } from "../settings";

export interface OciExistingKeySettings {
  /** OCID of the tenancy whose costs are read, the parent of its organization. */
  readonly tenancyOcid: string;
  /** The tenancy's home region, such as `us-ashburn-1`. */
  readonly homeRegion: string;
  /** An e-mail address that no user of the tenancy has yet, and that someone reads. */
  readonly userEmail: string;
  /** File with the public half of the key pair, as PEM; its path from the root of the repository. */
  readonly publicKeyFile: string;
  /** OCID of the user who is responsible, and may then read what the platform reads. */
  readonly ownerOcid: string;
}

/** The public half of a key pair that is there already: the private half is nowhere near Terraform, and no secret is in the state. */
export class OciExistingKeyStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: OciExistingKeySettings) {
    super(scope, id);
    const { tenancyOcid, homeRegion, userEmail, publicKeyFile, ownerOcid } = settings;
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote backend.
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
