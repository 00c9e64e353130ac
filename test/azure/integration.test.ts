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
import { type Block, emptyStack, problemsOf, refusal, Template } from "../support/template";

const integrationIn = (
  stack: TerraformStack,
  props: AnyProps<AzureIntegrationProps> = {},
  id = "finops",
): AzureIntegration => new AzureIntegration(stack, id, { ...MINIMAL, ...props } as AzureIntegrationProps);

const synth = (props?: AnyProps<AzureIntegrationProps>): Template => {
  // Either Terraform or the provider registers the resource provider.
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

/** Keys of the platform's form, except for the given ones. */
const formWithout = (...omitted: string[]): string[] =>
  PLATFORM_FIELDS.azure.map(({ key }) => key as string).filter((key) => !omitted.includes(key));
const FORM = formWithout();
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
type CreateProps = (stack: TerraformStack) => AnyProps<AzureIntegrationProps>;
/** Replacements in `MINIMAL` that leave out the props of storage and exports. */
const WITHOUT_STORAGE = { subscriptionId: undefined, location: undefined, storageAccountName: undefined };
const WITHOUT_EXPORT = { ...WITHOUT_STORAGE, agreement: undefined };

const ROLES = "/providers/Microsoft.Management/managementGroups/";

describe("an integration with only its required props", () => {
  const template = synth();

  it("creates these resources, and no others", () => {
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

  it("lists the fields in the form's order in the hand-off, with the names of their outputs", () => {
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

  it("writes secrets to sensitive outputs only", () => {
    const secret = ["finops_client_secret_value", "finops_connection_string", "finops_sas_token"];
    expect(sensitive(template)).toEqual(secret);
    const others = Object.entries(template.outputs).filter(([name]) => !secret.includes(name));
    expect(JSON.stringify(others)).not.toMatch(/\.value\}|\.sas\b|\.primary_/);
  });

  it("reports all permissions that it grants", () => {
    const granted = (props?: AnyProps<AzureIntegrationProps>): string[] =>
      integrationIn(azureStack(), props).permissions.map(({ id, grantee }) => `${id}: ${grantee}`);
    const owned = "OwnApplication: owners of the application";
    expect(granted()).toEqual(["EventGridReader: platform identity", owned, "ReadBySas: bearer"]);
    expect(granted({ role: "CUSTOM", containerReader: true, createSas: false })).toEqual([
      "SeeEventSubscriptions: platform identity",
      "SeeResourceGroups: platform identity",
      "ReadExports: platform identity",
      owned,
    ]);
  });
});

describe("an integration with all options", () => {
  it("passes each property to its part", () => {
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

  it("joins the paths of several subscriptions in one row, with actual and amortized costs in the same order", () => {
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

  it("exports the costs of a billing account without limitations, with its billing role as a manual step", () => {
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

  it("leaves client secret and SAS token to a person, so that Terraform never has them", () => {
    const template = synth({ createClientSecret: false, createSas: false });
    expect(keys(template)).toEqual(formWithout(...SECRET, ...SAS));
    expect(steps(template)).toEqual(["create_client_secret", "create_sas_token"]);
    expect(sensitive(template)).toEqual([]);
    expect(template.addresses.filter((address) => /password|sas|terraform_data/.test(address))).toEqual([]);
  });

  it("creates everything with the providers that are passed, except for Terraform's built-in resources", () => {
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

  it("creates two exports and a role assignment for each of two hundred subscriptions, and one row per kind of costs", () => {
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

/** Error of the integration: its only problem, or several with a line each. */
const expectedError = (problems: readonly string[]): string =>
  problems.length === 1
    ? `AzureIntegration at billing/finops: ${problems.join("")}`
    : [`AzureIntegration at billing/finops: ${problems.length} problems`, ...problems.map((one) => `  - ${one}`)].join(
        "\n",
      );

describe("validation of an integration", () => {
  /** Error of an integration in a stack, which must stay unchanged. */
  const refusedIn = (stack: TerraformStack, props: object): string => {
    const before = stack.node.children.map((child) => child.node.id);
    const message = refusal(() => integrationIn(stack, props));
    expect(stack.node.children.map((child) => child.node.id)).toEqual(before);
    return message;
  };

  /** Problem of a name in a part of the integration `second`, which the same part of `finops` uses. */
  const clash = (
    type: string,
    part: string,
    must: string,
    name: string,
    kind: string,
    advice = "choose another",
  ): string =>
    `[billing] ${type} at billing/second${part}: ${must}, got: "${name}", which billing/finops${part} already uses for its ${kind}; ${advice}`;

  it("reports the problems of all parts at once, and leaves nothing in the tree", () => {
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
      expectedError([
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

  it("reports combinations that its parts refuse, each once", () => {
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
      expectedError([
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

  it("refuses an unknown property, and lists the known ones", () => {
    expect(refusedIn(azureStack(), { region: "eu" })).toBe(
      expectedError([
        `"region" is not a known property; known are outputPrefix, identity, billingExport, storage, environment, azureadProvider, tenantId, ` +
          "applicationName, owners, createClientSecret, clientSecretDays, certificatePem, provider, subscriptionId, createSas, sasDays, connectionString, " +
          "storageAccountName, location, resourceGroupName, createResourceGroup, containerName, replication, expireAfterDays, tags, retain, agreement, " +
          "billingAccountId, departmentId, enrollmentAccountId, billingProfileId, invoiceSectionId, customerId, subscriptions, rootFolderPath, " +
          "exportNamePrefix, registerResourceProvider, roleScopes, role, roleName, containerReader",
      ]),
    );
    expect(refusedIn(azureStack(), { ROLE_NAME: "a" })).toBe(
      expectedError([`"ROLE_NAME" is not a known property; did you mean 'roleName'?`]),
    );
  });

  it("refuses at synthesis all names that another integration uses, until one of the two is removed", () => {
    const names = { applicationName: "app", resourceGroupName: "rg", exportNamePrefix: "p", outputPrefix: "o" };
    const role = { role: "CUSTOM", roleName: "r" } as const;
    const stack = azureStack();
    integrationIn(stack, { ...names, ...role });
    integrationIn(stack, { ...names, ...role }, "second");
    expect(problemsOf(stack)).toBe(
      [
        clash("AzureIntegration", "", "'outputPrefix' must be unique in the stack", "o", "outputs"),
        clash(
          "AzureIdentity",
          "/identity",
          "'applicationName' must be unique",
          "app",
          "application",
          "choose another, or set 'tenantId' of both if their tenants differ",
        ),
        clash(
          "AzureStorage",
          "/storage",
          "'storageAccountName' must be unique in the program",
          "acmebillingexport",
          "storage account",
          "choose another, or, within a stack, pass the storage of the other construct as 'storage'",
        ),
        clash(
          "AzureStorage",
          "/storage",
          "'resourceGroupName' must be unique",
          "rg",
          "resource group",
          "choose another, or set 'createResourceGroup' to false in all but one",
        ),
        clash("AzureBillingExport", "/billing_export", "'exportNamePrefix' must be unique", "p", "export"),
        clash("AzureAccess", "/access", "'roleName' must be unique in the program", "r", "custom role"),
      ].join("\n"),
    );
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });

  it("refuses at synthesis a container reader that another integration assigns to the application", () => {
    const stack = azureStack();
    const shared = { identity: existing(stack), storage: existingContainer(stack), containerReader: true } as const;
    const one = { ...WITHOUT_STORAGE, ...shared };
    integrationIn(stack, { ...one, roleScopes: { all: `${ROLES}one` } });
    integrationIn(stack, { ...one, roleScopes: { all: `${ROLES}two` }, exportNamePrefix: "two" }, "second");
    expect(problemsOf(stack)).toBe(
      clash(
        "AzureAccess",
        "/access",
        "'containerReader' must be unique",
        "Storage Blob Data Reader",
        "role assignment on the container",
        "leave it out in one of them",
      ),
    );
  });

  it("refuses at synthesis a role that another integration assigns to the application", () => {
    const stack = azureStack();
    const identity = existing(stack);
    integrationIn(stack, { identity });
    integrationIn(stack, { identity, storageAccountName: "acmesecond", exportNamePrefix: "second" }, "second");
    expect(problemsOf(stack)).toBe(
      clash(
        "AzureAccess",
        "/access",
        "'roleScopes' must be unique",
        `/subscriptions/${SUBSCRIPTION}`,
        "role assignment",
        "use other scopes in one of them",
      ),
    );
  });

  it("refuses at synthesis a registration that another integration creates", () => {
    const stack = azureStack({ registered: false });
    integrationIn(stack, { registerResourceProvider: true });
    integrationIn(stack, { registerResourceProvider: true, storageAccountName: "acmesecond" }, "second");
    expect(problemsOf(stack)).toBe(
      clash(
        "AzureBillingExport",
        "/billing_export",
        "'registerResourceProvider' must be unique",
        "Microsoft.CostManagementExports",
        "registration",
        "leave it out in all but one",
      ),
    );
  });
});

describe("parts that are passed", () => {
  it.each<[string, (stack: TerraformStack) => IAzureIdentity, Record<string, number>, string[], string[]]>([
    [
      "a federated identity",
      federated,
      { azuread_application: 1, azuread_application_federated_identity_credential: 1, azuread_service_principal: 1 },
      formWithout(...SECRET),
      ["LogIn", "OwnApplication"],
    ],
    [
      "an existing application with a new secret",
      (stack) => existing(stack),
      { azuread_application_password: 1 },
      FORM,
      [],
    ],
    [
      "an existing application whose secret a person creates",
      (stack) => existing(stack, false),
      {},
      formWithout(...SECRET),
      [],
    ],
  ])("replace the identity with %s", (_, createIdentity, types, form, granted) => {
    const stack = azureStack();
    const identity = createIdentity(stack);
    const integration = integrationIn(stack, { identity });
    const template = Template.of(stack);
    const created = Object.entries(template.resourceTypes).filter(([type]) => type.startsWith("azuread_"));
    expect(integration.identity).toBe(identity);
    expect(integration.node.tryFindChild("identity")).toBeUndefined();
    expect(Object.fromEntries(created)).toEqual(types);
    expect(keys(template)).toEqual(form);
    expect(integration.permissions.map(({ id }) => id)).toEqual(["EventGridReader", ...granted, "ReadBySas"]);
    expect(template.resource("azurerm_role_assignment").principal_id).toBe(
      template.output("finops_service_principal_object_id").value,
    );
  });

  it.each<[string, boolean, string[], string[]]>([
    ["with a new SAS token", true, FORM, ["renew_client_secret", "renew_sas_token"]],
    ["with a SAS token that a person creates", false, formWithout(...SAS), ["renew_client_secret", "create_sas_token"]],
  ])("replace the storage with an existing container, %s", (_, createSas, form, expectedSteps) => {
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
    expect(steps(template)).toEqual(expectedSteps);
  });

  it("replace the exports and their storage with existing ones", () => {
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

describe("validation of passed parts", () => {
  const withParts = (createProps: CreateProps): string => {
    const stack = azureStack();
    return refusal(() => new AzureIntegration(stack, "finops", createProps(stack) as AzureIntegrationProps));
  };

  const CERTIFICATE = certificate({ name: "integration" });
  type Props = Record<string, unknown>;

  it.each<[string, string, (stack: TerraformStack) => Props, Props, Record<string, string>]>([
    [
      "an identity that is passed, and does not show a certificate",
      "identity",
      (stack) => ({ ...MINIMAL, identity: existing(stack) }),
      { tenantId: TENANT, applicationName: "app", createClientSecret: false, certificatePem: CERTIFICATE },
      { certificatePem: `${CERTIFICATE.length} characters, which are not shown` },
    ],
    [
      "a storage that is passed",
      "storage",
      (stack) => ({ agreement: "MCA", storage: existingContainer(stack) }),
      { subscriptionId: SUBSCRIPTION, sasDays: 7, storageAccountName: "acme", location: "westeurope", tags: {} },
      { tags: "an object" },
    ],
    [
      "exports that are passed, and of their storage",
      "billingExport",
      (stack) => ({ billingExport: portalExports(stack) }),
      { subscriptionId: SUBSCRIPTION, retain: true, agreement: "MCA", subscriptions: {}, rootFolderPath: "finops" },
      { subscriptions: "an object" },
    ],
  ])("refuses the properties of %s", (_, property, createProps, extraProps, shown) => {
    const problems = Object.entries(extraProps).map(
      ([name, value]) =>
        `'${name}' must be left out when '${property}' is passed (set it on that construct, if supported), got: ${shown[name] ?? JSON.stringify(value)}`,
    );
    expect(withParts((stack) => ({ ...createProps(stack), ...extraProps }))).toBe(expectedError(problems));
  });

  it("refuses a storage when exports are passed, which have their own", () => {
    expect(
      withParts((stack) => {
        const billingExport = portalExports(stack);
        return { billingExport, storage: billingExport.storage };
      }),
    ).toBe(
      expectedError([
        "'storage' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: an object",
      ]),
    );
  });

  it.each<[string, string, CreateProps]>([
    ["identity", "in", (stack) => ({ ...MINIMAL, location: "chinaeast2", identity: existing(stack) })],
    ["storage", "container", (stack) => ({ agreement: "MCA", storage: existingContainer(stack) })],
    ["billingExport", "export", (stack) => ({ billingExport: portalExports(stack) })],
  ])("refuses a part in another stack, or in another environment: %s", (property, id, createProps) => {
    expect(withParts(() => createProps(new TerraformStack(Testing.app(), "other")))).toContain(
      `'${property}' must be in the stack of the construct, got: other/${id}; create it in billing`,
    );
    expect(withParts((stack) => ({ ...createProps(stack), environment: "china" }))).toBe(
      expectedError([
        `'${property}' must have the 'environment' of the construct, "china", got: "public"; pass the same 'environment' to both`,
      ]),
    );
  });

  it.each<[string, CreateProps]>([
    ["storage", (stack) => ({ agreement: "MCA", storage: existingContainer(stack) })],
    ["billingExport", (stack) => ({ billingExport: portalExports(stack) })],
  ])("refuses a part with another provider, which may use another login: %s", (property, createProps) => {
    const provider = (stack: TerraformStack): AzurermProvider => new AzurermProvider(stack, "b", { alias: "b" });
    expect(withParts((stack) => ({ ...createProps(stack), provider: provider(stack) }))).toBe(
      expectedError([
        `'${property}' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both`,
      ]),
    );
  });
});

describe("several integrations", () => {
  it("coexist in one stack, and in several", () => {
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

  it("have the same addresses and content in any order, and when others are added later", () => {
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

  it("can share an identity and a storage, for different subscriptions", () => {
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

describe("a subclass of the integration", () => {
  it("replaces the identity with a federated one", () => {
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
    expect(keys(template)).toEqual(formWithout(...SECRET));
  });

  it("claims the names that it creates, not those in its props", () => {
    class Renamed extends AzureIntegration {
      protected override createIdentity(props: AzureIdentityProps): IAzureIdentity {
        return new AzureIdentity(this, "identity", { ...props, applicationName: "created" });
      }
    }
    const stack = azureStack();
    new Renamed(stack, "finops", { ...MINIMAL, applicationName: "passed" });
    new AzureIdentity(stack, "one", { applicationName: "passed" });
    expect(problemsOf(stack)).toBe("");
    new AzureIdentity(stack, "two", { applicationName: "created" });
    expect(problemsOf(stack)).toBe(
      `[billing] AzureIdentity at billing/two: 'applicationName' must be unique, got: "created", which billing/finops/identity already uses for its application; choose another, or set 'tenantId' of both if their tenants differ`,
    );
  });

  it("creates parts differently, sets its own defaults, and keeps the addresses of the parts", () => {
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
