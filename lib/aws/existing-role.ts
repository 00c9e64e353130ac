import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import { warnOfExistingPermissions } from "../core/warning";
import { EXTERNAL_ID, IAM_NAME } from "./conditions";
import { AwsIdentityBase } from "./identity-base";
import { type AwsIdentityFieldValues, type AwsPolicyAttachmentConfig } from "./interfaces";
import { AWS_PROVIDER_RULES, type AwsProviderProps } from "./provider";

/** Props of `AwsIdentity.fromRole`. */
export interface AwsExistingRoleProps extends AwsProviderProps {
  /** Name of the role, without its path: 1-64 letters, digits and `_+=,.@-`. */
  readonly roleName: string;

  /**
   * External id that the role's trust policy requires: 16-1224 letters, digits and `_+=,.@:/-`. Terraform stops at plan
   * unless each Allow statement of that policy requires this id and no other, by `StringEquals`, and trusts no wildcard.
   */
  readonly externalId: string;
}

/** Schema of `AwsExistingRoleProps`. */
export const AWS_EXISTING_ROLE_SCHEMA: PropsSchema<AwsExistingRoleProps> = {
  rules: {
    ...AWS_PROVIDER_RULES,
    roleName: string(IAM_NAME, '"finops-platform"'),
    externalId: string(EXTERNAL_ID, '"0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613"'),
  },
};

/**
 * Existing role, see `AwsIdentity.fromRole`.
 *
 * @throws InputError when a property is refused
 */
export class AwsExistingRole extends AwsIdentityBase {
  /** Data source of the role; `node.defaultChild`. */
  readonly role: DataAwsIamRole;
  readonly arn: string;
  readonly fieldValues: AwsIdentityFieldValues;

  constructor(scope: Construct, id: string, props: AwsExistingRoleProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AwsIdentity.fromRole"),
      AWS_EXISTING_ROLE_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.role = new DataAwsIamRole(this, "Resource", {
      provider: validProps.provider,
      name: validProps.roleName,
      lifecycle: withPreconditions(validProps, {
        postcondition: [
          {
            condition: requiresExternalId(validProps.externalId),
            errorMessage: `${describeConstruct(validProps)}: each Allow statement of the role's trust policy must require 'externalId', by StringEquals on sts:ExternalId, and name AWS principals, without a wildcard.`,
          },
        ],
      }),
    });
    warnOfExistingPermissions(this, "role");
    this.arn = this.role.arn;
    this.fieldValues = { role_arn: this.arn, external_id: validProps.externalId };
    this.addSynthWarnings();
  }

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment {
    return new IamRolePolicyAttachment(scope, id, { ...config, role: this.role.name });
  }
}

/**
 * Terraform condition: the trust policy lets in named principals only, and only with this external id. Each Allow statement
 * requires the id and no other, and there is at least one. IAM ignores the letter case of condition keys.
 */
function requiresExternalId(externalId: string): string {
  const ids = 'flatten([for key, ids in s.Condition.StringEquals : ids if lower(key) == "sts:externalid"])';
  // No wildcard, no NotPrincipal, no service.
  const namesPrincipals = 'length(keys(s.Principal)) == 1 && !contains(flatten([s.Principal.AWS]), "*")';
  const isRestricted = `try(${ids} == ["${externalId}"] && ${namesPrincipals}, false)`;
  const allowStatements =
    '[for s in flatten([jsondecode(self.assume_role_policy).Statement]) : s if s.Effect == "Allow"]';
  return `\${length(${allowStatements}) > 0 && alltrue([for s in ${allowStatements} : ${isRestricted}])}`;
}
