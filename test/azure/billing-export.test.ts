import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  AzureBillingExport,
  type AzureBillingExportProps,
  AzureIntegration,
  AzureStorage,
  type AzureStorageProps,
  type IAzureStorage,
} from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import {
  AGREEMENTS,
  azureStack,
  ENROLLMENT,
  MCA_ACCOUNT,
  MINIMAL,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
} from "../support/azure";
import { type Block, emptyStack, problemsOf, refusal, Template } from "../support/template";

const STORAGE = { subscriptionId: SUBSCRIPTION, location: "westeurope", storageAccountName: "acmebillingexport" };

const storageIn = (stack: TerraformStack, props: Partial<AzureStorageProps> = {}): AzureStorage =>
  new AzureStorage(stack, "storage", { ...STORAGE, ...props });

const exportIn = (stack: TerraformStack, props: Partial<AzureBillingExportProps> = {}): AzureBillingExport =>
  new AzureBillingExport(stack, "finops", { agreement: "MCA", ...props, storage: props.storage ?? storageIn(stack) });

const exportOf = (props?: Partial<AzureBillingExportProps>): AzureBillingExport => exportIn(azureStack(), props);

const OF_SUBSCRIPTION = "azurerm_subscription_cost_management_export";
const OF_ACCOUNT = "azurerm_billing_account_cost_management_export";

const foldersOf = (exports: readonly Block[]): unknown[] =>
  exports.map((block) => (block.export_data_storage_location as Block).root_folder_path);

const warningsOf = ({ node }: AzureBillingExport): [string, string][] =>
  node.metadata.map(({ type, data }) => [type, data as string]);

const variable = (stack: TerraformStack, name: string): string =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;

const START = `\${formatdate("YYYY-MM-DD'T'00:00:00Z", timeadd(plantimestamp(), "48h"))}`;
const IGNORED = ["recurrence_period_start_date", "recurrence_period_end_date"];

describe("the exports of a subscription", () => {
  const stack = azureStack();
  const billingExport = exportIn(stack);
  const template = Template.of(stack);
  const [actual, amortized] = template.resources(OF_SUBSCRIPTION);
  const container_id = `\${${template.address("azurerm_storage_container")}.id}`;
  const common = {
    subscription_id: `/subscriptions/${SUBSCRIPTION}`,
    recurrence_type: "Daily",
    recurrence_period_start_date: START,
    recurrence_period_end_date: "2050-02-01T00:00:00Z",
    lifecycle: { ignore_changes: IGNORED },
  };

  it("are of actual and of amortized costs, daily, of the month so far, to the container by its ID", () => {
    expect(template.resources(OF_SUBSCRIPTION)).toHaveLength(2);
    expect(actual).toEqual({
      ...common,
      name: "billingfinopsactual",
      export_data_options: { type: "ActualCost", time_frame: "MonthToDate" },
      export_data_storage_location: { container_id, root_folder_path: `billing-finops/${SUBSCRIPTION}/actual` },
    });
    expect(amortized).toEqual({
      ...common,
      name: "billingfinopsamortized",
      export_data_options: { type: "AmortizedCost", time_frame: "MonthToDate" },
      export_data_storage_location: { container_id, root_folder_path: `billing-finops/${SUBSCRIPTION}/amortized` },
    });
  });

  it("begin a day after the plan at least, and stay as they are in each later one", () => {
    // 00:00 of the day that is 48 hours after the plan is never less than 24 hours after it.
    expect(actual?.recurrence_period_start_date).toBe(START);
    expect([actual, amortized].map((block) => block?.lifecycle)).toEqual([
      { ignore_changes: IGNORED },
      { ignore_changes: IGNORED },
    ]);
  });

  it("are of the subscription that the storage account is in, if none is named", () => {
    expect(billingExport.subscriptions).toEqual({ subscription: SUBSCRIPTION });
    expect(billingExport.billingScope).toBeUndefined();
  });

  it("have the folders that are handed over", () => {
    expect(billingExport.actualCostPaths).toEqual([`billing-finops/${SUBSCRIPTION}/actual`]);
    expect(billingExport.amortizedCostPaths).toEqual([`billing-finops/${SUBSCRIPTION}/amortized`]);
  });

  it("lists the export of actual costs first, and none is the default child", () => {
    expect(billingExport.exports.map(({ nameInput }) => nameInput)).toEqual([
      "billingfinopsactual",
      "billingfinopsamortized",
    ]);
    expect(billingExport.node.defaultChild).toBeUndefined();
  });

  it("grant nothing", () => {
    expect([billingExport.permissions, billingExport.conditions]).toEqual([[], []]);
  });
});

describe("the exports of several subscriptions", () => {
  const subscriptions = { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION };
  const stack = azureStack();
  const billingExport = exportIn(stack, { subscriptions });
  const template = Template.of(stack);
  const exports = template.resources(OF_SUBSCRIPTION);

  it("are two of each, in a folder by its ID", () => {
    expect(exports.map(({ subscription_id }) => subscription_id)).toEqual([
      `/subscriptions/${SUBSCRIPTION}`,
      `/subscriptions/${SUBSCRIPTION}`,
      `/subscriptions/${OTHER_SUBSCRIPTION}`,
      `/subscriptions/${OTHER_SUBSCRIPTION}`,
    ]);
    expect(foldersOf(exports)).toEqual([
      `billing-finops/${SUBSCRIPTION}/actual`,
      `billing-finops/${SUBSCRIPTION}/amortized`,
      `billing-finops/${OTHER_SUBSCRIPTION}/actual`,
      `billing-finops/${OTHER_SUBSCRIPTION}/amortized`,
    ]);
    expect(billingExport.actualCostPaths).toEqual([
      `billing-finops/${SUBSCRIPTION}/actual`,
      `billing-finops/${OTHER_SUBSCRIPTION}/actual`,
    ]);
    expect(billingExport.amortizedCostPaths).toEqual([
      `billing-finops/${SUBSCRIPTION}/amortized`,
      `billing-finops/${OTHER_SUBSCRIPTION}/amortized`,
    ]);
    expect(billingExport.subscriptions).toEqual(subscriptions);
  });

  it("have names that are the same in each, as they are unique there", () => {
    expect(exports.map(({ name }) => name)).toEqual([
      "billingfinopsactual",
      "billingfinopsamortized",
      "billingfinopsactual",
      "billingfinopsamortized",
    ]);
  });

  it("wait for none of the others, so that any of them can be replaced or taken out", () => {
    expect(exports.filter((block) => "depends_on" in block)).toEqual([]);
  });

  it("keep their addresses when another subscription comes before them", () => {
    const other = azureStack();
    exportIn(other, { subscriptions: { sandbox: OTHER_SUBSCRIPTION } });
    const addresses = Template.of(other).addresses.filter((address) => address.startsWith(OF_SUBSCRIPTION));
    expect(addresses).toHaveLength(2);
    expect(template.addresses).toEqual(expect.arrayContaining(addresses));
  });
});

describe("the exports of a billing account", () => {
  it("are of that alone, in a folder without the colon of its ID", () => {
    const stack = azureStack();
    const billingExport = exportIn(stack, { billingAccountId: MCA_ACCOUNT });
    const template = Template.of(stack);
    const folder = `billing-finops/${MCA_ACCOUNT.replace(":", "-")}`;
    expect(template.resources(OF_SUBSCRIPTION)).toEqual([]);
    expect(template.resources(OF_ACCOUNT)).toMatchObject([
      {
        name: "billingfinopsactual",
        billing_account_id: `/providers/Microsoft.Billing/billingAccounts/${MCA_ACCOUNT}`,
        recurrence_type: "Daily",
        recurrence_period_start_date: START,
        recurrence_period_end_date: "2050-02-01T00:00:00Z",
        export_data_options: { type: "ActualCost", time_frame: "MonthToDate" },
        export_data_storage_location: {
          container_id: `\${${template.address("azurerm_storage_container")}.id}`,
          root_folder_path: `${folder}/actual`,
        },
        lifecycle: { ignore_changes: IGNORED },
      },
      {
        name: "billingfinopsamortized",
        export_data_options: { type: "AmortizedCost" },
        export_data_storage_location: { root_folder_path: `${folder}/amortized` },
        lifecycle: { ignore_changes: IGNORED },
      },
    ]);
    expect(billingExport.subscriptions).toEqual({});
    expect(billingExport.exports).toHaveLength(2);
  });
});

describe("the exports, as told", () => {
  it("have that root folder and begin with that name", () => {
    const stack = azureStack();
    const { actualCostPaths } = exportIn(stack, { rootFolderPath: "fin.ops/costs_1", exportNamePrefix: "Acme2" });
    expect(actualCostPaths).toEqual([`fin.ops/costs_1/${SUBSCRIPTION}/actual`]);
    const exports = Template.of(stack).resources(OF_SUBSCRIPTION);
    expect(exports.map(({ name }) => name)).toEqual(["Acme2actual", "Acme2amortized"]);
    expect(foldersOf(exports)[0]).toBe(`fin.ops/costs_1/${SUBSCRIPTION}/actual`);
  });

  it("have a name of no more than 24 characters when it is made of a long path", () => {
    const stack = azureStack();
    new AzureBillingExport(stack, "finOps-of-all-the-company", { agreement: "MCA", storage: storageIn(stack) });
    const exports = Template.of(stack).resources(OF_SUBSCRIPTION);
    expect(exports.map(({ name }) => name)).toEqual(["billingfinopsofactual", "billingfinopsofamortized"]);
    expect(foldersOf(exports)[0]).toBe(`billing-fin-ops-of-all-the-company/${SUBSCRIPTION}/actual`);
  });

  it("wait for the container that is there already to be read and checked", () => {
    const stack = azureStack();
    const storage = AzureStorage.fromContainer(stack, "storage", {
      subscriptionId: SUBSCRIPTION,
      resourceGroupName: "finops",
      storageAccountName: "acmebillingexport",
      containerName: "cost-exports",
    });
    new AzureBillingExport(stack, "finops", { agreement: "MCA", storage });
    const exports = Template.of(stack).resources(OF_SUBSCRIPTION);
    const waiting = {
      export_data_storage_location: {
        container_id:
          `/subscriptions/${SUBSCRIPTION}/resourceGroups/finops/providers/Microsoft.Storage/storageAccounts/` +
          "acmebillingexport/blobServices/default/containers/cost-exports",
      },
      depends_on: [
        expect.stringMatching(/^data[.]azurerm_storage_container[.]storage_/),
        expect.stringMatching(/^data[.]azurerm_storage_account[.]storage_storage_account_/),
      ],
    };
    expect(exports).toMatchObject([waiting, waiting]);
  });

  it("are made by the provider passed, and so is the registration", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", {
      features: [{}],
      subscriptionId: SUBSCRIPTION,
      alias: "other",
    });
    const storage = storageIn(stack, { provider });
    exportIn(stack, { provider, storage, registerResourceProvider: true });
    const template = Template.of(stack);
    const made = [...template.resources(OF_SUBSCRIPTION), template.resource("azurerm_resource_provider_registration")];
    expect(made.map((block) => block.provider)).toEqual(Array(3).fill("azurerm.other"));
  });
});

describe("the resource provider that exports need", () => {
  const NAME = "Microsoft.CostManagementExports";
  const title = `Register the resource provider ${NAME} in the storage account's subscription, before you deploy`;
  const why =
    "Azure refuses exports to a subscription without it, and the azurerm provider registers it only if configured to.";
  const link = "https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-providers-and-types";

  const stackOf = (names?: string[]): TerraformStack => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}], resourceProvidersToRegister: names });
    return stack;
  };

  const keysOf = ({ manualSteps }: AzureBillingExport): string[] => manualSteps.map(({ key }) => key);

  it("is registered by hand, or by a line of the provider, where nobody does it", () => {
    const billingExport = exportIn(stackOf());
    expect(billingExport.manualSteps).toEqual([
      {
        key: "register_resource_provider",
        title,
        why,
        link,
        values: {
          "Argument of the azurerm provider": `resourceProvidersToRegister: ["${NAME}"]`,
          "Or manually": `az provider register --namespace ${NAME} --subscription ${SUBSCRIPTION}`,
          Portal: "https://portal.azure.com",
        },
        check: `az provider show --namespace ${NAME} --subscription ${SUBSCRIPTION} --query registrationState prints "Registered".`,
      },
    ]);
    expect(warningsOf(billingExport)).toContainEqual(["@cdktf/warn", `Manual step: ${title}. ${why} See ${link}`]);
  });

  it("is registered in the portal of the cloud", () => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}], environment: "usgovernment" });
    const storage = storageIn(stack, { environment: "usgovernment", location: "usgovvirginia" });
    const [step] = exportIn(stack, { storage, environment: "usgovernment" }).manualSteps;
    expect(step?.values.Portal).toBe("https://portal.azure.us");
  });

  it("is nobody's to register by hand where the provider does it, whatever the letter case", () => {
    expect(keysOf(exportIn(stackOf([NAME])))).toEqual([]);
    expect(keysOf(exportIn(stackOf(["Microsoft.Advisor", NAME.toLowerCase()])))).toEqual([]);
    expect(keysOf(exportIn(stackOf(["Microsoft.CostManagement"])))).toEqual(["register_resource_provider"]);
  });

  it("is looked for in the provider passed, not in the stack's", () => {
    const stack = stackOf([NAME]);
    const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
    expect(keysOf(exportIn(stack, { provider, storage: storageIn(stack, { provider }) }))).toEqual([
      "register_resource_provider",
    ]);
    const other = stackOf();
    const does = new AzurermProvider(other, "other", {
      features: [{}],
      alias: "other",
      resourceProvidersToRegister: [NAME],
    });
    expect(keysOf(exportIn(other, { provider: does, storage: storageIn(other, { provider: does }) }))).toEqual([]);
  });

  it("is registered by a provider that an override tells to", () => {
    const stack = emptyStack();
    const provider = new AzurermProvider(stack, "azurerm", { features: [{}] });
    provider.addOverride("resource_providers_to_register", [NAME]);
    expect(keysOf(exportIn(stack))).toEqual([]);
  });

  it("is registered by Terraform if told so, before any export", () => {
    const stack = stackOf();
    const billingExport = exportIn(stack, { registerResourceProvider: true });
    expect(keysOf(billingExport)).toEqual([]);
    const template = Template.of(stack);
    expect(template.resource("azurerm_resource_provider_registration")).toEqual({ name: NAME });
    const registration = template.address("azurerm_resource_provider_registration");
    expect(template.resources(OF_SUBSCRIPTION).map(({ depends_on }) => depends_on)).toEqual([
      [registration],
      [registration],
    ]);
  });

  it("is not registered by Terraform where the provider does it, also one that comes later", () => {
    const problem =
      "[billing/finops] 'registerResourceProvider' must be left out when the azurerm provider's " +
      `'resourceProvidersToRegister' includes ${NAME}: the provider refuses to register it twice`;
    const stack = stackOf([NAME]);
    exportIn(stack, { registerResourceProvider: true });
    expect(problemsOf(stack)).toBe(problem);
    const other = emptyStack();
    exportIn(other, { registerResourceProvider: true });
    new AzurermProvider(other, "azurerm", { features: [{}], resourceProvidersToRegister: [NAME] });
    expect(problemsOf(other)).toBe(problem);
    const fine = stackOf([NAME]);
    exportIn(fine, { registerResourceProvider: false });
    expect(problemsOf(fine)).toBe("");
  });

  it("is not registered by Terraform if not told so", () => {
    for (const registerResourceProvider of [undefined, false]) {
      const stack = stackOf();
      expect(keysOf(exportIn(stack, { registerResourceProvider }))).toEqual(["register_resource_provider"]);
      expect(Template.of(stack).resourceTypes).not.toHaveProperty("azurerm_resource_provider_registration");
    }
  });

  it("is registered once in a subscription", () => {
    const stack = azureStack();
    exportIn(stack, { registerResourceProvider: true });
    const all = {
      agreement: "MCA",
      registerResourceProvider: true,
      subscriptions: { other: OTHER_SUBSCRIPTION },
    } as const;
    const storage = new AzureStorage(stack, "second", {
      ...STORAGE,
      storageAccountName: "acmeother",
      resourceGroupName: "other",
    });
    expect(refusal(() => new AzureBillingExport(stack, "twice", { ...all, storage }))).toBe(
      "AzureBillingExport at billing/twice: 'registerResourceProvider' must be unique, got: " +
        `"${NAME}", which billing/finops already uses for its registration; leave it out in all but one`,
    );
    const elsewhere = new AzureStorage(stack, "third", {
      ...STORAGE,
      subscriptionId: OTHER_SUBSCRIPTION,
      storageAccountName: "acmethird",
    });
    expect(() => new AzureBillingExport(stack, "elsewhere", { ...all, storage: elsewhere })).not.toThrow();
  });
});

describe("the names of exports", () => {
  const clash = (by: string, name = "billingfinops"): string =>
    `'exportNamePrefix' must be unique, got: "${name}", which ${by} already uses for its export; choose another`;

  it("are unique in a subscription, whatever the letter case", () => {
    const stack = azureStack();
    const storage = storageIn(stack);
    const all = { agreement: "MCA", storage } as const;
    new AzureBillingExport(stack, "one", {
      ...all,
      exportNamePrefix: "acme",
      subscriptions: { a: SUBSCRIPTION, b: OTHER_SUBSCRIPTION },
    });
    const subscriptions = { other: OTHER_SUBSCRIPTION };
    expect(
      refusal(() => new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "ACME", subscriptions })),
    ).toBe(`AzureBillingExport at billing/two: ${clash("billing/one", "ACME")}`);
    expect(
      () => new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "acme2", subscriptions }),
    ).not.toThrow();
  });

  it("are unique in a billing account, and in a part of it apart from that", () => {
    const stack = azureStack();
    const all = {
      agreement: "EA",
      storage: storageIn(stack),
      exportNamePrefix: "acme",
      billingAccountId: ENROLLMENT,
    } as const;
    new AzureBillingExport(stack, "one", all);
    expect(refusal(() => new AzureBillingExport(stack, "two", all))).toBe(
      `AzureBillingExport at billing/two: ${clash("billing/one", "acme")}`,
    );
    expect(() => new AzureBillingExport(stack, "three", { ...all, departmentId: "12345" })).not.toThrow();
  });

  it("may be the same in two subscriptions", () => {
    const stack = azureStack();
    const all = { agreement: "MCA", storage: storageIn(stack), exportNamePrefix: "acme" } as const;
    new AzureBillingExport(stack, "one", all);
    expect(
      () => new AzureBillingExport(stack, "two", { ...all, subscriptions: { other: OTHER_SUBSCRIPTION } }),
    ).not.toThrow();
  });

  it("are refused of a second integration for the same subscription whose path begins alike", () => {
    const stack = azureStack();
    new AzureIntegration(stack, "finops_platform_one", MINIMAL);
    const other = { ...MINIMAL, storageAccountName: "acmeother" };
    expect(refusal(() => new AzureIntegration(stack, "finops_platform_two", other))).toBe(
      `AzureIntegration at billing/finops_platform_two: ${clash("billing/finops_platform_one", "billingfinopspl")}`,
    );
    expect(() => new AzureIntegration(stack, "two", other)).not.toThrow();
  });
});

describe("the folders of exports", () => {
  const existing = { subscriptionId: SUBSCRIPTION, resourceGroupName: "finops", containerName: "cost-exports" };
  const clash = (by: string): string =>
    `'rootFolderPath' must be unique, got: "costs/${SUBSCRIPTION}", which ${by} already uses for its export folder; choose another`;

  it("are unique in a container, where costs of two would be counted twice", () => {
    const stack = azureStack();
    const all = { agreement: "MCA", storage: storageIn(stack), rootFolderPath: "costs" } as const;
    new AzureBillingExport(stack, "one", { ...all, exportNamePrefix: "one" });
    expect(refusal(() => new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "two" }))).toBe(
      `AzureBillingExport at billing/two: ${clash("billing/one")}`,
    );
    expect(stack.node.tryFindChild("two")).toBeUndefined();
    const subscriptions = { other: OTHER_SUBSCRIPTION };
    expect(() => new AzureBillingExport(stack, "two", { ...all, subscriptions })).not.toThrow();
  });

  it("are unique in a container that is there already, by whatever construct it is read", () => {
    const stack = azureStack();
    // In any letter case of the group, which Azure does not tell apart.
    const storageIn = (resourceGroupName: string): IAzureStorage =>
      AzureStorage.fromContainer(stack, `storage_${resourceGroupName}`, {
        ...existing,
        resourceGroupName,
        storageAccountName: "acmebillingexport",
      });
    const all = { agreement: "MCA", rootFolderPath: "costs" } as const;
    new AzureBillingExport(stack, "one", { ...all, exportNamePrefix: "one", storage: storageIn("finops") });
    const two = storageIn("FinOps");
    expect(refusal(() => new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "two", storage: two }))).toBe(
      `AzureBillingExport at billing/two: ${clash("billing/one")}`,
    );
  });

  it("may be the same in two containers", () => {
    const stack = azureStack();
    const storage = AzureStorage.fromContainer(stack, "existing", { ...existing, storageAccountName: "acmeexisting" });
    const all = { agreement: "MCA", rootFolderPath: "costs" } as const;
    new AzureBillingExport(stack, "one", { ...all, exportNamePrefix: "one", storage: storageIn(stack) });
    expect(() => new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "two", storage })).not.toThrow();
  });
});

describe("what Terraform fills in", () => {
  it("is checked on each export, and each subscription on its own", () => {
    const stack = azureStack();
    const [production, root, prefix] = ["production", "root", "prefix"].map((name) => variable(stack, name));
    exportIn(stack, {
      subscriptions: { development: SUBSCRIPTION, production: production ?? "" },
      rootFolderPath: root,
      exportNamePrefix: prefix,
    });
    const exports = Template.of(stack).resources(OF_SUBSCRIPTION);
    const messages = exports.map(({ lifecycle }) =>
      ((lifecycle as Block).precondition as { error_message: string }[] | undefined)?.map(({ error_message }) =>
        error_message.replace("AzureBillingExport at billing/finops: ", ""),
      ),
    );
    const own = [
      "'production' of 'subscriptions' must be the ID of a subscription: lower-case hexadecimal digits and '-'.",
      "'production' of 'subscriptions' must be the ID of a subscription, such as 11111111-2222-3333-4444-555555555555.",
    ];
    const common = [
      "'rootFolderPath' must not begin or end with '/'.",
      "'rootFolderPath' must be letters, digits and ._-, with '/' between folders.",
      "'rootFolderPath' must be letters, digits and ._-, with '/' between folders, each beginning with a letter, a digit, '_' or '-' and not ending with '.'.",
      "'rootFolderPath' must be at most 256 characters long.",
      "'exportNamePrefix' must be letters and digits.",
      "'exportNamePrefix' must be 1-15 characters long.",
    ];
    expect(messages).toEqual([common, common, [...common, ...own], [...common, ...own]]);
    expect(((exports[2]?.lifecycle as Block).precondition as Block[]).slice(6)).toMatchObject([
      { condition: '${can(regex("^[0-9a-f-]*$", var.production))}' },
      {
        condition: '${can(regex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", var.production))}',
      },
    ]);
    expect(exports.map(({ lifecycle }) => (lifecycle as Block).ignore_changes)).toEqual(Array(4).fill(IGNORED));
    expect(exports[2]).toMatchObject({
      name: "${var.prefix}actual",
      subscription_id: "/subscriptions/${var.production}",
      export_data_storage_location: { root_folder_path: "${var.root}/${var.production}/actual" },
    });
  });

  it("is a subscription of which no two are compared", () => {
    const stack = azureStack();
    const subscriptions = { a: variable(stack, "one"), b: variable(stack, "other") };
    expect(() => exportIn(stack, { subscriptions })).not.toThrow();
  });
});

describe("what the billing export refuses", () => {
  const token = Token.asString({ ref: "x" });
  const FOLDER = "'rootFolderPath' must be letters, digits and ._-, with '/' between folders";
  const EACH = `${FOLDER}, each beginning with a letter, a digit, '_' or '-' and not ending with '.'`;
  const SLASH = "'rootFolderPath' must not begin or end with '/'";
  const like = 'for example "finops/costs"';

  it.each<[string, object, string]>([
    ["a folder with a slash in front", { rootFolderPath: "/finops" }, `${SLASH}, got: "/finops"; ${like}`],
    ["a folder with a slash behind", { rootFolderPath: "finops/" }, `${SLASH}, got: "finops/"; ${like}`],
    ["the root of the container", { rootFolderPath: "/" }, `${SLASH}, got: "/"; ${like}`],
    ["no folder at all", { rootFolderPath: "" }, `${EACH}, got: ""; ${like}`],
    ["a folder with a colon", { rootFolderPath: "fin:ops" }, `${FOLDER}, got: "fin:ops"; ${like}`],
    ["a folder with a space", { rootFolderPath: "fin ops" }, `${FOLDER}, got: "fin ops"; ${like}`],
    ["a folder with a question mark", { rootFolderPath: "fin?ops" }, `${FOLDER}, got: "fin?ops"; ${like}`],
    ["a folder with a percent sign", { rootFolderPath: "fin%20ops" }, `${FOLDER}, got: "fin%20ops"; ${like}`],
    ["a folder with a letter of another alphabet", { rootFolderPath: "kostén" }, `${FOLDER}, got: "kostén"; ${like}`],
    ["a folder between backslashes", { rootFolderPath: "fin\\ops" }, `${FOLDER}, got: "fin\\\\ops"; ${like}`],
    ["a folder with a dot at its end", { rootFolderPath: "finops." }, `${EACH}, got: "finops."; ${like}`],
    [
      "a folder with a dot at the end of one above it",
      { rootFolderPath: "finops./costs" },
      `${EACH}, got: "finops./costs"; ${like}`,
    ],
    ["a folder of dots", { rootFolderPath: "finops/../costs" }, `${EACH}, got: "finops/../costs"; ${like}`],
    ["a folder without a name", { rootFolderPath: "finops//costs" }, `${EACH}, got: "finops//costs"; ${like}`],
    ["a folder with a line feed at its end", { rootFolderPath: "finops\n" }, `${FOLDER}, got: "finops\\n"; ${like}`],
    [
      "a folder that is too long",
      { rootFolderPath: "x".repeat(257) },
      `'rootFolderPath' must be at most 256 characters long, got: "${"x".repeat(80)}"… (257 characters); ${like}`,
    ],
    [
      "a folder with a colon beside a token",
      { rootFolderPath: `${token}:costs` },
      `${FOLDER}, got: ":costs" beside a token`,
    ],
    [
      "a name with a dash",
      { exportNamePrefix: "fin-ops" },
      `'exportNamePrefix' must be letters and digits, got: "fin-ops"; for example "finops"`,
    ],
    [
      "a name too long for the ending",
      { exportNamePrefix: "x".repeat(16) },
      `'exportNamePrefix' must be 1-15 characters long, got: "${"x".repeat(16)}"; for example "finops"`,
    ],
    [
      "an empty name",
      { exportNamePrefix: "" },
      `'exportNamePrefix' must be 1-15 characters long, got: ""; for example "finops"`,
    ],
    [
      "nowhere to land",
      { storage: undefined },
      "'storage' is required: it must be an IAzureStorage; for example new AzureStorage(…) or AzureStorage.fromContainer(…)",
    ],
    [
      "a container's name as storage",
      { storage: "cost-exports" },
      `'storage' must be an IAzureStorage, got: "cost-exports"; for example new AzureStorage(…) or AzureStorage.fromContainer(…)`,
    ],
    ["a provider by its name", { provider: "azurerm" }, `'provider' must be an AzurermProvider, got: "azurerm"`],
    [
      "a registration in words",
      { registerResourceProvider: "true" },
      `'registerResourceProvider' must be true or false, got: "true"`,
    ],
    [
      "a registration that Terraform fills in",
      { registerResourceProvider: Token.asAny({ ref: "x" }) },
      "'registerResourceProvider' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "no subscriptions",
      { subscriptions: {} },
      "'subscriptions' must name a subscription, got: none; leave it out for the subscription of the storage account",
    ],
    [
      "a subscription twice",
      { subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION, prod: SUBSCRIPTION } },
      `'subscriptions' must name each subscription once, got: the same one for "prod" and "production"`,
    ],
    [
      "subscriptions as a list",
      { subscriptions: [SUBSCRIPTION] },
      `'subscriptions' must be an object whose values are strings, got: a list of 1; for example { production: "11111111-2222-3333-4444-555555555555" }`,
    ],
    [
      "subscriptions that Terraform fills in as a whole",
      { subscriptions: Token.asAny({ ref: "x" }) },
      "'subscriptions' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a subscription by the path to it",
      { subscriptions: { production: `/subscriptions/${SUBSCRIPTION}` } },
      `the value of "production" in 'subscriptions' must be the ID of a subscription: lower-case hexadecimal digits and '-', got: "/subscriptions/${SUBSCRIPTION}"`,
    ],
    [
      "a subscription in capital letters",
      { subscriptions: { production: "AAAAAAAA-2222-3333-4444-555555555555" } },
      `the value of "production" in 'subscriptions' must be the ID of a subscription: lower-case hexadecimal digits and '-', got: "AAAAAAAA-2222-3333-4444-555555555555"`,
    ],
    [
      "a subscription with a digit missing",
      { subscriptions: { production: SUBSCRIPTION.slice(1) } },
      `the value of "production" in 'subscriptions' must be the ID of a subscription, such as 11111111-2222-3333-4444-555555555555, got: "${SUBSCRIPTION.slice(1)}"`,
    ],
    [
      "a subscription's name that can be in no address",
      { subscriptions: { "pro duction": SUBSCRIPTION } },
      `a key of 'subscriptions' must be 1-64 letters, digits, '_' and '-', got: "pro duction"; for example { production: "11111111-2222-3333-4444-555555555555" }`,
    ],
    [
      "subscriptions whose names differ in letter case only",
      { subscriptions: { production: SUBSCRIPTION, Production: OTHER_SUBSCRIPTION } },
      `'subscriptions' must not have keys that differ in letter case only, got: "production" and "Production"`,
    ],
    [
      "more subscriptions than a stack can hold",
      {
        subscriptions: Object.fromEntries(
          Array.from({ length: 1001 }, (_, index) => [
            `s${index}`,
            `${SUBSCRIPTION.slice(0, 32)}${String(index).padStart(4, "0")}`,
          ]),
        ),
      },
      "'subscriptions' must have at most 1000 keys, got: 1001",
    ],
    [
      "another schedule",
      { recurrenceType: "Weekly" },
      `"recurrenceType" is not a known property; known are environment, provider, agreement, billingAccountId, departmentId, enrollmentAccountId, billingProfileId, invoiceSectionId, customerId, storage, subscriptions, rootFolderPath, exportNamePrefix, registerResourceProvider`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = azureStack();
    const all = { agreement: "MCA", storage: storageIn(stack), ...props } as AzureBillingExportProps;
    expect(refusal(() => new AzureBillingExport(stack, "finops", all))).toBe(
      `AzureBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a container of another stack", () => {
    const storage = storageIn(azureStack());
    const stack = new TerraformStack(Testing.app(), "other");
    expect(refusal(() => new AzureBillingExport(stack, "finops", { agreement: "MCA", storage }))).toBe(
      "AzureBillingExport at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; create it in other",
    );
  });

  it("is a container by another provider, which may be logged in elsewhere", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
    expect(refusal(() => exportIn(stack, { provider }))).toBe(
      "AzureBillingExport at billing/finops: 'storage' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
    );
  });

  it("is a container of another cloud", () => {
    expect(refusal(() => exportOf({ environment: "china" }))).toBe(
      "AzureBillingExport at billing/finops: 'storage' must have the 'environment' of the construct, \"china\", got: \"public\"; pass the same 'environment' to both",
    );
  });

  it("is told at once", () => {
    expect(refusal(() => exportOf({ agreement: undefined, rootFolderPath: "/", exportNamePrefix: "fin-ops" }))).toBe(
      [
        "AzureBillingExport at billing/finops: 3 problems",
        `  - 'agreement' is required: it must be one of ${AGREEMENTS}`,
        `  - ${SLASH}, got: "/"; ${like}`,
        `  - 'exportNamePrefix' must be letters and digits, got: "fin-ops"; for example "finops"`,
      ].join("\n"),
    );
  });
});
