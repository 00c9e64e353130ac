import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { OciIntegration, OciProvider } from "cdktf-finops/oci";
import { type Construct } from "constructs";

export interface OciMinimalSettings {
  /** OCID of the tenancy whose costs are read, the parent of its organization. */
  readonly tenancyOcid: string;
  /** The tenancy's home region, such as `us-ashburn-1`. */
  readonly homeRegion: string;
  /** An e-mail address that no user of the tenancy has yet, and that someone reads. */
  readonly userEmail: string;
}

/** The straight path: everything the platform's OCI form asks for, with nothing that already exists. */
export class OciMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, { tenancyOcid, homeRegion, userEmail }: OciMinimalSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote, encrypted backend:
    // the state holds the private key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new OciProvider(this, "oci", { region: homeRegion });
    new TlsProvider(this, "tls");
    new OciIntegration(this, "finops", { tenancyOcid, homeRegion, userEmail });
  }
}
