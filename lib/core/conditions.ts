import { literalBeginning, literalPart } from "./tokens";

/**
 * One requirement on a string. `must` completes the sentence "'bucketName' must …".
 *
 * Conditions are data, so that Terraform can check the same as a precondition. Their patterns use the subset that JavaScript
 * (flag `u`) and RE2 share: no look-around, no back-reference, no repetition above 1000.
 *
 * Of a string that is partly a token, only the literal part is known at synthesis. It is checked for its `characters`, and for
 * a `notPattern` that is wrong `anywhere` in the string. If it begins the string, it must fit the beginning of each `pattern`.
 * Everything else depends on the whole string.
 */
export type Condition = { readonly must: string } & (
  | { readonly characters: string }
  | { readonly pattern: string }
  | { readonly notPattern: string; readonly anywhere?: boolean }
  | { readonly enum: readonly string[] }
  | { readonly minLength?: number; readonly maxLength: number }
);

/**
 * A length between two limits, both included, counted in UTF-16 code units. (Terraform counts grapheme clusters.)
 *
 * @param reason ends the sentence, such as ", so that nobody can guess it"
 */
export function length(min: number, max: number, reason = ""): Condition {
  const range = min === max ? String(max) : `${min}-${max}`;
  return { must: `be ${range} characters long${reason}`, minLength: min, maxLength: max };
}

/** An upper limit on the length, counted as in `length`. */
export function maxLength(max: number): Condition {
  return { must: `be at most ${max} characters long`, maxLength: max };
}

/** Refuses template sequences, which Terraform would evaluate: for any text that may contain `$`, `%` and `{`. */
export const NO_TEMPLATES: Condition = {
  must: "not have '${' or '%{' in it, which Terraform would evaluate",
  notPattern: "[$%][{]",
  anywhere: true,
};

/** First condition that the value breaks, as the end of "'bucketName' must …"; `undefined` when all hold. */
export function brokenCondition(conditions: readonly Condition[], value: string): string | undefined {
  // Length first, because patterns give up on huge strings.
  const tooLong = conditions.find((condition) => "maxLength" in condition && value.length > condition.maxLength);
  return (tooLong ?? conditions.find((condition) => !holds(condition, value)))?.must;
}

/** First condition broken by the literal text of a string with tokens, among those that can be checked on it. */
export function conditionBrokenByPart(conditions: readonly Condition[], value: string): string | undefined {
  const literal = literalPart(value);
  // Most values are a token and nothing else.
  if (literal === "") {
    return undefined;
  }
  const beginning = literalBeginning(value);
  return conditions.find((condition) => {
    if ("pattern" in condition) {
      const expected = fixedBeginning(condition.pattern);
      return !expected.startsWith(beginning.slice(0, expected.length));
    }
    return (
      ("characters" in condition || ("notPattern" in condition && condition.anywhere === true)) &&
      !holds(condition, literal)
    );
  })?.must;
}

/** Text that all strings begin with that match a pattern: `arn:aws:iam::` for `^arn:aws:iam::[0-9]{12}:role/`. */
function fixedBeginning(pattern: string): string {
  // Alternatives outside of brackets may begin differently.
  const outside = withoutGroups(pattern.replace(/\[[^\]]*\]/g, ""));
  const [, text = "", quantifier = ""] = /^\^([A-Za-z0-9:/_ '-]*)([?*{]?)/.exec(pattern) ?? [];
  return outside.includes("|") ? "" : text.slice(0, quantifier === "" ? undefined : -1);
}

function withoutGroups(pattern: string): string {
  const shorter = pattern.replace(/\([^()]*\)/g, "");
  return shorter === pattern ? pattern : withoutGroups(shorter);
}

function holds(condition: Condition, value: string): boolean {
  if ("characters" in condition) {
    return compiled(`^[${condition.characters}]*$`).test(value);
  }
  if ("pattern" in condition) {
    return compiled(condition.pattern).test(value);
  }
  if ("notPattern" in condition) {
    return !compiled(condition.notPattern).test(value);
  }
  if ("enum" in condition) {
    return condition.enum.includes(value);
  }
  return value.length >= (condition.minLength ?? 0) && value.length <= condition.maxLength;
}

const COMPILED = new Map<string, RegExp>();

/** Compiles a pattern once: a few patterns check all constructs. */
function compiled(pattern: string): RegExp {
  const known = COMPILED.get(pattern) ?? new RegExp(pattern, "u");
  COMPILED.set(pattern, known);
  return known;
}
