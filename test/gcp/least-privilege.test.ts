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

const LEAST = { projectId: PROJECT, organizationId: ORGANIZATION, billingAccountId: BILLING_ACCOUNT } as const;
const NEW = { ...LEAST, datasetLocation: "EU" } as const;
const SUBJECT = "acme-finops";
const READER = "acme-reader@platform.iam.gserviceaccount.com";
const AWS_ROLE = "arn:aws:sts::111122223333:assumed-role/platform";

type Make = (stack: TerraformStack) => GcpIntegrationProps;

const federated: Make = (stack) => ({
  ...NEW,
  identity: new GcpFederatedIdentity(stack, "in", {
    projectId: PROJECT,
    accountId: "platform-in",
    poolId: "platform-in",
    issuerUri: "https://login.platform.example/acme",
    subject: SUBJECT,
  }),
});

const ofAws: Make = (stack) => ({
  ...NEW,
  identity: new GcpFederatedIdentity(stack, "in", {
    projectId: PROJECT,
    accountId: "platform-in",
    poolId: "platform-in",
    awsAccountId: "111122223333",
    awsRoleName: "platform",
    attributeCondition: '(attribute.aws_role != "x") || assertion.arn != ")"',
  }),
});

const impersonated: Make = (stack) => ({
  ...NEW,
  identity: new GcpImpersonatedIdentity(stack, "in", {
    projectId: PROJECT,
    accountId: "platform-in",
    trustedServiceAccountEmail: READER,
  }),
});

const existing =
  (createKey: boolean): Make =>
  (stack) => ({
    ...LEAST,
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

/** Each way in, and what cannot be read off its JSON. */
const WAYS_IN: [string, Make, Expected][] = [
  ["a new service account with a key", () => NEW, {}],
  ["a new service account whose key a person makes", () => ({ ...NEW, createKey: false }), {}],
  [
    "a new service account with a key whose pair is there",
    () => ({ ...NEW, certificatePem: certificate({ name: "least" }) }),
    {},
  ],
  [
    "a new service account with a key for which a policy is lifted",
    () => ({ ...NEW, keyPolicyException: true }),
    { keyPolicyException: true },
  ],
  ["the platform's own service account", impersonated, { platform: `serviceAccount:${READER}` }],
  ["the platform's own tokens", federated, { platform: SUBJECT }],
  ["the platform's role in AWS", ofAws, { platform: AWS_ROLE }],
  ["a service account and a dataset that are there", existing(true), {}],
  ["a service account and a dataset that are there, whose key a person makes", existing(false), {}],
];

/** What of the access there is to choose. */
const CHOICES: [string, AnyProps<GcpIntegrationProps>, Expected][] = [
  ["before the tables are there", {}, {}],
  ["once the tables are there", { exportReady: true }, {}],
  ["at all of the dataset", { datasetAccess: "ALWAYS" }, {}],
  ["at all of the dataset until the tables are there", { datasetAccess: "UNTIL_EXPORT_READY" }, {}],
  ["below two folders", { folders: { production: "345678901234", sandbox: "456789012345" } }, {}],
  ["with nothing of the hierarchy", { hierarchy: "NONE" }, {}],
  ["without the APIs", { enableServices: false }, {}],
  ["with other names", { roleIdPrefix: "acme.finops", roleIdSuffix: "v2", outputPrefix: "acme" }, {}],
  [
    "by Google's own roles",
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
    "by a custom role that is there",
    { bigqueryUserRole: `projects/${PROJECT}/roles/query_runner` },
    { roles: { "BigQuery User": `projects/${PROJECT}/roles/query_runner` } },
  ],
];

const examples = Object.entries(STACKS).filter(([id]) => id.startsWith("gcp-"));

describe("the examples", () => {
  it("are four or more", () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
  });

  it.each(examples)("grant the least: %s", (id, make) => {
    const { subject: platform } = EXAMPLE_SETTINGS[id as keyof typeof STACKS] as { subject?: string };
    expect(violations(Template.of(make(Testing.app(), id, EXAMPLE_SETTINGS)).json, { platform })).toEqual([]);
  });
});

describe("an integration", () => {
  describe.each(WAYS_IN)("with %s", (_, make, told) => {
    it.each(CHOICES)("grants the least %s", (__, props, more) => {
      const stack = gcpStack();
      new GcpIntegration(stack, "finops", { ...make(stack), ...props } as GcpIntegrationProps);
      expect(violations(Template.of(stack).json, { ...told, ...more })).toEqual([]);
    });
  });

  it("grants the least where Terraform fills in the names", () => {
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

  it("grants the least beside another one", () => {
    const stack = gcpStack();
    new GcpIntegration(stack, "one", { ...NEW, exportReady: true });
    new GcpIntegration(stack, "two", { ...NEW, projectId: "acme-other", datasetAccess: "ALWAYS" });
    expect(violations(Template.of(stack).json)).toEqual([]);
  });
});

// That the above finds nothing means something only if it finds what is wrong.
describe("what is more than the least", () => {
  /** The breaches of a stack that someone has changed once it was synthesized. */
  const changed = (change: (template: Template) => void, make: Make = () => NEW, told: Expected = {}): string => {
    const stack = gcpStack();
    new GcpIntegration(stack, "finops", make(stack));
    const { json } = Template.of(stack);
    change(new Template(json));
    return violations(json, told).join("\n");
  };
  const ready: Make = () => ({ ...NEW, exportReady: true, exports: ["STANDARD"] });
  const wide: Make = () => ({ ...NEW, datasetAccess: "ALWAYS" });
  const folder: Make = () => ({ ...NEW, folders: { production: "345678901234" } });
  const lifted: Make = () => ({ ...NEW, keyPolicyException: true });

  /** One more block of the type, as `x`. */
  const add = (type: string, block: Block): ((template: Template) => void) => {
    return ({ json }) => {
      const { [type]: byName = {}, ...others } = json.resource as Record<string, Record<string, Block>>;
      json.resource = { ...others, [type]: { ...byName, x: block } };
    };
  };
  /** The one resource of the type with other arguments. */
  const set =
    (type: string, block: Block): ((template: Template) => void) =>
    (template) => {
      Object.assign(template.resource(type), block);
    };
  /** A custom role with another permission. */
  const permit =
    (title: string, permission: string): ((template: Template) => void) =>
    (template) => {
      const roles = ["google_project_iam_custom_role", "google_organization_iam_custom_role"].flatMap((type) =>
        template.resources(type),
      );
      const role = roles.find((one) => one.title === title);
      (role?.permissions as string[]).push(permission);
    };

  it("is found only where it is", () => {
    expect(changed(() => undefined)).toBe("");
    for (const make of [ready, wide, folder]) {
      expect(changed(() => undefined, make)).toBe("");
    }
    expect(changed(() => undefined, lifted, { keyPolicyException: true })).toBe("");
    expect(changed(() => undefined, federated, { platform: SUBJECT })).toBe("");
    expect(changed(() => undefined, ofAws, { platform: AWS_ROLE })).toBe("");
    expect(changed(() => undefined, impersonated, { platform: `serviceAccount:${READER}` })).toBe("");
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
  ])("is %s with %s, which nobody may have", (title, permission) => {
    const found = changed(permit(title, permission));
    expect(found).toContain(`allows more than it needs: ${permission}`);
    expect(found).toContain(`allows what nobody may have: ${permission}`);
  });

  it.each([
    ["BigQuery Viewer", "bigquery.jobs.create"],
    ["BigQuery User", "bigquery.tables.getData"],
    ["BigQuery User", "bigquery.jobs.list"],
    ["Project Viewer", "resourcemanager.projects.getIamPolicy"],
  ])("is %s with %s, which it does not need", (title, permission) => {
    expect(changed(permit(title, permission))).toContain(`allows more than it needs: ${permission}`);
  });

  it.each([
    "resourcemanager.projects.list",
    "resourcemanager.organizations.get",
    "resourcemanager.folders.get",
    "resourcemanager.tagKeys.get",
    "resourcemanager.tagValues.get",
  ])("is a role of the project with %s, which such a role cannot have", (permission) => {
    expect(changed(permit("BigQuery User", permission))).toContain(`is of a project, which refuses ${permission}`);
  });

  it.each<[string, (template: Template) => void, string, Make?, Expected?]>([
    [
      "a role that lacks something, so that nothing can be read",
      (template) => {
        (template.resources("google_project_iam_custom_role")[1]?.permissions as string[]).splice(2, 1);
      },
      "does not allow bigquery.tables.getData",
    ],
    [
      "a role whose permissions nobody can see",
      set("google_organization_iam_custom_role", { permissions: "${var.permissions}" }),
      "allows more than it needs: ${var.permissions}",
    ],
    [
      "a role of a fourth title",
      add("google_project_iam_custom_role", {
        project: PROJECT,
        title: "Helper",
        permissions: ["bigquery.jobs.create"],
      }),
      "google_project_iam_custom_role.x allows more than it needs: bigquery.jobs.create",
    ],
    [
      "a role of the project's in all of the organization",
      add("google_organization_iam_custom_role", { org_id: ORGANIZATION, title: "BigQuery Viewer", permissions: [] }),
      "google_organization_iam_custom_role.x is at another place than BigQuery Viewer belongs",
    ],
    ...[
      "owner",
      "editor",
      "viewer",
      "bigquery.admin",
      "bigquery.dataEditor",
      "bigquery.dataOwner",
      "bigquery.user",
    ].map((name): [string, (template: Template) => void, string, Make, Expected] => [
      `Google's role ${name}, whatever is told`,
      set("google_project_iam_member", { role: `roles/${name}` }),
      `binds roles/${name}, which nobody may have`,
      () => NEW,
      { roles: { "BigQuery User": `roles/${name}` } },
    ]),
    [
      "a role of Google's that nobody told of",
      set("google_project_iam_member", { role: "roles/bigquery.jobUser" }),
      "binds roles/bigquery.jobUser, which is not BigQuery User",
    ],
    [
      "the right to read all of the project, even if told",
      set("google_project_iam_member", { role: "roles/bigquery.dataViewer" }),
      "lets all datasets be read",
      (): GcpIntegrationProps => NEW,
      { roles: { "BigQuery User": "roles/bigquery.dataViewer" } },
    ],
    [
      "the right to read all of the organization, even if told",
      set("google_organization_iam_member", { role: "roles/bigquery.dataViewer" }),
      "lets all datasets be read",
      (): GcpIntegrationProps => NEW,
      { roles: { "Project Viewer": "roles/bigquery.dataViewer" } },
    ],
    [
      "our role for reading at the project",
      (template) => {
        const viewer = template.resource("google_bigquery_dataset_iam_member").role;
        template.resource("google_project_iam_member").role = viewer;
      },
      "which is not BigQuery User",
      wide,
    ],
    [
      "our role for queries in all of the organization",
      (template) => {
        template.resource("google_organization_iam_member").role = template.resource("google_project_iam_member").role;
      },
      "which is not Project Viewer",
    ],
    [
      "a role that is none of the stack's",
      set("google_organization_iam_member", { role: "${google_organization_iam_custom_role.other.name}" }),
      "which is not Project Viewer",
    ],
    [
      "the role that lets the platform in, for all service accounts",
      set("google_project_iam_member", { role: "roles/iam.workloadIdentityUser" }),
      "binds roles/iam.workloadIdentityUser, which is not BigQuery User",
    ],
    ...[
      "allUsers",
      "allAuthenticatedUsers",
      "user:bob@acme.example",
      "group:all@acme.example",
      "domain:acme.example",
    ].map((member): [string, (template: Template) => void, string, Make] => [
      `${member} in place of the service account`,
      set("google_bigquery_table_iam_member", { member }),
      `is for ${member}, which is not the service account`,
      ready,
    ]),
    [
      "somebody else's service account",
      set("google_organization_iam_member", { member: "serviceAccount:x@acme-other.iam.gserviceaccount.com" }),
      "is for serviceAccount:x@acme-other.iam.gserviceaccount.com, which is not the service account",
    ],
    [
      "a second one who runs queries",
      (template) => {
        const { role } = template.resource("google_project_iam_member");
        add("google_project_iam_member", { project: PROJECT, role, member: "user:bob@acme.example" })(template);
      },
      "google_project_iam_member.x is for user:bob@acme.example",
    ],
    [
      "a binding of another project",
      set("google_project_iam_member", { project: "acme-other" }),
      "is at another project than the dataset's",
    ],
    [
      "a binding at another dataset",
      set("google_bigquery_dataset_iam_member", { dataset_id: "salaries" }),
      "is at another dataset",
      wide,
    ],
    [
      "a binding at another table",
      set("google_bigquery_table_iam_member", { table_id: "salaries" }),
      "is at a table that is none of the export",
      ready,
    ],
    [
      "a binding at another organization",
      set("google_organization_iam_member", { org_id: "999999999999" }),
      "is at another organization",
    ],
    [
      "a binding at the organization in place of a folder",
      set("google_folder_iam_member", { folder: `organizations/${ORGANIZATION}` }),
      "is at something that is no folder",
      folder,
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
      `a ${type}, which takes away what others have`,
      add(type, { project: PROJECT }),
      `${type}.x does not only add`,
    ]),
    [
      "a dataset that says who may use it",
      set("google_bigquery_dataset", { access: [{ role: "OWNER", special_group: "projectOwners" }] }),
      "replaces who may use it",
    ],
    ["a bucket", add("google_storage_bucket", { name: "x" }), "google_storage_bucket.x has no place here"],
    [
      "a command",
      set("google_project_iam_member", { provisioner: [{ "local-exec": { command: "true" } }] }),
      "must not have 'provisioner'",
    ],
    ["several of one", set("google_service_account_key", { count: 2 }), "must not have 'count'"],
    [
      "a module",
      ({ json }) => {
        json.module = { m: { source: "git::https://acme.example/m.git" } };
      },
      "a module has no place here",
    ],
    [
      "a second service account",
      add("google_service_account", { project: PROJECT, account_id: "x" }),
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
      "an API of which it is not said that it stays",
      (template) => {
        delete template.resources("google_project_service")[0]?.disable_on_destroy;
      },
      "disables an API that others may use",
    ],
    [
      "an API that is disabled with those that need it",
      (template) => {
        Object.assign(template.resources("google_project_service")[0] ?? {}, { disable_dependent_services: true });
      },
      "must not have 'disable_dependent_services'",
    ],
    [
      "a dataset that is deleted with its tables",
      set("google_bigquery_dataset", { delete_contents_on_destroy: true }),
      "is deleted with all that is in it",
    ],
    [
      "a dataset that can be destroyed",
      () => undefined,
      "can be destroyed",
      (): GcpIntegrationProps => ({ ...NEW, retain: false }),
    ],
    [
      "a dataset whose tables expire",
      set("google_bigquery_dataset", { default_table_expiration_ms: 3600000 }),
      "forgets, by default_table_expiration_ms",
    ],
    [
      "a dataset whose partitions expire",
      set("google_bigquery_dataset", { default_partition_expiration_ms: 3600000 }),
      "forgets, by default_partition_expiration_ms",
    ],
    ["an exception from a policy that nobody told of", () => undefined, "lifts a policy of the organization", lifted],
    [
      "an exception from another policy",
      (template) => {
        Object.assign(template.resources("google_org_policy_policy")[0] ?? {}, {
          name: `projects/${PROJECT}/policies/iam.allowedPolicyMemberDomains`,
        });
      },
      "lifts a policy of the organization",
      lifted,
      { keyPolicyException: true },
    ],
    [
      "an exception for all of the organization",
      (template) => {
        Object.assign(template.resources("google_org_policy_policy")[0] ?? {}, {
          parent: `organizations/${ORGANIZATION}`,
        });
      },
      "lifts a policy of the organization",
      lifted,
      { keyPolicyException: true },
    ],
    [
      "a second key",
      (template) => {
        add("google_service_account_key", template.resource("google_service_account_key"))(template);
      },
      "a service account has more than one key",
    ],
    [
      "a key of another service account",
      set("google_service_account_key", {
        service_account_id: "projects/-/serviceAccounts/x@acme.iam.gserviceaccount.com",
      }),
      "a key is of projects/-/serviceAccounts/x@acme.iam.gserviceaccount.com",
    ],
    [
      "a key for all to see",
      (template) => {
        delete template.output("finops_service_account_key_json").sensitive;
      },
      "a key is in output.finops_service_account_key_json.value",
    ],
    [
      "a key in another output, if only as a secret",
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
      "the whole resource of a key in its output",
      (template) => {
        const key = template.address("google_service_account_key");
        Object.assign(template.output("finops_service_account_key_json"), { value: `\${jsonencode(${key})}` });
      },
      "a key is in output.finops_service_account_key_json.value",
    ],
    [
      "a private key as text",
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
  ])("is %s", (_, change, breach, ...[make, told]) => {
    expect(changed(change, make, told)).toContain(breach);
  });

  describe("where the platform has no key", () => {
    const LOGIN = "google_service_account_iam_member";
    const TRUST = "google_iam_workload_identity_pool_provider";

    it.each<[string, (template: Template) => void, string]>([
      [
        "no condition",
        (template) => {
          delete template.resource(TRUST).attribute_condition;
        },
        "lets in whoever has a token",
      ],
      ["an empty condition", set(TRUST, { attribute_condition: "" }), "lets in whoever has a token"],
      [
        "a condition without the subject",
        set(TRUST, { attribute_condition: 'assertion.tenant == "acme"' }),
        'lets in whoever has a token: assertion.tenant == "acme"',
      ],
      [
        "a condition of another subject",
        set(TRUST, { attribute_condition: 'assertion.sub == "eve"' }),
        "lets in whoever has a token",
      ],
      [
        "a condition with an alternative",
        set(TRUST, { attribute_condition: `assertion.sub == "${SUBJECT}" || true` }),
        "lets in whoever has a token",
      ],
      [
        "a condition whose parentheses end too early",
        set(TRUST, { attribute_condition: `assertion.sub == "${SUBJECT}" && (a == b) || (a != b)` }),
        "lets in whoever has a token",
      ],
      [
        "a subject that is another claim",
        set(TRUST, { attribute_mapping: { "google.subject": "assertion.nickname" } }),
        "takes somebody for somebody else",
      ],
      [
        "an attribute of one's own",
        set(TRUST, { attribute_mapping: { "google.subject": "assertion.sub", "google.groups": "assertion.groups" } }),
        "takes somebody for somebody else",
      ],
      ["an issuer without encryption", set(TRUST, { oidc: { issuer_uri: "http://x.example" } }), "another issuer"],
      ["a second issuer", set(TRUST, { aws: { account_id: "111122223333" } }), "trusts another issuer"],
      ["SAML", set(TRUST, { saml: { idp_metadata_xml: "<x/>" } }), "must not have 'saml'"],
      ["another pool", set(TRUST, { workload_identity_pool_id: "other" }), "is of another pool"],
      [
        "all of the pool",
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
      ["everyone", set(LOGIN, { member: "allUsers" }), "is for allUsers, which is not the platform"],
      [
        "somebody who can make keys",
        set(LOGIN, { role: "roles/iam.serviceAccountKeyAdmin" }),
        "binds roles/iam.serviceAccountKeyAdmin, which is not roles/iam.workloadIdentityUser",
      ],
      [
        "a service account that is somebody else's",
        set(LOGIN, { service_account_id: "projects/-/serviceAccounts/x@acme.iam.gserviceaccount.com" }),
        "is at another service account",
      ],
      [
        "a role for the platform's principal itself",
        (template) => {
          template.resource("google_project_iam_member").member = template.resource(LOGIN).member;
        },
        "which is not the service account",
      ],
    ])("is %s", (_, change, breach) => {
      expect(changed(change, federated, { platform: SUBJECT })).toContain(breach);
    });

    it.each<[string, (template: Template) => void, string]>([
      [
        "all roles of the account",
        set(TRUST, { attribute_condition: 'assertion.arn.startsWith("arn:aws:sts::111122223333:assumed-role/")' }),
        "lets in whoever has a token",
      ],
      [
        "roles that begin alike",
        set(TRUST, { attribute_condition: `assertion.arn.startsWith("${AWS_ROLE}")` }),
        "lets in whoever has a token",
      ],
      ["another account", set(TRUST, { aws: { account_id: "999999999999" } }), "trusts another issuer"],
      [
        "a role that is read off the session's name",
        set(TRUST, {
          attribute_mapping: { "google.subject": "assertion.userid", "attribute.aws_role": "assertion.arn" },
        }),
        "takes somebody for somebody else",
      ],
    ])("is, in AWS, %s", (_, change, breach) => {
      expect(changed(change, ofAws, { platform: AWS_ROLE })).toContain(breach);
    });

    it("is another service account than the platform told", () => {
      const change = set(LOGIN, { member: "serviceAccount:eve@platform.iam.gserviceaccount.com" });
      expect(changed(change, impersonated, { platform: `serviceAccount:${READER}` })).toContain(
        "is for serviceAccount:eve@platform.iam.gserviceaccount.com, which is not the platform",
      );
    });

    it("is anyone whom nobody told of", () => {
      expect(changed(() => undefined, impersonated)).toContain(
        `is for serviceAccount:${READER}, which is not the platform`,
      );
    });
  });

  it("is a stack without any integration that it could be asked of", () => {
    const stack = emptyStack();
    new GoogleProvider(stack, "google", {});
    new GcpStorage(stack, "storage", { projectId: PROJECT, datasetLocation: "EU" });
    expect(violations(Template.of(stack).json)).toEqual(["the stack has no integration"]);
  });

  it("is told with all that is wrong", () => {
    const found = changed((template) => {
      set("google_project_iam_member", { role: "roles/owner", member: "allUsers" })(template);
    });
    expect(found.split("\n").map((line) => line.replace(/_[0-9A-F]{8}/, ""))).toEqual([
      "google_project_iam_member.finops_access binds roles/owner, which is not BigQuery User",
      "google_project_iam_member.finops_access binds roles/owner, which nobody may have",
      "google_project_iam_member.finops_access is for allUsers, which is not the service account",
    ]);
  });
});
