import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type AwsPolicyStatement, AwsStorage, type AwsStorageProps } from "cdktf-finops/aws";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { awsStack, statementsOf } from "../support/aws";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const synth = (props: Partial<AwsStorageProps> = {}, stack: TerraformStack = awsStack()): Template => {
  new AwsStorage(stack, "storage", { bucketName: "acme-billing-export", ...props });
  return Template.of(stack);
};

const S3_TYPES = [
  "aws_s3_bucket",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_versioning",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_lifecycle_configuration",
];

const NUMBER_TOKEN = Token.asNumber({ ref: "x" });
const STRINGS = "be a string or a list of strings, without a number token, and with '$${' for IAM's '${'";

describe("a new bucket", () => {
  const template = synth();

  it("creates one of each hardening resource, and nothing else", () => {
    expect(Object.keys(template.resourceTypes).sort()).toEqual([...S3_TYPES].sort());
  });

  it("has the given name", () => {
    expect(template.resource("aws_s3_bucket")).toMatchObject({ bucket: "acme-billing-export" });
  });

  it("blocks public access in all four ways", () => {
    expect(template.resource("aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  it("owns all objects, so that access control lists have no effect", () => {
    expect(template.resource("aws_s3_bucket_ownership_controls").rule).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
  });

  it("is encrypted with keys that S3 manages", () => {
    expect(template.resource("aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
  });

  it("keeps versions", () => {
    expect(template.resource("aws_s3_bucket_versioning").versioning_configuration).toEqual({ status: "Enabled" });
  });

  it("removes overwritten versions and incomplete uploads after a week, and never a current object", () => {
    expect(template.resource("aws_s3_bucket_lifecycle_configuration").rule).toEqual([
      {
        id: "remove-leftovers",
        status: "Enabled",
        filter: [{}],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        noncurrent_version_expiration: [{ noncurrent_days: 7 }],
      },
    ]);
  });

  it("is protected from destruction, and is never emptied", () => {
    expect(template.resource("aws_s3_bucket").lifecycle).toEqual({ prevent_destroy: true });
    expect(template.resource("aws_s3_bucket")).not.toHaveProperty("force_destroy");
  });

  it("creates one setting after the other, and the policy after those that S3 checks it against", () => {
    const [, ...rest] = S3_TYPES;
    rest.forEach((type, index) => {
      const before = index === 0 ? undefined : [template.address(rest[index - 1] ?? "")];
      expect(template.resource(type).depends_on).toEqual(before);
    });
  });
});

describe("the policy of a new bucket", () => {
  const template = synth();
  const bucketArn = `\${${template.address("aws_s3_bucket")}.arn}`;
  const statements = statementsOf(template, "aws_s3_bucket_policy");

  it("has three statements", () => {
    expect(Object.keys(statements)).toEqual(["CheckBucket", "DeliverReports", "DenyInsecureTransport"]);
  });

  it("allows the report service to check the bucket and to write objects, and nothing else", () => {
    expect(statements.CheckBucket).toMatchObject({
      Effect: "Allow",
      Principal: { Service: "billingreports.amazonaws.com" },
      Action: ["s3:GetBucketAcl", "s3:GetBucketPolicy"],
      Resource: [bucketArn],
    });
    expect(statements.DeliverReports).toMatchObject({
      Effect: "Allow",
      Principal: { Service: "billingreports.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: [`${bucketArn}/*`],
    });
  });

  it.each(["CheckBucket", "DeliverReports"])("allows it for reports of this account only (%s)", (sid) => {
    const condition = statements[sid]?.Condition ?? {};
    expect(Object.keys(condition)).toEqual(["StringEquals", "ArnLike"]);
    expect(condition.StringEquals?.["aws:SourceAccount"]).toMatch(/^\$\{data\.aws_caller_identity\.\w+\.account_id\}$/);
    // The report lives in us-east-1, and its ARN ends in a wildcard, which StringEquals would compare literally.
    expect(condition.ArnLike?.["aws:SourceArn"]).toMatch(
      /^arn:\$\{data\.aws_partition\.\w+\.partition\}:cur:us-east-1:\$\{data\.aws_caller_identity\.\w+\.account_id\}:definition\/\*$/,
    );
  });

  it("denies plain HTTP to everyone", () => {
    expect(statements.DenyInsecureTransport).toMatchObject({
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:*"],
      Resource: [bucketArn, `${bucketArn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  it("refuses a second statement with the same Sid, which AWS would refuse at apply", () => {
    const storage = new AwsStorage(awsStack(), "storage", { bucketName: "acme-billing-export" });
    const add = (): void => {
      storage.addToBucketPolicy({ Sid: "CheckBucket", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" });
    };
    expect(refusal(add)).toBe(
      `AwsStorage at billing/storage: 'Sid' must be unique in the bucket's policy, got: "CheckBucket"; choose another`,
    );
  });

  it.each<[string, unknown, string]>([
    ["a missing statement", undefined, "the statement must be an object, got: undefined"],
    ["a Sid with spaces", { Sid: "Allow audit" }, `'Sid' must be letters and digits, got: "Allow audit"`],
    ["an effect in lower case", { Effect: "deny" }, `'Effect' must be Allow or Deny, got: "deny"`],
    [
      "a missing principal",
      { Principal: undefined },
      `'Principal' must be "*", or strings by principal type, got: undefined`,
    ],
    [
      "a principal that is a token",
      { Principal: Token.asAny({ ref: "x" }) },
      `'Principal' must be "*", or strings by principal type, got: a token`,
    ],
    ["an empty list of actions", { Action: [] }, `'Action' must ${STRINGS}, got: a list of 0`],
    [
      "a resource that is not a string",
      { Resource: Token.asAny({ ref: "x" }) },
      `'Resource' must ${STRINGS}, got: a token`,
    ],
    ["a list token", { Resource: Token.asList({ ref: "x" }) }, `'Resource' must ${STRINGS}, got: a token`],
    [
      "a number token within a string",
      { Resource: `x/${NUMBER_TOKEN}` },
      `'Resource' must ${STRINGS}, got: "x/${NUMBER_TOKEN}"`,
    ],
    [
      "an IAM policy variable that Terraform would evaluate",
      { Resource: "x/${aws:username}/*" },
      `'Resource' must ${STRINGS}, got: "x/\${aws:username}/*"`,
    ],
    [
      "a condition without an operator",
      { Condition: { a: "b" } },
      "'Condition' must be strings by condition key, by operator, got: an object",
    ],
    [
      "an unknown element",
      { sid: "x" },
      `"sid" is not a known element of a statement; known are Sid, Effect, Principal, Action, Resource, Condition`,
    ],
  ])("refuses %s, which AWS would refuse at apply", (_, elements, problem) => {
    const storage = new AwsStorage(awsStack(), "storage", { bucketName: "acme-billing-export" });
    const valid = { Sid: "Audit", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "x" };
    const statement = elements === undefined ? elements : { ...valid, ...(elements as object) };
    expect(
      refusal(() => {
        storage.addToBucketPolicy(statement as unknown as AwsPolicyStatement);
      }),
    ).toBe(`AwsStorage at billing/storage: ${problem}`);
  });

  it("accepts IAM policy variables, and references to other resources", () => {
    const stack = awsStack();
    const storage = new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });
    storage.addToBucketPolicy({
      Sid: "Home",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::111122223333:role/etl"] },
      Action: "s3:GetObject",
      Resource: `${storage.bucketArn}/$\${aws:username}/*`,
      Condition: { StringLike: { "aws:PrincipalTag/team": ["finops"] } },
    });
    expect(Template.of(stack).resource("aws_s3_bucket_policy").policy).toMatch(
      /"Resource":"\$\{aws_s3_bucket\.\w+\.arn\}\/\$\$\{aws:username\}\/\*"/,
    );
  });

  it("accepts your own statements", () => {
    const stack = awsStack();
    const storage = new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });
    storage.addToBucketPolicy({
      Sid: "Mine",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:DeleteObject",
      Resource: `${storage.bucketArn}/*`,
    });
    expect(Object.keys(statementsOf(Template.of(stack), "aws_s3_bucket_policy"))).toEqual([
      "CheckBucket",
      "DeliverReports",
      "DenyInsecureTransport",
      "Mine",
    ]);
  });
});

describe("the region of a new bucket", () => {
  const regions = (stack: TerraformStack, props: Partial<AwsStorageProps> = {}): unknown[] => {
    const template = synth({ accessLogBucketName: "acme-logs", ...props }, stack);
    return [...S3_TYPES, "aws_s3_bucket_logging"].map((type) => template.resource(type).region);
  };

  it("is left to a provider in us-east-1", () => {
    expect(regions(awsStack("us-east-1"))).toEqual(Array(8).fill(undefined));
  });

  it("is set to us-east-1 with a provider in another region", () => {
    expect(regions(awsStack("eu-central-1"))).toEqual(Array(8).fill("us-east-1"));
  });

  it("is set to us-east-1 with a provider without a region", () => {
    const stack = emptyStack();
    new AwsProvider(stack, "aws", {});
    expect(regions(stack)).toEqual(Array(8).fill("us-east-1"));
  });

  it("is set to us-east-1 with a provider whose region is an unresolved token", () => {
    const stack = emptyStack();
    const region = new TerraformVariable(stack, "region", { type: "string" });
    new AwsProvider(stack, "aws", { region: region.stringValue });
    expect(regions(stack)).toEqual(Array(8).fill("us-east-1"));
  });

  it("depends on the provider that is passed, not on the stack's", () => {
    const stack = awsStack("eu-central-1");
    const provider = new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    expect(regions(stack, { provider })).toEqual(Array(8).fill(undefined));
  });

  it("does not depend on the order of provider and storage", () => {
    const stack = emptyStack();
    new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });
    new AwsProvider(stack, "aws", { region: "eu-central-1" });
    expect(Template.of(stack).resource("aws_s3_bucket").region).toBe("us-east-1");
  });
});

describe("the partition", () => {
  it("is checked by Terraform, because it is unknown at synthesis", () => {
    expect(synth().data("aws_partition").lifecycle).toEqual({
      postcondition: [
        {
          condition: '${self.partition == "aws"}',
          error_message:
            "AWS creates the Cost & Usage Report in the commercial partition: deploy with credentials of the commercial payer account.",
        },
      ],
    });
  });
});

describe("a new bucket with all options", () => {
  it("can be destroyed when 'retain' is false", () => {
    expect(synth({ retain: false }).resource("aws_s3_bucket")).not.toHaveProperty("lifecycle");
  });

  it("keeps overwritten versions for the given days", () => {
    expect(synth({ noncurrentVersionDays: 90 }).resource("aws_s3_bucket_lifecycle_configuration").rule).toMatchObject([
      { noncurrent_version_expiration: [{ noncurrent_days: 90 }] },
    ]);
  });

  it("logs access to another bucket, below its own name, after all other settings", () => {
    const template = synth({ accessLogBucketName: "acme-logs" });
    expect(template.resource("aws_s3_bucket_logging")).toMatchObject({
      target_bucket: "acme-logs",
      target_prefix: "acme-billing-export/",
      depends_on: [template.address("aws_s3_bucket_lifecycle_configuration")],
    });
  });

  it("has the given tags", () => {
    expect(synth({ tags: { team: "finops" } }).resource("aws_s3_bucket").tags).toEqual({ team: "finops" });
  });

  it("uses the provider that is passed, also for data sources", () => {
    const stack = awsStack();
    const provider = new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    const template = synth({ provider, accessLogBucketName: "acme-logs" }, stack);
    const providers = [...S3_TYPES, "aws_s3_bucket_logging"].map((type) => template.resource(type).provider);
    expect(providers).toEqual(Array(8).fill("aws.payer"));
    expect(template.data("aws_caller_identity").provider).toBe("aws.payer");
    expect(template.data("aws_partition").provider).toBe("aws.payer");
  });
});

describe("a new bucket with a KMS key", () => {
  it("uses the key, with one data key for many objects", () => {
    expect(synth({ kmsKeyArn: KEY }).resource("aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: KEY },
        bucket_key_enabled: true,
      },
    ]);
  });

  it("leaves the key's policy to its owner, with the exact statement in a manual step", () => {
    const storage = new AwsStorage(awsStack(), "storage", { bucketName: "acme-billing-export", kmsKeyArn: KEY });
    const [step, ...more] = storage.manualSteps;
    expect(more).toEqual([]);
    expect(step).toMatchObject({ key: "kms_key_policy", values: { "Key ARN": KEY } });
    expect(step?.link).toBe("https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html");
    expect(storage.node.metadata.map(({ type }) => type)).toEqual(["@cdktf/warn"]);
    expect(JSON.parse(step?.values.Policy ?? "")).toMatchObject({
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "billingreports.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": storage.accountId } },
        },
      ],
    });
  });

  it("has no manual step without a key", () => {
    expect(new AwsStorage(awsStack(), "storage", { bucketName: "acme-billing-export" }).manualSteps).toEqual([]);
  });
});

describe("validation of the storage", () => {
  it.each<[string, object, string]>([
    [
      "a missing bucket name",
      { bucketName: undefined },
      `'bucketName' is required: it must be 3-63 characters of a-z, 0-9, '.' and '-'; for example "acme-billing-export"`,
    ],
    [
      "the alias of a key",
      { kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:alias/billing" },
      `'kmsKeyArn' must be the ARN of a KMS key (not of an alias) in us-east-1, where the bucket is, got: "arn:aws:kms:us-east-1:111122223333:alias/billing"; for example "${KEY}"`,
    ],
    [
      "zero days",
      { noncurrentVersionDays: 0 },
      "'noncurrentVersionDays' must be a whole number from 1 to 3650, got: 0",
    ],
    [
      "a bucket that logs to itself",
      { accessLogBucketName: "acme-billing-export" },
      `'accessLogBucketName' must not be the bucket itself, got: "acme-billing-export"; name another bucket, because each delivery of the log would be logged in turn, without end`,
    ],
    ["'retain' as a string", { retain: "false" }, `'retain' must be true or false, got: "false"`],
    [
      "'forceDestroy', which would empty the bucket",
      { forceDestroy: true },
      `"forceDestroy" is not a known property; known are provider, tags, bucketName, accountId, kmsKeyArn, noncurrentVersionDays, accessLogBucketName, retain`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = awsStack();
    expect(refusal(() => new AwsStorage(stack, "storage", { bucketName: "acme-billing-export", ...props }))).toBe(
      `AwsStorage at billing/storage: ${problem}`,
    );
    expect(stack.node.tryFindChild("storage")).toBeUndefined();
  });

  it("refuses a bucket that another stack of the program creates, because its name is unique in all of AWS", () => {
    const stack = awsStack();
    const other = new TerraformStack(App.of(stack), "other");
    for (const scope of [stack, other]) {
      new AwsStorage(scope, "storage", { bucketName: "acme-billing-export" });
    }
    expect(problemsOf(stack)).toBe(
      `[billing] AwsStorage at other/storage: 'bucketName' must be unique in the program, got: "acme-billing-export", which billing/storage already uses for its S3 bucket; choose another, or, within a stack, pass the storage of the other construct as 'storage'`,
    );
    other.node.tryRemoveChild("storage");
    expect(problemsOf(stack)).toBe("");
  });
});
