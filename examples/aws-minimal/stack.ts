import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AwsIntegration } from "cdktf-finops/aws";
import { type Construct } from "constructs";

export interface AwsMinimalSettings {
  /** Name of the bucket to create, unique in all of AWS. */
  readonly bucketName: string;
}

/** The straight path: everything the platform's AWS form asks for, with nothing that already exists. */
export class AwsMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AwsMinimalSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote, encrypted backend:
    // the state holds the secret access key.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AwsProvider(this, "aws", { region: "us-east-1" });
    new AwsIntegration(this, "finops", { bucketName: settings.bucketName });
  }
}
