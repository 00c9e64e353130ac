import { isDeepStrictEqual } from "node:util";
import { SynthesizedStack, type Text, textsOf, unexpectedBlocks } from "../support/synthesized";
import { type Block } from "../support/template";

/** Whose tokens are taken in place of a secret. */
export interface Platform {
  readonly issuer: string;
  readonly subject: string;
  /** What Microsoft recommends in the cloud of the providers by default. */
  readonly audience?: string;
}

/** What cannot be read off the synthesized JSON. */
export interface Expected {
  /** Where the role is given, if not on the subscriptions whose costs are exported. */
  readonly scopes?: readonly string[];
  readonly platform?: Platform;
  /** Who owns the application, if not who deploys. */
  readonly owners?: readonly string[];
  /** Whether the platform reads the container as the application. */
  readonly containerReader?: boolean;
  /** Whether the connection string has the account's key in it. */
  readonly accountKey?: boolean;
  /** Whether Terraform may destroy what has the billing history in it. */
  readonly destroyable?: boolean;
}

// As the platform's page and Microsoft's have them; written without a look at the catalogue.
const PAGE_ROLE = "EventGrid EventSubscription Reader";
const BLOB_ROLE = "Storage Blob Data Reader";
const CUSTOM_ACTIONS = [
  "Microsoft.EventGrid/eventSubscriptions/read",
  "Microsoft.EventGrid/locations/eventSubscriptions/read",
  "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
  "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
  "Microsoft.Resources/subscriptions/resourceGroups/read",
];

/** What nobody may put on the list above. */
const DENIED_ACTION = /[*]|[/](write|delete|action)$|^Microsoft[.]Authorization[/]|listKeys/i;

/** What nobody may be given, whatever a test tells: by name, and by the IDs that Microsoft's roles have everywhere. */
const FAR_TOO_MUCH = /^(Reader|.*(Owner|Contributor|Administrator))$/i;
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
/** What Terraform fills in. */
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

/** Of what costs are exported: the argument, and how it looks. */
const EXPORTS: Readonly<Record<string, readonly [argument: string, form: RegExp]>> = {
  [SUBSCRIPTION_EXPORT]: ["subscription_id", new RegExp(`^${SUBSCRIPTION}$`)],
  [BILLING_EXPORT]: [
    "billing_account_id",
    new RegExp(
      "^/providers/Microsoft\\.Billing/billingAccounts/[^/]+" +
        "(?:/(?:departments|enrollmentAccounts|customers)/[^/]+|/billingProfiles/[^/]+(?:/invoiceSections/[^/]+)?)?$",
    ),
  ],
};

const OF_EXPORT = [
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

/** All that there may be, by type: the arguments. Not among them what makes several of one, or does something else. */
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
  [SUBSCRIPTION_EXPORT]: [...OF_EXPORT, "subscription_id"],
  [BILLING_EXPORT]: [...OF_EXPORT, "billing_account_id"],
  azurerm_resource_group: ["location", "name", "tags"],
  azurerm_resource_provider_registration: ["name"],
  // Not among them: a firewall, whom copies may come from, what keeps an export from writing a file twice.
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

const OF_LIFECYCLE = ["create_before_destroy", "ignore_changes", "postcondition", "precondition", "prevent_destroy"];

/** What Terraform has to overlook of a type, because the clock moves it, and what it may. */
const DATES = ["recurrence_period_end_date", "recurrence_period_start_date"];
const OVERLOOKED: Readonly<Record<string, readonly string[]>> = {
  [TIME]: ["input"],
  [SUBSCRIPTION_EXPORT]: DATES,
  [BILLING_EXPORT]: DATES,
};
const MAY_BE_OVERLOOKED: Readonly<Record<string, readonly string[]>> = {
  [APPLICATION]: ["owners"],
  [PRINCIPAL]: ["owners"],
};

/** What is asked of what is there already. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
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

/** What a stack of Azure integrations grants, opens, loses or gives away beyond the least, a sentence each. */
export function violations(json: Block, told: Expected = {}): string[] {
  const stack = new Stack(json);
  return [
    ...strangers(stack),
    ...lifecycleBreaches(stack),
    ...providerBreaches(stack),
    ...assignmentBreaches(stack, told),
    ...customRoleBreaches(stack),
    ...applicationBreaches(stack, told),
    ...credentialBreaches(stack, told),
    ...clockBreaches(stack),
    ...exportBreaches(stack),
    ...accountBreaches(stack),
    ...containerBreaches(stack),
    ...policyBreaches(stack),
    ...sasBreaches(stack),
    ...lossBreaches(stack, told),
    ...secretBreaches(stack, told),
  ];
}

class Stack extends SynthesizedStack {
  /** What refers to an attribute of a block of the type, made here or there already. */
  override references(attribute: string, type: string): string[] {
    return super.references(attribute, type, `data.${type}`);
  }

  /** The blocks of a provider. */
  providers(type: string): Block[] {
    return ((this.json.provider ?? {}) as Record<string, Block[]>)[type] ?? [];
  }

  /** The subscriptions that the exports land in. */
  get landing(): string[] {
    return Object.entries(this.outputs)
      .filter(([name]) => name.endsWith("_subscription_id"))
      .map(([, { value }]) => `/subscriptions/${String(value)}`);
  }

  /** The containers as Azure Resource Manager names them. */
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

function shown(value: unknown): string {
  return value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);
}

/** What no integration makes: nothing else can be judged. */
function strangers(stack: Stack): string[] {
  const integrations = Object.keys(stack.outputs).filter((name) => name.endsWith("_handoff"));
  return [
    ...unless(integrations.length > 0, "the stack has no integration"),
    ...unexpectedBlocks(stack, ARGUMENTS),
    ...stack.entries
      .filter(({ type, block }) => type.endsWith("_registration") && block.name !== "Microsoft.CostManagementExports")
      .map(({ address, block }) => `${address} registers ${shown(block.name)}`),
  ];
}

function lifecycleBreaches({ entries }: Stack): string[] {
  return entries.flatMap(({ type, address, block }) => {
    const lifecycle = (block.lifecycle ?? {}) as Block;
    const ignored = [lifecycle.ignore_changes ?? []].flat().map(String);
    const must = OVERLOOKED[type] ?? [];
    const may = [...must, ...(MAY_BE_OVERLOOKED[type] ?? [])];
    const asked = ((lifecycle.postcondition ?? []) as Block[]).map(({ condition }) => String(condition));
    return [
      ...Object.keys(lifecycle)
        .filter((name) => !OF_LIFECYCLE.includes(name))
        .map((name) => `${address} must not have '${name}' in its lifecycle`),
      ...must.filter((name) => !ignored.includes(name)).map((name) => `${address} changes by itself, by ${name}`),
      ...ignored.filter((name) => !may.includes(name)).map((name) => `${address} hides changes of ${name}`),
      ...(ASKED[type] ?? [])
        .filter((text) => !asked.some((condition) => condition.includes(text)))
        .map((text) => `${address} is not asked: ${text}`),
    ];
  });
}

/** What tells clouds apart, as either provider has it. */
const CLOUDS: Readonly<Record<string, string>> = {
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

const OF_PROVIDER: Readonly<Record<string, readonly string[]>> = {
  azuread: ["alias", "environment", "tenant_id"],
  azurerm: ["alias", "environment", "features", "resource_providers_to_register", "subscription_id", "tenant_id"],
};

function cloudsOf(stack: Stack): string[] {
  const blocks = ["azurerm", "azuread"].flatMap((type) => stack.providers(type));
  const clouds = blocks.map(({ environment = "public" }) => CLOUDS[String(environment)] ?? shown(environment));
  return [...new Set(clouds)].sort();
}

function providerBreaches(stack: Stack): string[] {
  const names = Object.keys(stack.json.provider ?? {});
  const clouds = cloudsOf(stack);
  return [
    ...names.filter((name) => !(name in OF_PROVIDER)).map((name) => `a provider '${name}' has no place here`),
    ...Object.entries(OF_PROVIDER).flatMap(([type, known]) =>
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
    ...unless(clouds.length <= 1, `the providers are of different clouds: ${clouds.join(", ")}`),
  ];
}

/** Where the role may be given: what is told, or else whose costs are exported, or else where they land. */
function scopesOf(stack: Stack, { scopes }: Expected): string[] {
  const exported = stack.of(SUBSCRIPTION_EXPORT).map(({ block }) => String(block.subscription_id));
  return [...(scopes ?? (exported.length > 0 ? exported : stack.landing))];
}

/** Each assignment is of a role that belongs there, to the service principal, once. */
function assignmentBreaches(stack: Stack, told: Expected): string[] {
  const principals = stack.references("object_id", PRINCIPAL);
  const keys = stack
    .of(ASSIGNMENT)
    .map(({ block }) =>
      [block.principal_id, block.scope, block.role_definition_name, block.role_definition_id]
        .map((one) => shown(one).toLowerCase())
        .join(" "),
    );
  return [
    ...unless(new Set(keys).size === keys.length, "a role is given twice"),
    ...stack.of(ASSIGNMENT).flatMap(({ address, block }) => {
      const { principal_id: principal, principal_type: type } = block;
      return [
        ...unless(
          principals.includes(String(principal)),
          `${address} is for ${shown(principal)}, which is not the service principal`,
        ),
        ...unless(type === "ServicePrincipal", `${address} is for a principal of type ${shown(type)}`),
        ...roleBreaches(stack, block, told).map((problem) => `${address} ${problem}`),
      ];
    }),
  ];
}

function roleBreaches(stack: Stack, block: Block, told: Expected): string[] {
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
      ? isOurRole(stack, String(id), scope)
      : name === PAGE_ROLE || (isBlobRole && told.containerReader === true);
  const places = isBlobRole ? stack.containerIds : scopesOf(stack, told).filter((one) => ROLE_SCOPE.test(one));
  return [
    ...unless(allowed, `gives ${known}, which is not a role of the platform`),
    ...unless(!FAR_TOO_MUCH.test(known), `gives ${known}, which nobody may have`),
    ...unless(places.includes(scope), `is at ${scope}, which is not a place of it`),
  ];
}

/** Whether an ID is that of a custom role of the stack, as Azure tells it on that scope. */
function isOurRole(stack: Stack, id: string, scope: string): boolean {
  const [, subscription = ""] = /^(\/subscriptions\/[^/]+)/.exec(scope) ?? [];
  return stack.references("role_definition_id", ROLE).some((reference) => {
    const end = `/providers/Microsoft.Authorization/roleDefinitions/${reference}`;
    const begin = id.endsWith(end) ? id.slice(0, -end.length) : "?";
    return (
      begin === subscription ||
      (scope.includes("${") && /^\$\{try\(regex\("\^\/subscriptions\/\[\^\/\]\+", .+\), ""\)\}$/.test(begin))
    );
  });
}

function customRoleBreaches(stack: Stack): string[] {
  return stack.of(ROLE).flatMap(({ address, block }) => {
    const used = stack
      .of(ASSIGNMENT)
      .filter(({ block: { role_definition_id: id } }) => String(id).includes(`\${${address}.`))
      .map(({ block: { scope } }) => String(scope));
    const blocks = [block.permissions ?? []].flat() as Block[];
    const actions = blocks.flatMap((one) => [one.actions ?? []].flat().map(String));
    const say = (problem: string, ones: readonly string[]): string[] =>
      ones.map((one) => `${address} ${problem} ${one}`);
    return [
      ...say(
        "must not have",
        blocks.flatMap((one) => Object.keys(one).filter((name) => name !== "actions")),
      ),
      ...say(
        "allows more than it needs:",
        actions.filter((one) => !CUSTOM_ACTIONS.includes(one)),
      ),
      ...say(
        "does not allow",
        CUSTOM_ACTIONS.filter((one) => !actions.includes(one)),
      ),
      ...say(
        "allows what nobody may have:",
        actions.filter((one) => DENIED_ACTION.test(one)),
      ),
      // It may be kept in the subscription that the exports land in, also where nobody has it there.
      ...unless(
        isDeepStrictEqual(
          [...((block.assignable_scopes ?? []) as string[])].sort(),
          [...new Set([...used, String(block.scope)])].sort(),
        ),
        `${address} can be given elsewhere than it is`,
      ),
      ...unless(
        [...used, ...stack.landing].includes(String(block.scope)),
        `${address} is at ${shown(block.scope)}, where nobody has it`,
      ),
    ];
  });
}

/** An application per integration at most, of this tenant alone, without permissions of its own. */
function applicationBreaches(stack: Stack, { owners }: Expected): string[] {
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
          `${address} is for whoever is in ${shown(block.sign_in_audience)}`,
        ),
        ...unless(block.prevent_duplicate_names === true, `${address} may be called as another is`),
      ]),
    ...stack
      .of(PRINCIPAL, `data.${PRINCIPAL}`)
      .filter(({ block }) => !clients.includes(String(block.client_id)))
      .map(({ address, block }) => `${address} is of ${shown(block.client_id)}, which is not the application`),
    ...stack
      .of(APPLICATION, PRINCIPAL)
      .flatMap(({ address, block }) =>
        ((block.owners ?? []) as string[])
          .filter((owner) => !known.includes(owner))
          .map((owner) => `${address} is owned by ${owner}`),
      ),
  ];
}

/** One way in for each application: a secret that ends, a certificate, or tokens of one platform. */
function credentialBreaches(stack: Stack, { platform }: Expected): string[] {
  const applications = stack.references("id", APPLICATION);
  const credentials = stack.of(PASSWORD, CERTIFICATE, FEDERATION);
  const owners = credentials.map(({ block }) => String(block.application_id));
  const [cloud = "public"] = cloudsOf(stack);
  const { issuer, subject, audience = AUDIENCES[cloud] } = platform ?? { issuer: undefined, subject: undefined };
  return [
    ...owners.filter((owner) => !applications.includes(owner)).map((owner) => `a credential is of ${owner}`),
    ...unless(new Set(owners).size === owners.length, "an application has more than one way in"),
    ...stack.of(PASSWORD).flatMap(({ address, block }) => endBreaches(stack, address, block.end_date)),
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
        ...unless(/^https:\/\/[^*]+$/.test(String(block.issuer)), `${address} trusts what nobody can be sure of`),
        ...unless(block.issuer === issuer, `${address} trusts ${shown(block.issuer)}`),
        ...unless(block.subject === subject, `${address} lets in ${shown(block.subject)}`),
        ...unless(
          isDeepStrictEqual(block.audiences, [audience]),
          `${address} takes tokens for ${shown(block.audiences)}`,
        ),
      ]),
  ];
}

const MOST_HOURS = 2 * 365 * 24;

/** How many hours a time is after one that is kept in the state; `undefined` where it is not made of such a one. */
function hoursAfter(stack: Stack, time: unknown): number | undefined {
  const pattern = /^\$\{timeadd\((terraform_data\.\w+)\.output, "(-?[0-9]+)(h|m)"\)\}$/;
  const [, from, count, unit] = pattern.exec(String(time)) ?? [];
  return stack.of(TIME).some(({ address }) => address === from) ? Number(count) / (unit === "h" ? 1 : 60) : undefined;
}

function endBreaches(stack: Stack, address: string, end: unknown): string[] {
  if (end === undefined) {
    return [`${address} does not end`];
  }
  const hours = hoursAfter(stack, end);
  return hours === undefined
    ? [`${address} ends at ${shown(end)}, which is not so long after a time that is kept`]
    : unless(hours > 0 && hours <= MOST_HOURS, `${address} ends after ${hours} hours`);
}

/** The clock moves nothing but what is kept, and when an export begins; what is checked may ask it. */
function clockBreaches({ json, entries }: Stack): string[] {
  const may = [
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
        !/\bplantimestamp\s*\(/.test(text) || may.some((pattern) => pattern.test(path)),
        `the clock is in ${path}`,
      ),
    ]),
  ];
}

// Two days ahead, cut to midnight, is one day ahead at least.
const START = /^\$\{formatdate\("YYYY-MM-DD'T'00:00:00Z", timeadd\(plantimestamp\(\), "([0-9]+)h"\)\)\}$/;

/** Folders without a slash in front, and without what URLs reserve. */
const FOLDER = /^[\w-]([\w.-]*[\w-])?(\/[\w-]([\w.-]*[\w-])?)*$/;

/** Of each scope the actual and the amortized costs, once each, to folders of their own in the container. */
function exportBreaches(stack: Stack): string[] {
  const exports = stack.of(SUBSCRIPTION_EXPORT, BILLING_EXPORT).map((entry) => {
    const { type, block } = entry;
    const [argument = "", form = /$/] = EXPORTS[type] ?? [];
    const { container_id: container, root_folder_path: folder } = (block.export_data_storage_location ?? {}) as Block;
    return { ...entry, scope: String(block[argument]), form, container: String(container), folder: String(folder) };
  });
  const ofScope = (scope: string): string[] =>
    exports.filter((one) => one.scope === scope).map(({ block }) => shown((block.export_data_options as Block).type));
  return [
    ...[...new Set(exports.map(({ scope }) => scope))]
      .filter((scope) => !isDeepStrictEqual(ofScope(scope).sort(), ["ActualCost", "AmortizedCost"]))
      .map((scope) => `the costs of ${scope} are exported as ${ofScope(scope).join(", ")}`),
    ...exports.flatMap(({ address, block, scope, form, container, folder }) => {
      const start = String(block.recurrence_period_start_date);
      const others = exports.filter((one) => one.address !== address && one.container === container);
      return [
        ...unless(form.test(scope), `${address} is of ${scope}, which has no costs of its own`),
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
          `${address} stops at ${shown(block.recurrence_period_end_date)}`,
        ),
        ...unless(
          block.recurrence_type === "Daily" && (block.export_data_options as Block).time_frame === "MonthToDate",
          `${address} is not of the month so far, each day`,
        ),
        ...unless(
          /^[A-Za-z0-9]{3,24}$/.test(String(block.name).replace(new RegExp(VARIABLE), "x")),
          `${address} is called ${shown(block.name)}, which Azure may refuse`,
        ),
      ];
    }),
  ];
}

/** What an account has to have, and nothing else in its place. */
const OF_ACCOUNT: Readonly<Record<string, readonly unknown[]>> = {
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

const OF_BLOBS: Block = {
  versioning_enabled: true,
  delete_retention_policy: { days: 30 },
  container_delete_retention_policy: { days: 30 },
};

function accountBreaches(stack: Stack): string[] {
  return stack.of(ACCOUNT).flatMap(({ address, block }) => [
    ...Object.entries(OF_ACCOUNT)
      .filter(([name, values]) => !values.includes(block[name]))
      .map(([name]) => `${address} has ${shown(block[name])} for ${name}`),
    ...unless(isDeepStrictEqual(block.blob_properties, OF_BLOBS), `${address} does not keep what was deleted`),
  ]);
}

function containerBreaches(stack: Stack): string[] {
  const accounts = stack.references("id", ACCOUNT);
  return stack
    .of(CONTAINER, `data.${CONTAINER}`)
    .flatMap(({ type, address, block: { storage_account_id: account, container_access_type: access } }) => [
      ...unless(
        type === CONTAINER ? accounts.includes(String(account)) : ACCOUNT_ID.test(String(account)),
        `${address} is of the account ${shown(account)}, so that it has no ID that exports take`,
      ),
      ...unless(type !== CONTAINER || access === "private", `${address} can be read by ${shown(access)}`),
    ]);
}

const LEAST_DAYS = 400;

function policyBreaches(stack: Stack): string[] {
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
            .filter(([name, value]) => name.startsWith("delete_") && !(Number(value) >= LEAST_DAYS))
            .map(([name, value]) => `${address} forgets after ${shown(value)} days, by ${name}`),
        ];
      }),
    ),
  ];
}

const TO_READ = { read: true, list: true, add: false, create: false, write: false, delete: false };

function sasBreaches(stack: Stack): string[] {
  const connections = stack.references("primary_connection_string", ACCOUNT);
  const names = [
    ...stack.of(CONTAINER).map(({ address }) => `\${${address}.name}`),
    ...stack.of(`data.${CONTAINER}`).map(({ block }) => String(block.name)),
  ];
  return stack.of(SAS).flatMap(({ address, block }) => {
    const start = hoursAfter(stack, block.start) ?? NaN;
    return [
      ...unless(isDeepStrictEqual(block.permissions, TO_READ), `${address} does more than read`),
      ...unless(block.https_only === true, `${address} can be used over HTTP`),
      ...endBreaches(stack, address, block.expiry),
      ...unless(start < 0 && start >= -1, `${address} begins at ${shown(block.start)}`),
      ...unless(connections.includes(String(block.connection_string)), `${address} is of another account`),
      ...unless(names.includes(String(block.container_name)), `${address} is of another container`),
    ];
  });
}

/** Nothing is lost when the stack is taken down. */
function lossBreaches(stack: Stack, { destroyable = false }: Expected): string[] {
  return stack
    .of("azurerm_resource_group", ACCOUNT, CONTAINER)
    .filter(({ block }) => !destroyable && (block.lifecycle as Block | undefined)?.prevent_destroy !== true)
    .map(({ address }) => `${address} can be destroyed`);
}

/** What has secrets in it, and which of its attributes are none. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  [PASSWORD]: ["end_date", "key_id"],
  [ACCOUNT]: ["id", "name", "primary_blob_endpoint"],
  [SAS.slice("data.".length)]: [],
};
const HOLDER = new RegExp(`\\b(${Object.keys(OPEN).join("|")})[.]\\w+[.]?(\\w*)`, "g");

/** What secrets look like that somebody wrote down. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  "a private key": /PRIVATE KEY/,
  "a SAS token": /\bsig=[\w%+/]/i,
  "an account's key": /AccountKey=|(^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/i,
  "a client secret": /(^|[^\w.~-])[\w.~-]{3}[0-9]Q~[\w.~-]{31,34}($|[^\w.~-])/,
  "a token": /\beyJ[\w-]{8,}[.]/,
};

/** Secrets are in the outputs that are there for them, and nowhere else. */
function secretBreaches(stack: Stack, told: Expected): string[] {
  const texts = textsOf(stack.json);
  return [
    ...texts
      .filter((use) => [...use.text.matchAll(HOLDER)].some(([, type = "", name = ""]) => !isOpen(use, type, name)))
      .filter(({ path, text }) => !isTheConnection(stack, path, text) && !isTheOutput(stack, path, text, told))
      .map(({ path }) => `a secret is in ${path}`),
    ...Object.entries(WRITTEN).flatMap(([what, pattern]) =>
      texts.filter(({ text }) => pattern.test(text)).map(({ path }) => `${what} is written in ${path}`),
    ),
  ];
}

function isOpen({ path }: Text, type: string, attribute: string): boolean {
  return OPEN[type]?.includes(attribute) === true || (attribute === "" && /[.]depends_on[.][0-9]+$/.test(path));
}

/** What a SAS token is made of. */
function isTheConnection(stack: Stack, path: string, text: string): boolean {
  return (
    new RegExp(`^${SAS.replaceAll(".", "[.]")}[.]\\w+[.]connection_string$`).test(path) &&
    stack.references("primary_connection_string", ACCOUNT).includes(text)
  );
}

function isTheOutput(stack: Stack, path: string, text: string, { accountKey = false }: Expected): boolean {
  const [, name = "", row = ""] =
    /^output\.(\w+_(client_secret_value|sas_token|connection_string))\.value$/.exec(path) ?? [];
  const tokens = stack.of(SAS).map(({ address }) => `\${trimprefix(${address}.sas, "?")}`);
  const ones: Readonly<Record<string, readonly string[]>> = {
    client_secret_value: stack.references("value", PASSWORD),
    sas_token: tokens,
    connection_string: accountKey
      ? stack.references("primary_connection_string", ACCOUNT)
      : stack
          .references("primary_blob_endpoint", ACCOUNT)
          .flatMap((endpoint) => tokens.map((token) => `BlobEndpoint=${endpoint};SharedAccessSignature=${token}`)),
  };
  return stack.outputs[name]?.sensitive === true && ones[row]?.includes(text) === true;
}
