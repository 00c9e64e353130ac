import { type ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { type ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type Permission } from "../core/permission";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { GcpIdentityBase } from "./identity-base";
import { type GcpIdentityFieldValues } from "./interfaces";
import { SERVICE_ACCOUNT_EMAIL } from "./conditions";
import { IMPERSONATE_SERVICE_ACCOUNT } from "./permissions";
import { GCP_PART_RULES, type GcpPartProps } from "./provider";
import {
  createServiceAccount,
  createTokenBinding,
  GCP_SERVICE_ACCOUNT_RULES,
  type GcpServiceAccountProps,
  uniqueAccountId,
} from "./service-account";
import { type GcpAdditionalService } from "./services";

/** Props of `GcpImpersonatedIdentity`. */
export interface GcpImpersonatedIdentityProps extends GcpPartProps, GcpServiceAccountProps {
  /**
   * E-mail address of the platform's own service account, as the platform specifies it. Preferably one that the platform
   * uses for you only, because Google has no external id: if the platform shares this account among customers, another
   * customer could use it to read your data.
   */
  readonly trustedServiceAccountEmail: string;
}

/** Schema of `GcpImpersonatedIdentityProps`. */
export const GCP_IMPERSONATED_IDENTITY_SCHEMA: PropsSchema<GcpImpersonatedIdentityProps, "accountId"> = {
  rules: {
    ...GCP_PART_RULES,
    ...GCP_SERVICE_ACCOUNT_RULES,
    trustedServiceAccountEmail: string(SERVICE_ACCOUNT_EMAIL, '"acme-reader@platform.iam.gserviceaccount.com"'),
  },
  defaultNames: { accountId: (site) => site.name("-") },
  uniqueNames: (props) => [uniqueAccountId(props)],
};

/**
 * Identity that the platform logs in as without a key: a service account for which the platform's own service account gets
 * short-lived tokens. It has no secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/service-account-impersonation
 *
 * @throws InputError when a property is refused
 */
export class GcpImpersonatedIdentity extends GcpIdentityBase {
  /** The service account; `node.defaultChild`. */
  readonly serviceAccount: ServiceAccount;
  /** Binding that allows the platform to get tokens of the service account. */
  readonly binding: ServiceAccountIamMember;
  readonly email: string;
  readonly member: string;
  readonly fieldValues: GcpIdentityFieldValues = {};
  readonly requiredServices: readonly GcpAdditionalService[] = ["iamcredentials"];

  constructor(scope: Construct, id: string, props: GcpImpersonatedIdentityProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "GcpImpersonatedIdentity"),
      GCP_IMPERSONATED_IDENTITY_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.serviceAccount = createServiceAccount(this, validProps);
    this.email = this.serviceAccount.email;
    this.member = this.serviceAccount.member;
    const { trustedServiceAccountEmail } = validProps;
    this.binding = createTokenBinding(
      this,
      this.serviceAccount,
      validProps,
      `serviceAccount:${trustedServiceAccountEmail}`,
      "its service account",
    );
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [IMPERSONATE_SERVICE_ACCOUNT];
  }
}
