import { type IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { type Permission } from "../core/permission";

/** The rows of the platform's form that depend on who it logs in as. */
export type AwsIdentityKey = "user_arn" | "access_key_id" | "secret_access_key" | "role_arn" | "external_id";

/** What attaches a managed policy to an identity. */
export interface AwsPolicyAttachmentConfig {
  /**
   * The provider of the attachment.
   *
   * @default - the stack's AWS provider without an alias
   */
  readonly provider?: AwsProvider;
  /** ARN of the managed policy. */
  readonly policyArn: string;
}

/**
 * Who the platform logs in as: a user (`AwsIdentity`), a role (`AwsRoleIdentity`), or one that is there already
 * (`AwsIdentity.fromUser`, `AwsIdentity.fromRole`).
 */
export abstract class AwsIdentityBase extends Construct {
  /** ARN of the user or role. */
  abstract readonly arn: string;
  /** The rows of the platform's form that it fills in. */
  abstract readonly formValues: Readonly<Partial<Record<AwsIdentityKey, string>>>;

  /** What its trust policy grants. */
  get permissions(): Permission[] {
    return [];
  }

  /** What is left for a person to do. */
  get manualSteps(): ManualStep[] {
    return [];
  }

  /** Attaches a managed policy to it. */
  abstract attachPolicy(
    scope: Construct,
    id: string,
    config: AwsPolicyAttachmentConfig,
  ): IamUserPolicyAttachment | IamRolePolicyAttachment;
}
