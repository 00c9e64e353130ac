import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { type TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Fn } from "cdktf";
import { type Construct } from "constructs";
import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { type ManualStep } from "../core/manual-step";
import { MIN_RSA_BITS, parsedPem, publicPemRule, weakness } from "../core/pem";
import { type CrossCheck, crossCheck, type UniqueName } from "../core/props-schema";
import { addProviderValidation, providerRule } from "../core/provider";
import { enumString, integer, optional, type Rules } from "../core/rules";
import { IdentityApiKey } from "./bindings/identity-api-key";
import { type IdentityDomainsApiKey } from "./bindings/identity-domains-api-key";
import { type OciProviderProps } from "./provider";

const MAX_RSA_BITS = 4096;

/** Props of the API key of an identity: an RSA key pair, whose public key is uploaded to Oracle. */
export interface OciApiKeyProps {
  /**
   * Public key of an existing key pair, as PEM (`-----BEGIN PUBLIC KEY-----`): RSA, 2,048 bits or more. Terraform never
   * handles the private key then; its owner uploads it to the platform, which is a manual step.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm
   *
   * @default - Terraform creates a key pair, whose private key is in its state and in the output `…_private_key_pem`
   */
  readonly publicKeyPem?: string;

  /**
   * Length of the key that Terraform creates, in bits: 2048-4096.
   *
   * @default 2048
   */
  readonly rsaBits?: number;

  /**
   * Format of the private key that Terraform creates: `PKCS8` (`BEGIN PRIVATE KEY`), as in Oracle's console, or `PKCS1`
   * (`BEGIN RSA PRIVATE KEY`) for platforms that accept no other.
   *
   * @default "PKCS8"
   */
  readonly privateKeyFormat?: "PKCS8" | "PKCS1";

  /**
   * Provider that creates the key pair.
   *
   * @default - the stack's TLS provider without an alias
   */
  readonly tlsProvider?: TlsProvider;
}

/** Rules of `OciApiKeyProps`. */
export const OCI_API_KEY_RULES: Rules<OciApiKeyProps> = {
  publicKeyPem: optional(
    publicPemRule(
      "public key",
      "PUBLIC KEY",
      'readFileSync("finops_public.pem", "utf8"), created by: openssl rsa -in <private key file> -pubout',
    ),
  ),
  rsaBits: optional(integer(MIN_RSA_BITS, MAX_RSA_BITS)),
  privateKeyFormat: optional(enumString("PKCS8", "PKCS1")),
  tlsProvider: providerRule("tls", "a TlsProvider"),
};

/** Checks an existing public key, and that no property of a new key pair is set beside it. */
export const OCI_API_KEY_CHECK: CrossCheck<OciApiKeyProps> = crossCheck(
  ["publicKeyPem", "rsaBits", "privateKeyFormat", "tlsProvider"],
  checkApiKey,
);

function checkApiKey({ publicKeyPem, ...newKeyProps }: OciApiKeyProps): string[] {
  if (publicKeyPem === undefined) {
    return [];
  }
  const { rsaBits, privateKeyFormat, tlsProvider } = newKeyProps;
  const unused = Object.entries({ rsaBits, privateKeyFormat, tlsProvider }).filter(([, value]) => value !== undefined);
  return [
    ...unused.map(
      ([name]) => `'${name}' must be left out when 'publicKeyPem' is passed: it is for a new key pair only`,
    ),
    ...checkPublicKey(publicKeyPem),
  ];
}

function checkPublicKey(pem: string): string[] {
  const problem = (got: string): string[] => [
    `'publicKeyPem' must be an RSA public key of ${MIN_RSA_BITS} bits or more, got: ${got}`,
  ];
  const key = parsePublicKey(pem);
  if (key === undefined) {
    return problem(`PEM that holds no public key; was all of it copied?`);
  }
  const weak = weakness(key);
  return weak === undefined ? [] : problem(weak);
}

function parsePublicKey(pem: string): KeyObject | undefined {
  return parsedPem(pem, createPublicKey);
}

/**
 * Claim of an existing key for a user, because Oracle refuses the same key a second time. The name is the fingerprint of the
 * key, as Oracle computes it.
 */
export function uniqueKeyNames(user: string, { publicKeyPem }: Partial<OciApiKeyProps>): UniqueName[] {
  const der =
    publicKeyPem === undefined ? undefined : parsePublicKey(publicKeyPem)?.export({ type: "spki", format: "der" });
  const digits = der === undefined ? "" : createHash("md5").update(der).digest("hex");
  return digits === ""
    ? []
    : [
        {
          property: "publicKeyPem",
          kind: "API key",
          name: digits.match(/../g)?.join(":") ?? digits,
          within: "program",
          among: user,
          advice: "create another key pair",
        },
      ];
}

/** API key with its key pair. */
export interface OciApiKey {
  /** Resource of the API key: the public key at Oracle. */
  readonly resource: IdentityApiKey | IdentityDomainsApiKey;
  /** Fingerprint of the API key, as Oracle computes it. */
  readonly fingerprint: string;
  /**
   * Resource of the key pair.
   *
   * @default - none for an existing key pair
   */
  readonly privateKey?: PrivateKey;
  /**
   * Private key. It is a token of a secret: pass it to sensitive arguments only.
   *
   * @default - none for an existing key pair, of which Terraform has the public key only
   */
  readonly privateKeyPem?: string;
}

/**
 * Creates the API key of a user from the existing public key, or from a new key pair.
 *
 * @param upload creates the resource of the API key
 */
export function createApiKey(
  scope: Construct,
  props: OciApiKeyProps,
  upload: (publicKeyPem: string) => IdentityApiKey | IdentityDomainsApiKey,
): OciApiKey {
  const { publicKeyPem, tlsProvider } = props;
  if (publicKeyPem !== undefined) {
    // Exported again, so that it is the key without any text around it.
    const pem = parsePublicKey(publicKeyPem)?.export({ type: "spki", format: "pem" }).toString() ?? "";
    const resource = upload(pem.trim());
    return { resource, fingerprint: resource.fingerprint };
  }
  addProviderValidation(scope, TLS, tlsProvider);
  const privateKey = new PrivateKey(scope, "private_key", {
    provider: tlsProvider,
    algorithm: "RSA",
    rsaBits: props.rsaBits ?? MIN_RSA_BITS,
  });
  // Oracle stores the key without the final line break: with it, the key in an identity domain would be replaced each time.
  const resource = upload(Fn.trimspace(privateKey.publicKeyPem));
  return {
    resource,
    fingerprint: resource.fingerprint,
    privateKey,
    privateKeyPem: props.privateKeyFormat === "PKCS1" ? privateKey.privateKeyPem : privateKey.privateKeyPemPkcs8,
  };
}

/** Creates the API key of a user in the Default identity domain. */
export function createUserApiKey(
  scope: Construct,
  userId: string,
  props: OciApiKeyProps & OciProviderProps,
): OciApiKey {
  const { provider } = props;
  return createApiKey(scope, props, (keyValue) => new IdentityApiKey(scope, "api_key", { provider, userId, keyValue }));
}

const TLS = { type: "tls", label: "TLS", property: "tlsProvider", check: (): string[] => [] };

/** Manual step that uploads the private key of an existing key pair. */
export function uploadStep(fingerprint: string): ManualStep {
  return {
    key: "upload_private_key",
    title: "Upload the private key file of the key pair to the platform",
    why: "The program has the public key only: Terraform never handles the private key.",
    link: "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm",
    values: { Fingerprint: fingerprint },
    check: "openssl rsa -in <private key file> -pubout -outform DER | openssl md5 -c prints the same fingerprint.",
  };
}
