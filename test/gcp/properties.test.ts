import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import {
  GcpAccess,
  GcpBillingExport,
  GcpFederatedIdentity,
  GcpIdentity,
  GcpImpersonatedIdentity,
  GcpIntegration,
  GcpServices,
  GcpStorage,
} from "cdktf-finops/gcp";
import { type TerraformStack } from "cdktf";
import { GCP_ACCESS_SCHEMA } from "../../lib/gcp/access";
import { GCP_BILLING_EXPORT_SCHEMA } from "../../lib/gcp/billing-export";
import { GCP_EXISTING_DATASET_SCHEMA } from "../../lib/gcp/existing-dataset";
import { GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA } from "../../lib/gcp/existing-service-account";
import { GCP_FEDERATED_IDENTITY_SCHEMA } from "../../lib/gcp/federated-identity";
import { GCP_IDENTITY_SCHEMA } from "../../lib/gcp/identity";
import { GCP_IMPERSONATED_IDENTITY_SCHEMA } from "../../lib/gcp/impersonated-identity";
import { GCP_INTEGRATION_SCHEMA } from "../../lib/gcp/integration";
import { GCP_SERVICES_SCHEMA } from "../../lib/gcp/services";
import { GCP_STORAGE_SCHEMA } from "../../lib/gcp/storage";
import { describeProperties, type Grammar, type Subject } from "../support/properties";
import { emptyStack } from "../support/template";
import { GCP_GRAMMAR, GIVEN } from "./grammar";

const { projectId, organizationId } = GIVEN;
const billingAccountId = "01ABCD-234567-890123";
const dataset = { projectId, datasetLocation: "EU" };
const EMAIL = "finops@acme-billing.iam.gserviceaccount.com";
const createStorage = (stack: TerraformStack): GcpStorage => new GcpStorage(stack, "storage", dataset);

// `never`, because JavaScript may pass anything.
const SUBJECTS: Readonly<Record<string, Subject>> = {
  GcpIntegration: {
    rules: GCP_INTEGRATION_SCHEMA.rules,
    create: (stack, id, props) => new GcpIntegration(stack, id, props as never),
    requiredProps: () => ({ ...dataset, organizationId, billingAccountId }),
  },
  GcpIdentity: {
    rules: GCP_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new GcpIdentity(stack, id, props as never),
    requiredProps: () => ({ projectId }),
  },
  "GcpIdentity.fromServiceAccount": {
    rules: GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA.rules,
    create: (stack, id, props) => GcpIdentity.fromServiceAccount(stack, id, props as never),
    requiredProps: () => ({ projectId, serviceAccountEmail: EMAIL }),
    reportedAs: { projectId: ["serviceAccountEmail"] },
  },
  GcpImpersonatedIdentity: {
    rules: GCP_IMPERSONATED_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new GcpImpersonatedIdentity(stack, id, props as never),
    requiredProps: () => ({ projectId, trustedServiceAccountEmail: EMAIL }),
  },
  GcpFederatedIdentity: {
    rules: GCP_FEDERATED_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new GcpFederatedIdentity(stack, id, props as never),
    requiredProps: () => ({ projectId, issuerUri: "https://login.platform.example", subject: "acme" }),
  },
  "GcpFederatedIdentity in AWS": {
    rules: GCP_FEDERATED_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new GcpFederatedIdentity(stack, id, props as never),
    requiredProps: () => ({ projectId, awsAccountId: "111122223333", awsRoleName: "platform" }),
  },
  GcpServices: {
    rules: GCP_SERVICES_SCHEMA.rules,
    create: (stack, id, props) => new GcpServices(stack, id, props as never),
    requiredProps: () => ({ projectId }),
  },
  GcpStorage: {
    rules: GCP_STORAGE_SCHEMA.rules,
    create: (stack, id, props) => new GcpStorage(stack, id, props as never),
    requiredProps: () => dataset,
  },
  "GcpStorage.fromDataset": {
    rules: GCP_EXISTING_DATASET_SCHEMA.rules,
    create: (stack, id, props) => GcpStorage.fromDataset(stack, id, props as never),
    requiredProps: () => ({ ...dataset, datasetId: "billing" }),
  },
  GcpBillingExport: {
    rules: GCP_BILLING_EXPORT_SCHEMA.rules,
    create: (stack, id, props) => new GcpBillingExport(stack, id, props as never),
    requiredProps: (stack) => ({ billingAccountId, storage: createStorage(stack) }),
  },
  GcpAccess: {
    rules: GCP_ACCESS_SCHEMA.rules,
    create: (stack, id, props) => new GcpAccess(stack, id, props as never),
    requiredProps: (stack) => ({
      projectId,
      organizationId,
      identity: new GcpIdentity(stack, "identity", { projectId }),
      billingExport: new GcpBillingExport(stack, "export", { billingAccountId, storage: createStorage(stack) }),
    }),
    reportedAs: { projectId: ["billingExport"] },
  },
};

function gcpStack(): TerraformStack {
  const stack = emptyStack();
  new GoogleProvider(stack, "google");
  return stack;
}

/** Valid and almost valid values, from which others are generated. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  accountId: ["finops-1", "a".repeat(30), "a".repeat(5), "finops-"],
  additionalServices: [["sts"], ["orgpolicy", "iamcredentials"], ["sts", "sts"], []],
  allowedAudience: ["https://platform.example/acme", "//iam.googleapis.com/x", "a".repeat(257)],
  attributeCondition: [
    'assertion.tenant == "acme"',
    'assertion["aud"] in ["a"]',
    "true",
    "assertion.a",
    "1 == 1",
    '(assertion.a == "(]")',
    'assertion.a == "x]"])',
  ],
  awsAccountId: ["111122223333", "11112222333"],
  awsRoleName: ["platform", "a/b", "r".repeat(64)],
  bigqueryUserRole: ["roles/bigquery.jobUser", "projects/acme-billing/roles/user", "roles/bigquery.user"],
  bigqueryViewerRole: ["roles/bigquery.dataViewer", "projects/acme-billing/roles/x_1", "roles/viewer"],
  billingAccountId: [billingAccountId, "01abcd-234567-890123", "acme-billing"],
  datasetId: ["billing_Export1", "d".repeat(1024), "a-b"],
  datasetLocation: ["US", "EU", "us", "europe-west3", "europe-west9"],
  exports: [["STANDARD"], ["PRICING", "STANDARD"], ["DETAILED"], [], ["STANDARD", "STANDARD"]],
  folders: [{ a: "345678901234" }, { a: "1", b: "1" }, { "a b": "1" }, { a: "folders/1" }, { a: "1", A: "2" }, {}],
  issuerUri: [
    "https://login.platform.example/a/b",
    "http://a.example",
    "https://a.example:8443",
    "https://A.example",
    "https://localhost",
  ],
  labels: [{ team: "finops" }, { Team: "a" }, { größe: "ü" }, { "1a": "" }, { a: "B" }, { 組: "九" }],
  organizationId: [organizationId, "organizations/123456789012", "0123"],
  outputPrefix: ["finops", "a_1"],
  poolId: ["finops-1", "gcp-pool", "abc", "-abc", "p".repeat(32)],
  projectId: [projectId, "acme.com:billing", "123456789012", billingAccountId, "abcde"],
  projectViewerRole: ["organizations/123456789012/roles/see", "projects/acme-billing/roles/see"],
  roleIdPrefix: ["finops", "r".repeat(39), "r".repeat(40), "a-b"],
  roleIdSuffix: ["2", "v.2_3", "a".repeat(9)],
  serviceAccountEmail: [EMAIL, "finops@acme-other.iam.gserviceaccount.com", "123@developer.gserviceaccount.com"],
  subject: ["acme-finops", "system:serviceaccount:a:b", 'a"b', "s".repeat(127)],
  trustedServiceAccountEmail: [EMAIL, `serviceAccount:${EMAIL}`, "finops@acme.com.billing.iam.gserviceaccount.com"],
};
const WORDS = ["NEVER", "ALWAYS", "UNTIL_EXPORT_READY", "ORGANIZATION", "NONE", "EU"];

const AWS_PROPS = ["awsAccountId", "awsRoleName"];
const OIDC_PROPS = ["issuerUri", "subject", "allowedAudience"];
const never: Grammar = () => false;

function grammarOf(subject: string, property: string): Grammar | undefined {
  const hasPassedValues = subject === "GcpAccess" || subject === "GcpIdentity.fromServiceAccount";
  if (hasPassedValues && property === "projectId") {
    // The required props refer to this project.
    return (value) => value === projectId;
  }
  if (
    (subject === "GcpFederatedIdentity" && AWS_PROPS.includes(property)) ||
    (subject === "GcpFederatedIdentity in AWS" && OIDC_PROPS.includes(property))
  ) {
    // These properties are refused beside those of the other kind of token.
    return never;
  }
  return (GCP_GRAMMAR as Record<string, Grammar>)[property];
}

describeProperties({
  subjects: SUBJECTS,
  stack: gcpStack,
  samples: SAMPLES,
  words: WORDS,
  grammarOf,
  objects: ["identity", "storage", "billingExport", "provider"],
  composites: ["GcpIntegration", "GcpAccess"],
  sensitive: ["certificatePem"],
  crossCheckErrors: /'\w+' is required when '\w+' is passed|must be a role of the (dataset's project|organization)/,
});
