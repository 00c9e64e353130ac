import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  AzureBillingExport,
  type AzureBillingExportProps,
  AzureIntegration,
  AzureStorage,
  type AzureStorageProps,
  type IAzureStorage,
} from "cdktf-finops/azure";
import { App, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
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

const SUBSCRIPTION_EXPORT = "azurerm_subscription_cost_management_export";
const BILLING_ACCOUNT_EXPORT = "azurerm_billing_account_cost_management_export";

const foldersOf = (exports: readonly Block[]): unknown[] =>
  exports.map((block) => (block.export_data_storage_location as Block).root_folder_path);

const warningsOf = ({ node }: AzureBillingExport): [string, string][] =>
  node.metadata.map(({ type, data }) => [type, data as string]);

const variable = (stack: TerraformStack, name: string): string =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;

const START = `\${formatdate("YYYY-MM-DD'T'00:00:00Z", timeadd(plantimestamp(), "48h"))}`;
const IGNORED_DATES = ["recurrence_period_start_date", "recurrence_period_end_date"];

describe("a billing export with only its required props", () => {
  const stack = azureStack();
  const billingExport = exportIn(stack);
  const template = Template.of(stack);
  const [actual, amortized] = template.resources(SUBSCRIPTION_EXPORT);
  const container_id = `\${${template.address("azurerm_storage_container")}.id}`;
  const common = {
    subscription_id: `/subscriptions/${SUBSCRIPTION}`,
    recurrence_type: "Daily",
    recurrence_period_start_date: START,
    recurrence_period_end_date: "2050-02-01T00:00:00Z",
    lifecycle: { ignore_changes: IGNORED_DATES },
  };

  it("creates daily exports of actual and of amortized costs, for the month to date, to the container by its ID", () => {
    expect(template.resources(SUBSCRIPTION_EXPORT)).toHaveLength(2);
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

  it("starts the exports at least a day after the plan, and ignores later changes of the dates", () => {
    // Midnight of the day 48 hours after the plan is at least 24 hours after the plan.
    expect(actual?.recurrence_period_start_date).toBe(START);
    expect([actual, amortized].map((block) => block?.lifecycle)).toEqual([
      { ignore_changes: IGNORED_DATES },
      { ignore_changes: IGNORED_DATES },
    ]);
  });

  it("exports the subscription of the storage account", () => {
    expect(billingExport.subscriptions).toEqual({ subscription: SUBSCRIPTION });
    expect(billingExport.billingScope).toBeUndefined();
  });

  it("returns the folders of the exports", () => {
    expect(billingExport.actualCostPaths).toEqual([`billing-finops/${SUBSCRIPTION}/actual`]);
    expect(billingExport.amortizedCostPaths).toEqual([`billing-finops/${SUBSCRIPTION}/amortized`]);
  });

  it("lists the export of actual costs first, and has no default child", () => {
    expect(billingExport.exports.map(({ nameInput }) => nameInput)).toEqual([
      "billingfinopsactual",
      "billingfinopsamortized",
    ]);
    expect(billingExport.node.defaultChild).toBeUndefined();
  });

  it("grants no permissions, and has no conditions", () => {
    expect([billingExport.permissions, billingExport.preconditions]).toEqual([[], []]);
  });
});

describe("a billing export of several subscriptions", () => {
  const subscriptions = { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION };
  const stack = azureStack();
  const billingExport = exportIn(stack, { subscriptions });
  const template = Template.of(stack);
  const exports = template.resources(SUBSCRIPTION_EXPORT);

  it("creates two exports per subscription, in folders named by its ID", () => {
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

  it("uses the same names in each subscription, where they are unique", () => {
    expect(exports.map(({ name }) => name)).toEqual([
      "billingfinopsactual",
      "billingfinopsamortized",
      "billingfinopsactual",
      "billingfinopsamortized",
    ]);
  });

  it("creates exports without dependencies on each other, so that each can be replaced or removed", () => {
    expect(exports.filter((block) => "depends_on" in block)).toEqual([]);
  });

  it("keeps their addresses when another subscription is added before them", () => {
    const other = azureStack();
    exportIn(other, { subscriptions: { sandbox: OTHER_SUBSCRIPTION } });
    const addresses = Template.of(other).addresses.filter((address) => address.startsWith(SUBSCRIPTION_EXPORT));
    expect(addresses).toHaveLength(2);
    expect(template.addresses).toEqual(expect.arrayContaining(addresses));
  });
});

describe("a billing export of a billing account", () => {
  it("exports only that account, to a folder without the colon of its ID", () => {
    const stack = azureStack();
    const billingExport = exportIn(stack, { billingAccountId: MCA_ACCOUNT });
    const template = Template.of(stack);
    const folder = `billing-finops/${MCA_ACCOUNT.replace(":", "-")}`;
    expect(template.resources(SUBSCRIPTION_EXPORT)).toEqual([]);
    expect(template.resources(BILLING_ACCOUNT_EXPORT)).toMatchObject([
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
        lifecycle: { ignore_changes: IGNORED_DATES },
      },
      {
        name: "billingfinopsamortized",
        export_data_options: { type: "AmortizedCost" },
        export_data_storage_location: { root_folder_path: `${folder}/amortized` },
        lifecycle: { ignore_changes: IGNORED_DATES },
      },
    ]);
    expect(billingExport.subscriptions).toEqual({});
    expect(billingExport.exports).toHaveLength(2);
  });
});

describe("a billing export with all options", () => {
  it("has the given root folder and name prefix", () => {
    const stack = azureStack();
    const { actualCostPaths } = exportIn(stack, { rootFolderPath: "fin.ops/costs_1", exportNamePrefix: "Acme2" });
    expect(actualCostPaths).toEqual([`fin.ops/costs_1/${SUBSCRIPTION}/actual`]);
    const exports = Template.of(stack).resources(SUBSCRIPTION_EXPORT);
    expect(exports.map(({ name }) => name)).toEqual(["Acme2actual", "Acme2amortized"]);
    expect(foldersOf(exports)[0]).toBe(`fin.ops/costs_1/${SUBSCRIPTION}/actual`);
  });

  it("shortens names derived from a long path to 24 characters", () => {
    const stack = azureStack();
    new AzureBillingExport(stack, "finOps-of-all-the-company", { agreement: "MCA", storage: storageIn(stack) });
    const exports = Template.of(stack).resources(SUBSCRIPTION_EXPORT);
    expect(exports.map(({ name }) => name)).toEqual(["billingfinopsofactual", "billingfinopsofamortized"]);
    expect(foldersOf(exports)[0]).toBe(`billing-fin-ops-of-all-the-company/${SUBSCRIPTION}/actual`);
  });

  it("creates the exports after an existing container is checked", () => {
    const stack = azureStack();
    const storage = AzureStorage.fromContainer(stack, "storage", {
      subscriptionId: SUBSCRIPTION,
      resourceGroupName: "finops",
      storageAccountName: "acmebillingexport",
      containerName: "cost-exports",
    });
    new AzureBillingExport(stack, "finops", { agreement: "MCA", storage });
    const exports = Template.of(stack).resources(SUBSCRIPTION_EXPORT);
    const expectedExport = {
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
    expect(exports).toMatchObject([expectedExport, expectedExport]);
  });

  it("creates the exports and the registration with the provider that is passed", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", {
      features: [{}],
      subscriptionId: SUBSCRIPTION,
      alias: "other",
    });
    const storage = storageIn(stack, { provider });
    exportIn(stack, { provider, storage, registerResourceProvider: true });
    const template = Template.of(stack);
    const created = [
      ...template.resources(SUBSCRIPTION_EXPORT),
      template.resource("azurerm_resource_provider_registration"),
    ];
    expect(created.map((block) => block.provider)).toEqual(Array(3).fill("azurerm.other"));
  });
});

describe("registration of the resource provider", () => {
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

  it("is a manual step, with an argument of the provider as the alternative", () => {
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

  it("depends on the provider as it is when the export is created", () => {
    const stack = emptyStack();
    const provider = new AzurermProvider(stack, "azurerm", { features: [{}], resourceProvidersToRegister: [NAME] });
    const first = exportIn(stack);
    provider.resetResourceProvidersToRegister();
    const later = new AzureBillingExport(stack, "later", { agreement: "MCA", storage: first.storage });
    expect([keysOf(first), keysOf(later)]).toEqual([[], ["register_resource_provider"]]);
  });

  it("names the portal of the environment", () => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}], environment: "usgovernment" });
    const storage = storageIn(stack, { environment: "usgovernment", location: "usgovvirginia" });
    const [step] = exportIn(stack, { storage, environment: "usgovernment" }).manualSteps;
    expect(step?.values.Portal).toBe("https://portal.azure.us");
  });

  it("is no manual step when the provider does it, in any letter case", () => {
    expect(keysOf(exportIn(stackOf([NAME])))).toEqual([]);
    expect(keysOf(exportIn(stackOf(["Microsoft.Advisor", NAME.toLowerCase()])))).toEqual([]);
    expect(keysOf(exportIn(stackOf(["Microsoft.CostManagement"])))).toEqual(["register_resource_provider"]);
  });

  it("depends on the provider that is passed, not on the stack's", () => {
    const stack = stackOf([NAME]);
    const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
    expect(keysOf(exportIn(stack, { provider, storage: storageIn(stack, { provider }) }))).toEqual([
      "register_resource_provider",
    ]);
    const other = stackOf();
    const registering = new AzurermProvider(other, "other", {
      features: [{}],
      alias: "other",
      resourceProvidersToRegister: [NAME],
    });
    expect(
      keysOf(exportIn(other, { provider: registering, storage: storageIn(other, { provider: registering }) })),
    ).toEqual([]);
  });

  it("can be done by an override of the provider", () => {
    const stack = emptyStack();
    const provider = new AzurermProvider(stack, "azurerm", { features: [{}] });
    provider.addOverride("resource_providers_to_register", [NAME]);
    expect(keysOf(exportIn(stack))).toEqual([]);
  });

  it("is done by Terraform with 'registerResourceProvider', before any export", () => {
    const stack = stackOf();
    const billingExport = exportIn(stack, { registerResourceProvider: true });
    expect(keysOf(billingExport)).toEqual([]);
    const template = Template.of(stack);
    expect(template.resource("azurerm_resource_provider_registration")).toEqual({ name: NAME });
    const registration = template.address("azurerm_resource_provider_registration");
    expect(template.resources(SUBSCRIPTION_EXPORT).map(({ depends_on }) => depends_on)).toEqual([
      [registration],
      [registration],
    ]);
  });

  it("is refused when the provider does it, also when the provider is created later", () => {
    const problem =
      "[billing] billing/finops: 'registerResourceProvider' must be left out when the azurerm provider's " +
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

  it("is not done by Terraform by default", () => {
    for (const registerResourceProvider of [undefined, false]) {
      const stack = stackOf();
      expect(keysOf(exportIn(stack, { registerResourceProvider }))).toEqual(["register_resource_provider"]);
      expect(Template.of(stack).resourceTypes).not.toHaveProperty("azurerm_resource_provider_registration");
    }
  });

  it("must be unique in a subscription", () => {
    const stack = azureStack({ registered: false });
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
    const other = new TerraformStack(App.of(stack), "other");
    const elsewhere = new AzureStorage(other, "third", {
      ...STORAGE,
      subscriptionId: OTHER_SUBSCRIPTION,
      storageAccountName: "acmethird",
    });
    new AzureBillingExport(other, "third_export", { ...all, storage: elsewhere });
    expect(problemsOf(stack)).toBe("");
    new AzureBillingExport(stack, "twice", { ...all, storage });
    expect(problemsOf(stack)).toBe(
      "[billing] AzureBillingExport at billing/twice: 'registerResourceProvider' must be unique, got: " +
        `"${NAME}", which billing/finops already uses for its registration; leave it out in all but one`,
    );
  });
});

describe("the names of exports", () => {
  const clash = (path: string, name: string, by: string): string =>
    `[billing] AzureBillingExport at billing/${path}: 'exportNamePrefix' must be unique, got: "${name}", which billing/${by} already uses for its export; choose another`;

  it("must be unique in a subscription, ignoring letter case", () => {
    const stack = azureStack();
    const storage = storageIn(stack);
    const all = { agreement: "MCA", storage } as const;
    new AzureBillingExport(stack, "one", {
      ...all,
      exportNamePrefix: "acme",
      subscriptions: { a: SUBSCRIPTION, b: OTHER_SUBSCRIPTION },
    });
    const subscriptions = { other: OTHER_SUBSCRIPTION };
    new AzureBillingExport(stack, "other", { ...all, exportNamePrefix: "acme2", subscriptions });
    expect(problemsOf(stack)).toBe("");
    new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "ACME", subscriptions });
    expect(problemsOf(stack)).toBe(clash("two", "ACME", "one"));
  });

  it("must be unique in a billing account, separately from its parts", () => {
    const stack = azureStack();
    const all = {
      agreement: "EA",
      storage: storageIn(stack),
      exportNamePrefix: "acme",
      billingAccountId: ENROLLMENT,
    } as const;
    new AzureBillingExport(stack, "one", all);
    new AzureBillingExport(stack, "department", { ...all, departmentId: "12345" });
    expect(problemsOf(stack)).toBe("");
    new AzureBillingExport(stack, "two", all);
    expect(problemsOf(stack)).toBe(clash("two", "acme", "one"));
  });

  it("can be the same in two subscriptions", () => {
    const stack = azureStack();
    const all = { agreement: "MCA", storage: storageIn(stack), exportNamePrefix: "acme" } as const;
    new AzureBillingExport(stack, "one", all);
    new AzureBillingExport(stack, "two", { ...all, subscriptions: { other: OTHER_SUBSCRIPTION } });
    expect(problemsOf(stack)).toBe("");
  });

  it("are refused in a second integration for the same subscription, whose path is shortened to the same prefix", () => {
    const stack = azureStack();
    new AzureIntegration(stack, "finops_platform_one", MINIMAL);
    new AzureIntegration(stack, "two", { ...MINIMAL, storageAccountName: "acmeother" });
    expect(problemsOf(stack)).toBe("");
    new AzureIntegration(stack, "finops_platform_two", { ...MINIMAL, storageAccountName: "acmethird" });
    expect(problemsOf(stack)).toBe(
      clash("finops_platform_two/billing_export", "billingfinopspl", "finops_platform_one/billing_export"),
    );
  });
});

describe("the folders of exports", () => {
  const existing = { subscriptionId: SUBSCRIPTION, resourceGroupName: "finops", containerName: "cost-exports" };
  const CLASH = `[billing] AzureBillingExport at billing/two: 'rootFolderPath' must be unique, got: "costs/${SUBSCRIPTION}", which billing/one already uses for its export folder; choose another`;

  it("must be unique in a container, where costs would be counted twice", () => {
    const stack = azureStack();
    const all = { agreement: "MCA", storage: storageIn(stack), rootFolderPath: "costs" } as const;
    new AzureBillingExport(stack, "one", { ...all, exportNamePrefix: "one" });
    new AzureBillingExport(stack, "other", { ...all, subscriptions: { other: OTHER_SUBSCRIPTION } });
    expect(problemsOf(stack)).toBe("");
    new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "two" });
    expect(problemsOf(stack)).toBe(CLASH);
  });

  it("must be unique in an existing container, whichever construct reads it", () => {
    const stack = azureStack();
    // Azure ignores the letter case of a resource group's name.
    const storageIn = (resourceGroupName: string): IAzureStorage =>
      AzureStorage.fromContainer(stack, `storage_${resourceGroupName}`, {
        ...existing,
        resourceGroupName,
        storageAccountName: "acmebillingexport",
      });
    const all = { agreement: "MCA", rootFolderPath: "costs" } as const;
    new AzureBillingExport(stack, "one", { ...all, exportNamePrefix: "one", storage: storageIn("finops") });
    new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "two", storage: storageIn("FinOps") });
    expect(problemsOf(stack)).toBe(CLASH);
  });

  it("can be the same in two containers", () => {
    const stack = azureStack();
    const storage = AzureStorage.fromContainer(stack, "existing", { ...existing, storageAccountName: "acmeexisting" });
    const all = { agreement: "MCA", rootFolderPath: "costs" } as const;
    new AzureBillingExport(stack, "one", { ...all, exportNamePrefix: "one", storage: storageIn(stack) });
    new AzureBillingExport(stack, "two", { ...all, exportNamePrefix: "two", storage });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check shared values on each export, and each subscription on its own exports", () => {
    const stack = azureStack();
    const [production, root, prefix] = ["production", "root", "prefix"].map((name) => variable(stack, name));
    exportIn(stack, {
      subscriptions: { development: SUBSCRIPTION, production: production ?? "" },
      rootFolderPath: root,
      exportNamePrefix: prefix,
    });
    const exports = Template.of(stack).resources(SUBSCRIPTION_EXPORT);
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
    expect(exports.map(({ lifecycle }) => (lifecycle as Block).ignore_changes)).toEqual(Array(4).fill(IGNORED_DATES));
    expect(exports[2]).toMatchObject({
      name: "${var.prefix}actual",
      subscription_id: "/subscriptions/${var.production}",
      export_data_storage_location: { root_folder_path: "${var.root}/${var.production}/actual" },
    });
  });

  it("do not compare unresolved subscriptions with each other", () => {
    const stack = azureStack();
    const subscriptions = { a: variable(stack, "one"), b: variable(stack, "other") };
    exportIn(stack, { subscriptions });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("validation of the billing export", () => {
  const token = Token.asString({ ref: "x" });
  const FOLDER = "'rootFolderPath' must be letters, digits and ._-, with '/' between folders";
  const SLASH = "'rootFolderPath' must not begin or end with '/'";
  const like = 'for example "finops/costs"';

  it.each<[string, object, string]>([
    ["a folder with a leading slash", { rootFolderPath: "/finops" }, `${SLASH}, got: "/finops"; ${like}`],
    ["a colon beside a token", { rootFolderPath: `${token}:costs` }, `${FOLDER}, got: ":costs" beside a token`],
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
    ["the name of a provider", { provider: "azurerm" }, `'provider' must be an AzurermProvider, got: "azurerm"`],
    [
      "a string for 'registerResourceProvider'",
      { registerResourceProvider: "true" },
      `'registerResourceProvider' must be true or false, got: "true"`,
    ],
    [
      "an unresolved 'registerResourceProvider'",
      { registerResourceProvider: Token.asAny({ ref: "x" }) },
      "'registerResourceProvider' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "an empty map of subscriptions",
      { subscriptions: {} },
      "'subscriptions' must name a subscription, got: none; leave it out for the subscription of the storage account",
    ],
    [
      "the same subscription twice",
      { subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION, prod: SUBSCRIPTION } },
      `'subscriptions' must name each subscription once, got: the same one for "prod" and "production"`,
    ],
    [
      "a list of subscriptions",
      { subscriptions: [SUBSCRIPTION] },
      `'subscriptions' must be an object whose values are strings, got: a list of 1; for example { production: "11111111-2222-3333-4444-555555555555" }`,
    ],
    [
      "an unresolved map of subscriptions",
      { subscriptions: Token.asAny({ ref: "x" }) },
      "'subscriptions' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "the path of a subscription",
      { subscriptions: { production: `/subscriptions/${SUBSCRIPTION}` } },
      `the value of "production" in 'subscriptions' must be the ID of a subscription: lower-case hexadecimal digits and '-', got: "/subscriptions/${SUBSCRIPTION}"`,
    ],
    [
      "keys that differ in letter case only",
      { subscriptions: { production: SUBSCRIPTION, Production: OTHER_SUBSCRIPTION } },
      `'subscriptions' must not have keys that differ in letter case only, got: "production" and "Production"`,
    ],
    [
      "more than 1000 subscriptions",
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
      "a schedule, because exports are daily",
      { recurrenceType: "Weekly" },
      `"recurrenceType" is not a known property; known are environment, provider, agreement, billingAccountId, departmentId, enrollmentAccountId, billingProfileId, invoiceSectionId, customerId, storage, subscriptions, rootFolderPath, exportNamePrefix, registerResourceProvider`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    const all = { agreement: "MCA", storage: storageIn(stack), ...props } as AzureBillingExportProps;
    expect(refusal(() => new AzureBillingExport(stack, "finops", all))).toBe(
      `AzureBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a storage in another stack", () => {
    const storage = storageIn(azureStack());
    const stack = new TerraformStack(Testing.app(), "other");
    expect(refusal(() => new AzureBillingExport(stack, "finops", { agreement: "MCA", storage }))).toBe(
      "AzureBillingExport at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; create it in other",
    );
  });

  it("refuses a storage with another provider, which may use another login", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
    expect(refusal(() => exportIn(stack, { provider }))).toBe(
      "AzureBillingExport at billing/finops: 'storage' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
    );
  });

  it("refuses a storage in another environment", () => {
    expect(refusal(() => exportOf({ environment: "china" }))).toBe(
      "AzureBillingExport at billing/finops: 'storage' must have the 'environment' of the construct, \"china\", got: \"public\"; pass the same 'environment' to both",
    );
  });

  it("reports all problems at once", () => {
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
