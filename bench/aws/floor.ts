import { CurReportDefinition } from "@cdktf/provider-aws/lib/cur-report-definition";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { type TerraformStack } from "cdktf";
import { createOutputs } from "./floor-outputs";
import { bucketPolicyDocument, platformPolicyDocument } from "./floor-policies";

// What a good engineer would write without the library: it imports nothing from the library, and checks nothing.

export function build(stack: TerraformStack, count: number): void {
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  for (let index = 0; index < count; index += 1) {
    createIntegration(stack, `finops${index}`, `acme-billing-${index}`);
  }
}

function createIntegration(stack: TerraformStack, prefix: string, bucketName: string): void {
  const name = `${stack.node.id}-${prefix}`;
  const { accountId } = new DataAwsCallerIdentity(stack, `${prefix}_caller`);
  const { partition } = new DataAwsPartition(stack, `${prefix}_partition`, {
    lifecycle: {
      postcondition: [
        {
          condition: '${self.partition == "aws"}',
          errorMessage:
            "AWS creates the Cost & Usage Report in the commercial partition: deploy with credentials of the commercial payer account.",
        },
      ],
    },
  });
  const user = new IamUser(stack, `${prefix}_user`, { name, path: "/" });
  const userName = user.name;
  const userArn = user.arn;
  const accessKey = new IamAccessKey(stack, `${prefix}_access_key`, { user: userName, status: "Active" });
  const s3Bucket = new S3Bucket(stack, `${prefix}_bucket`, { bucket: bucketName, lifecycle: { preventDestroy: true } });
  const bucket = s3Bucket.id;
  const bucketArn = s3Bucket.arn;
  const reportBucket = s3Bucket.bucket;
  const publicAccessBlock = new S3BucketPublicAccessBlock(stack, `${prefix}_public_access_block`, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const ownershipControls = new S3BucketOwnershipControls(stack, `${prefix}_ownership_controls`, {
    bucket,
    rule: { objectOwnership: "BucketOwnerEnforced" },
    dependsOn: [publicAccessBlock],
  });
  const bucketPolicy = new S3BucketPolicy(stack, `${prefix}_bucket_policy`, {
    bucket,
    policy: bucketPolicyDocument(bucketArn, accountId, partition),
    dependsOn: [ownershipControls],
  });
  const versioning = new S3BucketVersioningA(stack, `${prefix}_versioning`, {
    bucket,
    versioningConfiguration: { status: "Enabled" },
    dependsOn: [bucketPolicy],
  });
  const encryption = new S3BucketServerSideEncryptionConfigurationA(stack, `${prefix}_encryption`, {
    bucket,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    dependsOn: [versioning],
  });
  const lifecycle = new S3BucketLifecycleConfiguration(stack, `${prefix}_lifecycle`, {
    bucket,
    rule: [
      {
        id: "remove-leftovers",
        status: "Enabled",
        filter: [{}],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        noncurrentVersionExpiration: [{ noncurrentDays: 7 }],
      },
    ],
    dependsOn: [encryption],
  });
  const { reportName } = new CurReportDefinition(stack, `${prefix}_report`, {
    reportName: name,
    timeUnit: "HOURLY",
    format: "textORcsv",
    compression: "GZIP",
    additionalSchemaElements: ["RESOURCES"],
    s3Bucket: reportBucket,
    s3Prefix: "cur",
    s3Region: "us-east-1",
    reportVersioning: "OVERWRITE_REPORT",
    refreshClosedReports: true,
    dependsOn: [bucketPolicy, lifecycle],
  });
  const policy = new IamPolicy(stack, `${prefix}_policy`, {
    name,
    path: "/",
    description: "Lets the FinOps platform read the billing export and the organization's structure",
    policy: platformPolicyDocument(bucketArn, userArn, accountId, partition),
  });
  new IamUserPolicyAttachment(stack, `${prefix}_attachment`, { user: userName, policyArn: policy.arn });
  createOutputs(stack, prefix, {
    account_id: accountId,
    user_arn: userArn,
    access_key_id: accessKey.id,
    secret_access_key: accessKey.secret,
    bucket_name: reportBucket,
    bucket_region: "us-east-1",
    bucket_path: `s3://${reportBucket}/cur/${reportName}`,
    report_name: reportName,
    report_arn: `arn:${partition}:cur:us-east-1:${accountId}:definition/${reportName}`,
  });
}
