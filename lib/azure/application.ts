import { Application } from "@cdktf/provider-azuread/lib/application";
import { type DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { type Construct } from "constructs";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { forbidOverrides } from "../core/override-guard";
import { entryPreconditions, withPreconditions } from "../core/preconditions";
import { type CrossCheck, crossCheck, type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { APPLICATION_NAME, OBJECT_ID } from "./conditions";
import { type AzureTenantProps } from "./provider";

/** Props of a new application. */
export interface AzureApplicationProps {
  /**
   * Name of the application: 1-120 letters, digits, spaces and `._-`. Terraform refuses the name of an existing application
   * of the tenant.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly applicationName?: string;

  /**
   * Owners of the application and its service principal, who can change its credentials: object IDs of users or service
   * principals by name, such as `{ alice: "22222222-…" }`; at most 100. Names are letters, digits, `_` and `-`. A service
   * principal that deploys with `Application.ReadWrite.OwnedBy` must be among them.
   *
   * @default - the first deployer
   */
  readonly owners?: Record<string, string>;
}

// https://learn.microsoft.com/en-us/entra/identity/users/directory-service-limits-restrictions: 100 owners.
const MAX_OWNERS = 100;

/** Rules of `AzureApplicationProps`. */
export const AZURE_APPLICATION_RULES: Rules<AzureApplicationProps> = {
  applicationName: optional(string(APPLICATION_NAME, '"finops-platform"')),
  owners: optional(namedEntries(MAX_OWNERS, OBJECT_ID, '{ alice: "22222222-3333-4444-5555-666666666666" }')),
};

/** Checks the owners of an application. */
export const AZURE_OWNERS_CHECK: CrossCheck<AzureApplicationProps> = crossCheck(["owners"], checkOwners);

function checkOwners({ owners }: Pick<AzureApplicationProps, "owners">): string[] {
  if (owners !== undefined && Object.keys(owners).length === 0) {
    return ["'owners' must name an owner, got: none; leave it out for the deployer"];
  }
  return checkUniqueValues("owners", "owner", owners);
}

/** Claim of the name of an application. */
export function uniqueApplicationName({
  applicationName,
  tenantId = "",
}: { readonly applicationName: string } & AzureTenantProps): UniqueName {
  return {
    property: "applicationName",
    kind: "application",
    name: applicationName,
    within: "program",
    among: tenantId,
    ignoreCase: true,
    advice: "choose another, or set 'tenantId' of both if their tenants differ",
  };
}

/** Creates an application for this tenant only, without permissions of Microsoft Graph, and its service principal. */
export function createApplication(
  scope: Construct,
  props: { readonly applicationName: string } & AzureApplicationProps & AzureTenantProps,
  deployer: DataAzureadClientConfig,
): { readonly application: Application; readonly servicePrincipal: ServicePrincipal; readonly clientId: string } {
  const { azureadProvider: provider, applicationName, owners } = props;
  const ownerIds = owners === undefined ? [deployer.objectId] : Object.values(owners);
  // Otherwise each later deployer would replace the first one as the owner.
  const keepOwner = owners === undefined ? { ignoreChanges: ["owners"] } : {};
  const application = new Application(scope, "Resource", {
    provider,
    displayName: applicationName,
    notes: "The FinOps platform reads billing exports as this application.",
    owners: ownerIds,
    preventDuplicateNames: true,
    signInAudience: "AzureADMyOrg",
    lifecycle: withPreconditions(props, {
      ...keepOwner,
      precondition: Object.keys(owners ?? {}).flatMap((name) => entryPreconditions(props, "owners", name)),
    }),
  });
  // Read once, because each read creates a token, for which cdktf captures a stack trace.
  const clientId = application.clientId;
  const servicePrincipal = new ServicePrincipal(scope, "service_principal", {
    provider,
    clientId,
    owners: ownerIds,
    lifecycle: owners === undefined ? keepOwner : undefined,
  });
  forbidOverrides(application, "the application", {
    owners: ownerIds,
    password: undefined,
    required_resource_access: undefined,
    sign_in_audience: "AzureADMyOrg",
    // Settings for people and programs that log in through the application.
    api: undefined,
    fallback_public_client_enabled: undefined,
    public_client: undefined,
    single_page_application: undefined,
    web: undefined,
  });
  forbidOverrides(servicePrincipal, "the service principal", {
    client_id: clientId,
    owners: ownerIds,
    use_existing: undefined,
  });
  return { application, servicePrincipal, clientId };
}
