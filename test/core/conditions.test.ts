import { Token } from "cdktf";
import {
  brokenCondition,
  type Condition,
  conditionBrokenByPart,
  length,
  type LengthUnit,
  maxLength,
  NO_TEMPLATES,
} from "../../lib/core/conditions";

describe("a condition on the length", () => {
  it.each<[condition: () => Condition, must: string]>([
    [() => length(3, 63), "be 3-63 characters long"],
    [() => length(12, 12), "be 12 characters long"],
    [
      () => length(16, 1224, undefined, ", so that nobody can guess it"),
      "be 16-1224 characters long, so that nobody can guess it",
    ],
    [() => maxLength(512), "be at most 512 characters long"],
    [() => length(1, 128, "bytes"), "be 1-128 bytes long"],
    [() => maxLength(256, "code points"), "be at most 256 characters long"],
    [() => maxLength(256, "UTF-16 code units"), "be at most 256 characters long"],
  ])("derives its sentence from the limits: %s", (condition, must) => {
    expect(condition().must).toBe(must);
  });

  it.each<[string, Condition, string | undefined]>([
    ["ab", length(3, 5), "be 3-5 characters long"],
    ["abc", length(3, 5), undefined],
    ["abcde", length(3, 5), undefined],
    ["abcdef", length(3, 5), "be 3-5 characters long"],
    ["", maxLength(2), undefined],
    ["abc", maxLength(2), "be at most 2 characters long"],
  ])("checks %j with both limits included", (value, condition, broken) => {
    expect(brokenCondition([condition], value)).toBe(broken);
  });
});

describe("the unit of a length", () => {
  it.each<[string, LengthUnit, number]>([
    ["é", "bytes", 2],
    ["é", "code points", 1],
    ["é", "UTF-16 code units", 1],
    ["😀", "bytes", 4],
    ["😀", "code points", 1],
    ["😀", "UTF-16 code units", 2],
    ["👨‍👩‍👧", "bytes", 18],
    ["👨‍👩‍👧", "code points", 5],
    ["👨‍👩‍👧", "UTF-16 code units", 8],
    // Two code points, which Terraform normalizes to one.
    ["e\u0301", "bytes", 2],
    ["e\u0301", "code points", 1],
    ["e\u0301", "UTF-16 code units", 1],
  ])("%s in %s has the length %s", (text, unit, count) => {
    expect(brokenCondition([length(count, count, unit)], text)).toBeUndefined();
    expect(brokenCondition([maxLength(count - 1, unit)], text)).toBeDefined();
    expect(brokenCondition([length(count + 1, 99, unit)], text)).toBeDefined();
  });
});

describe("a list of conditions", () => {
  const conditions: readonly Condition[] = [{ must: "be letters", characters: "a-z" }, maxLength(4)];

  it("reports the first broken condition", () => {
    expect(brokenCondition(conditions, "a1")).toBe("be letters");
    expect(brokenCondition(conditions, "abcd")).toBeUndefined();
  });

  it("reports an excessive length first, because patterns give up on huge strings", () => {
    expect(brokenCondition(conditions, "1".repeat(5))).toBe("be at most 4 characters long");
  });
});

describe("literal text beside a token", () => {
  const conditions: readonly Condition[] = [
    { must: "begin with a letter", pattern: "^[a-z]" },
    { must: "not end with '.'", notPattern: "[.]$" },
    length(3, 5),
    { must: "be one of a, b", enum: ["a", "b"] },
    { must: "be letters and dots", characters: "a-z." },
    NO_TEMPLATES,
  ];

  it.each([
    ["a.", undefined],
    [".", undefined],
    ["a_", "be letters and dots"],
    ["", undefined],
  ])("%j is checked for its characters, but not by conditions on the whole string", (literal, broken) => {
    expect(conditionBrokenByPart(conditions, literal)).toBe(broken);
  });

  it.each([
    ["^arn:aws:iam::[0-9]{12}:", "arn:aws:iam::group", false],
    ["^arn:aws:iam::[0-9]{12}:", "arn:", false],
    ["^arn:aws:iam::[0-9]{12}:", "arn:aws:iam::111122223333:user/", false],
    ["^arn:aws:iam::[0-9]{12}:", "", false],
    ["^arn:aws:iam::[0-9]{12}:", "role/", true],
    ["^https?://", "http://", false],
    ["^ab*c", "ac", false],
    ["^a{2}b", "aa", false],
    ["^a|^b", "b", false],
    ["^(a|b)c", "bc", false],
    ["^group (a(/(b|c))?|id d)$", "any-user ", true],
    ["^group (a(/(b|c))?|id d)$", "group id ", false],
    ["^x[a|b]c", "y", true],
    ["^abcd", "abx", true],
    ["^abc?d", "ax", true],
    ["x$", "y", false],
    ["[^ab]c", "x", false],
  ])("is compared with the beginning of the pattern %s: %j", (pattern, beginning, broken) => {
    const value = `${beginning}${Token.asString({ ref: "x" })}`;
    expect(conditionBrokenByPart([{ must: "match", pattern }], value)).toBe(broken ? "match" : undefined);
  });

  it("is checked for template sequences, which Terraform would evaluate", () => {
    expect(conditionBrokenByPart([NO_TEMPLATES], "a${b}")).toBe(NO_TEMPLATES.must);
    expect(conditionBrokenByPart([NO_TEMPLATES], "%{if}")).toBe(NO_TEMPLATES.must);
    expect(conditionBrokenByPart([NO_TEMPLATES], "$5 {a}")).toBeUndefined();
  });
});
