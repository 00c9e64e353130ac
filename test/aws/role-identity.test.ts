import { AwsRoleIdentity, type AwsRoleIdentityProps } from "cdktf-finops/aws";
import { TerraformVariable } from "cdktf";
import { awsStack } from "../support/aws";
import { refusal, resolved, Template } from "../support/template";

const PRINCIPAL = "arn:aws:iam::444455556666:root";
const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";

const synth = (props: Partial<AwsRoleIdentityProps> = {}): Template => {
  const stack = awsStack();
  new AwsRoleIdentity(stack, "finops", { trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID, ...props });
  return Template.of(stack);
};
const trust = (template: Template): unknown =>
  JSON.parse(template.resource("aws_iam_role").assume_role_policy as string) as unknown;

describe("the role", () => {
  const template = synth();

  it("is all there is: no key, and no permission of its own", () => {
    expect(template.resourceTypes).toEqual({ aws_iam_role: 1 });
    expect(template.resource("aws_iam_role")).not.toHaveProperty("inline_policy");
    expect(template.resource("aws_iam_role")).not.toHaveProperty("managed_policy_arns");
  });

  it("is named after the construct's path", () => {
    expect(template.resource("aws_iam_role")).toMatchObject({ name: "billing-finops", path: "/" });
  });

  // Without the condition, any customer of the platform could have it read this account.
  it("lets in one principal, by one action, with the external id only", () => {
    expect(trust(template)).toEqual({
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

  it("fills in its two rows of the form, and tells what its trust grants", () => {
    const stack = awsStack();
    const identity = new AwsRoleIdentity(stack, "r", { trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID });
    expect(resolved(stack, identity.formValues)).toEqual({
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

describe("the role, as told", () => {
  it("has that name, path, boundary and those tags", () => {
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
  ])("may trust %s", (trustedPrincipalArn) => {
    expect(trust(synth({ trustedPrincipalArn }))).toMatchObject({
      Statement: [{ Principal: { AWS: trustedPrincipalArn } }],
    });
  });

  it("has its trust policy within 2,048 characters, which IAM allows, with the longest values", () => {
    const trustedPrincipalArn = `arn:aws:iam::444455556666:role/${"p".repeat(516)}/${"r".repeat(64)}`;
    expect(trustedPrincipalArn).toHaveLength(612);
    const template = synth({ trustedPrincipalArn, externalId: "x".repeat(1224) });
    expect((template.resource("aws_iam_role").assume_role_policy as string).length).toBeLessThanOrEqual(2048);
  });
});

describe("a role whose identifiers are variables", () => {
  it("has Terraform check them before the role is made, so that none gets into its trust unseen", () => {
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

describe("what the role refuses", () => {
  const principal = (got: string): string =>
    `'trustedPrincipalArn' must be the ARN of a role, a user or the root of an account in the commercial partition, got: ${got}; for example "arn:aws:iam::444455556666:root"`;
  const EXAMPLE = '; for example "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613"';

  it.each<[string, unknown, string]>([
    ["everyone", { trustedPrincipalArn: "*" }, principal('"*"')],
    ["every account", { trustedPrincipalArn: "arn:aws:iam::*:root" }, principal('"arn:aws:iam::*:root"')],
    ["an account by its number", { trustedPrincipalArn: "444455556666" }, principal('"444455556666"')],
    [
      "a session, which ends",
      { trustedPrincipalArn: "arn:aws:sts::444455556666:assumed-role/platform/session" },
      principal('"arn:aws:sts::444455556666:assumed-role/platform/session"'),
    ],
    ["a service", { trustedPrincipalArn: "ec2.amazonaws.com" }, principal('"ec2.amazonaws.com"')],
    [
      "another partition",
      { trustedPrincipalArn: "arn:aws-us-gov:iam::444455556666:root" },
      principal('"arn:aws-us-gov:iam::444455556666:root"'),
    ],
    [
      "no external id",
      { externalId: undefined },
      `'externalId' is required: it must be letters, digits and _+=,.@:/-${EXAMPLE}`,
    ],
    [
      "an external id of 15 characters, which one could guess",
      { externalId: "acme-production" },
      `'externalId' must be 16-1224 characters long, so that nobody can guess it, got: "acme-production"${EXAMPLE}`,
    ],
    [
      "an external id too long",
      { externalId: "x".repeat(1225) },
      `'externalId' must be 16-1224 characters long, so that nobody can guess it, got: "${"x".repeat(80)}"… (1225 characters)${EXAMPLE}`,
    ],
    [
      "an external id with spaces",
      { externalId: "acme production account" },
      `'externalId' must be letters, digits and _+=,.@:/-, got: "acme production account"${EXAMPLE}`,
    ],
    [
      "an external id with a quote",
      { externalId: 'acme-production"}}' },
      `'externalId' must be letters, digits and _+=,.@:/-, got: "acme-production\\"}}"${EXAMPLE}`,
    ],
    [
      "a name too long",
      { roleName: "x".repeat(65) },
      `'roleName' must be 1-64 characters long, got: "${"x".repeat(65)}"; for example "finops-platform"`,
    ],
  ])("is %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsRoleIdentityProps>))).toBe(
      `AwsRoleIdentity at billing/finops: ${problem}`,
    );
  });

  it("is a name that another has in the account, whatever the letter case", () => {
    const stack = awsStack();
    const props = { trustedPrincipalArn: PRINCIPAL, externalId: EXTERNAL_ID };
    new AwsRoleIdentity(stack, "one", { ...props, roleName: "finops" });
    expect(refusal(() => new AwsRoleIdentity(stack, "two", { ...props, roleName: "FinOps" }))).toBe(
      `AwsRoleIdentity at billing/two: 'roleName' must be unique in the stack, got: "FinOps", which billing/one already uses for its IAM role; choose another`,
    );
  });
});
