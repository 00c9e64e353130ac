import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import { type GcpAccess } from "./access";
import { type GcpIdentityFieldKey, type IGcpBillingExport, type IGcpIdentity } from "./interfaces";

/**
 * Fills in the platform's form for GCP. The rows depend on the identity, on the exports, and on whether an organization is
 * set.
 */
export function gcpFields(
  identity: IGcpIdentity,
  billingExport: IGcpBillingExport,
  { organizationId }: GcpAccess,
): Field[] {
  const { storage, billingAccountId, tableIds } = billingExport;
  return fillForm<"gcp", GcpIdentityFieldKey | "organization_id" | "detailed_billing_table_id" | "pricing_table_id">(
    "gcp",
    {
      service_account_email: identity.email,
      billing_account_id: billingAccountId,
      project_id: storage.projectId,
      dataset_id: storage.datasetId,
      dataset_location: storage.datasetLocation,
      billing_table_id: tableIds.STANDARD,
    },
    {
      ...identity.fieldValues,
      organization_id: organizationId,
      detailed_billing_table_id: tableIds.DETAILED,
      pricing_table_id: tableIds.PRICING,
    },
  );
}
