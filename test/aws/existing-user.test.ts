import { DataAwsIamUser } from "@cdktf/provider-aws/lib/data-aws-iam-user";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type AwsExistingUserProps, AwsIdentity } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const synth = (props: Partial<AwsExistingUserProps> = {}): Template => {
  const stack = awsStack();
  AwsIdentity.fromUser(stack, "finops", { userName: "platform", ...props });
  return Template.of(stack);
};

describe("an existing user", () => {
  const template = synth();

  it("reads the user, and creates only an access key", () => {
    expect(template.resourceTypes).toEqual({ aws_iam_access_key: 1 });
    expect(template.data("aws_iam_user")).toMatchObject({ user_name: "platform" });
  });

  it("creates the key for the user that the data source returns, so that a wrong name stops the plan", () => {
    expect(template.resource("aws_iam_access_key")).toMatchObject({
      user: expect.stringMatching(/^\$\{data\.aws_iam_user\.\w+\.user_name\}$/) as unknown,
      status: "Active",
    });
  });

  it("fills in the rows of the user", () => {
    const stack = awsStack();
    const identity = AwsIdentity.fromUser(stack, "finops", { userName: "platform" });
    expect(Object.keys(identity.fieldValues)).toEqual(["user_arn", "access_key_id", "secret_access_key"]);
    expect(resolved(stack, identity.arn)).toMatch(/^\$\{data\.aws_iam_user\.\w+\.arn\}$/);
    expect(identity.node.defaultChild).toBeInstanceOf(DataAwsIamUser);
  });

  it("uses the provider that is passed, for user and key", () => {
    const stack = awsStack();
    const provider = new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    AwsIdentity.fromUser(stack, "finops", { userName: "platform", provider });
    const template = Template.of(stack);
    expect(template.data("aws_iam_user").provider).toBe("aws.payer");
    expect(template.resource("aws_iam_access_key").provider).toBe("aws.payer");
  });

  it("creates an inactive key", () => {
    expect(synth({ accessKeyStatus: "Inactive" }).resource("aws_iam_access_key")).toMatchObject({ status: "Inactive" });
  });
});

describe("an existing user whose key a person creates", () => {
  const stack = awsStack();
  const identity = AwsIdentity.fromUser(stack, "finops", { userName: "platform", createAccessKey: false });

  it("creates no key, so that the state never holds the secret", () => {
    expect(Template.of(stack).resourceTypes).toEqual({});
    expect(Object.keys(identity.fieldValues)).toEqual(["user_arn"]);
  });

  it("reports the key as a manual step, also as a warning at synthesis", () => {
    expect(identity.manualSteps.map(({ key, title }) => [key, title])).toEqual([
      ["access_key", "Create an access key for the user and enter it into the platform's form"],
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "The user keeps its existing permissions, and the platform inherits them: review them first.",
      expect.stringContaining("Manual step: Create an access key for the user"),
    ]);
  });
});

describe("the access keys of an existing user", () => {
  it("are limited to two, the quota of AWS", () => {
    const stack = awsStack();
    const create = (id: string, props: Partial<AwsExistingUserProps> = {}): unknown =>
      AwsIdentity.fromUser(stack, id, { userName: "platform", ...props });
    create("one");
    create("two");
    create("manual", { createAccessKey: false });
    expect(problemsOf(stack)).toBe("");
    create("three", { userName: "Platform" });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsIdentity.fromUser at billing/three: 'userName' must have at most 2 access keys in the stack, got: 3 for "Platform", with those of billing/one and 1 more; pass one AwsIdentity.fromUser(…) to all integrations, or create a user for each platform`,
    );
    stack.node.tryRemoveChild("one");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("validation of an existing user", () => {
  it.each<[string, unknown, string]>([
    [
      "the ARN of a user",
      { userName: "arn:aws:iam::111122223333:user/platform" },
      `'userName' must be letters, digits and _+=,.@-, got: "arn:aws:iam::111122223333:user/platform"; for example "finops-platform"`,
    ],
    [
      "the status of a key that Terraform does not create",
      { createAccessKey: false, accessKeyStatus: "Inactive" },
      `'accessKeyStatus' must be left out when 'createAccessKey' is false, got: "Inactive"; remove it`,
    ],
    [
      "tags, because it creates nothing that supports them",
      { tags: { team: "finops" } },
      `"tags" is not a known property; known are provider, userName, createAccessKey, accessKeyStatus`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingUserProps>))).toBe(
      `AwsIdentity.fromUser at billing/finops: ${problem}`,
    );
  });
});
