import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AzureIntegration } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureBillingAccountSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription for the storage account. */
  readonly subscriptionId: string;
  /** Region of the storage account, which cannot be changed later. */
  readonly location: string;
  /** Name of the storage account, unique in all of Azure. */
  readonly storageAccountName: string;
  /** Number of the enrollment whose costs are read. */
  readonly billingAccountId: string;
}

/** Exports the costs of all subscriptions of an Enterprise Agreement at once. */
export class AzureBillingAccountStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureBillingAccountSettings) {
    super(scope, id);
    // At the root of the repository, because cdktf empties cdktf.out. The local state is for evaluation only: in production,
    // use a remote, encrypted backend, because the state contains the secrets and the account's keys.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AzureadProvider(this, "azuread", { tenantId: settings.tenantId });
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId: settings.subscriptionId,
      tenantId: settings.tenantId,
      // Exports need this resource provider in the subscription of the storage account.
      resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
    });
    new AzureIntegration(this, "finops", { ...settings, agreement: "EA" });
  }
}
