import { DataAzurermStorageContainer } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-container";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzureBillingExport, type AzureExistingContainerProps, AzureStorage } from "cdktf-finops/azure";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { AzureExistingContainer } from "../../lib/azure/existing-container";
import { azureStack, SUBSCRIPTION } from "../support/azure";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const REQUIRED_PROPS = {
  subscriptionId: SUBSCRIPTION,
  resourceGroupName: "shared",
  storageAccountName: "acmeshared",
  containerName: "cost-exports",
};
const ACCOUNT_ID =
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/shared` + "/providers/Microsoft.Storage/storageAccounts/acmeshared";
const CONTAINER_ID = `${ACCOUNT_ID}/blobServices/default/containers/cost-exports`;

const create = (
  scope: Construct,
  id: string,
  props: Partial<AzureExistingContainerProps> = {},
): AzureExistingContainer => new AzureExistingContainer(scope, id, { ...REQUIRED_PROPS, ...props });

const AT = "AzureStorage.fromContainer at billing/finops: ";

it("is returned by AzureStorage.fromContainer", () => {
  expect(AzureStorage.fromContainer(azureStack(), "finops", REQUIRED_PROPS)).toBeInstanceOf(AzureExistingContainer);
});

describe("an existing container", () => {
  const stack = azureStack();
  const storage = create(stack, "finops");
  const template = Template.of(stack);

  it("reads the container and its account, and changes neither", () => {
    // The only resource keeps the time from which the SAS token is derived.
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

  it("derives its ID from the given names, so that another read never replaces the exports", () => {
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

  it("stops the plan when the container is public, or prevents an export from overwriting a file", () => {
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

  it("stops the plan when the account allows plain HTTP, public access or old TLS, or is in another environment", () => {
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

  it("reads the container after a check that the azurerm provider works in the subscription of 'subscriptionId'", () => {
    const [clientConfig] = template.addresses.filter((address) => address.startsWith("data.azurerm_client_config."));
    expect(template.data("azurerm_client_config").lifecycle).toEqual({
      postcondition: [
        {
          condition: `\${(self.subscription_id == "${SUBSCRIPTION}")}`,
          error_message: `${AT}'subscriptionId' must be the subscription that the azurerm provider works in.`,
        },
      ],
    });
    expect(template.data("azurerm_storage_container").depends_on).toEqual([clientConfig]);
    expect(template.data("azurerm_storage_account").depends_on).toEqual([clientConfig]);
  });

  it("makes exports wait for the checks of container and account", () => {
    expect(storage.dependencies).toEqual([storage.container, storage.storageAccount]);
    const exporting = azureStack();
    new AzureBillingExport(exporting, "export", { agreement: "MCA", storage: create(exporting, "finops") });
    const exports = Template.of(exporting).resources("azurerm_subscription_cost_management_export");
    expect(exports[0]).toMatchObject({
      export_data_storage_location: { container_id: CONTAINER_ID },
      depends_on: [
        expect.stringMatching(/^data\.azurerm_storage_container\./),
        expect.stringMatching(/^data\.azurerm_storage_account\./),
      ],
    });
  });

  it("creates a SAS token with the account's key, which can only read and list, over HTTPS", () => {
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
    expect(resolved(stack, storage.fieldValues)).toEqual({
      sas_token: token,
      connection_string: `BlobEndpoint=\${${account}.primary_blob_endpoint};SharedAccessSignature=${token}`,
    });
    expect(storage.manualSteps.map(({ key }) => key)).toEqual(["renew_sas_token"]);
  });

  it("puts the account's key into the connection string with ACCOUNT_KEY, and warns about it", () => {
    const keyed = azureStack();
    const { fieldValues, node } = create(keyed, "finops", { connectionString: "ACCOUNT_KEY" });
    const { connection_string } = resolved(keyed, fieldValues) as { connection_string: string };
    expect(connection_string).toMatch(/^\$\{data\.azurerm_storage_account\.\w+\.primary_connection_string\}$/);
    expect(node.metadata.map(({ data }) => data as string)).toContain(
      "The connection string contains the account's key: anyone who has it can read, write and delete everything in the account, and it does not expire.",
    );
  });

  it("uses the provider that is passed", () => {
    const other = azureStack();
    const provider = new AzurermProvider(other, "other", { alias: "other", features: [{}] });
    expect(create(other, "finops", { provider }).provider).toBe(provider);
    const synthesized = Template.of(other);
    const types = [
      "azurerm_client_config",
      "azurerm_storage_container",
      "azurerm_storage_account",
      "azurerm_storage_account_blob_container_sas",
    ];
    expect(types.map((type) => synthesized.data(type).provider)).toEqual(Array(4).fill("azurerm.other"));
  });

  it("can be used twice, because it creates no name", () => {
    const twice = azureStack();
    create(twice, "one");
    create(twice, "two");
    expect(problemsOf(twice)).toBe("");
  });
});

describe("an existing container whose SAS token a person creates", () => {
  const stack = azureStack();
  const storage = create(stack, "finops", { createSas: false });
  const template = Template.of(stack);

  it("reads only the container, so that Terraform's state never holds a key of the account", () => {
    expect(template.addresses).toEqual([
      expect.stringMatching(/^data\.azurerm_client_config\.\w+$/),
      expect.stringMatching(/^data\.azurerm_storage_container\.\w+$/),
    ]);
    expect([storage.storageAccount, storage.sas.dataSource, storage.fieldValues]).toEqual([undefined, undefined, {}]);
    expect(storage.dependencies).toEqual([storage.container]);
  });

  it("reports a manual step with each value that the portal asks for", () => {
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

describe("preconditions for unresolved tokens", () => {
  const stack = azureStack();
  const text = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const storage = create(stack, "finops", {
    subscriptionId: text("subscription"),
    resourceGroupName: text("group"),
    storageAccountName: text("account"),
    containerName: text("container"),
  });
  const template = Template.of(stack);
  const { lifecycle, ...container } = template.data("azurerm_storage_container");
  const checks = lifecycle as Record<string, { condition: string; error_message: string }[]>;

  it("check the values before the container is read", () => {
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

  it("leave the tokens in the IDs and conditions", () => {
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

describe("validation of an existing container", () => {
  it.each<[string, unknown, string]>([
    [
      "a missing resource group",
      { resourceGroupName: undefined },
      `'resourceGroupName' is required: it must be letters, digits and ._()-; for example "finops"`,
    ],
    [
      "a missing container name",
      { containerName: undefined },
      `'containerName' is required: it must be lower-case letters, digits and '-'; for example "cost-exports"`,
    ],
    [
      "the URL of a container",
      { containerName: "https://acmeshared.blob.core.windows.net/cost-exports" },
      `'containerName' must be lower-case letters, digits and '-', got: "https://acmeshared.blob.core.windows.net/cost-exports"; for example "cost-exports"`,
    ],
    [
      "a missing account name",
      { storageAccountName: undefined },
      `'storageAccountName' is required: it must be lower-case letters and digits; for example "acmebillingexport"`,
    ],
    [
      "a missing subscription",
      { subscriptionId: undefined },
      `'subscriptionId' is required: it must be the ID of a subscription: lower-case hexadecimal digits and '-'; for example "${SUBSCRIPTION}"`,
    ],
    [
      "an unresolved 'createSas'",
      { createSas: Token.asAny({ ref: "x" }) },
      "'createSas' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "'connectionString' when a person creates the SAS token",
      { createSas: false, connectionString: "SAS" },
      "'connectionString' must be left out when 'createSas' is false: a person creates the token and the string",
    ],
    ["an object that is not a provider", { provider: {} }, "'provider' must be an AzurermProvider, got: an object"],
    [
      "a location, because the account has one",
      { location: "westeurope" },
      `"location" is not a known property; known are environment, provider, subscriptionId, createSas, sasDays, ` +
        "connectionString, storageAccountName, resourceGroupName, containerName",
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => create(stack, "finops", props as Partial<AzureExistingContainerProps>))).toBe(
      `${AT}${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("reports 'sasDays' and 'connectionString' separately when a person creates the SAS token", () => {
    const message = refusal(() =>
      create(azureStack(), "finops", { createSas: false, sasDays: 1, connectionString: "SAS" }),
    );
    expect(message).toContain(
      "'sasDays' must be left out when 'createSas' is false: a person creates the token and the string",
    );
    expect(message).toContain(
      "'connectionString' must be left out when 'createSas' is false: a person creates the token and the string",
    );
  });
});
