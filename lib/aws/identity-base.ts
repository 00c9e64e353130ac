import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { type AwsIdentityFieldValues, type AwsPolicyAttachmentConfig, type IAwsIdentity } from "./interfaces";
import { addAwsProviderValidation, type AwsProviderProps } from "./provider";

/** Base of the library's identities. */
export abstract class AwsIdentityBase extends Part implements IAwsIdentity {
  readonly finopsInterface = "IAwsIdentity";
  abstract readonly arn: string;
  abstract readonly fieldValues: AwsIdentityFieldValues;
  readonly provider?: AwsProvider;

  constructor(scope: Construct, id: string, validProps: AwsProviderProps) {
    super(scope, id);
    addAwsProviderValidation(this, validProps);
    this.provider = validProps.provider;
  }

  abstract attachPolicy(
    scope: Construct,
    id: string,
    config: AwsPolicyAttachmentConfig,
  ): IamUserPolicyAttachment | IamRolePolicyAttachment;
}
