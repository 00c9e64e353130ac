import { DefaultTokenResolver, Fn, StringConcat, Token, Tokenization } from "cdktf";
import { type IConstruct } from "constructs";

// Helpers for unresolved tokens: values that are known only at plan or apply.

/** Whether two values are known to differ. A value that is missing, or an unresolved token, may equal the other. */
export function knownToDiffer(one: string | undefined, other: string | undefined): boolean {
  return one !== other && [one, other].every((value) => value !== undefined && !Token.isUnresolved(value));
}

/** Literal text of a string, without its tokens. */
export function literalPart(value: string): string {
  return Tokenization.reverseString(value).literals.map(String).join("");
}

/** Literal text of a string before its first token. The string is not empty. */
export function literalBeginning(value: string): string {
  const first: unknown = Tokenization.reverseString(value).firstValue;
  return typeof first === "string" && !Token.isUnresolved(first) ? first : "";
}

// cdktf encodes a number token as a huge negative or positive number.
const NUMBER_LIKE_A_TOKEN = /\d+(?:[.]\d+)?e[+]?\d+/g;

/** Whether a string contains a number token. It does not look unresolved, so neither cdktf nor Terraform would check it. */
export function hasNumberToken(text: string): boolean {
  // Few strings have an exponent, and this looks for one in less time.
  const numbers = /\de[+]?\d/.test(text) ? (text.match(NUMBER_LIKE_A_TOKEN) ?? []) : [];
  return numbers.some((number) => Token.isUnresolved(Number(number)) || Token.isUnresolved(-Number(number)));
}

/** Converts a string that is partly a token into a call of `join`: cdktf warns about such strings as function arguments. */
export function joinTokens(value: string): string {
  const pieces: unknown = Tokenization.reverseString(value).join({
    join: (left: unknown, right: unknown): unknown => [left, right].flat(),
  });
  const escaped = (piece: unknown): unknown =>
    typeof piece === "string" && !Token.isUnresolved(piece) ? Fn.rawString(escapeBackslashes(piece)) : piece;
  return Array.isArray(pieces) ? Fn.join("", pieces.map(escaped) as string[]) : value;
}

/** Escapes the backslashes of a string within an expression. cdktf escapes only its quotation marks and line breaks. */
export function escapeBackslashes(text: string): string {
  return text.replaceAll("\\", "\\\\");
}

/** A value as it is synthesized, tokens as expressions. */
export function renderValue(scope: IConstruct, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** A string as it is synthesized, tokens as expressions; empty if the value is not a string. */
export function renderString(scope: IConstruct, value: unknown): string {
  const text = renderValue(scope, value);
  return typeof text === "string" ? text : "";
}
