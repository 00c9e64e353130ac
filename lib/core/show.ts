import { Token } from "cdktf";

const MAX_LENGTH = 80;

// Characters that a terminal drops, that look like a space or nothing, or that reorder the text. They are shown by their
// code point, so that a name with a zero-width space does not look correct in the error that refuses it.
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{fe00}-\u{fe0f}\u{ffa0}]|(?! )\p{Zs}/gu;

// Content of a PEM without its labels. RSA private keys begin like this.
const KEY_WITHOUT_ITS_LABEL = /^\s*MII[A-Za-z0-9+/=\s]{100}/;

// Other secrets, anywhere in a string: Azure account keys, SAS tokens and client secrets; tokens as JSON, and Google's own;
// tokens of code hosts; a password within a URL. An AWS secret access key would be any forty characters.
const OTHER_SECRETS = [
  /AccountKey=|SharedAccessSignature=|(^|[?&\s])sig=/,
  /(^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/,
  /[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{30}/,
  /(^|[^A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{16}|ya29[.])/,
  /(^|[^A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{16}/,
  /:[/][/][^/@\s]*:[^/@\s]*@/,
];

/**
 * Formats a value for an error: strings quoted and cut at 80 characters, invisible characters escaped. An object is shown by
 * its kind only, because its content may be secret. A private key, and a string that looks like another secret, are never
 * shown.
 */
export function show(value: unknown): string {
  if (Token.isUnresolved(value)) {
    return "a token";
  }
  if (typeof value === "string") {
    if (isPrivateKey(value)) {
      return `a private key of ${value.length} characters, which are not shown`;
    }
    if (looksLikeSecret(value)) {
      return `${value.length} characters that look like a secret, which are not shown`;
    }
    const text = escapeInvisible(JSON.stringify(value.slice(0, MAX_LENGTH)));
    return value.length > MAX_LENGTH ? `${text}… (${value.length} characters)` : text;
  }
  if (Array.isArray(value)) {
    return `a list of ${value.length}`;
  }
  if (value !== null && typeof value === "object") {
    return "an object";
  }
  if (typeof value === "function" || typeof value === "symbol") {
    return `a ${typeof value}`;
  }
  return String(value);
}

const isPrivateKey = (text: string): boolean => text.includes("PRIVATE KEY") || KEY_WITHOUT_ITS_LABEL.test(text);

/** Whether a text has the shape of a secret. */
export function looksLikeSecret(text: string): boolean {
  return isPrivateKey(text) || OTHER_SECRETS.some((secret) => secret.test(text));
}

/** Escapes the invisible characters of a text. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
