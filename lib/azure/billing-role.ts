import { Fn, Token } from "cdktf";
import { type ManualStep } from "../core/manual-step";
import { type AzureEnvironmentProps, environmentOf } from "./environment";
import { type IAzureBillingExport, type IAzureIdentity } from "./interfaces";

const API_VERSION = "2019-10-01-preview";

/** What reads an enrollment or a department of it. There is none for an account of an enrollment. */
const EA_ROLES = [
  {
    pattern: /^\/providers\/Microsoft[.]Billing\/billingAccounts\/[^/]+$/,
    called: "enrollment",
    id: "24f8edb6-1668-4659-b5e2-40bb5f3a7d7e",
  },
  { pattern: /\/departments\/[^/]+$/, called: "department", id: "db609904-a47f-4794-9be8-9bd86fbffd8a" },
];

/** The step by which a person lets the platform see the billing account: no provider can, because it is no role of Azure's. */
export function billingRoleStep(
  identity: IAzureIdentity,
  { billingScope, agreement }: IAzureBillingExport,
  props: AzureEnvironmentProps,
): ManualStep | undefined {
  // A partner's own have other roles, and none that reads alone.
  const make = agreement === "EA" ? enrollmentStep : agreement === "MCA" ? customerStep : undefined;
  return billingScope === undefined ? undefined : make?.(identity, billingScope, props);
}

function enrollmentStep(
  { servicePrincipalObjectId, tenantId }: IAzureIdentity,
  scope: string,
  props: AzureEnvironmentProps,
): ManualStep | undefined {
  const role = EA_ROLES.find(({ pattern }) => pattern.test(scope));
  if (role === undefined) {
    return undefined;
  }
  // The same name for the same service principal, so that the request can be repeated.
  const name = Fn.uuidv5("oid", servicePrincipalObjectId);
  const definition = `${scope}/billingRoleDefinitions/${role.id}`;
  return {
    key: "assign_billing_role",
    title: `Only if the platform is to read the ${role.called} itself: make the service principal a reader of it`,
    why: "It is no role of Azure RBAC: an administrator of the enrollment gives it by a request. The exports work without it.",
    link: "https://learn.microsoft.com/en-us/azure/cost-management-billing/manage/assign-roles-azure-service-principals",
    values: {
      Request: `PUT ${environmentOf(props).resourceManager}${scope}/billingRoleAssignments/${name}?api-version=${API_VERSION}`,
      Body: Token.asString(
        Fn.jsonencode({
          properties: {
            principalId: servicePrincipalObjectId,
            principalTenantId: tenantId,
            roleDefinitionId: definition,
          },
        }),
      ),
      "Principal ID": servicePrincipalObjectId,
      "Tenant ID": tenantId,
      "Role definition ID": definition,
    },
    check: "The request is answered by 200; the portal does not show it.",
  };
}

function customerStep(
  { servicePrincipalObjectId, clientId }: IAzureIdentity,
  scope: string,
  props: AzureEnvironmentProps,
): ManualStep {
  const called = scope.includes("/invoiceSections/")
    ? "invoice section"
    : scope.includes("/billingProfiles/")
      ? "billing profile"
      : "billing account";
  return {
    key: "assign_billing_role",
    title: `Only if the platform is to read the ${called} itself: make the application a reader of it`,
    why: "It is no role of Azure RBAC: an owner of the billing account gives it in the portal. The exports work without it.",
    link: "https://learn.microsoft.com/en-us/azure/cost-management-billing/manage/understand-mca-roles",
    values: {
      Portal: environmentOf(props).portal,
      Page: `Cost Management + Billing, the ${called}, Access control (IAM), Add`,
      Role: `${called.charAt(0).toUpperCase()}${called.slice(1)} reader`,
      Scope: scope,
      "Service principal object ID": servicePrincipalObjectId,
      "Client ID": clientId,
    },
    check: "The page shows the application with that role.",
  };
}
