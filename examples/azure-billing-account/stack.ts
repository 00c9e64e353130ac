import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { AzureIntegration } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureBillingAccountSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription that gets the storage account. */
  readonly subscriptionId: string;
  /** Where the storage account is, for good: the name of a region. */
  readonly location: string;
  /** Name of the storage account, unique in all of Azure. */
  readonly storageAccountName: string;
  /** Number of the enrollment whose costs are read, all of them. */
  readonly billingAccountId: string;
}

/** An Enterprise Agreement: the costs of all of its subscriptions by one export. */
export class AzureBillingAccountStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureBillingAccountSettings) {
    super(scope, id);
    // At the root of the repository, not in cdktf.out, which cdktf empties. For more than a trial use a remote,
    // encrypted backend: the state holds the secrets and the account's keys.
    new LocalBackend(this, { path: `../../../${id}.tfstate` });
    new AzureadProvider(this, "azuread", { tenantId: settings.tenantId });
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      subscriptionId: settings.subscriptionId,
      tenantId: settings.tenantId,
      // What exports need, in the subscription of the storage account.
      resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
    });
    new AzureIntegration(this, "finops", { ...settings, agreement: "EA" });
  }
}
