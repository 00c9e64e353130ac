const LONGEST = 80;

// Characters that a terminal swallows, that look like a space or nothing, or that reorder the text: shown by their
// number, so that a name with a zero-width space does not look right in the very message that refuses it.
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{fe00}-\u{fe0f}\u{ffa0}]|(?! )\p{Zs}/gu;

// What PEM has between its labels, as keys of RSA begin.
const KEY_WITHOUT_ITS_LABEL = /^\s*MII[A-Za-z0-9+/=\s]{100}/;

// What other secrets look like, wherever they stand: of Azure an account's key, a SAS token, a client secret; tokens as JSON
// and Google's own; those of code hosts; a password within an address. Of AWS a secret access key would be any forty
// characters.
const OTHER_SECRETS = [
  /AccountKey=|SharedAccessSignature=|(^|[?&\s])sig=/,
  /(^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/,
  /[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{30}/,
  /(^|[^A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{16}|ya29[.])/,
  /(^|[^A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{16}/,
  /:[/][/][^/@\s]*:[^/@\s]*@/,
];

/**
 * A value as an error message shows it: strings quoted and cut at 80 characters, invisible characters escaped.
 * Of an object only its kind is shown, because what is in it may be secret, and nothing of a private key, or of what looks like
 * another secret, wherever someone put it.
 */
export function show(value: unknown): string {
  if (typeof value === "string") {
    if (value.includes("PRIVATE KEY") || KEY_WITHOUT_ITS_LABEL.test(value)) {
      return `a private key of ${value.length} characters, which are not shown`;
    }
    if (OTHER_SECRETS.some((secret) => secret.test(value))) {
      return `${value.length} characters that look like a secret, which are not shown`;
    }
    const text = printable(JSON.stringify(value.slice(0, LONGEST)));
    return value.length > LONGEST ? `${text}… (${value.length} characters)` : text;
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

/** A text with its invisible characters escaped. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
