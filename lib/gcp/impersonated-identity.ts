import { type ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { type Permission } from "../core/permission";
import { Place } from "../core/place";
import { string } from "../core/rules";
import { GcpIdentityBase, type GcpIdentityValues } from "./identity-base";
import { SERVICE_ACCOUNT_EMAIL } from "./names";
import { ACT_AS } from "./permissions";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  GCP_SERVICE_ACCOUNT_RULES,
  type GcpServiceAccountProps,
  letIn,
  makeServiceAccount,
  serviceAccountClaim,
} from "./service-account";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpImpersonatedIdentity`. */
export interface GcpImpersonatedIdentityProps extends GcpPartProps, GcpServiceAccountProps {
  /**
   * E-mail address of the platform's own service account, as the platform tells it. Best one that the platform uses for
   * you alone: Google knows no external id, so that one that it uses for all of its customers could be had to read your
   * data for another of them.
   */
  readonly trustedServiceAccountEmail: string;
}

/** The input of `GcpImpersonatedIdentity`. */
export const GCP_IMPERSONATED_IDENTITY_INPUT: Input<GcpImpersonatedIdentityProps, "accountId"> = {
  rules: {
    ...GCP_PART_RULES,
    ...GCP_SERVICE_ACCOUNT_RULES,
    trustedServiceAccountEmail: string(SERVICE_ACCOUNT_EMAIL, '"acme-reader@platform.iam.gserviceaccount.com"'),
  },
  names: { accountId: (place) => place.name("-") },
  claims: (props) => [serviceAccountClaim(props)],
};

/**
 * Who the platform logs in as, without a key: a service account of which the platform's own service account may get
 * short-lived tokens. Nothing of it is secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/service-account-impersonation
 */
export class GcpImpersonatedIdentity extends GcpIdentityBase {
  /** The service account; `node.defaultChild`. */
  readonly serviceAccount: ServiceAccount;
  /** What lets the platform in. */
  readonly binding: ServiceAccountIamMember;
  readonly email: string;
  readonly member: string;
  readonly formValues: GcpIdentityValues = {};
  readonly requiredServices: readonly GcpAdditionalService[] = ["iamcredentials"];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpImpersonatedIdentityProps) {
    const named = new Place(scope, id, "GcpImpersonatedIdentity").admit(GCP_IMPERSONATED_IDENTITY_INPUT, props);
    super(scope, id, named);
    this.serviceAccount = makeServiceAccount(this, named);
    this.email = this.serviceAccount.email;
    this.member = this.serviceAccount.member;
    const trusted = named.trustedServiceAccountEmail;
    this.binding = letIn(this, this.serviceAccount, named, `serviceAccount:${trusted}`, "its service account");
  }

  override get permissions(): Permission[] {
    return [ACT_AS];
  }
}
