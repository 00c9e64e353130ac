import { type Condition, length, maxLength } from "../core/conditions";

/**
 * Name of a group. Identity domains are more lenient, and accept these names as well.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/groups/managinggroups.htm; the service's own words are "name
 * must be one or more of the following characters a-zA-Z0-9.-_" (oracle/terraform-provider-oci issue 2112)
 */
export const GROUP_NAME: readonly Condition[] = [
  { must: "be letters, digits and ._-", characters: "A-Za-z0-9._-" },
  length(1, 100),
  { must: "not be 'id' or 'to', which are keywords of policy statements", notPattern: "^([iI][dD]|[tT][oO])$" },
];

const SUBJECT_NAME = "([A-Za-z0-9._-]+|'[A-Za-z0-9._ -]+')";
const POLICY_SUBJECT_MUST = "be a group: group <name>, group '<domain>'/'<name>' or group id <OCID>";

/**
 * Subject of a policy statement. Other subjects (`any-user`, `service …`) would let in more than the platform.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
 */
export const POLICY_SUBJECT: readonly Condition[] = [
  { must: POLICY_SUBJECT_MUST, characters: "A-Za-z0-9 ._'/-" },
  {
    must: POLICY_SUBJECT_MUST,
    pattern: `^group (${SUBJECT_NAME}(/${SUBJECT_NAME})?|id ocid1[.]group[.][a-z0-9.-]+)$`,
  },
  { must: POLICY_SUBJECT_MUST, notPattern: "^group ([iI][dD]|[tT][oO])$" },
];

/**
 * Name of a policy. Its length leaves room for the suffix of the second policy's name.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/policymgmt/managingpolicies_topic-To_create_a_policy.htm
 */
export const POLICY_NAME: readonly Condition[] = [
  { must: "be letters, digits and ._-", characters: "A-Za-z0-9._-" },
  length(1, 89),
];

/**
 * Name of a user.
 *
 * Source: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/identity_user
 */
export const USER_NAME: readonly Condition[] = [
  { must: "be letters, digits and -._+@", characters: "A-Za-z0-9._+@-" },
  length(1, 100),
];

const EMAIL_ADDRESS_MUST = "be an e-mail address";

/**
 * E-mail address of a user. Tenancies with identity domains require it (error `primaryEmailNotSpecified`).
 *
 * Source: https://datatracker.ietf.org/doc/html/rfc5321#section-4.5.3.1 for the lengths; the characters are those that
 * addresses have in practice
 */
export const EMAIL: readonly Condition[] = [
  { must: EMAIL_ADDRESS_MUST, characters: "A-Za-z0-9._+'@-" },
  {
    must: EMAIL_ADDRESS_MUST,
    pattern: "^[A-Za-z0-9_+'-]+([.][A-Za-z0-9_+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z]{2,63}$",
  },
  maxLength(254),
];

/**
 * Name of an identity domain.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/domains/to-create-new-identity-domain.htm
 */
export const DOMAIN_NAME: readonly Condition[] = [
  { must: "be letters, digits and ._-", characters: "A-Za-z0-9._-" },
  length(1, 100),
  {
    must: "not be the Default domain, whose class is OciIdentity",
    notPattern: "^[Dd][Ee][Ff][Aa][Uu][Ll][Tt]$",
  },
];
