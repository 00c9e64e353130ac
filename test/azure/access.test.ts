import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  AZURE_PERMISSIONS,
  AzureAccess,
  type AzureAccessProps,
  AzureBillingExport,
  type AzureBillingExportProps,
  AzureFederatedIdentity,
  AzureIdentity,
  AzureIntegration,
  AzureStorage,
} from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { AzureExistingApplication } from "../../lib/azure/existing-application";
import {
  azureStack,
  CLIENT,
  ENROLLMENT,
  MCA_ACCOUNT,
  MINIMAL,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
  TENANT,
} from "../support/azure";
import { type Block, emptyStack, problemsOf, refusal, Template } from "../support/template";

type Props = Partial<AzureAccessProps>;
type Exports = Partial<AzureBillingExportProps>;

const STORAGE = { subscriptionId: SUBSCRIPTION, location: "westeurope", storageAccountName: "acmebillingexport" };
const OTHER_TENANT = "aaaaaaaa-8888-7777-6666-555555555555";
const GROUP = "/providers/Microsoft.Management/managementGroups/acme";
const SCOPE = `/subscriptions/${SUBSCRIPTION}`;
const OTHER_SCOPE = `/subscriptions/${OTHER_SUBSCRIPTION}`;
const ASSIGNMENT = "azurerm_role_assignment";
const ROLE = "azurerm_role_definition";
const READER = "EventGrid EventSubscription Reader";
const ACTIONS = [
  "Microsoft.EventGrid/eventSubscriptions/read",
  "Microsoft.EventGrid/locations/eventSubscriptions/read",
  "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
  "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
  "Microsoft.Resources/subscriptions/resourceGroups/read",
];

interface Parts {
  readonly identity: AzureIdentity;
  readonly billingExport: AzureBillingExport;
}

const createParts = (stack: TerraformStack, exports: Exports = {}): Parts => ({
  identity: new AzureIdentity(stack, "identity", {}),
  billingExport: new AzureBillingExport(stack, "export", {
    agreement: "MCA",
    storage: new AzureStorage(stack, "storage", STORAGE),
    ...exports,
  }),
});

const build = (props: Props = {}, exports: Exports = {}): { stack: TerraformStack; access: AzureAccess } => {
  const stack = azureStack();
  return { stack, access: new AzureAccess(stack, "finops", { ...createParts(stack, exports), ...props }) };
};

const synth = (props?: Props, exports?: Exports): Template => Template.of(build(props, exports).stack);

const scopesOf = (template: Template): unknown[] => template.resources(ASSIGNMENT).map(({ scope }) => scope);

const variable = (stack: TerraformStack, name: string): string =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;

describe("an access with only its required props", () => {
  const { stack, access } = build();
  const template = Template.of(stack);
  const principal_id = `\${${template.address("azuread_service_principal")}.object_id}`;

  it("assigns the role of the platform's page to the service principal, on the exported subscription", () => {
    expect(template.resource(ASSIGNMENT)).toEqual({
      scope: SCOPE,
      role_definition_name: READER,
      principal_id,
      principal_type: "ServicePrincipal",
      description: "For the FinOps platform",
    });
    expect(template.resourceTypes).not.toHaveProperty(ROLE);
    expect([access.customRole, access.containerAssignment]).toEqual([undefined, undefined]);
  });

  it("assigns roles to the object ID of the service principal, never to that of the application", () => {
    const application = template.address("azuread_application");
    expect(JSON.stringify(template.resources(ASSIGNMENT))).not.toContain(application);
    const all = Template.of(build({ role: "CUSTOM", containerReader: true }).stack);
    expect(all.resources(ASSIGNMENT).map((block) => block.principal_id)).toEqual([principal_id, principal_id]);
  });

  it("reports the permission as the catalogue has it", () => {
    expect(access.permissions).toEqual(AZURE_PERMISSIONS.filter(({ id }) => id === "EventGridReader"));
    access.permissions.pop();
    expect(access.permissions).toHaveLength(1);
  });

  it("has one role assignment, and no manual steps, limitations or warnings", () => {
    const { manualSteps, limitations, node } = access;
    expect([manualSteps, limitations, node.metadata]).toEqual([[], [], []]);
    expect(access.roleAssignments).toHaveLength(1);
    expect(node.defaultChild).toBeUndefined();
  });

  it("assigns the role to the service principal of a federated identity", () => {
    const other = azureStack();
    const { billingExport } = createParts(other);
    const identity = new AzureFederatedIdentity(other, "federated", {
      issuerUri: "https://login.platform.example/acme",
      subject: "acme-finops",
    });
    new AzureAccess(other, "finops", { identity, billingExport });
    expect(Template.of(other).resource(ASSIGNMENT).principal_id).toMatch(
      /^\$\{azuread_service_principal[.]federated_service_principal_[0-9A-F]{8}[.]object_id\}$/,
    );
  });

  it("assigns roles to the service principal of an existing application, after it and the container are checked", () => {
    const other = azureStack();
    const identity = new AzureExistingApplication(other, "application", { clientId: CLIENT });
    const storage = AzureStorage.fromContainer(other, "container", {
      subscriptionId: SUBSCRIPTION,
      resourceGroupName: "finops",
      storageAccountName: "acmebillingexport",
      containerName: "cost-exports",
    });
    const subscriptions = { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION };
    const billingExport = new AzureBillingExport(other, "export", { agreement: "MCA", storage, subscriptions });
    new AzureAccess(other, "finops", { identity, billingExport, containerReader: true });
    const assignment = {
      principal_id: `\${data.azuread_service_principal.${identity.servicePrincipal.friendlyUniqueId}.object_id}`,
      depends_on: [
        expect.stringMatching(/^data[.]azuread_service_principal[.]application_service_principal_[0-9A-F]{8}$/),
        expect.stringMatching(/^data[.]azurerm_storage_container[.]container_/),
        expect.stringMatching(/^data[.]azurerm_storage_account[.]container_storage_account_/),
      ],
    };
    expect(Template.of(other).resources(ASSIGNMENT)).toMatchObject([assignment, assignment, assignment]);
  });
});

describe("the scopes of the role", () => {
  it("are the exported subscriptions, by their keys", () => {
    const template = synth({}, { subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION } });
    expect(scopesOf(template)).toEqual([SCOPE, OTHER_SCOPE]);
    const [first, second] = template.addresses.filter((address) => address.startsWith(ASSIGNMENT));
    expect(first).toMatch(/[.]finops_scope_production_[0-9A-F]{8}$/);
    expect(second).toMatch(/[.]finops_scope_sandbox_[0-9A-F]{8}$/);
    // No assignment depends on another, so that each can be replaced or removed on its own.
    expect(template.resources(ASSIGNMENT).filter((block) => "depends_on" in block)).toEqual([]);
  });

  it.each<[string, Exports]>([
    ["an enrollment", { agreement: "EA", billingAccountId: ENROLLMENT }],
    ["a billing account", { billingAccountId: MCA_ACCOUNT }],
  ])("are the storage account's subscription when %s is exported", (_, exports) => {
    const template = synth({}, exports);
    expect(scopesOf(template)).toEqual([SCOPE]);
    expect(template.address(ASSIGNMENT)).toMatch(/[.]finops_scope_storage_[0-9A-F]{8}$/);
  });

  it("are those of 'roleScopes', if set, instead of the exported subscriptions", () => {
    const template = synth({ roleScopes: { all: GROUP, extra: `${OTHER_SCOPE}/resourceGroups/finops` as never } });
    expect(scopesOf(template)).toEqual([GROUP, `${OTHER_SCOPE}/resourceGroups/finops`]);
    expect(template.resources(ASSIGNMENT).map((block) => block.role_definition_name)).toEqual([READER, READER]);
  });

  it("can be several management groups when the role is built-in", () => {
    expect(scopesOf(synth({ roleScopes: { a: GROUP, b: `${GROUP}-b` } }))).toEqual([GROUP, `${GROUP}-b`]);
  });

  it("keep their addresses when another scope is added before them", () => {
    const one = synth({ roleScopes: { beta: OTHER_SCOPE as never } });
    const both = synth({ roleScopes: { alpha: GROUP, beta: OTHER_SCOPE as never } });
    expect(both.addresses).toEqual(expect.arrayContaining(one.addresses));
  });
});

describe("an access with 'containerReader'", () => {
  it("assigns Storage Blob Data Reader on the container only", () => {
    const { stack, access } = build({ containerReader: true });
    const template = Template.of(stack);
    const [container, scope] = template.resources(ASSIGNMENT);
    expect(scope?.scope).toBe(SCOPE);
    expect(container).toEqual({
      scope: `\${${template.address("azurerm_storage_container")}.id}`,
      role_definition_name: "Storage Blob Data Reader",
      principal_id: `\${${template.address("azuread_service_principal")}.object_id}`,
      principal_type: "ServicePrincipal",
      description: "For the FinOps platform",
    });
    expect(access.permissions).toEqual(
      AZURE_PERMISSIONS.filter(({ id }) => id === "EventGridReader" || id === "ReadExports"),
    );
  });

  it("assigns no role on the container when it is false", () => {
    expect(scopesOf(synth({ containerReader: false }))).toEqual([SCOPE]);
  });
});

describe("a custom role", () => {
  const { stack, access } = build({ role: "CUSTOM" });
  const template = Template.of(stack);
  const roleId = `\${${template.address(ROLE)}.role_definition_id}`;

  it("has exactly the actions of the catalogue, and can be assigned on the scopes", () => {
    expect(template.resource(ROLE)).toEqual({
      name: "billing-finops",
      description: "Lets the FinOps platform see event subscriptions and resource groups",
      scope: SCOPE,
      assignable_scopes: [SCOPE],
      permissions: [{ actions: ACTIONS }],
    });
    const custom = AZURE_PERMISSIONS.filter(({ role }) => role === "CUSTOM");
    expect(custom.flatMap(({ actions }) => actions).sort()).toEqual(ACTIONS);
    expect(access.permissions).toEqual(custom);
  });

  it("is assigned instead of the built-in role", () => {
    const assignment = template.resource(ASSIGNMENT);
    expect(assignment).toMatchObject({ principal_type: "ServicePrincipal", scope: SCOPE });
    expect(assignment).not.toHaveProperty("role_definition_name");
  });

  it("is assigned by the ID that Azure returns for each scope, so that Terraform never replaces an assignment", () => {
    const withScopes = synth({
      role: "CUSTOM",
      roleScopes: { a: SCOPE as never, b: `${OTHER_SCOPE}/resourceGroups/finops` as never, c: GROUP },
    });
    expect(template.resource(ASSIGNMENT).role_definition_id).toBe(
      `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    );
    expect(withScopes.resources(ASSIGNMENT).map((block) => [block.scope, block.role_definition_id])).toEqual([
      [SCOPE, `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`],
      [
        `${OTHER_SCOPE}/resourceGroups/finops`,
        `${OTHER_SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
      ],
      [GROUP, `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`],
    ]);
    expect(withScopes.resource(ROLE)).toMatchObject({
      scope: SCOPE,
      assignable_scopes: [SCOPE, `${OTHER_SCOPE}/resourceGroups/finops`, GROUP],
    });
  });

  it("is assigned by an ID that Terraform derives from an unresolved scope", () => {
    const other = azureStack();
    const parts = createParts(other);
    const roleScopes = {
      a: variable(other, "scope") as `/subscriptions/${string}`,
      b: `/subscriptions/${variable(other, "subscription")}` as const,
    };
    new AzureAccess(other, "finops", { ...parts, role: "CUSTOM", roleScopes });
    const ids = Template.of(other)
      .resources(ASSIGNMENT)
      .map((block) => block.role_definition_id);
    const rest = `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
    expect(ids).toEqual([
      `\${try(regex("^/subscriptions/[^/]+", var.scope), "")}${rest}`,
      `\${try(regex("^/subscriptions/[^/]+", join("", ["/subscriptions/", var.subscription])), "")}${rest}`,
    ]);
  });

  it("has the given name", () => {
    expect(synth({ role: "CUSTOM", roleName: "FinOps (platform) 1.0_x-y" }).resource(ROLE).name).toBe(
      "FinOps (platform) 1.0_x-y",
    );
  });

  it("is assigned beside the built-in role that reads the container", () => {
    const { stack: other, access: both } = build({ role: "CUSTOM", containerReader: true });
    const [container] = Template.of(other).resources(ASSIGNMENT);
    expect(container).toMatchObject({ role_definition_name: "Storage Blob Data Reader" });
    expect(both.permissions.map(({ id }) => id)).toEqual(["SeeEventSubscriptions", "SeeResourceGroups", "ReadExports"]);
  });

  it("is created with the provider that is passed, as are the role assignments", () => {
    const other = azureStack();
    const provider = new AzurermProvider(other, "other", {
      features: [{}],
      subscriptionId: SUBSCRIPTION,
      alias: "other",
      resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
    });
    const storage = new AzureStorage(other, "storage", { ...STORAGE, provider });
    const billingExport = new AzureBillingExport(other, "export", { agreement: "MCA", storage, provider });
    const identity = new AzureIdentity(other, "identity", {});
    new AzureAccess(other, "finops", { identity, billingExport, provider, role: "CUSTOM", containerReader: true });
    const synthesized = Template.of(other);
    const created = [...synthesized.resources(ASSIGNMENT), ...synthesized.resources(ROLE)];
    expect(created.map((block) => block.provider)).toEqual(Array(3).fill("azurerm.other"));
  });
});

describe("overrides of the access", () => {
  const overrideProblem = (id: string, argument: string, what: string, got: string): string =>
    `[billing/finops/${id}] '${argument}' of ${what} must not be overridden, got: ${got}; ` +
    "its permissions would be other than 'permissions' reports: add a resource of your own instead";
  const CUSTOM_ROLE = "the custom role";
  const ROLE_ASSIGNMENT = "the role assignment";
  const IDS = { scope: "scope_subscription", container: "container" };

  const problemsAfter = (target: "role" | "scope" | "container", path: string, value: unknown): string => {
    const { stack, access } = build({ role: target === "role" ? "CUSTOM" : undefined, containerReader: true });
    const elements = {
      role: access.customRole,
      scope: access.roleAssignments[0],
      container: access.containerAssignment,
    };
    elements[target]?.addOverride(path, value);
    return problemsOf(stack);
  };

  it.each<[string, string, unknown, string]>([
    ["all actions", "permissions.0.actions", ["*"], "a list of 1"],
    ["a wildcard for all read actions", "permissions.0.actions", ["*/read"], "a list of 1"],
    [
      "an action that writes",
      "permissions.0.actions.0",
      "Microsoft.Authorization/roleAssignments/write",
      "a list of 1",
    ],
    [
      "an additional action",
      "permissions.0.actions",
      ["Microsoft.Advisor/recommendations/read", ...ACTIONS],
      "a list of 1",
    ],
    ["a missing action", "permissions.0.actions", ACTIONS.slice(1), "a list of 1"],
    ["a data action", "permissions.0.data_actions", ["*"], "a list of 1"],
    ["a second block of permissions with all actions", "permissions.1", { actions: ["*"] }, "a list of 2"],
    ["a second block of permissions, added as a list", "permissions", [{ actions: ["*"] }], "a list of 2"],
  ])("are refused on the custom role: %s", (_, path, value, got) => {
    expect(problemsAfter("role", path, value)).toBe(overrideProblem("role", "permissions", CUSTOM_ROLE, got));
  });

  it("are refused when they change where the custom role can be assigned", () => {
    expect(problemsAfter("role", "assignable_scopes", [GROUP])).toBe(
      overrideProblem("role", "assignable_scopes", CUSTOM_ROLE, "a list of 2"),
    );
    expect(problemsAfter("role", "scope", GROUP)).toBe(overrideProblem("role", "scope", CUSTOM_ROLE, `"${GROUP}"`));
  });

  it.each<[string, "scope" | "container", string, unknown]>([
    ["another role", "scope", "role_definition_name", "Owner"],
    ["the ID of another role", "scope", "role_definition_id", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
    ["another scope", "scope", "scope", GROUP],
    ["another principal", "scope", "principal_id", CLIENT],
    ["another type of principal", "scope", "principal_type", "Group"],
    ["another role on the container", "container", "role_definition_name", "Storage Blob Data Owner"],
    ["the subscription instead of the container", "container", "scope", SCOPE],
  ])("are refused on a role assignment: %s", (_, target, path, value) => {
    expect(problemsAfter(target, path, value)).toBe(
      overrideProblem(IDS[target], path, ROLE_ASSIGNMENT, `"${String(value)}"`),
    );
  });

  it("are accepted when they change no permission", () => {
    expect(problemsAfter("scope", "description", "Read by the FinOps platform")).toBe("");
    expect(problemsAfter("role", "description", "Read by the FinOps platform")).toBe("");
    expect(problemsAfter("scope", "role_definition_name", READER)).toBe("");
  });
});

describe("the names of custom roles", () => {
  it("must be unique in the program, ignoring letter case", () => {
    const stack = azureStack();
    const parts = createParts(stack);
    const all = { ...parts, role: "CUSTOM", roleName: "finops" } as const;
    new AzureAccess(stack, "one", all);
    new AzureAccess(stack, "other", { ...all, roleName: "finops-2" });
    expect(problemsOf(stack)).toBe("");
    new AzureAccess(stack, "two", { ...all, roleName: "FinOps" });
    expect(problemsOf(stack)).toBe(
      `[billing] AzureAccess at billing/two: 'roleName' must be unique in the program, got: "FinOps", which billing/one already uses for its custom role; choose another`,
    );
  });

  it("are not reserved when the role is built-in", () => {
    const stack = azureStack();
    const { identity, billingExport } = createParts(stack);
    new AzureAccess(stack, "one", { identity, billingExport, roleName: "finops" });
    const other = new AzureIdentity(stack, "other", {});
    const all = { identity: other, billingExport, roleName: "finops" };
    new AzureAccess(stack, "two", all);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("validation of unique role assignments", () => {
  const clash = (path: string, scope: string, by: string): string =>
    `[billing] AzureAccess at billing/${path}: 'roleScopes' must be unique, got: "${scope}", which billing/${by} already uses for its role assignment; use other scopes in one of them`;

  it("refuses two integrations with the same existing application", () => {
    const stack = azureStack();
    const one = AzureIdentity.fromApplication(stack, "one", { clientId: CLIENT });
    const two = AzureIdentity.fromApplication(stack, "two", { clientId: CLIENT });
    new AzureIntegration(stack, "finops", { ...MINIMAL, identity: one });
    const exportNamePrefix = "other";
    new AzureIntegration(stack, "other", {
      ...MINIMAL,
      storageAccountName: "acmeother",
      exportNamePrefix,
      identity: two,
    });
    expect(problemsOf(stack)).toBe(clash("other/access", SCOPE, "finops/access"));
  });

  it("refuses the same scope in another letter case", () => {
    const stack = azureStack();
    const parts = createParts(stack);
    new AzureAccess(stack, "one", { ...parts, roleScopes: { all: GROUP, own: SCOPE as never } });
    const roleScopes = { all: "/providers/Microsoft.Management/managementGroups/ACME" } as const;
    new AzureAccess(stack, "two", { ...parts, roleScopes });
    expect(problemsOf(stack)).toBe(clash("two", roleScopes.all, "one"));
  });

  it("accepts two applications, and two scopes", () => {
    const stack = azureStack();
    const { identity, billingExport } = createParts(stack);
    new AzureAccess(stack, "one", { identity, billingExport });
    const other = AzureIdentity.fromApplication(stack, "other", { clientId: CLIENT });
    new AzureAccess(stack, "two", { identity: other, billingExport });
    new AzureAccess(stack, "three", { identity, billingExport, roleScopes: { all: GROUP } });
    expect(problemsOf(stack)).toBe("");
  });

  it("accepts a custom role beside the built-in role", () => {
    const stack = azureStack();
    const parts = createParts(stack);
    new AzureAccess(stack, "one", parts);
    new AzureAccess(stack, "two", { ...parts, role: "CUSTOM" });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check each scope on its role assignment, and the role's name on all of them", () => {
    const stack = azureStack();
    new AzureAccess(stack, "finops", {
      ...createParts(stack),
      role: "CUSTOM",
      roleName: variable(stack, "role"),
      roleScopes: {
        a: SCOPE as `/subscriptions/${string}`,
        b: `/subscriptions/${variable(stack, "subscription")}`,
      },
    });
    const template = Template.of(stack);
    const preconditions = template
      .resources(ASSIGNMENT)
      .map(({ lifecycle }) => (lifecycle as Block).precondition as { condition: string; error_message: string }[]);
    const messages = preconditions.map((all) => all.map(({ error_message }) => error_message));
    const at = "AzureAccess at billing/finops:";
    const name = [
      `${at} 'roleName' must be letters, digits, spaces and ._()-.`,
      `${at} 'roleName' must be 1-512 characters long.`,
      `${at} 'roleName' must not begin or end with a space.`,
    ];
    expect(messages).toEqual([
      name,
      [
        ...name,
        `${at} 'b' of 'roleScopes' must begin with /subscriptions/ or /providers/Microsoft.Management/managementGroups/.`,
        `${at} 'b' of 'roleScopes' must be the scope of a subscription, of a resource group or of a management group, without a slash at the end.`,
      ],
    ]);
    // The role definition lists the scopes, and is created before the assignments, so it checks them, too.
    expect((template.resource(ROLE).lifecycle as Block).precondition).toEqual(preconditions[1]?.slice(3));
    expect(preconditions[1]?.[3]?.condition).toBe(
      '${can(regex("^/(subscriptions|providers/Microsoft[.]Management/managementGroups)/", ' +
        'join("", ["/subscriptions/", var.subscription])))}',
    );
  });

  it("leave the exported subscriptions to the preconditions of the exports", () => {
    const stack = azureStack();
    const parts = createParts(stack, { subscriptions: { production: variable(stack, "production") } });
    new AzureAccess(stack, "finops", parts);
    const assignment = Template.of(stack).resource(ASSIGNMENT);
    expect(assignment.scope).toBe("/subscriptions/${var.production}");
    expect(assignment).not.toHaveProperty("lifecycle");
  });
});

describe("validation of the access", () => {
  const token = Token.asString({ ref: "x" });
  const BEGIN = "must begin with /subscriptions/ or /providers/Microsoft.Management/managementGroups/";

  const refusedIn = (props: object): { stack: TerraformStack; problem: string } => {
    const stack = azureStack();
    const all = { ...createParts(stack), ...props };
    return { stack, problem: refusal(() => new AzureAccess(stack, "finops", all)) };
  };

  it.each<[string, object, string]>([
    ["the root", { roleScopes: { other: "/" } }, `the value of "other" in 'roleScopes' ${BEGIN}, got: "/"`],
    [
      "an empty map of scopes",
      { roleScopes: {} },
      "'roleScopes' must name a scope, got: none; leave it out for the exported subscriptions",
    ],
    [
      "the same scope twice, ignoring letter case",
      { roleScopes: { one: GROUP, two: SCOPE, three: "/providers/Microsoft.Management/managementGroups/ACME" } },
      `'roleScopes' must name each scope once, got: the same one for "one" and "three"`,
    ],
    [
      "a list of scopes",
      { roleScopes: [SCOPE] },
      `'roleScopes' must be an object whose values are strings, got: a list of 1; for example { all: "/providers/Microsoft.Management/managementGroups/acme" }`,
    ],
    [
      "an unresolved map of scopes",
      { roleScopes: Token.asAny({ ref: "x" }) },
      "'roleScopes' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "more than 1000 scopes",
      {
        roleScopes: Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`g${index}`, `${GROUP}-${index}`])),
      },
      "'roleScopes' must have at most 1000 keys, got: 1001",
    ],
    [
      "a custom role on two management groups",
      { role: "CUSTOM", roleScopes: { one: GROUP, two: `${GROUP}-b`, three: SCOPE } },
      "'roleScopes' must have at most one management group when 'role' is CUSTOM, got: 2; Azure allows one per custom role",
    ],
    ["an unknown role", { role: "READER" }, `'role' must be one of EVENT_GRID_READER, CUSTOM, got: "READER"`],
    [
      "an unresolved role",
      { role: token },
      "'role' must be one of EVENT_GRID_READER, CUSTOM, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a string for 'containerReader'",
      { containerReader: "true" },
      `'containerReader' must be true or false, got: "true"`,
    ],
    [
      "an object ID as the identity",
      { identity: CLIENT },
      `'identity' must be an IAzureIdentity, got: "${CLIENT}"; for example new AzureIdentity(…), new AzureFederatedIdentity(…) or AzureIdentity.fromApplication(…)`,
    ],
    [
      "a missing identity",
      { identity: undefined },
      "'identity' is required: it must be an IAzureIdentity; for example new AzureIdentity(…), new AzureFederatedIdentity(…) or AzureIdentity.fromApplication(…)",
    ],
    [
      "a missing billing export",
      { billingExport: undefined },
      "'billingExport' is required: it must be an IAzureBillingExport; for example new AzureBillingExport(…) or AzureBillingExport.fromExports(…)",
    ],
    ["the name of a provider", { provider: "azurerm" }, `'provider' must be an AzurermProvider, got: "azurerm"`],
    [
      "additional actions",
      { actions: ["*/read"] },
      `"actions" is not a known property; known are environment, provider, identity, billingExport, roleScopes, role, roleName, containerReader`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const refused = refusedIn(props);
    expect(refused.problem).toBe(`AzureAccess at billing/finops: ${problem}`);
    expect(refused.stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses an identity and a billing export in another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const parts = createParts(one);
    expect(refusal(() => new AzureAccess(two, "finops", parts))).toBe(
      [
        "AzureAccess at two/finops: 2 problems",
        "  - 'identity' must be in the stack of the construct, got: one/identity; create it in two",
        "  - 'billingExport' must be in the stack of the construct, got: one/export; create it in two",
      ].join("\n"),
    );
    expect(two.node.children).toEqual([]);
  });

  it("refuses a billing export with another provider, which may use another login", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
    const parts = createParts(stack);
    expect(refusal(() => new AzureAccess(stack, "finops", { ...parts, provider }))).toBe(
      "AzureAccess at billing/finops: 'billingExport' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
    );
  });

  it("refuses an identity and a billing export in another environment", () => {
    const one = 'must have the \'environment\' of the construct, "china", got: "public"';
    expect(refusedIn({ environment: "china" }).problem).toBe(
      [
        "AzureAccess at billing/finops: 2 problems",
        `  - 'identity' ${one}; pass the same 'environment' to both`,
        `  - 'billingExport' ${one}; pass the same 'environment' to both`,
      ].join("\n"),
    );
  });

  it("reports all problems at once", () => {
    const props = { role: "OWNER", roleName: "fin/ops", roleScopes: { all: "/" } };
    expect(refusedIn(props).problem).toBe(
      [
        "AzureAccess at billing/finops: 3 problems",
        `  - the value of "all" in 'roleScopes' ${BEGIN}, got: "/"`,
        `  - 'role' must be one of EVENT_GRID_READER, CUSTOM, got: "OWNER"`,
        `  - 'roleName' must be letters, digits, spaces and ._()-, got: "fin/ops"; for example "FinOps platform"`,
      ].join("\n"),
    );
  });
});

describe("the tenants of the two providers", () => {
  const problemsWith = (azurerm: string | undefined, azuread: string | undefined): string => {
    const stack = emptyStack();
    new AzureadProvider(stack, "azuread", { tenantId: azuread });
    new AzurermProvider(stack, "azurerm", { features: [{}], tenantId: azurerm });
    new AzureAccess(stack, "finops", createParts(stack));
    return problemsOf(stack);
  };

  it("are refused when both are set and differ", () => {
    expect(problemsWith(OTHER_TENANT, TENANT)).toBe(
      `[billing] billing/finops: the azurerm provider must be logged in to the tenant of the azuread provider, "${TENANT}", because a role ` +
        `can be assigned only to an identity of the same tenant, got: tenant_id "${OTHER_TENANT}"`,
    );
  });

  it.each([
    ["they are the same in any letter case", OTHER_TENANT.toUpperCase(), OTHER_TENANT],
    ["the azurerm provider sets none", undefined, TENANT],
    ["the azuread provider sets none", TENANT, undefined],
  ])("are accepted when %s", (_, azurerm, azuread) => {
    expect(problemsWith(azurerm, azuread)).toBe("");
  });
});

describe("warnings about the scopes", () => {
  const warningsOf = (roleScopes: AzureAccessProps["roleScopes"]): unknown[] =>
    build({ roleScopes }).access.node.metadata.map(({ data }) => data as string);

  it("are added for a management group that looks like the tenant's root group", () => {
    expect(warningsOf({ all: `/providers/Microsoft.Management/managementGroups/${TENANT}` })).toEqual([
      'The scope "all" looks like the root management group of a tenant: the role applies to all of its subscriptions, also to future ones.',
    ]);
  });

  it("are not added for other scopes", () => {
    expect(warningsOf({ all: GROUP, one: SCOPE })).toEqual([]);
  });
});
