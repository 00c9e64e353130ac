import { Fn, Op, TerraformResource, Token } from "cdktf";
import { type Construct } from "constructs";
import { forbidOverrides } from "../core/override-guard";

/** The time at which something was deployed first. */
export interface PinnedTime {
  /** The time, RFC 3339; a token. */
  readonly value: string;
  /** What a person runs to have it taken anew, and so what ends by it made anew. */
  readonly rotationCommand: string;
}

/** Where `renewal` is documented. */
export const REPLACE = "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address";

/**
 * Keeps the time of the first deployment in Terraform's state: what is made of it stays the same in each plan.
 *
 * Not by a provider of its own, because Terraform has all of it built in since 1.5.
 */
export function pinnedTime(scope: Construct, id: string): PinnedTime {
  // Not by cdktf's `DataResource`, which runs `terraform version` at each synth, once for each, and stops without Terraform.
  const type = "terraform_data";
  const time = new TerraformResource(scope, id, {
    terraformResourceType: type,
    lifecycle: { ignoreChanges: ["input"] },
  });
  const now = Fn.plantimestamp();
  time.addOverride("input", now);
  forbidOverrides(time, time, "the time of the first deployment", {
    input: now,
    lifecycle: { ignore_changes: ["input"] },
  });
  return {
    value: time.getStringAttribute("output"),
    rotationCommand: `terraform apply -replace=${type}.${time.friendlyUniqueId}`,
  };
}

/** So many days after a time. */
export function daysAfter({ value }: PinnedTime, days: number): string {
  const hours = Token.isUnresolved(days) ? Token.asString(Op.mul(days, 24)) : String(days * 24);
  return Fn.timeadd(value, `${hours}h`);
}
