import { X509Certificate } from "node:crypto";
import { parsedPem, publicPemRule, weakness } from "./pem";
import { type Rule } from "./rules";

/** Rule for an X.509 certificate as PEM, which holds the public half of a key pair. No error shows its value. */
export function certificateRule(): Rule<string, true> {
  return publicPemRule(
    "certificate",
    "CERTIFICATE",
    'readFileSync("finops_certificate.pem", "utf8"), created by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
      '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem',
  );
}

/** Parses a certificate; `undefined` if the PEM holds none. */
export function certificateOf(pem: string): X509Certificate | undefined {
  return parsedPem(pem, (text) => new X509Certificate(text));
}

/**
 * Checks a certificate: that the PEM holds one, that its key is strong enough, and the cloud's own requirements.
 *
 * @param property that holds the certificate
 * @param must requirement, as the end of "'certificatePem' must be …"
 * @param mismatch describes a certificate with a strong key that the cloud refuses, for the error after "got:"
 */
export function checkCertificate(
  property: string,
  pem: string,
  must: string,
  mismatch: (certificate: X509Certificate) => string | undefined = () => undefined,
): string[] {
  const certificate = certificateOf(pem);
  const got =
    certificate === undefined
      ? "PEM that holds no certificate; was all of it copied?"
      : (weakness(certificate.publicKey) ?? mismatch(certificate));
  return got === undefined ? [] : [`'${property}' must be ${must}, got: ${got}`];
}

/** Time at which a certificate expires, such as `2030-12-31T23:59:59.000Z`. */
export function expiryOf({ validTo }: X509Certificate): string {
  return new Date(validTo).toISOString();
}
