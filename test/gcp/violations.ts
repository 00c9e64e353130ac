import { isDeepStrictEqual } from "node:util";
import { SynthesizedStack as Stack, type Text, textsOf, unexpectedBlocks } from "../support/synthesized";
import { type Block } from "../support/template";

/** Titles of the platform's roles. */
export type Title = "BigQuery Viewer" | "BigQuery User" | "Project Viewer";

/** Expectations that the synthesized JSON does not contain. */
export interface Expected {
  /** Existing roles, by the title of the custom role that each replaces. */
  readonly roles?: Readonly<Partial<Record<Title, string>>>;
  /**
   * Principal that may get tokens of the service account: the subject of the platform's tokens, its role in AWS as the ARN of
   * its sessions (without the session name), or its own service account as an IAM member.
   */
  readonly platform?: string;
  /** Whether the project is exempt from the organization policies that refuse keys. */
  readonly keyPolicyException?: boolean;
}

// According to the platform's documentation; written without the catalogue.
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

/** Permissions that no list above may contain: writing, the jobs of others, and privilege escalation. */
const FORBIDDEN_PERMISSIONS: readonly RegExp[] = [
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

// https://docs.cloud.google.com/iam/docs/creating-custom-roles: permissions that roles of a project cannot have.
const NOT_IN_PROJECT_ROLES =
  /^resourcemanager[.](projects[.]list$|organizations[.]|folders[.]|tagKeys[.]|tagValues[.])/;

/** Roles that no binding may have, even if a test expects them. */
const FORBIDDEN_ROLES =
  /^roles\/(owner|editor|viewer|bigquery[.](admin|dataEditor|dataOwner|user)|iam[.]serviceAccount\w+)$/;

const TOKEN_ROLE = "roles/iam.workloadIdentityUser";

/** Bindings: the role that each kind is for, and the arguments that name its target. */
const BINDINGS: Readonly<Record<string, { readonly title: Title; readonly arguments: readonly string[] }>> = {
  google_bigquery_dataset_iam_member: { title: "BigQuery Viewer", arguments: ["dataset_id", "project"] },
  google_bigquery_table_iam_member: { title: "BigQuery Viewer", arguments: ["dataset_id", "project", "table_id"] },
  google_project_iam_member: { title: "BigQuery User", arguments: ["project"] },
  google_organization_iam_member: { title: "Project Viewer", arguments: ["org_id"] },
  google_folder_iam_member: { title: "Project Viewer", arguments: ["folder"] },
};

const CUSTOM_ROLE = ["description", "permissions", "role_id", "stage", "title"];

/** Allowed arguments of each allowed type. Meta-arguments that multiply a block or run something are not among them. */
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

/** Violations of least privilege by the GCP integrations of a stack, a sentence each. */
export function violations(json: Block, expected: Expected = {}): string[] {
  const stack = new Stack(json);
  return [
    ...unexpectedBlocks(stack, ARGUMENTS),
    ...checkReplacedMembers(stack),
    ...checkCustomRoles(stack),
    ...Object.keys(BINDINGS).flatMap((type) => checkBindings(stack, type, expected)),
    ...checkServiceAccounts(stack),
    ...checkTokenBindings(stack, expected),
    ...checkPoolProviders(stack, expected),
    ...checkPolicyExceptions(stack, expected),
    ...checkRetention(stack),
    ...checkSecrets(stack),
  ];
}

/** Checks that no resource replaces IAM members. */
function checkReplacedMembers({ entries }: Stack): string[] {
  return [
    ...entries
      .filter(({ type }) => /_iam_(binding|policy)$|^google_bigquery_dataset_access$/.test(type))
      .map(({ address }) => `${address} replaces IAM members`),
    ...entries
      .filter(({ type, block }) => type === "google_bigquery_dataset" && "access" in block)
      .map(({ address }) => `${address} replaces the IAM members of the dataset`),
  ];
}

const PROJECT_ROLE = "google_project_iam_custom_role";
const ORGANIZATION_ROLE = "google_organization_iam_custom_role";

function checkCustomRoles(stack: Stack): string[] {
  return stack.of(PROJECT_ROLE, ORGANIZATION_ROLE).flatMap(({ type, address, block: { title, permissions } }) => {
    const expectedType = title === "Project Viewer" ? ORGANIZATION_ROLE : PROJECT_ROLE;
    const allowed = Object.hasOwn(ALLOWED, String(title)) ? ALLOWED[title as Title] : [];
    const granted = Array.isArray(permissions) ? permissions.map(String) : [String(permissions)];
    const report = (problem: string, wrong: readonly string[]): string[] =>
      wrong.map((one) => `${address} ${problem} ${one}`);
    return [
      ...(type === expectedType ? [] : [`${address} has the wrong parent for ${String(title)}`]),
      ...report(
        "grants more than required:",
        granted.filter((one) => !allowed.includes(one)),
      ),
      ...report(
        "does not grant",
        allowed.filter((one) => !granted.includes(one)),
      ),
      ...report(
        "grants a forbidden permission:",
        granted.filter((one) => FORBIDDEN_PERMISSIONS.some((pattern) => pattern.test(one))),
      ),
      ...report(
        "is a role of a project, which cannot have",
        granted.filter((one) => type === PROJECT_ROLE && NOT_IN_PROJECT_ROLES.test(one)),
      ),
    ];
  });
}

const NEW_ACCOUNT = "google_service_account";
const EXISTING_ACCOUNT = "data.google_service_account";

// Names of the service accounts of the stack in bindings and keys. Existing ones are referenced by their e-mail addresses.
const accountMembers = (stack: Stack): string[] => [
  ...stack.references("member", NEW_ACCOUNT),
  ...stack.of(EXISTING_ACCOUNT).map(({ block }) => `serviceAccount:${String(block.account_id)}`),
];
const accountNames = (stack: Stack): string[] => [
  ...stack.references("name", NEW_ACCOUNT),
  ...stack.of(EXISTING_ACCOUNT).map(({ block }) => {
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

/** Checks that each binding has the role for its target, the service account as its member, and a target of the export. */
function checkBindings(stack: Stack, type: string, { roles = {} }: Expected): string[] {
  const title = BINDINGS[type]?.title ?? "BigQuery User";
  const customRoles = stack
    .of(PROJECT_ROLE, ORGANIZATION_ROLE)
    .filter(({ block }) => block.title === title)
    .map(({ address }) => `\${${address}.name}`);
  const expectedRoles = roles[title] === undefined ? customRoles : [roles[title]];
  return stack.of(type).flatMap(({ address, block }) => {
    const role = String(block.role);
    return [
      ...(expectedRoles.includes(role) ? [] : [`${address} binds ${role}, which is not ${title}`]),
      ...(FORBIDDEN_ROLES.test(role) ? [`${address} binds ${role}, which is forbidden`] : []),
      ...(role === "roles/bigquery.dataViewer" && title !== "BigQuery Viewer"
        ? [`${address} grants access to all datasets`]
        : []),
      ...(accountMembers(stack).includes(String(block.member))
        ? []
        : [`${address} is for ${String(block.member)}, which is not the service account`]),
      ...checkBindingTarget(stack, block).map((problem) => `${address} is on ${problem}`),
    ];
  });
}

function checkBindingTarget(stack: Stack, { project, dataset_id, table_id, org_id, folder }: Block): string[] {
  const projects = stack.of(...DATASETS).map(({ block }) => block.project);
  const organizations = Object.entries(stack.outputs)
    .filter(([name]) => name.endsWith("_organization_id"))
    .map(([, { value }]) => value);
  const isUnexpected = (target: unknown, known: readonly unknown[]): boolean =>
    target !== undefined && !known.includes(target);
  return [
    ...(isUnexpected(project, projects) ? ["another project than the dataset's"] : []),
    ...(isUnexpected(dataset_id, stack.references("dataset_id", ...DATASETS)) ? ["another dataset"] : []),
    ...(table_id === undefined || TABLES.some((pattern) => pattern.test(table_id as string))
      ? []
      : ["a table that is not part of the export"]),
    ...(isUnexpected(org_id, organizations) ? ["another organization"] : []),
    ...(folder === undefined || /^folders\/([1-9][0-9]*|\$\{var\.\w+\})$/.test(folder as string)
      ? []
      : ["something that is not a folder"]),
  ];
}

/** Checks that each integration has at most one service account, and each service account at most one key. */
function checkServiceAccounts(stack: Stack): string[] {
  const integrations = Object.keys(stack.outputs).filter((name) => name.endsWith("_handoff"));
  const owners = stack.of("google_service_account_key").map(({ block }) => String(block.service_account_id));
  const known = accountNames(stack);
  return [
    ...(integrations.length === 0 ? ["the stack has no integration"] : []),
    ...(stack.of(NEW_ACCOUNT, EXISTING_ACCOUNT).length > integrations.length
      ? ["there are more service accounts than integrations"]
      : []),
    ...owners.filter((owner) => !known.includes(owner)).map((owner) => `a key belongs to ${owner}`),
    ...(new Set(owners).size === owners.length ? [] : ["a service account has more than one key"]),
  ];
}

/** Checks that only the platform can get tokens of the service account, and do nothing else with it. */
function checkTokenBindings(stack: Stack, { platform }: Expected): string[] {
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
      ...(block.role === TOKEN_ROLE ? [] : [`${address} binds ${String(block.role)}, which is not ${TOKEN_ROLE}`]),
      ...(members.includes(String(block.member))
        ? []
        : [`${address} is for ${String(block.member)}, which is not the platform`]),
      ...(stack.references("name", "google_service_account").includes(String(block.service_account_id))
        ? []
        : [`${address} is on another service account`]),
    ]);
}

/** Accepted conditions and mappings of a pool provider. Further conditions can be added to each condition. */
function expectedTrusts(platform: string): readonly { readonly condition: string; readonly mapping: Block }[] {
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

function checkPoolProviders(stack: Stack, { platform = "" }: Expected): string[] {
  const pools = stack.references("workload_identity_pool_id", "google_iam_workload_identity_pool");
  return stack.of("google_iam_workload_identity_pool_provider").flatMap(({ address, block }) => {
    const condition = (block.attribute_condition ?? "") as string;
    const trust = expectedTrusts(platform).find((one) => requires(condition, one.condition));
    const { aws, oidc } = block as { aws?: Block; oidc?: Block };
    const isExpectedIssuer = oidc === undefined ? aws?.account_id === platform.split(":")[4] : isHttps(oidc.issuer_uri);
    return [
      ...(trust === undefined ? [`${address} accepts the tokens of others: ${condition}`] : []),
      ...(trust === undefined || isDeepStrictEqual(block.attribute_mapping, trust.mapping)
        ? []
        : [`${address} has an unexpected attribute mapping`]),
      ...(isExpectedIssuer && (aws === undefined) !== (oidc === undefined) ? [] : [`${address} trusts another issuer`]),
      ...(pools.includes(String(block.workload_identity_pool_id)) ? [] : [`${address} belongs to another pool`]),
    ];
  });
}

/** Whether a condition contains the required one, alone or together with more. */
function requires(condition: string, required: string): boolean {
  const more = condition.slice(required.length);
  return condition.startsWith(required) && (more === "" || (more.startsWith(" && (") && closesAtEnd(more.slice(4))));
}

/** Whether the parenthesis at the beginning of a text is closed at its end, and not before. */
function closesAtEnd(text: string): boolean {
  let depth = 0;
  // Without strings, whose parentheses do not count.
  const characters = Array.from(text.replace(/"[^"]*"/g, ""));
  return characters.every((character, index) => {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    return depth > 0 || (index === characters.length - 1 && depth === 0);
  });
}

function isHttps(uri: unknown): boolean {
  return typeof uri === "string" && uri.startsWith("https://");
}

/** Checks that exceptions from organization policies are expected, and only those for keys. */
function checkPolicyExceptions(stack: Stack, { keyPolicyException = false }: Expected): string[] {
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
    .map(({ address }) => `${address} is an unexpected exception from an organization policy`);
}

/** Checks that no data and no API is lost when the stack is destroyed, and that no data expires. */
function checkRetention(stack: Stack): string[] {
  return [
    ...stack
      .of("google_project_service")
      .filter(({ block }) => block.disable_on_destroy !== false)
      .map(({ address }) => `${address} disables an API that others may use`),
    ...stack.of("google_bigquery_dataset").flatMap(({ address, block }) => [
      ...(block.delete_contents_on_destroy === false ? [] : [`${address} is deleted with its contents`]),
      ...((block.lifecycle as Block | undefined)?.prevent_destroy === true ? [] : [`${address} can be destroyed`]),
      ...Object.keys(block)
        .filter((name) => name.includes("expiration"))
        .map((name) => `${address} loses data by ${name}`),
    ]),
  ];
}

const KEY = "google_service_account_key";

/** Checks that a key is only in its sensitive output, and that other blocks contain at most the name of a key. */
function checkSecrets(stack: Stack): string[] {
  const texts = textsOf(stack.json);
  const providers = Object.values((stack.json.provider ?? {}) as Record<string, Block[]>).flat();
  return [
    ...texts
      .filter(({ path, text }) => !(path === "resource" && text === KEY))
      .filter(({ text }) => text.replace(/google_service_account_key\.\w+\.name\b/g, "").includes(KEY))
      .filter((use) => !isKeyOutput(stack, use))
      .map(({ path }) => `a key is in ${path}`),
    ...(texts.some(({ text }) => text.includes("PRIVATE KEY")) ? ["a private key is in the JSON"] : []),
    ...providers
      .flatMap((provider) => ["access_token", "credentials"].filter((name) => name in provider))
      .map((name) => `a provider has '${name}'`),
  ];
}

function isKeyOutput(stack: Stack, { path, text }: Text): boolean {
  const [, name = ""] = /^output\.(\w+_service_account_key_json)\.value$/.exec(path) ?? [];
  const keys = stack.of(KEY).map(({ address }) => `\${base64decode(${address}.private_key)}`);
  return stack.outputs[name]?.sensitive === true && keys.includes(text);
}
