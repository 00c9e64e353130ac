import { Fn, Token } from "cdktf";
import { describedEnum, optional, type Rules, string } from "../core/rules";
import { joinTokens } from "../core/tokens";
import { BILLING_ACCOUNT_ID, withinBillingAccount } from "./names";

/**
 * How Azure is bought: `EA` by an Enterprise Agreement, `MCA` by a Microsoft Customer Agreement, `MPA` by a Microsoft Partner
 * Agreement (you are the partner), `CSP` from a partner (you are the customer), `PAYG` by the website at pay-as-you-go rates
 * without a Microsoft Customer Agreement.
 */
export type AzureAgreement = "EA" | "MCA" | "MPA" | "CSP" | "PAYG";

/** Of what costs are exported. */
type AzureExportScope =
  | "SUBSCRIPTION"
  | "BILLING_ACCOUNT"
  | "DEPARTMENT"
  | "ENROLLMENT_ACCOUNT"
  | "BILLING_PROFILE"
  | "INVOICE_SECTION"
  | "CUSTOMER";

/** What an export takes of the agreement, and of what within its billing account costs are exported. */
export interface AzureAgreementProps {
  /**
   * How Azure is bought, which says of what Azure exports costs: `EA`, `MCA`, `MPA`, `CSP` or `PAYG`. The page "Properties"
   * of the billing account tells it as its billing account type.
   *
   * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
   */
  readonly agreement: AzureAgreement;

  /**
   * ID of a billing account: exports of all of its costs, or of what within it is named beside it, in place of
   * subscriptions. The number of an enrollment (`EA`), or `<UUID>:<UUID>_<date>` (`MCA`, `MPA`).
   *
   * @default - the costs of subscriptions are exported
   */
  readonly billingAccountId?: string;

  /**
   * ID of a department of the enrollment (`EA`): 1-128 letters, digits, `_` and `-`, without the path to it.
   *
   * @default - all of the billing account
   */
  readonly departmentId?: string;

  /**
   * ID of an account of the enrollment (`EA`), of the same.
   *
   * @default - all of the billing account
   */
  readonly enrollmentAccountId?: string;

  /**
   * ID of a billing profile (`MCA`), of the same, such as `ABCD-EFGH-IJK-LMN`.
   *
   * @default - all of the billing account
   */
  readonly billingProfileId?: string;

  /**
   * ID of an invoice section of `billingProfileId` (`MCA`), of the same.
   *
   * @default - all of the billing profile
   */
  readonly invoiceSectionId?: string;

  /**
   * ID of a customer of the partner's (`MPA`), of the same.
   *
   * @default - none
   */
  readonly customerId?: string;
}

/** One rule for each of `AzureAgreementProps`. */
export const AZURE_AGREEMENT_RULES: Rules<AzureAgreementProps> = {
  agreement: describedEnum({
    EA: "Enterprise Agreement",
    MCA: "Microsoft Customer Agreement",
    MPA: "Microsoft Partner Agreement, of the partner",
    CSP: "from a partner",
    PAYG: "pay-as-you-go, the Microsoft Online Services Program",
  }),
  billingAccountId: optional(string(BILLING_ACCOUNT_ID, '"1234567"')),
  departmentId: optional(string(withinBillingAccount("a department"), '"12345"')),
  enrollmentAccountId: optional(string(withinBillingAccount("an enrollment account"), '"123456"')),
  billingProfileId: optional(string(withinBillingAccount("a billing profile"), '"ABCD-EFGH-IJK-LMN"')),
  invoiceSectionId: optional(string(withinBillingAccount("an invoice section"), '"OPQR-STUV-WXY-ZAB"')),
  customerId: optional(string(withinBillingAccount("a customer"), '"11111111-2222-3333-4444-555555555555"')),
};

/** Of what Azure exports actual and amortized costs, by agreement. */
const SCOPES: Readonly<Record<AzureAgreement, readonly AzureExportScope[]>> = {
  EA: ["SUBSCRIPTION", "BILLING_ACCOUNT", "DEPARTMENT", "ENROLLMENT_ACCOUNT"],
  MCA: ["SUBSCRIPTION", "BILLING_ACCOUNT", "BILLING_PROFILE", "INVOICE_SECTION"],
  MPA: ["SUBSCRIPTION", "CUSTOMER"],
  CSP: ["SUBSCRIPTION"],
  PAYG: [],
};

/**
 * By which property beside `billingAccountId` a scope is named, and how the path to it goes on. The narrower one of two that
 * are told together, a section and its profile, comes first.
 */
const WITHIN: Readonly<
  Partial<Record<AzureExportScope, { readonly property: keyof AzureAgreementProps; readonly segment: string }>>
> = {
  DEPARTMENT: { property: "departmentId", segment: "departments" },
  ENROLLMENT_ACCOUNT: { property: "enrollmentAccountId", segment: "enrollmentAccounts" },
  INVOICE_SECTION: { property: "invoiceSectionId", segment: "invoiceSections" },
  BILLING_PROFILE: { property: "billingProfileId", segment: "billingProfiles" },
  CUSTOMER: { property: "customerId", segment: "customers" },
};

/** Of what costs are exported. */
function exportScopeOf(props: Partial<AzureAgreementProps>): AzureExportScope {
  if (props.billingAccountId === undefined) {
    return "SUBSCRIPTION";
  }
  const found = Object.entries(WITHIN).find(([, { property }]) => props[property] !== undefined);
  return (found?.[0] as AzureExportScope | undefined) ?? "BILLING_ACCOUNT";
}

/** What Azure refuses of agreement and scope together. */
export function checkAgreement(
  props: Partial<AzureAgreementProps & { readonly subscriptions: Record<string, string> }>,
): string[] {
  const { agreement, billingAccountId, subscriptions } = props;
  if (agreement === undefined) {
    return [];
  }
  const given = Object.values(WITHIN).filter(({ property }) => props[property] !== undefined);
  const names = given.map(({ property }) => `'${property}'`);
  if (billingAccountId === undefined && names.length > 0) {
    return [`'billingAccountId' is required with ${names.join(" and ")}, which is within a billing account`];
  }
  if (billingAccountId !== undefined && subscriptions !== undefined) {
    return [
      "'subscriptions' must be left out when 'billingAccountId' is passed, whose export has the costs of all of them",
    ];
  }
  const { billingProfileId, invoiceSectionId } = props;
  if (invoiceSectionId !== undefined && billingProfileId === undefined) {
    return ["'billingProfileId' is required with 'invoiceSectionId': it must be that of the section"];
  }
  if (names.length > (invoiceSectionId === undefined ? 1 : 2)) {
    return [`${names.join(" and ")} must not be passed together: one export is of one of them`];
  }
  if (agreement === "PAYG") {
    return [
      "'agreement' PAYG must not have exports made by a program: Azure lists it for neither actual nor amortized costs; where the " +
        "portal offers both, export them there and pass AzureBillingExport.fromExports(…) as 'billingExport', else move to a Microsoft " +
        "Customer Agreement",
    ];
  }
  const scope = exportScopeOf(props);
  return SCOPES[agreement].includes(scope)
    ? [...checkAccountId(agreement, billingAccountId)]
    : [
        `'agreement' ${agreement} must have costs exported of ${SCOPES[agreement].map(describeScope).join(", ")}, got: ${describeScope(scope)}; ` +
          (scope === "BILLING_ACCOUNT" && agreement === "MPA"
            ? "add 'customerId'"
            : "name one of these, or another 'agreement'"),
      ];
}

function describeScope(scope: AzureExportScope): string {
  return `${/^[AEIOU]/.test(scope) ? "an" : "a"} ${inWords(scope)}`;
}

function inWords(scope: AzureExportScope): string {
  return scope.toLowerCase().replaceAll("_", " ");
}

/** An enrollment has a number, all else has a pair of UUIDs. */
function checkAccountId(agreement: AzureAgreement, id: string | undefined): string[] {
  if (id === undefined || Token.isUnresolved(id)) {
    return [];
  }
  return /^[0-9]+$/.test(id) === (agreement === "EA")
    ? []
    : [
        `'billingAccountId' must be ${agreement === "EA" ? "the number of an enrollment" : "<UUID>:<UUID>_<date>"}, as 'agreement' is ${agreement}, got: ${JSON.stringify(id)}`,
      ];
}

/** The scope of an export as Azure Resource Manager names it. */
export function billingScopeOf(props: AzureAgreementProps): string {
  const account = `/providers/Microsoft.Billing/billingAccounts/${props.billingAccountId ?? ""}`;
  const profile = props.billingProfileId === undefined ? "" : `/billingProfiles/${props.billingProfileId}`;
  const scope = exportScopeOf(props);
  const { property, segment } = WITHIN[scope] ?? {};
  return scope === "BILLING_PROFILE" || property === undefined
    ? `${account}${profile}`
    : `${account}${profile}/${segment ?? ""}/${props[property] ?? ""}`;
}

/** The folder of a billing account's exports: its ID has a colon in it, which no folder may have. */
export function billingFolderOf(props: AzureAgreementProps): string {
  const { property } = WITHIN[exportScopeOf(props)] ?? { property: "billingAccountId" as const };
  const id = props[property] ?? "";
  return Token.isUnresolved(id) ? Fn.replace(joinTokens(id), ":", "-") : id.replaceAll(":", "-");
}

/** What the costs of an agreement lack because of what they are exported of. */
export function agreementLimitations(props: AzureAgreementProps): string[] {
  const scope = exportScopeOf(props);
  if (scope === "BILLING_ACCOUNT") {
    return [];
  }
  if (scope !== "SUBSCRIPTION") {
    return [`Costs of one ${inWords(scope)} are exported: those of the others of the billing account are missing.`];
  }
  return [
    "Costs are exported by subscription: what belongs to none of them is missing, such as reservations and savings plans that are " +
      `shared, and support plans${props.agreement === "CSP" ? "; and so is what the partner charges" : ""}.`,
  ];
}
