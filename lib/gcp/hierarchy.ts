import { checkUniqueValues, namedEntries } from "../core/entries";
import { enumString, optional, type Rules, string } from "../core/rules";
import { FOLDER_ID, ORGANIZATION_ID } from "./conditions";
import { type GcpRolesProps } from "./roles";

/** Props of the access to the resource hierarchy. */
export interface GcpHierarchyProps {
  /**
   * Number of the organization that contains the projects, such as `123456789012`. Required unless `hierarchy` is `NONE`.
   *
   * @default - none
   */
  readonly organizationId?: string;

  /**
   * Part of the resource hierarchy that the platform can see: with `ORGANIZATION`, the names of all projects and folders of
   * the organization, or of those below `folders`. Set `NONE` for a project without an organization, or if nobody can grant
   * the permission. The platform sees all costs in both cases.
   *
   * @default "ORGANIZATION"
   */
  readonly hierarchy?: "ORGANIZATION" | "NONE";

  /**
   * Folders that limit the platform's view of the hierarchy: numbers of at most 100 folders, by name, such as
   * `{ production: "345678901234" }`. The names are letters, digits, `_` and `-`, and become part of the addresses in
   * Terraform's state.
   *
   * @default - the whole organization
   */
  readonly folders?: Record<string, string>;
}

/** Rules of `GcpHierarchyProps`. */
export const GCP_HIERARCHY_RULES: Rules<GcpHierarchyProps> = {
  organizationId: optional(string(ORGANIZATION_ID, '"123456789012"')),
  hierarchy: optional(enumString("ORGANIZATION", "NONE")),
  folders: optional(namedEntries(100, FOLDER_ID, '{ production: "345678901234" }')),
};

/** Checks organization, folders and role together. */
export function checkHierarchy({
  organizationId,
  hierarchy,
  folders,
  projectViewerRole,
}: GcpHierarchyProps & Pick<GcpRolesProps, "projectViewerRole">): string[] {
  if (hierarchy === "NONE") {
    return Object.entries({ folders, projectViewerRole })
      .filter(([, value]) => value !== undefined)
      .map(
        ([name]) => `'${name}' must be left out when 'hierarchy' is NONE: the platform does not see the hierarchy then`,
      );
  }
  return [
    ...(organizationId === undefined
      ? [
          "'organizationId' is required: it must be the number of the organization, for example \"123456789012\"; for a project " +
            "without an organization, set 'hierarchy' to NONE",
        ]
      : []),
    ...(folders !== undefined && Object.keys(folders).length === 0
      ? ["'folders' must name at least one folder, got: none; leave it out for the whole organization"]
      : []),
    ...checkUniqueValues("folders", "folder", folders),
  ];
}

/** Limitation of the platform's view of the hierarchy; `undefined` if it sees the whole organization. */
export function hierarchyLimitation({ hierarchy, folders }: GcpHierarchyProps): string | undefined {
  if (hierarchy === "NONE") {
    return "The platform cannot list projects and folders: it knows only those with costs, by their names at that time.";
  }
  return folders === undefined
    ? undefined
    : `The platform can list only the projects below the folders ${Object.keys(folders).join(", ")}; of all others, it knows only the costs.`;
}
