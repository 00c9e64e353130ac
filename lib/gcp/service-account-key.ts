import { type OrgPolicyPolicy } from "@cdktf/provider-google/lib/org-policy-policy";
import { ServiceAccountKey } from "@cdktf/provider-google/lib/service-account-key";
import { Fn, type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { certificateOf, certificateRule, expiryOf } from "../core/certificate";
import { type ManualStep } from "../core/manual-step";
import { type UniqueName } from "../core/props-schema";
import { boolean, optional, type Rules } from "../core/rules";
import { checkUploadedCertificate } from "./certificate";
import { type GcpIdentityFieldValues } from "./interfaces";
import { createKeyPolicyException, type KeyPolicy, uniqueKeyPolicy, warnOfKeyPolicy } from "./key-policy";
import { type GcpPartProps } from "./provider";
import { type GcpAdditionalService } from "./services";

/** What an identity takes for its key. */
export interface GcpServiceAccountKeyProps {
  /**
   * Whether Terraform creates the JSON key, which is in its state then. With `false` a person creates it, which is a
   * manual step, and the state never has it; the outputs lack the row of the key.
   *
   * @default true
   */
  readonly createKey?: boolean;

  /**
   * The public half of a key pair of yours, in a self-signed X.509 certificate of version 3, as PEM: RSA of 2,048 bits
   * or more. Google takes it as a key of the service account, for as long as the certificate is valid. The private half
   * never gets near Terraform; who has it puts the JSON key together, which is a manual step.
   *
   * Everyone can read a certificate: have nothing of a person or a company in its subject.
   *
   * Source: https://docs.cloud.google.com/iam/docs/keys-upload
   *
   * @default - Google makes the pair
   */
  readonly certificatePem?: string;

  /**
   * Whether the project is excepted from policies of its organization that refuse keys of service accounts: all of the
   * project, with all of its service accounts. Who deploys needs `roles/orgpolicy.policyAdmin`, which only an
   * organization can grant.
   *
   * @default false
   */
  readonly keyPolicyException?: boolean;
}

/** One rule for each of `GcpServiceAccountKeyProps`. */
export const GCP_SERVICE_ACCOUNT_KEY_RULES: Rules<GcpServiceAccountKeyProps> = {
  createKey: optional(boolean()),
  certificatePem: optional(certificateRule()),
  keyPolicyException: optional(boolean()),
};

/** What is wrong with the properties of a key together, or with its certificate. */
export function checkKey({ createKey, certificatePem }: Partial<GcpServiceAccountKeyProps>): string[] {
  if (certificatePem === undefined) {
    return [];
  }
  return [
    ...(createKey === undefined
      ? []
      : [`'createKey' must be left out when 'certificatePem' is passed, got: ${createKey}; the pair is there already`]),
    ...checkUploadedCertificate(certificatePem),
  ];
}

function policyFor({ certificatePem }: GcpServiceAccountKeyProps): KeyPolicy {
  return certificatePem === undefined ? "Creation" : "Upload";
}

/** Claims what of a key only one construct may have. */
export function uniqueKeyNames(props: GcpServiceAccountKeyProps & GcpPartProps): UniqueName[] {
  return props.keyPolicyException === true ? [uniqueKeyPolicy(props.projectId, policyFor(props))] : [];
}

/** A service account, by what a key of it needs. */
export interface KeyOwner extends ITerraformDependable {
  /** `projects/<project>/serviceAccounts/<e-mail address>`. */
  readonly name: string;
  readonly email: string;
  readonly uniqueId: string;
}

/** How the platform logs in as a service account by a key. */
export interface GcpKey {
  /**
   * The key that Terraform creates or uploads.
   *
   * @default - a person creates it
   */
  readonly resource?: ServiceAccountKey;
  /** The rows of the platform's form that it fills in. */
  readonly formValues: GcpIdentityFieldValues;
  /** What is left for a person to do. */
  readonly manualSteps: readonly ManualStep[];
  /** APIs that it needs in addition to those that every integration needs. */
  readonly requiredServices: readonly GcpAdditionalService[];
}

/** A key that Google makes, that is uploaded, or that a person creates. */
export function createKey(scope: Construct, owner: KeyOwner, props: GcpServiceAccountKeyProps & GcpPartProps): GcpKey {
  // One that is there already is read and checked before it gets a key.
  const dependsOn = [owner, ...keyPolicies(scope, owner, props)];
  const requiredServices: readonly GcpAdditionalService[] = props.keyPolicyException === true ? ["orgpolicy"] : [];
  if (props.createKey === false) {
    return { formValues: {}, manualSteps: [createStep(owner)], requiredServices };
  }
  const certificate = props.certificatePem === undefined ? undefined : certificateOf(props.certificatePem);
  const resource = new ServiceAccountKey(scope, "key", {
    provider: props.provider,
    serviceAccountId: owner.name,
    // Written anew, so that it is the certificate and nothing that may have come with it.
    publicKeyData: certificate && Buffer.from(certificate.toString()).toString("base64"),
    dependsOn,
    // Of an uploaded key the provider reads back what it is, and would replace one that is longer than its default each
    // time.
    lifecycle: certificate && { ignoreChanges: ["key_algorithm"] },
  });
  return certificate === undefined
    ? {
        resource,
        formValues: { service_account_key_json: Fn.base64decode(resource.privateKey) },
        manualSteps: [],
        requiredServices,
      }
    : {
        resource,
        formValues: {},
        manualSteps: [assembleStep(owner, resource, props.projectId, expiryOf(certificate))],
        requiredServices,
      };
}

function keyPolicies(
  scope: Construct,
  owner: KeyOwner,
  props: GcpServiceAccountKeyProps & GcpPartProps,
): OrgPolicyPolicy[] {
  if (props.keyPolicyException === true) {
    return createKeyPolicyException(scope, props, policyFor(props), [owner]);
  }
  warnOfKeyPolicy(scope, policyFor(props));
  return [];
}

const KEYS = "https://docs.cloud.google.com/iam/docs/keys-create-delete";
const UPLOAD = "https://docs.cloud.google.com/iam/docs/keys-upload";

function createStep({ email }: KeyOwner): ManualStep {
  return {
    key: "service_account_key",
    title: "Create a JSON key of the service account and enter it into the platform's form",
    why: "The program says that a person does it, so that the key is never in Terraform's state.",
    link: KEYS,
    values: { "Service account": email },
    check: "The platform accepts the key, and the console shows when it was last used.",
  };
}

function assembleStep(
  { email, uniqueId }: KeyOwner,
  { name }: ServiceAccountKey,
  projectId: string,
  validUntil: string,
): ManualStep {
  // The file that Google would have made, https://google.aip.dev/auth/4112, but for the private key.
  const file = {
    type: "service_account",
    project_id: projectId,
    private_key_id: Fn.basename(name),
    private_key: "<text of the private key file>",
    client_email: email,
    client_id: uniqueId,
    auth_uri: "https://accounts.google.com/o/oauth2/auth",
    token_uri: "https://oauth2.googleapis.com/token",
    auth_provider_x509_cert_url: "https://www.googleapis.com/oauth2/v1/certs",
    client_x509_cert_url: Fn.join("", ["https://www.googleapis.com/robot/v1/metadata/x509/", Fn.urlencode(email)]),
    universe_domain: "googleapis.com",
  };
  return {
    key: "assemble_key",
    title: "Put the private key into the JSON key, and enter that into the platform's form",
    why: "Only its public half is in the program: Terraform never has the private key.",
    link: UPLOAD,
    values: { "JSON key": Fn.jsonencode(file), "Valid until": validUntil },
    check: "The platform accepts the key. Before it ends, make another pair and pass its certificate.",
  };
}
