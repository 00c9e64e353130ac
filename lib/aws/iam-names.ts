import { type Condition } from "../core/rules";

/**
 * Name of a user or role.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const IAM_NAME: readonly Condition[] = [
  { must: "be letters, digits and _+=,.@-", characters: "A-Za-z0-9_+=,.@-" },
  { must: "be 1-64 characters long", minLength: 1, maxLength: 64 },
];

/**
 * Path of a user, role or policy. A policy's grammar is narrower than that of the other two: one path serves all.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export const IAM_PATH: readonly Condition[] = [
  { must: "be letters, digits and .,+@=_- between slashes", characters: "A-Za-z0-9.,+@=_/-" },
  {
    must: "begin and end with '/', with letters, digits and .,+@=_- between slashes",
    matches: "^/([A-Za-z0-9.,+@=_-]+/)*$",
  },
  { must: "be at most 512 characters long", maxLength: 512 },
];

const BOUNDARY_ARN = "be the ARN of a managed policy in the commercial partition";

/** ARN of the managed policy that bounds an identity. */
export const PERMISSIONS_BOUNDARY_ARN: readonly Condition[] = [
  { must: BOUNDARY_ARN, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: BOUNDARY_ARN,
    matches: "^arn:aws:iam::([0-9]{12}|aws):policy/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,128}$",
  },
  { must: "be at most 672 characters long", maxLength: 672 },
];

const PRINCIPAL_ARN = "be the ARN of a role, a user or the root of an account in the commercial partition";

/**
 * ARN of whom a role trusts. No wildcard, no service, no session: those either let in more than the platform or end.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const TRUSTED_PRINCIPAL_ARN: readonly Condition[] = [
  { must: PRINCIPAL_ARN, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: PRINCIPAL_ARN,
    matches: "^arn:aws:iam::[0-9]{12}:(root|(role|user)/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,64})$",
  },
  { must: "be at most 612 characters long", maxLength: 612 },
];

/**
 * External id of a role's trust. AWS takes two characters; below 16 one could be guessed.
 *
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const EXTERNAL_ID: readonly Condition[] = [
  { must: "be letters, digits and _+=,.@:/-", characters: "A-Za-z0-9_+=,.@:/-" },
  { must: "be 16-1224 characters long, so that nobody can guess it", minLength: 16, maxLength: 1224 },
];
