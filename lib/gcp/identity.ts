import { type ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type PropsSchema } from "../core/props-schema";
import { validateProps } from "../core/validate-props";
import { GcpExistingServiceAccount, type GcpExistingServiceAccountProps } from "./existing-service-account";
import { type IGcpIdentity } from "./interfaces";
import { GcpKeyIdentity } from "./key-identity";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  createServiceAccount,
  GCP_SERVICE_ACCOUNT_RULES,
  type GcpServiceAccountProps,
  uniqueAccountId,
} from "./service-account";
import {
  createKey,
  GCP_SERVICE_ACCOUNT_KEY_CHECK,
  GCP_SERVICE_ACCOUNT_KEY_RULES,
  type GcpServiceAccountKey,
  type GcpServiceAccountKeyProps,
  uniqueKeyPolicies,
} from "./service-account-key";

/** Props of `GcpIdentity`. */
export interface GcpIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpServiceAccountKeyProps {}

/** Schema of `GcpIdentityProps`. */
export const GCP_IDENTITY_SCHEMA: PropsSchema<GcpIdentityProps, "accountId"> = {
  rules: { ...GCP_PART_RULES, ...GCP_SERVICE_ACCOUNT_RULES, ...GCP_SERVICE_ACCOUNT_KEY_RULES },
  defaultNames: { accountId: (site) => site.name("-") },
  crossChecks: [GCP_SERVICE_ACCOUNT_KEY_CHECK],
  uniqueNames: (props) => [uniqueAccountId(props), ...uniqueKeyPolicies(props)],
};

/**
 * Identity that the platform logs in as: a service account with one JSON key and no permissions of its own.
 *
 * The provider stores the key in Terraform's state, and the key does not expire: give access to the state only to those who
 * may read the key, or see `certificatePem` and `createKey`.
 *
 * @throws InputError when a property is refused
 */
export class GcpIdentity extends GcpKeyIdentity {
  /**
   * References an existing service account. Terraform creates a key for it, unless `createKey` is `false`, and the access
   * binds roles to it; nothing else about the service account changes.
   *
   * @throws InputError when a property is refused
   */
  static fromServiceAccount(scope: Construct, id: string, props: GcpExistingServiceAccountProps): IGcpIdentity {
    return new GcpExistingServiceAccount(scope, id, props);
  }

  /** The service account; `node.defaultChild`. */
  readonly serviceAccount: ServiceAccount;
  /** Key of the service account. */
  readonly key: GcpServiceAccountKey;
  readonly email: string;
  readonly member: string;

  constructor(scope: Construct, id: string, props: GcpIdentityProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpIdentity"), GCP_IDENTITY_SCHEMA, props);
    super(scope, id, validProps);
    this.serviceAccount = createServiceAccount(this, validProps);
    this.email = this.serviceAccount.email;
    this.member = this.serviceAccount.member;
    this.key = createKey(this, this.serviceAccount, validProps);
    this.addSynthWarnings();
  }
}
