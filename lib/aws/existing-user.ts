import { DataAwsIamUser } from "@cdktf/provider-aws/lib/data-aws-iam-user";
import { type IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type Construct } from "constructs";
import { type Claim, type Input } from "../core/input";
import { type ManualStep } from "../core/manual-step";
import { Place } from "../core/place";
import { checkedLifecycle } from "../core/preconditions";
import { string } from "../core/rules";
import { warn } from "../core/warning";
import {
  accessKeySteps,
  AWS_ACCESS_KEY_RULES,
  type AwsAccessKeyProps,
  checkAccessKey,
  makeAccessKey,
  userFormValues,
} from "./access-key";
import { IAM_NAME } from "./iam-names";
import { AwsIdentityBase, type AwsIdentityValues, type AwsPolicyAttachmentConfig } from "./identity-base";
import { accountClaim, AWS_PROVIDER_RULES, type AwsProviderProps } from "./provider";

/** Props of `AwsIdentity.fromUser`. */
export interface AwsExistingUserProps extends AwsProviderProps, AwsAccessKeyProps {
  /** Name of the user, without its path: 1-64 letters, digits and `_+=,.@-`. */
  readonly userName: string;
}

/** The input of `AwsIdentity.fromUser`. */
export const AWS_EXISTING_USER_INPUT: Input<AwsExistingUserProps> = {
  rules: {
    ...AWS_PROVIDER_RULES,
    userName: string(IAM_NAME, '"finops-platform"'),
    ...AWS_ACCESS_KEY_RULES,
  },
  combinations: checkAccessKey,
  claims: (props) => (props.createAccessKey === false ? [] : [keyQuota(props)]),
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const KEYS_PER_USER = 2;

/** Claims one of the access keys that a user can have. */
function keyQuota({ userName, ...props }: AwsExistingUserProps): Claim {
  return {
    ...accountClaim("userName", "access keys", userName, props, { ignoreCase: true }),
    quota: { most: KEYS_PER_USER, takes: 1 },
    advice: "make a user for each platform",
  };
}

/** A user that is there already, see `AwsIdentity.fromUser`. AWS lets a user have two access keys. */
export class AwsExistingUser extends AwsIdentityBase {
  /** The user as AWS knows it; `node.defaultChild`. */
  readonly user: DataAwsIamUser;
  /** The access key made for it, unless a person creates it. Its `secret` is a token: hand it on to sensitive places only. */
  readonly accessKey?: IamAccessKey;
  readonly arn: string;
  readonly formValues: AwsIdentityValues;
  // Read once: each reading is a token.
  private readonly userName: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsExistingUserProps) {
    const named = new Place(scope, id, "AwsIdentity.fromUser").admit(AWS_EXISTING_USER_INPUT, props);
    super(scope, id, named);
    this.user = new DataAwsIamUser(this, "Resource", {
      provider: named.provider,
      userName: named.userName,
      lifecycle: checkedLifecycle(this, named),
    });
    warn(this, "The platform gets all that the user may do already, beside what this program grants.");
    this.arn = this.user.arn;
    this.userName = this.user.userName;
    this.accessKey = makeAccessKey(this, this.userName, named);
    this.formValues = userFormValues(this.arn, this.accessKey);
    this.announce();
  }

  override get manualSteps(): ManualStep[] {
    return this.accessKey === undefined ? accessKeySteps(this.userName) : [];
  }

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment {
    return new IamUserPolicyAttachment(scope, id, { ...config, user: this.userName });
  }
}
