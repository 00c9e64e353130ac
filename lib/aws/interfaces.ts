import { type IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { type IPassablePart, PART_MEMBERS, passablePartRule } from "../core/passable-part";
import { fieldValuesRule } from "../core/platform";
import { enumString, optional, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { ACCOUNT_ID, BUCKET_ARN, BUCKET_NAME, IDENTITY_ARN, KMS_KEY_ARN, REPORT_NAME, S3_PREFIX } from "./conditions";
import { AWS_PROVIDER_RULES, type AwsProviderProps } from "./provider";
import { type AwsPolicyStatement } from "./statement";

/** Key of a row of the platform's form that depends on the identity. */
export type AwsIdentityFieldKey = "user_arn" | "access_key_id" | "secret_access_key" | "role_arn" | "external_id";

/** Rows of the platform's form that an identity fills in. */
export type AwsIdentityFieldValues = Readonly<Partial<Record<AwsIdentityFieldKey, string>>>;

/** Configuration of the attachment of a managed policy to an identity. */
export interface AwsPolicyAttachmentConfig extends AwsProviderProps {
  /** ARN of the managed policy. */
  readonly policyArn: string;
}

/**
 * Identity that the platform logs in as: a user or a role, new (`AwsIdentity`, `AwsRoleIdentity`) or existing
 * (`AwsIdentity.fromUser`, `AwsIdentity.fromRole`).
 */
export interface IAwsIdentity extends IPassablePart<"IAwsIdentity">, AwsProviderProps {
  /** ARN of the user or role. */
  readonly arn: string;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: AwsIdentityFieldValues;

  /** Attaches a managed policy to it. */
  attachPolicy(
    scope: Construct,
    id: string,
    config: AwsPolicyAttachmentConfig,
  ): IamUserPolicyAttachment | IamRolePolicyAttachment;
}

/** Storage of the reports: an S3 bucket in us-east-1, new (`AwsStorage`) or existing (`AwsStorage.fromBucket`). */
export interface IAwsStorage extends IPassablePart<"IAwsStorage">, AwsProviderProps {
  /** Name of the bucket, as a reference: resources that use it wait for the bucket. */
  readonly bucketName: string;
  /** ARN of the bucket. */
  readonly bucketArn: string;
  /** Region of the bucket. */
  readonly region: "us-east-1";
  /** Account that the stack is deployed to, which owns the bucket: 12 digits. */
  readonly accountId: string;
  /** Partition of that account: `aws`. */
  readonly partition: string;
  /**
   * Whether the bucket's policy allows the report service, now or once `deliveryDependencies` exist. While it is `false`, no
   * report is created: report in `manualSteps` what a person has to do.
   */
  readonly deliveryReady: boolean;
  /** Resources that must exist before a report is defined, because the service tests the bucket then. */
  readonly deliveryDependencies: readonly ITerraformDependable[];
  /**
   * ARN of the KMS key that encrypts the reports.
   *
   * @default - encryption with keys that S3 manages (SSE-S3)
   */
  readonly kmsKeyArn?: string;

  /**
   * Adds your own statement to the bucket's policy, which is at most 20 KB long. `permissions` does not report it.
   *
   * An unresolved token in it is not checked.
   *
   * @throws InputError when it is not a valid statement of a bucket policy, when its Sid is taken, or when this program does
   * not own the policy
   */
  addToBucketPolicy(statement: AwsPolicyStatement): void;
}

/** Cost & Usage Report, new (`AwsBillingExport`) or existing (`AwsBillingExport.fromReport`). */
export interface IAwsBillingExport extends IPassablePart<"IAwsBillingExport">, AwsProviderProps {
  /** Bucket that the report is delivered to. */
  readonly storage: IAwsStorage;
  /** Prefix in the bucket, below which the report is delivered. */
  readonly s3Prefix: string;
  /** Name of the report, as a reference: resources that use it wait for the report. */
  readonly reportName: string;
  /** ARN of the report. */
  readonly reportArn: string;
  /** `s3://bucket/prefix/report`, as the platform's form has it. */
  readonly bucketPath: string;
  /** Type of the account: the report of a `PAYER` covers the organization, that of a `MEMBER` covers itself. */
  readonly accountType: "PAYER" | "MEMBER";
}

/** Rule for an identity. */
export const AWS_IDENTITY_RULE = passablePartRule<IAwsIdentity>(
  "IAwsIdentity",
  {
    ...PART_MEMBERS,
    ...AWS_PROVIDER_RULES,
    arn: string(IDENTITY_ARN),
    fieldValues: fieldValuesRule("aws", "user_arn", "access_key_id", "secret_access_key", "role_arn", "external_id"),
    attachPolicy: "function",
  },
  "new AwsIdentity(…), new AwsRoleIdentity(…), AwsIdentity.fromUser(…) or AwsIdentity.fromRole(…)",
);

/** Rule for a storage. */
export const AWS_STORAGE_RULE = passablePartRule<IAwsStorage>(
  "IAwsStorage",
  {
    ...PART_MEMBERS,
    ...AWS_PROVIDER_RULES,
    bucketName: string(BUCKET_NAME),
    bucketArn: string(BUCKET_ARN),
    region: enumString("us-east-1"),
    accountId: string(ACCOUNT_ID),
    partition: string([{ must: "be aws", enum: ["aws"] }]),
    kmsKeyArn: optional(string(KMS_KEY_ARN)),
    deliveryReady: "boolean",
    deliveryDependencies: "list",
    addToBucketPolicy: "function",
  },
  "new AwsStorage(…) or AwsStorage.fromBucket(…)",
  ({ bucketArn, bucketName, kmsKeyArn, accountId }) => [
    ...(knownToDiffer(bucketArn.split(":::")[1], bucketName)
      ? [`'bucketArn' is ${show(bucketArn)} (it must be that of 'bucketName')`]
      : []),
    ...(knownToDiffer(kmsKeyArn?.split(":")[4], accountId)
      ? [`'kmsKeyArn' is ${show(kmsKeyArn)} (it must be of the account of 'accountId')`]
      : []),
  ],
);

/** Rule for a billing export. */
export const AWS_BILLING_EXPORT_RULE = passablePartRule<IAwsBillingExport>(
  "IAwsBillingExport",
  {
    ...PART_MEMBERS,
    ...AWS_PROVIDER_RULES,
    storage: AWS_STORAGE_RULE,
    s3Prefix: string(S3_PREFIX),
    reportName: string(REPORT_NAME),
    reportArn: "string",
    bucketPath: "string",
    accountType: enumString("PAYER", "MEMBER"),
  },
  "new AwsBillingExport(…) or AwsBillingExport.fromReport(…)",
);
