import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyPairKeyObjectResult, sign } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Key pair, with both halves as PEM. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

const PAIRS = new Map<string, KeyPair>();

/**
 * RSA key pair of that length. Each pair is created once in a run, because that takes long.
 *
 * @param name distinguishes pairs of the same length
 */
export function rsaKey(bits = 2048, name = "one"): KeyPair {
  const known = PAIRS.get(`${bits} ${name}`) ?? sharedPair(bits, name);
  PAIRS.set(`${bits} ${name}`, known);
  return known;
}

/** Pair from the folder of the run, which is removed at the end. */
function sharedPair(bits: number, name: string): KeyPair {
  const file = join(tmpdir(), `rsa-${bits}-${name}.json`);
  if (!existsSync(file)) {
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(createPair(bits)), { mode: 0o600 });
    renameSync(unfinished, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as KeyPair;
}

function createPair(modulusLength: number): KeyPair {
  return generateKeyPairSync("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

/** Options of a test certificate. */
export interface CertificateOptions {
  /** Name of the key pair, which distinguishes certificates with the same options. */
  readonly name?: string;
  /** Version of X.509: 3 by default. */
  readonly version?: 1 | 3;
  /** Key pair whose public half it contains: by default RSA with 2048 bits. */
  readonly pair?: KeyPair;
  /** Key pair that signs it: by default `pair`. */
  readonly signer?: KeyPair;
  /** Common name of the subject: `unused` by default. */
  readonly subject?: string;
  /** Common name of the issuer: by default that of the subject. */
  readonly issuer?: string;
}

/**
 * X.509 certificate as PEM, valid during the year 2030: the same one for the same name, whose key pair is created once.
 *
 * Encoded as DER here, because Node.js cannot create certificates:
 * https://datatracker.ietf.org/doc/html/rfc5280#section-4.1
 */
export function certificate({ name, version = 3, pair, signer, ...names }: CertificateOptions = {}): string {
  const subjectPair = pair ?? rsaKey(2048, name);
  const key = createPrivateKey((signer ?? subjectPair).privateKey);
  const algorithm = SIGNATURES[key.asymmetricKeyType === "ec" ? "ecdsa" : "rsa"];
  const { subject = "unused", issuer = subject } = names;
  const commonName = (name: string): Buffer =>
    der(0x30, der(0x31, der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(name)))));
  const content = der(
    0x30,
    ...(version === 3 ? [Buffer.from("a003020102", "hex")] : []),
    der(0x02, Buffer.from([7])),
    algorithm,
    commonName(issuer),
    der(0x30, der(0x17, Buffer.from("300101000000Z")), der(0x17, Buffer.from("301231235959Z"))),
    commonName(subject),
    createPublicKey(subjectPair.publicKey).export({ type: "spki", format: "der" }),
  );
  const signed = der(0x30, content, algorithm, der(0x03, Buffer.from([0]), sign("sha256", content, key)));
  return pem("CERTIFICATE", signed);
}

/** Key pairs that the library refuses in a certificate. */
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

/** Encodes an ASN.1 value as DER. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const length = Buffer.from(value.length.toString(16).padStart(value.length < 256 ? 2 : 4, "0"), "hex");
  const head = value.length < 128 ? [tag] : [tag, 0x80 + length.length];
  return Buffer.concat([Buffer.from(head), length, value]);
}

/** Encodes bytes as a PEM block of that label. */
export function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
