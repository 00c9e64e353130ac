import { X509Certificate } from "node:crypto";
import { LEAST_RSA_BITS, parsedPem, weakness } from "../core/pem";

/** A certificate in PEM; `undefined` where it is none. */
export function certificateOf(pem: string): X509Certificate | undefined {
  return parsedPem(pem, (text) => new X509Certificate(text));
}

/**
 * What is wrong with a certificate that a public key is to be uploaded in.
 *
 * Source: https://docs.cloud.google.com/iam/docs/keys-upload
 */
export function certificateProblems(pem: string): string[] {
  const refuse = (got: string): string[] => [
    "'certificatePem' must be a self-signed X.509 certificate of version 3, of an RSA pair of " +
      `${LEAST_RSA_BITS} bits or more, got: ${got}`,
  ];
  const certificate = certificateOf(pem);
  if (certificate === undefined) {
    return refuse("PEM that holds no certificate; was all of it copied?");
  }
  const weak = weakness(certificate.publicKey);
  if (weak !== undefined) {
    return refuse(weak);
  }
  if (!isVersion3(certificate)) {
    return refuse("one of an older version");
  }
  return isSelfSigned(certificate) ? [] : refuse("one that somebody else signed");
}

// https://datatracker.ietf.org/doc/html/rfc5280#section-4.1: in two sequences of whatever length stands first the
// version, which is 0 for 1 and left out for that.
const VERSION_3 = /^(30(82....|81..|[0-7].)){2}a003020102/;

function isVersion3({ raw }: X509Certificate): boolean {
  return VERSION_3.test(raw.toString("hex", 0, 16));
}

function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.issuer === certificate.subject && certificate.verify(certificate.publicKey);
}
