import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type OciApiKey, privateKeySteps } from "./api-key";
import { type DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { type IdentityDomainsGroup } from "./bindings/identity-domains-group";
import { type IdentityGroup } from "./bindings/identity-group";
import { type OciProvider } from "./bindings/provider";
import { warnOfLengths } from "./ocid";
import { checkOciProvider, type OciProviderProps, type OciTenancyProps } from "./provider";

/**
 * Who the platform logs in as: a user with an API key, in a group that the policies are about. New ones (`OciIdentity`),
 * new ones of an identity domain of their own (`OciDomainIdentity`), or some that are there already
 * (`OciIdentity.fromUser`, `OciIdentity.fromGroup`, `OciIdentity.fromMember`).
 */
export abstract class OciIdentityBase extends Part {
  /** OCID of the user. */
  abstract readonly userOcid: string;
  /** The group, new or there already. */
  abstract readonly group: IdentityGroup | IdentityDomainsGroup | DataOciIdentityGroup;
  /** Name of the group. */
  abstract readonly groupName: string;
  /**
   * The group as the statement of a policy names it: `group <name>`, `group '<domain>'/'<name>'` or `group id <OCID>`.
   * Whatever uses it waits for the group.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
   */
  abstract readonly policySubject: string;
  /** What it logs in by. */
  abstract readonly apiKey: OciApiKey;

  /** OCID of the tenancy. */
  readonly tenancyOcid: string;
  /** What creates or reads it; `undefined` for the stack's OCI provider without an alias. */
  readonly provider?: OciProvider;

  constructor(scope: Construct, id: string, props: OciTenancyProps & OciProviderProps) {
    super(scope, id);
    checkOciProvider(this, props);
    this.tenancyOcid = props.tenancyOcid;
    this.provider = props.provider;
    warnOfLengths(this, props);
  }

  override get manualSteps(): ManualStep[] {
    const { privateKeyPem, fingerprint } = this.apiKey;
    return privateKeyPem === undefined ? privateKeySteps(fingerprint) : [];
  }
}
