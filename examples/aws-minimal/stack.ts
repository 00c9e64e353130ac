import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AwsIntegration } from "cdktf-finops/aws";
import { type Construct } from "constructs";

export interface AwsMinimalSettings {
  /** Name of the bucket to create, unique in all of AWS. */
  readonly bucketName: string;
}

/** Creates everything that the platform's AWS form asks for, from new resources only. */
export class AwsMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AwsMinimalSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the secret access key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AwsProvider(this, "aws", { region: "us-east-1" });
    new AwsIntegration(this, "finops", { bucketName: settings.bucketName });
  }
}
