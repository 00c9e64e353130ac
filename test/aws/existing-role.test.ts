import { DataAwsIamRole } from "@cdktf/provider-aws/lib/data-aws-iam-role";
import { type AwsExistingRoleProps, AwsIdentity } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { refusal, resolved, Template } from "../support/template";

const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";

const synth = (props: Partial<AwsExistingRoleProps> = {}): Template => {
  const stack = awsStack();
  AwsIdentity.fromRole(stack, "finops", { roleName: "platform", externalId: EXTERNAL_ID, ...props });
  return Template.of(stack);
};

describe("an existing role", () => {
  it("reads the role, and changes nothing about it", () => {
    const template = synth();
    expect(template.resourceTypes).toEqual({});
    expect(template.data("aws_iam_role")).toMatchObject({ name: "platform" });
  });

  // test/terraform/conditions.test.ts evaluates the condition.
  it("stops the plan when the trust policy does not require the external id", () => {
    expect(synth().data("aws_iam_role").lifecycle).toMatchObject({
      postcondition: [
        {
          condition: expect.stringContaining(`"${EXTERNAL_ID}"`) as unknown,
          error_message:
            "AwsIdentity.fromRole at billing/finops: each Allow statement of the role's trust policy must require 'externalId', by StringEquals on sts:ExternalId, and name AWS principals, without a wildcard.",
        },
      ],
    });
  });

  it("fills in the rows of the role, grants nothing, and warns about its existing permissions", () => {
    const stack = awsStack();
    const identity = AwsIdentity.fromRole(stack, "finops", { roleName: "platform", externalId: EXTERNAL_ID });
    expect(resolved(stack, identity.fieldValues)).toEqual({
      role_arn: expect.stringMatching(/^\$\{data\.aws_iam_role\.\w+\.arn\}$/) as unknown,
      external_id: EXTERNAL_ID,
    });
    expect(identity.permissions).toEqual([]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "The role keeps its existing permissions, and the platform inherits them: review them first.",
    ]);
    expect(identity.node.defaultChild).toBeInstanceOf(DataAwsIamRole);
  });
});

describe("validation of an existing role", () => {
  it.each<[string, unknown, string]>([
    [
      "the ARN of a role",
      { roleName: "arn:aws:iam::111122223333:role/platform" },
      `'roleName' must be letters, digits and _+=,.@-, got: "arn:aws:iam::111122223333:role/platform"; for example "finops-platform"`,
    ],
  ])("refuses %s", (_, props, problem) => {
    expect(refusal(() => synth(props as Partial<AwsExistingRoleProps>))).toBe(
      `AwsIdentity.fromRole at billing/finops: ${problem}`,
    );
  });
});
