import { AwsStorage } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { Template } from "../support/template";
import { Terraform, trial } from "../support/terraform";

// Merges a bucket's policy with the real provider, which does so without a call.

const THEIRS = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "DenyInsecureTransport",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::acme", "arn:aws:s3:::acme/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/etl" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::acme/*",
    },
    { Sid: "DeliverReports", Effect: "Allow", Principal: "*", Action: "s3:PutObject", Resource: "arn:aws:s3:::acme/*" },
  ],
};

interface Statement {
  readonly Sid?: string;
  readonly Principal: unknown;
}

const stack = awsStack();
AwsStorage.fromBucket(stack, "bucket", { bucketName: "acme", policy: "MERGE" });
const merge = Template.of(stack).data("aws_iam_policy_document");
const [ours] = (merge.override_policy_documents as [string]).map((text) =>
  text
    .replace(/\$\{data\.aws_s3_bucket\.\w+\.arn\}/g, "arn:aws:s3:::acme")
    .replace(/\$\{data\.aws_caller_identity\.\w+\.account_id\}/g, "111122223333")
    .replace(/\$\{data\.aws_partition\.\w+\.partition\}/g, "aws"),
) as [string];

const terraform = new Terraform({
  terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
  provider: {
    aws: {
      region: "us-east-1",
      access_key: "none",
      secret_key: "none",
      skip_credentials_validation: true,
      skip_requesting_account_id: true,
      skip_metadata_api_check: true,
    },
  },
  data: {
    aws_iam_policy_document: {
      first: { source_policy_documents: [JSON.stringify(THEIRS)], override_policy_documents: [ours] },
      second: {
        source_policy_documents: ["${data.aws_iam_policy_document.first.json}"],
        override_policy_documents: [ours],
      },
    },
  },
  output: {
    first: { value: "${jsondecode(data.aws_iam_policy_document.first.json).Statement}" },
    second: { value: "${jsondecode(data.aws_iam_policy_document.second.json).Statement}" },
  },
});

afterAll(() => {
  terraform.remove();
});

describe("the merged policy of a bucket", () => {
  trial(terraform, "keeps other statements, replaces those with our Sids, and is stable when merged again", () => {
    const { first, second } = terraform.outputs() as Record<"first" | "second", Statement[]>;
    expect(first.map(({ Sid }) => Sid)).toEqual(["DenyInsecureTransport", undefined, "DeliverReports", "CheckBucket"]);
    expect(first[0]).toMatchObject(THEIRS.Statement[0] ?? {});
    expect(first[1]).toMatchObject(THEIRS.Statement[1] ?? {});
    expect(first[2]?.Principal).toEqual({ Service: "billingreports.amazonaws.com" });
    expect(second).toEqual(first);
  });
});
