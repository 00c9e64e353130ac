import { AzureBillingExport, type AzureExistingExports, AzureIntegration, AzureStorage } from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { azureStack, SUBSCRIPTION } from "../support/azure";
import { type Block, refusal, Template } from "../support/template";

const storageIn = (stack: TerraformStack): AzureStorage =>
  new AzureStorage(stack, "storage", {
    subscriptionId: SUBSCRIPTION,
    location: "westeurope",
    storageAccountName: "acmebillingexport",
  });

const PATHS = { actualCostPath: "finops/actual", amortizedCostPath: "finops/amortized" };

const make = (stack: TerraformStack, props: object = {}): AzureExistingExports =>
  AzureBillingExport.fromExports(stack, "finops", { storage: storageIn(stack), ...PATHS, ...props });

describe("exports that are there already", () => {
  const stack = azureStack();
  const billingExport = make(stack);

  it("are Azure's and yours: nothing of them is created or read", () => {
    expect(billingExport.node.children).toEqual([]);
    expect(billingExport.node.defaultChild).toBeUndefined();
    expect(Template.of(stack).addresses.filter((address) => address.includes("export"))).toEqual([]);
  });

  it("have their folders handed over as they are", () => {
    expect([billingExport.actualCostPaths, billingExport.amortizedCostPaths]).toEqual([
      ["finops/actual"],
      ["finops/amortized"],
    ]);
  });

  it("are taken for those of the subscription that the storage account is in, where the role is given", () => {
    expect(billingExport.subscriptions).toEqual({ subscription: SUBSCRIPTION });
    expect([billingExport.billingScope, billingExport.agreement]).toEqual([undefined, undefined]);
  });

  it("grant nothing, lack nothing, leave nothing to do, and leave Terraform nothing to check", () => {
    const { permissions, limitations, manualSteps, conditions, node } = billingExport;
    expect([permissions, limitations, manualSteps, conditions, node.metadata]).toEqual(Array(5).fill([]));
  });

  it("may be of subscriptions that the rest of the program knows nothing of: the same folder is not claimed", () => {
    const other = azureStack();
    const storage = storageIn(other);
    AzureBillingExport.fromExports(other, "one", { storage, ...PATHS });
    expect(() => AzureBillingExport.fromExports(other, "two", { storage, ...PATHS })).not.toThrow();
  });

  it("are those of an integration, also where a program can make none", () => {
    const other = azureStack();
    const integration = new AzureIntegration(other, "platform", { billingExport: make(other) });
    expect(integration.billingExport.actualCostPaths).toEqual(["finops/actual"]);
    expect(Template.of(other).resource("azurerm_role_assignment").scope).toBe(`/subscriptions/${SUBSCRIPTION}`);
  });
});

describe("folders of exports that Terraform fills in", () => {
  it("are checked by what is granted, because the exports have no resource of their own", () => {
    const stack = azureStack();
    const actualCostPath = new TerraformVariable(stack, "actual", { type: "string" }).stringValue;
    const billingExport = make(stack, { actualCostPath });
    new AzureIntegration(stack, "platform", { billingExport });
    const { lifecycle } = Template.of(stack).resource("azurerm_role_assignment");
    const must = "AzureBillingExport.fromExports at billing/finops: 'actualCostPath' must";
    const name = "[A-Za-z0-9_-]([A-Za-z0-9._-]*[A-Za-z0-9_-])?";
    expect((lifecycle as Block).precondition).toEqual([
      { condition: '${!can(regex("^/|/$", var.actual))}', error_message: `${must} not begin or end with '/'.` },
      {
        condition: '${can(regex("^[A-Za-z0-9._/-]*$", var.actual))}',
        error_message: `${must} be letters, digits and ._-, with '/' between folders.`,
      },
      {
        condition: `\${can(regex("^${name}(/${name})*$", var.actual))}`,
        error_message: `${must} be letters, digits and ._-, with '/' between folders, each beginning with a letter, a digit, '_' or '-' and not ending with '.'.`,
      },
      { condition: "${(length(var.actual) <= 256)}", error_message: `${must} be at most 256 characters long.` },
    ]);
  });
});

describe("what exports that are there already refuse", () => {
  const token = Token.asString({ ref: "x" });
  const FOLDER = "must be letters, digits and ._-, with '/' between folders";

  it.each<[string, object, string]>([
    [
      "the same folder for actual and amortized costs",
      { actualCostPath: "finops", amortizedCostPath: "finops" },
      `'amortizedCostPath' must be another folder than 'actualCostPath', got: "finops" for both; costs would be counted twice`,
    ],
    [
      "no folder of actual costs",
      { actualCostPath: undefined },
      "'actualCostPath' is required: it must not begin or end with '/'; for example \"finops/actual\"",
    ],
    [
      "no folder of amortized costs",
      { amortizedCostPath: undefined },
      "'amortizedCostPath' is required: it must not begin or end with '/'; for example \"finops/amortized\"",
    ],
    [
      "a path with a slash in front",
      { actualCostPath: "/finops/actual" },
      `'actualCostPath' must not begin or end with '/', got: "/finops/actual"; for example "finops/actual"`,
    ],
    [
      "a path with a slash behind",
      { amortizedCostPath: "finops/" },
      `'amortizedCostPath' must not begin or end with '/', got: "finops/"; for example "finops/amortized"`,
    ],
    [
      "the address of a folder",
      { actualCostPath: "https://acmebillingexport.blob.core.windows.net/exports/finops" },
      `'actualCostPath' ${FOLDER}, got: "https://acmebillingexport.blob.core.windows.net/exports/finops"; for example "finops/actual"`,
    ],
    [
      "a colon beside a token",
      { actualCostPath: `${token}:actual` },
      `'actualCostPath' ${FOLDER}, got: ":actual" beside a token`,
    ],
    [
      "no storage",
      { storage: undefined },
      "'storage' is required: it must be an AzureStorage; for example new AzureStorage(…) or AzureStorage.fromContainer(…)",
    ],
    [
      "a container by its name",
      { storage: "cost-exports" },
      `'storage' must be an AzureStorage, got: "cost-exports"; for example new AzureStorage(…) or AzureStorage.fromContainer(…)`,
    ],
    [
      "subscriptions, which are not known here",
      { subscriptions: { production: SUBSCRIPTION } },
      `"subscriptions" is not a known property; known are storage, actualCostPath, amortizedCostPath`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => make(stack, props))).toBe(`AzureBillingExport.fromExports at billing/finops: ${problem}`);
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a container of another stack", () => {
    const storage = storageIn(azureStack());
    const stack = new TerraformStack(Testing.app(), "other");
    expect(refusal(() => AzureBillingExport.fromExports(stack, "finops", { storage, ...PATHS }))).toBe(
      "AzureBillingExport.fromExports at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; make one in other",
    );
  });
});
