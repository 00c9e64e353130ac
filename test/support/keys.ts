import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyPairKeyObjectResult, sign } from "node:crypto";

/** The two halves of a key pair, as PEM. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

const PAIRS = new Map<string, KeyPair>();

/**
 * An RSA pair of that length: the same one for the same name, because making one takes long.
 *
 * @param name tells pairs of one length apart
 */
export function rsaKey(bits = 2048, name = "one"): KeyPair {
  const known = PAIRS.get(`${bits} ${name}`) ?? makePair(bits);
  PAIRS.set(`${bits} ${name}`, known);
  return known;
}

function makePair(modulusLength: number): KeyPair {
  return generateKeyPairSync("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
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

/** Pairs that no certificate may hold. */
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
