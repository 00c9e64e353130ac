import { isDeepStrictEqual } from "node:util";
import { SynthesizedStack, type Text, textsOf, unexpectedBlocks } from "../support/synthesized";
import { type Block } from "../support/template";

/** Platform whose tokens replace a secret. */
export interface Platform {
  readonly issuer: string;
  readonly subject: string;
  /** Audience of the tokens; by default the one that Microsoft recommends for the environment of the providers. */
  readonly audience?: string;
}

/** Expected facts that the synthesized JSON does not contain. */
export interface Expected {
  /** Scopes of the role, if not the exported subscriptions. */
  readonly scopes?: readonly string[];
  readonly platform?: Platform;
  /** Owners of the application, if not the deployer. */
  readonly owners?: readonly string[];
  /** Whether the platform reads the container as the application. */
  readonly containerReader?: boolean;
  /** Whether the connection string contains the account's key. */
  readonly accountKey?: boolean;
  /** Whether Terraform may destroy the storage with the billing history. */
  readonly destroyable?: boolean;
}

// From the pages of the platform and of Microsoft, independent of the catalogue.
const PAGE_ROLE = "EventGrid EventSubscription Reader";
const BLOB_ROLE = "Storage Blob Data Reader";
const CUSTOM_ACTIONS = [
  "Microsoft.EventGrid/eventSubscriptions/read",
  "Microsoft.EventGrid/locations/eventSubscriptions/read",
  "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
  "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
  "Microsoft.Resources/subscriptions/resourceGroups/read",
];

/** Actions that must never be in the list above. */
const DENIED_ACTION = /[*]|[/](write|delete|action)$|^Microsoft[.]Authorization[/]|listKeys/i;

/** Built-in roles that must never be assigned, whatever a test expects. */
const DENIED_ROLE = /^(Reader|.*(Owner|Contributor|Administrator))$/i;
/** Names of those roles by their IDs, which are the same in all tenants. */
const ROLE_IDS: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
  "acdd72a7-3385-48ef-bd42-f606fba81ae7": "Reader",
  "434105ed-43f6-45c7-a02f-909b2ba83430": "Cost Management Contributor",
  "17d1049b-9a84-46fb-8f53-869881c3d3ab": "Storage Account Contributor",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
};

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** Reference to a variable. */
const VARIABLE = "\\$\\{var\\.\\w+\\}";
const SUBSCRIPTION = `/subscriptions/(?:${UUID}|${VARIABLE})`;
const GROUP = `/resourceGroups/(?:[\\w.()-]+|${VARIABLE})`;
const ROLE_SCOPE = new RegExp(
  `^(?:${SUBSCRIPTION}(?:${GROUP})?|/providers/Microsoft\\.Management/managementGroups/[\\w.()-]+|${VARIABLE})$`,
);
const ACCOUNT_ID = new RegExp(
  `^${SUBSCRIPTION}${GROUP}/providers/Microsoft\\.Storage/storageAccounts/(?:[a-z0-9]{3,24}|${VARIABLE})$`,
);

const SUBSCRIPTION_EXPORT = "azurerm_subscription_cost_management_export";
const BILLING_EXPORT = "azurerm_billing_account_cost_management_export";

/** Scope of each type of export: its argument, and the pattern of the value. */
const EXPORTS: Readonly<Record<string, readonly [argument: string, pattern: RegExp]>> = {
  [SUBSCRIPTION_EXPORT]: ["subscription_id", new RegExp(`^${SUBSCRIPTION}$`)],
  [BILLING_EXPORT]: [
    "billing_account_id",
    new RegExp(
      "^/providers/Microsoft\\.Billing/billingAccounts/[^/]+" +
        "(?:/(?:departments|enrollmentAccounts|customers)/[^/]+|/billingProfiles/[^/]+(?:/invoiceSections/[^/]+)?)?$",
    ),
  ],
};

const EXPORT_ARGUMENTS = [
  ...["export_data_options", "export_data_storage_location", "name"],
  ...["recurrence_period_end_date", "recurrence_period_start_date", "recurrence_type"],
];

const APPLICATION = "azuread_application";
const PRINCIPAL = "azuread_service_principal";
const PASSWORD = "azuread_application_password";
const CERTIFICATE = "azuread_application_certificate";
const FEDERATION = "azuread_application_federated_identity_credential";
const ASSIGNMENT = "azurerm_role_assignment";
const ROLE = "azurerm_role_definition";
const ACCOUNT = "azurerm_storage_account";
const CONTAINER = "azurerm_storage_container";
const POLICY = "azurerm_storage_management_policy";
const SAS = "data.azurerm_storage_account_blob_container_sas";
const TIME = "terraform_data";

/** Allowed arguments by type, without those that create several instances or run commands. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  [APPLICATION]: ["display_name", "notes", "owners", "prevent_duplicate_names", "sign_in_audience"],
  [PRINCIPAL]: ["client_id", "owners"],
  [PASSWORD]: ["application_id", "display_name", "end_date"],
  [CERTIFICATE]: ["application_id", "encoding", "end_date", "type", "value"],
  [FEDERATION]: ["application_id", "audiences", "description", "display_name", "issuer", "subject"],
  [ASSIGNMENT]: [
    ...["description", "principal_id", "principal_type", "role_definition_id", "role_definition_name", "scope"],
  ],
  [ROLE]: ["assignable_scopes", "description", "name", "permissions", "scope"],
  [SUBSCRIPTION_EXPORT]: [...EXPORT_ARGUMENTS, "subscription_id"],
  [BILLING_EXPORT]: [...EXPORT_ARGUMENTS, "billing_account_id"],
  azurerm_resource_group: ["location", "name", "tags"],
  azurerm_resource_provider_registration: ["name"],
  // Without firewalls, restrictions of copies, and policies that keep an export from overwriting a file.
  [ACCOUNT]: [
    ...["account_kind", "account_replication_type", "account_tier", "allow_nested_items_to_be_public"],
    ...["blob_properties", "cross_tenant_replication_enabled", "default_to_oauth_authentication"],
    ...["https_traffic_only_enabled", "infrastructure_encryption_enabled", "local_user_enabled", "location"],
    ...["min_tls_version", "name", "public_network_access_enabled", "resource_group_name"],
    ...["shared_access_key_enabled", "tags"],
  ],
  [CONTAINER]: ["container_access_type", "name", "storage_account_id"],
  [POLICY]: ["rule", "storage_account_id"],
  [TIME]: ["input"],
  "data.azuread_application": ["client_id"],
  "data.azuread_client_config": [],
  "data.azuread_service_principal": ["client_id"],
  "data.azurerm_client_config": [],
  "data.azurerm_storage_account": ["name", "resource_group_name"],
  "data.azurerm_storage_container": ["name", "storage_account_id"],
  [SAS]: ["connection_string", "container_name", "expiry", "https_only", "permissions", "start"],
};

const LIFECYCLE_ARGUMENTS = [
  "create_before_destroy",
  "ignore_changes",
  "postcondition",
  "precondition",
  "prevent_destroy",
];

const DATES = ["recurrence_period_end_date", "recurrence_period_start_date"];
/** Arguments whose changes must be ignored, because they depend on the clock. */
const REQUIRED_IGNORES: Readonly<Record<string, readonly string[]>> = {
  [TIME]: ["input"],
  [SUBSCRIPTION_EXPORT]: DATES,
  [BILLING_EXPORT]: DATES,
};
/** Arguments whose changes may be ignored. */
const ALLOWED_IGNORES: Readonly<Record<string, readonly string[]>> = {
  [APPLICATION]: ["owners"],
  [PRINCIPAL]: ["owners"],
};

/** Required postconditions on existing resources. */
const REQUIRED_CHECKS: Readonly<Record<string, readonly string[]>> = {
  "data.azuread_service_principal": ["self.account_enabled == true"],
  "data.azurerm_client_config": ["self.subscription_id =="],
  "data.azurerm_storage_account": [
    ...["self.https_traffic_only_enabled", "!self.allow_nested_items_to_be_public"],
    'contains(["TLS1_2", "TLS1_3"], self.min_tls_version)',
  ],
  "data.azurerm_storage_container": [
    ...['self.container_access_type == "private"', "!self.has_immutability_policy", "!self.has_legal_hold"],
  ],
};

/** Violations of least privilege, secrecy and retention in a stack of Azure integrations, a sentence each. */
export function violations(json: Block, expected: Expected = {}): string[] {
  const stack = new Stack(json);
  return [
    ...checkBlocks(stack),
    ...checkLifecycles(stack),
    ...checkProviders(stack),
    ...checkAssignments(stack, expected),
    ...checkCustomRoles(stack),
    ...checkApplications(stack, expected),
    ...checkCredentials(stack, expected),
    ...checkClock(stack),
    ...checkExports(stack),
    ...checkAccounts(stack),
    ...checkContainers(stack),
    ...checkPolicies(stack),
    ...checkSasTokens(stack),
    ...checkRetention(stack, expected),
    ...checkSecrets(stack, expected),
  ];
}

class Stack extends SynthesizedStack {
  /** References to an attribute of the resources and data sources of a type. */
  override references(attribute: string, type: string): string[] {
    return super.references(attribute, type, `data.${type}`);
  }

  /** Blocks of a provider. */
  providers(type: string): Block[] {
    return ((this.json.provider ?? {}) as Record<string, Block[]>)[type] ?? [];
  }

  /** Subscriptions of the storage accounts. */
  get storageSubscriptions(): string[] {
    return Object.entries(this.outputs)
      .filter(([name]) => name.endsWith("_subscription_id"))
      .map(([, { value }]) => `/subscriptions/${String(value)}`);
  }

  /** Resource Manager IDs of the containers. */
  get containerIds(): string[] {
    return [
      ...this.of(CONTAINER).map(({ address }) => `\${${address}.id}`),
      ...this.of(`data.${CONTAINER}`).map(
        ({ block }) => `${String(block.storage_account_id)}/blobServices/default/containers/${String(block.name)}`,
      ),
    ];
  }
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
}

/** Checks that there are no blocks that an integration does not create, because the other checks do not cover them. */
function checkBlocks(stack: Stack): string[] {
  const integrations = Object.keys(stack.outputs).filter((name) => name.endsWith("_handoff"));
  return [
    ...unless(integrations.length > 0, "the stack has no integration"),
    ...unexpectedBlocks(stack, ARGUMENTS),
    ...stack.entries
      .filter(({ type, block }) => type.endsWith("_registration") && block.name !== "Microsoft.CostManagementExports")
      .map(({ address, block }) => `${address} registers ${show(block.name)}`),
  ];
}

function checkLifecycles({ entries }: Stack): string[] {
  return entries.flatMap(({ type, address, block }) => {
    const lifecycle = (block.lifecycle ?? {}) as Block;
    const ignored = [lifecycle.ignore_changes ?? []].flat().map(String);
    const required = REQUIRED_IGNORES[type] ?? [];
    const allowed = [...required, ...(ALLOWED_IGNORES[type] ?? [])];
    const conditions = ((lifecycle.postcondition ?? []) as Block[]).map(({ condition }) => String(condition));
    return [
      ...Object.keys(lifecycle)
        .filter((name) => !LIFECYCLE_ARGUMENTS.includes(name))
        .map((name) => `${address} must not have '${name}' in its lifecycle`),
      ...required.filter((name) => !ignored.includes(name)).map((name) => `${address} changes by itself, by ${name}`),
      ...ignored.filter((name) => !allowed.includes(name)).map((name) => `${address} hides changes of ${name}`),
      ...(REQUIRED_CHECKS[type] ?? [])
        .filter((text) => !conditions.some((condition) => condition.includes(text)))
        .map((text) => `${address} lacks the condition: ${text}`),
    ];
  });
}

/** Environments by their names in either provider. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  public: "public",
  global: "public",
  usgovernment: "usgovernment",
  usgovernmentl4: "usgovernment",
  usgovernmentl5: "usgovernment",
  dod: "usgovernment",
  china: "china",
};
const AUDIENCES: Readonly<Record<string, string>> = {
  public: "api://AzureADTokenExchange",
  usgovernment: "api://AzureADTokenExchangeUSGov",
  china: "api://AzureADTokenExchangeChina",
};

const PROVIDER_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  azuread: ["alias", "environment", "tenant_id"],
  azurerm: ["alias", "environment", "features", "resource_providers_to_register", "subscription_id", "tenant_id"],
};

function environmentsOf(stack: Stack): string[] {
  const blocks = ["azurerm", "azuread"].flatMap((type) => stack.providers(type));
  const environments = blocks.map(
    ({ environment = "public" }) => ENVIRONMENTS[String(environment)] ?? show(environment),
  );
  return [...new Set(environments)].sort();
}

function checkProviders(stack: Stack): string[] {
  const names = Object.keys(stack.json.provider ?? {});
  const environments = environmentsOf(stack);
  return [
    ...names.filter((name) => !(name in PROVIDER_ARGUMENTS)).map((name) => `a provider '${name}' is unexpected`),
    ...Object.entries(PROVIDER_ARGUMENTS).flatMap(([type, known]) =>
      stack
        .providers(type)
        .flatMap((block) => Object.keys(block).filter((name) => !known.includes(name)))
        .map((name) => `the ${type} provider must not have '${name}'`),
    ),
    ...stack
      .providers("azurerm")
      .flatMap(({ features, resource_providers_to_register: registered = [] }) => [
        ...unless(isDeepStrictEqual([features ?? []].flat(), [{}]), "the azurerm provider must have 'features', empty"),
        ...(registered as string[])
          .filter((name) => name !== "Microsoft.CostManagementExports")
          .map((name) => `the azurerm provider registers ${name}`),
      ]),
    ...unless(environments.length <= 1, `the providers are of different clouds: ${environments.join(", ")}`),
  ];
}

/** Allowed scopes of the role: the expected ones, else the exported subscriptions, else those of the storage accounts. */
function scopesOf(stack: Stack, { scopes }: Expected): string[] {
  const exported = stack.of(SUBSCRIPTION_EXPORT).map(({ block }) => String(block.subscription_id));
  return [...(scopes ?? (exported.length > 0 ? exported : stack.storageSubscriptions))];
}

/** Checks that each assignment is unique, and gives the service principal an allowed role at an allowed scope. */
function checkAssignments(stack: Stack, expected: Expected): string[] {
  const principals = stack.references("object_id", PRINCIPAL);
  const keys = stack
    .of(ASSIGNMENT)
    .map(({ block }) =>
      [block.principal_id, block.scope, block.role_definition_name, block.role_definition_id]
        .map((one) => show(one).toLowerCase())
        .join(" "),
    );
  return [
    ...unless(new Set(keys).size === keys.length, "a role is given twice"),
    ...stack.of(ASSIGNMENT).flatMap(({ address, block }) => {
      const { principal_id: principal, principal_type: type } = block;
      return [
        ...unless(
          principals.includes(String(principal)),
          `${address} is for ${show(principal)}, which is not the service principal`,
        ),
        ...unless(type === "ServicePrincipal", `${address} is for a principal of type ${show(type)}`),
        ...checkRole(stack, block, expected).map((problem) => `${address} ${problem}`),
      ];
    }),
  ];
}

function checkRole(stack: Stack, block: Block, expected: Expected): string[] {
  const { role_definition_name: name, role_definition_id: id } = block;
  if ((name === undefined) === (id === undefined)) {
    return ["must name one role"];
  }
  const scope = String(block.scope);
  const [guid = ""] = new RegExp(`${UUID}$`).exec(String(id).toLowerCase()) ?? [];
  const known = String(name ?? ROLE_IDS[guid] ?? id);
  const isBlobRole = name === BLOB_ROLE;
  const allowed =
    name === undefined
      ? isCustomRole(stack, String(id), scope)
      : name === PAGE_ROLE || (isBlobRole && expected.containerReader === true);
  const allowedScopes = isBlobRole
    ? stack.containerIds
    : scopesOf(stack, expected).filter((one) => ROLE_SCOPE.test(one));
  return [
    ...unless(allowed, `gives ${known}, which is not a role of the platform`),
    ...unless(!DENIED_ROLE.test(known), `assigns ${known}, a denied role`),
    ...unless(allowedScopes.includes(scope), `is at ${scope}, which is not a place of it`),
  ];
}

/** Whether an ID is that of a custom role of the stack, in the form that Azure returns for the scope. */
function isCustomRole(stack: Stack, id: string, scope: string): boolean {
  const [, subscription = ""] = /^(\/subscriptions\/[^/]+)/.exec(scope) ?? [];
  return stack.references("role_definition_id", ROLE).some((reference) => {
    const suffix = `/providers/Microsoft.Authorization/roleDefinitions/${reference}`;
    const prefix = id.endsWith(suffix) ? id.slice(0, -suffix.length) : "?";
    return (
      prefix === subscription ||
      (scope.includes("${") && /^\$\{try\(regex\("\^\/subscriptions\/\[\^\/\]\+", .+\), ""\)\}$/.test(prefix))
    );
  });
}

function checkCustomRoles(stack: Stack): string[] {
  return stack.of(ROLE).flatMap(({ address, block }) => {
    const used = stack
      .of(ASSIGNMENT)
      .filter(({ block: { role_definition_id: id } }) => String(id).includes(`\${${address}.`))
      .map(({ block: { scope } }) => String(scope));
    const blocks = [block.permissions ?? []].flat() as Block[];
    const actions = blocks.flatMap((one) => [one.actions ?? []].flat().map(String));
    const report = (problem: string, values: readonly string[]): string[] =>
      values.map((one) => `${address} ${problem} ${one}`);
    return [
      ...report(
        "must not have",
        blocks.flatMap((one) => Object.keys(one).filter((name) => name !== "actions")),
      ),
      ...report(
        "allows more than it needs:",
        actions.filter((one) => !CUSTOM_ACTIONS.includes(one)),
      ),
      ...report(
        "does not allow",
        CUSTOM_ACTIONS.filter((one) => !actions.includes(one)),
      ),
      ...report(
        "allows denied actions:",
        actions.filter((one) => DENIED_ACTION.test(one)),
      ),
      // It may be defined in the storage account's subscription even if it is not assigned there.
      ...unless(
        isDeepStrictEqual(
          [...((block.assignable_scopes ?? []) as string[])].sort(),
          [...new Set([...used, String(block.scope)])].sort(),
        ),
        `${address} can be given elsewhere than it is`,
      ),
      ...unless(
        [...used, ...stack.storageSubscriptions].includes(String(block.scope)),
        `${address} has the unexpected scope ${show(block.scope)}`,
      ),
    ];
  });
}

/** Checks that there is at most one application per integration, for this tenant only, with the expected owners. */
function checkApplications(stack: Stack, { owners }: Expected): string[] {
  const integrations = Object.keys(stack.outputs).filter((name) => name.endsWith("_handoff"));
  const known = owners ?? stack.of("data.azuread_client_config").map(({ address }) => `\${${address}.object_id}`);
  const clients = [
    ...stack.of(APPLICATION).map(({ address }) => `\${${address}.client_id}`),
    ...stack.of(`data.${APPLICATION}`).map(({ block }) => String(block.client_id)),
  ];
  return [
    ...unless(clients.length <= integrations.length, "there are more applications than integrations"),
    ...stack
      .of(APPLICATION)
      .flatMap(({ address, block }) => [
        ...unless(
          block.sign_in_audience === "AzureADMyOrg",
          `${address} has the sign-in audience ${show(block.sign_in_audience)}`,
        ),
        ...unless(block.prevent_duplicate_names === true, `${address} allows a duplicate name`),
      ]),
    ...stack
      .of(PRINCIPAL, `data.${PRINCIPAL}`)
      .filter(({ block }) => !clients.includes(String(block.client_id)))
      .map(({ address, block }) => `${address} is of ${show(block.client_id)}, which is not the application`),
    ...stack
      .of(APPLICATION, PRINCIPAL)
      .flatMap(({ address, block }) =>
        ((block.owners ?? []) as string[])
          .filter((owner) => !known.includes(owner))
          .map((owner) => `${address} is owned by ${owner}`),
      ),
  ];
}

/** Checks that each application has at most one credential: an expiring secret, a certificate, or the platform's tokens. */
function checkCredentials(stack: Stack, { platform }: Expected): string[] {
  const applications = stack.references("id", APPLICATION);
  const credentials = stack.of(PASSWORD, CERTIFICATE, FEDERATION);
  const owners = credentials.map(({ block }) => String(block.application_id));
  const [environment = "public"] = environmentsOf(stack);
  const { issuer, subject, audience = AUDIENCES[environment] } = platform ?? { issuer: undefined, subject: undefined };
  return [
    ...owners.filter((owner) => !applications.includes(owner)).map((owner) => `a credential is of ${owner}`),
    ...unless(new Set(owners).size === owners.length, "an application has more than one credential"),
    ...stack.of(PASSWORD).flatMap(({ address, block }) => checkExpiry(stack, address, block.end_date)),
    ...stack
      .of(CERTIFICATE)
      .filter(
        ({ block }) =>
          block.type !== "AsymmetricX509Cert" ||
          block.encoding !== "pem" ||
          !/^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+-----END CERTIFICATE-----\n$/.test(String(block.value)),
      )
      .map(({ address }) => `${address} is no certificate`),
    ...stack
      .of(FEDERATION)
      .flatMap(({ address, block }) => [
        ...unless(
          /^https:\/\/[^*]+$/.test(String(block.issuer)),
          `${address} trusts an issuer that is no plain https address`,
        ),
        ...unless(block.issuer === issuer, `${address} trusts ${show(block.issuer)}`),
        ...unless(block.subject === subject, `${address} lets in ${show(block.subject)}`),
        ...unless(
          isDeepStrictEqual(block.audiences, [audience]),
          `${address} takes tokens for ${show(block.audiences)}`,
        ),
      ]),
  ];
}

const MAX_HOURS = 2 * 365 * 24;

/** Hours between a time in the state and a time derived from it; `undefined` if it is not derived from one. */
function hoursAfter(stack: Stack, time: unknown): number | undefined {
  const pattern = /^\$\{timeadd\((terraform_data\.\w+)\.output, "(-?[0-9]+)(h|m)"\)\}$/;
  const [, from, count, unit] = pattern.exec(String(time)) ?? [];
  return stack.of(TIME).some(({ address }) => address === from) ? Number(count) / (unit === "h" ? 1 : 60) : undefined;
}

function checkExpiry(stack: Stack, address: string, expiry: unknown): string[] {
  if (expiry === undefined) {
    return [`${address} does not end`];
  }
  const hours = hoursAfter(stack, expiry);
  return hours === undefined
    ? [`${address} ends at ${show(expiry)}, which is not so long after a time that is kept`]
    : unless(hours > 0 && hours <= MAX_HOURS, `${address} ends after ${hours} hours`);
}

/** Checks that only stored times, starts of exports, and conditions use the clock. */
function checkClock({ json, entries }: Stack): string[] {
  const allowedPaths = [
    /[.]lifecycle[.](pre|post)condition[.][0-9]+[.]condition$/,
    new RegExp(`^resource[.]${TIME}[.]\\w+[.]input$`),
    new RegExp(`^resource[.](${SUBSCRIPTION_EXPORT}|${BILLING_EXPORT})[.]\\w+[.]recurrence_period_start_date$`),
  ];
  return [
    ...entries
      .filter(({ type, block }) => type === TIME && block.input !== "${plantimestamp()}")
      .map(({ address }) => `${address} keeps no time`),
    ...textsOf(json).flatMap(({ path, text }) => [
      ...unless(!/\btimestamp\s*\(/.test(text), `timestamp() is in ${path}`),
      ...unless(
        !/\bplantimestamp\s*\(/.test(text) || allowedPaths.some((pattern) => pattern.test(path)),
        `the clock is in ${path}`,
      ),
    ]),
  ];
}

// Midnight of the day 48 hours ahead is at least 24 hours ahead.
const START = /^\$\{formatdate\("YYYY-MM-DD'T'00:00:00Z", timeadd\(plantimestamp\(\), "([0-9]+)h"\)\)\}$/;

/** Folders without a leading slash, and without characters that URLs reserve. */
const FOLDER = /^[\w-]([\w.-]*[\w-])?(\/[\w-]([\w.-]*[\w-])?)*$/;

/** Checks that each scope has one export of actual and one of amortized costs, to separate folders of the container. */
function checkExports(stack: Stack): string[] {
  const exports = stack.of(SUBSCRIPTION_EXPORT, BILLING_EXPORT).map((entry) => {
    const { type, block } = entry;
    const [argument = "", pattern = /$/] = EXPORTS[type] ?? [];
    const { container_id: container, root_folder_path: folder } = (block.export_data_storage_location ?? {}) as Block;
    return {
      ...entry,
      scope: String(block[argument]),
      pattern,
      container: String(container),
      folder: String(folder),
    };
  });
  const ofScope = (scope: string): string[] =>
    exports.filter((one) => one.scope === scope).map(({ block }) => show((block.export_data_options as Block).type));
  return [
    ...[...new Set(exports.map(({ scope }) => scope))]
      .filter((scope) => !isDeepStrictEqual(ofScope(scope).sort(), ["ActualCost", "AmortizedCost"]))
      .map((scope) => `the costs of ${scope} are exported as ${ofScope(scope).join(", ")}`),
    ...exports.flatMap(({ address, block, scope, pattern, container, folder }) => {
      const start = String(block.recurrence_period_start_date);
      const others = exports.filter((one) => one.address !== address && one.container === container);
      return [
        ...unless(pattern.test(scope), `${address} is of ${scope}, which has no costs of its own`),
        ...unless(
          stack.containerIds.includes(container),
          `${address} goes to ${container}, which is not the container`,
        ),
        ...unless(
          FOLDER.test(folder.replace(/\$\{(var\.\w+|replace\(var\.\w+, ":", "-"\))\}/g, "x")),
          `${address} goes to the folder ${folder}, which Azure refuses`,
        ),
        ...unless(
          !others.some((one) => `${folder}/`.startsWith(`${one.folder}/`)),
          `${address} goes to the folder ${folder}, where another goes`,
        ),
        ...unless(
          Number(START.exec(start)?.[1] ?? 0) >= 48,
          `${address} begins at ${start}, which may have been before it is made`,
        ),
        ...unless(
          block.recurrence_period_end_date === "2050-02-01T00:00:00Z",
          `${address} stops at ${show(block.recurrence_period_end_date)}`,
        ),
        ...unless(
          block.recurrence_type === "Daily" && (block.export_data_options as Block).time_frame === "MonthToDate",
          `${address} is not of the month so far, each day`,
        ),
        ...unless(
          /^[A-Za-z0-9]{3,24}$/.test(String(block.name).replace(new RegExp(VARIABLE), "x")),
          `${address} is called ${show(block.name)}, which Azure may refuse`,
        ),
      ];
    }),
  ];
}

/** Allowed values of the arguments of an account. */
const ACCOUNT_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  account_kind: ["StorageV2"],
  account_tier: ["Standard"],
  allow_nested_items_to_be_public: [false],
  cross_tenant_replication_enabled: [false],
  default_to_oauth_authentication: [true],
  https_traffic_only_enabled: [true],
  infrastructure_encryption_enabled: [true],
  local_user_enabled: [false],
  min_tls_version: ["TLS1_2", "TLS1_3"],
  public_network_access_enabled: [true],
  shared_access_key_enabled: [true],
};

const BLOB_PROPERTIES: Block = {
  versioning_enabled: true,
  delete_retention_policy: { days: 30 },
  container_delete_retention_policy: { days: 30 },
};

function checkAccounts(stack: Stack): string[] {
  return stack.of(ACCOUNT).flatMap(({ address, block }) => [
    ...Object.entries(ACCOUNT_VALUES)
      .filter(([name, values]) => !values.includes(block[name]))
      .map(([name]) => `${address} has ${show(block[name])} for ${name}`),
    ...unless(isDeepStrictEqual(block.blob_properties, BLOB_PROPERTIES), `${address} does not keep what was deleted`),
  ]);
}

function checkContainers(stack: Stack): string[] {
  const accounts = stack.references("id", ACCOUNT);
  return stack
    .of(CONTAINER, `data.${CONTAINER}`)
    .flatMap(({ type, address, block: { storage_account_id: account, container_access_type: access } }) => [
      ...unless(
        type === CONTAINER ? accounts.includes(String(account)) : ACCOUNT_ID.test(String(account)),
        `${address} is of the account ${show(account)}, so that it has no ID that exports take`,
      ),
      ...unless(type !== CONTAINER || access === "private", `${address} can be read by ${show(access)}`),
    ]);
}

const MIN_DAYS = 400;

function checkPolicies(stack: Stack): string[] {
  const folders = stack.of(CONTAINER).map(({ block }) => `${String(block.name)}/`);
  const accounts = stack.of(POLICY).map(({ block }) => String(block.storage_account_id));
  return [
    ...unless(new Set(accounts).size === accounts.length, "an account has more than one policy"),
    ...accounts
      .filter((account) => !stack.references("id", ACCOUNT).includes(account))
      .map((account) => `a policy is of the account ${account}`),
    ...stack.of(POLICY).flatMap(({ address, block }) =>
      ([block.rule ?? []].flat() as Block[]).flatMap(({ filters, actions }) => {
        const { prefix_match: prefixes = [] } = (filters ?? {}) as { readonly prefix_match?: readonly string[] };
        const days = Object.values((actions ?? {}) as Record<string, Block>).flatMap((one) => Object.entries(one));
        return [
          ...unless(
            prefixes.length > 0 && prefixes.every((prefix) => folders.includes(prefix)),
            `${address} is about more than the container`,
          ),
          ...days
            .filter(([name]) => !/^delete_after_days_since_(creation|modification)(_greater_than)?$/.test(name))
            .map(([name]) => `${address} puts away, by ${name}`),
          ...days
            .filter(([name, value]) => name.startsWith("delete_") && !(Number(value) >= MIN_DAYS))
            .map(([name, value]) => `${address} forgets after ${show(value)} days, by ${name}`),
        ];
      }),
    ),
  ];
}

const READ_PERMISSIONS = { read: true, list: true, add: false, create: false, write: false, delete: false };

function checkSasTokens(stack: Stack): string[] {
  const connections = stack.references("primary_connection_string", ACCOUNT);
  const names = [
    ...stack.of(CONTAINER).map(({ address }) => `\${${address}.name}`),
    ...stack.of(`data.${CONTAINER}`).map(({ block }) => String(block.name)),
  ];
  return stack.of(SAS).flatMap(({ address, block }) => {
    const start = hoursAfter(stack, block.start) ?? NaN;
    return [
      ...unless(isDeepStrictEqual(block.permissions, READ_PERMISSIONS), `${address} does more than read`),
      ...unless(block.https_only === true, `${address} can be used over HTTP`),
      ...checkExpiry(stack, address, block.expiry),
      ...unless(start < 0 && start >= -1, `${address} begins at ${show(block.start)}`),
      ...unless(connections.includes(String(block.connection_string)), `${address} is of another account`),
      ...unless(names.includes(String(block.container_name)), `${address} is of another container`),
    ];
  });
}

/** Checks that Terraform cannot destroy the storage, unless `destroyable` is expected. */
function checkRetention(stack: Stack, { destroyable = false }: Expected): string[] {
  return stack
    .of("azurerm_resource_group", ACCOUNT, CONTAINER)
    .filter(({ block }) => !destroyable && (block.lifecycle as Block | undefined)?.prevent_destroy !== true)
    .map(({ address }) => `${address} can be destroyed`);
}

/** Types that hold secrets, with their attributes that are not secret. */
const PUBLIC_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  [PASSWORD]: ["end_date", "key_id"],
  [ACCOUNT]: ["id", "name", "primary_blob_endpoint"],
  [SAS.slice("data.".length)]: [],
};
const SECRET_REFERENCE = new RegExp(`\\b(${Object.keys(PUBLIC_ATTRIBUTES).join("|")})[.]\\w+[.]?(\\w*)`, "g");

/** Patterns of literal secrets. */
const LITERAL_SECRETS: Readonly<Record<string, RegExp>> = {
  "a private key": /PRIVATE KEY/,
  "a SAS token": /\bsig=[\w%+/]/i,
  "an account's key": /AccountKey=|(^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/i,
  "a client secret": /(^|[^\w.~-])[\w.~-]{3}[0-9]Q~[\w.~-]{31,34}($|[^\w.~-])/,
  "a token": /\beyJ[\w-]{8,}[.]/,
};

/** Checks that secrets are only in their own outputs. */
function checkSecrets(stack: Stack, expected: Expected): string[] {
  const texts = textsOf(stack.json);
  return [
    ...texts
      .filter((use) =>
        [...use.text.matchAll(SECRET_REFERENCE)].some(
          ([, type = "", name = ""]) => !isPublicAttribute(use, type, name),
        ),
      )
      .filter(({ path, text }) => !isSasConnection(stack, path, text) && !isSecretOutput(stack, path, text, expected))
      .map(({ path }) => `a secret is in ${path}`),
    ...Object.entries(LITERAL_SECRETS).flatMap(([what, pattern]) =>
      texts.filter(({ text }) => pattern.test(text)).map(({ path }) => `${what} is written in ${path}`),
    ),
  ];
}

function isPublicAttribute({ path }: Text, type: string, attribute: string): boolean {
  return (
    PUBLIC_ATTRIBUTES[type]?.includes(attribute) === true || (attribute === "" && /[.]depends_on[.][0-9]+$/.test(path))
  );
}

/** Whether a text is the connection string from which a SAS token is created. */
function isSasConnection(stack: Stack, path: string, text: string): boolean {
  return (
    new RegExp(`^${SAS.replaceAll(".", "[.]")}[.]\\w+[.]connection_string$`).test(path) &&
    stack.references("primary_connection_string", ACCOUNT).includes(text)
  );
}

function isSecretOutput(stack: Stack, path: string, text: string, { accountKey = false }: Expected): boolean {
  const [, name = "", row = ""] =
    /^output\.(\w+_(client_secret_value|sas_token|connection_string))\.value$/.exec(path) ?? [];
  const tokens = stack.of(SAS).map(({ address }) => `\${trimprefix(${address}.sas, "?")}`);
  const allowedTexts: Readonly<Record<string, readonly string[]>> = {
    client_secret_value: stack.references("value", PASSWORD),
    sas_token: tokens,
    connection_string: accountKey
      ? stack.references("primary_connection_string", ACCOUNT)
      : stack
          .references("primary_blob_endpoint", ACCOUNT)
          .flatMap((endpoint) => tokens.map((token) => `BlobEndpoint=${endpoint};SharedAccessSignature=${token}`)),
  };
  return stack.outputs[name]?.sensitive === true && allowedTexts[row]?.includes(text) === true;
}
