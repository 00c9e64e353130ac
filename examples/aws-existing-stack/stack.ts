import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AwsIntegration } from "cdktf-finops/aws";
import { type Construct } from "constructs";

export interface AwsExistingStackSettings {
  /** ID of the payer account: 12 digits. */
  readonly payerAccountId: string;
  /** Name of the bucket to create in the payer account, unique in all of AWS. */
  readonly payerBucketName: string;
  /** ID of the account of an acquired company, in another organization: 12 digits. */
  readonly acquiredAccountId: string;
  /** Name of the bucket to create in that account, unique in all of AWS. */
  readonly acquiredBucketName: string;
}

/** Adds two integrations to a stack that already has providers and resources. */
export class AwsExistingStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AwsExistingStackSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. Your own stack has a backend already.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });

    // The existing part of the stack: a provider for its workloads, one for each paying account, and the permissions
    // boundary for everything that is created in the payer account's IAM.
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    const payer = this.createProvider("payer", settings.payerAccountId);
    const acquired = this.createProvider("acquired", settings.acquiredAccountId);
    const boundary = new IamPolicy(this, "boundary", {
      provider: payer,
      name: "read-only-boundary",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["s3:Get*", "s3:List*", "organizations:Describe*", "organizations:List*", "iam:Simulate*"],
            Resource: "*",
          },
        ],
      }),
    });

    // The integrations.
    new AwsIntegration(this, "finops", {
      provider: payer,
      accountId: settings.payerAccountId,
      bucketName: settings.payerBucketName,
      iamPath: "/finops/",
      permissionsBoundaryArn: boundary.arn,
    });
    new AwsIntegration(this, "finops_acquired", {
      provider: acquired,
      accountType: "MEMBER",
      accountId: settings.acquiredAccountId,
      bucketName: settings.acquiredBucketName,
    });
  }

  private createProvider(alias: string, accountId: string): AwsProvider {
    const roleArn = `arn:aws:iam::${accountId}:role/terraform`;
    return new AwsProvider(this, alias, { alias, region: "us-east-1", assumeRole: [{ roleArn }] });
  }
}
