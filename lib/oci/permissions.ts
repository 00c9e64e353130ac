import { type Permission, PLATFORM_IDENTITY } from "../core/permission";

/** Scope of a permission of the OCI catalogue. */
export type OciPermissionResource = "tenancy usage-report" | "tenancy";

/** Feature of the platform beyond the reports, see `OciAccessProps.additionalFeatures`. */
export type OciAdditionalFeature =
  "BUDGETS" | "CLOUD_ADVISOR" | "COMPARTMENTS" | "COST_ANALYSIS" | "ORGANIZATION" | "SUBSCRIPTIONS" | "TENANCY";

/** Entry of the OCI catalogue. Each action is a verb and a resource type, as in a policy statement. */
export interface OciPermission extends Permission<OciPermissionResource> {
  readonly feature: "billing export" | OciAdditionalFeature;
}

/** Permission to read the reports: the only one that is granted without `additionalFeatures`. */
export const READ_REPORTS: OciPermission = {
  id: "ReadReports",
  feature: "billing export",
  grantee: PLATFORM_IDENTITY,
  actions: ["read objects"],
  resource: "tenancy usage-report",
  why: "To list and read the cost reports in Oracle's tenancy. Oracle limits the access to the bucket of your tenancy.",
  source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm",
};

/** All permissions that the OCI integration grants, with grantee and reason. It grants nothing else. */
export const OCI_PERMISSIONS: readonly OciPermission[] = [
  READ_REPORTS,
  {
    id: "ReadCosts",
    feature: "COST_ANALYSIS",
    grantee: PLATFORM_IDENTITY,
    actions: ["read usage-report"],
    resource: "tenancy",
    why: "To query the Usage API for costs, as Cost Analysis does.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costanalysisoverview.htm",
  },
  {
    id: "ReadBudgets",
    feature: "BUDGETS",
    grantee: PLATFORM_IDENTITY,
    actions: ["read usage-budgets"],
    resource: "tenancy",
    why: "To compare costs with the existing budgets.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/budgetsoverview.htm",
  },
  {
    id: "ListCompartments",
    feature: "COMPARTMENTS",
    grantee: PLATFORM_IDENTITY,
    actions: ["inspect compartments"],
    resource: "tenancy",
    why: "To show costs by compartment, in the hierarchy of compartments.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/iampolicyreference.htm",
  },
  {
    id: "SeeTenancy",
    feature: "TENANCY",
    grantee: PLATFORM_IDENTITY,
    actions: ["inspect tenancies"],
    resource: "tenancy",
    why: "To show the tenancy's name and the regions that it uses.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/iampolicyreference.htm",
  },
  {
    id: "ReadRecommendations",
    feature: "CLOUD_ADVISOR",
    grantee: PLATFORM_IDENTITY,
    actions: ["read optimizer-api-family"],
    resource: "tenancy",
    why: "To show the savings that Cloud Advisor recommends, with the names and sizes of the resources concerned.",
    source: "https://docs.oracle.com/en-us/iaas/Content/CloudAdvisor/Reference/cloudadvisorpolicyreference.htm",
  },
  {
    id: "ReadSubscriptions",
    feature: "SUBSCRIPTIONS",
    grantee: PLATFORM_IDENTITY,
    actions: ["read subscription", "read subscribed-services", "read computed-usages", "read rate-cards"],
    resource: "tenancy",
    why: "To show the commitment, how much of it is used, and the negotiated rates.",
    source:
      "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/subsinvoicepaymenthistoryreference.htm",
  },
  {
    id: "SeeOrganization",
    feature: "ORGANIZATION",
    grantee: PLATFORM_IDENTITY,
    actions: ["inspect organizations-entity", "inspect organizations-tenancy"],
    resource: "tenancy",
    why: "To show the names of the child tenancies whose costs are in the reports. Oracle lists them by organization.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/organizationsreference.htm",
  },
];
