import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { parsedPem, publicPemRule, weakness } from "../../lib/core/pem";
import { checkRules } from "../support/rules";
import { rsaKey } from "../support/keys";

const { publicKey, privateKey } = rsaKey();
const RULES = { pem: publicPemRule("public key", "PUBLIC KEY", "a file") };
const EXAMPLE = "; for example a file";

const problemsOf = (pem: unknown): string[] => checkRules(RULES, { pem });

describe("the rule for the public half of a key pair", () => {
  it.each([
    ["unchanged", publicKey],
    ["with the line endings of Windows", publicKey.replaceAll("\n", "\r\n")],
    ["with blanks around it", `\n ${publicKey} \n`],
    ["of the maximum length", publicKey.padEnd(8192)],
  ])("accepts a PEM with its label: %s", (_, pem) => {
    expect(problemsOf(pem)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["the private key", privateKey, "be the public half of the key pair; a private key must never be in a program"],
    [
      "both halves",
      publicKey + privateKey,
      "be the public half of the key pair; a private key must never be in a program",
    ],
    [
      "another label",
      publicKey.replaceAll("PUBLIC KEY", "CERTIFICATE"),
      "be a public key as PEM, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'",
    ],
    [
      "text after the PEM",
      `${publicKey}x`,
      "be a public key as PEM, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'",
    ],
    ["more than 8192 characters", publicKey.padEnd(8193), "be at most 8192 characters long"],
  ])("refuses %s, and withholds the value", (_, pem, must) => {
    expect(problemsOf(pem)).toEqual([
      `'pem' must ${must}, got: ${pem.length} characters, which are not shown${EXAMPLE}`,
    ]);
  });

  it("names the kind of PEM and an example in its error", () => {
    const rules = { pem: publicPemRule("certificate", "CERTIFICATE", "a file") };
    expect(checkRules(rules, { pem: "x" })).toEqual([
      "'pem' must be a certificate as PEM, from '-----BEGIN CERTIFICATE-----' to '-----END CERTIFICATE-----', got: 1 characters, which are not shown; for example a file",
    ]);
  });
});

describe("the parser of a PEM", () => {
  it("ignores line endings and spaces that editors and shells add", () => {
    expect(parsedPem(" \r\n-----A-----\r\nx\r\n-----B-----\r\n ", (text) => text)).toBe("-----A-----\nx\n-----B-----");
    expect(parsedPem(publicKey, createPublicKey)?.asymmetricKeyType).toBe("rsa");
  });

  it("returns undefined for an invalid PEM, and withholds the error", () => {
    expect(parsedPem("hunter2", createPublicKey)).toBeUndefined();
  });
});

describe("the description of a weak key", () => {
  const exponent = (publicExponent: number): KeyObject =>
    generateKeyPairSync("rsa", { modulusLength: 2048, publicExponent }).publicKey;

  it.each<[string, () => KeyObject, string | undefined]>([
    ["is undefined for RSA with 2048 bits", () => createPublicKey(publicKey), undefined],
    ["is undefined for a longer RSA key", () => createPublicKey(rsaKey(3072).publicKey), undefined],
    ["names the length of a short key", () => createPublicKey(rsaKey(1024).publicKey), "one of 1024 bits"],
    ["names a small exponent", () => exponent(3), "one of the exponent 3"],
    ["names another type", () => generateKeyPairSync("ed25519").publicKey, "a key of the type ed25519"],
    [
      "names the type RSA-PSS",
      () => generateKeyPairSync("rsa-pss", { modulusLength: 2048 }).publicKey,
      "a key of the type rsa-pss",
    ],
  ])("%s", (_, key, weak) => {
    expect(weakness(key())).toBe(weak);
  });
});
