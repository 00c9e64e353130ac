import { GcpAccess, type GcpAccessProps, GcpBillingExport, GcpIdentity, GcpStorage } from "cdktf-finops/gcp";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type Block, problemsOf, refusal, Template } from "../support/template";

import { createAccess, createParts, customRoles, type Props, synth } from "./access-stack";

describe("the custom roles", () => {
  const built = createAccess();
  const template = Template.of(built.stack);
  const roles = customRoles(template);

  it("are two of the project and one of the organization", () => {
    expect(template.resourceTypes).toMatchObject({
      google_project_iam_custom_role: 2,
      google_organization_iam_custom_role: 1,
    });
    expect(Object.keys(roles).sort()).toEqual(["BigQuery User", "BigQuery Viewer", "Project Viewer"]);
  });

  it("have these permissions, and no others", () => {
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

  it("are properties of the access", () => {
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
      "a suffix, for example if the roles without it were deleted",
      { roleIdSuffix: "v2" },
      ["billing_finops_bigquery_viewer_v2", "billing_finops_bigquery_user_v2", "billing_finops_project_viewer_v2"],
    ],
    [
      "the longest prefix and suffix, together the maximum length of Google",
      { roleIdPrefix: "p".repeat(39), roleIdSuffix: "s".repeat(8) },
      ["bigquery_viewer", "bigquery_user", "project_viewer"].map(
        (ending) => `${"p".repeat(39)}_${ending}_${"s".repeat(8)}`,
      ),
    ],
  ])("have %s in their IDs", (_, props, ids) => {
    const roles = customRoles(synth(props));
    const order = ["BigQuery Viewer", "BigQuery User", "Project Viewer"];
    expect(order.map((title) => roles[title]?.role_id)).toEqual(ids);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(64);
  });
});

describe("existing roles", () => {
  const CUSTOM = {
    bigqueryViewerRole: `projects/${PROJECT}/roles/billing_reader`,
    bigqueryUserRole: `organizations/${ORGANIZATION}/roles/query_runner`,
    projectViewerRole: `organizations/${ORGANIZATION}/roles/hierarchy.reader`,
  };
  const PREDEFINED = {
    bigqueryViewerRole: "roles/bigquery.dataViewer",
    bigqueryUserRole: "roles/bigquery.jobUser",
    projectViewerRole: `organizations/${ORGANIZATION}/roles/see_all`,
  };

  it.each<[string, typeof CUSTOM]>([
    ["custom roles", CUSTOM],
    ["predefined roles", PREDEFINED],
  ])("are bound in place of new ones: %s", (_, roles) => {
    const { stack, access } = createAccess({ ...roles, exportReady: true, exports: ["STANDARD"] });
    const template = Template.of(stack);
    expect(customRoles(template)).toEqual({});
    expect(template.resource("google_bigquery_table_iam_member").role).toBe(roles.bigqueryViewerRole);
    expect(template.resource("google_project_iam_member").role).toBe(roles.bigqueryUserRole);
    expect(template.resource("google_organization_iam_member").role).toBe(roles.projectViewerRole);
    expect([access.bigqueryViewerRole, access.bigqueryUserRole, access.projectViewerRole]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it("are bound on the dataset and on folders, too", () => {
    const template = synth({ ...PREDEFINED, datasetAccess: "ALWAYS", folders: { production: "345678901234" } });
    expect(template.resource("google_bigquery_dataset_iam_member").role).toBe("roles/bigquery.dataViewer");
    expect(template.resource("google_folder_iam_member").role).toBe(`organizations/${ORGANIZATION}/roles/see_all`);
  });

  it("replace only the roles for which they are set", () => {
    const roles = customRoles(synth({ bigqueryUserRole: "roles/bigquery.jobUser" }));
    expect(Object.keys(roles).sort()).toEqual(["BigQuery Viewer", "Project Viewer"]);
  });

  it("are reported by name, because their permissions are not known", () => {
    const { permissions } = createAccess({ ...CUSTOM, exportReady: true }).access;
    expect(permissions.map(({ id, actions }) => [id, actions])).toEqual([
      ["ReadExport", [CUSTOM.bigqueryViewerRole]],
      ["FindTables", [CUSTOM.bigqueryViewerRole]],
      ["RunQueries", [CUSTOM.bigqueryUserRole]],
      ["ReadInBulk", [CUSTOM.bigqueryUserRole]],
      ["SeeProject", [CUSTOM.bigqueryUserRole]],
      ["SeeHierarchy", [CUSTOM.projectViewerRole]],
    ]);
  });

  it("can be in an older project, whose ID has a domain", () => {
    const stack = gcpStack();
    const projectId = "example.com:billing";
    const { identity, billingExport } = createParts(stack, {}, projectId);
    const bigqueryUserRole = `projects/${projectId}/roles/query_runner`;
    new GcpAccess(stack, "finops", { projectId, hierarchy: "NONE", identity, billingExport, bigqueryUserRole });
    expect(Template.of(stack).resource("google_project_iam_member").role).toBe(bigqueryUserRole);
  });

  it("have preconditions for unresolved tokens, checked before anything is granted", () => {
    const stack = gcpStack();
    const role = new TerraformVariable(stack, "role", { type: "string" }).stringValue;
    const { identity, billingExport } = createParts(stack);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    new GcpAccess(stack, "finops", { ...all, bigqueryViewerRole: role, datasetAccess: "ALWAYS" });
    const template = Template.of(stack);
    const { precondition } = template.resource("google_project_iam_member").lifecycle as { precondition: Block[] };
    const subject = "GcpAccess at billing/finops: 'bigqueryViewerRole' must be";
    expect(precondition).toEqual([
      {
        condition: '${can(regex("^(roles/bigquery[.]dataViewer|(projects|organizations)/.*)$", var.role))}',
        error_message: `${subject} a custom role, or roles/bigquery.dataViewer.`,
      },
      {
        condition:
          '${can(regex("^(roles/.*|(projects/[a-z][a-z0-9.:-]{4,98}[a-z0-9]/roles/[A-Za-z0-9_.]{3,64}|organizations/[1-9][0-9]{0,18}/roles/[A-Za-z0-9_.]{3,64}))$", var.role))}',
        error_message: `${subject} the full name of a custom role of the project or the organization.`,
      },
    ]);
    expect(template.resource("google_bigquery_dataset_iam_member")).toMatchObject({
      role: "${var.role}",
      depends_on: [template.address("google_project_iam_member")],
    });
  });
});

describe("validation of the roles", () => {
  const token = Token.asString({ ref: "x" });

  it.each<[string, object, string]>([
    [
      "a prefix with a dash",
      { roleIdPrefix: "acme-finops" },
      `'roleIdPrefix' must be letters, digits, '_' and '.', without '-', got: "acme-finops"; for example "finops"`,
    ],
    [
      "a prefix with a dash beside a token",
      { roleIdPrefix: `${token}-finops` },
      `'roleIdPrefix' must be letters, digits, '_' and '.', without '-', got: "-finops" beside a token`,
    ],
    [
      "a role of another project, for reading",
      { bigqueryViewerRole: "projects/acme-other/roles/billing_reader" },
      `'bigqueryViewerRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/billing_reader"; a custom role can be bound only in its own project or organization`,
    ],
    [
      "a role of another organization, for reading",
      { bigqueryViewerRole: "organizations/999999999999/roles/billing_reader" },
      `'bigqueryViewerRole' must be a role of the organization "123456789012", got: "organizations/999999999999/roles/billing_reader"; a custom role can be bound only in its own project or organization`,
    ],
    [
      "a role of another project, for queries",
      { bigqueryUserRole: "projects/acme-other/roles/query_runner" },
      `'bigqueryUserRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/query_runner"; a custom role can be bound only in its own project or organization`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => createAccess(props))).toBe(`GcpAccess at billing/finops: ${problem}`);
  });

  it("refuses a path that is too long for the default prefix", () => {
    const stack = gcpStack();
    const { identity, billingExport } = createParts(stack);
    const id = "a".repeat(40);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(stack, id, all))).toBe(
      `GcpAccess at billing/${id}: 'roleIdPrefix' must be 1-39 characters long, got: "billing_${id}"; for example "finops"; this default is derived from the construct's path, so set 'roleIdPrefix'`,
    );
    expect(stack.node.tryFindChild(id)).toBeUndefined();
  });

  it("accepts any role if project and organization are unresolved tokens, which cannot be compared", () => {
    const bigqueryUserRole = "projects/acme-other/roles/query_runner";
    const projectViewerRole = "organizations/999999999999/roles/hierarchy_reader";
    const unresolved = { projectId: token, organizationId: Token.asString({ ref: "y" }) };
    expect(() => createAccess({ ...unresolved, bigqueryUserRole, projectViewerRole })).not.toThrow();
  });
});

describe("overrides of the permissions of a custom role", () => {
  type Role = "bigqueryViewerRole" | "bigqueryUserRole" | "projectViewerRole";
  const override = (permission: string, role: Role): TerraformStack => {
    const { stack, access } = createAccess();
    access[role]?.addOverride("permissions", [permission]);
    return stack;
  };

  /** Problems that fail synthesis. */
  const problemsAtSynthesis = (stack: TerraformStack): string[] =>
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
  ])("are refused if a role of the project cannot have the permission: %s", (permission) => {
    expect(problemsAtSynthesis(override(permission, "bigqueryUserRole"))).toEqual([
      `[billing/finops/bigquery_user_role] the custom role BigQuery User must not have the permission "${permission}", which custom roles of a project cannot have; add it to Project Viewer, a role of the organization`,
    ]);
  });

  it.each<[string, Role, string, string]>([
    ["bigquery.*", "bigqueryViewerRole", "bigquery_viewer_role", "BigQuery Viewer"],
    ["*", "bigqueryUserRole", "bigquery_user_role", "BigQuery User"],
    ["resourcemanager.projects.*", "projectViewerRole", "project_viewer_role", "Project Viewer"],
  ])("are refused if the permission is a wildcard: %s", (permission, role, id, title) => {
    expect(problemsAtSynthesis(override(permission, role))).toEqual([
      `[billing/finops/${id}] the custom role ${title} must not have the permission "${permission}", because custom roles cannot have wildcards; name each permission that is needed`,
    ]);
  });

  it("are accepted for other permissions", () => {
    const roles = customRoles(Template.of(override("bigquery.models.list", "bigqueryViewerRole")));
    expect(roles["BigQuery Viewer"]?.permissions).toContain("bigquery.models.list");
  });

  it("are accepted for the permissions that a role of the organization can have", () => {
    const { stack, access } = createAccess();
    access.projectViewerRole?.addOverride("permissions", ["resourcemanager.tagKeys.get"]);
    expect(customRoles(Template.of(stack))["Project Viewer"]?.permissions).toContain("resourcemanager.tagKeys.get");
  });
});

describe("the ID of a custom role", () => {
  const createSecondAccess = (scope: TerraformStack, props: Partial<GcpAccessProps> = {}): GcpAccess => {
    const projectId = props.projectId ?? PROJECT;
    const identity = new GcpIdentity(scope, "identity2", { projectId });
    const storage = new GcpStorage(scope, "storage2", { projectId, datasetLocation: "EU" });
    const billingExport = new GcpBillingExport(scope, "export2", { billingAccountId: BILLING_ACCOUNT, storage });
    const all = { projectId, organizationId: ORGANIZATION, roleIdPrefix: "finops", identity, billingExport };
    return new GcpAccess(scope, "two", { ...all, ...props });
  };
  const clash = (id: string, path = "billing/two"): string =>
    `[billing] GcpAccess at ${path}: 'roleIdPrefix' must be unique, got: "${id}", which billing/finops already uses for its custom role; choose another`;

  it("is unique in project and organization, across all stacks of a program", () => {
    const { stack } = createAccess({ roleIdPrefix: "finops" });
    const other = new TerraformStack(App.of(stack), "other");
    createSecondAccess(stack);
    createSecondAccess(other);
    expect(problemsOf(stack)).toBe(
      ["billing/two", "other/two"]
        .flatMap((path) =>
          ["finops_bigquery_viewer", "finops_bigquery_user", "finops_project_viewer"].map((id) => clash(id, path)),
        )
        .join("\n"),
    );
    stack.node.tryRemoveChild("finops");
    other.node.tryRemoveChild("two");
    expect(problemsOf(stack)).toBe("");
  });

  it("can be used again in another project of the organization, except for the organization's role", () => {
    const { stack } = createAccess({ roleIdPrefix: "finops" });
    createSecondAccess(stack, { projectId: "acme-other" });
    expect(problemsOf(stack)).toBe(clash("finops_project_viewer"));
  });

  it("can be used again in another project of another organization", () => {
    const { stack } = createAccess({ roleIdPrefix: "finops" });
    createSecondAccess(stack, { projectId: "acme-other", organizationId: "999999999999" });
    expect(problemsOf(stack)).toBe("");
  });

  it("can be used again with another suffix, and if an existing role or no role is used", () => {
    const { stack } = createAccess({
      roleIdPrefix: "finops",
      hierarchy: "NONE",
      bigqueryUserRole: "roles/bigquery.jobUser",
    });
    createSecondAccess(stack, { bigqueryUserRole: undefined });
    expect(problemsOf(stack)).toBe(clash("finops_bigquery_viewer"));
    const another = createAccess({ roleIdPrefix: "finops" }).stack;
    createSecondAccess(another, { roleIdSuffix: "v2" });
    expect(problemsOf(another)).toBe("");
  });
});
