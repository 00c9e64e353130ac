import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { type AzureAgreement, AzureIntegration } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureMinimalSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription that gets the storage account. */
  readonly subscriptionId: string;
  /** Where the storage account is, for good: the name of a region. */
  readonly location: string;
  /** Name of the storage account, unique in all of Azure. */
  readonly storageAccountName: string;
  /** How Azure is bought: `EA`, `MCA`, `MPA` or `CSP`. */
  readonly agreement: AzureAgreement;
}

/** The straight path: everything the platform's Azure form asks for, with nothing that already exists. */
export class AzureMinimalStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureMinimalSettings) {
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
    new AzureIntegration(this, "finops", settings);
  }
}
