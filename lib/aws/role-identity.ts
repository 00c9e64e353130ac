import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type Permission } from "../core/permission";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { optional, string } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { EXTERNAL_ID, IAM_NAME, TRUSTED_PRINCIPAL_ARN } from "./conditions";
import { AWS_IDENTITY_SCHEMA, type AwsIdentityProps } from "./identity";
import { AwsIdentityBase } from "./identity-base";
import { type AwsIdentityFieldValues, type AwsPolicyAttachmentConfig } from "./interfaces";
import { ASSUME_ROLE } from "./permissions";
import { AWS_PART_RULES, type AwsPartProps, uniqueInAccount } from "./provider";
import { policyDocument } from "./statement";

/** Props of `AwsRoleIdentity`. */
export interface AwsRoleIdentityProps
  extends AwsPartProps, Pick<AwsIdentityProps, "iamPath" | "permissionsBoundaryArn"> {
  /**
   * ARN of the principal that the role trusts, as the platform specifies it: a role, a user, or the root of the platform's
   * account, such as `arn:aws:iam::444455556666:root`.
   */
  readonly trustedPrincipalArn: string;

  /**
   * External id that the platform must present when it assumes the role, so that no other customer of the platform can use
   * it to read your account: 16-1224 letters, digits and `_+=,.@:/-`. Preferably the id that the platform generated for you.
   * It is not a secret.
   */
  readonly externalId: string;

  /**
   * Name of the role: 1-64 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly roleName?: string;
}

/** Schema of `AwsRoleIdentityProps`. */
export const AWS_ROLE_IDENTITY_SCHEMA: PropsSchema<AwsRoleIdentityProps, "roleName"> = {
  rules: {
    ...AWS_PART_RULES,
    trustedPrincipalArn: string(TRUSTED_PRINCIPAL_ARN, '"arn:aws:iam::444455556666:root"'),
    externalId: string(EXTERNAL_ID, '"0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613"'),
    roleName: optional(string(IAM_NAME, '"finops-platform"')),
    iamPath: AWS_IDENTITY_SCHEMA.rules.iamPath,
    permissionsBoundaryArn: AWS_IDENTITY_SCHEMA.rules.permissionsBoundaryArn,
  },
  defaultNames: { roleName: (site) => site.name("-") },
  uniqueNames: (props) => [uniqueInAccount("roleName", "IAM role", props.roleName, props, { ignoreCase: true })],
};

/**
 * Identity that the platform logs in as without a key: an IAM role that only the platform can assume, and only with the
 * external id. It has no secret.
 *
 * @throws InputError when a property is refused
 */
export class AwsRoleIdentity extends AwsIdentityBase {
  /** The IAM role; `node.defaultChild`. */
  readonly role: IamRole;
  readonly arn: string;
  readonly fieldValues: AwsIdentityFieldValues;

  constructor(scope: Construct, id: string, props: AwsRoleIdentityProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AwsRoleIdentity"), AWS_ROLE_IDENTITY_SCHEMA, props);
    super(scope, id, validProps);
    this.role = new IamRole(this, "Resource", {
      provider: validProps.provider,
      name: validProps.roleName,
      path: validProps.iamPath ?? "/",
      description: "Lets the FinOps platform in",
      permissionsBoundary: validProps.permissionsBoundaryArn,
      assumeRolePolicy: policyDocument([
        {
          Sid: ASSUME_ROLE.id,
          Effect: "Allow",
          Principal: { AWS: validProps.trustedPrincipalArn },
          Action: ASSUME_ROLE.actions,
          Condition: { StringEquals: { "sts:ExternalId": validProps.externalId } },
        },
      ]),
      tags: validProps.tags,
      lifecycle: withPreconditions(validProps),
    });
    this.arn = this.role.arn;
    this.fieldValues = { role_arn: this.arn, external_id: validProps.externalId };
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [ASSUME_ROLE];
  }

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment {
    return new IamRolePolicyAttachment(scope, id, { ...config, role: this.role.name });
  }
}
