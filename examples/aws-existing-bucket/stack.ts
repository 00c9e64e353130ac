import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AwsIntegration, AwsStorage } from "cdktf-finops/aws";
import { type Construct } from "constructs";

export interface AwsExistingBucketSettings {
  /** Name of your bucket: in us-east-1, in the payer account, with a policy that no other program manages. */
  readonly bucketName: string;
  /** Prefix in the bucket, below which the reports are delivered. */
  readonly s3Prefix: string;
}

/** Delivers the reports to an existing bucket, and merges the permission to do so into its policy. */
export class AwsExistingBucketStack extends TerraformStack {
  constructor(scope: Construct, id: string, { bucketName, s3Prefix }: AwsExistingBucketSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the secret access key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AwsProvider(this, "aws", { region: "us-east-1" });
    const storage = AwsStorage.fromBucket(this, "bucket", { bucketName, policy: "MERGE" });
    new AwsIntegration(this, "finops", { storage, s3Prefix });
  }
}
