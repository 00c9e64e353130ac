import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { LocalBackend, TerraformStack } from "cdktf";
import { type AzureAgreement, AzureIntegration } from "cdktf-finops/azure";
import { type Construct } from "constructs";

export interface AzureManySubscriptionsSettings {
  /** ID of the tenant (directory). */
  readonly tenantId: string;
  /** ID of the subscription that gets the storage account. */
  readonly subscriptionId: string;
  /** Where the storage account is, for good: the name of a region. */
  readonly location: string;
  /** Name of the storage account, unique in all of Azure. */
  readonly storageAccountName: string;
  /** ID of a subscription whose costs are read. */
  readonly productionSubscriptionId: string;
  /** ID of another one. */
  readonly developmentSubscriptionId: string;
  /** Name (not display name) of the management group that they are all in. */
  readonly managementGroup: string;
  /** How Azure is bought: `EA`, `MCA`, `MPA` or `CSP`. */
  readonly agreement: AzureAgreement;
}

/** Subscriptions of one tenant: exports of each to one container, and one role for all of them. */
export class AzureManySubscriptionsStack extends TerraformStack {
  constructor(scope: Construct, id: string, settings: AzureManySubscriptionsSettings) {
    super(scope, id);
    const {
      productionSubscriptionId: production,
      developmentSubscriptionId: development,
      managementGroup,
      ...rest
    } = settings;
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
    new AzureIntegration(this, "finops", {
      ...rest,
      subscriptions: { production, development },
      // It holds for all that is below: one role in place of one for each subscription.
      roleScopes: { all: `/providers/Microsoft.Management/managementGroups/${managementGroup}` },
    });
  }
}
