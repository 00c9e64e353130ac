import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import {
  GCP_PERMISSIONS,
  GcpAccess,
  GcpBillingExport,
  GcpFederatedIdentity,
  GcpIdentity,
  GcpImpersonatedIdentity,
  GcpStorage,
  type IGcpIdentity,
} from "cdktf-finops/gcp";
import { type TerraformDataSource, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { refusal, Template } from "../support/template";

import {
  bindings,
  bound,
  build,
  DETAILED,
  partsIn,
  PRICING,
  type Props,
  referenceTo,
  rolesOf,
  STANDARD,
  synth,
} from "./access-stack";

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
      dataset_id: `\${data.google_bigquery_dataset.${(storage.node.defaultChild as TerraformDataSource).friendlyUniqueId}.dataset_id}`,
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
      ["@cdktf/warn", `Limitation: ${sentence}`],
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

describe("whom the roles are bound to", () => {
  it.each<[string, (stack: TerraformStack) => IGcpIdentity, string]>([
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
      `serviceAccount:finops@${PROJECT}.iam.gserviceaccount.com`,
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

describe("a dataset that is there already", () => {
  it.each([
    ["NEVER", []],
    ["ALWAYS", ["The platform may read all tables of the dataset, those that are no part of the export as well."]],
  ] as const)("is warned of where all of it may be read: %s", (datasetAccess, warnings) => {
    const stack = gcpStack();
    const { identity } = partsIn(stack);
    const dataset = { projectId: PROJECT, datasetId: "billing", datasetLocation: "EU" };
    const storage = GcpStorage.fromDataset(stack, "dataset", dataset);
    const billingExport = new GcpBillingExport(stack, "other", { billingAccountId: BILLING_ACCOUNT, storage });
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport, datasetAccess };
    const { node } = new GcpAccess(stack, "finops", all);
    expect(node.metadata.map(({ data }) => data as string)).toEqual(warnings);
  });
});

describe("what is there already", () => {
  it("is read and checked before anything is granted to it, or on it", () => {
    const stack = gcpStack();
    const email = `finops@${PROJECT}.iam.gserviceaccount.com`;
    const identity = GcpIdentity.fromServiceAccount(stack, "in", { projectId: PROJECT, serviceAccountEmail: email });
    const dataset = { projectId: PROJECT, datasetId: "billing", datasetLocation: "EU" };
    const storage = GcpStorage.fromDataset(stack, "dataset", dataset);
    const billingExport = new GcpBillingExport(stack, "export", { billingAccountId: BILLING_ACCOUNT, storage });
    new GcpAccess(stack, "finops", { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport });
    const template = Template.of(stack);
    expect(template.resource("google_project_iam_member").depends_on).toEqual([
      expect.stringMatching(/^data[.]google_service_account[.]in_/),
      expect.stringMatching(/^data[.]google_bigquery_dataset[.]dataset_/),
    ]);
    expect(storage.node.metadata).toEqual([]);
    // All else that is granted waits for that.
    expect(template.resource("google_organization_iam_member").depends_on).toEqual([
      template.address("google_project_iam_member"),
    ]);
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
      `'identity' must be an IGcpIdentity, got: "finops@acme-billing.iam.gserviceaccount.com"; for example new GcpIdentity(…), new GcpImpersonatedIdentity(…), new GcpFederatedIdentity(…) or GcpIdentity.fromServiceAccount(…)`,
    ],
    [
      "nothing to read",
      { billingExport: undefined },
      "'billingExport' is required: it must be an IGcpBillingExport; for example new GcpBillingExport(…)",
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
      { hierarchy: "NONE", projectViewerRole: `organizations/${ORGANIZATION}/roles/see_all` },
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
      `'folders' must name each folder once, got: the same one for "prod" and "production"`,
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

  it("is an identity or an export in another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const { identity, billingExport } = partsIn(one);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(two, "finops", all))).toBe(
      [
        "GcpAccess at two/finops: 2 problems",
        "  - 'identity' must be in the stack of the construct, got: one/identity; create it in two",
        "  - 'billingExport' must be in the stack of the construct, got: one/export; create it in two",
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
        "  - 'identity' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
        "  - 'billingExport' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
      ].join("\n"),
    );
    const by = new GcpIdentity(stack, "by", { projectId: PROJECT, provider });
    expect(refusal(() => new GcpAccess(stack, "finops", { ...all, identity: by }))).toBe(
      "GcpAccess at billing/finops: 'identity' must use the provider of the construct, got: billing/billing; pass the same 'provider' to both",
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
