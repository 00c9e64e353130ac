import { GcpAccess, type GcpAccessProps, GcpBillingExport, GcpIdentity, GcpStorage } from "cdktf-finops/gcp";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type Block, refusal, Template } from "../support/template";

import { build, partsIn, type Props, rolesOf, synth } from "./access-stack";

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

describe("roles that are there already", () => {
  const OWN = {
    bigqueryViewerRole: `projects/${PROJECT}/roles/billing_reader`,
    bigqueryUserRole: `organizations/${ORGANIZATION}/roles/query_runner`,
    projectViewerRole: `organizations/${ORGANIZATION}/roles/hierarchy.reader`,
  };
  const GOOGLES = {
    bigqueryViewerRole: "roles/bigquery.dataViewer",
    bigqueryUserRole: "roles/bigquery.jobUser",
    projectViewerRole: `organizations/${ORGANIZATION}/roles/see_all`,
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
    expect(template.resource("google_folder_iam_member").role).toBe(`organizations/${ORGANIZATION}/roles/see_all`);
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
        error_message: `${where} a custom role, or roles/bigquery.dataViewer.`,
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

describe("what is refused of roles", () => {
  const token = Token.asString({ ref: "x" });
  const NARROW = (...role: readonly string[]): string => ["must be a custom role", ...role].join(", or ");
  const VIEWER = `for example "projects/acme-billing/roles/billing_reader"`;
  const USER = `for example "projects/acme-billing/roles/query_runner"`;
  const BROWSER = `for example "organizations/123456789012/roles/hierarchy_reader"`;

  it.each<[string, object, string]>([
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
      `'projectViewerRole' ${NARROW()}, got: "roles/viewer"; ${BROWSER}`,
    ],
    [
      "a project's own role for the hierarchy, which cannot have what it needs",
      { projectViewerRole: `projects/${PROJECT}/roles/hierarchy_reader` },
      `'projectViewerRole' must be the full name of a custom role of the organization, got: "projects/acme-billing/roles/hierarchy_reader"; ${BROWSER}`,
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
      `GcpAccess at billing/${id}: 'roleIdPrefix' must be 1-39 characters long, got: "billing_${id}"; for example "finops"; this default is derived from the construct's path, so set 'roleIdPrefix'`,
    );
    expect(stack.node.tryFindChild(id)).toBeUndefined();
  });
  it("is not a role of a project or organization that Terraform fills in, which cannot be compared", () => {
    const bigqueryUserRole = "projects/acme-other/roles/query_runner";
    const projectViewerRole = "organizations/999999999999/roles/hierarchy_reader";
    const filledIn = { projectId: token, organizationId: Token.asString({ ref: "y" }) };
    expect(() => build({ ...filledIn, bigqueryUserRole, projectViewerRole })).not.toThrow();
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
