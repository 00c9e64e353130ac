import { Application } from "@cdktf/provider-azuread/lib/application";
import { type DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { type Construct } from "constructs";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { forbidOverrides } from "../core/override-guard";
import { entryLifecycle, withPreconditions } from "../core/preconditions";
import { type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { APPLICATION_NAME, OBJECT_ID } from "./names";
import { type AzureTenantProps } from "./provider";

/** What a new application takes. */
export interface AzureApplicationProps {
  /**
   * Name of the application: 1-120 letters, digits, spaces and `._-`. Terraform refuses one that an application of the
   * tenant has already.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly applicationName?: string;

  /**
   * Who owns application and service principal, and so may change its credentials: object IDs of users or service
   * principals, by a name of letters, digits, `_` and `-`, such as `{ alice: "22222222-…" }`. At most 100. A service
   * principal that deploys by `Application.ReadWrite.OwnedBy` has to be among them.
   *
   * @default - who deploys first
   */
  readonly owners?: Record<string, string>;
}

// https://learn.microsoft.com/en-us/entra/identity/users/directory-service-limits-restrictions: 100 owners.
const MOST_OWNERS = 100;

/** One rule for each of `AzureApplicationProps`. */
export const AZURE_APPLICATION_RULES: Rules<AzureApplicationProps> = {
  applicationName: optional(string(APPLICATION_NAME, '"finops-platform"')),
  owners: optional(namedEntries(MOST_OWNERS, OBJECT_ID, '{ alice: "22222222-3333-4444-5555-666666666666" }')),
};

/** What is wrong with the owners of an application. */
export function checkOwners({ owners }: Partial<AzureApplicationProps>): string[] {
  if (owners !== undefined && Object.keys(owners).length === 0) {
    return ["'owners' must name an owner, got: none; leave it out for who deploys"];
  }
  return checkUniqueValues("owners", "owner", owners);
}

/** Claims the name of an application. */
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
    advice: "choose another, or set 'tenantId' of both where their tenants differ",
  };
}

/** A new application, for this tenant alone and without any permission of Graph's, and its service principal. */
export function createApplication(
  scope: Construct,
  props: { readonly applicationName: string } & AzureApplicationProps & AzureTenantProps,
  deployer: DataAzureadClientConfig,
): { readonly application: Application; readonly servicePrincipal: ServicePrincipal; readonly clientId: string } {
  const { azureadProvider: provider, applicationName, owners } = props;
  const ids = owners === undefined ? [deployer.objectId] : Object.values(owners);
  // Whoever deploys next would be made its owner in place of who did first.
  const kept = owners === undefined ? { ignoreChanges: ["owners"] } : {};
  const application = new Application(scope, "Resource", {
    provider,
    displayName: applicationName,
    notes: "The FinOps platform reads billing exports as this application.",
    owners: ids,
    preventDuplicateNames: true,
    signInAudience: "AzureADMyOrg",
    lifecycle: withPreconditions(scope, props, {
      ...kept,
      precondition: Object.entries(owners ?? {}).flatMap(
        ([name, id]) => entryLifecycle(scope, props, ["owners", name], id, OBJECT_ID)?.precondition ?? [],
      ),
    }),
  });
  // Once, because each time it is asked for costs a stack trace.
  const clientId = application.clientId;
  const servicePrincipal = new ServicePrincipal(scope, "service_principal", {
    provider,
    clientId,
    owners: ids,
    lifecycle: owners === undefined ? kept : undefined,
  });
  forbidOverrides(scope, application, "the application", {
    owners: ids,
    password: undefined,
    required_resource_access: undefined,
    sign_in_audience: "AzureADMyOrg",
    // What people or programs log in by with its name.
    api: undefined,
    fallback_public_client_enabled: undefined,
    public_client: undefined,
    single_page_application: undefined,
    web: undefined,
  });
  forbidOverrides(scope, servicePrincipal, "the service principal", {
    client_id: clientId,
    owners: ids,
    use_existing: undefined,
  });
  return { application, servicePrincipal, clientId };
}
