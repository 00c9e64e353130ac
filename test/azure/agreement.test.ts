import {
  type AzureAgreement,
  AzureBillingExport,
  type AzureBillingExportProps,
  AzureStorage,
} from "cdktf-finops/azure";
import { type TerraformStack, TerraformVariable, Token } from "cdktf";
import { AGREEMENTS, azureStack, ENROLLMENT, MCA_ACCOUNT, OTHER_SUBSCRIPTION, SUBSCRIPTION } from "../support/azure";
import { type Block, refusal, Template } from "../support/template";

const STORAGE = { subscriptionId: SUBSCRIPTION, location: "westeurope", storageAccountName: "acmebillingexport" };
const CUSTOMER = "55555555-6666-7777-8888-999999999999";

type Props = Partial<Omit<AzureBillingExportProps, "storage">>;

const exportIn = (stack: TerraformStack, props: object): AzureBillingExport =>
  new AzureBillingExport(stack, "finops", {
    agreement: "MCA",
    storage: new AzureStorage(stack, "storage", STORAGE),
    ...props,
  });

const exportOf = (props: object): AzureBillingExport => exportIn(azureStack(), props);

const refused = (props: object): string =>
  refusal(() => exportOf(props)).replace("AzureBillingExport at billing/finops: ", "");

/** ID of a billing account of an agreement. */
const accountOf = (agreement: AzureAgreement): string => (agreement === "EA" ? ENROLLMENT : MCA_ACCOUNT);

/** Props beside `agreement` that select an export scope, by the scope's name in messages. */
const SCOPE_PROPS = {
  "a subscription": (): Props => ({}),
  "a billing account": (billingAccountId: string): Props => ({ billingAccountId }),
  "a department": (billingAccountId: string): Props => ({ billingAccountId, departmentId: "12345" }),
  "an enrollment account": (billingAccountId: string): Props => ({ billingAccountId, enrollmentAccountId: "123456" }),
  "a billing profile": (billingAccountId: string): Props => ({
    billingAccountId,
    billingProfileId: "ABCD-EFGH-IJK-LMN",
  }),
  "an invoice section": (billingAccountId: string): Props => ({
    billingAccountId,
    billingProfileId: "ABCD-EFGH-IJK-LMN",
    invoiceSectionId: "OPQR-STUV-WXY-ZAB",
  }),
  "a customer": (billingAccountId: string): Props => ({ billingAccountId, customerId: CUSTOMER }),
} as const;

type Scope = keyof typeof SCOPE_PROPS;

const EA_PATH = `/providers/Microsoft.Billing/billingAccounts/${ENROLLMENT}`;
const MCA_PATH = `/providers/Microsoft.Billing/billingAccounts/${MCA_ACCOUNT}`;
const MCA_FOLDER = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee-ffffffff-0000-1111-2222-333333333333_2019-05-31";

const ACCEPTED: [AzureAgreement, Scope, string, string][] = [
  ["EA", "a subscription", `/subscriptions/${SUBSCRIPTION}`, SUBSCRIPTION],
  ["EA", "a billing account", EA_PATH, ENROLLMENT],
  ["EA", "a department", `${EA_PATH}/departments/12345`, "12345"],
  ["EA", "an enrollment account", `${EA_PATH}/enrollmentAccounts/123456`, "123456"],
  ["MCA", "a subscription", `/subscriptions/${SUBSCRIPTION}`, SUBSCRIPTION],
  ["MCA", "a billing account", MCA_PATH, MCA_FOLDER],
  ["MCA", "a billing profile", `${MCA_PATH}/billingProfiles/ABCD-EFGH-IJK-LMN`, "ABCD-EFGH-IJK-LMN"],
  [
    "MCA",
    "an invoice section",
    `${MCA_PATH}/billingProfiles/ABCD-EFGH-IJK-LMN/invoiceSections/OPQR-STUV-WXY-ZAB`,
    "OPQR-STUV-WXY-ZAB",
  ],
  ["MPA", "a subscription", `/subscriptions/${SUBSCRIPTION}`, SUBSCRIPTION],
  ["MPA", "a customer", `${MCA_PATH}/customers/${CUSTOMER}`, CUSTOMER],
  ["CSP", "a subscription", `/subscriptions/${SUBSCRIPTION}`, SUBSCRIPTION],
];

const OTHER = "choose one of these, or another 'agreement'";
const IN = {
  EA: "a subscription, a billing account, a department, an enrollment account",
  MCA: "a subscription, a billing account, a billing profile, an invoice section",
  MPA: "a subscription, a customer",
  CSP: "a subscription",
};
const PAYG =
  "'agreement' must be EA, MCA, MPA or CSP when exports are created, got: PAYG, for which Azure lists exports of neither " +
  "actual nor amortized costs; if the portal offers both, create the exports there and pass " +
  "AzureBillingExport.fromExports(…) as 'billingExport', otherwise move to a Microsoft Customer Agreement";

const REFUSED: [AzureAgreement, Scope, string][] = [
  [
    "EA",
    "a billing profile",
    `'agreement' EA must be combined with the costs of ${IN.EA}, got: a billing profile; ${OTHER}`,
  ],
  [
    "EA",
    "an invoice section",
    `'agreement' EA must be combined with the costs of ${IN.EA}, got: an invoice section; ${OTHER}`,
  ],
  ["EA", "a customer", `'agreement' EA must be combined with the costs of ${IN.EA}, got: a customer; ${OTHER}`],
  ["MCA", "a department", `'agreement' MCA must be combined with the costs of ${IN.MCA}, got: a department; ${OTHER}`],
  [
    "MCA",
    "an enrollment account",
    `'agreement' MCA must be combined with the costs of ${IN.MCA}, got: an enrollment account; ${OTHER}`,
  ],
  ["MCA", "a customer", `'agreement' MCA must be combined with the costs of ${IN.MCA}, got: a customer; ${OTHER}`],
  [
    "MPA",
    "a billing account",
    `'agreement' MPA must be combined with the costs of ${IN.MPA}, got: a billing account; add 'customerId'`,
  ],
  ["MPA", "a department", `'agreement' MPA must be combined with the costs of ${IN.MPA}, got: a department; ${OTHER}`],
  [
    "MPA",
    "an enrollment account",
    `'agreement' MPA must be combined with the costs of ${IN.MPA}, got: an enrollment account; ${OTHER}`,
  ],
  [
    "MPA",
    "a billing profile",
    `'agreement' MPA must be combined with the costs of ${IN.MPA}, got: a billing profile; ${OTHER}`,
  ],
  [
    "MPA",
    "an invoice section",
    `'agreement' MPA must be combined with the costs of ${IN.MPA}, got: an invoice section; ${OTHER}`,
  ],
  [
    "CSP",
    "a billing account",
    `'agreement' CSP must be combined with the costs of ${IN.CSP}, got: a billing account; ${OTHER}`,
  ],
  ["CSP", "a department", `'agreement' CSP must be combined with the costs of ${IN.CSP}, got: a department; ${OTHER}`],
  [
    "CSP",
    "an enrollment account",
    `'agreement' CSP must be combined with the costs of ${IN.CSP}, got: an enrollment account; ${OTHER}`,
  ],
  [
    "CSP",
    "a billing profile",
    `'agreement' CSP must be combined with the costs of ${IN.CSP}, got: a billing profile; ${OTHER}`,
  ],
  [
    "CSP",
    "an invoice section",
    `'agreement' CSP must be combined with the costs of ${IN.CSP}, got: an invoice section; ${OTHER}`,
  ],
  ["CSP", "a customer", `'agreement' CSP must be combined with the costs of ${IN.CSP}, got: a customer; ${OTHER}`],
  ["PAYG", "a subscription", PAYG],
  ["PAYG", "a billing account", PAYG],
  ["PAYG", "a department", PAYG],
  ["PAYG", "an enrollment account", PAYG],
  ["PAYG", "a billing profile", PAYG],
  ["PAYG", "an invoice section", PAYG],
  ["PAYG", "a customer", PAYG],
];

describe("combinations of agreement and export scope", () => {
  it.each(ACCEPTED)("are accepted for %s and %s, with Azure's ID of the scope", (agreement, scope, id, folder) => {
    const stack = azureStack();
    const billingExport = exportIn(stack, { agreement, ...SCOPE_PROPS[scope](accountOf(agreement)) });
    const template = Template.of(stack);
    const [type, property] =
      scope === "a subscription" ? ["subscription", "subscription_id"] : ["billing_account", "billing_account_id"];
    const exports = template.resources(`azurerm_${type}_cost_management_export`);
    expect(exports.map((block) => block[property])).toEqual([id, id]);
    expect(billingExport.billingScope).toBe(scope === "a subscription" ? undefined : id);
    expect(billingExport.agreement).toBe(agreement);
    expect(billingExport.actualCostPaths).toEqual([`billing-finops/${folder}/actual`]);
    expect(billingExport.amortizedCostPaths).toEqual([`billing-finops/${folder}/amortized`]);
    const paths = exports.map((block) => (block.export_data_storage_location as Block).root_folder_path);
    expect(paths).toEqual([`billing-finops/${folder}/actual`, `billing-finops/${folder}/amortized`]);
  });

  it.each(REFUSED)("are refused for %s and %s", (agreement, scope, problem) => {
    expect(refused({ agreement, ...SCOPE_PROPS[scope](accountOf(agreement)) })).toBe(problem);
  });

  it("are all tested", () => {
    const tested = [...ACCEPTED, ...REFUSED].map(([agreement, scope]) => `${agreement} ${scope}`);
    const all = ["EA", "MCA", "MPA", "CSP", "PAYG"].flatMap((agreement) =>
      Object.keys(SCOPE_PROPS).map((scope) => `${agreement} ${scope}`),
    );
    expect(tested.sort()).toEqual(all.sort());
  });
});

describe("validation of the billing account", () => {
  const token = Token.asString({ ref: "x" });
  const example = 'for example "1234567"';

  it.each<[string, Props, string]>([
    [
      "the ID of an MCA account for the agreement EA",
      { agreement: "EA", billingAccountId: MCA_ACCOUNT },
      `'billingAccountId' must be the number of an enrollment when 'agreement' is EA, got: "${MCA_ACCOUNT}"`,
    ],
    [
      "the number of an enrollment for the agreement MCA",
      { agreement: "MCA", billingAccountId: ENROLLMENT },
      `'billingAccountId' must be <UUID>:<UUID>_<date> when 'agreement' is MCA, got: "1234567"`,
    ],
    [
      "the number of an enrollment for the agreement MPA",
      { agreement: "MPA", billingAccountId: ENROLLMENT, customerId: CUSTOMER },
      `'billingAccountId' must be <UUID>:<UUID>_<date> when 'agreement' is MPA, got: "1234567"`,
    ],
    [
      "the path of an account",
      { agreement: "EA", billingAccountId: EA_PATH },
      `'billingAccountId' must be the ID of a billing account only, without '/providers/Microsoft.Billing/billingAccounts/', got: "${EA_PATH}"; ${example}`,
    ],
    [
      "the path of an account before a token",
      { agreement: "EA", billingAccountId: `/providers/Microsoft.Billing/billingAccounts/${token}` },
      `'billingAccountId' must be the ID of a billing account only, without '/providers/Microsoft.Billing/billingAccounts/', got: "/providers/Microsoft.Billing/billingAccounts/" beside a token`,
    ],
    [
      "the path of a department before a token",
      { agreement: "EA", billingAccountId: ENROLLMENT, departmentId: `departments/${token}` },
      `'departmentId' must be the ID of a department only, without its path, got: "departments/" beside a token`,
    ],
    [
      "subscriptions together with a billing account",
      { billingAccountId: MCA_ACCOUNT, subscriptions: { production: OTHER_SUBSCRIPTION } },
      "'subscriptions' must be left out when 'billingAccountId' is passed: its export includes the costs of all subscriptions",
    ],
    [
      "a department without a billing account",
      { agreement: "EA", departmentId: "12345" },
      "'billingAccountId' is required with 'departmentId': it must be the account that contains the scope",
    ],
    [
      "an invoice section and a billing profile without a billing account",
      { billingProfileId: "ABCD-EFGH-IJK-LMN", invoiceSectionId: "OPQR-STUV-WXY-ZAB" },
      "'billingAccountId' is required with 'invoiceSectionId' and 'billingProfileId': it must be the account that contains the scope",
    ],
    [
      "an invoice section without its billing profile",
      { billingAccountId: MCA_ACCOUNT, invoiceSectionId: "OPQR-STUV-WXY-ZAB" },
      "'billingProfileId' is required with 'invoiceSectionId': it must be the profile of the section",
    ],
    [
      "a department together with an enrollment account",
      { agreement: "EA", billingAccountId: ENROLLMENT, departmentId: "12345", enrollmentAccountId: "123456" },
      "'departmentId' and 'enrollmentAccountId' must not be passed together: an export has one scope",
    ],
    [
      "a customer together with an invoice section",
      {
        billingAccountId: MCA_ACCOUNT,
        billingProfileId: "ABCD-EFGH-IJK-LMN",
        invoiceSectionId: "OPQR-STUV-WXY-ZAB",
        customerId: CUSTOMER,
      },
      "'invoiceSectionId' and 'billingProfileId' and 'customerId' must not be passed together: an export has one scope",
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refused(props)).toBe(problem);
  });
});

describe("validation of the agreement", () => {
  it.each<[string, unknown, string]>([
    ["a missing agreement", undefined, `'agreement' is required: it must be one of ${AGREEMENTS}`],
    ["an unknown agreement", "MOSP", `'agreement' must be one of ${AGREEMENTS}, got: "MOSP"`],
    ["an agreement in lower case", "mca", `'agreement' must be one of ${AGREEMENTS}, got: "mca"`],
    [
      "an unresolved agreement",
      Token.asString({ ref: "x" }),
      `'agreement' must be one of ${AGREEMENTS}, got: a token; what is created depends on it, so pass the value itself`,
    ],
  ])("refuses %s", (_, agreement, problem) => {
    expect(refused({ agreement })).toBe(problem);
  });
});

describe("an unresolved billing account ID", () => {
  const stack = azureStack();
  const billingAccountId = new TerraformVariable(stack, "account", { type: "string" }).stringValue;
  const billingExport = exportIn(stack, { agreement: "EA", billingAccountId });
  const template = Template.of(stack);
  const exports = template.resources("azurerm_billing_account_cost_management_export");

  it("is part of the scope of the exports", () => {
    const scope = "/providers/Microsoft.Billing/billingAccounts/${var.account}";
    expect(exports.map(({ billing_account_id }) => billing_account_id)).toEqual([scope, scope]);
    expect(billingExport.agreement).toBe("EA");
  });

  it("is part of the folder, with its colon replaced by a dash", () => {
    expect(exports.map((block) => (block.export_data_storage_location as Block).root_folder_path)).toEqual([
      'billing-finops/${replace(var.account, ":", "-")}/actual',
      'billing-finops/${replace(var.account, ":", "-")}/amortized',
    ]);
  });

  it("has preconditions on each export", () => {
    const must = "AzureBillingExport at billing/finops: 'billingAccountId' must be the ID of a billing account";
    const ignore_changes = ["recurrence_period_start_date", "recurrence_period_end_date"];
    const uuid = "8-4-4-4-12".replace(/[0-9]+/g, "[0-9a-fA-F]{$&}");
    const lifecycle = {
      ignore_changes,
      precondition: [
        {
          condition: '${!can(regex("/", var.account))}',
          error_message: `${must} only, without '/providers/Microsoft.Billing/billingAccounts/'.`,
        },
        { condition: '${can(regex("^[0-9A-Za-z:_-]*$", var.account))}', error_message: `${must}.` },
        {
          condition: `\${can(regex("^([0-9]{4,20}|${uuid}:${uuid}_[0-9]{4}-[0-9]{2}-[0-9]{2})$", var.account))}`,
          error_message: `${must}: the number of an enrollment, or <UUID>:<UUID>_<date>.`,
        },
      ],
    };
    expect(exports.map((block) => block.lifecycle)).toEqual([lifecycle, lifecycle]);
  });
});

describe("limitations of the agreement", () => {
  const MISSING =
    "Costs are exported per subscription: costs that belong to no subscription are missing, such as shared reservations " +
    "and savings plans, and support plans";

  it.each<[AzureAgreement, string]>([
    ["EA", `${MISSING}.`],
    ["MCA", `${MISSING}.`],
    ["MPA", `${MISSING}.`],
    ["CSP", `${MISSING}; the charges of the partner are missing, too.`],
  ])("are reported for %s by subscription, also as a warning at synthesis", (agreement, sentence) => {
    const { limitations, node } = exportOf({ agreement });
    expect(limitations).toEqual([sentence]);
    expect(node.metadata.map(({ type, data }) => [type, data as string])).toEqual([
      ["@cdktf/warn", `Limitation: ${sentence}`],
    ]);
  });

  it.each<[AzureAgreement, Scope, string]>([
    ["EA", "a department", "department"],
    ["EA", "an enrollment account", "enrollment account"],
    ["MCA", "a billing profile", "billing profile"],
    ["MCA", "an invoice section", "invoice section"],
    ["MPA", "a customer", "customer"],
  ])("are reported for %s and %s: costs outside that scope are missing", (agreement, scope, name) => {
    const { limitations } = exportOf({ agreement, ...SCOPE_PROPS[scope](accountOf(agreement)) });
    expect(limitations).toEqual([
      `Only the costs of one ${name} are exported: all other costs of the billing account are missing.`,
    ]);
  });

  it.each<AzureAgreement>(["EA", "MCA"])("are none for %s and a billing account", (agreement) => {
    const { limitations, node } = exportOf({ agreement, ...SCOPE_PROPS["a billing account"](accountOf(agreement)) });
    expect([limitations, node.metadata]).toEqual([[], []]);
  });
});
