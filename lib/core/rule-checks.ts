import { Token, Tokenization } from "cdktf";
import { brokenCondition, conditionBrokenByPart } from "./conditions";
import { type AnyRule, type Kind } from "./rules";
import { show } from "./show";
import { hasNumberToken, literalPart } from "./tokens";

/** One sentence per property without a rule. */
export function unknownProperties(rules: Readonly<Record<string, AnyRule>>, names: readonly string[]): string[] {
  const known = Object.keys(rules);
  const unknown = names.filter((name) => !Object.hasOwn(rules, name));
  const first = unknown.find((name) => similarNames(name, known).length === 0);
  return unknown.map((name) => unknownProperty(name, known, name === first));
}

/** @param listKnown whether the error lists the known names; one error per construct is enough */
function unknownProperty(name: string, known: readonly string[], listKnown: boolean): string {
  const similar = similarNames(name, known).map((one) => `'${one}'`);
  const hint =
    similar.length > 0 ? `; did you mean ${similar.join(" or ")}?` : listKnown ? `; known are ${known.join(", ")}` : "";
  return `${show(name)} is not a known property${hint}`;
}

/** Known names that differ in letter case and punctuation only, or else contain the name. */
function similarNames(name: string, known: readonly string[]): readonly string[] {
  const letters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const own = letters(name);
  const same = known.filter((one) => letters(one) === own);
  return same.length > 0 ? same : known.filter((one) => own.length > 3 && letters(one).includes(own));
}

/** Whether a value is an object, but not a Map, a Date or a Promise: their contents would go unchecked. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Wording of a problem: what the value must be, the value got, and an allowed one. */
type Wording = (must: string, got: string, example: string) => string;

/** Checks a value by its rule; returns a sentence if it breaks the rule. */
export function checkValue(
  name: string,
  rule: AnyRule,
  value: unknown,
  wording: Wording = (must, got, example) => `'${name}' must ${must}, got: ${got}${example}`,
): string[] {
  const { kind, required, sensitive = false } = rule;
  const example = rule.example === undefined ? "" : `; for example ${rule.example}`;
  const got = (): string => (sensitive && typeof value === "string" ? withheld(value) : show(value));
  const refuse = (must = requirement(kind), instead = got()): string[] => [wording(must, instead, example)];
  if (value === undefined) {
    return required ? [`'${name}' is required: it must ${requirement(kind)}${example}`] : [];
  }
  if (kind.type === "string" && typeof value === "string" && hasNumberToken(value)) {
    return [numberTokenIn(`'${name}'`)];
  }
  if (Token.isUnresolved(value)) {
    const broken = brokenByToken(kind, value);
    return broken === undefined ? [] : [wording(...broken, "")];
  }
  switch (kind.type) {
    case "omitted":
      return refuse();
    case "string": {
      const must = typeof value === "string" ? brokenCondition(kind.conditions, value) : requirement(kind);
      return must === undefined ? [] : refuse(must);
    }
    case "integer":
      return Number.isInteger(value) && (value as number) >= kind.min && (value as number) <= kind.max ? [] : refuse();
    case "boolean":
      return typeof value === "boolean" ? [] : refuse();
    case "list":
      return Array.isArray(value) ? checkItems(name, kind, value) : refuse();
    case "map":
      return isObject(value) ? checkEntries(name, kind, value, example) : refuse();
    case "object": {
      const mismatch = typeof value === "object" && value !== null ? kind.mismatch(value) : got();
      return mismatch === undefined ? [] : refuse(kind.must, mismatch);
    }
  }
}

const TOKEN_TYPES: Readonly<Record<string, string>> = { string: "string", integer: "number" };

/** Requirement that a token breaks by its type, or by the literal text beside it; `undefined` if there is none. */
function brokenByToken(kind: Kind, value: unknown): [must: string, got: string] | undefined {
  if (kind.type === "omitted") {
    return [kind.must, "a token"];
  }
  const fits =
    kind.type === "map" ? Tokenization.isResolvable(value) || isObject(value) : typeof value === TOKEN_TYPES[kind.type];
  if (!fits || ("synthTimeOnly" in kind && kind.synthTimeOnly === true)) {
    const mustBeKnown = fits || kind.type === "boolean" || kind.type === "list";
    const why = mustBeKnown ? "what is created depends on it, so pass the value itself" : "it is of another type";
    return [requirement(kind), `a token; ${why}`];
  }
  const must = kind.type === "string" ? conditionBrokenByPart(kind.conditions, value as string) : undefined;
  return must === undefined ? undefined : [must, `${show(literalPart(value as string))} beside a token`];
}

/** Description of a value that may be a secret. */
function withheld(value: string): string {
  return `${value.length} characters, which are not shown`;
}

function numberTokenIn(what: string): string {
  return `${what} must not contain a number token, which cannot be checked; declare the variable as a string`;
}

/** Requirement of a rule, as the end of "'bucketName' must …". */
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
    case "omitted":
      return kind.must;
  }
}

function checkItems(name: string, kind: Kind & { type: "list" }, list: readonly unknown[]): string[] {
  const unknown = list.findIndex((item) => !kind.items.includes(item as string));
  if (unknown >= 0) {
    return [`'${name}' must ${requirement(kind)}, got: ${show(list[unknown])} in it`];
  }
  const duplicate = list.find((item, index) => list.indexOf(item) !== index);
  return duplicate === undefined ? [] : [`'${name}' must name each value once, got: ${show(duplicate)} twice`];
}

/** Returns the first problem of a map: the rest of a long map would bury it. */
function checkEntries(name: string, kind: Kind & { type: "map" }, map: object, example: string): string[] {
  const keys = Object.keys(map);
  if (keys.length > kind.max) {
    return [`'${name}' must have at most ${kind.max} keys, got: ${keys.length}`];
  }
  const seen = new Map<string, string>();
  for (const [key, value] of Object.entries(map) as [string, unknown][]) {
    const twin = seen.get(key.normalize().toLowerCase());
    if (twin !== undefined) {
      return [`'${name}' must not have keys that differ in letter case only, got: ${show(twin)} and ${show(key)}`];
    }
    seen.set(key.normalize().toLowerCase(), key);
    if (hasNumberToken(key) || (typeof value === "string" && hasNumberToken(value))) {
      return [numberTokenIn(`${show(key)} in '${name}'`)];
    }
    const badKey = brokenCondition(kind.keys, key);
    if (badKey !== undefined) {
      return [`a key of '${name}' must ${badKey}, got: ${show(key)}${example}`];
    }
    if (Token.isUnresolved(value)) {
      const text = typeof value === "string" ? value : "";
      const must = conditionBrokenByPart(kind.values, text);
      if (must !== undefined) {
        return [`the value of ${show(key)} in '${name}' must ${must}, got: ${show(literalPart(text))} beside a token`];
      }
      continue;
    }
    const badValue = typeof value === "string" ? brokenCondition(kind.values, value) : "be a string";
    if (badValue !== undefined) {
      return [`the value of ${show(key)} in '${name}' must ${badValue}, got: ${show(value)}`];
    }
  }
  return [];
}
