import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { type AzureAgreement, AzureIntegration, AzureStorage } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureExistingStorageSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription that the storage account is in. */
  readonly subscriptionId: string;
  /** Name of the resource group that it is in. */
  readonly resourceGroupName: string;
  /** Name of the storage account. */
  readonly storageAccountName: string;
  /** Name of the container that the exports go to. */
  readonly containerName: string;
  /** Folder in it that is for them alone. */
  readonly rootFolderPath: string;
  /** How Azure is bought: `EA`, `MCA`, `MPA` or `CSP`. */
  readonly agreement: AzureAgreement;
}

/** A container that is there already: exports go to a folder of it, and nothing of it or of its account is changed. */
export class AzureExistingStorageStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureExistingStorageSettings) {
    super(scope, id);
    const { tenantId, subscriptionId, resourceGroupName, storageAccountName, containerName, ...rest } = settings;
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote,
    // encrypted backend: the state holds the secrets and the account's keys.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AzureadProvider(this, "azuread", { tenantId: tenantId });
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId: subscriptionId,
      tenantId: tenantId,
      // What exports need, in the subscription of the storage account.
      resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
    });
    const storage = AzureStorage.fromContainer(this, "container", {
      subscriptionId,
      resourceGroupName,
      storageAccountName,
      containerName,
    });
    new AzureIntegration(this, "finops", { tenantId, storage, ...rest });
  }
}
