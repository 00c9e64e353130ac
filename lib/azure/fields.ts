import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import {
  type AzureIdentityFieldKey,
  type AzureStorageFieldKey,
  type IAzureBillingExport,
  type IAzureIdentity,
} from "./interfaces";

/** Several paths in one row, in the order of the subscriptions. */
const SEPARATOR = ", ";

/** The platform's form for Azure, filled in. Which rows there are depends on the identity and on the storage. */
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
    { ...identity.formValues, ...storage.formValues },
  );
}
