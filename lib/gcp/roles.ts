import { type ProjectIamCustomRoleConfig } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { Token } from "cdktf";
import { type Condition } from "../core/conditions";
import { optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { ROLE_ID_PREFIX, ROLE_ID_SUFFIX } from "./conditions";
import { type GcpRole, permissionsOf } from "./permissions";

/** Props of the roles of the access. */
export interface GcpRolesProps {
  /**
   * Prefix of the IDs of the custom roles: at most 39 letters, digits, `_` and `.`; unique in the project and the
   * organization. The IDs continue with `_bigquery_viewer`, `_bigquery_user` or `_project_viewer`.
   *
   * @default - the path of the construct in snake_case, e.g. `billing_finops`
   */
  readonly roleIdPrefix?: string;

  /**
   * Suffix of the IDs of the custom roles, after a `_`: at most 8 letters, digits, `_` and `.`. The ID of a deleted custom
   * role stays taken for up to 37 days, and from the eighth day on, the role cannot be restored: set another suffix to
   * create roles with other IDs.
   *
   * Source: https://docs.cloud.google.com/iam/docs/creating-custom-roles#deleting-custom-role
   *
   * @default - no suffix
   */
  readonly roleIdSuffix?: string;

  /**
   * Full name of an existing role in place of the custom role BigQuery Viewer: a custom role of the dataset's project
   * (`projects/<project>/roles/<role>`) or of the organization, or `roles/bigquery.dataViewer`.
   *
   * @default - a new custom role of the project
   */
  readonly bigqueryViewerRole?: string;

  /**
   * Full name of an existing role in place of the custom role BigQuery User: a custom role of the dataset's project or of
   * the organization, or `roles/bigquery.jobUser`.
   *
   * @default - a new custom role of the project
   */
  readonly bigqueryUserRole?: string;

  /**
   * Full name of an existing role in place of the custom role Project Viewer: a custom role of the organization
   * (`organizations/<organization>/roles/<role>`). A custom role of a project cannot have the required permissions, and
   * Google's smallest predefined role with them, `roles/browser`, can also read the IAM policies of all projects.
   *
   * @default - a new custom role of the organization, for which the deployer needs `roles/iam.organizationRoleAdmin`
   */
  readonly projectViewerRole?: string;
}

const ROLE_ID = "[A-Za-z0-9_.]{3,64}";
const OF_PROJECT = `projects/[a-z][a-z0-9.:-]{4,98}[a-z0-9]/roles/${ROLE_ID}`;
const OF_ORGANIZATION = `organizations/[1-9][0-9]{0,18}/roles/${ROLE_ID}`;

/**
 * Conditions for the full name of an existing role.
 *
 * @param predefined roles of Google that are accepted, the smallest ones with the required permissions
 * @param custom pattern of the custom roles that are accepted
 * @param parent of these custom roles, for errors
 */
function roleName(predefined: readonly string[], custom: string, parent: string): readonly Condition[] {
  const allowed = [...predefined.map((role) => role.replaceAll(".", "[.]")), "(projects|organizations)/.*"].join("|");
  return [
    { must: ["be a custom role", ...predefined].join(", or "), pattern: `^(${allowed})$` },
    { must: `be the full name of a custom role of ${parent}`, pattern: `^(roles/.*|${custom})$` },
  ];
}

const PROJECT_OR_ORGANIZATION = `(${OF_PROJECT}|${OF_ORGANIZATION})`;

/** Rules of `GcpRolesProps`. */
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

/** Custom roles: the property that replaces each with an existing role, the ending of its ID, and its description. */
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

/** ID of a custom role. */
export function roleId(role: GcpRole, prefix: string, suffix?: string): string {
  return [prefix, ROLES[role].ending, ...(suffix === undefined ? [] : [suffix])].join("_");
}

/** Configuration of a custom role, with its title in the platform's documentation. */
export function customRoleConfig(
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

/** Checks that an existing custom role is of this project or organization: Google refuses its binding in any other. */
export function checkRoleParent(
  property: keyof GcpRolesProps,
  role: string | undefined,
  { projectId, organizationId }: { readonly projectId?: string; readonly organizationId?: string },
): string[] {
  const [, kind, parent] = /^(projects|organizations)\/([^/]+)\//.exec(role ?? "") ?? [];
  const expected = kind === "projects" ? projectId : organizationId;
  return kind === undefined ||
    Token.isUnresolved(role) ||
    expected === undefined ||
    Token.isUnresolved(expected) ||
    parent === expected
    ? []
    : [
        `'${property}' must be a role of ${kind === "projects" ? "the dataset's project" : "the organization"} ${show(expected)}, ` +
          `got: ${show(role)}; a custom role can be bound only in its own project or organization`,
      ];
}

// Error "Permission resourcemanager.projects.list is not valid", and likewise for the others:
// https://docs.cloud.google.com/iam/docs/creating-custom-roles
const NOT_IN_PROJECT_ROLES =
  /^resourcemanager[.](projects[.]list$|organizations[.]|folders[.]|tagKeys[.]|tagValues[.])/;

/**
 * Checks the permissions of a custom role, which an override may have changed. Google refuses the whole role for one invalid
 * permission, and its error names neither the role nor the reason.
 */
export function checkRolePermissions(role: GcpRole, permissions: unknown): string[] {
  return (Array.isArray(permissions) ? permissions.map(String) : []).flatMap((permission) => {
    const problem = `the custom role ${role} must not have the permission ${show(permission)}`;
    if (permission.includes("*")) {
      return [`${problem}, because custom roles cannot have wildcards; name each permission that is needed`];
    }
    return role !== "Project Viewer" && NOT_IN_PROJECT_ROLES.test(permission)
      ? [
          `${problem}, which custom roles of a project cannot have; add it to Project Viewer, a role of the organization`,
        ]
      : [];
  });
}
