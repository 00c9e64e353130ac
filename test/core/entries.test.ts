import { Token } from "cdktf";
import { checkUniqueValues, namedEntries } from "../../lib/core/entries";
import { checkRules } from "../../lib/core/rule-checks";

const RULES = { folders: namedEntries(2, [{ must: "be digits", pattern: "^[0-9]+$" }], '{ production: "1" }') };

describe("a rule for named entries", () => {
  it.each([
    ["none", {}],
    ["names of all characters", { "Production_2-a": "1", ["x".repeat(64)]: "2" }],
    ["values that Terraform fills in", { production: Token.asString({ ref: "x" }) }],
  ])("is kept by %s", (_, folders) => {
    expect(checkRules(RULES, { folders })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      "no name",
      { "": "1" },
      `a key of 'folders' must be 1-64 letters, digits, '_' and '-', got: ""; for example { production: "1" }`,
    ],
    [
      "a name that no address has",
      { "a.b": "1" },
      `a key of 'folders' must be 1-64 letters, digits, '_' and '-', got: "a.b"; for example { production: "1" }`,
    ],
    ["another value", { a: "x" }, `the value of "a" in 'folders' must be digits, got: "x"`],
    ["too many", { a: "1", b: "2", c: "3" }, "'folders' must have at most 2 keys, got: 3"],
    [
      "names that Terraform alone would know",
      Token.asAny({ ref: "x" }),
      "'folders' must be an object whose values are strings, got: a token; what is created depends on it, so pass " +
        "the value itself",
    ],
  ])("is broken by %s", (_, folders, problem) => {
    expect(checkRules(RULES, { folders })).toEqual([problem]);
  });
});

describe("entries with a value each", () => {
  it("may be there, or left out", () => {
    expect(checkUniqueValues("folders", "folder", { a: "1", b: "2" })).toEqual([]);
    expect(checkUniqueValues("folders", "folder", undefined)).toEqual([]);
  });

  it("are told by the name of the first that has another's, in whatever order", () => {
    const problem = `'folders' must name each folder once, got: the same one for "a" and "b"`;
    expect(checkUniqueValues("folders", "folder", { a: "1", b: "1" })).toEqual([problem]);
    expect(checkUniqueValues("folders", "folder", { b: "1", a: "1" })).toEqual([problem]);
  });
});
