import {
  type AzureAccessProps,
  AzureBillingExport,
  AzureIntegration,
  AzureStorage,
  type IAzureBillingExport,
} from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { azureStack, SUBSCRIPTION } from "../support/azure";
import { type Block, problemsOf, refusal, Template } from "../support/template";

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

const create = (stack: TerraformStack, props: object = {}): IAzureBillingExport =>
  AzureBillingExport.fromExports(stack, "finops", { storage: storageIn(stack), ...PATHS, ...props });

describe("existing exports", () => {
  const stack = azureStack();
  const billingExport = create(stack);

  it("create and read nothing", () => {
    expect(billingExport.node.children).toEqual([]);
    expect(billingExport.node.defaultChild).toBeUndefined();
    expect(Template.of(stack).addresses.filter((address) => address.includes("export"))).toEqual([]);
  });

  it("return the given folders, with actual and amortized costs in the same order", () => {
    expect([billingExport.actualCostPaths, billingExport.amortizedCostPaths]).toEqual([
      ["finops/production/actual", "finops/test/actual"],
      ["finops/production/amortized", "finops/test/amortized"],
    ]);
  });

  it("have no known subscriptions, billing scope or agreement", () => {
    expect(billingExport.subscriptions).toEqual({});
    expect([billingExport.billingScope, billingExport.agreement]).toEqual([undefined, undefined]);
  });

  it("report as a limitation that their scope is unknown, and nothing else", () => {
    const { permissions, limitations, manualSteps, preconditions } = billingExport;
    expect([permissions, manualSteps, preconditions]).toEqual(Array(3).fill([]));
    expect(limitations).toEqual([
      "The program does not manage the exports, and does not know whether they are active or which costs they cover. The role is assigned on the subscription of the storage account, unless 'roleScopes' names other scopes.",
    ]);
  });

  it("can share a folder with other existing exports", () => {
    const other = azureStack();
    const storage = storageIn(other);
    AzureBillingExport.fromExports(other, "one", { storage, ...PATHS });
    AzureBillingExport.fromExports(other, "two", { storage, ...PATHS });
    expect(problemsOf(other)).toBe("");
  });

  it("fill in the form of an integration, which reports their limitation", () => {
    const other = azureStack();
    const integration = new AzureIntegration(other, "platform", { billingExport: create(other) });
    expect(integration.fields.find(({ key }) => key === "actual_cost_path")?.value).toBe(
      "finops/production/actual, finops/test/actual",
    );
    expect(integration.limitations).toEqual(billingExport.limitations);
  });

  it("get the role assigned on the subscription of the storage account, unless 'roleScopes' is set", () => {
    const scopesOf = (roleScopes?: AzureAccessProps["roleScopes"]): unknown[] => {
      const other = azureStack();
      new AzureIntegration(other, "platform", { billingExport: create(other), roleScopes });
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

describe("preconditions for unresolved tokens", () => {
  it("check the folders on the role assignment, because existing exports have no resource", () => {
    const stack = azureStack();
    const production = new TerraformVariable(stack, "actual", { type: "string" }).stringValue;
    const billingExport = create(stack, { actualCostPaths: { ...PATHS.actualCostPaths, production } });
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

describe("validation of existing exports", () => {
  const token = Token.asString({ ref: "x" });
  const MUST = "must not begin or end with '/'";
  const FOLDER = "must be letters, digits and ._-, with '/' between folders";
  const DISTINCT_FOLDERS =
    "'actualCostPaths' and 'amortizedCostPaths' must name different folders, none inside another";
  const SAME_KEYS = "'actualCostPaths' and 'amortizedCostPaths' must have the same names";
  const actual = (production: string): object => ({ actualCostPaths: { ...PATHS.actualCostPaths, production } });
  const ofProduction = (property: string): string => `the value of "production" in '${property}'`;

  it.each<[string, object, string]>([
    [
      "the same folder for actual and amortized costs",
      actual("finops/production/amortized"),
      `${DISTINCT_FOLDERS}, got: "finops/production/amortized" twice; costs would be counted twice`,
    ],
    [
      "the same folder for two exports of actual costs",
      actual("finops/test/actual"),
      `${DISTINCT_FOLDERS}, got: "finops/test/actual" twice; costs would be counted twice`,
    ],
    [
      "a folder that contains another",
      actual("finops/test"),
      `${DISTINCT_FOLDERS}, got: "finops/test/actual" inside another; costs would be counted twice`,
    ],
    [
      "actual costs without amortized costs",
      { amortizedCostPaths: { test: "b" } },
      `${SAME_KEYS}, got: "production" in one of them only`,
    ],
    [
      "amortized costs without actual costs",
      { actualCostPaths: { test: "a" } },
      `${SAME_KEYS}, got: "production" in one of them only`,
    ],
    [
      "empty maps of folders",
      { actualCostPaths: {}, amortizedCostPaths: {} },
      "'actualCostPaths' must name a folder, got: none",
    ],
    [
      "missing folders of actual costs",
      { actualCostPaths: undefined },
      "'actualCostPaths' is required: it must be an object whose values are strings; for example { production: \"finops/actual\" }",
    ],
    [
      "a folder without a key",
      { amortizedCostPaths: "finops/amortized" },
      `'amortizedCostPaths' must be an object whose values are strings, got: "finops/amortized"; for example { production: "finops/amortized" }`,
    ],
    [
      "a path with a leading slash",
      actual("/finops/actual"),
      `${ofProduction("actualCostPaths")} ${MUST}, got: "/finops/actual"`,
    ],
    [
      "a colon beside a token",
      actual(`${token}:actual`),
      `${ofProduction("actualCostPaths")} ${FOLDER}, got: ":actual" beside a token`,
    ],
    [
      "a missing storage",
      { storage: undefined },
      "'storage' is required: it must be an IAzureStorage; for example new AzureStorage(…) or AzureStorage.fromContainer(…)",
    ],
    [
      "the name of a container as the storage",
      { storage: "cost-exports" },
      `'storage' must be an IAzureStorage, got: "cost-exports"; for example new AzureStorage(…) or AzureStorage.fromContainer(…)`,
    ],
    [
      "subscriptions, because those of existing exports are unknown",
      { subscriptions: { production: SUBSCRIPTION } },
      `"subscriptions" is not a known property; known are storage, actualCostPaths, amortizedCostPaths`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => create(stack, props))).toBe(`AzureBillingExport.fromExports at billing/finops: ${problem}`);
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a storage in another stack", () => {
    const storage = storageIn(azureStack());
    const stack = new TerraformStack(Testing.app(), "other");
    expect(refusal(() => AzureBillingExport.fromExports(stack, "finops", { storage, ...PATHS }))).toBe(
      "AzureBillingExport.fromExports at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; create it in other",
    );
  });
});
