import {
  GcpBillingExport,
  type GcpBillingExportProps,
  type GcpExport,
  GcpIntegration,
  GcpStorage,
} from "cdktf-finops/gcp";
import { TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type Block, refusal, resolved, Template } from "../support/template";

const STANDARD = "gcp_billing_export_v1_01ABCD_234567_890123";
const DETAILED = "gcp_billing_export_resource_v1_01ABCD_234567_890123";
const PRICING = "cloud_pricing_export";

const storageIn = (stack: TerraformStack): GcpStorage =>
  new GcpStorage(stack, "storage", { projectId: PROJECT, datasetId: "exports", datasetLocation: "EU" });

const exportIn = (stack: TerraformStack, props: Partial<GcpBillingExportProps> = {}): GcpBillingExport =>
  new GcpBillingExport(stack, "finops", { billingAccountId: BILLING_ACCOUNT, storage: storageIn(stack), ...props });

const exportOf = (props?: Partial<GcpBillingExportProps>): GcpBillingExport => exportIn(gcpStack(), props);

const warningsOf = ({ node }: GcpBillingExport): [string, string][] =>
  node.metadata.map(({ type, data }) => [type, data as string]);

describe("the export of a billing account", () => {
  const stack = gcpStack();
  const billingExport = exportIn(stack);

  it("is of usage, of the same by resource, and of prices", () => {
    expect(billingExport.exports).toEqual(["STANDARD", "DETAILED", "PRICING"]);
    expect(billingExport.billingAccountId).toBe(BILLING_ACCOUNT);
  });

  it("is in tables that Google names after the account, its dashes as underscores", () => {
    expect(billingExport.tableNames).toEqual({ STANDARD, DETAILED, PRICING });
  });

  it("has tables whose IDs are those of project and dataset before their names", () => {
    const dataset = `${PROJECT}.\${${Template.of(stack).address("google_bigquery_dataset")}.dataset_id}`;
    expect(resolved(stack, billingExport.tableIds)).toEqual({
      STANDARD: `${dataset}.${STANDARD}`,
      DETAILED: `${dataset}.${DETAILED}`,
      PRICING: `${dataset}.${PRICING}`,
    });
  });

  it("is Google's to write: nothing is created here", () => {
    expect(billingExport.node.children).toEqual([]);
    expect(billingExport.node.defaultChild).toBeUndefined();
    expect(Template.of(stack).resourceTypes).toEqual({ google_bigquery_dataset: 1 });
  });

  it("grants nothing, lacks nothing, and leaves Terraform nothing to check", () => {
    expect([billingExport.permissions, billingExport.limitations, billingExport.conditions]).toEqual([[], [], []]);
  });
});

describe("the tables of an export, as told", () => {
  it.each<[GcpExport[], GcpExport[]]>([
    [["STANDARD"], ["STANDARD"]],
    [
      ["DETAILED", "STANDARD"],
      ["STANDARD", "DETAILED"],
    ],
    [
      ["PRICING", "STANDARD"],
      ["STANDARD", "PRICING"],
    ],
    [
      ["PRICING", "DETAILED", "STANDARD"],
      ["STANDARD", "DETAILED", "PRICING"],
    ],
  ])("are those of %j alone, in the order %j", (exports, ordered) => {
    const billingExport = exportOf({ exports });
    expect(billingExport.exports).toEqual(ordered);
    expect(Object.keys(billingExport.tableNames)).toEqual(ordered);
    expect(Object.keys(billingExport.tableIds)).toEqual(ordered);
    expect(billingExport.tableNames.STANDARD).toBe(STANDARD);
  });

  it("are said to lack what is left out, at synth, too", () => {
    const sentences = {
      DETAILED: "The detailed export is left out: costs are told by service and project, not by resource.",
      PRICING: "The pricing export is left out: list prices and those agreed upon are not told.",
    };
    const lacking = (...exports: GcpExport[]): string[] => exportOf({ exports }).limitations;
    expect(lacking("STANDARD", "DETAILED", "PRICING")).toEqual([]);
    expect(lacking("STANDARD", "PRICING")).toEqual([sentences.DETAILED]);
    expect(lacking("STANDARD", "DETAILED")).toEqual([sentences.PRICING]);
    expect(lacking("STANDARD")).toEqual([sentences.DETAILED, sentences.PRICING]);
    expect(warningsOf(exportOf({ exports: ["STANDARD"], exportReady: true }))).toEqual([
      ["@cdktf/warn", `Limitation: ${sentences.DETAILED}`],
      ["@cdktf/warn", `Limitation: ${sentences.PRICING}`],
    ]);
  });

  it("are of a sub-account by its own ID", () => {
    expect(exportOf({ billingAccountId: "ABCDEF-012345-6789AB" }).tableNames.STANDARD).toBe(
      "gcp_billing_export_v1_ABCDEF_012345_6789AB",
    );
  });

  it("are in a dataset that is there already", () => {
    const stack = gcpStack();
    const storage = GcpStorage.fromDataset(stack, "storage", {
      projectId: PROJECT,
      datasetId: "exports",
      datasetLocation: "US",
    });
    const { tableIds } = new GcpBillingExport(stack, "finops", { billingAccountId: BILLING_ACCOUNT, storage });
    expect(resolved(stack, tableIds.PRICING)).toMatch(
      /^acme-billing\.\$\{data\.google_bigquery_dataset\.storage_[0-9A-F]{8}\.dataset_id\}\.cloud_pricing_export$/,
    );
  });
});

describe("what a person has to do for the export", () => {
  const stack = gcpStack();
  const billingExport = exportIn(stack);
  const title =
    "Enable the exports of the billing account to BigQuery; once the tables are there, set 'exportReady' and deploy again";
  const why =
    "No API does it, but a Billing Account Administrator. Without it there is no data, and until the tables are there, nothing can be granted on them.";
  const link = `https://console.cloud.google.com/billing/${BILLING_ACCOUNT}/export/bigquery?project=${PROJECT}`;
  const datasetId = `\${${Template.of(stack).address("google_bigquery_dataset")}.dataset_id}`;

  it("is told with each value that the console asks for, and how to see that it worked", () => {
    expect(billingExport.exportReady).toBe(false);
    expect(resolved(stack, billingExport.manualSteps)).toEqual([
      {
        key: "enable_billing_export",
        title,
        why,
        link,
        values: {
          Page: `https://console.cloud.google.com/billing/${BILLING_ACCOUNT}/export/bigquery?project=${PROJECT}`,
          "Billing account": BILLING_ACCOUNT,
          Project: PROJECT,
          Dataset: datasetId,
          "Dataset location": "EU",
          "Standard usage cost table": STANDARD,
          "Detailed usage cost table": DETAILED,
          "Pricing table": PRICING,
        },
        check: `bq ls -n 1000 ${PROJECT}:${datasetId} names these tables, some hours later, that of prices two days later at most.`,
      },
    ]);
  });

  it("is told at synth, too", () => {
    expect(warningsOf(billingExport)).toEqual([["@cdktf/warn", `Manual step: ${title}. ${why} See ${link}`]]);
  });

  it("is told at synth without a link that Terraform fills in: it is in the outputs", () => {
    const other = gcpStack();
    const billingAccountId = new TerraformVariable(other, "account", { type: "string" }).stringValue;
    expect(warningsOf(exportIn(other, { billingAccountId }))).toEqual([
      ["@cdktf/warn", `Manual step: ${title}. ${why} See the outputs`],
    ]);
  });

  it("is told for the tables alone that are exported", () => {
    const [step] = exportOf({ exports: ["STANDARD"] }).manualSteps;
    expect(Object.keys(step?.values ?? {})).toEqual([
      "Page",
      "Billing account",
      "Project",
      "Dataset",
      "Dataset location",
      "Standard usage cost table",
    ]);
    expect(step?.check).toMatch(/ names these tables, some hours later[.]$/);
  });

  it("is nothing once the tables are there", () => {
    const ready = exportOf({ exportReady: true });
    expect([ready.exportReady, ready.manualSteps, warningsOf(ready)]).toEqual([true, [], []]);
  });

  it("is as before when told that they are not", () => {
    expect(exportOf({ exportReady: false }).manualSteps.map(({ key }) => key)).toEqual(["enable_billing_export"]);
  });
});

describe("the export of an account that Terraform fills in", () => {
  it("is in tables that Terraform names", () => {
    const stack = gcpStack();
    const billingAccountId = new TerraformVariable(stack, "account", { type: "string" }).stringValue;
    const { tableNames } = exportIn(stack, { billingAccountId });
    new TerraformOutput(stack, "tables", { value: tableNames });
    expect(Template.of(stack).output("tables").value).toEqual({
      STANDARD: 'gcp_billing_export_v1_${replace(var.account, "-", "_")}',
      DETAILED: 'gcp_billing_export_resource_v1_${replace(var.account, "-", "_")}',
      PRICING,
    });
  });

  it("is checked by what is granted, because it has no resource of its own", () => {
    const stack = gcpStack();
    const billingAccountId = new TerraformVariable(stack, "account", { type: "string" }).stringValue;
    new GcpIntegration(stack, "finops", {
      projectId: PROJECT,
      organizationId: ORGANIZATION,
      datasetLocation: "EU",
      billingAccountId,
    });
    const { lifecycle } = Template.of(stack).resource("google_project_iam_member") as {
      lifecycle: { precondition: Block[] };
    };
    const error_message =
      "GcpBillingExport at billing/finops/billing_export: 'billingAccountId' must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them.";
    expect(lifecycle.precondition).toEqual([
      { condition: '${can(regex("^[0-9A-F-]*$", var.account))}', error_message },
      { condition: '${can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.account))}', error_message },
    ]);
  });
});

describe("what the billing export refuses", () => {
  const token = Token.asString({ ref: "x" });
  const ACCOUNT =
    "'billingAccountId' must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them";

  it.each<[string, object, string]>([
    [
      "no billing account",
      { billingAccountId: undefined },
      "'billingAccountId' is required: it must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them; for example \"01ABCD-234567-890123\"",
    ],
    [
      "an account in small letters",
      { billingAccountId: "01abcd-234567-890123" },
      `${ACCOUNT}, got: "01abcd-234567-890123"; for example "01ABCD-234567-890123"`,
    ],
    [
      "the name of an account in full",
      { billingAccountId: "billingAccounts/01ABCD-234567-890123" },
      `${ACCOUNT}, got: "billingAccounts/01ABCD-234567-890123"; for example "01ABCD-234567-890123"`,
    ],
    [
      "an account with a part missing",
      { billingAccountId: "01ABCD-234567" },
      `${ACCOUNT}, got: "01ABCD-234567"; for example "01ABCD-234567-890123"`,
    ],
    [
      "an account as its tables have it",
      { billingAccountId: "01ABCD_234567_890123" },
      `${ACCOUNT}, got: "01ABCD_234567_890123"; for example "01ABCD-234567-890123"`,
    ],
    [
      "what no account has beside a token",
      { billingAccountId: `billingAccounts/${token}` },
      `${ACCOUNT}, got: "billingAccounts/" beside a token`,
    ],
    [
      "nowhere to land",
      { storage: undefined },
      "'storage' is required: it must be an IGcpStorage; for example new GcpStorage(…) or GcpStorage.fromDataset(…)",
    ],
    [
      "a dataset's ID as storage",
      { storage: "exports" },
      `'storage' must be an IGcpStorage, got: "exports"; for example new GcpStorage(…) or GcpStorage.fromDataset(…)`,
    ],
    [
      "an export without the standard one",
      { exports: ["DETAILED", "PRICING"] },
      "'exports' must have STANDARD among them, which is what the platform reads, got: DETAILED, PRICING",
    ],
    [
      "no export",
      { exports: [] },
      "'exports' must have STANDARD among them, which is what the platform reads, got: none",
    ],
    [
      "an unknown export",
      { exports: ["STANDARD", "FOCUS"] },
      `'exports' must be a list of STANDARD, DETAILED, PRICING, got: "FOCUS" in it`,
    ],
    [
      "an export twice",
      { exports: ["STANDARD", "STANDARD"] },
      `'exports' must name each value once, got: "STANDARD" twice`,
    ],
    [
      "exports that Terraform fills in",
      { exports: Token.asList({ ref: "x" }) },
      "'exports' must be a list of STANDARD, DETAILED, PRICING, got: a token; what is created depends on it, so pass the value itself",
    ],
    ["a readiness in words", { exportReady: "true" }, `'exportReady' must be true or false, got: "true"`],
    [
      "a readiness that Terraform fills in",
      { exportReady: Token.asAny({ ref: "x" }) },
      "'exportReady' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "names for Google's tables",
      { tableName: "costs" },
      `"tableName" is not a known property; known are billingAccountId, storage, exports, exportReady`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    const storage = storageIn(stack);
    const all = { billingAccountId: BILLING_ACCOUNT, storage, ...props };
    expect(refusal(() => new GcpBillingExport(stack, "finops", all))).toBe(
      `GcpBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a dataset of another stack", () => {
    const storage = storageIn(gcpStack());
    const stack = new TerraformStack(Testing.app(), "other");
    expect(refusal(() => new GcpBillingExport(stack, "finops", { billingAccountId: BILLING_ACCOUNT, storage }))).toBe(
      "GcpBillingExport at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; create it in other",
    );
  });
});
