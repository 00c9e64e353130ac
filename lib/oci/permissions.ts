import { type Permission, PLATFORM_IDENTITY } from "../core/permission";

/** What a permission of the OCI catalogue covers. */
export type OciResource = "tenancy usage-report" | "tenancy";

/** What of the platform can be allowed beyond the reports, see `OciAccessProps.additionalFeatures`. */
export type OciAdditionalFeature =
  "BUDGETS" | "CLOUD_ADVISOR" | "COMPARTMENTS" | "COST_ANALYSIS" | "ORGANIZATION" | "SUBSCRIPTIONS" | "TENANCY";

/** An entry of the OCI catalogue: its actions are a verb and a type of resource each, as a statement has them. */
export interface OciPermission extends Permission<OciResource> {
  readonly feature: "billing export" | OciAdditionalFeature;
}

/** What lets the platform read the reports, and all that is granted unless more is asked for. */
export const READ_REPORTS: OciPermission = {
  id: "ReadReports",
  feature: "billing export",
  grantee: PLATFORM_IDENTITY,
  actions: ["read objects"],
  resource: "tenancy usage-report",
  why: "To list and read the cost reports, which are in a tenancy of Oracle's; its own rules bound this to the bucket of the tenancy.",
  source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm",
};

/** Everything that the OCI integration grants, to whom, and why. Nothing else is granted anywhere in it. */
export const OCI_PERMISSIONS: readonly OciPermission[] = [
  READ_REPORTS,
  {
    id: "ReadCosts",
    feature: "COST_ANALYSIS",
    grantee: PLATFORM_IDENTITY,
    actions: ["read usage-report"],
    resource: "tenancy",
    why: "To ask the Usage API for costs, which is what Cost Analysis does.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costanalysisoverview.htm",
  },
  {
    id: "ReadBudgets",
    feature: "BUDGETS",
    grantee: PLATFORM_IDENTITY,
    actions: ["read usage-budgets"],
    resource: "tenancy",
    why: "To compare costs with the budgets that there are.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/budgetsoverview.htm",
  },
  {
    id: "ListCompartments",
    feature: "COMPARTMENTS",
    grantee: PLATFORM_IDENTITY,
    actions: ["inspect compartments"],
    resource: "tenancy",
    why: "To place costs in the tree of compartments.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/iampolicyreference.htm",
  },
  {
    id: "SeeTenancy",
    feature: "TENANCY",
    grantee: PLATFORM_IDENTITY,
    actions: ["inspect tenancies"],
    resource: "tenancy",
    why: "To see the tenancy's name and the regions that it uses.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/iampolicyreference.htm",
  },
  {
    id: "ReadRecommendations",
    feature: "CLOUD_ADVISOR",
    grantee: PLATFORM_IDENTITY,
    actions: ["read optimizer-api-family"],
    resource: "tenancy",
    why: "To show the savings that Cloud Advisor finds, with the names and sizes of the resources that they are about.",
    source: "https://docs.oracle.com/en-us/iaas/Content/CloudAdvisor/Reference/cloudadvisorpolicyreference.htm",
  },
  {
    id: "ReadSubscriptions",
    feature: "SUBSCRIPTIONS",
    grantee: PLATFORM_IDENTITY,
    actions: ["read subscription", "read subscribed-services", "read computed-usages", "read rate-cards"],
    resource: "tenancy",
    why: "To know the commitment, what of it is used, and the rates agreed upon.",
    source:
      "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/subsinvoicepaymenthistoryreference.htm",
  },
  {
    id: "SeeOrganization",
    feature: "ORGANIZATION",
    grantee: PLATFORM_IDENTITY,
    actions: ["inspect organizations-entity", "inspect organizations-tenancy"],
    resource: "tenancy",
    why: "To name the child tenancies, whose costs are in the reports: they are listed by organization.",
    source: "https://docs.oracle.com/en-us/iaas/Content/Identity/policyreference/organizationsreference.htm",
  },
];
