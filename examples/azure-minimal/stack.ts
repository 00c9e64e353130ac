import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { type AzureAgreement, AzureIntegration } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureMinimalSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription for the storage account. */
  readonly subscriptionId: string;
  /** Region of the storage account, which cannot be changed later. */
  readonly location: string;
  /** Name of the storage account, unique in all of Azure. */
  readonly storageAccountName: string;
  /** Agreement by which Azure is purchased: `EA`, `MCA`, `MPA` or `CSP`. */
  readonly agreement: AzureAgreement;
}

/** Creates everything that the platform's Azure form asks for, from new resources only. */
export class AzureMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureMinimalSettings) {
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
    new AzureIntegration(this, "finops", settings);
  }
}
