import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { StackValidation } from "../../lib/core/stack-validation";

/** A validation, and the stack and subjects of each scan. */
function recorded(): { validation: StackValidation<{ construct: Construct }>; scans: string[][] } {
  const scans: string[][] = [];
  const validation = new StackValidation<{ construct: Construct }>((stack, subjects) => {
    scans.push([stack.node.id, ...subjects.map(({ construct }) => construct.node.path)]);
    return subjects.map(({ construct }) => `wrong with ${construct.node.id}`);
  });
  return { validation, scans };
}

describe("the validation of a stack", () => {
  it("scans once for all subjects, and reports the problems", () => {
    const stack = new TerraformStack(new App(), "billing");
    const { validation, scans } = recorded();
    for (const id of ["a", "b", "c"]) {
      validation.add({ construct: new Construct(stack, id) });
    }
    expect(stack.node.validate()).toEqual(["wrong with a", "wrong with b", "wrong with c"]);
    expect(scans).toEqual([["billing", "billing/a", "billing/b", "billing/c"]]);
  });

  it("scans each stack separately", () => {
    const app = new App();
    const { validation, scans } = recorded();
    for (const id of ["one", "two"]) {
      const stack = new TerraformStack(app, id);
      validation.add({ construct: new Construct(stack, "a") });
      expect(stack.node.validate()).toEqual(["wrong with a"]);
    }
    expect(scans).toEqual([
      ["one", "one/a"],
      ["two", "two/a"],
    ]);
  });

  it("ignores a subject that was removed from the tree", () => {
    const stack = new TerraformStack(new App(), "billing");
    const { validation } = recorded();
    for (const id of ["a", "b"]) {
      validation.add({ construct: new Construct(stack, id) });
    }
    stack.node.tryRemoveChild("a");
    expect(stack.node.validate()).toEqual(["wrong with b"]);
  });
});
