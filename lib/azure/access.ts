import { RoleAssignment, type RoleAssignmentConfig } from "@cdktf/provider-azurerm/lib/role-assignment";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { Fn, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { Part } from "../core/part";
import { type Permission, PLATFORM_IDENTITY } from "../core/permission";
import { entryPreconditions, type Preconditions, withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema, type UniqueName } from "../core/props-schema";
import { checkSameProvider, withProvider } from "../core/provider";
import { boolean, enumString, optional, type Rule, string } from "../core/rules";
import { show } from "../core/show";
import { joinTokens } from "../core/tokens";
import { validateProps } from "../core/validate-props";
import { warn } from "../core/warning";
import { billingRoleStep } from "./billing-role";
import { checkSameEnvironment } from "./environment";
import {
  AZURE_BILLING_EXPORT_RULE,
  AZURE_IDENTITY_RULE,
  type IAzureBillingExport,
  type IAzureIdentity,
} from "./interfaces";
import { ROLE_NAME, ROLE_SCOPE, UUID } from "./conditions";
import { AZURE_PERMISSIONS, BLOB_READER, customActions, EVENT_GRID_READER } from "./permissions";
import {
  addAzureadProviderValidation,
  addAzurermProviderValidation,
  addSameTenantValidation,
  AZURE_PART_RULES,
  type AzurePartProps,
} from "./provider";

/**
 * Scope of a role assignment, in the spelling of Azure Resource Manager: a subscription (`/subscriptions/<ID>`), a resource
 * group (`/subscriptions/<ID>/resourceGroups/<name>`), or a management group
 * (`/providers/Microsoft.Management/managementGroups/<name>`).
 */
export type AzureRoleScope = `/subscriptions/${string}` | `/providers/Microsoft.Management/managementGroups/${string}`;

/** Props of `AzureAccess`. */
export interface AzureAccessProps extends AzurePartProps {
  /** Identity that gets access. */
  readonly identity: IAzureIdentity;

  /** Billing export that the identity can read. */
  readonly billingExport: IAzureBillingExport;

  /**
   * Scopes that the role is assigned on, by name, such as
   * `{ all: "/providers/Microsoft.Management/managementGroups/acme" }`: at most 1000, each once, whatever the letter case.
   * Names are letters, digits, `_` and `-`, and become part of the addresses in Terraform's state. A role on a management
   * group or a subscription applies to everything below it.
   *
   * Write a scope with an unresolved token as a template: `/subscriptions/${variable.stringValue}`.
   *
   * @default - the exported subscriptions; for a billing account and for existing exports, the subscription of the storage
   * account
   */
  readonly roleScopes?: Record<string, AzureRoleScope>;

  /**
   * Role that is assigned: `EVENT_GRID_READER` for Microsoft's EventGrid EventSubscription Reader, which the platform's page
   * asks for; `CUSTOM` for a custom role with the same purpose, which cannot read role assignments. To create that role, the
   * deployer needs `Microsoft.Authorization/roleDefinitions/write`.
   *
   * @default "EVENT_GRID_READER"
   */
  readonly role?: "EVENT_GRID_READER" | "CUSTOM";

  /**
   * Name of the custom role: 1-512 letters, digits, spaces and `._()-`; unique in the tenant.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly roleName?: string;

  /**
   * Whether the identity itself can read the container, by the role Storage Blob Data Reader: for a platform that does not
   * use the SAS token.
   *
   * @default false
   */
  readonly containerReader?: boolean;
}

const MAX_SCOPES = 1000;

// The root management group has the ID of its tenant:
// https://learn.microsoft.com/en-us/azure/governance/management-groups/overview#root-management-group-for-each-directory
const ROOT_GROUP_PATTERN = new RegExp(`/managementGroups/${UUID}$`, "i");

/** Schema of `AzureAccessProps`. */
export const AZURE_ACCESS_SCHEMA: PropsSchema<AzureAccessProps, "roleName"> = {
  rules: {
    ...AZURE_PART_RULES,
    identity: AZURE_IDENTITY_RULE,
    billingExport: AZURE_BILLING_EXPORT_RULE,
    // The type checks only how a scope begins; the rule checks all of it.
    roleScopes: optional(
      namedEntries(MAX_SCOPES, ROLE_SCOPE, '{ all: "/providers/Microsoft.Management/managementGroups/acme" }'),
    ) as unknown as Rule<Record<string, AzureRoleScope>, false>,
    role: optional(enumString("EVENT_GRID_READER", "CUSTOM")),
    roleName: optional(string(ROLE_NAME, '"FinOps platform"')),
    containerReader: optional(boolean()),
  },
  defaultNames: { roleName: (site) => site.name("-") },
  crossChecks: [
    crossCheck(["roleScopes", "role"], checkScopes),
    crossCheck(["identity", "environment"], ({ identity, ...props }, site) => [
      ...site.checkSameStack("identity", identity),
      ...checkSameEnvironment("identity", identity, props),
    ]),
    crossCheck(["billingExport", "provider", "environment"], ({ billingExport, ...props }, site) => [
      ...site.checkSameStack("billingExport", billingExport, billingExport.storage),
      ...checkSameProvider("billingExport", props, billingExport.storage),
      ...checkSameEnvironment("billingExport", billingExport.storage, props),
    ]),
  ],
  uniqueNames: uniqueAccessNames,
};

function checkScopes({ roleScopes, role }: Pick<AzureAccessProps, "roleScopes" | "role">): string[] {
  const entries = Object.entries(roleScopes ?? {});
  if (roleScopes !== undefined && entries.length === 0) {
    return ["'roleScopes' must name a scope, got: none; leave it out for the exported subscriptions"];
  }
  const duplicates = checkUniqueValues("roleScopes", "scope", roleScopes);
  if (duplicates.length > 0) {
    return duplicates;
  }
  // https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles#custom-role-limits
  const managementGroups = entries.filter(([, scope]) => scope.startsWith("/providers/"));
  return role === "CUSTOM" && managementGroups.length > 1
    ? [
        `'roleScopes' must have at most one management group when 'role' is CUSTOM, got: ${managementGroups.length}; Azure allows one per custom role`,
      ]
    : [];
}

function uniqueAccessNames(props: AzureAccessProps & { readonly roleName: string }): UniqueName[] {
  const { role, roleName, containerReader, identity, billingExport } = props;
  return [
    // Compared across tenants, because the tenant may be known only at plan.
    ...(role === "CUSTOM"
      ? [{ property: "roleName", kind: "custom role", name: roleName, within: "program" as const, ignoreCase: true }]
      : []),
    ...(containerReader === true
      ? [
          {
            property: "containerReader",
            kind: "role assignment on the container",
            name: "Storage Blob Data Reader",
            within: "program" as const,
            among: `${identity.principalKey} ${billingExport.storage.containerId.toLowerCase()}`,
            advice: "leave it out in one of them",
          },
        ]
      : []),
    // Azure refuses to assign the same role to the same principal on the same scope twice (409 RoleAssignmentExists).
    ...(role === "CUSTOM"
      ? []
      : Object.values(scopesOf(props)).map((scope) => ({
          property: "roleScopes",
          kind: "role assignment",
          name: scope,
          within: "program" as const,
          among: identity.principalKey,
          ignoreCase: true,
          advice: "use other scopes in one of them",
        }))),
  ];
}

/** Scopes that the role is assigned on, by name. */
function scopesOf({ roleScopes, billingExport }: AzureAccessProps): Readonly<Record<string, string>> {
  if (roleScopes !== undefined) {
    return roleScopes;
  }
  const exported = Object.entries(billingExport.subscriptions).map(([name, id]) => [name, `/subscriptions/${id}`]);
  return exported.length > 0
    ? (Object.fromEntries(exported) as Record<string, string>)
    : { storage: `/subscriptions/${billingExport.storage.subscriptionId}` };
}

/**
 * ID of a custom role, in the form that Azure returns for an assignment on this scope. Terraform would replace an assignment
 * with another form of the ID in each plan.
 *
 * Source: https://github.com/hashicorp/terraform-provider-azurerm/issues/19847
 */
function roleDefinitionIdAt(scope: string, { roleDefinitionId }: RoleDefinition): string {
  const pattern = "^/subscriptions/[^/]+";
  const subscription = Token.isUnresolved(scope)
    ? Token.asString(Fn.try([Fn.regex(pattern, joinTokens(scope)), ""]))
    : (new RegExp(pattern).exec(scope)?.[0] ?? "");
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionId}`;
}

/**
 * Permissions of the platform: the role that its page asks for, assigned to the service principal on each scope, and with
 * `containerReader` a role on the container. Existing role assignments of other principals stay.
 *
 * @throws InputError when a property is refused
 */
export class AzureAccess extends Part {
  /** Role assignments, one per scope. */
  readonly roleAssignments: readonly RoleAssignment[];
  /** Custom role; `undefined` with Microsoft's role. */
  readonly customRole?: RoleDefinition;
  /** Role assignment on the container; `undefined` without `containerReader`. */
  readonly containerAssignment?: RoleAssignment;
  private readonly granted: readonly Permission[];
  private readonly billingRole?: ManualStep;

  constructor(scope: Construct, id: string, props: AzureAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureAccess"), AZURE_ACCESS_SCHEMA, props);
    super(scope, id);
    const { provider, identity, billingExport, role = "EVENT_GRID_READER", containerReader = false } = validProps;
    addAzurermProviderValidation(this, { ...validProps, subscriptionId: billingExport.storage.subscriptionId });
    for (const part of withProvider(billingExport.storage)) {
      addAzurermProviderValidation(this, part);
    }
    if (identity.azureadProvider !== undefined) {
      addAzureadProviderValidation(this, identity);
    }
    addSameTenantValidation(this, validProps, identity);
    const scopes = scopesOf(validProps);
    // Preconditions for scopes that are unresolved tokens, by the scope's name.
    const scopePreconditions = new Map(
      Object.keys(validProps.roleScopes ?? {}).map((name) => [
        name,
        entryPreconditions(validProps, "roleScopes", name),
      ]),
    );
    // The custom role lists all scopes, so Terraform checks all of them before it creates the role.
    this.customRole =
      role === "CUSTOM"
        ? this.createRole(validProps, Object.values(scopes), [...scopePreconditions.values()].flat())
        : undefined;
    const dependencies = [...identity.dependencies, ...billingExport.storage.dependencies];
    const common = {
      provider,
      // Azure assigns roles to the service principal, not to the application.
      principalId: identity.servicePrincipalObjectId,
      principalType: "ServicePrincipal",
      description: "For the FinOps platform",
      dependsOn: dependencies.length > 0 ? dependencies : undefined,
    };
    // On each assignment: if the others depended on the first one, Terraform could not replace them in another order.
    const lifecycle = withPreconditions(validProps, { precondition: [...billingExport.preconditions] });
    this.roleAssignments = Object.entries(scopes).map(([name, roleScope]) => {
      const precondition = [...(lifecycle?.precondition ?? []), ...(scopePreconditions.get(name) ?? [])];
      return this.createAssignment(`scope_${name}`, {
        ...common,
        ...(this.customRole === undefined
          ? { roleDefinitionName: EVENT_GRID_READER }
          : { roleDefinitionId: roleDefinitionIdAt(roleScope, this.customRole) }),
        scope: roleScope,
        lifecycle: precondition.length > 0 ? { precondition } : undefined,
      });
    });
    if (containerReader) {
      this.containerAssignment = this.createAssignment("container", {
        ...common,
        scope: billingExport.storage.containerId,
        roleDefinitionName: BLOB_READER,
        lifecycle,
      });
    }
    this.granted = AZURE_PERMISSIONS.filter(({ grantee }) => grantee === PLATFORM_IDENTITY).filter((permission) =>
      permission.resource === "container of the exports" ? containerReader : permission.role === role,
    );
    for (const [name] of Object.entries(scopes).filter(([, roleScope]) => ROOT_GROUP_PATTERN.test(roleScope))) {
      warn(
        this,
        `The scope ${show(name)} looks like the root management group of a tenant: the role applies to all of its subscriptions, also to future ones.`,
      );
    }
    this.billingRole = billingRoleStep(identity, billingExport, validProps);
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [...this.granted];
  }

  override get manualSteps(): ManualStep[] {
    return this.billingRole === undefined ? [] : [this.billingRole];
  }

  /** Creates a role assignment that overrides cannot change. */
  private createAssignment(id: string, config: RoleAssignmentConfig): RoleAssignment {
    const assignment = new RoleAssignment(this, id, config);
    forbidOverrides(assignment, "the role assignment", {
      principal_id: config.principalId,
      principal_type: config.principalType,
      role_definition_id: config.roleDefinitionId,
      role_definition_name: config.roleDefinitionName,
      scope: config.scope,
    });
    return assignment;
  }

  private createRole(
    { provider, roleName, billingExport }: AzureAccessProps & { readonly roleName: string },
    scopes: readonly string[],
    precondition: Preconditions,
  ): RoleDefinition {
    // Permanent scope of the definition. The scopes of the assignments can change.
    const scope = `/subscriptions/${billingExport.storage.subscriptionId}`;
    const assignableScopes = [...new Set([scope, ...scopes])];
    const role = new RoleDefinition(this, "role", {
      provider,
      name: roleName,
      description: "Lets the FinOps platform see event subscriptions and resource groups",
      scope,
      assignableScopes,
      permissions: [{ actions: customActions() }],
      lifecycle: precondition.length > 0 ? { precondition } : undefined,
    });
    forbidOverrides(role, "the custom role", {
      role_definition_id: undefined,
      scope,
      assignable_scopes: assignableScopes,
      permissions: [{ actions: customActions() }],
    });
    return role;
  }
}
