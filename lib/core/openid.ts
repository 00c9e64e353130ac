import { type Rule, string } from "./rules";

// Of OpenID Connect, by which a platform logs in without a secret: https://openid.net/specs/openid-connect-core-1_0.html

const NAME = { characters: "A-Za-z0-9._:/@+=|~-" };
// How tokens begin: JSON in Base64, and Google's own.
const TOKEN = "^(ya29[.]|eyJ)";

/** A rule for who issues tokens. */
export function issuerRule(maxLength: number): Rule<string, true> {
  const must = "be an address that begins with https://";
  return string(
    [
      { must, characters: "A-Za-z0-9:/._~-" },
      {
        must,
        matches: "^https://([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z]{2,63}(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$",
      },
      { must: `be at most ${maxLength} characters long`, maxLength },
    ],
    '"https://login.platform.example/acme"',
  );
}

/** A rule for whom tokens are of. No quotation mark and no backslash: it may stand within quotation marks in a condition. */
export function subjectRule(maxLength: number): Rule<string, true> {
  return string(
    [
      { must: "be letters, digits and ._:/@+=|~-", ...NAME },
      { must: `be 1-${maxLength} characters long`, minLength: 1, maxLength },
      { must: "be whom tokens are of, not a token", excludes: TOKEN },
    ],
    '"acme-finops"',
  );
}

/** A rule for whom tokens are for. */
export function audienceRule(maxLength: number, example: string): Rule<string, true> {
  return string(
    [
      { must: "be an address or a name without spaces", ...NAME },
      { must: `be 1-${maxLength} characters long`, minLength: 1, maxLength },
      { must: "be what tokens are for, not a token", excludes: TOKEN },
    ],
    example,
  );
}
