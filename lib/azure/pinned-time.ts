import { DataResource, Fn, Op, Token } from "cdktf";
import { type Construct } from "constructs";

/** The time at which something was deployed first. */
export interface PinnedTime {
  /** The time, RFC 3339; a token. */
  readonly value: string;
  /** What a person runs to have it taken anew, and so what ends by it made anew. */
  readonly renewal: string;
}

/**
 * Keeps the time of the first deployment in Terraform's state: what is made of it stays the same in each plan.
 *
 * Not by a provider of its own, because Terraform has all of it built in since 1.5.
 */
export function pinnedTime(scope: Construct, id: string): PinnedTime {
  const time = new DataResource(scope, id, {
    // cdktf has it as a map only.
    input: Fn.plantimestamp() as unknown as Record<string, unknown>,
    lifecycle: { ignoreChanges: ["input"] },
  });
  return {
    value: time.getStringAttribute("output"),
    renewal: `terraform apply -replace=${time.terraformResourceType}.${time.friendlyUniqueId}`,
  };
}

/** So many days after a time. */
export function daysAfter({ value }: PinnedTime, days: number): string {
  const hours = Token.isUnresolved(days) ? Token.asString(Op.mul(days, 24)) : String(days * 24);
  return Fn.timeadd(value, `${hours}h`);
}
