import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import { checkedLifecycle } from "../core/preconditions";
import { string } from "../core/rules";
import { EXTERNAL_ID, IAM_NAME } from "./iam-names";
import { AwsIdentityBase, type AwsIdentityKey, type AwsPolicyAttachmentConfig } from "./identity-base";
import { AWS_PROVIDER_RULES, type AwsProviderProps, checkAwsProvider } from "./provider";

/** Props of `AwsIdentity.fromRole`. */
export interface AwsExistingRoleProps extends AwsProviderProps {
  /** Name of the role, without its path: 1-64 letters, digits and `_+=,.@-`. */
  readonly roleName: string;

  /**
   * The external id that the role's trust policy asks for: 16-1224 letters, digits and `_+=,.@:/-`. Terraform stops at
   * plan when no statement of that policy has it under `StringEquals`.
   */
  readonly externalId: string;
}

/** The input of `AwsIdentity.fromRole`. */
export const AWS_EXISTING_ROLE_INPUT: Input<AwsExistingRoleProps> = {
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
  readonly formValues: Readonly<Partial<Record<AwsIdentityKey, string>>>;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsExistingRoleProps) {
    const type = "AwsIdentity.fromRole";
    const named = new Place(scope, id, type).admit(AWS_EXISTING_ROLE_INPUT, props);
    super(scope, id);
    checkAwsProvider(this, named);
    this.role = new DataAwsIamRole(this, "Resource", {
      provider: named.provider,
      name: named.roleName,
      lifecycle: checkedLifecycle(this, type, AWS_EXISTING_ROLE_INPUT, named, {
        postcondition: [
          {
            condition: asksFor(named.externalId),
            errorMessage: `${type} at ${this.node.path}: the role's trust policy must have a statement that asks for 'externalId', by StringEquals on sts:ExternalId.`,
          },
        ],
      }),
    });
    this.arn = this.role.arn;
    this.formValues = { role_arn: this.arn, external_id: named.externalId };
  }

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment {
    return new IamRolePolicyAttachment(scope, id, { ...config, role: this.role.name });
  }
}

/** Whether a statement of the trust policy lets in who says this external id. IAM takes keys in any letter case. */
function asksFor(externalId: string): string {
  const statements = "flatten([jsondecode(self.assume_role_policy).Statement])";
  const ids = 'for key, ids in try(statement.Condition.StringEquals, {}) : ids if lower(key) == "sts:externalid"';
  return `\${contains(flatten([for statement in ${statements} : [${ids}] if statement.Effect == "Allow"]), "${externalId}")}`;
}
