import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import {
  S3BucketServerSideEncryptionConfigurationA,
  type S3BucketServerSideEncryptionConfigurationRuleA,
} from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type Permission } from "../core/permission";
import { withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { boolean, integer, optional, string } from "../core/rules";
import { show } from "../core/show";
import { validateProps } from "../core/validate-props";
import { BUCKET_NAME, NEW_BUCKET_NAME } from "./conditions";
import { DELIVERY_PERMISSIONS, deliveryStatements, denyInsecureTransport } from "./delivery";
import { AwsExistingBucket, type AwsExistingBucketProps } from "./existing-bucket";
import { type IAwsStorage } from "./interfaces";
import { AWS_PART_RULES, type AwsPartProps, billingRegionArgument } from "./provider";
import { type AwsPolicyStatement, policyDocument } from "./statement";
import {
  AWS_KEY_ACCOUNT_CHECK,
  AWS_STORAGE_BASE_RULES,
  AwsStorageBase,
  type AwsStorageBaseProps,
} from "./storage-base";

/** Props of `AwsStorage`. */
export interface AwsStorageProps extends AwsPartProps, AwsStorageBaseProps {
  /**
   * Name of the bucket to create: 3-63 lower-case letters, digits, '-' and '.', unique in all of AWS. Avoid dots, which do
   * not match S3's TLS certificate.
   */
  readonly bucketName: string;

  /**
   * Days after which an overwritten or deleted version is removed permanently: 1-3650. The report service overwrites its
   * files several times a day. Current files never expire.
   *
   * @default 7
   */
  readonly noncurrentVersionDays?: number;

  /**
   * Name of another bucket that receives the access log, below `<bucketName>/`. It must be in us-east-1, and its policy must
   * allow `logging.s3.amazonaws.com` to write.
   *
   * @default - no access log
   */
  readonly accessLogBucketName?: string;

  /**
   * Whether Terraform refuses to destroy the bucket and the billing history in it. The protection lasts only while the
   * construct is in the program: removing the construct removes the protection, too.
   *
   * @default true
   */
  readonly retain?: boolean;
}

/** Schema of `AwsStorageProps`. */
export const AWS_STORAGE_SCHEMA: PropsSchema<AwsStorageProps> = {
  rules: {
    ...AWS_PART_RULES,
    bucketName: string(NEW_BUCKET_NAME, '"acme-billing-export"'),
    ...AWS_STORAGE_BASE_RULES,
    noncurrentVersionDays: optional(integer(1, 3650)),
    accessLogBucketName: optional(string(BUCKET_NAME, '"acme-access-logs"')),
    retain: optional(boolean()),
  },
  crossChecks: [AWS_KEY_ACCOUNT_CHECK, crossCheck(["bucketName", "accessLogBucketName"], checkAccessLog)],
  uniqueNames: ({ bucketName }) => [
    {
      property: "bucketName",
      kind: "S3 bucket",
      name: bucketName,
      within: "program",
      advice: "choose another, or, within a stack, pass the storage of the other construct as 'storage'",
    },
  ],
};

function checkAccessLog({
  bucketName,
  accessLogBucketName,
}: Pick<AwsStorageProps, "bucketName" | "accessLogBucketName">): string[] {
  return accessLogBucketName !== undefined && accessLogBucketName === bucketName
    ? [
        `'accessLogBucketName' must not be the bucket itself, got: ${show(bucketName)}; name another bucket, ` +
          "because each delivery of the log would be logged in turn, without end",
      ]
    : [];
}

const INCOMPLETE_UPLOAD_DAYS = 7;

/**
 * Storage of the reports: an S3 bucket in us-east-1, closed to the public and to plain HTTP. Its policy allows the report
 * service to write, for reports of this account only. The account's IAM policies decide who else in the account can write.
 *
 * @throws InputError when a property is refused
 */
export class AwsStorage extends AwsStorageBase {
  /**
   * References an existing bucket, in us-east-1 and in the account that the stack is deployed to. Terraform changes at most
   * its policy, see `AwsExistingBucketProps.policy`.
   *
   * @throws InputError when a property is refused
   */
  static fromBucket(scope: Construct, id: string, props: AwsExistingBucketProps): IAwsStorage {
    return new AwsExistingBucket(scope, id, props);
  }

  /** The bucket; `node.defaultChild`. */
  readonly bucket: S3Bucket;
  /** The only policy of the bucket: add to it with `addToBucketPolicy`, because a second resource would replace it. */
  readonly bucketPolicy: S3BucketPolicy;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly deliveryReady = true;
  readonly deliveryDependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AwsStorageProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AwsStorage"), AWS_STORAGE_SCHEMA, props);
    super(scope, id, validProps);
    const { provider, tags } = validProps;
    this.bucket = new S3Bucket(this, "Resource", {
      provider,
      region: billingRegionArgument(this, provider),
      bucket: validProps.bucketName,
      tags,
      lifecycle: withPreconditions(validProps, (validProps.retain ?? true) ? { preventDestroy: true } : {}),
    });
    this.bucketName = this.bucket.bucket;
    this.bucketArn = this.bucket.arn;
    this.statements.push(...deliveryStatements(this), denyInsecureTransport(this.bucketArn));
    const settings = this.createSettings(validProps);
    this.bucketPolicy = settings.policy;
    // The report waits for all settings, so that none is delivered to a bucket in which one of them failed.
    this.deliveryDependencies = [settings.policy, settings.last];
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [...DELIVERY_PERMISSIONS];
  }

  protected writeStatements(statements: readonly AwsPolicyStatement[]): void {
    this.bucketPolicy.policy = policyDocument(statements);
  }

  // S3 refuses concurrent changes of one bucket ("OperationAborted: A conflicting conditional operation is currently in
  // progress"), so each setting waits for the previous one. The policy comes after the public access block and the ownership
  // controls, because S3 checks it against them.
  private createSettings(props: AwsStorageProps): {
    readonly policy: S3BucketPolicy;
    readonly last: ITerraformDependable;
  } {
    const common = {
      provider: props.provider,
      region: billingRegionArgument(this, props.provider),
      bucket: this.bucket.id,
    };
    const publicAccessBlock = new S3BucketPublicAccessBlock(this, "public_access_block", {
      ...common,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const ownershipControls = new S3BucketOwnershipControls(this, "ownership_controls", {
      ...common,
      rule: { objectOwnership: "BucketOwnerEnforced" },
      dependsOn: [publicAccessBlock],
    });
    const policy = new S3BucketPolicy(this, "policy", {
      ...common,
      policy: policyDocument(this.statements),
      dependsOn: [ownershipControls],
    });
    const versioning = new S3BucketVersioningA(this, "versioning", {
      ...common,
      versioningConfiguration: { status: "Enabled" },
      dependsOn: [policy],
    });
    const encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      ...common,
      rule: [encryptionRule(props.kmsKeyArn)],
      dependsOn: [versioning],
    });
    const lifecycle = new S3BucketLifecycleConfiguration(this, "lifecycle", {
      ...common,
      rule: [
        {
          id: "remove-leftovers",
          status: "Enabled",
          filter: [{}],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: INCOMPLETE_UPLOAD_DAYS }],
          noncurrentVersionExpiration: [{ noncurrentDays: props.noncurrentVersionDays ?? 7 }],
        },
      ],
      dependsOn: [encryption],
    });
    const accessLog =
      props.accessLogBucketName === undefined
        ? undefined
        : new S3BucketLoggingA(this, "access_log", {
            ...common,
            targetBucket: props.accessLogBucketName,
            targetPrefix: `${props.bucketName}/`,
            dependsOn: [lifecycle],
          });
    return { policy, last: accessLog ?? lifecycle };
  }
}

function encryptionRule(kmsKeyArn: string | undefined): S3BucketServerSideEncryptionConfigurationRuleA {
  return kmsKeyArn === undefined
    ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
    : {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
        bucketKeyEnabled: true,
      };
}
