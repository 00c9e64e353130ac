import { type ManualStep, outputsOf } from "../floor-outputs";

export const makeOutputs = outputsOf(
  "azure",
  [
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
  [
    "Costs are exported by subscription: what belongs to none of them is missing, such as reservations and savings plans that are shared, and support plans.",
  ],
);

/** What is left to do for the client secret. */
export function renewSecret(values: ManualStep["values"]): ManualStep {
  return {
    key: "renew_client_secret",
    title: "Make the client secret anew before it ends, and enter it into the platform's form again",
    why: "From that day on the platform is shut out, and Azure warns nobody.",
    link: "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address",
    values,
    check: "The page of the application shows a secret with a later end, and the platform reads on.",
  };
}

/** What is left to do for the SAS token. */
export function renewSas(values: ManualStep["values"]): ManualStep {
  return {
    key: "renew_sas_token",
    title: "Make the SAS token anew before it ends, and enter it into the platform's form again",
    why: "From that day on the platform cannot read the exports, and Azure warns nobody.",
    link: "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address",
    values,
    check: "The platform reads on after that day.",
  };
}
