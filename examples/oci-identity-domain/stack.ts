import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { OciDomainIdentity, OciIntegration, OciProvider } from "cdktf-finops/oci";
import { type Construct } from "constructs";

export interface OciIdentityDomainSettings {
  /** OCID of the tenancy whose costs are read: the parent tenancy of its organization. */
  readonly tenancyOcid: string;
  /** Home region of the tenancy, such as `us-ashburn-1`. */
  readonly homeRegion: string;
  /** Name of the identity domain, in the root compartment. */
  readonly domainName: string;
  /** E-mail address of the new user: a monitored mailbox that no other user of the domain has. */
  readonly userEmail: string;
}

/** Creates user and group in an identity domain other than Default, such as one for service users only. */
export class OciIdentityDomainStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: OciIdentityDomainSettings) {
    super(scope, id);
    const { tenancyOcid, homeRegion, domainName, userEmail } = settings;
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the private key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new OciProvider(this, "oci", { region: homeRegion });
    new TlsProvider(this, "tls");
    const identity = new OciDomainIdentity(this, "platform", { tenancyOcid, homeRegion, domainName, userEmail });
    new OciIntegration(this, "finops", { identity, tenancyOcid, homeRegion });
  }
}
