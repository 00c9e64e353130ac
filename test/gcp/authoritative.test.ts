import { BigqueryDatasetIamBinding } from "@cdktf/provider-google/lib/bigquery-dataset-iam-binding";
import { BigqueryDatasetIamMember } from "@cdktf/provider-google/lib/bigquery-dataset-iam-member";
import { BigqueryDatasetIamPolicy } from "@cdktf/provider-google/lib/bigquery-dataset-iam-policy";
import { BigqueryTableIamBinding } from "@cdktf/provider-google/lib/bigquery-table-iam-binding";
import { BigqueryTableIamPolicy } from "@cdktf/provider-google/lib/bigquery-table-iam-policy";
import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { Folder } from "@cdktf/provider-google/lib/folder";
import { FolderIamMember } from "@cdktf/provider-google/lib/folder-iam-member";
import { FolderIamPolicy } from "@cdktf/provider-google/lib/folder-iam-policy";
import { OrganizationIamBinding } from "@cdktf/provider-google/lib/organization-iam-binding";
import { OrganizationIamMember } from "@cdktf/provider-google/lib/organization-iam-member";
import { OrganizationIamPolicy } from "@cdktf/provider-google/lib/organization-iam-policy";
import { ProjectIamBinding } from "@cdktf/provider-google/lib/project-iam-binding";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ProjectIamPolicy } from "@cdktf/provider-google/lib/project-iam-policy";
import { ServiceAccountIamPolicy } from "@cdktf/provider-google/lib/service-account-iam-policy";
import { GcpImpersonatedIdentity, GcpIntegration, type GcpIntegrationProps, GcpStorage } from "cdktf-finops/gcp";
import { Fn, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type AnyProps } from "../support/props";
import { problemsOf } from "../support/template";

const FOLDER = "345678901234";
const DATASET = { projectId: PROJECT, datasetLocation: "EU", datasetId: "billing" };

const integrationIn = (stack: TerraformStack, props: AnyProps<GcpIntegrationProps> = {}): GcpIntegration =>
  new GcpIntegration(stack, "finops", {
    ...DATASET,
    billingAccountId: BILLING_ACCOUNT,
    organizationId: ORGANIZATION,
    ...props,
  } as GcpIntegrationProps);

/** Who may use something, as those resources have it that replace it. */
const POLICY = { policyData: "{}" };
const BINDING = { role: "roles/viewer", members: ["user:jo@acme.com"] };
const MEMBER = { role: "roles/viewer", member: "user:jo@acme.com" };

const refused = (type: string, what: string, neededBy: string, scope = "billing/mine"): string =>
  `[billing] ${scope} (${type}) must not be about the ${what} that ${neededBy} needs: it takes away what others were given ` +
  `there; use ${type.replace(/_(binding|policy)$/, "_member")}, which adds`;

type Make = (scope: Construct, target: string) => unknown;

const OF_DATASETS: [string, Make][] = [
  [
    "google_bigquery_dataset_iam_binding",
    (scope, datasetId) => new BigqueryDatasetIamBinding(scope, "mine", { datasetId, ...BINDING }),
  ],
  [
    "google_bigquery_dataset_iam_policy",
    (scope, datasetId) => new BigqueryDatasetIamPolicy(scope, "mine", { datasetId, ...POLICY }),
  ],
  [
    "google_bigquery_table_iam_binding",
    (scope, datasetId) => new BigqueryTableIamBinding(scope, "mine", { datasetId, tableId: "t", ...BINDING }),
  ],
  [
    "google_bigquery_table_iam_policy",
    (scope, datasetId) => new BigqueryTableIamPolicy(scope, "mine", { datasetId, tableId: "t", ...POLICY }),
  ],
];

describe.each(OF_DATASETS)("%s, which replaces who may use a dataset or table", (type, make) => {
  const problem = refused(type, "dataset", "billing/storage");

  it.each(["billing", `projects/${PROJECT}/datasets/billing`])("is refused of the dataset by its name, %s", (name) => {
    const stack = gcpStack();
    make(stack, name);
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is refused of the dataset by a path with a reference in it", () => {
    const stack = gcpStack();
    make(stack, `projects/${PROJECT}/datasets/${new GcpStorage(stack, "storage", DATASET).datasetId}`);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is let pass of a dataset of the same name in another project", () => {
    const stack = gcpStack();
    make(stack, "projects/acme-other/datasets/billing");
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe("");
  });

  it("is let pass where the storage was taken out again", () => {
    const stack = gcpStack();
    make(stack, "billing");
    new GcpStorage(stack, "storage", DATASET);
    stack.node.tryRemoveChild("storage");
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused of the dataset by a reference", () => {
    const stack = gcpStack();
    make(stack, new GcpStorage(stack, "storage", DATASET).datasetId);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is refused of a dataset that is there already, by its name and by a reference", () => {
    for (const name of ["billing", undefined]) {
      const stack = gcpStack();
      const { datasetId } = GcpStorage.fromDataset(stack, "storage", DATASET);
      make(stack, name ?? datasetId);
      expect(problemsOf(stack)).toBe(problem);
    }
  });

  it("is refused of a dataset whose name Terraform fills in", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "dataset", { type: "string" });
    new GcpStorage(stack, "storage", { ...DATASET, datasetId: stringValue });
    make(stack, stringValue);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is let pass of another dataset", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "dataset", { type: "string" });
    new GcpStorage(stack, "storage", DATASET);
    for (const [index, name] of ["billing_2", "projects/acme-other/datasets/other", stringValue].entries()) {
      make(new Construct(stack, `scope_${index}`), name);
    }
    expect(problemsOf(stack)).toBe("");
  });

  it("is let pass of a dataset of another stack's", () => {
    const app = Testing.app();
    new GcpStorage(new TerraformStack(app, "other"), "storage", DATASET);
    const stack = new TerraformStack(app, "billing");
    make(stack, "billing");
    expect(problemsOf(stack)).not.toContain("must not be about");
  });
});

const OF_HIERARCHY: [string, string, string, string, Make][] = [
  [
    "google_project_iam_policy",
    "project",
    PROJECT,
    "finops/storage",
    (scope, project) => new ProjectIamPolicy(scope, "mine", { project, ...POLICY }),
  ],
  [
    "google_organization_iam_policy",
    "organization",
    ORGANIZATION,
    "finops/access",
    (scope, orgId) => new OrganizationIamPolicy(scope, "mine", { orgId, ...POLICY }),
  ],
  [
    "google_folder_iam_policy",
    "folder",
    FOLDER,
    "finops/access",
    (scope, folder) => new FolderIamPolicy(scope, "mine", { folder, ...POLICY }),
  ],
];

describe.each(OF_HIERARCHY)("%s, which replaces all roles of the %s", (type, what, name, neededBy, make) => {
  const folders = what === "folder" ? { production: FOLDER, staging: "456789012345" } : undefined;

  it("is refused of the one that the integration needs", () => {
    for (const spelling of [name, `${what}s/${name}`]) {
      const stack = gcpStack();
      integrationIn(stack, { folders });
      make(stack, spelling);
      expect(problemsOf(stack)).toBe(refused(type, what, `billing/${neededBy}`));
    }
  });

  it("is refused wherever it stands in the stack", () => {
    const stack = gcpStack();
    make(new Construct(stack, "team"), name);
    integrationIn(stack, { folders });
    expect(problemsOf(stack)).toBe(refused(type, what, `billing/${neededBy}`, "billing/team/mine"));
  });

  it("is let pass of another", () => {
    const stack = gcpStack();
    integrationIn(stack, { folders });
    make(stack, what === "project" ? "acme-other" : "987654321098");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("what replaces who may use something", () => {
  it("is refused of a project and a folder by references", () => {
    const stack = gcpStack();
    const project = new DataGoogleProject(stack, "project", { projectId: PROJECT });
    const folder = new Folder(stack, "folder", { displayName: "Production", parent: `organizations/${ORGANIZATION}` });
    integrationIn(stack, { projectId: project.projectId, folders: { production: folder.folderId } });
    new ProjectIamPolicy(stack, "of_project", { project: project.projectId, ...POLICY });
    new FolderIamPolicy(stack, "of_folder", { folder: folder.name, ...POLICY });
    expect(problemsOf(stack)).toBe(
      [
        refused("google_project_iam_policy", "project", "billing/finops/storage", "billing/of_project"),
        refused("google_folder_iam_policy", "folder", "billing/finops/access", "billing/of_folder"),
      ].join("\n"),
    );
  });

  it("is refused where an override has it about the dataset", () => {
    const stack = gcpStack();
    new GcpStorage(stack, "storage", DATASET);
    new BigqueryDatasetIamPolicy(stack, "mine", { datasetId: "other", ...POLICY }).addOverride("dataset_id", "billing");
    expect(problemsOf(stack)).toBe(refused("google_bigquery_dataset_iam_policy", "dataset", "billing/storage"));
  });

  it("is let pass of a folder or an organization that nothing is granted on", () => {
    const stack = gcpStack();
    integrationIn(stack, { folders: { production: FOLDER } });
    new OrganizationIamPolicy(stack, "of_organization", { orgId: ORGANIZATION, ...POLICY });
    expect(problemsOf(stack)).toBe("");
  });

  it("is let pass of a folder that has the number of the organization", () => {
    const stack = gcpStack();
    integrationIn(stack);
    new FolderIamPolicy(stack, "of_folder", { folder: ORGANIZATION, ...POLICY });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("what adds to who may use something", () => {
  it("is let pass", () => {
    const stack = gcpStack();
    const { storage } = integrationIn(stack, { folders: { production: FOLDER } });
    new BigqueryDatasetIamMember(stack, "of_dataset", { datasetId: storage.datasetId, ...MEMBER });
    new ProjectIamMember(stack, "of_project", { project: PROJECT, ...MEMBER });
    new FolderIamMember(stack, "of_folder", { folder: `folders/${FOLDER}`, ...MEMBER });
    new OrganizationIamMember(stack, "of_organization", { orgId: ORGANIZATION, ...MEMBER });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("what replaces who may use a dataset", () => {
  it("is let pass of one of the same name in another project, told by its own argument", () => {
    const stack = gcpStack();
    new BigqueryDatasetIamPolicy(stack, "mine", { project: "acme-other", datasetId: "billing", ...POLICY });
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused where its project is the same, or Terraform fills it in", () => {
    const stack = gcpStack();
    const project = new TerraformVariable(stack, "project", { type: "string" }).stringValue;
    new BigqueryDatasetIamPolicy(stack, "mine", { project, datasetId: "billing", ...POLICY });
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe(refused("google_bigquery_dataset_iam_policy", "dataset", "billing/storage"));
  });
});

describe("what replaces who has a role", () => {
  const bindings: [string, string, Record<string, string>, (stack: TerraformStack, role: string) => unknown][] = [
    [
      "project",
      "google_project_iam_binding",
      { bigqueryUserRole: "roles/bigquery.jobUser" },
      (stack, role) => new ProjectIamBinding(stack, "mine", { project: PROJECT, role, members: [] }),
    ],
    [
      "organization",
      "google_organization_iam_binding",
      { projectViewerRole: `organizations/${ORGANIZATION}/roles/see` },
      (stack, role) => new OrganizationIamBinding(stack, "mine", { orgId: ORGANIZATION, role, members: [] }),
    ],
  ];

  it.each(bindings)("is refused of the %s where the platform has that role", (what, type, props, make) => {
    const [role = ""] = Object.values(props);
    const stack = gcpStack();
    integrationIn(stack, props);
    make(stack, role);
    expect(problemsOf(stack)).toBe(refused(type, what, "billing/finops/access"));
  });

  it.each(bindings)("is let pass of the %s where it has another", (_, __, props, make) => {
    const stack = gcpStack();
    integrationIn(stack, props);
    make(stack, "roles/viewer");
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused of the service account that the platform gets tokens of", () => {
    const stack = gcpStack();
    const identity = new GcpImpersonatedIdentity(stack, "platform", {
      projectId: PROJECT,
      trustedServiceAccountEmail: "acme-reader@platform.iam.gserviceaccount.com",
    });
    new ServiceAccountIamPolicy(stack, "mine", { serviceAccountId: identity.serviceAccount.name, ...POLICY });
    expect(problemsOf(stack)).toBe(refused("google_service_account_iam_policy", "service account", "billing/platform"));
  });
});

describe("what is about a dataset by an expression", () => {
  it("is refused where the dataset's address is in it", () => {
    const stack = gcpStack();
    const storage = new GcpStorage(stack, "storage", DATASET);
    const datasetId = Fn.element(Fn.split("/", storage.dataset.id), 3) as string;
    new BigqueryDatasetIamPolicy(stack, "mine", { datasetId, ...POLICY });
    expect(problemsOf(stack)).toBe(refused("google_bigquery_dataset_iam_policy", "dataset", "billing/storage"));
  });
});
