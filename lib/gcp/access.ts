import { BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";
import { BigqueryDatasetIamMember } from "@cdktf/provider-google/lib/bigquery-dataset-iam-member";
import { BigqueryTableIamMember } from "@cdktf/provider-google/lib/bigquery-table-iam-member";
import { FolderIamMember } from "@cdktf/provider-google/lib/folder-iam-member";
import { OrganizationIamCustomRole } from "@cdktf/provider-google/lib/organization-iam-custom-role";
import { OrganizationIamMember } from "@cdktf/provider-google/lib/organization-iam-member";
import { ProjectIamCustomRole } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { type ITerraformDependable, TerraformResource } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { guardArguments } from "../core/override-guard";
import { Part } from "../core/part";
import { type Permission, PLATFORM_IDENTITY } from "../core/permission";
import { entryPreconditions, withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema, type UniqueName } from "../core/props-schema";
import { checkSameProvider, withProvider } from "../core/provider";
import { enumString, optional } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { warn } from "../core/warning";
import { forbidAuthoritativeIam } from "./authoritative";
import { checkHierarchy, GCP_HIERARCHY_RULES, type GcpHierarchyProps, hierarchyLimitation } from "./hierarchy";
import {
  GCP_BILLING_EXPORT_RULE,
  GCP_IDENTITY_RULE,
  type IGcpBillingExport,
  type IGcpIdentity,
  type IGcpStorage,
} from "./interfaces";
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
  customRoleConfig,
  GCP_ROLES_RULES,
  type GcpRolesProps,
  roleId,
  ROLES,
} from "./roles";

/** Props of `GcpAccess`. */
export interface GcpAccessProps extends GcpPartProps, GcpHierarchyProps, GcpRolesProps {
  /** Identity that gets access. */
  readonly identity: IGcpIdentity;

  /** Billing export that the identity can read. */
  readonly billingExport: IGcpBillingExport;

  /**
   * Access to the whole dataset, not only to the tables of the export. It can be granted before the tables exist, and also
   * lets the platform list the tables.
   *
   * - `NEVER`: the platform can read each table of the export once `exportReady` is set, and nothing before that.
   * - `UNTIL_EXPORT_READY`: the platform can read the whole dataset until `exportReady` is set, and only the tables of the
   *   export afterwards.
   * - `ALWAYS`: the platform can always read the whole dataset; for a dataset that contains nothing but the export.
   *
   * @default "NEVER"
   */
  readonly datasetAccess?: "NEVER" | "UNTIL_EXPORT_READY" | "ALWAYS";
}

/** Schema of `GcpAccessProps`. */
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
  crossChecks: [
    crossCheck(["organizationId", "hierarchy", "folders", "projectViewerRole"], checkHierarchy),
    ...Object.values(ROLES).map(({ existing }) =>
      crossCheck<GcpAccessProps, "projectId" | "organizationId" | typeof existing>(
        [existing, "projectId", "organizationId"],
        (props) => checkRoleParent(existing, props[existing], props),
      ),
    ),
    crossCheck(["identity", "provider"], ({ identity, ...props }, site) => [
      ...site.checkSameStack("identity", identity),
      ...checkSameProvider("identity", props, identity),
    ]),
    crossCheck(["billingExport", "provider", "projectId"], ({ billingExport, ...props }, site) => [
      ...site.checkSameStack("billingExport", billingExport, billingExport.storage),
      ...checkSameProvider("billingExport", props, billingExport.storage),
      ...checkSameProject("billingExport", billingExport.storage, props),
    ]),
  ],
  uniqueNames: uniqueRoleIds,
};

/** Roles that are bound to the identity. */
function rolesOf({ hierarchy }: GcpAccessProps): GcpRole[] {
  return hierarchy === "NONE"
    ? ["BigQuery Viewer", "BigQuery User"]
    : ["BigQuery Viewer", "BigQuery User", "Project Viewer"];
}

/** Claims of the IDs of the custom roles that the access creates. */
function uniqueRoleIds(props: GcpAccessProps & { readonly roleIdPrefix: string }): UniqueName[] {
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
 * Permissions of the platform: the entries of the catalogue as three custom roles, each bound to the identity where it is
 * needed. The members of other bindings keep their access.
 *
 * @throws InputError when a property is refused
 */
export class GcpAccess extends Part {
  /** Binding of BigQuery User to the identity, in the dataset's project; `node.defaultChild`. */
  readonly projectMember: ProjectIamMember;
  /** Custom role BigQuery Viewer; `undefined` if an existing role is used. */
  readonly bigqueryViewerRole?: ProjectIamCustomRole;
  /** Custom role BigQuery User; `undefined` if an existing role is used. */
  readonly bigqueryUserRole?: ProjectIamCustomRole;
  /** Custom role Project Viewer; `undefined` if an existing role is used, or if `hierarchy` is `NONE`. */
  readonly projectViewerRole?: OrganizationIamCustomRole;
  /** Number of the organization; `undefined` if none is set. */
  readonly organizationId?: string;
  private readonly granted: readonly Permission[];
  private readonly hierarchyLimitation?: string;

  constructor(scope: Construct, id: string, props: GcpAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpAccess"), GCP_ACCESS_SCHEMA, props);
    super(scope, id);
    addGcpProviderValidation(this, validProps);
    for (const part of withProvider<GcpProviderProps>(validProps.identity, validProps.billingExport.storage)) {
      addGcpProviderValidation(this, part);
    }
    const { provider, projectId, billingExport, organizationId = "", hierarchy = "ORGANIZATION" } = validProps;
    const { member } = validProps.identity;
    const dependencies = [...validProps.identity.dependencies, ...billingExport.storage.dependencies];
    const createProjectRole = (role: GcpRole): ProjectIamCustomRole | undefined =>
      validProps[ROLES[role].existing] === undefined
        ? new ProjectIamCustomRole(this, `${ROLES[role].ending}_role`, {
            provider,
            project: projectId,
            ...customRoleConfig(role, validProps),
          })
        : undefined;
    this.bigqueryUserRole = createProjectRole("BigQuery User");
    const userRole = validProps.bigqueryUserRole ?? this.bigqueryUserRole?.name ?? "";
    this.projectMember = new ProjectIamMember(this, "Resource", {
      provider,
      project: projectId,
      role: userRole,
      member,
      lifecycle: withPreconditions(validProps, { precondition: billingExport.preconditions }),
      dependsOn: dependencies.length > 0 ? dependencies : undefined,
    });
    // Its preconditions check the unresolved tokens, so all other bindings wait for it.
    const common = { provider, member, dependsOn: [this.projectMember] };
    this.bigqueryViewerRole = createProjectRole("BigQuery Viewer");
    const viewerRole = validProps.bigqueryViewerRole ?? this.bigqueryViewerRole?.name ?? "";
    const canRead = this.createReadBindings(validProps, { ...common, role: viewerRole });
    if (hierarchy === "ORGANIZATION") {
      if (validProps.projectViewerRole === undefined) {
        this.projectViewerRole = new OrganizationIamCustomRole(this, "project_viewer_role", {
          provider,
          orgId: organizationId,
          ...customRoleConfig("Project Viewer", validProps),
        });
      }
      this.createHierarchyBindings(validProps, {
        ...common,
        role: validProps.projectViewerRole ?? this.projectViewerRole?.name ?? "",
      });
    }
    this.guardPermissions();
    this.organizationId = validProps.organizationId;
    this.hierarchyLimitation = hierarchyLimitation(validProps);
    this.granted = grantedPermissions(
      validProps,
      rolesOf(validProps).filter((role) => canRead || role !== "BigQuery Viewer"),
    );
    forbidAuthoritativeIam(this, "project", { names: [projectId], role: userRole });
    // Your own storage may not have forbidden it.
    const { storage } = billingExport;
    forbidAuthoritativeIam(this, "dataset", { names: [storage.datasetId], projectId: storage.projectId });
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [...this.granted];
  }

  override get limitations(): string[] {
    return this.hierarchyLimitation === undefined ? [] : [this.hierarchyLimitation];
  }

  /** Guards the permissions of the custom roles against overrides that Google refuses. */
  private guardPermissions(): void {
    const roles: Readonly<Record<GcpRole, TerraformResource | undefined>> = {
      "BigQuery Viewer": this.bigqueryViewerRole,
      "BigQuery User": this.bigqueryUserRole,
      "Project Viewer": this.projectViewerRole,
    };
    for (const [title, role] of Object.entries(roles) as [GcpRole, TerraformResource | undefined][]) {
      if (role !== undefined) {
        guardArguments(role, [
          { argument: "permissions", problems: (permissions) => checkRolePermissions(title, permissions) },
        ]);
      }
    }
  }

  /** Lets the platform read the tables of the export, or their dataset. Returns whether it can read anything yet. */
  private createReadBindings(
    { billingExport, datasetAccess = "NEVER" }: GcpAccessProps,
    common: BindingConfig,
  ): boolean {
    const { storage, exportReady, tableNames } = billingExport;
    const { projectId: project, datasetId } = storage;
    if (datasetAccess === "ALWAYS" || (datasetAccess === "UNTIL_EXPORT_READY" && !exportReady)) {
      new BigqueryDatasetIamMember(this, "dataset", { ...common, project, datasetId });
      if (!createsDataset(storage)) {
        warn(
          this,
          "The platform can read all tables of the existing dataset, also those that are not part of the export.",
        );
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

  /** Lets the platform list the projects and folders of the organization, or of some of its folders. */
  private createHierarchyBindings(validProps: GcpAccessProps, common: BindingConfig): void {
    const { organizationId = "", folders } = validProps;
    if (folders === undefined) {
      new OrganizationIamMember(this, "organization", { ...common, orgId: organizationId });
      forbidAuthoritativeIam(this, "organization", { names: [organizationId], role: common.role });
      return;
    }
    for (const [name, folder] of Object.entries(folders)) {
      const precondition = entryPreconditions(validProps, "folders", name);
      const lifecycle = precondition.length > 0 ? { precondition } : undefined;
      new FolderIamMember(this, `folder_${name}`, { ...common, folder: `folders/${folder}`, lifecycle });
      forbidAuthoritativeIam(this, "folder", { names: [folder], role: common.role });
    }
  }
}

/** Whether a storage creates its dataset, which has no other tables yet then. */
function createsDataset(storage: IGcpStorage): boolean {
  const resources = storage.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
  return resources.some(({ terraformResourceType }) => terraformResourceType === BigqueryDataset.tfResourceType);
}

/** Arguments that all bindings of a role to the identity have in common. */
interface BindingConfig extends GcpProviderProps {
  readonly role: string;
  readonly member: string;
  readonly dependsOn: ITerraformDependable[];
}

/** Entries of the catalogue for these roles. Of an existing role, only the name is known. */
function grantedPermissions(props: GcpAccessProps, roles: readonly GcpRole[]): Permission[] {
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
            why: `${permission.why} Granted by an existing role, which may allow more.`,
          },
    ];
  });
}
