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

const createStorage = (stack: TerraformStack): GcpStorage =>
  new GcpStorage(stack, "storage", { projectId: PROJECT, datasetId: "exports", datasetLocation: "EU" });

const createExportIn = (stack: TerraformStack, props: Partial<GcpBillingExportProps> = {}): GcpBillingExport =>
  new GcpBillingExport(stack, "finops", { billingAccountId: BILLING_ACCOUNT, storage: createStorage(stack), ...props });

const createExport = (props?: Partial<GcpBillingExportProps>): GcpBillingExport => createExportIn(gcpStack(), props);

const warningsOf = ({ node }: GcpBillingExport): [string, string][] =>
  node.metadata.map(({ type, data }) => [type, data as string]);

describe("a billing export with only its required props", () => {
  const stack = gcpStack();
  const billingExport = createExportIn(stack);

  it("exports usage, usage by resource, and prices", () => {
    expect(billingExport.exports).toEqual(["STANDARD", "DETAILED", "PRICING"]);
    expect(billingExport.billingAccountId).toBe(BILLING_ACCOUNT);
  });

  it("has the table names of Google, with the account's dashes as underscores", () => {
    expect(billingExport.tableNames).toEqual({ STANDARD, DETAILED, PRICING });
  });

  it("has table IDs with project and dataset in front of the names", () => {
    const dataset = `${PROJECT}.\${${Template.of(stack).address("google_bigquery_dataset")}.dataset_id}`;
    expect(resolved(stack, billingExport.tableIds)).toEqual({
      STANDARD: `${dataset}.${STANDARD}`,
      DETAILED: `${dataset}.${DETAILED}`,
      PRICING: `${dataset}.${PRICING}`,
    });
  });

  it("creates nothing, because Google writes the export", () => {
    expect(billingExport.node.children).toEqual([]);
    expect(billingExport.node.defaultChild).toBeUndefined();
    expect(Template.of(stack).resourceTypes).toEqual({ google_bigquery_dataset: 1 });
  });

  it("has no permissions, limitations or preconditions", () => {
    expect([billingExport.permissions, billingExport.limitations, billingExport.preconditions]).toEqual([[], [], []]);
  });
});

describe("the tables of a billing export", () => {
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
  ])("are only those of %j, in the order %j", (exports, ordered) => {
    const billingExport = createExport({ exports });
    expect(billingExport.exports).toEqual(ordered);
    expect(Object.keys(billingExport.tableNames)).toEqual(ordered);
    expect(Object.keys(billingExport.tableIds)).toEqual(ordered);
    expect(billingExport.tableNames.STANDARD).toBe(STANDARD);
  });

  it("are reported as limitations if they are left out, also as warnings at synthesis", () => {
    const limitations = {
      DETAILED: "The detailed export is left out: costs are by service and project, not by resource.",
      PRICING: "The pricing export is left out: list and negotiated prices are missing.",
    };
    const limitationsOf = (...exports: GcpExport[]): string[] => createExport({ exports }).limitations;
    expect(limitationsOf("STANDARD", "DETAILED", "PRICING")).toEqual([]);
    expect(limitationsOf("STANDARD", "PRICING")).toEqual([limitations.DETAILED]);
    expect(limitationsOf("STANDARD", "DETAILED")).toEqual([limitations.PRICING]);
    expect(limitationsOf("STANDARD")).toEqual([limitations.DETAILED, limitations.PRICING]);
    expect(warningsOf(createExport({ exports: ["STANDARD"], exportReady: true }))).toEqual([
      ["@cdktf/warn", `Limitation: ${limitations.DETAILED}`],
      ["@cdktf/warn", `Limitation: ${limitations.PRICING}`],
    ]);
  });

  it("are named after a sub-account if its ID is set", () => {
    expect(createExport({ billingAccountId: "ABCDEF-012345-6789AB" }).tableNames.STANDARD).toBe(
      "gcp_billing_export_v1_ABCDEF_012345_6789AB",
    );
  });

  it("can be in an existing dataset", () => {
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

describe("the manual step of a billing export", () => {
  const stack = gcpStack();
  const billingExport = createExportIn(stack);
  const title =
    "Enable the exports of the billing account to BigQuery; once the tables exist, set 'exportReady' and deploy again";
  const why =
    "No API enables an export: a Billing Account Administrator has to do it. Without it there is no data, and until the tables exist, nothing can be granted on them.";
  const link = `https://console.cloud.google.com/billing/${BILLING_ACCOUNT}/export/bigquery?project=${PROJECT}`;
  const datasetId = `\${${Template.of(stack).address("google_bigquery_dataset")}.dataset_id}`;

  it("has each value that the console asks for, and a way to verify the step", () => {
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
        check: `bq ls -n 1000 ${PROJECT}:${datasetId} lists these tables some hours later, the table of prices at most two days later.`,
      },
    ]);
  });

  it("is a warning at synthesis, too", () => {
    expect(warningsOf(billingExport)).toEqual([["@cdktf/warn", `Manual step: ${title}. ${why} See ${link}`]]);
  });

  it("refers to the outputs in the warning if its link is an unresolved token", () => {
    const other = gcpStack();
    const billingAccountId = new TerraformVariable(other, "account", { type: "string" }).stringValue;
    expect(warningsOf(createExportIn(other, { billingAccountId }))).toEqual([
      ["@cdktf/warn", `Manual step: ${title}. ${why} See the outputs`],
    ]);
  });

  it("lists only the tables that are exported", () => {
    const [step] = createExport({ exports: ["STANDARD"] }).manualSteps;
    expect(Object.keys(step?.values ?? {})).toEqual([
      "Page",
      "Billing account",
      "Project",
      "Dataset",
      "Dataset location",
      "Standard usage cost table",
    ]);
    expect(step?.check).toMatch(/ lists these tables some hours later[.]$/);
  });

  it("is removed once the tables exist", () => {
    const ready = createExport({ exportReady: true });
    expect([ready.exportReady, ready.manualSteps, warningsOf(ready)]).toEqual([true, [], []]);
  });

  it("is the same when the default value is set", () => {
    expect(createExport({ exportReady: false }).manualSteps.map(({ key }) => key)).toEqual(["enable_billing_export"]);
  });
});

describe("a billing export of an account that is an unresolved token", () => {
  it("has table names that Terraform computes", () => {
    const stack = gcpStack();
    const billingAccountId = new TerraformVariable(stack, "account", { type: "string" }).stringValue;
    const { tableNames } = createExportIn(stack, { billingAccountId });
    new TerraformOutput(stack, "tables", { value: tableNames });
    expect(Template.of(stack).output("tables").value).toEqual({
      STANDARD: 'gcp_billing_export_v1_${replace(var.account, "-", "_")}',
      DETAILED: 'gcp_billing_export_resource_v1_${replace(var.account, "-", "_")}',
      PRICING,
    });
  });

  it("has its preconditions on the first binding of the access, because it has no resource of its own", () => {
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

describe("validation of the billing export", () => {
  const token = Token.asString({ ref: "x" });
  const ACCOUNT =
    "'billingAccountId' must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them";

  it.each<[string, object, string]>([
    [
      "a missing billing account",
      { billingAccountId: undefined },
      "'billingAccountId' is required: it must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them; for example \"01ABCD-234567-890123\"",
    ],
    [
      "an account in lower-case letters",
      { billingAccountId: "01abcd-234567-890123" },
      `${ACCOUNT}, got: "01abcd-234567-890123"; for example "01ABCD-234567-890123"`,
    ],
    [
      "invalid characters of an account beside a token",
      { billingAccountId: `billingAccounts/${token}` },
      `${ACCOUNT}, got: "billingAccounts/" beside a token`,
    ],
    [
      "a missing storage",
      { storage: undefined },
      "'storage' is required: it must be an IGcpStorage; for example new GcpStorage(…) or GcpStorage.fromDataset(…)",
    ],
    [
      "the ID of a dataset as the storage",
      { storage: "exports" },
      `'storage' must be an IGcpStorage, got: "exports"; for example new GcpStorage(…) or GcpStorage.fromDataset(…)`,
    ],
    [
      "exports without the standard one",
      { exports: ["DETAILED", "PRICING"] },
      "'exports' must include STANDARD, which the platform reads, got: DETAILED, PRICING; add it",
    ],
    [
      "an empty list of exports",
      { exports: [] },
      "'exports' must include STANDARD, which the platform reads, got: none; add it",
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
      "exports that are an unresolved token",
      { exports: Token.asList({ ref: "x" }) },
      "'exports' must be a list of STANDARD, DETAILED, PRICING, got: a token; what is created depends on it, so pass the value itself",
    ],
    ["a string as the readiness", { exportReady: "true" }, `'exportReady' must be true or false, got: "true"`],
    [
      "a readiness that is an unresolved token",
      { exportReady: Token.asAny({ ref: "x" }) },
      "'exportReady' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "an unknown property for table names",
      { tableName: "costs" },
      `"tableName" is not a known property; known are billingAccountId, storage, exports, exportReady`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    const storage = createStorage(stack);
    const all = { billingAccountId: BILLING_ACCOUNT, storage, ...props };
    expect(refusal(() => new GcpBillingExport(stack, "finops", all))).toBe(
      `GcpBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a storage in another stack", () => {
    const storage = createStorage(gcpStack());
    const stack = new TerraformStack(Testing.app(), "other");
    expect(refusal(() => new GcpBillingExport(stack, "finops", { billingAccountId: BILLING_ACCOUNT, storage }))).toBe(
      "GcpBillingExport at other/finops: 'storage' must be in the stack of the construct, got: billing/storage; create it in other",
    );
  });
});
