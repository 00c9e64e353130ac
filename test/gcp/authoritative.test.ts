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

const createIntegration = (stack: TerraformStack, props: AnyProps<GcpIntegrationProps> = {}): GcpIntegration =>
  new GcpIntegration(stack, "finops", {
    ...DATASET,
    billingAccountId: BILLING_ACCOUNT,
    organizationId: ORGANIZATION,
    ...props,
  } as GcpIntegrationProps);

/** Arguments of the authoritative resources, and of those that only add a member. */
const POLICY = { policyData: "{}" };
const BINDING = { role: "roles/viewer", members: ["user:jo@acme.com"] };
const MEMBER = { role: "roles/viewer", member: "user:jo@acme.com" };

const expectedProblem = (type: string, kind: string, neededBy: string, scope = "billing/mine"): string =>
  `[billing] ${scope} (${type}) must not be for the ${kind} that ${neededBy} needs, because it removes the access of all ` +
  `other members; use ${type.replace(/_(binding|policy)$/, "_member")}, which adds members`;

type Create = (scope: Construct, target: string) => unknown;

const DATASET_RESOURCES: [string, Create][] = [
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

describe.each(DATASET_RESOURCES)("%s, which replaces the IAM members of a dataset or table", (type, create) => {
  const problem = expectedProblem(type, "dataset", "billing/storage");

  it.each(["billing", `projects/${PROJECT}/datasets/billing`])(
    "is refused for the dataset of the storage, by name: %s",
    (name) => {
      const stack = gcpStack();
      create(stack, name);
      new GcpStorage(stack, "storage", DATASET);
      expect(problemsOf(stack)).toBe(problem);
    },
  );

  it("is refused for the dataset of the storage, by a path with a reference", () => {
    const stack = gcpStack();
    create(stack, `projects/${PROJECT}/datasets/${new GcpStorage(stack, "storage", DATASET).datasetId}`);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is accepted for a dataset of the same name in another project, by path", () => {
    const stack = gcpStack();
    create(stack, "projects/acme-other/datasets/billing");
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe("");
  });

  it("is accepted if the storage was removed", () => {
    const stack = gcpStack();
    create(stack, "billing");
    new GcpStorage(stack, "storage", DATASET);
    stack.node.tryRemoveChild("storage");
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused for the dataset of the storage, by a reference", () => {
    const stack = gcpStack();
    create(stack, new GcpStorage(stack, "storage", DATASET).datasetId);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is refused for an existing dataset, by name and by a reference", () => {
    for (const name of ["billing", undefined]) {
      const stack = gcpStack();
      const { datasetId } = GcpStorage.fromDataset(stack, "storage", DATASET);
      create(stack, name ?? datasetId);
      expect(problemsOf(stack)).toBe(problem);
    }
  });

  it("is refused for a dataset whose name is an unresolved token", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "dataset", { type: "string" });
    new GcpStorage(stack, "storage", { ...DATASET, datasetId: stringValue });
    create(stack, stringValue);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is accepted for another dataset", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "dataset", { type: "string" });
    new GcpStorage(stack, "storage", DATASET);
    for (const [index, name] of ["billing_2", "projects/acme-other/datasets/other", stringValue].entries()) {
      create(new Construct(stack, `scope_${index}`), name);
    }
    expect(problemsOf(stack)).toBe("");
  });

  it("is accepted for a dataset of another stack", () => {
    const app = Testing.app();
    new GcpStorage(new TerraformStack(app, "other"), "storage", DATASET);
    const stack = new TerraformStack(app, "billing");
    create(stack, "billing");
    expect(problemsOf(stack)).not.toContain("must not be for");
  });
});

const HIERARCHY_RESOURCES: [string, string, string, string, Create][] = [
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

describe.each(HIERARCHY_RESOURCES)(
  "%s, which replaces all IAM members of the %s",
  (type, kind, name, neededBy, create) => {
    const folders = kind === "folder" ? { production: FOLDER, staging: "456789012345" } : undefined;

    it("is refused for the one that the integration needs", () => {
      for (const spelling of [name, `${kind}s/${name}`]) {
        const stack = gcpStack();
        createIntegration(stack, { folders });
        create(stack, spelling);
        expect(problemsOf(stack)).toBe(expectedProblem(type, kind, `billing/${neededBy}`));
      }
    });

    it("is refused anywhere in the stack", () => {
      const stack = gcpStack();
      create(new Construct(stack, "team"), name);
      createIntegration(stack, { folders });
      expect(problemsOf(stack)).toBe(expectedProblem(type, kind, `billing/${neededBy}`, "billing/team/mine"));
    });

    it("is accepted for another one", () => {
      const stack = gcpStack();
      createIntegration(stack, { folders });
      create(stack, kind === "project" ? "acme-other" : "987654321098");
      expect(problemsOf(stack)).toBe("");
    });
  },
);

describe("a resource that replaces IAM members", () => {
  it("is refused for a project and a folder, by references", () => {
    const stack = gcpStack();
    const project = new DataGoogleProject(stack, "project", { projectId: PROJECT });
    const folder = new Folder(stack, "folder", { displayName: "Production", parent: `organizations/${ORGANIZATION}` });
    createIntegration(stack, { projectId: project.projectId, folders: { production: folder.folderId } });
    new ProjectIamPolicy(stack, "of_project", { project: project.projectId, ...POLICY });
    new FolderIamPolicy(stack, "of_folder", { folder: folder.name, ...POLICY });
    expect(problemsOf(stack)).toBe(
      [
        expectedProblem("google_project_iam_policy", "project", "billing/finops/storage", "billing/of_project"),
        expectedProblem("google_folder_iam_policy", "folder", "billing/finops/access", "billing/of_folder"),
      ].join("\n"),
    );
  });

  it("is refused for the dataset of the storage, by an override", () => {
    const stack = gcpStack();
    new GcpStorage(stack, "storage", DATASET);
    new BigqueryDatasetIamPolicy(stack, "mine", { datasetId: "other", ...POLICY }).addOverride("dataset_id", "billing");
    expect(problemsOf(stack)).toBe(expectedProblem("google_bigquery_dataset_iam_policy", "dataset", "billing/storage"));
  });

  it("is accepted for an organization on which nothing is granted", () => {
    const stack = gcpStack();
    createIntegration(stack, { folders: { production: FOLDER } });
    new OrganizationIamPolicy(stack, "of_organization", { orgId: ORGANIZATION, ...POLICY });
    expect(problemsOf(stack)).toBe("");
  });

  it("is accepted for a folder with the number of the organization", () => {
    const stack = gcpStack();
    createIntegration(stack);
    new FolderIamPolicy(stack, "of_folder", { folder: ORGANIZATION, ...POLICY });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("a resource that adds an IAM member", () => {
  it("is accepted", () => {
    const stack = gcpStack();
    const { storage } = createIntegration(stack, { folders: { production: FOLDER } });
    new BigqueryDatasetIamMember(stack, "of_dataset", { datasetId: storage.datasetId, ...MEMBER });
    new ProjectIamMember(stack, "of_project", { project: PROJECT, ...MEMBER });
    new FolderIamMember(stack, "of_folder", { folder: `folders/${FOLDER}`, ...MEMBER });
    new OrganizationIamMember(stack, "of_organization", { orgId: ORGANIZATION, ...MEMBER });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("a resource that replaces the IAM members of a dataset", () => {
  it("is accepted for a dataset of the same name in another project, by its own argument", () => {
    const stack = gcpStack();
    new BigqueryDatasetIamPolicy(stack, "mine", { project: "acme-other", datasetId: "billing", ...POLICY });
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused if its project is an unresolved token, which may be the same", () => {
    const stack = gcpStack();
    const project = new TerraformVariable(stack, "project", { type: "string" }).stringValue;
    new BigqueryDatasetIamPolicy(stack, "mine", { project, datasetId: "billing", ...POLICY });
    new GcpStorage(stack, "storage", DATASET);
    expect(problemsOf(stack)).toBe(expectedProblem("google_bigquery_dataset_iam_policy", "dataset", "billing/storage"));
  });
});

describe("a resource that replaces the members of one role", () => {
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

  it.each(bindings)("is refused on the %s if the platform has that role", (kind, type, props, create) => {
    const [role = ""] = Object.values(props);
    const stack = gcpStack();
    createIntegration(stack, props);
    create(stack, role);
    expect(problemsOf(stack)).toBe(expectedProblem(type, kind, "billing/finops/access"));
  });

  it.each(bindings)("is accepted on the %s if the platform has another role", (_, __, props, create) => {
    const stack = gcpStack();
    createIntegration(stack, props);
    create(stack, "roles/viewer");
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused on the service account whose tokens the platform gets", () => {
    const stack = gcpStack();
    const identity = new GcpImpersonatedIdentity(stack, "platform", {
      projectId: PROJECT,
      trustedServiceAccountEmail: "acme-reader@platform.iam.gserviceaccount.com",
    });
    new ServiceAccountIamPolicy(stack, "mine", { serviceAccountId: identity.serviceAccount.name, ...POLICY });
    expect(problemsOf(stack)).toBe(
      expectedProblem("google_service_account_iam_policy", "service account", "billing/platform"),
    );
  });
});

describe("a resource that names a dataset by an expression", () => {
  it("is refused if the expression contains the address of the dataset", () => {
    const stack = gcpStack();
    const storage = new GcpStorage(stack, "storage", DATASET);
    const datasetId = Fn.element(Fn.split("/", storage.dataset.id), 3) as string;
    new BigqueryDatasetIamPolicy(stack, "mine", { datasetId, ...POLICY });
    expect(problemsOf(stack)).toBe(expectedProblem("google_bigquery_dataset_iam_policy", "dataset", "billing/storage"));
  });
});
