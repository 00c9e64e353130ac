import { checkCertificate, isSelfSigned, isVersion3 } from "../core/certificate";
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
