import { Token } from "cdktf";
import { checkUniqueValues, namedEntries } from "../../lib/core/entries";
import { checkRules } from "../support/rules";

const RULES = { folders: namedEntries(2, [{ must: "be digits", pattern: "^[0-9]+$" }], '{ production: "1" }') };

describe("the rule for named entries", () => {
  it.each([
    ["no entry", {}],
    ["keys of all allowed characters and of the maximum length", { "Production_2-a": "1", ["x".repeat(64)]: "2" }],
    ["values that are unresolved tokens", { production: Token.asString({ ref: "x" }) }],
  ])("accepts %s", (_, folders) => {
    expect(checkRules(RULES, { folders })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      "an empty key",
      { "": "1" },
      `a key of 'folders' must be 1-64 letters, digits, '_' and '-', got: ""; for example { production: "1" }`,
    ],
    [
      "a key that is not fit for an address",
      { "a.b": "1" },
      `a key of 'folders' must be 1-64 letters, digits, '_' and '-', got: "a.b"; for example { production: "1" }`,
    ],
    ["an invalid value", { a: "x" }, `the value of "a" in 'folders' must be digits, got: "x"`],
    ["too many entries", { a: "1", b: "2", c: "3" }, "'folders' must have at most 2 keys, got: 3"],
    [
      "keys that are known only at plan or apply",
      Token.asAny({ ref: "x" }),
      "'folders' must be an object whose values are strings, got: a token; what is created depends on it, so pass " +
        "the value itself",
    ],
  ])("refuses %s", (_, folders, problem) => {
    expect(checkRules(RULES, { folders })).toEqual([problem]);
  });
});

describe("the check for unique values", () => {
  it("accepts different values, and no entries", () => {
    expect(checkUniqueValues("folders", "folder", { a: "1", b: "2" })).toEqual([]);
    expect(checkUniqueValues("folders", "folder", undefined)).toEqual([]);
  });

  it("names the keys of two equal values, in any order of the entries", () => {
    const problem = `'folders' must name each folder once, got: the same one for "a" and "b"`;
    expect(checkUniqueValues("folders", "folder", { a: "1", b: "1" })).toEqual([problem]);
    expect(checkUniqueValues("folders", "folder", { b: "1", a: "1" })).toEqual([problem]);
  });
});
