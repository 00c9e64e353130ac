import { type Condition } from "./conditions";
import { show } from "./show";

/**
 * Allowed values of a property of type `Value`. Created by the functions below, one per kind of value.
 *
 * The first condition of a string also is the error for a value of another type, or for a missing one: put the one that says
 * most about the property first.
 */
export interface Rule<Value, Required extends boolean = boolean> {
  readonly required: Required;
  readonly kind: Kind;
  /** An allowed value, as an error shows it. */
  readonly example?: string;
  /** Whether errors withhold the value if it is a string. */
  readonly sensitive?: boolean;
  /** Never set. Its type makes the compiler refuse a rule for a property of another type. */
  readonly fits?: (value: Value) => Value;
}

/** A rule for a property of any type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `fits` makes Rule<unknown> fit nothing else
export type AnyRule = Rule<any>;

/** Kind of value that a rule describes. With `synthTimeOnly` the value must be known at synthesis, so not a token. */
export type Kind =
  | { readonly type: "string"; readonly conditions: readonly Condition[]; readonly synthTimeOnly: boolean }
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "boolean" }
  | { readonly type: "omitted"; readonly must: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  | {
      readonly type: "map";
      readonly keys: readonly Condition[];
      readonly values: readonly Condition[];
      readonly max: number;
      /** Whether the map itself must be known at synthesis. Its values may be tokens in any case. */
      readonly synthTimeOnly?: boolean;
    }
  | {
      readonly type: "object";
      readonly must: string;
      /** Description of an object that does not fit, as an error shows it after "got:"; `undefined` for one that fits. */
      readonly mismatch: (value: object) => string | undefined;
    };

/**
 * A rule for each property. The compiler requires one for every property, of the right type; at run time the keys also
 * reveal unknown properties.
 */
export type Rules<Props> = {
  readonly [Name in keyof Props]-?: Rule<Exclude<Props[Name], undefined>, undefined extends Props[Name] ? false : true>;
};

/** A string. It may be a token: Terraform then checks the same conditions, see `withPreconditions`. */
export function string(conditions: readonly Condition[], example?: string): Rule<string, true> {
  return { required: true, kind: { type: "string", conditions, synthTimeOnly: false }, example };
}

/** A string that must be known at synthesis, for example because it decides which resources are created. */
export function synthTimeString(conditions: readonly Condition[], example?: string): Rule<string, true> {
  return { required: true, kind: { type: "string", conditions, synthTimeOnly: true }, example };
}

/** The same rule for a property in whose place a secret is easily passed by mistake: no error shows a string. */
export function sensitive<Value, Required extends boolean>(rule: Rule<Value, Required>): Rule<Value, Required> {
  return { ...rule, sensitive: true };
}

/** One of a few strings. */
export function enumString<const Value extends string>(...values: readonly Value[]): Rule<Value, true> {
  const must = values.length === 1 ? `be ${values.join()}` : `be one of ${values.join(", ")}`;
  return { required: true, kind: { type: "string", conditions: [{ must, enum: values }], synthTimeOnly: true } };
}

/** A whole number, limits included; may be a token. Limits are above 0, because cdktf's operators drop a 0. */
export function integer(min: number, max: number): Rule<number, true> {
  return { required: true, kind: { type: "integer", min, max } };
}

/** `true` or `false`. It decides which resources are created, so it cannot be a token. */
export function boolean(): Rule<boolean, true> {
  return { required: true, kind: { type: "boolean" } };
}

/** A list of some of these strings, each at most once. */
export function enumList<const Value extends string>(...items: readonly Value[]): Rule<readonly Value[], true> {
  return { required: true, kind: { type: "list", items } };
}

/**
 * Strings by key, such as tags. Keys that differ only in letter case are refused, because some services treat them as
 * equal. Values may be tokens.
 */
export function stringMap(
  max: number,
  keys: readonly Condition[],
  values: readonly Condition[],
  example: string,
): Rule<Record<string, string>, true> {
  return { required: true, kind: { type: "map", keys, values, max }, example };
}

/** The same rule for a map whose keys decide which resources are created: its values may be tokens, the map may not. */
export function synthTimeKeys<Required extends boolean>(
  rule: Rule<Record<string, string>, Required>,
): Rule<Record<string, string>, Required> {
  const { kind } = rule;
  return kind.type === "map" ? { ...rule, kind: { ...kind, synthTimeOnly: true } } : rule;
}

/** An object that `is` recognizes. */
export function object<Value extends object>(
  must: string,
  is: (value: object) => boolean,
  example?: string,
): Rule<Value, true> {
  const mismatch = (value: object): string | undefined => (is(value) ? undefined : show(value));
  return { required: true, kind: { type: "object", must, mismatch }, example };
}

/** No value at all, not even a token. */
export function omitted(must: string): AnyRule {
  return { required: false, kind: { type: "omitted", must } };
}

/** The same rule for an optional property. */
export function optional<Value>(rule: Rule<Value>): Rule<Value, false> {
  return { ...rule, required: false };
}
