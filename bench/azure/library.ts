import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformStack } from "cdktf";
import { AzureIntegration } from "cdktf-finops/azure";
import { SUBSCRIPTION, subscriptionsOf } from "./subscriptions";

export function build(stack: TerraformStack, count: number): void {
  createProviders(stack);
  for (let index = 0; index < count; index += 1) {
    onboard(stack, `finops${index}`, `acmebilling${index}`);
  }
}

/** One integration with this number of subscriptions. */
export function buildWide(stack: TerraformStack, count: number): void {
  createProviders(stack);
  onboard(stack, "finops", "acmebilling", subscriptionsOf(count));
}

function createProviders(stack: TerraformStack): void {
  new AzureadProvider(stack, "azuread");
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: SUBSCRIPTION,
    resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
  });
}

function onboard(
  stack: TerraformStack,
  id: string,
  storageAccountName: string,
  subscriptions?: Record<string, string>,
): void {
  new AzureIntegration(stack, id, {
    subscriptionId: SUBSCRIPTION,
    location: "westeurope",
    storageAccountName,
    agreement: "MCA",
    subscriptions,
  });
}
