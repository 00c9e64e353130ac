import { Token, Tokenization } from "cdktf";
import { type AnyRule, type Condition, type Kind, type Rules } from "./rules";
import { show } from "./show";

/**
 * What is wrong with `props`, one sentence per property; nothing when they keep to the rules.
 *
 * @param defaults what stands in for properties that are left out; checked as well, because it is made from the path
 * of the construct
 */
export function checkProps<Props extends object>(
  rules: Rules<Props>,
  props: unknown,
  defaults: Partial<Props> = {},
): string[] {
  if (!isObject(props)) {
    return [`the props must be an object, got: ${show(props)}`];
  }
  const known = Object.keys(rules);
  const unknown = Object.keys(props).filter((name) => !Object.hasOwn(rules, name));
  const strange = unknown.find((name) => meantBy(name, known).length === 0);
  const problems = unknown.map((name) => unknownProperty(name, known, name === strange));
  // A loop, because most properties are left out most of the time.
  for (const name in rules) {
    const value = props[name];
    const fallback: unknown = defaults[name];
    if (value !== undefined || fallback === undefined) {
      problems.push(...checkValue(name, rules[name], value));
    } else {
      const ofDefault = checkValue(name, rules[name], fallback);
      problems.push(
        ...ofDefault.map((problem) => `${problem}; this one is made from the construct's path, so set '${name}'`),
      );
    }
  }
  return problems;
}

/** All known names are told once. */
function unknownProperty(name: string, known: readonly string[], all: boolean): string {
  const meant = meantBy(name, known).map((one) => `'${one}'`);
  const hint =
    meant.length > 0 ? `; did you mean ${meant.join(" or ")}?` : all ? `; known are ${known.join(", ")}` : "";
  return `${show(name)} is not a known property${hint}`;
}

/** The known names that are the same but for letter case and punctuation, or else have it in them. */
function meantBy(name: string, known: readonly string[]): readonly string[] {
  const letters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const own = letters(name);
  const same = known.filter((one) => letters(one) === own);
  return same.length > 0 ? same : known.filter((one) => own.length > 3 && letters(one).includes(own));
}

// Not a Map, a Date or a Promise, whose contents no one would look at.
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

function checkValue(name: string, rule: AnyRule, value: unknown): string[] {
  if (value === undefined && !rule.required) {
    return [];
  }
  const { kind } = rule;
  const example = rule.example === undefined ? "" : `; for example ${rule.example}`;
  const got = rule.hidden === true && typeof value === "string" ? unseen(value) : show(value);
  const refuse = (must: string): string[] => [`'${name}' must ${must}, got: ${got}${example}`];
  if (value === undefined) {
    return [`'${name}' is required: it must ${requirement(kind)}${example}`];
  }
  if (Token.isUnresolved(value)) {
    return checkToken(name, kind, value);
  }
  switch (kind.type) {
    case "string": {
      if (typeof value === "string" && hasNumberToken(value)) {
        return [numberTokenIn(`'${name}'`)];
      }
      const must = typeof value === "string" ? brokenBy(kind.conditions, value) : requirement(kind);
      return must === undefined ? [] : refuse(must);
    }
    case "integer":
      return Number.isInteger(value) && (value as number) >= kind.min && (value as number) <= kind.max
        ? []
        : refuse(requirement(kind));
    case "boolean":
      return typeof value === "boolean" ? [] : refuse(requirement(kind));
    case "list":
      return Array.isArray(value) ? checkItems(name, kind, value) : refuse(requirement(kind));
    case "map":
      return isObject(value) ? checkEntries(name, kind, value, example) : refuse(requirement(kind));
    case "object":
      return typeof value === "object" && value !== null && kind.is(value) ? [] : refuse(kind.must);
  }
}

/** A token must be of the right type; the literal text beside it must be of the right characters. */
function checkToken(name: string, kind: Kind, value: unknown): string[] {
  const fits =
    kind.type === "map" ? Tokenization.isResolvable(value) || isObject(value) : typeof value === TOKEN_TYPES[kind.type];
  if (!fits || ("literal" in kind && kind.literal === true)) {
    const literal = fits || kind.type === "boolean" || kind.type === "list";
    const why = literal ? "what is created depends on it, so pass the value itself" : "it is of another type";
    return [`'${name}' must ${requirement(kind)}, got: a token; ${why}`];
  }
  if (kind.type !== "string" || typeof value !== "string") {
    return [];
  }
  const literal = literalPart(value);
  if (hasNumberToken(literal)) {
    return [numberTokenIn(`'${name}'`)];
  }
  const must = brokenBeside(kind.conditions, literal);
  return must === undefined ? [] : [`'${name}' must ${must}, got: ${show(literal)} beside a token`];
}

/** A string without its tokens. */
function literalPart(value: string): string {
  return Tokenization.reverseString(value).literals.map(String).join("");
}

/** What the literal text beside a token breaks, of what can be told of a part. */
function brokenBeside(conditions: readonly Condition[], literal: string): string | undefined {
  const ofParts = conditions.filter(
    (condition) => "characters" in condition || ("excludes" in condition && condition.anywhere === true),
  );
  return ofParts.find((condition) => !holds(condition, literal))?.must;
}

/** A value that may be a secret, as a message tells of it. */
function unseen(value: string): string {
  return `${value.length} characters, which are not shown`;
}

const TOKEN_TYPES: Readonly<Record<string, string>> = { string: "string", integer: "number" };

// How cdktf writes a number that Terraform fills in: as one that nobody would use.
const NUMBER_LIKE_A_TOKEN = /\d+(?:[.]\d+)?e[+]?\d+/g;

/**
 * Whether a text has a number in it that Terraform fills in. Such a text does not look like a token, so what the number
 * stands for would be checked neither here nor there.
 */
export function hasNumberToken(text: string): boolean {
  const numbers = text.match(NUMBER_LIKE_A_TOKEN) ?? [];
  return numbers.some((number) => Token.isUnresolved(Number(number)) || Token.isUnresolved(-Number(number)));
}

function numberTokenIn(what: string): string {
  return `${what} must not have a number in it that Terraform fills in, which cannot be checked; declare the variable as a string`;
}

/** What a rule asks for, to complete "'bucketName' must …". */
export function requirement(kind: Kind): string {
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

/** What the first condition that does not hold asks for; too long comes first, as patterns give up on huge strings. */
function brokenBy(conditions: readonly Condition[], value: string): string | undefined {
  const tooLong = conditions.find((condition) => "maxLength" in condition && value.length > condition.maxLength);
  return (tooLong ?? conditions.find((condition) => !holds(condition, value)))?.must;
}

function holds(condition: Condition, value: string): boolean {
  if ("characters" in condition) {
    return pattern(`^[${condition.characters}]*$`).test(value);
  }
  if ("matches" in condition) {
    return pattern(condition.matches).test(value);
  }
  if ("excludes" in condition) {
    return !pattern(condition.excludes).test(value);
  }
  if ("oneOf" in condition) {
    return condition.oneOf.includes(value);
  }
  return value.length >= (condition.minLength ?? 0) && value.length <= condition.maxLength;
}

const PATTERNS = new Map<string, RegExp>();

/** Compiled once: a few patterns judge all constructs. */
function pattern(source: string): RegExp {
  const compiled = PATTERNS.get(source) ?? new RegExp(source, "u");
  PATTERNS.set(source, compiled);
  return compiled;
}

function checkItems(name: string, kind: Kind & { type: "list" }, list: readonly unknown[]): string[] {
  const strange = list.findIndex((item) => !kind.items.includes(item as string));
  if (strange >= 0) {
    return [`'${name}' must ${requirement(kind)}, got: ${show(list[strange])} in it`];
  }
  const twice = list.find((item, index) => list.indexOf(item) !== index);
  return twice === undefined ? [] : [`'${name}' must name each value once, got: ${show(twice)} twice`];
}

/** The first problem of a map: the rest of a long one would only bury it. */
function checkEntries(name: string, kind: Kind & { type: "map" }, map: object, example: string): string[] {
  const keys = Object.keys(map);
  if (keys.length > kind.max) {
    return [`'${name}' must have at most ${kind.max} keys, got: ${keys.length}`];
  }
  const seen = new Map<string, string>();
  for (const [key, value] of Object.entries(map) as [string, unknown][]) {
    const twin = seen.get(key.toLowerCase());
    if (twin !== undefined) {
      return [`'${name}' must not have keys that differ in letter case only, got: ${show(twin)} and ${show(key)}`];
    }
    seen.set(key.toLowerCase(), key);
    if (hasNumberToken(key) || (typeof value === "string" && hasNumberToken(value))) {
      return [numberTokenIn(`${show(key)} in '${name}'`)];
    }
    const badKey = brokenBy(kind.keys, key);
    if (badKey !== undefined) {
      return [`a key of '${name}' must ${badKey}, got: ${show(key)}${example}`];
    }
    if (Token.isUnresolved(value)) {
      const literal = typeof value === "string" ? literalPart(value) : "";
      const must = brokenBeside(kind.values, literal);
      if (must !== undefined) {
        return [`the value of ${show(key)} in '${name}' must ${must}, got: ${show(literal)} beside a token`];
      }
      continue;
    }
    const badValue = typeof value === "string" ? brokenBy(kind.values, value) : "be a string";
    if (badValue !== undefined) {
      return [`the value of ${show(key)} in '${name}' must ${badValue}, got: ${show(value)}`];
    }
  }
  return [];
}
