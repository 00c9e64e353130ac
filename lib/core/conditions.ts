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
  | { readonly minLength?: number; readonly maxLength: number; readonly unit?: LengthUnit }
);

/** Unit in which a provider or service counts a length; `bytes` are those of UTF-8. */
export type LengthUnit = "bytes" | "code points" | "UTF-16 code units";

/**
 * A length between two limits, both included.
 *
 * @param unit left out if the other conditions allow ASCII only, of which all units are the same
 * @param reason ends the sentence, such as ", so that nobody can guess it"
 */
export function length(min: number, max: number, unit?: LengthUnit, reason = ""): Condition {
  const range = min === max ? String(max) : `${min}-${max}`;
  return { must: `be ${range} ${named(unit)} long${reason}`, minLength: min, maxLength: max, unit };
}

/** An upper limit on the length, see `length`. */
export function maxLength(max: number, unit?: LengthUnit): Condition {
  return { must: `be at most ${max} ${named(unit)} long`, maxLength: max, unit };
}

// What a person counts as one character is one code point in most cases.
const named = (unit?: LengthUnit): string => (unit === "bytes" ? "bytes" : "characters");

/** Refuses template sequences, which Terraform would evaluate: for any text that may contain `$`, `%` and `{`. */
export const NO_TEMPLATES: Condition = {
  must: "not have '${' or '%{' in it, which Terraform would evaluate",
  notPattern: "[$%][{]",
  anywhere: true,
};

/** Tests of the language that checks conditions: JavaScript at synthesis, Terraform at plan. */
export interface Tests<Text, Result> {
  matches(text: Text, pattern: string): Result;
  not(result: Result): Result;
  isOneOf(text: Text, values: readonly string[]): Result;
  hasLength(text: Text, unit: LengthUnit | undefined, min: number | undefined, max: number): Result;
}

/** Tests whether a condition holds: the only place that interprets one. */
export function holds<Text, Result>(condition: Condition, text: Text, tests: Tests<Text, Result>): Result {
  if ("characters" in condition) {
    return tests.matches(text, `^[${condition.characters}]*$`);
  }
  if ("pattern" in condition) {
    return tests.matches(text, condition.pattern);
  }
  if ("notPattern" in condition) {
    return tests.not(tests.matches(text, condition.notPattern));
  }
  if ("enum" in condition) {
    return tests.isOneOf(text, condition.enum);
  }
  return tests.hasLength(text, condition.unit, condition.minLength, condition.maxLength);
}

const COMPILED = new Map<string, RegExp>();

const SYNTHESIS: Tests<string, boolean> = {
  matches: (text, pattern) => {
    // Compiled once: a few patterns check all constructs.
    const known = COMPILED.get(pattern) ?? new RegExp(pattern, "u");
    COMPILED.set(pattern, known);
    return known.test(text);
  },
  not: (result) => !result,
  isOneOf: (text, values) => values.includes(text),
  hasLength: (text, unit, min = 0, max) => lengthOf(text, unit) >= min && lengthOf(text, unit) <= max,
};

const COUNTS: Readonly<Record<LengthUnit, (text: string) => number>> = {
  bytes: (text) => Buffer.byteLength(text),
  "code points": (text) => Array.from(text).length,
  "UTF-16 code units": (text) => text.length,
};

/** Length of a text after normalization, as Terraform normalizes all strings. */
function lengthOf(text: string, unit: LengthUnit = "UTF-16 code units"): number {
  return COUNTS[unit](text.normalize());
}

/** First condition that the value breaks, as the end of "'bucketName' must …"; `undefined` when all hold. */
export function brokenCondition(conditions: readonly Condition[], value: string): string | undefined {
  // Length first, because a pattern can take very long, or fail, on a huge string.
  const tooLong = conditions.find(
    (condition) => "maxLength" in condition && lengthOf(value, condition.unit) > condition.maxLength,
  );
  return (tooLong ?? conditions.find((condition) => !holds(condition, value, SYNTHESIS)))?.must;
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
      !holds(condition, literal, SYNTHESIS)
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
