import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { type AwsProviderProps, checkAwsProvider } from "./provider";

/** The rows of the platform's form that depend on who it logs in as. */
export type AwsIdentityKey = "user_arn" | "access_key_id" | "secret_access_key" | "role_arn" | "external_id";

/** Those of them that an identity fills in. */
export type AwsIdentityValues = Readonly<Partial<Record<AwsIdentityKey, string>>>;

/** What attaches a managed policy to an identity. */
export interface AwsPolicyAttachmentConfig extends AwsProviderProps {
  /** ARN of the managed policy. */
  readonly policyArn: string;
}

/**
 * Who the platform logs in as: a user (`AwsIdentity`), a role (`AwsRoleIdentity`), or one that is there already
 * (`AwsIdentity.fromUser`, `AwsIdentity.fromRole`).
 */
export abstract class AwsIdentityBase extends Part {
  /** ARN of the user or role. */
  abstract readonly arn: string;
  /** The rows of the platform's form that it fills in. */
  abstract readonly formValues: AwsIdentityValues;

  /** What creates or reads it; `undefined` for the stack's AWS provider without an alias. */
  readonly provider?: AwsProvider;

  constructor(scope: Construct, id: string, props: AwsProviderProps) {
    super(scope, id);
    checkAwsProvider(this, props);
    this.provider = props.provider;
  }

  /** Attaches a managed policy to it. */
  abstract attachPolicy(
    scope: Construct,
    id: string,
    config: AwsPolicyAttachmentConfig,
  ): IamUserPolicyAttachment | IamRolePolicyAttachment;
}
