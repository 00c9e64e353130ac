import type * as cdktf from "cdktf";
import { TerraformStack, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { ConstructSite } from "../../lib/core/construct-site";
import { type PropsSchema, type UniqueName } from "../../lib/core/props-schema";
import { optional, string } from "../../lib/core/rules";
import { validateProps } from "../../lib/core/validate-props";
import { emptyStack, refusal } from "../support/template";

interface Props {
  readonly bucketName?: string;
  readonly other?: string;
}

const input = (more: Partial<UniqueName> = {}): PropsSchema<Props, "bucketName"> => ({
  rules: {
    bucketName: optional(string([{ must: "be at most 12 characters long", maxLength: 12 }])),
    other: optional(string([{ must: "be digits", pattern: "^[0-9]+$" }])),
  },
  defaultNames: { bucketName: (place) => place.name("-") },
  crossChecks: ({ bucketName, other }) => (bucketName === other ? ["'other' must differ from 'bucketName'"] : []),
  uniqueNames: ({ bucketName }) => [
    { property: "bucketName", kind: "S3 bucket", name: bucketName, within: "program", ...more },
  ],
});

/** Lets a construct in as a constructor does, and makes it. */
const letIn = (scope: Construct, id: string, props: Props, more?: Partial<UniqueName>): [Props, Construct] => {
  const named = validateProps(new ConstructSite(scope, id, "Thing"), input(more), props);
  return [named, new Construct(scope, id)];
};
const admit = (...args: Parameters<typeof letIn>): Props => letIn(...args)[0];

describe("the place of a construct", () => {
  it("names its path, and makes names from it", () => {
    const place = new ConstructSite(new Construct(emptyStack(), "team"), "finOps", "Thing");
    expect(place.path).toBe("billing/team/finOps");
    expect(place.name("-")).toBe("billing-team-fin-ops");
    expect(place.name("")).toBe("billingteamfinops");
    expect(place.nameBelowStack("_")).toBe("team_fin_ops");
  });

  it("counts from the nearest stack", () => {
    const inner = new TerraformStack(emptyStack(), "inner");
    expect(new ConstructSite(inner, "finops", "Thing").nameBelowStack("_")).toBe("finops");
  });

  it.each([
    ["nothing", undefined, "Thing: the scope must be a construct inside a TerraformStack, got: undefined"],
    ["a text", "billing", 'Thing: the scope must be a construct inside a TerraformStack, got: "billing"'],
    [
      "something with a node",
      { node: {} },
      "Thing: the scope must be a construct inside a TerraformStack, got: an object",
    ],
  ])("cannot be in %s", (_, scope, message) => {
    expect(refusal(() => new ConstructSite(scope, "finops", "Thing"))).toBe(message);
  });

  it("needs an id", () => {
    expect(refusal(() => new ConstructSite(emptyStack(), "", "Thing"))).toBe(
      'Thing: the id must be a literal string of at least one character, got: ""',
    );
  });

  it("takes an id as constructs does, which has no slash in it", () => {
    const stack = emptyStack();
    admit(stack, "a/b", {});
    expect(new ConstructSite(stack.node.findChild("a--b"), "c", "Thing").path).toBe("billing/a--b/c");
    expect(refusal(() => new ConstructSite(stack, "a/b", "Thing"))).toContain(
      "Thing at billing/a--b: the id must be unique",
    );
  });

  it.each(["a${b}", "a%{if true}", `a${Token.asNumber({ ref: "x" })}`])(
    "cannot have an id that Terraform would evaluate in names and messages, nor stand below one: %s",
    (id) => {
      const problem = `Thing: an id must not contain anything that Terraform would evaluate, such as '\${' or '%{', got: "${id}"`;
      expect(refusal(() => new ConstructSite(emptyStack(), id, "Thing"))).toBe(problem);
      expect(refusal(() => new ConstructSite(new Construct(emptyStack(), id), "fine", "Thing"))).toBe(problem);
    },
  );

  it("cannot have the id Default, which would make addresses clash", () => {
    expect(refusal(() => new ConstructSite(emptyStack(), "Default", "Thing"))).toBe(
      'Thing at billing/Default: the id must not be "Default", which cdktf leaves out of addresses; choose another',
    );
  });

  it("shows an id with its invisible characters escaped", () => {
    expect(refusal(() => admit(emptyStack(), "fin\u202eops", { other: "a" }))).toContain(
      "Thing at billing/fin\\u{202e}ops: ",
    );
  });

  it("needs an id that nothing else in its scope has", () => {
    const stack = emptyStack();
    new Construct(stack, "finops");
    expect(refusal(() => new ConstructSite(stack, "finops", "Thing"))).toBe(
      'Thing at billing/finops: the id must be unique in its scope, got: "finops", which is taken; choose another',
    );
  });

  it("cannot be in an app, outside of any stack", () => {
    expect(refusal(() => new ConstructSite(Testing.app(), "finops", "Thing"))).toBe(
      "Thing at finops: must be inside a TerraformStack, got a scope outside of any; pass the stack as the scope, not the app",
    );
  });

  it("cannot be in a stack of another copy of cdktf", () => {
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof cdktf>("cdktf");
      expect(other.TerraformStack).not.toBe(TerraformStack);
      const stack = new other.TerraformStack(other.Testing.app(), "billing");
      expect(refusal(() => new ConstructSite(stack, "finops", "Thing"))).toBe(
        "Thing at billing/finops: its stack comes from another copy of cdktf than the one this library loaded, and the " +
          "two cannot work together; run 'npm ls cdktf' and bring it down to one copy, or, if the program uses cdktn, " +
          'have its package.json say "cdktf": "npm:cdktn@<version>" under "dependencies" and "overrides" both, and import from "cdktf"',
      );
    });
  });
});

describe("a construct that is let in", () => {
  it("gets its props, with a name from its path where none is given", () => {
    const stack = emptyStack();
    expect(admit(stack, "one", { other: "1" })).toEqual({ bucketName: "billing-one", other: "1" });
    expect(admit(stack, "two", { bucketName: undefined })).toEqual({ bucketName: "billing-two" });
    expect(admit(stack, "three", { bucketName: "mine" })).toEqual({ bucketName: "mine" });
  });

  it("may be given an instance of a class, whose getters are not its own", () => {
    class Settings {
      readonly #company = "acme";

      get bucketName(): string {
        return `${this.#company}-cur`;
      }
    }
    expect(admit(emptyStack(), "one", new Settings())).toEqual({ bucketName: "acme-cur" });
  });

  it("is told of all problems, one to a line, with its name and path", () => {
    expect(refusal(() => admit(emptyStack(), "finops", { bucketName: "x".repeat(13), other: "a" }))).toBe(
      [
        "Thing at billing/finops: 2 problems",
        `  - 'bucketName' must be at most 12 characters long, got: "xxxxxxxxxxxxx"`,
        `  - 'other' must be digits, got: "a"`,
      ].join("\n"),
    );
  });

  it("is told when a name from its path does not do", () => {
    expect(refusal(() => admit(emptyStack(), "the-finops", {}))).toBe(
      `Thing at billing/the-finops: 'bucketName' must be at most 12 characters long, got: "billing-the-finops"; ` +
        "this default is derived from the construct's path, so set 'bucketName'",
    );
  });

  it("is told of combinations once each property is right by itself", () => {
    expect(refusal(() => admit(emptyStack(), "finops", { bucketName: "1", other: "1" }))).toBe(
      "Thing at billing/finops: 'other' must differ from 'bucketName'",
    );
  });
});

describe("a name that only one construct may have", () => {
  const bucketName = "acme";

  it("is refused to the next, who is told whose it is", () => {
    const stack = emptyStack();
    admit(stack, "one", { bucketName });
    expect(refusal(() => admit(stack, "two", { bucketName }))).toBe(
      "Thing at billing/two: 'bucketName' must be unique in the program, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    );
  });

  it("may be repeated by one part of the construct, which it is made by", () => {
    const stack = emptyStack();
    const [, one] = letIn(stack, "one", { bucketName });
    expect(() => admit(one, "part", { bucketName })).not.toThrow();
    expect(() => admit(one, "second", { bucketName })).toThrow(/unique in the program.*billing\/one\/part already/);
  });

  it("may not be repeated by a neighbor whose id begins with the same letters", () => {
    const stack = emptyStack();
    admit(stack, "one", { bucketName });
    expect(() => admit(stack, "one-more", { bucketName })).toThrow(/unique/);
  });

  it("is free again when its construct was taken out of the tree", () => {
    const stack = emptyStack();
    admit(stack, "one", { bucketName });
    stack.node.tryRemoveChild("one");
    expect(() => admit(stack, "two", { bucketName })).not.toThrow();
  });

  it("is taken by a construct only when all is well with it", () => {
    const stack = emptyStack();
    expect(() => admit(stack, "one", { bucketName, other: "a" })).toThrow("'other' must be digits");
    expect(() => admit(stack, "two", { bucketName })).not.toThrow();
  });

  it("is unique in the program or in the stack, as the claim says", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const user = { kind: "user", within: "stack" } as const;
    admit(one, "a", { bucketName });
    admit(one, "b", { bucketName }, user);
    expect(() => admit(two, "a", { bucketName })).toThrow(/unique in the program/);
    expect(() => admit(two, "b", { bucketName }, user)).not.toThrow();
  });

  it("may be the same whatever the letter case", () => {
    const stack = emptyStack();
    admit(stack, "one", { bucketName: "Acme" }, { ignoreCase: true });
    expect(() => admit(stack, "two", { bucketName: "aCME" }, { ignoreCase: true })).toThrow(/unique/);
    expect(() => admit(stack, "three", { bucketName: "aCME" })).not.toThrow();
  });

  it("is unique in what the claim says, such as an account", () => {
    const stack = emptyStack();
    const of = (among?: string): Partial<UniqueName> => ({ among });
    admit(stack, "one", { bucketName }, of("account 1"));
    expect(() => admit(stack, "two", { bucketName }, of("account 2"))).not.toThrow();
    expect(() => admit(stack, "three", { bucketName }, of())).not.toThrow();
    expect(refusal(() => admit(stack, "four", { bucketName }, of("account 1")))).toBe(
      "Thing at billing/four: 'bucketName' must be unique, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    );
  });

  it("is refused with the advice that the claim gives", () => {
    const stack = emptyStack();
    const advice = "have both use one bucket";
    admit(stack, "one", { bucketName }, { advice });
    expect(refusal(() => admit(stack, "two", { bucketName }, { advice }))).toMatch(/; have both use one bucket$/);
  });

  it("cannot be compared while Terraform has to fill it in", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    admit(stack, "one", { bucketName: token });
    expect(() => admit(stack, "two", { bucketName: token })).not.toThrow();
  });
});

describe("what a service allows a number of per name", () => {
  const bucketName = "acme";
  const rules = (takes: number, most = 5): Partial<UniqueName> => ({
    kind: "lifecycle rules",
    quota: { most, takes },
    advice: "use another bucket",
  });

  it("may be shared, up to that number", () => {
    const stack = emptyStack();
    admit(stack, "one", { bucketName }, rules(3));
    admit(stack, "two", { bucketName }, rules(2));
    expect(() => admit(stack, "three", { bucketName: "other" }, rules(5))).not.toThrow();
  });

  it("is refused to the one with whom it would be more, who is told how many there would be, and whose", () => {
    const stack = emptyStack();
    admit(stack, "one", { bucketName }, rules(3));
    expect(refusal(() => admit(stack, "two", { bucketName }, rules(3)))).toBe(
      "Thing at billing/two: 'bucketName' must have at most 5 lifecycle rules in the program, got: 6 for \"acme\", with " +
        "those of billing/one; use another bucket",
    );
    admit(stack, "two", { bucketName }, rules(2));
    expect(refusal(() => admit(stack, "three", { bucketName }, rules(1)))).toBe(
      "Thing at billing/three: 'bucketName' must have at most 5 lifecycle rules in the program, got: 6 for \"acme\", with " +
        "those of billing/one and 1 more; use another bucket",
    );
  });

  it("is counted once for a construct and the part that it makes", () => {
    const stack = emptyStack();
    const [, one] = letIn(stack, "one", { bucketName }, rules(3));
    admit(one, "part", { bucketName }, rules(3));
    expect(refusal(() => admit(stack, "two", { bucketName }, rules(3)))).toMatch(
      /, got: 6 for "acme", with those of billing\/one; use another bucket$/,
    );
    expect(() => admit(stack, "two", { bucketName }, rules(2))).not.toThrow();
  });

  it("is free again when its construct was taken out of the tree, also for one that takes its place", () => {
    const stack = emptyStack();
    for (let time = 0; time < 3; time++) {
      admit(stack, "one", { bucketName }, rules(3));
      stack.node.tryRemoveChild("one");
    }
    admit(stack, "one", { bucketName }, rules(3));
    expect(() => admit(stack, "two", { bucketName }, rules(2))).not.toThrow();
  });

  it("is not taken by a construct that is refused for something else", () => {
    const stack = emptyStack();
    expect(() => admit(stack, "one", { bucketName, other: "a" }, rules(3))).toThrow("'other' must be digits");
    expect(() => admit(stack, "two", { bucketName }, rules(5))).not.toThrow();
  });

  it("is not counted for a name that Terraform has to fill in", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    admit(stack, "one", { bucketName: token }, rules(5));
    expect(() => admit(stack, "two", { bucketName: token }, rules(5))).not.toThrow();
  });
});
