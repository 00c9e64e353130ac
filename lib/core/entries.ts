import { type Condition, literalKeys, type Rule, stringMap } from "./rules";

/**
 * A rule for what is there by number, such as the members of a group. Its keys are in the addresses of Terraform's
 * state, so that one who leaves moves nobody else; its values may be tokens.
 *
 * @param example of it all, such as `{ production: "345678901234" }`
 */
export function namedEntries(
  max: number,
  values: readonly Condition[],
  example: string,
): Rule<Record<string, string>, true> {
  const keys = [{ must: "be 1-64 letters, digits, '_' and '-'", matches: "^[A-Za-z0-9_-]{1,64}$" }];
  return literalKeys(stringMap(max, keys, values, example));
}

/**
 * What is wrong with entries of which two have the same value, whatever the letter case: it would be made twice.
 *
 * @param what each value is, such as "user"
 * @param there what a message calls the one that is there already, such as "one who"
 */
export function eachOnce(
  property: string,
  what: string,
  entries: Readonly<Record<string, string>> = {},
  there = "one that",
): string[] {
  const seen = new Set<string>();
  // By name, so that the message does not depend on the order in which they were written.
  const sorted = Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
  const twice = sorted.find(([, value]) => {
    const known = seen.has(value.toLowerCase());
    seen.add(value.toLowerCase());
    return known;
  });
  return twice === undefined
    ? []
    : [`'${property}' must name each ${what} once, got: ${JSON.stringify(twice[0])} for ${there} is there already`];
}
