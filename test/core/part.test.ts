import { App, TerraformStack, TerraformVariable } from "cdktf";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ManualStep } from "../../lib/core/manual-step";
import { Part } from "../../lib/core/part";

const STEP: ManualStep = {
  key: "switch_on",
  title: "Switch the export on",
  why: "No API does it.",
  link: "https://example.com/export",
  values: { Dataset: "billing" },
  check: "A table appears within a day.",
};

class Plain extends Part {}

class Warning extends Part {
  constructor(
    stack: TerraformStack,
    id: string,
    private readonly step: ManualStep = STEP,
  ) {
    super(stack, id);
    this.addSynthWarnings();
  }

  override get manualSteps(): ManualStep[] {
    return [this.step];
  }

  override get limitations(): string[] {
    return ["One account only."];
  }
}

// Not the testing app, which adds no stack traces.
const stack = new TerraformStack(new App({ outdir: mkdtempSync(join(tmpdir(), "cdktf-finops-")) }), "billing");

describe("a part", () => {
  it("has no permissions, manual steps and limitations by default", () => {
    const { permissions, manualSteps, limitations } = new Plain(stack, "plain");
    expect([permissions, manualSteps, limitations]).toEqual([[], [], []]);
  });

  it("warns at synthesis of manual steps and limitations, without a path of this machine", () => {
    expect(new Warning(stack, "warning").node.metadata).toEqual([
      {
        type: "@cdktf/warn",
        data: "Manual step: Switch the export on. No API does it. See https://example.com/export",
        trace: undefined,
      },
      { type: "@cdktf/warn", data: "Limitation: One account only.", trace: undefined },
    ]);
  });

  it("refers to the outputs in a warning whose link is an unresolved token", () => {
    const { stringValue } = new TerraformVariable(stack, "account", { type: "string" });
    const link = `https://example.com/${stringValue}/export`;
    expect(new Warning(stack, "token_link", { ...STEP, link }).node.metadata.map(({ data }) => data as string)).toEqual(
      ["Manual step: Switch the export on. No API does it. See the outputs", "Limitation: One account only."],
    );
  });
});
