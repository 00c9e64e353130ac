import { type KeyObject } from "node:crypto";
import { hiddenString, type Rule } from "./rules";

/** The least length of an RSA key, in bits. */
export const LEAST_RSA_BITS = 2048;

/**
 * A rule for the public half of a key pair as PEM. No message shows it, because the private half is easily taken for
 * it.
 *
 * @param what as a message names it, such as "public key"
 * @param label what stands between BEGIN, or END, and the dashes
 * @param how to make one, as an example
 */
export function publicPem(what: string, label: string, how: string): Rule<string, true> {
  return hiddenString(
    [
      // Whatever it is: the private half, by any name that it has.
      {
        must: "be the public half of the key pair; a private key must never be in a program",
        excludes: "PRIVATE KEY",
      },
      {
        must: `be a ${what} as PEM, from '-----BEGIN ${label}-----' to '-----END ${label}-----'`,
        matches: `^\\s*-----BEGIN ${label}-----\\s[A-Za-z0-9+/=\\s]+-----END ${label}-----\\s*$`,
      },
      { must: "be at most 8192 characters long", maxLength: 8192 },
    ],
    how,
  );
}

/** What a parser makes of a PEM; `undefined` where it can make nothing of it. */
export function parsedPem<Parsed>(pem: string, parse: (pem: string) => Parsed): Parsed | undefined {
  try {
    // Without what editors and shells put around it.
    return parse(pem.replaceAll("\r\n", "\n").trim());
  } catch {
    // What the error says of the text is nobody's business.
    return undefined;
  }
}

/** Why a public key is not one of RSA that is long enough, as what was got; `undefined` for one that is. */
export function weakness(key: KeyObject): string | undefined {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== "rsa") {
    return `a key of the type ${key.asymmetricKeyType ?? "unknown"}`;
  }
  if (modulusLength < LEAST_RSA_BITS) {
    return `one of ${modulusLength} bits`;
  }
  // https://doi.org/10.6028/NIST.FIPS.186-5: odd, and more than 2^16
  return publicExponent < 65537n || publicExponent % 2n === 0n ? `one of the exponent ${publicExponent}` : undefined;
}
