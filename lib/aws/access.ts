import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { type IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Part } from "../core/part";
import { type Permission, PLATFORM_IDENTITY } from "../core/permission";
import { Place } from "../core/place";
import { sameProvider } from "../core/provider";
import { checkedLifecycle } from "../core/preconditions";
import { object, optional, string } from "../core/rules";
import { AwsBillingExportBase } from "./billing-export-base";
import { AWS_IDENTITY_INPUT, type AwsIdentityProps } from "./identity";
import { AwsIdentityBase } from "./identity-base";
import { AWS_PERMISSIONS, type AwsPermission, type AwsResource } from "./permissions";
import { accountClaim, AWS_PART_RULES, type AwsPartProps, checkAwsProvider } from "./provider";
import { allow, policyDocument, type StatementScope } from "./statement";

/** Props of `AwsAccess`. */
export interface AwsAccessProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath"> {
  /** Who gets access. */
  readonly identity: AwsIdentityBase;

  /** What is read. */
  readonly billingExport: AwsBillingExportBase;

  /**
   * Name of the managed policy: 1-128 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly policyName?: string;
}

/** The input of `AwsAccess`. */
export const AWS_ACCESS_INPUT: Input<AwsAccessProps, "policyName"> = {
  rules: {
    ...AWS_PART_RULES,
    identity: object(
      "be an AwsIdentity",
      (value) => value instanceof AwsIdentityBase,
      "new AwsIdentity(…), new AwsRoleIdentity(…), AwsIdentity.fromUser(…) or AwsIdentity.fromRole(…)",
    ),
    billingExport: object(
      "be an AwsBillingExport",
      (value) => value instanceof AwsBillingExportBase,
      "new AwsBillingExport(…) or AwsBillingExport.fromReport(…)",
    ),
    iamPath: AWS_IDENTITY_INPUT.rules.iamPath,
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
    policyName: optional(
      string(
        [
          { must: "be letters, digits and _+=,.@-", characters: "A-Za-z0-9_+=,.@-" },
          { must: "be 1-128 characters long", minLength: 1, maxLength: 128 },
        ],
        '"finops-platform"',
      ),
    ),
  },
  names: { policyName: (place) => place.name("-") },
  combinations: (props, place) => [
    ...place.sameStack("identity", props.identity),
    ...place.sameStack("billingExport", props.billingExport),
    ...sameProvider("identity", props.identity, props),
    ...sameProvider("billingExport", props.billingExport, props),
  ],
  claims: (props) => [accountClaim("policyName", "IAM policy", props.policyName, props, { ignoreCase: true })],
};

/**
 * What the platform may do: the catalogue's permissions as one managed policy attached to the identity. (The inline
 * policies of a user share 2,048 characters, which these statements would leave little of; a managed policy has 6,144.)
 */
export class AwsAccess extends Part {
  /** The managed policy; `node.defaultChild`. */
  readonly policy: IamPolicy;
  /** What binds the policy to the user or role. */
  readonly attachment: IamUserPolicyAttachment | IamRolePolicyAttachment;
  private readonly granted: readonly Permission[];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsAccessProps) {
    const named = new Place(scope, id, "AwsAccess").admit(AWS_ACCESS_INPUT, props);
    super(scope, id);
    checkAwsProvider(this, named);
    const granted = grants(named.identity, named.billingExport);
    this.granted = granted.map(({ permission }) => permission);
    this.policy = new IamPolicy(this, "Resource", {
      provider: named.provider,
      name: named.policyName,
      path: named.iamPath ?? "/",
      description: "Lets the FinOps platform read the billing export and the organization's structure",
      policy: policyDocument(granted.map(({ permission, scope }) => allow(permission, scope))),
      tags: named.tags,
      lifecycle: checkedLifecycle(this, named),
    });
    this.attachment = named.identity.attachPolicy(this, "attachment", {
      provider: named.provider,
      policyArn: this.policy.arn,
    });
  }

  override get permissions(): Permission[] {
    return [...this.granted];
  }
}

interface Grant {
  readonly permission: AwsPermission;
  readonly scope: StatementScope;
}

/** The catalogue's permissions for the platform; one whose resource is not there (no KMS key, no organization) is not granted. */
function grants(identity: AwsIdentityBase, billingExport: AwsBillingExportBase): Grant[] {
  const scopes = statementScopes(identity, billingExport);
  return AWS_PERMISSIONS.filter(({ grantee }) => grantee === PLATFORM_IDENTITY).flatMap((permission) => {
    const scope = scopes[permission.resource];
    return scope === undefined ? [] : [{ permission, scope }];
  });
}

function statementScopes(
  identity: AwsIdentityBase,
  { storage, s3Prefix, accountType }: AwsBillingExportBase,
): Partial<Record<AwsResource, StatementScope>> {
  const { bucketArn, kmsKeyArn } = storage;
  const organization = `arn:${storage.partition}:organizations::${storage.accountId}`;
  return {
    "export bucket": { Resource: bucketArn },
    // Not the prefix itself, without a slash: it would list all that begins with the same letters.
    "export bucket, listing below the prefix": {
      Resource: bucketArn,
      Condition: { StringLike: { "s3:prefix": `${s3Prefix}/*` } },
    },
    "objects below the prefix": { Resource: `${bucketArn}/${s3Prefix}/*` },
    ...(accountType === "MEMBER"
      ? {}
      : {
          "organization as a whole": { Resource: "*" },
          "accounts, units and roots of the organization": {
            Resource: [`${organization}:account/*`, `${organization}:ou/*`, `${organization}:root/*`],
          },
        }),
    "the platform's own identity": { Resource: identity.arn },
    ...(kmsKeyArn === undefined
      ? {}
      : {
          "KMS key, through S3 and for the export": {
            Resource: kmsKeyArn,
            Condition: {
              StringEquals: { "kms:ViaService": `s3.${storage.region}.amazonaws.com` },
              // S3 encrypts under the name of the object, or of the bucket where it has a key of its own.
              StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/${s3Prefix}/*`] },
            },
          },
        }),
  };
}
