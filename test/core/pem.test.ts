import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { parsedPem, publicPemRule, weakness } from "../../lib/core/pem";
import { checkRules } from "../../lib/core/rule-checks";
import { rsaKey } from "../support/keys";

const { publicKey, privateKey } = rsaKey();
const RULES = { pem: publicPemRule("public key", "PUBLIC KEY", "a file") };
const EXAMPLE = "; for example a file";

const problemsOf = (pem: unknown): string[] => checkRules(RULES, { pem });

describe("a rule for the public half of a key pair", () => {
  it.each([
    ["as it is", publicKey],
    ["by Windows", publicKey.replaceAll("\n", "\r\n")],
    ["with blanks around it", `\n ${publicKey} \n`],
    ["as long as it may be", publicKey.padEnd(8192)],
  ])("is kept by a PEM with its label, %s", (_, pem) => {
    expect(problemsOf(pem)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["the private half", privateKey, "be the public half of the key pair; a private key must never be in a program"],
    ["both", publicKey + privateKey, "be the public half of the key pair; a private key must never be in a program"],
    [
      "another label",
      publicKey.replaceAll("PUBLIC KEY", "CERTIFICATE"),
      "be a public key as PEM, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'",
    ],
    [
      "something after it",
      `${publicKey}x`,
      "be a public key as PEM, from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----'",
    ],
    ["more than 8192 characters", publicKey.padEnd(8193), "be at most 8192 characters long"],
  ])("is broken by %s, of which nothing is shown", (_, pem, must) => {
    expect(problemsOf(pem)).toEqual([
      `'pem' must ${must}, got: ${pem.length} characters, which are not shown${EXAMPLE}`,
    ]);
  });

  it("says what it is about, and how to make one", () => {
    const rules = { pem: publicPemRule("certificate", "CERTIFICATE", "made by hand") };
    expect(checkRules(rules, { pem: "x" })).toEqual([
      "'pem' must be a certificate as PEM, from '-----BEGIN CERTIFICATE-----' to '-----END CERTIFICATE-----', got: 1 characters, which are not shown; for example made by hand",
    ]);
  });
});

describe("a PEM", () => {
  it("is parsed without what editors and shells put around it", () => {
    expect(parsedPem(" \r\n-----A-----\r\nx\r\n-----B-----\r\n ", (text) => text)).toBe("-----A-----\nx\n-----B-----");
    expect(parsedPem(publicKey, createPublicKey)?.asymmetricKeyType).toBe("rsa");
  });

  it("is nothing where it cannot be parsed, whatever the parser says of it", () => {
    expect(parsedPem("hunter2", createPublicKey)).toBeUndefined();
  });
});

describe("the weakness of a key", () => {
  const exponent = (publicExponent: number): KeyObject =>
    generateKeyPairSync("rsa", { modulusLength: 2048, publicExponent }).publicKey;

  it.each<[string, () => KeyObject, string | undefined]>([
    ["none of RSA of 2048 bits", () => createPublicKey(publicKey), undefined],
    ["none of a longer one", () => createPublicKey(rsaKey(3072).publicKey), undefined],
    ["its length", () => createPublicKey(rsaKey(1024).publicKey), "one of 1024 bits"],
    ["its exponent", () => exponent(3), "one of the exponent 3"],
    ["its type", () => generateKeyPairSync("ed25519").publicKey, "a key of the type ed25519"],
    [
      "its type, for RSA-PSS only",
      () => generateKeyPairSync("rsa-pss", { modulusLength: 2048 }).publicKey,
      "a key of the type rsa-pss",
    ],
  ])("is %s", (_, key, weak) => {
    expect(weakness(key())).toBe(weak);
  });
});
