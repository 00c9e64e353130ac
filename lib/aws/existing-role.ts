import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import { warn } from "../core/warning";
import { EXTERNAL_ID, IAM_NAME } from "./iam-names";
import { AwsIdentityBase } from "./identity-base";
import { type AwsIdentityFieldValues, type AwsPolicyAttachmentConfig } from "./interfaces";
import { AWS_PROVIDER_RULES, type AwsProviderProps } from "./provider";

/** Props of `AwsIdentity.fromRole`. */
export interface AwsExistingRoleProps extends AwsProviderProps {
  /** Name of the role, without its path: 1-64 letters, digits and `_+=,.@-`. */
  readonly roleName: string;

  /**
   * The external id that the role's trust policy asks for: 16-1224 letters, digits and `_+=,.@:/-`. Terraform stops at
   * plan unless each statement of that policy that allows has it, and no other, under `StringEquals`, and trusts no
   * wildcard.
   */
  readonly externalId: string;
}

/** The input of `AwsIdentity.fromRole`. */
export const AWS_EXISTING_ROLE_SCHEMA: PropsSchema<AwsExistingRoleProps> = {
  rules: {
    ...AWS_PROVIDER_RULES,
    roleName: string(IAM_NAME, '"finops-platform"'),
    externalId: string(EXTERNAL_ID, '"0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613"'),
  },
};

/** A role that is there already, see `AwsIdentity.fromRole`. */
export class AwsExistingRole extends AwsIdentityBase {
  /** The role as AWS knows it; `node.defaultChild`. */
  readonly role: DataAwsIamRole;
  readonly arn: string;
  readonly formValues: AwsIdentityFieldValues;

  /** @throws InputError when a property is refused, with all problems at once */
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
      lifecycle: withPreconditions(this, validProps, {
        postcondition: [
          {
            condition: asksFor(validProps.externalId),
            errorMessage: `${describeConstruct(this, validProps)}: each statement of the role's trust policy that allows must ask for 'externalId', by StringEquals on sts:ExternalId, and name whom it trusts.`,
          },
        ],
      }),
    });
    warn(this, "The platform gets all that the role may do already, beside what this program grants.");
    this.arn = this.role.arn;
    this.formValues = { role_arn: this.arn, external_id: validProps.externalId };
  }

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment {
    return new IamRolePolicyAttachment(scope, id, { ...config, role: this.role.name });
  }
}

/**
 * Whether the trust policy lets in only who says this external id, and not everyone who does: each statement that allows
 * asks for it and for no other, and there is one. IAM takes keys in any letter case.
 */
function asksFor(externalId: string): string {
  const ids = 'flatten([for key, ids in s.Condition.StringEquals : ids if lower(key) == "sts:externalid"])';
  // Neither everyone, nor all but someone, nor a service.
  const validProps = 'length(keys(s.Principal)) == 1 && !contains(flatten([s.Principal.AWS]), "*")';
  const guarded = `try(${ids} == ["${externalId}"] && ${validProps}, false)`;
  const allowing = '[for s in flatten([jsondecode(self.assume_role_policy).Statement]) : s if s.Effect == "Allow"]';
  return `\${length(${allowing}) > 0 && alltrue([for s in ${allowing} : ${guarded}])}`;
}
