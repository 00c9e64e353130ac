import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  AwsBillingExport,
  type AwsBillingExportProps,
  AwsReportFormat,
  AwsStorage,
  type IAwsStorage,
} from "cdktf-finops/aws";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { awsStack } from "../support/aws";
import { problemsOf, refusal, resolved, Template } from "../support/template";

type ReportProps = Omit<AwsBillingExportProps, "storage">;

const storageIn = (stack: TerraformStack): AwsStorage =>
  new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });

const synth = (props: ReportProps = {}): Template => {
  const stack = awsStack();
  new AwsBillingExport(stack, "finops", { storage: storageIn(stack), ...props });
  return Template.of(stack);
};
const report = (props?: ReportProps): Record<string, unknown> => synth(props).resource("aws_cur_report_definition");

describe("a billing export with only its required props", () => {
  const template = synth();

  it("creates an hourly report with the ids of resources, as CSV with gzip", () => {
    expect(template.resource("aws_cur_report_definition")).toMatchObject({
      report_name: "billing-finops",
      time_unit: "HOURLY",
      format: "textORcsv",
      compression: "GZIP",
      additional_schema_elements: ["RESOURCES"],
    });
    expect(template.resource("aws_cur_report_definition")).not.toHaveProperty("additional_artifacts");
  });

  it("overwrites the previous delivery, and refreshes past months when their costs change", () => {
    expect(template.resource("aws_cur_report_definition")).toMatchObject({
      report_versioning: "OVERWRITE_REPORT",
      refresh_closed_reports: true,
    });
  });

  it("delivers to the bucket, in the bucket's region", () => {
    expect(template.resource("aws_cur_report_definition")).toMatchObject({
      s3_bucket: `\${${template.address("aws_s3_bucket")}.bucket}`,
      s3_prefix: "cur",
      s3_region: "us-east-1",
    });
  });

  it("creates the report after the bucket's policy and its other settings", () => {
    expect(template.resource("aws_cur_report_definition").depends_on).toEqual([
      template.address("aws_s3_bucket_policy"),
      template.address("aws_s3_bucket_lifecycle_configuration"),
    ]);
  });
});

describe("a billing export with all options", () => {
  it("has the given name, prefix, time unit, content, versioning and tags", () => {
    expect(
      report({
        reportName: "finops-daily",
        s3Prefix: "exports/aws",
        timeUnit: "DAILY",
        additionalSchemaElements: ["RESOURCES", "SPLIT_COST_ALLOCATION_DATA"],
        reportVersioning: "CREATE_NEW_REPORT",
        refreshClosedReports: false,
        tags: { team: "finops" },
      }),
    ).toMatchObject({
      report_name: "finops-daily",
      s3_prefix: "exports/aws",
      time_unit: "DAILY",
      additional_schema_elements: ["RESOURCES", "SPLIT_COST_ALLOCATION_DATA"],
      report_versioning: "CREATE_NEW_REPORT",
      refresh_closed_reports: false,
      tags: { team: "finops" },
    });
  });

  it.each([
    [AwsReportFormat.CSV_ZIP, "textORcsv", "ZIP"],
    [AwsReportFormat.PARQUET, "Parquet", "Parquet"],
  ])("sets format and compression from one value", (value, format, compression) => {
    expect(report({ format: value })).toMatchObject({ format, compression });
  });

  it("accepts a report without the ids of resources", () => {
    expect(report({ additionalSchemaElements: [] }).additional_schema_elements).toEqual([]);
  });

  it.each<[ReportProps]>([
    [{ additionalArtifacts: ["ATHENA"], format: AwsReportFormat.PARQUET }],
    [{ additionalArtifacts: ["REDSHIFT", "QUICKSIGHT"] }],
    [{ additionalArtifacts: ["QUICKSIGHT"], reportVersioning: "CREATE_NEW_REPORT" }],
  ])("creates files for other services: %j", (props) => {
    expect(report(props).additional_artifacts).toEqual(props.additionalArtifacts);
  });
});

describe("a billing export of a member account", () => {
  const stack = awsStack();
  const billingExport = new AwsBillingExport(stack, "finops", { storage: storageIn(stack), accountType: "MEMBER" });

  it("creates the same report as for a payer account", () => {
    const created = Object.entries(Template.of(stack).resource("aws_cur_report_definition"));
    expect(report()).toMatchObject(Object.fromEntries(created.filter(([key]) => key !== "//")));
  });

  it("reports the limitations of its data, also as warnings at synthesis", () => {
    expect(billingExport.limitations).toEqual([
      "The report of a member account covers only that account, and only the time since it joined its organization.",
      "A member account cannot list the organization: names, units and tags of accounts are missing.",
    ]);
    expect(billingExport.node.metadata.map(({ type, data }) => [type, data as string])).toEqual(
      billingExport.limitations.map((limitation) => ["@cdktf/warn", `Limitation: ${limitation}`]),
    );
  });
});

describe("a billing export to a bucket whose policy is not ready", () => {
  const storage = (stack: TerraformStack, policyReady?: boolean): IAwsStorage =>
    AwsStorage.fromBucket(stack, "bucket", { bucketName: "acme-billing", policy: "ELSEWHERE", policyReady });

  it("synthesizes the report with a count of 0", () => {
    const stack = awsStack();
    new AwsBillingExport(stack, "finops", { storage: storage(stack) });
    expect(Template.of(stack).resource("aws_cur_report_definition").count).toBe(0);
  });

  it("returns literal names, because a resource with a count of 0 cannot be referenced", () => {
    const stack = awsStack();
    const { reportName, s3Prefix, bucketPath } = new AwsBillingExport(stack, "finops", { storage: storage(stack) });
    expect([reportName, s3Prefix]).toEqual(["billing-finops", "cur"]);
    expect(resolved(stack, bucketPath)).toMatch(/^s3:\/\/\$\{data\.aws_s3_bucket\.\w+\.bucket\}\/cur\/billing-finops$/);
  });

  it("refuses an unresolved prefix, which no precondition would check before access below it is granted", () => {
    const stack = awsStack();
    const s3Prefix = new TerraformVariable(stack, "prefix", { type: "string" }).stringValue;
    expect(refusal(() => new AwsBillingExport(stack, "finops", { storage: storage(stack), s3Prefix }))).toBe(
      "AwsBillingExport at billing/finops: 's3Prefix' must be a literal while the bucket's policy is not ready, got: a token; pass the value itself",
    );
  });

  it("creates the report at the same address once the policy is ready", () => {
    const addresses = [false, true].map((ready) => {
      const stack = awsStack();
      new AwsBillingExport(stack, "finops", { storage: storage(stack, ready) });
      const template = Template.of(stack);
      expect(template.resource("aws_cur_report_definition").count).toBe(ready ? undefined : 0);
      return template.address("aws_cur_report_definition");
    });
    expect(addresses[0]).toBe(addresses[1]);
  });
});

describe("the quota of reports per account", () => {
  const warnings = (providerOf: (stack: TerraformStack, index: number) => AwsProvider | undefined): number[] => {
    const stack = awsStack();
    const reports = Array.from({ length: 7 }, (_, index) => {
      const provider = providerOf(stack, index);
      const storage = new AwsStorage(stack, `s${index}`, { bucketName: `acme-billing-${index}`, provider });
      return new AwsBillingExport(stack, `r${index}`, { storage, provider });
    });
    return countIn(stack, reports);
  };

  /** Warnings of each report after a synthesis. */
  const countIn = (stack: TerraformStack, reports: readonly AwsBillingExport[]): number[] => {
    Template.of(stack);
    return reports.map(
      ({ node }) =>
        node.metadata.filter(({ data }) => (data as string).includes("at most 5 Cost & Usage Reports per account"))
          .length,
    );
  };

  it("is reported once, as a warning at the sixth report of a provider", () => {
    expect(warnings(() => undefined)).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });

  it("counts the stack's default provider as one, whether it is passed or not", () => {
    expect(
      warnings((stack, index) => (index % 2 === 0 ? (stack.allProviders()[0] as AwsProvider) : undefined)),
    ).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });

  it("is not exceeded by a report that was removed from the tree, and is reported once in several syntheses", () => {
    const stack = awsStack();
    const reports = Array.from({ length: 6 }, (_, index) => {
      const storage = new AwsStorage(stack, `s${index}`, { bucketName: `acme-billing-${index}` });
      return new AwsBillingExport(stack, `r${index}`, { storage });
    });
    stack.node.tryRemoveChild("r0");
    expect(countIn(stack, reports)).toEqual(Array(6).fill(0));
    const storage = new AwsStorage(stack, "s6", { bucketName: "acme-billing-6" });
    const last = new AwsBillingExport(stack, "r6", { storage });
    expect(countIn(stack, [last])).toEqual([1]);
    expect(countIn(stack, [last])).toEqual([1]);
  });

  it("is not exceeded by reports of several providers, which may use several accounts", () => {
    const aliased = (stack: TerraformStack, index: number): AwsProvider =>
      new AwsProvider(stack, `p${index}`, { alias: `p${index}`, region: "us-east-1" });
    expect(warnings(aliased)).toEqual(Array(7).fill(0));
  });
});

describe("validation of the billing export", () => {
  it.each<[string, unknown, string]>([
    [
      "a prefix that ends with a slash",
      { s3Prefix: "cur/" },
      `'s3Prefix' must not end with '/' or '.', got: "cur/"; for example "cur"`,
    ],
    [
      "a wildcard beside a token",
      { s3Prefix: `${Token.asString({ ref: "x" })}*` },
      `'s3Prefix' must be letters, digits and !-_.'()/, got: "*" beside a token`,
    ],
    ["an unknown time unit", { timeUnit: "hourly" }, `'timeUnit' must be one of HOURLY, DAILY, MONTHLY, got: "hourly"`],
    [
      "the name of a format",
      { format: "Parquet" },
      `'format' must be a pair of format and compression that AWS supports, got: "Parquet"; for example AwsReportFormat.CSV_GZIP, CSV_ZIP or PARQUET`,
    ],
    [
      "Parquet with gzip",
      { format: { format: "Parquet", compression: "GZIP" } },
      "'format' must be a pair of format and compression that AWS supports, got: an object; for example AwsReportFormat.CSV_GZIP, CSV_ZIP or PARQUET",
    ],
    [
      "CSV with Parquet's compression",
      { format: { format: "textORcsv", compression: "Parquet" } },
      "'format' must be a pair of format and compression that AWS supports, got: an object; for example AwsReportFormat.CSV_GZIP, CSV_ZIP or PARQUET",
    ],
    [
      "an unknown schema element",
      { additionalSchemaElements: ["resources"] },
      `'additionalSchemaElements' must be a list of RESOURCES, SPLIT_COST_ALLOCATION_DATA, MANUAL_DISCOUNT_COMPATIBILITY, got: "resources" in it`,
    ],
    [
      "an unknown artifact",
      { additionalArtifacts: ["SNOWFLAKE"] },
      `'additionalArtifacts' must be a list of REDSHIFT, QUICKSIGHT, ATHENA, got: "SNOWFLAKE" in it`,
    ],
    [
      "Athena beside another artifact",
      { additionalArtifacts: ["ATHENA", "REDSHIFT"], format: AwsReportFormat.PARQUET },
      "'additionalArtifacts' must name nothing beside ATHENA, got: ATHENA, REDSHIFT",
    ],
    [
      "Athena with CSV",
      { additionalArtifacts: ["ATHENA"] },
      "'format' must be AwsReportFormat.PARQUET when 'additionalArtifacts' includes ATHENA, got: textORcsv",
    ],
    [
      "Athena with CREATE_NEW_REPORT",
      { additionalArtifacts: ["ATHENA"], format: AwsReportFormat.PARQUET, reportVersioning: "CREATE_NEW_REPORT" },
      "'reportVersioning' must be OVERWRITE_REPORT when 'additionalArtifacts' includes ATHENA, got: CREATE_NEW_REPORT",
    ],
    [
      "Redshift with Parquet",
      { additionalArtifacts: ["REDSHIFT"], format: AwsReportFormat.PARQUET },
      "'additionalArtifacts' must be ATHENA alone or none when 'format' is AwsReportFormat.PARQUET, got: REDSHIFT",
    ],
    [
      "QuickSight with Parquet",
      { additionalArtifacts: ["QUICKSIGHT"], format: AwsReportFormat.PARQUET },
      "'additionalArtifacts' must be ATHENA alone or none when 'format' is AwsReportFormat.PARQUET, got: QUICKSIGHT",
    ],
    [
      "an unknown versioning",
      { reportVersioning: "OVERWRITE" },
      `'reportVersioning' must be one of OVERWRITE_REPORT, CREATE_NEW_REPORT, got: "OVERWRITE"`,
    ],
    [
      "a number for 'refreshClosedReports'",
      { refreshClosedReports: 1 },
      "'refreshClosedReports' must be true or false, got: 1",
    ],
    [
      "a prefix that ends with the report's name, which would be in the path twice",
      { s3Prefix: "exports/finops", reportName: "finops" },
      `'s3Prefix' must not end with the report's name, which AWS adds itself, got: "exports/finops"; for example "exports"`,
    ],
    ["an unknown account type", { accountType: "ROOT" }, `'accountType' must be one of PAYER, MEMBER, got: "ROOT"`],
    [
      "the name of a bucket as the storage",
      { storage: "acme-billing-export" },
      `'storage' must be an IAwsStorage, got: "acme-billing-export"; for example new AwsStorage(…) or AwsStorage.fromBucket(…)`,
    ],
    [
      "a region, which could differ from the bucket's",
      { s3Region: "eu-west-1" },
      `"s3Region" is not a known property; known are storage, provider, tags, accountType, reportName, s3Prefix, timeUnit, format, additionalSchemaElements, additionalArtifacts, reportVersioning, refreshClosedReports`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = awsStack();
    const storage = storageIn(stack);
    expect(refusal(() => new AwsBillingExport(stack, "finops", { storage, ...(props as ReportProps) }))).toBe(
      `AwsBillingExport at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a storage in another stack, because Terraform has no dependencies across stacks", () => {
    const app = Testing.app();
    const storage = storageIn(new TerraformStack(app, "other"));
    expect(refusal(() => new AwsBillingExport(new TerraformStack(app, "billing"), "finops", { storage }))).toBe(
      "AwsBillingExport at billing/finops: 'storage' must be in the stack of the construct, got: other/storage; create it in billing",
    );
  });

  it("refuses a report name that is already in use in the account", () => {
    const stack = awsStack();
    const storage = storageIn(stack);
    new AwsBillingExport(stack, "one", { storage, reportName: "finops" });
    new AwsBillingExport(stack, "two", { storage, reportName: "finops" });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsBillingExport at billing/two: 'reportName' must be unique in the stack, got: "finops", which billing/one already uses for its Cost & Usage Report; choose another`,
    );
  });
});
