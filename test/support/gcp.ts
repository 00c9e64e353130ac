import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type TerraformStack } from "cdktf";
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyPairKeyObjectResult, sign } from "node:crypto";
import { type KeyPair, rsaKey } from "./oci";
import { emptyStack } from "./template";

export const PROJECT = "acme-billing";
export const BILLING_ACCOUNT = "01ABCD-234567-890123";
export const ORGANIZATION = "123456789012";

/** What a location must be, as a message says it. */
export const A_LOCATION =
  "be one of US, EU, asia-east1, asia-east2, asia-northeast1, asia-northeast2, asia-northeast3, asia-south1, asia-southeast1, " +
  "asia-southeast2, australia-southeast1, europe-central2, europe-north1, europe-west1, europe-west2, europe-west3, " +
  "europe-west4, europe-west6, me-central1, me-central2, me-west1, northamerica-northeast1, southamerica-east1, us-central1, " +
  "us-east1, us-east4, us-west1, us-west2, us-west3, us-west4";

/** A stack named `billing` with a Google provider. */
export function gcpStack(): TerraformStack {
  const stack = emptyStack();
  new GoogleProvider(stack, "google", { project: PROJECT });
  return stack;
}

/** What of a certificate is to be other than usual. */
export interface CertificateOptions {
  /** Tells certificates apart that are alike else: names the pair. */
  readonly name?: string;
  /** Version 3 by default. */
  readonly version?: 1 | 3;
  /** The pair whose public half is in it: by default one of RSA, of 2048 bits. */
  readonly pair?: KeyPair;
  /** The pair that signs it: by default the one that is in it. */
  readonly signer?: KeyPair;
  /** Its common name, `unused` by default. */
  readonly subject?: string;
  /** The common name of who signs it: by default its own. */
  readonly issuer?: string;
}

/**
 * An X.509 certificate as PEM, valid for all of 2030: the same one for the same name, whose pair is made once.
 *
 * By hand, because Node makes none; https://datatracker.ietf.org/doc/html/rfc5280#section-4.1, as DER.
 */
export function certificate({ name, version = 3, pair, signer, ...names }: CertificateOptions = {}): string {
  const held = pair ?? rsaKey(2048, name);
  const key = createPrivateKey((signer ?? held).privateKey);
  const algorithm = SIGNATURES[key.asymmetricKeyType === "ec" ? "ecdsa" : "rsa"];
  const { subject = "unused", issuer = subject } = names;
  const called = (who: string): Buffer =>
    der(0x30, der(0x31, der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(who)))));
  const content = der(
    0x30,
    ...(version === 3 ? [Buffer.from("a003020102", "hex")] : []),
    der(0x02, Buffer.from([7])),
    algorithm,
    called(issuer),
    der(0x30, der(0x17, Buffer.from("300101000000Z")), der(0x17, Buffer.from("301231235959Z"))),
    called(subject),
    createPublicKey(held.publicKey).export({ type: "spki", format: "der" }),
  );
  const whole = der(0x30, content, algorithm, der(0x03, Buffer.from([0]), sign("sha256", content, key)));
  return pem("CERTIFICATE", whole);
}

/** Pairs that no certificate for Google may hold. */
export const weakPairs = {
  ec: (): KeyPair => asPem(generateKeyPairSync("ec", { namedCurve: "prime256v1" })),
  exponent3: (): KeyPair => asPem(generateKeyPairSync("rsa", { modulusLength: 2048, publicExponent: 3 })),
};

function asPem({ publicKey, privateKey }: KeyPairKeyObjectResult): KeyPair {
  return {
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const SIGNATURES = {
  rsa: Buffer.from("300d06092a864886f70d01010b0500", "hex"),
  ecdsa: Buffer.from("300a06082a8648ce3d040302", "hex"),
};

/** A value of ASN.1, by its tag. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const length = Buffer.from(value.length.toString(16).padStart(value.length < 256 ? 2 : 4, "0"), "hex");
  const head = value.length < 128 ? [tag] : [tag, 0x80 + length.length];
  return Buffer.concat([Buffer.from(head), length, value]);
}

/** Some bytes as a PEM block of that label. */
export function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
