import { DataResource, Fn, Op, Token } from "cdktf";
import { type Construct } from "constructs";

/**
 * The time at which something was deployed first, kept in Terraform's state: what is made of it stays the same in each plan.
 * To have it taken anew, replace the resource (`terraform apply -replace=terraform_data.…`).
 *
 * Not by a provider of its own, because Terraform has all of it built in since 1.5.
 */
export function pinnedTime(scope: Construct, id: string): string {
  const time = new DataResource(scope, id, {
    // cdktf has it as a map only.
    input: Fn.plantimestamp() as unknown as Record<string, unknown>,
    lifecycle: { ignoreChanges: ["input"] },
  });
  return time.getStringAttribute("output");
}

/** So many days after a time. */
export function daysAfter(time: string, days: number): string {
  const hours = Token.isUnresolved(days) ? Token.asString(Op.mul(days, 24)) : String(days * 24);
  return Fn.timeadd(time, `${hours}h`);
}
