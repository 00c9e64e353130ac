import { checkCertificate, isSelfSigned, isVersion3 } from "../core/certificate";
import { MIN_RSA_BITS } from "../core/pem";

const ACCEPTED = `a self-signed X.509 certificate of version 3, of an RSA pair of ${MIN_RSA_BITS} bits or more`;

/**
 * What is wrong with a certificate that a public key is to be uploaded in.
 *
 * Source: https://docs.cloud.google.com/iam/docs/keys-upload
 */
export function checkUploadedCertificate(pem: string): string[] {
  return checkCertificate("certificatePem", pem, ACCEPTED, (certificate) => {
    if (!isVersion3(certificate)) {
      return "one of an older version";
    }
    return isSelfSigned(certificate) ? undefined : "one that somebody else signed";
  });
}
