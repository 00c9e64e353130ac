import { DataAwsIamUser } from "@cdktf/provider-aws/lib/data-aws-iam-user";
import { type IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema, type UniqueName } from "../core/props-schema";
import { string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { warnOfExistingPermissions } from "../core/warning";
import { IAM_NAME } from "./conditions";
import { type AwsIdentityFieldValues } from "./interfaces";
import { AWS_PROVIDER_RULES, type AwsProviderProps, uniqueInAccount } from "./provider";
import {
  AWS_ACCESS_KEY_CHECK,
  AWS_ACCESS_KEY_RULES,
  type AwsAccessKeyProps,
  AwsUserIdentity,
  createAccessKey,
  userFieldValues,
} from "./user-identity";

/** Props of `AwsIdentity.fromUser`. */
export interface AwsExistingUserProps extends AwsProviderProps, AwsAccessKeyProps {
  /** Name of the user, without its path: 1-64 letters, digits and `_+=,.@-`. */
  readonly userName: string;
}

/** Schema of `AwsExistingUserProps`. */
export const AWS_EXISTING_USER_SCHEMA: PropsSchema<AwsExistingUserProps> = {
  rules: {
    ...AWS_PROVIDER_RULES,
    userName: string(IAM_NAME, '"finops-platform"'),
    ...AWS_ACCESS_KEY_RULES,
  },
  crossChecks: [AWS_ACCESS_KEY_CHECK],
  uniqueNames: (props) => (props.createAccessKey === false ? [] : [keyQuota(props)]),
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const KEYS_PER_USER = 2;

/** Claim of one of the access keys that a user can have. */
function keyQuota({ userName, ...props }: AwsExistingUserProps): UniqueName {
  return {
    ...uniqueInAccount("userName", "access keys", userName, props, { ignoreCase: true }),
    quota: { most: KEYS_PER_USER, takes: 1 },
    advice: "pass one AwsIdentity.fromUser(…) to all integrations, or create a user for each platform",
  };
}

/**
 * Existing user, see `AwsIdentity.fromUser`. A user can have two access keys.
 *
 * @throws InputError when a property is refused
 */
export class AwsExistingUser extends AwsUserIdentity {
  /** Data source of the user; `node.defaultChild`. */
  readonly user: DataAwsIamUser;
  /** Access key; `undefined` with `createAccessKey: false`. Its `secret` is a token: pass it to sensitive arguments only. */
  readonly accessKey?: IamAccessKey;
  readonly arn: string;
  readonly fieldValues: AwsIdentityFieldValues;
  protected readonly userName: string;

  constructor(scope: Construct, id: string, props: AwsExistingUserProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AwsIdentity.fromUser"),
      AWS_EXISTING_USER_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.user = new DataAwsIamUser(this, "Resource", {
      provider: validProps.provider,
      userName: validProps.userName,
      lifecycle: withPreconditions(validProps),
    });
    warnOfExistingPermissions(this, "user");
    this.arn = this.user.arn;
    this.userName = this.user.userName;
    this.accessKey = createAccessKey(this, this.userName, validProps);
    this.fieldValues = userFieldValues(this.arn, this.accessKey);
    this.addSynthWarnings();
  }
}
