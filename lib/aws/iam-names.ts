import { type Condition, length, maxLength } from "../core/conditions";

/**
 * Name of a user or role.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const IAM_NAME: readonly Condition[] = [
  { must: "be letters, digits and _+=,.@-", characters: "A-Za-z0-9_+=,.@-" },
  length(1, 64),
];

/**
 * Path of a user, role or policy. The grammar is that of a policy's path, the narrowest, because all share one path.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export const IAM_PATH: readonly Condition[] = [
  { must: "be letters, digits and .,+@=_- between slashes", characters: "A-Za-z0-9.,+@=_/-" },
  {
    must: "begin and end with '/', with letters, digits and .,+@=_- between slashes",
    pattern: "^/([A-Za-z0-9.,+@=_-]+/)*$",
  },
  maxLength(512),
];

const BOUNDARY_ARN = "be the ARN of a managed policy in the commercial partition";

/** ARN of the managed policy that is the permissions boundary of an identity. */
export const PERMISSIONS_BOUNDARY_ARN: readonly Condition[] = [
  { must: BOUNDARY_ARN, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: BOUNDARY_ARN,
    pattern: "^arn:aws:iam::([0-9]{12}|aws):policy/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,128}$",
  },
  maxLength(672),
];

const PRINCIPAL_ARN = "be the ARN of a role, a user or the root of an account in the commercial partition";

/**
 * ARN of the principal that a role trusts. Wildcards and services are refused, because they let in more than the platform;
 * sessions, because they end.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const TRUSTED_PRINCIPAL_ARN: readonly Condition[] = [
  { must: PRINCIPAL_ARN, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: PRINCIPAL_ARN,
    pattern: "^arn:aws:iam::[0-9]{12}:(root|(role|user)/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,64})$",
  },
  maxLength(612),
];

/**
 * External id in a role's trust policy. AWS accepts two characters; an id with fewer than 16 could be guessed.
 *
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const EXTERNAL_ID: readonly Condition[] = [
  { must: "be letters, digits and _+=,.@:/-", characters: "A-Za-z0-9_+=,.@:/-" },
  length(16, 1224, ", so that nobody can guess it"),
];
