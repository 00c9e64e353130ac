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

it("is what AwsBillingExport.fromReport returns", () => {
  expect(AwsBillingExport.fromReport(awsStack(), "report", { reportName: "hourly" })).toBeInstanceOf(AwsExistingReport);
});

describe("a report that is there already", () => {
  const template = synth();

  it("is read, with its bucket, and nothing of either is changed", () => {
    expect(template.resourceTypes).toEqual({});
    expect(template.data("aws_cur_report_definition")).toMatchObject({ report_name: "hourly" });
    expect(template.data("aws_s3_bucket").bucket).toMatch(/^\$\{data\.aws_cur_report_definition\.\w+\.s3_bucket\}$/);
  });

  it("tells bucket and prefix by its definition, not by what someone remembers of it", () => {
    const stack = awsStack();
    const { bucketPath, reportArn } = reportIn(stack);
    expect(resolved(stack, bucketPath)).toMatch(
      /^s3:\/\/\$\{data\.aws_s3_bucket\.\w+\.bucket\}\/\$\{data\.aws_cur_report_definition\.\w+\.s3_prefix\}\/\$\{data\.aws_cur_report_definition\.\w+\.report_name\}$/,
    );
    expect(resolved(stack, reportArn)).toMatch(
      /:cur:us-east-1:.+:definition\/\$\{data\.aws_cur_report_definition\.\w+\.report_name\}$/,
    );
  });

  it("stops the plan when its bucket is elsewhere, or its prefix would open more than the report", () => {
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

  it("needs nothing from its bucket's owner, who lets it in already", () => {
    const report = reportIn(awsStack());
    expect(report.storage.deliveryReady).toBe(true);
    expect(report.storage.manualSteps).toEqual([]);
    expect(report.storage.permissions).toEqual([]);
    expect(report.node.defaultChild).toBe(report.report);
  });

  it("may be encrypted, of an account that is named, and a member's", () => {
    const report = reportIn(awsStack(), { kmsKeyArn: KEY, accountId: "111122223333", accountType: "MEMBER" });
    expect(report.storage.kmsKeyArn).toBe(KEY);
    expect(report.limitations).toHaveLength(2);
  });
});

describe("what it refuses", () => {
  it.each<[string, unknown, string]>([
    [
      "a report by its ARN",
      { reportName: "arn:aws:cur:us-east-1:111122223333:definition/hourly" },
      `'reportName' must be letters, digits and !-_.*'(), got: "arn:aws:cur:us-east-1:111122223333:definition/hourly"; for example "finops-hourly"`,
    ],
    [
      "a bucket, which the report names",
      { bucketName: "acme" },
      `"bucketName" is not a known property; known are reportName, provider, accountType, accountId, kmsKeyArn`,
    ],
    [
      "a key of another account",
      { accountId: "999988887777", kmsKeyArn: KEY },
      `'kmsKeyArn' must be of the account 999988887777, which 'accountId' names, got: "${KEY}"; pass a key of that account`,
    ],
  ])("is %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingReportProps>))).toBe(
      `AwsBillingExport.fromReport at billing/report: ${problem}`,
    );
  });
});
