import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AwsIntegration, AwsStorage } from "cdktf-finops/aws";
import { type Construct } from "constructs";

export interface AwsExistingBucketSettings {
  /** Name of your bucket, in us-east-1 and of the payer account, with a policy that no other program manages. */
  readonly bucketName: string;
  /** Where in it the reports go. */
  readonly s3Prefix: string;
}

/** Reports go to a bucket that is there already, whose policy lets them in beside all that it says. */
export class AwsExistingBucketStack extends TerraformStack {
  constructor(scope: Construct, id: string, { bucketName, s3Prefix }: AwsExistingBucketSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote, encrypted backend:
    // the state holds the secret access key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AwsProvider(this, "aws", { region: "us-east-1" });
    const storage = AwsStorage.fromBucket(this, "bucket", { bucketName, policy: "MERGE" });
    new AwsIntegration(this, "finops", { storage, s3Prefix });
  }
}
