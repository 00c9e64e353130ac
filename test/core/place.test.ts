import type * as cdktf from "cdktf";
import { TerraformStack, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { type Claim, Place } from "../../lib/core/place";
import { emptyStack, refusal } from "../support/template";

const bucket = (name: string, more: Partial<Claim> = {}): (() => Claim[]) => {
  return () => [{ property: "bucketName", kind: "S3 bucket", name, within: "program", ...more }];
};

describe("the place of a construct", () => {
  it("names its path, and makes names from it", () => {
    const place = new Place(new Construct(emptyStack(), "team"), "finOps", "Thing");
    expect(place.path).toBe("billing/team/finOps");
    expect(place.defaultName).toBe("billing-team-fin-ops");
    expect(place.defaultOutputPrefix).toBe("team_fin_ops");
  });

  it("counts from the nearest stack", () => {
    const inner = new TerraformStack(emptyStack(), "inner");
    expect(new Place(inner, "finops", "Thing").defaultOutputPrefix).toBe("finops");
  });

  it.each([
    ["nothing", undefined, "Thing: the scope must be a construct inside a TerraformStack, got: undefined"],
    ["a text", "billing", 'Thing: the scope must be a construct inside a TerraformStack, got: "billing"'],
    ["an object", {}, "Thing: the scope must be a construct inside a TerraformStack, got: an object"],
  ])("cannot be in %s", (_, scope, message) => {
    expect(refusal(() => new Place(scope, "finops", "Thing"))).toBe(message);
  });

  it("needs an id", () => {
    expect(refusal(() => new Place(emptyStack(), "", "Thing"))).toBe(
      'Thing: the id must be a string of at least one character, got: ""',
    );
  });

  it("cannot be in an app, outside of any stack", () => {
    expect(refusal(() => new Place(Testing.app(), "finops", "Thing"))).toBe(
      "Thing at finops: must be inside a TerraformStack, got a scope outside of any; pass the stack as the scope, not the app",
    );
  });

  it("cannot be in a stack of another copy of cdktf", () => {
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof cdktf>("cdktf");
      expect(other.TerraformStack).not.toBe(TerraformStack);
      const stack = new other.TerraformStack(other.Testing.app(), "billing");
      expect(refusal(() => new Place(stack, "finops", "Thing"))).toBe(
        "Thing at billing/finops: its stack comes from another copy of cdktf than the one this library loaded, and the " +
          "two cannot work together; run 'npm ls cdktf' and bring it down to one copy, or, if the program uses cdktn, " +
          'add "overrides": {"cdktf": "npm:cdktn@<the same version>"} to its package.json',
      );
    });
  });
});

describe("a name that only one construct may have", () => {
  it("is refused to the next, who is told whose it is", () => {
    const stack = emptyStack();
    new Place(stack, "one", "Thing").admit([], bucket("acme"));
    expect(
      refusal(() => {
        new Place(stack, "two", "Thing").admit([], bucket("acme"));
      }),
    ).toBe(
      "Thing at billing/two: 'bucketName' must be unique in the program, got: \"acme\", which billing/one already uses " +
        "for its S3 bucket; choose another",
    );
  });

  it("may be repeated by the construct's own parts", () => {
    const stack = emptyStack();
    new Place(stack, "one", "Thing").admit([], bucket("acme"));
    expect(() => {
      new Place(new Construct(stack, "one"), "part", "Part").admit([], bucket("acme"));
    }).not.toThrow();
    expect(() => {
      new Place(stack, "one-more", "Thing").admit([], bucket("acme"));
    }).toThrow(/unique/);
  });

  it("is taken by a construct only when all is well with it", () => {
    const stack = emptyStack();
    expect(() => {
      new Place(stack, "one", "Thing").admit(["'x' is wrong"], bucket("acme"));
    }).toThrow("'x' is wrong");
    expect(() => {
      new Place(stack, "two", "Thing").admit([], bucket("acme"));
    }).not.toThrow();
  });

  it("is unique in the program or in the stack, as the claim says", () => {
    const app = Testing.app();
    const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
    new Place(one, "a", "Thing").admit([], bucket("acme"));
    new Place(one, "b", "Thing").admit([], bucket("acme", { kind: "user", within: "stack" }));
    expect(() => {
      new Place(two, "a", "Thing").admit([], bucket("acme"));
    }).toThrow(/unique in the program/);
    expect(() => {
      new Place(two, "b", "Thing").admit([], bucket("acme", { kind: "user", within: "stack" }));
    }).not.toThrow();
  });

  it("may be the same whatever the letter case", () => {
    const stack = emptyStack();
    new Place(stack, "one", "Thing").admit([], bucket("Acme", { ignoreCase: true }));
    expect(() => {
      new Place(stack, "two", "Thing").admit([], bucket("aCME", { ignoreCase: true }));
    }).toThrow(/unique/);
  });

  it("cannot be compared while Terraform has to fill it in", () => {
    const stack = emptyStack();
    const token = Token.asString({ ref: "x" });
    new Place(stack, "one", "Thing").admit([], bucket(token));
    expect(() => {
      new Place(stack, "two", "Thing").admit([], bucket(token));
    }).not.toThrow();
  });
});

describe("problems", () => {
  it("are told one to a line, with the construct's name and path", () => {
    const place = new Place(emptyStack(), "finops", "Thing");
    expect(
      refusal(() => {
        place.admit(["'a' is wrong", "'b' is wrong"]);
      }),
    ).toBe("Thing at billing/finops: 2 problems\n  - 'a' is wrong\n  - 'b' is wrong");
  });
});
