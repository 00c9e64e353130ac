import { X509Certificate } from "node:crypto";
import {
  certificateOf,
  certificateRule,
  checkCertificate,
  expiryOf,
  isSelfSigned,
  isVersion3,
} from "../../lib/core/certificate";
import { checkRules } from "../../lib/core/rule-checks";
import { certificate, pem, rsaKey, weakPairs } from "../support/keys";

const PEM = certificate();
const parsed = (options: Parameters<typeof certificate>[0]): X509Certificate =>
  new X509Certificate(certificate(options));

describe("a rule for a certificate", () => {
  it("is kept by one as PEM", () => {
    expect(checkRules({ pem: certificateRule() }, { pem: PEM })).toEqual([]);
  });

  it("is broken by the private half of the pair, of which nothing is shown", () => {
    const { privateKey } = rsaKey();
    expect(checkRules({ pem: certificateRule() }, { pem: privateKey })).toEqual([
      "'pem' must be the public half of the key pair; a private key must never be in a program, got: " +
        `${privateKey.length} characters, which are not shown; for example ` +
        'readFileSync("finops_certificate.pem", "utf8"), made by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
        '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem',
    ]);
  });
});

describe("a certificate", () => {
  it("is read, without what editors put around it", () => {
    expect(certificateOf(` \r\n${PEM.replaceAll("\n", "\r\n")}`)?.toString()).toBe(PEM);
  });

  it("is none where it is a PEM of something else", () => {
    expect(certificateOf(pem("CERTIFICATE", Buffer.from("hunter2")))).toBeUndefined();
  });

  it("is valid until its end", () => {
    expect(expiryOf(parsed({}))).toBe("2030-12-31T23:59:59.000Z");
  });

  it("has a version", () => {
    expect([isVersion3(parsed({})), isVersion3(parsed({ version: 1 }))]).toEqual([true, false]);
  });

  it.each([
    ["by its name and its key", {}, true],
    ["not by another's name", { issuer: "other" }, false],
    ["not by another's key", { signer: rsaKey(2048, "two") }, false],
  ])("is signed by itself %s", (_, options, signed) => {
    expect(isSelfSigned(parsed(options))).toBe(signed);
  });
});

describe("what is wrong with a certificate", () => {
  it.each<[string, string, string]>([
    ["it is none", pem("CERTIFICATE", Buffer.from("x")), "PEM that holds no certificate; was all of it copied?"],
    ["its key is short", certificate({ pair: rsaKey(1024) }), "one of 1024 bits"],
    ["its key is of another type", certificate({ pair: weakPairs.ec() }), "a key of the type ec"],
    ["a cloud refuses it", certificate({ subject: "Jane" }), "one of a person"],
  ])("is that %s", (_, text, got) => {
    const refusal = ({ subject }: X509Certificate): string | undefined =>
      subject === "CN=Jane" ? "one of a person" : undefined;
    expect(checkCertificate("certificatePem", text, "one of Acme's", refusal)).toEqual([
      `'certificatePem' must be one of Acme's, got: ${got}`,
    ]);
  });

  it("is nothing, where the cloud has nothing to say of it", () => {
    expect(checkCertificate("certificatePem", PEM, "one of Acme's")).toEqual([]);
    expect(checkCertificate("certificatePem", PEM, "one of Acme's", () => undefined)).toEqual([]);
  });
});
