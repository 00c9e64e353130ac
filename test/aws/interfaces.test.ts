import { IamUserPolicyAttachment } from "@cdktf/provider-aws/lib/iam-user-policy-attachment";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import {
  AwsAccess,
  AwsBillingExport,
  AwsIntegration,
  type AwsPolicyAttachmentConfig,
  type IAwsBillingExport,
  type IAwsIdentity,
  type IAwsStorage,
} from "cdktf-finops/aws";
import { Construct } from "constructs";
import { awsStack, statementsOf } from "../support/aws";
import { refusal, Template } from "../support/template";

/** A user of another program. */
class OwnIdentity extends Construct implements IAwsIdentity {
  readonly finopsInterface = "IAwsIdentity";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = ["The identity is managed elsewhere."];
  readonly arn = "arn:aws:iam::111122223333:user/own";
  readonly fieldValues = { user_arn: this.arn };

  attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment {
    return new IamUserPolicyAttachment(scope, id, { ...config, user: "own" });
  }
}

/** A bucket of another program. */
class OwnStorage extends Construct implements IAwsStorage {
  readonly finopsInterface = "IAwsStorage";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly bucketName = "own-bucket";
  readonly bucketArn = "arn:aws:s3:::own-bucket";
  readonly region = "us-east-1";
  readonly accountId = "111122223333";
  readonly partition = "aws";
  readonly deliveryReady = true;
  readonly deliveryDependencies = [];

  addToBucketPolicy(): void {
    throw new Error("the policy is managed elsewhere");
  }
}

/** A report of another program. */
class OwnBillingExport extends Construct implements IAwsBillingExport {
  readonly finopsInterface = "IAwsBillingExport";
  readonly permissions = [];
  readonly manualSteps = [];
  readonly limitations = [];
  readonly storage = new OwnStorage(this, "storage");
  readonly s3Prefix = "own";
  readonly reportName = "report";
  readonly reportArn = "arn:aws:cur:us-east-1:111122223333:definition/report";
  readonly bucketPath = "s3://own-bucket/own/report";
  readonly accountType = "PAYER";
}

describe("your own implementation", () => {
  it("of an identity and a storage is accepted by an integration", () => {
    const stack = awsStack();
    const integration = new AwsIntegration(stack, "finops", {
      identity: new OwnIdentity(stack, "identity"),
      storage: new OwnStorage(stack, "storage"),
    });
    const template = Template.of(stack);
    expect(template.resourceTypes).toEqual({
      aws_cur_report_definition: 1,
      aws_iam_policy: 1,
      aws_iam_user_policy_attachment: 1,
    });
    expect(template.output("finops_user_arn").value).toBe("arn:aws:iam::111122223333:user/own");
    expect(template.resource("aws_cur_report_definition").s3_bucket).toBe("own-bucket");
    expect(integration.limitations).toEqual(["The identity is managed elsewhere."]);
  });

  it("of a billing export is accepted, with its own storage", () => {
    const stack = awsStack();
    const integration = new AwsIntegration(stack, "finops", { billingExport: new OwnBillingExport(stack, "export") });
    const template = Template.of(stack);
    expect(integration.storage).toBeInstanceOf(OwnStorage);
    expect(statementsOf(template, "aws_iam_policy").ReadExport?.Resource).toEqual(["arn:aws:s3:::own-bucket/own/*"]);
    expect(template.output("finops_bucket_path").value).toBe("s3://own-bucket/own/report");
  });

  it("is accepted by each part that takes it", () => {
    const stack = awsStack();
    const billingExport = new AwsBillingExport(stack, "report", { storage: new OwnStorage(stack, "storage") });
    new AwsAccess(stack, "access", { identity: new OwnIdentity(stack, "identity"), billingExport });
    expect(() => Template.of(stack)).not.toThrow();
  });

  it("must be complete, or is refused by the members that it lacks", () => {
    const stack = awsStack();
    const incomplete = Object.assign(new Construct(stack, "storage"), { finopsInterface: "IAwsStorage" });
    const storage = incomplete as unknown as IAwsStorage;
    expect(refusal(() => new AwsIntegration(stack, "finops", { storage }))).toBe(
      "AwsIntegration at billing/finops: 'storage' must be an IAwsStorage, got: the IAwsStorage at billing/storage whose 'permissions' is missing, " +
        "'manualSteps' is missing, 'limitations' is missing, 'bucketName' is missing, 'bucketArn' is missing, 'region' is " +
        "missing, 'accountId' is missing, 'partition' is missing, 'deliveryReady' is missing, 'deliveryDependencies' is " +
        "missing, 'addToBucketPolicy' is missing; for example new AwsStorage(…) or AwsStorage.fromBucket(…)",
    );
  });

  it("is refused if its ARN is of another bucket, or its key of another account", () => {
    const stack = awsStack();
    const storage = Object.assign(new OwnStorage(stack, "own"), {
      bucketName: "other-bucket",
      kmsKeyArn: "arn:aws:kms:us-east-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    });
    expect(refusal(() => new AwsIntegration(stack, "finops", { storage }))).toContain(
      "got: the IAwsStorage at billing/own whose 'bucketArn' is \"arn:aws:s3:::own-bucket\" (it must be that of 'bucketName'), " +
        "'kmsKeyArn' is \"arn:aws:kms:us-east-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab\" (it must be of the " +
        "account of 'accountId')",
    );
  });

  it("is refused with the default provider of another stack", () => {
    const stack = awsStack();
    const other = new TerraformStack(Testing.app(), "other");
    const provider = new AwsProvider(other, "aws", { region: "us-east-1" });
    const identity = Object.assign(new OwnIdentity(stack, "identity"), { provider });
    new AwsIntegration(stack, "finops", { bucketName: "acme-billing", identity });
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] billing/finops/access: 'provider' must be in the stack of the construct, got: other/aws; create it in billing",
    );
  });

  it.each([
    ["a literal as a secret", { secret_access_key: "hunter2" }, "a literal as 'secret_access_key'"],
    ["a row of the storage", { account_id: "999988887777" }, 'the key "account_id"'],
  ])("is refused with %s in 'fieldValues'", (_, fieldValues, got) => {
    const stack = awsStack();
    const identity = Object.assign(new OwnIdentity(stack, "own"), { fieldValues });
    const message = refusal(() => new AwsIntegration(stack, "finops", { bucketName: "acme-billing", identity }));
    expect(message).toContain(`whose 'fieldValues' is an object with ${got} (it must`);
    expect(message).not.toContain("hunter2");
  });

  it("is validated again where it is used, because it can change after it was passed", () => {
    const stack = awsStack();
    class Careless extends AwsIntegration {
      protected override createAccess(props: Parameters<AwsIntegration["createAccess"]>[0]): AwsAccess {
        Object.assign(this.storage, { bucketArn: "arn:aws:s3:::*" });
        return super.createAccess(props);
      }
    }
    expect(refusal(() => new Careless(stack, "finops", { storage: new OwnStorage(stack, "storage") }))).toMatch(
      /^AwsAccess at billing\/finops\/access: 'billingExport' must be .* whose 'bucketArn' is "arn:aws:s3:::\*"/,
    );
    const integration = new AwsIntegration(stack, "second", { storage: new OwnStorage(stack, "other") });
    Object.assign(integration.storage, { bucketArn: "arn:aws:s3:::*" });
    const { identity, billingExport } = integration;
    expect(() => new AwsAccess(integration, "more", { identity, billingExport, policyName: "more" })).toThrow(
      "'bucketArn' is",
    );
  });

  it("is refused with another provider, also that of the storage within a billing export", () => {
    const stack = awsStack();
    const provider = new AwsProvider(stack, "other", { region: "us-east-1", alias: "other" });
    const billingExport = new OwnBillingExport(stack, "own");
    Object.assign(billingExport.storage, { provider });
    expect(refusal(() => new AwsIntegration(stack, "finops", { billingExport }))).toBe(
      "AwsIntegration at billing/finops: 'billingExport' must use the provider of the construct, got: billing/other; pass " +
        "the same 'provider' to both",
    );
    const identity = Object.assign(new OwnIdentity(stack, "identity"), { provider: "other" as unknown as AwsProvider });
    expect(refusal(() => new AwsIntegration(stack, "finops", { bucketName: "acme-billing", identity }))).toContain(
      `whose 'provider' is "other" (it must be an AwsProvider)`,
    );
  });

  it("is refused in another stack or in none, also the storage within a billing export", () => {
    const stack = awsStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), {
      storage: new OwnStorage(new TerraformStack(Testing.app(), "elsewhere"), "storage"),
    });
    expect(refusal(() => new AwsIntegration(stack, "finops", { billingExport }))).toBe(
      "AwsIntegration at billing/finops: 'billingExport' must be in the stack of the construct, got: elsewhere/storage; " +
        "create it in billing",
    );
    const storage = new OwnStorage(Testing.app(), "homeless");
    expect(refusal(() => new AwsIntegration(stack, "finops", { storage }))).toBe(
      "AwsIntegration at billing/finops: 'storage' must be in the stack of the construct, got: homeless; create it in billing",
    );
  });

  it("of another interface is refused", () => {
    const stack = awsStack();
    const storage = new OwnIdentity(stack, "identity") as unknown as IAwsStorage;
    expect(refusal(() => new AwsIntegration(stack, "finops", { storage }))).toBe(
      "AwsIntegration at billing/finops: 'storage' must be an IAwsStorage, got: the construct billing/identity whose " +
        "'finopsInterface' is \"IAwsIdentity\"; for example new AwsStorage(…) or AwsStorage.fromBucket(…)",
    );
  });

  it.each([
    ["bucketArn", "arn:aws:s3:::*", "be the ARN of a bucket in the commercial partition, without '*' and '/'"],
    ["bucketName", "*", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["accountId", "*", "be the 12 digits of an account"],
    ["partition", "*", "be aws"],
    ["region", "eu-west-1", "be us-east-1"],
    ["kmsKeyArn", "*", "be the ARN of a KMS key (not of an alias) in us-east-1, where the bucket is"],
  ] as const)("is refused if its '%s' is invalid, which would reach a policy", (member, value, must) => {
    const stack = awsStack();
    const storage = Object.assign(new OwnStorage(stack, "own"), { [member]: value });
    expect(refusal(() => new AwsBillingExport(stack, "report", { storage }))).toContain(
      `whose '${member}' is "${value}" (it must ${must})`,
    );
  });

  it.each([
    ["s3Prefix", "*", "be letters, digits and !-_.'()/"],
    ["accountType", "ORGANIZATION", "be one of PAYER, MEMBER"],
  ] as const)("of a billing export is refused if its '%s' is invalid", (member, value, must) => {
    const stack = awsStack();
    const billingExport = Object.assign(new OwnBillingExport(stack, "own"), { [member]: value });
    expect(refusal(() => new AwsIntegration(stack, "finops", { billingExport }))).toContain(
      `whose '${member}' is "${value}" (it must ${must})`,
    );
  });

  it.each<[string, string, unknown]>([
    ["arn", "identity", "arn:aws:iam::111122223333:user/*"],
    ["provider", "identity", {}],
    ["provider", "storage", {}],
    ["provider", "billingExport", {}],
    ["reportName", "billingExport", "*"],
  ])("is refused by the name of an invalid member: %s of the %s", (member, property, value) => {
    const stack = awsStack();
    const parts = {
      identity: new OwnIdentity(stack, "identity"),
      storage: new OwnStorage(stack, "storage"),
      billingExport: new OwnBillingExport(stack, "billingExport"),
    };
    const part = Object.assign(parts[property as keyof typeof parts], { [member]: value });
    expect(
      refusal(() => new AwsIntegration(stack, "finops", { bucketName: "acme-billing", [property]: part })),
    ).toContain(
      `'${property}' must be an ${part.finopsInterface}, got: the ${part.finopsInterface} at ${part.node.path} whose '${member}' is `,
    );
  });
});
