import { DataAwsIamUser } from "@cdktf/provider-aws/lib/data-aws-iam-user";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type AwsExistingUserProps, AwsIdentity } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { refusal, resolved, Template } from "../support/template";

const synth = (props: Partial<AwsExistingUserProps> = {}): Template => {
  const stack = awsStack();
  AwsIdentity.fromUser(stack, "finops", { userName: "platform", ...props });
  return Template.of(stack);
};

describe("a user that is there already", () => {
  const template = synth();

  it("is read, and gets an access key: nothing else is created", () => {
    expect(template.resourceTypes).toEqual({ aws_iam_access_key: 1 });
    expect(template.data("aws_iam_user")).toMatchObject({ user_name: "platform" });
  });

  it("has its key made for the user that AWS knows, so that a wrong name stops the plan", () => {
    expect(template.resource("aws_iam_access_key")).toMatchObject({
      user: expect.stringMatching(/^\$\{data\.aws_iam_user\.\w+\.user_name\}$/) as unknown,
      status: "Active",
    });
  });

  it("fills in the rows of the user", () => {
    const stack = awsStack();
    const identity = AwsIdentity.fromUser(stack, "finops", { userName: "platform" });
    expect(Object.keys(identity.formValues)).toEqual(["user_arn", "access_key_id", "secret_access_key"]);
    expect(resolved(stack, identity.arn)).toMatch(/^\$\{data\.aws_iam_user\.\w+\.arn\}$/);
    expect(identity.node.defaultChild).toBeInstanceOf(DataAwsIamUser);
  });

  it("is read by the provider passed", () => {
    const stack = awsStack();
    const provider = new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    AwsIdentity.fromUser(stack, "finops", { userName: "platform", provider });
    const made = Template.of(stack);
    expect(made.data("aws_iam_user").provider).toBe("aws.payer");
    expect(made.resource("aws_iam_access_key").provider).toBe("aws.payer");
  });

  it("may have an inactive key", () => {
    expect(synth({ accessKeyStatus: "Inactive" }).resource("aws_iam_access_key")).toMatchObject({ status: "Inactive" });
  });
});

describe("a user whose key a person creates", () => {
  const stack = awsStack();
  const identity = AwsIdentity.fromUser(stack, "finops", { userName: "platform", createAccessKey: false });

  it("gets none from Terraform, so that no state has the secret", () => {
    expect(Template.of(stack).resourceTypes).toEqual({});
    expect(Object.keys(identity.formValues)).toEqual(["user_arn"]);
  });

  it("leaves that as a manual step, told at synth", () => {
    expect(identity.manualSteps.map(({ key, title }) => [key, title])).toEqual([
      ["access_key", "Create an access key for the user and enter it into the platform's form"],
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "The user keeps its existing permissions, and the platform inherits them: review them first.",
      expect.stringContaining("Manual step: Create an access key for the user"),
    ]);
  });
});

describe("the keys of a user", () => {
  it("are two at most, as many as AWS lets a user have", () => {
    const stack = awsStack();
    const make = (id: string, props: Partial<AwsExistingUserProps> = {}): unknown =>
      AwsIdentity.fromUser(stack, id, { userName: "platform", ...props });
    make("one");
    make("two");
    make("by_hand", { createAccessKey: false });
    expect(refusal(() => make("three", { userName: "Platform" }))).toBe(
      `AwsIdentity.fromUser at billing/three: 'userName' must have at most 2 access keys in the stack, got: 3 for "Platform", with those of billing/one and 1 more; create a user for each platform`,
    );
    stack.node.tryRemoveChild("one");
    expect(() => make("three")).not.toThrow();
  });
});

describe("what it refuses", () => {
  it.each<[string, unknown, string]>([
    [
      "a user by its ARN",
      { userName: "arn:aws:iam::111122223333:user/platform" },
      `'userName' must be letters, digits and _+=,.@-, got: "arn:aws:iam::111122223333:user/platform"; for example "finops-platform"`,
    ],
    [
      "a status of a key that it does not create",
      { createAccessKey: false, accessKeyStatus: "Inactive" },
      `'accessKeyStatus' must be left out when 'createAccessKey' is false, got: "Inactive"; remove it`,
    ],
    [
      "tags, which it has nothing for",
      { tags: { team: "finops" } },
      `"tags" is not a known property; known are provider, userName, createAccessKey, accessKeyStatus`,
    ],
  ])("is %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingUserProps>))).toBe(
      `AwsIdentity.fromUser at billing/finops: ${problem}`,
    );
  });
});
