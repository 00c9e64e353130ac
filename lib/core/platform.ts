import { Token } from "cdktf";
import { type Field, type FieldDefinition } from "./field";
import { type Rule } from "./rules";
import { looksLikeSecret, show } from "./show";
import { literalPart } from "./tokens";

/** A cloud that the platform reads. */
export type Cloud = "aws" | "azure" | "gcp" | "oci";

/** A row whose value is typed. */
const text = <Key extends string>(key: Key, label: string, note?: string): FieldDefinition & { readonly key: Key } => ({
  key,
  label,
  secret: false,
  kind: "text",
  ...(note === undefined ? {} : { note }),
});
const secret: typeof text = (...row) => ({ ...text(...row), secret: true });
const secretFile: typeof text = (...row) => ({ ...secret(...row), kind: "file" });

/**
 * Rows of the platform's form per cloud, in its order. Keys and labels are a contract with the readers of the outputs.
 *
 * Source: OniCloud, "Integration Prerequisites" and "Key Steps".
 */
export const PLATFORM_FIELDS = {
  aws: [
    text("account_id", "Payer account ID"),
    text("user_arn", "IAM user ARN"),
    text("access_key_id", "Access key ID"),
    secret("secret_access_key", "Secret access key"),
    text("role_arn", "IAM role ARN", "in place of user and access key"),
    text("external_id", "External ID", "of the role"),
    text("bucket_name", "Bucket name"),
    text("bucket_region", "Bucket region"),
    text("bucket_path", "Bucket path", "s3://bucket/prefix/report; the first report arrives within 24 hours"),
    text("report_name", "Report name"),
    text("report_arn", "Report ARN"),
  ],
  gcp: [
    text("service_account_email", "Service account e-mail"),
    secretFile("service_account_key_json", "Service account key", "JSON"),
    text("workload_identity_provider", "Workload identity provider", "in place of the key"),
    text("organization_id", "Organization ID"),
    text("billing_account_id", "Billing account ID"),
    text("project_id", "Project ID", "of the dataset; queries run there"),
    text("dataset_id", "Dataset"),
    text("dataset_location", "Dataset location"),
    text(
      "billing_table_id",
      "Billing export table",
      "project.dataset.table; of the standard export, exists some hours after it was enabled manually",
    ),
    text("detailed_billing_table_id", "Detailed billing export table", "project.dataset.table"),
    text("pricing_table_id", "Pricing export table", "project.dataset.table"),
  ],
  azure: [
    text("tenant_id", "Tenant ID"),
    text("client_id", "Client ID"),
    secret("client_secret_value", "Client secret value"),
    text("client_secret_id", "Client secret ID"),
    text(
      "service_principal_object_id",
      "Object ID (service principal)",
      "from the page of the enterprise application; roles are assigned to it. Enter this one, unless the platform asks for the application's",
    ),
    text("application_object_id", "Object ID (application)", "from the page of the app registration"),
    text("subscription_id", "Subscription ID", "of the storage account"),
    text("storage_account_name", "Storage account"),
    text("container_name", "Container"),
    text(
      "actual_cost_path",
      "Path of actual costs",
      "folder in the container, several separated by commas; the first file arrives within 24 hours of the export's start",
    ),
    text("amortized_cost_path", "Path of amortized costs", "folder in the container, in the same order"),
    secret("sas_token", "SAS token", "of the container, to read and list"),
    secret("connection_string", "Connection string"),
  ],
  oci: [
    text("user_ocid", "User OCID"),
    text("tenancy_ocid", "Tenancy OCID"),
    text("fingerprint", "Fingerprint", "of the API key"),
    text("region", "Region", "the tenancy's home region"),
    secretFile("private_key_pem", "Private key file", "PEM"),
    text("group_name", "Group"),
    text("usage_report_namespace", "Usage report namespace"),
    text("usage_report_bucket", "Usage report bucket", "Oracle's; a report arrives within 24 hours"),
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
