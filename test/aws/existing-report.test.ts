import { AwsBillingExport, type AwsExistingReportProps } from "cdktf-finops/aws";
import { type TerraformStack } from "cdktf";
import { AwsExistingReport } from "../../lib/aws/existing-report";
import { awsStack } from "../support/aws";
import { refusal, resolved, Template } from "../support/template";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const reportIn = (stack: TerraformStack, props: Partial<AwsExistingReportProps> = {}): AwsExistingReport =>
  new AwsExistingReport(stack, "report", { reportName: "hourly", ...props });

const synth = (props?: Partial<AwsExistingReportProps>): Template => {
  const stack = awsStack();
  reportIn(stack, props);
  return Template.of(stack);
};

it("is returned by AwsBillingExport.fromReport", () => {
  expect(AwsBillingExport.fromReport(awsStack(), "report", { reportName: "hourly" })).toBeInstanceOf(AwsExistingReport);
});

describe("an existing report", () => {
  const template = synth();

  it("reads the report and its bucket, and changes neither", () => {
    expect(template.resourceTypes).toEqual({});
    expect(template.data("aws_cur_report_definition")).toMatchObject({ report_name: "hourly" });
    expect(template.data("aws_s3_bucket").bucket).toMatch(/^\$\{data\.aws_cur_report_definition\.\w+\.s3_bucket\}$/);
  });

  it("takes bucket and prefix from the report's definition", () => {
    const stack = awsStack();
    const { bucketPath, reportArn } = reportIn(stack);
    expect(resolved(stack, bucketPath)).toMatch(
      /^s3:\/\/\$\{data\.aws_s3_bucket\.\w+\.bucket\}\/\$\{data\.aws_cur_report_definition\.\w+\.s3_prefix\}\/\$\{data\.aws_cur_report_definition\.\w+\.report_name\}$/,
    );
    expect(resolved(stack, reportArn)).toMatch(
      /:cur:us-east-1:.+:definition\/\$\{data\.aws_cur_report_definition\.\w+\.report_name\}$/,
    );
  });

  it("stops the plan when its bucket is in another region, or its prefix would open more than the report", () => {
    const { lifecycle } = template.data("aws_cur_report_definition") as {
      lifecycle: { postcondition: { condition: string; error_message: string }[] };
    };
    expect(lifecycle.postcondition[0]?.condition).toBe('${self.s3_region == "us-east-1"}');
    expect(lifecycle.postcondition.map(({ error_message }) => error_message.replace(/^.*: the report's /, ""))).toEqual(
      [
        "bucket must be in us-east-1, where the platform reads it.",
        "prefix must be letters, digits and !-_.'()/.",
        "prefix must not begin with '/'.",
        "prefix must not end with '/' or '.'.",
        "prefix must be 2-256 characters long.",
      ],
    );
    expect(lifecycle.postcondition.every(({ condition }) => /\bself\.s3_(region|prefix)\b/.test(condition))).toBe(true);
  });

  it("has no manual step for the bucket, whose policy already allows the report service", () => {
    const report = reportIn(awsStack());
    expect(report.storage.deliveryReady).toBe(true);
    expect(report.storage.manualSteps).toEqual([]);
    expect(report.storage.permissions).toEqual([]);
    expect(report.node.defaultChild).toBe(report.report);
  });

  it("accepts a KMS key, an account and the type of a member account", () => {
    const report = reportIn(awsStack(), { kmsKeyArn: KEY, accountId: "111122223333", accountType: "MEMBER" });
    expect(report.storage.kmsKeyArn).toBe(KEY);
    expect(report.limitations).toHaveLength(2);
  });
});

describe("validation of an existing report", () => {
  it.each<[string, unknown, string]>([
    [
      "the ARN of a report",
      { reportName: "arn:aws:cur:us-east-1:111122223333:definition/hourly" },
      `'reportName' must be letters, digits and !-_.*'(), got: "arn:aws:cur:us-east-1:111122223333:definition/hourly"; for example "finops-hourly"`,
    ],
    [
      "a bucket name, because the report's definition has it",
      { bucketName: "acme" },
      `"bucketName" is not a known property; known are reportName, provider, accountType, accountId, kmsKeyArn`,
    ],
    [
      "a key of another account",
      { accountId: "999988887777", kmsKeyArn: KEY },
      `'kmsKeyArn' must be of the account 999988887777, which 'accountId' names, got: "${KEY}"; pass a key of that account`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingReportProps>))).toBe(
      `AwsBillingExport.fromReport at billing/report: ${problem}`,
    );
  });
});
