import { Fn, Token } from "cdktf";
import { type CrossCheck, crossCheck } from "../core/props-schema";
import { enumString, type Kind, optional, type Rules, string } from "../core/rules";
import { joinTokens } from "../core/tokens";
import { BILLING_ACCOUNT_ID, withinBillingAccount } from "./conditions";

/**
 * Agreement under which Azure is bought: `EA` for an Enterprise Agreement, `MCA` for a Microsoft Customer Agreement, `MPA`
 * for a Microsoft Partner Agreement (you are the partner), `CSP` for a purchase from a partner (you are the customer),
 * `PAYG` for pay-as-you-go rates on the website, without a Microsoft Customer Agreement.
 */
export type AzureAgreement = "EA" | "MCA" | "MPA" | "CSP" | "PAYG";

/** Kind of scope whose costs are exported. */
type AzureExportScope =
  | "SUBSCRIPTION"
  | "BILLING_ACCOUNT"
  | "DEPARTMENT"
  | "ENROLLMENT_ACCOUNT"
  | "BILLING_PROFILE"
  | "INVOICE_SECTION"
  | "CUSTOMER";

/** Props of the agreement, and of the exported scope in its billing account. */
export interface AzureAgreementProps {
  /**
   * Agreement under which Azure is bought: `EA`, `MCA`, `MPA`, `CSP` or `PAYG`. It determines the scopes whose costs Azure
   * exports. The page "Properties" of the billing account shows it as the billing account type.
   *
   * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
   */
  readonly agreement: AzureAgreement;

  /**
   * ID of the billing account to export in place of subscriptions: the number of an enrollment (`EA`), or
   * `<UUID>:<UUID>_<date>` (`MCA`, `MPA`). All of its costs are exported, unless another property names a scope within it.
   *
   * @default - the costs of subscriptions are exported
   */
  readonly billingAccountId?: string;

  /**
   * ID of a department of the enrollment (`EA`): 1-128 letters, digits, `_` and `-`, without its path.
   *
   * @default - the whole billing account
   */
  readonly departmentId?: string;

  /**
   * ID of an account of the enrollment (`EA`), in the same format.
   *
   * @default - the whole billing account
   */
  readonly enrollmentAccountId?: string;

  /**
   * ID of a billing profile (`MCA`), in the same format, such as `ABCD-EFGH-IJK-LMN`.
   *
   * @default - the whole billing account
   */
  readonly billingProfileId?: string;

  /**
   * ID of an invoice section of `billingProfileId` (`MCA`), in the same format.
   *
   * @default - the whole billing profile
   */
  readonly invoiceSectionId?: string;

  /**
   * ID of a customer of the partner (`MPA`), in the same format.
   *
   * @default - no customer
   */
  readonly customerId?: string;
}

// The values do not explain themselves.
const MEANINGS: Readonly<Record<AzureAgreement, string>> = {
  EA: "Enterprise Agreement",
  MCA: "Microsoft Customer Agreement",
  MPA: "Microsoft Partner Agreement, of the partner",
  CSP: "from a partner",
  PAYG: "pay-as-you-go, the Microsoft Online Services Program",
};
const EXPLAINED = Object.entries(MEANINGS).map(([value, meaning]) => `${value} (${meaning})`);
const AGREEMENT: Kind = {
  type: "string",
  conditions: [{ must: `be one of ${EXPLAINED.join(", ")}`, enum: Object.keys(MEANINGS) }],
  synthTimeOnly: true,
};

/** Rules of `AzureAgreementProps`. */
export const AZURE_AGREEMENT_RULES: Rules<AzureAgreementProps> = {
  agreement: { ...enumString("EA", "MCA", "MPA", "CSP", "PAYG"), kind: AGREEMENT },
  billingAccountId: optional(string(BILLING_ACCOUNT_ID, '"1234567"')),
  departmentId: optional(string(withinBillingAccount("a department"), '"12345"')),
  enrollmentAccountId: optional(string(withinBillingAccount("an enrollment account"), '"123456"')),
  billingProfileId: optional(string(withinBillingAccount("a billing profile"), '"ABCD-EFGH-IJK-LMN"')),
  invoiceSectionId: optional(string(withinBillingAccount("an invoice section"), '"OPQR-STUV-WXY-ZAB"')),
  customerId: optional(string(withinBillingAccount("a customer"), '"11111111-2222-3333-4444-555555555555"')),
};

/** Scopes whose actual and amortized costs Azure exports, by agreement. */
const EXPORT_SCOPES: Readonly<Record<AzureAgreement, readonly AzureExportScope[]>> = {
  EA: ["SUBSCRIPTION", "BILLING_ACCOUNT", "DEPARTMENT", "ENROLLMENT_ACCOUNT"],
  MCA: ["SUBSCRIPTION", "BILLING_ACCOUNT", "BILLING_PROFILE", "INVOICE_SECTION"],
  MPA: ["SUBSCRIPTION", "CUSTOMER"],
  CSP: ["SUBSCRIPTION"],
  PAYG: [],
};

/**
 * Scopes within a billing account: the property with the scope's ID, and the segment of its path. An invoice section comes
 * before billing profiles, because it is set together with its profile, and is the narrower scope.
 */
const INNER_SCOPES: Readonly<
  Partial<Record<AzureExportScope, { readonly property: keyof AzureAgreementProps; readonly segment: string }>>
> = {
  DEPARTMENT: { property: "departmentId", segment: "departments" },
  ENROLLMENT_ACCOUNT: { property: "enrollmentAccountId", segment: "enrollmentAccounts" },
  INVOICE_SECTION: { property: "invoiceSectionId", segment: "invoiceSections" },
  BILLING_PROFILE: { property: "billingProfileId", segment: "billingProfiles" },
  CUSTOMER: { property: "customerId", segment: "customers" },
};

/** Kind of scope whose costs are exported. */
function exportScopeOf(props: Partial<AzureAgreementProps>): AzureExportScope {
  if (props.billingAccountId === undefined) {
    return "SUBSCRIPTION";
  }
  const inner = Object.entries(INNER_SCOPES).find(([, { property }]) => props[property] !== undefined);
  return (inner?.[0] as AzureExportScope | undefined) ?? "BILLING_ACCOUNT";
}

type ExportedProps = AzureAgreementProps & { readonly subscriptions?: Record<string, string> };

/** Checks that Azure exports costs of this scope under this agreement. */
export const AZURE_AGREEMENT_CHECK: CrossCheck<ExportedProps> = crossCheck(
  ["agreement", "billingAccountId", "subscriptions", ...Object.values(INNER_SCOPES).map(({ property }) => property)],
  checkAgreement,
);

function checkAgreement(props: ExportedProps): string[] {
  const { agreement, billingAccountId, subscriptions } = props;
  const innerScopes = Object.values(INNER_SCOPES).filter(({ property }) => props[property] !== undefined);
  const names = innerScopes.map(({ property }) => `'${property}'`);
  if (billingAccountId === undefined && names.length > 0) {
    return [
      `'billingAccountId' is required with ${names.join(" and ")}: it must be the account that contains the scope`,
    ];
  }
  if (billingAccountId !== undefined && subscriptions !== undefined) {
    return [
      "'subscriptions' must be left out when 'billingAccountId' is passed: its export includes the costs of all subscriptions",
    ];
  }
  const { billingProfileId, invoiceSectionId } = props;
  if (invoiceSectionId !== undefined && billingProfileId === undefined) {
    return ["'billingProfileId' is required with 'invoiceSectionId': it must be the profile of the section"];
  }
  if (names.length > (invoiceSectionId === undefined ? 1 : 2)) {
    return [`${names.join(" and ")} must not be passed together: an export has one scope`];
  }
  if (agreement === "PAYG") {
    return [
      "'agreement' must be EA, MCA, MPA or CSP when exports are created, got: PAYG, for which Azure lists exports of neither actual nor amortized " +
        "costs; if the portal offers both, create the exports there and pass AzureBillingExport.fromExports(…) as 'billingExport', otherwise move " +
        "to a Microsoft Customer Agreement",
    ];
  }
  const scope = exportScopeOf(props);
  return EXPORT_SCOPES[agreement].includes(scope)
    ? [...checkAccountId(agreement, billingAccountId)]
    : [
        `'agreement' ${agreement} must be combined with the costs of ${EXPORT_SCOPES[agreement].map(describeScope).join(", ")}, got: ${describeScope(scope)}; ` +
          (scope === "BILLING_ACCOUNT" && agreement === "MPA"
            ? "add 'customerId'"
            : "choose one of these, or another 'agreement'"),
      ];
}

function describeScope(scope: AzureExportScope): string {
  return `${/^[AEIOU]/.test(scope) ? "an" : "a"} ${nameOf(scope)}`;
}

function nameOf(scope: AzureExportScope): string {
  return scope.toLowerCase().replaceAll("_", " ");
}

/** Checks the format of the ID: an enrollment has a number, other billing accounts have a pair of UUIDs. */
function checkAccountId(agreement: AzureAgreement, id: string | undefined): string[] {
  if (id === undefined || Token.isUnresolved(id)) {
    return [];
  }
  return /^[0-9]+$/.test(id) === (agreement === "EA")
    ? []
    : [
        `'billingAccountId' must be ${agreement === "EA" ? "the number of an enrollment" : "<UUID>:<UUID>_<date>"} when 'agreement' is ${agreement}, got: ${JSON.stringify(id)}`,
      ];
}

/** Exported scope, in the spelling of Azure Resource Manager. */
export function billingScopeOf(props: AzureAgreementProps): string {
  const account = `/providers/Microsoft.Billing/billingAccounts/${props.billingAccountId ?? ""}`;
  const profile = props.billingProfileId === undefined ? "" : `/billingProfiles/${props.billingProfileId}`;
  const scope = exportScopeOf(props);
  const { property, segment } = INNER_SCOPES[scope] ?? {};
  return scope === "BILLING_PROFILE" || property === undefined
    ? `${account}${profile}`
    : `${account}${profile}/${segment ?? ""}/${props[property] ?? ""}`;
}

/** Folder of a billing account's exports: the ID of the scope, with '-' for the colon, which folders cannot contain. */
export function billingFolderOf(props: AzureAgreementProps): string {
  const { property } = INNER_SCOPES[exportScopeOf(props)] ?? { property: "billingAccountId" as const };
  const id = props[property] ?? "";
  return Token.isUnresolved(id) ? Fn.replace(joinTokens(id), ":", "-") : id.replaceAll(":", "-");
}

/** Gaps in the costs that follow from the exported scope. */
export function agreementLimitations(props: AzureAgreementProps): string[] {
  const scope = exportScopeOf(props);
  if (scope === "BILLING_ACCOUNT") {
    return [];
  }
  if (scope !== "SUBSCRIPTION") {
    return [`Only the costs of one ${nameOf(scope)} are exported: all other costs of the billing account are missing.`];
  }
  return [
    "Costs are exported per subscription: costs that belong to no subscription are missing, such as shared reservations and savings " +
      `plans, and support plans${props.agreement === "CSP" ? "; the charges of the partner are missing, too" : ""}.`,
  ];
}
