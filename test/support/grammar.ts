import { type KeyObject } from "node:crypto";
import { type Grammar } from "./properties";

// Building blocks for the grammars of the clouds' services. Nothing here uses the library's patterns, because the property
// tests compare them with these grammars.

export const LOWER = "abcdefghijklmnopqrstuvwxyz";
export const LETTERS = LOWER + LOWER.toUpperCase();
export const DIGITS = "0123456789";

/** Whether a value is a string of these characters only. The empty string is. */
export const isMadeOf = (characters: string, value: unknown): value is string =>
  typeof value === "string" && Array.from(value).every((character) => characters.includes(character));
export const hasLength = (value: string, min: number, max: number): boolean =>
  value.length >= min && value.length <= max;
export const first = (value: string): string => value.at(0) ?? "";
export const last = (value: string): string => value.at(-1) ?? "";

export const bool: Grammar = (value) => value === true || value === false;
export const enumOf =
  (...values: readonly unknown[]): Grammar =>
  (value) =>
    values.includes(value);
/** A list of some of these values, each at most once. */
export const listOf =
  (...values: readonly string[]): Grammar =>
  (value) =>
    Array.isArray(value) &&
    value.every((item: string) => values.includes(item)) &&
    Array.from(value).length === new Set(value).size;
/** A string of these characters, with a length between two limits, both included. */
export const textOf =
  (characters: string, min: number, max: number): Grammar =>
  (value) =>
    isMadeOf(characters, value) && hasLength(value, min, max);
/** A whole number between two limits, both included. */
export const integerIn =
  (min: number, max: number): Grammar =>
  (value) =>
    typeof value === "number" && value % 1 === 0 && value >= min && value <= max;

/** Entries of a map; `undefined` if it is not a map, has too many entries, or has keys that differ only in letter case. */
export const entriesOf = (value: unknown, max: number): [string, unknown][] | undefined => {
  if (Object.prototype.toString.call(value) !== "[object Object]") {
    return undefined;
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  const keys = new Set(entries.map(([key]) => key.toLowerCase()));
  return keys.size === entries.length && entries.length <= max ? entries : undefined;
};
/** A map whose keys are fit for addresses in Terraform, with each value once. */
export const namedEntriesOf =
  (max: number, valueGrammar: Grammar): Grammar =>
  (value, given) => {
    const entries = entriesOf(value, max);
    return (
      entries?.every(([key, one]) => textOf(`${LETTERS}${DIGITS}_-`, 1, 64)(key) && valueGrammar(one, given)) ===
        true && new Set(entries.map(([, one]) => one)).size === entries.length
    );
  };

/** PEM of that label, without the line endings and spaces that editors add; `undefined` if the value is not one. */
export const pemOf = (label: string, value: unknown): string | undefined => {
  const text = typeof value === "string" && value.length <= 8192 ? value.replaceAll("\r\n", "\n").trim() : "";
  return text.startsWith(`-----BEGIN ${label}-----`) &&
    text.endsWith(`-----END ${label}-----`) &&
    text.split("-----").length === 5
    ? text
    : undefined;
};
/** Whether a key is an RSA key with at least this number of bits. */
export const isRsa = (key: KeyObject, minBits: number): boolean => {
  const { kty, n = "" } = key.export({ format: "jwk" });
  const [top = 0, ...rest] = Buffer.from(n, "base64url");
  return kty === "RSA" && top.toString(2).length + 8 * rest.length >= minBits;
};

/** https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers, limited to snake_case */
export const outputPrefix: Grammar = (value) =>
  textOf(`${LOWER}${DIGITS}_`, 1, 64)(value) && LOWER.includes(first(value as string));
