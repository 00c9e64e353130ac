import { AwsRoleIdentity, type AwsRoleIdentityProps } from "cdktf-finops/aws";
import { TerraformVariable } from "cdktf";
import { awsStack } from "../support/aws";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const PRINCIPAL = "arn:aws:iam::444455556666:root";
const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";

const synth = (props: Partial<AwsRoleIdentityProps> = {}): Template => {
  const stack = awsStack();
  new AwsRoleIdentity(stack, "finops", { trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID, ...props });
  return Template.of(stack);
};
const trustPolicy = (template: Template): unknown =>
  JSON.parse(template.resource("aws_iam_role").assume_role_policy as string) as unknown;

describe("a role identity with only its required props", () => {
  const template = synth();

  it("creates only a role, without a key or permissions", () => {
    expect(template.resourceTypes).toEqual({ aws_iam_role: 1 });
    expect(template.resource("aws_iam_role")).not.toHaveProperty("inline_policy");
    expect(template.resource("aws_iam_role")).not.toHaveProperty("managed_policy_arns");
  });

  it("names the role after the construct's path", () => {
    expect(template.resource("aws_iam_role")).toMatchObject({ name: "billing-finops", path: "/" });
  });

  // Without the condition, any customer of the platform could use it to read this account.
  it("trusts one principal, for one action, with the external id only", () => {
    expect(trustPolicy(template)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AssumeRole",
          Effect: "Allow",
          Principal: { AWS: PRINCIPAL },
          Action: ["sts:AssumeRole"],
          Condition: { StringEquals: { "sts:ExternalId": EXTERNAL_ID } },
        },
      ],
    });
  });

  it("fills in its two rows of the form, and reports what its trust policy grants", () => {
    const stack = awsStack();
    const identity = new AwsRoleIdentity(stack, "r", { trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID });
    expect(resolved(stack, identity.fieldValues)).toEqual({
      role_arn: expect.stringMatching(/^\$\{aws_iam_role\.\w+\.arn\}$/) as unknown,
      external_id: EXTERNAL_ID,
    });
    expect(identity.permissions.map(({ id, grantee }) => [id, grantee])).toEqual([
      ["AssumeRole", "platform principal"],
    ]);
    expect(identity.manualSteps).toEqual([]);
    expect(identity.node.defaultChild).toBe(identity.role);
  });
});

describe("a role identity with all options", () => {
  it("has the given name, path, permissions boundary and tags", () => {
    expect(
      synth({
        roleName: "finops-reader",
        iamPath: "/finops/",
        permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
        tags: { team: "finops" },
      }).resource("aws_iam_role"),
    ).toMatchObject({
      name: "finops-reader",
      path: "/finops/",
      permissions_boundary: "arn:aws:iam::111122223333:policy/boundary",
      tags: { team: "finops" },
    });
  });

  it.each([
    "arn:aws:iam::444455556666:role/platform",
    "arn:aws:iam::444455556666:role/service/eu/platform",
    "arn:aws:iam::444455556666:user/collector",
  ])("trusts %s", (trustedPrincipalArn) => {
    expect(trustPolicy(synth({ trustedPrincipalArn }))).toMatchObject({
      Statement: [{ Principal: { AWS: trustedPrincipalArn } }],
    });
  });

  it("stays within the 2,048 characters of a trust policy with the longest values allowed", () => {
    const trustedPrincipalArn = `arn:aws:iam::444455556666:role/${"p".repeat(516)}/${"r".repeat(64)}`;
    expect(trustedPrincipalArn).toHaveLength(612);
    const template = synth({ trustedPrincipalArn, externalId: "x".repeat(1224) });
    expect((template.resource("aws_iam_role").assume_role_policy as string).length).toBeLessThanOrEqual(2048);
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check each value before the role is created, so that no unchecked value reaches its trust policy", () => {
    const stack = awsStack();
    const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
    new AwsRoleIdentity(stack, "finops", { trustedPrincipalArn: variable("principal"), externalId: variable("id") });
    const { lifecycle } = Template.of(stack).resource("aws_iam_role") as {
      lifecycle: { precondition: { condition: string; error_message: string }[] };
    };
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toEqual([
      "AwsRoleIdentity at billing/finops: 'trustedPrincipalArn' must be the ARN of a role, a user or the root of an account in the commercial partition.",
      "AwsRoleIdentity at billing/finops: 'trustedPrincipalArn' must be the ARN of a role, a user or the root of an account in the commercial partition.",
      "AwsRoleIdentity at billing/finops: 'trustedPrincipalArn' must be at most 612 characters long.",
      "AwsRoleIdentity at billing/finops: 'externalId' must be letters, digits and _+=,.@:/-.",
      "AwsRoleIdentity at billing/finops: 'externalId' must be 16-1224 characters long, so that nobody can guess it.",
    ]);
  });
});

describe("validation of the role identity", () => {
  it.each<[string, unknown, string]>([
    [
      "everyone as the principal",
      { trustedPrincipalArn: "*" },
      `'trustedPrincipalArn' must be the ARN of a role, a user or the root of an account in the commercial partition, got: "*"; for example "arn:aws:iam::444455556666:root"`,
    ],
    [
      "a missing external id",
      { externalId: undefined },
      `'externalId' is required: it must be letters, digits and _+=,.@:/-; for example "${EXTERNAL_ID}"`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsRoleIdentityProps>))).toBe(
      `AwsRoleIdentity at billing/finops: ${problem}`,
    );
  });

  it("refuses a role name that is already in use in the account, in any letter case", () => {
    const stack = awsStack();
    const props = { trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID };
    new AwsRoleIdentity(stack, "one", { ...props, roleName: "finops" });
    new AwsRoleIdentity(stack, "two", { ...props, roleName: "FinOps" });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsRoleIdentity at billing/two: 'roleName' must be unique in the stack, got: "FinOps", which billing/one already uses for its IAM role; choose another`,
    );
  });
});
