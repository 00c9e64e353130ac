import { type Condition } from "./conditions";
import { type Rule, stringMap, synthTimeKeys } from "./rules";

/**
 * Rule for a map of named entries, such as the members of a group. The keys become part of the addresses in Terraform's
 * state, so that removing an entry leaves the other addresses unchanged. The values may be tokens.
 *
 * @param example of the map, such as `{ production: "345678901234" }`
 */
export function namedEntries(
  max: number,
  values: readonly Condition[],
  example: string,
): Rule<Record<string, string>, true> {
  const keys = [{ must: "be 1-64 letters, digits, '_' and '-'", pattern: "^[A-Za-z0-9_-]{1,64}$" }];
  return synthTimeKeys(stringMap(max, keys, values, example));
}

/**
 * Checks that no two entries have the same value, ignoring letter case: its resource would be created twice.
 *
 * @param what kind of value, such as "user"
 */
export function checkUniqueValues(
  property: string,
  what: string,
  entries: Readonly<Record<string, string>> = {},
): string[] {
  const seen = new Map<string, string>();
  // Sorted, so that the error does not depend on the order of the entries.
  for (const [name, value] of Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const other = seen.get(value.toLowerCase());
    if (other !== undefined) {
      return [
        `'${property}' must name each ${what} once, got: the same one for ${JSON.stringify(other)} and ${JSON.stringify(name)}`,
      ];
    }
    seen.set(value.toLowerCase(), name);
  }
  return [];
}
