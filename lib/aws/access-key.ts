import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { boolean, oneOf, optional, type Rules } from "../core/rules";
import { type AwsIdentityValues } from "./identity-base";
import { type AwsProviderProps } from "./provider";

/** What an identity that is a user takes for its access key. */
export interface AwsAccessKeyProps {
  /**
   * Whether Terraform creates the access key. Its secret is in Terraform's state then. With `false` a person creates the
   * key, which is a manual step, and the state never has it; the outputs lack the two rows of the key.
   *
   * @default true
   */
  readonly createAccessKey?: boolean;

  /**
   * Whether the access key can be used. An inactive key is kept, and can be made active again.
   *
   * @default "Active"
   */
  readonly accessKeyStatus?: "Active" | "Inactive";
}

/** One rule for each of `AwsAccessKeyProps`. */
export const AWS_ACCESS_KEY_RULES: Rules<AwsAccessKeyProps> = {
  createAccessKey: optional(boolean()),
  accessKeyStatus: optional(oneOf("Active", "Inactive")),
};

/** What is wrong with the properties of a key together. */
export function checkAccessKey({ createAccessKey, accessKeyStatus }: AwsAccessKeyProps): string[] {
  return createAccessKey === false && accessKeyStatus !== undefined
    ? [`'accessKeyStatus' must be left out when 'createAccessKey' is false, got: "${accessKeyStatus}"; remove it`]
    : [];
}

/** The access key of a user, unless a person is to create it. */
export function makeAccessKey(
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

/** The rows of the form that a user fills in. */
export function userFormValues(arn: string, key: IamAccessKey | undefined): AwsIdentityValues {
  return key === undefined
    ? { user_arn: arn }
    : { user_arn: arn, access_key_id: key.id, secret_access_key: key.secret };
}

/** What is left to do where Terraform does not create the key. */
export function accessKeySteps(user: string): ManualStep[] {
  return [
    {
      key: "access_key",
      title: "Create an access key for the user and enter it into the platform's form",
      why: "The program says that a person does it, so that the secret is never in Terraform's state.",
      link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
      values: { User: user },
      check: "The platform accepts the key, and AWS shows when it was last used.",
    },
  ];
}
