import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpStorage, type GcpStorageProps } from "cdktf-finops/gcp";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { A_LOCATION, gcpStack, PROJECT } from "../support/gcp";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const create = (scope: Construct, id: string, props: Partial<GcpStorageProps> = {}): GcpStorage =>
  new GcpStorage(scope, id, { projectId: PROJECT, datasetLocation: "EU", ...props });

const synthDataset = (props?: Partial<GcpStorageProps>): Record<string, unknown> => {
  const stack = gcpStack();
  create(stack, "finops", props);
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

describe("a new dataset", () => {
  const stack = gcpStack();
  const storage = create(stack, "finops");
  const template = Template.of(stack);

  it("is the only resource, named after the construct's path", () => {
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

  it("sets no expiration, no IAM members and no encryption", () => {
    const names = Object.keys(template.resource("google_bigquery_dataset"));
    expect(names.filter((name) => /expiration|access|encryption|default/.test(name))).toEqual([]);
  });

  it("returns its ID as a reference, so that other resources wait for it", () => {
    expect(resolved(stack, storage.datasetId)).toBe(`\${${template.address("google_bigquery_dataset")}.dataset_id}`);
    expect([storage.projectId, storage.datasetLocation, storage.provider]).toEqual([PROJECT, "EU", undefined]);
    expect(storage.node.defaultChild).toBe(storage.dataset);
  });

  it("has no manual steps, permissions, limitations or warnings", () => {
    expect([storage.manualSteps, storage.permissions, storage.limitations, storage.node.metadata]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe("a new dataset with all options", () => {
  it("has the given ID and labels", () => {
    expect(
      synthDataset({ datasetId: "Billing_export_1", labels: { team: "finops", kosten_stelle: "" } }),
    ).toMatchObject({
      dataset_id: "Billing_export_1",
      labels: { team: "finops", kosten_stelle: "" },
    });
  });

  it("can be destroyed when 'retain' is false, but only if it contains no tables", () => {
    const dataset = synthDataset({ retain: false });
    expect(dataset).not.toHaveProperty("lifecycle");
    expect(dataset.delete_contents_on_destroy).toBe(false);
  });

  it("uses the provider that is passed", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "other", { alias: "other" });
    expect(create(stack, "finops", { provider }).provider).toBe(provider);
    expect(Template.of(stack).resource("google_bigquery_dataset").provider).toBe("google.other");
  });

  it("can have 64 labels", () => {
    const labels = Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`k-_${i}`, `${i}`]));
    expect(synthDataset({ labels }).labels).toEqual(labels);
  });
});

describe("the location of a new dataset", () => {
  it.each(["US", "EU"])("can be %s, without a limitation", (datasetLocation) => {
    expect(create(gcpStack(), "finops", { datasetLocation }).limitations).toEqual([]);
    expect(synthDataset({ datasetLocation }).location).toBe(datasetLocation);
  });

  it.each(REGIONS)("can be %s, with a limitation, also as a warning at synthesis", (datasetLocation) => {
    const storage = create(gcpStack(), "finops", { datasetLocation });
    const limitation = `The dataset is in ${datasetLocation}: the data begins on the day when the export is enabled; in US and EU, it would include the previous month.`;
    expect(storage.limitations).toEqual([limitation]);
    expect(storage.node.metadata.map(({ data }) => data as string)).toEqual([`Limitation: ${limitation}`]);
    expect(synthDataset({ datasetLocation }).location).toBe(datasetLocation);
  });
});

describe("overrides of the dataset", () => {
  const ACCESS_CONSEQUENCE =
    "it replaces the IAM members of the dataset, so that the export's own service account loses its access and the export stops";

  it.each<[string, unknown, string, string]>([
    ["access", [{ role: "OWNER", special_group: "projectOwners" }], "access", ACCESS_CONSEQUENCE],
    [
      "default_encryption_configuration.kms_key_name",
      "key",
      "default_encryption_configuration",
      "Google does not export to a dataset that is encrypted with a customer-managed key",
    ],
    [
      "default_partition_expiration_ms",
      86_400_000,
      "default_partition_expiration_ms",
      "billing history would be deleted, because the tables of the export are partitioned by day",
    ],
    ["default_table_expiration_ms", 86_400_000, "default_table_expiration_ms", "billing history would be deleted"],
    [
      "dynamic.access",
      { for_each: ["OWNER"], content: { role: "${access.value}", special_group: "projectOwners" } },
      "dynamic",
      "a dynamic block could generate any of these blocks",
    ],
  ])("are refused for %s", (path, value, name, consequence) => {
    const stack = gcpStack();
    create(stack, "finops").dataset.addOverride(path, value);
    expect(problemsOf(stack)).toBe(
      `[billing/finops/Resource] '${name}' of the dataset must not be set: ${consequence}`,
    );
  });

  it("are refused if they use a method of the resource", () => {
    const stack = gcpStack();
    create(stack, "finops").dataset.putAccess([{ role: "OWNER", specialGroup: "projectOwners" }]);
    expect(problemsOf(stack)).toBe(
      `[billing/finops/Resource] 'access' of the dataset must not be set: ${ACCESS_CONSEQUENCE}`,
    );
  });

  it("are accepted for all other arguments", () => {
    const stack = gcpStack();
    create(stack, "finops").dataset.addOverride("max_time_travel_hours", 48);
    expect(Template.of(stack).resource("google_bigquery_dataset").max_time_travel_hours).toBe(48);
  });
});

describe("preconditions for unresolved tokens", () => {
  it("are on the dataset, which is protected from destruction as well", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "dataset", { type: "string" });
    const { stringValue: team } = new TerraformVariable(stack, "team", { type: "string" });
    create(stack, "finops", { datasetId: stringValue, labels: { team } });
    const subject = "GcpStorage at billing/finops: 'datasetId' must";
    expect(Template.of(stack).resource("google_bigquery_dataset")).toMatchObject({
      dataset_id: "${var.dataset}",
      labels: { team: "${var.team}" },
      lifecycle: {
        prevent_destroy: true,
        precondition: [
          {
            condition: '${can(regex("^[A-Za-z0-9_]*$", var.dataset))}',
            error_message: `${subject} be letters, digits and '_', without '-'.`,
          },
          { error_message: `${subject} be 1-1024 characters long.` },
        ],
      },
    });
  });
});

describe("validation of the storage", () => {
  const location = (got: string): string => `'datasetLocation' must ${A_LOCATION}, got: "${got}"; for example "EU"`;

  it.each<[string, unknown, string]>([
    [
      "a missing location",
      { datasetLocation: undefined },
      `'datasetLocation' is required: it must ${A_LOCATION}; for example "EU"`,
    ],
    ["a location in lower-case letters", { datasetLocation: "eu" }, location("eu")],
    ["a region in capital letters", { datasetLocation: "EUROPE-WEST3" }, location("EUROPE-WEST3")],
    ["a region that Google does not export to", { datasetLocation: "europe-west10" }, location("europe-west10")],
    ["a zone", { datasetLocation: "europe-west3-a" }, location("europe-west3-a")],
    [
      "a location that is an unresolved token",
      { datasetLocation: Token.asString({ ref: "x" }) },
      `'datasetLocation' must ${A_LOCATION}, got: a token; what is created depends on it, so pass the value itself`,
    ],
    [
      "a dataset ID with a dash",
      { datasetId: "billing-export" },
      `'datasetId' must be letters, digits and '_', without '-', got: "billing-export"; for example "billing_export"`,
    ],
    [
      "a label value in capital letters",
      { labels: { team: "FinOps" } },
      `the value of "team" in 'labels' must be lower-case letters, digits, '_' and '-', got: "FinOps"`,
    ],
    [
      "more labels than Google allows",
      { labels: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`k${i}`, ""])) },
      "'labels' must have at most 64 keys, got: 65",
    ],
    [
      "a list of labels",
      { labels: ["team"] },
      `'labels' must be an object whose values are strings, got: a list of 1; for example { team: "finops" }`,
    ],
    ["a string for retain", { retain: "no" }, `'retain' must be true or false, got: "no"`],
    [
      "retain as an unresolved token",
      { retain: Token.asAny({ ref: "x" }) },
      "'retain' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    ["an object that is not a provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "an unknown property for the expiration",
      { defaultTableExpirationMs: 1 },
      `"defaultTableExpirationMs" is not a known property; known are provider, projectId, datasetLocation, datasetId, labels, retain`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "finops", props as Partial<GcpStorageProps>))).toBe(
      `GcpStorage at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a dataset ID that is already in use in the project, in any stack", () => {
    const stack = gcpStack();
    const other = new TerraformStack(App.of(stack), "other");
    create(stack, "one", { datasetId: "billing" });
    // In BigQuery, IDs that differ in letter case only are different IDs.
    create(other, "capital", { datasetId: "Billing" });
    create(other, "elsewhere", { datasetId: "billing", projectId: "acme-other" });
    expect(problemsOf(stack)).toBe("");
    create(other, "two", { datasetId: "billing" });
    expect(problemsOf(stack)).toBe(
      `[billing] GcpStorage at other/two: 'datasetId' must be unique, got: "billing", which billing/one already uses for its BigQuery dataset; choose another, or, within a stack, pass the storage of the other construct as 'storage'`,
    );
  });
});
