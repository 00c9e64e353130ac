import { length, maxLength } from "./conditions";
import { type Rule, string } from "./rules";

// OpenID Connect, by which a platform logs in without a secret: https://openid.net/specs/openid-connect-core-1_0.html

const NAME_CHARACTERS = "A-Za-z0-9._:/@+=|~-";
// Beginning of a token: JSON in Base64, or Google's own format.
const TOKEN = "^(ya29[.]|eyJ)";

/** Rule for the issuer of tokens, claim `iss`. */
export function issuerRule(max: number): Rule<string, true> {
  const must = "be an address that begins with https://";
  return string(
    [
      { must, characters: "A-Za-z0-9:/._~-" },
      {
        must,
        pattern: "^https://([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z]{2,63}(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$",
      },
      maxLength(max),
    ],
    '"https://login.platform.example/acme"',
  );
}

/**
 * Rule for the subject of tokens, claim `sub`. It allows no quotation mark and no backslash, because a condition may quote
 * the subject.
 */
export function subjectRule(max: number): Rule<string, true> {
  return string(
    [
      { must: "be letters, digits and ._:/@+=|~-", characters: NAME_CHARACTERS },
      length(1, max),
      { must: "be the subject of tokens, not a token", notPattern: TOKEN },
    ],
    '"acme-finops"',
  );
}

/** Rule for the audience of tokens, claim `aud`. */
export function audienceRule(max: number, example: string): Rule<string, true> {
  return string(
    [
      { must: "be an address or a name without spaces", characters: NAME_CHARACTERS },
      length(1, max),
      { must: "be the audience of tokens, not a token", notPattern: TOKEN },
    ],
    example,
  );
}
