import { DataGoogleBigqueryDataset } from "@cdktf/provider-google/lib/data-google-bigquery-dataset";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type GcpExistingDatasetProps, GcpStorage } from "cdktf-finops/gcp";
import { TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { A_LOCATION, gcpStack, PROJECT } from "../support/gcp";
import { refusal, resolved, Template } from "../support/template";

const make = (
  scope: Construct,
  id: string,
  props: Partial<GcpExistingDatasetProps> = {},
): ReturnType<typeof GcpStorage.fromDataset> =>
  GcpStorage.fromDataset(scope, id, { projectId: PROJECT, datasetLocation: "EU", datasetId: "billing", ...props });

describe("a dataset that is there already", () => {
  const stack = gcpStack();
  const storage = make(stack, "finops");
  const template = Template.of(stack);

  it("is read, and nothing of it is changed", () => {
    expect(template.resourceTypes).toEqual({});
    expect(template.data("google_bigquery_dataset")).toMatchObject({ project: PROJECT, dataset_id: "billing" });
  });

  it("is taken as Google knows it, so that a wrong name stops the plan", () => {
    expect(resolved(stack, storage.datasetId)).toMatch(/^\$\{data\.google_bigquery_dataset\.\w+\.dataset_id\}$/);
    expect([storage.projectId, storage.datasetLocation, storage.provider]).toEqual([PROJECT, "EU", undefined]);
    expect(storage.node.defaultChild).toBeInstanceOf(DataGoogleBigqueryDataset);
  });

  it("has to be where it is said to be, keep what is in it, and be open to the export", () => {
    const at = "GcpStorage.fromDataset at billing/finops: the dataset must";
    expect(template.data("google_bigquery_dataset").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${lower(self.location) == "eu"}',
          error_message: `${at} be in EU, as 'datasetLocation' says.`,
        },
        {
          condition:
            "${coalesce(self.default_table_expiration_ms, 0) == 0 && coalesce(self.default_partition_expiration_ms, 0) == 0}",
          error_message: `${at} not have tables or partitions expire, which would delete billing history.`,
        },
        {
          condition: "${length(self.default_encryption_configuration) == 0}",
          error_message: `${at} not be encrypted with a key of one's own, to which Google does not export.`,
        },
      ],
    });
  });

  it("leaves nothing to do by hand, and nothing to be warned of", () => {
    expect([storage.manualSteps, storage.permissions, storage.limitations, storage.node.metadata]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it("is read by the provider passed", () => {
    const other = gcpStack();
    const provider = new GoogleProvider(other, "other", { alias: "other" });
    expect(make(other, "finops", { provider }).provider).toBe(provider);
    expect(Template.of(other).data("google_bigquery_dataset").provider).toBe("google.other");
  });

  it("is limited where it is in a region, of which is told at synth", () => {
    const region = gcpStack();
    const limited = make(region, "finops", { datasetLocation: "europe-west3" });
    const told =
      "The dataset is in europe-west3: the data begins on the day that the export is enabled, where US and EU also get the month before.";
    expect(limited.limitations).toEqual([told]);
    expect(limited.node.metadata.map(({ data }) => data as string)).toEqual([`Limitation: ${told}`]);
    expect(Template.of(region).data("google_bigquery_dataset").lifecycle).toMatchObject({
      postcondition: [{ condition: '${lower(self.location) == "europe-west3"}' }, {}, {}],
    });
  });

  it("may be used twice, as it has its name already", () => {
    const twice = gcpStack();
    make(twice, "one");
    expect(() => make(twice, "two")).not.toThrow();
  });
});

describe("what Terraform fills in", () => {
  it("is checked before the dataset is read", () => {
    const stack = gcpStack();
    make(stack, "finops", { datasetId: new TerraformVariable(stack, "dataset", { type: "string" }).stringValue });
    const { dataset_id, lifecycle } = Template.of(stack).data("google_bigquery_dataset") as {
      dataset_id: string;
      lifecycle: { precondition: unknown[]; postcondition: unknown[] };
    };
    const at = "GcpStorage.fromDataset at billing/finops: 'datasetId' must";
    expect(dataset_id).toBe("${var.dataset}");
    expect(lifecycle.postcondition).toHaveLength(3);
    expect(lifecycle.precondition).toEqual([
      {
        condition: '${can(regex("^[A-Za-z0-9_]*$", var.dataset))}',
        error_message: `${at} be letters, digits and '_', without '-'.`,
      },
      {
        condition: "${((length(var.dataset) >= 1) && (length(var.dataset) <= 1024))}",
        error_message: `${at} be 1-1024 characters long.`,
      },
    ]);
  });
});

describe("what it refuses", () => {
  it.each<[string, unknown, string]>([
    [
      "no dataset",
      { datasetId: undefined },
      `'datasetId' is required: it must be letters, digits and '_', without '-'; for example "billing_export"`,
    ],
    [
      "a dataset with its project",
      { datasetId: `${PROJECT}:billing` },
      `'datasetId' must be letters, digits and '_', without '-', got: "${PROJECT}:billing"; for example "billing_export"`,
    ],
    [
      "a dataset without a name",
      { datasetId: "" },
      `'datasetId' must be 1-1024 characters long, got: ""; for example "billing_export"`,
    ],
    [
      "no location",
      { datasetLocation: undefined },
      `'datasetLocation' is required: it must ${A_LOCATION}; for example "EU"`,
    ],
    [
      "another spelling",
      { datasetLocation: "eu" },
      `'datasetLocation' must ${A_LOCATION}, got: "eu"; for example "EU"`,
    ],
    [
      "a location that Terraform alone would know",
      { datasetLocation: Token.asString({ ref: "x" }) },
      `'datasetLocation' must ${A_LOCATION}, got: a token; what is created depends on it, so pass the value itself`,
    ],
    [
      "a project by its number",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    ["something else as provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "labels, which it has nothing for",
      { labels: { team: "finops" } },
      `"labels" is not a known property; known are provider, projectId, datasetLocation, datasetId`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "finops", props as Partial<GcpExistingDatasetProps>))).toBe(
      `GcpStorage.fromDataset at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});
