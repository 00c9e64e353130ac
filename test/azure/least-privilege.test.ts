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
  choices,
  container,
  existing,
  federated,
  integrated,
  integratedIn,
  type Make,
  MANAGEMENT_GROUP,
  NEW_STORAGE,
  PLATFORM,
  variants,
} from "./variants";

/** A stack with the providers of a cloud that is apart. */
function apart(environment: AzureEnvironment, azuread: string): TerraformStack {
  const stack = emptyStack();
  new AzureadProvider(stack, "azuread", { tenantId: TENANT, environment: azuread });
  new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: SUBSCRIPTION, environment });
  return stack;
}

const examples = Object.entries(STACKS).filter(([id]) => id.startsWith("azure-"));

describe("the examples", () => {
  it("are four or more", () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
  });

  it.each(examples)("grant the least: %s", (id, make) => {
    const { managementGroup } = EXAMPLE_SETTINGS[id as keyof typeof STACKS] as { managementGroup?: string };
    const scopes =
      managementGroup === undefined
        ? undefined
        : [`/providers/Microsoft.Management/managementGroups/${managementGroup}`];
    expect(violations(Template.of(make(Testing.app(), id, EXAMPLE_SETTINGS)).json, { scopes })).toEqual([]);
  });
});

describe("an integration", () => {
  describe.each(variants())("with %s", (_, make, told) => {
    it.each(choices())("grants the least %s", (__, choose, more) => {
      const registered = choose(azureStack()).registerResourceProvider !== true;
      const { json } = Template.of(integratedIn(registered, choose, make));
      expect(violations(json, { ...told, ...more })).toEqual([]);
    });
  });

  it.each<[string, TerraformStack, AzureEnvironment, string]>([
    ["the US government", apart("usgovernment", "usgovernmentl5"), "usgovernment", "usgovvirginia"],
    ["China", apart("china", "china"), "china", "chinanorth3"],
  ])("grants the least in the cloud of %s", (_, stack, environment, location) => {
    const identity = new AzureFederatedIdentity(stack, "in", {
      environment,
      issuerUri: PLATFORM.issuer,
      subject: PLATFORM.subject,
    });
    const { json } = Template.of(integrated(stack, () => ({ ...MINIMAL, environment, location, identity })));
    expect(violations(json, { platform: PLATFORM })).toEqual([]);
  });

  it("grants the least to an application that others own", () => {
    const { json } = Template.of(integrated(azureStack(), () => ({ ...MINIMAL, owners: { alice: OWNER } })));
    expect(violations(json, { owners: [OWNER] })).toEqual([]);
  });

  it("grants the least for tokens of another audience", () => {
    const stack = azureStack();
    const { issuer: issuerUri, subject } = PLATFORM;
    const identity = new AzureFederatedIdentity(stack, "in", { issuerUri, subject, audience: "api://acme" });
    const { json } = Template.of(integrated(stack, () => ({ ...MINIMAL, identity })));
    expect(violations(json, { platform: { ...PLATFORM, audience: "api://acme" } })).toEqual([]);
  });

  it("grants the least where Terraform fills in the names", () => {
    const stack = azureStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    integrated(stack, () => ({
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

  it("grants the least beside another one", () => {
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

  it("grants the least by providers with an alias", () => {
    const stack = emptyStack();
    const azureadProvider = new AzureadProvider(stack, "azuread", { tenantId: TENANT, alias: "acme" });
    const provider = new AzurermProvider(stack, "azurerm", {
      features: [{}],
      subscriptionId: SUBSCRIPTION,
      alias: "acme",
    });
    integrated(stack, () => ({ ...MINIMAL, provider, azureadProvider }));
    expect(violations(Template.of(stack).json)).toEqual([]);
  });
});

// That the above finds nothing means something only if it finds what is wrong.
describe("what is more than the least", () => {
  type Change = (template: Template) => void;

  const plain: Make = () => ({});
  const registering: Make = () => ({ registerResourceProvider: true });
  const known = new Map<Make, string>();

  /** The JSON of an integration, which is made once for all that is changed of it. */
  const synthesized = (make: Make): Block => {
    const text =
      known.get(make) ?? JSON.stringify(Template.of(integratedIn(make !== registering, () => MINIMAL, make)).json);
    known.set(make, text);
    return JSON.parse(text) as Block;
  };

  /** The breaches of a stack that someone has changed once it was synthesized. */
  const changed = (change: Change, make: Make = plain, told: Expected = {}): string => {
    const json = synthesized(make);
    change(new Template(json));
    return violations(json, told).join("\n");
  };

  const custom: Make = () => ({ role: "CUSTOM" });
  const reader: Make = () => ({ containerReader: true });
  const expiring: Make = () => ({ expireAfterDays: 400 });
  const certified: Make = () => ({ certificatePem: CERTIFICATE_PEM });
  const enrolled: Make = () => ({ agreement: "EA", billingAccountId: ENROLLMENT });
  const several: Make = () => ({ subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION } });
  const keyed: Make = () => ({ connectionString: "ACCOUNT_KEY" });

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

  /** One more block of the type, as `x`. */
  const add = (type: string, block: Block, section: "resource" | "data" = "resource"): Change => {
    return ({ json }) => {
      const { [type]: byName = {}, ...others } = json[section] as Record<string, Record<string, Block>>;
      json[section] = { ...others, [type]: { ...byName, x: block } };
    };
  };

  /** A block with other arguments; those that are `undefined` it has no more. */
  const put = (target: Block, block: Block): void => {
    Object.assign(target, block);
    for (const name of Object.keys(block).filter((one) => block[one] === undefined)) {
      Reflect.deleteProperty(target, name);
    }
  };

  /** The first resource of the type with other arguments. */
  const set =
    (type: string, block: Block): Change =>
    (template) => {
      const [first] = template.resources(type);
      put(first ?? template.resource(type), block);
    };
  const setSas =
    (block: Block): Change =>
    (template) => {
      put(template.data(SAS), block);
    };
  /** The first resource of the type with other arguments in one of its blocks. */
  const within =
    (type: string, name: string, block: Block): Change =>
    (template) => {
      put(template.resources(type)[0]?.[name] as Block, block);
    };
  /** The custom role with another block of permissions. */
  const permit =
    (block: Block): Change =>
    (template) => {
      const [permissions] = template.resource(ROLE).permissions as Block[];
      put(permissions ?? {}, block);
    };
  const allow =
    (action: string): Change =>
    (template) => {
      const [permissions] = template.resource(ROLE).permissions as Block[];
      (permissions?.actions as string[]).push(action);
    };
  const setPolicy =
    (actions: Block): Change =>
    (template) => {
      const [rule] = template.resource(POLICY).rule as Block[];
      put(rule ?? {}, { actions });
    };
  const setProvider =
    (type: string, block: Block): Change =>
    ({ json }) => {
      const [first] = (json.provider as Record<string, Block[]>)[type] ?? [];
      put(first ?? {}, block);
    };
  const addOutput =
    (block: (template: Template) => Block): Change =>
    (template) => {
      template.json.output = { ...template.outputs, x: block(template) };
    };
  /** The times without what keeps them. */
  const ticking: Change = (template) => {
    for (const block of template.resources(TIME)) {
      put(block, { lifecycle: undefined });
    }
  };
  /** An end at another span after the same time. */
  const after =
    (span: string) =>
    (text: unknown): string =>
      String(text).replace(/"[^"]*"\)/, `"${span}")`);

  it("is found only where it is", () => {
    const nothing: Change = () => undefined;
    for (const make of [undefined, custom, expiring, certified, enrolled, several]) {
      expect(changed(nothing, make)).toBe("");
    }
    expect(changed(nothing, reader, { containerReader: true })).toBe("");
    expect(changed(nothing, keyed, { accountKey: true })).toBe("");
    expect(changed(nothing, federated, { platform: PLATFORM })).toBe("");
  });

  type Row = [title: string, change: Change, breach: string, make?: Make, told?: Expected];

  describe("for whom", () => {
    it.each<Row>([
      [
        "the application's object ID in place of its service principal's",
        (template) => {
          set(ASSIGNMENT, { principal_id: `\${${template.address(APPLICATION)}.object_id}` })(template);
        },
        ".object_id}, which is not the service principal",
      ],
      [
        "the client ID in place of the service principal's object ID",
        (template) => {
          set(ASSIGNMENT, { principal_id: `\${${template.address(APPLICATION)}.client_id}` })(template);
        },
        ".client_id}, which is not the service principal",
      ],
      [
        "somebody's ID that is written down",
        set(ASSIGNMENT, { principal_id: OWNER }),
        `is for ${OWNER}, which is not the service principal`,
      ],
      [
        "who deploys",
        (template) => {
          const owners = template.resource(APPLICATION).owners as string[];
          set(ASSIGNMENT, { principal_id: owners[0] })(template);
        },
        "which is not the service principal",
      ],
      [
        "nobody that is named",
        set(ASSIGNMENT, { principal_id: undefined }),
        "is for nothing, which is not the service principal",
      ],
      [
        "a principal without a type",
        set(ASSIGNMENT, { principal_type: undefined }),
        "is for a principal of type nothing",
      ],
      ["a user", set(ASSIGNMENT, { principal_type: "User" }), "is for a principal of type User"],
      ["a group", set(ASSIGNMENT, { principal_type: "Group" }), "is for a principal of type Group"],
      [
        "a second one with the same role",
        (template) => {
          add(ASSIGNMENT, { ...template.resource(ASSIGNMENT), principal_id: OWNER })(template);
        },
        `azurerm_role_assignment.x is for ${OWNER}, which is not the service principal`,
      ],
    ])("is a role for %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("of Microsoft's", () => {
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
    ])("is the role %s, whatever is told", (name) => {
      const found = changed(set(ASSIGNMENT, { role_definition_name: name }), reader, { containerReader: true });
      expect(found).toContain(`gives ${name}, which is not a role of the platform`);
      expect(found).toContain(`gives ${name}, which nobody may have`);
    });

    it.each([
      ["Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
      ["Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c"],
      ["User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"],
      ["Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"],
      ["Cost Management Contributor", "434105ed-43f6-45c7-a02f-909b2ba83430"],
      ["Storage Blob Data Contributor", "BA92F5B4-2D11-453D-A403-E96B0029C9FE"],
    ])("is the role %s by its ID", (name, id) => {
      for (const place of ["", `/subscriptions/${SUBSCRIPTION}`]) {
        const found = changed(
          set(ASSIGNMENT, {
            role_definition_name: undefined,
            role_definition_id: `${place}/providers/Microsoft.Authorization/roleDefinitions/${id}`,
          }),
        );
        expect(found).toContain(`gives ${name}, which is not a role of the platform`);
        expect(found).toContain(`gives ${name}, which nobody may have`);
      }
    });

    it.each(["Cost Management Reader", "Billing Reader", "Storage Blob Data Reader", "Key Vault Reader", "Helper"])(
      "is the role %s, of which nobody told",
      (name) => {
        expect(changed(set(ASSIGNMENT, { role_definition_name: name }))).toContain(
          `gives ${name}, which is not a role of the platform`,
        );
      },
    );

    it.each<Row>([
      ["none", set(ASSIGNMENT, { role_definition_name: undefined }), "must name one role"],
      [
        "one by its name and another by its ID",
        set(ASSIGNMENT, { role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/x" }),
        "must name one role",
      ],
      [
        "one of any ID",
        set(ASSIGNMENT, {
          role_definition_name: undefined,
          role_definition_id: `/providers/Microsoft.Authorization/roleDefinitions/${CLIENT}`,
        }),
        `gives /providers/Microsoft.Authorization/roleDefinitions/${CLIENT}, which is not a role of the platform`,
      ],
      [
        "one that Terraform fills in",
        set(ASSIGNMENT, { role_definition_name: "${var.role}" }),
        "gives ${var.role}, which is not a role of the platform",
      ],
      ["the right to read the container that nobody told of", () => undefined, "which is not a role of", reader],
      [
        "the same a second time",
        (template) => {
          const assignment = template.resource(ASSIGNMENT);
          add(ASSIGNMENT, { ...assignment, scope: String(assignment.scope).toUpperCase() })(template);
        },
        "a role is given twice",
      ],
      [
        "one under a condition of its own",
        set(ASSIGNMENT, { condition: "true", condition_version: "2.0" }),
        "must not have 'condition'",
      ],
    ])("is a role: %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("where", () => {
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
    ])("is the role at '%s', whatever is told", (scope) => {
      expect(changed(set(ASSIGNMENT, { scope }), undefined, { scopes: [scope] })).toContain(
        `is at ${scope}, which is not a place of it`,
      );
    });

    it.each<Row>([
      [
        "another subscription than those whose costs are exported",
        set(ASSIGNMENT, { scope: `/subscriptions/${OTHER_SUBSCRIPTION}` }),
        `is at /subscriptions/${OTHER_SUBSCRIPTION}, which is not a place of it`,
      ],
      [
        "a management group that nobody told of",
        set(ASSIGNMENT, { scope: MANAGEMENT_GROUP }),
        `is at ${MANAGEMENT_GROUP}, which is not a place of it`,
      ],
      [
        "a scope that Terraform fills in and nobody told of",
        set(ASSIGNMENT, { scope: "${var.scope}" }),
        "is at ${var.scope}, which is not a place of it",
      ],
      [
        "the storage account by its reference",
        (template) => {
          set(ASSIGNMENT, { scope: `\${${template.address(ACCOUNT)}.id}` })(template);
        },
        ".id}, which is not a place of it",
      ],
      [
        "the whole account, by the role that reads the container",
        (template) => {
          const scope = `\${${template.address(ACCOUNT)}.id}`;
          const assignment = template
            .resources(ASSIGNMENT)
            .find(({ role_definition_name: name }) => name === "Storage Blob Data Reader");
          put(assignment ?? {}, { scope });
        },
        ".id}, which is not a place of it",
        reader,
        { containerReader: true },
      ],
      [
        "the subscription, by the role that reads the container",
        set(ASSIGNMENT, { role_definition_name: "Storage Blob Data Reader" }),
        `is at /subscriptions/${SUBSCRIPTION}, which is not a place of it`,
        undefined,
        { containerReader: true },
      ],
    ])("is a role at %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("of one's own", () => {
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
    ])("is a custom role with %s, which nobody may have", (action) => {
      const found = changed(allow(action), custom);
      expect(found).toContain(`allows more than it needs: ${action}`);
      expect(found).toContain(`allows what nobody may have: ${action}`);
    });

    it.each<Row>([
      [
        "with an action that it does not need",
        allow("Microsoft.Storage/storageAccounts/read"),
        "allows more than it needs: Microsoft.Storage/storageAccounts/read",
      ],
      [
        "whose actions nobody can see",
        permit({ actions: "${var.actions}" }),
        "allows more than it needs: ${var.actions}",
      ],
      [
        "that lacks something",
        permit({ actions: ["Microsoft.EventGrid/eventSubscriptions/read"] }),
        "does not allow Microsoft.Resources/subscriptions/resourceGroups/read",
      ],
      [
        "that reads data",
        permit({ data_actions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] }),
        "must not have data_actions",
      ],
      ["that says what it is not", permit({ not_actions: ["*/write"] }), "must not have not_actions"],
      ["that says what of data it is not", permit({ not_data_actions: ["*"] }), "must not have not_data_actions"],
      [
        "with a second block of permissions",
        (template) => {
          (template.resource(ROLE).permissions as Block[]).push({ actions: ["*"] });
        },
        "allows what nobody may have: *",
      ],
      [
        "that is at a place where nobody has it",
        set(ROLE, { scope: MANAGEMENT_GROUP }),
        `is at ${MANAGEMENT_GROUP}, where nobody has it`,
      ],
      [
        "that can be given at a place where nobody has it",
        set(ROLE, { assignable_scopes: [`/subscriptions/${SUBSCRIPTION}`, "/"] }),
        "can be given elsewhere than it is",
      ],
      [
        "of which it is not said where it can be given",
        set(ROLE, { assignable_scopes: undefined }),
        "can be given elsewhere than it is",
      ],
      [
        "that nobody has",
        add(ROLE, { name: "x", scope: `/subscriptions/${SUBSCRIPTION}`, permissions: [{ actions: ["*"] }] }),
        "azurerm_role_definition.x allows what nobody may have: *",
      ],
      [
        "that is none of the stack's",
        (template) => {
          const { role_definition_id: id } = template.resource(ASSIGNMENT);
          set(ASSIGNMENT, { role_definition_id: String(id).replace(/azurerm_role_definition\.\w+/, "$&_other") })(
            template,
          );
        },
        "which is not a role of the platform",
      ],
      [
        "by the ID that it has in another subscription",
        (template) => {
          const { role_definition_id: id } = template.resource(ASSIGNMENT);
          set(ASSIGNMENT, { role_definition_id: String(id).replace(SUBSCRIPTION, OTHER_SUBSCRIPTION) })(template);
        },
        "which is not a role of the platform",
      ],
    ])("is a custom role %s", (_, change, breach, make = custom, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("by a SAS token", () => {
    it.each(["add", "create", "write", "delete"])("is a SAS token that may %s", (permission) => {
      const permissions = { read: true, list: true, add: false, create: false, write: false, delete: false };
      expect(changed(setSas({ permissions: { ...permissions, [permission]: true } }))).toContain("does more than read");
    });

    const untilNow = '${timeadd(plantimestamp(), "4320h")}';

    it.each<Row>([
      ["over HTTP", setSas({ https_only: false }), "can be used over HTTP"],
      ["of which HTTPS is not said", setSas({ https_only: undefined }), "can be used over HTTP"],
      ["whose permissions are not said", setSas({ permissions: undefined }), "does more than read"],
      ["without an end", setSas({ expiry: undefined }), "does not end"],
      ["that ends by the clock", setSas({ expiry: "${timestamp()}" }), "timestamp() is in data."],
      ["whose end moves with each plan", setSas({ expiry: untilNow }), "the clock is in data."],
      [
        "whose end moves with each plan, and is not kept",
        setSas({ expiry: untilNow }),
        `ends at ${untilNow}, which is not so long after a time that is kept`,
      ],
      [
        "whose beginning moves with each plan",
        setSas({ start: '${timeadd(plantimestamp(), "-15m")}' }),
        "the clock is in data.",
      ],
      ["that began long ago", setSas({ start: "2020-01-01T00:00:00Z" }), "begins at 2020-01-01T00:00:00Z"],
      ["whose beginning is not said", setSas({ start: undefined }), "begins at nothing"],
      [
        "that begins later than it is made",
        (template) => {
          const { start } = template.data(SAS);
          setSas({ start: after("24h")(start) })(template);
        },
        "begins at ${timeadd(",
      ],
      [
        "of an end that is written down",
        setSas({ expiry: "2099-12-31T00:00:00Z" }),
        "ends at 2099-12-31T00:00:00Z, which is not so long after a time that is kept",
      ],
      [
        "that ends after more than two years",
        (template) => {
          const { expiry } = template.data(SAS);
          setSas({ expiry: after("17521h")(expiry) })(template);
        },
        "ends after 17521 hours",
      ],
      [
        "that ends before it begins",
        (template) => {
          const { expiry } = template.data(SAS);
          setSas({ expiry: after("-1h")(expiry) })(template);
        },
        "ends after -1 hours",
      ],
      [
        "made of a time that is none of the stack's",
        setSas({ expiry: '${timeadd(terraform_data.other.output, "24h")}' }),
        "which is not so long after a time that is kept",
      ],
      ["of another account", setSas({ connection_string: "${var.connection_string}" }), "is of another account"],
      ["of another container", setSas({ container_name: "salaries" }), "is of another container"],
      [
        "of all of the account",
        add("azurerm_storage_account_sas", { https_only: true }, "data"),
        "data.azurerm_storage_account_sas.x has no place here",
      ],
    ])("is a SAS token %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("by the clock", () => {
    it.each<Row>([
      ["a time that is taken anew in each plan", ticking, "changes by itself, by input"],
      [
        "a time of which something else is overlooked",
        set(TIME, { lifecycle: { ignore_changes: ["output"] } }),
        "changes by itself, by input",
      ],
      ["a time that is not of the plan", set(TIME, { input: "${timestamp()}" }), "keeps no time"],
      ["timestamp() anywhere", set(APPLICATION, { notes: "${timestamp()}" }), "timestamp() is in resource."],
      [
        "timestamp() within more",
        set(ACCOUNT, { tags: { since: 'since ${formatdate("YYYY", timestamp())}' } }),
        "timestamp() is in resource.azurerm_storage_account.finops_storage_DD8CBF7E.tags.since",
      ],
      ["the clock in a name", set(APPLICATION, { display_name: "x-${plantimestamp()}" }), "the clock is in resource."],
      [
        "a time that is replaced by something",
        set(TIME, { triggers_replace: ["${plantimestamp()}"] }),
        "must not have 'triggers_replace'",
      ],
    ])("is %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("by logging in", () => {
    it.each<Row>([
      ["without an end", set(PASSWORD, { end_date: undefined }), "does not end"],
      ["that ends by the clock", set(PASSWORD, { end_date: "${timestamp()}" }), "timestamp() is in resource."],
      [
        "whose end moves with each plan",
        set(PASSWORD, { end_date: '${timeadd(plantimestamp(), "4320h")}' }),
        "the clock is in resource.azuread_application_password.",
      ],
      [
        "of an end far off that is written down",
        set(PASSWORD, { end_date: "2299-12-31T00:00:00Z" }),
        "ends at 2299-12-31T00:00:00Z, which is not so long after a time that is kept",
      ],
      [
        "that ends after more than two years",
        (template) => {
          const { end_date: end } = template.resource(PASSWORD);
          set(PASSWORD, { end_date: after("17521h")(end) })(template);
        },
        "ends after 17521 hours",
      ],
      [
        "that ends so many hours later",
        set(PASSWORD, { end_date: undefined, end_date_relative: "87600h" }),
        "must not have 'end_date_relative'",
      ],
      [
        "of another application",
        set(PASSWORD, { application_id: `/applications/${OWNER}` }),
        `a credential is of /applications/${OWNER}`,
      ],
      [
        "beside another one",
        (template) => {
          add(PASSWORD, template.resource(PASSWORD))(template);
        },
        "an application has more than one way in",
      ],
      ["several times", set(PASSWORD, { count: 2 }), "must not have 'count'"],
    ])("is a client secret %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });

    it.each<Row>([
      [
        "for the accounts of all tenants",
        set(APPLICATION, { sign_in_audience: "AzureADMultipleOrgs" }),
        "is for whoever is in AzureADMultipleOrgs",
      ],
      [
        "for personal accounts",
        set(APPLICATION, { sign_in_audience: "AzureADandPersonalMicrosoftAccount" }),
        "is for whoever is in AzureADandPersonalMicrosoftAccount",
      ],
      [
        "of which it is not said for whom it is",
        set(APPLICATION, { sign_in_audience: undefined }),
        "is for whoever is in nothing",
      ],
      [
        "with permissions of Graph's",
        set(APPLICATION, {
          required_resource_access: [{ resource_app_id: "00000003-0000-0000-c000-000000000000", resource_access: [] }],
        }),
        "must not have 'required_resource_access'",
      ],
      ["with a password of its own", set(APPLICATION, { password: { display_name: "x" } }), "must not have 'password'"],
      ["with an API of its own", set(APPLICATION, { api: {} }), "must not have 'api'"],
      [
        "with an address that people are sent to",
        set(APPLICATION, { web: { redirect_uris: ["https://acme.example/"] } }),
        "must not have 'web'",
      ],
      [
        "whose name another may have",
        set(APPLICATION, { prevent_duplicate_names: undefined }),
        "may be called as another is",
      ],
      ["that somebody owns", set(APPLICATION, { owners: [OWNER] }), `is owned by ${OWNER}`],
      ["whose service principal somebody owns", set(PRINCIPAL, { owners: [OWNER] }), `is owned by ${OWNER}`],
      ["whose service principal was another's", set(PRINCIPAL, { use_existing: true }), "must not have 'use_existing'"],
      [
        "whose service principal is another's",
        set(PRINCIPAL, { client_id: CLIENT }),
        `is of ${CLIENT}, which is not the application`,
      ],
      [
        "beside another one",
        add(APPLICATION, { display_name: "x", prevent_duplicate_names: true, sign_in_audience: "AzureADMyOrg" }),
        "there are more applications than integrations",
      ],
      [
        "with a role of the directory",
        add("azuread_directory_role_assignment", { principal_object_id: OWNER }),
        "azuread_directory_role_assignment.x has no place here",
      ],
      [
        "with a role of another application",
        add("azuread_app_role_assignment", { principal_object_id: OWNER }),
        "azuread_app_role_assignment.x has no place here",
      ],
      [
        "with a password of its service principal",
        add("azuread_service_principal_password", { service_principal_id: OWNER }),
        "azuread_service_principal_password.x has no place here",
      ],
    ])("is an application %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });

    it("is an application that is there, whose service principal is another's", () => {
      const change: Change = (template) => {
        put(template.data(PRINCIPAL), { client_id: OWNER });
      };
      expect(changed(change, existing())).toContain(`is of ${OWNER}, which is not the application`);
    });

    it("is an application that is there, of which nobody asks whether it is on", () => {
      const change: Change = (template) => {
        put(template.data(PRINCIPAL), { lifecycle: undefined });
      };
      expect(changed(change, existing())).toContain("is not asked: self.account_enabled == true");
    });

    it.each<Row>([
      [
        "a key in place of the certificate",
        set("azuread_application_certificate", { value: "-----BEGIN PRIVATE KEY-----\nMII=\n" }),
        "is no certificate",
        certified,
      ],
      [
        "a certificate with a key behind it",
        (template) => {
          const { value } = template.resource("azuread_application_certificate");
          const both = `${value as string}-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----\n`;
          set("azuread_application_certificate", { value: both })(template);
        },
        "a private key is written in resource.azuread_application_certificate.",
        certified,
      ],
      [
        "a password that is taken for a certificate",
        set("azuread_application_certificate", { type: "Symmetric" }),
        "is no certificate",
        certified,
      ],
    ])("is %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });

    it.each<Row>([
      ["of any subject", set(FEDERATION, { subject: "*" }), "lets in *"],
      ["of subjects that begin alike", set(FEDERATION, { subject: "acme-*" }), "lets in acme-*"],
      ["of somebody else", set(FEDERATION, { subject: "eve" }), "lets in eve"],
      ["of any issuer", set(FEDERATION, { issuer: "https://*" }), "trusts what nobody can be sure of"],
      [
        "of an issuer over HTTP",
        set(FEDERATION, { issuer: "http://login.platform.example/acme" }),
        "trusts what nobody can be sure of",
      ],
      ["of another issuer", set(FEDERATION, { issuer: "https://eve.example" }), "trusts https://eve.example"],
      [
        "for several audiences",
        set(FEDERATION, { audiences: ["api://AzureADTokenExchange", "api://eve"] }),
        'takes tokens for ["api://AzureADTokenExchange","api://eve"]',
      ],
      ["for any audience", set(FEDERATION, { audiences: ["*"] }), 'takes tokens for ["*"]'],
      [
        "for the audience of another cloud",
        set(FEDERATION, { audiences: ["api://AzureADTokenExchangeChina"] }),
        'takes tokens for ["api://AzureADTokenExchangeChina"]',
      ],
      [
        "for another application",
        set(FEDERATION, { application_id: `/applications/${OWNER}` }),
        `a credential is of /applications/${OWNER}`,
      ],
      [
        "beside a client secret",
        (template) => {
          add(PASSWORD, { application_id: template.resource(FEDERATION).application_id })(template);
        },
        "an application has more than one way in",
      ],
      [
        "by an expression",
        add("azuread_application_flexible_federated_identity_credential", { issuer: PLATFORM.issuer }),
        "azuread_application_flexible_federated_identity_credential.x has no place here",
      ],
      ["that nobody told of", () => undefined, `trusts ${PLATFORM.issuer}`, federated, {}],
    ])("is tokens %s", (_, change, breach, make = federated, told = { platform: PLATFORM }) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("to be exported", () => {
    const to = (block: Block): Change => within(EXPORT, "export_data_storage_location", block);
    const as = (block: Block): Change => within(EXPORT, "export_data_options", block);

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
    ])("is an export to the folder '%s', which Azure refuses", (folder) => {
      expect(changed(to({ root_folder_path: folder }))).toContain(`goes to the folder ${folder}, which Azure refuses`);
    });

    it.each<Row>([
      [
        "that begins at a time that passes",
        set(EXPORT, { recurrence_period_start_date: "2030-01-01T00:00:00Z" }),
        "begins at 2030-01-01T00:00:00Z, which may have been before it is made",
      ],
      [
        "that begins too soon",
        (template) => {
          const { recurrence_period_start_date: start } = template.resources(EXPORT)[0] ?? {};
          set(EXPORT, { recurrence_period_start_date: String(start).replace("48h", "24h") })(template);
        },
        "which may have been before it is made",
      ],
      [
        "that begins by timestamp()",
        (template) => {
          const { recurrence_period_start_date: start } = template.resources(EXPORT)[0] ?? {};
          set(EXPORT, { recurrence_period_start_date: String(start).replace("plantimestamp", "timestamp") })(template);
        },
        "timestamp() is in resource.azurerm_subscription_cost_management_export.",
      ],
      [
        "whose dates move with each plan",
        set(EXPORT, { lifecycle: undefined }),
        "changes by itself, by recurrence_period_start_date",
      ],
      [
        "whose beginning moves with each plan",
        set(EXPORT, { lifecycle: { ignore_changes: ["recurrence_period_end_date"] } }),
        "changes by itself, by recurrence_period_start_date",
      ],
      [
        "whose end moves with each plan",
        set(EXPORT, { recurrence_period_end_date: '${timeadd(plantimestamp(), "8760h")}' }),
        "the clock is in resource.azurerm_subscription_cost_management_export.",
      ],
      [
        "that stops",
        set(EXPORT, { recurrence_period_end_date: "2027-01-01T00:00:00Z" }),
        "stops at 2027-01-01T00:00:00Z",
      ],
      ["that is off", set(EXPORT, { active: false }), "must not have 'active'"],
      [
        "of which all changes are hidden",
        set(EXPORT, { lifecycle: { ignore_changes: "all" } }),
        "hides changes of all",
      ],
      [
        "of usage",
        as({ type: "Usage" }),
        `the costs of /subscriptions/${SUBSCRIPTION} are exported as Usage, AmortizedCost`,
      ],
      ["of a dataset that the provider has not", as({ type: "FocusCost" }), "are exported as FocusCost, AmortizedCost"],
      ["of the same costs twice", as({ type: "AmortizedCost" }), "are exported as AmortizedCost, AmortizedCost"],
      [
        "of actual costs alone",
        (template) => {
          const exports = (template.json.resource as Record<string, Record<string, Block>>)[EXPORT] ?? {};
          Reflect.deleteProperty(exports, Object.keys(exports)[1] ?? "");
        },
        `the costs of /subscriptions/${SUBSCRIPTION} are exported as ActualCost`,
      ],
      [
        "of the same scope as another",
        (template) => {
          const [first] = template.resources(EXPORT);
          add(EXPORT, { ...first })(template);
        },
        "are exported as ActualCost, AmortizedCost, ActualCost",
      ],
      [
        "to the folder of another",
        (template) => {
          const [, second] = template.resources(EXPORT);
          const { root_folder_path: folder } = second?.export_data_storage_location as Block;
          to({ root_folder_path: folder })(template);
        },
        "/amortized, where another goes",
      ],
      [
        "to a folder within that of another",
        (template) => {
          const [, second] = template.resources(EXPORT);
          const { root_folder_path: folder } = second?.export_data_storage_location as Block;
          to({ root_folder_path: `${String(folder)}/actual` })(template);
        },
        "/amortized/actual, where another goes",
      ],
      [
        "to a container by the address of its blobs",
        to({ container_id: "https://acmebillingexport.blob.core.windows.net/costs" }),
        "goes to https://acmebillingexport.blob.core.windows.net/costs, which is not the container",
      ],
      [
        "to a container by its name",
        (template) => {
          to({ container_id: `\${${template.address(CONTAINER)}.name}` })(template);
        },
        ".name}, which is not the container",
      ],
      [
        "to somebody else's container",
        to({
          container_id:
            `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/eve` +
            "/blobServices/default/containers/loot",
        }),
        "/containers/loot, which is not the container",
      ],
      ["of the time that a person chooses", as({ time_frame: "Custom" }), "is not of the month so far, each day"],
      ["once a year", set(EXPORT, { recurrence_type: "Annually" }), "is not of the month so far, each day"],
      [
        "of a management group",
        set(EXPORT, { subscription_id: MANAGEMENT_GROUP }),
        `is of ${MANAGEMENT_GROUP}, which has no costs of its own`,
      ],
      [
        "of a subscription by its bare ID",
        set(EXPORT, { subscription_id: SUBSCRIPTION }),
        `is of ${SUBSCRIPTION}, which has no costs of its own`,
      ],
      [
        "of an enrollment by its bare number",
        set("azurerm_billing_account_cost_management_export", { billing_account_id: ENROLLMENT }),
        `is of ${ENROLLMENT}, which has no costs of its own`,
        enrolled,
      ],
      ["with a dash in its name", set(EXPORT, { name: "a-b" }), "is called a-b, which Azure may refuse"],
      [
        "of a resource group",
        add("azurerm_resource_group_cost_management_export", { name: "x" }),
        "azurerm_resource_group_cost_management_export.x has no place here",
      ],
    ])("is an export %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
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
    ])("is an account with another %s: %s", (name, value) => {
      const shown = value === undefined ? "nothing" : String(value);
      expect(changed(set(ACCOUNT, { [name]: value }))).toContain(`has ${shown} for ${name}`);
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
    ])("is an account with '%s'", (name, value) => {
      expect(changed(set(ACCOUNT, { [name]: value }))).toContain(`must not have '${name}'`);
    });

    it.each<Row>([
      [
        "without versions",
        within(ACCOUNT, "blob_properties", { versioning_enabled: false }),
        "does not keep what was deleted",
      ],
      [
        "that forgets at once what is deleted",
        within(ACCOUNT, "blob_properties", { delete_retention_policy: undefined }),
        "does not keep what was deleted",
      ],
      [
        "that lets web pages in",
        within(ACCOUNT, "blob_properties", { cors_rule: [{ allowed_origins: ["*"] }] }),
        "does not keep what was deleted",
      ],
      [
        "with a firewall beside it",
        (template) => {
          const account = `\${${template.address(ACCOUNT)}.id}`;
          add("azurerm_storage_account_network_rules", { storage_account_id: account, default_action: "Deny" })(
            template,
          );
        },
        "azurerm_storage_account_network_rules.x has no place here",
      ],
      ["of which changes are hidden", within(ACCOUNT, "lifecycle", { ignore_changes: "all" }), "hides changes of all"],
      [
        "that is replaced by something",
        within(ACCOUNT, "lifecycle", { replace_triggered_by: ["terraform_data.x"] }),
        "must not have 'replace_triggered_by' in its lifecycle",
      ],
      ["that can be destroyed", within(ACCOUNT, "lifecycle", { prevent_destroy: undefined }), "can be destroyed"],
      ["that may be destroyed", within(ACCOUNT, "lifecycle", { prevent_destroy: false }), "can be destroyed"],
      [
        "with a command",
        set(ACCOUNT, { provisioner: [{ "local-exec": { command: "true" } }] }),
        "must not have 'provisioner'",
      ],
    ])("is an account %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });

    it.each<Row>([
      ["whose blobs anyone may read", set(CONTAINER, { container_access_type: "blob" }), "can be read by blob"],
      ["that anyone may list", set(CONTAINER, { container_access_type: "container" }), "can be read by container"],
      [
        "of which it is not said who may read it",
        set(CONTAINER, { container_access_type: undefined }),
        "can be read by nothing",
      ],
      [
        "by its account's name, so that exports do not take its ID",
        set(CONTAINER, { storage_account_id: undefined, storage_account_name: "acmebillingexport" }),
        "is of the account nothing, so that it has no ID that exports take",
      ],
      [
        "by its account's name in an argument of its own",
        set(CONTAINER, { storage_account_name: "acmebillingexport" }),
        "must not have 'storage_account_name'",
      ],
      [
        "that can be destroyed",
        set(CONTAINER, { lifecycle: undefined }),
        "azurerm_storage_container.finops_storage_container_D6CE218C can be destroyed",
      ],
      [
        "in a resource group that can be destroyed",
        set("azurerm_resource_group", { lifecycle: {} }),
        "azurerm_resource_group.finops_storage_resource_group_28245D2E can be destroyed",
      ],
      [
        "that nobody told may go",
        () => undefined,
        "can be destroyed",
        (): AnyProps<AzureIntegrationProps> => ({ retain: false }),
      ],
    ])("is a container %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });

    it.each([
      [CONTAINER, 'self.container_access_type == "private"'],
      [CONTAINER, "!self.has_immutability_policy"],
      [CONTAINER, "!self.has_legal_hold"],
      [ACCOUNT, "self.https_traffic_only_enabled"],
      [ACCOUNT, "!self.allow_nested_items_to_be_public"],
      [ACCOUNT, 'contains(["TLS1_2", "TLS1_3"], self.min_tls_version)'],
    ])("is a data.%s that is not asked: %s", (type, text) => {
      const { json } = Template.of(integrated(azureStack(), (stack) => ({ agreement, storage: container(stack) })));
      put(new Template(json).data(type), { lifecycle: undefined });
      expect(violations(json).join("\n")).toContain(`is not asked: ${text}`);
    });

    it("is a subscription that is not asked for its ID", () => {
      const change: Change = (template) => {
        put(template.data("azurerm_client_config"), { lifecycle: undefined });
      };
      expect(changed(change)).toContain("is not asked: self.subscription_id ==");
    });

    it.each<Row>([
      [
        "that deletes too soon",
        setPolicy({ base_blob: { delete_after_days_since_modification_greater_than: 399 } }),
        "forgets after 399 days, by delete_after_days_since_modification_greater_than",
      ],
      [
        "that deletes former versions too soon",
        setPolicy({ version: { delete_after_days_since_creation: 30 } }),
        "forgets after 30 days, by delete_after_days_since_creation",
      ],
      [
        "that deletes snapshots too soon",
        setPolicy({ snapshot: { delete_after_days_since_creation_greater_than: 1 } }),
        "forgets after 1 days, by delete_after_days_since_creation_greater_than",
      ],
      [
        "that deletes after days that Terraform fills in",
        setPolicy({ base_blob: { delete_after_days_since_modification_greater_than: "${var.days}" } }),
        "forgets after ${var.days} days",
      ],
      [
        "that archives",
        setPolicy({ base_blob: { tier_to_archive_after_days_since_modification_greater_than: 500 } }),
        "puts away, by tier_to_archive_after_days_since_modification_greater_than",
      ],
      [
        "that makes reading dear",
        setPolicy({ base_blob: { tier_to_cold_after_days_since_modification_greater_than: 500 } }),
        "puts away, by tier_to_cold_after_days_since_modification_greater_than",
      ],
      [
        "that goes by when something was read",
        setPolicy({ base_blob: { delete_after_days_since_last_access_time_greater_than: 500 } }),
        "puts away, by delete_after_days_since_last_access_time_greater_than",
      ],
      [
        "about all of the account",
        (template) => {
          const [rule] = template.resource(POLICY).rule as Block[];
          put(rule ?? {}, { filters: { blob_types: ["blockBlob"] } });
        },
        "is about more than the container",
      ],
      [
        "about another account",
        set(POLICY, { storage_account_id: "/subscriptions/x" }),
        "a policy is of the account /subscriptions/x",
      ],
      [
        "beside another one",
        (template) => {
          add(POLICY, template.resource(POLICY))(template);
        },
        "an account has more than one policy",
      ],
    ])("is a policy %s", (_, change, breach, make = expiring, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("by a provider", () => {
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
    ])("is a secret of the %s provider, its %s", (type, name) => {
      expect(changed(setProvider(type, { [name]: "hush" }))).toContain(`the ${type} provider must not have '${name}'`);
    });

    it.each<Row>([
      ["without features", setProvider("azurerm", { features: undefined }), "must have 'features', empty"],
      ["with features twice", setProvider("azurerm", { features: [{}, {}] }), "must have 'features', empty"],
      [
        "that deletes what is in a resource group",
        setProvider("azurerm", {
          features: [{ resource_group: [{ prevent_deletion_if_contains_resources: false }] }],
        }),
        "must have 'features', empty",
      ],
      [
        "of the US government beside one of the public cloud",
        setProvider("azurerm", { environment: "usgovernment" }),
        "the providers are of different clouds: public, usgovernment",
      ],
      [
        "of the public cloud beside one of China",
        setProvider("azuread", { environment: "china" }),
        "the providers are of different clouds: china, public",
      ],
      [
        "of a cloud that nobody knows",
        setProvider("azuread", { environment: "${var.cloud}" }),
        "the providers are of different clouds: ${var.cloud}, public",
      ],
      [
        "that registers more than exports need",
        setProvider("azurerm", { resource_providers_to_register: ["Microsoft.Compute"] }),
        "the azurerm provider registers Microsoft.Compute",
      ],
      [
        "of something else",
        ({ json }) => {
          json.provider = { ...(json.provider as Block), azapi: [{}] };
        },
        "a provider 'azapi' has no place here",
      ],
    ])("is a provider %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });

    it("is a registration of more than exports need", () => {
      const change = set("azurerm_resource_provider_registration", { name: "Microsoft.Compute" });
      expect(changed(change, registering)).toContain("registers Microsoft.Compute");
    });
  });

  describe("for all to see", () => {
    it.each(["client_secret_value", "sas_token", "connection_string"])("is the output %s, not as a secret", (row) => {
      const change: Change = (template) => {
        put(template.output(`finops_${row}`), { sensitive: undefined });
      };
      expect(changed(change)).toContain(`a secret is in output.finops_${row}.value`);
    });

    it.each([
      "primary_access_key",
      "secondary_access_key",
      "primary_connection_string",
      "secondary_connection_string",
      "primary_blob_connection_string",
    ])("is the account's %s in an output, if only as a secret", (attribute) => {
      const change = addOutput((template) => ({
        value: `\${${template.address(ACCOUNT)}.${attribute}}`,
        sensitive: true,
      }));
      expect(changed(change)).toContain("a secret is in output.x.value");
    });

    it.each<Row>([
      [
        "the secret in another output",
        addOutput((template) => ({ ...template.output("finops_client_secret_value") })),
        "a secret is in output.x.value",
      ],
      [
        "the secret once it is told that it is none",
        (template) => {
          const value = `\${nonsensitive(${template.address(PASSWORD)}.value)}`;
          put(template.output("finops_client_secret_value"), { value });
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
          set(ACCOUNT, { tags: { secret: `\${${template.address(PASSWORD)}.value}` } })(template);
        },
        "a secret is in resource.azurerm_storage_account.finops_storage_DD8CBF7E.tags.secret",
      ],
      [
        "the SAS token in the name of a tag",
        (template) => {
          const { value } = template.output("finops_sas_token");
          set(ACCOUNT, { tags: { [value as string]: "x" } })(template);
        },
        "a secret is in resource.azurerm_storage_account.",
      ],
      [
        "all of the account",
        addOutput((template) => ({ value: `\${jsonencode(${template.address(ACCOUNT)})}` })),
        "a secret is in output.x.value",
      ],
      [
        "an account's key by its name in brackets",
        addOutput((template) => ({ value: `\${${template.address(ACCOUNT)}["primary_access_key"]}` })),
        "a secret is in output.x.value",
      ],
      [
        "the account's key in the connection string that nobody told of",
        () => undefined,
        "a secret is in output.finops_connection_string.value",
        keyed,
      ],
      [
        "a client secret that is written down",
        set(APPLICATION, { notes: `abc8Q~${"d".repeat(34)}` }),
        "a client secret is written in resource.azuread_application.",
      ],
      [
        "an account's key that is written down",
        set(ACCOUNT, { tags: { key: `${"k".repeat(86)}==` } }),
        "an account's key is written in resource.azurerm_storage_account.",
      ],
      [
        "a connection string that is written down",
        setSas({ connection_string: `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${"k".repeat(8)}` }),
        "an account's key is written in data.azurerm_storage_account_blob_container_sas.",
      ],
      [
        "a SAS token that is written down",
        addOutput(() => ({ value: "?sv=2024-11-04&sr=c&sp=rl&sig=abcdefghij%3D", sensitive: true })),
        "a SAS token is written in output.x.value",
      ],
      [
        "a token that is written down",
        set(APPLICATION, { notes: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.x" }),
        "a token is written in resource.azuread_application.",
      ],
      [
        "a private key in a variable",
        ({ json }) => {
          json.variable = { key: { default: "-----BEGIN PRIVATE KEY-----" } };
        },
        "a private key is written in variable.key.default",
      ],
    ])("is %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  describe("of no integration's", () => {
    it.each<Row>([
      ["a key vault", add("azurerm_key_vault", { name: "x" }), "azurerm_key_vault.x has no place here"],
      [
        "a template that could make anything",
        add("azurerm_subscription_template_deployment", { name: "x" }),
        "azurerm_subscription_template_deployment.x has no place here",
      ],
      [
        "a program that is run to read",
        add("external", { program: ["true"] }, "data"),
        "data.external.x has no place here",
      ],
      [
        "a module",
        ({ json }) => {
          json.module = { m: { source: "git::https://acme.example/m.git" } };
        },
        "a module has no place here",
      ],
      ["several of one", set(ASSIGNMENT, { for_each: ["a", "b"] }), "must not have 'for_each'"],
    ])("is %s", (_, change, breach, make = plain, told = {}) => {
      expect(changed(change, make, told)).toContain(breach);
    });
  });

  it("is a stack without any integration that it could be asked of", () => {
    const stack = azureStack();
    new AzureStorage(stack, "storage", NEW_STORAGE);
    expect(violations(Template.of(stack).json)).toEqual(["the stack has no integration"]);
  });

  it("is told with all that is wrong", () => {
    const found = changed(
      set(ASSIGNMENT, { role_definition_name: "Owner", principal_id: OWNER, principal_type: "User", scope: "/" }),
    );
    const one = "azurerm_role_assignment.finops_access_scope_subscription";
    expect(found.split("\n").map((line) => line.replace(/_[0-9A-F]{8}/, ""))).toEqual([
      `${one} is for ${OWNER}, which is not the service principal`,
      `${one} is for a principal of type User`,
      `${one} gives Owner, which is not a role of the platform`,
      `${one} gives Owner, which nobody may have`,
      `${one} is at /, which is not a place of it`,
    ]);
  });
});
