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
import { entryLifecycle, type Preconditions, withPreconditions } from "../core/preconditions";
import { type PropsSchema, type UniqueName } from "../core/props-schema";
import { checkSameProvider } from "../core/provider";
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
  type IAzureStorage,
} from "./interfaces";
import { ROLE_NAME, ROLE_SCOPE, UUID } from "./names";
import { AZURE_PERMISSIONS, BLOB_READER, customActions, EVENT_GRID_READER } from "./permissions";
import {
  addAzurermProviderValidation,
  addSameTenantValidation,
  AZURE_PART_RULES,
  type AzurePartProps,
} from "./provider";

/**
 * Where a role is given, as Azure Resource Manager names it: a subscription (`/subscriptions/<ID>`), a resource group
 * (`/subscriptions/<ID>/resourceGroups/<name>`), or a management group
 * (`/providers/Microsoft.Management/managementGroups/<name>`).
 */
export type AzureRoleScope = `/subscriptions/${string}` | `/providers/Microsoft.Management/managementGroups/${string}`;

/** Props of `AzureAccess`. */
export interface AzureAccessProps extends AzurePartProps {
  /** Who gets access. */
  readonly identity: IAzureIdentity;

  /** What is read. */
  readonly billingExport: IAzureBillingExport;

  /**
   * Where the role is given, by a name of letters, digits, `_` and `-` that addresses in Terraform's state are made of, such
   * as `{ all: "/providers/Microsoft.Management/managementGroups/acme" }`. What is given on a management group or a
   * subscription holds for all below it. At most 1000, each once, whatever the letter case.
   *
   * One that Terraform fills in is put together: `/subscriptions/${variable.stringValue}`.
   *
   * @default - the subscriptions whose costs are exported; for a billing account, and for exports that are passed, that of
   * the storage account
   */
  readonly roleScopes?: Record<string, AzureRoleScope>;

  /**
   * Which role is given: `EVENT_GRID_READER` for Microsoft's EventGrid EventSubscription Reader, which the platform's page
   * asks for; `CUSTOM` for a role of the same without the sight of who has which roles, for which who deploys needs
   * `Microsoft.Authorization/roleDefinitions/write`.
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
   * Whether the platform may read the container as the application, too, by Storage Blob Data Reader: for one that does not
   * read by the SAS token.
   *
   * @default false
   */
  readonly containerReader?: boolean;
}

const MOST_SCOPES = 1000;

// The ID of a tenant's root group is the tenant's:
// https://learn.microsoft.com/en-us/azure/governance/management-groups/overview#root-management-group-for-each-directory
const LIKE_ROOT_GROUP = new RegExp(`/managementGroups/${UUID}$`, "i");

/** The input of `AzureAccess`. */
export const AZURE_ACCESS_SCHEMA: PropsSchema<AzureAccessProps, "roleName"> = {
  rules: {
    ...AZURE_PART_RULES,
    identity: AZURE_IDENTITY_RULE,
    billingExport: AZURE_BILLING_EXPORT_RULE,
    // The compiler asks for the beginning of a scope, the rule for all of it.
    roleScopes: optional(
      namedEntries(MOST_SCOPES, ROLE_SCOPE, '{ all: "/providers/Microsoft.Management/managementGroups/acme" }'),
    ) as unknown as Rule<Record<string, AzureRoleScope>, false>,
    role: optional(enumString("EVENT_GRID_READER", "CUSTOM")),
    roleName: optional(string(ROLE_NAME, '"FinOps platform"')),
    containerReader: optional(boolean()),
  },
  defaultNames: { roleName: (site) => site.name("-") },
  crossChecks: (props, site) => [
    ...checkScopes(props),
    ...site.checkSameStack("identity", props.identity),
    ...site.checkSameStack("billingExport", props.billingExport),
    ...checkSameProvider("billingExport", props.billingExport?.storage, props),
    ...checkSameEnvironment("identity", props.identity, props),
    ...checkSameEnvironment("billingExport", props.billingExport?.storage, props),
  ],
  uniqueNames: accessClaims,
};

function checkScopes({ roleScopes, role }: Partial<AzureAccessProps>): string[] {
  const entries = Object.entries(roleScopes ?? {});
  if (roleScopes !== undefined && entries.length === 0) {
    return ["'roleScopes' must name a scope, got: none; leave it out for the subscriptions whose costs are exported"];
  }
  const twice = checkUniqueValues("roleScopes", "scope", roleScopes);
  if (twice.length > 0) {
    return twice;
  }
  // https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles#custom-role-limits
  const groups = entries.filter(([, scope]) => scope.startsWith("/providers/"));
  return role === "CUSTOM" && groups.length > 1
    ? [
        `'roleScopes' must have at most one management group when 'role' is CUSTOM, got: ${groups.length}; a custom role is for one of them`,
      ]
    : [];
}

function accessClaims(props: AzureAccessProps & { readonly roleName: string }): UniqueName[] {
  const { role, roleName, containerReader } = props;
  // The whole claims for its part: what it is about to make, nobody else has a role for.
  const { identity, billingExport } = props as Partial<AzureAccessProps>;
  const exported = billingExport === undefined ? plannedExport(props) : exportedBy(billingExport);
  const containerId = exported.storage?.containerId;
  return [
    // Whatever the tenant, which may be known to Terraform alone.
    ...(role === "CUSTOM"
      ? [{ property: "roleName", kind: "custom role", name: roleName, within: "program" as const, ignoreCase: true }]
      : []),
    ...(containerReader === true && identity !== undefined && containerId !== undefined
      ? [
          {
            property: "containerReader",
            kind: "reader of the container",
            name: "Storage Blob Data Reader",
            within: "program" as const,
            among: `${identity.principalKey} ${containerId.toLowerCase()}`,
            advice: "leave it out of one of them",
          },
        ]
      : []),
    // The same role for the same identity on the same scope: Azure has it once (409 RoleAssignmentExists).
    ...(role === "CUSTOM" || identity === undefined
      ? []
      : Object.values(scopesOf(props.roleScopes, exported)).map((scope) => ({
          property: "roleScopes",
          kind: "role of the application",
          name: scope,
          within: "program" as const,
          among: identity.principalKey,
          ignoreCase: true,
          advice: "name other scopes in one of them",
        }))),
  ];
}

/** An export by what the access takes from it. */
interface Exported {
  readonly subscriptions: Readonly<Record<string, string>>;
  /** ID of the subscription of the storage account. */
  readonly subscriptionId: string;
  /** Where they land; `undefined` where that is about to be made, too. */
  readonly storage?: { readonly containerId: string };
}

function exportedBy({ subscriptions, storage }: IAzureBillingExport): Exported {
  return { subscriptions, subscriptionId: storage.subscriptionId, storage };
}

/** The export that a whole is about to make: of what its own properties say. */
function plannedExport(whole: object): Exported {
  const { storage, ...own } = whole as Partial<Exported> & {
    readonly storage?: IAzureStorage;
    readonly billingAccountId?: string;
  };
  const subscriptionId = storage?.subscriptionId ?? own.subscriptionId ?? "";
  const exported: Record<string, string> = own.billingAccountId === undefined ? { subscription: subscriptionId } : {};
  return { subscriptions: own.subscriptions ?? exported, subscriptionId, storage };
}

/** Where the role is given. */
function scopesOf(
  roleScopes: AzureAccessProps["roleScopes"],
  { subscriptions, subscriptionId }: Exported,
): Readonly<Record<string, string>> {
  if (roleScopes !== undefined) {
    return roleScopes;
  }
  const exported = Object.entries(subscriptions).map(([name, id]) => [name, `/subscriptions/${id}`]);
  return exported.length > 0
    ? (Object.fromEntries(exported) as Record<string, string>)
    : { storage: `/subscriptions/${subscriptionId}` };
}

/**
 * The ID of a custom role as Azure tells it of an assignment on that scope. Terraform would replace one that has it in another
 * form in each plan.
 *
 * Source: https://github.com/hashicorp/terraform-provider-azurerm/issues/19847
 */
function definitionAt(scope: string, { roleDefinitionId }: RoleDefinition): string {
  const pattern = "^/subscriptions/[^/]+";
  const subscription = Token.isUnresolved(scope)
    ? Token.asString(Fn.try([Fn.regex(pattern, joinTokens(scope)), ""]))
    : (new RegExp(pattern).exec(scope)?.[0] ?? "");
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionId}`;
}

/**
 * What the platform may do: the role that its page asks for, given to the service principal on each scope, and to read the
 * container where it is told to. Others who may do something there keep it.
 */
export class AzureAccess extends Part {
  /** Assignment of the role on each scope. */
  readonly roleAssignments: readonly RoleAssignment[];
  /** The custom role; `undefined` where it is Microsoft's. */
  readonly customRole?: RoleDefinition;
  /** What lets the platform read the container; `undefined` where it reads by the SAS token only. */
  readonly containerAssignment?: RoleAssignment;
  private readonly granted: readonly Permission[];
  private readonly billingRole?: ManualStep;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureAccessProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureAccess"), AZURE_ACCESS_SCHEMA, props);
    super(scope, id);
    const { provider, identity, billingExport, role = "EVENT_GRID_READER", containerReader = false } = validProps;
    addAzurermProviderValidation(this, { ...validProps, subscriptionId: billingExport.storage.subscriptionId });
    addSameTenantValidation(this, validProps, identity);
    const scopes = scopesOf(validProps.roleScopes, exportedBy(billingExport));
    // What Terraform checks of each scope that it alone knows, by its name.
    const checksOf = new Map(
      Object.entries(validProps.roleScopes ?? {}).map(([name, target]) => [
        name,
        entryLifecycle(this, validProps, ["roleScopes", name], target, ROLE_SCOPE)?.precondition ?? [],
      ]),
    );
    // Nothing of the custom role is made before all are known to be scopes.
    this.customRole =
      role === "CUSTOM" ? this.createRole(validProps, Object.values(scopes), [...checksOf.values()].flat()) : undefined;
    const dependencies = [...identity.dependencies, ...billingExport.storage.dependencies];
    const common = {
      provider,
      // Not the application's: roles are given to its service principal.
      principalId: identity.servicePrincipalObjectId,
      principalType: "ServicePrincipal",
      description: "For the FinOps platform",
      dependsOn: dependencies.length > 0 ? dependencies : undefined,
    };
    // On each, so that none depends on which is the first: Terraform cannot replace what waits for another in a new order.
    const checks = withPreconditions(this, validProps, { precondition: [...billingExport.conditions] });
    const made = Object.entries(scopes).map(([name, target]) => {
      const precondition = [...(checks?.precondition ?? []), ...(checksOf.get(name) ?? [])];
      return this.assign(`scope_${name}`, {
        ...common,
        ...(this.customRole === undefined
          ? { roleDefinitionName: EVENT_GRID_READER }
          : { roleDefinitionId: definitionAt(target, this.customRole) }),
        scope: target,
        lifecycle: precondition.length > 0 ? { precondition } : undefined,
      });
    });
    this.roleAssignments = made;
    if (containerReader) {
      this.containerAssignment = this.assign("container", {
        ...common,
        scope: billingExport.storage.containerId,
        roleDefinitionName: BLOB_READER,
        lifecycle: checks,
      });
    }
    this.granted = AZURE_PERMISSIONS.filter(({ grantee }) => grantee === PLATFORM_IDENTITY).filter((permission) =>
      permission.resource === "container of the exports" ? containerReader : permission.role === role,
    );
    for (const [name] of Object.entries(scopes).filter(([, target]) => LIKE_ROOT_GROUP.test(target))) {
      warn(
        this,
        `The scope ${show(name)} looks like the root group of a tenant: there the role holds for every subscription that is and will be.`,
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

  /** Gives a role, which nobody may make another one. */
  private assign(id: string, config: RoleAssignmentConfig): RoleAssignment {
    const assignment = new RoleAssignment(this, id, config);
    forbidOverrides(this, assignment, "the role assignment", {
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
    // Where it is kept, for good: not one of the scopes, which come and go.
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
    forbidOverrides(this, role, "the custom role", {
      role_definition_id: undefined,
      scope,
      assignable_scopes: assignableScopes,
      permissions: [{ actions: customActions() }],
    });
    return role;
  }
}
