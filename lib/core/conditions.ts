/**
 * One requirement on a string. `must` completes the sentence "'bucketName' must …".
 *
 * Conditions are data, so that Terraform can check the same as a precondition. Their patterns use the subset that JavaScript
 * (flag `u`) and RE2 share: no look-around, no back-reference, no repetition above 1000.
 *
 * Of a string that is partly a token, only the literal part is known at synthesis. It is checked for its `characters`, and for
 * a `notPattern` that is wrong `anywhere` in the string; everything else depends on the whole string.
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

/** First condition broken by literal text beside a token, among those that can be checked on a part of a string. */
export function conditionBrokenByPart(conditions: readonly Condition[], literal: string): string | undefined {
  const checkable = conditions.filter(
    (condition) => "characters" in condition || ("notPattern" in condition && condition.anywhere === true),
  );
  return checkable.find((condition) => !holds(condition, literal))?.must;
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
