import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AwsIntegration, AwsRoleIdentity } from "cdktf-finops/aws";
import { type Construct } from "constructs";

export interface AwsRoleSettings {
  /** Name of the bucket to create, unique in all of AWS. */
  readonly bucketName: string;
  /** Whom the platform comes as, as it tells you: a role, a user, or the root of its account. */
  readonly trustedPrincipalArn: string;
  /** What the platform says when it comes: 16 characters or more, best made by the platform. */
  readonly externalId: string;
}

/** A role in place of a user: nothing secret is made, so nothing secret is in the state. */
export class AwsRoleStack extends TerraformStack {
  constructor(scope: Construct, id: string, { bucketName, trustedPrincipalArn, externalId }: AwsRoleSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote backend.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AwsProvider(this, "aws", { region: "us-east-1" });
    const identity = new AwsRoleIdentity(this, "platform", { trustedPrincipalArn, externalId });
    new AwsIntegration(this, "finops", { identity, bucketName });
  }
}
