import { outputsOf } from "../floor-outputs";

export const createOutputs = outputsOf("gcp", [
  { key: "service_account_email", label: "Service account e-mail", secret: false, kind: "text" },
  { key: "service_account_key_json", label: "Service account key", secret: true, kind: "file", note: "JSON" },
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
]);
