import { DataAzurermStorageContainer } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-container";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzureBillingExport, type AzureExistingContainerProps, AzureStorage } from "cdktf-finops/azure";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { AzureExistingContainer } from "../../lib/azure/existing-container";
import { azureStack, SUBSCRIPTION } from "../support/azure";
import { refusal, resolved, Template } from "../support/template";

const HERE = {
  subscriptionId: SUBSCRIPTION,
  resourceGroupName: "shared",
  storageAccountName: "acmeshared",
  containerName: "cost-exports",
};
const ACCOUNT_ID =
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/shared` + "/providers/Microsoft.Storage/storageAccounts/acmeshared";
const CONTAINER_ID = `${ACCOUNT_ID}/blobServices/default/containers/cost-exports`;

const make = (scope: Construct, id: string, props: Partial<AzureExistingContainerProps> = {}): AzureExistingContainer =>
  new AzureExistingContainer(scope, id, { ...HERE, ...props });

const AT = "AzureStorage.fromContainer at billing/finops: ";

it("is what AzureStorage.fromContainer returns", () => {
  expect(AzureStorage.fromContainer(azureStack(), "finops", HERE)).toBeInstanceOf(AzureExistingContainer);
});

describe("a container that is there already", () => {
  const stack = azureStack();
  const storage = make(stack, "finops");
  const template = Template.of(stack);

  it("is read with its account, and nothing of them is made or changed", () => {
    // What is kept is the time that the SAS token is made of.
    expect(template.resourceTypes).toEqual({ terraform_data: 1 });
    expect(template.data("azurerm_storage_container")).toMatchObject({
      name: "cost-exports",
      storage_account_id: ACCOUNT_ID,
    });
    expect(template.data("azurerm_storage_account")).toMatchObject({
      name: "acmeshared",
      resource_group_name: "shared",
    });
  });

  it("is told by the names that are known, so that exports stay where they are when it is read anew", () => {
    expect([storage.storageAccountName, storage.containerName, storage.containerId]).toEqual([
      "acmeshared",
      "cost-exports",
      CONTAINER_ID,
    ]);
    expect([storage.subscriptionId, storage.environment, storage.provider]).toEqual([
      SUBSCRIPTION,
      "public",
      undefined,
    ]);
    expect(storage.node.defaultChild).toBeInstanceOf(DataAzurermStorageContainer);
  });

  it("has to be private, and to let an export write a file again", () => {
    expect(template.data("azurerm_storage_container").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${self.container_access_type == "private"}',
          error_message: `${AT}the container must be private: otherwise anyone could read the billing data.`,
        },
        {
          condition: "${!self.has_immutability_policy && !self.has_legal_hold}",
          error_message: `${AT}the container must have neither an immutability policy nor a legal hold: an export may have to overwrite a file.`,
        },
      ],
    });
  });

  it("has to be in an account that is closed to the public, and where it is said to be", () => {
    expect(template.data("azurerm_storage_account").lifecycle).toEqual({
      postcondition: [
        {
          condition: "${self.https_traffic_only_enabled && !self.allow_nested_items_to_be_public}",
          error_message: `${AT}the account must accept HTTPS only, and must not allow public access to its containers.`,
        },
        {
          condition: '${contains(["TLS1_2", "TLS1_3"], self.min_tls_version)}',
          error_message: `${AT}the account must require TLS 1.2 or later.`,
        },
        {
          condition: '${endswith(self.primary_blob_endpoint, ".blob.core.windows.net/")}',
          error_message: `${AT}the account must be in the Azure environment that 'environment' specifies.`,
        },
      ],
    });
  });

  it("is read once the azurerm provider is known to work in the subscription that 'subscriptionId' says", () => {
    const [asked] = template.addresses.filter((address) => address.startsWith("data.azurerm_client_config."));
    expect(template.data("azurerm_client_config").lifecycle).toEqual({
      postcondition: [
        {
          condition: `\${(self.subscription_id == "${SUBSCRIPTION}")}`,
          error_message: `${AT}'subscriptionId' must be the subscription that the azurerm provider works in.`,
        },
      ],
    });
    expect(template.data("azurerm_storage_container").depends_on).toEqual([asked]);
    expect(template.data("azurerm_storage_account").depends_on).toEqual([asked]);
  });

  it("has both read and checked before anything is exported to it", () => {
    expect(storage.dependencies).toEqual([storage.container, storage.storageAccount]);
    const exporting = azureStack();
    new AzureBillingExport(exporting, "export", { agreement: "MCA", storage: make(exporting, "finops") });
    const exports = Template.of(exporting).resources("azurerm_subscription_cost_management_export");
    expect(exports[0]).toMatchObject({
      export_data_storage_location: { container_id: CONTAINER_ID },
      depends_on: [
        expect.stringMatching(/^data\.azurerm_storage_container\./),
        expect.stringMatching(/^data\.azurerm_storage_account\./),
      ],
    });
  });

  it("has a SAS token of its account's key, which may read and list it over HTTPS only", () => {
    const [account = ""] = template.addresses.filter((address) => address.startsWith("data.azurerm_storage_account."));
    const time = `${template.address("terraform_data")}.output`;
    expect(template.data("azurerm_storage_account_blob_container_sas")).toEqual({
      connection_string: `\${${account}.primary_connection_string}`,
      container_name: "cost-exports",
      https_only: true,
      start: `\${timeadd(${time}, "-15m")}`,
      expiry: `\${timeadd(${time}, "4320h")}`,
      permissions: { read: true, list: true, add: false, create: false, write: false, delete: false },
    });
    const [sas = ""] = template.addresses.filter((address) => address.includes("container_sas."));
    const token = `\${trimprefix(${sas}.sas, "?")}`;
    expect(resolved(stack, storage.formValues)).toEqual({
      sas_token: token,
      connection_string: `BlobEndpoint=\${${account}.primary_blob_endpoint};SharedAccessSignature=${token}`,
    });
    expect(storage.manualSteps.map(({ key }) => key)).toEqual(["renew_sas_token"]);
  });

  it("has the account's key in the connection string where told to, of which is warned", () => {
    const keyed = azureStack();
    const { formValues, node } = make(keyed, "finops", { connectionString: "ACCOUNT_KEY" });
    const { connection_string } = resolved(keyed, formValues) as { connection_string: string };
    expect(connection_string).toMatch(/^\$\{data\.azurerm_storage_account\.\w+\.primary_connection_string\}$/);
    expect(node.metadata.map(({ data }) => data as string)).toContain(
      "The connection string contains the account's key: anyone who has it can read, write and delete everything in the account, and it does not expire.",
    );
  });

  it("is read by the provider passed", () => {
    const other = azureStack();
    const provider = new AzurermProvider(other, "other", { alias: "other", features: [{}] });
    expect(make(other, "finops", { provider }).provider).toBe(provider);
    const read = Template.of(other);
    const types = [
      "azurerm_client_config",
      "azurerm_storage_container",
      "azurerm_storage_account",
      "azurerm_storage_account_blob_container_sas",
    ];
    expect(types.map((type) => read.data(type).provider)).toEqual(Array(4).fill("azurerm.other"));
  });

  it("may be used twice, as it has its name already", () => {
    const twice = azureStack();
    make(twice, "one");
    expect(() => make(twice, "two")).not.toThrow();
  });
});

describe("a container whose SAS token is made by hand", () => {
  const stack = azureStack();
  const storage = make(stack, "finops", { createSas: false });
  const template = Template.of(stack);

  it("is all that is read, so that no key of the account is in Terraform's state", () => {
    expect(template.addresses).toEqual([
      expect.stringMatching(/^data\.azurerm_client_config\.\w+$/),
      expect.stringMatching(/^data\.azurerm_storage_container\.\w+$/),
    ]);
    expect([storage.storageAccount, storage.sas.dataSource, storage.formValues]).toEqual([undefined, undefined, {}]);
    expect(storage.dependencies).toEqual([storage.container]);
  });

  it("is told in a manual step with each value that the portal asks for", () => {
    const [step, ...more] = storage.manualSteps;
    expect(more).toEqual([]);
    expect(step?.values).toEqual({
      "Storage account": "acmeshared",
      Container: "cost-exports",
      Permissions: "Read, List",
      Protocol: "HTTPS only",
      "Signing method": "account key",
      Ends: "for example in 180 days, at most in two years",
      "Connection string": "BlobEndpoint=https://acmeshared.blob.core.windows.net/;SharedAccessSignature=<SAS token>",
    });
  });
});

describe("what Terraform fills in", () => {
  const stack = azureStack();
  const text = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const storage = make(stack, "finops", {
    subscriptionId: text("subscription"),
    resourceGroupName: text("group"),
    storageAccountName: text("account"),
    containerName: text("container"),
  });
  const template = Template.of(stack);
  const { lifecycle, ...container } = template.data("azurerm_storage_container");
  const checks = lifecycle as Record<string, { condition: string; error_message: string }[]>;

  it("is checked before the container is read", () => {
    expect(checks.postcondition).toHaveLength(2);
    expect(checks.precondition?.map((check) => check.error_message)).toEqual([
      `${AT}'subscriptionId' must be the ID of a subscription: lower-case hexadecimal digits and '-'.`,
      `${AT}'subscriptionId' must be the ID of a subscription, such as 11111111-2222-3333-4444-555555555555.`,
      `${AT}'storageAccountName' must be lower-case letters and digits.`,
      `${AT}'storageAccountName' must be 3-24 characters long.`,
      `${AT}'resourceGroupName' must be letters, digits and ._()-.`,
      `${AT}'resourceGroupName' must be 1-90 characters long.`,
      `${AT}'resourceGroupName' must not end with '.'.`,
      `${AT}'containerName' must be lower-case letters, digits and '-'.`,
      `${AT}'containerName' must be 3-63 characters long.`,
      `${AT}'containerName' must not begin or end with '-', or have two of them in a row.`,
    ]);
  });

  it("is in the IDs, and in what is compared", () => {
    const accountId =
      "/subscriptions/${var.subscription}/resourceGroups/${var.group}" +
      "/providers/Microsoft.Storage/storageAccounts/${var.account}";
    expect(container).toMatchObject({ name: "${var.container}", storage_account_id: accountId });
    expect(resolved(stack, storage.containerId)).toBe(`${accountId}/blobServices/default/containers/\${var.container}`);
    expect(template.data("azurerm_client_config").lifecycle).toMatchObject({
      postcondition: [{ condition: "${(self.subscription_id == var.subscription)}" }],
    });
  });
});

describe("what it refuses", () => {
  it.each<[string, unknown, string]>([
    [
      "no resource group",
      { resourceGroupName: undefined },
      `'resourceGroupName' is required: it must be letters, digits and ._()-; for example "finops"`,
    ],
    [
      "a resource group by its path",
      { resourceGroupName: `/subscriptions/${SUBSCRIPTION}/resourceGroups/shared` },
      `'resourceGroupName' must be letters, digits and ._()-, got: "/subscriptions/${SUBSCRIPTION}/resourceGroups/shared"; for example "finops"`,
    ],
    [
      "no container",
      { containerName: undefined },
      `'containerName' is required: it must be lower-case letters, digits and '-'; for example "cost-exports"`,
    ],
    [
      "a container by its address",
      { containerName: "https://acmeshared.blob.core.windows.net/cost-exports" },
      `'containerName' must be lower-case letters, digits and '-', got: "https://acmeshared.blob.core.windows.net/cost-exports"; for example "cost-exports"`,
    ],
    [
      "no account",
      { storageAccountName: undefined },
      `'storageAccountName' is required: it must be lower-case letters and digits; for example "acmebillingexport"`,
    ],
    [
      "an account by its path",
      { storageAccountName: "accounts/acmeshared" },
      `'storageAccountName' must be lower-case letters and digits, got: "accounts/acmeshared"; for example "acmebillingexport"`,
    ],
    [
      "no subscription",
      { subscriptionId: undefined },
      `'subscriptionId' is required: it must be the ID of a subscription: lower-case hexadecimal digits and '-'; for example "${SUBSCRIPTION}"`,
    ],
    [
      "to have Terraform decide whether there is a SAS token",
      { createSas: Token.asAny({ ref: "x" }) },
      "'createSas' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "the kind of a connection string that a person makes",
      { createSas: false, connectionString: "SAS" },
      "'connectionString' must be left out when 'createSas' is false: a person creates the token and the string",
    ],
    ["something else as provider", { provider: {} }, "'provider' must be an AzurermProvider, got: an object"],
    [
      "a location, which it has already",
      { location: "westeurope" },
      `"location" is not a known property; known are environment, provider, subscriptionId, createSas, sasDays, ` +
        "connectionString, storageAccountName, resourceGroupName, containerName",
    ],
  ])("is %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => make(stack, "finops", props as Partial<AzureExistingContainerProps>))).toBe(`${AT}${problem}`);
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is days and connection string together of a token that a person makes, each told of", () => {
    const told = refusal(() => make(azureStack(), "finops", { createSas: false, sasDays: 1, connectionString: "SAS" }));
    expect(told).toContain(
      "'sasDays' must be left out when 'createSas' is false: a person creates the token and the string",
    );
    expect(told).toContain(
      "'connectionString' must be left out when 'createSas' is false: a person creates the token and the string",
    );
  });
});
