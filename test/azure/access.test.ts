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

const partsIn = (stack: TerraformStack, exports: Exports = {}): Parts => ({
  identity: new AzureIdentity(stack, "identity", {}),
  billingExport: new AzureBillingExport(stack, "export", {
    agreement: "MCA",
    storage: new AzureStorage(stack, "storage", STORAGE),
    ...exports,
  }),
});

const build = (props: Props = {}, exports: Exports = {}): { stack: TerraformStack; access: AzureAccess } => {
  const stack = azureStack();
  return { stack, access: new AzureAccess(stack, "finops", { ...partsIn(stack, exports), ...props }) };
};

const synth = (props?: Props, exports?: Exports): Template => Template.of(build(props, exports).stack);

const scopesOf = (template: Template): unknown[] => template.resources(ASSIGNMENT).map(({ scope }) => scope);

const variable = (stack: TerraformStack, name: string): string =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;

describe("what the platform may do", () => {
  const { stack, access } = build();
  const template = Template.of(stack);
  const principal_id = `\${${template.address("azuread_service_principal")}.object_id}`;

  it("is the role of the platform's page, on the subscription that is exported, given to the service principal", () => {
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

  it("is given to the object ID of the service principal, never to that of the application", () => {
    const application = template.address("azuread_application");
    expect(JSON.stringify(template.resources(ASSIGNMENT))).not.toContain(application);
    const all = Template.of(build({ role: "CUSTOM", containerReader: true }).stack);
    expect(all.resources(ASSIGNMENT).map((block) => block.principal_id)).toEqual([principal_id, principal_id]);
  });

  it("is told as it is in the catalogue", () => {
    expect(access.permissions).toEqual(AZURE_PERMISSIONS.filter(({ id }) => id === "EventGridReader"));
    access.permissions.pop();
    expect(access.permissions).toHaveLength(1);
  });

  it("leaves nothing to be done by hand, lacks nothing, and leaves Terraform nothing to check", () => {
    const { manualSteps, limitations, node } = access;
    expect([manualSteps, limitations, node.metadata]).toEqual([[], [], []]);
    expect(access.roleAssignments).toHaveLength(1);
    expect(node.defaultChild).toBeUndefined();
  });

  it("is given to the service principal of an application without a secret, too", () => {
    const other = azureStack();
    const { billingExport } = partsIn(other);
    const identity = new AzureFederatedIdentity(other, "federated", {
      issuerUri: "https://login.platform.example/acme",
      subject: "acme-finops",
    });
    new AzureAccess(other, "finops", { identity, billingExport });
    expect(Template.of(other).resource(ASSIGNMENT).principal_id).toMatch(
      /^\$\{azuread_service_principal[.]federated_service_principal_[0-9A-F]{8}[.]object_id\}$/,
    );
  });

  it("is given to the service principal of an application that is there already, once both are read and checked", () => {
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

describe("where the role is given", () => {
  it("is each subscription that is exported, by its name", () => {
    const template = synth({}, { subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION } });
    expect(scopesOf(template)).toEqual([SCOPE, OTHER_SCOPE]);
    const [first, second] = template.addresses.filter((address) => address.startsWith(ASSIGNMENT));
    expect(first).toMatch(/[.]finops_scope_production_[0-9A-F]{8}$/);
    expect(second).toMatch(/[.]finops_scope_sandbox_[0-9A-F]{8}$/);
    // None waits for another, so that any of them can be replaced or taken out.
    expect(template.resources(ASSIGNMENT).filter((block) => "depends_on" in block)).toEqual([]);
  });

  it.each<[string, Exports]>([
    ["an enrollment", { agreement: "EA", billingAccountId: ENROLLMENT }],
    ["a billing account", { billingAccountId: MCA_ACCOUNT }],
  ])("is the storage account's subscription where %s is exported", (_, exports) => {
    const template = synth({}, exports);
    expect(scopesOf(template)).toEqual([SCOPE]);
    expect(template.address(ASSIGNMENT)).toMatch(/[.]finops_scope_storage_[0-9A-F]{8}$/);
  });

  it.each<[string, `/subscriptions/${string}` | `/providers/Microsoft.Management/managementGroups/${string}`]>([
    ["a subscription", `/subscriptions/${OTHER_SUBSCRIPTION}`],
    ["a resource group", `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/Fin.ops_(1)-x`],
    ["a resource group of 90 characters", `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/${"x".repeat(90)}`],
    ["a management group", GROUP],
    ["a management group by the tenant's ID", `/providers/Microsoft.Management/managementGroups/${CLIENT}`],
  ])("may be %s", (_, scope) => {
    expect(scopesOf(synth({ roleScopes: { other: scope } }))).toEqual([scope]);
  });

  it("is what is passed, in place of what is exported", () => {
    const template = synth({ roleScopes: { all: GROUP, extra: `${OTHER_SCOPE}/resourceGroups/finops` as never } });
    expect(scopesOf(template)).toEqual([GROUP, `${OTHER_SCOPE}/resourceGroups/finops`]);
    expect(template.resources(ASSIGNMENT).map((block) => block.role_definition_name)).toEqual([READER, READER]);
  });

  it("may be several management groups, as the role is Microsoft's", () => {
    expect(scopesOf(synth({ roleScopes: { a: GROUP, b: `${GROUP}-b` } }))).toEqual([GROUP, `${GROUP}-b`]);
  });

  it("has the same addresses when another scope comes before it", () => {
    const one = synth({ roleScopes: { beta: OTHER_SCOPE as never } });
    const both = synth({ roleScopes: { alpha: GROUP, beta: OTHER_SCOPE as never } });
    expect(both.addresses).toEqual(expect.arrayContaining(one.addresses));
  });
});

describe("reading the container as the application", () => {
  it("is granted on the container alone, if told so", () => {
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

  it("is not granted if told not to", () => {
    expect(scopesOf(synth({ containerReader: false }))).toEqual([SCOPE]);
  });
});

describe("a custom role", () => {
  const { stack, access } = build({ role: "CUSTOM" });
  const template = Template.of(stack);
  const roleId = `\${${template.address(ROLE)}.role_definition_id}`;

  it("has the actions of the catalogue and no other, to be given on the scopes", () => {
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

  it("is given in place of Microsoft's", () => {
    const assignment = template.resource(ASSIGNMENT);
    expect(assignment).toMatchObject({ principal_type: "ServicePrincipal", scope: SCOPE });
    expect(assignment).not.toHaveProperty("role_definition_name");
  });

  it("is told by its ID as Azure tells it on each scope, so that Terraform never replaces what it gave", () => {
    const built = synth({
      role: "CUSTOM",
      roleScopes: { a: SCOPE as never, b: `${OTHER_SCOPE}/resourceGroups/finops` as never, c: GROUP },
    });
    expect(template.resource(ASSIGNMENT).role_definition_id).toBe(
      `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
    );
    expect(built.resources(ASSIGNMENT).map((block) => [block.scope, block.role_definition_id])).toEqual([
      [SCOPE, `${SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`],
      [
        `${OTHER_SCOPE}/resourceGroups/finops`,
        `${OTHER_SCOPE}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
      ],
      [GROUP, `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`],
    ]);
    expect(built.resource(ROLE)).toMatchObject({
      scope: SCOPE,
      assignable_scopes: [SCOPE, `${OTHER_SCOPE}/resourceGroups/finops`, GROUP],
    });
  });

  it("is told by an ID that Terraform makes of a scope that it alone knows", () => {
    const other = azureStack();
    const parts = partsIn(other);
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

  it("has the name that is told", () => {
    expect(synth({ role: "CUSTOM", roleName: "FinOps (platform) 1.0_x-y" }).resource(ROLE).name).toBe(
      "FinOps (platform) 1.0_x-y",
    );
  });

  it("is given with reading the container, which stays Microsoft's", () => {
    const { stack: other, access: both } = build({ role: "CUSTOM", containerReader: true });
    const [container] = Template.of(other).resources(ASSIGNMENT);
    expect(container).toMatchObject({ role_definition_name: "Storage Blob Data Reader" });
    expect(both.permissions.map(({ id }) => id)).toEqual(["SeeEventSubscriptions", "SeeResourceGroups", "ReadExports"]);
  });

  it("is made by the provider passed, and so is all that is given", () => {
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
    const made = [...synthesized.resources(ASSIGNMENT), ...synthesized.resources(ROLE)];
    expect(made.map((block) => block.provider)).toEqual(Array(3).fill("azurerm.other"));
  });
});

describe("what is given, once an override has changed it", () => {
  const told = (argument: string, what: string, got: string): string =>
    `[billing/finops] '${argument}' of ${what} must not be overridden, got: ${got}; ` +
    "its permissions would be other than 'permissions' reports: add a resource of your own instead";
  const CUSTOM_ROLE = "the custom role";
  const A_ROLE = "the role assignment";

  const overridden = (of: "role" | "scope" | "container", path: string, value: unknown): string => {
    const { stack, access } = build({ role: of === "role" ? "CUSTOM" : undefined, containerReader: true });
    const made = { role: access.customRole, scope: access.roleAssignments[0], container: access.containerAssignment };
    made[of]?.addOverride(path, value);
    return problemsOf(stack);
  };

  it.each<[string, string, unknown, string]>([
    ["all actions", "permissions.0.actions", ["*"], "a list of 1"],
    ["a wildcard of reading", "permissions.0.actions", ["*/read"], "a list of 1"],
    [
      "an action that writes",
      "permissions.0.actions.0",
      "Microsoft.Authorization/roleAssignments/write",
      "a list of 1",
    ],
    ["an action more", "permissions.0.actions", ["Microsoft.Advisor/recommendations/read", ...ACTIONS], "a list of 1"],
    ["an action less", "permissions.0.actions", ACTIONS.slice(1), "a list of 1"],
    ["an action on data", "permissions.0.data_actions", ["*"], "a list of 1"],
    ["a second block, with all actions", "permissions.1", { actions: ["*"] }, "a list of 2"],
    ["a second block, by the list of them", "permissions", [{ actions: ["*"] }], "a list of 2"],
  ])("is refused of the custom role with %s", (_, path, value, got) => {
    expect(overridden("role", path, value)).toBe(told("permissions", CUSTOM_ROLE, got));
  });

  it("is refused of the custom role that may be given elsewhere", () => {
    expect(overridden("role", "assignable_scopes", [GROUP])).toBe(
      told("assignable_scopes", CUSTOM_ROLE, "a list of 2"),
    );
    expect(overridden("role", "scope", GROUP)).toBe(told("scope", CUSTOM_ROLE, `"${GROUP}"`));
  });

  it.each<[string, "scope" | "container", string, unknown]>([
    ["another role", "scope", "role_definition_name", "Owner"],
    ["another role by its ID", "scope", "role_definition_id", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
    ["another scope", "scope", "scope", GROUP],
    ["somebody else", "scope", "principal_id", CLIENT],
    ["another kind of principal", "scope", "principal_type", "Group"],
    ["another role on the container", "container", "role_definition_name", "Storage Blob Data Owner"],
    ["the account in place of the container", "container", "scope", SCOPE],
  ])("is refused of an assignment with %s", (_, of, path, value) => {
    expect(overridden(of, path, value)).toBe(told(path, A_ROLE, `"${String(value)}"`));
  });

  it("is let be where it changes nothing of what may be done", () => {
    expect(overridden("scope", "description", "Read by the FinOps platform")).toBe("");
    expect(overridden("role", "description", "Read by the FinOps platform")).toBe("");
    expect(overridden("scope", "role_definition_name", READER)).toBe("");
  });
});

describe("the names of custom roles", () => {
  it("are unique in the program, whatever the letter case", () => {
    const stack = azureStack();
    const parts = partsIn(stack);
    const all = { ...parts, role: "CUSTOM", roleName: "finops" } as const;
    new AzureAccess(stack, "one", all);
    expect(refusal(() => new AzureAccess(stack, "two", { ...all, roleName: "FinOps" }))).toBe(
      `AzureAccess at billing/two: 'roleName' must be unique in the program, got: "FinOps", which billing/one already uses for its custom role; choose another`,
    );
    expect(() => new AzureAccess(stack, "two", { ...all, roleName: "finops-2" })).not.toThrow();
  });

  it("are nobody's where the role is Microsoft's", () => {
    const stack = azureStack();
    const { identity, billingExport } = partsIn(stack);
    new AzureAccess(stack, "one", { identity, billingExport, roleName: "finops" });
    const other = new AzureIdentity(stack, "other", {});
    const all = { identity: other, billingExport, roleName: "finops" };
    expect(() => new AzureAccess(stack, "two", all)).not.toThrow();
  });
});

describe("the same role for the same application on the same scope, which Azure has once", () => {
  const clash = (scope: string, by: string): string =>
    `'roleScopes' must be unique, got: "${scope}", which ${by} already uses for its role assignment; `;

  it("is refused of two integrations with the same application that is there already", () => {
    const stack = azureStack();
    const one = AzureIdentity.fromApplication(stack, "one", { clientId: CLIENT });
    const two = AzureIdentity.fromApplication(stack, "two", { clientId: CLIENT });
    new AzureIntegration(stack, "finops", { ...MINIMAL, identity: one });
    const other = { ...MINIMAL, storageAccountName: "acmeother", identity: two };
    expect(refusal(() => new AzureIntegration(stack, "other", other))).toContain(
      `AzureIntegration at billing/other: ${clash(SCOPE, "billing/finops")}`,
    );
  });

  it("is refused whatever the letter case", () => {
    const stack = azureStack();
    const parts = partsIn(stack);
    new AzureAccess(stack, "one", { ...parts, roleScopes: { all: GROUP, own: SCOPE as never } });
    const roleScopes = { all: "/providers/Microsoft.Management/managementGroups/ACME" } as const;
    expect(refusal(() => new AzureAccess(stack, "two", { ...parts, roleScopes }))).toContain(
      `AzureAccess at billing/two: ${clash("/providers/Microsoft.Management/managementGroups/ACME", "billing/one")}`,
    );
    expect(stack.node.tryFindChild("two")).toBeUndefined();
  });

  it("is not refused of two applications, or of two scopes", () => {
    const stack = azureStack();
    const { identity, billingExport } = partsIn(stack);
    new AzureAccess(stack, "one", { identity, billingExport });
    const other = AzureIdentity.fromApplication(stack, "other", { clientId: CLIENT });
    expect(() => new AzureAccess(stack, "two", { identity: other, billingExport })).not.toThrow();
    expect(
      () => new AzureAccess(stack, "three", { identity, billingExport, roleScopes: { all: GROUP } }),
    ).not.toThrow();
  });

  it("is not refused of a custom role beside Microsoft's", () => {
    const stack = azureStack();
    const parts = partsIn(stack);
    new AzureAccess(stack, "one", parts);
    expect(() => new AzureAccess(stack, "two", { ...parts, role: "CUSTOM" })).not.toThrow();
  });
});

describe("scopes that Terraform fills in", () => {
  it("are checked where they are used, and the name of the role on each", () => {
    const stack = azureStack();
    new AzureAccess(stack, "finops", {
      ...partsIn(stack),
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
    // The role itself is made on the scopes, before it is given there.
    expect((template.resource(ROLE).lifecycle as Block).precondition).toEqual(preconditions[1]?.slice(3));
    expect(preconditions[1]?.[3]?.condition).toBe(
      '${can(regex("^/(subscriptions|providers/Microsoft[.]Management/managementGroups)/", ' +
        'join("", ["/subscriptions/", var.subscription])))}',
    );
  });

  it("are those of exported subscriptions, which the exports have checked", () => {
    const stack = azureStack();
    const parts = partsIn(stack, { subscriptions: { production: variable(stack, "production") } });
    new AzureAccess(stack, "finops", parts);
    const assignment = Template.of(stack).resource(ASSIGNMENT);
    expect(assignment.scope).toBe("/subscriptions/${var.production}");
    expect(assignment).not.toHaveProperty("lifecycle");
  });
});

describe("what the access refuses", () => {
  const token = Token.asString({ ref: "x" });
  const BEGIN = "must begin with /subscriptions/ or /providers/Microsoft.Management/managementGroups/";
  const WHOLE =
    "must be the scope of a subscription, of a resource group or of a management group, without a slash at the end";
  const long = (text: string): string =>
    text.length > 80 ? `"${text.slice(0, 80)}"… (${text.length} characters)` : JSON.stringify(text);

  const refusedIn = (props: object): { stack: TerraformStack; problem: string } => {
    const stack = azureStack();
    const all = { ...partsIn(stack), ...props };
    return { stack, problem: refusal(() => new AzureAccess(stack, "finops", all)) };
  };

  it.each<[string, string, string]>([
    ["the root of all", "/", BEGIN],
    ["nothing", "", BEGIN],
    ["a subscription's ID alone", SUBSCRIPTION, BEGIN],
    ["a subscription without a slash in front", `subscriptions/${SUBSCRIPTION}`, BEGIN],
    ["a management group's name alone", "acme", BEGIN],
    ["a management group in other letters", "/providers/microsoft.management/managementGroups/acme", BEGIN],
    ["a billing account", `/providers/Microsoft.Billing/billingAccounts/${ENROLLMENT}`, BEGIN],
    ["a subscription with a slash at its end", `${SCOPE}/`, WHOLE],
    ["a subscription in capital letters", "/subscriptions/AAAAAAAA-2222-3333-4444-555555555555", WHOLE],
    ["a subscription without an ID", "/subscriptions/", WHOLE],
    ["all subscriptions", "/subscriptions/*", WHOLE],
    ["a subscription with a line feed at its end", `${SCOPE}\n`, WHOLE],
    ["a resource group without a name", `${SCOPE}/resourceGroups/`, WHOLE],
    ["a resource group with a slash at its end", `${SCOPE}/resourceGroups/finops/`, WHOLE],
    ["a resource group with a dot at its end", `${SCOPE}/resourceGroups/finops.`, WHOLE],
    ["a resource group in other letters", `${SCOPE}/resourcegroups/finops`, WHOLE],
    ["a resource group of 91 characters", `${SCOPE}/resourceGroups/${"x".repeat(91)}`, WHOLE],
    [
      "a storage account",
      `${SCOPE}/resourceGroups/finops/providers/Microsoft.Storage/storageAccounts/acmebillingexport`,
      WHOLE,
    ],
    ["a management group without a name", "/providers/Microsoft.Management/managementGroups/", WHOLE],
    ["a management group with a slash at its end", `${GROUP}/`, WHOLE],
    ["a subscription by its management group", `${GROUP}${SCOPE}`, WHOLE],
  ])("is, as a scope, %s", (_, scope, must) => {
    const { stack, problem } = refusedIn({ roleScopes: { other: scope } });
    expect(problem).toBe(
      `AzureAccess at billing/finops: the value of "other" in 'roleScopes' ${must}, got: ${long(scope)}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it.each<[string, object, string]>([
    [
      "no scope",
      { roleScopes: {} },
      "'roleScopes' must name a scope, got: none; leave it out for the exported subscriptions",
    ],
    [
      "a scope twice, whatever the letter case",
      { roleScopes: { one: GROUP, two: SCOPE, three: "/providers/Microsoft.Management/managementGroups/ACME" } },
      `'roleScopes' must name each scope once, got: the same one for "one" and "three"`,
    ],
    [
      "scopes as a list",
      { roleScopes: [SCOPE] },
      `'roleScopes' must be an object whose values are strings, got: a list of 1; for example { all: "/providers/Microsoft.Management/managementGroups/acme" }`,
    ],
    [
      "scopes that Terraform fills in as a whole",
      { roleScopes: Token.asAny({ ref: "x" }) },
      "'roleScopes' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a scope's name that can be in no address",
      { roleScopes: { "all of it": GROUP } },
      `a key of 'roleScopes' must be 1-64 letters, digits, '_' and '-', got: "all of it"; for example { all: "/providers/Microsoft.Management/managementGroups/acme" }`,
    ],
    [
      "more scopes than a stack can hold",
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
    ["another role", { role: "READER" }, `'role' must be one of EVENT_GRID_READER, CUSTOM, got: "READER"`],
    [
      "a role that Terraform fills in",
      { role: token },
      "'role' must be one of EVENT_GRID_READER, CUSTOM, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a role's name with a slash",
      { roleName: "fin/ops" },
      `'roleName' must be letters, digits, spaces and ._()-, got: "fin/ops"; for example "FinOps platform"`,
    ],
    [
      "a role's name with a space at its end",
      { roleName: "finops " },
      `'roleName' must not begin or end with a space, got: "finops "; for example "FinOps platform"`,
    ],
    [
      "a role's name that is empty",
      { roleName: "" },
      `'roleName' must be 1-512 characters long, got: ""; for example "FinOps platform"`,
    ],
    [
      "a role's name that is too long",
      { roleName: "x".repeat(513) },
      `'roleName' must be 1-512 characters long, got: "${"x".repeat(80)}"… (513 characters); for example "FinOps platform"`,
    ],
    ["a reader in words", { containerReader: "true" }, `'containerReader' must be true or false, got: "true"`],
    [
      "an object ID as identity",
      { identity: CLIENT },
      `'identity' must be an IAzureIdentity, got: "${CLIENT}"; for example new AzureIdentity(…), new AzureFederatedIdentity(…) or AzureIdentity.fromApplication(…)`,
    ],
    [
      "nobody to give it to",
      { identity: undefined },
      "'identity' is required: it must be an IAzureIdentity; for example new AzureIdentity(…), new AzureFederatedIdentity(…) or AzureIdentity.fromApplication(…)",
    ],
    [
      "nothing to read",
      { billingExport: undefined },
      "'billingExport' is required: it must be an IAzureBillingExport; for example new AzureBillingExport(…) or AzureBillingExport.fromExports(…)",
    ],
    ["a provider by its name", { provider: "azurerm" }, `'provider' must be an AzurermProvider, got: "azurerm"`],
    [
      "further actions",
      { actions: ["*/read"] },
      `"actions" is not a known property; known are environment, provider, identity, billingExport, roleScopes, role, roleName, containerReader`,
    ],
  ])("is %s", (_, props, problem) => {
    const refused = refusedIn(props);
    expect(refused.problem).toBe(`AzureAccess at billing/finops: ${problem}`);
    expect(refused.stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is an identity or an export in another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const parts = partsIn(one);
    expect(refusal(() => new AzureAccess(two, "finops", parts))).toBe(
      [
        "AzureAccess at two/finops: 2 problems",
        "  - 'identity' must be in the stack of the construct, got: one/identity; create it in two",
        "  - 'billingExport' must be in the stack of the construct, got: one/export; create it in two",
      ].join("\n"),
    );
    expect(two.node.children).toEqual([]);
  });

  it("is an export by another provider, which may be logged in elsewhere", () => {
    const stack = azureStack();
    const provider = new AzurermProvider(stack, "other", { features: [{}], alias: "other" });
    const parts = partsIn(stack);
    expect(refusal(() => new AzureAccess(stack, "finops", { ...parts, provider }))).toBe(
      "AzureAccess at billing/finops: 'billingExport' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
    );
  });

  it("is an identity or an export of another cloud", () => {
    const one = 'must have the \'environment\' of the construct, "china", got: "public"';
    expect(refusedIn({ environment: "china" }).problem).toBe(
      [
        "AzureAccess at billing/finops: 2 problems",
        `  - 'identity' ${one}; pass the same 'environment' to both`,
        `  - 'billingExport' ${one}; pass the same 'environment' to both`,
      ].join("\n"),
    );
  });

  it("is told at once", () => {
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

describe("the tenant of who gives the roles", () => {
  const toldOf = (azurerm: string | undefined, azuread: string | undefined): string => {
    const stack = emptyStack();
    new AzureadProvider(stack, "azuread", { tenantId: azuread });
    new AzurermProvider(stack, "azurerm", { features: [{}], tenantId: azurerm });
    new AzureAccess(stack, "finops", partsIn(stack));
    return problemsOf(stack);
  };

  it("is refused where both providers name a tenant, and not the same", () => {
    expect(toldOf(OTHER_TENANT, TENANT)).toBe(
      `[billing/finops] the azurerm provider must be logged in to the tenant of the azuread provider, "${TENANT}", because a role ` +
        `can be assigned only to an identity of the same tenant, got: tenant_id "${OTHER_TENANT}"`,
    );
  });

  it.each([
    ["the same, in any letter case", OTHER_TENANT.toUpperCase(), OTHER_TENANT],
    ["left to who is logged in", undefined, TENANT],
    ["left to who is logged in, for the application", TENANT, undefined],
  ])("may be %s", (_, azurerm, azuread) => {
    expect(toldOf(azurerm, azuread)).toBe("");
  });
});

describe("a scope", () => {
  const warningsOf = (roleScopes: AzureAccessProps["roleScopes"]): unknown[] =>
    build({ roleScopes }).access.node.metadata.map(({ data }) => data as string);

  it("is warned of that looks like the root group of a tenant, where it holds for all", () => {
    expect(warningsOf({ all: `/providers/Microsoft.Management/managementGroups/${TENANT}` })).toEqual([
      'The scope "all" looks like the root management group of a tenant: the role applies to all of its subscriptions, also to future ones.',
    ]);
  });

  it("is not warned of elsewhere", () => {
    expect(warningsOf({ all: GROUP, one: SCOPE })).toEqual([]);
  });
});
