import { DataGoogleBigqueryDataset } from "@cdktf/provider-google/lib/data-google-bigquery-dataset";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type GcpExistingDatasetProps, GcpStorage } from "cdktf-finops/gcp";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { A_LOCATION, gcpStack, PROJECT } from "../support/gcp";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const create = (
  scope: Construct,
  id: string,
  props: Partial<GcpExistingDatasetProps> = {},
): ReturnType<typeof GcpStorage.fromDataset> =>
  GcpStorage.fromDataset(scope, id, { projectId: PROJECT, datasetLocation: "EU", datasetId: "billing", ...props });

describe("an existing dataset", () => {
  const stack = gcpStack();
  const storage = create(stack, "finops");
  const template = Template.of(stack);

  it("reads the dataset, and changes nothing about it", () => {
    expect(template.resourceTypes).toEqual({});
    expect(template.data("google_bigquery_dataset")).toMatchObject({ project: PROJECT, dataset_id: "billing" });
  });

  it("refers to the data source, so that a wrong name stops the plan", () => {
    expect(resolved(stack, storage.datasetId)).toMatch(/^\$\{data\.google_bigquery_dataset\.\w+\.dataset_id\}$/);
    expect([storage.projectId, storage.datasetLocation, storage.provider]).toEqual([PROJECT, "EU", undefined]);
    expect(storage.node.defaultChild).toBeInstanceOf(DataGoogleBigqueryDataset);
  });

  it("stops the plan when location, expiration or encryption of the dataset do not suit the export", () => {
    const subject = "GcpStorage.fromDataset at billing/finops: the dataset must";
    expect(template.data("google_bigquery_dataset").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${lower(self.location) == "eu"}',
          error_message: `${subject} be in EU, as set in 'datasetLocation'.`,
        },
        {
          condition:
            "${coalesce(self.default_table_expiration_ms, 0) == 0 && coalesce(self.default_partition_expiration_ms, 0) == 0}",
          error_message: `${subject} not have a default expiration of tables or partitions, which would delete billing history.`,
        },
        {
          condition: "${length(self.default_encryption_configuration) == 0}",
          error_message: `${subject} not be encrypted with a customer-managed key, because Google does not export to it.`,
        },
      ],
    });
  });

  it("has no manual steps, permissions, limitations or warnings", () => {
    expect([storage.manualSteps, storage.permissions, storage.limitations, storage.node.metadata]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it("uses the provider that is passed", () => {
    const other = gcpStack();
    const provider = new GoogleProvider(other, "other", { alias: "other" });
    expect(create(other, "finops", { provider }).provider).toBe(provider);
    expect(Template.of(other).data("google_bigquery_dataset").provider).toBe("google.other");
  });

  it("reports a limitation in a region, also as a warning at synthesis", () => {
    const region = gcpStack();
    const regional = create(region, "finops", { datasetLocation: "europe-west3" });
    const limitation =
      "The dataset is in europe-west3: the data begins on the day when the export is enabled; in US and EU, it would include the previous month.";
    expect(regional.limitations).toEqual([limitation]);
    expect(regional.node.metadata.map(({ data }) => data as string)).toEqual([`Limitation: ${limitation}`]);
    expect(Template.of(region).data("google_bigquery_dataset").lifecycle).toMatchObject({
      postcondition: [{ condition: '${lower(self.location) == "europe-west3"}' }, {}, {}],
    });
  });

  it("accepts the same dataset twice, because it does not create it", () => {
    const twice = gcpStack();
    create(twice, "one");
    create(twice, "two");
    expect(problemsOf(twice)).toBe("");
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check the ID before the dataset is read", () => {
    const stack = gcpStack();
    create(stack, "finops", { datasetId: new TerraformVariable(stack, "dataset", { type: "string" }).stringValue });
    const { dataset_id, lifecycle } = Template.of(stack).data("google_bigquery_dataset") as {
      dataset_id: string;
      lifecycle: { precondition: unknown[]; postcondition: unknown[] };
    };
    const subject = "GcpStorage.fromDataset at billing/finops: 'datasetId' must";
    expect(dataset_id).toBe("${var.dataset}");
    expect(lifecycle.postcondition).toHaveLength(3);
    expect(lifecycle.precondition).toEqual([
      {
        condition: '${can(regex("^[A-Za-z0-9_]*$", var.dataset))}',
        error_message: `${subject} be letters, digits and '_', without '-'.`,
      },
      {
        condition: "${((length(var.dataset) >= 1) && (length(var.dataset) <= 1024))}",
        error_message: `${subject} be 1-1024 characters long.`,
      },
    ]);
  });
});

describe("validation of an existing dataset", () => {
  it.each<[string, unknown, string]>([
    [
      "a missing dataset",
      { datasetId: undefined },
      `'datasetId' is required: it must be letters, digits and '_', without '-'; for example "billing_export"`,
    ],
    [
      "a dataset ID with the project",
      { datasetId: `${PROJECT}:billing` },
      `'datasetId' must be letters, digits and '_', without '-', got: "${PROJECT}:billing"; for example "billing_export"`,
    ],
    [
      "a missing location",
      { datasetLocation: undefined },
      `'datasetLocation' is required: it must ${A_LOCATION}; for example "EU"`,
    ],
    [
      "a location in lower-case letters",
      { datasetLocation: "eu" },
      `'datasetLocation' must ${A_LOCATION}, got: "eu"; for example "EU"`,
    ],
    [
      "a location that is an unresolved token",
      { datasetLocation: Token.asString({ ref: "x" }) },
      `'datasetLocation' must ${A_LOCATION}, got: a token; what is created depends on it, so pass the value itself`,
    ],
    ["an object that is not a provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "labels, which it cannot set",
      { labels: { team: "finops" } },
      `"labels" is not a known property; known are provider, projectId, datasetLocation, datasetId`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "finops", props as Partial<GcpExistingDatasetProps>))).toBe(
      `GcpStorage.fromDataset at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});
