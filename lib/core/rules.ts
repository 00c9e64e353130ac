/**
 * One thing that a string must be. `must` completes the sentence "'bucketName' must …".
 *
 * Conditions are data, and their patterns keep to what JavaScript (flag `u`) and RE2 have in common, so that Terraform can
 * check the same (see `checkedLifecycle`): no look-around, no back-reference, no repetition above 1000.
 */
export type Condition = { readonly must: string } &
  // `characters` is what stands between the brackets of a pattern. Of a string that is partly a token, that can be judged,
  // and what is excluded wherever it stands.
  (
    | { readonly characters: string }
    | { readonly matches: string }
    | { readonly excludes: string; readonly anywhere?: boolean }
    | { readonly oneOf: readonly string[] }
    | { readonly minLength?: number; readonly maxLength: number }
  );

/** What a property of the type `Value` may be. Made by the functions below, one per kind of value. */
export interface Rule<Value, Required extends boolean = boolean> {
  readonly required: Required;
  readonly kind: Kind;
  /** A value that is allowed, as the message shows it. */
  readonly example?: string;
  /** Whether no message shows the value, should it be a string. */
  readonly hidden?: boolean;
  /** For the compiler only, and never set: makes a rule fit properties of exactly its type. */
  readonly fits?: (value: Value) => Value;
}

/** A rule for a property of any type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `fits` makes Rule<unknown> fit nothing else
export type AnyRule = Rule<any>;

export type Kind =
  | { readonly type: "string"; readonly conditions: readonly Condition[]; readonly literal: boolean }
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "boolean" }
  | { readonly type: "list"; readonly items: readonly string[] }
  | {
      readonly type: "map";
      readonly keys: readonly Condition[];
      readonly values: readonly Condition[];
      readonly max: number;
      /** Whether it cannot be a token as a whole. */
      readonly literal?: boolean;
    }
  | { readonly type: "object"; readonly must: string; readonly is: (value: object) => boolean };

/**
 * A rule for each property. The compiler asks for all of them, of the right type; at run time the keys tell known
 * properties from unknown ones.
 */
export type Rules<Props> = {
  readonly [Name in keyof Props]-?: Rule<Exclude<Props[Name], undefined>, undefined extends Props[Name] ? false : true>;
};

/** A string; may be a token, which Terraform fills in and judges by the same conditions, see `checkedLifecycle`. */
export function string(conditions: readonly Condition[], example?: string): Rule<string, true> {
  return { required: true, kind: { type: "string", conditions, literal: false }, example };
}

/** A string that decides what is created, and so cannot be a token. */
export function literalString(conditions: readonly Condition[], example?: string): Rule<string, true> {
  return { required: true, kind: { type: "string", conditions, literal: true }, example };
}

/**
 * A string for which someone may take a secret by mistake, such as the private half of a key for the public one: no message
 * shows it. It cannot be a token, which would be in Terraform's plan before anyone could look at it.
 */
export function hiddenString(conditions: readonly Condition[], example?: string): Rule<string, true> {
  return { required: true, hidden: true, kind: { type: "string", conditions, literal: true }, example };
}

/** One of a few strings. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Rule<Value, true> {
  const must = `be one of ${values.join(", ")}`;
  return { required: true, kind: { type: "string", conditions: [{ must, oneOf: values }], literal: true } };
}

/** The same, of strings that do not explain themselves: what each stands for. */
export function oneOfWords<const Value extends string>(meanings: Readonly<Record<Value, string>>): Rule<Value, true> {
  const must = `be one of ${Object.entries(meanings)
    .map(([value, meaning]) => `${value} (${meaning as string})`)
    .join(", ")}`;
  const conditions = [{ must, oneOf: Object.keys(meanings) }];
  return { required: true, kind: { type: "string", conditions, literal: true } };
}

/** A whole number, bounds included; may be a token. Bounds are above 0, which cdktf's operators take for nothing. */
export function integer(min: number, max: number): Rule<number, true> {
  return { required: true, kind: { type: "integer", min, max } };
}

/** `true` or `false`; decides what is created, and so cannot be a token. */
export function boolean(): Rule<boolean, true> {
  return { required: true, kind: { type: "boolean" } };
}

/** A list of some of these strings, none of them twice. */
export function someOf<const Value extends string>(...items: readonly Value[]): Rule<readonly Value[], true> {
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
): Rule<Record<string, string>, true> {
  return { required: true, kind: { type: "map", keys, values, max }, example };
}

/** The same rule for strings by keys that decide what is created: their values may be tokens, the whole cannot be one. */
export function literalKeys<Required extends boolean>(
  rule: Rule<Record<string, string>, Required>,
): Rule<Record<string, string>, Required> {
  const { kind } = rule;
  return kind.type === "map" ? { ...rule, kind: { ...kind, literal: true } } : rule;
}

/** An object that `is` recognizes. */
export function object<Value extends object>(
  must: string,
  is: (value: object) => boolean,
  example?: string,
): Rule<Value, true> {
  return { required: true, kind: { type: "object", must, is }, example };
}

/** The same rule for a property that may be left out. */
export function optional<Value>(rule: Rule<Value>): Rule<Value, false> {
  return { ...rule, required: false };
}
