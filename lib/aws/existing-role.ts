import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place, subject } from "../core/place";
import { checkedLifecycle } from "../core/preconditions";
import { string } from "../core/rules";
import { warn } from "../core/warning";
import { EXTERNAL_ID, IAM_NAME } from "./iam-names";
import { AwsIdentityBase, type AwsIdentityValues, type AwsPolicyAttachmentConfig } from "./identity-base";
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
  readonly formValues: AwsIdentityValues;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsExistingRoleProps) {
    const named = new Place(scope, id, "AwsIdentity.fromRole").admit(AWS_EXISTING_ROLE_INPUT, props);
    super(scope, id, named);
    this.role = new DataAwsIamRole(this, "Resource", {
      provider: named.provider,
      name: named.roleName,
      lifecycle: checkedLifecycle(this, named, {
        postcondition: [
          {
            condition: asksFor(named.externalId),
            errorMessage: `${subject(this, named)}: each statement of the role's trust policy that allows must ask for 'externalId', by StringEquals on sts:ExternalId, and name whom it trusts.`,
          },
        ],
      }),
    });
    warn(this, "The platform gets all that the role may do already, beside what this program grants.");
    this.arn = this.role.arn;
    this.formValues = { role_arn: this.arn, external_id: named.externalId };
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
  const named = 'length(keys(s.Principal)) == 1 && !contains(flatten([s.Principal.AWS]), "*")';
  const guarded = `try(${ids} == ["${externalId}"] && ${named}, false)`;
  const allowing = '[for s in flatten([jsondecode(self.assume_role_policy).Statement]) : s if s.Effect == "Allow"]';
  return `\${length(${allowing}) > 0 && alltrue([for s in ${allowing} : ${guarded}])}`;
}
