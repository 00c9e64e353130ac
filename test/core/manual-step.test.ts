import { announce } from "../../lib/core/manual-step";
import { emptyStack } from "../support/template";

describe("a manual step", () => {
  it("is announced as a warning at synth, without a path of this machine", () => {
    const stack = emptyStack();
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
