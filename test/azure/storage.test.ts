import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzureStorage, type AzureStorageProps } from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { azureStack, OTHER_SUBSCRIPTION, SUBSCRIPTION } from "../support/azure";
import { refusal, resolved, Template } from "../support/template";

const HERE = { subscriptionId: SUBSCRIPTION, location: "westeurope", storageAccountName: "acmebillingexport" };

const make = (scope: Construct, id: string, props: Partial<AzureStorageProps> = {}): AzureStorage =>
  new AzureStorage(scope, id, { ...HERE, ...props });

const templateOf = (props?: Partial<AzureStorageProps>): Template => {
  const stack = azureStack();
  make(stack, "finops", props);
  return Template.of(stack);
};

const RENEW = "Rotate the SAS token before it expires, and enter the new one into the platform's form";
const REPLACE = "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address";
const SAS_PAGE = "https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview";

describe("the storage", () => {
  const stack = azureStack();
  const storage = make(stack, "finops");
  const template = Template.of(stack);
  const group = template.address("azurerm_resource_group");
  const account = template.address("azurerm_storage_account");
  const container = template.address("azurerm_storage_container");

  it("is a resource group, an account and a container, and the time that the SAS token is made of", () => {
    expect(template.resourceTypes).toEqual({
      azurerm_resource_group: 1,
      azurerm_storage_account: 1,
      azurerm_storage_container: 1,
      terraform_data: 1,
    });
  });

  it("has a group and a container named after the construct's path", () => {
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

  it("has an account that is closed to the public and to plain HTTP, and open to exports and SAS tokens", () => {
    const { lifecycle, depends_on, ...told } = template.resource("azurerm_storage_account");
    expect([lifecycle, depends_on].every((block) => block !== undefined)).toBe(true);
    expect(told).toEqual({
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

  it("cannot be destroyed: neither group nor account nor container", () => {
    const types = ["azurerm_resource_group", "azurerm_storage_account", "azurerm_storage_container"];
    for (const type of types) {
      expect(template.resource(type).lifecycle).toMatchObject({ prevent_destroy: true });
    }
  });

  it("has nothing that deletes or archives what is in it", () => {
    expect(template.resources("azurerm_storage_management_policy")).toEqual([]);
  });

  it("has to be in the subscription that 'subscriptionId' says, before anything is made in it", () => {
    expect(template.data("azurerm_client_config").lifecycle).toEqual({
      postcondition: [
        {
          condition: `\${(self.subscription_id == "${SUBSCRIPTION}")}`,
          error_message:
            "AzureStorage at billing/finops: 'subscriptionId' must be the subscription that the azurerm provider works in.",
        },
      ],
    });
    const [asked] = template.addresses.filter((address) => address.startsWith("data.azurerm_client_config."));
    expect(template.resource("azurerm_resource_group").depends_on).toEqual([asked]);
    expect(template.resource("azurerm_storage_account").depends_on).toEqual([asked]);
  });

  it("has to have been made there, as the provider would go on with the account of another subscription", () => {
    const { postcondition } = template.resource("azurerm_storage_account").lifecycle as { postcondition: unknown[] };
    expect(postcondition).toContainEqual({
      condition: `\${(element(split("/", self.id), 2) == "${SUBSCRIPTION}")}`,
      error_message:
        "AzureStorage at billing/finops: the account must be in the subscription that 'subscriptionId' specifies; it stays where it was created.",
    });
  });

  it("tells what it is, by references for whoever has to wait for it", () => {
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

describe("the storage, as told", () => {
  it("has those names, copies and tags", () => {
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

  it("may be destroyed where its history is not to be retained", () => {
    const template = templateOf({ retain: false });
    const types = ["azurerm_resource_group", "azurerm_storage_account", "azurerm_storage_container"];
    for (const type of types) {
      expect(template.resource(type).lifecycle ?? {}).not.toHaveProperty("prevent_destroy");
    }
  });

  it("is in a resource group that is there already", () => {
    const stack = azureStack();
    const storage = make(stack, "finops", { createResourceGroup: false, resourceGroupName: "shared" });
    const template = Template.of(stack);
    expect(storage.resourceGroup).toBeUndefined();
    expect(template.resources("azurerm_resource_group")).toEqual([]);
    expect(template.resource("azurerm_storage_account")).toMatchObject({
      resource_group_name: "shared",
      location: "westeurope",
    });
  });

  it("is in a resource group that another one makes, and waits for it, whichever comes first", () => {
    const stack = azureStack();
    const shared = { createResourceGroup: false, resourceGroupName: "Shared" };
    make(stack, "before", { ...shared, storageAccountName: "acmebefore" });
    make(stack, "maker", { resourceGroupName: "shared", storageAccountName: "acmemaker" });
    make(stack, "after", { ...shared, storageAccountName: "acmeafter" });
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

  it("is made and read by the provider passed", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", { alias: "other", features: [{}] });
    expect(make(stack, "finops", { provider, expireAfterDays: 400 }).provider).toBe(provider);
    const { json } = Template.of(stack);
    const blocks = Object.values({
      ...(json.resource as Record<string, Record<string, { provider?: string }>>),
      ...(json.data as Record<string, Record<string, { provider?: string }>>),
    }).flatMap((named) => Object.values(named));
    // What is built into Terraform has no provider.
    expect(blocks.filter((block) => block.provider !== "azurerm.other")).toEqual([
      expect.objectContaining({ input: "${plantimestamp()}" }),
    ]);
    expect(blocks).toHaveLength(7);
  });

  it.each<[string, Partial<AzureStorageProps>]>([
    ["an account of three characters", { storageAccountName: "a1b" }],
    ["an account of 24 characters", { storageAccountName: "a".repeat(24) }],
    ["a container of three characters", { containerName: "1-a" }],
    ["a container of 63 characters", { containerName: "c".repeat(63) }],
    ["a group of one character", { resourceGroupName: "_" }],
    ["a group of 90 characters", { resourceGroupName: "g".repeat(90) }],
    ["a tag of 128 characters with a value of 256", { tags: { ["k".repeat(128)]: "v".repeat(256) } }],
    ["a tag in another script", { tags: { команда: "финопс" } }],
    ["50 tags", { tags: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, `${i}`])) }],
    ["copies in several buildings", { replication: "ZRS" }],
    ["copies in another region", { replication: "GRS" }],
    ["copies in another region to be read", { replication: "RAGRS" }],
    ["copies in several buildings and another region to be read", { replication: "RAGZRS" }],
    ["a SAS token of one day", { sasDays: 1 }],
    ["a SAS token of two years", { sasDays: 730 }],
  ])("may have %s", (_, props) => {
    expect(() => templateOf(props)).not.toThrow();
  });
});

describe("the expiry of exports", () => {
  it.each([400, 3650])("deletes after %d days what is in the container, and archives nothing", (expireAfterDays) => {
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
  const storage = make(stack, "finops");
  const template = Template.of(stack);
  const account = template.address("azurerm_storage_account");
  const sas = template.data("azurerm_storage_account_blob_container_sas");
  const [sasAddress = ""] = template.addresses.filter((address) => address.includes("container_sas."));
  const time = `${template.address("terraform_data")}.output`;

  it("may read and list the container, over HTTPS only", () => {
    expect(sas).toMatchObject({
      connection_string: `\${${account}.primary_connection_string}`,
      container_name: `\${${template.address("azurerm_storage_container")}.name}`,
      https_only: true,
      permissions: { read: true, list: true, add: false, create: false, write: false, delete: false },
    });
  });

  it("begins and ends by a time that stays the same in each plan: that of the first deployment", () => {
    expect(template.resource("terraform_data")).toEqual({
      input: "${plantimestamp()}",
      lifecycle: { ignore_changes: ["input"] },
    });
    expect([sas.start, sas.expiry]).toEqual([`\${timeadd(${time}, "-15m")}`, `\${timeadd(${time}, "4320h")}`]);
  });

  it("is told without the question mark that the provider has in front, and in the connection string likewise", () => {
    const token = `\${trimprefix(${sasAddress}.sas, "?")}`;
    expect(resolved(stack, storage.formValues)).toEqual({
      sas_token: token,
      connection_string: `BlobEndpoint=\${${account}.primary_blob_endpoint};SharedAccessSignature=${token}`,
    });
  });

  it("has its end in a manual step, of which is warned at synth", () => {
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

  it("is told of as what whoever has it may do", () => {
    const told = storage.permissions.map(({ grantee, actions, resource }) => ({ grantee, actions, resource }));
    expect(told).toEqual([
      { grantee: "whoever has it", actions: ["read blobs", "list blobs"], resource: "container of the exports" },
    ]);
  });

  it("lasts as many days as told", () => {
    const { expiry } = templateOf({ sasDays: 90 }).data("azurerm_storage_account_blob_container_sas");
    expect(expiry).toMatch(/^\$\{timeadd\(terraform_data\.\w+\.output, "2160h"\)\}$/);
  });

  it("lasts as many days as Terraform fills in, which it checks", () => {
    const stack = azureStack();
    make(stack, "finops", { sasDays: new TerraformVariable(stack, "days", { type: "number" }).numberValue });
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
  it("has the account's key where told to, of which is warned", () => {
    const stack = azureStack();
    const storage = make(stack, "finops", { connectionString: "ACCOUNT_KEY" });
    const template = Template.of(stack);
    expect(resolved(stack, storage.formValues)).toEqual({
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

  it("is one of the SAS token where told so, and by default", () => {
    const values = ([undefined, "SAS"] as const).map((connectionString) => {
      const stack = azureStack();
      return resolved(stack, make(stack, "finops", { connectionString }).formValues);
    });
    expect(values[0]).toEqual(values[1]);
    expect(JSON.stringify(values)).not.toContain("primary_connection_string");
  });
});

describe("a SAS token made by hand", () => {
  const stack = azureStack();
  const storage = make(stack, "finops", { createSas: false });
  const template = Template.of(stack);
  const title = "Create a SAS token for the container, and enter it and its connection string into the platform's form";
  const why =
    "'createSas' is false, so the token is never in Terraform's state, and the program does not know when it expires.";

  it("is not in Terraform's state, and neither is a time of it", () => {
    expect(template.addresses.filter((address) => /_sas|terraform_data/.test(address))).toEqual([]);
    expect([storage.formValues, storage.sas.dataSource, storage.permissions]).toEqual([{}, undefined, []]);
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

describe("what Terraform fills in", () => {
  it("is checked on the account, which is retained besides", () => {
    const stack = azureStack();
    const text = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    const { numberValue } = new TerraformVariable(stack, "days", { type: "number" });
    make(stack, "finops", {
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
    const told = lifecycle as {
      prevent_destroy: boolean;
      precondition: { condition: string; error_message: string }[];
    };
    const at = "AzureStorage at billing/finops: ";
    expect(told.prevent_destroy).toBe(true);
    expect(told.precondition.map((check) => check.error_message)).toEqual([
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
    expect(told.precondition.map((check) => check.condition)).toEqual(
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

describe("what the storage refuses", () => {
  const account = (must: string, got: string): string =>
    `'storageAccountName' must ${must}, got: ${got}; for example "acmebillingexport"`;
  const container = (must: string, got: string): string =>
    `'containerName' must ${must}, got: ${got}; for example "cost-exports"`;
  const group = (must: string, got: string): string =>
    `'resourceGroupName' must ${must}, got: ${got}; for example "finops"`;
  const place = (must: string, got: string): string =>
    `'location' must be the name of a region${must}, got: ${got}; for example "westeurope"`;
  const key = (must: string, got: string): string =>
    `a key of 'tags' must ${must}, got: ${got}; for example { team: "finops" }`;
  const itself = "got: a token; what is created depends on it, so pass the value itself";
  const TAG_CHARACTERS = "not have <>%&\\?/ in it, or anything that Terraform would evaluate";
  const AZURES_OWN = "not begin with 'microsoft', 'azure' or 'windows', which Azure reserves";
  const DASHES = "not begin or end with '-', or have two of them in a row";

  it.each<[string, unknown, string]>([
    [
      "no subscription",
      { subscriptionId: undefined },
      `'subscriptionId' is required: it must be the ID of a subscription: lower-case hexadecimal digits and '-'; for example "${SUBSCRIPTION}"`,
    ],
    [
      "a subscription by its name",
      { subscriptionId: "Production" },
      `'subscriptionId' must be the ID of a subscription: lower-case hexadecimal digits and '-', got: "Production"; for example "${SUBSCRIPTION}"`,
    ],
    [
      "a subscription by its path",
      { subscriptionId: `/subscriptions/${SUBSCRIPTION}` },
      `'subscriptionId' must be the ID of a subscription: lower-case hexadecimal digits and '-', got: "/subscriptions/${SUBSCRIPTION}"; for example "${SUBSCRIPTION}"`,
    ],
    [
      "a subscription whose ID lacks a digit",
      { subscriptionId: SUBSCRIPTION.slice(1) },
      `'subscriptionId' must be the ID of a subscription, such as 11111111-2222-3333-4444-555555555555, got: "${SUBSCRIPTION.slice(1)}"; for example "${SUBSCRIPTION}"`,
    ],
    [
      "no location",
      { location: undefined },
      `'location' is required: it must be the name of a region: lower-case letters and digits, without spaces; for example "westeurope"`,
    ],
    [
      "a region as the portal shows it",
      { location: "West Europe" },
      place(": lower-case letters and digits, without spaces", '"West Europe"'),
    ],
    ["a region that begins with a digit", { location: "1europe" }, place(", such as westeurope", '"1europe"')],
    ["a region without a name", { location: "" }, place(", such as westeurope", '""')],
    [
      "a region of a name too long",
      { location: "e".repeat(41) },
      `'location' must be at most 40 characters long, got: "${"e".repeat(41)}"; for example "westeurope"`,
    ],
    [
      "no account",
      { storageAccountName: undefined },
      `'storageAccountName' is required: it must be lower-case letters and digits; for example "acmebillingexport"`,
    ],
    [
      "an account in capital letters",
      { storageAccountName: "AcmeBilling" },
      account("be lower-case letters and digits", '"AcmeBilling"'),
    ],
    [
      "an account with a dash",
      { storageAccountName: "acme-billing" },
      account("be lower-case letters and digits", '"acme-billing"'),
    ],
    ["an account of two characters", { storageAccountName: "ab" }, account("be 3-24 characters long", '"ab"')],
    [
      "an account of a name too long",
      { storageAccountName: "a".repeat(25) },
      account("be 3-24 characters long", `"${"a".repeat(25)}"`),
    ],
    [
      "a container in capital letters",
      { containerName: "Exports" },
      container("be lower-case letters, digits and '-'", '"Exports"'),
    ],
    [
      "a container with a folder",
      { containerName: "exports/costs" },
      container("be lower-case letters, digits and '-'", '"exports/costs"'),
    ],
    [
      "the container that Azure keeps for itself",
      { containerName: "$web" },
      container("be lower-case letters, digits and '-'", '"$web"'),
    ],
    ["a container of two characters", { containerName: "ab" }, container("be 3-63 characters long", '"ab"')],
    [
      "a container of a name too long",
      { containerName: "c".repeat(64) },
      container("be 3-63 characters long", `"${"c".repeat(64)}"`),
    ],
    ["a container that begins with a dash", { containerName: "-exports" }, container(DASHES, '"-exports"')],
    ["a container that ends with a dash", { containerName: "exports-" }, container(DASHES, '"exports-"')],
    ["a container with two dashes in a row", { containerName: "cost--exports" }, container(DASHES, '"cost--exports"')],
    ["a group with a space", { resourceGroupName: "fin ops" }, group("be letters, digits and ._()-", '"fin ops"')],
    ["a group without a name", { resourceGroupName: "" }, group("be 1-90 characters long", '""')],
    [
      "a group of a name too long",
      { resourceGroupName: "g".repeat(91) },
      group("be 1-90 characters long", `"${"g".repeat(80)}"… (91 characters)`),
    ],
    ["a group that ends with a dot", { resourceGroupName: "finops." }, group("not end with '.'", '"finops."')],
    [
      "a group that is there already without its name",
      { createResourceGroup: false },
      "'resourceGroupName' is required when 'createResourceGroup' is false: it must name the existing group",
    ],
    ["a word for no group", { createResourceGroup: "no" }, `'createResourceGroup' must be true or false, got: "no"`],
    [
      "to have Terraform decide whether there is a group",
      { createResourceGroup: Token.asAny({ ref: "x" }) },
      `'createResourceGroup' must be true or false, ${itself}`,
    ],
    [
      "copies in small letters",
      { replication: "lrs" },
      `'replication' must be one of LRS, ZRS, GRS, RAGRS, GZRS, RAGZRS, got: "lrs"`,
    ],
    [
      "to have exports expire within 400 days",
      { expireAfterDays: 399 },
      "'expireAfterDays' must be a whole number from 400 to 3650, got: 399",
    ],
    [
      "to have exports expire after more than ten years",
      { expireAfterDays: 3651 },
      "'expireAfterDays' must be a whole number from 400 to 3650, got: 3651",
    ],
    [
      "to have exports expire after half a day",
      { expireAfterDays: 400.5 },
      "'expireAfterDays' must be a whole number from 400 to 3650, got: 400.5",
    ],
    ["a tag that Terraform would evaluate", { tags: { "${x}": "y" } }, key(TAG_CHARACTERS, '"${x}"')],
    ["a tag with a slash", { tags: { "cost/center": "y" } }, key(TAG_CHARACTERS, '"cost/center"')],
    ["a tag without a name", { tags: { "": "y" } }, key("be 1-128 characters long", '""')],
    [
      "a tag of a name too long",
      { tags: { ["k".repeat(129)]: "y" } },
      key("be 1-128 characters long", `"${"k".repeat(80)}"… (129 characters)`),
    ],
    ["a tag of Microsoft's", { tags: { "Microsoft.team": "y" } }, key(AZURES_OWN, '"Microsoft.team"')],
    ["a tag of Azure's", { tags: { azureTeam: "y" } }, key(AZURES_OWN, '"azureTeam"')],
    [
      "tags that differ in letter case only",
      { tags: { team: "a", Team: "b" } },
      `'tags' must not have keys that differ in letter case only, got: "team" and "Team"`,
    ],
    [
      "the value of a tag too long",
      { tags: { team: "v".repeat(257) } },
      `the value of "team" in 'tags' must be at most 256 characters long, got: "${"v".repeat(80)}"… (257 characters)`,
    ],
    [
      "the value of a tag that Terraform would evaluate",
      { tags: { team: "${x}" } },
      `the value of "team" in 'tags' must not have '\${' or '%{' in it, which Terraform would evaluate, got: "\${x}"`,
    ],
    [
      "more tags than Azure keeps",
      { tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ""])) },
      "'tags' must have at most 50 keys, got: 51",
    ],
    [
      "tags without values",
      { tags: ["team"] },
      `'tags' must be an object whose values are strings, got: a list of 1; for example { team: "finops" }`,
    ],
    ["a word for no retention", { retain: "no" }, `'retain' must be true or false, got: "no"`],
    [
      "to have Terraform decide what it may destroy",
      { retain: Token.asAny({ ref: "x" }) },
      `'retain' must be true or false, ${itself}`,
    ],
    [
      "to have Terraform decide whether there is a SAS token",
      { createSas: Token.asAny({ ref: "x" }) },
      `'createSas' must be true or false, ${itself}`,
    ],
    ["a word for no SAS token", { createSas: "no" }, `'createSas' must be true or false, got: "no"`],
    ["a SAS token that never is", { sasDays: 0 }, "'sasDays' must be a whole number from 1 to 730, got: 0"],
    [
      "a SAS token of more than two years",
      { sasDays: 731 },
      "'sasDays' must be a whole number from 1 to 730, got: 731",
    ],
    [
      "a connection string of another kind",
      { connectionString: "KEY" },
      "'connectionString' must be one of SAS, ACCOUNT_KEY, got: 3 characters, which are not shown",
    ],
    [
      "a connection string itself, which is not shown",
      { connectionString: "AccountName=acme;AccountKey=hunter2" },
      "'connectionString' must be one of SAS, ACCOUNT_KEY, got: 35 characters, which are not shown",
    ],
    [
      "a connection string that Terraform alone would know",
      { connectionString: Token.asString({ ref: "x" }) },
      `'connectionString' must be one of SAS, ACCOUNT_KEY, ${itself}`,
    ],
    [
      "days of a SAS token that a person makes",
      { createSas: false, sasDays: 90 },
      "'sasDays' must be left out when 'createSas' is false: a person creates the token and the string",
    ],
    [
      "the kind of a connection string that a person makes",
      { createSas: false, connectionString: "ACCOUNT_KEY" },
      "'connectionString' must be left out when 'createSas' is false: a person creates the token and the string",
    ],
    [
      "another cloud",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    ["something else as provider", { provider: {} }, "'provider' must be an AzurermProvider, got: an object"],
    [
      "a firewall, which it has none of",
      { networkRules: {} },
      `"networkRules" is not a known property; known are environment, provider, subscriptionId, createSas, sasDays, ` +
        "connectionString, storageAccountName, location, resourceGroupName, createResourceGroup, containerName, " +
        "replication, expireAfterDays, tags, retain",
    ],
  ])("is %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => make(stack, "finops", props as Partial<AzureStorageProps>))).toBe(
      `AzureStorage at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a path that makes no name, which says what to set", () => {
    const stack = azureStack();
    const id = "x".repeat(90);
    const of = (name: string, must: string, example: string): string =>
      `'${name}' must be ${must} characters long, got: "billing-${"x".repeat(72)}"… (98 characters); for example "${example}"; ` +
      `this default is derived from the construct's path, so set '${name}'`;
    const told = refusal(() => make(stack, id));
    expect(told).toContain(of("resourceGroupName", "1-90", "finops"));
    expect(told).toContain(of("containerName", "3-63", "cost-exports"));
    expect(() => make(stack, id, { resourceGroupName: "finops", containerName: "exports" })).not.toThrow();
  });

  it("is the name of an account that another has in the program, in any stack", () => {
    const app = Testing.app();
    make(new TerraformStack(app, "first"), "one");
    const second = new TerraformStack(app, "second");
    expect(refusal(() => make(second, "two", { subscriptionId: OTHER_SUBSCRIPTION }))).toBe(
      `AzureStorage at second/two: 'storageAccountName' must be unique in the program, got: "acmebillingexport", which first/one already uses ` +
        "for its storage account; choose another, or pass the storage of the other construct as 'storage'",
    );
    expect(() => make(second, "three", { storageAccountName: "acmeotherexport" })).not.toThrow();
  });

  it("is the name of a resource group that another has in the subscription, whatever its letter case", () => {
    const app = Testing.app();
    make(new TerraformStack(app, "first"), "one", { resourceGroupName: "finops" });
    const second = new TerraformStack(app, "second");
    const again = { resourceGroupName: "FinOps", storageAccountName: "acmeother" };
    expect(refusal(() => make(second, "two", again))).toBe(
      `AzureStorage at second/two: 'resourceGroupName' must be unique, got: "FinOps", which first/one already uses for its ` +
        "resource group; choose another, or set 'createResourceGroup' to false in all but one",
    );
    expect(() => make(second, "three", { ...again, createResourceGroup: false })).not.toThrow();
    const elsewhere = { ...again, storageAccountName: "acmeelsewhere", subscriptionId: OTHER_SUBSCRIPTION };
    expect(() => make(second, "four", elsewhere)).not.toThrow();
  });
});

describe("names that the path makes", () => {
  it("are different for integrations side by side", () => {
    const stack = azureStack();
    make(new Construct(stack, "teamA"), "finops", { storageAccountName: "acmea" });
    make(new Construct(stack, "teamB"), "finops", { storageAccountName: "acmeb" });
    const template = Template.of(stack);
    const names = ["azurerm_resource_group", "azurerm_storage_container"].map((type) =>
      template.resources(type).map(({ name }) => name),
    );
    const both = ["billing-team-a-finops", "billing-team-b-finops"];
    expect(names).toEqual([both, both]);
  });
});
