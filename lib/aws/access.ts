import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { type IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { type Construct } from "constructs";
import { length } from "../core/conditions";
import { ConstructSite } from "../core/construct-site";
import { Part } from "../core/part";
import { type Permission, PLATFORM_IDENTITY } from "../core/permission";
import { withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { checkSameProvider, withProvider } from "../core/provider";
import { optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { AWS_IDENTITY_SCHEMA, type AwsIdentityProps } from "./identity";
import { AWS_BILLING_EXPORT_RULE, AWS_IDENTITY_RULE, type IAwsBillingExport, type IAwsIdentity } from "./interfaces";
import { AWS_PERMISSIONS, type AwsPermission, type AwsPermissionResource } from "./permissions";
import {
  addAwsProviderValidation,
  AWS_PART_RULES,
  type AwsPartProps,
  type AwsProviderProps,
  uniqueInAccount,
} from "./provider";
import { allow, policyDocument, type StatementScope } from "./statement";

/** Props of `AwsAccess`. */
export interface AwsAccessProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath"> {
  /** Identity that gets access. */
  readonly identity: IAwsIdentity;

  /** Billing export that the identity can read. */
  readonly billingExport: IAwsBillingExport;

  /**
   * Name of the managed policy: 1-128 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly policyName?: string;
}

/** Schema of `AwsAccessProps`. */
export const AWS_ACCESS_SCHEMA: PropsSchema<AwsAccessProps, "policyName"> = {
  rules: {
    ...AWS_PART_RULES,
    identity: AWS_IDENTITY_RULE,
    billingExport: AWS_BILLING_EXPORT_RULE,
    iamPath: AWS_IDENTITY_SCHEMA.rules.iamPath,
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
    policyName: optional(
      string(
        [{ must: "be letters, digits and _+=,.@-", characters: "A-Za-z0-9_+=,.@-" }, length(1, 128)],
        '"finops-platform"',
      ),
    ),
  },
  defaultNames: { policyName: (site) => site.name("-") },
  crossChecks: [
    crossCheck(["identity", "provider"], ({ identity, ...props }, site) => [
      ...site.checkSameStack("identity", identity),
      ...checkSameProvider("identity", props, identity),
    ]),
    crossCheck(["billingExport", "provider"], ({ billingExport, ...props }, site) => [
      ...site.checkSameStack("billingExport", billingExport, billingExport.storage),
      ...checkSameProvider("billingExport", props, billingExport, billingExport.storage),
    ]),
  ],
  uniqueNames: (props) => [uniqueInAccount("policyName", "IAM policy", props.policyName, props, { ignoreCase: true })],
};

/**
 * Permissions of the platform: the entries of the catalogue as one managed policy, attached to the identity. A managed
 * policy holds 6,144 characters. The inline policies of a user share 2,048, and these statements would use most of them.
 *
 * @throws InputError when a property is refused
 */
export class AwsAccess extends Part {
  /** The managed policy; `node.defaultChild`. */
  readonly policy: IamPolicy;
  /** Attachment of the policy to the user or role. */
  readonly attachment: IamUserPolicyAttachment | IamRolePolicyAttachment;
  private readonly granted: readonly Permission[];

  constructor(scope: Construct, id: string, props: AwsAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AwsAccess"), AWS_ACCESS_SCHEMA, props);
    super(scope, id);
    addAwsProviderValidation(this, validProps);
    const { identity, billingExport } = validProps;
    for (const part of withProvider<AwsProviderProps>(identity, billingExport, billingExport.storage)) {
      addAwsProviderValidation(this, part);
    }
    const granted = grants(identity, billingExport);
    this.granted = granted.map(({ permission }) => permission);
    this.policy = new IamPolicy(this, "Resource", {
      provider: validProps.provider,
      name: validProps.policyName,
      path: validProps.iamPath ?? "/",
      description: "Lets the FinOps platform read the billing export and the organization's structure",
      policy: policyDocument(granted.map(({ permission, scope }) => allow(permission, scope))),
      tags: validProps.tags,
      lifecycle: withPreconditions(validProps),
    });
    this.attachment = identity.attachPolicy(this, "attachment", {
      provider: validProps.provider,
      policyArn: this.policy.arn,
    });
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [...this.granted];
  }
}

interface Grant {
  readonly permission: AwsPermission;
  readonly scope: StatementScope;
}

/**
 * Entries of the catalogue for the platform. An entry whose resource does not exist (no KMS key, no organization) is not
 * granted.
 */
function grants(identity: IAwsIdentity, billingExport: IAwsBillingExport): Grant[] {
  const scopes = statementScopes(identity, billingExport);
  return AWS_PERMISSIONS.filter(({ grantee }) => grantee === PLATFORM_IDENTITY).flatMap((permission) => {
    const scope = scopes[permission.resource];
    return scope === undefined ? [] : [{ permission, scope }];
  });
}

function statementScopes(
  identity: IAwsIdentity,
  { storage, s3Prefix, accountType }: IAwsBillingExport,
): Partial<Record<AwsPermissionResource, StatementScope>> {
  const { bucketArn, kmsKeyArn } = storage;
  const organization = `arn:${storage.partition}:organizations::${storage.accountId}`;
  return {
    "export bucket": { Resource: bucketArn },
    // With the slash: without it, the pattern would match all prefixes that begin with the same letters.
    "export bucket, listing below the prefix": {
      Resource: bucketArn,
      Condition: { StringLike: { "s3:prefix": `${s3Prefix}/*` } },
    },
    "objects below the prefix": { Resource: `${bucketArn}/${s3Prefix}/*` },
    ...(accountType === "PAYER"
      ? {
          "organization as a whole": { Resource: "*" },
          "accounts, units and roots of the organization": {
            Resource: [`${organization}:account/*`, `${organization}:ou/*`, `${organization}:root/*`],
          },
        }
      : {}),
    "the platform's own identity": { Resource: identity.arn },
    ...(kmsKeyArn === undefined
      ? {}
      : {
          "KMS key, through S3 and for the export": {
            Resource: kmsKeyArn,
            Condition: {
              StringEquals: { "kms:ViaService": `s3.${storage.region}.amazonaws.com` },
              // The encryption context is the ARN of the object or, with an S3 Bucket Key, of the bucket.
              StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/${s3Prefix}/*`] },
            },
          },
        }),
  };
}
