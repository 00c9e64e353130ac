import { type ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { type ManualStep } from "../core/manual-step";
import { Place } from "../core/place";
import { GcpExistingServiceAccount, type GcpExistingServiceAccountProps } from "./existing-service-account";
import { GcpIdentityBase, type GcpIdentityValues } from "./identity-base";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  GCP_SERVICE_ACCOUNT_RULES,
  type GcpServiceAccountProps,
  makeServiceAccount,
  serviceAccountClaim,
} from "./service-account";
import {
  checkKey,
  GCP_SERVICE_ACCOUNT_KEY_RULES,
  type GcpKey,
  type GcpServiceAccountKeyProps,
  keyClaims,
  keyServices,
  makeKey,
} from "./service-account-key";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpIdentity`. */
export interface GcpIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpServiceAccountKeyProps {}

/** The input of `GcpIdentity`. */
export const GCP_IDENTITY_INPUT: Input<GcpIdentityProps, "accountId"> = {
  rules: { ...GCP_PART_RULES, ...GCP_SERVICE_ACCOUNT_RULES, ...GCP_SERVICE_ACCOUNT_KEY_RULES },
  names: { accountId: (place) => place.name("-") },
  combinations: checkKey,
  claims: (props) => [serviceAccountClaim(props), ...keyClaims(props)],
};

/**
 * Who the platform logs in as: a service account with one JSON key, and no permission of its own.
 *
 * The key is in Terraform's state, as the provider puts it there, and does not expire: keep the state where only those
 * may read it who may read the key, or see `certificatePem` and `createKey`.
 */
export class GcpIdentity extends GcpIdentityBase {
  /**
   * A service account that is there already. Terraform creates a key of it, unless told not to, and the access binds
   * roles to it; nothing else of it is changed.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromServiceAccount(
    scope: Construct,
    id: string,
    props: GcpExistingServiceAccountProps,
  ): GcpExistingServiceAccount {
    return new GcpExistingServiceAccount(scope, id, props);
  }

  /** The service account; `node.defaultChild`. */
  readonly serviceAccount: ServiceAccount;
  /** Its key. */
  readonly key: GcpKey;
  readonly email: string;
  readonly member: string;
  readonly requiredServices: readonly GcpAdditionalService[];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpIdentityProps) {
    const named = new Place(scope, id, "GcpIdentity").admit(GCP_IDENTITY_INPUT, props);
    super(scope, id, named);
    this.serviceAccount = makeServiceAccount(this, named);
    this.email = this.serviceAccount.email;
    this.member = this.serviceAccount.member;
    this.key = makeKey(this, this.serviceAccount, named);
    this.requiredServices = keyServices(named);
    this.announce();
  }

  get formValues(): GcpIdentityValues {
    return this.key.formValues;
  }

  override get manualSteps(): ManualStep[] {
    return [...this.key.manualSteps];
  }
}
