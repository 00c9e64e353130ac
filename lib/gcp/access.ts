import { BigqueryDatasetIamMember } from "@cdktf/provider-google/lib/bigquery-dataset-iam-member";
import { BigqueryTableIamMember } from "@cdktf/provider-google/lib/bigquery-table-iam-member";
import { FolderIamMember } from "@cdktf/provider-google/lib/folder-iam-member";
import { OrganizationIamCustomRole } from "@cdktf/provider-google/lib/organization-iam-custom-role";
import { OrganizationIamMember } from "@cdktf/provider-google/lib/organization-iam-member";
import { ProjectIamCustomRole } from "@cdktf/provider-google/lib/project-iam-custom-role";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { argumentOf } from "../core/argument";
import { type Claim, type Input } from "../core/input";
import { Part } from "../core/part";
import { type Permission, PLATFORM_IDENTITY } from "../core/permission";
import { Place } from "../core/place";
import { checkedLifecycle, entryLifecycle } from "../core/preconditions";
import { warn } from "../core/warning";
import { sameProvider } from "../core/provider";
import { object, oneOf, optional } from "../core/rules";
import { guard } from "./authoritative";
import { GcpBillingExport } from "./billing-export";
import { checkHierarchy, GCP_HIERARCHY_RULES, type GcpHierarchyProps, unseenIn } from "./hierarchy";
import { GcpIdentityBase } from "./identity-base";
import { FOLDER_ID } from "./names";
import { GCP_PERMISSIONS, type GcpRole } from "./permissions";
import { checkGcpProvider, GCP_PART_RULES, type GcpPartProps, type GcpProviderProps, sameProject } from "./provider";
import { checkRoleOf, customRole, GCP_ROLES_RULES, type GcpRolesProps, refusedIn, roleId, ROLES } from "./roles";

/** Props of `GcpAccess`. */
export interface GcpAccessProps extends GcpPartProps, GcpHierarchyProps, GcpRolesProps {
  /** Who gets access. */
  readonly identity: GcpIdentityBase;

  /** What is read. */
  readonly billingExport: GcpBillingExport;

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
export const GCP_ACCESS_INPUT: Input<GcpAccessProps, "roleIdPrefix"> = {
  rules: {
    ...GCP_PART_RULES,
    ...GCP_ROLES_RULES,
    identity: object(
      "be a GcpIdentity",
      (value) => value instanceof GcpIdentityBase,
      "new GcpIdentity(…), new GcpImpersonatedIdentity(…), new GcpFederatedIdentity(…) or GcpIdentity.fromServiceAccount(…)",
    ),
    billingExport: object(
      "be a GcpBillingExport",
      (value) => value instanceof GcpBillingExport,
      "new GcpBillingExport(…)",
    ),
    ...GCP_HIERARCHY_RULES,
    datasetAccess: optional(oneOf("NEVER", "UNTIL_EXPORT_READY", "ALWAYS")),
  },
  names: { roleIdPrefix: (place) => place.name("_") },
  combinations: (props, place) => [
    ...checkHierarchy(props),
    ...checkRoles(props),
    ...place.sameStack("identity", props.identity),
    ...place.sameStack("billingExport", props.billingExport),
    ...sameProvider("identity", props.identity, props),
    ...sameProvider("billingExport", props.billingExport?.storage, props),
    ...sameProject("billingExport", props.billingExport?.storage, props),
  ],
  claims: roleClaims,
};

function checkRoles(props: Partial<GcpAccessProps>): string[] {
  return Object.values(ROLES).flatMap(({ existing }) => checkRoleOf(existing, props[existing], props));
}

/** The roles that are bound. */
function rolesOf({ hierarchy }: GcpAccessProps): GcpRole[] {
  return hierarchy === "NONE"
    ? ["BigQuery Viewer", "BigQuery User"]
    : ["BigQuery Viewer", "BigQuery User", "Project Viewer"];
}

function roleClaims(props: GcpAccessProps & { readonly roleIdPrefix: string }): Claim[] {
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
    const named = new Place(scope, id, "GcpAccess").admit(GCP_ACCESS_INPUT, props);
    super(scope, id);
    checkGcpProvider(this, named);
    const { provider, projectId, billingExport, organizationId = "", hierarchy = "ORGANIZATION" } = named;
    const { member } = named.identity;
    const dependencies = [...named.identity.dependencies, ...billingExport.storage.dependencies];
    const ofProject = (role: GcpRole): ProjectIamCustomRole | undefined =>
      named[ROLES[role].existing] === undefined
        ? new ProjectIamCustomRole(this, `${ROLES[role].ending}_role`, {
            provider,
            project: projectId,
            ...customRole(role, named),
          })
        : undefined;
    this.bigqueryUserRole = ofProject("BigQuery User");
    const userRole = named.bigqueryUserRole ?? this.bigqueryUserRole?.name ?? "";
    this.projectMember = new ProjectIamMember(this, "Resource", {
      provider,
      project: projectId,
      role: userRole,
      member,
      lifecycle: checkedLifecycle(this, named, { precondition: billingExport.conditions }),
      dependsOn: dependencies.length > 0 ? dependencies : undefined,
    });
    // What Terraform alone knows of the properties is checked there, before anything else is granted.
    const common = { provider, member, dependsOn: [this.projectMember] };
    this.bigqueryViewerRole = ofProject("BigQuery Viewer");
    const viewer = named.bigqueryViewerRole ?? this.bigqueryViewerRole?.name ?? "";
    const reads = this.letRead(named, { ...common, role: viewer });
    if (hierarchy === "ORGANIZATION") {
      if (named.projectViewerRole === undefined) {
        this.projectViewerRole = new OrganizationIamCustomRole(this, "project_viewer_role", {
          provider,
          orgId: organizationId,
          ...customRole("Project Viewer", named),
        });
      }
      this.letSee(named, { ...common, role: named.projectViewerRole ?? this.projectViewerRole?.name ?? "" });
    }
    this.organizationId = named.organizationId;
    this.unseen = unseenIn(named);
    this.granted = granted(
      named,
      rolesOf(named).filter((role) => reads || role !== "BigQuery Viewer"),
    );
    guard(this, "project", { names: [projectId], role: userRole });
    this.node.addValidation({ validate: () => this.refusedPermissions() });
    this.announce();
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
      return role === undefined ? [] : refusedIn(title, argumentOf(role, "permissions"));
    });
  }

  /** Lets the platform read the tables of the export, or their dataset; tells whether there is anything to read yet. */
  private letRead({ billingExport, datasetAccess = "NEVER" }: GcpAccessProps, common: Binding): boolean {
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
  private letSee(named: GcpAccessProps, common: Binding): void {
    const { organizationId = "", folders } = named;
    if (folders === undefined) {
      new OrganizationIamMember(this, "organization", { ...common, orgId: organizationId });
      guard(this, "organization", { names: [organizationId], role: common.role });
      return;
    }
    for (const [name, folder] of Object.entries(folders)) {
      const lifecycle = entryLifecycle(this, named, ["folders", name], folder, FOLDER_ID);
      new FolderIamMember(this, `folder_${name}`, { ...common, folder: `folders/${folder}`, lifecycle });
      guard(this, "folder", { names: [folder], role: common.role });
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
