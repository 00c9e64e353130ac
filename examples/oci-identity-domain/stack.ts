import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { OciDomainIdentity, OciIntegration, OciProvider } from "cdktf-finops/oci";
import { type Construct } from "constructs";

export interface OciIdentityDomainSettings {
  /** OCID of the tenancy whose costs are read, the parent of its organization. */
  readonly tenancyOcid: string;
  /** The tenancy's home region, such as `us-ashburn-1`. */
  readonly homeRegion: string;
  /** Name of the identity domain, which is in the root compartment. */
  readonly domainName: string;
  /** An e-mail address that no user of the domain has yet, and that someone reads. */
  readonly userEmail: string;
}

/** User and group in an identity domain other than Default, as companies have it that keep their services apart from their people. */
export class OciIdentityDomainStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: OciIdentityDomainSettings) {
    super(scope, id);
    const { tenancyOcid, homeRegion, domainName, userEmail } = settings;
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote, encrypted backend:
    // the state holds the private key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new OciProvider(this, "oci", { region: homeRegion });
    new TlsProvider(this, "tls");
    const identity = new OciDomainIdentity(this, "platform", { tenancyOcid, homeRegion, domainName, userEmail });
    new OciIntegration(this, "finops", { identity, tenancyOcid, homeRegion });
  }
}
