import { Fn, Token } from "cdktf";
import { type ManualStep } from "../core/manual-step";
import { type AzureEnvironmentProps, environmentOf } from "./environment";
import { type IAzureBillingExport, type IAzureIdentity } from "./interfaces";

const API_VERSION = "2019-10-01-preview";

/** Reader roles of an enrollment and of its departments. There is none for an account of an enrollment. */
const EA_ROLES = [
  {
    pattern: /^\/providers\/Microsoft[.]Billing\/billingAccounts\/[^/]+$/,
    scopeType: "enrollment",
    id: "24f8edb6-1668-4659-b5e2-40bb5f3a7d7e",
  },
  { pattern: /\/departments\/[^/]+$/, scopeType: "department", id: "db609904-a47f-4794-9be8-9bd86fbffd8a" },
];

/**
 * Manual step that makes the platform a reader of the billing account. No provider can do it, because the role is not part
 * of Azure RBAC.
 */
export function billingRoleStep(
  identity: IAzureIdentity,
  { billingScope, agreement }: IAzureBillingExport,
  props: AzureEnvironmentProps,
): ManualStep | undefined {
  // Billing accounts of partners have other roles, and none that only reads.
  const stepFor = agreement === "EA" ? enrollmentStep : agreement === "MCA" ? customerStep : undefined;
  return billingScope === undefined ? undefined : stepFor?.(identity, billingScope, props);
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
  // Derived from the service principal, so that the request can be repeated.
  const name = Fn.uuidv5("oid", servicePrincipalObjectId);
  const definition = `${scope}/billingRoleDefinitions/${role.id}`;
  return {
    key: "assign_billing_role",
    title: `Make the service principal a reader of the ${role.scopeType}, only if the platform reads it directly`,
    why: "The role is not part of Azure RBAC: an administrator of the enrollment assigns it by an API request. The exports work without it.",
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
    check: "The request returns 200; the portal does not show the assignment.",
  };
}

function customerStep(
  { servicePrincipalObjectId, clientId }: IAzureIdentity,
  scope: string,
  props: AzureEnvironmentProps,
): ManualStep {
  const scopeType = scope.includes("/invoiceSections/")
    ? "invoice section"
    : scope.includes("/billingProfiles/")
      ? "billing profile"
      : "billing account";
  return {
    key: "assign_billing_role",
    title: `Make the application a reader of the ${scopeType}, only if the platform reads it directly`,
    why: "The role is not part of Azure RBAC: an owner of the billing account assigns it in the portal. The exports work without it.",
    link: "https://learn.microsoft.com/en-us/azure/cost-management-billing/manage/understand-mca-roles",
    values: {
      Portal: environmentOf(props).portal,
      Page: `Cost Management + Billing, the ${scopeType}, Access control (IAM), Add`,
      Role: `${scopeType.charAt(0).toUpperCase()}${scopeType.slice(1)} reader`,
      Scope: scope,
      "Service principal object ID": servicePrincipalObjectId,
      "Client ID": clientId,
    },
    check: "The page shows the application with that role.",
  };
}
