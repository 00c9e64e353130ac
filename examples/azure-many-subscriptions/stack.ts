import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { type AzureAgreement, AzureIntegration } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureManySubscriptionsSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription for the storage account. */
  readonly subscriptionId: string;
  /** Region of the storage account, which cannot be changed later. */
  readonly location: string;
  /** Name of the storage account, unique in all of Azure. */
  readonly storageAccountName: string;
  /** ID of the first subscription whose costs are read. */
  readonly productionSubscriptionId: string;
  /** ID of the second subscription whose costs are read. */
  readonly developmentSubscriptionId: string;
  /** Name (not display name) of the management group that contains all subscriptions. */
  readonly managementGroup: string;
  /** Agreement by which Azure is purchased: `EA`, `MCA`, `MPA` or `CSP`. */
  readonly agreement: AzureAgreement;
}

/** Exports the costs of several subscriptions of one tenant to one container, with a single role assignment for all. */
export class AzureManySubscriptionsStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureManySubscriptionsSettings) {
    super(scope, id);
    const {
      productionSubscriptionId: production,
      developmentSubscriptionId: development,
      managementGroup,
      ...rest
    } = settings;
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
    new AzureIntegration(this, "finops", {
      ...rest,
      subscriptions: { production, development },
      // Subscriptions inherit it: one role assignment in place of one per subscription.
      roleScopes: { all: `/providers/Microsoft.Management/managementGroups/${managementGroup}` },
    });
  }
}
