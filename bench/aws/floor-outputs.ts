import { outputsOf } from "../floor-outputs";

export const createOutputs = outputsOf("aws", [
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
]);
