import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformStack } from "cdktf";
import { AzureIntegration } from "cdktf-finops/azure";

const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";

export function build(stack: TerraformStack, count: number): void {
  new AzureadProvider(stack, "azuread");
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: SUBSCRIPTION,
    resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
  });
  for (let index = 0; index < count; index += 1) {
    new AzureIntegration(stack, `finops${index}`, {
      subscriptionId: SUBSCRIPTION,
      location: "westeurope",
      storageAccountName: `acmebilling${index}`,
      agreement: "MCA",
    });
  }
}
