import { announce } from "../../lib/core/manual-step";
import { App, TerraformStack } from "cdktf";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

describe("a manual step", () => {
  it("is announced as a warning at synth, without a path of this machine", () => {
    // Not the testing app, which adds no stack traces.
    const stack = new TerraformStack(new App({ outdir: mkdtempSync(join(tmpdir(), "cdktf-finops-")) }), "billing");
    announce(stack, [
      {
        key: "switch_on",
        title: "Switch the export on",
        why: "No API does it.",
        link: "https://example.com/export",
        values: { Dataset: "billing" },
        check: "A table appears within a day.",
      },
    ]);
    expect(stack.node.metadata).toEqual([
      {
        type: "@cdktf/warn",
        data: "To do by hand: Switch the export on. No API does it. See https://example.com/export",
        trace: undefined,
      },
    ]);
  });
});
