import { X509Certificate } from "node:crypto";
import { parsedPem, publicPem, weakness } from "./pem";
import { type Rule } from "./rules";

/** A rule for an X.509 certificate as PEM, with the public half of a key pair. No message shows it. */
export function certificateRule(): Rule<string, true> {
  return publicPem(
    "certificate",
    "CERTIFICATE",
    'readFileSync("finops_certificate.pem", "utf8"), made by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
      '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem',
  );
}

/** A certificate in PEM; `undefined` where it is none. */
export function certificateOf(pem: string): X509Certificate | undefined {
  return parsedPem(pem, (text) => new X509Certificate(text));
}

/**
 * What is wrong with a certificate: it is none, its key is weak, or what a cloud says of it.
 *
 * @param property that has it
 * @param must what the cloud asks for, to complete "'certificatePem' must be …"
 * @param refusal what the cloud refuses of one whose key is strong enough, as what was got
 */
export function certificateProblems(
  property: string,
  pem: string,
  must: string,
  refusal: (certificate: X509Certificate) => string | undefined = () => undefined,
): string[] {
  const certificate = certificateOf(pem);
  const got =
    certificate === undefined
      ? "PEM that holds no certificate; was all of it copied?"
      : (weakness(certificate.publicKey) ?? refusal(certificate));
  return got === undefined ? [] : [`'${property}' must be ${must}, got: ${got}`];
}

// https://datatracker.ietf.org/doc/html/rfc5280#section-4.1: in two sequences of whatever length stands first the
// version, which is 0 for 1 and left out for that.
const VERSION_3 = /^(30(82....|81..|[0-7].)){2}a003020102/;

export function isVersion3({ raw }: X509Certificate): boolean {
  return VERSION_3.test(raw.toString("hex", 0, 16));
}

export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.issuer === certificate.subject && certificate.verify(certificate.publicKey);
}

/** Until when a certificate is valid, such as `2030-12-31T23:59:59.000Z`. */
export function endOf({ validTo }: X509Certificate): string {
  return new Date(validTo).toISOString();
}
