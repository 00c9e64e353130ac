import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { OciIntegration, OciProvider } from "cdktf-finops/oci";
import { type Construct } from "constructs";

export interface OciMinimalSettings {
  /** OCID of the tenancy whose costs are read: the parent tenancy of its organization. */
  readonly tenancyOcid: string;
  /** Home region of the tenancy, such as `us-ashburn-1`. */
  readonly homeRegion: string;
  /** E-mail address of the new user: a monitored mailbox that no other user of the tenancy has. */
  readonly userEmail: string;
}

/** Creates everything that the platform's OCI form asks for, from new resources only. */
export class OciMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, { tenancyOcid, homeRegion, userEmail }: OciMinimalSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the private key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new OciProvider(this, "oci", { region: homeRegion });
    new TlsProvider(this, "tls");
    new OciIntegration(this, "finops", { tenancyOcid, homeRegion, userEmail });
  }
}
