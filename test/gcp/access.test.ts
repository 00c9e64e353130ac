import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import {
  GCP_PERMISSIONS,
  GcpAccess,
  type GcpAccessProps,
  GcpBillingExport,
  type GcpBillingExportProps,
  GcpFederatedIdentity,
  GcpIdentity,
  type GcpIdentityBase,
  GcpImpersonatedIdentity,
  type GcpRole,
  GcpStorage,
} from "cdktf-finops/gcp";
import { App, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type Block, refusal, Template } from "../support/template";

const STANDARD = "gcp_billing_export_v1_01ABCD_234567_890123";
const DETAILED = "gcp_billing_export_resource_v1_01ABCD_234567_890123";
const PRICING = "cloud_pricing_export";

/** The grants, and whether the tables are there. */
type Props = Partial<GcpAccessProps> & Pick<GcpBillingExportProps, "exportReady" | "exports">;

interface Parts {
  readonly identity: GcpIdentity;
  readonly storage: GcpStorage;
  readonly billingExport: GcpBillingExport;
}

const partsIn = (
  stack: TerraformStack,
  { exports, exportReady }: Pick<Props, "exports" | "exportReady"> = {},
  projectId = PROJECT,
): Parts => {
  const identity = new GcpIdentity(stack, "identity", { projectId });
  const storage = new GcpStorage(stack, "storage", { projectId, datasetLocation: "EU" });
  const all = { billingAccountId: BILLING_ACCOUNT, storage, exports, exportReady };
  return { identity, storage, billingExport: new GcpBillingExport(stack, "export", all) };
};

const build = ({ exports, exportReady, ...props }: Props = {}): { stack: TerraformStack; access: GcpAccess } => {
  const stack = gcpStack();
  const { identity, billingExport } = partsIn(stack, { exports, exportReady });
  const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport, ...props };
  return { stack, access: new GcpAccess(stack, "finops", all) };
};

const synth = (props?: Props): Template => Template.of(build(props).stack);

const BINDINGS = [
  "google_project_iam_member",
  "google_bigquery_dataset_iam_member",
  "google_bigquery_table_iam_member",
  "google_organization_iam_member",
  "google_folder_iam_member",
];

/** What binds a role to the identity, by its type: how many there are. */
const bound = ({ resourceTypes }: Template): Record<string, number> =>
  Object.fromEntries(Object.entries(resourceTypes).filter(([type]) => BINDINGS.includes(type)));

const bindings = (template: Template): Block[] => BINDINGS.flatMap((type) => template.resources(type));

/** The custom roles, by their titles. */
const rolesOf = (template: Template): Record<string, Block> =>
  Object.fromEntries(
    ["google_project_iam_custom_role", "google_organization_iam_custom_role"]
      .flatMap((type) => template.resources(type))
      .map((role) => [role.title as string, role]),
  );

/** A custom role of the access, as a binding refers to it. */
const referenceTo = (role: GcpRole, { access }: { access: GcpAccess }): string => {
  const made = {
    "BigQuery Viewer": access.bigqueryViewerRole,
    "BigQuery User": access.bigqueryUserRole,
    "Project Viewer": access.projectViewerRole,
  }[role];
  return `\${${made?.terraformResourceType ?? ""}.${made?.friendlyUniqueId ?? ""}.name}`;
};

describe("the custom roles", () => {
  const built = build();
  const template = Template.of(built.stack);
  const roles = rolesOf(template);

  it("are two of the project and one of the organization", () => {
    expect(template.resourceTypes).toMatchObject({
      google_project_iam_custom_role: 2,
      google_organization_iam_custom_role: 1,
    });
    expect(Object.keys(roles).sort()).toEqual(["BigQuery User", "BigQuery Viewer", "Project Viewer"]);
  });

  it("allow this and nothing else", () => {
    expect(roles["BigQuery Viewer"]).toMatchObject({
      project: PROJECT,
      role_id: "billing_finops_bigquery_viewer",
      description: "Lets the FinOps platform read the billing export",
      stage: "GA",
      permissions: ["bigquery.datasets.get", "bigquery.tables.get", "bigquery.tables.getData", "bigquery.tables.list"],
    });
    expect(roles["BigQuery User"]).toMatchObject({
      project: PROJECT,
      role_id: "billing_finops_bigquery_user",
      description: "Lets the FinOps platform run queries in the project",
      stage: "GA",
      permissions: [
        "bigquery.config.get",
        "bigquery.jobs.create",
        "bigquery.readsessions.create",
        "bigquery.readsessions.getData",
        "bigquery.readsessions.update",
        "resourcemanager.projects.get",
      ],
    });
    expect(roles["Project Viewer"]).toMatchObject({
      org_id: ORGANIZATION,
      role_id: "billing_finops_project_viewer",
      description: "Lets the FinOps platform name projects and folders",
      stage: "GA",
      permissions: [
        "resourcemanager.folders.get",
        "resourcemanager.folders.list",
        "resourcemanager.organizations.get",
        "resourcemanager.projects.get",
        "resourcemanager.projects.list",
      ],
    });
  });

  it("are the access's to show", () => {
    const { bigqueryViewerRole, bigqueryUserRole, projectViewerRole, organizationId } = built.access;
    expect([bigqueryViewerRole, bigqueryUserRole, projectViewerRole].map((role) => role?.titleInput)).toEqual([
      "BigQuery Viewer",
      "BigQuery User",
      "Project Viewer",
    ]);
    expect(organizationId).toBe(ORGANIZATION);
  });

  it.each<[string, Props, string[]]>([
    [
      "a prefix",
      { roleIdPrefix: "acme.Finops" },
      ["acme.Finops_bigquery_viewer", "acme.Finops_bigquery_user", "acme.Finops_project_viewer"],
    ],
    [
      "a suffix, where those without one were deleted",
      { roleIdSuffix: "v2" },
      ["billing_finops_bigquery_viewer_v2", "billing_finops_bigquery_user_v2", "billing_finops_project_viewer_v2"],
    ],
    [
      "the longest of both, which is as long as Google takes",
      { roleIdPrefix: "p".repeat(39), roleIdSuffix: "s".repeat(8) },
      ["bigquery_viewer", "bigquery_user", "project_viewer"].map(
        (ending) => `${"p".repeat(39)}_${ending}_${"s".repeat(8)}`,
      ),
    ],
  ])("have %s in their IDs, as told", (_, props, ids) => {
    const named = rolesOf(synth(props));
    const order = ["BigQuery Viewer", "BigQuery User", "Project Viewer"];
    expect(order.map((title) => named[title]?.role_id)).toEqual(ids);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(64);
  });
});

describe("what the platform may do before the tables are there", () => {
  const built = build();
  const template = Template.of(built.stack);
  const member = `\${${template.address("google_service_account")}.member}`;

  it("is to run queries in the project, and to see the organization's projects: nothing can be read", () => {
    expect(bound(template)).toEqual({ google_project_iam_member: 1, google_organization_iam_member: 1 });
    expect(template.resource("google_project_iam_member")).toEqual({
      project: PROJECT,
      role: referenceTo("BigQuery User", built),
      member,
    });
    expect(template.resource("google_organization_iam_member")).toEqual({
      org_id: ORGANIZATION,
      role: referenceTo("Project Viewer", built),
      member,
      depends_on: [template.address("google_project_iam_member")],
    });
  });

  it("has a role for reading all the same, for the tables that are to come", () => {
    expect(built.access.bigqueryViewerRole?.titleInput).toBe("BigQuery Viewer");
  });

  it("is told without what nothing is granted by", () => {
    expect(built.access.permissions).toEqual(
      GCP_PERMISSIONS.filter(({ role }) => role === "BigQuery User" || role === "Project Viewer"),
    );
    expect(built.access.permissions.map(({ id }) => id)).toEqual([
      "RunQueries",
      "ReadInBulk",
      "SeeProject",
      "SeeHierarchy",
    ]);
  });

  it("leaves nothing to be done by hand, lacks nothing, and leaves Terraform nothing to check", () => {
    const { manualSteps, limitations, node } = built.access;
    expect([manualSteps, limitations, node.metadata]).toEqual([[], [], []]);
    expect(bindings(template).filter((binding) => "lifecycle" in binding)).toEqual([]);
  });
});

describe("what the platform may read once the tables are there", () => {
  it("is each table of the export, and nothing else of the dataset", () => {
    const built = build({ exportReady: true });
    const template = Template.of(built.stack);
    expect(bound(template)).toEqual({
      google_project_iam_member: 1,
      google_bigquery_table_iam_member: 3,
      google_organization_iam_member: 1,
    });
    expect(template.resources("google_bigquery_table_iam_member")).toEqual(
      [DETAILED, PRICING, STANDARD].map((table_id) => ({
        project: PROJECT,
        dataset_id: `\${${template.address("google_bigquery_dataset")}.dataset_id}`,
        table_id,
        role: referenceTo("BigQuery Viewer", built),
        member: `\${${template.address("google_service_account")}.member}`,
        depends_on: [template.address("google_project_iam_member")],
      })),
    );
  });

  it("is each table that is exported, if not all are", () => {
    const only = (exports: Props["exports"]): unknown[] =>
      synth({ exports, exportReady: true })
        .resources("google_bigquery_table_iam_member")
        .map(({ table_id }) => table_id);
    expect(only(["STANDARD"])).toEqual([STANDARD]);
    expect(only(["PRICING", "STANDARD"])).toEqual([PRICING, STANDARD]);
  });

  it("has the table's kind in its address, which stays as it is when others come", () => {
    const one = synth({ exports: ["STANDARD"], exportReady: true });
    const all = synth({ exportReady: true });
    expect(all.addresses).toEqual(expect.arrayContaining(one.addresses));
    expect(one.address("google_bigquery_table_iam_member")).toMatch(/\.finops_table_standard_[0-9A-F]{8}$/);
  });

  it("is told with all of the catalogue that is the platform's", () => {
    const { permissions } = build({ exportReady: true }).access;
    expect(permissions).toEqual(GCP_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity"));
    expect(permissions.map(({ id }) => id)).toEqual([
      "ReadExport",
      "FindTables",
      "RunQueries",
      "ReadInBulk",
      "SeeProject",
      "SeeHierarchy",
    ]);
  });

  it("is told without a catalogue that its reader could change", () => {
    const { access } = build({ exportReady: true });
    access.permissions.pop();
    expect(access.permissions).toHaveLength(6);
  });

  it("is in a dataset that is there already, too", () => {
    const stack = gcpStack();
    const storage = GcpStorage.fromDataset(stack, "storage", {
      projectId: PROJECT,
      datasetId: "exports",
      datasetLocation: "US",
    });
    const identity = new GcpIdentity(stack, "identity", { projectId: PROJECT });
    const billingExport = new GcpBillingExport(stack, "export", {
      billingAccountId: BILLING_ACCOUNT,
      storage,
      exports: ["STANDARD"],
      exportReady: true,
    });
    new GcpAccess(stack, "finops", { projectId: PROJECT, hierarchy: "NONE", identity, billingExport });
    expect(Template.of(stack).resource("google_bigquery_table_iam_member")).toMatchObject({
      dataset_id: `\${data.google_bigquery_dataset.${storage.dataset.friendlyUniqueId}.dataset_id}`,
      table_id: STANDARD,
    });
  });
});

describe("all of the dataset", () => {
  it.each<[string, Props, Record<string, number>]>([
    ["never, before the tables are there", { datasetAccess: "NEVER" }, {}],
    ["never, once they are", { datasetAccess: "NEVER", exportReady: true }, { google_bigquery_table_iam_member: 3 }],
    [
      "until the tables are there, before they are",
      { datasetAccess: "UNTIL_EXPORT_READY" },
      { google_bigquery_dataset_iam_member: 1 },
    ],
    [
      "until the tables are there, once they are",
      { datasetAccess: "UNTIL_EXPORT_READY", exportReady: true },
      { google_bigquery_table_iam_member: 3 },
    ],
    ["always, before they are there", { datasetAccess: "ALWAYS" }, { google_bigquery_dataset_iam_member: 1 }],
    [
      "always, once they are",
      { datasetAccess: "ALWAYS", exportReady: true },
      { google_bigquery_dataset_iam_member: 1 },
    ],
  ])("is readable %s", (_, props, types) => {
    const all = { google_project_iam_member: 1, google_organization_iam_member: 1, ...types };
    expect(bound(synth(props))).toEqual(all);
    // Told just when it is granted.
    const told = build(props).access.permissions.some((permission) => permission.id === "ReadExport");
    expect(told).toBe(Object.keys(types).length > 0);
  });

  it("is bound at the dataset alone, by the role for reading", () => {
    const built = build({ datasetAccess: "ALWAYS" });
    const template = Template.of(built.stack);
    expect(template.resource("google_bigquery_dataset_iam_member")).toEqual({
      project: PROJECT,
      dataset_id: `\${${template.address("google_bigquery_dataset")}.dataset_id}`,
      role: referenceTo("BigQuery Viewer", built),
      member: `\${${template.address("google_service_account")}.member}`,
      depends_on: [template.address("google_project_iam_member")],
    });
  });
});

describe("what of the hierarchy the platform may see", () => {
  const FOLDERS = { production: "345678901234", sandbox_2: "456789012345" };

  it("is that below each folder told, and no longer all of the organization", () => {
    const built = build({ folders: FOLDERS });
    const template = Template.of(built.stack);
    expect(bound(template)).toEqual({ google_project_iam_member: 1, google_folder_iam_member: 2 });
    expect(template.resources("google_folder_iam_member")).toEqual(
      ["folders/345678901234", "folders/456789012345"].map((folder) => ({
        folder,
        role: referenceTo("Project Viewer", built),
        member: `\${${template.address("google_service_account")}.member}`,
        depends_on: [template.address("google_project_iam_member")],
      })),
    );
    expect(rolesOf(template)["Project Viewer"]).toMatchObject({ org_id: ORGANIZATION });
  });

  it("is in addresses made of the folders' names, whatever their order and their numbers", () => {
    const addresses = (folders: Record<string, string>): string[] =>
      synth({ folders }).addresses.filter((one) => one.startsWith("google_folder_iam_member."));
    expect(addresses(FOLDERS).map((one) => one.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "google_folder_iam_member.finops_folder_production",
      "google_folder_iam_member.finops_folder_sandbox_2",
    ]);
    expect(addresses({ sandbox_2: "1", production: "2" })).toEqual(addresses(FOLDERS));
  });

  it("is said to be not everything, at synth, too", () => {
    const { access } = build({ folders: FOLDERS });
    const sentence =
      "The platform sees the projects below the folders production, sandbox_2 only; of others it knows the costs alone.";
    expect(access.limitations).toEqual([sentence]);
    expect(access.node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      ["@cdktf/warn", `Limited: ${sentence}`],
    ]);
  });

  it("is, of folders that Terraform fills in, checked by Terraform: each where it is bound", () => {
    const stack = gcpStack();
    const folder = new TerraformVariable(stack, "folder", { type: "string" }).stringValue;
    const { identity, billingExport } = partsIn(stack);
    const folders = { production: folder, sandbox: "456789012345" };
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport, folders };
    new GcpAccess(stack, "finops", all);
    const [production, sandbox] = Template.of(stack).resources("google_folder_iam_member");
    expect(production).toMatchObject({
      folder: "folders/${var.folder}",
      lifecycle: {
        precondition: [
          {
            condition: '${can(regex("^[0-9]*$", var.folder))}',
            error_message:
              "GcpAccess at billing/finops: 'production' of 'folders' must be the number of a folder alone, without 'folders/'.",
          },
          {
            condition: '${can(regex("^[1-9][0-9]{0,18}$", var.folder))}',
            error_message:
              "GcpAccess at billing/finops: 'production' of 'folders' must be the number of a folder: 1-19 digits, not beginning with 0.",
          },
        ],
      },
    });
    expect(sandbox).toMatchObject({ folder: "folders/456789012345" });
    expect(sandbox).not.toHaveProperty("lifecycle");
  });

  it("is nothing where told so: there is neither a role nor a binding, and no organization is asked for", () => {
    const stack = gcpStack();
    const { identity, billingExport } = partsIn(stack);
    const access = new GcpAccess(stack, "finops", { projectId: PROJECT, hierarchy: "NONE", identity, billingExport });
    const template = Template.of(stack);
    expect(bound(template)).toEqual({ google_project_iam_member: 1 });
    expect(Object.keys(rolesOf(template)).sort()).toEqual(["BigQuery User", "BigQuery Viewer"]);
    expect([access.projectViewerRole, access.organizationId]).toEqual([undefined, undefined]);
    expect(access.permissions.map(({ id }) => id)).not.toContain("SeeHierarchy");
    expect(access.limitations).toEqual([
      "The platform cannot list projects and folders: it knows those that have costs, as they were called then.",
    ]);
  });

  it("is nothing where told so beside an organization, which is handed over all the same", () => {
    const { access } = build({ hierarchy: "NONE" });
    expect(access.organizationId).toBe(ORGANIZATION);
    expect(access.projectViewerRole).toBeUndefined();
  });

  it("is the same when told what is the default", () => {
    expect(synth({ hierarchy: "ORGANIZATION", datasetAccess: "NEVER" }).json).toEqual(synth().json);
  });
});

describe("roles that are there already", () => {
  const OWN = {
    bigqueryViewerRole: `projects/${PROJECT}/roles/billing_reader`,
    bigqueryUserRole: `organizations/${ORGANIZATION}/roles/query_runner`,
    projectViewerRole: `organizations/${ORGANIZATION}/roles/hierarchy.reader`,
  };
  const GOOGLES = {
    bigqueryViewerRole: "roles/bigquery.dataViewer",
    bigqueryUserRole: "roles/bigquery.jobUser",
    projectViewerRole: "roles/browser",
  };

  it.each<[string, typeof OWN]>([
    ["custom ones", OWN],
    ["Google's own", GOOGLES],
  ])("are bound in place of ours, and none is made: %s", (_, roles) => {
    const { stack, access } = build({ ...roles, exportReady: true, exports: ["STANDARD"] });
    const template = Template.of(stack);
    expect(rolesOf(template)).toEqual({});
    expect(template.resource("google_bigquery_table_iam_member").role).toBe(roles.bigqueryViewerRole);
    expect(template.resource("google_project_iam_member").role).toBe(roles.bigqueryUserRole);
    expect(template.resource("google_organization_iam_member").role).toBe(roles.projectViewerRole);
    expect([access.bigqueryViewerRole, access.bigqueryUserRole, access.projectViewerRole]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it("are bound at the dataset and at folders, too", () => {
    const template = synth({ ...GOOGLES, datasetAccess: "ALWAYS", folders: { production: "345678901234" } });
    expect(template.resource("google_bigquery_dataset_iam_member").role).toBe("roles/bigquery.dataViewer");
    expect(template.resource("google_folder_iam_member").role).toBe("roles/browser");
  });

  it("take the place of those alone that they are told for", () => {
    const roles = rolesOf(synth({ bigqueryUserRole: "roles/bigquery.jobUser" }));
    expect(Object.keys(roles).sort()).toEqual(["BigQuery Viewer", "Project Viewer"]);
  });

  it("are told by their names, as what they allow is not known", () => {
    const { permissions } = build({ ...OWN, exportReady: true }).access;
    expect(permissions.map(({ id, actions }) => [id, actions])).toEqual([
      ["ReadExport", [OWN.bigqueryViewerRole]],
      ["FindTables", [OWN.bigqueryViewerRole]],
      ["RunQueries", [OWN.bigqueryUserRole]],
      ["ReadInBulk", [OWN.bigqueryUserRole]],
      ["SeeProject", [OWN.bigqueryUserRole]],
      ["SeeHierarchy", [OWN.projectViewerRole]],
    ]);
  });

  it("are of a project of the older kind, with its domain", () => {
    const stack = gcpStack();
    const projectId = "example.com:billing";
    const { identity, billingExport } = partsIn(stack, {}, projectId);
    const bigqueryUserRole = `projects/${projectId}/roles/query_runner`;
    new GcpAccess(stack, "finops", { projectId, hierarchy: "NONE", identity, billingExport, bigqueryUserRole });
    expect(Template.of(stack).resource("google_project_iam_member").role).toBe(bigqueryUserRole);
  });

  it("are checked by Terraform where it fills them in, before anything is granted by them", () => {
    const stack = gcpStack();
    const role = new TerraformVariable(stack, "role", { type: "string" }).stringValue;
    const { identity, billingExport } = partsIn(stack);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    new GcpAccess(stack, "finops", { ...all, bigqueryViewerRole: role, datasetAccess: "ALWAYS" });
    const template = Template.of(stack);
    const { precondition } = template.resource("google_project_iam_member").lifecycle as { precondition: Block[] };
    const where = "GcpAccess at billing/finops: 'bigqueryViewerRole' must be";
    expect(precondition).toEqual([
      {
        condition: '${can(regex("^(roles/bigquery[.]dataViewer|(projects|organizations)/.*)$", var.role))}',
        error_message: `${where} a role that allows no more than is needed: a custom one, or roles/bigquery.dataViewer.`,
      },
      {
        condition:
          '${can(regex("^(roles/.*|(projects/[a-z][a-z0-9.:-]{4,98}[a-z0-9]/roles/[A-Za-z0-9_.]{3,64}|organizations/[1-9][0-9]{0,18}/roles/[A-Za-z0-9_.]{3,64}))$", var.role))}',
        error_message: `${where} the full name of a custom role of the project or the organization.`,
      },
    ]);
    expect(template.resource("google_bigquery_dataset_iam_member")).toMatchObject({
      role: "${var.role}",
      depends_on: [template.address("google_project_iam_member")],
    });
  });
});

describe("whom the roles are bound to", () => {
  it.each<[string, (stack: TerraformStack) => GcpIdentityBase, string]>([
    [
      "a new service account with a key",
      (stack) => new GcpIdentity(stack, "in", { projectId: PROJECT }),
      "${google_service_account.in.member}",
    ],
    [
      "one that the platform's own acts as",
      (stack) =>
        new GcpImpersonatedIdentity(stack, "in", {
          projectId: PROJECT,
          trustedServiceAccountEmail: "acme-reader@platform.iam.gserviceaccount.com",
        }),
      "${google_service_account.in.member}",
    ],
    [
      "one that the platform's tokens are exchanged for",
      (stack) =>
        new GcpFederatedIdentity(stack, "in", {
          projectId: PROJECT,
          accountId: "finops-in",
          poolId: "finops-in",
          issuerUri: "https://login.platform.example/acme",
          subject: "acme-finops",
        }),
      "${google_service_account.in.member}",
    ],
    [
      "one that is there already",
      (stack) =>
        GcpIdentity.fromServiceAccount(stack, "in", {
          projectId: PROJECT,
          serviceAccountEmail: `finops@${PROJECT}.iam.gserviceaccount.com`,
        }),
      "${data.google_service_account.in.member}",
    ],
  ])("is %s, and nobody else", (_, make, expected) => {
    const stack = gcpStack();
    const { billingExport } = partsIn(stack, { exportReady: true });
    const identity = make(stack);
    new GcpAccess(stack, "finops", { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport });
    const members = bindings(Template.of(stack)).map(({ member }) => (member as string).replace(/_[0-9A-F]{8}/, ""));
    expect(members).toEqual(Array(5).fill(expected));
  });
});

describe("the access, as told", () => {
  it("is made by the provider passed", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "billing", { alias: "billing", project: PROJECT });
    const common = { projectId: PROJECT, provider };
    const identity = new GcpIdentity(stack, "identity", common);
    const storage = new GcpStorage(stack, "storage", { ...common, datasetLocation: "EU" });
    const billingExport = new GcpBillingExport(stack, "export", {
      billingAccountId: BILLING_ACCOUNT,
      storage,
      exportReady: true,
    });
    const all = { ...common, organizationId: ORGANIZATION, identity, billingExport };
    new GcpAccess(stack, "one", all);
    new GcpAccess(stack, "two", { ...all, datasetAccess: "ALWAYS", folders: { production: "345678901234" } });
    const template = Template.of(stack);
    const made = [...bindings(template), ...template.resources("google_project_iam_custom_role")];
    made.push(...template.resources("google_organization_iam_custom_role"));
    expect(made).toHaveLength(14);
    expect(made.map((block) => block.provider)).toEqual(Array(14).fill("google.billing"));
  });

  it("has what runs the queries as its default child", () => {
    const { access } = build();
    expect(access.node.defaultChild).toBe(access.projectMember);
  });

  it("is checked by Terraform where it fills in names: on the first binding, with the export's, and no other has any", () => {
    const stack = gcpStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    const { identity, storage } = partsIn(stack);
    const billingExport = new GcpBillingExport(stack, "other", {
      billingAccountId: variable("account"),
      storage,
      exportReady: true,
    });
    new GcpAccess(stack, "finops", {
      projectId: variable("project"),
      organizationId: variable("organization"),
      roleIdPrefix: variable("prefix"),
      roleIdSuffix: variable("suffix"),
      identity,
      billingExport,
    });
    const template = Template.of(stack);
    const { precondition } = template.resource("google_project_iam_member").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const own = precondition.filter(({ error_message }) => error_message.startsWith("GcpAccess at billing/finops: "));
    expect(own.map(({ error_message }) => error_message.replace("GcpAccess at billing/finops: ", ""))).toEqual([
      "'projectId' must be the ID of a project, not its number.",
      "'projectId' must be the ID of a project, not that of a billing account.",
      "'projectId' must be the ID of a project: lower-case letters, digits and '-'.",
      "'projectId' must be the ID of a project: 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'.",
      "'roleIdPrefix' must be letters, digits, '_' and '.', without '-'.",
      "'roleIdPrefix' must be 1-39 characters long.",
      "'roleIdSuffix' must be letters, digits, '_' and '.', without '-'.",
      "'roleIdSuffix' must be 1-8 characters long.",
      "'organizationId' must be the number of an organization alone, without 'organizations/'.",
      "'organizationId' must be the number of an organization: 1-19 digits, not beginning with 0.",
    ]);
    expect(precondition.filter((one) => !own.includes(one)).map(({ error_message }) => error_message)).toEqual(
      Array(2).fill(
        "GcpBillingExport at billing/other: 'billingAccountId' must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them.",
      ),
    );
    const others = bindings(template).filter(({ lifecycle }) => lifecycle === undefined);
    expect(others.map(({ depends_on }) => depends_on)).toEqual(
      Array(4).fill([template.address("google_project_iam_member")]),
    );
    expect(rolesOf(template)["BigQuery Viewer"]).toMatchObject({
      project: "${var.project}",
      role_id: "${var.prefix}_bigquery_viewer_${var.suffix}",
    });
    expect(rolesOf(template)["Project Viewer"]).toMatchObject({ org_id: "${var.organization}" });
  });
});

describe("what the access refuses", () => {
  const token = Token.asString({ ref: "x" });
  const NARROW = (role: string): string =>
    `must be a role that allows no more than is needed: a custom one, or ${role}`;
  const VIEWER = `for example "projects/acme-billing/roles/billing_reader"`;
  const USER = `for example "projects/acme-billing/roles/query_runner"`;
  const BROWSER = `for example "organizations/123456789012/roles/hierarchy_reader"`;

  it.each<[string, object, string]>([
    [
      "a project's number",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    [
      "no project",
      { projectId: undefined },
      `'projectId' is required: it must be the ID of a project, not its number; for example "acme-billing"`,
    ],
    ["a provider by its name", { provider: "google" }, `'provider' must be a GoogleProvider, got: "google"`],
    [
      "an e-mail address as identity",
      { identity: "finops@acme-billing.iam.gserviceaccount.com" },
      `'identity' must be a GcpIdentity, got: "finops@acme-billing.iam.gserviceaccount.com"; for example new GcpIdentity(…), new GcpImpersonatedIdentity(…), new GcpFederatedIdentity(…) or GcpIdentity.fromServiceAccount(…)`,
    ],
    [
      "nothing to read",
      { billingExport: undefined },
      "'billingExport' is required: it must be a GcpBillingExport; for example new GcpBillingExport(…)",
    ],
    [
      "no organization, without saying that there is none",
      { organizationId: undefined },
      `'organizationId' is required: it must be the number of the organization, for example "123456789012"; for a project in no organization set 'hierarchy' to NONE`,
    ],
    [
      "an organization's full name",
      { organizationId: "organizations/123456789012" },
      `'organizationId' must be the number of an organization alone, without 'organizations/', got: "organizations/123456789012"; for example "123456789012"`,
    ],
    [
      "a number that is none of an organization",
      { organizationId: "0123" },
      `'organizationId' must be the number of an organization: 1-19 digits, not beginning with 0, got: "0123"; for example "123456789012"`,
    ],
    [
      "an organization's full name beside a token",
      { organizationId: `organizations/${token}` },
      `'organizationId' must be the number of an organization alone, without 'organizations/', got: "organizations/" beside a token`,
    ],
    ["another hierarchy", { hierarchy: "FOLDERS" }, `'hierarchy' must be one of ORGANIZATION, NONE, got: "FOLDERS"`],
    [
      "a hierarchy that Terraform fills in",
      { hierarchy: token },
      "'hierarchy' must be one of ORGANIZATION, NONE, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "folders of no hierarchy",
      { hierarchy: "NONE", folders: { production: "345678901234" } },
      "'folders' must be left out when 'hierarchy' is NONE, which has nothing of the hierarchy seen",
    ],
    [
      "a role for no hierarchy",
      { hierarchy: "NONE", projectViewerRole: "roles/browser" },
      "'projectViewerRole' must be left out when 'hierarchy' is NONE, which has nothing of the hierarchy seen",
    ],
    [
      "no folders",
      { folders: {} },
      "'folders' must name a folder, got: none; leave it out for all of the organization",
    ],
    [
      "folders as a list",
      { folders: ["345678901234"] },
      `'folders' must be an object whose values are strings, got: a list of 1; for example { production: "345678901234" }`,
    ],
    [
      "folders that Terraform fills in as a whole",
      { folders: Token.asAny({ ref: "x" }) },
      "'folders' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a folder's full name",
      { folders: { production: "folders/345678901234" } },
      `the value of "production" in 'folders' must be the number of a folder alone, without 'folders/', got: "folders/345678901234"`,
    ],
    [
      "a folder's full name beside a token",
      { folders: { production: `folders/${token}` } },
      `the value of "production" in 'folders' must be the number of a folder alone, without 'folders/', got: "folders/" beside a token`,
    ],
    [
      "a number that is none of a folder",
      { folders: { production: "" } },
      `the value of "production" in 'folders' must be the number of a folder: 1-19 digits, not beginning with 0, got: ""`,
    ],
    [
      "a folder's name that can be in no address",
      { folders: { "pro duction": "345678901234" } },
      `a key of 'folders' must be 1-64 letters, digits, '_' and '-', got: "pro duction"; for example { production: "345678901234" }`,
    ],
    [
      "the same folder twice",
      { folders: { production: "345678901234", sandbox: "456789012345", prod: "345678901234" } },
      `'folders' must name each folder once, got: "production" for one that is there already`,
    ],
    [
      "more folders than a person could look after",
      { folders: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, `${index + 1}`])) },
      "'folders' must have at most 100 keys, got: 101",
    ],
    [
      "another access to the dataset",
      { datasetAccess: true },
      "'datasetAccess' must be one of NEVER, UNTIL_EXPORT_READY, ALWAYS, got: true",
    ],
    [
      "a dash in a prefix",
      { roleIdPrefix: "acme-finops" },
      `'roleIdPrefix' must be letters, digits, '_' and '.', without '-', got: "acme-finops"; for example "finops"`,
    ],
    [
      "a dash in a prefix beside a token",
      { roleIdPrefix: `${token}-finops` },
      `'roleIdPrefix' must be letters, digits, '_' and '.', without '-', got: "-finops" beside a token`,
    ],
    [
      "a prefix that leaves no room for what comes behind it",
      { roleIdPrefix: "x".repeat(40) },
      `'roleIdPrefix' must be 1-39 characters long, got: "${"x".repeat(40)}"; for example "finops"`,
    ],
    [
      "an empty prefix",
      { roleIdPrefix: "" },
      `'roleIdPrefix' must be 1-39 characters long, got: ""; for example "finops"`,
    ],
    [
      "a dash in a suffix",
      { roleIdSuffix: "v-2" },
      `'roleIdSuffix' must be letters, digits, '_' and '.', without '-', got: "v-2"; for example "v2"`,
    ],
    [
      "a suffix that is too long",
      { roleIdSuffix: "version_2" },
      `'roleIdSuffix' must be 1-8 characters long, got: "version_2"; for example "v2"`,
    ],
    [
      "Google's role of owners for reading",
      { bigqueryViewerRole: "roles/owner" },
      `'bigqueryViewerRole' ${NARROW("roles/bigquery.dataViewer")}, got: "roles/owner"; ${VIEWER}`,
    ],
    [
      "a role that writes for reading",
      { bigqueryViewerRole: "roles/bigquery.dataEditor" },
      `'bigqueryViewerRole' ${NARROW("roles/bigquery.dataViewer")}, got: "roles/bigquery.dataEditor"; ${VIEWER}`,
    ],
    [
      "a name that only looks like the one of Google's",
      { bigqueryViewerRole: "roles/bigqueryXdataViewer" },
      `'bigqueryViewerRole' ${NARROW("roles/bigquery.dataViewer")}, got: "roles/bigqueryXdataViewer"; ${VIEWER}`,
    ],
    [
      "the ID of a role alone",
      { bigqueryViewerRole: "billing_reader" },
      `'bigqueryViewerRole' ${NARROW("roles/bigquery.dataViewer")}, got: "billing_reader"; ${VIEWER}`,
    ],
    [
      "half the name of a role",
      { bigqueryViewerRole: `projects/${PROJECT}/billing_reader` },
      `'bigqueryViewerRole' must be the full name of a custom role of the project or the organization, got: "projects/acme-billing/billing_reader"; ${VIEWER}`,
    ],
    [
      "a role of another project for reading",
      { bigqueryViewerRole: "projects/acme-other/roles/billing_reader" },
      `'bigqueryViewerRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/billing_reader", which can be bound there only`,
    ],
    [
      "a role of another organization for reading",
      { bigqueryViewerRole: "organizations/999999999999/roles/billing_reader" },
      `'bigqueryViewerRole' must be a role of the organization "123456789012", got: "organizations/999999999999/roles/billing_reader", which can be bound there only`,
    ],
    [
      "Google's role of BigQuery's users, which makes datasets",
      { bigqueryUserRole: "roles/bigquery.user" },
      `'bigqueryUserRole' ${NARROW("roles/bigquery.jobUser")}, got: "roles/bigquery.user"; ${USER}`,
    ],
    [
      "Google's role for reading everything in the project",
      { bigqueryUserRole: "roles/bigquery.dataViewer" },
      `'bigqueryUserRole' ${NARROW("roles/bigquery.jobUser")}, got: "roles/bigquery.dataViewer"; ${USER}`,
    ],
    [
      "a role with a dash in its ID",
      { bigqueryUserRole: `projects/${PROJECT}/roles/query-runner` },
      `'bigqueryUserRole' must be the full name of a custom role of the project or the organization, got: "projects/acme-billing/roles/query-runner"; ${USER}`,
    ],
    [
      "a role of another project for queries",
      { bigqueryUserRole: "projects/acme-other/roles/query_runner" },
      `'bigqueryUserRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/query_runner", which can be bound there only`,
    ],
    [
      "Google's role of viewers for the hierarchy",
      { projectViewerRole: "roles/viewer" },
      `'projectViewerRole' ${NARROW("roles/browser")}, got: "roles/viewer"; ${BROWSER}`,
    ],
    [
      "a project's own role for the hierarchy, which cannot have what it needs",
      { projectViewerRole: `projects/${PROJECT}/roles/hierarchy_reader` },
      `'projectViewerRole' must be the full name of a custom role of the organization, got: "projects/acme-billing/roles/hierarchy_reader"; ${BROWSER}`,
    ],
    [
      "a role of another organization for the hierarchy",
      { projectViewerRole: "organizations/999999999999/roles/hierarchy_reader" },
      `'projectViewerRole' must be a role of the organization "123456789012", got: "organizations/999999999999/roles/hierarchy_reader", which can be bound there only`,
    ],
    [
      "further permissions",
      { permissions: ["bigquery.tables.delete"] },
      `"permissions" is not a known property; known are provider, projectId, roleIdPrefix, roleIdSuffix, bigqueryViewerRole, bigqueryUserRole, projectViewerRole, identity, billingExport, organizationId, hierarchy, folders, datasetAccess`,
    ],
  ])("is %s", (_, props, problem) => {
    expect(refusal(() => build(props))).toBe(`GcpAccess at billing/finops: ${problem}`);
  });

  it("is a name that is made from a path too long for it", () => {
    const stack = gcpStack();
    const { identity, billingExport } = partsIn(stack);
    const id = "a".repeat(40);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(stack, id, all))).toBe(
      `GcpAccess at billing/${id}: 'roleIdPrefix' must be 1-39 characters long, got: "billing_${id}"; for example "finops"; this one is made from the construct's path, so set 'roleIdPrefix'`,
    );
    expect(stack.node.tryFindChild(id)).toBeUndefined();
  });

  it("is not a role of a project or organization that Terraform fills in, which cannot be compared", () => {
    const bigqueryUserRole = "projects/acme-other/roles/query_runner";
    const projectViewerRole = "organizations/999999999999/roles/hierarchy_reader";
    const filledIn = { projectId: token, organizationId: Token.asString({ ref: "y" }) };
    expect(() => build({ ...filledIn, bigqueryUserRole, projectViewerRole })).not.toThrow();
  });

  it("is an identity or an export in another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const { identity, billingExport } = partsIn(one);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(two, "finops", all))).toBe(
      [
        "GcpAccess at two/finops: 2 problems",
        "  - 'identity' must be in the stack of the construct, got: one/identity; make one in two",
        "  - 'billingExport' must be in the stack of the construct, got: one/export; make one in two",
      ].join("\n"),
    );
    expect(two.node.children).toEqual([]);
  });

  it("is an identity or an export by another provider, which may be logged in elsewhere", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "billing", { alias: "billing" });
    const { identity, billingExport } = partsIn(stack);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(stack, "finops", { ...all, provider }))).toBe(
      [
        "GcpAccess at billing/finops: 2 problems",
        "  - 'identity' must be made by the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
        "  - 'billingExport' must be made by the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
      ].join("\n"),
    );
    const by = new GcpIdentity(stack, "by", { projectId: PROJECT, provider });
    expect(refusal(() => new GcpAccess(stack, "finops", { ...all, identity: by }))).toBe(
      "GcpAccess at billing/finops: 'identity' must be made by the provider of the construct, got: billing/billing; pass the same 'provider' to both",
    );
  });

  it("is an export into another project, where the queries would not run", () => {
    const stack = gcpStack();
    const { identity } = partsIn(stack);
    const storage = new GcpStorage(stack, "elsewhere", { projectId: "acme-other", datasetLocation: "EU" });
    const billingExport = new GcpBillingExport(stack, "other", { billingAccountId: BILLING_ACCOUNT, storage });
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(stack, "finops", all))).toBe(
      `GcpAccess at billing/finops: 'billingExport' must be in the project of the construct, got: one in "acme-other" and 'projectId' "acme-billing"`,
    );
  });

  it("is told at once", () => {
    const props = {
      organizationId: undefined,
      folders: {},
      bigqueryUserRole: "projects/acme-other/roles/query_runner",
    };
    expect(refusal(() => build(props))).toBe(
      [
        "GcpAccess at billing/finops: 3 problems",
        `  - 'organizationId' is required: it must be the number of the organization, for example "123456789012"; for a project in no organization set 'hierarchy' to NONE`,
        "  - 'folders' must name a folder, got: none; leave it out for all of the organization",
        `  - 'bigqueryUserRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/query_runner", which can be bound there only`,
      ].join("\n"),
    );
  });
});

describe("permissions that an override adds to a custom role", () => {
  type Role = "bigqueryViewerRole" | "bigqueryUserRole" | "projectViewerRole";
  const withPermission = (permission: string, role: Role): TerraformStack => {
    const { stack, access } = build();
    access[role]?.addOverride("permissions", [permission]);
    return stack;
  };

  /** The lines of a refused synth that tell what is wrong. */
  const refusedAtSynth = (stack: TerraformStack): string[] =>
    refusal(() => Template.of(stack))
      .split("\n")
      .filter((line) => line.startsWith("  ["))
      .map((line) => line.trim());

  it.each([
    "resourcemanager.projects.list",
    "resourcemanager.organizations.get",
    "resourcemanager.folders.list",
    "resourcemanager.tagKeys.get",
    "resourcemanager.tagValues.list",
  ])("are refused where a role of the project cannot have them: %s", (permission) => {
    expect(refusedAtSynth(withPermission(permission, "bigqueryUserRole"))).toEqual([
      `[billing/finops] the custom role BigQuery User must not have the permission "${permission}", which roles of a project cannot have; give it to Project Viewer, a role of the organization`,
    ]);
  });

  it.each<[string, Role, string]>([
    ["bigquery.*", "bigqueryViewerRole", "BigQuery Viewer"],
    ["*", "bigqueryUserRole", "BigQuery User"],
    ["resourcemanager.projects.*", "projectViewerRole", "Project Viewer"],
  ])("are refused as wildcards: %s", (permission, role, title) => {
    expect(refusedAtSynth(withPermission(permission, role))).toEqual([
      `[billing/finops] the custom role ${title} must not have the permission "${permission}": custom roles know no wildcards; name each permission that is needed`,
    ]);
  });

  it("are otherwise whoever's who adds them", () => {
    const roles = rolesOf(Template.of(withPermission("bigquery.models.list", "bigqueryViewerRole")));
    expect(roles["BigQuery Viewer"]?.permissions).toContain("bigquery.models.list");
  });

  it("may be whatever the organization's role can have", () => {
    const { stack, access } = build();
    access.projectViewerRole?.addOverride("permissions", ["resourcemanager.tagKeys.get"]);
    expect(rolesOf(Template.of(stack))["Project Viewer"]?.permissions).toContain("resourcemanager.tagKeys.get");
  });
});

describe("the ID of a custom role", () => {
  const second = (scope: TerraformStack, props: Partial<GcpAccessProps> = {}): GcpAccess => {
    const projectId = props.projectId ?? PROJECT;
    const identity = new GcpIdentity(scope, "identity2", { projectId });
    const storage = new GcpStorage(scope, "storage2", { projectId, datasetLocation: "EU" });
    const billingExport = new GcpBillingExport(scope, "export2", { billingAccountId: BILLING_ACCOUNT, storage });
    const all = { projectId, organizationId: ORGANIZATION, roleIdPrefix: "finops", identity, billingExport };
    return new GcpAccess(scope, "two", { ...all, ...props });
  };
  const taken = (id: string): string =>
    `'roleIdPrefix' must be unique, got: "${id}", which billing/finops already uses for its custom role; choose another`;

  it("is unique in project and organization, in all stacks of a program", () => {
    const { stack } = build({ roleIdPrefix: "finops" });
    const other = new TerraformStack(App.of(stack), "other");
    for (const scope of [stack, other]) {
      expect(refusal(() => second(scope))).toBe(
        [
          `GcpAccess at ${scope.node.id}/two: 3 problems`,
          ...["finops_bigquery_viewer", "finops_bigquery_user", "finops_project_viewer"].map(
            (id) => `  - ${taken(id)}`,
          ),
        ].join("\n"),
      );
    }
  });

  it("is that of the organization's role alone in another project of the organization", () => {
    const { stack } = build({ roleIdPrefix: "finops" });
    expect(refusal(() => second(stack, { projectId: "acme-other" }))).toBe(
      `GcpAccess at billing/two: ${taken("finops_project_viewer")}`,
    );
  });

  it("is free in another project of another organization", () => {
    const { stack } = build({ roleIdPrefix: "finops" });
    expect(() => second(stack, { projectId: "acme-other", organizationId: "999999999999" })).not.toThrow();
  });

  it("is free with another suffix, and where the role is there already or there is none", () => {
    const { stack } = build({ roleIdPrefix: "finops", hierarchy: "NONE", bigqueryUserRole: "roles/bigquery.jobUser" });
    expect(refusal(() => second(stack, { bigqueryUserRole: undefined }))).toBe(
      `GcpAccess at billing/two: ${taken("finops_bigquery_viewer")}`,
    );
    const another = build({ roleIdPrefix: "finops" }).stack;
    expect(() => second(another, { roleIdSuffix: "v2" })).not.toThrow();
  });
});
