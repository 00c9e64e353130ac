import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import {
  GcpFederatedIdentity,
  GcpIdentity,
  GcpImpersonatedIdentity,
  GcpIntegration,
  type GcpIntegrationProps,
  GcpStorage,
} from "cdktf-finops/gcp";
import { type TerraformStack, TerraformVariable, Testing } from "cdktf";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { certificate } from "../support/keys";
import { type AnyProps } from "../support/props";
import { type Block, emptyStack, Template } from "../support/template";
import { type Expected, violations } from "./violations";

const REQUIRED = { projectId: PROJECT, organizationId: ORGANIZATION, billingAccountId: BILLING_ACCOUNT } as const;
const NEW_STORAGE = { ...REQUIRED, datasetLocation: "EU" } as const;
const SUBJECT = "acme-finops";
const READER = "acme-reader@platform.iam.gserviceaccount.com";
const AWS_ROLE = "arn:aws:sts::111122223333:assumed-role/platform";

type CreateProps = (stack: TerraformStack) => GcpIntegrationProps;

const federatedProps: CreateProps = (stack) => ({
  ...NEW_STORAGE,
  identity: new GcpFederatedIdentity(stack, "in", {
    projectId: PROJECT,
    accountId: "platform-in",
    poolId: "platform-in",
    issuerUri: "https://login.platform.example/acme",
    subject: SUBJECT,
  }),
});

const awsProps: CreateProps = (stack) => ({
  ...NEW_STORAGE,
  identity: new GcpFederatedIdentity(stack, "in", {
    projectId: PROJECT,
    accountId: "platform-in",
    poolId: "platform-in",
    awsAccountId: "111122223333",
    awsRoleName: "platform",
    attributeCondition: '(attribute.aws_role != "x") || assertion.arn != ")"',
  }),
});

const impersonatedProps: CreateProps = (stack) => ({
  ...NEW_STORAGE,
  identity: new GcpImpersonatedIdentity(stack, "in", {
    projectId: PROJECT,
    accountId: "platform-in",
    trustedServiceAccountEmail: READER,
  }),
});

const existingProps =
  (createKey: boolean): CreateProps =>
  (stack) => ({
    ...REQUIRED,
    identity: GcpIdentity.fromServiceAccount(stack, "in", {
      projectId: PROJECT,
      serviceAccountEmail: `finops@${PROJECT}.iam.gserviceaccount.com`,
      createKey,
    }),
    storage: GcpStorage.fromDataset(stack, "dataset", {
      projectId: PROJECT,
      datasetId: "exports",
      datasetLocation: "US",
    }),
  });

/** Identities, each with the expectations that the JSON does not contain. */
const IDENTITIES: [string, CreateProps, Expected][] = [
  ["a new service account with a key", () => NEW_STORAGE, {}],
  ["a new service account whose key a person creates", () => ({ ...NEW_STORAGE, createKey: false }), {}],
  [
    "a new service account with an existing key pair",
    () => ({ ...NEW_STORAGE, certificatePem: certificate({ name: "least" }) }),
    {},
  ],
  [
    "a new service account with an exception for its key",
    () => ({ ...NEW_STORAGE, keyPolicyException: true }),
    { keyPolicyException: true },
  ],
  ["an impersonated identity", impersonatedProps, { platform: `serviceAccount:${READER}` }],
  ["a federated identity", federatedProps, { platform: SUBJECT }],
  ["a federated identity of an AWS role", awsProps, { platform: AWS_ROLE }],
  ["an existing service account and dataset", existingProps(true), {}],
  ["an existing service account and dataset, and a key that a person creates", existingProps(false), {}],
];

/** Options of the access, each with the expectations that the JSON does not contain. */
const ACCESS_OPTIONS: [string, AnyProps<GcpIntegrationProps>, Expected][] = [
  ["before the tables exist", {}, {}],
  ["once the tables exist", { exportReady: true }, {}],
  ["with access to the whole dataset", { datasetAccess: "ALWAYS" }, {}],
  ["with access to the whole dataset until the tables exist", { datasetAccess: "UNTIL_EXPORT_READY" }, {}],
  ["with two folders", { folders: { production: "345678901234", sandbox: "456789012345" } }, {}],
  ["without the hierarchy", { hierarchy: "NONE" }, {}],
  ["without the APIs", { enableServices: false }, {}],
  ["with other names", { roleIdPrefix: "acme.finops", roleIdSuffix: "v2", outputPrefix: "acme" }, {}],
  [
    "with predefined roles",
    {
      bigqueryViewerRole: "roles/bigquery.dataViewer",
      bigqueryUserRole: "roles/bigquery.jobUser",
      projectViewerRole: `organizations/${ORGANIZATION}/roles/see_all`,
      exportReady: true,
    },
    {
      roles: {
        "BigQuery Viewer": "roles/bigquery.dataViewer",
        "BigQuery User": "roles/bigquery.jobUser",
        "Project Viewer": `organizations/${ORGANIZATION}/roles/see_all`,
      },
    },
  ],
  [
    "with an existing custom role",
    { bigqueryUserRole: `projects/${PROJECT}/roles/query_runner` },
    { roles: { "BigQuery User": `projects/${PROJECT}/roles/query_runner` } },
  ],
];

const examples = Object.entries(STACKS).filter(([id]) => id.startsWith("gcp-"));

describe("least privilege of the examples", () => {
  it("is checked for at least four of them", () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
  });

  it.each(examples)("holds for %s", (id, create) => {
    const { subject: platform } = EXAMPLE_SETTINGS[id as keyof typeof STACKS] as { subject?: string };
    expect(violations(Template.of(create(Testing.app(), id, EXAMPLE_SETTINGS)).json, { platform })).toEqual([]);
  });
});

describe("least privilege of an integration", () => {
  describe.each(IDENTITIES)("with %s", (_, create, expected) => {
    it.each(ACCESS_OPTIONS)("holds %s", (__, props, additional) => {
      const stack = gcpStack();
      new GcpIntegration(stack, "finops", { ...create(stack), ...props } as GcpIntegrationProps);
      expect(violations(Template.of(stack).json, { ...expected, ...additional })).toEqual([]);
    });
  });

  it("holds with unresolved tokens", () => {
    const stack = gcpStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    new GcpIntegration(stack, "finops", {
      projectId: variable("project"),
      organizationId: variable("organization"),
      billingAccountId: variable("account"),
      datasetLocation: "EU",
      datasetId: variable("dataset"),
      accountId: variable("account_id"),
      roleIdPrefix: variable("prefix"),
      folders: { production: variable("folder") },
      exportReady: true,
    });
    expect(violations(Template.of(stack).json)).toEqual([]);
  });

  it("holds beside another integration", () => {
    const stack = gcpStack();
    new GcpIntegration(stack, "one", { ...NEW_STORAGE, exportReady: true });
    new GcpIntegration(stack, "two", { ...NEW_STORAGE, projectId: "acme-other", datasetAccess: "ALWAYS" });
    expect(violations(Template.of(stack).json)).toEqual([]);
  });
});

// The tests above mean something only if violations are found.
describe("violations of least privilege", () => {
  /** Violations of a stack after a change of its synthesized JSON. */
  const violationsAfter = (
    change: (template: Template) => void,
    create: CreateProps = () => NEW_STORAGE,
    expected: Expected = {},
  ): string => {
    const stack = gcpStack();
    new GcpIntegration(stack, "finops", create(stack));
    const { json } = Template.of(stack);
    change(new Template(json));
    return violations(json, expected).join("\n");
  };
  const ready: CreateProps = () => ({ ...NEW_STORAGE, exportReady: true, exports: ["STANDARD"] });
  const wholeDataset: CreateProps = () => ({ ...NEW_STORAGE, datasetAccess: "ALWAYS" });
  const withFolder: CreateProps = () => ({ ...NEW_STORAGE, folders: { production: "345678901234" } });
  const withException: CreateProps = () => ({ ...NEW_STORAGE, keyPolicyException: true });

  /** Adds a block of the type, named `x`. */
  const addBlock = (type: string, block: Block): ((template: Template) => void) => {
    return ({ json }) => {
      const { [type]: byName = {}, ...others } = json.resource as Record<string, Record<string, Block>>;
      json.resource = { ...others, [type]: { ...byName, x: block } };
    };
  };
  /** Sets arguments of the only resource of the type. */
  const setArguments =
    (type: string, block: Block): ((template: Template) => void) =>
    (template) => {
      Object.assign(template.resource(type), block);
    };
  /** Adds a permission to a custom role. */
  const addPermission =
    (title: string, permission: string): ((template: Template) => void) =>
    (template) => {
      const roles = ["google_project_iam_custom_role", "google_organization_iam_custom_role"].flatMap((type) =>
        template.resources(type),
      );
      const role = roles.find((one) => one.title === title);
      (role?.permissions as string[]).push(permission);
    };

  it("are not found in an unchanged integration", () => {
    expect(violationsAfter(() => undefined)).toBe("");
    for (const create of [ready, wholeDataset, withFolder]) {
      expect(violationsAfter(() => undefined, create)).toBe("");
    }
    expect(violationsAfter(() => undefined, withException, { keyPolicyException: true })).toBe("");
    expect(violationsAfter(() => undefined, federatedProps, { platform: SUBJECT })).toBe("");
    expect(violationsAfter(() => undefined, awsProps, { platform: AWS_ROLE })).toBe("");
    expect(violationsAfter(() => undefined, impersonatedProps, { platform: `serviceAccount:${READER}` })).toBe("");
  });

  it.each([
    ["BigQuery Viewer", "bigquery.tables.create"],
    ["BigQuery Viewer", "bigquery.tables.update"],
    ["BigQuery Viewer", "bigquery.tables.delete"],
    ["BigQuery Viewer", "bigquery.tables.updateData"],
    ["BigQuery Viewer", "bigquery.tables.setIamPolicy"],
    ["BigQuery Viewer", "bigquery.tables.export"],
    ["BigQuery Viewer", "bigquery.datasets.delete"],
    ["BigQuery Viewer", "bigquery.datasets.setIamPolicy"],
    ["BigQuery Viewer", "storage.objects.get"],
    ["BigQuery Viewer", "bigquery.*"],
    ["BigQuery User", "bigquery.datasets.create"],
    ["BigQuery User", "bigquery.datasets.update"],
    ["BigQuery User", "bigquery.jobs.listAll"],
    ["BigQuery User", "iam.serviceAccountKeys.create"],
    ["BigQuery User", "iam.serviceAccounts.actAs"],
    ["BigQuery User", "iam.serviceAccounts.getAccessToken"],
    ["BigQuery User", "iam.roles.create"],
    ["BigQuery User", "iam.roles.update"],
    ["BigQuery User", "billing.accounts.get"],
    ["BigQuery User", "serviceusage.services.use"],
    ["BigQuery User", "compute.instances.list"],
    ["BigQuery User", "secretmanager.versions.access"],
    ["Project Viewer", "resourcemanager.projects.create"],
    ["Project Viewer", "resourcemanager.projects.update"],
    ["Project Viewer", "resourcemanager.projects.delete"],
    ["Project Viewer", "resourcemanager.organizations.setIamPolicy"],
    ["Project Viewer", "recommender.costInsights.update"],
  ])("include %s with %s, which is forbidden", (title, permission) => {
    const found = violationsAfter(addPermission(title, permission));
    expect(found).toContain(`grants more than required: ${permission}`);
    expect(found).toContain(`grants a forbidden permission: ${permission}`);
  });

  it.each([
    ["BigQuery Viewer", "bigquery.jobs.create"],
    ["BigQuery User", "bigquery.tables.getData"],
    ["BigQuery User", "bigquery.jobs.list"],
    ["Project Viewer", "resourcemanager.projects.getIamPolicy"],
  ])("include %s with %s, which is not required", (title, permission) => {
    expect(violationsAfter(addPermission(title, permission))).toContain(`grants more than required: ${permission}`);
  });

  it.each([
    "resourcemanager.projects.list",
    "resourcemanager.organizations.get",
    "resourcemanager.folders.get",
    "resourcemanager.tagKeys.get",
    "resourcemanager.tagValues.get",
  ])("include a role of the project with %s, which such a role cannot have", (permission) => {
    expect(violationsAfter(addPermission("BigQuery User", permission))).toContain(
      `is a role of a project, which cannot have ${permission}`,
    );
  });

  it.each<[string, (template: Template) => void, string, CreateProps?, Expected?]>([
    [
      "a role without the permission to read",
      (template) => {
        (template.resources("google_project_iam_custom_role")[1]?.permissions as string[]).splice(2, 1);
      },
      "does not grant bigquery.tables.getData",
    ],
    [
      "a role whose permissions are an expression",
      setArguments("google_organization_iam_custom_role", { permissions: "${var.permissions}" }),
      "grants more than required: ${var.permissions}",
    ],
    [
      "a role with a fourth title",
      addBlock("google_project_iam_custom_role", {
        project: PROJECT,
        title: "Helper",
        permissions: ["bigquery.jobs.create"],
      }),
      "google_project_iam_custom_role.x grants more than required: bigquery.jobs.create",
    ],
    [
      "a role of the project in the organization",
      addBlock("google_organization_iam_custom_role", {
        org_id: ORGANIZATION,
        title: "BigQuery Viewer",
        permissions: [],
      }),
      "google_organization_iam_custom_role.x has the wrong parent for BigQuery Viewer",
    ],
    ...[
      "owner",
      "editor",
      "viewer",
      "bigquery.admin",
      "bigquery.dataEditor",
      "bigquery.dataOwner",
      "bigquery.user",
    ].map((name): [string, (template: Template) => void, string, CreateProps, Expected] => [
      `the predefined role ${name}, even if expected`,
      setArguments("google_project_iam_member", { role: `roles/${name}` }),
      `binds roles/${name}, which is forbidden`,
      () => NEW_STORAGE,
      { roles: { "BigQuery User": `roles/${name}` } },
    ]),
    [
      "an unexpected predefined role",
      setArguments("google_project_iam_member", { role: "roles/bigquery.jobUser" }),
      "binds roles/bigquery.jobUser, which is not BigQuery User",
    ],
    [
      "read access to the whole project, even if expected",
      setArguments("google_project_iam_member", { role: "roles/bigquery.dataViewer" }),
      "grants access to all datasets",
      (): GcpIntegrationProps => NEW_STORAGE,
      { roles: { "BigQuery User": "roles/bigquery.dataViewer" } },
    ],
    [
      "read access to the whole organization, even if expected",
      setArguments("google_organization_iam_member", { role: "roles/bigquery.dataViewer" }),
      "grants access to all datasets",
      (): GcpIntegrationProps => NEW_STORAGE,
      { roles: { "Project Viewer": "roles/bigquery.dataViewer" } },
    ],
    [
      "the role for reading, bound on the project",
      (template) => {
        const viewer = template.resource("google_bigquery_dataset_iam_member").role;
        template.resource("google_project_iam_member").role = viewer;
      },
      "which is not BigQuery User",
      wholeDataset,
    ],
    [
      "the role for queries, bound on the organization",
      (template) => {
        template.resource("google_organization_iam_member").role = template.resource("google_project_iam_member").role;
      },
      "which is not Project Viewer",
    ],
    [
      "a role that is not in the stack",
      setArguments("google_organization_iam_member", { role: "${google_organization_iam_custom_role.other.name}" }),
      "which is not Project Viewer",
    ],
    [
      "the role for tokens, for all service accounts",
      setArguments("google_project_iam_member", { role: "roles/iam.workloadIdentityUser" }),
      "binds roles/iam.workloadIdentityUser, which is not BigQuery User",
    ],
    ...[
      "allUsers",
      "allAuthenticatedUsers",
      "user:bob@acme.example",
      "group:all@acme.example",
      "domain:acme.example",
    ].map((member): [string, (template: Template) => void, string, CreateProps] => [
      `${member} in place of the service account`,
      setArguments("google_bigquery_table_iam_member", { member }),
      `is for ${member}, which is not the service account`,
      ready,
    ]),
    [
      "a service account of another project",
      setArguments("google_organization_iam_member", { member: "serviceAccount:x@acme-other.iam.gserviceaccount.com" }),
      "is for serviceAccount:x@acme-other.iam.gserviceaccount.com, which is not the service account",
    ],
    [
      "a second member that can run queries",
      (template) => {
        const { role } = template.resource("google_project_iam_member");
        addBlock("google_project_iam_member", { project: PROJECT, role, member: "user:bob@acme.example" })(template);
      },
      "google_project_iam_member.x is for user:bob@acme.example",
    ],
    [
      "a binding on another project",
      setArguments("google_project_iam_member", { project: "acme-other" }),
      "is on another project than the dataset's",
    ],
    [
      "a binding on another dataset",
      setArguments("google_bigquery_dataset_iam_member", { dataset_id: "salaries" }),
      "is on another dataset",
      wholeDataset,
    ],
    [
      "a binding on another table",
      setArguments("google_bigquery_table_iam_member", { table_id: "salaries" }),
      "is on a table that is not part of the export",
      ready,
    ],
    [
      "a binding on another organization",
      setArguments("google_organization_iam_member", { org_id: "999999999999" }),
      "is on another organization",
    ],
    [
      "a binding on the organization in place of a folder",
      setArguments("google_folder_iam_member", { folder: `organizations/${ORGANIZATION}` }),
      "is on something that is not a folder",
      withFolder,
    ],
    ...[
      "google_bigquery_dataset_iam_binding",
      "google_bigquery_dataset_iam_policy",
      "google_bigquery_table_iam_binding",
      "google_folder_iam_policy",
      "google_organization_iam_binding",
      "google_organization_iam_policy",
      "google_project_iam_binding",
      "google_project_iam_policy",
      "google_service_account_iam_policy",
      "google_bigquery_dataset_access",
    ].map((type): [string, (template: Template) => void, string] => [
      `a ${type}, which removes the access of others`,
      addBlock(type, { project: PROJECT }),
      `${type}.x replaces IAM members`,
    ]),
    [
      "a dataset that sets its IAM members",
      setArguments("google_bigquery_dataset", { access: [{ role: "OWNER", special_group: "projectOwners" }] }),
      "replaces the IAM members of the dataset",
    ],
    ["a bucket", addBlock("google_storage_bucket", { name: "x" }), "google_storage_bucket.x is unexpected"],
    [
      "a provisioner",
      setArguments("google_project_iam_member", { provisioner: [{ "local-exec": { command: "true" } }] }),
      "must not have 'provisioner'",
    ],
    ["a resource with a count", setArguments("google_service_account_key", { count: 2 }), "must not have 'count'"],
    [
      "a module",
      ({ json }) => {
        json.module = { m: { source: "git::https://acme.example/m.git" } };
      },
      "a module is unexpected",
    ],
    [
      "a second service account",
      addBlock("google_service_account", { project: PROJECT, account_id: "x" }),
      "there are more service accounts than integrations",
    ],
    [
      "an API that is disabled",
      (template) => {
        Object.assign(template.resources("google_project_service")[0] ?? {}, { disable_on_destroy: true });
      },
      "disables an API that others may use",
    ],
    [
      "an API without the argument that keeps it enabled",
      (template) => {
        delete template.resources("google_project_service")[0]?.disable_on_destroy;
      },
      "disables an API that others may use",
    ],
    [
      "an API that is disabled with its dependents",
      (template) => {
        Object.assign(template.resources("google_project_service")[0] ?? {}, { disable_dependent_services: true });
      },
      "must not have 'disable_dependent_services'",
    ],
    [
      "a dataset that is deleted with its tables",
      setArguments("google_bigquery_dataset", { delete_contents_on_destroy: true }),
      "is deleted with its contents",
    ],
    [
      "a dataset that can be destroyed",
      () => undefined,
      "can be destroyed",
      (): GcpIntegrationProps => ({ ...NEW_STORAGE, retain: false }),
    ],
    [
      "a dataset whose tables expire",
      setArguments("google_bigquery_dataset", { default_table_expiration_ms: 3600000 }),
      "loses data by default_table_expiration_ms",
    ],
    [
      "a dataset whose partitions expire",
      setArguments("google_bigquery_dataset", { default_partition_expiration_ms: 3600000 }),
      "loses data by default_partition_expiration_ms",
    ],
    [
      "an unexpected exception for keys",
      () => undefined,
      "is an unexpected exception from an organization policy",
      withException,
    ],
    [
      "an exception from another policy",
      (template) => {
        Object.assign(template.resources("google_org_policy_policy")[0] ?? {}, {
          name: `projects/${PROJECT}/policies/iam.allowedPolicyMemberDomains`,
        });
      },
      "is an unexpected exception from an organization policy",
      withException,
      { keyPolicyException: true },
    ],
    [
      "an exception for the whole organization",
      (template) => {
        Object.assign(template.resources("google_org_policy_policy")[0] ?? {}, {
          parent: `organizations/${ORGANIZATION}`,
        });
      },
      "is an unexpected exception from an organization policy",
      withException,
      { keyPolicyException: true },
    ],
    [
      "a second key",
      (template) => {
        addBlock("google_service_account_key", template.resource("google_service_account_key"))(template);
      },
      "a service account has more than one key",
    ],
    [
      "a key of another service account",
      setArguments("google_service_account_key", {
        service_account_id: "projects/-/serviceAccounts/x@acme.iam.gserviceaccount.com",
      }),
      "a key belongs to projects/-/serviceAccounts/x@acme.iam.gserviceaccount.com",
    ],
    [
      "a key in an output that is not sensitive",
      (template) => {
        delete template.output("finops_service_account_key_json").sensitive;
      },
      "a key is in output.finops_service_account_key_json.value",
    ],
    [
      "a key in another output, even if it is sensitive",
      (template) => {
        const { value } = template.output("finops_service_account_key_json");
        template.json.output = { ...template.outputs, x: { value, sensitive: true } };
      },
      "a key is in output.x.value",
    ],
    [
      "a key in a label",
      (template) => {
        const key = template.address("google_service_account_key");
        Object.assign(template.resource("google_bigquery_dataset"), { labels: { key: `\${${key}.private_key}` } });
      },
      ".labels.key",
    ],
    [
      "all attributes of a key in its output",
      (template) => {
        const key = template.address("google_service_account_key");
        Object.assign(template.output("finops_service_account_key_json"), { value: `\${jsonencode(${key})}` });
      },
      "a key is in output.finops_service_account_key_json.value",
    ],
    [
      "a private key as a literal",
      ({ json }) => {
        json.variable = { x: { default: "-----BEGIN PRIVATE KEY-----" } };
      },
      "a private key is in the JSON",
    ],
    [
      "a provider with a key",
      ({ json }) => {
        json.provider = { google: [{ credentials: '${file("key.json")}' }] };
      },
      "a provider has 'credentials'",
    ],
    [
      "a provider with a token",
      ({ json }) => {
        json.provider = { google: [{ access_token: "x" }] };
      },
      "a provider has 'access_token'",
    ],
  ])("include %s", (_, change, violation, ...[create, expected]) => {
    expect(violationsAfter(change, create, expected)).toContain(violation);
  });

  describe("of an identity without a key", () => {
    const LOGIN = "google_service_account_iam_member";
    const TRUST = "google_iam_workload_identity_pool_provider";

    it.each<[string, (template: Template) => void, string]>([
      [
        "a missing condition",
        (template) => {
          delete template.resource(TRUST).attribute_condition;
        },
        "accepts the tokens of others",
      ],
      ["an empty condition", setArguments(TRUST, { attribute_condition: "" }), "accepts the tokens of others"],
      [
        "a condition without the subject",
        setArguments(TRUST, { attribute_condition: 'assertion.tenant == "acme"' }),
        'accepts the tokens of others: assertion.tenant == "acme"',
      ],
      [
        "a condition with another subject",
        setArguments(TRUST, { attribute_condition: 'assertion.sub == "eve"' }),
        "accepts the tokens of others",
      ],
      [
        "a condition with an alternative",
        setArguments(TRUST, { attribute_condition: `assertion.sub == "${SUBJECT}" || true` }),
        "accepts the tokens of others",
      ],
      [
        "a condition whose parentheses end too early",
        setArguments(TRUST, { attribute_condition: `assertion.sub == "${SUBJECT}" && (a == b) || (a != b)` }),
        "accepts the tokens of others",
      ],
      [
        "a subject from another claim",
        setArguments(TRUST, { attribute_mapping: { "google.subject": "assertion.nickname" } }),
        "has an unexpected attribute mapping",
      ],
      [
        "an additional attribute",
        setArguments(TRUST, {
          attribute_mapping: { "google.subject": "assertion.sub", "google.groups": "assertion.groups" },
        }),
        "has an unexpected attribute mapping",
      ],
      ["an issuer without TLS", setArguments(TRUST, { oidc: { issuer_uri: "http://x.example" } }), "another issuer"],
      ["a second issuer", setArguments(TRUST, { aws: { account_id: "111122223333" } }), "trusts another issuer"],
      ["SAML", setArguments(TRUST, { saml: { idp_metadata_xml: "<x/>" } }), "must not have 'saml'"],
      ["another pool", setArguments(TRUST, { workload_identity_pool_id: "other" }), "belongs to another pool"],
      [
        "all principals of the pool",
        (template) => {
          const pool = `\${${template.address("google_iam_workload_identity_pool")}.name}`;
          template.resource(LOGIN).member = `principalSet://iam.googleapis.com/${pool}/*`;
        },
        "/*, which is not the platform",
      ],
      [
        "another subject",
        (template) => {
          template.resource(LOGIN).member = (template.resource(LOGIN).member as string).replace(SUBJECT, "eve");
        },
        "/subject/eve, which is not the platform",
      ],
      ["everyone", setArguments(LOGIN, { member: "allUsers" }), "is for allUsers, which is not the platform"],
      [
        "a role that can create keys",
        setArguments(LOGIN, { role: "roles/iam.serviceAccountKeyAdmin" }),
        "binds roles/iam.serviceAccountKeyAdmin, which is not roles/iam.workloadIdentityUser",
      ],
      [
        "a service account of another project",
        setArguments(LOGIN, { service_account_id: "projects/-/serviceAccounts/x@acme.iam.gserviceaccount.com" }),
        "is on another service account",
      ],
      [
        "a role for the platform's principal itself",
        (template) => {
          template.resource("google_project_iam_member").member = template.resource(LOGIN).member;
        },
        "which is not the service account",
      ],
    ])("include %s", (_, change, violation) => {
      expect(violationsAfter(change, federatedProps, { platform: SUBJECT })).toContain(violation);
    });

    it.each<[string, (template: Template) => void, string]>([
      [
        "all roles of the account",
        setArguments(TRUST, {
          attribute_condition: 'assertion.arn.startsWith("arn:aws:sts::111122223333:assumed-role/")',
        }),
        "accepts the tokens of others",
      ],
      [
        "all roles whose names begin with the expected one",
        setArguments(TRUST, { attribute_condition: `assertion.arn.startsWith("${AWS_ROLE}")` }),
        "accepts the tokens of others",
      ],
      ["another account", setArguments(TRUST, { aws: { account_id: "999999999999" } }), "trusts another issuer"],
      [
        "a role from the session name",
        setArguments(TRUST, {
          attribute_mapping: { "google.subject": "assertion.userid", "attribute.aws_role": "assertion.arn" },
        }),
        "has an unexpected attribute mapping",
      ],
    ])("include, in AWS, %s", (_, change, violation) => {
      expect(violationsAfter(change, awsProps, { platform: AWS_ROLE })).toContain(violation);
    });

    it("include another service account than the platform's", () => {
      const change = setArguments(LOGIN, { member: "serviceAccount:eve@platform.iam.gserviceaccount.com" });
      expect(violationsAfter(change, impersonatedProps, { platform: `serviceAccount:${READER}` })).toContain(
        "is for serviceAccount:eve@platform.iam.gserviceaccount.com, which is not the platform",
      );
    });

    it("include a principal that is not expected", () => {
      expect(violationsAfter(() => undefined, impersonatedProps)).toContain(
        `is for serviceAccount:${READER}, which is not the platform`,
      );
    });
  });

  it("include a stack without an integration", () => {
    const stack = emptyStack();
    new GoogleProvider(stack, "google", {});
    new GcpStorage(stack, "storage", { projectId: PROJECT, datasetLocation: "EU" });
    expect(violations(Template.of(stack).json)).toEqual(["the stack has no integration"]);
  });

  it("are all reported", () => {
    const found = violationsAfter((template) => {
      setArguments("google_project_iam_member", { role: "roles/owner", member: "allUsers" })(template);
    });
    expect(found.split("\n").map((line) => line.replace(/_[0-9A-F]{8}/, ""))).toEqual([
      "google_project_iam_member.finops_access binds roles/owner, which is not BigQuery User",
      "google_project_iam_member.finops_access binds roles/owner, which is forbidden",
      "google_project_iam_member.finops_access is for allUsers, which is not the service account",
    ]);
  });
});
