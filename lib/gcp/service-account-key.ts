import { type OrgPolicyPolicy } from "@cdktf/provider-google/lib/org-policy-policy";
import { ServiceAccountKey } from "@cdktf/provider-google/lib/service-account-key";
import { Fn, type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { certificateOf, certificateRule, expiryOf } from "../core/certificate";
import { type ManualStep } from "../core/manual-step";
import { type CrossCheck, crossCheck, type UniqueName } from "../core/props-schema";
import { boolean, optional, type Rules } from "../core/rules";
import { checkUploadedCertificate } from "./certificate";
import { type GcpIdentityFieldValues } from "./interfaces";
import { createKeyPolicyException, type KeyPolicy, uniqueKeyPolicy, warnAboutKeyPolicy } from "./key-policy";
import { type GcpPartProps } from "./provider";
import { type GcpAdditionalService } from "./services";

/** Props of the key of a service account. */
export interface GcpServiceAccountKeyProps {
  /**
   * Whether Terraform creates the JSON key, which is then in Terraform's state. With `false` a person creates it in a manual
   * step, the state never holds it, and the output of the key is missing.
   *
   * @default true
   */
  readonly createKey?: boolean;

  /**
   * Public half of your own key pair, in a self-signed X.509 certificate of version 3, as PEM: RSA, 2,048 bits or more.
   * Google accepts it as a key of the service account while the certificate is valid. Terraform never handles the private
   * key; its owner inserts it into the JSON key, which is a manual step.
   *
   * Everyone can read the certificate: its subject should name neither a person nor a company.
   *
   * Source: https://docs.cloud.google.com/iam/docs/keys-upload
   *
   * @default - Google creates the key pair
   */
  readonly certificatePem?: string;

  /**
   * Whether the project is exempt from the organization policies that refuse keys of service accounts: the whole project,
   * with all of its service accounts. The deployer needs `roles/orgpolicy.policyAdmin`, which can be granted on the
   * organization only.
   *
   * @default false
   */
  readonly keyPolicyException?: boolean;
}

/** Rules of `GcpServiceAccountKeyProps`. */
export const GCP_SERVICE_ACCOUNT_KEY_RULES: Rules<GcpServiceAccountKeyProps> = {
  createKey: optional(boolean()),
  certificatePem: optional(certificateRule()),
  keyPolicyException: optional(boolean()),
};

/** Checks the properties of a key together, and its certificate. */
export const GCP_SERVICE_ACCOUNT_KEY_CHECK: CrossCheck<GcpServiceAccountKeyProps> = crossCheck(
  ["createKey", "certificatePem"],
  checkKey,
);

function checkKey({
  createKey,
  certificatePem,
}: Pick<GcpServiceAccountKeyProps, "createKey" | "certificatePem">): string[] {
  if (certificatePem === undefined) {
    return [];
  }
  return [
    ...(createKey === undefined
      ? []
      : [
          `'createKey' must be left out when 'certificatePem' is passed, got: ${createKey}; remove it, because the key pair already exists`,
        ]),
    ...checkUploadedCertificate(certificatePem),
  ];
}

function policyFor({ certificatePem }: GcpServiceAccountKeyProps): KeyPolicy {
  return certificatePem === undefined ? "Creation" : "Upload";
}

/** Claims of the organization policies of a key, which only one construct can create. */
export function uniqueKeyPolicies(props: GcpServiceAccountKeyProps & GcpPartProps): UniqueName[] {
  return props.keyPolicyException === true ? [uniqueKeyPolicy(props.projectId, policyFor(props))] : [];
}

/** Attributes of a service account that its key needs. */
export interface KeyOwner extends ITerraformDependable {
  /** `projects/<project>/serviceAccounts/<e-mail address>`. */
  readonly name: string;
  readonly email: string;
  readonly uniqueId: string;
}

/** Key with which the platform logs in as a service account. */
export interface GcpServiceAccountKey {
  /**
   * Resource of the key that Terraform creates or uploads.
   *
   * @default - none if a person creates the key
   */
  readonly resource?: ServiceAccountKey;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: GcpIdentityFieldValues;
  /** Steps left for a person. */
  readonly manualSteps: readonly ManualStep[];
  /** APIs that it needs in addition to those that every integration needs. */
  readonly requiredServices: readonly GcpAdditionalService[];
}

/** Creates the key of a service account, uploads its certificate, or leaves it to a person. */
export function createKey(
  scope: Construct,
  owner: KeyOwner,
  props: GcpServiceAccountKeyProps & GcpPartProps,
): GcpServiceAccountKey {
  // An existing service account is read and checked before it gets a key.
  const dependsOn = [owner, ...createKeyPolicies(scope, owner, props)];
  const requiredServices: readonly GcpAdditionalService[] = props.keyPolicyException === true ? ["orgpolicy"] : [];
  if (props.createKey === false) {
    return { fieldValues: {}, manualSteps: [createKeyStep(owner)], requiredServices };
  }
  const certificate = props.certificatePem === undefined ? undefined : certificateOf(props.certificatePem);
  const resource = new ServiceAccountKey(scope, "key", {
    provider: props.provider,
    serviceAccountId: owner.name,
    // Exported again, so that it is the certificate without any text around it.
    publicKeyData: certificate && Buffer.from(certificate.toString()).toString("base64"),
    dependsOn,
    // The provider reads the algorithm of an uploaded key, and would replace a key that is longer than its default at each
    // deployment.
    lifecycle: certificate && { ignoreChanges: ["key_algorithm"] },
  });
  return certificate === undefined
    ? {
        resource,
        fieldValues: { service_account_key_json: Fn.base64decode(resource.privateKey) },
        manualSteps: [],
        requiredServices,
      }
    : {
        resource,
        fieldValues: {},
        manualSteps: [assembleKeyStep(owner, resource, props.projectId, expiryOf(certificate))],
        requiredServices,
      };
}

/** Creates the policies of `keyPolicyException`, or warns that an organization policy may refuse the key. */
function createKeyPolicies(
  scope: Construct,
  owner: KeyOwner,
  props: GcpServiceAccountKeyProps & GcpPartProps,
): OrgPolicyPolicy[] {
  if (props.keyPolicyException === true) {
    return createKeyPolicyException(scope, props, policyFor(props), [owner]);
  }
  warnAboutKeyPolicy(scope, policyFor(props));
  return [];
}

const KEYS = "https://docs.cloud.google.com/iam/docs/keys-create-delete";
const UPLOAD = "https://docs.cloud.google.com/iam/docs/keys-upload";

function createKeyStep({ email }: KeyOwner): ManualStep {
  return {
    key: "service_account_key",
    title: "Create a JSON key for the service account and enter it into the platform's form",
    why: "'createKey' is false, so that the key is never in Terraform's state.",
    link: KEYS,
    values: { "Service account": email },
    check: "The platform accepts the key, and the console shows when it was last used.",
  };
}

function assembleKeyStep(
  { email, uniqueId }: KeyOwner,
  { name }: ServiceAccountKey,
  projectId: string,
  validUntil: string,
): ManualStep {
  // The file that Google would have created, except the private key: https://google.aip.dev/auth/4112
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
    title: "Insert the private key into the JSON key and enter the result into the platform's form",
    why: "The program has the public key only: Terraform never handles the private key.",
    link: UPLOAD,
    values: { "JSON key": Fn.jsonencode(file), "Valid until": validUntil },
    check:
      "The platform accepts the key. Before the certificate expires, create another key pair and pass its certificate.",
  };
}
