import { GcpIdentity, type GcpIdentityProps } from "cdktf-finops/gcp";
import { Token } from "cdktf";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { isSelfSigned, isVersion3 } from "../../lib/gcp/certificate";
import { gcpStack, PROJECT } from "../support/gcp";
import { certificate, pem, rsaKey, weakPairs } from "../support/keys";
import { refusal, resolved, Template } from "../support/template";

const synth = (certificatePem: string): Template => {
  const stack = gcpStack();
  new GcpIdentity(stack, "finops", { projectId: PROJECT, certificatePem });
  return Template.of(stack);
};

/** Certificate that Google gets. */
const uploadedCertificate = (template: Template): string =>
  Buffer.from(template.resource("google_service_account_key").public_key_data as string, "base64").toString("utf8");

const PEM = certificate({ name: "one" });
const FIRST_LINE = "-----BEGIN CERTIFICATE-----";

describe("an identity with an existing key pair", () => {
  const stack = gcpStack();
  const identity = new GcpIdentity(stack, "finops", { projectId: PROJECT, certificatePem: PEM });
  const template = Template.of(stack);
  const account = template.address("google_service_account");
  const key = template.address("google_service_account_key");

  it("uploads the certificate as a key of the service account", () => {
    expect(template.resource("google_service_account_key")).toMatchObject({
      service_account_id: `\${${account}.name}`,
    });
    expect(uploadedCertificate(template)).toBe(PEM);
    expect(new X509Certificate(uploadedCertificate(template)).subject).toBe("CN=unused");
  });

  it("ignores changes of the key algorithm, so that the provider does not replace a longer key", () => {
    expect(template.resource("google_service_account_key").lifecycle).toEqual({ ignore_changes: ["key_algorithm"] });
  });

  it("does not refer to a private key of the resource, and leaves out its row of the form", () => {
    expect(JSON.stringify(template.json)).not.toContain("private_key");
    expect(identity.fieldValues).toEqual({});
    expect(identity.key.resource?.publicKeyData).toBeDefined();
  });

  it("has a manual step to insert the private key into the JSON key", () => {
    const [step, ...more] = resolved(stack, identity.manualSteps) as typeof identity.manualSteps;
    expect(more).toEqual([]);
    expect({ ...step, values: undefined }).toEqual({
      key: "assemble_key",
      title: "Insert the private key into the JSON key and enter the result into the platform's form",
      why: "The program has the public key only: Terraform never handles the private key.",
      link: "https://docs.cloud.google.com/iam/docs/keys-upload",
      values: undefined,
      check:
        "The platform accepts the key. Before the certificate expires, create another key pair and pass its certificate.",
    });
    expect(Object.keys(step?.values ?? {})).toEqual(["JSON key", "Valid until"]);
  });

  it("outputs the JSON key as Google would create it, except the private key", () => {
    const [, object = ""] =
      /^\$\{jsonencode\(\{(.*)\}\)\}$/.exec(resolved(stack, identity.manualSteps[0]?.values["JSON key"]) as string) ??
      [];
    expect(object.split(/, (?="\w+" = )/)).toEqual([
      `"type" = "service_account"`,
      `"project_id" = "${PROJECT}"`,
      `"private_key_id" = basename(${key}.name)`,
      `"private_key" = "<text of the private key file>"`,
      `"client_email" = ${account}.email`,
      `"client_id" = ${account}.unique_id`,
      `"auth_uri" = "https://accounts.google.com/o/oauth2/auth"`,
      `"token_uri" = "https://oauth2.googleapis.com/token"`,
      `"auth_provider_x509_cert_url" = "https://www.googleapis.com/oauth2/v1/certs"`,
      `"client_x509_cert_url" = join("", ["https://www.googleapis.com/robot/v1/metadata/x509/", urlencode(${account}.email)])`,
      `"universe_domain" = "googleapis.com"`,
    ]);
  });

  it("outputs the expiry of the certificate, which is also that of the key", () => {
    expect(identity.manualSteps[0]?.values["Valid until"]).toBe("2030-12-31T23:59:59.000Z");
  });

  it("warns that an organization policy may refuse uploaded keys", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      'Uploaded keys of service accounts are refused by default in organizations created since May 2024 (FAILED_PRECONDITION, "… is ' +
        'not allowed on this service account"; constraint iam.disableServiceAccountKeyUpload or its managed counterpart). In ' +
        "such an organization, let the platform log in without a key, or set 'keyPolicyException'.",
      "Manual step: Insert the private key into the JSON key and enter the result into the platform's form. The program has the " +
        "public key only: Terraform never handles the private key. See https://docs.cloud.google.com/iam/docs/keys-upload",
    ]);
  });

  it.each<[string, string]>([
    ["with Windows line breaks", PEM.replaceAll("\n", "\r\n")],
    ["without a line break at the end", PEM.trim()],
    ["with spaces around it", `\n  ${PEM}  \n`],
    ["with a byte order mark", `\ufeff${PEM}`],
  ])("uploads the same certificate from a file %s", (_, certificatePem) => {
    expect(uploadedCertificate(synth(certificatePem))).toBe(PEM);
  });

  it.each<[string, string]>([
    ["a longer key", certificate({ name: "long", pair: rsaKey(3072) })],
    ["a longer subject", certificate({ subject: "x".repeat(200) })],
  ])("accepts a certificate with %s", (_, certificatePem) => {
    expect(uploadedCertificate(synth(certificatePem))).toBe(certificatePem);
  });
});

describe("validation of the certificate", () => {
  const { publicKey, privateKey } = rsaKey(2048, "one");
  const encrypted = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "finops" },
  }).privateKey;
  const mustBePublic = "be the public half of the key pair; a private key must never be in a program";
  const mustBePem = "be a certificate as PEM, from '-----BEGIN CERTIFICATE-----' to '-----END CERTIFICATE-----'";
  const example =
    '; for example readFileSync("finops_certificate.pem", "utf8"), created by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
    '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem';

  const refusalOf = (props: Partial<GcpIdentityProps>): string => {
    const stack = gcpStack();
    const message = refusal(() => new GcpIdentity(stack, "finops", { projectId: PROJECT, ...props }));
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    return message;
  };

  it.each<[string, string, string]>([
    ["the private key", privateKey, mustBePublic],
    ["the private key, as PKCS#1", pem("RSA PRIVATE KEY", Buffer.alloc(600, "finops")), mustBePublic],
    ["the private key, encrypted", encrypted, mustBePublic],
    ["certificate and private key in one", PEM + privateKey, mustBePublic],
    ["private key and certificate in one", privateKey + PEM, mustBePublic],
    ["the private key without its first line", privateKey.split("\n").slice(1).join("\n"), mustBePublic],
    ["the private key without its first and last line", privateKey.split("\n").slice(1, -2).join("\n"), mustBePem],
    ["the public key without a certificate", publicKey, mustBePem],
    ["a chain of certificates", PEM + PEM, mustBePem],
    ["the name of a file", "finops_certificate.pem", mustBePem],
    ["a certificate with \\n for line breaks", PEM.replaceAll("\n", "\\n"), mustBePem],
    ["a certificate without its end", PEM.slice(0, 300), mustBePem],
    ["a certificate with text before it", `Subject: CN=unused\n${PEM}`, mustBePem],
    ["an empty string", "", mustBePem],
    ["a huge string", pem("CERTIFICATE", Buffer.alloc(100_000, "finops")), "be at most 8192 characters long"],
  ])("refuses %s, and does not show it", (_, certificatePem, must) => {
    expect(refusalOf({ certificatePem })).toBe(
      `GcpIdentity at billing/finops: 'certificatePem' must ${must}, got: ${certificatePem.length} characters, which are not shown${example}`,
    );
  });

  const lines = PEM.split("\n");
  it.each<[string, string, string]>([
    ["a certificate of version 1", certificate({ version: 1 }), "a certificate of an older version"],
    ["a certificate with a key of 1024 bits", certificate({ pair: rsaKey(1024) }), "one of 1024 bits"],
    ["a certificate with a key on an elliptic curve", certificate({ pair: weakPairs.ec() }), "a key of the type ec"],
    ["a certificate with the exponent 3", certificate({ pair: weakPairs.exponent3() }), "one of the exponent 3"],
    [
      "a certificate that another key signed",
      certificate({ signer: rsaKey(2048, "two") }),
      "a certificate that is not self-signed",
    ],
    ["a certificate with another issuer", certificate({ issuer: "other" }), "a certificate that is not self-signed"],
    [
      "a certificate that a key of another type signed",
      certificate({ signer: weakPairs.ec() }),
      "a certificate that is not self-signed",
    ],
    [
      "a certificate without one of its lines",
      [...lines.slice(0, 3), ...lines.slice(4)].join("\n"),
      "PEM that holds no certificate; was all of it copied?",
    ],
    [
      "a private key with the label of a certificate",
      privateKey.replaceAll("PRIVATE KEY", "CERTIFICATE"),
      "PEM that holds no certificate; was all of it copied?",
    ],
  ])("refuses %s", (_, certificatePem, got) => {
    expect(certificatePem).toContain(FIRST_LINE);
    expect(refusalOf({ certificatePem })).toBe(
      "GcpIdentity at billing/finops: 'certificatePem' must be a self-signed X.509 certificate of version 3 with an RSA key of 2048 " +
        `bits or more, got: ${got}`,
    );
  });

  it("refuses an unresolved token", () => {
    expect(refusalOf({ certificatePem: Token.asString({ ref: "x" }) })).toBe(
      `GcpIdentity at billing/finops: 'certificatePem' must ${mustBePublic}, got: a token; what is created depends on it, so pass the value itself`,
    );
  });

  it.each([true, false])("refuses 'createKey' %s with a certificate, whose key pair already exists", (createKey) => {
    expect(refusalOf({ certificatePem: PEM, createKey })).toBe(
      `GcpIdentity at billing/finops: 'createKey' must be left out when 'certificatePem' is passed, got: ${createKey}; remove it, because the key pair already exists`,
    );
  });
});

describe("a certificate", () => {
  const parsed = (options: Parameters<typeof certificate>[0]): X509Certificate =>
    new X509Certificate(certificate(options));

  it("is recognized by its version", () => {
    expect([isVersion3(parsed({})), isVersion3(parsed({ version: 1 }))]).toEqual([true, false]);
  });

  it.each([
    ["is self-signed if its own name and key signed it", {}, true],
    ["is not self-signed if it names another issuer", { issuer: "other" }, false],
    ["is not self-signed if another key signed it", { signer: rsaKey(2048, "two") }, false],
  ])("%s", (_, options, signed) => {
    expect(isSelfSigned(parsed(options))).toBe(signed);
  });
});
