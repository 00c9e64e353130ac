import { type Condition, length, maxLength } from "../core/conditions";

/** Only region of the billing services, and the region from which the platform reads the export. */
export const BILLING_REGION = "us-east-1";

const ACCOUNT_ID_MUST = "be the 12 digits of an account";

/** ID of an account. */
export const ACCOUNT_ID: readonly Condition[] = [
  { must: ACCOUNT_ID_MUST, characters: "0-9" },
  { ...length(12, 12), must: ACCOUNT_ID_MUST },
];

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

const IDENTITY_ARN_MUST = "be the ARN of a user or a role in the commercial partition";

/** ARN of an identity. */
export const IDENTITY_ARN: readonly Condition[] = [
  { must: IDENTITY_ARN_MUST, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: IDENTITY_ARN_MUST,
    pattern: "^arn:aws:iam::[0-9]{12}:(role|user)/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,64}$",
  },
];

const BOUNDARY_ARN_MUST = "be the ARN of a managed policy in the commercial partition";

/** ARN of the managed policy that is the permissions boundary of an identity. */
export const PERMISSIONS_BOUNDARY_ARN: readonly Condition[] = [
  { must: BOUNDARY_ARN_MUST, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: BOUNDARY_ARN_MUST,
    pattern: "^arn:aws:iam::([0-9]{12}|aws):policy/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,128}$",
  },
  maxLength(672),
];

const PRINCIPAL_ARN_MUST = "be the ARN of a role, a user or the root of an account in the commercial partition";

/**
 * ARN of the principal that a role trusts. Wildcards and services are refused, because they let in more than the platform;
 * sessions, because they end.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const TRUSTED_PRINCIPAL_ARN: readonly Condition[] = [
  { must: PRINCIPAL_ARN_MUST, characters: "A-Za-z0-9.,+@=_:/-" },
  {
    must: PRINCIPAL_ARN_MUST,
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
  length(16, 1224, undefined, ", so that nobody can guess it"),
];

const BUCKET_NAME_MUST = "be 3-63 characters of a-z, 0-9, '.' and '-'";

/**
 * S3's rules for the name of a general purpose bucket. The library checks all of them, because the provider checks only an
 * older, laxer rule for us-east-1, and other invalid names fail at apply.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const BUCKET_NAME: readonly Condition[] = [
  { must: BUCKET_NAME_MUST, characters: "a-z0-9.-" },
  { ...length(3, 63), must: BUCKET_NAME_MUST },
  { must: "begin and end with a letter or a digit", pattern: "^[a-z0-9].*[a-z0-9]$" },
  { must: "not have two dots in a row", notPattern: "[.][.]" },
  { must: "not look like an IP address", notPattern: "^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$" },
  {
    must: "not begin with 'xn--', 'sthree-' or 'amzn-s3-demo-', which S3 reserves",
    notPattern: "^(xn--|sthree-|amzn-s3-demo-)",
  },
  {
    must: "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves",
    notPattern: "(-s3alias|--ol-s3|[.]mrap|--x-s3|--table-s3)$",
  },
];

/** The same rules for a bucket to create. The provider cannot create buckets in an account regional namespace (`-an`). */
export const NEW_BUCKET_NAME: readonly Condition[] = [
  ...BUCKET_NAME,
  { must: "not end with '-an', which S3 reserves for account regional namespaces", notPattern: "-an$" },
];

const BUCKET_ARN_MUST = "be the ARN of a bucket in the commercial partition, without '*' and '/'";

/** ARN of a bucket. */
export const BUCKET_ARN: readonly Condition[] = [
  { must: BUCKET_ARN_MUST, characters: "a-z0-9:.-" },
  { must: BUCKET_ARN_MUST, pattern: "^arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$" },
];

const KMS_KEY_ARN_MUST = `be the ARN of a KMS key (not of an alias) in ${BILLING_REGION}, where the bucket is`;

/** ARN of a KMS key in the region of billing. */
export const KMS_KEY_ARN: readonly Condition[] = [
  { must: KMS_KEY_ARN_MUST, characters: "a-z0-9:/-" },
  {
    must: KMS_KEY_ARN_MUST,
    pattern: `^arn:aws:kms:${BILLING_REGION}:[0-9]{12}:key/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`,
  },
];

/**
 * Name of a Cost & Usage Report.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export const REPORT_NAME: readonly Condition[] = [
  { must: "be letters, digits and !-_.*'()", characters: "0-9A-Za-z!_.*'()-" },
  { must: "begin with a letter or a digit", pattern: "^[0-9A-Za-z]" },
  maxLength(256),
];

/**
 * Prefix in the bucket, below which a report is delivered.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export const S3_PREFIX: readonly Condition[] = [
  // The service allows '*', but it would be a wildcard in the ARN that limits what the platform can read.
  { must: "be letters, digits and !-_.'()/", characters: "0-9A-Za-z!_.'()/-" },
  { must: "not begin with '/'", notPattern: "^/" },
  // Enforced by the service since November 2025.
  { must: "not end with '/' or '.'", notPattern: "[/.]$" },
  length(2, 256),
];
