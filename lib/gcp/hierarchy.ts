import { checkUniqueValues, namedEntries } from "../core/entries";
import { enumString, optional, type Rules, string } from "../core/rules";
import { FOLDER_ID, ORGANIZATION_ID } from "./names";
import { type GcpRolesProps } from "./roles";

/** What the access takes of the resource hierarchy. */
export interface GcpHierarchyProps {
  /**
   * Number of the organization that the projects are in, such as `123456789012`. Required unless `hierarchy` is `NONE`.
   *
   * @default - none
   */
  readonly organizationId?: string;

  /**
   * What of the resource hierarchy the platform may see: `ORGANIZATION` for the names of its projects and folders, or
   * of those below `folders`; `NONE` for a project in no organization, or where nobody may grant that. The costs are
   * all there in either case.
   *
   * @default "ORGANIZATION"
   */
  readonly hierarchy?: "ORGANIZATION" | "NONE";

  /**
   * The folders to which the platform's view of the hierarchy is confined: their numbers, by a name of letters, digits,
   * `_` and `-` that addresses in Terraform's state are made of, such as `{ production: "345678901234" }`. At most 100.
   *
   * @default - all of the organization
   */
  readonly folders?: Record<string, string>;
}

/** One rule for each of `GcpHierarchyProps`. */
export const GCP_HIERARCHY_RULES: Rules<GcpHierarchyProps> = {
  organizationId: optional(string(ORGANIZATION_ID, '"123456789012"')),
  hierarchy: optional(enumString("ORGANIZATION", "NONE")),
  folders: optional(namedEntries(100, FOLDER_ID, '{ production: "345678901234" }')),
};

/** What is wrong with organization, folders and role together. */
export function checkHierarchy({
  organizationId,
  hierarchy,
  folders,
  projectViewerRole,
}: GcpHierarchyProps & Pick<GcpRolesProps, "projectViewerRole">): string[] {
  if (hierarchy === "NONE") {
    return Object.entries({ folders, projectViewerRole })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => `'${name}' must be left out when 'hierarchy' is NONE, which has nothing of the hierarchy seen`);
  }
  return [
    ...(organizationId === undefined
      ? [
          "'organizationId' is required: it must be the number of the organization, for example \"123456789012\"; for a project in " +
            "no organization set 'hierarchy' to NONE",
        ]
      : []),
    ...(folders !== undefined && Object.keys(folders).length === 0
      ? ["'folders' must name a folder, got: none; leave it out for all of the organization"]
      : []),
    ...checkUniqueValues("folders", "folder", folders),
  ];
}

/** What of the hierarchy the platform cannot see. */
export function hierarchyLimitation({ hierarchy, folders }: GcpHierarchyProps): string | undefined {
  if (hierarchy === "NONE") {
    return "The platform cannot list projects and folders: it knows those that have costs, as they were called then.";
  }
  return folders === undefined
    ? undefined
    : `The platform sees the projects below the folders ${Object.keys(folders).join(", ")} only; of others it knows the costs alone.`;
}
