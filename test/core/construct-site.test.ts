import type * as cdktf from "cdktf";
import { TerraformStack, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { ConstructSite } from "../../lib/core/construct-site";
import { emptyStack, refusal } from "../support/template";

describe("the site of a construct", () => {
  it("has a path, and derives names from it", () => {
    const site = new ConstructSite(new Construct(emptyStack(), "team"), "finOps", "Thing");
    expect(site.path).toBe("billing/team/finOps");
    expect(site.name("-")).toBe("billing-team-fin-ops");
    expect(site.name("")).toBe("billingteamfinops");
    expect(site.nameBelowStack("_")).toBe("team_fin_ops");
  });

  it("derives names from the path below the nearest stack", () => {
    const inner = new TerraformStack(emptyStack(), "inner");
    expect(new ConstructSite(inner, "finops", "Thing").nameBelowStack("_")).toBe("finops");
  });

  it.each([
    ["undefined", undefined, "Thing: the scope must be a construct inside a TerraformStack, got: undefined"],
    ["a string", "billing", 'Thing: the scope must be a construct inside a TerraformStack, got: "billing"'],
    [
      "an object with a node",
      { node: {} },
      "Thing: the scope must be a construct inside a TerraformStack, got: an object",
    ],
  ])("refuses %s as the scope", (_, scope, message) => {
    expect(refusal(() => new ConstructSite(scope, "finops", "Thing"))).toBe(message);
  });

  it("refuses an empty id", () => {
    expect(refusal(() => new ConstructSite(emptyStack(), "", "Thing"))).toBe(
      'Thing: the id must be a literal string of at least one character, got: ""',
    );
  });

  it("replaces a slash in an id, as the constructs library does", () => {
    const stack = emptyStack();
    new Construct(stack, "a/b");
    expect(new ConstructSite(stack.node.findChild("a--b"), "c", "Thing").path).toBe("billing/a--b/c");
    expect(refusal(() => new ConstructSite(stack, "a/b", "Thing"))).toContain(
      "Thing at billing/a--b: the id must be unique",
    );
  });

  it.each(["a${b}", "a%{if true}", `a${Token.asNumber({ ref: "x" })}`])(
    "refuses an id that Terraform would evaluate, its own or one above it: %s",
    (id) => {
      const problem = `Thing: an id must not contain anything that Terraform would evaluate, such as '\${' or '%{', got: "${id}"`;
      expect(refusal(() => new ConstructSite(emptyStack(), id, "Thing"))).toBe(problem);
      expect(refusal(() => new ConstructSite(new Construct(emptyStack(), id), "fine", "Thing"))).toBe(problem);
    },
  );

  it("refuses the id Default, which would make addresses clash", () => {
    expect(refusal(() => new ConstructSite(emptyStack(), "Default", "Thing"))).toBe(
      'Thing at billing/Default: the id must not be "Default", which cdktf leaves out of addresses; choose another',
    );
  });

  it("escapes the invisible characters of an id in errors", () => {
    const { message } = new ConstructSite(emptyStack(), "fin\u202eops", "Thing").error(["it is wrong"]);
    expect(message).toBe("Thing at billing/fin\\u{202e}ops: it is wrong");
  });

  it("refuses an id that another construct in its scope has", () => {
    const stack = emptyStack();
    new Construct(stack, "finops");
    expect(refusal(() => new ConstructSite(stack, "finops", "Thing"))).toBe(
      'Thing at billing/finops: the id must be unique in its scope, got: "finops", which is taken; choose another',
    );
  });

  it("refuses an app as the scope", () => {
    expect(refusal(() => new ConstructSite(Testing.app(), "finops", "Thing"))).toBe(
      "Thing at finops: must be inside a TerraformStack, got: a scope outside of a stack; pass the stack as the scope, not the app",
    );
  });

  it("refuses a stack of another copy of cdktf", () => {
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof cdktf>("cdktf");
      expect(other.TerraformStack).not.toBe(TerraformStack);
      const stack = new other.TerraformStack(other.Testing.app(), "billing");
      expect(refusal(() => new ConstructSite(stack, "finops", "Thing"))).toBe(
        "Thing at billing/finops: its stack must come from the same copy of cdktf that this library loaded, got: a stack " +
          "of another copy; run 'npm ls cdktf' and remove the other copy, or, if the program uses cdktn, set " +
          '"cdktf": "npm:cdktn@<version>" in both "dependencies" and "overrides" of package.json, and import from "cdktf"',
      );
    });
  });
});
