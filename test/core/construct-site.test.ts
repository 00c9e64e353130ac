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

const schema = (more: Partial<UniqueName> = {}): PropsSchema<Props, "bucketName"> => ({
  rules: {
    bucketName: optional(string([{ must: "be at most 12 characters long", maxLength: 12 }])),
    other: optional(string([{ must: "be digits", pattern: "^[0-9]+$" }])),
  },
  defaultNames: { bucketName: (site) => site.name("-") },
  crossChecks: ({ bucketName, other }) => (bucketName === other ? ["'other' must differ from 'bucketName'"] : []),
  uniqueNames: ({ bucketName }) => [
    { property: "bucketName", kind: "S3 bucket", name: bucketName, within: "program", ...more },
  ],
});

/** Validates the props and creates the construct, as a constructor does; returns both. */
const createThing = (scope: Construct, id: string, props: Props, more?: Partial<UniqueName>): [Props, Construct] => {
  const validProps = validateProps(new ConstructSite(scope, id, "Thing"), schema(more), props);
  return [validProps, new Construct(scope, id)];
};
const create = (...args: Parameters<typeof createThing>): Props => createThing(...args)[0];

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
    create(stack, "a/b", {});
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
    expect(refusal(() => create(emptyStack(), "fin\u202eops", { other: "a" }))).toContain(
      "Thing at billing/fin\\u{202e}ops: ",
    );
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

describe("the validation of props", () => {
  it("returns the props, with a default name derived from the path", () => {
    const stack = emptyStack();
    expect(create(stack, "one", { other: "1" })).toEqual({ bucketName: "billing-one", other: "1" });
    expect(create(stack, "two", { bucketName: undefined })).toEqual({ bucketName: "billing-two" });
    expect(create(stack, "three", { bucketName: "mine" })).toEqual({ bucketName: "mine" });
  });

  it("reads the getters of props that are an instance of a class", () => {
    class Settings {
      readonly #company = "acme";

      get bucketName(): string {
        return `${this.#company}-cur`;
      }
    }
    expect(create(emptyStack(), "one", new Settings())).toEqual({ bucketName: "acme-cur" });
  });

  it("reports all problems, one per line, with the name and path of the construct", () => {
    expect(refusal(() => create(emptyStack(), "finops", { bucketName: "x".repeat(13), other: "a" }))).toBe(
      [
        "Thing at billing/finops: 2 problems",
        `  - 'bucketName' must be at most 12 characters long, got: "xxxxxxxxxxxxx"`,
        `  - 'other' must be digits, got: "a"`,
      ].join("\n"),
    );
  });

  it("refuses a default name that breaks its rule", () => {
    expect(refusal(() => create(emptyStack(), "the-finops", {}))).toBe(
      `Thing at billing/the-finops: 'bucketName' must be at most 12 characters long, got: "billing-the-finops"; ` +
        "this default is derived from the construct's path, so set 'bucketName'",
    );
  });

  it("reports combinations once each property is valid by itself", () => {
    expect(refusal(() => create(emptyStack(), "finops", { bucketName: "1", other: "1" }))).toBe(
      "Thing at billing/finops: 'other' must differ from 'bucketName'",
    );
  });
});

describe("a unique name", () => {
  const bucketName = "acme";

  it("is refused for a second construct, with the path of the first", () => {
    const stack = emptyStack();
    create(stack, "one", { bucketName });
    expect(refusal(() => create(stack, "two", { bucketName }))).toBe(
      "Thing at billing/two: 'bucketName' must be unique in the program, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    );
  });

  it("can be repeated by one part of the construct that uses it", () => {
    const stack = emptyStack();
    const [, one] = createThing(stack, "one", { bucketName });
    expect(() => create(one, "part", { bucketName })).not.toThrow();
    expect(() => create(one, "second", { bucketName })).toThrow(/unique in the program.*billing\/one\/part already/);
  });

  it("cannot be repeated by a sibling whose id begins with the same letters", () => {
    const stack = emptyStack();
    create(stack, "one", { bucketName });
    expect(() => create(stack, "one-more", { bucketName })).toThrow(/unique/);
  });

  it("can be used again when its construct was removed from the tree", () => {
    const stack = emptyStack();
    create(stack, "one", { bucketName });
    stack.node.tryRemoveChild("one");
    expect(() => create(stack, "two", { bucketName })).not.toThrow();
  });

  it("is not reserved by a construct that is refused", () => {
    const stack = emptyStack();
    expect(() => create(stack, "one", { bucketName, other: "a" })).toThrow("'other' must be digits");
    expect(() => create(stack, "two", { bucketName })).not.toThrow();
  });

  it("is unique in the program or in the stack, as the schema specifies", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    const user = { kind: "user", within: "stack" } as const;
    create(one, "a", { bucketName });
    create(one, "b", { bucketName }, user);
    expect(() => create(two, "a", { bucketName })).toThrow(/unique in the program/);
    expect(() => create(two, "b", { bucketName }, user)).not.toThrow();
  });

  it("can be compared without regard to letter case", () => {
    const stack = emptyStack();
    create(stack, "one", { bucketName: "Acme" }, { ignoreCase: true });
    expect(() => create(stack, "two", { bucketName: "aCME" }, { ignoreCase: true })).toThrow(/unique/);
    expect(() => create(stack, "three", { bucketName: "aCME" })).not.toThrow();
  });

  it("is unique in a narrower scope that the schema specifies, such as an account", () => {
    const stack = emptyStack();
    const inAccount = (among?: string): Partial<UniqueName> => ({ among });
    create(stack, "one", { bucketName }, inAccount("account 1"));
    expect(() => create(stack, "two", { bucketName }, inAccount("account 2"))).not.toThrow();
    expect(() => create(stack, "three", { bucketName }, inAccount())).not.toThrow();
    expect(refusal(() => create(stack, "four", { bucketName }, inAccount("account 1")))).toBe(
      "Thing at billing/four: 'bucketName' must be unique, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    );
  });

  it("is refused with the advice of the schema", () => {
    const stack = emptyStack();
    const advice = "have both use one bucket";
    create(stack, "one", { bucketName }, { advice });
    expect(refusal(() => create(stack, "two", { bucketName }, { advice }))).toMatch(/; have both use one bucket$/);
  });

  it("is not compared if it is an unresolved token", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    create(stack, "one", { bucketName: token });
    expect(() => create(stack, "two", { bucketName: token })).not.toThrow();
  });
});

describe("a quota per name", () => {
  const bucketName = "acme";
  const quota = (takes: number, most = 5): Partial<UniqueName> => ({
    kind: "lifecycle rules",
    quota: { most, takes },
    advice: "use another bucket",
  });

  it("can be shared by several constructs, up to its limit", () => {
    const stack = emptyStack();
    create(stack, "one", { bucketName }, quota(3));
    create(stack, "two", { bucketName }, quota(2));
    expect(() => create(stack, "three", { bucketName: "other" }, quota(5))).not.toThrow();
  });

  it("refuses a construct that would exceed the limit, with the total and the other constructs", () => {
    const stack = emptyStack();
    create(stack, "one", { bucketName }, quota(3));
    expect(refusal(() => create(stack, "two", { bucketName }, quota(3)))).toBe(
      "Thing at billing/two: 'bucketName' must have at most 5 lifecycle rules in the program, got: 6 for \"acme\", with " +
        "those of billing/one; use another bucket",
    );
    create(stack, "two", { bucketName }, quota(2));
    expect(refusal(() => create(stack, "three", { bucketName }, quota(1)))).toBe(
      "Thing at billing/three: 'bucketName' must have at most 5 lifecycle rules in the program, got: 6 for \"acme\", with " +
        "those of billing/one and 1 more; use another bucket",
    );
  });

  it("counts a construct and its part once", () => {
    const stack = emptyStack();
    const [, one] = createThing(stack, "one", { bucketName }, quota(3));
    create(one, "part", { bucketName }, quota(3));
    expect(refusal(() => create(stack, "two", { bucketName }, quota(3)))).toMatch(
      /, got: 6 for "acme", with those of billing\/one; use another bucket$/,
    );
    expect(() => create(stack, "two", { bucketName }, quota(2))).not.toThrow();
  });

  it("is released when its construct was removed from the tree, also for a construct in its place", () => {
    const stack = emptyStack();
    for (let time = 0; time < 3; time++) {
      create(stack, "one", { bucketName }, quota(3));
      stack.node.tryRemoveChild("one");
    }
    create(stack, "one", { bucketName }, quota(3));
    expect(() => create(stack, "two", { bucketName }, quota(2))).not.toThrow();
  });

  it("is not used by a construct that is refused for another reason", () => {
    const stack = emptyStack();
    expect(() => create(stack, "one", { bucketName, other: "a" }, quota(3))).toThrow("'other' must be digits");
    expect(() => create(stack, "two", { bucketName }, quota(5))).not.toThrow();
  });

  it("does not count a name that is an unresolved token", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    create(stack, "one", { bucketName: token }, quota(5));
    expect(() => create(stack, "two", { bucketName: token }, quota(5))).not.toThrow();
  });
});
