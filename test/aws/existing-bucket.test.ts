import { type AwsExistingBucketProps, type AwsPolicyStatement, AwsStorage } from "cdktf-finops/aws";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { AwsExistingBucket } from "../../lib/aws/existing-bucket";
import { awsStack, statementsOf } from "../support/aws";
import { problemsOf, refusal, resolved, Template } from "../support/template";

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

const addedStatements = (template: Template): string => {
  const [document] = template.data("aws_iam_policy_document").override_policy_documents as [string];
  return document;
};

it("is returned by AwsStorage.fromBucket", () => {
  expect(AwsStorage.fromBucket(awsStack(), "bucket", { bucketName: "acme-billing", policy: "MERGE" })).toBeInstanceOf(
    AwsExistingBucket,
  );
});

describe("an existing bucket", () => {
  it.each(["MERGE", "CREATE"] as const)("changes only its policy: %s", (policy) => {
    expect(synth({ policy }).resourceTypes).toEqual({ aws_s3_bucket_policy: 1 });
  });

  it("changes nothing when its policy is managed elsewhere", () => {
    expect(synth({ policy: "ELSEWHERE" }).resourceTypes).toEqual({});
  });

  // By the hosted zone of its website, which differs by region, in an attribute that all versions of the provider have.
  it("stops the plan when the bucket is in another region, where AWS could not verify it", () => {
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

  it("reads the bucket in us-east-1 with a provider in another region", () => {
    const template = synth({}, "eu-central-1");
    const regions = ["aws_s3_bucket", "aws_s3_bucket_policy"].map((type) => template.data(type).region);
    expect([...regions, template.resource("aws_s3_bucket_policy").region]).toEqual(Array(3).fill("us-east-1"));
    expect(synth().data("aws_s3_bucket")).not.toHaveProperty("region");
  });

  it("has the KMS key that is passed, and the manual step to allow the report service to use it", () => {
    const bucket = bucketIn(awsStack(), { kmsKeyArn: KEY });
    expect(bucket.kmsKeyArn).toBe(KEY);
    expect(bucket.manualSteps.map(({ key }) => key)).toEqual(["kms_key_policy"]);
  });

  it("stops the plan with credentials of another account", () => {
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

describe("an existing bucket with policy MERGE", () => {
  const template = synth();

  // test/terraform/merged-policy.test.ts runs the merge.
  it("merges the statements into the existing policy, in place of those with the same Sid", () => {
    expect(template.data("aws_iam_policy_document")).toMatchObject({
      source_policy_documents: [expect.stringMatching(/^\$\{data\.aws_s3_bucket_policy\.\w+\.policy\}$/) as unknown],
      override_policy_documents: [addedStatements(template)],
    });
    expect(template.resource("aws_s3_bucket_policy").policy).toMatch(
      /^\$\{data\.aws_iam_policy_document\.\w+\.json\}$/,
    );
  });

  it("allows the report service as a new bucket does, and adds no other statement", () => {
    const { Statement: statements } = JSON.parse(addedStatements(template)) as {
      Statement: { Sid: string; Principal: unknown }[];
    };
    expect(statements.map(({ Sid, Principal }) => [Sid, Principal])).toEqual([
      ["CheckBucket", { Service: "billingreports.amazonaws.com" }],
      ["DeliverReports", { Service: "billingreports.amazonaws.com" }],
    ]);
  });

  // test/terraform/conditions.test.ts evaluates the conditions.
  it("stops the plan when the merge would change or replace other statements", () => {
    const { lifecycle } = template.data("aws_s3_bucket_policy") as {
      lifecycle: { postcondition: { error_message: string }[] };
    };
    expect(lifecycle.postcondition.map(({ error_message }) => error_message)).toEqual([
      "AwsStorage.fromBucket at billing/bucket: the bucket's policy must have the version 2012-10-17, which the merge would set.",
      "AwsStorage.fromBucket at billing/bucket: the bucket's policy must not use the Sids CheckBucket, DeliverReports for other statements, which the merge would replace.",
      "AwsStorage.fromBucket at billing/bucket: the conditions of the bucket's policy must have strings as values; write numbers in quotes, because the merge would lose them.",
    ]);
  });

  it("protects the policy from destruction, which would remove the other statements, too", () => {
    expect(template.resource("aws_s3_bucket_policy").lifecycle).toEqual({ prevent_destroy: true });
  });

  it("makes a report wait for the policy, and reports the permissions in it", () => {
    const bucket = bucketIn(awsStack());
    expect(bucket.deliveryReady).toBe(true);
    expect(bucket.deliveryDependencies).toEqual([bucket.bucketPolicy]);
    expect(bucket.permissions.map(({ id }) => id)).toEqual(["CheckBucket", "DeliverReports"]);
    expect(bucket.manualSteps).toEqual([]);
    expect(bucket.node.defaultChild).toBe(bucket.bucket);
  });
});

describe("an existing bucket with policy CREATE", () => {
  const template = synth({ policy: "CREATE" });

  it("creates a policy with only the statements of the library, under the same conditions", () => {
    const statements = statementsOf(template, "aws_s3_bucket_policy");
    expect(Object.keys(statements)).toEqual(["CheckBucket", "DeliverReports"]);
    expect(Object.values(statements).map(({ Condition }) => Object.keys(Condition ?? {}))).toEqual(
      Array(2).fill(["StringEquals", "ArnLike"]),
    );
  });

  it("does not protect the policy from destruction", () => {
    expect(template.resource("aws_s3_bucket_policy")).not.toHaveProperty("lifecycle");
  });
});

describe("an existing bucket with policy ELSEWHERE", () => {
  it("reports the exact statements as a manual step, also as a warning at synthesis", () => {
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

  it("makes a report wait until 'policyReady' is set", () => {
    const [waiting, ready] = [undefined, true].map((policyReady) =>
      bucketIn(awsStack(), { policy: "ELSEWHERE", policyReady }),
    );
    expect(waiting).toMatchObject({ deliveryReady: false, deliveryDependencies: [], permissions: [] });
    expect(ready).toMatchObject({ deliveryReady: true, deliveryDependencies: [], permissions: [], manualSteps: [] });
  });
});

describe("preconditions for unresolved tokens", () => {
  it("compare account and key with the account of the credentials", () => {
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

describe("addToBucketPolicy of an existing bucket", () => {
  const AUDIT: AwsPolicyStatement = {
    Sid: "AllowAudit",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:role/audit" },
    Action: "s3:GetBucketPolicy",
    Resource: "arn:aws:s3:::acme-billing",
  };

  it("adds a statement to a policy that the program creates", () => {
    const stack = awsStack();
    bucketIn(stack, { policy: "CREATE" }).addToBucketPolicy(AUDIT);
    expect(Object.keys(statementsOf(Template.of(stack), "aws_s3_bucket_policy"))).toEqual([
      "CheckBucket",
      "DeliverReports",
      "AllowAudit",
    ]);
  });

  it.each(["MERGE", "ELSEWHERE"] as const)(
    "refuses a statement when other programs manage statements of the policy: %s",
    (policy) => {
      const stack = awsStack();
      const bucket = bucketIn(stack, { policy });
      const problem = refusal(() => {
        bucket.addToBucketPolicy(AUDIT);
      });
      expect(problem).toBe(
        "AwsStorage.fromBucket at billing/bucket: statements can only be added when 'policy' is CREATE; add this one where the bucket's policy is managed",
      );
      expect(JSON.stringify(Template.of(stack).json)).not.toContain("AllowAudit");
    },
  );
});

describe("validation of an existing bucket", () => {
  it.each<[string, unknown, string]>([
    [
      "a missing policy option",
      { policy: undefined },
      "'policy' is required: it must be one of MERGE, CREATE, ELSEWHERE",
    ],
    [
      "an unknown policy option",
      { policy: "REPLACE" },
      `'policy' must be one of MERGE, CREATE, ELSEWHERE, got: "REPLACE"`,
    ],
    [
      "'policyReady' when Terraform writes the policy",
      { policyReady: true },
      "'policyReady' must be left out when 'policy' is MERGE, got: true; remove it, because Terraform writes the policy",
    ],
    [
      "the URI of a bucket",
      { bucketName: "s3://acme-billing/cur" },
      `'bucketName' must be 3-63 characters of a-z, 0-9, '.' and '-', got: "s3://acme-billing/cur"; for example "acme-billing-export"`,
    ],
    [
      "a key of another account",
      { accountId: "999988887777", kmsKeyArn: KEY },
      `'kmsKeyArn' must be of the account 999988887777, which 'accountId' names, got: "${KEY}"; pass a key of that account`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingBucketProps>))).toBe(
      `AwsStorage.fromBucket at billing/bucket: ${problem}`,
    );
  });

  it("refuses a bucket that the program creates, or whose policy it already writes", () => {
    const stack = awsStack();
    const bucketName = "acme-billing";
    new AwsStorage(stack, "new", { bucketName });
    for (const policy of ["MERGE", "CREATE", "ELSEWHERE"] as const) {
      AwsStorage.fromBucket(stack, policy, { bucketName, policy });
    }
    const clash = (id: string, first: string): string =>
      `[billing] AwsStorage.fromBucket at billing/${id}: 'bucketName' must be unique in the program, got: "acme-billing", which billing/${first} already uses for its S3 bucket; pass that storage, or choose another bucket`;
    expect(problemsOf(stack)).toBe([clash("MERGE", "new"), clash("CREATE", "new")].join("\n"));
    stack.node.tryRemoveChild("new");
    expect(problemsOf(stack)).toBe(clash("CREATE", "MERGE"));
    stack.node.tryRemoveChild("MERGE");
    expect(problemsOf(stack)).toBe("");
  });
});
