const LONGEST = 80;

// Characters that a terminal swallows or that reorder its text: shown as \uXXXX, so that a name with a zero-width
// space does not look right in the very message that refuses it.
const INVISIBLE = /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/**
 * A value as an error message shows it: strings quoted and cut at 80 characters, invisible characters escaped.
 * Of an object only its kind is shown, because what is in it may be secret.
 */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const text = JSON.stringify(value.slice(0, LONGEST)).replace(
      INVISIBLE,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
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
