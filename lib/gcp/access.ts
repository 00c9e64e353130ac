import { BigqueryDatasetIamMember } from "@cdktf/provider-google/lib/bigquery-dataset-iam-member";
import { BigqueryTableIamMember } from "@cdktf/provider-google/lib/bigquery-table-iam-member";
import { FolderIamMember } from "@cdktf/provider-google/lib/folder-iam-member";
import { OrganizationIamCustomRole } from "@cdktf/provider-google/lib/organization-iam-custom-role";
import { OrganizationIamMember } from "@cdktf/provider-google/lib/organization-iam-member";
import { ProjectIamCustomRole } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { argumentOf } from "../core/arguments";
import { ConstructSite } from "../core/construct-site";
import { Part } from "../core/part";
import { type Permission, PLATFORM_IDENTITY } from "../core/permission";
import { entryLifecycle, withPreconditions } from "../core/preconditions";
import { type PropsSchema, type UniqueName } from "../core/props-schema";
import { checkSameProvider } from "../core/provider";
import { enumString, optional } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { warn } from "../core/warning";
import { forbidAuthoritativeIam } from "./authoritative";
import { checkHierarchy, GCP_HIERARCHY_RULES, type GcpHierarchyProps, hierarchyLimitation } from "./hierarchy";
import { GCP_BILLING_EXPORT_RULE, GCP_IDENTITY_RULE, type IGcpBillingExport, type IGcpIdentity } from "./interfaces";
import { FOLDER_ID } from "./names";
import { GCP_PERMISSIONS, type GcpRole } from "./permissions";
import {
  addGcpProviderValidation,
  checkSameProject,
  GCP_PART_RULES,
  type GcpPartProps,
  type GcpProviderProps,
} from "./provider";
import {
  checkRoleParent,
  checkRolePermissions,
  customRole,
  GCP_ROLES_RULES,
  type GcpRolesProps,
  roleId,
  ROLES,
} from "./roles";

/** Props of `GcpAccess`. */
export interface GcpAccessProps extends GcpPartProps, GcpHierarchyProps, GcpRolesProps {
  /** Who gets access. */
  readonly identity: IGcpIdentity;

  /** What is read. */
  readonly billingExport: IGcpBillingExport;

  /**
   * Whether the platform may read all tables of the dataset, not only those of the export. It can then be bound before
   * they are there, and also lists them.
   *
   * - `NEVER`: it may read each table of the export, once `exportReady`, and nothing until then.
   * - `UNTIL_EXPORT_READY`: it may read all of the dataset until `exportReady`, and each table of the export from then
   *   on.
   * - `ALWAYS`: it may read all of the dataset: for one that has nothing else in it.
   *
   * @default "NEVER"
   */
  readonly datasetAccess?: "NEVER" | "UNTIL_EXPORT_READY" | "ALWAYS";
}

/** The input of `GcpAccess`. */
export const GCP_ACCESS_SCHEMA: PropsSchema<GcpAccessProps, "roleIdPrefix"> = {
  rules: {
    ...GCP_PART_RULES,
    ...GCP_ROLES_RULES,
    identity: GCP_IDENTITY_RULE,
    billingExport: GCP_BILLING_EXPORT_RULE,
    ...GCP_HIERARCHY_RULES,
    datasetAccess: optional(enumString("NEVER", "UNTIL_EXPORT_READY", "ALWAYS")),
  },
  defaultNames: { roleIdPrefix: (site) => site.name("_") },
  crossChecks: (props, site) => [
    ...checkHierarchy(props),
    ...checkRoles(props),
    ...site.checkSameStack("identity", props.identity),
    ...site.checkSameStack("billingExport", props.billingExport),
    ...checkSameProvider("identity", props.identity, props),
    ...checkSameProvider("billingExport", props.billingExport?.storage, props),
    ...checkSameProject("billingExport", props.billingExport?.storage, props),
  ],
  uniqueNames: roleClaims,
};

function checkRoles(props: Partial<GcpAccessProps>): string[] {
  return Object.values(ROLES).flatMap(({ existing }) => checkRoleParent(existing, props[existing], props));
}

/** The roles that are bound. */
function rolesOf({ hierarchy }: GcpAccessProps): GcpRole[] {
  return hierarchy === "NONE"
    ? ["BigQuery Viewer", "BigQuery User"]
    : ["BigQuery Viewer", "BigQuery User", "Project Viewer"];
}

function roleClaims(props: GcpAccessProps & { readonly roleIdPrefix: string }): UniqueName[] {
  return rolesOf(props)
    .filter((role) => props[ROLES[role].existing] === undefined)
    .map((role) => ({
      property: "roleIdPrefix",
      kind: "custom role",
      name: roleId(role, props.roleIdPrefix, props.roleIdSuffix),
      within: "program",
      among: role === "Project Viewer" ? (props.organizationId ?? "") : props.projectId,
    }));
}

/**
 * What the platform may do: the catalogue's permissions as three custom roles, bound to the identity where each is
 * needed. Others who may do something there keep it.
 */
export class GcpAccess extends Part {
  /** What binds BigQuery User to the identity, in the dataset's project; `node.defaultChild`. */
  readonly projectMember: ProjectIamMember;
  /** The custom role BigQuery Viewer; `undefined` where one is there already. */
  readonly bigqueryViewerRole?: ProjectIamCustomRole;
  /** The custom role BigQuery User; `undefined` where one is there already. */
  readonly bigqueryUserRole?: ProjectIamCustomRole;
  /** The custom role Project Viewer; `undefined` where one is there already, or `hierarchy` is `NONE`. */
  readonly projectViewerRole?: OrganizationIamCustomRole;
  /** Number of the organization; `undefined` where there is none. */
  readonly organizationId?: string;
  private readonly granted: readonly Permission[];
  private readonly unseen?: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpAccess"), GCP_ACCESS_SCHEMA, props);
    super(scope, id);
    addGcpProviderValidation(this, validProps);
    const { provider, projectId, billingExport, organizationId = "", hierarchy = "ORGANIZATION" } = validProps;
    const { member } = validProps.identity;
    const dependencies = [...validProps.identity.dependencies, ...billingExport.storage.dependencies];
    const ofProject = (role: GcpRole): ProjectIamCustomRole | undefined =>
      validProps[ROLES[role].existing] === undefined
        ? new ProjectIamCustomRole(this, `${ROLES[role].ending}_role`, {
            provider,
            project: projectId,
            ...customRole(role, validProps),
          })
        : undefined;
    this.bigqueryUserRole = ofProject("BigQuery User");
    const userRole = validProps.bigqueryUserRole ?? this.bigqueryUserRole?.name ?? "";
    this.projectMember = new ProjectIamMember(this, "Resource", {
      provider,
      project: projectId,
      role: userRole,
      member,
      lifecycle: withPreconditions(this, validProps, { precondition: billingExport.conditions }),
      dependsOn: dependencies.length > 0 ? dependencies : undefined,
    });
    // What Terraform alone knows of the properties is checked there, before anything else is granted.
    const common = { provider, member, dependsOn: [this.projectMember] };
    this.bigqueryViewerRole = ofProject("BigQuery Viewer");
    const viewer = validProps.bigqueryViewerRole ?? this.bigqueryViewerRole?.name ?? "";
    const reads = this.grantRead(validProps, { ...common, role: viewer });
    if (hierarchy === "ORGANIZATION") {
      if (validProps.projectViewerRole === undefined) {
        this.projectViewerRole = new OrganizationIamCustomRole(this, "project_viewer_role", {
          provider,
          orgId: organizationId,
          ...customRole("Project Viewer", validProps),
        });
      }
      this.grantHierarchyView(validProps, {
        ...common,
        role: validProps.projectViewerRole ?? this.projectViewerRole?.name ?? "",
      });
    }
    this.organizationId = validProps.organizationId;
    this.unseen = hierarchyLimitation(validProps);
    this.granted = granted(
      validProps,
      rolesOf(validProps).filter((role) => reads || role !== "BigQuery Viewer"),
    );
    forbidAuthoritativeIam(this, "project", { names: [projectId], role: userRole });
    this.node.addValidation({ validate: () => this.refusedPermissions() });
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [...this.granted];
  }

  override get limitations(): string[] {
    return this.unseen === undefined ? [] : [this.unseen];
  }

  private refusedPermissions(): string[] {
    const roles = {
      "BigQuery Viewer": this.bigqueryViewerRole,
      "BigQuery User": this.bigqueryUserRole,
      "Project Viewer": this.projectViewerRole,
    };
    return (Object.keys(roles) as GcpRole[]).flatMap((title) => {
      const role = roles[title];
      return role === undefined ? [] : checkRolePermissions(title, argumentOf(role, "permissions"));
    });
  }

  /** Lets the platform read the tables of the export, or their dataset; tells whether there is anything to read yet. */
  private grantRead({ billingExport, datasetAccess = "NEVER" }: GcpAccessProps, common: Binding): boolean {
    const { storage, exportReady, tableNames } = billingExport;
    const { projectId: project, datasetId } = storage;
    if (datasetAccess === "ALWAYS" || (datasetAccess === "UNTIL_EXPORT_READY" && !exportReady)) {
      new BigqueryDatasetIamMember(this, "dataset", { ...common, project, datasetId });
      if (storage.dependencies.length > 0) {
        warn(this, "The platform may read all tables of the dataset, those that are no part of the export as well.");
      }
      return true;
    }
    if (exportReady) {
      for (const table of billingExport.exports) {
        const tableId = tableNames[table] ?? "";
        new BigqueryTableIamMember(this, `table_${table.toLowerCase()}`, { ...common, project, datasetId, tableId });
      }
    }
    return exportReady;
  }

  /** Lets the platform see the projects and folders of the organization, or of some of its folders. */
  private grantHierarchyView(validProps: GcpAccessProps, common: Binding): void {
    const { organizationId = "", folders } = validProps;
    if (folders === undefined) {
      new OrganizationIamMember(this, "organization", { ...common, orgId: organizationId });
      forbidAuthoritativeIam(this, "organization", { names: [organizationId], role: common.role });
      return;
    }
    for (const [name, folder] of Object.entries(folders)) {
      const lifecycle = entryLifecycle(this, validProps, ["folders", name], folder, FOLDER_ID);
      new FolderIamMember(this, `folder_${name}`, { ...common, folder: `folders/${folder}`, lifecycle });
      forbidAuthoritativeIam(this, "folder", { names: [folder], role: common.role });
    }
  }
}

/** What every binding of a role to the identity has. */
interface Binding extends GcpProviderProps {
  readonly role: string;
  readonly member: string;
  readonly dependsOn: ITerraformDependable[];
}

/** The catalogue's entries for these roles; of a role that is there already, only its name is known. */
function granted(props: GcpAccessProps, roles: readonly GcpRole[]): Permission[] {
  return GCP_PERMISSIONS.filter(({ grantee }) => grantee === PLATFORM_IDENTITY).flatMap((permission) => {
    const { role } = permission;
    if (role === undefined || !roles.includes(role)) {
      return [];
    }
    const existing = props[ROLES[role].existing];
    return [
      existing === undefined
        ? permission
        : {
            ...permission,
            actions: [existing],
            why: `${permission.why} By a role that is there already, which may allow more.`,
          },
    ];
  });
}
