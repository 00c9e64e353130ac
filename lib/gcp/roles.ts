import { type ProjectIamCustomRoleConfig } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { Token } from "cdktf";
import { type Condition } from "../core/conditions";
import { optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { ROLE_ID_PREFIX, ROLE_ID_SUFFIX } from "./names";
import { type GcpRole, permissionsOf } from "./permissions";

/** What the access takes for its roles. */
export interface GcpRolesProps {
  /**
   * What the IDs of the custom roles begin with: up to 39 letters, digits, `_` and `.`; each goes on with
   * `_bigquery_viewer`, `_bigquery_user` or `_project_viewer`. Unique in project and organization.
   *
   * @default - the path of the construct in snake_case, e.g. `billing_finops`
   */
  readonly roleIdPrefix?: string;

  /**
   * What the IDs of the custom roles end with, after a `_`: up to 8 letters, digits, `_` and `.`. A custom role that
   * was deleted keeps its ID taken for up to 37 days, from the eighth on for good as long: another suffix makes other
   * roles.
   *
   * Source: https://docs.cloud.google.com/iam/docs/creating-custom-roles#deleting-custom-role
   *
   * @default - nothing
   */
  readonly roleIdSuffix?: string;

  /**
   * Full name of a role that is there already, in place of the custom role BigQuery Viewer: of the dataset's project
   * (`projects/<project>/roles/<role>`) or of the organization, or `roles/bigquery.dataViewer`.
   *
   * @default - a new custom role of the project
   */
  readonly bigqueryViewerRole?: string;

  /**
   * The same in place of the custom role BigQuery User, or `roles/bigquery.jobUser`.
   *
   * @default - a new custom role of the project
   */
  readonly bigqueryUserRole?: string;

  /**
   * Full name of a role of the organization that is there already (`organizations/<organization>/roles/<role>`), in
   * place of the custom role Project Viewer. A project's own role cannot have what this one needs, and Google's least,
   * `roles/browser`, also reads the policies of all projects.
   *
   * @default - a new custom role of the organization, for which who deploys needs `roles/iam.organizationRoleAdmin`
   */
  readonly projectViewerRole?: string;
}

const ROLE_ID = "[A-Za-z0-9_.]{3,64}";
const OF_PROJECT = `projects/[a-z][a-z0-9.:-]{4,98}[a-z0-9]/roles/${ROLE_ID}`;
const OF_ORGANIZATION = `organizations/[1-9][0-9]{0,18}/roles/${ROLE_ID}`;

/** The full name of a role that may take the place of one of ours: a custom one, or the least of Google's that does it. */
function roleName(ofGoogle: readonly string[], custom: string, where: string): readonly Condition[] {
  const ours = [...ofGoogle.map((role) => role.replaceAll(".", "[.]")), "(projects|organizations)/.*"].join("|");
  return [
    { must: ["be a custom role", ...ofGoogle].join(", or "), pattern: `^(${ours})$` },
    { must: `be the full name of a custom role of ${where}`, pattern: `^(roles/.*|${custom})$` },
  ];
}

const PROJECT_OR_ORGANIZATION = `(${OF_PROJECT}|${OF_ORGANIZATION})`;

/** One rule for each of `GcpRolesProps`. */
export const GCP_ROLES_RULES: Rules<GcpRolesProps> = {
  roleIdPrefix: optional(string(ROLE_ID_PREFIX, '"finops"')),
  roleIdSuffix: optional(string(ROLE_ID_SUFFIX, '"v2"')),
  bigqueryViewerRole: optional(
    string(
      roleName(["roles/bigquery.dataViewer"], PROJECT_OR_ORGANIZATION, "the project or the organization"),
      '"projects/acme-billing/roles/billing_reader"',
    ),
  ),
  bigqueryUserRole: optional(
    string(
      roleName(["roles/bigquery.jobUser"], PROJECT_OR_ORGANIZATION, "the project or the organization"),
      '"projects/acme-billing/roles/query_runner"',
    ),
  ),
  projectViewerRole: optional(
    string(roleName([], OF_ORGANIZATION, "the organization"), '"organizations/123456789012/roles/hierarchy_reader"'),
  ),
};

/** By which property a role is replaced by one that is there already, and how the ID of ours ends. */
export const ROLES: Readonly<
  Record<GcpRole, { readonly existing: keyof GcpRolesProps; readonly ending: string; readonly description: string }>
> = {
  "BigQuery Viewer": {
    existing: "bigqueryViewerRole",
    ending: "bigquery_viewer",
    description: "Lets the FinOps platform read the billing export",
  },
  "BigQuery User": {
    existing: "bigqueryUserRole",
    ending: "bigquery_user",
    description: "Lets the FinOps platform run queries in the project",
  },
  "Project Viewer": {
    existing: "projectViewerRole",
    ending: "project_viewer",
    description: "Lets the FinOps platform name projects and folders",
  },
};

/** The ID of a custom role of ours. */
export function roleId(role: GcpRole, prefix: string, suffix?: string): string {
  return [prefix, ROLES[role].ending, ...(suffix === undefined ? [] : [suffix])].join("_");
}

/** A custom role of ours, by the title that the platform's page gives it. */
export function customRole(
  role: GcpRole,
  { roleIdPrefix, roleIdSuffix }: GcpRolesProps & { readonly roleIdPrefix: string },
): Pick<ProjectIamCustomRoleConfig, "roleId" | "title" | "description" | "permissions" | "stage"> {
  return {
    roleId: roleId(role, roleIdPrefix, roleIdSuffix),
    title: role,
    description: ROLES[role].description,
    stage: "GA",
    permissions: permissionsOf(role),
  };
}

/** What is wrong with a role that is there already, of another project or organization: it can be bound there only. */
export function checkRoleParent(
  property: keyof GcpRolesProps,
  role: string | undefined,
  { projectId, organizationId }: { readonly projectId?: string; readonly organizationId?: string },
): string[] {
  const [, kind, of] = /^(projects|organizations)\/([^/]+)\//.exec(role ?? "") ?? [];
  const expected = kind === "projects" ? projectId : organizationId;
  return kind === undefined ||
    Token.isUnresolved(role) ||
    expected === undefined ||
    Token.isUnresolved(expected) ||
    of === expected
    ? []
    : [
        `'${property}' must be a role of ${kind === "projects" ? "the dataset's project" : "the organization"} ${show(expected)}, ` +
          `got: ${show(role)}, which can be bound there only`,
      ];
}

// "Permission resourcemanager.projects.list is not valid", and likewise:
// https://docs.cloud.google.com/iam/docs/creating-custom-roles
const NEVER_IN_A_PROJECT = /^resourcemanager[.](projects[.]list$|organizations[.]|folders[.]|tagKeys[.]|tagValues[.])/;

/**
 * What is wrong with the permissions of a custom role, which an override may have added to: Google refuses the whole role then,
 * and the error names neither the role nor why.
 */
export function checkRolePermissions(role: GcpRole, permissions: unknown): string[] {
  return (Array.isArray(permissions) ? permissions.map(String) : []).flatMap((permission) => {
    const must = `the custom role ${role} must not have the permission ${show(permission)}`;
    if (permission.includes("*")) {
      return [`${must}: custom roles know no wildcards; name each permission that is needed`];
    }
    return role !== "Project Viewer" && NEVER_IN_A_PROJECT.test(permission)
      ? [`${must}, which roles of a project cannot have; give it to Project Viewer, a role of the organization`]
      : [];
  });
}
