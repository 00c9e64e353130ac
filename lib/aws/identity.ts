import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { Construct } from "constructs";
import { checkInput, oneOf, optional, type Rules, string, withDefaults } from "../core/input";
import { type Claim, Place } from "../core/place";
import { accountKind, AWS_PART_RULES, type AwsPartProps } from "./provider";

/** Props of `AwsIdentity`. */
export interface AwsIdentityProps extends AwsPartProps {
  /**
   * Name of the IAM user: 1-64 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly userName?: string;

  /**
   * IAM path of what is created in IAM: `/`, or names of letters, digits and `.,+@=_-` between slashes, such as
   * `/finops/`; at most 512 characters.
   *
   * @default "/"
   */
  readonly iamPath?: string;

  /**
   * Whether the access key can be used. An inactive key is kept, and can be made active again.
   *
   * @default "Active"
   */
  readonly accessKeyStatus?: "Active" | "Inactive";

  /**
   * ARN of the managed policy that bounds what the user can ever be allowed, such as
   * `arn:aws:iam::111122223333:policy/boundary`.
   *
   * @default - no permissions boundary
   */
  readonly permissionsBoundaryArn?: string;
}

/** One rule for each of `AwsIdentityProps`. */
export const AWS_IDENTITY_RULES: Rules<AwsIdentityProps> = {
  ...AWS_PART_RULES,
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  userName: optional(
    string(
      [
        { must: "be letters, digits and _+=,.@-", matches: "^[A-Za-z0-9_+=,.@-]+$" },
        { must: "be at most 64 characters long", maxLength: 64 },
      ],
      '"finops-platform"',
    ),
  ),
  // The grammar of a policy's path, which is narrower than a user's: one path serves both.
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
  iamPath: optional(
    string(
      [
        {
          must: "begin and end with '/', with letters, digits and .,+@=_- between slashes",
          matches: "^/([A-Za-z0-9.,+@=_-]+/)*$",
        },
        { must: "be at most 512 characters long", maxLength: 512 },
      ],
      '"/finops/"',
    ),
  ),
  accessKeyStatus: optional(oneOf(["Active", "Inactive"])),
  permissionsBoundaryArn: optional(
    string(
      [
        {
          must: "be the ARN of a managed policy in the commercial partition",
          matches: "^arn:aws:iam::([0-9]{12}|aws):policy/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]+$",
        },
        { must: "be at most 2048 characters long", maxLength: 2048 },
      ],
      '"arn:aws:iam::111122223333:policy/boundary"',
    ),
  ),
};

/** What is wrong with the props of an `AwsIdentity`; nothing when it can be created. */
export function checkAwsIdentity(props: AwsIdentityProps): string[] {
  return checkInput(AWS_IDENTITY_RULES, props);
}

/** The names that an `AwsIdentity` needs for itself. */
export function awsIdentityClaims(props: AwsIdentityProps & { readonly userName: string }): Claim[] {
  return [
    {
      property: "userName",
      kind: accountKind("IAM user", props.provider),
      name: props.userName,
      within: "stack",
      ignoreCase: true,
    },
  ];
}

/**
 * Who the platform logs in as: an IAM user with one access key and no permission of its own.
 *
 * The secret access key is in Terraform's state, as the provider puts it there: keep the state where only those may
 * read it who may read the key.
 */
export class AwsIdentity extends Construct {
  /** The IAM user; `node.defaultChild`. */
  readonly user: IamUser;
  readonly accessKey: IamAccessKey;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsIdentityProps = {}) {
    const place = new Place(scope, id, "AwsIdentity");
    const named = withDefaults(props, { userName: place.defaultName });
    place.admit(checkAwsIdentity(named), () => awsIdentityClaims(named));
    super(scope, id);
    this.user = new IamUser(this, "Resource", {
      provider: named.provider,
      name: named.userName,
      path: named.iamPath ?? "/",
      permissionsBoundary: named.permissionsBoundaryArn,
      tags: named.tags,
    });
    this.accessKey = new IamAccessKey(this, "access_key", {
      provider: named.provider,
      user: this.user.name,
      status: named.accessKeyStatus ?? "Active",
    });
  }

  get userArn(): string {
    return this.user.arn;
  }

  get accessKeyId(): string {
    return this.accessKey.id;
  }

  /** A token of a secret: hand it on to sensitive places only. */
  get secretAccessKey(): string {
    return this.accessKey.secret;
  }
}
