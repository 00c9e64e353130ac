import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { type TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Fn, type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { type ManualStep } from "../core/manual-step";
import { MIN_RSA_BITS, parsedPem, publicPemRule, weakness } from "../core/pem";
import { type UniqueName } from "../core/props-schema";
import { addProviderValidation, isProvider } from "../core/provider";
import { enumString, integer, object, optional, type Rules } from "../core/rules";
import { IdentityApiKey } from "./bindings/identity-api-key";
import { type IdentityDomainsApiKey } from "./bindings/identity-domains-api-key";
import { type OciProviderProps } from "./provider";

const MOST_BITS = 4096;

/** What an identity takes for its API key: an RSA key pair, whose public half Oracle gets. */
export interface OciApiKeyProps {
  /**
   * The public half of a key pair that is there already, as PEM (`-----BEGIN PUBLIC KEY-----`): RSA of 2,048 bits or more.
   * The private half never gets near Terraform then; who has it uploads it to the platform, which is a manual step.
   *
   * Source: https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm
   *
   * @default - Terraform makes a pair, whose private half is in its state and in the output `…_private_key_pem`
   */
  readonly publicKeyPem?: string;

  /**
   * Length of the key that Terraform makes, in bits: 2048-4096.
   *
   * @default 2048
   */
  readonly rsaBits?: number;

  /**
   * How the private key that Terraform makes is written: `PKCS8` (`BEGIN PRIVATE KEY`), as Oracle's console does it, or
   * `PKCS1` (`BEGIN RSA PRIVATE KEY`) for platforms that take only that.
   *
   * @default "PKCS8"
   */
  readonly privateKeyFormat?: "PKCS8" | "PKCS1";

  /**
   * The provider by which Terraform makes the key pair.
   *
   * @default - the stack's TLS provider without an alias
   */
  readonly tlsProvider?: TlsProvider;
}

/** One rule for each of `OciApiKeyProps`. */
export const OCI_API_KEY_RULES: Rules<OciApiKeyProps> = {
  publicKeyPem: optional(
    publicPemRule(
      "public key",
      "PUBLIC KEY",
      'readFileSync("finops_public.pem", "utf8"), made by: openssl rsa -in <private key file> -pubout',
    ),
  ),
  rsaBits: optional(integer(MIN_RSA_BITS, MOST_BITS)),
  privateKeyFormat: optional(enumString("PKCS8", "PKCS1")),
  tlsProvider: optional(object("be a TlsProvider", (value) => isProvider("tls", value))),
};

/** What is wrong with the key that is there already, or with the properties of a new one beside it. */
export function checkApiKey({ publicKeyPem, ...ofNew }: Partial<OciApiKeyProps>): string[] {
  if (publicKeyPem === undefined) {
    return [];
  }
  const { rsaBits, privateKeyFormat, tlsProvider } = ofNew;
  const strange = Object.entries({ rsaBits, privateKeyFormat, tlsProvider }).filter(([, value]) => value !== undefined);
  return [
    ...strange.map(([name]) => `'${name}' must be left out when 'publicKeyPem' is passed, whose pair is there already`),
    ...keyProblems(publicKeyPem),
  ];
}

function keyProblems(pem: string): string[] {
  const refuse = (got: string): string[] => [
    `'publicKeyPem' must be the public key of an RSA pair of ${MIN_RSA_BITS} bits or more, got: ${got}`,
  ];
  const key = parsed(pem);
  if (key === undefined) {
    return refuse(`PEM that holds no public key; was all of it copied?`);
  }
  const weak = weakness(key);
  return weak === undefined ? [] : refuse(weak);
}

function parsed(pem: string): KeyObject | undefined {
  return parsedPem(pem, createPublicKey);
}

/** Claims the key for a user: Oracle refuses the same one a second time. The fingerprint is made as Oracle makes it. */
export function uniqueKeyNames(user: string, { publicKeyPem }: Partial<OciApiKeyProps>): UniqueName[] {
  const der = publicKeyPem === undefined ? undefined : parsed(publicKeyPem)?.export({ type: "spki", format: "der" });
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
          advice: "make another key pair",
        },
      ];
}

/** An API key, and the pair that it is half of. */
export interface OciApiKey {
  /** The public half, as Oracle has it. */
  readonly resource: IdentityApiKey | IdentityDomainsApiKey;
  /** Its fingerprint, as Oracle computes it. */
  readonly fingerprint: string;
  /**
   * What made the pair.
   *
   * @default - the pair was there already
   */
  readonly privateKey?: PrivateKey;
  /**
   * The private half. A token of a secret: hand it on to sensitive places only.
   *
   * @default - the pair was there already, and Terraform has the public half only
   */
  readonly privateKeyPem?: string;
}

/** Gives a user the public half of the pair that is there already, or of a new one. */
export function createApiKey(
  scope: Construct,
  props: OciApiKeyProps,
  upload: (publicKeyPem: string) => IdentityApiKey | IdentityDomainsApiKey,
): OciApiKey {
  const { publicKeyPem, tlsProvider } = props;
  if (publicKeyPem !== undefined) {
    // Written anew, so that it is the key and nothing that may have come with it.
    const pem = parsed(publicKeyPem)?.export({ type: "spki", format: "pem" }).toString() ?? "";
    const resource = upload(pem.trim());
    return { resource, fingerprint: resource.fingerprint };
  }
  addProviderValidation(scope, TLS, tlsProvider);
  const privateKey = new PrivateKey(scope, "private_key", {
    provider: tlsProvider,
    algorithm: "RSA",
    rsaBits: props.rsaBits ?? MIN_RSA_BITS,
  });
  // Oracle keeps it without the line break at its end, and an identity domain's key would be replaced for that.
  const resource = upload(Fn.trimspace(privateKey.publicKeyPem));
  return {
    resource,
    fingerprint: resource.fingerprint,
    privateKey,
    privateKeyPem: props.privateKeyFormat === "PKCS1" ? privateKey.privateKeyPem : privateKey.privateKeyPemPkcs8,
  };
}

/** The same for a user of the Default identity domain. */
export function createUserApiKey(
  scope: Construct,
  userId: string,
  props: OciApiKeyProps & OciProviderProps,
  dependsOn?: ITerraformDependable[],
): OciApiKey {
  const { provider } = props;
  return createApiKey(
    scope,
    props,
    (keyValue) => new IdentityApiKey(scope, "api_key", { provider, userId, keyValue, dependsOn }),
  );
}

const TLS = { type: "tls", label: "TLS", property: "tlsProvider", check: (): string[] => [] };

/** Step by which a person uploads the private key of an existing pair. */
export function uploadStep(fingerprint: string): ManualStep {
  return {
    key: "upload_private_key",
    title: "Upload the private key file of the pair to the platform",
    why: "Only its public half is in the program: Terraform never has the private key.",
    link: "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm",
    values: { Fingerprint: fingerprint },
    check: "openssl rsa -in <private key file> -pubout -outform DER | openssl md5 -c prints the same fingerprint.",
  };
}
