import { TerraformOutput, type TerraformStack } from "cdktf";

const FIELDS = [
  { key: "account_id", label: "Payer account ID", secret: false, kind: "text" },
  { key: "user_arn", label: "IAM user ARN", secret: false, kind: "text" },
  { key: "access_key_id", label: "Access key ID", secret: false, kind: "text" },
  { key: "secret_access_key", label: "Secret access key", secret: true, kind: "text" },
  { key: "bucket_name", label: "Bucket name", secret: false, kind: "text" },
  { key: "bucket_region", label: "Bucket region", secret: false, kind: "text" },
  {
    key: "bucket_path",
    label: "Bucket path",
    secret: false,
    kind: "text",
    note: "s3://bucket/prefix/report; the first report arrives within 24 hours",
  },
  { key: "report_name", label: "Report name", secret: false, kind: "text" },
  { key: "report_arn", label: "Report ARN", secret: false, kind: "text" },
] as const;

const STEPS = [
  { key: "create_org", title: "Create an org for the provider in the platform", fields: [] },
  {
    key: "cost_orchestrator",
    title: "Integrate the Cost Orchestrator in that org",
    fields: FIELDS.map(({ key }) => key),
  },
  {
    key: "financial_structure",
    title: "Download, fill in and upload the Financial Structure spreadsheet",
    fields: [],
  },
  { key: "recommendations", title: "Integrate the Recommendations of the provider", fields: [] },
];

export function makeOutputs(
  stack: TerraformStack,
  prefix: string,
  values: Readonly<Record<(typeof FIELDS)[number]["key"], string>>,
): void {
  for (const { key, label, secret } of FIELDS) {
    new TerraformOutput(stack, `${prefix}_${key}`, {
      value: values[key],
      description: label,
      sensitive: secret ? true : undefined,
    });
  }
  new TerraformOutput(stack, `${prefix}_handoff`, {
    description: "What to enter into the platform's form, and in which order",
    value: {
      schema: "cdktf-finops/handoff",
      schema_version: 1,
      cloud: "aws",
      fields: FIELDS.map((field) => ({ ...field, output: `${prefix}_${field.key}` })),
      manual_steps: [],
      limitations: [],
      steps: STEPS,
    },
  });
}
