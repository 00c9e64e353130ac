import { AwsBillingExport, AwsIdentity, AwsStorage } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { type Block, Template } from "../support/template";
import { Terraform, trial } from "../support/terraform";

// What the conditions on what is there already mean to Terraform, which evaluates them for a list of values. Needs
// terraform, but no provider.

const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";

/** The conditions of a data source, as one expression about `value` in place of the attribute. */
function conditions(data: Block, attribute: string): string {
  const { postcondition } = data.lifecycle as { postcondition: { condition: string }[] };
  const about = postcondition.map(({ condition }) => condition.slice(2, -1)).filter((one) => one.includes(attribute));
  return about.map((one) => `(${one.replaceAll(`self.${attribute}`, "value")})`).join(" && ");
}

function results(expression: string, values: readonly string[]): { terraform: Terraform; evaluate: () => unknown } {
  const terraform = new Terraform({
    locals: { values: values.map((value) => value.replaceAll("${", () => "$${")) },
    output: { results: { value: `\${[for value in local.values : ${expression}]}` } },
  });
  return { terraform, evaluate: () => terraform.outputs().results };
}

const statement = (parts: object): object => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::444455556666:root" },
  Action: "sts:AssumeRole",
  ...parts,
});
const asking = (id: unknown, operator = "StringEquals", key = "sts:ExternalId"): object =>
  statement({ Condition: { [operator]: { [key]: id } } });

const without = (key: string, parts: object): object =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => name !== key));

describe("the trust policy of a role that is there already", () => {
  const stack = awsStack();
  AwsIdentity.fromRole(stack, "role", { roleName: "platform", externalId: EXTERNAL_ID });
  const expression = conditions(Template.of(stack).data("aws_iam_role"), "assume_role_policy");
  const cases: [string, object | object[], boolean][] = [
    ["asks for the id", [asking(EXTERNAL_ID)], true],
    ["asks for it in its only statement, which is no list", asking(EXTERNAL_ID), true],
    ["asks for it under the key in other letters", [asking(EXTERNAL_ID, "StringEquals", "STS:externalid")], true],
    ["asks for it in a list of one", [asking([EXTERNAL_ID])], true],
    ["asks for it, and denies something", [asking(EXTERNAL_ID), { ...statement({}), Effect: "Deny" }], true],
    ["asks for it of a service", [{ ...asking(EXTERNAL_ID), Principal: { Service: "ec2.amazonaws.com" } }], false],
    [
      "asks for it of a service beside an account",
      [{ ...asking(EXTERNAL_ID), Principal: { AWS: "arn:aws:iam::444455556666:root", Service: "ec2.amazonaws.com" } }],
      false,
    ],
    ["asks for it of everyone", [{ ...asking(EXTERNAL_ID), Principal: "*" }], false],
    ["asks for it of every account", [{ ...asking(EXTERNAL_ID), Principal: { AWS: ["*"] } }], false],
    ["asks for it of all but one", [without("Principal", { ...asking(EXTERNAL_ID), NotPrincipal: "x" })], false],
    ["asks for one of several ids", [asking(["another-id-of-some-length", EXTERNAL_ID])], false],
    ["asks for it in its second statement only", [statement({}), asking(EXTERNAL_ID)], false],
    ["asks for another id", [asking("another-id-of-some-length")], false],
    ["asks for nothing", [statement({})], false],
    ["denies by it", [{ ...asking(EXTERNAL_ID), Effect: "Deny" }], false],
    ["asks for something like it", [asking(EXTERNAL_ID, "StringLike")], false],
    ["has no statement", [], false],
  ];
  const policies = cases.map(([, Statement]) => JSON.stringify({ Version: "2012-10-17", Statement }));
  const { terraform, evaluate } = results(expression, policies);

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "lets the plan go on when all that it allows asks for the external id, and only then", () => {
    const evaluated = evaluate() as boolean[];
    expect(cases.map(([what], index) => [what, evaluated[index]])).toEqual(cases.map(([what, , is]) => [what, is]));
  });
});

describe("the prefix of a report that is there already", () => {
  const stack = awsStack();
  AwsBillingExport.fromReport(stack, "report", { reportName: "hourly" });
  const expression = conditions(Template.of(stack).data("aws_cur_report_definition"), "s3_prefix");
  const good = ["cur", "exports/aws", "a1!_.'()-b"];
  const bad = ["", "c", "/cur", "cur/", "cur.", "cur*", "c?r", "cu r", 'cu"r', "${x}", "x".repeat(257)];
  const { terraform, evaluate } = results(expression, [...good, ...bad]);

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "lets the plan go on when it bounds what the platform may read, and only then", () => {
    expect(evaluate()).toEqual([...good.map(() => true), ...bad.map(() => false)]);
  });
});

describe("the policy of a bucket that ours is merged into", () => {
  const stack = awsStack();
  AwsStorage.fromBucket(stack, "bucket", { bucketName: "acme", policy: "MERGE" });
  const expression = conditions(Template.of(stack).data("aws_s3_bucket_policy"), "policy");
  const ours = { Sid: "CheckBucket", Effect: "Allow", Principal: { Service: "billingreports.amazonaws.com" } };
  const theirs = { Sid: "DenyInsecureTransport", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
  const cases: [string, object, boolean][] = [
    ["says what others want", { Version: "2012-10-17", Statement: [theirs, { Effect: "Allow" }] }, true],
    ["has ours already", { Version: "2012-10-17", Statement: [theirs, ours] }, true],
    ["denies under our Sid", { Version: "2012-10-17", Statement: [{ ...ours, Effect: "Deny" }] }, false],
    ["lets in others under our Sid", { Version: "2012-10-17", Statement: [{ ...ours, Principal: "*" }] }, false],
    [
      "lets in someone beside the service under our Sid",
      { Version: "2012-10-17", Statement: [{ ...ours, Principal: { ...ours.Principal, AWS: "x" } }] },
      false,
    ],
    [
      "has conditions of strings and booleans",
      {
        Version: "2012-10-17",
        Statement: [{ ...theirs, Condition: { Bool: { a: false }, StringLike: { b: ["c"] } } }],
      },
      true,
    ],
    [
      "has a number in a condition",
      { Version: "2012-10-17", Statement: [{ ...theirs, Condition: { NumericLessThan: { "s3:max-keys": 10 } } }] },
      false,
    ],
    ["is of the older version", { Version: "2008-10-17", Statement: [theirs] }, false],
    ["is of no version, which is the older", { Statement: [theirs] }, false],
  ];
  const { terraform, evaluate } = results(
    expression,
    cases.map(([, policy]) => JSON.stringify(policy)),
  );

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "lets the plan go on when nothing of it would be changed, and only then", () => {
    const evaluated = evaluate() as boolean[];
    expect(cases.map(([what], index) => [what, evaluated[index]])).toEqual(cases.map(([what, , is]) => [what, is]));
  });
});
