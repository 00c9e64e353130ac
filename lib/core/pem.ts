import { type KeyObject } from "node:crypto";
import { maxLength } from "./conditions";
import { type Rule, sensitive, synthTimeString } from "./rules";

/** Minimum length of an RSA key, in bits. */
export const MIN_RSA_BITS = 2048;

/**
 * Rule for the public half of a key pair as PEM. No error shows its value, because the private half is easily passed by
 * mistake.
 *
 * @param what name in errors, such as "public key"
 * @param label text of the PEM's first and last line, after BEGIN and END
 * @param example with the command that creates one
 */
export function publicPemRule(what: string, label: string, example: string): Rule<string, true> {
  // Known at synthesis: a token would reach Terraform's plan before it is checked.
  const rule = synthTimeString(
    [
      // A private key of any kind.
      {
        must: "be the public half of the key pair; a private key must never be in a program",
        notPattern: "PRIVATE KEY",
      },
      {
        must: `be a ${what} as PEM, from '-----BEGIN ${label}-----' to '-----END ${label}-----'`,
        pattern: `^\\s*-----BEGIN ${label}-----\\s[A-Za-z0-9+/=\\s]+-----END ${label}-----\\s*$`,
      },
      maxLength(8192),
    ],
    example,
  );
  return sensitive(rule);
}

/** Parses a PEM; `undefined` if the parser refuses it. */
export function parsedPem<Parsed>(pem: string, parse: (pem: string) => Parsed): Parsed | undefined {
  try {
    // Without the line endings and spaces that editors and shells add.
    return parse(pem.replaceAll("\r\n", "\n").trim());
  } catch {
    // The parser's error may quote the text, which may be a secret.
    return undefined;
  }
}

/** Description of a public key that is not a strong RSA key, for the error after "got:"; `undefined` for a strong one. */
export function weakness(key: KeyObject): string | undefined {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== "rsa") {
    return `a key of the type ${key.asymmetricKeyType ?? "unknown"}`;
  }
  if (modulusLength < MIN_RSA_BITS) {
    return `one of ${modulusLength} bits`;
  }
  // https://doi.org/10.6028/NIST.FIPS.186-5: odd, and more than 2^16
  return publicExponent < 65537n || publicExponent % 2n === 0n ? `one of the exponent ${publicExponent}` : undefined;
}
