import { Token } from "cdktf";
import { show } from "./show";

/**
 * One thing that a string must be. `must` completes the sentence "'bucketName' must …".
 *
 * Conditions are data: the same ones serve the check at synth and a Terraform variable's `validation`. Patterns
 * therefore keep to what JavaScript (flag `u`) and RE2 have in common: no look-around, no back-reference, no
 * repetition above 1000.
 */
export type Condition = { readonly must: string } & (
  | { readonly matches: string }
  | { readonly excludes: string }
  | { readonly oneOf: readonly string[] }
  | { readonly minLength?: number; readonly maxLength: number }
);

/** What a property may be. Made by the functions below, one per kind of value. */
export interface Rule<Required extends boolean = boolean> {
  readonly required: Required;
  readonly kind: Kind;
  /** A value that is allowed, as the message shows it. */
  readonly example?: string;
}

type Kind =
  | { readonly type: "string"; readonly conditions: readonly Condition[]; readonly literal: boolean }
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "boolean" }
  | { readonly type: "list"; readonly items: readonly string[] }
  | {
      readonly type: "map";
      readonly keys: readonly Condition[];
      readonly values: readonly Condition[];
      readonly max: number;
    }
  | { readonly type: "object"; readonly must: string; readonly is: (value: object) => boolean };

/**
 * A rule for each property. The compiler asks for all of them and for the right `required`; at run time the keys
 * tell known properties from unknown ones.
 */
export type Rules<Props> = {
  readonly [Name in keyof Props]-?: Rule<undefined extends Props[Name] ? false : true>;
};

/**
 * Terraform would evaluate `${…}` and `%{…}` in any string it is given: what comes from a person must not hold them.
 * A Terraform expression is passed as a token instead.
 */
export const NO_TEMPLATE: Condition = {
  must: "not contain '${' or '%{', which Terraform would evaluate",
  excludes: "[$%][{]",
};

/** A string; may be a token, which Terraform fills in later and no condition can judge. */
export function string(conditions: readonly Condition[], example?: string): Rule<true> {
  return { required: true, kind: { type: "string", conditions, literal: false }, example };
}

/** A string that decides what is created, and so cannot be a token. */
export function literalString(conditions: readonly Condition[], example?: string): Rule<true> {
  return { required: true, kind: { type: "string", conditions, literal: true }, example };
}

/** One of a few strings. */
export function oneOf(values: readonly string[]): Rule<true> {
  return literalString([{ must: `be one of ${values.join(", ")}`, oneOf: values }]);
}

/** A whole number, bounds included; may be a token. */
export function integer(min: number, max: number): Rule<true> {
  return { required: true, kind: { type: "integer", min, max } };
}

/** `true` or `false`; decides what is created, and so cannot be a token. */
export function boolean(): Rule<true> {
  return { required: true, kind: { type: "boolean" } };
}

/** A list without repetition of some of these strings. */
export function someOf(items: readonly string[]): Rule<true> {
  return { required: true, kind: { type: "list", items } };
}

/**
 * Strings by key, such as tags. Keys that differ in letter case only are refused: some services take them for one.
 * Values may be tokens.
 */
export function stringMap(
  max: number,
  keys: readonly Condition[],
  values: readonly Condition[],
  example: string,
): Rule<true> {
  return { required: true, kind: { type: "map", keys, values, max }, example };
}

/** An object that `is` recognises. */
export function object(must: string, is: (value: object) => boolean, example?: string): Rule<true> {
  return { required: true, kind: { type: "object", must, is }, example };
}

/** The same rule for a property that may be left out. */
export function optional(rule: Rule): Rule<false> {
  return { ...rule, required: false };
}

/**
 * What is wrong with `props`, one sentence per property; nothing when they keep to the rules. Never throws, whatever
 * it is given.
 */
export function checkInput<Props extends object>(rules: Rules<Props>, props: unknown): string[] {
  if (!isObject(props)) {
    return [`the props must be an object, got: ${show(props)}`];
  }
  const known = Object.keys(rules);
  const unknown = Object.keys(props).filter((name) => !known.includes(name));
  return [
    ...unknown.map((name) => `${show(name)} is not a known property; known are ${known.join(", ")}`),
    ...Object.entries<Rule>(rules).flatMap(([name, rule]) => {
      const problem = checkRule(name, rule, props[name]);
      return problem === undefined ? [] : [problem];
    }),
  ];
}

/**
 * The props with a value for what was left out, so that what is made from the construct's path is checked as well.
 * Anything but an object is given back as it is, for the check to refuse.
 */
export function withDefaults<Props extends object, Defaults extends Partial<Props>>(
  props: Props,
  defaults: Defaults,
): Props & Defaults {
  if (!isObject(props)) {
    return props as Props & Defaults;
  }
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) } as Props & Defaults;
}

/** The props that `rules` know, to hand one part of flat props to the part they are for. */
export function pick<Props extends object>(rules: Rules<Props>, props: Props): Props {
  return Object.fromEntries(
    Object.entries(props).filter(([name, value]) => name in rules && value !== undefined),
  ) as Props;
}

function checkRule(name: string, rule: Rule, value: unknown): string | undefined {
  const { kind } = rule;
  const example = rule.example === undefined ? "" : `; for example ${rule.example}`;
  const refused = (must: string): string => `'${name}' must ${must}, got: ${show(value)}${example}`;
  if (value === undefined) {
    return rule.required ? `'${name}' is required: it must ${requirement(kind)}${example}` : undefined;
  }
  if (Token.isUnresolved(value)) {
    return takesToken(kind)
      ? undefined
      : `'${name}' must ${requirement(kind)}, got: a token; what is created depends on it, so pass the value itself`;
  }
  switch (kind.type) {
    case "string": {
      const must = typeof value === "string" ? brokenBy(kind.conditions, value) : requirement(kind);
      return must === undefined ? undefined : refused(must);
    }
    case "integer":
      return Number.isInteger(value) && (value as number) >= kind.min && (value as number) <= kind.max
        ? undefined
        : refused(requirement(kind));
    case "boolean":
      return typeof value === "boolean" ? undefined : refused(requirement(kind));
    case "list":
      return Array.isArray(value) ? checkItems(name, kind, value) : refused(requirement(kind));
    case "map":
      return isObject(value) ? checkEntries(name, kind, value, example) : refused(requirement(kind));
    case "object":
      return isObject(value) && kind.is(value) ? undefined : refused(kind.must);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function takesToken(kind: Kind): boolean {
  return kind.type === "integer" || kind.type === "map" || (kind.type === "string" && !kind.literal);
}

function requirement(kind: Kind): string {
  switch (kind.type) {
    case "string":
      return kind.conditions[0]?.must ?? "be a string";
    case "integer":
      return `be a whole number from ${kind.min} to ${kind.max}`;
    case "boolean":
      return "be true or false";
    case "list":
      return `be a list of ${kind.items.join(", ")}`;
    case "map":
      return "be an object whose values are strings";
    case "object":
      return kind.must;
  }
}

/** What the first condition that does not hold asks for. */
function brokenBy(conditions: readonly Condition[], value: string): string | undefined {
  return conditions.find((condition) => !holds(condition, value))?.must;
}

function holds(condition: Condition, value: string): boolean {
  if ("matches" in condition) {
    return new RegExp(condition.matches, "u").test(value);
  }
  if ("excludes" in condition) {
    return !new RegExp(condition.excludes, "u").test(value);
  }
  if ("oneOf" in condition) {
    return condition.oneOf.includes(value);
  }
  return value.length >= (condition.minLength ?? 0) && value.length <= condition.maxLength;
}

function checkItems(name: string, kind: Kind & { type: "list" }, list: readonly unknown[]): string | undefined {
  const strange = list.findIndex((item) => !kind.items.includes(item as string));
  if (strange >= 0) {
    return `'${name}' must ${requirement(kind)}, got: ${show(list[strange])} in it`;
  }
  const twice = list.find((item, index) => list.indexOf(item) !== index);
  return twice === undefined ? undefined : `'${name}' must name each value once, got: ${show(twice)} twice`;
}

function checkEntries(name: string, kind: Kind & { type: "map" }, map: object, example: string): string | undefined {
  const keys = Object.keys(map);
  if (keys.length > kind.max) {
    return `'${name}' must have at most ${kind.max} keys, got: ${keys.length}`;
  }
  const seen = new Map<string, string>();
  for (const [key, value] of Object.entries(map) as [string, unknown][]) {
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined) {
      return `'${name}' must not have keys that differ in letter case only, got: ${show(twin)} and ${show(key)}`;
    }
    seen.set(key.toLowerCase(), key);
    const badKey = brokenBy(kind.keys, key);
    if (badKey !== undefined) {
      return `a key of '${name}' must ${badKey}, got: ${show(key)}${example}`;
    }
    if (Token.isUnresolved(value)) {
      continue;
    }
    const badValue = typeof value === "string" ? brokenBy(kind.values, value) : "be a string";
    if (badValue !== undefined) {
      return `the value of ${show(key)} in '${name}' must ${badValue}, got: ${show(value)}`;
    }
  }
  return undefined;
}
