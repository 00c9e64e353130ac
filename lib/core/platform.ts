import { Token } from "cdktf";
import { type Field, type FieldDefinition } from "./field";
import { type Rule } from "./rules";
import { looksLikeSecret, show } from "./show";
import { literalPart } from "./tokens";

/** A cloud that the platform reads. */
export type Cloud = "aws" | "azure" | "gcp" | "oci";

/**
 * Rows of the platform's form per cloud, in its order. Keys and labels are a contract with the readers of the outputs.
 *
 * Source: OniCloud, "Integration Prerequisites" and "Key Steps".
 */
export const PLATFORM_FIELDS = {
  aws: [
    { key: "account_id", label: "Payer account ID", secret: false, kind: "text" },
    { key: "user_arn", label: "IAM user ARN", secret: false, kind: "text" },
    { key: "access_key_id", label: "Access key ID", secret: false, kind: "text" },
    { key: "secret_access_key", label: "Secret access key", secret: true, kind: "text" },
    { key: "role_arn", label: "IAM role ARN", secret: false, kind: "text", note: "in place of user and access key" },
    { key: "external_id", label: "External ID", secret: false, kind: "text", note: "of the role" },
    { key: "bucket_name", label: "Bucket name", secret: false, kind: "text" },
    { key: "bucket_region", label: "Bucket region", secret: false, kind: "text" },
    {
      key: "bucket_path",
      label: "Bucket path",
      secret: false,
      kind: "text",
      note: "s3://bucket/prefix/report; the first report arrives within 24 hours",
    },
    { key: "report_name", label: "Report name", secret: false, kind: "text" },
    { key: "report_arn", label: "Report ARN", secret: false, kind: "text" },
  ],
  gcp: [
    { key: "service_account_email", label: "Service account e-mail", secret: false, kind: "text" },
    { key: "service_account_key_json", label: "Service account key", secret: true, kind: "file", note: "JSON" },
    {
      key: "workload_identity_provider",
      label: "Workload identity provider",
      secret: false,
      kind: "text",
      note: "in place of the key",
    },
    { key: "organization_id", label: "Organization ID", secret: false, kind: "text" },
    { key: "billing_account_id", label: "Billing account ID", secret: false, kind: "text" },
    { key: "project_id", label: "Project ID", secret: false, kind: "text", note: "of the dataset; queries run there" },
    { key: "dataset_id", label: "Dataset", secret: false, kind: "text" },
    { key: "dataset_location", label: "Dataset location", secret: false, kind: "text" },
    {
      key: "billing_table_id",
      label: "Billing export table",
      secret: false,
      kind: "text",
      note: "project.dataset.table; of the standard export, exists some hours after it was enabled manually",
    },
    {
      key: "detailed_billing_table_id",
      label: "Detailed billing export table",
      secret: false,
      kind: "text",
      note: "project.dataset.table",
    },
    {
      key: "pricing_table_id",
      label: "Pricing export table",
      secret: false,
      kind: "text",
      note: "project.dataset.table",
    },
  ],
  azure: [
    { key: "tenant_id", label: "Tenant ID", secret: false, kind: "text" },
    { key: "client_id", label: "Client ID", secret: false, kind: "text" },
    { key: "client_secret_value", label: "Client secret value", secret: true, kind: "text" },
    { key: "client_secret_id", label: "Client secret ID", secret: false, kind: "text" },
    {
      key: "service_principal_object_id",
      label: "Object ID (service principal)",
      secret: false,
      kind: "text",
      note: "from the page of the enterprise application; roles are assigned to it. Enter this one, unless the platform asks for the application's",
    },
    {
      key: "application_object_id",
      label: "Object ID (application)",
      secret: false,
      kind: "text",
      note: "from the page of the app registration",
    },
    { key: "subscription_id", label: "Subscription ID", secret: false, kind: "text", note: "of the storage account" },
    { key: "storage_account_name", label: "Storage account", secret: false, kind: "text" },
    { key: "container_name", label: "Container", secret: false, kind: "text" },
    {
      key: "actual_cost_path",
      label: "Path of actual costs",
      secret: false,
      kind: "text",
      note: "folder in the container, several separated by commas; the first file arrives within 24 hours of the export's start",
    },
    {
      key: "amortized_cost_path",
      label: "Path of amortized costs",
      secret: false,
      kind: "text",
      note: "folder in the container, in the same order",
    },
    { key: "sas_token", label: "SAS token", secret: true, kind: "text", note: "of the container, to read and list" },
    { key: "connection_string", label: "Connection string", secret: true, kind: "text" },
  ],
  oci: [
    { key: "user_ocid", label: "User OCID", secret: false, kind: "text" },
    { key: "tenancy_ocid", label: "Tenancy OCID", secret: false, kind: "text" },
    { key: "fingerprint", label: "Fingerprint", secret: false, kind: "text", note: "of the API key" },
    { key: "region", label: "Region", secret: false, kind: "text", note: "the tenancy's home region" },
    { key: "private_key_pem", label: "Private key file", secret: true, kind: "file", note: "PEM" },
    { key: "group_name", label: "Group", secret: false, kind: "text" },
    { key: "usage_report_namespace", label: "Usage report namespace", secret: false, kind: "text" },
    {
      key: "usage_report_bucket",
      label: "Usage report bucket",
      secret: false,
      kind: "text",
      note: "Oracle's; a report arrives within 24 hours",
    },
  ],
} as const satisfies Record<Cloud, readonly FieldDefinition[]>;

/** One step of the platform's guide. */
export interface PlatformStep {
  readonly key: string;
  readonly title: string;
  /** Whether the step asks for the integration's fields. */
  readonly wantsFields: boolean;
}

/**
 * Steps of setting up the platform, in order, once per cloud.
 *
 * Source: OniCloud, "Step by step". The page names fields for the Cost Orchestrator only.
 */
export const PLATFORM_STEPS: readonly PlatformStep[] = [
  { key: "create_org", title: "Create an org for the provider in the platform", wantsFields: false },
  { key: "cost_orchestrator", title: "Integrate the Cost Orchestrator in that org", wantsFields: true },
  {
    key: "financial_structure",
    title: "Download, fill in and upload the Financial Structure spreadsheet",
    wantsFields: false,
  },
  { key: "recommendations", title: "Integrate the Recommendations of the provider", wantsFields: false },
];

type Form = typeof PLATFORM_FIELDS;

/** Key of a row of a cloud's form. */
export type FieldKey<C extends keyof Form> = Form[C][number]["key"];

// Secrets with literal text around the credential itself: names of parameters, a question mark, the keys of a JSON.
const COMPOSED: readonly string[] = ["connection_string", "sas_token", "service_account_key_json"];
const LITERAL_CREDENTIAL = /(AccountKey|sig)\s*=\s*[^;&$\s]|PRIVATE KEY/i;

/** Whether a secret is composed around a token, and its literal text contains no credential. */
function isComposed(key: string, value: string): boolean {
  return COMPOSED.includes(key) && Token.isUnresolved(value) && !LITERAL_CREDENTIAL.test(value);
}

/**
 * Rule for the rows of the form that a part fills in. A literal as a secret value is refused: the JSON would contain it.
 *
 * @param keys that the part may have; a row that it does not fill in is omitted
 */
export function fieldValuesRule<C extends Cloud, Key extends FieldKey<C>>(
  cloud: C,
  ...keys: readonly Key[]
): Rule<Readonly<Partial<Record<Key, string>>>, true> {
  const rows: readonly FieldDefinition[] = PLATFORM_FIELDS[cloud];
  const allowed = rows.filter(({ key }) => (keys as readonly string[]).includes(key));
  const problem = ([key, value]: [string, unknown]): string[] => {
    const row = allowed.find((candidate) => candidate.key === key);
    if (row === undefined) {
      return [`the key ${show(key)}`];
    }
    if (value !== undefined && typeof value !== "string") {
      return [`${show(value)} as '${key}'`];
    }
    const literal = value === undefined ? "" : literalPart(value);
    if (row.secret && literal !== "" && !isComposed(key, value ?? "")) {
      return [`a literal ${Token.isUnresolved(value) ? "part " : ""}as '${key}'`];
    }
    return !row.secret && looksLikeSecret(literal) ? [`a secret as '${key}'`] : [];
  };
  const mismatch = (value: object): string | undefined => {
    const problems = Object.entries(value).flatMap(problem);
    return problems.length === 0 ? undefined : `an object with ${problems.join(" and ")}`;
  };
  const names = allowed.map(({ key }) => key).join(", ");
  const must = `have strings for some of ${names}, and unresolved tokens for secrets, because anyone may read the JSON`;
  return { required: true, kind: { type: "object", must, mismatch } };
}

/**
 * Fills in a cloud's rows of the form, in its order. The compiler asks for a value for each row.
 *
 * @param varying rows that depend on the chosen options; a missing value omits its row
 */
export function fillForm<C extends keyof Form, Varying extends FieldKey<C>>(
  cloud: C,
  fixed: Readonly<Record<Exclude<FieldKey<C>, Varying>, string>>,
  varying: Readonly<Partial<Record<Varying, string>>>,
): Field[] {
  const values = { ...fixed, ...varying } as Readonly<Partial<Record<FieldKey<C>, string>>>;
  const rows: readonly (FieldDefinition & { readonly key: FieldKey<C> })[] = PLATFORM_FIELDS[cloud];
  return rows.flatMap((row) => {
    const value = values[row.key];
    return value === undefined ? [] : [{ ...row, value }];
  });
}
