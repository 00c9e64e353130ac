import { type ManualStep } from "../core/manual-step";
import {
  AWS_PERMISSIONS,
  type AwsPermission,
  type AwsPermissionFeature,
  type AwsPermissionResource,
  REPORT_BUCKET,
  REPORT_SERVICE,
} from "./permissions";
import { BILLING_REGION } from "./conditions";
import { allow, type AwsPolicyStatement, policyDocument } from "./statement";

/** Bucket that reports are delivered to, and the account that owns it. */
export interface DeliveryTarget {
  readonly bucketArn: string;
  readonly accountId: string;
  readonly partition: string;
}

/** Permissions that the bucket's policy grants to the report service. */
export const DELIVERY_PERMISSIONS = servicePermissions("billing export");

/** Statements that grant `DELIVERY_PERMISSIONS`. */
export function deliveryStatements(target: DeliveryTarget): AwsPolicyStatement[] {
  return serviceStatements(DELIVERY_PERMISSIONS, target, {
    "export bucket": target.bucketArn,
    "all objects of the export bucket": `${target.bucketArn}/*`,
  });
}

/** Statement that denies everyone access over plain HTTP. */
export function denyInsecureTransport(bucketArn: string): AwsPolicyStatement {
  return {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/** Manual step for a bucket whose policy is managed elsewhere. */
export function bucketPolicyStep(target: DeliveryTarget & { readonly bucketName: string }): ManualStep {
  return {
    key: "bucket_policy",
    title: "Add the statements to the policy of the bucket, then set 'policyReady'",
    why: "AWS tests the bucket when the report is defined, so no report is created until then.",
    link: REPORT_BUCKET,
    values: { Bucket: target.bucketName, Policy: policyDocument(deliveryStatements(target)) },
    check: "'aws s3api get-bucket-policy' shows the statements beside the existing ones.",
  };
}

/**
 * Manual step for a customer managed key: its policy belongs to the key's owner, so this library does not change it. AWS
 * documents no key policy for the report service; this one follows what S3 requires of a principal that writes to such a
 * bucket.
 */
export function keyPolicyStep(target: DeliveryTarget, kmsKeyArn: string): ManualStep {
  return {
    key: "kms_key_policy",
    title: "Add the statement to the policy of the KMS key",
    why: "Without it, the report service cannot encrypt the reports, and the bucket stays empty.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    values: {
      "Key ARN": kmsKeyArn,
      Policy: policyDocument(serviceStatements(servicePermissions("KMS encryption"), target, { "KMS key": "*" })),
    },
    check: "Within 24 hours of the deployment, the first report is below the prefix in the bucket.",
  };
}

function servicePermissions(needed: AwsPermissionFeature): readonly AwsPermission[] {
  return AWS_PERMISSIONS.filter(({ grantee, feature }) => grantee === REPORT_SERVICE && feature === needed);
}

// Without the source conditions, a report of any other account could be delivered to the bucket. AWS's own example compares
// the report's ARN by StringEquals, which takes its wildcard literally, and deliveries were seen to stop with it. ArnLike
// expands the wildcard.
function serviceStatements(
  permissions: readonly AwsPermission[],
  { accountId, partition }: DeliveryTarget,
  arns: Partial<Record<AwsPermissionResource, string>>,
): AwsPolicyStatement[] {
  return permissions.map((permission) => {
    const arn = arns[permission.resource];
    if (arn === undefined) {
      throw new Error(
        `the permission '${permission.id}' needs the ARN of its resource '${permission.resource}', and none is passed`,
      );
    }
    return allow(permission, {
      Principal: { Service: REPORT_SERVICE },
      Resource: arn,
      Condition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:${partition}:cur:${BILLING_REGION}:${accountId}:definition/*` },
      },
    });
  });
}
