import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { StackValidation } from "../../lib/core/stack-validation";

/** A check that tells who asked, and how often it looked. */
function counted(): { check: StackValidation<{ construct: Construct }>; looks: string[][] } {
  const looks: string[][] = [];
  const check = new StackValidation<{ construct: Construct }>((stack, asking) => {
    looks.push([stack.node.id, ...asking.map(({ construct }) => construct.node.path)]);
    return asking.map(({ construct }) => `wrong with ${construct.node.id}`);
  });
  return { check, looks };
}

describe("a check of all of a stack", () => {
  it("looks once for all who ask, and tells what is wrong", () => {
    const stack = new TerraformStack(new App(), "billing");
    const { check, looks } = counted();
    for (const id of ["a", "b", "c"]) {
      check.add({ construct: new Construct(stack, id) });
    }
    expect(stack.node.validate()).toEqual(["wrong with a", "wrong with b", "wrong with c"]);
    expect(looks).toEqual([["billing", "billing/a", "billing/b", "billing/c"]]);
  });

  it("is one for each stack", () => {
    const app = new App();
    const { check, looks } = counted();
    for (const id of ["one", "two"]) {
      const stack = new TerraformStack(app, id);
      check.add({ construct: new Construct(stack, "a") });
      expect(stack.node.validate()).toEqual(["wrong with a"]);
    }
    expect(looks).toEqual([
      ["one", "one/a"],
      ["two", "two/a"],
    ]);
  });

  it("forgets who was taken out again", () => {
    const stack = new TerraformStack(new App(), "billing");
    const { check } = counted();
    for (const id of ["a", "b"]) {
      check.add({ construct: new Construct(stack, id) });
    }
    stack.node.tryRemoveChild("a");
    expect(stack.node.validate()).toEqual(["wrong with b"]);
  });
});
