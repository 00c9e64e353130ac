import {
  type AzureAccessProps,
  AzureBillingExport,
  AzureIntegration,
  AzureStorage,
  type IAzureBillingExport,
} from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { azureStack, SUBSCRIPTION } from "../support/azure";
import { type Block, refusal, Template } from "../support/template";

const storageIn = (stack: TerraformStack): AzureStorage =>
  new AzureStorage(stack, "storage", {
    subscriptionId: SUBSCRIPTION,
    location: "westeurope",
    storageAccountName: "acmebillingexport",
  });

const PATHS = {
  actualCostPaths: { production: "finops/production/actual", test: "finops/test/actual" },
  amortizedCostPaths: { test: "finops/test/amortized", production: "finops/production/amortized" },
};

const make = (stack: TerraformStack, props: object = {}): IAzureBillingExport =>
  AzureBillingExport.fromExports(stack, "finops", { storage: storageIn(stack), ...PATHS, ...props });

describe("exports that are there already", () => {
  const stack = azureStack();
  const billingExport = make(stack);

  it("are Azure's and yours: nothing of them is created or read", () => {
    expect(billingExport.node.children).toEqual([]);
    expect(billingExport.node.defaultChild).toBeUndefined();
    expect(Template.of(stack).addresses.filter((address) => address.includes("export"))).toEqual([]);
  });

  it("have their folders handed over as they are, those of both costs in one order", () => {
    expect([billingExport.actualCostPaths, billingExport.amortizedCostPaths]).toEqual([
      ["finops/production/actual", "finops/test/actual"],
      ["finops/production/amortized", "finops/test/amortized"],
    ]);
  });

  it("are of nobody knows which subscriptions", () => {
    expect(billingExport.subscriptions).toEqual({});
    expect([billingExport.billingScope, billingExport.agreement]).toEqual([undefined, undefined]);
  });

  it("grant nothing, lack nothing, leave nothing to do, and leave Terraform nothing to check", () => {
    const { permissions, limitations, manualSteps, conditions } = billingExport;
    expect([permissions, manualSteps, conditions]).toEqual(Array(3).fill([]));
    expect(limitations).toEqual([
      "The program does not manage the exports, and does not know whether they are active or which costs they cover. The role is assigned on the subscription of the storage account, unless 'roleScopes' names other scopes.",
    ]);
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
    expect(integration.fields.find(({ key }) => key === "actual_cost_path")?.value).toBe(
      "finops/production/actual, finops/test/actual",
    );
    expect(integration.limitations).toEqual(billingExport.limitations);
  });

  it("have the role given on the subscription of the storage account, unless told otherwise", () => {
    const scopesOf = (roleScopes?: AzureAccessProps["roleScopes"]): unknown[] => {
      const other = azureStack();
      new AzureIntegration(other, "platform", { billingExport: make(other), roleScopes });
      return Template.of(other)
        .resources("azurerm_role_assignment")
        .map(({ scope }) => scope);
    };
    expect(scopesOf()).toEqual([`/subscriptions/${SUBSCRIPTION}`]);
    expect(scopesOf({ all: "/providers/Microsoft.Management/managementGroups/acme" })).toEqual([
      "/providers/Microsoft.Management/managementGroups/acme",
    ]);
  });
});

describe("folders of exports that Terraform fills in", () => {
  it("are checked by what is granted, because the exports have no resource of their own", () => {
    const stack = azureStack();
    const production = new TerraformVariable(stack, "actual", { type: "string" }).stringValue;
    const billingExport = make(stack, { actualCostPaths: { ...PATHS.actualCostPaths, production } });
    new AzureIntegration(stack, "platform", { billingExport });
    const { lifecycle } = Template.of(stack).resource("azurerm_role_assignment");
    const must = "AzureBillingExport.fromExports at billing/finops: 'production' of 'actualCostPaths' must";
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
  const MUST = "must not begin or end with '/'";
  const FOLDER = "must be letters, digits and ._-, with '/' between folders";
  const APART = "'actualCostPaths' and 'amortizedCostPaths' must name different folders, none inside another";
  const NAMES = "'actualCostPaths' and 'amortizedCostPaths' must have the same names";
  const actual = (production: string): object => ({ actualCostPaths: { ...PATHS.actualCostPaths, production } });
  const ofProduction = (property: string): string => `the value of "production" in '${property}'`;

  it.each<[string, object, string]>([
    [
      "one folder for the actual and the amortized costs",
      actual("finops/production/amortized"),
      `${APART}, got: "finops/production/amortized" twice; costs would be counted twice`,
    ],
    [
      "one folder for two exports of actual costs",
      actual("finops/test/actual"),
      `${APART}, got: "finops/test/actual" twice; costs would be counted twice`,
    ],
    [
      "a folder that another one is in",
      actual("finops/test"),
      `${APART}, got: "finops/test/actual" inside another; costs would be counted twice`,
    ],
    [
      "actual costs without amortized ones",
      { amortizedCostPaths: { test: "b" } },
      `${NAMES}, got: "production" in one of them only`,
    ],
    [
      "amortized costs without actual ones",
      { actualCostPaths: { test: "a" } },
      `${NAMES}, got: "production" in one of them only`,
    ],
    ["no folder", { actualCostPaths: {}, amortizedCostPaths: {} }, "'actualCostPaths' must name a folder, got: none"],
    [
      "no folders of actual costs",
      { actualCostPaths: undefined },
      "'actualCostPaths' is required: it must be an object whose values are strings; for example { production: \"finops/actual\" }",
    ],
    [
      "a folder without a name",
      { amortizedCostPaths: "finops/amortized" },
      `'amortizedCostPaths' must be an object whose values are strings, got: "finops/amortized"; for example { production: "finops/amortized" }`,
    ],
    [
      "a path with a slash in front",
      actual("/finops/actual"),
      `${ofProduction("actualCostPaths")} ${MUST}, got: "/finops/actual"`,
    ],
    [
      "a path with a slash behind",
      { amortizedCostPaths: { ...PATHS.amortizedCostPaths, production: "finops/" } },
      `${ofProduction("amortizedCostPaths")} ${MUST}, got: "finops/"`,
    ],
    [
      "the address of a folder",
      actual("https://acmebillingexport.blob.core.windows.net/exports/finops"),
      `${ofProduction("actualCostPaths")} ${FOLDER}, got: "https://acmebillingexport.blob.core.windows.net/exports/finops"`,
    ],
    [
      "a colon beside a token",
      actual(`${token}:actual`),
      `${ofProduction("actualCostPaths")} ${FOLDER}, got: ":actual" beside a token`,
    ],
    [
      "no storage",
      { storage: undefined },
      "'storage' is required: it must be an IAzureStorage; for example new AzureStorage(…) or AzureStorage.fromContainer(…)",
    ],
    [
      "a container by its name",
      { storage: "cost-exports" },
      `'storage' must be an IAzureStorage, got: "cost-exports"; for example new AzureStorage(…) or AzureStorage.fromContainer(…)`,
    ],
    [
      "subscriptions, which are not known here",
      { subscriptions: { production: SUBSCRIPTION } },
      `"subscriptions" is not a known property; known are storage, actualCostPaths, amortizedCostPaths`,
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
      "AzureBillingExport.fromExports at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; create it in other",
    );
  });
});
