import { type X509Certificate } from "node:crypto";
import { checkCertificate } from "../core/certificate";
import { MIN_RSA_BITS } from "../core/pem";

const ACCEPTED = `a self-signed X.509 certificate of version 3 with an RSA key of ${MIN_RSA_BITS} bits or more`;

/**
 * Checks a certificate that uploads a public key to Google.
 *
 * Source: https://docs.cloud.google.com/iam/docs/keys-upload
 */
export function checkUploadedCertificate(pem: string): string[] {
  return checkCertificate("certificatePem", pem, ACCEPTED, (certificate) => {
    if (!isVersion3(certificate)) {
      return "a certificate of an older version";
    }
    return isSelfSigned(certificate) ? undefined : "a certificate that is not self-signed";
  });
}

// https://datatracker.ietf.org/doc/html/rfc5280#section-4.1: two sequences of any length begin with the version, which is 0
// for version 1 and then omitted.
const VERSION_3 = /^(30(82....|81..|[0-7].)){2}a003020102/;

export function isVersion3({ raw }: X509Certificate): boolean {
  return VERSION_3.test(raw.toString("hex", 0, 16));
}

export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.issuer === certificate.subject && certificate.verify(certificate.publicKey);
}
