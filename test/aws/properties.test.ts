import {
  AwsAccess,
  AwsBillingExport,
  AwsIdentity,
  AwsIntegration,
  AwsReportFormat,
  AwsRoleIdentity,
  AwsStorage,
} from "cdktf-finops/aws";
import { type TerraformStack } from "cdktf";
import { AWS_ACCESS_SCHEMA } from "../../lib/aws/access";
import { AWS_BILLING_EXPORT_SCHEMA } from "../../lib/aws/billing-export";
import { AWS_EXISTING_BUCKET_SCHEMA } from "../../lib/aws/existing-bucket";
import { AWS_EXISTING_REPORT_SCHEMA } from "../../lib/aws/existing-report";
import { AWS_EXISTING_ROLE_SCHEMA } from "../../lib/aws/existing-role";
import { AWS_EXISTING_USER_SCHEMA } from "../../lib/aws/existing-user";
import { AWS_IDENTITY_SCHEMA } from "../../lib/aws/identity";
import { AWS_INTEGRATION_SCHEMA } from "../../lib/aws/integration";
import { AWS_ROLE_IDENTITY_SCHEMA } from "../../lib/aws/role-identity";
import { AWS_STORAGE_SCHEMA } from "../../lib/aws/storage";
import { awsStack } from "../support/aws";
import { describeProperties, type Grammar, type Subject } from "../support/properties";
import { AWS_GRAMMAR } from "./grammar";

const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";
const PRINCIPAL = "arn:aws:iam::444455556666:root";
const storage = (stack: TerraformStack): AwsStorage =>
  new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });

// `never`, because JavaScript may pass anything.
const SUBJECTS: Readonly<Record<string, Subject>> = {
  AwsIntegration: {
    rules: AWS_INTEGRATION_SCHEMA.rules,
    create: (stack, id, props) => new AwsIntegration(stack, id, props as never),
    requiredProps: () => ({ bucketName: "acme-billing" }),
  },
  AwsIdentity: {
    rules: AWS_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new AwsIdentity(stack, id, props),
    requiredProps: () => ({}),
  },
  AwsRoleIdentity: {
    rules: AWS_ROLE_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new AwsRoleIdentity(stack, id, props as never),
    requiredProps: () => ({ trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID }),
  },
  "AwsIdentity.fromUser": {
    rules: AWS_EXISTING_USER_SCHEMA.rules,
    create: (stack, id, props) => AwsIdentity.fromUser(stack, id, props as never),
    requiredProps: () => ({ userName: "platform" }),
  },
  "AwsIdentity.fromRole": {
    rules: AWS_EXISTING_ROLE_SCHEMA.rules,
    create: (stack, id, props) => AwsIdentity.fromRole(stack, id, props as never),
    requiredProps: () => ({ roleName: "platform", externalId: EXTERNAL_ID }),
  },
  AwsStorage: {
    rules: AWS_STORAGE_SCHEMA.rules,
    create: (stack, id, props) => new AwsStorage(stack, id, props as never),
    requiredProps: () => ({ bucketName: "acme-billing" }),
  },
  "AwsStorage.fromBucket": {
    rules: AWS_EXISTING_BUCKET_SCHEMA.rules,
    create: (stack, id, props) => AwsStorage.fromBucket(stack, id, props as never),
    requiredProps: () => ({ bucketName: "acme-billing", policy: "ELSEWHERE" }),
  },
  AwsBillingExport: {
    rules: AWS_BILLING_EXPORT_SCHEMA.rules,
    create: (stack, id, props) => new AwsBillingExport(stack, id, props as never),
    requiredProps: (stack) => ({ storage: storage(stack) }),
  },
  "AwsBillingExport.fromReport": {
    rules: AWS_EXISTING_REPORT_SCHEMA.rules,
    create: (stack, id, props) => AwsBillingExport.fromReport(stack, id, props as never),
    requiredProps: () => ({ reportName: "hourly" }),
  },
  AwsAccess: {
    rules: AWS_ACCESS_SCHEMA.rules,
    create: (stack, id, props) => new AwsAccess(stack, id, props as never),
    requiredProps: (stack) => ({
      identity: new AwsIdentity(stack, "identity"),
      billingExport: new AwsBillingExport(stack, "export", { storage: storage(stack) }),
    }),
  },
};

/** Valid values and near misses, from which the tests derive others. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  accessLogBucketName: ["acme-access-logs", "a.b-c", "192.168.0.1x"],
  accountId: ["111122223333"],
  bucketName: ["acme-data", "a.b-c", "a..b", "-ab", "ab-", "10.0.0.10x", "xn--a", "a-s3alias", "a--x-s3", "acme-an"],
  externalId: [EXTERNAL_ID, "a:b/c,d.e@f=g+h_i-", "x".repeat(1224)],
  format: [AwsReportFormat.CSV_GZIP, AwsReportFormat.CSV_ZIP, AwsReportFormat.PARQUET],
  iamPath: ["/", "/finops/", "/a/b.c,d+e@f=g_h-/"],
  kmsKeyArn: [
    "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    `arn:aws:kms:us-east-1:111122223333:key/mrk-${"0123456789abcdef".repeat(2)}`,
  ],
  noncurrentVersionDays: [1, 3650, 0, 3651, 1.5, NaN, Infinity],
  outputPrefix: ["finops", "a_1"],
  permissionsBoundaryArn: ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", "arn:aws:iam::111122223333:policy/b"],
  policyName: ["finops_+=,.@-", "p".repeat(128)],
  reportName: ["hourly", "a!-_.*'()"],
  roleName: ["finops_+=,.@-", "r".repeat(64)],
  s3Prefix: ["cur", "exports/aws", "a!-_.'()/b"],
  tags: [{ team: "finops" }, { "équipe 1": "", Команда: "_.:/=+-@" }, { a: "1", A: "2" }, { "aws:x": "1" }],
  trustedPrincipalArn: [PRINCIPAL, "arn:aws:iam::444455556666:role/a/b", "arn:aws:iam::444455556666:user/u"],
  userName: ["finops_+=,.@-", "u".repeat(64)],
  additionalArtifacts: [["REDSHIFT"], ["QUICKSIGHT", "REDSHIFT"], ["REDSHIFT", "REDSHIFT"]],
  additionalSchemaElements: [[], ["RESOURCES"]],
};
const WORDS = [
  "MERGE",
  "CREATE",
  "ELSEWHERE",
  "Active",
  "Inactive",
  "PAYER",
  "MEMBER",
  "OVERWRITE_REPORT",
  "CREATE_NEW_REPORT",
  "HOURLY",
  "DAILY",
];

function grammarOf(subject: string, property: string): Grammar | undefined {
  const isNewBucket = property === "bucketName" && ["AwsIntegration", "AwsStorage"].includes(subject);
  return (AWS_GRAMMAR as Record<string, Grammar>)[isNewBucket ? "newBucketName" : property];
}

describeProperties({
  subjects: SUBJECTS,
  stack: awsStack,
  samples: SAMPLES,
  words: WORDS,
  grammarOf,
  objects: ["identity", "storage", "billingExport", "provider"],
  composites: ["AwsIntegration", "AwsAccess"],
});
