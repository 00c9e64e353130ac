import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  type AzureEnvironment,
  AzureFederatedIdentity,
  AzureIntegration,
  type AzureIntegrationProps,
  AzureStorage,
} from "cdktf-finops/azure";
import { type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import {
  azureStack,
  CLIENT,
  ENROLLMENT,
  MINIMAL,
  OTHER_SUBSCRIPTION,
  OWNER,
  SUBSCRIPTION,
  TENANT,
} from "../support/azure";
import { type AnyProps } from "../support/props";
import { type Block, emptyStack, Template } from "../support/template";
import { type Expected, violations } from "./violations";
import {
  agreement,
  CERTIFICATE_PEM,
  container,
  createIntegration,
  type CreateProps,
  existing,
  federated,
  identityVariants,
  integrationStack,
  MANAGEMENT_GROUP,
  NEW_STORAGE,
  optionVariants,
  PLATFORM,
} from "./variants";

/** Creates a stack with the providers of a sovereign cloud. */
function sovereignStack(environment: AzureEnvironment, azuread: string): TerraformStack {
  const stack = emptyStack();
  new AzureadProvider(stack, "azuread", { tenantId: TENANT, environment: azuread });
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, environment });
  return stack;
}

const examples = Object.entries(STACKS).filter(([id]) => id.startsWith("azure-"));

describe("least privilege of the examples", () => {
  it("is tested for at least four examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
  });

  it.each(examples)("holds for %s", (id, createStack) => {
    const { managementGroup } = EXAMPLE_SETTINGS[id as keyof typeof STACKS] as { managementGroup?: string };
    const scopes =
      managementGroup === undefined
        ? undefined
        : [`/providers/Microsoft.Management/managementGroups/${managementGroup}`];
    expect(violations(Template.of(createStack(Testing.app(), id, EXAMPLE_SETTINGS)).json, { scopes })).toEqual([]);
  });
});

describe("least privilege of an integration", () => {
  describe.each(identityVariants())("with %s", (_, createProps, expected) => {
    it.each(optionVariants())("holds %s", (__, createOptions, optionExpected) => {
      const registered = createOptions(azureStack()).registerResourceProvider !== true;
      const { json } = Template.of(integrationStack(registered, createOptions, createProps));
      expect(violations(json, { ...expected, ...optionExpected })).toEqual([]);
    });
  });

  it.each<[string, TerraformStack, AzureEnvironment, string]>([
    ["the US government", sovereignStack("usgovernment", "usgovernmentl5"), "usgovernment", "usgovvirginia"],
    ["China", sovereignStack("china", "china"), "china", "chinanorth3"],
  ])("holds in the sovereign cloud of %s", (_, stack, environment, location) => {
    const identity = new AzureFederatedIdentity(stack, "in", {
      environment,
      issuerUri: PLATFORM.issuer,
      subject: PLATFORM.subject,
    });
    const { json } = Template.of(createIntegration(stack, () => ({ ...MINIMAL, environment, location, identity })));
    expect(violations(json, { platform: PLATFORM })).toEqual([]);
  });

  it("holds with owners that are passed", () => {
    const { json } = Template.of(createIntegration(azureStack(), () => ({ ...MINIMAL, owners: { alice: OWNER } })));
    expect(violations(json, { owners: [OWNER] })).toEqual([]);
  });

  it("holds with another audience of the tokens", () => {
    const stack = azureStack();
    const { issuer: issuerUri, subject } = PLATFORM;
    const identity = new AzureFederatedIdentity(stack, "in", { issuerUri, subject, audience: "api://acme" });
    const { json } = Template.of(createIntegration(stack, () => ({ ...MINIMAL, identity })));
    expect(violations(json, { platform: { ...PLATFORM, audience: "api://acme" } })).toEqual([]);
  });

  it("holds with unresolved names", () => {
    const stack = azureStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    createIntegration(stack, () => ({
      tenantId: variable("tenant"),
      subscriptionId: variable("subscription"),
      location: variable("location"),
      storageAccountName: variable("account"),
      containerName: variable("container"),
      resourceGroupName: variable("group"),
      applicationName: variable("application"),
      owners: { alice: variable("owner") },
      rootFolderPath: variable("folder"),
      exportNamePrefix: variable("prefix"),
      agreement: "EA",
      billingAccountId: variable("enrollment"),
      role: "CUSTOM",
      roleName: variable("role"),
      roleScopes: { one: `/subscriptions/${variable("one")}`, two: `/subscriptions/${variable("two")}` },
    }));
    const scopes = ["/subscriptions/${var.one}", "/subscriptions/${var.two}"];
    expect(violations(Template.of(stack).json, { scopes, owners: ["${var.owner}"] })).toEqual([]);
  });

  it("holds for two integrations in one stack", () => {
    const stack = azureStack();
    new AzureIntegration(stack, "one", { ...MINIMAL, containerReader: true });
    new AzureIntegration(stack, "two", {
      ...MINIMAL,
      storageAccountName: "acmebillingtwo",
      subscriptions: { two: OTHER_SUBSCRIPTION },
      role: "CUSTOM",
      expireAfterDays: 800,
    });
    expect(violations(Template.of(stack).json, { containerReader: true })).toEqual([]);
  });

  it("holds for providers with an alias", () => {
    const stack = emptyStack();
    const azureadProvider = new AzureadProvider(stack, "azuread", { tenantId: TENANT, alias: "acme" });
    const provider = new AzurermProvider(stack, "azurerm", {
      features: [{}],
      subscriptionId: SUBSCRIPTION,
      alias: "acme",
    });
    createIntegration(stack, () => ({ ...MINIMAL, provider, azureadProvider }));
    expect(violations(Template.of(stack).json)).toEqual([]);
  });
});

// The tests above prove something only if `violations` finds each mistake.
describe("violations of least privilege", () => {
  type Change = (template: Template) => void;

  const plain: CreateProps = () => ({});
  const registering: CreateProps = () => ({ registerResourceProvider: true });
  const cache = new Map<CreateProps, string>();

  /** JSON of an integration, which is synthesized once for all changes of it. */
  const synthesized = (createProps: CreateProps): Block => {
    const text =
      cache.get(createProps) ??
      JSON.stringify(Template.of(integrationStack(createProps !== registering, () => MINIMAL, createProps)).json);
    cache.set(createProps, text);
    return JSON.parse(text) as Block;
  };

  /** Violations of an integration whose JSON is changed after synthesis, a line each. */
  const violationsAfter = (change: Change, createProps: CreateProps = plain, expected: Expected = {}): string => {
    const json = synthesized(createProps);
    change(new Template(json));
    return violations(json, expected).join("\n");
  };

  const custom: CreateProps = () => ({ role: "CUSTOM" });
  const reader: CreateProps = () => ({ containerReader: true });
  const expiring: CreateProps = () => ({ expireAfterDays: 400 });
  const certified: CreateProps = () => ({ certificatePem: CERTIFICATE_PEM });
  const enrolled: CreateProps = () => ({ agreement: "EA", billingAccountId: ENROLLMENT });
  const several: CreateProps = () => ({ subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION } });
  const withAccountKey: CreateProps = () => ({ connectionString: "ACCOUNT_KEY" });

  const APPLICATION = "azuread_application";
  const PRINCIPAL = "azuread_service_principal";
  const PASSWORD = "azuread_application_password";
  const FEDERATION = "azuread_application_federated_identity_credential";
  const ASSIGNMENT = "azurerm_role_assignment";
  const ROLE = "azurerm_role_definition";
  const EXPORT = "azurerm_subscription_cost_management_export";
  const ACCOUNT = "azurerm_storage_account";
  const CONTAINER = "azurerm_storage_container";
  const POLICY = "azurerm_storage_management_policy";
  const SAS = "azurerm_storage_account_blob_container_sas";
  const TIME = "terraform_data";

  /** Adds a block of a type, with the name `x`. */
  const addBlock = (type: string, block: Block, section: "resource" | "data" = "resource"): Change => {
    return ({ json }) => {
      const { [type]: byName = {}, ...others } = json[section] as Record<string, Record<string, Block>>;
      json[section] = { ...others, [type]: { ...byName, x: block } };
    };
  };

  /** Sets arguments of a block, and removes those that are `undefined`. */
  const setArguments = (target: Block, block: Block): void => {
    Object.assign(target, block);
    for (const name of Object.keys(block).filter((one) => block[one] === undefined)) {
      Reflect.deleteProperty(target, name);
    }
  };

  /** Sets arguments of the first resource of a type. */
  const setFirst =
    (type: string, block: Block): Change =>
    (template) => {
      const [first] = template.resources(type);
      setArguments(first ?? template.resource(type), block);
    };
  const setSas =
    (block: Block): Change =>
    (template) => {
      setArguments(template.data(SAS), block);
    };
  /** Sets arguments in a block of the first resource of a type. */
  const setBlock =
    (type: string, name: string, block: Block): Change =>
    (template) => {
      setArguments(template.resources(type)[0]?.[name] as Block, block);
    };
  /** Sets arguments in the permissions of the custom role. */
  const setPermissions =
    (block: Block): Change =>
    (template) => {
      const [permissions] = template.resource(ROLE).permissions as Block[];
      setArguments(permissions ?? {}, block);
    };
  const addAction =
    (action: string): Change =>
    (template) => {
      const [permissions] = template.resource(ROLE).permissions as Block[];
      (permissions?.actions as string[]).push(action);
    };
  const setPolicy =
    (actions: Block): Change =>
    (template) => {
      const [rule] = template.resource(POLICY).rule as Block[];
      setArguments(rule ?? {}, { actions });
    };
  const setProvider =
    (type: string, block: Block): Change =>
    ({ json }) => {
      const [first] = (json.provider as Record<string, Block[]>)[type] ?? [];
      setArguments(first ?? {}, block);
    };
  const addOutput =
    (block: (template: Template) => Block): Change =>
    (template) => {
      template.json.output = { ...template.outputs, x: block(template) };
    };
  /** Removes the lifecycle that keeps the times. */
  const removeLifecycles: Change = (template) => {
    for (const block of template.resources(TIME)) {
      setArguments(block, { lifecycle: undefined });
    }
  };
  /** Replaces the duration that an expression adds to a time. */
  const withDuration =
    (duration: string) =>
    (text: unknown): string =>
      String(text).replace(/"[^"]*"\)/, `"${duration}")`);

  it("are none in unchanged integrations", () => {
    const nothing: Change = () => undefined;
    for (const createProps of [undefined, custom, expiring, certified, enrolled, several]) {
      expect(violationsAfter(nothing, createProps)).toBe("");
    }
    expect(violationsAfter(nothing, reader, { containerReader: true })).toBe("");
    expect(violationsAfter(nothing, withAccountKey, { accountKey: true })).toBe("");
    expect(violationsAfter(nothing, federated, { platform: PLATFORM })).toBe("");
  });

  type Row = [title: string, change: Change, violation: string, createProps?: CreateProps, expected?: Expected];

  describe("in principals", () => {
    it.each<Row>([
      [
        "the application's object ID instead of its service principal's",
        (template) => {
          setFirst(ASSIGNMENT, { principal_id: `\${${template.address(APPLICATION)}.object_id}` })(template);
        },
        ".object_id}, which is not the service principal",
      ],
      [
        "the client ID instead of the service principal's object ID",
        (template) => {
          setFirst(ASSIGNMENT, { principal_id: `\${${template.address(APPLICATION)}.client_id}` })(template);
        },
        ".client_id}, which is not the service principal",
      ],
      [
        "a literal ID",
        setFirst(ASSIGNMENT, { principal_id: OWNER }),
        `is for ${OWNER}, which is not the service principal`,
      ],
      [
        "the deployer",
        (template) => {
          const owners = template.resource(APPLICATION).owners as string[];
          setFirst(ASSIGNMENT, { principal_id: owners[0] })(template);
        },
        "which is not the service principal",
      ],
      [
        "no principal",
        setFirst(ASSIGNMENT, { principal_id: undefined }),
        "is for nothing, which is not the service principal",
      ],
      [
        "a principal without a type",
        setFirst(ASSIGNMENT, { principal_type: undefined }),
        "is for a principal of type nothing",
      ],
      ["a user", setFirst(ASSIGNMENT, { principal_type: "User" }), "is for a principal of type User"],
      ["a group", setFirst(ASSIGNMENT, { principal_type: "Group" }), "is for a principal of type Group"],
      [
        "a second principal with the same role",
        (template) => {
          addBlock(ASSIGNMENT, { ...template.resource(ASSIGNMENT), principal_id: OWNER })(template);
        },
        `azurerm_role_assignment.x is for ${OWNER}, which is not the service principal`,
      ],
    ])("include a role for %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in built-in roles", () => {
    it.each([
      "Owner",
      "Contributor",
      "Reader",
      "User Access Administrator",
      "Role Based Access Control Administrator",
      "Cost Management Contributor",
      "Storage Account Contributor",
      "Storage Blob Data Contributor",
      "Storage Blob Data Owner",
      "EventGrid EventSubscription Contributor",
    ])("include the role %s, whatever is expected", (name) => {
      const messages = violationsAfter(setFirst(ASSIGNMENT, { role_definition_name: name }), reader, {
        containerReader: true,
      });
      expect(messages).toContain(`gives ${name}, which is not a role of the platform`);
      expect(messages).toContain(`assigns ${name}, a denied role`);
    });

    it.each([
      ["Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
      ["Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c"],
      ["User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"],
      ["Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"],
      ["Cost Management Contributor", "434105ed-43f6-45c7-a02f-909b2ba83430"],
      ["Storage Blob Data Contributor", "BA92F5B4-2D11-453D-A403-E96B0029C9FE"],
    ])("include the ID of the role %s", (name, id) => {
      for (const prefix of ["", `/subscriptions/${SUBSCRIPTION}`]) {
        const messages = violationsAfter(
          setFirst(ASSIGNMENT, {
            role_definition_name: undefined,
            role_definition_id: `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${id}`,
          }),
        );
        expect(messages).toContain(`gives ${name}, which is not a role of the platform`);
        expect(messages).toContain(`assigns ${name}, a denied role`);
      }
    });

    it.each(["Cost Management Reader", "Billing Reader", "Storage Blob Data Reader", "Key Vault Reader", "Helper"])(
      "include the unexpected role %s",
      (name) => {
        expect(violationsAfter(setFirst(ASSIGNMENT, { role_definition_name: name }))).toContain(
          `gives ${name}, which is not a role of the platform`,
        );
      },
    );

    it.each<Row>([
      ["a missing role", setFirst(ASSIGNMENT, { role_definition_name: undefined }), "must name one role"],
      [
        "a role name together with a role ID",
        setFirst(ASSIGNMENT, { role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/x" }),
        "must name one role",
      ],
      [
        "an unknown role ID",
        setFirst(ASSIGNMENT, {
          role_definition_name: undefined,
          role_definition_id: `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`,
        }),
        `gives /providers/Microsoft.Authorization/roleDefinitions/${CLIENT}, which is not a role of the platform`,
      ],
      [
        "an unresolved role",
        setFirst(ASSIGNMENT, { role_definition_name: "${var.role}" }),
        "gives ${var.role}, which is not a role of the platform",
      ],
      ["an unexpected container reader", () => undefined, "which is not a role of", reader],
      [
        "the same role twice",
        (template) => {
          const assignment = template.resource(ASSIGNMENT);
          addBlock(ASSIGNMENT, { ...assignment, scope: String(assignment.scope).toUpperCase() })(template);
        },
        "a role is given twice",
      ],
      [
        "a role with a condition",
        setFirst(ASSIGNMENT, { condition: "true", condition_version: "2.0" }),
        "must not have 'condition'",
      ],
    ])("include %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in scopes", () => {
    const storage =
      `/subscriptions/${SUBSCRIPTION}/resourceGroups/x` +
      "/providers/Microsoft.Storage/storageAccounts/acmebillingexport";

    it.each([
      "/",
      "",
      "/providers/Microsoft.Capacity",
      "/providers/Microsoft.BillingBenefits",
      "/providers/Microsoft.Billing/billingAccounts/1234567",
      "/subscriptions",
      "/subscriptions/*",
      SUBSCRIPTION,
      storage,
    ])("include the scope '%s', whatever is expected", (scope) => {
      expect(violationsAfter(setFirst(ASSIGNMENT, { scope }), undefined, { scopes: [scope] })).toContain(
        `is at ${scope}, which is not a place of it`,
      );
    });

    it.each<Row>([
      [
        "a subscription that is not exported",
        setFirst(ASSIGNMENT, { scope: `/subscriptions/${OTHER_SUBSCRIPTION}` }),
        `is at /subscriptions/${OTHER_SUBSCRIPTION}, which is not a place of it`,
      ],
      [
        "an unexpected management group",
        setFirst(ASSIGNMENT, { scope: MANAGEMENT_GROUP }),
        `is at ${MANAGEMENT_GROUP}, which is not a place of it`,
      ],
      [
        "an unexpected unresolved scope",
        setFirst(ASSIGNMENT, { scope: "${var.scope}" }),
        "is at ${var.scope}, which is not a place of it",
      ],
      [
        "a reference to the storage account",
        (template) => {
          setFirst(ASSIGNMENT, { scope: `\${${template.address(ACCOUNT)}.id}` })(template);
        },
        ".id}, which is not a place of it",
      ],
      [
        "the whole account, with the role that reads the container",
        (template) => {
          const scope = `\${${template.address(ACCOUNT)}.id}`;
          const assignment = template
            .resources(ASSIGNMENT)
            .find(({ role_definition_name: name }) => name === "Storage Blob Data Reader");
          setArguments(assignment ?? {}, { scope });
        },
        ".id}, which is not a place of it",
        reader,
        { containerReader: true },
      ],
      [
        "the subscription, with the role that reads the container",
        setFirst(ASSIGNMENT, { role_definition_name: "Storage Blob Data Reader" }),
        `is at /subscriptions/${SUBSCRIPTION}, which is not a place of it`,
        undefined,
        { containerReader: true },
      ],
    ])("include a role at %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in custom roles", () => {
    it.each([
      "*",
      "*/read",
      "Microsoft.EventGrid/*",
      "Microsoft.EventGrid/eventSubscriptions/*",
      "Microsoft.EventGrid/eventSubscriptions/write",
      "Microsoft.EventGrid/eventSubscriptions/delete",
      "Microsoft.EventGrid/eventSubscriptions/getFullUrl/action",
      "Microsoft.Storage/storageAccounts/listKeys/action",
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleAssignments/read",
    ])("include the denied action %s", (action) => {
      const messages = violationsAfter(addAction(action), custom);
      expect(messages).toContain(`allows more than it needs: ${action}`);
      expect(messages).toContain(`allows denied actions: ${action}`);
    });

    it.each<Row>([
      [
        "with an action that it does not need",
        addAction("Microsoft.Storage/storageAccounts/read"),
        "allows more than it needs: Microsoft.Storage/storageAccounts/read",
      ],
      [
        "with unresolved actions",
        setPermissions({ actions: "${var.actions}" }),
        "allows more than it needs: ${var.actions}",
      ],
      [
        "that lacks an action",
        setPermissions({ actions: ["Microsoft.EventGrid/eventSubscriptions/read"] }),
        "does not allow Microsoft.Resources/subscriptions/resourceGroups/read",
      ],
      [
        "with data actions",
        setPermissions({ data_actions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] }),
        "must not have data_actions",
      ],
      ["with 'not_actions'", setPermissions({ not_actions: ["*/write"] }), "must not have not_actions"],
      ["with 'not_data_actions'", setPermissions({ not_data_actions: ["*"] }), "must not have not_data_actions"],
      [
        "with a second block of permissions",
        (template) => {
          (template.resource(ROLE).permissions as Block[]).push({ actions: ["*"] });
        },
        "allows denied actions: *",
      ],
      [
        "at a scope where it is not assigned",
        setFirst(ROLE, { scope: MANAGEMENT_GROUP }),
        `has the unexpected scope ${MANAGEMENT_GROUP}`,
      ],
      [
        "that can be assigned at a scope where it is not",
        setFirst(ROLE, { assignable_scopes: [`/subscriptions/${SUBSCRIPTION}`, "/"] }),
        "can be given elsewhere than it is",
      ],
      [
        "without assignable scopes",
        setFirst(ROLE, { assignable_scopes: undefined }),
        "can be given elsewhere than it is",
      ],
      [
        "that is not assigned",
        addBlock(ROLE, { name: "x", scope: `/subscriptions/${SUBSCRIPTION}`, permissions: [{ actions: ["*"] }] }),
        "azurerm_role_definition.x allows denied actions: *",
      ],
      [
        "that is not in the stack",
        (template) => {
          const { role_definition_id: id } = template.resource(ASSIGNMENT);
          setFirst(ASSIGNMENT, { role_definition_id: String(id).replace(/azurerm_role_definition\.\w+/, "$&_other") })(
            template,
          );
        },
        "which is not a role of the platform",
      ],
      [
        "that is referenced by its ID in another subscription",
        (template) => {
          const { role_definition_id: id } = template.resource(ASSIGNMENT);
          setFirst(ASSIGNMENT, { role_definition_id: String(id).replace(SUBSCRIPTION, OTHER_SUBSCRIPTION) })(template);
        },
        "which is not a role of the platform",
      ],
    ])("include a custom role %s", (_, change, violation, createProps = custom, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in SAS tokens", () => {
    it.each(["add", "create", "write", "delete"])("include a SAS token with the permission %s", (permission) => {
      const permissions = { read: true, list: true, add: false, create: false, write: false, delete: false };
      expect(violationsAfter(setSas({ permissions: { ...permissions, [permission]: true } }))).toContain(
        "does more than read",
      );
    });

    const movingExpiry = '${timeadd(plantimestamp(), "4320h")}';

    it.each<Row>([
      ["that allows HTTP", setSas({ https_only: false }), "can be used over HTTP"],
      ["without 'https_only'", setSas({ https_only: undefined }), "can be used over HTTP"],
      ["without 'permissions'", setSas({ permissions: undefined }), "does more than read"],
      ["without an expiry", setSas({ expiry: undefined }), "does not end"],
      ["that expires by timestamp()", setSas({ expiry: "${timestamp()}" }), "timestamp() is in data."],
      ["whose expiry moves with each plan", setSas({ expiry: movingExpiry }), "the clock is in data."],
      [
        "whose expiry is not derived from a stored time",
        setSas({ expiry: movingExpiry }),
        `ends at ${movingExpiry}, which is not so long after a time that is kept`,
      ],
      [
        "whose start moves with each plan",
        setSas({ start: '${timeadd(plantimestamp(), "-15m")}' }),
        "the clock is in data.",
      ],
      ["with a literal start", setSas({ start: "2020-01-01T00:00:00Z" }), "begins at 2020-01-01T00:00:00Z"],
      ["without a start", setSas({ start: undefined }), "begins at nothing"],
      [
        "that starts after its creation",
        (template) => {
          const { start } = template.data(SAS);
          setSas({ start: withDuration("24h")(start) })(template);
        },
        "begins at ${timeadd(",
      ],
      [
        "with a literal expiry",
        setSas({ expiry: "2099-12-31T00:00:00Z" }),
        "ends at 2099-12-31T00:00:00Z, which is not so long after a time that is kept",
      ],
      [
        "that is valid for more than two years",
        (template) => {
          const { expiry } = template.data(SAS);
          setSas({ expiry: withDuration("17521h")(expiry) })(template);
        },
        "ends after 17521 hours",
      ],
      [
        "that expires before it starts",
        (template) => {
          const { expiry } = template.data(SAS);
          setSas({ expiry: withDuration("-1h")(expiry) })(template);
        },
        "ends after -1 hours",
      ],
      [
        "derived from a time that is not in the stack",
        setSas({ expiry: '${timeadd(terraform_data.other.output, "24h")}' }),
        "which is not so long after a time that is kept",
      ],
      ["of another account", setSas({ connection_string: "${var.connection_string}" }), "is of another account"],
      ["of another container", setSas({ container_name: "salaries" }), "is of another container"],
      [
        "for the whole account",
        addBlock("azurerm_storage_account_sas", { https_only: true }, "data"),
        "data.azurerm_storage_account_sas.x is unexpected",
      ],
    ])("include a SAS token %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in times", () => {
    it.each<Row>([
      ["a time that changes with each plan", removeLifecycles, "changes by itself, by input"],
      [
        "a time that ignores changes of another argument",
        setFirst(TIME, { lifecycle: { ignore_changes: ["output"] } }),
        "changes by itself, by input",
      ],
      ["a time that is set by timestamp()", setFirst(TIME, { input: "${timestamp()}" }), "keeps no time"],
      [
        "timestamp() in any argument",
        setFirst(APPLICATION, { notes: "${timestamp()}" }),
        "timestamp() is in resource.",
      ],
      [
        "timestamp() within an expression",
        setFirst(ACCOUNT, { tags: { since: 'since ${formatdate("YYYY", timestamp())}' } }),
        "timestamp() is in resource.azurerm_storage_account.finops_storage_DD8CBF7E.tags.since",
      ],
      [
        "plantimestamp() in a name",
        setFirst(APPLICATION, { display_name: "x-${plantimestamp()}" }),
        "the clock is in resource.",
      ],
      [
        "a time with 'triggers_replace'",
        setFirst(TIME, { triggers_replace: ["${plantimestamp()}"] }),
        "must not have 'triggers_replace'",
      ],
    ])("include %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in logins", () => {
    it.each<Row>([
      ["without an expiry", setFirst(PASSWORD, { end_date: undefined }), "does not end"],
      [
        "that expires by timestamp()",
        setFirst(PASSWORD, { end_date: "${timestamp()}" }),
        "timestamp() is in resource.",
      ],
      [
        "whose expiry moves with each plan",
        setFirst(PASSWORD, { end_date: '${timeadd(plantimestamp(), "4320h")}' }),
        "the clock is in resource.azuread_application_password.",
      ],
      [
        "with a literal expiry in the far future",
        setFirst(PASSWORD, { end_date: "2299-12-31T00:00:00Z" }),
        "ends at 2299-12-31T00:00:00Z, which is not so long after a time that is kept",
      ],
      [
        "that is valid for more than two years",
        (template) => {
          const { end_date: end } = template.resource(PASSWORD);
          setFirst(PASSWORD, { end_date: withDuration("17521h")(end) })(template);
        },
        "ends after 17521 hours",
      ],
      [
        "with a relative expiry",
        setFirst(PASSWORD, { end_date: undefined, end_date_relative: "87600h" }),
        "must not have 'end_date_relative'",
      ],
      [
        "of another application",
        setFirst(PASSWORD, { application_id: `/applications/${OWNER}` }),
        `a credential is of /applications/${OWNER}`,
      ],
      [
        "beside another one",
        (template) => {
          addBlock(PASSWORD, template.resource(PASSWORD))(template);
        },
        "an application has more than one credential",
      ],
      ["with 'count'", setFirst(PASSWORD, { count: 2 }), "must not have 'count'"],
    ])("include a client secret %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });

    it.each<Row>([
      [
        "for accounts of all tenants",
        setFirst(APPLICATION, { sign_in_audience: "AzureADMultipleOrgs" }),
        "has the sign-in audience AzureADMultipleOrgs",
      ],
      [
        "for personal accounts",
        setFirst(APPLICATION, { sign_in_audience: "AzureADandPersonalMicrosoftAccount" }),
        "has the sign-in audience AzureADandPersonalMicrosoftAccount",
      ],
      [
        "without a sign-in audience",
        setFirst(APPLICATION, { sign_in_audience: undefined }),
        "has the sign-in audience nothing",
      ],
      [
        "with permissions in Microsoft Graph",
        setFirst(APPLICATION, {
          required_resource_access: [{ resource_app_id: "00000003-0000-0000-c000-000000000000", resource_access: [] }],
        }),
        "must not have 'required_resource_access'",
      ],
      [
        "with an inline password",
        setFirst(APPLICATION, { password: { display_name: "x" } }),
        "must not have 'password'",
      ],
      ["with an API", setFirst(APPLICATION, { api: {} }), "must not have 'api'"],
      [
        "with a redirect URI",
        setFirst(APPLICATION, { web: { redirect_uris: ["https://acme.example/"] } }),
        "must not have 'web'",
      ],
      [
        "whose name need not be unique",
        setFirst(APPLICATION, { prevent_duplicate_names: undefined }),
        "allows a duplicate name",
      ],
      ["with an unexpected owner", setFirst(APPLICATION, { owners: [OWNER] }), `is owned by ${OWNER}`],
      [
        "whose service principal has an unexpected owner",
        setFirst(PRINCIPAL, { owners: [OWNER] }),
        `is owned by ${OWNER}`,
      ],
      [
        "that takes over an existing service principal",
        setFirst(PRINCIPAL, { use_existing: true }),
        "must not have 'use_existing'",
      ],
      [
        "whose service principal belongs to another one",
        setFirst(PRINCIPAL, { client_id: CLIENT }),
        `is of ${CLIENT}, which is not the application`,
      ],
      [
        "beside another one",
        addBlock(APPLICATION, { display_name: "x", prevent_duplicate_names: true, sign_in_audience: "AzureADMyOrg" }),
        "there are more applications than integrations",
      ],
      [
        "with a directory role",
        addBlock("azuread_directory_role_assignment", { principal_object_id: OWNER }),
        "azuread_directory_role_assignment.x is unexpected",
      ],
      [
        "with an app role of another application",
        addBlock("azuread_app_role_assignment", { principal_object_id: OWNER }),
        "azuread_app_role_assignment.x is unexpected",
      ],
      [
        "with a password of its service principal",
        addBlock("azuread_service_principal_password", { service_principal_id: OWNER }),
        "azuread_service_principal_password.x is unexpected",
      ],
    ])("include an application %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });

    it("include an existing application whose service principal belongs to another one", () => {
      const change: Change = (template) => {
        setArguments(template.data(PRINCIPAL), { client_id: OWNER });
      };
      expect(violationsAfter(change, existing())).toContain(`is of ${OWNER}, which is not the application`);
    });

    it("include an existing application without a check that its service principal is enabled", () => {
      const change: Change = (template) => {
        setArguments(template.data(PRINCIPAL), { lifecycle: undefined });
      };
      expect(violationsAfter(change, existing())).toContain("lacks the condition: self.account_enabled == true");
    });

    it.each<Row>([
      [
        "a private key instead of a certificate",
        setFirst("azuread_application_certificate", { value: "-----BEGIN PRIVATE KEY-----\nMII=\n" }),
        "is no certificate",
        certified,
      ],
      [
        "a certificate followed by a private key",
        (template) => {
          const { value } = template.resource("azuread_application_certificate");
          const both = `${value as string}-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----\n`;
          setFirst("azuread_application_certificate", { value: both })(template);
        },
        "a private key is written in resource.azuread_application_certificate.",
        certified,
      ],
      [
        "a certificate of the type Symmetric",
        setFirst("azuread_application_certificate", { type: "Symmetric" }),
        "is no certificate",
        certified,
      ],
    ])("include %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });

    it.each<Row>([
      ["for any subject", setFirst(FEDERATION, { subject: "*" }), "lets in *"],
      ["for subjects with a common prefix", setFirst(FEDERATION, { subject: "acme-*" }), "lets in acme-*"],
      ["for another subject", setFirst(FEDERATION, { subject: "eve" }), "lets in eve"],
      [
        "for any issuer",
        setFirst(FEDERATION, { issuer: "https://*" }),
        "trusts an issuer that is no plain https address",
      ],
      [
        "for an issuer over HTTP",
        setFirst(FEDERATION, { issuer: "http://login.platform.example/acme" }),
        "trusts an issuer that is no plain https address",
      ],
      ["for another issuer", setFirst(FEDERATION, { issuer: "https://eve.example" }), "trusts https://eve.example"],
      [
        "for several audiences",
        setFirst(FEDERATION, { audiences: ["api://AzureADTokenExchange", "api://eve"] }),
        'takes tokens for ["api://AzureADTokenExchange","api://eve"]',
      ],
      ["for any audience", setFirst(FEDERATION, { audiences: ["*"] }), 'takes tokens for ["*"]'],
      [
        "for the audience of another environment",
        setFirst(FEDERATION, { audiences: ["api://AzureADTokenExchangeChina"] }),
        'takes tokens for ["api://AzureADTokenExchangeChina"]',
      ],
      [
        "of another application",
        setFirst(FEDERATION, { application_id: `/applications/${OWNER}` }),
        `a credential is of /applications/${OWNER}`,
      ],
      [
        "beside a client secret",
        (template) => {
          addBlock(PASSWORD, { application_id: template.resource(FEDERATION).application_id })(template);
        },
        "an application has more than one credential",
      ],
      [
        "with an expression",
        addBlock("azuread_application_flexible_federated_identity_credential", { issuer: PLATFORM.issuer }),
        "azuread_application_flexible_federated_identity_credential.x is unexpected",
      ],
      ["that is unexpected", () => undefined, `trusts ${PLATFORM.issuer}`, federated, {}],
    ])(
      "include a federated credential %s",
      (_, change, violation, createProps = federated, expected = { platform: PLATFORM }) => {
        expect(violationsAfter(change, createProps, expected)).toContain(violation);
      },
    );
  });

  describe("in exports", () => {
    const setDestination = (block: Block): Change => setBlock(EXPORT, "export_data_storage_location", block);
    const setOptions = (block: Block): Change => setBlock(EXPORT, "export_data_options", block);

    it.each([
      "/finops/actual",
      "finops/actual/",
      "finops//actual",
      "finops/actual.",
      "a:b",
      "a b",
      "a?b",
      "a#b",
      "a%20b",
    ])("include an export to the folder '%s', which Azure refuses", (folder) => {
      expect(violationsAfter(setDestination({ root_folder_path: folder }))).toContain(
        `goes to the folder ${folder}, which Azure refuses`,
      );
    });

    it.each<Row>([
      [
        "with a literal start date",
        setFirst(EXPORT, { recurrence_period_start_date: "2030-01-01T00:00:00Z" }),
        "begins at 2030-01-01T00:00:00Z, which may have been before it is made",
      ],
      [
        "that starts too soon",
        (template) => {
          const { recurrence_period_start_date: start } = template.resources(EXPORT)[0] ?? {};
          setFirst(EXPORT, { recurrence_period_start_date: String(start).replace("48h", "24h") })(template);
        },
        "which may have been before it is made",
      ],
      [
        "that starts by timestamp()",
        (template) => {
          const { recurrence_period_start_date: start } = template.resources(EXPORT)[0] ?? {};
          setFirst(EXPORT, { recurrence_period_start_date: String(start).replace("plantimestamp", "timestamp") })(
            template,
          );
        },
        "timestamp() is in resource.azurerm_subscription_cost_management_export.",
      ],
      [
        "whose dates move with each plan",
        setFirst(EXPORT, { lifecycle: undefined }),
        "changes by itself, by recurrence_period_start_date",
      ],
      [
        "whose start moves with each plan",
        setFirst(EXPORT, { lifecycle: { ignore_changes: ["recurrence_period_end_date"] } }),
        "changes by itself, by recurrence_period_start_date",
      ],
      [
        "whose end date moves with each plan",
        setFirst(EXPORT, { recurrence_period_end_date: '${timeadd(plantimestamp(), "8760h")}' }),
        "the clock is in resource.azurerm_subscription_cost_management_export.",
      ],
      [
        "that ends early",
        setFirst(EXPORT, { recurrence_period_end_date: "2027-01-01T00:00:00Z" }),
        "stops at 2027-01-01T00:00:00Z",
      ],
      ["that is inactive", setFirst(EXPORT, { active: false }), "must not have 'active'"],
      ["that ignores all changes", setFirst(EXPORT, { lifecycle: { ignore_changes: "all" } }), "hides changes of all"],
      [
        "of usage",
        setOptions({ type: "Usage" }),
        `the costs of /subscriptions/${SUBSCRIPTION} are exported as Usage, AmortizedCost`,
      ],
      [
        "of a dataset that the provider does not support",
        setOptions({ type: "FocusCost" }),
        "are exported as FocusCost, AmortizedCost",
      ],
      [
        "of the same costs twice",
        setOptions({ type: "AmortizedCost" }),
        "are exported as AmortizedCost, AmortizedCost",
      ],
      [
        "of actual costs only",
        (template) => {
          const exports = (template.json.resource as Record<string, Record<string, Block>>)[EXPORT] ?? {};
          Reflect.deleteProperty(exports, Object.keys(exports)[1] ?? "");
        },
        `the costs of /subscriptions/${SUBSCRIPTION} are exported as ActualCost`,
      ],
      [
        "of the same scope and costs as another",
        (template) => {
          const [first] = template.resources(EXPORT);
          addBlock(EXPORT, { ...first })(template);
        },
        "are exported as ActualCost, AmortizedCost, ActualCost",
      ],
      [
        "to the folder of another",
        (template) => {
          const [, second] = template.resources(EXPORT);
          const { root_folder_path: folder } = second?.export_data_storage_location as Block;
          setDestination({ root_folder_path: folder })(template);
        },
        "/amortized, where another goes",
      ],
      [
        "to a folder inside that of another",
        (template) => {
          const [, second] = template.resources(EXPORT);
          const { root_folder_path: folder } = second?.export_data_storage_location as Block;
          setDestination({ root_folder_path: `${String(folder)}/actual` })(template);
        },
        "/amortized/actual, where another goes",
      ],
      [
        "to the URL of a container",
        setDestination({ container_id: "https://acmebillingexport.blob.core.windows.net/costs" }),
        "goes to https://acmebillingexport.blob.core.windows.net/costs, which is not the container",
      ],
      [
        "to the name of a container",
        (template) => {
          setDestination({ container_id: `\${${template.address(CONTAINER)}.name}` })(template);
        },
        ".name}, which is not the container",
      ],
      [
        "to another container",
        setDestination({
          container_id:
            `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/eve` +
            "/blobServices/default/containers/loot",
        }),
        "/containers/loot, which is not the container",
      ],
      ["with a custom time frame", setOptions({ time_frame: "Custom" }), "is not of the month so far, each day"],
      [
        "with an annual schedule",
        setFirst(EXPORT, { recurrence_type: "Annually" }),
        "is not of the month so far, each day",
      ],
      [
        "of a management group",
        setFirst(EXPORT, { subscription_id: MANAGEMENT_GROUP }),
        `is of ${MANAGEMENT_GROUP}, which has no costs of its own`,
      ],
      [
        "of a subscription ID without its path",
        setFirst(EXPORT, { subscription_id: SUBSCRIPTION }),
        `is of ${SUBSCRIPTION}, which has no costs of its own`,
      ],
      [
        "of an enrollment number without its path",
        setFirst("azurerm_billing_account_cost_management_export", { billing_account_id: ENROLLMENT }),
        `is of ${ENROLLMENT}, which has no costs of its own`,
        enrolled,
      ],
      ["with a dash in its name", setFirst(EXPORT, { name: "a-b" }), "is called a-b, which Azure may refuse"],
      [
        "of a resource group",
        addBlock("azurerm_resource_group_cost_management_export", { name: "x" }),
        "azurerm_resource_group_cost_management_export.x is unexpected",
      ],
    ])("include an export %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in storage", () => {
    it.each<[string, string | boolean | undefined]>([
      ["https_traffic_only_enabled", false],
      ["https_traffic_only_enabled", undefined],
      ["min_tls_version", "TLS1_1"],
      ["min_tls_version", "TLS1_0"],
      ["min_tls_version", undefined],
      ["allow_nested_items_to_be_public", true],
      ["allow_nested_items_to_be_public", undefined],
      ["shared_access_key_enabled", false],
      ["shared_access_key_enabled", undefined],
      ["public_network_access_enabled", false],
      ["cross_tenant_replication_enabled", true],
      ["local_user_enabled", true],
      ["account_kind", "BlobStorage"],
    ])("include an account whose %s is %s", (name, value) => {
      const shown = value === undefined ? "nothing" : String(value);
      expect(violationsAfter(setFirst(ACCOUNT, { [name]: value }))).toContain(`has ${shown} for ${name}`);
    });

    it.each<[string, unknown]>([
      ["allowed_copy_scope", "AAD"],
      ["network_rules", { default_action: "Deny", bypass: ["AzureServices"] }],
      ["immutability_policy", { state: "Locked" }],
      ["is_hns_enabled", true],
      ["sftp_enabled", true],
      ["sas_policy", { expiration_action: "Block", expiration_period: "01.00:00:00" }],
      ["static_website", {}],
      ["identity", { type: "SystemAssigned" }],
    ])("include an account with '%s'", (name, value) => {
      expect(violationsAfter(setFirst(ACCOUNT, { [name]: value }))).toContain(`must not have '${name}'`);
    });

    it.each<Row>([
      [
        "without versions",
        setBlock(ACCOUNT, "blob_properties", { versioning_enabled: false }),
        "does not keep what was deleted",
      ],
      [
        "without retention of deleted blobs",
        setBlock(ACCOUNT, "blob_properties", { delete_retention_policy: undefined }),
        "does not keep what was deleted",
      ],
      [
        "with CORS rules",
        setBlock(ACCOUNT, "blob_properties", { cors_rule: [{ allowed_origins: ["*"] }] }),
        "does not keep what was deleted",
      ],
      [
        "with separate network rules",
        (template) => {
          const account = `\${${template.address(ACCOUNT)}.id}`;
          addBlock("azurerm_storage_account_network_rules", { storage_account_id: account, default_action: "Deny" })(
            template,
          );
        },
        "azurerm_storage_account_network_rules.x is unexpected",
      ],
      ["that ignores all changes", setBlock(ACCOUNT, "lifecycle", { ignore_changes: "all" }), "hides changes of all"],
      [
        "with 'replace_triggered_by'",
        setBlock(ACCOUNT, "lifecycle", { replace_triggered_by: ["terraform_data.x"] }),
        "must not have 'replace_triggered_by' in its lifecycle",
      ],
      ["without 'prevent_destroy'", setBlock(ACCOUNT, "lifecycle", { prevent_destroy: undefined }), "can be destroyed"],
      ["with 'prevent_destroy' false", setBlock(ACCOUNT, "lifecycle", { prevent_destroy: false }), "can be destroyed"],
      [
        "with a provisioner",
        setFirst(ACCOUNT, { provisioner: [{ "local-exec": { command: "true" } }] }),
        "must not have 'provisioner'",
      ],
    ])("include an account %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });

    it.each<Row>([
      ["with public blobs", setFirst(CONTAINER, { container_access_type: "blob" }), "can be read by blob"],
      [
        "with a public listing",
        setFirst(CONTAINER, { container_access_type: "container" }),
        "can be read by container",
      ],
      ["without an access type", setFirst(CONTAINER, { container_access_type: undefined }), "can be read by nothing"],
      [
        "with its account's name instead of the account's ID, so that exports refuse the container's ID",
        setFirst(CONTAINER, { storage_account_id: undefined, storage_account_name: "acmebillingexport" }),
        "is of the account nothing, so that it has no ID that exports take",
      ],
      [
        "with its account's name beside the ID",
        setFirst(CONTAINER, { storage_account_name: "acmebillingexport" }),
        "must not have 'storage_account_name'",
      ],
      [
        "without 'prevent_destroy'",
        setFirst(CONTAINER, { lifecycle: undefined }),
        "azurerm_storage_container.finops_storage_container_D6CE218C can be destroyed",
      ],
      [
        "in a resource group without 'prevent_destroy'",
        setFirst("azurerm_resource_group", { lifecycle: {} }),
        "azurerm_resource_group.finops_storage_resource_group_28245D2E can be destroyed",
      ],
      [
        "with an unexpected 'retain' false",
        () => undefined,
        "can be destroyed",
        (): AnyProps<AzureIntegrationProps> => ({ retain: false }),
      ],
    ])("include a container %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });

    it.each([
      [CONTAINER, 'self.container_access_type == "private"'],
      [CONTAINER, "!self.has_immutability_policy"],
      [CONTAINER, "!self.has_legal_hold"],
      [ACCOUNT, "self.https_traffic_only_enabled"],
      [ACCOUNT, "!self.allow_nested_items_to_be_public"],
      [ACCOUNT, 'contains(["TLS1_2", "TLS1_3"], self.min_tls_version)'],
    ])("include data.%s without the check %s", (type, text) => {
      const { json } = Template.of(
        createIntegration(azureStack(), (stack) => ({ agreement, storage: container(stack) })),
      );
      setArguments(new Template(json).data(type), { lifecycle: undefined });
      expect(violations(json).join("\n")).toContain(`lacks the condition: ${text}`);
    });

    it("include a storage without a check of its subscription", () => {
      const change: Change = (template) => {
        setArguments(template.data("azurerm_client_config"), { lifecycle: undefined });
      };
      expect(violationsAfter(change)).toContain("lacks the condition: self.subscription_id ==");
    });

    it.each<Row>([
      [
        "that deletes too soon",
        setPolicy({ base_blob: { delete_after_days_since_modification_greater_than: 399 } }),
        "forgets after 399 days, by delete_after_days_since_modification_greater_than",
      ],
      [
        "that deletes previous versions too soon",
        setPolicy({ version: { delete_after_days_since_creation: 30 } }),
        "forgets after 30 days, by delete_after_days_since_creation",
      ],
      [
        "that deletes snapshots too soon",
        setPolicy({ snapshot: { delete_after_days_since_creation_greater_than: 1 } }),
        "forgets after 1 days, by delete_after_days_since_creation_greater_than",
      ],
      [
        "that deletes after an unresolved number of days",
        setPolicy({ base_blob: { delete_after_days_since_modification_greater_than: "${var.days}" } }),
        "forgets after ${var.days} days",
      ],
      [
        "that archives blobs",
        setPolicy({ base_blob: { tier_to_archive_after_days_since_modification_greater_than: 500 } }),
        "puts away, by tier_to_archive_after_days_since_modification_greater_than",
      ],
      [
        "that moves blobs to the cold tier",
        setPolicy({ base_blob: { tier_to_cold_after_days_since_modification_greater_than: 500 } }),
        "puts away, by tier_to_cold_after_days_since_modification_greater_than",
      ],
      [
        "that depends on the last access",
        setPolicy({ base_blob: { delete_after_days_since_last_access_time_greater_than: 500 } }),
        "puts away, by delete_after_days_since_last_access_time_greater_than",
      ],
      [
        "for the whole account",
        (template) => {
          const [rule] = template.resource(POLICY).rule as Block[];
          setArguments(rule ?? {}, { filters: { blob_types: ["blockBlob"] } });
        },
        "is about more than the container",
      ],
      [
        "for another account",
        setFirst(POLICY, { storage_account_id: "/subscriptions/x" }),
        "a policy is of the account /subscriptions/x",
      ],
      [
        "beside another one",
        (template) => {
          addBlock(POLICY, template.resource(POLICY))(template);
        },
        "an account has more than one policy",
      ],
    ])("include a policy %s", (_, change, violation, createProps = expiring, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in providers", () => {
    it.each([
      ["azurerm", "client_secret"],
      ["azurerm", "client_certificate"],
      ["azurerm", "client_certificate_password"],
      ["azurerm", "oidc_token"],
      ["azurerm", "oidc_request_token"],
      ["azuread", "client_secret"],
      ["azuread", "client_certificate"],
      ["azuread", "client_certificate_password"],
      ["azuread", "oidc_token"],
    ])("include a secret of the %s provider: %s", (type, name) => {
      expect(violationsAfter(setProvider(type, { [name]: "hush" }))).toContain(
        `the ${type} provider must not have '${name}'`,
      );
    });

    it.each<Row>([
      ["without features", setProvider("azurerm", { features: undefined }), "must have 'features', empty"],
      ["with two features blocks", setProvider("azurerm", { features: [{}, {}] }), "must have 'features', empty"],
      [
        "that deletes resource groups with their resources",
        setProvider("azurerm", {
          features: [{ resource_group: [{ prevent_deletion_if_contains_resources: false }] }],
        }),
        "must have 'features', empty",
      ],
      [
        "for the US government beside one for the public cloud",
        setProvider("azurerm", { environment: "usgovernment" }),
        "the providers are of different clouds: public, usgovernment",
      ],
      [
        "for China beside one for the public cloud",
        setProvider("azuread", { environment: "china" }),
        "the providers are of different clouds: china, public",
      ],
      [
        "for an unresolved environment",
        setProvider("azuread", { environment: "${var.cloud}" }),
        "the providers are of different clouds: ${var.cloud}, public",
      ],
      [
        "that registers more than exports need",
        setProvider("azurerm", { resource_providers_to_register: ["Microsoft.Compute"] }),
        "the azurerm provider registers Microsoft.Compute",
      ],
      [
        "of an unknown type",
        ({ json }) => {
          json.provider = { ...(json.provider as Block), azapi: [{}] };
        },
        "a provider 'azapi' is unexpected",
      ],
    ])("include a provider %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });

    it("include a registration that exports do not need", () => {
      const change = setFirst("azurerm_resource_provider_registration", { name: "Microsoft.Compute" });
      expect(violationsAfter(change, registering)).toContain("registers Microsoft.Compute");
    });
  });

  describe("in exposed secrets", () => {
    it.each(["client_secret_value", "sas_token", "connection_string"])(
      "include the output %s, if it is not sensitive",
      (row) => {
        const change: Change = (template) => {
          setArguments(template.output(`finops_${row}`), { sensitive: undefined });
        };
        expect(violationsAfter(change)).toContain(`a secret is in output.finops_${row}.value`);
      },
    );

    it.each([
      "primary_access_key",
      "secondary_access_key",
      "primary_connection_string",
      "secondary_connection_string",
      "primary_blob_connection_string",
    ])("include the account's %s in an output, even if it is sensitive", (attribute) => {
      const change = addOutput((template) => ({
        value: `\${${template.address(ACCOUNT)}.${attribute}}`,
        sensitive: true,
      }));
      expect(violationsAfter(change)).toContain("a secret is in output.x.value");
    });

    it.each<Row>([
      [
        "the secret in another output",
        addOutput((template) => ({ ...template.output("finops_client_secret_value") })),
        "a secret is in output.x.value",
      ],
      [
        "the secret in nonsensitive()",
        (template) => {
          const value = `\${nonsensitive(${template.address(PASSWORD)}.value)}`;
          setArguments(template.output("finops_client_secret_value"), { value });
        },
        "a secret is in output.finops_client_secret_value.value",
      ],
      [
        "the secret in the hand-off",
        (template) => {
          const { value } = template.output("finops_handoff") as { value: Block };
          value.note = template.output("finops_client_secret_value").value;
        },
        "a secret is in output.finops_handoff.value.note",
      ],
      [
        "the secret in a tag",
        (template) => {
          setFirst(ACCOUNT, { tags: { secret: `\${${template.address(PASSWORD)}.value}` } })(template);
        },
        "a secret is in resource.azurerm_storage_account.finops_storage_DD8CBF7E.tags.secret",
      ],
      [
        "the SAS token in the key of a tag",
        (template) => {
          const { value } = template.output("finops_sas_token");
          setFirst(ACCOUNT, { tags: { [value as string]: "x" } })(template);
        },
        "a secret is in resource.azurerm_storage_account.",
      ],
      [
        "the whole account in an output",
        addOutput((template) => ({ value: `\${jsonencode(${template.address(ACCOUNT)})}` })),
        "a secret is in output.x.value",
      ],
      [
        "an account's key in index syntax",
        addOutput((template) => ({ value: `\${${template.address(ACCOUNT)}["primary_access_key"]}` })),
        "a secret is in output.x.value",
      ],
      [
        "the account's key in the connection string, if it is unexpected",
        () => undefined,
        "a secret is in output.finops_connection_string.value",
        withAccountKey,
      ],
      [
        "a literal client secret",
        setFirst(APPLICATION, { notes: `abc8Q~${"d".repeat(34)}` }),
        "a client secret is written in resource.azuread_application.",
      ],
      [
        "a literal account key",
        setFirst(ACCOUNT, { tags: { key: `${"k".repeat(86)}==` } }),
        "an account's key is written in resource.azurerm_storage_account.",
      ],
      [
        "a literal connection string",
        setSas({ connection_string: `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${"k".repeat(8)}` }),
        "an account's key is written in data.azurerm_storage_account_blob_container_sas.",
      ],
      [
        "a literal SAS token",
        addOutput(() => ({ value: "?sv=2024-11-04&sr=c&sp=rl&sig=abcdefghij%3D", sensitive: true })),
        "a SAS token is written in output.x.value",
      ],
      [
        "a literal token",
        setFirst(APPLICATION, { notes: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.x" }),
        "a token is written in resource.azuread_application.",
      ],
      [
        "a private key in a variable",
        ({ json }) => {
          json.variable = { key: { default: "-----BEGIN PRIVATE KEY-----" } };
        },
        "a private key is written in variable.key.default",
      ],
    ])("include %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  describe("in unexpected blocks", () => {
    it.each<Row>([
      ["a key vault", addBlock("azurerm_key_vault", { name: "x" }), "azurerm_key_vault.x is unexpected"],
      [
        "a template deployment, which can create anything",
        addBlock("azurerm_subscription_template_deployment", { name: "x" }),
        "azurerm_subscription_template_deployment.x is unexpected",
      ],
      [
        "a data source that runs a program",
        addBlock("external", { program: ["true"] }, "data"),
        "data.external.x is unexpected",
      ],
      [
        "a module",
        ({ json }) => {
          json.module = { m: { source: "git::https://acme.example/m.git" } };
        },
        "a module is unexpected",
      ],
      ["several instances of a resource", setFirst(ASSIGNMENT, { for_each: ["a", "b"] }), "must not have 'for_each'"],
    ])("include %s", (_, change, violation, createProps = plain, expected = {}) => {
      expect(violationsAfter(change, createProps, expected)).toContain(violation);
    });
  });

  it("include a stack without an integration", () => {
    const stack = azureStack();
    new AzureStorage(stack, "storage", NEW_STORAGE);
    expect(violations(Template.of(stack).json)).toEqual(["the stack has no integration"]);
  });

  it("are reported all at once", () => {
    const messages = violationsAfter(
      setFirst(ASSIGNMENT, { role_definition_name: "Owner", principal_id: OWNER, principal_type: "User", scope: "/" }),
    );
    const one = "azurerm_role_assignment.finops_access_scope_subscription";
    expect(messages.split("\n").map((line) => line.replace(/_[0-9A-F]{8}/, ""))).toEqual([
      `${one} is for ${OWNER}, which is not the service principal`,
      `${one} is for a principal of type User`,
      `${one} gives Owner, which is not a role of the platform`,
      `${one} assigns Owner, a denied role`,
      `${one} is at /, which is not a place of it`,
    ]);
  });
});
