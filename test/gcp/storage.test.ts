import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpStorage, type GcpStorageProps } from "cdktf-finops/gcp";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct } from "constructs";
import { A_LOCATION, gcpStack, PROJECT } from "../support/gcp";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const make = (scope: Construct, id: string, props: Partial<GcpStorageProps> = {}): GcpStorage =>
  new GcpStorage(scope, id, { projectId: PROJECT, datasetLocation: "EU", ...props });

const dataset = (props?: Partial<GcpStorageProps>): Record<string, unknown> => {
  const stack = gcpStack();
  make(stack, "finops", props);
  return Template.of(stack).resource("google_bigquery_dataset");
};

const REGIONS = [
  ..."asia-east1 asia-east2 asia-northeast1 asia-northeast2 asia-northeast3 asia-south1 asia-southeast1".split(" "),
  ..."asia-southeast2 australia-southeast1 europe-central2 europe-north1 europe-west1 europe-west2".split(" "),
  ..."europe-west3 europe-west4 europe-west6 me-central1 me-central2 me-west1".split(" "),
  ..."northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-west1 us-west2 us-west3 us-west4".split(
    " ",
  ),
];

describe("the dataset", () => {
  const stack = gcpStack();
  const storage = make(stack, "finops");
  const template = Template.of(stack);

  it("is all there is, named after the construct's path", () => {
    expect(template.resourceTypes).toEqual({ google_bigquery_dataset: 1 });
    expect(template.resource("google_bigquery_dataset")).toEqual({
      project: PROJECT,
      dataset_id: "billing_finops",
      location: "EU",
      friendly_name: "Billing export",
      description: "Google writes the billing export here, for the FinOps platform",
      delete_contents_on_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has nothing that makes tables expire, replaces who may use it, or has it encrypted otherwise", () => {
    const told = Object.keys(template.resource("google_bigquery_dataset"));
    expect(told.filter((name) => /expiration|access|encryption|default/.test(name))).toEqual([]);
  });

  it("tells what it is, by a reference for whoever has to wait for it", () => {
    expect(resolved(stack, storage.datasetId)).toBe(`\${${template.address("google_bigquery_dataset")}.dataset_id}`);
    expect([storage.projectId, storage.datasetLocation, storage.provider]).toEqual([PROJECT, "EU", undefined]);
    expect(storage.node.defaultChild).toBe(storage.dataset);
  });

  it("leaves nothing to do by hand, and nothing to be warned of", () => {
    expect([storage.manualSteps, storage.permissions, storage.limitations, storage.node.metadata]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe("the dataset, as told", () => {
  it("has that name and those labels", () => {
    expect(dataset({ datasetId: "Billing_export_1", labels: { team: "finops", kosten_stelle: "" } })).toMatchObject({
      dataset_id: "Billing_export_1",
      labels: { team: "finops", kosten_stelle: "" },
    });
  });

  it("may be destroyed where its history is not to be retained, though never with tables in it", () => {
    const told = dataset({ retain: false });
    expect(told).not.toHaveProperty("lifecycle");
    expect(told.delete_contents_on_destroy).toBe(false);
  });

  it("is made by the provider passed", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "other", { alias: "other" });
    expect(make(stack, "finops", { provider }).provider).toBe(provider);
    expect(Template.of(stack).resource("google_bigquery_dataset").provider).toBe("google.other");
  });

  it.each<[string, Partial<GcpStorageProps>]>([
    ["an ID of one character", { datasetId: "_" }],
    ["an ID of 1024 characters", { datasetId: "d".repeat(1024) }],
    ["a label of 63 characters with a value of 63", { labels: { ["k".repeat(63)]: "v".repeat(63) } }],
    ["a label in another script", { labels: { команда: "финопс-1_я" } }],
    ["64 labels", { labels: Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`k-_${i}`, `${i}`])) }],
  ])("may have %s", (_, props) => {
    expect(() => dataset(props)).not.toThrow();
  });
});

describe("the location", () => {
  it.each(["US", "EU"])("may be %s, where the data begins with the month before", (datasetLocation) => {
    expect(make(gcpStack(), "finops", { datasetLocation }).limitations).toEqual([]);
    expect(dataset({ datasetLocation }).location).toBe(datasetLocation);
  });

  it.each(REGIONS)("may be %s, which is told of as a limitation", (datasetLocation) => {
    const storage = make(gcpStack(), "finops", { datasetLocation });
    const told = `The dataset is in ${datasetLocation}: the data begins on the day that the export is enabled, where US and EU also get the month before.`;
    expect(storage.limitations).toEqual([told]);
    expect(storage.node.metadata.map(({ data }) => data as string)).toEqual([`Limitation: ${told}`]);
    expect(dataset({ datasetLocation }).location).toBe(datasetLocation);
  });
});

describe("an override of the dataset", () => {
  const STOPS =
    "it replaces who may use the dataset, so that the export's own service account loses its place and the export stops";

  it.each<[string, unknown, string, string]>([
    ["access", [{ role: "OWNER", special_group: "projectOwners" }], "access", STOPS],
    [
      "default_encryption_configuration.kms_key_name",
      "key",
      "default_encryption_configuration",
      "Google does not export to a dataset that is encrypted with a key of one's own",
    ],
    [
      "default_partition_expiration_ms",
      86_400_000,
      "default_partition_expiration_ms",
      "billing history would be deleted, as the tables of the export are partitioned by day",
    ],
    ["default_table_expiration_ms", 86_400_000, "default_table_expiration_ms", "billing history would be deleted"],
  ])("cannot be %s", (path, value, name, why) => {
    const stack = gcpStack();
    make(stack, "finops").dataset.addOverride(path, value);
    expect(problemsOf(stack)).toBe(`[billing/finops] '${name}' of the dataset must not be set: ${why}`);
  });

  it("cannot be by a property of the resource either", () => {
    const stack = gcpStack();
    make(stack, "finops").dataset.putAccess([{ role: "OWNER", specialGroup: "projectOwners" }]);
    expect(problemsOf(stack)).toBe(`[billing/finops] 'access' of the dataset must not be set: ${STOPS}`);
  });

  it("may be of anything else", () => {
    const stack = gcpStack();
    make(stack, "finops").dataset.addOverride("max_time_travel_hours", 48);
    expect(Template.of(stack).resource("google_bigquery_dataset").max_time_travel_hours).toBe(48);
  });
});

describe("what Terraform fills in", () => {
  it("is checked on the dataset, which is retained besides", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "dataset", { type: "string" });
    const { stringValue: team } = new TerraformVariable(stack, "team", { type: "string" });
    make(stack, "finops", { datasetId: stringValue, labels: { team } });
    const at = "GcpStorage at billing/finops: 'datasetId' must";
    expect(Template.of(stack).resource("google_bigquery_dataset")).toMatchObject({
      dataset_id: "${var.dataset}",
      labels: { team: "${var.team}" },
      lifecycle: {
        prevent_destroy: true,
        precondition: [
          {
            condition: '${can(regex("^[A-Za-z0-9_]*$", var.dataset))}',
            error_message: `${at} be letters, digits and '_', without '-'.`,
          },
          { error_message: `${at} be 1-1024 characters long.` },
        ],
      },
    });
  });
});

describe("what the storage refuses", () => {
  const LABEL = "lower-case letters, digits, '_' and '-'";
  const place = (got: string): string => `'datasetLocation' must ${A_LOCATION}, got: "${got}"; for example "EU"`;
  const id = (must: string, got: string): string =>
    `'datasetId' must ${must}, got: "${got}"; for example "billing_export"`;
  const key = (must: string, got: string): string =>
    `a key of 'labels' must ${must}, got: ${got}; for example { team: "finops" }`;

  it.each<[string, unknown, string]>([
    [
      "no location",
      { datasetLocation: undefined },
      `'datasetLocation' is required: it must ${A_LOCATION}; for example "EU"`,
    ],
    ["a location in small letters", { datasetLocation: "eu" }, place("eu")],
    ["a region in capital letters", { datasetLocation: "EUROPE-WEST3" }, place("EUROPE-WEST3")],
    ["a region that Google exports nothing to", { datasetLocation: "europe-west10" }, place("europe-west10")],
    ["a zone", { datasetLocation: "europe-west3-a" }, place("europe-west3-a")],
    [
      "a location that Terraform alone would know",
      { datasetLocation: Token.asString({ ref: "x" }) },
      `'datasetLocation' must ${A_LOCATION}, got: a token; what is created depends on it, so pass the value itself`,
    ],
    [
      "a dataset with a dash",
      { datasetId: "billing-export" },
      id("be letters, digits and '_', without '-'", "billing-export"),
    ],
    [
      "a dataset with its project",
      { datasetId: "acme-billing.billing" },
      id("be letters, digits and '_', without '-'", "acme-billing.billing"),
    ],
    ["a dataset without a name", { datasetId: "" }, id("be 1-1024 characters long", "")],
    [
      "a dataset of a name too long",
      { datasetId: "d".repeat(1025) },
      `'datasetId' must be 1-1024 characters long, got: "${"d".repeat(80)}"… (1025 characters); for example "billing_export"`,
    ],
    ["a label in capital letters", { labels: { Team: "x" } }, key(`be ${LABEL}, a letter first`, '"Team"')],
    ["a label that begins with a digit", { labels: { "1team": "x" } }, key(`be ${LABEL}, a letter first`, '"1team"')],
    ["a label without a name", { labels: { "": "x" } }, key(`be ${LABEL}, a letter first`, '""')],
    [
      "a label of a name too long",
      { labels: { ["k".repeat(64)]: "x" } },
      key("be 1-63 characters long", `"${"k".repeat(64)}"`),
    ],
    [
      "the value of a label in capital letters",
      { labels: { team: "FinOps" } },
      `the value of "team" in 'labels' must be ${LABEL}, got: "FinOps"`,
    ],
    [
      "the value of a label that Terraform would evaluate",
      { labels: { team: "${x}" } },
      `the value of "team" in 'labels' must be ${LABEL}, got: "\${x}"`,
    ],
    [
      "the value of a label too long",
      { labels: { team: "v".repeat(64) } },
      `the value of "team" in 'labels' must be at most 63 characters long, got: "${"v".repeat(64)}"`,
    ],
    [
      "more labels than Google keeps",
      { labels: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`k${i}`, ""])) },
      "'labels' must have at most 64 keys, got: 65",
    ],
    [
      "labels without values",
      { labels: ["team"] },
      `'labels' must be an object whose values are strings, got: a list of 1; for example { team: "finops" }`,
    ],
    ["a word for no", { retain: "no" }, `'retain' must be true or false, got: "no"`],
    [
      "to have Terraform decide what it may destroy",
      { retain: Token.asAny({ ref: "x" }) },
      "'retain' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a project by its number",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    ["something else as provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "an expiration, which it has none of",
      { defaultTableExpirationMs: 1 },
      `"defaultTableExpirationMs" is not a known property; known are provider, projectId, datasetLocation, datasetId, labels, retain`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "finops", props as Partial<GcpStorageProps>))).toBe(
      `GcpStorage at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a name that another dataset has in the project, in any stack", () => {
    const app = Testing.app();
    make(new TerraformStack(app, "first"), "one", { datasetId: "billing" });
    const second = new TerraformStack(app, "second");
    expect(refusal(() => make(second, "two", { datasetId: "billing" }))).toBe(
      `GcpStorage at second/two: 'datasetId' must be unique, got: "billing", which first/one already uses for its BigQuery dataset; choose another`,
    );
    // To BigQuery, names that differ in letter case are two.
    expect(() => make(second, "three", { datasetId: "Billing" })).not.toThrow();
    expect(() => make(second, "four", { datasetId: "billing", projectId: "acme-other" })).not.toThrow();
  });
});
