import { type App, TerraformStack, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConstructSite } from "../../lib/core/construct-site";
import { type UniqueName } from "../../lib/core/props-schema";
import { claimUniqueNames, takeClaim } from "../../lib/core/unique-names";
import { emptyStack, refusal } from "../support/template";

/** Creates a construct with one unique name. */
function create(scope: Construct, id: string, name: string, more: Partial<UniqueName> = {}): Construct {
  claimUniqueNames(new ConstructSite(scope, id, "Thing"), () => [
    { property: "bucketName", kind: "S3 bucket", name, within: "program", ...more },
  ]);
  const construct = new Construct(scope, id);
  takeClaim(construct);
  return construct;
}

const problems = (stack: TerraformStack): string[] => stack.node.validate();

describe("a unique name", () => {
  it("must not be used by a second construct: the error names both", () => {
    const stack = emptyStack();
    create(stack, "one", "acme");
    create(stack, "two", "acme");
    expect(problems(stack)).toEqual([
      "Thing at billing/two: 'bucketName' must be unique in the program, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    ]);
  });

  it("is reported for each further construct, all at once", () => {
    const stack = emptyStack();
    ["one", "two", "three"].forEach((id) => create(stack, id, "acme"));
    create(stack, "four", "other");
    create(stack, "five", "other");
    expect(problems(stack).map((problem) => problem.slice(0, 30))).toEqual([
      "Thing at billing/two: 'bucketN",
      "Thing at billing/three: 'bucke",
      "Thing at billing/five: 'bucket",
    ]);
  });

  it("can be used again when its construct was removed from the tree, or the construct around it", () => {
    const stack = emptyStack();
    create(stack, "one", "acme");
    create(new Construct(stack, "group"), "inner", "acme");
    stack.node.tryRemoveChild("one");
    create(stack, "two", "acme");
    expect(problems(stack)).toHaveLength(1);
    stack.node.tryRemoveChild("group");
    expect(problems(stack)).toEqual([]);
  });

  it("can be used again by a construct in the place of a removed one", () => {
    const stack = emptyStack();
    create(stack, "one", "acme");
    stack.node.tryRemoveChild("one");
    create(stack, "one", "acme");
    expect(problems(stack)).toEqual([]);
  });

  it("can be used again when another kind of construct has the path of a removed one", () => {
    const stack = emptyStack();
    create(stack, "one", "acme");
    stack.node.tryRemoveChild("one");
    takeClaim(new Construct(stack, "one"));
    create(stack, "two", "acme");
    expect(problems(stack)).toEqual([]);
  });

  it("is not freed by a construct in a removed scope, which has the same path", () => {
    const stack = emptyStack();
    const removed = new Construct(stack, "group");
    stack.node.tryRemoveChild("group");
    create(new Construct(stack, "group"), "one", "acme");
    create(removed, "one", "other");
    create(stack, "two", "acme");
    expect(problems(stack)).toEqual([expect.stringContaining("billing/two")]);
  });

  it("does not count for a construct that was refused after its props were validated", () => {
    const stack = emptyStack();
    claimUniqueNames(new ConstructSite(stack, "refused", "Thing"), () => [
      { property: "bucketName", kind: "S3 bucket", name: "acme", within: "program" },
    ]);
    create(stack, "two", "acme");
    expect(problems(stack)).toEqual([]);
  });

  it("can be compared without regard to letter case", () => {
    const stack = emptyStack();
    create(stack, "one", "Acme", { ignoreCase: true });
    create(stack, "two", "aCME", { ignoreCase: true });
    create(stack, "three", "aCME");
    expect(problems(stack)).toEqual([expect.stringContaining("billing/two")]);
  });

  it("is unique in a narrower scope that the schema specifies, such as an account", () => {
    const stack = emptyStack();
    create(stack, "one", "acme", { among: "account 1" });
    create(stack, "two", "acme", { among: "account 2" });
    create(stack, "three", "acme");
    create(stack, "four", "acme", { among: "account 1" });
    expect(problems(stack)).toEqual([
      "Thing at billing/four: 'bucketName' must be unique, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    ]);
  });

  it("is refused with the advice of the schema", () => {
    const stack = emptyStack();
    create(stack, "one", "acme", { advice: "have both use one bucket" });
    create(stack, "two", "acme", { advice: "have both use one bucket" });
    expect(problems(stack)[0]).toMatch(/; have both use one bucket$/);
  });

  it("is not compared if it is an unresolved token", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    create(stack, "one", token);
    create(stack, "two", token);
    expect(problems(stack)).toEqual([]);
  });
});

describe("unique names of several stacks", () => {
  /** Two stacks, each with a bucket and a user of the same names. */
  function twoStacks(app: App): [TerraformStack, TerraformStack] {
    const stacks = ["one", "two"].map((id) => new TerraformStack(app, id));
    for (const stack of stacks) {
      create(stack, "bucket", "acme");
      create(stack, "user", "acme", { property: "userName", kind: "user", within: "stack" });
    }
    return stacks as [TerraformStack, TerraformStack];
  }

  it("are compared over the program, or within each stack", () => {
    const [one, two] = twoStacks(Testing.app());
    const clash =
      "Thing at two/bucket: 'bucketName' must be unique in the program, got: \"acme\", which one/bucket already uses " +
      "for its S3 bucket; choose another";
    expect(problems(one)).toEqual([clash]);
    expect(problems(two)).toEqual([clash]);
  });

  it("are compared before a stack with one of them is written", () => {
    const app = Testing.app();
    twoStacks(app);
    expect(
      refusal(() => {
        app.synth();
      }),
    ).toContain("'bucketName' must be unique in the program");
    expect(existsSync(join(app.outdir, "stacks", "one", "cdk.tf.json"))).toBe(false);
  });

  it("are compared again after a change, whichever stack is validated", () => {
    const [one, two] = twoStacks(Testing.app());
    one.node.tryRemoveChild("bucket");
    expect([problems(one), problems(two)]).toEqual([[], []]);
    create(two, "second", "acme");
    expect(problems(one)).toEqual([expect.stringContaining("two/second")]);
    two.node.tryRemoveChild("second");
    expect([problems(two), problems(one)]).toEqual([[], []]);
  });

  it("are read once in each synthesis of the program, however many stacks it has", () => {
    const app = Testing.app();
    const names = jest.fn((): UniqueName[] => []);
    for (const stack of ["one", "two", "three"].map((id) => new TerraformStack(app, id))) {
      claimUniqueNames(new ConstructSite(stack, "bucket", "Thing"), names);
      takeClaim(new Construct(stack, "bucket"));
    }
    const reads = (): number => {
      names.mockClear();
      app.node.children.forEach((stack) => stack.node.validate());
      return names.mock.calls.length;
    };
    expect([reads(), reads()]).toEqual([3, 3]);
  });

  it("are not compared between two programs", () => {
    const [[one], [other]] = [twoStacks(Testing.app()), twoStacks(Testing.app())];
    [one, other].forEach((stack) => stack.node.root.node.tryRemoveChild("two"));
    expect([problems(one), problems(other)]).toEqual([[], []]);
  });
});

describe("a quota per name", () => {
  const quota = (takes: number, most = 5): Partial<UniqueName> => ({
    kind: "lifecycle rules",
    quota: { most, takes },
    advice: "use another bucket",
  });

  it("can be shared by several constructs, up to its limit", () => {
    const stack = emptyStack();
    create(stack, "one", "acme", quota(3));
    create(stack, "two", "acme", quota(2));
    create(stack, "three", "other", quota(5));
    expect(problems(stack)).toEqual([]);
  });

  it("is refused once when all constructs together exceed it, with the total", () => {
    const stack = emptyStack();
    create(stack, "one", "acme", quota(3));
    create(stack, "two", "acme", quota(3));
    expect(problems(stack)).toEqual([
      "Thing at billing/two: 'bucketName' must have at most 5 lifecycle rules in the program, got: 6 for \"acme\", with " +
        "those of billing/one; use another bucket",
    ]);
    create(stack, "three", "acme", quota(1));
    expect(problems(stack)).toEqual([
      "Thing at billing/three: 'bucketName' must have at most 5 lifecycle rules in the program, got: 7 for \"acme\", with " +
        "those of billing/one and 1 more; use another bucket",
    ]);
  });

  it("is refused for a construct that exceeds it alone", () => {
    const stack = emptyStack();
    create(stack, "one", "acme", quota(6));
    expect(problems(stack)).toEqual([
      "Thing at billing/one: 'bucketName' must have at most 5 lifecycle rules in the program, got: 6 for \"acme\"; " +
        "use another bucket",
    ]);
  });

  it("is released when its construct was removed from the tree, also for a construct in its place", () => {
    const stack = emptyStack();
    for (let time = 0; time < 3; time++) {
      create(stack, "one", "acme", quota(3));
      stack.node.tryRemoveChild("one");
    }
    create(stack, "one", "acme", quota(3));
    create(stack, "two", "acme", quota(2));
    expect(problems(stack)).toEqual([]);
  });

  it("does not count a name that is an unresolved token", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    create(stack, "one", token, quota(5));
    create(stack, "two", token, quota(5));
    expect(problems(stack)).toEqual([]);
  });
});
