import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import {
  type AzureIdentityFieldKey,
  type AzureStorageFieldKey,
  type IAzureBillingExport,
  type IAzureIdentity,
} from "./interfaces";

/** Separator of the paths in one row, which are in the order of the subscriptions. */
const SEPARATOR = ", ";

/** Fills in the platform's form for Azure. Some rows depend on the kind of identity and storage. */
export function azureFields(identity: IAzureIdentity, billingExport: IAzureBillingExport): Field[] {
  const { storage } = billingExport;
  return fillForm<"azure", AzureIdentityFieldKey | AzureStorageFieldKey>(
    "azure",
    {
      tenant_id: identity.tenantId,
      client_id: identity.clientId,
      service_principal_object_id: identity.servicePrincipalObjectId,
      application_object_id: identity.applicationObjectId,
      subscription_id: storage.subscriptionId,
      storage_account_name: storage.storageAccountName,
      container_name: storage.containerName,
      actual_cost_path: billingExport.actualCostPaths.join(SEPARATOR),
      amortized_cost_path: billingExport.amortizedCostPaths.join(SEPARATOR),
    },
    { ...identity.fieldValues, ...storage.fieldValues },
  );
}
