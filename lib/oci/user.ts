import { Op, type TerraformResourceLifecycle, TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { withPreconditions } from "../core/preconditions";
import { type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { describeConstruct } from "../core/validate-props";
import { warnOfExistingPermissions } from "../core/warning";
import { DataOciIdentityUser } from "./bindings/data-oci-identity-user";
import { IdentityUser } from "./bindings/identity-user";
import { IdentityUserCapabilitiesManagement } from "./bindings/identity-user-capabilities-management";
import { EMAIL, USER_NAME } from "./conditions";
import { exampleOcid, ocid } from "./ocid";
import { type OciPartProps, type OciProviderProps, uniqueInTenancy } from "./provider";

/** Props of a new user. */
export interface OciUserProps {
  /**
   * E-mail address of the user, which Oracle requires: unique in the tenancy, and of a mailbox that someone reads.
   *
   * Source: https://docs.oracle.com/en-us/iaas/api/#/en/identity/20160918/datatypes/CreateUserDetails
   */
  readonly userEmail: string;

  /**
   * Name of the user: 1-100 letters, digits and `-._+@`; unique in the tenancy, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly userName?: string;
}

/** Rules of `OciUserProps`. */
export const OCI_USER_RULES: Rules<OciUserProps> = {
  userEmail: string(EMAIL, '"finops-platform@acme.com"'),
  userName: optional(string(USER_NAME, '"finops-platform"')),
};

type NewUserProps = OciUserProps & { readonly userName: string } & OciPartProps;

/**
 * Claims of the name and the e-mail address of a user.
 *
 * @param among tenancy or identity domain in which they are unique
 */
export function uniqueUserNames(
  { userName, userEmail }: Omit<NewUserProps, keyof OciPartProps>,
  among: string,
): UniqueName[] {
  return [
    uniqueInTenancy(among, "userName", "user", userName),
    uniqueInTenancy(among, "userEmail", "user's address", userEmail),
  ];
}

/** New user and the limits of its credentials. Group membership and API key wait for the limits. */
export interface NewUser {
  readonly user: IdentityUser;
  readonly userOcid: string;
  readonly capabilities: IdentityUserCapabilitiesManagement;
}

/** Creates a user that can have API keys. All other credentials that the provider can disable are disabled. */
export function createUser(scope: Construct, props: NewUserProps): NewUser {
  const user = new IdentityUser(scope, "Resource", {
    provider: props.provider,
    compartmentId: props.tenancyOcid,
    name: props.userName,
    email: props.userEmail,
    description: "The FinOps platform, by API key",
    freeformTags: props.freeformTags,
    definedTags: props.definedTags,
    lifecycle: withPreconditions(props),
  });
  // Read once, because each read creates a token, for which cdktf captures a stack trace.
  const userOcid = user.id;
  const capabilities = new IdentityUserCapabilitiesManagement(scope, "capabilities", {
    provider: props.provider,
    userId: userOcid,
    canUseApiKeys: true,
    canUseAuthTokens: false,
    canUseConsolePassword: false,
    canUseCustomerSecretKeys: false,
    canUseSmtpCredentials: false,
  });
  return { user, userOcid, capabilities };
}

/** Props of an existing user. */
export interface OciUserOcidProps {
  /** OCID of the user, which must be in the Default identity domain. A user can have three API keys. */
  readonly userOcid: string;
}

/** Rules of `OciUserOcidProps`. */
export const OCI_USER_OCID_RULES: Rules<OciUserOcidProps> = {
  userOcid: string(ocid("user"), exampleOcid("user")),
};

// https://registry.terraform.io/providers/oracle/oci/latest/docs/data-sources/identity_api_keys: "A user can have a maximum
// of three".
const KEYS_PER_USER = 3;

/** Claim of one of the API keys that a user can have. */
export function keyQuota({ userOcid }: OciUserOcidProps): UniqueName {
  return {
    property: "userOcid",
    kind: "API keys",
    name: userOcid,
    within: "program",
    quota: { most: KEYS_PER_USER, takes: 1 },
    advice: "pass one identity to all integrations, or create a user for each platform",
  };
}

/** Creates the data source of an existing user. */
export function readUser(scope: Construct, props: OciUserOcidProps & OciProviderProps): DataOciIdentityUser {
  warnOfExistingPermissions(scope, "user");
  const postcondition: TerraformResourceLifecycle["postcondition"] = [
    {
      condition: Op.eq(TerraformSelf.getString("state"), "ACTIVE"),
      errorMessage: `${describeConstruct(props)}: the user must be active.`,
    },
    {
      condition: "${alltrue(self.capabilities[*].can_use_api_keys)}",
      errorMessage: `${describeConstruct(props)}: the user must be able to use API keys.`,
    },
  ];
  return new DataOciIdentityUser(scope, "Resource", {
    provider: props.provider,
    userId: props.userOcid,
    lifecycle: withPreconditions(props, { postcondition }),
  });
}
