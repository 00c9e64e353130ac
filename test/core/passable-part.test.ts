import { TerraformStack, Testing, Token } from "cdktf";
import { Construct } from "constructs";
import { type IPassablePart, PART_MEMBERS, passablePartRule } from "../../lib/core/passable-part";
import { checkRules } from "../support/rules";
import { enumList, enumString, object, optional, string, stringMap } from "../../lib/core/rules";

interface IThing extends IPassablePart<"IThing"> {
  readonly name: string;
  readonly ready: boolean;
  readonly days: number;
  readonly resources: readonly string[];
  readonly inner: IInner;
  readonly note?: string;
  readonly size: "S" | "M";
  readonly color: string;
  readonly owner?: object;
  readonly options: object;
  readonly labels?: Readonly<Record<string, string>>;
  readonly modes?: readonly ("A" | "B")[];
  use(): void;
}

interface IInner extends IPassablePart<"IInner"> {
  readonly size: string;
}

const INNER_RULE = passablePartRule<IInner>("IInner", { ...PART_MEMBERS, size: "string" }, "new Inner(…)");
const RULE = passablePartRule<IThing>(
  "IThing",
  {
    ...PART_MEMBERS,
    name: "string",
    ready: "boolean",
    days: "number",
    resources: "list",
    inner: INNER_RULE,
    use: "function",
    size: enumString("S", "M"),
    color: string([{ must: "be letters", characters: "a-z" }]),
    owner: optional(object("be a URL", (value) => value instanceof URL)),
    options: "object",
    labels: optional(stringMap(2, [], [{ must: "be letters", characters: "a-z" }], "{}")),
    modes: optional(enumList("A", "B")),
    note: optional(string([{ must: "be short", maxLength: 5 }])),
  },
  "new Thing(…)",
);

const problemsOf = (thing: unknown): string[] => checkRules<{ thing: IThing }>({ thing: RULE }, { thing });

const stack = new TerraformStack(Testing.app(), "billing");
const PART = { permissions: [], manualSteps: [], limitations: [] };
const construct = (id: string, members: object): Construct => Object.assign(new Construct(stack, id), members);
const inner = construct("inner", { ...PART, finopsInterface: "IInner", size: "S" });
const complete = {
  ...PART,
  finopsInterface: "IThing",
  name: "thing",
  ready: false,
  days: 30,
  size: "S",
  color: "red",
  resources: [],
  options: {},
  inner,
  use: (): void => undefined,
};
const without = (id: string, member: keyof typeof complete): Construct =>
  construct(id, Object.fromEntries(Object.entries(complete).filter(([name]) => name !== member)));

describe("the rule for a passable part", () => {
  it("accepts any construct that implements the interface, whatever its class", () => {
    expect(problemsOf(construct("own", complete))).toEqual([]);
  });

  it.each([
    ["a string", "thing", '"thing"'],
    ["null", null, "null"],
    ["an object", {}, "an object without 'finopsInterface'"],
    [
      "a construct without 'finopsInterface'",
      without("unmarked", "finopsInterface"),
      "the construct billing/unmarked without 'finopsInterface'",
    ],
    ["a construct of another interface", inner, "the construct billing/inner whose 'finopsInterface' is \"IInner\""],
    ["an object that is not a construct", complete, "an IThing that is not a construct"],
  ])("refuses %s", (_, thing, got) => {
    expect(problemsOf(thing)).toEqual([`'thing' must be an IThing, got: ${got}; for example new Thing(…)`]);
  });

  it.each(["name", "ready", "resources", "use", "inner", "permissions"] as const)(
    "names the missing member '%s' of an incomplete implementation",
    (member) => {
      expect(problemsOf(without(`without_${member}`, member))).toEqual([
        `'thing' must be an IThing, got: the IThing at billing/without_${member} whose '${member}' is missing; for example new Thing(…)`,
      ]);
    },
  );

  it("names members of another type, all at once", () => {
    const mistyped = construct("mistyped", {
      ...complete,
      name: 7,
      ready: undefined,
      days: "30",
      resources: null,
      use: [],
    });
    expect(problemsOf(mistyped)).toEqual([
      "'thing' must be an IThing, got: the IThing at billing/mistyped whose 'name' is a number instead of a string, 'ready' is missing, " +
        "'days' is a string instead of a number, 'resources' is null instead of a list, 'use' is a list instead of a function; for example new Thing(…)",
    ]);
  });

  it("names the problem of a part within the part, too", () => {
    const broken = construct("broken", { ...PART, finopsInterface: "IInner" });
    expect(problemsOf(construct("outer", { ...complete, inner: broken }))).toEqual([
      "'thing' must be an IThing, got: the IThing at billing/outer whose 'inner' is the IInner at billing/broken whose 'size' is missing (it must be an IInner); for example new Thing(…)",
    ]);
    expect(problemsOf(construct("text", { ...complete, inner: "inner" }))).toEqual([
      `'thing' must be an IThing, got: the IThing at billing/text whose 'inner' is "inner" (it must be an IInner); for example new Thing(…)`,
    ]);
  });

  describe("for a member with a rule", () => {
    const token = Token.asString({ ref: "x" });

    it.each([
      ["of another type", { color: 7 }, "'color' is 7 (it must be letters)"],
      ["that is missing", { color: undefined }, "'color' is missing"],
      ["that breaks a condition", { color: "*" }, "'color' is \"*\" (it must be letters)"],
      ["that is not among the allowed ones", { size: "L" }, "'size' is \"L\" (it must be one of S, M)"],
      ["whose literal part breaks a condition", { color: `*${token}` }, "(it must be letters)"],
      [
        "that is a token, but must be known",
        { size: token },
        "'size' is a token; what is created depends on it, so pass the value itself (it must be one of S, M)",
      ],
      [
        "with a number token, which looks like a number",
        { color: `dark${Token.asNumber({ ref: "x" })}` },
        "'color' must not contain a number token, which cannot be checked; declare the variable as a string",
      ],
      ["that is another object", { owner: {} }, "'owner' is an object (it must be a URL)"],
      ["that is not an object", { owner: "me" }, "'owner' is \"me\" (it must be a URL)"],
      ["of another type than an object", { options: "all" }, "'options' is a string instead of an object"],
      [
        "that has an invalid entry",
        { labels: { a: "*" } },
        "'labels' is invalid (the value of \"a\" in 'labels' must be letters",
      ],
      ["that has an invalid item", { modes: ["C"] }, "'modes' is invalid ('modes' must be a list of A, B"],
      ["that is optional, but breaks a condition", { note: "too long" }, "'note' is \"too long\" (it must be short)"],
    ])("refuses a value %s", (_, members, mismatch) => {
      const [problem] = problemsOf(construct(`refused_${mismatch.replaceAll(/\W/g, "")}`, { ...complete, ...members }));
      expect(problem).toContain(mismatch);
    });

    it.each([
      ["a token", { color: token }],
      ["text beside a token", { color: `dark${token}` }],
      ["an optional value", { note: "short" }],
      ["an object that fits", { owner: new URL("https://example.com") }],
    ])("accepts %s", (_, members) => {
      expect(
        problemsOf(construct(`accepted_${Object.values(members).join().length}`, { ...complete, ...members })),
      ).toEqual([]);
    });
  });
});
