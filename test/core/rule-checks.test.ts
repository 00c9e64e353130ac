import { Fn, Lazy, Token } from "cdktf";
import { checkRules, propsProblems } from "../support/rules";
import {
  type AnyRule,
  boolean,
  enumList,
  enumString,
  integer,
  object,
  optional,
  type Rules,
  sensitive,
  string,
  stringMap,
  synthTimeKeys,
  synthTimeString,
} from "../../lib/core/rules";

interface Props {
  readonly name: string;
  readonly mode?: "FAST" | "SLOW";
  readonly days?: number;
  readonly keep?: boolean;
  readonly parts?: readonly ("A" | "B")[];
  readonly tags?: Record<string, string>;
  readonly date?: Date;
  readonly prefix?: string;
}

const RULES: Rules<Props> = {
  name: string(
    [
      { must: "be lower-case letters", characters: "a-z" },
      { must: "be a word", pattern: "^[a-z]+$" },
      { must: "not be a reserved word", notPattern: "^(con|nul)$" },
      { must: "be 2-5 characters long", minLength: 2, maxLength: 5 },
    ],
    '"acme"',
  ),
  mode: optional(enumString("FAST", "SLOW")),
  days: optional(integer(1, 30)),
  keep: optional(boolean()),
  parts: optional(enumList("A", "B")),
  tags: optional(
    stringMap(
      2,
      [{ must: "be letters", pattern: "^[A-Za-z]+$" }],
      [{ must: "be at most 3 characters long", maxLength: 3 }],
      '{ a: "b" }',
    ),
  ),
  date: optional(object("be a Date", (value) => value instanceof Date, "new Date(0)")),
  prefix: optional(synthTimeString([{ must: "be digits", pattern: "^[0-9]*$" }])),
};

const check = (props: unknown): string[] => checkRules(RULES, props);

describe("a rule", () => {
  it.each<[kind: string, rule: () => AnyRule, must: string]>([
    ["a string", () => string([{ must: "be letters", pattern: "^[a-z]+$" }]), "be letters"],
    ["a string known at synthesis", () => synthTimeString([{ must: "be letters", pattern: "^[a-z]+$" }]), "be letters"],
    ["one of several strings", () => enumString("FAST", "SLOW"), "be one of FAST, SLOW"],
    ["the only string", () => enumString("FAST"), "be FAST"],
    ["a whole number", () => integer(1, 30), "be a whole number from 1 to 30"],
    ["true or false", () => boolean(), "be true or false"],
    ["a list", () => enumList("A", "B"), "be a list of A, B"],
    ["a map", () => stringMap(2, [], [], "{}"), "be an object whose values are strings; for example {}"],
    ["an object", () => object("be a Date", (value) => value instanceof Date), "be a Date"],
  ])("for %s requires a value, unless it is optional", (_, create, must) => {
    expect(checkRules({ value: create() }, {})).toEqual([`'value' is required: it must ${must}`]);
    expect(checkRules({ value: optional(create()) }, {})).toEqual([]);
  });

  it("for one of several strings refuses others, and tokens", () => {
    const problems = (value: string): string[] => checkRules({ value: enumString("FAST", "SLOW") }, { value });
    expect(problems("FAST")).toEqual([]);
    expect(problems("FASTER")).toEqual([`'value' must be one of FAST, SLOW, got: "FASTER"`]);
    expect(problems(Token.asString({ ref: "x" }))).toEqual([expect.stringContaining("got: a token")]);
  });
});

describe("valid props", () => {
  it("are accepted", () => {
    expect(
      check({
        name: "acme",
        mode: "FAST",
        days: 30,
        keep: false,
        parts: ["B", "A"],
        tags: { a: "b" },
        date: new Date(0),
      }),
    ).toEqual([]);
  });

  it("can omit optional properties, also with undefined", () => {
    expect(check({ name: "acme", mode: undefined })).toEqual([]);
  });

  it("can contain tokens for strings, numbers, maps and the values of maps", () => {
    const token = Token.asString({ ref: "x" });
    expect(check({ name: `${token}x`, days: Token.asNumber({ ref: "x" }), tags: { a: Fn.upper(token) } })).toEqual([]);
    expect(check({ name: "acme", tags: Token.asStringMap({ ref: "x" }) })).toEqual([]);
  });
});

describe("the check of invalid props", () => {
  it.each<[string, unknown, string]>([
    ["a missing property", {}, `'name' is required: it must be lower-case letters; for example "acme"`],
    ["null", { name: null }, `'name' must be lower-case letters, got: null; for example "acme"`],
    ["a value of the wrong type", { name: 42 }, `'name' must be lower-case letters, got: 42; for example "acme"`],
    ["the empty string", { name: "" }, `'name' must be a word, got: ""; for example "acme"`],
    [
      "a string that does not match the pattern",
      { name: "ACME" },
      `'name' must be lower-case letters, got: "ACME"; for example "acme"`,
    ],
    [
      "a line break at the end",
      { name: "acme\n" },
      `'name' must be lower-case letters, got: "acme\\n"; for example "acme"`,
    ],
    [
      "a string that matches an excluded pattern",
      { name: "con" },
      `'name' must not be a reserved word, got: "con"; for example "acme"`,
    ],
    [
      "a string that is too long",
      { name: "abcdef" },
      `'name' must be 2-5 characters long, got: "abcdef"; for example "acme"`,
    ],
    [
      "a string that is not one of the allowed strings",
      { name: "acme", mode: "fast" },
      `'mode' must be one of FAST, SLOW, got: "fast"`,
    ],
    ["a fraction", { name: "acme", days: 1.5 }, "'days' must be a whole number from 1 to 30, got: 1.5"],
    ["a number in a string", { name: "acme", days: "7" }, `'days' must be a whole number from 1 to 30, got: "7"`],
    ["a number out of bounds", { name: "acme", days: 31 }, "'days' must be a whole number from 1 to 30, got: 31"],
    ["NaN", { name: "acme", days: NaN }, "'days' must be a whole number from 1 to 30, got: NaN"],
    ["a string for a boolean", { name: "acme", keep: "yes" }, `'keep' must be true or false, got: "yes"`],
    ["a string for a list", { name: "acme", parts: "A" }, `'parts' must be a list of A, B, got: "A"`],
    ["an unknown item", { name: "acme", parts: ["A", "C"] }, `'parts' must be a list of A, B, got: "C" in it`],
    [
      "a hole in a list",
      { name: "acme", parts: ["A", undefined] },
      "'parts' must be a list of A, B, got: undefined in it",
    ],
    ["an item twice", { name: "acme", parts: ["A", "A"] }, `'parts' must name each value once, got: "A" twice`],
    [
      "a list for a map",
      { name: "acme", tags: ["a"] },
      `'tags' must be an object whose values are strings, got: a list of 1; for example { a: "b" }`,
    ],
    ["too many keys", { name: "acme", tags: { a: "", b: "", c: "" } }, "'tags' must have at most 2 keys, got: 3"],
    [
      "an invalid key",
      { name: "acme", tags: { "1": "" } },
      `a key of 'tags' must be letters, got: "1"; for example { a: "b" }`,
    ],
    [
      "keys that differ in case only",
      { name: "acme", tags: { a: "", A: "" } },
      `'tags' must not have keys that differ in letter case only, got: "a" and "A"`,
    ],
    [
      "a value that is too long",
      { name: "acme", tags: { a: "long" } },
      `the value of "a" in 'tags' must be at most 3 characters long, got: "long"`,
    ],
    [
      "a value that is not a string",
      { name: "acme", tags: { a: 1 } },
      `the value of "a" in 'tags' must be a string, got: 1`,
    ],
    [
      "an object of another class",
      { name: "acme", date: { getTime: 0 } },
      "'date' must be a Date, got: an object; for example new Date(0)",
    ],
    [
      "an unknown property",
      { name: "acme", nmae: "x" },
      `"nmae" is not a known property; known are name, mode, days, keep, parts, tags, date, prefix`,
    ],
    [
      "a token for a string that decides which resources are created",
      { name: "acme", prefix: Token.asString({ ref: "x" }) },
      "'prefix' must be digits, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a token for a choice",
      { name: "acme", mode: Token.asString({ ref: "x" }) },
      "'mode' must be one of FAST, SLOW, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a token for a list",
      { name: "acme", parts: Lazy.anyValue({ produce: () => ["A"] }) },
      "'parts' must be a list of A, B, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a string token for a map",
      { name: "acme", tags: Token.asString({ ref: "x" }) },
      "'tags' must be an object whose values are strings, got: a token; it is of another type",
    ],
    [
      "literal text of invalid characters beside a token",
      { name: `${Token.asString({ ref: "x" })}*` },
      `'name' must be lower-case letters, got: "*" beside a token`,
    ],
    [
      "a list token for a string",
      { name: Token.asList({ ref: "x" }) },
      "'name' must be lower-case letters, got: a token; it is of another type",
    ],
    [
      "a map token for a string",
      { name: Token.asStringMap({ ref: "x" }) },
      "'name' must be lower-case letters, got: a token; it is of another type",
    ],
    [
      "a string token for a number",
      { name: "acme", days: Token.asString({ ref: "x" }) },
      "'days' must be a whole number from 1 to 30, got: a token; it is of another type",
    ],
    [
      "a lazy value for a choice",
      { name: "acme", keep: Lazy.anyValue({ produce: () => false }) },
      "'keep' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a lazy value for a string",
      { name: Lazy.anyValue({ produce: () => "acme" }) },
      "'name' must be lower-case letters, got: a token; it is of another type",
    ],
    [
      "a lazy value for an object",
      { name: "acme", date: Lazy.anyValue({ produce: () => new Date(0) }) },
      "'date' must be a Date, got: a token; it is of another type",
    ],
    [
      "a Map, whose contents would go unchecked",
      { name: "acme", tags: new Map([["a", "b"]]) },
      `'tags' must be an object whose values are strings, got: an object; for example { a: "b" }`,
    ],
    [
      "a string that is too long for a pattern",
      { name: "a".repeat(50_000_000) },
      `'name' must be 2-5 characters long, got: "${"a".repeat(80)}"… (50000000 characters); for example "acme"`,
    ],
    ["no props at all", undefined, `'name' is required: it must be lower-case letters; for example "acme"`],
    ["null for props", null, "the props must be an object, got: null"],
    ["a list for props", ["name"], "the props must be an object, got: a list of 1"],
    ["a string for props", "name", `the props must be an object, got: "name"`],
  ])("refuses %s", (_, props, problem) => {
    expect(check(props)).toEqual([problem]);
  });

  it.each(["Name", "NAME", "na_me", "na-me"])("refuses the unknown property %s, with the similar name", (name) => {
    expect(check({ name: "acme", [name]: "x" })).toEqual([`"${name}" is not a known property; did you mean 'name'?`]);
  });

  it("refuses an unknown property, with the names that contain it", () => {
    expect(check({ name: "acme", refix: 1 })).toEqual([`"refix" is not a known property; did you mean 'prefix'?`]);
  });

  it("refuses an unknown property, with all names that contain it", () => {
    expect(check({ name: "acme", part: "A" })).toEqual([`"part" is not a known property; did you mean 'parts'?`]);
    expect(propsProblems({ rules: { bucketName: RULES.name, bucketRegion: RULES.name } }, { bucket: "a" })[0]).toBe(
      `"bucket" is not a known property; did you mean 'bucketName' or 'bucketRegion'?`,
    );
  });

  it("prefers a name that differs in letter case only to one that contains it", () => {
    const rules: Rules<{ region?: string; regionName?: string }> = {
      region: optional(RULES.name),
      regionName: optional(RULES.name),
    };
    expect(propsProblems({ rules }, { Region: "a" })).toEqual([
      `"Region" is not a known property; did you mean 'region'?`,
    ]);
  });

  it("suggests no name that contains only three letters", () => {
    expect(check({ name: "acme", art: "A" })).toEqual([expect.not.stringContaining("did you mean")]);
  });

  it("refuses unknown properties, with one list of all known names", () => {
    const known = "name, mode, days, keep, parts, tags, date, prefix";
    expect(check({ name: "acme", color: 1, Mode: "FAST", size: 1 })).toEqual([
      `"color" is not a known property; known are ${known}`,
      `"Mode" is not a known property; did you mean 'mode'?`,
      `"size" is not a known property`,
    ]);
  });

  it.each(["toString", "constructor", "hasOwnProperty"])(
    "refuses the unknown property %s, which every object inherits",
    (name) => {
      expect(check({ name: "acme", [name]: "x" })).toHaveLength(1);
    },
  );

  it("reports one problem per property, all at once", () => {
    expect(check({ name: "A", mode: "x", days: 0 })).toHaveLength(3);
  });
});

describe("missing props", () => {
  const defaults = (name: string): string[] => propsProblems({ rules: RULES, defaultNames: { name: () => name } }, {});

  it("are replaced by defaults, which are checked, too", () => {
    expect(defaults("acme")).toEqual([]);
    expect(defaults("ACME")).toEqual([
      `'name' must be lower-case letters, got: "ACME"; for example "acme"; this default is derived from the construct's path, so set 'name'`,
    ]);
  });

  it("are not replaced if they are given", () => {
    expect(propsProblems({ rules: RULES, defaultNames: { name: () => "acme" } }, { name: "ACME" })).toEqual([
      `'name' must be lower-case letters, got: "ACME"; for example "acme"`,
    ]);
  });
});

describe("a map whose keys decide which resources are created", () => {
  const rule = synthTimeKeys(
    stringMap(2, [{ must: "be letters", characters: "a-z" }], [{ must: "be digits", characters: "0-9" }], '{ a: "1" }'),
  );
  const checkPeople = (people: unknown): string[] =>
    checkRules<{ readonly people: Record<string, string> }>({ people: rule }, { people });

  it("can have tokens as values", () => {
    expect(checkPeople({ a: Token.asString({ ref: "x" }), b: "1" })).toEqual([]);
    expect(checkPeople({ a: "x" })).toEqual([`the value of "a" in 'people' must be digits, got: "x"`]);
  });

  it("checks the literal text beside a token, by the conditions that apply to a part", () => {
    const text = [
      { must: "not have '${' in it", notPattern: "[$][{]", anywhere: true },
      { must: "not be 'a'", notPattern: "^a$" },
    ];
    const checkText = (map: unknown): string[] =>
      checkRules<{ readonly map: Record<string, string> }>({ map: stringMap(2, [], text, "{}") }, { map });
    const token = Token.asString({ ref: "x" });
    expect(checkPeople({ a: `1${token}x` })).toEqual([
      `the value of "a" in 'people' must be digits, got: "1x" beside a token`,
    ]);
    expect(checkText({ k: `${token}\${x}` })).toEqual([
      `the value of "k" in 'map' must not have '\${' in it, got: "\${x}" beside a token`,
    ]);
    expect(checkText({ k: `${token}a` })).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["a map", Token.asStringMap({ ref: "x" })],
    ["a lazy value", Lazy.anyValue({ produce: () => ({}) })],
  ])("cannot be a token itself: %s", (_, people) => {
    expect(checkPeople(people)).toEqual([
      "'people' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ]);
  });
});

describe("a sensitive string", () => {
  const secret = "do-not-show-me-0123456789";
  const checkKey = (key: unknown): string[] =>
    checkRules<{ readonly key: string }>(
      {
        key: sensitive(
          synthTimeString(
            [
              { must: "be letters", characters: "a-z" },
              { must: "be at most 30 characters long", maxLength: 30 },
            ],
            '"abc"',
          ),
        ),
      },
      { key },
    );

  it.each<[string, unknown, string]>([
    ["invalid characters", secret, "be letters, got: 25 characters, which are not shown"],
    ["too long", secret.repeat(2), "be at most 30 characters long, got: 50 characters, which are not shown"],
    ["in a list", [secret], "be letters, got: a list of 1"],
    ["in an object", { secret }, "be letters, got: an object"],
    ["as bytes", Buffer.from(secret), "be letters, got: an object"],
  ])("is withheld in errors: %s", (_, key, problem) => {
    expect(checkKey(key)).toEqual([`'key' must ${problem}; for example "abc"`]);
  });

  it("cannot be a token, not even partly", () => {
    const problem = "'key' must be letters, got: a token; what is created depends on it, so pass the value itself";
    expect(checkKey(Token.asString({ ref: "x" }))).toEqual([problem]);
    expect(checkKey(`${secret}${Token.asString({ ref: "x" })}`)).toEqual([problem]);
  });

  it("is accepted if it is valid", () => {
    expect(checkKey("abc")).toEqual([]);
  });
});

describe("the compiler", () => {
  it("requires a rule for each property, of its type, optional only for an optional property", () => {
    type One = Rules<{ readonly one?: "A" | "B" }>;
    const right: One = { one: optional(enumString("A", "B")) };
    // @ts-expect-error -- the property is optional
    const required: One = { one: enumString("A", "B") };
    // @ts-expect-error -- B is missing
    const tooFew: One = { one: optional(enumString("A")) };
    // @ts-expect-error -- there is no C
    const tooMany: One = { one: optional(enumString("A", "B", "C")) };
    // @ts-expect-error -- the property is not a boolean
    const other: One = { one: optional(boolean()) };
    // @ts-expect-error -- the property has no rule
    const none: One = {};
    expect([right, required, tooFew, tooMany, other, none]).toHaveLength(6);
  });
});

describe("a number token within a string, which does not look like a token", () => {
  const number = Token.asNumber({ ref: "x" });
  const problem = "must not contain a number token, which cannot be checked; declare the variable as a string";

  it.each<[string, string]>([
    ["alone", `${number}`],
    ["after a dash, which cdktf reads as a minus", `acme-${number}`],
    ["beside a token", `${Token.asString({ ref: "y" })}${number}`],
  ])("is refused %s", (_, name) => {
    expect(check({ name })).toEqual([`'name' ${problem}`]);
  });

  it("is refused in a map, too", () => {
    expect(check({ name: "acme", tags: { a: `${number}` } })).toEqual([`"a" in 'tags' ${problem}`]);
  });

  it("is not confused with a number in scientific notation", () => {
    expect(check({ name: "1e+30" })).toEqual([expect.stringContaining("'name' must be lower-case letters")]);
  });
});
