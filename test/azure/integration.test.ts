import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  AzureAccess,
  type AzureAccessProps,
  AzureBillingExport,
  type AzureBillingExportProps,
  AzureFederatedIdentity,
  AzureIdentity,
  type AzureIdentityProps,
  AzureIntegration,
  type AzureIntegrationProps,
  AzureStorage,
  type IAzureBillingExport,
  type IAzureIdentity,
  type IAzureStorage,
} from "cdktf-finops/azure";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { PLATFORM_FIELDS } from "../../lib/core/platform";
import {
  AGREEMENTS,
  azureStack,
  CLIENT,
  ENROLLMENT,
  MINIMAL,
  OTHER_SUBSCRIPTION,
  OWNER,
  SUBSCRIPTION,
  TENANT,
} from "../support/azure";
import { certificate } from "../support/keys";
import { type AnyProps } from "../support/props";
import { type Block, emptyStack, refusal, Template } from "../support/template";

const integrationIn = (
  stack: TerraformStack,
  props: AnyProps<AzureIntegrationProps> = {},
  id = "finops",
): AzureIntegration => new AzureIntegration(stack, id, { ...MINIMAL, ...props } as AzureIntegrationProps);

const synth = (props?: AnyProps<AzureIntegrationProps>): Template => {
  // Terraform itself registers it, or the provider.
  const stack = azureStack({ registered: props?.registerResourceProvider !== true });
  integrationIn(stack, props);
  return Template.of(stack);
};

interface HandOff {
  readonly cloud: string;
  readonly fields: readonly { readonly key: string; readonly output: string; readonly secret: boolean }[];
  readonly manual_steps: readonly { readonly key: string; readonly output: string }[];
  readonly limitations: readonly string[];
}

const handOff = (template: Template, prefix = "finops"): HandOff =>
  template.output(`${prefix}_handoff`).value as HandOff;
const keys = (template: Template, prefix?: string): string[] => handOff(template, prefix).fields.map(({ key }) => key);
const steps = (template: Template): string[] => handOff(template).manual_steps.map(({ key }) => key);
const sensitive = (template: Template): string[] =>
  Object.entries(template.outputs)
    .filter(([, output]) => output.sensitive === true)
    .map(([name]) => name)
    .sort();

const exportNames = (template: Template): unknown[] =>
  template.resources("azurerm_subscription_cost_management_export").map(({ name }) => name);

/** The rows of the platform's form, but for these. */
const less = (...left: string[]): string[] =>
  PLATFORM_FIELDS.azure.map(({ key }) => key as string).filter((key) => !left.includes(key));
const FORM = less();
const SECRET = ["client_secret_value", "client_secret_id"];
const SAS = ["sas_token", "connection_string"];

const federated = (stack: TerraformStack): AzureFederatedIdentity =>
  new AzureFederatedIdentity(stack, "in", { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" });
const existing = (stack: TerraformStack, createClientSecret?: boolean): IAzureIdentity =>
  AzureIdentity.fromApplication(stack, "in", { clientId: CLIENT, createClientSecret });
const existingContainer = (stack: TerraformStack, createSas?: boolean): IAzureStorage =>
  AzureStorage.fromContainer(stack, "container", {
    subscriptionId: SUBSCRIPTION,
    resourceGroupName: "finops",
    storageAccountName: "acmebillingexport",
    containerName: "cost-exports",
    createSas,
  });
const portalExports = (stack: TerraformStack): IAzureBillingExport =>
  AzureBillingExport.fromExports(stack, "export", {
    storage: existingContainer(stack),
    actualCostPaths: { all: "portal/actual" },
    amortizedCostPaths: { all: "portal/amortized" },
  });
type Make = (stack: TerraformStack) => AnyProps<AzureIntegrationProps>;
/** What makes the storage and the exports, left out. */
const WITHOUT_STORAGE = { subscriptionId: undefined, location: undefined, storageAccountName: undefined };
const WITHOUT_EXPORT = { ...WITHOUT_STORAGE, agreement: undefined };

const ROLES = "/providers/Microsoft.Management/managementGroups/";

describe("an integration of what nothing can compute alone", () => {
  const template = synth();

  it("creates these resources, and no other", () => {
    expect(template.resourceTypes).toEqual({
      azuread_application: 1,
      azuread_application_password: 1,
      azuread_service_principal: 1,
      azurerm_resource_group: 1,
      azurerm_role_assignment: 1,
      azurerm_storage_account: 1,
      azurerm_storage_container: 1,
      azurerm_subscription_cost_management_export: 2,
      terraform_data: 2,
    });
    expect(Object.keys(template.json.data as object)).toEqual([
      "azuread_client_config",
      "azurerm_client_config",
      "azurerm_storage_account_blob_container_sas",
    ]);
  });

  it("names application, resource group, container and exports after its path", () => {
    expect(template.resource("azuread_application").display_name).toBe("billing-finops");
    expect(template.resource("azurerm_resource_group").name).toBe("billing-finops");
    expect(template.resource("azurerm_storage_container").name).toBe("billing-finops");
    expect(exportNames(template)).toEqual(["billingfinopsactual", "billingfinopsamortized"]);
  });

  it("fills in every field of the platform's form", () => {
    const application = template.address("azuread_application");
    const account = template.address("azurerm_storage_account");
    const password = template.address("azuread_application_password");
    const token = template.output("finops_sas_token").value as string;
    expect(token).toMatch(/^\$\{trimprefix\(data\.azurerm_storage_account_blob_container_sas\.\w+\.sas, "\?"\)\}$/);
    const tenant = template.output("finops_tenant_id").value;
    expect(tenant).toMatch(/^\$\{data\.azuread_client_config\.\w+\.tenant_id\}$/);
    expect(Object.fromEntries(FORM.map((key) => [key, template.output(`finops_${key}`).value]))).toEqual({
      tenant_id: tenant,
      client_id: `\${${application}.client_id}`,
      client_secret_value: `\${${password}.value}`,
      client_secret_id: `\${${password}.key_id}`,
      service_principal_object_id: `\${${template.address("azuread_service_principal")}.object_id}`,
      application_object_id: `\${${application}.object_id}`,
      subscription_id: SUBSCRIPTION,
      storage_account_name: `\${${account}.name}`,
      container_name: `\${${template.address("azurerm_storage_container")}.name}`,
      actual_cost_path: `billing-finops/${SUBSCRIPTION}/actual`,
      amortized_cost_path: `billing-finops/${SUBSCRIPTION}/amortized`,
      sas_token: token,
      connection_string: `BlobEndpoint=\${${account}.primary_blob_endpoint};SharedAccessSignature=${token}`,
    });
  });

  it("hands them over in the form's order, under the names of the outputs", () => {
    const { cloud, fields, manual_steps, limitations } = handOff(template);
    expect(cloud).toBe("azure");
    expect(fields.map(({ key }) => key)).toEqual(FORM);
    expect(fields.map(({ output }) => output)).toEqual(FORM.map((key) => `finops_${key}`));
    expect(fields.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(["client_secret_value", ...SAS]);
    expect(manual_steps.map(({ key, output }) => [key, output])).toEqual([
      ["renew_client_secret", "finops_renew_client_secret"],
      ["renew_sas_token", "finops_renew_sas_token"],
    ]);
    expect(limitations).toEqual([
      "Costs are exported per subscription: costs that belong to no subscription are missing, such as shared reservations and " +
        "savings plans, and support plans.",
    ]);
    expect(Object.keys(template.outputs).sort()).toEqual(
      [...FORM, "renew_client_secret", "renew_sas_token", "handoff"].map((key) => `finops_${key}`).sort(),
    );
  });

  it("has what is secret in sensitive outputs only", () => {
    const secret = ["finops_client_secret_value", "finops_connection_string", "finops_sas_token"];
    expect(sensitive(template)).toEqual(secret);
    const others = Object.entries(template.outputs).filter(([name]) => !secret.includes(name));
    expect(JSON.stringify(others)).not.toMatch(/\.value\}|\.sas\b|\.primary_/);
  });

  it("tells all that it grants", () => {
    const granted = (props?: AnyProps<AzureIntegrationProps>): string[] =>
      integrationIn(azureStack(), props).permissions.map(({ id, grantee }) => `${id}: ${grantee}`);
    const owned = "OwnApplication: owners of the application";
    expect(granted()).toEqual(["EventGridReader: platform identity", owned, "ReadBySas: whoever has it"]);
    expect(granted({ role: "CUSTOM", containerReader: true, createSas: false })).toEqual([
      "SeeEventSubscriptions: platform identity",
      "SeeResourceGroups: platform identity",
      "ReadExports: platform identity",
      owned,
    ]);
  });
});

describe("an integration, as told", () => {
  it("hands each property to the part that it is for", () => {
    const template = synth({
      applicationName: "FinOps platform",
      owners: { alice: OWNER },
      clientSecretDays: 90,
      resourceGroupName: "rg",
      containerName: "exports",
      expireAfterDays: 800,
      sasDays: 30,
      connectionString: "ACCOUNT_KEY",
      subscriptions: { other: OTHER_SUBSCRIPTION },
      rootFolderPath: "root/folder",
      exportNamePrefix: "p",
      registerResourceProvider: true,
      roleScopes: { all: `${ROLES}acme` },
      role: "CUSTOM",
      roleName: "FinOps role",
      containerReader: true,
      outputPrefix: "acme",
    });
    expect(template.resource("azuread_application")).toMatchObject({
      display_name: "FinOps platform",
      owners: [OWNER],
    });
    expect(template.resource("azuread_application_password").end_date).toContain("2160h");
    expect(template.resource("azurerm_resource_group").name).toBe("rg");
    expect(template.resource("azurerm_storage_container").name).toBe("exports");
    expect(template.resourceTypes).toMatchObject({
      azurerm_storage_management_policy: 1,
      azurerm_resource_provider_registration: 1,
      azurerm_role_assignment: 2,
    });
    expect(exportNames(template)).toEqual(["pactual", "pamortized"]);
    expect(template.data("azurerm_storage_account_blob_container_sas").expiry).toContain("720h");
    expect(template.resource("azurerm_role_definition")).toMatchObject({
      name: "FinOps role",
      assignable_scopes: [`/subscriptions/${SUBSCRIPTION}`, `${ROLES}acme`],
    });
    expect(keys(template, "acme")).toEqual(FORM);
    expect(template.output("acme_actual_cost_path").value).toBe(`root/folder/${OTHER_SUBSCRIPTION}/actual`);
    expect(template.output("acme_connection_string").value).toMatch(/\.primary_connection_string\}$/);
  });

  it("has the paths of several subscriptions in one row, in their order, actual and amortized alike", () => {
    const template = synth({ subscriptions: { production: OTHER_SUBSCRIPTION, development: SUBSCRIPTION } });
    const paths = (folder: string): string =>
      [OTHER_SUBSCRIPTION, SUBSCRIPTION].map((id) => `billing-finops/${id}/${folder}`).join(", ");
    expect(template.output("finops_actual_cost_path").value).toBe(paths("actual"));
    expect(template.output("finops_amortized_cost_path").value).toBe(paths("amortized"));
    expect(template.output("finops_subscription_id").value).toBe(SUBSCRIPTION);
    expect(template.resources("azurerm_role_assignment").map(({ scope }) => scope)).toEqual([
      `/subscriptions/${SUBSCRIPTION}`,
      `/subscriptions/${OTHER_SUBSCRIPTION}`,
    ]);
  });

  it("exports the costs of a billing account, lacks nothing, and has its role given by a person", () => {
    const template = synth({ agreement: "EA", billingAccountId: ENROLLMENT });
    const scope = `/providers/Microsoft.Billing/billingAccounts/${ENROLLMENT}`;
    const exports = template.resources("azurerm_billing_account_cost_management_export");
    expect(exports.map(({ billing_account_id }) => billing_account_id)).toEqual([scope, scope]);
    expect(template.resourceTypes).not.toHaveProperty("azurerm_subscription_cost_management_export");
    expect(template.output("finops_actual_cost_path").value).toBe(`billing-finops/${ENROLLMENT}/actual`);
    expect(template.resource("azurerm_role_assignment").scope).toBe(`/subscriptions/${SUBSCRIPTION}`);
    expect(keys(template)).toEqual(FORM);
    expect(steps(template)).toEqual(["assign_billing_role", "renew_client_secret", "renew_sas_token"]);
    expect(handOff(template).limitations).toEqual([]);
  });

  it("leaves client secret and SAS token to a person when told so: Terraform never has them", () => {
    const template = synth({ createClientSecret: false, createSas: false });
    expect(keys(template)).toEqual(less(...SECRET, ...SAS));
    expect(steps(template)).toEqual(["create_client_secret", "create_sas_token"]);
    expect(sensitive(template)).toEqual([]);
    expect(template.addresses.filter((address) => /password|sas|terraform_data/.test(address))).toEqual([]);
  });

  it("makes everything by the providers passed, but for what is Terraform's own", () => {
    const stack = emptyStack();
    const azureadProvider = new AzureadProvider(stack, "azuread", { alias: "billing" });
    const provider = new AzurermProvider(stack, "azurerm", { alias: "billing", features: [{}] });
    integrationIn(stack, { provider, azureadProvider, role: "CUSTOM", containerReader: true, expireAfterDays: 400 });
    const { resource, data } = Template.of(stack).json as Record<string, Record<string, Record<string, Block>>>;
    const without = Object.entries({ ...resource, ...data }).filter(([type, blocks]) =>
      Object.values(blocks).some((block) => block.provider !== `${type.split("_")[0] ?? ""}.billing`),
    );
    expect(without.map(([type]) => type)).toEqual(["terraform_data"]);
  });

  it("makes two exports of each of two hundred subscriptions, a role on each, and one row of each kind", () => {
    const ids = Array.from({ length: 200 }, (_, at) => `${String(at).padStart(8, "0")}${SUBSCRIPTION.slice(8)}`);
    const subscriptions = Object.fromEntries(ids.map((id, at) => [`s${at}`, id]));
    const template = synth({ subscriptions });
    expect(template.resourceTypes).toMatchObject({
      azurerm_subscription_cost_management_export: 400,
      azurerm_role_assignment: 200,
    });
    expect(template.output("finops_amortized_cost_path").value).toBe(
      ids.map((id) => `billing-finops/${id}/amortized`).join(", "),
    );
  });
});

/** What `AzureIntegration at billing/<id>` says, by its beginning or a problem a line. */
const told = (problems: readonly string[], id = "finops"): string =>
  problems.length === 1
    ? `AzureIntegration at billing/${id}: ${problems.join("")}`
    : [`AzureIntegration at billing/${id}: ${problems.length} problems`, ...problems.map((one) => `  - ${one}`)].join(
        "\n",
      );

describe("what an integration refuses", () => {
  /** What is refused, beside what is there already; nothing of it is left in the tree. */
  const refusedIn = (stack: TerraformStack, props: object, id = "finops"): string => {
    const before = stack.node.children.map((child) => child.node.id);
    const message = refusal(() => integrationIn(stack, props, id));
    expect(stack.node.children.map((child) => child.node.id)).toEqual(before);
    return message;
  };

  it("is told for all parts at once, each once, and leaves nothing in the tree", () => {
    expect(
      refusedIn(azureStack(), {
        subscriptionId: `/subscriptions/${SUBSCRIPTION}`,
        location: "West Europe",
        storageAccountName: "acme-billing",
        agreement: "MOSP",
        tenantId: "acme.example",
        clientSecretDays: 731,
        rootFolderPath: "/finops",
        roleScopes: { all: "acme" },
        outputPrefix: "Finops",
      }),
    ).toBe(
      told([
        `'outputPrefix' must be lower-case letters, digits and '_', beginning with a letter, got: "Finops"; for example "finops"`,
        `'tenantId' must be the ID of a tenant: lower-case hexadecimal digits and '-', got: "acme.example"; for example "${TENANT}"`,
        "'clientSecretDays' must be a whole number from 1 to 730, got: 731",
        `'subscriptionId' must be the ID of a subscription: lower-case hexadecimal digits and '-', got: "/subscriptions/${SUBSCRIPTION}"; for example "${SUBSCRIPTION}"`,
        `'storageAccountName' must be lower-case letters and digits, got: "acme-billing"; for example "acmebillingexport"`,
        `'location' must be the name of a region: lower-case letters and digits, without spaces, got: "West Europe"; for example "westeurope"`,
        `'agreement' must be one of ${AGREEMENTS}, got: "MOSP"`,
        `'rootFolderPath' must not begin or end with '/', got: "/finops"; for example "finops/costs"`,
        `the value of "all" in 'roleScopes' must begin with /subscriptions/ or ${ROLES}, got: "acme"`,
      ]),
    );
  });

  it("is what its parts refuse in combination, that of several of them once", () => {
    expect(
      refusedIn(azureStack(), {
        agreement: "PAYG",
        location: "chinaeast2",
        createClientSecret: false,
        clientSecretDays: 90,
        createSas: false,
        sasDays: 90,
        owners: {},
        subscriptions: {},
        roleScopes: {},
      }),
    ).toBe(
      told([
        "'owners' must name an owner, got: none; leave it out for the deployer",
        "'clientSecretDays' must be left out when 'createClientSecret' is false: the person who creates the secret chooses when it expires",
        `'location' must be a region of the environment "public", got: "chinaeast2", a region of "china"; set 'environment', or choose another region`,
        "'sasDays' must be left out when 'createSas' is false: a person creates the token and the string",
        "'agreement' must be EA, MCA, MPA or CSP when exports are created, got: PAYG, for which Azure lists exports of neither actual nor amortized costs; if the portal offers both, create the exports there and pass AzureBillingExport.fromExports(…) as 'billingExport', otherwise move to a Microsoft Customer Agreement",
        "'subscriptions' must name a subscription, got: none; leave it out for the subscription of the storage account",
        "'roleScopes' must name a scope, got: none; leave it out for the exported subscriptions",
      ]),
    );
  });

  it("is an unknown property, with the known ones", () => {
    expect(refusedIn(azureStack(), { region: "eu" })).toBe(
      told([
        `"region" is not a known property; known are identity, billingExport, storage, outputPrefix, environment, azureadProvider, tenantId, ` +
          "applicationName, owners, createClientSecret, clientSecretDays, certificatePem, provider, subscriptionId, createSas, sasDays, connectionString, " +
          "storageAccountName, location, resourceGroupName, createResourceGroup, containerName, replication, expireAfterDays, tags, retain, agreement, " +
          "billingAccountId, departmentId, enrollmentAccountId, billingProfileId, invoiceSectionId, customerId, subscriptions, rootFolderPath, " +
          "exportNamePrefix, registerResourceProvider, roleScopes, role, roleName, containerReader",
      ]),
    );
    expect(refusedIn(azureStack(), { ROLE_NAME: "a" })).toBe(
      told([`"ROLE_NAME" is not a known property; did you mean 'roleName'?`]),
    );
  });

  it("is any name that another integration has: none of the refused one stays", () => {
    const names = { applicationName: "app", resourceGroupName: "rg", exportNamePrefix: "p", outputPrefix: "o" };
    const role = { role: "CUSTOM", roleName: "r" } as const;
    const stack = azureStack();
    integrationIn(stack, { ...names, ...role });
    const taken = (name: string, kind: string): string =>
      `, got: "${name}", which billing/finops already uses for its ${kind}; choose another`;
    expect(refusedIn(stack, { ...names, ...role }, "second")).toBe(
      told(
        [
          `'outputPrefix' must be unique in the stack${taken("o", "outputs")}`,
          `'applicationName' must be unique${taken("app", "application")}, or set 'tenantId' of both if their tenants differ`,
          `'storageAccountName' must be unique in the program${taken("acmebillingexport", "storage account")}, or pass the storage of the other construct as 'storage'`,
          `'resourceGroupName' must be unique${taken("rg", "resource group")}, or set 'createResourceGroup' to false in all but one`,
          `'exportNamePrefix' must be unique${taken("p", "export")}`,
          `'roleName' must be unique in the program${taken("r", "custom role")}`,
        ],
        "second",
      ),
    );
  });

  it("is the right to read a container that the application has by another, before anything of this one is made", () => {
    const stack = azureStack();
    const shared = { identity: existing(stack), storage: existingContainer(stack), containerReader: true } as const;
    const one = { ...WITHOUT_STORAGE, ...shared };
    integrationIn(stack, { ...one, roleScopes: { all: `${ROLES}one` } });
    const two = { ...one, roleScopes: { all: `${ROLES}two` }, exportNamePrefix: "two" };
    expect(refusedIn(stack, two, "second")).toBe(
      told(
        [
          "'containerReader' must be unique, got: \"Storage Blob Data Reader\", which billing/finops already uses for its role " +
            "assignment on the container; leave it out in one of them",
        ],
        "second",
      ),
    );
  });

  it("is a role that the application has by another integration, before anything of this one is made", () => {
    const stack = azureStack();
    const identity = existing(stack);
    integrationIn(stack, { identity });
    expect(refusedIn(stack, { identity, storageAccountName: "acmesecond" }, "second")).toContain(
      told([`'roleScopes' must be unique, got: "/subscriptions/${SUBSCRIPTION}", which billing/finops`], "second"),
    );
  });

  it("is a registration that another integration makes, before anything of this one is made", () => {
    const stack = azureStack();
    integrationIn(stack, { registerResourceProvider: true });
    const second = { registerResourceProvider: true, storageAccountName: "acmesecond" };
    expect(refusedIn(stack, second, "second")).toContain(
      told(
        [`'registerResourceProvider' must be unique, got: "Microsoft.CostManagementExports", which billing`],
        "second",
      ),
    );
  });
});

describe("an integration whose parts are passed", () => {
  it.each<[string, (stack: TerraformStack) => IAzureIdentity, Record<string, number>, string[], string[]]>([
    [
      "an application that the platform's tokens are exchanged for",
      federated,
      { azuread_application: 1, azuread_application_federated_identity_credential: 1, azuread_service_principal: 1 },
      less(...SECRET),
      ["LogIn", "OwnApplication"],
    ],
    [
      "an application that is there already, with a new secret",
      (stack) => existing(stack),
      { azuread_application_password: 1 },
      FORM,
      [],
    ],
    [
      "an application that is there already, with a secret that a person makes",
      (stack) => existing(stack, false),
      {},
      less(...SECRET),
      [],
    ],
  ])("has %s, and makes no other", (_, make, types, form, granted) => {
    const stack = azureStack();
    const identity = make(stack);
    const integration = integrationIn(stack, { identity });
    const template = Template.of(stack);
    const made = Object.entries(template.resourceTypes).filter(([type]) => type.startsWith("azuread_"));
    expect(integration.identity).toBe(identity);
    expect(integration.node.tryFindChild("identity")).toBeUndefined();
    expect(Object.fromEntries(made)).toEqual(types);
    expect(keys(template)).toEqual(form);
    expect(integration.permissions.map(({ id }) => id)).toEqual(["EventGridReader", ...granted, "ReadBySas"]);
    expect(template.resource("azurerm_role_assignment").principal_id).toBe(
      template.output("finops_service_principal_object_id").value,
    );
  });

  it.each<[string, boolean, string[], string[]]>([
    ["with a new SAS token", true, FORM, ["renew_client_secret", "renew_sas_token"]],
    ["with a SAS token that a person makes", false, less(...SAS), ["renew_client_secret", "create_sas_token"]],
  ])("exports to a container that is there already, %s, and creates no other", (_, createSas, form, left) => {
    const stack = azureStack();
    const storage = existingContainer(stack, createSas);
    const integration = integrationIn(stack, { ...WITHOUT_STORAGE, storage });
    const template = Template.of(stack);
    expect(integration.storage).toBe(storage);
    expect(Object.keys(template.resourceTypes).filter((type) => /storage|resource_group/.test(type))).toEqual([]);
    expect(template.output("finops_container_name").value).toBe("cost-exports");
    expect(template.output("finops_storage_account_name").value).toBe("acmebillingexport");
    expect(template.output("finops_subscription_id").value).toBe(SUBSCRIPTION);
    expect(keys(template)).toEqual(form);
    expect(steps(template)).toEqual(left);
  });

  it("reads exports that are passed, in their container", () => {
    const stack = azureStack();
    const billingExport = portalExports(stack);
    const integration = integrationIn(stack, { ...WITHOUT_EXPORT, billingExport });
    const template = Template.of(stack);
    expect(integration.billingExport).toBe(billingExport);
    expect(integration.storage).toBe(billingExport.storage);
    expect(["billing_export", "storage"].map((id) => integration.node.tryFindChild(id))).toEqual([
      undefined,
      undefined,
    ]);
    expect(template.addresses.filter((address) => address.includes("_export."))).toEqual([]);
    expect(template.output("finops_actual_cost_path").value).toBe("portal/actual");
    expect(template.output("finops_amortized_cost_path").value).toBe("portal/amortized");
    expect(keys(template)).toEqual(FORM);
  });
});

describe("what an integration refuses of parts", () => {
  const withParts = (make: Make): string => {
    const stack = azureStack();
    return refusal(() => new AzureIntegration(stack, "finops", make(stack) as AzureIntegrationProps));
  };

  const CERTIFICATE = certificate({ name: "integration" });
  type Given = Record<string, unknown>;

  it.each<[string, string, (stack: TerraformStack) => Given, Given, Record<string, string>]>([
    [
      "the identity that is passed would have been made of, without showing a certificate",
      "identity",
      (stack) => ({ ...MINIMAL, identity: existing(stack) }),
      { tenantId: TENANT, applicationName: "app", createClientSecret: false, certificatePem: CERTIFICATE },
      { certificatePem: `${CERTIFICATE.length} characters, which are not shown` },
    ],
    [
      "the storage that is passed would have been made of",
      "storage",
      (stack) => ({ agreement: "MCA", storage: existingContainer(stack) }),
      { subscriptionId: SUBSCRIPTION, sasDays: 7, storageAccountName: "acme", location: "westeurope", tags: {} },
      { tags: "an object" },
    ],
    [
      "the exports that are passed would have been made of, and their container",
      "billingExport",
      (stack) => ({ billingExport: portalExports(stack) }),
      { subscriptionId: SUBSCRIPTION, retain: true, agreement: "MCA", subscriptions: {}, rootFolderPath: "finops" },
      { subscriptions: "an object" },
    ],
  ])("is what %s", (_, property, make, given, shown) => {
    const problems = Object.entries(given).map(
      ([name, value]) =>
        `'${name}' must be left out when '${property}' is passed (set it on that construct, if supported), got: ${shown[name] ?? JSON.stringify(value)}`,
    );
    expect(withParts((stack) => ({ ...make(stack), ...given }))).toBe(told(problems));
  });

  it("is a storage beside exports that are passed, which have their own", () => {
    expect(
      withParts((stack) => {
        const billingExport = portalExports(stack);
        return { billingExport, storage: billingExport.storage };
      }),
    ).toBe(
      told([
        "'storage' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: an object",
      ]),
    );
  });

  it.each<[string, string, Make]>([
    ["identity", "in", (stack) => ({ ...MINIMAL, location: "chinaeast2", identity: existing(stack) })],
    ["storage", "container", (stack) => ({ agreement: "MCA", storage: existingContainer(stack) })],
    ["billingExport", "export", (stack) => ({ billingExport: portalExports(stack) })],
  ])("is a part of another stack, or of another cloud: %s", (property, id, make) => {
    expect(withParts(() => make(new TerraformStack(Testing.app(), "other")))).toContain(
      `'${property}' must be in the stack of the construct, got: other/${id}; create it in billing`,
    );
    expect(withParts((stack) => ({ ...make(stack), environment: "china" }))).toBe(
      told([
        `'${property}' must have the 'environment' of the construct, "china", got: "public"; pass the same 'environment' to both`,
      ]),
    );
  });

  it.each<[string, Make]>([
    ["storage", (stack) => ({ agreement: "MCA", storage: existingContainer(stack) })],
    ["billingExport", (stack) => ({ billingExport: portalExports(stack) })],
  ])("is a part by another provider, which may be logged in elsewhere: %s", (property, make) => {
    const provider = (stack: TerraformStack): AzurermProvider => new AzurermProvider(stack, "b", { alias: "b" });
    expect(withParts((stack) => ({ ...make(stack), provider: provider(stack) }))).toBe(
      told([
        `'${property}' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both`,
      ]),
    );
  });
});

describe("several integrations", () => {
  it("stand side by side in one stack, and in many", () => {
    const app = Testing.app();
    const [one, two] = ["one", "two"].map((id) => {
      const stack = new TerraformStack(app, id);
      new AzureadProvider(stack, "azuread", {});
      new AzurermProvider(stack, "azurerm", { features: [{}] });
      return stack;
    }) as [TerraformStack, TerraformStack];
    integrationIn(one);
    integrationIn(one, { storageAccountName: "acmesecond" }, "second");
    new AzureIntegration(new Construct(two, "team"), "finops", { ...MINIMAL, storageAccountName: "acmethird" });
    const template = Template.of(one);
    expect(template.resources("azuread_application").map(({ display_name }) => display_name)).toEqual([
      "one-finops",
      "one-second",
    ]);
    const names = ["onefinopsactual", "onefinopsamortized", "onesecondactual", "onesecondamortized"];
    expect(exportNames(template)).toEqual(names);
    expect(template.resources("azurerm_resource_group").map(({ name }) => name)).toEqual(["one-finops", "one-second"]);
    expect(Object.keys(template.outputs)).toHaveLength(2 * (FORM.length + 4));
    const other = Template.of(two);
    expect(keys(other, "team_finops")).toEqual(FORM);
    expect(other.resource("azuread_application").display_name).toBe("two-team-finops");
  });

  it("have the same addresses and the same content in whatever order they are made, and whatever is added later", () => {
    const synthesized = (ids: readonly string[]): Record<string, unknown> => {
      const stack = azureStack();
      for (const id of ids) {
        integrationIn(stack, { storageAccountName: `acme${id}` }, id);
      }
      const { resource, output } = Template.of(stack).json;
      return { resource, output };
    };
    expect(synthesized(["b1", "a1"])).toEqual(synthesized(["a1", "b1"]));
    expect(synthesized(["c1", "a1", "b1"])).toMatchObject(synthesized(["a1", "b1"]));
  });

  it("may share an identity and a storage, each for other subscriptions", () => {
    const stack = azureStack();
    const shared = { ...WITHOUT_STORAGE, identity: existing(stack), storage: existingContainer(stack) };
    integrationIn(stack, { ...shared, subscriptions: { production: SUBSCRIPTION } }, "one");
    integrationIn(stack, { ...shared, subscriptions: { production: OTHER_SUBSCRIPTION } }, "two");
    expect(Template.of(stack).resourceTypes).toEqual({
      azuread_application_password: 1,
      azurerm_role_assignment: 2,
      azurerm_subscription_cost_management_export: 4,
      terraform_data: 2,
    });
  });
});

describe("the way out of what an integration makes", () => {
  it("leads through a subclass that has the platform log in without a secret", () => {
    class Keyless extends AzureIntegration {
      protected override createIdentity({ applicationName, owners }: AzureIdentityProps): IAzureIdentity {
        const federation = { issuerUri: "https://login.platform.example", subject: "acme" };
        return new AzureFederatedIdentity(this, "identity", { applicationName, owners, ...federation });
      }
    }
    const stack = azureStack();
    expect(new Keyless(stack, "finops", MINIMAL).identity).toBeInstanceOf(AzureFederatedIdentity);
    const template = Template.of(stack);
    expect(template.resource("azuread_application").display_name).toBe("billing-finops");
    expect(keys(template)).toEqual(less(...SECRET));
  });

  it("leads through a subclass that makes parts differently, has defaults of its own, and keeps the parts' addresses", () => {
    class Company extends AzureIntegration {
      constructor(scope: Construct, id: string, props: AzureIntegrationProps) {
        super(scope, id, { role: "CUSTOM", ...props });
      }

      protected override createBillingExport(props: Omit<AzureBillingExportProps, "storage">): AzureBillingExport {
        const exportNamePrefix = `c${props.exportNamePrefix ?? ""}`;
        return new AzureBillingExport(this, "billing_export", { ...props, storage: this.storage, exportNamePrefix });
      }

      protected override createAccess(props: Omit<AzureAccessProps, "identity" | "billingExport">): AzureAccess {
        const { identity, billingExport } = this;
        return new AzureAccess(this, "access", { ...props, identity, billingExport, roleName: "FinOps" });
      }
    }
    const stack = azureStack();
    new Company(stack, "finops", MINIMAL);
    const template = Template.of(stack);
    expect(template.addresses).toEqual(synth({ role: "CUSTOM" }).addresses);
    expect(exportNames(template)).toEqual(["cbillingfinopsactual", "cbillingfinopsamortized"]);
    expect(template.resource("azurerm_role_definition").name).toBe("FinOps");
    expect(keys(template)).toEqual(FORM);
  });
});
