import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { type AzureAgreement, AzureIntegration, AzureStorage } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureExistingStorageSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription of the storage account. */
  readonly subscriptionId: string;
  /** Name of the resource group of the storage account. */
  readonly resourceGroupName: string;
  /** Name of the storage account. */
  readonly storageAccountName: string;
  /** Name of the container for the exports. */
  readonly containerName: string;
  /** Folder in the container that only the exports use. */
  readonly rootFolderPath: string;
  /** Agreement by which Azure is purchased: `EA`, `MCA`, `MPA` or `CSP`. */
  readonly agreement: AzureAgreement;
}

/** Exports to a folder of an existing container. Neither the container nor its storage account is changed. */
export class AzureExistingStorageStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureExistingStorageSettings) {
    super(scope, id);
    const { tenantId, subscriptionId, resourceGroupName, storageAccountName, containerName, ...rest } = settings;
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the secrets and the account's keys.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AzureadProvider(this, "azuread", { tenantId: tenantId });
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId: subscriptionId,
      tenantId: tenantId,
      // Exports need this resource provider in the subscription of the storage account.
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
