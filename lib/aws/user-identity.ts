import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { type CrossCheck, crossCheck } from "../core/props-schema";
import { boolean, enumString, optional, type Rules } from "../core/rules";
import { AwsIdentityBase } from "./identity-base";
import { type AwsIdentityFieldValues, type AwsPolicyAttachmentConfig } from "./interfaces";
import { type AwsProviderProps } from "./provider";

/** Props of the access key of a user. */
export interface AwsAccessKeyProps {
  /**
   * Whether Terraform creates the access key, whose secret is then in Terraform's state. With `false` a person creates it in
   * a manual step, the state never holds it, and the two outputs of the key are missing.
   *
   * @default true
   */
  readonly createAccessKey?: boolean;

  /**
   * Status of the access key. An inactive key is kept, and can be activated again.
   *
   * @default "Active"
   */
  readonly accessKeyStatus?: "Active" | "Inactive";
}

/** Rules of `AwsAccessKeyProps`. */
export const AWS_ACCESS_KEY_RULES: Rules<AwsAccessKeyProps> = {
  createAccessKey: optional(boolean()),
  accessKeyStatus: optional(enumString("Active", "Inactive")),
};

/** Checks the properties of an access key together. */
export const AWS_ACCESS_KEY_CHECK: CrossCheck<AwsAccessKeyProps> = crossCheck(
  ["createAccessKey", "accessKeyStatus"],
  checkAccessKey,
);

function checkAccessKey({ createAccessKey, accessKeyStatus }: AwsAccessKeyProps): string[] {
  return createAccessKey === false && accessKeyStatus !== undefined
    ? [`'accessKeyStatus' must be left out when 'createAccessKey' is false, got: "${accessKeyStatus}"; remove it`]
    : [];
}

/** Creates the access key of a user, unless a person is to create it. */
export function createAccessKey(
  scope: Construct,
  user: string,
  props: AwsAccessKeyProps & AwsProviderProps,
): IamAccessKey | undefined {
  return (props.createAccessKey ?? true)
    ? new IamAccessKey(scope, "access_key", {
        provider: props.provider,
        user,
        status: props.accessKeyStatus ?? "Active",
      })
    : undefined;
}

/** Rows of the platform's form that a user fills in. */
export function userFieldValues(arn: string, accessKey: IamAccessKey | undefined): AwsIdentityFieldValues {
  return { user_arn: arn, ...(accessKey && { access_key_id: accessKey.id, secret_access_key: accessKey.secret }) };
}

/** Base of the identities that are users, new or existing. */
export abstract class AwsUserIdentity extends AwsIdentityBase {
  /** Access key; `undefined` with `createAccessKey: false`. Its `secret` is a token: pass it to sensitive arguments only. */
  abstract readonly accessKey?: IamAccessKey;
  /** Name of the user, as a reference. */
  protected abstract readonly userName: string;

  override get manualSteps(): ManualStep[] {
    return this.accessKey === undefined ? [accessKeyStep(this.userName)] : [];
  }

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment {
    return new IamUserPolicyAttachment(scope, id, { ...config, user: this.userName });
  }
}

function accessKeyStep(user: string): ManualStep {
  return {
    key: "access_key",
    title: "Create an access key for the user and enter it into the platform's form",
    why: "'createAccessKey' is false, so that the secret is never in Terraform's state.",
    link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    values: { User: user },
    check: "The platform accepts the key, and AWS shows when it was last used.",
  };
}
