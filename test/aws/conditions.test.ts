import { AWS_ACCESS_SCHEMA } from "../../lib/aws/access";
import { AWS_BILLING_EXPORT_SCHEMA } from "../../lib/aws/billing-export";
import * as conditions from "../../lib/aws/conditions";
import { AWS_EXISTING_BUCKET_SCHEMA } from "../../lib/aws/existing-bucket";
import { AWS_EXISTING_REPORT_SCHEMA } from "../../lib/aws/existing-report";
import { AWS_EXISTING_ROLE_SCHEMA } from "../../lib/aws/existing-role";
import { AWS_EXISTING_USER_SCHEMA } from "../../lib/aws/existing-user";
import { AWS_IDENTITY_SCHEMA } from "../../lib/aws/identity";
import { AWS_PART_RULES } from "../../lib/aws/provider";
import { AWS_ROLE_IDENTITY_SCHEMA } from "../../lib/aws/role-identity";
import { AWS_STORAGE_SCHEMA } from "../../lib/aws/storage";
import { type Kind } from "../../lib/core/rules";
import { describeConditions, describeWiring, type Trial, type Wiring } from "../support/conditions";

const {
  ACCOUNT_ID,
  BUCKET_ARN,
  BUCKET_NAME,
  EXTERNAL_ID,
  IAM_NAME,
  IAM_PATH,
  IDENTITY_ARN,
  KMS_KEY_ARN,
  NEW_BUCKET_NAME,
  PERMISSIONS_BOUNDARY_ARN,
  REPORT_NAME,
  S3_PREFIX,
  TRUSTED_PRINCIPAL_ARN,
} = conditions;
// Those without a constant of their own.
const { conditions: POLICY_NAME } = AWS_ACCESS_SCHEMA.rules.policyName.kind as Extract<Kind, { type: "string" }>;
const { keys: TAG_KEY, values: TAG_VALUE } = AWS_PART_RULES.tags.kind as Extract<Kind, { type: "map" }>;

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
// A letter of two UTF-16 code units.
const LETTER = "𐐀";

const NAMES_OF_BUCKETS = {
  accepts: ["abc", "acme-billing-export", "1a2", "acme.billing", "a".repeat(63), "a--b", "1.2.3.4.5"],
  refuses: {
    "be 3-63 characters of a-z, 0-9, '.' and '-'": [
      "Acme_Billing",
      "Logs",
      "ab",
      "a".repeat(64),
      "",
      "*",
      "büdget",
      "acme billing",
      "acme-billing\n",
      "${var.bucket}",
      "s3://acme",
      "s3://acme-billing/cur",
      "acme/billing",
    ],
    "begin and end with a letter or a digit": ["-acme", "acme-", ".acme", "acme."],
    "not have two dots in a row": ["acme..billing"],
    "not look like an IP address": ["192.168.5.4"],
    "not begin with 'xn--', 'sthree-' or 'amzn-s3-demo-', which S3 reserves": [
      "xn--acme",
      "sthree-acme",
      "amzn-s3-demo-acme",
    ],
    "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves": [
      "acme-s3alias",
      "acme--ol-s3",
      "acme.mrap",
      "acme--x-s3",
      "acme--table-s3",
    ],
  },
};

const TRIALS: Readonly<Record<string, Trial>> = {
  "the conditions of an account": {
    conditions: ACCOUNT_ID,
    accepts: ["111122223333", "000000000000"],
    refuses: {
      "be the 12 digits of an account": [
        "acme",
        "*",
        "",
        "11112222333",
        "1111222233334",
        "1111-2222-33",
        "１１１１２２２２３３３３",
        "111122223333\n",
      ],
    },
  },
  "the conditions of a user or role name": {
    conditions: IAM_NAME,
    accepts: ["x", "finops@acme", "aZ9_+=,.@-".repeat(6) + "abcd"],
    refuses: {
      "be letters, digits and _+=,.@-": [
        "fin ops",
        "финопс",
        "fin*",
        "fin/ops",
        "finops\n",
        "${var.name}",
        "arn:aws:iam::111122223333:user/platform",
        "arn:aws:iam::111122223333:role/platform",
      ],
      "be 1-64 characters long": ["", "x".repeat(65)],
    },
  },
  "the conditions of a path": {
    conditions: IAM_PATH,
    accepts: ["/", "/finops/readers/", `/${"a".repeat(499)}/.,+@=_-/9/`, `/${"x".repeat(510)}/`],
    refuses: {
      "be letters, digits and .,+@=_- between slashes": ["/${self}/", "/*/", "/fin ops/", "/финопс/", "/finops/\n"],
      "begin and end with '/', with letters, digits and .,+@=_- between slashes": [
        "finops",
        "/finops",
        "finops/",
        "/a//b/",
        "//",
        "",
      ],
      "be at most 512 characters long": [`/${"x".repeat(511)}/`],
    },
  },
  "the conditions of the ARN of an identity": {
    conditions: IDENTITY_ARN,
    accepts: [
      "arn:aws:iam::111122223333:user/own",
      "arn:aws:iam::111122223333:role/a/b.c,d+e@f=g_h-/platform",
      `arn:aws:iam::111122223333:role/${"x".repeat(64)}`,
    ],
    refuses: {
      "be the ARN of a user or a role in the commercial partition": [
        "*",
        "arn:aws:iam::111122223333:user/*",
        "arn:aws:iam::111122223333:user/",
        "arn:aws:iam::111122223333:user/own\n",
        "arn:aws:iam::111122223333:user/a//own",
        `arn:aws:iam::111122223333:user/${"x".repeat(65)}`,
        "arn:aws:iam::11112222333:user/own",
        "arn:aws:iam::111122223333:root",
        "arn:aws:iam::111122223333:group/own",
        "arn:aws-us-gov:iam::111122223333:user/own",
        "arn:aws:sts::111122223333:assumed-role/own/session",
      ],
    },
  },
  "the conditions of a permissions boundary": {
    conditions: PERMISSIONS_BOUNDARY_ARN,
    accepts: [
      "arn:aws:iam::111122223333:policy/finops/boundary",
      "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      `arn:aws:iam::aws:policy/${"x".repeat(128)}`,
      `arn:aws:iam::aws:policy/${"x/".repeat(323)}bb`,
    ],
    refuses: {
      "be the ARN of a managed policy in the commercial partition": [
        "boundary",
        "arn:aws:iam::111122223333:policy/b/",
        "arn:aws:iam::111122223333:policy/*",
        "arn:aws:iam::111122223333:policy/b\n",
        `arn:aws:iam::aws:policy/${"x".repeat(129)}`,
        "arn:aws:iam::111122223333:role/boundary",
        "arn:aws-us-gov:iam::111122223333:policy/b",
        "arn:aws:iam::11112222333:policy/b",
      ],
      "be at most 672 characters long": [
        `arn:aws:iam::aws:policy/${"x/".repeat(324)}b`,
        `arn:aws:iam::aws:policy/${"x/".repeat(400)}b`,
      ],
    },
  },
  "the conditions of a trusted principal": {
    conditions: TRUSTED_PRINCIPAL_ARN,
    accepts: [
      "arn:aws:iam::444455556666:root",
      "arn:aws:iam::444455556666:role/platform",
      "arn:aws:iam::444455556666:role/service/eu/platform",
      "arn:aws:iam::444455556666:user/collector",
      `arn:aws:iam::444455556666:role/${"p".repeat(516)}/${"r".repeat(64)}`,
    ],
    refuses: {
      "be the ARN of a role, a user or the root of an account in the commercial partition": [
        "*",
        "arn:aws:iam::*:root",
        "arn:aws:iam::444455556666:role/*",
        "arn:aws:iam::444455556666:role/",
        `arn:aws:iam::444455556666:role/${"r".repeat(65)}`,
        "arn:aws:iam::444455556666:root/platform",
        "arn:aws:iam::444455556666:root\n",
        "444455556666",
        "arn:aws:sts::444455556666:assumed-role/platform/session",
        "ec2.amazonaws.com",
        "arn:aws-us-gov:iam::444455556666:root",
      ],
      "be at most 612 characters long": [`arn:aws:iam::444455556666:role/${"p".repeat(517)}/${"r".repeat(64)}`],
    },
  },
  "the conditions of an external id": {
    conditions: EXTERNAL_ID,
    accepts: ["0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613", "aZ9_+=,.@:/-acme", "x".repeat(1224)],
    refuses: {
      "be letters, digits and _+=,.@:/-": [
        "acme production account",
        'acme-production"}}',
        "acme-production*",
        "acme-production\n",
        "${var.external_id}",
        "финопс-платформа",
      ],
      "be 16-1224 characters long, so that nobody can guess it": ["", "acme", "acme-production", "x".repeat(1225)],
    },
  },
  "the conditions of a bucket name": {
    conditions: BUCKET_NAME,
    accepts: [...NAMES_OF_BUCKETS.accepts, "acme-111122223333-us-east-1-an"],
    refuses: NAMES_OF_BUCKETS.refuses,
  },
  "the conditions of the name of a new bucket": {
    conditions: NEW_BUCKET_NAME,
    accepts: NAMES_OF_BUCKETS.accepts,
    refuses: {
      ...NAMES_OF_BUCKETS.refuses,
      "not end with '-an', which S3 reserves for account regional namespaces": ["acme-111122223333-us-east-1-an"],
    },
  },
  "the conditions of the ARN of a bucket": {
    conditions: BUCKET_ARN,
    accepts: ["arn:aws:s3:::abc", "arn:aws:s3:::own.bucket-1", `arn:aws:s3:::${"a".repeat(63)}`],
    refuses: {
      "be the ARN of a bucket in the commercial partition, without '*' and '/'": [
        "own-bucket",
        "*",
        "arn:aws:s3:::*",
        "arn:aws:s3:::own-bucket*",
        "arn:aws:s3:::own-bucket/*",
        "arn:aws:s3:::own-bucket/cur",
        "arn:aws:s3:::own-bucket\n",
        "arn:aws:s3:::-own-bucket",
        "arn:aws:s3:::own-bucket-",
        "arn:aws:s3:::ab",
        `arn:aws:s3:::${"a".repeat(64)}`,
        "arn:aws:s3:us-east-1::own-bucket",
        "arn:aws-cn:s3:::own-bucket",
      ],
    },
  },
  "the conditions of a KMS key": {
    conditions: KMS_KEY_ARN,
    accepts: [KEY, `arn:aws:kms:us-east-1:111122223333:key/mrk-${"0123456789abcdef".repeat(2)}`],
    refuses: {
      "be the ARN of a KMS key (not of an alias) in us-east-1, where the bucket is": [
        "*",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-east-1:111122223333:key/*",
        "arn:aws:kms:us-east-1:111122223333:alias/billing",
        KEY.replace("us-east-1", "eu-west-1"),
        KEY.replace("arn:aws:", "arn:aws-us-gov:"),
        KEY.replace("111122223333", "11112222333"),
        KEY.toUpperCase(),
        `${KEY}0`,
        `${KEY}\n`,
        `arn:aws:kms:us-east-1:111122223333:key/mrk-${"a".repeat(31)}`,
      ],
    },
  },
  "the conditions of a report name": {
    conditions: REPORT_NAME,
    accepts: ["9", "Hourly", "a!-_.*'()", "x".repeat(256)],
    refuses: {
      // The provider accepts spaces.
      "be letters, digits and !-_.*'()": [
        "fin ops",
        "fin/ops",
        "финопс",
        "finops\n",
        "${var.name}",
        "arn:aws:cur:us-east-1:111122223333:definition/hourly",
      ],
      "begin with a letter or a digit": ["-finops", "*", ""],
      "be at most 256 characters long": ["x".repeat(257)],
    },
  },
  "the conditions of a prefix in the bucket": {
    conditions: S3_PREFIX,
    accepts: ["cc", "exports/aws", "a!-_.'()/Z9", "x".repeat(256)],
    refuses: {
      "be letters, digits and !-_.'()/": [
        // They would be wildcards in a policy.
        "*",
        "cur*",
        "cu?r",
        "cur|",
        "my cur",
        'cu"r',
        "cur\n",
        "отчёт",
        "${var.x}/cur",
        "s3://acme/cur",
      ],
      "not begin with '/'": ["/cur", "/"],
      "not end with '/' or '.'": ["cur/", "cur."],
      "be 2-256 characters long": ["", "c", "x".repeat(257)],
    },
  },
  "the conditions of a policy name": {
    conditions: POLICY_NAME,
    accepts: ["p", "aZ9_+=,.@-".repeat(12) + "abcdefgh"],
    refuses: {
      "be letters, digits and _+=,.@-": ["fin ops", "fin/ops", "финопс", "finops\n", "${var.name}", "*"],
      "be 1-128 characters long": ["", "x".repeat(129)],
    },
  },
  "the conditions of the key of a tag": {
    conditions: TAG_KEY,
    accepts: [
      "a",
      "équipe 1",
      "Команда",
      "cost centre_.:/=+-@",
      "AwsThing",
      "x-aws:y",
      "k".repeat(128),
      LETTER.repeat(64),
    ],
    refuses: {
      "be made of letters, digits, spaces and _.:/=+-@": ["team!", "team\n", "team😀", "${var.x}", "*"],
      "be 1-128 characters long": ["", "x".repeat(129), LETTER.repeat(65)],
      "not begin with 'aws:', which AWS reserves": ["aws:team", "AWS:team", "aWs:"],
    },
  },
  "the conditions of the value of a tag": {
    conditions: TAG_VALUE,
    accepts: ["", "Überbau 7", "финопс_.:/=+-@", "aws:x", "x".repeat(256), LETTER.repeat(128)],
    refuses: {
      "be made of letters, digits, spaces and _.:/=+-@": ["${var.x}", "%{x}", "a*", "a\n", "a😀"],
      "be at most 256 characters long": ["x".repeat(257), LETTER.repeat(129)],
    },
  },
};

describeConditions(TRIALS, conditions);

const ROWS = {
  accountId: { conditions: ACCOUNT_ID, example: '"111122223333"' },
  bucketName: { conditions: BUCKET_NAME, example: '"acme-billing-export"' },
  accessLogBucketName: { conditions: BUCKET_NAME, example: '"acme-access-logs"' },
  kmsKeyArn: { conditions: KMS_KEY_ARN, example: `"${KEY}"` },
  reportName: { conditions: REPORT_NAME, example: '"finops-hourly"' },
  s3Prefix: { conditions: S3_PREFIX, example: '"cur"' },
  policyName: { conditions: POLICY_NAME, example: '"finops-platform"' },
  userName: { conditions: IAM_NAME, example: '"finops-platform"' },
  roleName: { conditions: IAM_NAME, example: '"finops-platform"' },
  iamPath: { conditions: IAM_PATH, example: '"/finops/"' },
  permissionsBoundaryArn: {
    conditions: PERMISSIONS_BOUNDARY_ARN,
    example: '"arn:aws:iam::111122223333:policy/boundary"',
  },
  trustedPrincipalArn: { conditions: TRUSTED_PRINCIPAL_ARN, example: '"arn:aws:iam::444455556666:root"' },
  externalId: { conditions: EXTERNAL_ID, example: '"0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613"' },
  tags: { conditions: { keys: TAG_KEY, values: TAG_VALUE }, example: '{ team: "finops" }' },
};

const rowsOf = (schema: string, ...properties: (keyof typeof ROWS)[]): Wiring[] =>
  properties.map((property) => ({ property: `${schema}.${property}`, ...ROWS[property] }));

const PATH_AND_BOUNDARY = ["iamPath", "permissionsBoundaryArn"] as const;

describeWiring(
  {
    AWS_ACCESS_SCHEMA,
    AWS_BILLING_EXPORT_SCHEMA,
    AWS_EXISTING_BUCKET_SCHEMA,
    AWS_EXISTING_REPORT_SCHEMA,
    AWS_EXISTING_ROLE_SCHEMA,
    AWS_EXISTING_USER_SCHEMA,
    AWS_IDENTITY_SCHEMA,
    AWS_ROLE_IDENTITY_SCHEMA,
    AWS_STORAGE_SCHEMA,
  },
  [
    ...rowsOf("AWS_IDENTITY_SCHEMA", "tags", "userName", ...PATH_AND_BOUNDARY),
    ...rowsOf(
      "AWS_ROLE_IDENTITY_SCHEMA",
      "tags",
      "trustedPrincipalArn",
      "externalId",
      "roleName",
      ...PATH_AND_BOUNDARY,
    ),
    ...rowsOf("AWS_EXISTING_USER_SCHEMA", "userName"),
    ...rowsOf("AWS_EXISTING_ROLE_SCHEMA", "roleName", "externalId"),
    ...rowsOf("AWS_STORAGE_SCHEMA", "tags", "accountId", "kmsKeyArn", "accessLogBucketName"),
    { property: "AWS_STORAGE_SCHEMA.bucketName", ...ROWS.bucketName, conditions: NEW_BUCKET_NAME },
    ...rowsOf("AWS_EXISTING_BUCKET_SCHEMA", "bucketName", "accountId", "kmsKeyArn"),
    ...rowsOf("AWS_BILLING_EXPORT_SCHEMA", "tags", "reportName", "s3Prefix"),
    ...rowsOf("AWS_EXISTING_REPORT_SCHEMA", "reportName", "accountId", "kmsKeyArn"),
    ...rowsOf("AWS_ACCESS_SCHEMA", "tags", "iamPath", "policyName"),
  ],
);
