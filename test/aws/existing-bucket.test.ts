import { type AwsExistingBucketProps, type AwsPolicyStatement, AwsStorage } from "cdktf-finops/aws";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { AwsExistingBucket } from "../../lib/aws/existing-bucket";
import { awsStack, statementsOf } from "../support/aws";
import { refusal, resolved, Template } from "../support/template";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const bucketIn = (stack: TerraformStack, props: Partial<AwsExistingBucketProps> = {}): AwsExistingBucket =>
  new AwsExistingBucket(stack, "bucket", {
    bucketName: "acme-billing",
    policy: "MERGE",
    ...props,
  });

const synth = (props?: Partial<AwsExistingBucketProps>, region?: string): Template => {
  const stack = awsStack(region);
  bucketIn(stack, props);
  return Template.of(stack);
};

const ours = (template: Template): string => {
  const [ours] = template.data("aws_iam_policy_document").override_policy_documents as [string];
  return ours;
};

it("is what AwsStorage.fromBucket returns", () => {
  expect(AwsStorage.fromBucket(awsStack(), "bucket", { bucketName: "acme-billing", policy: "MERGE" })).toBeInstanceOf(
    AwsExistingBucket,
  );
});

describe("a bucket that is there already", () => {
  it.each(["MERGE", "CREATE"] as const)("has nothing changed but its policy: %s", (policy) => {
    expect(synth({ policy }).resourceTypes).toEqual({ aws_s3_bucket_policy: 1 });
  });

  it("has nothing changed at all where its policy is managed elsewhere", () => {
    expect(synth({ policy: "ELSEWHERE" }).resourceTypes).toEqual({});
  });

  // By the zone of its website, which is another in each region and has one name in all versions of the provider.
  it("stops the plan when it is in another region, where the report could not be verified", () => {
    expect(synth().data("aws_s3_bucket")).toMatchObject({
      bucket: "acme-billing",
      lifecycle: {
        postcondition: [
          {
            condition: '${self.hosted_zone_id == "Z3AQBSTGFYJSTF"}',
            error_message:
              "AwsStorage.fromBucket at billing/bucket: the bucket must be in us-east-1, where the platform reads it.",
          },
        ],
      },
    });
  });

  it("is looked for in us-east-1 by a provider that works elsewhere", () => {
    const template = synth({}, "eu-central-1");
    const read = ["aws_s3_bucket", "aws_s3_bucket_policy"].map((type) => template.data(type).region);
    expect([...read, template.resource("aws_s3_bucket_policy").region]).toEqual(Array(3).fill("us-east-1"));
    expect(synth().data("aws_s3_bucket")).not.toHaveProperty("region");
  });

  it("gives the key of its own to read with, and the step to let the report service use it", () => {
    const bucket = bucketIn(awsStack(), { kmsKeyArn: KEY });
    expect(bucket.kmsKeyArn).toBe(KEY);
    expect(bucket.manualSteps.map(({ key }) => key)).toEqual(["kms_key_policy"]);
  });

  it("stops the plan in another account than the one named", () => {
    expect(synth({ accountId: "111122223333" }).data("aws_caller_identity").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${(self.account_id == "111122223333")}',
          error_message:
            "AwsStorage.fromBucket at billing/bucket: deploy with credentials of the account 111122223333, which 'accountId' names.",
        },
      ],
    });
    expect(synth().data("aws_caller_identity")).not.toHaveProperty("lifecycle");
  });
});

describe("a policy that is merged", () => {
  const template = synth();

  // What the merge means to the provider is in test/terraform/merged-policy.test.ts.
  it("is what the bucket has, with our statements in place of those of the same Sid", () => {
    expect(template.data("aws_iam_policy_document")).toMatchObject({
      source_policy_documents: [expect.stringMatching(/^\$\{data\.aws_s3_bucket_policy\.\w+\.policy\}$/) as unknown],
      override_policy_documents: [ours(template)],
    });
    expect(template.resource("aws_s3_bucket_policy").policy).toMatch(
      /^\$\{data\.aws_iam_policy_document\.\w+\.json\}$/,
    );
  });

  it("lets the report service in as a new bucket's does, and says nothing to others", () => {
    const { Statement: statements } = JSON.parse(ours(template)) as {
      Statement: { Sid: string; Principal: unknown }[];
    };
    expect(statements.map(({ Sid, Principal }) => [Sid, Principal])).toEqual([
      ["CheckBucket", { Service: "billingreports.amazonaws.com" }],
      ["DeliverReports", { Service: "billingreports.amazonaws.com" }],
    ]);
  });

  // What the conditions mean to Terraform is in test/terraform/conditions.test.ts.
  it("stops the plan where a merge would change what the other statements say, or replace one of them", () => {
    const { lifecycle } = template.data("aws_s3_bucket_policy") as {
      lifecycle: { postcondition: { error_message: string }[] };
    };
    expect(lifecycle.postcondition.map(({ error_message }) => error_message)).toEqual([
      "AwsStorage.fromBucket at billing/bucket: the bucket's policy must have the version 2012-10-17, which the merge would set.",
      "AwsStorage.fromBucket at billing/bucket: the bucket's policy must not use the Sids CheckBucket, DeliverReports for other statements, which the merge would replace.",
      "AwsStorage.fromBucket at billing/bucket: the conditions of the bucket's policy must have strings as values; write numbers in quotes, because the merge would lose them.",
    ]);
  });

  it("is not destroyed, because the statements of others would go with ours", () => {
    expect(template.resource("aws_s3_bucket_policy").lifecycle).toEqual({ prevent_destroy: true });
  });

  it("is what a report waits for, and what is told as granted", () => {
    const bucket = bucketIn(awsStack());
    expect(bucket.deliveryReady).toBe(true);
    expect(bucket.deliveryDependencies).toEqual([bucket.bucketPolicy]);
    expect(bucket.permissions.map(({ id }) => id)).toEqual(["CheckBucket", "DeliverReports"]);
    expect(bucket.manualSteps).toEqual([]);
    expect(bucket.node.defaultChild).toBe(bucket.bucket);
  });
});

describe("a policy that is created", () => {
  const template = synth({ policy: "CREATE" });

  it("is our statements alone, by the same conditions", () => {
    const statements = statementsOf(template, "aws_s3_bucket_policy");
    expect(Object.keys(statements)).toEqual(["CheckBucket", "DeliverReports"]);
    expect(Object.values(statements).map(({ Condition }) => Object.keys(Condition ?? {}))).toEqual(
      Array(2).fill(["StringEquals", "ArnLike"]),
    );
  });

  it("goes with the integration", () => {
    expect(template.resource("aws_s3_bucket_policy")).not.toHaveProperty("lifecycle");
  });
});

describe("a policy that is managed elsewhere", () => {
  it("leaves the exact statements as a manual step, told at synth", () => {
    const stack = awsStack();
    const bucket = bucketIn(stack, { policy: "ELSEWHERE" });
    const [step] = bucket.manualSteps;
    expect(step?.key).toBe("bucket_policy");
    const { Statement: statements } = JSON.parse(String(resolved(stack, step?.values.Policy))) as {
      Statement: { Sid: string }[];
    };
    expect(statements.map(({ Sid }) => Sid)).toEqual(["CheckBucket", "DeliverReports"]);
    expect(bucket.node.metadata.map(({ data }) => data as string)).toEqual([
      expect.stringContaining("Manual step: Add the statements to the policy of the bucket, then set 'policyReady'."),
    ]);
  });

  it("is waited for until someone says that it is ready", () => {
    const [waiting, ready] = [undefined, true].map((policyReady) =>
      bucketIn(awsStack(), { policy: "ELSEWHERE", policyReady }),
    );
    expect(waiting).toMatchObject({ deliveryReady: false, deliveryDependencies: [], permissions: [] });
    expect(ready).toMatchObject({ deliveryReady: true, deliveryDependencies: [], permissions: [], manualSteps: [] });
  });
});

describe("a bucket whose account or key is a variable", () => {
  it("has Terraform compare them with the account that is deployed to", () => {
    const stack = awsStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    bucketIn(stack, { accountId: variable("account"), kmsKeyArn: variable("key") });
    const { lifecycle } = Template.of(stack).data("aws_caller_identity") as {
      lifecycle: { postcondition: { condition: string }[] };
    };
    expect(lifecycle.postcondition.map(({ condition }) => condition)).toEqual([
      "${(self.account_id == var.account)}",
      '${(element(split(":", var.key), 4) == self.account_id)}',
    ]);
  });
});

describe("statements of one's own", () => {
  const AUDIT: AwsPolicyStatement = {
    Sid: "AllowAudit",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:role/audit" },
    Action: "s3:GetBucketPolicy",
    Resource: "arn:aws:s3:::acme-billing",
  };

  it("go into a policy that is created", () => {
    const stack = awsStack();
    bucketIn(stack, { policy: "CREATE" }).addToBucketPolicy(AUDIT);
    expect(Object.keys(statementsOf(Template.of(stack), "aws_s3_bucket_policy"))).toEqual([
      "CheckBucket",
      "DeliverReports",
      "AllowAudit",
    ]);
  });

  it.each(["MERGE", "ELSEWHERE"] as const)("cannot go into one that others manage: %s", (policy) => {
    const stack = awsStack();
    const bucket = bucketIn(stack, { policy });
    const problem = refusal(() => {
      bucket.addToBucketPolicy(AUDIT);
    });
    expect(problem).toBe(
      "AwsStorage.fromBucket at billing/bucket: statements can only be added when 'policy' is CREATE; add this one where the bucket's policy is managed",
    );
    expect(JSON.stringify(Template.of(stack).json)).not.toContain("AllowAudit");
  });
});

describe("what it refuses", () => {
  it.each<[string, unknown, string]>([
    [
      "no word on the bucket's policy",
      { policy: undefined },
      "'policy' is required: it must be one of MERGE, CREATE, ELSEWHERE",
    ],
    ["another word", { policy: "REPLACE" }, `'policy' must be one of MERGE, CREATE, ELSEWHERE, got: "REPLACE"`],
    [
      "to be told that a policy is ready that Terraform writes",
      { policyReady: true },
      "'policyReady' must be left out when 'policy' is MERGE, got: true; remove it, because Terraform writes the policy",
    ],
    [
      "a bucket by its URI",
      { bucketName: "s3://acme-billing/cur" },
      `'bucketName' must be 3-63 characters of a-z, 0-9, '.' and '-', got: "s3://acme-billing/cur"; for example "acme-billing-export"`,
    ],
    [
      "an account by its alias",
      { accountId: "acme" },
      `'accountId' must be the 12 digits of an account, got: "acme"; for example "111122223333"`,
    ],
    [
      "a key of another account",
      { accountId: "999988887777", kmsKeyArn: KEY },
      `'kmsKeyArn' must be of the account 999988887777, which 'accountId' names, got: "${KEY}"; pass a key of that account`,
    ],
  ])("is %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingBucketProps>))).toBe(
      `AwsStorage.fromBucket at billing/bucket: ${problem}`,
    );
  });

  it("is a bucket that the program creates, or whose policy it writes already", () => {
    const stack = awsStack();
    new AwsStorage(stack, "new", { bucketName: "acme-billing" });
    const problem = `AwsStorage.fromBucket at billing/bucket: 'bucketName' must be unique in the program, got: "acme-billing", which billing/new already uses for its S3 bucket; pass that storage, or choose another bucket`;
    expect(refusal(() => bucketIn(stack))).toBe(problem);
    expect(refusal(() => bucketIn(stack, { policy: "CREATE" }))).toBe(problem);
    expect(() => bucketIn(stack, { policy: "ELSEWHERE" })).not.toThrow();
  });

  it("accepts buckets in an account's own namespace, which it does not create", () => {
    expect(() => synth({ bucketName: "acme-billing-111122223333-us-east-1-an" })).not.toThrow();
  });
});
