import {
  AWS_PERMISSIONS,
  AwsAccess,
  type AwsAccessProps,
  AwsBillingExport,
  AwsIdentity,
  AwsStorage,
  type AwsStorageProps,
} from "cdktf-finops/aws";
import { TerraformStack, Testing } from "cdktf";
import { awsStack, statementsOf } from "../support/aws";
import { problemsOf, refusal, Template } from "../support/template";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const build = (props: Partial<AwsAccessProps> = {}, storageProps: Partial<AwsStorageProps> = {}) => {
  const stack = awsStack();
  const storage = new AwsStorage(stack, "storage", { bucketName: "acme-billing-export", ...storageProps });
  const billingExport = new AwsBillingExport(stack, "export", { storage, s3Prefix: "exports/aws" });
  const identity = new AwsIdentity(stack, "identity");
  const access = new AwsAccess(stack, "finops", { identity, billingExport, ...props });
  return { stack, access };
};

describe("an access with only its required props", () => {
  const { stack } = build();
  const template = Template.of(stack);
  const statements = statementsOf(template, "aws_iam_policy");
  const bucketArn = `\${${template.address("aws_s3_bucket")}.arn}`;

  it("grants the permissions in one managed policy, attached to the user", () => {
    expect(template.resource("aws_iam_policy")).toMatchObject({ name: "billing-finops", path: "/" });
    expect(template.resource("aws_iam_user_policy_attachment")).toMatchObject({
      user: `\${${template.address("aws_iam_user")}.name}`,
      policy_arn: `\${${template.address("aws_iam_policy")}.arn}`,
    });
  });

  it("has six statements", () => {
    expect(Object.keys(statements)).toEqual([
      "LocateExport",
      "ListExport",
      "ReadExport",
      "ReadOrganization",
      "ReadOrganizationTree",
      "SimulateSelf",
    ]);
  });

  it("lets the platform read the export, below its prefix only", () => {
    expect(statements.LocateExport).toMatchObject({ Action: ["s3:GetBucketLocation"], Resource: [bucketArn] });
    expect(statements.ListExport).toMatchObject({
      Action: ["s3:ListBucket"],
      Resource: [bucketArn],
      Condition: { StringLike: { "s3:prefix": "exports/aws/*" } },
    });
    expect(statements.ReadExport).toMatchObject({
      Action: ["s3:GetObject"],
      Resource: [`${bucketArn}/exports/aws/*`],
    });
  });

  it("lets the platform locate the bucket without a condition on the prefix, which that call does not have", () => {
    expect(statements.LocateExport).not.toHaveProperty("Condition");
  });

  it("lets the platform list the organization, on all resources only where IAM has no narrower resource type", () => {
    const unscoped = Object.values(statements).filter((statement) => statement.Resource.includes("*"));
    expect(unscoped.map((statement) => statement.Action)).toEqual([
      ["organizations:DescribeOrganization", "organizations:ListAccounts", "organizations:ListRoots"],
    ]);
    expect(statements.ReadOrganizationTree?.Resource.map((arn) => arn.replace(/\$\{[^}]+\}/g, "…"))).toEqual([
      "arn:…:organizations::…:account/*",
      "arn:…:organizations::…:ou/*",
      "arn:…:organizations::…:root/*",
    ]);
  });

  it("lets the platform simulate its own permissions, and no others", () => {
    expect(statements.SimulateSelf).toMatchObject({
      Action: ["iam:SimulatePrincipalPolicy"],
      Resource: [`\${${template.address("aws_iam_user")}.arn}`],
    });
  });

  it("has only Allow statements, without NotAction and NotResource", () => {
    expect(Object.values(statements).map((statement) => statement.Effect)).toEqual(Array(6).fill("Allow"));
    expect(JSON.stringify(statements)).not.toMatch(/NotAction|NotResource/);
  });

  it("grants exactly the platform's permissions of the catalogue", () => {
    const catalogue = AWS_PERMISSIONS.filter(
      ({ grantee, feature }) => grantee === "platform identity" && feature !== "KMS encryption",
    );
    expect(Object.values(statements).map(({ Sid, Action }) => [Sid, Action])).toEqual(
      catalogue.map(({ id, actions }) => [id, actions]),
    );
  });
});

describe("an access to reports that are encrypted with a customer managed key", () => {
  const { stack, access } = build({}, { kmsKeyArn: KEY });

  it("lets the platform decrypt with that key, through S3 only", () => {
    expect(statementsOf(Template.of(stack), "aws_iam_policy").DecryptExport).toMatchObject({
      Action: ["kms:Decrypt"],
      Resource: [KEY],
      Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
    });
  });

  it("lets the platform decrypt only with the encryption context of the bucket or of an object below the prefix", () => {
    const template = Template.of(stack);
    const bucketArn = `\${${template.address("aws_s3_bucket")}.arn}`;
    expect(statementsOf(template, "aws_iam_policy").DecryptExport?.Condition?.StringLike).toEqual({
      "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/exports/aws/*`],
    });
  });

  it("grants all of the platform's permissions of the catalogue", () => {
    expect(access.permissions).toEqual(AWS_PERMISSIONS.filter(({ grantee }) => grantee === "platform identity"));
  });
});

describe("an access for a member account", () => {
  const stack = awsStack();
  const storage = new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });
  const billingExport = new AwsBillingExport(stack, "export", { storage, accountType: "MEMBER" });
  const access = new AwsAccess(stack, "finops", { identity: new AwsIdentity(stack, "identity"), billingExport });

  it("does not let the platform list the organization, which AWS would refuse", () => {
    const ids = ["LocateExport", "ListExport", "ReadExport", "SimulateSelf"];
    expect(Object.keys(statementsOf(Template.of(stack), "aws_iam_policy"))).toEqual(ids);
    expect(access.permissions.map(({ id }) => id)).toEqual(ids);
  });
});

describe("the size of the policy", () => {
  it("stays within the 6,144 characters of a managed policy with the longest names allowed", () => {
    const stack = awsStack();
    const storage = new AwsStorage(stack, "s", { bucketName: "b".repeat(63), kmsKeyArn: KEY });
    const billingExport = new AwsBillingExport(stack, "e", { storage, s3Prefix: "p".repeat(256) });
    const identity = new AwsIdentity(stack, "i", { userName: "u".repeat(64), iamPath: `/${"x".repeat(510)}/` });
    new AwsAccess(stack, "a", { identity, billingExport });
    const policy = Template.of(stack).resource("aws_iam_policy").policy as string;
    const rendered = policy
      .replace(/\$\{aws_s3_bucket\.\w+\.arn\}/g, `arn:aws:s3:::${"b".repeat(63)}`)
      .replace(/\$\{aws_iam_user\.\w+\.arn\}/g, `arn:aws:iam::111122223333:user/${"x".repeat(510)}/${"u".repeat(64)}`)
      .replace(/\$\{data\.aws_caller_identity\.\w+\.account_id\}/g, "111122223333")
      .replace(/\$\{data\.aws_partition\.\w+\.partition\}/g, "aws");
    expect(rendered).not.toContain("${");
    expect(rendered.length).toBeLessThanOrEqual(6144);
  });
});

describe("an access with all options", () => {
  it("has the given policy name, path and tags", () => {
    const { stack } = build({ policyName: "finops-read", iamPath: "/finops/", tags: { team: "finops" } });
    expect(Template.of(stack).resource("aws_iam_policy")).toMatchObject({
      name: "finops-read",
      path: "/finops/",
      tags: { team: "finops" },
    });
  });
});

describe("validation of the access", () => {
  it.each<[string, object, string]>([
    [
      "a name with spaces",
      { policyName: "fin ops" },
      `'policyName' must be letters, digits and _+=,.@-, got: "fin ops"; for example "finops-platform"`,
    ],
    [
      "a user's name as the identity",
      { identity: "finops" },
      `'identity' must be an IAwsIdentity, got: "finops"; for example new AwsIdentity(…), new AwsRoleIdentity(…), AwsIdentity.fromUser(…) or AwsIdentity.fromRole(…)`,
    ],
    [
      "a missing billing export",
      { billingExport: undefined },
      "'billingExport' is required: it must be an IAwsBillingExport; for example new AwsBillingExport(…) or AwsBillingExport.fromReport(…)",
    ],
    [
      "additional actions",
      { actions: ["s3:*"] },
      `"actions" is not a known property; known are provider, tags, identity, billingExport, iamPath, policyName`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => build(props))).toBe(`AwsAccess at billing/finops: ${problem}`);
  });

  it("refuses an identity and a billing export in another stack", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const storage = new AwsStorage(one, "storage", { bucketName: "acme-billing-export" });
    const billingExport = new AwsBillingExport(one, "export", { storage });
    const identity = new AwsIdentity(one, "identity");
    expect(refusal(() => new AwsAccess(two, "finops", { identity, billingExport }))).toBe(
      [
        "AwsAccess at two/finops: 2 problems",
        "  - 'identity' must be in the stack of the construct, got: one/identity; create it in two",
        "  - 'billingExport' must be in the stack of the construct, got: one/export; create it in two",
      ].join("\n"),
    );
  });

  it("refuses a policy name that is already in use in the account, in any letter case", () => {
    const { stack, access } = build({ policyName: "finops" });
    const storage = new AwsStorage(stack, "storage2", { bucketName: "acme-billing-2" });
    const billingExport = new AwsBillingExport(stack, "export2", { storage });
    const identity = new AwsIdentity(stack, "identity2");
    expect(access.node.path).toBe("billing/finops");
    new AwsAccess(stack, "two", { identity, billingExport, policyName: "FinOps" });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsAccess at billing/two: 'policyName' must be unique in the stack, got: "FinOps", which billing/finops already uses for its IAM policy; choose another`,
    );
  });
});
