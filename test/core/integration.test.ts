import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { ConstructSite } from "../../lib/core/construct-site";
import { type Field } from "../../lib/core/field";
import { Integration, INTEGRATION_SCHEMA, type IntegrationProps } from "../../lib/core/integration";
import { type ManualStep } from "../../lib/core/manual-step";
import { Part } from "../../lib/core/part";
import { validateProps } from "../../lib/core/validate-props";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

const STEP: ManualStep = {
  key: "switch_on",
  title: "Switch the export on",
  why: "No API does it.",
  link: "https://example.com/export",
  values: { Dataset: "billing" },
  check: "A table appears within a day.",
};

const FIELDS: readonly Field[] = [
  { key: "user_id", label: "User", secret: false, kind: "text", value: "u-1" },
  { key: "key_file", label: "Key", secret: true, kind: "file", note: "Upload it.", value: "hunter2" },
];

interface TestProps extends IntegrationProps {
  readonly manualSteps?: readonly ManualStep[];
  readonly limitations?: readonly string[];
  readonly calls?: number;
}

class TestPart extends Part {
  constructor(
    scope: Construct,
    id: string,
    private readonly steps: readonly ManualStep[],
    private readonly gaps: readonly string[],
  ) {
    super(scope, id);
  }

  override get manualSteps(): ManualStep[] {
    return [...this.steps];
  }

  override get limitations(): string[] {
    return [...this.gaps];
  }
}

/** A subclass of the real base class, with the fields of no cloud. */
class TestIntegration extends Integration {
  constructor(
    scope: Construct,
    id: string,
    { manualSteps = [], limitations = [], calls = 1, ...props }: TestProps = {},
  ) {
    super(scope, id, "aws", validateProps(new ConstructSite(scope, id, "TestIntegration"), INTEGRATION_SCHEMA, props));
    const parts = [new TestPart(this, "one", [], limitations), new TestPart(this, "two", manualSteps, [])];
    for (let call = 0; call < calls; call++) {
      this.handOff(FIELDS, parts);
    }
  }
}

describe("the outputs of an integration", () => {
  it("are one per field, named by prefix and key, and the hand-off", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    expect(Object.keys(Template.of(stack).outputs)).toEqual(["finops_handoff", "finops_key_file", "finops_user_id"]);
  });

  it("must have names of their own, also within one integration", () => {
    const stack = emptyStack();
    const integration = new TestIntegration(stack, "finops");
    const [output] = integration.node.findAll().filter((node) => TerraformOutput.isTerraformOutput(node));
    output?.overrideLogicalId("finops_key_file");
    expect(problemsOf(stack)).toMatch(
      /output names must be unique in the stack, got: 'finops_key_file' at both billing\/finops\/outputs\/\w+ and billing\/finops\/outputs\/\w+;/,
    );
  });

  it("are sensitive if the field is secret, and only then", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    const sensitive = Object.entries(Template.of(stack).outputs).filter(([, output]) => output.sensitive === true);
    expect(sensitive.map(([name]) => name)).toEqual(["finops_key_file"]);
  });

  it("are described by the labels of the form", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    expect(Template.of(stack).output("finops_user_id")).toMatchObject({ value: "u-1", description: "User" });
  });

  it("include one per manual step, with the values to enter", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops", { manualSteps: [STEP] });
    expect(Template.of(stack).output("finops_switch_on")).toMatchObject({
      value: { Dataset: "billing" },
      description: "Manual step: Switch the export on",
    });
  });

  it("cannot have the same name for a manual step and a field", () => {
    const stack = emptyStack();
    expect(refusal(() => new TestIntegration(stack, "finops", { manualSteps: [{ ...STEP, key: "user_id" }] }))).toBe(
      "billing/finops: two of its outputs are named 'finops_user_id'; give the manual step of your own part another key",
    );
  });

  it("take their prefix from the path below the stack, or from 'outputPrefix'", () => {
    const stack = emptyStack();
    new TestIntegration(new Construct(stack, "team"), "finOps");
    new TestIntegration(stack, "other", { outputPrefix: "mine" });
    const names = Object.keys(Template.of(stack).outputs);
    expect(names).toContain("team_fin_ops_user_id");
    expect(names).toContain("mine_handoff");
  });

  it("cannot have a prefix that Terraform would refuse", () => {
    expect(refusal(() => new TestIntegration(emptyStack(), "1st"))).toBe(
      "TestIntegration at billing/1st: 'outputPrefix' must be lower-case letters, digits and '_', beginning with a letter, " +
        'got: "1st"; for example "finops"; this default is derived from the construct\'s path, so set \'outputPrefix\'',
    );
  });

  it("cannot have the prefix of another integration, as long as that is in the tree", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    new TestIntegration(stack, "fin-ops", { outputPrefix: "finops" });
    expect(problemsOf(stack)).toBe(
      "[billing] TestIntegration at billing/fin-ops: 'outputPrefix' must be unique in the stack, got: \"finops\", which " +
        "billing/finops already uses for its outputs; choose another",
    );
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });

  it("can have the same names in another stack", () => {
    const app = Testing.app();
    const stacks = ["one", "two"].map((id) => new TerraformStack(app, id));
    stacks.forEach((stack) => new TestIntegration(stack, "finops"));
    expect(stacks.map(problemsOf)).toEqual(["", ""]);
  });

  it("cannot have the name of your own output: cdktf would drop one of them", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops");
    new TerraformOutput(stack, "finops_user_id", { value: "mine", staticId: true });
    expect(refusal(() => Template.of(stack))).toContain(
      "[billing] output names must be unique in the stack, got: 'finops_user_id' at both " +
        "billing/finops/outputs/user_id and billing/finops_user_id; rename yours, or set 'outputPrefix' of the integration",
    );
  });

  it("are not compared with the outputs of a nested stack", () => {
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

  it("names its schema, its version and its cloud", () => {
    expect(handOff()).toMatchObject({ schema: "cdktf-finops/handoff", schema_version: 1, cloud: "aws" });
  });

  it("describes each field, in the order of the form, with the name of its output", () => {
    expect(handOff().fields).toEqual([
      { key: "user_id", label: "User", output: "finops_user_id", secret: false, kind: "text" },
      { key: "key_file", label: "Key", output: "finops_key_file", secret: true, kind: "file", note: "Upload it." },
    ]);
  });

  it("contains no value of a field, and so no secret", () => {
    expect(JSON.stringify(handOff())).not.toMatch(/hunter2|u-1/);
  });

  it("lists the platform's steps in order, with the fields that each step asks for", () => {
    const steps = handOff().steps as { key: string; fields: string[] }[];
    expect(steps.map((step) => [step.key, step.fields.length])).toEqual([
      ["create_org", 0],
      ["cost_orchestrator", 2],
      ["financial_structure", 0],
      ["recommendations", 0],
    ]);
  });

  it("lists the manual steps, with everything that a person needs", () => {
    expect(handOff({ manualSteps: [STEP] }).manual_steps).toEqual([{ ...STEP, output: "finops_switch_on" }]);
  });

  it("lists the limitations", () => {
    expect(handOff().limitations).toEqual([]);
    expect(handOff({ limitations: ["One account only."] }).limitations).toEqual(["One account only."]);
  });
});

describe("the lists of an integration", () => {
  it("are copies, whose changes do not affect the integration", () => {
    const integration = new TestIntegration(emptyStack(), "finops", {
      manualSteps: [STEP],
      limitations: ["One account only."],
    });
    integration.fields.pop();
    integration.manualSteps.pop();
    integration.limitations.pop();
    expect(integration.limitations).toEqual(["One account only."]);
    expect(integration.fields).toEqual(FIELDS);
    expect(integration.manualSteps).toEqual([STEP]);
  });
});

describe("a subclass of the base class", () => {
  it("fails at synthesis if it never calls 'handOff'", () => {
    const stack = emptyStack();
    new TestIntegration(stack, "finops", { calls: 0 });
    expect(refusal(() => Template.of(stack))).toContain(
      "there are no outputs, because 'handOff' was not called, or failed",
    );
  });

  it("cannot call 'handOff' twice", () => {
    expect(refusal(() => new TestIntegration(emptyStack(), "finops", { calls: 2 }))).toBe(
      "billing/finops: 'handOff' must be called once",
    );
  });
});
