import { AwsBillingExport, AwsIdentity, AwsStorage } from "cdktf-finops/aws";
import { TerraformVariable } from "cdktf";
import { brokenCondition, type Condition, length, type LengthUnit, maxLength } from "../../lib/core/conditions";
import { stringPreconditions } from "../../lib/core/preconditions";
import { awsStack } from "../support/aws";
import { type Block, resolved, Template } from "../support/template";
import { Terraform, trial } from "../support/terraform";

// Terraform evaluates the postconditions on existing resources for a list of values. Needs terraform, but no provider.

const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";

/** Postconditions of a data source on an attribute, as one expression with `value` in place of the attribute. */
function conditions(data: Block, attribute: string): string {
  const { postcondition } = data.lifecycle as { postcondition: { condition: string }[] };
  const expressions = postcondition
    .map(({ condition }) => condition.slice(2, -1))
    .filter((one) => one.includes(attribute));
  return expressions.map((one) => `(${one.replaceAll(`self.${attribute}`, "value")})`).join(" && ");
}

function results(expression: string, values: readonly string[]): { terraform: Terraform; evaluate: () => unknown } {
  const terraform = new Terraform({
    locals: { values: values.map((value) => value.replaceAll("${", () => "$${")) },
    output: { results: { value: `\${[for value in local.values : ${expression}]}` } },
  });
  return { terraform, evaluate: () => terraform.outputs().results };
}

describe("a condition on a string", () => {
  const texts = [
    ...[
      "",
      "a",
      "ab",
      "abc",
      "abcd",
      "é",
      "éé",
      "e\u0301",
      "e\u0301é",
      "😀",
      "😀a",
      "👨‍👩‍👧",
      "漢字",
      "\r\n",
      "a\n",
      "\n\n\n",
    ],
    ...["a".repeat(6), "é".repeat(3), "é".repeat(4), "😀".repeat(2), "\u0958", "\u0958\u0958", "ａ", "\u{1d15e}"],
  ];
  const units: readonly (LengthUnit | undefined)[] = ["bytes", "code points", "UTF-16 code units"];
  const conditions: readonly Condition[] = [
    ...units.flatMap((unit) => [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 18].map((max) => maxLength(max, unit)),
      ...[0, 1, 2, 3, 4, 6].map((min) => length(min, 8, unit)),
    ]),
    { must: "be letters", characters: "a-z\\p{L}" },
    { must: "begin with a letter", pattern: "^\\p{L}" },
    { must: "have no line break", notPattern: "\\n" },
    { must: "be é or ab", enum: ["é", "ab"] },
  ];
  const stack = awsStack();
  const { stringValue } = new TerraformVariable(stack, "value", { type: "string" });
  const expressions = stringPreconditions(stringValue, conditions, "it").map(({ condition }) =>
    String(resolved(stack, condition)).slice(2, -1).replaceAll("var.value", "value"),
  );
  const { terraform, evaluate } = results(`[${expressions.join(", ")}]`, texts);

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "holds in Terraform if it holds at synthesis, whatever the unit of a length", () => {
    expect(evaluate()).toEqual(
      // Terraform normalizes all strings.
      texts.map((text) => conditions.map((condition) => brokenCondition([condition], text.normalize()) === undefined)),
    );
  });
});

const statement = (parts: object): object => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::444455556666:root" },
  Action: "sts:AssumeRole",
  ...parts,
});
const requiringId = (id: unknown, operator = "StringEquals", key = "sts:ExternalId"): object =>
  statement({ Condition: { [operator]: { [key]: id } } });

const omit = (key: string, parts: object): object =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => name !== key));

describe("the trust policy of an existing role", () => {
  const stack = awsStack();
  AwsIdentity.fromRole(stack, "role", { roleName: "platform", externalId: EXTERNAL_ID });
  const expression = conditions(Template.of(stack).data("aws_iam_role"), "assume_role_policy");
  const cases: [string, object | object[], boolean][] = [
    ["requires the external ID", [requiringId(EXTERNAL_ID)], true],
    ["requires it in a single statement, not in a list", requiringId(EXTERNAL_ID), true],
    [
      "requires it, with the condition key in another letter case",
      [requiringId(EXTERNAL_ID, "StringEquals", "STS:externalid")],
      true,
    ],
    ["requires it as a list of one value", [requiringId([EXTERNAL_ID])], true],
    ["requires it, and has a Deny statement", [requiringId(EXTERNAL_ID), { ...statement({}), Effect: "Deny" }], true],
    [
      "requires it, but trusts a service",
      [{ ...requiringId(EXTERNAL_ID), Principal: { Service: "ec2.amazonaws.com" } }],
      false,
    ],
    [
      "requires it, but trusts a service and an account",
      [
        {
          ...requiringId(EXTERNAL_ID),
          Principal: { AWS: "arn:aws:iam::444455556666:root", Service: "ec2.amazonaws.com" },
        },
      ],
      false,
    ],
    ["requires it, but trusts everyone", [{ ...requiringId(EXTERNAL_ID), Principal: "*" }], false],
    ["requires it, but trusts every account", [{ ...requiringId(EXTERNAL_ID), Principal: { AWS: ["*"] } }], false],
    [
      "requires it, but trusts every principal except one",
      [omit("Principal", { ...requiringId(EXTERNAL_ID), NotPrincipal: "x" })],
      false,
    ],
    ["requires one of several IDs", [requiringId(["another-id-of-some-length", EXTERNAL_ID])], false],
    ["requires it in its second statement only", [statement({}), requiringId(EXTERNAL_ID)], false],
    ["requires another ID", [requiringId("another-id-of-some-length")], false],
    ["requires nothing", [statement({})], false],
    ["uses it in a Deny statement", [{ ...requiringId(EXTERNAL_ID), Effect: "Deny" }], false],
    ["requires it by StringLike", [requiringId(EXTERNAL_ID, "StringLike")], false],
    ["has no statement", [], false],
  ];
  const policies = cases.map(([, Statement]) => JSON.stringify({ Version: "2012-10-17", Statement }));
  const { terraform, evaluate } = results(expression, policies);

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "passes the postconditions only if each Allow statement requires the external ID", () => {
    const evaluated = evaluate() as boolean[];
    expect(cases.map(([name], index) => [name, evaluated[index]])).toEqual(
      cases.map(([name, , passes]) => [name, passes]),
    );
  });
});

describe("the prefix of an existing report", () => {
  const stack = awsStack();
  AwsBillingExport.fromReport(stack, "report", { reportName: "hourly" });
  const expression = conditions(Template.of(stack).data("aws_cur_report_definition"), "s3_prefix");
  const valid = ["cur", "exports/aws", "a1!_.'()-b"];
  const invalid = ["", "c", "/cur", "cur/", "cur.", "cur*", "c?r", "cu r", 'cu"r', "${x}", "x".repeat(257)];
  const { terraform, evaluate } = results(expression, [...valid, ...invalid]);

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "passes the postconditions only if it limits the objects that the platform can read", () => {
    expect(evaluate()).toEqual([...valid.map(() => true), ...invalid.map(() => false)]);
  });
});

describe("the policy of an existing bucket, before the merge", () => {
  const stack = awsStack();
  AwsStorage.fromBucket(stack, "bucket", { bucketName: "acme", policy: "MERGE" });
  const expression = conditions(Template.of(stack).data("aws_s3_bucket_policy"), "policy");
  const ours = { Sid: "CheckBucket", Effect: "Allow", Principal: { Service: "billingreports.amazonaws.com" } };
  const theirs = { Sid: "DenyInsecureTransport", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };
  const cases: [string, object, boolean][] = [
    ["has statements of others", { Version: "2012-10-17", Statement: [theirs, { Effect: "Allow" }] }, true],
    ["has our statement already", { Version: "2012-10-17", Statement: [theirs, ours] }, true],
    ["has a Deny statement with our Sid", { Version: "2012-10-17", Statement: [{ ...ours, Effect: "Deny" }] }, false],
    [
      "allows everyone in a statement with our Sid",
      { Version: "2012-10-17", Statement: [{ ...ours, Principal: "*" }] },
      false,
    ],
    [
      "allows an additional principal in a statement with our Sid",
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
    ["has the older version", { Version: "2008-10-17", Statement: [theirs] }, false],
    ["has no version, which means the older one", { Statement: [theirs] }, false],
  ];
  const { terraform, evaluate } = results(
    expression,
    cases.map(([, policy]) => JSON.stringify(policy)),
  );

  afterAll(() => {
    terraform.remove();
  });

  trial(terraform, "passes the postconditions only if the merge would change none of its statements", () => {
    const evaluated = evaluate() as boolean[];
    expect(cases.map(([name], index) => [name, evaluated[index]])).toEqual(
      cases.map(([name, , passes]) => [name, passes]),
    );
  });
});
