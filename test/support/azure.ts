import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type TerraformStack } from "cdktf";
import { type AzureIntegrationProps } from "../../lib/azure/integration";
import { emptyStack } from "./template";

export const TENANT = "99999999-8888-7777-6666-555555555555";
export const SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
export const OTHER_SUBSCRIPTION = "22222222-3333-4444-5555-666666666666";
export const CLIENT = "33333333-4444-5555-6666-777777777777";
export const OWNER = "44444444-5555-6666-7777-888888888888";
export const ENROLLMENT = "1234567";
/** ID of a billing account of a Microsoft Customer Agreement. */
export const MCA_ACCOUNT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee:ffffffff-0000-1111-2222-333333333333_2019-05-31";

/** Kinds of agreements, as errors list them. */
export const AGREEMENTS =
  "EA (Enterprise Agreement), MCA (Microsoft Customer Agreement), MPA (Microsoft Partner Agreement, of the partner), " +
  "CSP (from a partner), PAYG (pay-as-you-go, the Microsoft Online Services Program)";

/** Creates a stack named `billing` with both providers. By default azurerm registers the resource provider of exports. */
export function azureStack({ registered = true }: { readonly registered?: boolean } = {}): TerraformStack {
  const stack = emptyStack();
  new AzureadProvider(stack, "azuread", { tenantId: TENANT });
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: SUBSCRIPTION,
    resourceProvidersToRegister: registered ? ["Microsoft.CostManagementExports"] : undefined,
  });
  return stack;
}

/** Required props of an integration that creates all parts. */
export const MINIMAL = {
  subscriptionId: SUBSCRIPTION,
  location: "westeurope",
  storageAccountName: "acmebillingexport",
  agreement: "MCA",
} as const satisfies AzureIntegrationProps;
