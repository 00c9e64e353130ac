import { Fn, Op, TerraformResource, Token } from "cdktf";
import { type Construct } from "constructs";
import { forbidOverrides } from "../core/override-guard";

/** Time of the first deployment, which Terraform's state keeps. */
export interface PinnedTime {
  /** The time in the format of RFC 3339; a token. */
  readonly value: string;
  /** Command that replaces the time, and so rotates the credential that expires by it. */
  readonly rotationCommand: string;
}

/** Documentation of `rotationCommand`. */
export const ROTATION_LINK = "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address";

/**
 * Creates a resource that keeps the time of the first deployment in Terraform's state, so that values derived from it stay
 * the same in each plan.
 *
 * It needs no additional provider, because everything that it uses is built into Terraform since 1.5.
 */
export function createPinnedTime(scope: Construct, id: string): PinnedTime {
  // Not cdktf's `DataResource`: each one runs `terraform version` at synthesis, and fails without Terraform.
  const type = "terraform_data";
  const time = new TerraformResource(scope, id, {
    terraformResourceType: type,
    lifecycle: { ignoreChanges: ["input"] },
  });
  // As text, because cdktf captures a stack trace for each token.
  const now = "${plantimestamp()}";
  time.addOverride("input", now);
  forbidOverrides(time, "the time of the first deployment", {
    input: now,
    lifecycle: { ignore_changes: ["input"] },
  });
  return {
    value: time.getStringAttribute("output"),
    rotationCommand: `terraform apply -replace=${type}.${time.friendlyUniqueId}`,
  };
}

/** Time that is a number of days after another. */
export function daysAfter({ value }: PinnedTime, days: number): string {
  const hours = Token.isUnresolved(days) ? Token.asString(Op.mul(days, 24)) : String(days * 24);
  return Fn.timeadd(value, `${hours}h`);
}
