import { DataAwsS3Bucket } from "@cdktf/provider-aws/lib/data-aws-s3-bucket";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { InputError } from "../core/errors";
import { type ManualStep } from "../core/manual-step";
import { type Permission } from "../core/permission";
import { withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { boolean, enumString, optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { BUCKET_NAME } from "./conditions";
import { bucketPolicyStep, DELIVERY_PERMISSIONS, deliveryStatements } from "./delivery";
import { createMergedPolicy } from "./merged-policy";
import { billingRegionArgument } from "./provider";
import { type AwsPolicyStatement, policyDocument } from "./statement";
import {
  AWS_KEY_ACCOUNT_CHECK,
  AWS_STORAGE_BASE_RULES,
  AwsStorageBase,
  type AwsStorageBaseProps,
} from "./storage-base";

/** Props of `AwsStorage.fromBucket`. */
export interface AwsExistingBucketProps extends AwsStorageBaseProps {
  /** Name of the bucket, which is in us-east-1 and belongs to the account that the stack is deployed to. */
  readonly bucketName: string;

  /**
   * Management of the bucket's policy, which must allow the report service.
   *
   * - `MERGE`: Terraform adds the statements to the bucket's existing policy. The other statements stay, except those with
   *   the Sids of this library. No other program must manage that policy: each would undo the other's change. The policy
   *   has `prevent_destroy`, because destroying it would remove the other statements, too. That protects it only while it
   *   is in the program: before you change this property, or rename or delete the construct, remove the policy from
   *   Terraform's state (`terraform state rm`).
   * - `CREATE`: the bucket has no policy (`aws s3api get-bucket-policy` answers NoSuchBucketPolicy), and Terraform creates
   *   one. It would replace an existing policy without a warning.
   * - `ELSEWHERE`: another program or team manages the policy. The required statements are a manual step and an output; the
   *   report waits for `policyReady`.
   */
  readonly policy: "MERGE" | "CREATE" | "ELSEWHERE";

  /**
   * Whether the bucket's policy contains the statements by now; for `ELSEWHERE` only. Until then, everything is created
   * except the report, which AWS would refuse.
   *
   * @default false
   */
  readonly policyReady?: boolean;
}

/** Schema of `AwsExistingBucketProps`. */
export const AWS_EXISTING_BUCKET_SCHEMA: PropsSchema<AwsExistingBucketProps> = {
  rules: {
    bucketName: string(BUCKET_NAME, '"acme-billing-export"'),
    ...AWS_STORAGE_BASE_RULES,
    policy: enumString("MERGE", "CREATE", "ELSEWHERE"),
    policyReady: optional(boolean()),
  },
  crossChecks: [AWS_KEY_ACCOUNT_CHECK, crossCheck(["policy", "policyReady"], checkPolicyReady)],
  // Two constructs that write the same policy would undo each other's changes.
  uniqueNames: ({ bucketName, policy }) =>
    policy === "ELSEWHERE"
      ? []
      : [
          {
            property: "bucketName",
            kind: "S3 bucket",
            name: bucketName,
            within: "program",
            advice: "pass that storage, or choose another bucket",
          },
        ],
};

function checkPolicyReady({ policy, policyReady }: Pick<AwsExistingBucketProps, "policy" | "policyReady">): string[] {
  return policyReady !== undefined && policy !== "ELSEWHERE"
    ? [
        `'policyReady' must be left out when 'policy' is ${policy}, got: ${policyReady}; remove it, because Terraform writes the policy`,
      ]
    : [];
}

// Hosted zone of us-east-1. It identifies the region, because the attribute with the region's name is `region` in one major
// version of the provider and `bucket_region` in the next. https://docs.aws.amazon.com/general/latest/gr/s3.html
const HOSTED_ZONE = "Z3AQBSTGFYJSTF";

/**
 * Existing bucket, see `AwsStorage.fromBucket`.
 *
 * @throws InputError when a property is refused
 */
export class AwsExistingBucket extends AwsStorageBase {
  /** Data source of the bucket; `node.defaultChild`. */
  readonly bucket: DataAwsS3Bucket;
  /** Policy of the bucket, unless it is managed elsewhere. */
  readonly bucketPolicy?: S3BucketPolicy;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly deliveryReady: boolean;
  readonly deliveryDependencies: readonly ITerraformDependable[];
  private readonly mergedPolicy?: string;

  constructor(scope: Construct, id: string, props: AwsExistingBucketProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AwsStorage.fromBucket"),
      AWS_EXISTING_BUCKET_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.bucket = new DataAwsS3Bucket(this, "Resource", {
      provider: validProps.provider,
      region: billingRegionArgument(this, validProps.provider),
      bucket: validProps.bucketName,
      lifecycle: withPreconditions(validProps, {
        postcondition: [
          {
            condition: `\${self.hosted_zone_id == "${HOSTED_ZONE}"}`,
            errorMessage: `${this.subject}: the bucket must be in ${this.region}, where the platform reads it.`,
          },
        ],
      }),
    });
    this.bucketName = this.bucket.bucket;
    this.bucketArn = this.bucket.arn;
    this.statements.push(...deliveryStatements(this));
    this.mergedPolicy =
      validProps.policy === "MERGE" ? createMergedPolicy(this, this.subject, this.statements) : undefined;
    this.bucketPolicy = this.createPolicy(validProps);
    this.deliveryReady = this.bucketPolicy !== undefined || (validProps.policyReady ?? false);
    this.deliveryDependencies = this.bucketPolicy === undefined ? [] : [this.bucketPolicy];
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return this.bucketPolicy === undefined ? [] : [...DELIVERY_PERMISSIONS];
  }

  override get manualSteps(): ManualStep[] {
    return [...(this.deliveryReady ? [] : [bucketPolicyStep(this)]), ...super.manualSteps];
  }

  protected writeStatements(statements: readonly AwsPolicyStatement[]): void {
    if (this.bucketPolicy === undefined || this.mergedPolicy !== undefined) {
      // In a merge, your statement could replace an existing one with the same Sid.
      throw new InputError(this.subject, [
        "statements can only be added when 'policy' is CREATE; add this one where the bucket's policy is managed",
      ]);
    }
    this.bucketPolicy.policy = policyDocument(statements);
  }

  private createPolicy({ policy, provider }: AwsExistingBucketProps): S3BucketPolicy | undefined {
    if (policy === "ELSEWHERE") {
      return undefined;
    }
    return new S3BucketPolicy(this, "policy", {
      provider,
      region: billingRegionArgument(this, provider),
      bucket: this.bucketName,
      policy: this.mergedPolicy ?? policyDocument(this.statements),
      lifecycle: this.mergedPolicy === undefined ? undefined : { preventDestroy: true },
    });
  }
}
