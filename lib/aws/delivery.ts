import { type ManualStep } from "../core/manual-step";
import {
  AWS_PERMISSIONS,
  type AwsFeature,
  type AwsPermission,
  type AwsResource,
  REPORT_BUCKET,
  REPORT_SERVICE,
} from "./permissions";
import { BILLING_REGION } from "./provider";
import { allow, type AwsPolicyStatement, policyDocument } from "./statement";

/** The bucket that reports are delivered to, and whose it is. */
export interface DeliveryTarget {
  readonly bucketArn: string;
  readonly accountId: string;
  readonly partition: string;
}

/** What the policy of the bucket grants to the report service. */
export const DELIVERY_PERMISSIONS = servicePermissions("billing export");

/** `DELIVERY_PERMISSIONS` as statements. */
export function deliveryStatements(target: DeliveryTarget): AwsPolicyStatement[] {
  return serviceStatements(DELIVERY_PERMISSIONS, target, {
    "export bucket": target.bucketArn,
    "all objects of the export bucket": `${target.bucketArn}/*`,
  });
}

/** What a bucket's policy says to everyone: no access over plain HTTP. */
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

/** What a bucket needs whose policy is managed elsewhere. */
export function bucketPolicyStep(target: DeliveryTarget & { readonly bucketName: string }): ManualStep {
  return {
    key: "bucket_policy",
    title: "Add the statements to the policy of the bucket, then set 'policyReady'",
    why: "AWS tests the bucket when the report is defined, so no report is created until then.",
    link: REPORT_BUCKET,
    values: { Bucket: target.bucketName, Policy: policyDocument(deliveryStatements(target)) },
    check: "'aws s3api get-bucket-policy' shows the statements beside those that were there.",
  };
}

/**
 * What a customer managed key needs: its policy belongs to the key's owner, so this library does not touch it. AWS
 * documents no key policy for the report service; this one follows what S3 asks of whoever writes to such a bucket.
 */
export function keyPolicyStep(target: DeliveryTarget, kmsKeyArn: string): ManualStep {
  return {
    key: "kms_key_policy",
    title: "Add the statement to the policy of the KMS key",
    why: "Without it the report service cannot encrypt what it delivers, and the bucket stays empty.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    values: {
      "Key ARN": kmsKeyArn,
      Policy: policyDocument(serviceStatements(servicePermissions("KMS encryption"), target, { "KMS key": "*" })),
    },
    check: "Within 24 hours of the deployment a first report lies below the prefix in the bucket.",
  };
}

function servicePermissions(needed: AwsFeature): readonly AwsPermission[] {
  return AWS_PERMISSIONS.filter(({ grantee, feature }) => grantee === REPORT_SERVICE && feature === needed);
}

// Without the source conditions, a report of any other account could be delivered into the bucket. AWS's own example
// compares the report's ARN by StringEquals, wildcard and all, with which deliveries were seen to stop; ArnLike takes
// the wildcard for one.
function serviceStatements(
  permissions: readonly AwsPermission[],
  { accountId, partition }: DeliveryTarget,
  arns: Partial<Record<AwsResource, string>>,
): AwsPolicyStatement[] {
  return permissions.map((permission) => {
    const arn = arns[permission.resource];
    if (arn === undefined) {
      throw new Error(
        `the catalogue's '${permission.id}' covers '${permission.resource}', of which no ARN is known here`,
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
