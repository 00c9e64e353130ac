import { type Permission, PLATFORM_IDENTITY, PLATFORM_PRINCIPAL } from "../core/permission";

/** What a permission of the GCP catalogue covers. */
export type GcpResource =
  | "tables of the billing export, or their dataset"
  | "project of the dataset"
  | "organization, or the folders"
  | "the service account";

/** What of the platform needs a permission of the GCP catalogue. */
export type GcpFeature = "billing export" | "login" | "resource hierarchy";

/** The custom roles, by the titles that the platform's page gives them. */
export type GcpRole = "BigQuery Viewer" | "BigQuery User" | "Project Viewer";

/** An entry of the GCP catalogue. */
export interface GcpPermission extends Permission<GcpResource> {
  readonly feature: GcpFeature;
  /**
   * Title of the custom role that it is granted by.
   *
   * @default - a role of Google's, which `actions` names
   */
  readonly role?: GcpRole;
}

const REFERENCE = "https://docs.cloud.google.com/bigquery/docs/access-control#bq-permissions";
const HIERARCHY = "https://docs.cloud.google.com/resource-manager/docs/access-control-org";

/** What lets the platform in without a key. */
export const ACT_AS: GcpPermission = {
  id: "ActAs",
  feature: "login",
  grantee: PLATFORM_PRINCIPAL,
  actions: ["roles/iam.workloadIdentityUser"],
  resource: "the service account",
  why: "To get short-lived tokens of the service account, and nothing else: it can neither sign with it nor make keys.",
  source: "https://docs.cloud.google.com/iam/docs/roles-permissions/iam#iam.workloadIdentityUser",
};

/** Everything that the GCP integration grants, to whom, and why. Nothing else is granted anywhere in it. */
export const GCP_PERMISSIONS: readonly GcpPermission[] = [
  {
    id: "ReadExport",
    feature: "billing export",
    role: "BigQuery Viewer",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.tables.get", "bigquery.tables.getData"],
    resource: "tables of the billing export, or their dataset",
    why: "To read the rows of the export, and the columns that it has.",
    source: REFERENCE,
  },
  {
    id: "FindTables",
    feature: "billing export",
    role: "BigQuery Viewer",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.datasets.get", "bigquery.tables.list"],
    resource: "tables of the billing export, or their dataset",
    why: "To see where the dataset is and which tables have arrived. Bound at a table, neither allows anything.",
    source: REFERENCE,
  },
  {
    id: "RunQueries",
    feature: "billing export",
    role: "BigQuery User",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.jobs.create"],
    resource: "project of the dataset",
    why: "To run queries, which are jobs of the project that pays for them. It sees its own jobs only, and reads nothing by it that it may not read anyway.",
    source: "https://docs.cloud.google.com/bigquery/docs/running-queries#required_permissions",
  },
  {
    id: "ReadInBulk",
    feature: "billing export",
    role: "BigQuery User",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.readsessions.create", "bigquery.readsessions.getData", "bigquery.readsessions.update"],
    resource: "project of the dataset",
    why: "To read large results by the Storage Read API. A session belongs to who made it, and holds what that may read anyway; updating splits its streams.",
    source: "https://docs.cloud.google.com/bigquery/docs/reference/storage#permissions",
  },
  {
    id: "SeeProject",
    feature: "billing export",
    role: "BigQuery User",
    grantee: PLATFORM_IDENTITY,
    actions: ["bigquery.config.get", "resourcemanager.projects.get"],
    resource: "project of the dataset",
    why: "To see the project's name, and how BigQuery is set up in it.",
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
    why: "To name the projects behind the costs, and place each in its folder. Nothing of what is in a project can be seen by it.",
    source: HIERARCHY,
  },
  ACT_AS,
];

/** What the custom role of that title allows, sorted as Google sorts it. */
export function permissionsOf(role: GcpRole): string[] {
  return GCP_PERMISSIONS.filter((permission) => permission.role === role)
    .flatMap(({ actions }) => actions)
    .sort();
}
