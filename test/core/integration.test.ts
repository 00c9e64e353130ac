import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { type ManualStep } from "../../lib/core/manual-step";
import { Integration, INTEGRATION_RULES, integrationClaims, type IntegrationParts } from "../../lib/core/integration";
import { checkInput, withDefaults } from "../../lib/core/input";
import { Place } from "../../lib/core/place";
import { fillForm } from "../../lib/core/platform";
import { emptyStack, refusal, Template } from "../support/template";

const STEP: ManualStep = {
  key: "switch_on",
  title: "Switch the export on",
  why: "No API does it.",
  link: "https://example.com/export",
  values: { Dataset: "billing" },
  check: "A table appears within a day.",
};

/** An integration of values that a test gives, by the real base class. */
class TestIntegration extends Integration {
  constructor(
    scope: Construct,
    id: string,
    props: { outputPrefix?: string; manualSteps?: ManualStep[]; calls?: number; secret?: string } = {},
  ) {
    const { calls = 1, manualSteps = [], secret = "s", ...own } = props;
    const place = new Place(scope, id, "TestIntegration");
    const named = withDefaults(own, { outputPrefix: place.defaultOutputPrefix });
    place.admit(checkInput(INTEGRATION_RULES, named), () => integrationClaims(named));
    super(scope, id, "aws", named);
    const parts: IntegrationParts = {
      fields: fillForm("aws", {
        account_id: "111122223333",
        user_arn: "arn:aws:iam::111122223333:user/u",
        access_key_id: "AKIA",
        secret_access_key: secret,
        bucket_name: "b",
        bucket_region: "us-east-1",
        bucket_path: "s3://b/cur/r",
        report_name: "r",
        report_arn: "arn:aws:cur:us-east-1:111122223333:definition/r",
      }),
      permissions: [],
      manualSteps,
    };
    for (let call = 0; call < calls; call++) {
      this.handOver(parts);
    }
  }
}

describe("the outputs of an integration", () => {
  it("are its fields by key, below its prefix, and the hand-off", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    expect(Object.keys(Template.of(stack).outputs).sort()).toEqual([
      "finops_access_key_id",
      "finops_account_id",
      "finops_bucket_name",
      "finops_bucket_path",
      "finops_bucket_region",
      "finops_handoff",
      "finops_report_arn",
      "finops_report_name",
      "finops_secret_access_key",
      "finops_user_arn",
    ]);
  });

  it("are sensitive where the field is secret, and only there", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    const sensitive = Object.entries(Template.of(stack).outputs).filter(([, output]) => output.sensitive === true);
    expect(sensitive.map(([name]) => name)).toEqual(["finops_secret_access_key"]);
  });

  it("take their prefix from the path below the stack, or as told", () => {
    const stack = emptyStack();
    new TestIntegration(new Construct(stack, "team"), "finOps");
    new TestIntegration(stack, "other", { outputPrefix: "mine" });
    const names = Object.keys(Template.of(stack).outputs);
    expect(names).toContain("team_fin_ops_user_arn");
    expect(names).toContain("mine_handoff");
  });

  it("cannot take a prefix that Terraform would refuse", () => {
    expect(refusal(() => new TestIntegration(emptyStack(), "1st"))).toBe(
      "TestIntegration at billing/1st: 'outputPrefix' must be lower-case letters, digits and '_', beginning with a letter, " +
        'got: "1st"; for example "finops"',
    );
  });

  it("cannot take the prefix of another integration, and nothing of the refused one stays", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    expect(refusal(() => new TestIntegration(stack, "fin-ops", { outputPrefix: "finops" }))).toBe(
      "TestIntegration at billing/fin-ops: 'outputPrefix' must be unique in the stack, got: \"finops\", which " +
        "billing/finops already uses for its outputs; choose another",
    );
    expect(stack.node.children.map((child) => child.node.id)).toEqual(["finops"]);
  });

  it("may have the same names in another stack", () => {
    const app = Testing.app();
    expect(() => {
      new TestIntegration(new TerraformStack(app, "one"), "finops");
      new TestIntegration(new TerraformStack(app, "two"), "finops");
    }).not.toThrow();
  });

  it("cannot have the name of an output of one's own: cdktf would drop one of them", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    new TerraformOutput(stack, "finops_user_arn", { value: "mine", staticId: true });
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] output names must be unique in the stack, got: 'finops_user_arn' at both " +
        "billing/finops/outputs/user_arn and billing/finops_user_arn; rename yours, or set 'outputPrefix' of the integration",
    );
  });

  it("leave the outputs of a stack within the stack alone", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    new TestIntegration(new TerraformStack(stack, "inner"), "finops");
    expect(() => Template.of(stack)).not.toThrow();
  });
});

describe("the hand-off output", () => {
  const handOff = (props = {}): Record<string, unknown> => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops", props);
    const output = Template.of(stack).output("finops_handoff");
    expect(output.sensitive).toBeUndefined();
    return output.value as Record<string, unknown>;
  };

  it("says what it is, and which cloud it is of", () => {
    expect(handOff()).toMatchObject({ schema: "cdktf-finops/handoff", schema_version: 1, cloud: "aws" });
  });

  it("describes each field in the order of the form, and names its output", () => {
    const fields = handOff().fields as Record<string, unknown>[];
    expect(fields.map((field) => field.key)).toEqual([
      "account_id",
      "user_arn",
      "access_key_id",
      "secret_access_key",
      "bucket_name",
      "bucket_region",
      "bucket_path",
      "report_name",
      "report_arn",
    ]);
    expect(fields[3]).toEqual({
      key: "secret_access_key",
      label: "Secret access key",
      output: "finops_secret_access_key",
      secret: true,
      kind: "text",
    });
  });

  it("has no value of a field in it, so no secret either", () => {
    const text = JSON.stringify(handOff({ secret: "hunter2" }));
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain("AKIA");
  });

  it("gives the platform's steps in order, with the fields that a step asks for", () => {
    const steps = handOff().steps as { key: string; fields: string[] }[];
    expect(steps.map((step) => [step.key, step.fields.length])).toEqual([
      ["create_org", 0],
      ["cost_orchestrator", 9],
      ["financial_structure", 0],
      ["recommendations", 0],
    ]);
  });

  it("gives the manual steps with all that is needed to do them", () => {
    expect(handOff({ manualSteps: [STEP] }).manual_steps).toEqual([STEP]);
  });
});

describe("a manual step", () => {
  it("is announced at synth, without a path of this machine", () => {
    const stack = emptyStack();
    const integration = new TestIntegration(stack, "finops", { manualSteps: [STEP] });
    expect(integration.node.metadata).toEqual([
      {
        type: "@cdktf/warn",
        data: "To do by hand: Switch the export on. No API does it. See https://example.com/export",
        trace: undefined,
      },
    ]);
  });
});

describe("what an integration tells about itself", () => {
  it("is a copy, which cannot change it", () => {
    const integration = new TestIntegration(emptyStack(), "finops", { manualSteps: [STEP] });
    integration.fields.pop();
    integration.manualSteps.pop();
    expect(integration.fields).toHaveLength(9);
    expect(integration.manualSteps).toEqual([STEP]);
  });
});

describe("a subclass", () => {
  it("that never hands over is refused when the program is complete", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops", { calls: 0 });
    expect(refusal(() => Template.of(stack))).toContain("'handOver' was never called, so nothing would be output");
  });

  it("cannot hand over twice", () => {
    expect(refusal(() => new TestIntegration(emptyStack(), "finops", { calls: 2 }))).toBe(
      "billing/finops: 'handOver' must be called once",
    );
  });
});
