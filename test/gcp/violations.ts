import { isDeepStrictEqual } from "node:util";
import { SynthesizedStack as Stack, type Text, textsOf, unexpectedBlocks } from "../support/synthesized";
import { type Block } from "../support/template";

/** The platform's roles, by their titles. */
export type Title = "BigQuery Viewer" | "BigQuery User" | "Project Viewer";

/** What cannot be read off the synthesized JSON. */
export interface Expected {
  /** Roles that are there already, by the title of the one of ours in whose place each is. */
  readonly roles?: Readonly<Partial<Record<Title, string>>>;
  /**
   * Who may get tokens of the service account: the subject of the platform's tokens, its role in AWS by the ARN of its sessions
   * (without the session), or its own service account as a member.
   */
  readonly platform?: string;
  /** Whether the project is excepted from policies that refuse keys. */
  readonly keyPolicyException?: boolean;
}

// As the platform's page has them; written without a look at the catalogue.
const ALLOWED: Readonly<Record<Title, readonly string[]>> = {
  "BigQuery Viewer": [
    "bigquery.datasets.get",
    "bigquery.tables.get",
    "bigquery.tables.getData",
    "bigquery.tables.list",
  ],
  "BigQuery User": [
    "bigquery.config.get",
    "bigquery.jobs.create",
    "bigquery.readsessions.create",
    "bigquery.readsessions.getData",
    "bigquery.readsessions.update",
    "resourcemanager.projects.get",
  ],
  "Project Viewer": [
    "resourcemanager.folders.get",
    "resourcemanager.folders.list",
    "resourcemanager.organizations.get",
    "resourcemanager.projects.get",
    "resourcemanager.projects.list",
  ],
};

/** What nobody may put on a list above: writing, somebody else's jobs, and what lets one have more. */
const DENIED: readonly RegExp[] = [
  /[*]/,
  /[.]setIamPolicy$/,
  /^bigquery[.]tables[.](create|update|delete|updateData|export)$/,
  /^bigquery[.]datasets[.](create|update|delete)$/,
  /^bigquery[.]jobs[.]listAll$/,
  /^iam[.]serviceAccountKeys[.]create$/,
  /^iam[.]serviceAccounts[.](actAs|getAccessToken)$/,
  /^iam[.]roles[.](create|update)$/,
  /^resourcemanager[.]projects[.](create|delete|update)$/,
  /^(billing|serviceusage|storage|compute|secretmanager)[.]/,
  /^recommender[.].*[.]update$/,
];

// https://docs.cloud.google.com/iam/docs/creating-custom-roles: those that the roles of a project refuse.
const NEVER_IN_A_PROJECT = /^resourcemanager[.](projects[.]list$|organizations[.]|folders[.]|tagKeys[.]|tagValues[.])/;

/** What no binding may name, whatever a test tells. */
const FAR_TOO_MUCH =
  /^roles\/(owner|editor|viewer|bigquery[.](admin|dataEditor|dataOwner|user)|iam[.]serviceAccount\w+)$/;

const ACT_AS = "roles/iam.workloadIdentityUser";

/** Where each role belongs: what binds it, and which arguments say at what. */
const BINDINGS: Readonly<Record<string, { readonly title: Title; readonly arguments: readonly string[] }>> = {
  google_bigquery_dataset_iam_member: { title: "BigQuery Viewer", arguments: ["dataset_id", "project"] },
  google_bigquery_table_iam_member: { title: "BigQuery Viewer", arguments: ["dataset_id", "project", "table_id"] },
  google_project_iam_member: { title: "BigQuery User", arguments: ["project"] },
  google_organization_iam_member: { title: "Project Viewer", arguments: ["org_id"] },
  google_folder_iam_member: { title: "Project Viewer", arguments: ["folder"] },
};

const CUSTOM_ROLE = ["description", "permissions", "role_id", "stage", "title"];

/** All that there may be, by type: the arguments. Not among them what makes several of one, or does something else. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(BINDINGS).map(([type, binding]) => [type, [...binding.arguments, "member", "role"]]),
  ),
  google_bigquery_dataset: [
    ...["dataset_id", "delete_contents_on_destroy", "description", "friendly_name", "labels", "location", "project"],
  ],
  google_iam_workload_identity_pool: ["display_name", "project", "workload_identity_pool_id"],
  google_iam_workload_identity_pool_provider: [
    ...["attribute_condition", "attribute_mapping", "aws", "display_name", "oidc", "project"],
    ...["workload_identity_pool_id", "workload_identity_pool_provider_id"],
  ],
  google_org_policy_policy: ["name", "parent", "spec"],
  google_organization_iam_custom_role: [...CUSTOM_ROLE, "org_id"],
  google_project_iam_custom_role: [...CUSTOM_ROLE, "project"],
  google_project_service: ["disable_on_destroy", "project", "service"],
  google_service_account: ["account_id", "description", "display_name", "project"],
  google_service_account_iam_member: ["member", "role", "service_account_id"],
  google_service_account_key: ["public_key_data", "service_account_id"],
  "data.google_bigquery_dataset": ["dataset_id", "project"],
  "data.google_service_account": ["account_id"],
};

/** What a stack of GCP integrations grants or gives away beyond the least, a sentence each. */
export function violations(json: Block, told: Expected = {}): string[] {
  const stack = new Stack(json);
  return [
    ...unexpectedBlocks(stack, ARGUMENTS),
    ...replacing(stack),
    ...roleBreaches(stack),
    ...Object.keys(BINDINGS).flatMap((type) => bindingBreaches(stack, type, told)),
    ...accountBreaches(stack),
    ...loginBreaches(stack, told),
    ...federationBreaches(stack, told),
    ...exceptionBreaches(stack, told),
    ...lossBreaches(stack),
    ...secretBreaches(stack),
  ];
}

/** What takes away what others were given. */
function replacing({ entries }: Stack): string[] {
  return [
    ...entries
      .filter(({ type }) => /_iam_(binding|policy)$|^google_bigquery_dataset_access$/.test(type))
      .map(({ address }) => `${address} does not only add`),
    ...entries
      .filter(({ type, block }) => type === "google_bigquery_dataset" && "access" in block)
      .map(({ address }) => `${address} replaces who may use it`),
  ];
}

const OF_PROJECT = "google_project_iam_custom_role";
const OF_ORGANIZATION = "google_organization_iam_custom_role";

function roleBreaches(stack: Stack): string[] {
  return stack.of(OF_PROJECT, OF_ORGANIZATION).flatMap(({ type, address, block: { title, permissions } }) => {
    const home = title === "Project Viewer" ? OF_ORGANIZATION : OF_PROJECT;
    const allowed = Object.hasOwn(ALLOWED, String(title)) ? ALLOWED[title as Title] : [];
    const granted = Array.isArray(permissions) ? permissions.map(String) : [String(permissions)];
    const say = (problem: string, ones: readonly string[]): string[] =>
      ones.map((one) => `${address} ${problem} ${one}`);
    return [
      ...(type === home ? [] : [`${address} is at another place than ${String(title)} belongs`]),
      ...say(
        "allows more than it needs:",
        granted.filter((one) => !allowed.includes(one)),
      ),
      ...say(
        "does not allow",
        allowed.filter((one) => !granted.includes(one)),
      ),
      ...say(
        "allows what nobody may have:",
        granted.filter((one) => DENIED.some((pattern) => pattern.test(one))),
      ),
      ...say(
        "is of a project, which refuses",
        granted.filter((one) => type === OF_PROJECT && NEVER_IN_A_PROJECT.test(one)),
      ),
    ];
  });
}

const NEW_ACCOUNT = "google_service_account";
const READ_ACCOUNT = "data.google_service_account";

/** What the service accounts of the stack are called in bindings, and by keys: those that are read by their addresses. */
const membersOf = (stack: Stack): string[] => [
  ...stack.references("member", NEW_ACCOUNT),
  ...stack.of(READ_ACCOUNT).map(({ block }) => `serviceAccount:${String(block.account_id)}`),
];
const ownersOf = (stack: Stack): string[] => [
  ...stack.references("name", NEW_ACCOUNT),
  ...stack.of(READ_ACCOUNT).map(({ block }) => {
    const email = String(block.account_id);
    const [, project = ""] = /@(.+)[.]iam[.]gserviceaccount[.]com$/.exec(email) ?? [];
    return `projects/${project}/serviceAccounts/${email}`;
  }),
];
const DATASETS = ["google_bigquery_dataset", "data.google_bigquery_dataset"];
const TABLES = [
  /^gcp_billing_export_(resource_)?v1_([0-9A-F]{6}_[0-9A-F]{6}_[0-9A-F]{6}|\$\{replace\(var\.\w+, "-", "_"\)\})$/,
  /^cloud_pricing_export$/,
];

/** Each binding is of the role that belongs there, to the service account, at what the export needs. */
function bindingBreaches(stack: Stack, type: string, { roles = {} }: Expected): string[] {
  const title = BINDINGS[type]?.title ?? "BigQuery User";
  const ours = stack
    .of(OF_PROJECT, OF_ORGANIZATION)
    .filter(({ block }) => block.title === title)
    .map(({ address }) => `\${${address}.name}`);
  const expected = roles[title] === undefined ? ours : [roles[title]];
  return stack.of(type).flatMap(({ address, block }) => {
    const role = String(block.role);
    return [
      ...(expected.includes(role) ? [] : [`${address} binds ${role}, which is not ${title}`]),
      ...(FAR_TOO_MUCH.test(role) ? [`${address} binds ${role}, which nobody may have`] : []),
      ...(role === "roles/bigquery.dataViewer" && title !== "BigQuery Viewer"
        ? [`${address} lets all datasets be read`]
        : []),
      ...(membersOf(stack).includes(String(block.member))
        ? []
        : [`${address} is for ${String(block.member)}, which is not the service account`]),
      ...placeBreaches(stack, block).map((problem) => `${address} is at ${problem}`),
    ];
  });
}

function placeBreaches(stack: Stack, { project, dataset_id, table_id, org_id, folder }: Block): string[] {
  const projects = stack.of(...DATASETS).map(({ block }) => block.project);
  const organizations = Object.entries(stack.outputs)
    .filter(([name]) => name.endsWith("_organization_id"))
    .map(([, { value }]) => value);
  const elsewhere = (where: unknown, known: readonly unknown[]): boolean =>
    where !== undefined && !known.includes(where);
  return [
    ...(elsewhere(project, projects) ? ["another project than the dataset's"] : []),
    ...(elsewhere(dataset_id, stack.references("dataset_id", ...DATASETS)) ? ["another dataset"] : []),
    ...(table_id === undefined || TABLES.some((pattern) => pattern.test(table_id as string))
      ? []
      : ["a table that is none of the export"]),
    ...(elsewhere(org_id, organizations) ? ["another organization"] : []),
    ...(folder === undefined || /^folders\/([1-9][0-9]*|\$\{var\.\w+\})$/.test(folder as string)
      ? []
      : ["something that is no folder"]),
  ];
}

/** There is a service account per integration at most, and each key is one's own, of which there is one. */
function accountBreaches(stack: Stack): string[] {
  const integrations = Object.keys(stack.outputs).filter((name) => name.endsWith("_handoff"));
  const owners = stack.of("google_service_account_key").map(({ block }) => String(block.service_account_id));
  const known = ownersOf(stack);
  return [
    ...(integrations.length === 0 ? ["the stack has no integration"] : []),
    ...(stack.of(NEW_ACCOUNT, READ_ACCOUNT).length > integrations.length
      ? ["there are more service accounts than integrations"]
      : []),
    ...owners.filter((owner) => !known.includes(owner)).map((owner) => `a key is of ${owner}`),
    ...(new Set(owners).size === owners.length ? [] : ["a service account has more than one key"]),
  ];
}

/** Who gets tokens of the service account: the platform alone, and nothing else may be done with it. */
function loginBreaches(stack: Stack, { platform }: Expected): string[] {
  const members =
    platform === undefined
      ? []
      : [
          ...(platform.startsWith("serviceAccount:") ? [platform] : []),
          ...stack.of("google_iam_workload_identity_pool").flatMap(({ address }) => {
            const pool = `iam.googleapis.com/\${${address}.name}`;
            return [`principal://${pool}/subject/${platform}`, `principalSet://${pool}/attribute.aws_role/${platform}`];
          }),
        ];
  return stack
    .of("google_service_account_iam_member")
    .flatMap(({ address, block }) => [
      ...(block.role === ACT_AS ? [] : [`${address} binds ${String(block.role)}, which is not ${ACT_AS}`]),
      ...(members.includes(String(block.member))
        ? []
        : [`${address} is for ${String(block.member)}, which is not the platform`]),
      ...(stack.references("name", "google_service_account").includes(String(block.service_account_id))
        ? []
        : [`${address} is at another service account`]),
    ]);
}

/** How a provider of a pool may be, by whom it lets in; it is asked for whatever else is asked for. */
function trusts(platform: string): readonly { readonly condition: string; readonly mapping: Block }[] {
  return [
    { condition: `assertion.sub == "${platform}"`, mapping: { "google.subject": "assertion.sub" } },
    {
      condition: `assertion.arn.startsWith("${platform}/")`,
      mapping: {
        "google.subject": 'assertion.arn.extract("assumed-role/{role_and_session}").extract("/{session}")',
        "attribute.aws_role":
          'assertion.arn.extract("{account}assumed-role/") + "assumed-role/" + assertion.arn.extract("assumed-role/{role}/")',
      },
    },
  ];
}

function federationBreaches(stack: Stack, { platform = "" }: Expected): string[] {
  const pools = stack.references("workload_identity_pool_id", "google_iam_workload_identity_pool");
  return stack.of("google_iam_workload_identity_pool_provider").flatMap(({ address, block }) => {
    const condition = (block.attribute_condition ?? "") as string;
    const trust = trusts(platform).find((one) => asksFor(condition, one.condition));
    const { aws, oidc } = block as { aws?: Block; oidc?: Block };
    const issuer = oidc === undefined ? aws?.account_id === platform.split(":")[4] : isHttps(oidc.issuer_uri);
    return [
      ...(trust === undefined ? [`${address} lets in whoever has a token: ${condition}`] : []),
      ...(trust === undefined || isDeepStrictEqual(block.attribute_mapping, trust.mapping)
        ? []
        : [`${address} takes somebody for somebody else`]),
      ...(issuer && (aws === undefined) !== (oidc === undefined) ? [] : [`${address} trusts another issuer`]),
      ...(pools.includes(String(block.workload_identity_pool_id)) ? [] : [`${address} is of another pool`]),
    ];
  });
}

/** Whether a condition is that one, alone or together with more. */
function asksFor(condition: string, least: string): boolean {
  const more = condition.slice(least.length);
  return condition.startsWith(least) && (more === "" || (more.startsWith(" && (") && closesAtEnd(more.slice(4))));
}

/** Whether the parenthesis that a text begins with is closed at its end, and not before. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  // What is within quotation marks opens and closes nothing.
  const signs = Array.from(text.replace(/"[^"]*"/g, ""));
  return signs.every((sign, index) => {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    return depth > 0 || (index === signs.length - 1 && depth === 0);
  });
}

function isHttps(uri: unknown): boolean {
  return typeof uri === "string" && uri.startsWith("https://");
}

/** A policy of the organization is lifted where told, for keys, and no other. */
function exceptionBreaches(stack: Stack, { keyPolicyException = false }: Expected): string[] {
  return stack
    .of("google_org_policy_policy")
    .filter(
      ({ block: { name, parent, spec } }) =>
        !keyPolicyException ||
        !/^projects\/[^/]+\/policies\/iam[.](managed[.])?disableServiceAccountKey(Creation|Upload)$/.test(
          String(name),
        ) ||
        !String(name).startsWith(`${String(parent)}/`) ||
        !isDeepStrictEqual(spec, { rules: [{ enforce: "FALSE" }] }),
    )
    .map(({ address }) => `${address} lifts a policy of the organization`);
}

/** Nothing is lost when the stack is taken down or when time goes by. */
function lossBreaches(stack: Stack): string[] {
  return [
    ...stack
      .of("google_project_service")
      .filter(({ block }) => block.disable_on_destroy !== false)
      .map(({ address }) => `${address} disables an API that others may use`),
    ...stack.of("google_bigquery_dataset").flatMap(({ address, block }) => [
      ...(block.delete_contents_on_destroy === false ? [] : [`${address} is deleted with all that is in it`]),
      ...((block.lifecycle as Block | undefined)?.prevent_destroy === true ? [] : [`${address} can be destroyed`]),
      ...Object.keys(block)
        .filter((name) => name.includes("expiration"))
        .map((name) => `${address} forgets, by ${name}`),
    ]),
  ];
}

const KEY = "google_service_account_key";

/** Of a key nothing but its name is anywhere, and the key itself in the one output that is there for it. */
function secretBreaches(stack: Stack): string[] {
  const texts = textsOf(stack.json);
  const providers = Object.values((stack.json.provider ?? {}) as Record<string, Block[]>).flat();
  return [
    ...texts
      .filter(({ path, text }) => !(path === "resource" && text === KEY))
      .filter(({ text }) => text.replace(/google_service_account_key\.\w+\.name\b/g, "").includes(KEY))
      .filter((use) => !isTheOutput(stack, use))
      .map(({ path }) => `a key is in ${path}`),
    ...(texts.some(({ text }) => text.includes("PRIVATE KEY")) ? ["a private key is in the JSON"] : []),
    ...providers
      .flatMap((provider) => ["access_token", "credentials"].filter((name) => name in provider))
      .map((name) => `a provider has '${name}'`),
  ];
}

function isTheOutput(stack: Stack, { path, text }: Text): boolean {
  const [, name = ""] = /^output\.(\w+_service_account_key_json)\.value$/.exec(path) ?? [];
  const keys = stack.of(KEY).map(({ address }) => `\${base64decode(${address}.private_key)}`);
  return stack.outputs[name]?.sensitive === true && keys.includes(text);
}
