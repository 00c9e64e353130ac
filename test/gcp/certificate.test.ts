import { GcpIdentity, type GcpIdentityProps } from "cdktf-finops/gcp";
import { Token } from "cdktf";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { gcpStack, PROJECT } from "../support/gcp";
import { certificate, pem, rsaKey, weakPairs } from "../support/keys";
import { refusal, resolved, Template } from "../support/template";

const synth = (certificatePem: string): Template => {
  const stack = gcpStack();
  new GcpIdentity(stack, "finops", { projectId: PROJECT, certificatePem });
  return Template.of(stack);
};

/** What Google gets of it. */
const uploaded = (template: Template): string =>
  Buffer.from(template.resource("google_service_account_key").public_key_data as string, "base64").toString("utf8");

const PEM = certificate({ name: "one" });
const BODY = "-----BEGIN CERTIFICATE-----";

describe("an identity whose key pair is there already", () => {
  const stack = gcpStack();
  const identity = new GcpIdentity(stack, "finops", { projectId: PROJECT, certificatePem: PEM });
  const template = Template.of(stack);
  const account = template.address("google_service_account");
  const key = template.address("google_service_account_key");

  it("gets the certificate as a key of the service account", () => {
    expect(template.resource("google_service_account_key")).toMatchObject({
      service_account_id: `\${${account}.name}`,
    });
    expect(uploaded(template)).toBe(PEM);
    expect(new X509Certificate(uploaded(template)).subject).toBe("CN=unused");
  });

  it("keeps the key where the provider reads back another length than its default", () => {
    expect(template.resource("google_service_account_key").lifecycle).toEqual({ ignore_changes: ["key_algorithm"] });
  });

  it("has the private half nowhere, and no row of the form by it", () => {
    const json = JSON.stringify(template.json);
    expect(json).not.toContain("private_key");
    expect(json).not.toContain("PRIVATE KEY");
    expect(
      rsaKey(2048, "one")
        .privateKey.split("\n")
        .filter((line) => line.length > 40 && json.includes(line)),
    ).toEqual([]);
    expect(identity.formValues).toEqual({});
    expect(identity.key.resource?.publicKeyData).toBeDefined();
  });

  it("leaves it to who has the private half to put the JSON key together", () => {
    const [step, ...more] = resolved(stack, identity.manualSteps) as typeof identity.manualSteps;
    expect(more).toEqual([]);
    expect({ ...step, values: undefined }).toEqual({
      key: "assemble_key",
      title: "Put the private key into the JSON key, and enter that into the platform's form",
      why: "Only its public half is in the program: Terraform never has the private key.",
      link: "https://docs.cloud.google.com/iam/docs/keys-upload",
      values: undefined,
      check: "The platform accepts the key. Before it ends, make another pair and pass its certificate.",
    });
    expect(Object.keys(step?.values ?? {})).toEqual(["JSON key", "Valid until"]);
  });

  it("tells the JSON key as Google would have made it, but for the private key", () => {
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

  it("tells until when the certificate is valid, which the key is, too", () => {
    expect(identity.manualSteps[0]?.values["Valid until"]).toBe("2030-12-31T23:59:59.000Z");
  });

  it("is warned of, as uploaded keys may be refused", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      'Uploaded keys of service accounts are refused by default in organizations made since May 2024 (FAILED_PRECONDITION, "… is ' +
        'not allowed on this service account"; constraint iam.disableServiceAccountKeyUpload or its managed twin). Where that ' +
        "is so, have the platform log in without a key, or set 'keyPolicyException'.",
      "Manual step: Put the private key into the JSON key, and enter that into the platform's form. Only its public half is in " +
        "the program: Terraform never has the private key. See https://docs.cloud.google.com/iam/docs/keys-upload",
    ]);
  });

  it.each<[string, string]>([
    ["by Windows", PEM.replaceAll("\n", "\r\n")],
    ["without a line break at the end", PEM.trim()],
    ["with blanks around it", `\n  ${PEM}  \n`],
    ["with a mark of byte order before it", `\ufeff${PEM}`],
  ])("gets the same certificate from a file %s", (_, certificatePem) => {
    expect(uploaded(synth(certificatePem))).toBe(PEM);
  });

  it.each<[string, string]>([
    ["a longer key", certificate({ name: "long", pair: rsaKey(3072) })],
    ["a longer subject", certificate({ subject: "x".repeat(200) })],
  ])("may have a certificate of %s", (_, certificatePem) => {
    expect(uploaded(synth(certificatePem))).toBe(certificatePem);
  });
});

describe("what is refused for a certificate", () => {
  const { publicKey, privateKey } = rsaKey(2048, "one");
  const encrypted = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "finops" },
  }).privateKey;
  const privateOnly = "be the public half of the key pair; a private key must never be in a program";
  const publicOnly = "be a certificate as PEM, from '-----BEGIN CERTIFICATE-----' to '-----END CERTIFICATE-----'";
  const made =
    '; for example readFileSync("finops_certificate.pem", "utf8"), made by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
    '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem';

  const refused = (props: Partial<GcpIdentityProps>): string => {
    const stack = gcpStack();
    const message = refusal(() => new GcpIdentity(stack, "finops", { projectId: PROJECT, ...props }));
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    return message;
  };

  it.each<[string, string, string]>([
    ["the private key", privateKey, privateOnly],
    ["the private key, as PKCS#1", pem("RSA PRIVATE KEY", Buffer.alloc(600, "finops")), privateOnly],
    ["the private key, encrypted", encrypted, privateOnly],
    ["certificate and private key in one", PEM + privateKey, privateOnly],
    ["private key and certificate in one", privateKey + PEM, privateOnly],
    ["the private key without its first line", privateKey.split("\n").slice(1).join("\n"), privateOnly],
    ["the private key without its first and last line", privateKey.split("\n").slice(1, -2).join("\n"), publicOnly],
    ["the public key without a certificate", publicKey, publicOnly],
    ["a chain of certificates", PEM + PEM, publicOnly],
    ["the name of a file", "finops_certificate.pem", publicOnly],
    ["a certificate with \\n for line breaks", PEM.replaceAll("\n", "\\n"), publicOnly],
    ["a certificate without its end", PEM.slice(0, 300), publicOnly],
    ["a certificate with text before it", `Subject: CN=unused\n${PEM}`, publicOnly],
    ["an empty text", "", publicOnly],
    ["a huge text", pem("CERTIFICATE", Buffer.alloc(100_000, "finops")), "be at most 8192 characters long"],
  ])("is %s, none of which is shown", (_, certificatePem, must) => {
    expect(refused({ certificatePem })).toBe(
      `GcpIdentity at billing/finops: 'certificatePem' must ${must}, got: ${certificatePem.length} characters, which are not shown${made}`,
    );
  });

  const lines = PEM.split("\n");
  it.each<[string, string, string]>([
    ["of version 1", certificate({ version: 1 }), "one of an older version"],
    ["of 1024 bits", certificate({ pair: rsaKey(1024) }), "one of 1024 bits"],
    ["of an elliptic curve", certificate({ pair: weakPairs.ec() }), "a key of the type ec"],
    ["of the exponent 3", certificate({ pair: weakPairs.exponent3() }), "one of the exponent 3"],
    ["that another key signed", certificate({ signer: rsaKey(2048, "two") }), "one that somebody else signed"],
    ["that has another's name for who signed it", certificate({ issuer: "other" }), "one that somebody else signed"],
    ["that a key of another type signed", certificate({ signer: weakPairs.ec() }), "one that somebody else signed"],
    [
      "of which a line is lost",
      [...lines.slice(0, 3), ...lines.slice(4)].join("\n"),
      "PEM that holds no certificate; was all of it copied?",
    ],
    [
      "that is the private key by another name",
      privateKey.replaceAll("PRIVATE KEY", "CERTIFICATE"),
      "PEM that holds no certificate; was all of it copied?",
    ],
  ])("is one %s", (_, certificatePem, got) => {
    expect(certificatePem).toContain(BODY);
    expect(refused({ certificatePem })).toBe(
      "GcpIdentity at billing/finops: 'certificatePem' must be a self-signed X.509 certificate of version 3, of an RSA pair of 2048 " +
        `bits or more, got: ${got}`,
    );
  });

  it("is one that Terraform alone would know", () => {
    expect(refused({ certificatePem: Token.asString({ ref: "x" }) })).toBe(
      `GcpIdentity at billing/finops: 'certificatePem' must ${privateOnly}, got: a token; what is created depends on it, so pass the value itself`,
    );
  });

  it.each([true, false])("is one beside 'createKey' %s, as the pair is there already", (createKey) => {
    expect(refused({ certificatePem: PEM, createKey })).toBe(
      `GcpIdentity at billing/finops: 'createKey' must be left out when 'certificatePem' is passed, got: ${createKey}; the pair is there already`,
    );
  });
});
