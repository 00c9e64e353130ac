import { IamAccessKey } from "@cdktf/provider-aws/lib/iam-access-key";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import { checkedLifecycle } from "../core/preconditions";
import { oneOf, optional, string } from "../core/rules";
import { accountKind, AWS_PART_RULES, type AwsPartProps, checkAwsProvider } from "./provider";

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

const BOUNDARY_ARN = "be the ARN of a managed policy in the commercial partition";

/** The input of `AwsIdentity`. */
export const AWS_IDENTITY_INPUT: Input<AwsIdentityProps, "userName"> = {
  rules: {
    ...AWS_PART_RULES,
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    userName: optional(
      string(
        [
          { must: "be letters, digits and _+=,.@-", characters: "A-Za-z0-9_+=,.@-" },
          { must: "be 1-64 characters long", minLength: 1, maxLength: 64 },
        ],
        '"finops-platform"',
      ),
    ),
    // The grammar of a policy's path, which is narrower than a user's: one path serves both.
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
    iamPath: optional(
      string(
        [
          { must: "be letters, digits and .,+@=_- between slashes", characters: "A-Za-z0-9.,+@=_/-" },
          {
            must: "begin and end with '/', with letters, digits and .,+@=_- between slashes",
            matches: "^/([A-Za-z0-9.,+@=_-]+/)*$",
          },
          { must: "be at most 512 characters long", maxLength: 512 },
        ],
        '"/finops/"',
      ),
    ),
    accessKeyStatus: optional(oneOf("Active", "Inactive")),
    permissionsBoundaryArn: optional(
      string(
        [
          { must: BOUNDARY_ARN, characters: "A-Za-z0-9.,+@=_:/-" },
          {
            must: BOUNDARY_ARN,
            matches: "^arn:aws:iam::([0-9]{12}|aws):policy/([A-Za-z0-9.,+@=_-]+/)*[A-Za-z0-9_+=,.@-]{1,128}$",
          },
          { must: "be at most 672 characters long", maxLength: 672 },
        ],
        '"arn:aws:iam::111122223333:policy/boundary"',
      ),
    ),
  },
  names: { userName: (place) => place.name("-") },
  claims: (props) => [
    {
      property: "userName",
      kind: accountKind("IAM user", props),
      name: props.userName,
      within: "stack",
      ignoreCase: true,
    },
  ],
};

/**
 * Who the platform logs in as: an IAM user with one access key and no permission of its own.
 *
 * The secret access key is in Terraform's state, as the provider puts it there: keep the state where only those may
 * read it who may read the key.
 */
export class AwsIdentity extends Construct {
  /** The IAM user; `node.defaultChild`. */
  readonly user: IamUser;
  /** The user's access key. */
  readonly accessKey: IamAccessKey;
  /** ARN of the user. */
  readonly userArn: string;
  /** The public half of the access key. */
  readonly accessKeyId: string;
  /** The secret half of the access key, as a token: hand it on to sensitive places only. */
  readonly secretAccessKey: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsIdentityProps = {}) {
    const named = new Place(scope, id, "AwsIdentity").admit(AWS_IDENTITY_INPUT, props);
    super(scope, id);
    checkAwsProvider(this, named);
    this.user = new IamUser(this, "Resource", {
      provider: named.provider,
      name: named.userName,
      path: named.iamPath ?? "/",
      permissionsBoundary: named.permissionsBoundaryArn,
      tags: named.tags,
      lifecycle: checkedLifecycle(this, "AwsIdentity", AWS_IDENTITY_INPUT, named),
    });
    this.accessKey = new IamAccessKey(this, "access_key", {
      provider: named.provider,
      user: this.user.name,
      status: named.accessKeyStatus ?? "Active",
    });
    this.userArn = this.user.arn;
    this.accessKeyId = this.accessKey.id;
    this.secretAccessKey = this.accessKey.secret;
  }
}
