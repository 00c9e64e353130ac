import { Token } from "cdktf";

/** Whether two values are known to differ: one that is left out, or that Terraform fills in, may be the other. */
export function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== other && [one, other].every((value) => value !== undefined && !Token.isUnresolved(value));
}
