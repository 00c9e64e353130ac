import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzureStorage, type AzureStorageProps } from "cdktf-finops/azure";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { azureStack, OTHER_SUBSCRIPTION, SUBSCRIPTION } from "../support/azure";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const REQUIRED_PROPS = {
  subscriptionId: SUBSCRIPTION,
  location: "westeurope",
  storageAccountName: "acmebillingexport",
};

const create = (scope: Construct, id: string, props: Partial<AzureStorageProps> = {}): AzureStorage =>
  new AzureStorage(scope, id, { ...REQUIRED_PROPS, ...props });

const templateOf = (props?: Partial<AzureStorageProps>): Template => {
  const stack = azureStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

const RENEW = "Rotate the SAS token before it expires, and enter the new one into the platform's form";
const REPLACE = "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address";
const SAS_PAGE = "https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview";

describe("a storage with only its required props", () => {
  const stack = azureStack();
  const storage = create(stack, "finops");
  const template = Template.of(stack);
  const group = template.address("azurerm_resource_group");
  const account = template.address("azurerm_storage_account");
  const container = template.address("azurerm_storage_container");

  it("creates a resource group, an account and a container, and keeps the time of the SAS token", () => {
    expect(template.resourceTypes).toEqual({
      azurerm_resource_group: 1,
      azurerm_storage_account: 1,
      azurerm_storage_container: 1,
      terraform_data: 1,
    });
  });

  it("names group and container after the construct's path", () => {
    expect(template.resource("azurerm_resource_group")).toMatchObject({
      name: "billing-finops",
      location: "westeurope",
    });
    expect(template.resource("azurerm_storage_container")).toEqual({
      name: "billing-finops",
      storage_account_id: `\${${account}.id}`,
      container_access_type: "private",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("creates an account without public access or plain HTTP, which works for exports and SAS tokens", () => {
    const { lifecycle, depends_on, ...settings } = template.resource("azurerm_storage_account");
    expect([lifecycle, depends_on].every((block) => block !== undefined)).toBe(true);
    expect(settings).toEqual({
      name: "acmebillingexport",
      resource_group_name: `\${${group}.name}`,
      location: "westeurope",
      account_kind: "StorageV2",
      account_tier: "Standard",
      account_replication_type: "LRS",
      min_tls_version: "TLS1_2",
      https_traffic_only_enabled: true,
      allow_nested_items_to_be_public: false,
      cross_tenant_replication_enabled: false,
      default_to_oauth_authentication: true,
      infrastructure_encryption_enabled: true,
      local_user_enabled: false,
      shared_access_key_enabled: true,
      public_network_access_enabled: true,
      blob_properties: {
        versioning_enabled: true,
        delete_retention_policy: { days: 30 },
        container_delete_retention_policy: { days: 30 },
      },
    });
  });

  it("protects group, account and container from destruction", () => {
    const types = ["azurerm_resource_group", "azurerm_storage_account", "azurerm_storage_container"];
    for (const type of types) {
      expect(template.resource(type).lifecycle).toMatchObject({ prevent_destroy: true });
    }
  });

  it("creates no policy that deletes or archives blobs", () => {
    expect(template.resources("azurerm_storage_management_policy")).toEqual([]);
  });

  it("stops the plan when the azurerm provider works in another subscription than 'subscriptionId'", () => {
    expect(template.data("azurerm_client_config").lifecycle).toEqual({
      postcondition: [
        {
          condition: `\${(self.subscription_id == "${SUBSCRIPTION}")}`,
          error_message:
            "AzureStorage at billing/finops: 'subscriptionId' must be the subscription that the azurerm provider works in.",
        },
      ],
    });
    const [clientConfig] = template.addresses.filter((address) => address.startsWith("data.azurerm_client_config."));
    expect(template.resource("azurerm_resource_group").depends_on).toEqual([clientConfig]);
    expect(template.resource("azurerm_storage_account").depends_on).toEqual([clientConfig]);
  });

  it("stops the plan when the account was created in another subscription, which the provider would keep using", () => {
    const { postcondition } = template.resource("azurerm_storage_account").lifecycle as { postcondition: unknown[] };
    expect(postcondition).toContainEqual({
      condition: `\${(element(split("/", self.id), 2) == "${SUBSCRIPTION}")}`,
      error_message:
        "AzureStorage at billing/finops: the account must be in the subscription that 'subscriptionId' specifies; it stays where it was created.",
    });
  });

  it("returns names and IDs as references, so that other resources wait for it", () => {
    const { storageAccountName, containerName, containerId } = storage;
    expect([storageAccountName, containerName, containerId].map((value) => resolved(stack, value))).toEqual([
      `\${${account}.name}`,
      `\${${container}.name}`,
      `\${${container}.id}`,
    ]);
    expect([storage.subscriptionId, storage.environment, storage.provider]).toEqual([
      SUBSCRIPTION,
      "public",
      undefined,
    ]);
    expect([storage.dependencies, storage.limitations]).toEqual([[], []]);
    expect(storage.node.defaultChild).toBe(storage.storageAccount);
  });
});

describe("a storage with all options", () => {
  it("has the given names, replication and tags", () => {
    const tags = { team: "finops", "Kosten Stelle": "" };
    const template = templateOf({
      resourceGroupName: "Fin_Ops-(1).eu",
      containerName: "cost-exports",
      replication: "GZRS",
      tags,
    });
    expect(template.resource("azurerm_resource_group")).toMatchObject({ name: "Fin_Ops-(1).eu", tags });
    expect(template.resource("azurerm_storage_account")).toMatchObject({ account_replication_type: "GZRS", tags });
    expect(template.resource("azurerm_storage_container").name).toBe("cost-exports");
  });

  it("can be destroyed with 'retain' false", () => {
    const template = templateOf({ retain: false });
    const types = ["azurerm_resource_group", "azurerm_storage_account", "azurerm_storage_container"];
    for (const type of types) {
      expect(template.resource(type).lifecycle ?? {}).not.toHaveProperty("prevent_destroy");
    }
  });

  it("uses an existing resource group", () => {
    const stack = azureStack();
    const storage = create(stack, "finops", { createResourceGroup: false, resourceGroupName: "shared" });
    const template = Template.of(stack);
    expect(storage.resourceGroup).toBeUndefined();
    expect(template.resources("azurerm_resource_group")).toEqual([]);
    expect(template.resource("azurerm_storage_account")).toMatchObject({
      resource_group_name: "shared",
      location: "westeurope",
    });
  });

  it("uses a resource group that another storage creates, and waits for it, in any order", () => {
    const stack = azureStack();
    const shared = { createResourceGroup: false, resourceGroupName: "Shared" };
    create(stack, "before", { ...shared, storageAccountName: "acmebefore" });
    create(stack, "maker", { resourceGroupName: "shared", storageAccountName: "acmemaker" });
    create(stack, "after", { ...shared, storageAccountName: "acmeafter" });
    const template = Template.of(stack);
    const group = `\${${template.address("azurerm_resource_group")}.name}`;
    expect(template.resources("azurerm_storage_account").map((block) => block.resource_group_name)).toEqual([
      group,
      group,
      group,
    ]);
    stack.node.tryRemoveChild("maker");
    expect(
      Template.of(stack)
        .resources("azurerm_storage_account")
        .map((block) => block.resource_group_name),
    ).toEqual(["Shared", "Shared"]);
  });

  it("uses the provider that is passed, for resources and data sources", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", { alias: "other", features: [{}] });
    expect(create(stack, "finops", { provider, expireAfterDays: 400 }).provider).toBe(provider);
    const { json } = Template.of(stack);
    const blocks = Object.values({
      ...(json.resource as Record<string, Record<string, { provider?: string }>>),
      ...(json.data as Record<string, Record<string, { provider?: string }>>),
    }).flatMap((named) => Object.values(named));
    // A resource that is built into Terraform has no provider.
    expect(blocks.filter((block) => block.provider !== "azurerm.other")).toEqual([
      expect.objectContaining({ input: "${plantimestamp()}" }),
    ]);
    expect(blocks).toHaveLength(7);
  });

  it.each<[string, Partial<AzureStorageProps>]>([
    ["50 tags", { tags: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, `${i}`])) }],
    ["zone-redundant storage", { replication: "ZRS" }],
    ["geo-redundant storage", { replication: "GRS" }],
    ["geo-redundant storage with read access", { replication: "RAGRS" }],
    ["geo-zone-redundant storage with read access", { replication: "RAGZRS" }],
    ["a SAS token that is valid for one day", { sasDays: 1 }],
    ["a SAS token that is valid for two years", { sasDays: 730 }],
  ])("accepts %s", (_, props) => {
    expect(() => templateOf(props)).not.toThrow();
  });
});

describe("the expiry of exports", () => {
  it.each([400, 3650])("deletes the blobs of the container after %d days, and archives nothing", (expireAfterDays) => {
    const template = templateOf({ expireAfterDays, containerName: "cost-exports" });
    expect(template.resource("azurerm_storage_management_policy")).toEqual({
      storage_account_id: `\${${template.address("azurerm_storage_account")}.id}`,
      rule: [
        {
          name: "expire-exports",
          enabled: true,
          filters: { blob_types: ["blockBlob"], prefix_match: ["cost-exports/"] },
          actions: {
            base_blob: { delete_after_days_since_modification_greater_than: expireAfterDays },
            snapshot: { delete_after_days_since_creation_greater_than: expireAfterDays },
            version: { delete_after_days_since_creation: expireAfterDays },
          },
        },
      ],
    });
  });
});

describe("the SAS token", () => {
  const stack = azureStack();
  const storage = create(stack, "finops");
  const template = Template.of(stack);
  const account = template.address("azurerm_storage_account");
  const sas = template.data("azurerm_storage_account_blob_container_sas");
  const [sasAddress = ""] = template.addresses.filter((address) => address.includes("container_sas."));
  const time = `${template.address("terraform_data")}.output`;

  it("can only read and list the container, over HTTPS", () => {
    expect(sas).toMatchObject({
      connection_string: `\${${account}.primary_connection_string}`,
      container_name: `\${${template.address("azurerm_storage_container")}.name}`,
      https_only: true,
      permissions: { read: true, list: true, add: false, create: false, write: false, delete: false },
    });
  });

  it("is valid from the time of the first deployment, which stays the same in each plan", () => {
    expect(template.resource("terraform_data")).toEqual({
      input: "${plantimestamp()}",
      lifecycle: { ignore_changes: ["input"] },
    });
    expect([sas.start, sas.expiry]).toEqual([`\${timeadd(${time}, "-15m")}`, `\${timeadd(${time}, "4320h")}`]);
  });

  it("has no leading question mark, also in the connection string", () => {
    const token = `\${trimprefix(${sasAddress}.sas, "?")}`;
    expect(resolved(stack, storage.fieldValues)).toEqual({
      sas_token: token,
      connection_string: `BlobEndpoint=\${${account}.primary_blob_endpoint};SharedAccessSignature=${token}`,
    });
  });

  it("has its expiry in a manual step, also as a warning at synthesis", () => {
    expect(resolved(stack, storage.manualSteps)).toEqual([
      {
        key: "renew_sas_token",
        title: RENEW,
        why: "Once it has expired, the platform cannot read the exports, and Azure sends no warning.",
        link: REPLACE,
        values: {
          Ends: `\${timeadd(${time}, "4320h")}`,
          "Storage account": "acmebillingexport",
          Container: "billing-finops",
          "Rotation command": `terraform apply -replace=${template.address("terraform_data")}`,
        },
        check: "The platform still reads the exports after that day.",
      },
    ]);
    expect(storage.node.metadata.map(({ data }) => data as string)).toEqual([
      `Manual step: ${RENEW}. Once it has expired, the platform cannot read the exports, and Azure sends no warning. See ${REPLACE}`,
    ]);
  });

  it("is reported as permissions of its holder", () => {
    const permissions = storage.permissions.map(({ grantee, actions, resource }) => ({ grantee, actions, resource }));
    expect(permissions).toEqual([
      { grantee: "bearer", actions: ["read blobs", "list blobs"], resource: "container of the exports" },
    ]);
  });

  it("is valid for the given days", () => {
    const { expiry } = templateOf({ sasDays: 90 }).data("azurerm_storage_account_blob_container_sas");
    expect(expiry).toMatch(/^\$\{timeadd\(terraform_data\.\w+\.output, "2160h"\)\}$/);
  });

  it("is valid for an unresolved number of days, with a precondition", () => {
    const stack = azureStack();
    create(stack, "finops", { sasDays: new TerraformVariable(stack, "days", { type: "number" }).numberValue });
    const template = Template.of(stack);
    const time = `${template.address("terraform_data")}.output`;
    expect(template.data("azurerm_storage_account_blob_container_sas").expiry).toBe(
      `\${timeadd(${time}, "\${(var.days * 24)}h")}`,
    );
    expect(template.resource("azurerm_storage_account").lifecycle).toMatchObject({
      precondition: [
        {
          condition: "${((var.days >= 1) && (var.days <= 730))}",
          error_message: "AzureStorage at billing/finops: 'sasDays' must be a whole number from 1 to 730.",
        },
      ],
    });
  });
});

describe("the connection string", () => {
  it("has the account's key with ACCOUNT_KEY, and a warning", () => {
    const stack = azureStack();
    const storage = create(stack, "finops", { connectionString: "ACCOUNT_KEY" });
    const template = Template.of(stack);
    expect(resolved(stack, storage.fieldValues)).toEqual({
      sas_token: expect.stringMatching(/^\$\{trimprefix\(data\.\S+\.sas, "\?"\)\}$/) as string,
      connection_string: `\${${template.address("azurerm_storage_account")}.primary_connection_string}`,
    });
    expect(storage.permissions.map(({ actions }) => actions)).toEqual([
      ["read blobs", "list blobs"],
      ["do anything with its data"],
    ]);
    expect(storage.node.metadata.map(({ data }) => data as string)).toEqual([
      "The connection string contains the account's key: anyone who has it can read, write and delete everything in the account, and it does not expire.",
      expect.stringContaining(RENEW),
    ]);
  });

  it("has the SAS token with SAS, and by default", () => {
    const values = ([undefined, "SAS"] as const).map((connectionString) => {
      const stack = azureStack();
      return resolved(stack, create(stack, "finops", { connectionString }).fieldValues);
    });
    expect(values[0]).toEqual(values[1]);
    expect(JSON.stringify(values)).not.toContain("primary_connection_string");
  });
});

describe("a SAS token that a person creates", () => {
  const stack = azureStack();
  const storage = create(stack, "finops", { createSas: false });
  const template = Template.of(stack);
  const title = "Create a SAS token for the container, and enter it and its connection string into the platform's form";
  const why =
    "'createSas' is false, so the token is never in Terraform's state, and the program does not know when it expires.";

  it("is not in Terraform's state, nor is its time", () => {
    expect(template.addresses.filter((address) => /_sas|terraform_data/.test(address))).toEqual([]);
    expect([storage.fieldValues, storage.sas.dataSource, storage.permissions]).toEqual([{}, undefined, []]);
  });

  it("is a manual step with each value that the portal asks for", () => {
    expect(storage.manualSteps).toEqual([
      {
        key: "create_sas_token",
        title,
        why,
        link: SAS_PAGE,
        values: {
          "Storage account": "acmebillingexport",
          Container: "billing-finops",
          Permissions: "Read, List",
          Protocol: "HTTPS only",
          "Signing method": "account key",
          Ends: "for example in 180 days, at most in two years",
          "Connection string":
            "BlobEndpoint=https://acmebillingexport.blob.core.windows.net/;SharedAccessSignature=<SAS token>",
        },
        check: "The platform reads the exports. Create another token before this one expires.",
      },
    ]);
    expect(storage.node.metadata.map(({ data }) => data as string)).toEqual([
      `Manual step: ${title}. ${why} See ${SAS_PAGE}`,
    ]);
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check the values on the account, beside 'prevent_destroy'", () => {
    const stack = azureStack();
    const text = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    const { numberValue } = new TerraformVariable(stack, "days", { type: "number" });
    create(stack, "finops", {
      subscriptionId: text("subscription"),
      location: text("location"),
      storageAccountName: text("account"),
      resourceGroupName: text("group"),
      containerName: `exports-${text("container")}`,
      expireAfterDays: numberValue,
      tags: { team: text("team") },
    });
    const template = Template.of(stack);
    const { lifecycle } = template.resource("azurerm_storage_account");
    const conditions = lifecycle as {
      prevent_destroy: boolean;
      precondition: { condition: string; error_message: string }[];
    };
    const at = "AzureStorage at billing/finops: ";
    expect(conditions.prevent_destroy).toBe(true);
    expect(conditions.precondition.map((check) => check.error_message)).toEqual([
      `${at}'subscriptionId' must be the ID of a subscription: lower-case hexadecimal digits and '-'.`,
      `${at}'subscriptionId' must be the ID of a subscription, such as 11111111-2222-3333-4444-555555555555.`,
      `${at}'storageAccountName' must be lower-case letters and digits.`,
      `${at}'storageAccountName' must be 3-24 characters long.`,
      `${at}'location' must be the name of a region: lower-case letters and digits, without spaces.`,
      `${at}'location' must be the name of a region, such as westeurope.`,
      `${at}'location' must be at most 40 characters long.`,
      `${at}'resourceGroupName' must be letters, digits and ._()-.`,
      `${at}'resourceGroupName' must be 1-90 characters long.`,
      `${at}'resourceGroupName' must not end with '.'.`,
      `${at}'containerName' must be lower-case letters, digits and '-'.`,
      `${at}'containerName' must be 3-63 characters long.`,
      `${at}'containerName' must not begin or end with '-', or have two of them in a row.`,
      `${at}'expireAfterDays' must be a whole number from 400 to 3650.`,
    ]);
    expect(conditions.precondition.map((check) => check.condition)).toEqual(
      expect.arrayContaining([
        '${can(regex("^[a-z0-9]*$", var.account))}',
        "${((length(var.account) >= 3) && (length(var.account) <= 24))}",
        '${!can(regex("[.]$", var.group))}',
        '${!can(regex("^-|-$|--", join("", ["exports-", var.container])))}',
        "${((var.days >= 400) && (var.days <= 3650))}",
      ]),
    );
    expect(template.resource("azurerm_storage_account").tags).toEqual({ team: "${var.team}" });
    expect(template.data("azurerm_client_config").lifecycle).toMatchObject({
      postcondition: [{ condition: "${(self.subscription_id == var.subscription)}" }],
    });
  });
});

describe("validation of the storage", () => {
  const unresolved = "got: a token; what is created depends on it, so pass the value itself";

  it.each<[string, unknown, string]>([
    [
      "a missing subscription",
      { subscriptionId: undefined },
      `'subscriptionId' is required: it must be the ID of a subscription: lower-case hexadecimal digits and '-'; for example "${SUBSCRIPTION}"`,
    ],
    [
      "a missing location",
      { location: undefined },
      `'location' is required: it must be the name of a region: lower-case letters and digits, without spaces; for example "westeurope"`,
    ],
    [
      "a missing account name",
      { storageAccountName: undefined },
      `'storageAccountName' is required: it must be lower-case letters and digits; for example "acmebillingexport"`,
    ],
    [
      "an account name with a dash",
      { storageAccountName: "acme-billing" },
      `'storageAccountName' must be lower-case letters and digits, got: "acme-billing"; for example "acmebillingexport"`,
    ],
    [
      "an existing group without its name",
      { createResourceGroup: false },
      "'resourceGroupName' is required when 'createResourceGroup' is false: it must name the existing group",
    ],
    [
      "a string for 'createResourceGroup'",
      { createResourceGroup: "no" },
      `'createResourceGroup' must be true or false, got: "no"`,
    ],
    [
      "an unresolved 'createResourceGroup'",
      { createResourceGroup: Token.asAny({ ref: "x" }) },
      `'createResourceGroup' must be true or false, ${unresolved}`,
    ],
    [
      "a replication in lower case",
      { replication: "lrs" },
      `'replication' must be one of LRS, ZRS, GRS, RAGRS, GZRS, RAGZRS, got: "lrs"`,
    ],
    [
      "an expiry of less than 400 days",
      { expireAfterDays: 399 },
      "'expireAfterDays' must be a whole number from 400 to 3650, got: 399",
    ],
    [
      "an expiry of more than ten years",
      { expireAfterDays: 3651 },
      "'expireAfterDays' must be a whole number from 400 to 3650, got: 3651",
    ],
    [
      "an expiry with a fraction of a day",
      { expireAfterDays: 400.5 },
      "'expireAfterDays' must be a whole number from 400 to 3650, got: 400.5",
    ],
    [
      "tag keys that differ in letter case only",
      { tags: { team: "a", Team: "b" } },
      `'tags' must not have keys that differ in letter case only, got: "team" and "Team"`,
    ],
    [
      "more than 50 tags",
      { tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ""])) },
      "'tags' must have at most 50 keys, got: 51",
    ],
    [
      "a list of tags",
      { tags: ["team"] },
      `'tags' must be an object whose values are strings, got: a list of 1; for example { team: "finops" }`,
    ],
    ["a string for 'retain'", { retain: "no" }, `'retain' must be true or false, got: "no"`],
    ["an unresolved 'retain'", { retain: Token.asAny({ ref: "x" }) }, `'retain' must be true or false, ${unresolved}`],
    [
      "an unresolved 'createSas'",
      { createSas: Token.asAny({ ref: "x" }) },
      `'createSas' must be true or false, ${unresolved}`,
    ],
    ["a string for 'createSas'", { createSas: "no" }, `'createSas' must be true or false, got: "no"`],
    [
      "a SAS token that is valid for zero days",
      { sasDays: 0 },
      "'sasDays' must be a whole number from 1 to 730, got: 0",
    ],
    [
      "a SAS token that is valid for more than two years",
      { sasDays: 731 },
      "'sasDays' must be a whole number from 1 to 730, got: 731",
    ],
    [
      "an unknown kind of connection string",
      { connectionString: "KEY" },
      "'connectionString' must be one of SAS, ACCOUNT_KEY, got: 3 characters, which are not shown",
    ],
    [
      "a connection string, and does not show it",
      { connectionString: "AccountName=acme;AccountKey=hunter2" },
      "'connectionString' must be one of SAS, ACCOUNT_KEY, got: 35 characters, which are not shown",
    ],
    [
      "an unresolved 'connectionString'",
      { connectionString: Token.asString({ ref: "x" }) },
      `'connectionString' must be one of SAS, ACCOUNT_KEY, ${unresolved}`,
    ],
    [
      "'sasDays' when a person creates the SAS token",
      { createSas: false, sasDays: 90 },
      "'sasDays' must be left out when 'createSas' is false: a person creates the token and the string",
    ],
    [
      "'connectionString' when a person creates the SAS token",
      { createSas: false, connectionString: "ACCOUNT_KEY" },
      "'connectionString' must be left out when 'createSas' is false: a person creates the token and the string",
    ],
    [
      "an unknown environment",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    ["an object that is not a provider", { provider: {} }, "'provider' must be an AzurermProvider, got: an object"],
    [
      "network rules, because it supports no firewall",
      { networkRules: {} },
      `"networkRules" is not a known property; known are environment, provider, subscriptionId, createSas, sasDays, ` +
        "connectionString, storageAccountName, location, resourceGroupName, createResourceGroup, containerName, " +
        "replication, expireAfterDays, tags, retain",
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => create(stack, "finops", props as Partial<AzureStorageProps>))).toBe(
      `AzureStorage at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a path that is too long for the default names, and says what to set", () => {
    const stack = azureStack();
    const id = "x".repeat(90);
    const nameProblem = (name: string, must: string, example: string): string =>
      `'${name}' must be ${must} characters long, got: "billing-${"x".repeat(72)}"… (98 characters); for example "${example}"; ` +
      `this default is derived from the construct's path, so set '${name}'`;
    const message = refusal(() => create(stack, id));
    expect(message).toContain(nameProblem("resourceGroupName", "1-90", "finops"));
    expect(message).toContain(nameProblem("containerName", "3-63", "cost-exports"));
    expect(() => create(stack, id, { resourceGroupName: "finops", containerName: "exports" })).not.toThrow();
  });

  it("refuses an account name that is already in use in any stack of the program", () => {
    const stack = azureStack();
    const other = new TerraformStack(App.of(stack), "other");
    create(stack, "one");
    create(other, "elsewhere", { storageAccountName: "acmeotherexport" });
    expect(problemsOf(stack)).toBe("");
    create(other, "two", { subscriptionId: OTHER_SUBSCRIPTION });
    expect(problemsOf(stack)).toBe(
      `[billing] AzureStorage at other/two: 'storageAccountName' must be unique in the program, got: "acmebillingexport", which billing/one already uses ` +
        "for its storage account; choose another, or, within a stack, pass the storage of the other construct as 'storage'",
    );
  });

  it("refuses a group name that is already in use in the subscription, in any letter case", () => {
    const stack = azureStack();
    const other = new TerraformStack(App.of(stack), "other");
    const resourceGroupName = "FinOps";
    create(stack, "one", { resourceGroupName: "finops" });
    create(other, "existing", { resourceGroupName, storageAccountName: "acmeexisting", createResourceGroup: false });
    create(other, "elsewhere", {
      resourceGroupName,
      storageAccountName: "acmeelsewhere",
      subscriptionId: OTHER_SUBSCRIPTION,
    });
    expect(problemsOf(stack)).toBe("");
    create(other, "two", { resourceGroupName, storageAccountName: "acmeother" });
    expect(problemsOf(stack)).toBe(
      `[billing] AzureStorage at other/two: 'resourceGroupName' must be unique, got: "FinOps", which billing/one already uses for its ` +
        "resource group; choose another, or set 'createResourceGroup' to false in all but one",
    );
    stack.node.tryRemoveChild("one");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("default names", () => {
  it("differ for integrations side by side", () => {
    const stack = azureStack();
    create(new Construct(stack, "teamA"), "finops", { storageAccountName: "acmea" });
    create(new Construct(stack, "teamB"), "finops", { storageAccountName: "acmeb" });
    const template = Template.of(stack);
    const names = ["azurerm_resource_group", "azurerm_storage_container"].map((type) =>
      template.resources(type).map(({ name }) => name),
    );
    const both = ["billing-team-a-finops", "billing-team-b-finops"];
    expect(names).toEqual([both, both]);
  });
});
