import { type KeyObject } from "node:crypto";
import { type Grammar } from "./properties";

// What the services' grammars of the clouds are put together of. Nothing here uses the library's patterns, which the
// property tests compare with it.

export const LOWER = "abcdefghijklmnopqrstuvwxyz";
export const LETTERS = LOWER + LOWER.toUpperCase();
export const DIGITS = "0123456789";

/** Whether a value is a text of these characters alone, or of none. */
export const isMadeOf = (of: string, value: unknown): value is string =>
  typeof value === "string" && Array.from(value).every((character) => of.includes(character));
export const hasLength = (value: string, from: number, to: number): boolean =>
  value.length >= from && value.length <= to;
export const first = (value: string): string => value.at(0) ?? "";
export const last = (value: string): string => value.at(-1) ?? "";

export const bool: Grammar = (value) => value === true || value === false;
export const enumOf =
  (...values: readonly unknown[]): Grammar =>
  (value) =>
    values.includes(value);
/** A list of these, each once at most. */
export const listOf =
  (...values: readonly string[]): Grammar =>
  (value) =>
    Array.isArray(value) &&
    value.every((item: string) => values.includes(item)) &&
    Array.from(value).length === new Set(value).size;
/** A text of these characters, of such a length. */
export const textOf =
  (of: string, from: number, to: number): Grammar =>
  (value) =>
    isMadeOf(of, value) && hasLength(value, from, to);
/** A whole number. */
export const integerIn =
  (from: number, to: number): Grammar =>
  (value) =>
    typeof value === "number" && value % 1 === 0 && value >= from && value <= to;

/** The entries of a map with keys that differ in more than letter case; nothing for what is none, or has more. */
export const entriesOf = (value: unknown, most: number): [string, unknown][] | undefined => {
  if (Object.prototype.toString.call(value) !== "[object Object]") {
    return undefined;
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  const keys = new Set(entries.map(([key]) => key.toLowerCase()));
  return keys.size === entries.length && entries.length <= most ? entries : undefined;
};
/** A map whose keys are in addresses of Terraform's, with each value once. */
export const namedEntriesOf =
  (most: number, ofValue: Grammar): Grammar =>
  (value, given) => {
    const entries = entriesOf(value, most);
    return (
      entries?.every(([key, one]) => textOf(`${LETTERS}${DIGITS}_-`, 1, 64)(key) && ofValue(one, given)) === true &&
      new Set(entries.map(([, one]) => one)).size === entries.length
    );
  };

/** A text as PEM of that label, without what editors put around it; nothing for what is none. */
export const pemOf = (label: string, value: unknown): string | undefined => {
  const text = typeof value === "string" && value.length <= 8192 ? value.replaceAll("\r\n", "\n").trim() : "";
  return text.startsWith(`-----BEGIN ${label}-----`) &&
    text.endsWith(`-----END ${label}-----`) &&
    text.split("-----").length === 5
    ? text
    : undefined;
};
/** Whether a key is one of RSA with so many bits. */
export const isRsa = (key: KeyObject, least: number): boolean => {
  const { kty, n = "" } = key.export({ format: "jwk" });
  const [top = 0, ...rest] = Buffer.from(n, "base64url");
  return kty === "RSA" && top.toString(2).length + 8 * rest.length >= least;
};

/** https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers, kept to snake_case */
export const outputPrefix: Grammar = (value) =>
  textOf(`${LOWER}${DIGITS}_`, 1, 64)(value) && LOWER.includes(first(value as string));
