import { type ManualStep, outputsOf } from "../floor-outputs";

export const createOutputs = outputsOf(
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
    "Costs are exported per subscription: costs that belong to no subscription are missing, such as shared reservations and savings plans, and support plans.",
  ],
);

/** Manual step that rotates the client secret. */
export function secretRotationStep(values: ManualStep["values"]): ManualStep {
  return {
    key: "renew_client_secret",
    title: "Rotate the client secret before it expires, and enter the new one into the platform's form",
    why: "Once it has expired, the platform cannot log in, and Azure sends no warning.",
    link: "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address",
    values,
    check: "The application's page shows a secret that expires later, and the platform still reads the data.",
  };
}

/** Manual step that rotates the SAS token. */
export function sasRotationStep(values: ManualStep["values"]): ManualStep {
  return {
    key: "renew_sas_token",
    title: "Rotate the SAS token before it expires, and enter the new one into the platform's form",
    why: "Once it has expired, the platform cannot read the exports, and Azure sends no warning.",
    link: "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address",
    values,
    check: "The platform still reads the exports after that day.",
  };
}
