import { type Permission, PLATFORM_IDENTITY, PLATFORM_PRINCIPAL } from "../core/permission";

/** Scope of a permission of the GCP catalogue. */
export type GcpPermissionResource =
  | "tables of the billing export, or their dataset"
  | "project of the dataset"
  | "organization, or the folders"
  | "the service account";

/** Feature of the platform that needs a permission of the GCP catalogue. */
export type GcpPermissionFeature = "billing export" | "login" | "resource hierarchy";

/** Custom roles, by their titles in the platform's documentation. */
export type GcpRole = "BigQuery Viewer" | "BigQuery User" | "Project Viewer";

/** Entry of the GCP catalogue. */
export interface GcpPermission extends Permission<GcpPermissionResource> {
  readonly feature: GcpPermissionFeature;
  /**
   * Title of the custom role that grants it.
   *
   * @default - a predefined role of Google, which `actions` names
   */
  readonly role?: GcpRole;
}

const REFERENCE = "https://docs.cloud.google.com/bigquery/docs/access-control#bq-permissions";
const HIERARCHY = "https://docs.cloud.google.com/resource-manager/docs/access-control-org";

/** Permission to log in without a key. */
export const IMPERSONATE_SERVICE_ACCOUNT: GcpPermission = {
  id: "ImpersonateServiceAccount",
  feature: "login",
  grantee: PLATFORM_PRINCIPAL,
  actions: ["roles/iam.workloadIdentityUser"],
  resource: "the service account",
  why: "To get short-lived tokens of the service account, and nothing else: the role allows neither signing nor creating keys.",
  source: "https://docs.cloud.google.com/iam/docs/roles-permissions/iam#iam.workloadIdentityUser",
};

/** All permissions that the GCP integration grants, with grantee and reason. It grants nothing else. */
export const GCP_PERMISSIONS: readonly GcpPermission[] = [
  {
    id: "ReadExport",
    feature: "billing export",
    role: "BigQuery Viewer",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.tables.get", "bigquery.tables.getData"],
    resource: "tables of the billing export, or their dataset",
    why: "To read the rows and the schema of the export.",
    source: REFERENCE,
  },
  {
    id: "FindTables",
    feature: "billing export",
    role: "BigQuery Viewer",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.datasets.get", "bigquery.tables.list"],
    resource: "tables of the billing export, or their dataset",
    why: "To find the location of the dataset, and the tables that have arrived. Granted on a table, neither action has an effect.",
    source: REFERENCE,
  },
  {
    id: "RunQueries",
    feature: "billing export",
    role: "BigQuery User",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.jobs.create"],
    resource: "project of the dataset",
    why: "To run queries, which are jobs of the project that pays for them. The platform sees only its own jobs, and the action gives no access to data.",
    source: "https://docs.cloud.google.com/bigquery/docs/running-queries#required_permissions",
  },
  {
    id: "ReadInBulk",
    feature: "billing export",
    role: "BigQuery User",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.readsessions.create", "bigquery.readsessions.getData", "bigquery.readsessions.update"],
    resource: "project of the dataset",
    why: "To read large results with the Storage Read API. A session belongs to its creator, and contains only data that the creator can read anyway; an update splits its streams.",
    source: "https://docs.cloud.google.com/bigquery/docs/reference/storage#permissions",
  },
  {
    id: "SeeProject",
    feature: "billing export",
    role: "BigQuery User",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.config.get", "resourcemanager.projects.get"],
    resource: "project of the dataset",
    why: "To see the project's name and its BigQuery configuration.",
    source: REFERENCE,
  },
  {
    id: "SeeHierarchy",
    feature: "resource hierarchy",
    role: "Project Viewer",
    grantee: PLATFORM_IDENTITY,
    actions: [
      "resourcemanager.folders.get",
      "resourcemanager.folders.list",
      "resourcemanager.organizations.get",
      "resourcemanager.projects.get",
      "resourcemanager.projects.list",
    ],
    resource: "organization, or the folders",
    why: "To name the projects behind the costs, and to place each in its folder. The actions show nothing of the contents of a project.",
    source: HIERARCHY,
  },
  IMPERSONATE_SERVICE_ACCOUNT,
];

/** Permissions of a custom role, in the order in which Google returns them. */
export function permissionsOf(role: GcpRole): string[] {
  return GCP_PERMISSIONS.filter((permission) => permission.role === role)
    .flatMap(({ actions }) => actions)
    .sort();
}
