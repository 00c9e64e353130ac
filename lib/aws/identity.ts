import { type IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { AwsExistingRole, type AwsExistingRoleProps } from "./existing-role";
import { AwsExistingUser, type AwsExistingUserProps } from "./existing-user";
import { IAM_NAME, IAM_PATH, PERMISSIONS_BOUNDARY_ARN } from "./conditions";
import { type AwsIdentityFieldValues, type IAwsIdentity } from "./interfaces";
import { AWS_PART_RULES, type AwsPartProps, uniqueInAccount } from "./provider";
import {
  AWS_ACCESS_KEY_CHECK,
  AWS_ACCESS_KEY_RULES,
  type AwsAccessKeyProps,
  AwsUserIdentity,
  createAccessKey,
  userFieldValues,
} from "./user-identity";

/** Props of `AwsIdentity`. */
export interface AwsIdentityProps extends AwsPartProps, AwsAccessKeyProps {
  /**
   * Name of the IAM user: 1-64 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly userName?: string;

  /**
   * Path of the resources created in IAM: `/`, or names of letters, digits and `.,+@=_-` between slashes, such as
   * `/finops/`; at most 512 characters.
   *
   * @default "/"
   */
  readonly iamPath?: string;

  /**
   * ARN of the managed policy that limits the permissions of the identity, its permissions boundary, such as
   * `arn:aws:iam::111122223333:policy/boundary`.
   *
   * @default - no permissions boundary
   */
  readonly permissionsBoundaryArn?: string;
}

/** Schema of `AwsIdentityProps`. */
export const AWS_IDENTITY_SCHEMA: PropsSchema<AwsIdentityProps, "userName"> = {
  rules: {
    ...AWS_PART_RULES,
    userName: optional(string(IAM_NAME, '"finops-platform"')),
    iamPath: optional(string(IAM_PATH, '"/finops/"')),
    ...AWS_ACCESS_KEY_RULES,
    permissionsBoundaryArn: optional(string(PERMISSIONS_BOUNDARY_ARN, '"arn:aws:iam::111122223333:policy/boundary"')),
  },
  defaultNames: { userName: (site) => site.name("-") },
  crossChecks: [AWS_ACCESS_KEY_CHECK],
  uniqueNames: (props) => [uniqueInAccount("userName", "IAM user", props.userName, props, { ignoreCase: true })],
};

/**
 * Identity that the platform logs in as: an IAM user with one access key and no permissions of its own.
 *
 * The provider stores the secret access key in Terraform's state: give access to the state only to those who may read the
 * key, or see `createAccessKey`.
 *
 * @throws InputError when a property is refused
 */
export class AwsIdentity extends AwsUserIdentity {
  /**
   * References an existing user. Terraform creates an access key for it, unless `createAccessKey` is `false`, and the access
   * attaches its policy; nothing else about the user changes.
   *
   * @throws InputError when a property is refused
   */
  static fromUser(scope: Construct, id: string, props: AwsExistingUserProps): IAwsIdentity {
    return new AwsExistingUser(scope, id, props);
  }

  /**
   * References an existing role that the platform can assume with an external id. The access attaches its policy; nothing
   * else about the role changes.
   *
   * @throws InputError when a property is refused
   */
  static fromRole(scope: Construct, id: string, props: AwsExistingRoleProps): IAwsIdentity {
    return new AwsExistingRole(scope, id, props);
  }

  /** The IAM user; `node.defaultChild`. */
  readonly user: IamUser;
  /** Access key; `undefined` with `createAccessKey: false`. Its `secret` is a token: pass it to sensitive arguments only. */
  readonly accessKey?: IamAccessKey;
  readonly arn: string;
  readonly fieldValues: AwsIdentityFieldValues;
  protected readonly userName: string;

  constructor(scope: Construct, id: string, props: AwsIdentityProps = {}) {
    const validProps = validateProps(new ConstructSite(scope, id, "AwsIdentity"), AWS_IDENTITY_SCHEMA, props);
    super(scope, id, validProps);
    this.user = new IamUser(this, "Resource", {
      provider: validProps.provider,
      name: validProps.userName,
      path: validProps.iamPath ?? "/",
      permissionsBoundary: validProps.permissionsBoundaryArn,
      tags: validProps.tags,
      lifecycle: withPreconditions(validProps),
    });
    this.arn = this.user.arn;
    this.userName = this.user.name;
    this.accessKey = createAccessKey(this, this.userName, validProps);
    this.fieldValues = userFieldValues(this.arn, this.accessKey);
    this.addSynthWarnings();
  }
}
