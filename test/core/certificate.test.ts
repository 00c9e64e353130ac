import { X509Certificate } from "node:crypto";
import { certificateOf, certificateRule, checkCertificate, expiryOf } from "../../lib/core/certificate";
import { checkRules } from "../support/rules";
import { certificate, pem, rsaKey, weakPairs } from "../support/keys";

const PEM = certificate();
const parsed = (options: Parameters<typeof certificate>[0]): X509Certificate =>
  new X509Certificate(certificate(options));

describe("the rule for a certificate", () => {
  it("accepts a certificate as PEM", () => {
    expect(checkRules({ pem: certificateRule() }, { pem: PEM })).toEqual([]);
  });

  it("refuses the private key, and withholds it in the error", () => {
    const { privateKey } = rsaKey();
    expect(checkRules({ pem: certificateRule() }, { pem: privateKey })).toEqual([
      "'pem' must be the public half of the key pair; a private key must never be in a program, got: " +
        `${privateKey.length} characters, which are not shown; for example ` +
        'readFileSync("finops_certificate.pem", "utf8"), created by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
        '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem',
    ]);
  });
});

describe("a certificate", () => {
  it("is parsed without the line endings and spaces that editors add", () => {
    expect(certificateOf(` \r\n${PEM.replaceAll("\n", "\r\n")}`)?.toString()).toBe(PEM);
  });

  it("is not found in a PEM that holds something else", () => {
    expect(certificateOf(pem("CERTIFICATE", Buffer.from("hunter2")))).toBeUndefined();
  });

  it("has an expiry", () => {
    expect(expiryOf(parsed({}))).toBe("2030-12-31T23:59:59.000Z");
  });
});

describe("the check of a certificate", () => {
  it.each<[string, string, string]>([
    [
      "a PEM that holds no certificate",
      pem("CERTIFICATE", Buffer.from("x")),
      "PEM that holds no certificate; was all of it copied?",
    ],
    ["a short key", certificate({ pair: rsaKey(1024) }), "one of 1024 bits"],
    ["a key of another type", certificate({ pair: weakPairs.ec() }), "a key of the type ec"],
    ["a certificate that the cloud refuses", certificate({ subject: "Jane" }), "one of a person"],
  ])("refuses %s", (_, text, got) => {
    const mismatch = ({ subject }: X509Certificate): string | undefined =>
      subject === "CN=Jane" ? "one of a person" : undefined;
    expect(checkCertificate("certificatePem", text, "one of Acme's", mismatch)).toEqual([
      `'certificatePem' must be one of Acme's, got: ${got}`,
    ]);
  });

  it("accepts a certificate that meets the requirements of the cloud", () => {
    expect(checkCertificate("certificatePem", PEM, "one of Acme's")).toEqual([]);
    expect(checkCertificate("certificatePem", PEM, "one of Acme's", () => undefined)).toEqual([]);
  });
});
