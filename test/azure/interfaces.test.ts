import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import {
  type AzureAgreement,
  AzureIntegration,
  type IAzureBillingExport,
  type IAzureIdentity,
  type IAzureStorage,
} from "cdktf-finops/azure";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { azureStack, CLIENT, OTHER_SUBSCRIPTION, SUBSCRIPTION, TENANT } from "../support/azure";
import { refusal, Template } from "../support/template";

const OBJECT = "55555555-6666-7777-8888-999999999999";
const CONTAINER =
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/own/providers/Microsoft.Storage/storageAccounts/own` +
  "/blobServices/default/containers/own";

/** An application of another program. */
class OwnIdentity extends Construct implements IAzureIdentity {
  readonly finopsInterface = "IAzureIdentity";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = ["The identity is managed elsewhere."];
  readonly clientId = CLIENT;
  readonly applicationObjectId = OBJECT;
  readonly servicePrincipalObjectId = OBJECT;
  readonly fieldValues = {};
  readonly principalKey = CLIENT;
  readonly dependencies = [];
  readonly tenantId = TENANT;
  readonly environment = "public";
}

/** A container of another program. */
class OwnStorage extends Construct implements IAzureStorage {
  readonly finopsInterface = "IAzureStorage";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly storageAccountName = "own";
  readonly containerName = "own";
  readonly containerId = CONTAINER;
  readonly fieldValues = {};
  readonly dependencies = [];
  readonly subscriptionId = SUBSCRIPTION;
  readonly environment = "public";
}

/** Exports of another program. */
class OwnBillingExport extends Construct implements IAzureBillingExport {
  readonly finopsInterface = "IAzureBillingExport";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly storage = new OwnStorage(this, "storage");
  readonly actualCostPaths = ["own/actual"];
  readonly amortizedCostPaths = ["own/amortized"];
  readonly subscriptions = { sandbox: OTHER_SUBSCRIPTION };
  readonly preconditions = [];
}

describe("your own implementation", () => {
  it("of an identity and a storage is accepted by an integration", () => {
    const stack = azureStack();
    const integration = new AzureIntegration(stack, "finops", {
      agreement: "MCA",
      identity: new OwnIdentity(stack, "identity"),
      storage: new OwnStorage(stack, "storage"),
    });
    const template = Template.of(stack);
    expect(template.resourceTypes).toEqual({
      azurerm_role_assignment: 1,
      azurerm_subscription_cost_management_export: 2,
    });
    expect(template.resource("azurerm_role_assignment").principal_id).toBe(OBJECT);
    expect(template.resources("azurerm_subscription_cost_management_export")[0]).toMatchObject({
      export_data_storage_location: { container_id: CONTAINER },
    });
    expect(integration.limitations).toContain("The identity is managed elsewhere.");
  });

  it("of billing exports is accepted, with its own storage", () => {
    const stack = azureStack();
    const billingExport = new OwnBillingExport(stack, "exports");
    const integration = new AzureIntegration(stack, "finops", { billingExport });
    const template = Template.of(stack);
    expect(integration.storage).toBe(billingExport.storage);
    expect(template.resource("azurerm_role_assignment").scope).toBe(`/subscriptions/${OTHER_SUBSCRIPTION}`);
    expect(template.output("finops_actual_cost_path").value).toBe("own/actual");
  });

  it("must be complete, or is refused by the members that it lacks", () => {
    const stack = azureStack();
    const incomplete = Object.assign(new OwnIdentity(stack, "identity"), { tenantId: undefined, principalKey: 7 });
    const identity = incomplete as unknown as IAzureIdentity;
    const storage = new OwnStorage(stack, "storage");
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement: "MCA", identity, storage }))).toBe(
      "AzureIntegration at billing/finops: 'identity' must be an IAzureIdentity, got: the IAzureIdentity at billing/identity whose " +
        "'principalKey' is a number instead of a string, 'tenantId' is missing; for example new AzureIdentity(…), new AzureFederatedIdentity(…) or " +
        "AzureIdentity.fromApplication(…)",
    );
  });

  it("of an identity has its azuread provider validated", () => {
    const stack = azureStack();
    const azureadProvider = new AzureadProvider(stack, "own", { alias: "own", clientSecret: "hunter2" });
    const identity = Object.assign(new OwnIdentity(stack, "identity"), { azureadProvider });
    new AzureIntegration(stack, "finops", { agreement: "MCA", identity, storage: new OwnStorage(stack, "storage") });
    const message = refusal(() => Template.of(stack));
    expect(message).toContain("the azuread provider's 'client_secret' must not be in the program");
    expect(message).not.toContain("hunter2");
  });

  it("of a billing export is refused if its scope is not a billing scope, or if its agreement is unknown", () => {
    const stack = azureStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), {
      billingScope: "/subscriptions/x",
      agreement: "X" as AzureAgreement,
    });
    const message = refusal(() => new AzureIntegration(stack, "finops", { billingExport }));
    expect(message).toContain("'billingScope' is \"/subscriptions/x\" (it must be a billing scope: ");
    expect(message).toContain("'agreement' is \"X\" (it must be one of EA (Enterprise Agreement), ");
  });

  it("of an identity is refused in another tenant than that of the azurerm provider", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", {
      alias: "other",
      features: [{}],
      subscriptionId: SUBSCRIPTION,
      tenantId: OBJECT,
    });
    const storage = Object.assign(new OwnStorage(stack, "storage"), { provider });
    const identity = new OwnIdentity(stack, "identity");
    new AzureIntegration(stack, "finops", { agreement: "MCA", provider, identity, storage });
    expect(refusal(() => Template.of(stack))).toContain(
      `the azurerm provider must be logged in to the tenant of the identity, "${TENANT}", because`,
    );
  });

  it.each([
    ["a path", { a: "../providers/Microsoft.Management/managementGroups/root" }, 'the value of \\"a\\" in'],
    ["a subscription twice", { a: SUBSCRIPTION, b: SUBSCRIPTION }, "must name each subscription once"],
    ["a list", [], "must be an object whose values are strings"],
  ])(
    "of a billing export is refused with %s in place of subscriptions, which would reach a scope",
    (_, value, problem) => {
      const stack = azureStack();
      const billingExport = Object.assign(new OwnBillingExport(stack, "own"), { subscriptions: value });
      expect(
        refusal(() => new AzureIntegration(stack, "finops", { billingExport: billingExport as IAzureBillingExport })),
      ).toMatch(new RegExp(`whose 'subscriptions' is invalid \\(.*${problem}`));
    },
  );

  it("of a storage is refused with a container in another subscription", () => {
    const stack = azureStack();
    const storage = Object.assign(new OwnStorage(stack, "own"), { subscriptionId: OTHER_SUBSCRIPTION });
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement: "MCA", storage }))).toContain(
      "(it must be in the subscription of 'subscriptionId')",
    );
  });

  it("of a billing export is refused if its storage is in another stack", () => {
    const stack = azureStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), {
      storage: new OwnStorage(new TerraformStack(Testing.app(), "elsewhere"), "storage"),
    });
    expect(refusal(() => new AzureIntegration(stack, "finops", { billingExport }))).toBe(
      "AzureIntegration at billing/finops: 'billingExport' must be in the stack of the construct, got: elsewhere/storage; " +
        "create it in billing",
    );
  });

  it.each([
    [
      "containerId",
      `/subscriptions/${SUBSCRIPTION}`,
      "be the ID of a container: /subscriptions/…/storageAccounts/<account>/blobServices/default/containers/<container>",
    ],
    ["subscriptionId", "*", "be the ID of a subscription: lower-case hexadecimal digits and '-'"],
    ["environment", "germany", "be one of public, usgovernment, china"],
  ] as const)("is refused if its '%s' is invalid, which would reach a scope", (member, value, must) => {
    const stack = azureStack();
    const storage = Object.assign(new OwnStorage(stack, "own"), { [member]: value });
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement: "MCA", storage }))).toContain(
      `whose '${member}' is "${value}" (it must ${must})`,
    );
  });

  it("is refused with the default provider of another stack", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(new TerraformStack(Testing.app(), "other"), "provider", { features: [{}] });
    const storage = Object.assign(new OwnStorage(stack, "storage"), { provider });
    new AzureIntegration(stack, "finops", { agreement: "MCA", storage });
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] billing/finops/access: 'provider' must be in the stack of the construct, got: other/provider; create it in billing",
    );
  });

  it.each<[string, string, unknown]>([
    ["clientId", "identity", "*"],
    ["servicePrincipalObjectId", "identity", "*"],
    ["tenantId", "identity", "*"],
    ["environment", "identity", "germany"],
    ["fieldValues", "identity", { client_secret_value: "hunter2" }],
    ["azureadProvider", "identity", {}],
    ["fieldValues", "storage", { sas_token: "hunter2" }],
    ["provider", "storage", {}],
  ])("is refused by the name of an invalid member: %s of the %s", (member, property, value) => {
    const stack = azureStack();
    const parts = {
      identity: new OwnIdentity(stack, "identity"),
      storage: new OwnStorage(stack, "storage"),
      billingExport: new OwnBillingExport(stack, "billingExport"),
    };
    const part = Object.assign(parts[property as keyof typeof parts], { [member]: value });
    expect(refusal(() => new AzureIntegration(stack, "finops", { [property]: part } as never))).toContain(
      `'${property}' must be an ${part.finopsInterface}, got: the ${part.finopsInterface} at ${part.node.path} whose '${member}' is `,
    );
  });
});
