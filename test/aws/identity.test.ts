import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { AwsIdentity, type AwsIdentityProps } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { problemsOf, refusal, Template } from "../support/template";

const synth = (props?: AwsIdentityProps): Template => {
  const stack = awsStack();
  new AwsIdentity(stack, "finops", props);
  return Template.of(stack);
};

describe("an identity with only its required props", () => {
  const template = synth();

  it("creates a user and an access key, and no permissions", () => {
    expect(template.resourceTypes).toEqual({ aws_iam_user: 1, aws_iam_access_key: 1 });
  });

  it("names the user after the construct's path", () => {
    expect(template.resource("aws_iam_user")).toMatchObject({ name: "billing-finops", path: "/" });
  });

  it("creates an active key of the user, with its secret in Terraform's state", () => {
    expect(template.resource("aws_iam_access_key")).toMatchObject({
      user: `\${${template.address("aws_iam_user")}.name}`,
      status: "Active",
    });
    expect(template.resource("aws_iam_access_key")).not.toHaveProperty("pgp_key");
  });

  it("does not force the deletion of a user to which others added something", () => {
    expect(template.resource("aws_iam_user")).not.toHaveProperty("force_destroy");
  });
});

describe("an identity with all options", () => {
  const template = synth({
    userName: "finops@acme",
    iamPath: "/finops/readers/",
    accessKeyStatus: "Inactive",
    permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/finops/boundary",
    tags: { "cost centre": "Überbau 7" },
  });

  it("has the given name, path, permissions boundary and tags", () => {
    expect(template.resource("aws_iam_user")).toMatchObject({
      name: "finops@acme",
      path: "/finops/readers/",
      permissions_boundary: "arn:aws:iam::111122223333:policy/finops/boundary",
      tags: { "cost centre": "Überbau 7" },
    });
  });

  it("creates the key with the given status", () => {
    expect(template.resource("aws_iam_access_key")).toMatchObject({ status: "Inactive" });
  });
});

describe("an identity whose key a person creates", () => {
  const stack = awsStack();
  const identity = new AwsIdentity(stack, "finops", { createAccessKey: false });

  it("creates no key, so that the state never holds the secret", () => {
    expect(Template.of(stack).resourceTypes).toEqual({ aws_iam_user: 1 });
    expect(Object.keys(identity.fieldValues)).toEqual(["user_arn"]);
    expect(identity.accessKey).toBeUndefined();
  });

  it("reports the key as a manual step with the user's name, also as a warning at synthesis", () => {
    expect(identity.manualSteps).toEqual([
      {
        key: "access_key",
        title: "Create an access key for the user and enter it into the platform's form",
        why: "'createAccessKey' is false, so that the secret is never in Terraform's state.",
        link: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
        values: { User: expect.any(String) as unknown },
        check: "The platform accepts the key, and AWS shows when it was last used.",
      },
    ]);
    expect(identity.node.metadata).toHaveLength(1);
  });
});

describe("an identity with another provider", () => {
  it("creates user and key with that provider", () => {
    const stack = awsStack();
    const payer = new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    new AwsIdentity(stack, "finops", { provider: payer });
    const template = Template.of(stack);
    expect(template.resource("aws_iam_user").provider).toBe("aws.payer");
    expect(template.resource("aws_iam_access_key").provider).toBe("aws.payer");
  });
});

describe("validation of the identity", () => {
  it("accepts 50 tags", () => {
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`t${i}`, "x".repeat(256)]));
    expect(synth({ tags }).resource("aws_iam_user").tags).toEqual(tags);
  });

  it.each<[string, unknown, string]>([
    [
      "the status of a key that Terraform does not create",
      { createAccessKey: false, accessKeyStatus: "Active" },
      `'accessKeyStatus' must be left out when 'createAccessKey' is false, got: "Active"; remove it`,
    ],
    [
      "a name with spaces",
      { userName: "fin ops" },
      `'userName' must be letters, digits and _+=,.@-, got: "fin ops"; for example "finops-platform"`,
    ],
    [
      "a huge name",
      { userName: "x".repeat(1_000_000) },
      `'userName' must be 1-64 characters long, got: "${"x".repeat(80)}"… (1000000 characters); for example "finops-platform"`,
    ],
    [
      "an unknown status",
      { accessKeyStatus: "active" },
      `'accessKeyStatus' must be one of Active, Inactive, got: "active"`,
    ],
    [
      "tags that IAM treats as the same",
      { tags: { Team: "a", team: "b" } },
      `'tags' must not have keys that differ in letter case only, got: "Team" and "team"`,
    ],
    [
      "more tags than AWS allows",
      { tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, ""])) },
      "'tags' must have at most 50 keys, got: 51",
    ],
    [
      "an object that is not a provider",
      { provider: { region: "us-east-1" } },
      "'provider' must be an AwsProvider, got: an object",
    ],
    ["an unknown property", { username: "x" }, `"username" is not a known property; did you mean 'userName'?`],
    ["props that are not an object", "finops", `the props must be an object, got: "finops"`],
  ])("refuses %s", (_, props, problem) => {
    const stack = awsStack();
    expect(refusal(() => new AwsIdentity(stack, "finops", props as AwsIdentityProps))).toBe(
      `AwsIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a path that is too long for the default name, unless a name is given", () => {
    const id = "x".repeat(60);
    expect(refusal(() => new AwsIdentity(awsStack(), id))).toContain("'userName' must be 1-64 characters long");
    expect(() => new AwsIdentity(awsStack(), id, { userName: "finops" })).not.toThrow();
  });

  it("refuses a user name that is already in use in the account, in any letter case", () => {
    const stack = awsStack();
    new AwsIdentity(stack, "one", { userName: "finops" });
    const other = new AwsProvider(stack, "other", { region: "us-east-1", alias: "other" });
    new AwsIdentity(stack, "elsewhere", { userName: "finops", provider: other });
    expect(problemsOf(stack)).toBe("");
    new AwsIdentity(stack, "two", { userName: "FinOps" });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsIdentity at billing/two: 'userName' must be unique in the stack, got: "FinOps", which billing/one already uses for its IAM user; choose another`,
    );
    stack.node.tryRemoveChild("one");
    expect(problemsOf(stack)).toBe("");
  });
});
