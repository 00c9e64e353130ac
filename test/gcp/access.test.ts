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
  countBindings,
  createAccess,
  createParts,
  customRoles,
  DETAILED,
  PRICING,
  type Props,
  referenceTo,
  STANDARD,
  synth,
} from "./access-stack";

describe("an access with only its required props", () => {
  const built = createAccess();
  const template = Template.of(built.stack);
  const member = `\${${template.address("google_service_account")}.member}`;

  it("lets the platform run queries in the project and list the organization's projects, but read no data", () => {
    expect(countBindings(template)).toEqual({ google_project_iam_member: 1, google_organization_iam_member: 1 });
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

  it("creates the role for reading, for the tables that Google will create", () => {
    expect(built.access.bigqueryViewerRole?.titleInput).toBe("BigQuery Viewer");
  });

  it("reports only the permissions that it grants", () => {
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

  it("has no manual steps, limitations, warnings or preconditions", () => {
    const { manualSteps, limitations, node } = built.access;
    expect([manualSteps, limitations, node.metadata]).toEqual([[], [], []]);
    expect(bindings(template).filter((binding) => "lifecycle" in binding)).toEqual([]);
  });
});

describe("an access to an export whose tables exist", () => {
  it("lets the platform read each table of the export, and nothing else in the dataset", () => {
    const built = createAccess({ exportReady: true });
    const template = Template.of(built.stack);
    expect(countBindings(template)).toEqual({
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

  it("lets the platform read only the tables that are exported", () => {
    const only = (exports: Props["exports"]): unknown[] =>
      synth({ exports, exportReady: true })
        .resources("google_bigquery_table_iam_member")
        .map(({ table_id }) => table_id);
    expect(only(["STANDARD"])).toEqual([STANDARD]);
    expect(only(["PRICING", "STANDARD"])).toEqual([PRICING, STANDARD]);
  });

  it("has the kind of the table in the address of its binding, which stays the same when other tables are added", () => {
    const one = synth({ exports: ["STANDARD"], exportReady: true });
    const all = synth({ exportReady: true });
    expect(all.addresses).toEqual(expect.arrayContaining(one.addresses));
    expect(one.address("google_bigquery_table_iam_member")).toMatch(/\.finops_table_standard_[0-9A-F]{8}$/);
  });

  it("reports all of the platform's permissions of the catalogue", () => {
    const { permissions } = createAccess({ exportReady: true }).access;
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

  it("returns a new list of permissions each time, so that callers cannot change the catalogue", () => {
    const { access } = createAccess({ exportReady: true });
    access.permissions.pop();
    expect(access.permissions).toHaveLength(6);
  });

  it("lets the platform read tables in an existing dataset", () => {
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

describe("access to the whole dataset", () => {
  it.each<[string, Props, Record<string, number>]>([
    ["is not granted with NEVER, before the tables exist", { datasetAccess: "NEVER" }, {}],
    [
      "is not granted with NEVER, once the tables exist",
      { datasetAccess: "NEVER", exportReady: true },
      { google_bigquery_table_iam_member: 3 },
    ],
    [
      "is granted with UNTIL_EXPORT_READY, before the tables exist",
      { datasetAccess: "UNTIL_EXPORT_READY" },
      { google_bigquery_dataset_iam_member: 1 },
    ],
    [
      "is not granted with UNTIL_EXPORT_READY, once the tables exist",
      { datasetAccess: "UNTIL_EXPORT_READY", exportReady: true },
      { google_bigquery_table_iam_member: 3 },
    ],
    [
      "is granted with ALWAYS, before the tables exist",
      { datasetAccess: "ALWAYS" },
      { google_bigquery_dataset_iam_member: 1 },
    ],
    [
      "is granted with ALWAYS, once the tables exist",
      { datasetAccess: "ALWAYS", exportReady: true },
      { google_bigquery_dataset_iam_member: 1 },
    ],
  ])("%s", (_, props, types) => {
    const all = { google_project_iam_member: 1, google_organization_iam_member: 1, ...types };
    expect(countBindings(synth(props))).toEqual(all);
    const reported = createAccess(props).access.permissions.some((permission) => permission.id === "ReadExport");
    expect(reported).toBe(Object.keys(types).length > 0);
  });

  it("is one binding on the dataset, with the role for reading", () => {
    const built = createAccess({ datasetAccess: "ALWAYS" });
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

describe("access to the resource hierarchy", () => {
  const FOLDERS = { production: "345678901234", sandbox_2: "456789012345" };

  it("is granted on each folder that is set, instead of the organization", () => {
    const built = createAccess({ folders: FOLDERS });
    const template = Template.of(built.stack);
    expect(countBindings(template)).toEqual({ google_project_iam_member: 1, google_folder_iam_member: 2 });
    expect(template.resources("google_folder_iam_member")).toEqual(
      ["folders/345678901234", "folders/456789012345"].map((folder) => ({
        folder,
        role: referenceTo("Project Viewer", built),
        member: `\${${template.address("google_service_account")}.member}`,
        depends_on: [template.address("google_project_iam_member")],
      })),
    );
    expect(customRoles(template)["Project Viewer"]).toMatchObject({ org_id: ORGANIZATION });
  });

  it("has the names of the folders in its addresses, which depend neither on their order nor on their numbers", () => {
    const addresses = (folders: Record<string, string>): string[] =>
      synth({ folders }).addresses.filter((one) => one.startsWith("google_folder_iam_member."));
    expect(addresses(FOLDERS).map((one) => one.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "google_folder_iam_member.finops_folder_production",
      "google_folder_iam_member.finops_folder_sandbox_2",
    ]);
    expect(addresses({ sandbox_2: "1", production: "2" })).toEqual(addresses(FOLDERS));
  });

  it("is reported as a limitation when folders are set, also as a warning at synthesis", () => {
    const { access } = createAccess({ folders: FOLDERS });
    const sentence =
      "The platform can list only the projects below the folders production, sandbox_2; of all others, it knows only the costs.";
    expect(access.limitations).toEqual([sentence]);
    expect(access.node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      ["@cdktf/warn", `Limitation: ${sentence}`],
    ]);
  });

  it("has preconditions for unresolved tokens on the binding of each folder", () => {
    const stack = gcpStack();
    const folder = new TerraformVariable(stack, "folder", { type: "string" }).stringValue;
    const { identity, billingExport } = createParts(stack);
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
              "GcpAccess at billing/finops: 'production' of 'folders' must be only the number of a folder, without 'folders/'.",
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

  it("creates neither a role nor a binding with NONE, and requires no organization", () => {
    const stack = gcpStack();
    const { identity, billingExport } = createParts(stack);
    const access = new GcpAccess(stack, "finops", { projectId: PROJECT, hierarchy: "NONE", identity, billingExport });
    const template = Template.of(stack);
    expect(countBindings(template)).toEqual({ google_project_iam_member: 1 });
    expect(Object.keys(customRoles(template)).sort()).toEqual(["BigQuery User", "BigQuery Viewer"]);
    expect([access.projectViewerRole, access.organizationId]).toEqual([undefined, undefined]);
    expect(access.permissions.map(({ id }) => id)).not.toContain("SeeHierarchy");
    expect(access.limitations).toEqual([
      "The platform cannot list projects and folders: it knows only those with costs, by their names at that time.",
    ]);
  });

  it("accepts an organization with NONE, and hands it over", () => {
    const { access } = createAccess({ hierarchy: "NONE" });
    expect(access.organizationId).toBe(ORGANIZATION);
    expect(access.projectViewerRole).toBeUndefined();
  });

  it("is the same when the default values are set", () => {
    expect(synth({ hierarchy: "ORGANIZATION", datasetAccess: "NEVER" }).json).toEqual(synth().json);
  });
});

describe("the member of the bindings", () => {
  it.each<[string, (stack: TerraformStack) => IGcpIdentity, string]>([
    [
      "a new service account with a key",
      (stack) => new GcpIdentity(stack, "in", { projectId: PROJECT }),
      "${google_service_account.in.member}",
    ],
    [
      "a service account that the platform's own one impersonates",
      (stack) =>
        new GcpImpersonatedIdentity(stack, "in", {
          projectId: PROJECT,
          trustedServiceAccountEmail: "acme-reader@platform.iam.gserviceaccount.com",
        }),
      "${google_service_account.in.member}",
    ],
    [
      "a service account for which the platform exchanges its tokens",
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
      "an existing service account",
      (stack) =>
        GcpIdentity.fromServiceAccount(stack, "in", {
          projectId: PROJECT,
          serviceAccountEmail: `finops@${PROJECT}.iam.gserviceaccount.com`,
        }),
      `serviceAccount:finops@${PROJECT}.iam.gserviceaccount.com`,
    ],
  ])("is only %s", (_, create, expected) => {
    const stack = gcpStack();
    const { billingExport } = createParts(stack, { exportReady: true });
    const identity = create(stack);
    new GcpAccess(stack, "finops", { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport });
    const members = bindings(Template.of(stack)).map(({ member }) => (member as string).replace(/_[0-9A-F]{8}/, ""));
    expect(members).toEqual(Array(5).fill(expected));
  });
});

describe("an access to an existing dataset", () => {
  it.each([
    ["NEVER", []],
    [
      "ALWAYS",
      ["The platform can read all tables of the existing dataset, also those that are not part of the export."],
    ],
  ] as const)("warns if the platform can read the whole dataset: %s", (datasetAccess, warnings) => {
    const stack = gcpStack();
    const { identity } = createParts(stack);
    const dataset = { projectId: PROJECT, datasetId: "billing", datasetLocation: "EU" };
    const storage = GcpStorage.fromDataset(stack, "dataset", dataset);
    const billingExport = new GcpBillingExport(stack, "other", { billingAccountId: BILLING_ACCOUNT, storage });
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport, datasetAccess };
    const { node } = new GcpAccess(stack, "finops", all);
    expect(node.metadata.map(({ data }) => data as string)).toEqual(warnings);
  });
});

describe("an access with an existing service account and an existing dataset", () => {
  it("reads and checks both before it grants anything", () => {
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
    // All other bindings wait for the first one.
    expect(template.resource("google_organization_iam_member").depends_on).toEqual([
      template.address("google_project_iam_member"),
    ]);
  });
});

describe("an access with all options", () => {
  it("creates everything with the provider that is passed", () => {
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
    const blocks = [...bindings(template), ...template.resources("google_project_iam_custom_role")];
    blocks.push(...template.resources("google_organization_iam_custom_role"));
    expect(blocks).toHaveLength(14);
    expect(blocks.map((block) => block.provider)).toEqual(Array(14).fill("google.billing"));
  });

  it("has the binding of BigQuery User as its default child", () => {
    const { access } = createAccess();
    expect(access.node.defaultChild).toBe(access.projectMember);
  });

  it("has the preconditions for unresolved tokens, with those of the export, on its first binding only", () => {
    const stack = gcpStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    const { identity, storage } = createParts(stack);
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
      "'organizationId' must be only the number of an organization, without 'organizations/'.",
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
    expect(customRoles(template)["BigQuery Viewer"]).toMatchObject({
      project: "${var.project}",
      role_id: "${var.prefix}_bigquery_viewer_${var.suffix}",
    });
    expect(customRoles(template)["Project Viewer"]).toMatchObject({ org_id: "${var.organization}" });
  });
});

describe("validation of the access", () => {
  const token = Token.asString({ ref: "x" });

  it.each<[string, object, string]>([
    [
      "a missing project",
      { projectId: undefined },
      `'projectId' is required: it must be the ID of a project, not its number; for example "acme-billing"`,
    ],
    ["the name of a provider", { provider: "google" }, `'provider' must be a GoogleProvider, got: "google"`],
    [
      "an e-mail address as the identity",
      { identity: "finops@acme-billing.iam.gserviceaccount.com" },
      `'identity' must be an IGcpIdentity, got: "finops@acme-billing.iam.gserviceaccount.com"; for example new GcpIdentity(…), new GcpImpersonatedIdentity(…), new GcpFederatedIdentity(…) or GcpIdentity.fromServiceAccount(…)`,
    ],
    [
      "a missing billing export",
      { billingExport: undefined },
      "'billingExport' is required: it must be an IGcpBillingExport; for example new GcpBillingExport(…)",
    ],
    [
      "a missing organization, unless the hierarchy is NONE",
      { organizationId: undefined },
      `'organizationId' is required: it must be the number of the organization, for example "123456789012"; for a project without an organization, set 'hierarchy' to NONE`,
    ],
    [
      "the full name of an organization",
      { organizationId: "organizations/123456789012" },
      `'organizationId' must be only the number of an organization, without 'organizations/', got: "organizations/123456789012"; for example "123456789012"`,
    ],
    [
      "the full name of an organization beside a token",
      { organizationId: `organizations/${token}` },
      `'organizationId' must be only the number of an organization, without 'organizations/', got: "organizations/" beside a token`,
    ],
    ["an unknown hierarchy", { hierarchy: "FOLDERS" }, `'hierarchy' must be one of ORGANIZATION, NONE, got: "FOLDERS"`],
    [
      "a hierarchy that is an unresolved token",
      { hierarchy: token },
      "'hierarchy' must be one of ORGANIZATION, NONE, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "folders when the hierarchy is NONE",
      { hierarchy: "NONE", folders: { production: "345678901234" } },
      "'folders' must be left out when 'hierarchy' is NONE: the platform does not see the hierarchy then",
    ],
    [
      "a role for the hierarchy when the hierarchy is NONE",
      { hierarchy: "NONE", projectViewerRole: `organizations/${ORGANIZATION}/roles/see_all` },
      "'projectViewerRole' must be left out when 'hierarchy' is NONE: the platform does not see the hierarchy then",
    ],
    [
      "an empty map of folders",
      { folders: {} },
      "'folders' must name at least one folder, got: none; leave it out for the whole organization",
    ],
    [
      "a list of folders",
      { folders: ["345678901234"] },
      `'folders' must be an object whose values are strings, got: a list of 1; for example { production: "345678901234" }`,
    ],
    [
      "folders that are an unresolved token",
      { folders: Token.asAny({ ref: "x" }) },
      "'folders' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "the full name of a folder beside a token",
      { folders: { production: `folders/${token}` } },
      `the value of "production" in 'folders' must be only the number of a folder, without 'folders/', got: "folders/" beside a token`,
    ],
    [
      "the same folder twice",
      { folders: { production: "345678901234", sandbox: "456789012345", prod: "345678901234" } },
      `'folders' must name each folder once, got: the same one for "prod" and "production"`,
    ],
    [
      "more than 100 folders",
      { folders: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, `${index + 1}`])) },
      "'folders' must have at most 100 keys, got: 101",
    ],
    [
      "an unknown access to the dataset",
      { datasetAccess: true },
      "'datasetAccess' must be one of NEVER, UNTIL_EXPORT_READY, ALWAYS, got: true",
    ],
    [
      "a role of another organization for the hierarchy",
      { projectViewerRole: "organizations/999999999999/roles/hierarchy_reader" },
      `'projectViewerRole' must be a role of the organization "123456789012", got: "organizations/999999999999/roles/hierarchy_reader"; a custom role can be bound only in its own project or organization`,
    ],
    [
      "an unknown property for permissions",
      { permissions: ["bigquery.tables.delete"] },
      `"permissions" is not a known property; known are provider, projectId, roleIdPrefix, roleIdSuffix, bigqueryViewerRole, bigqueryUserRole, projectViewerRole, identity, billingExport, organizationId, hierarchy, folders, datasetAccess`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => createAccess(props))).toBe(`GcpAccess at billing/finops: ${problem}`);
  });

  it("refuses an identity and a billing export in another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const { identity, billingExport } = createParts(one);
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

  it("refuses an identity and a billing export with another provider, which may use other credentials", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "billing", { alias: "billing" });
    const { identity, billingExport } = createParts(stack);
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(stack, "finops", { ...all, provider }))).toBe(
      [
        "GcpAccess at billing/finops: 2 problems",
        "  - 'identity' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
        "  - 'billingExport' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both",
      ].join("\n"),
    );
    const otherIdentity = new GcpIdentity(stack, "by", { projectId: PROJECT, provider });
    expect(refusal(() => new GcpAccess(stack, "finops", { ...all, identity: otherIdentity }))).toBe(
      "GcpAccess at billing/finops: 'identity' must use the provider of the construct, got: billing/billing; pass the same 'provider' to both",
    );
  });

  it("refuses an export to another project, in which the queries would not run", () => {
    const stack = gcpStack();
    const { identity } = createParts(stack);
    const storage = new GcpStorage(stack, "elsewhere", { projectId: "acme-other", datasetLocation: "EU" });
    const billingExport = new GcpBillingExport(stack, "other", { billingAccountId: BILLING_ACCOUNT, storage });
    const all = { projectId: PROJECT, organizationId: ORGANIZATION, identity, billingExport };
    expect(refusal(() => new GcpAccess(stack, "finops", all))).toBe(
      `GcpAccess at billing/finops: 'billingExport' must be in the project of the construct, got: one in "acme-other" and 'projectId' "acme-billing"`,
    );
  });

  it("reports all problems at once", () => {
    const props = {
      organizationId: undefined,
      folders: {},
      bigqueryUserRole: "projects/acme-other/roles/query_runner",
    };
    expect(refusal(() => createAccess(props))).toBe(
      [
        "GcpAccess at billing/finops: 3 problems",
        `  - 'organizationId' is required: it must be the number of the organization, for example "123456789012"; for a project without an organization, set 'hierarchy' to NONE`,
        "  - 'folders' must name at least one folder, got: none; leave it out for the whole organization",
        `  - 'bigqueryUserRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/query_runner"; a custom role can be bound only in its own project or organization`,
      ].join("\n"),
    );
  });
});
