import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { type IPassablePart, PART_MEMBERS, partRule } from "../../lib/core/part-rule";
import { checkRules } from "../../lib/core/rule-checks";

interface IThing extends IPassablePart<"IThing"> {
  readonly name: string;
  readonly ready: boolean;
  readonly resources: readonly string[];
  readonly inner: IInner;
  readonly note?: string;
  use(): void;
}

interface IInner extends IPassablePart<"IInner"> {
  readonly size: string;
}

const INNER_RULE = partRule<IInner>("IInner", { ...PART_MEMBERS, size: "string" }, "new Inner(…)");
const RULE = partRule<IThing>(
  "IThing",
  { ...PART_MEMBERS, name: "string", ready: "boolean", resources: "object", inner: INNER_RULE, use: "function" },
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
  resources: [],
  inner,
  use: (): void => undefined,
};
const without = (id: string, member: keyof typeof complete): Construct =>
  construct(id, Object.fromEntries(Object.entries(complete).filter(([name]) => name !== member)));

describe("the rule for a part", () => {
  it("accepts any construct that implements the interface, whatever its class", () => {
    expect(problemsOf(construct("own", complete))).toEqual([]);
  });

  it.each([
    ["a string", "thing", '"thing"'],
    ["null", null, "null"],
    ["a construct without 'finopsInterface'", without("unmarked", "finopsInterface"), "an object"],
    ["a construct of another interface", inner, "an object"],
    ["an object that is not a construct", complete, "an IThing that is not a construct"],
  ])("refuses %s", (_, thing, got) => {
    expect(problemsOf(thing)).toEqual([`'thing' must be an IThing, got: ${got}; for example new Thing(…)`]);
  });

  it.each([
    ["name", "'name' (string)"],
    ["ready", "'ready' (boolean)"],
    ["resources", "'resources' (object)"],
    ["use", "'use' (function)"],
    ["inner", "'inner' (new Inner(…))"],
    ["permissions", "'permissions' (object)"],
  ] as const)("names the missing member '%s' of an incomplete implementation", (member, described) => {
    expect(problemsOf(without(`without_${member}`, member))).toEqual([
      `'thing' must be an IThing, got: an IThing without ${described}; for example new Thing(…)`,
    ]);
  });

  it("names members of another type, all at once", () => {
    const mistyped = construct("mistyped", { ...complete, name: undefined, resources: null, use: "later" });
    expect(problemsOf(mistyped)).toEqual([
      "'thing' must be an IThing, got: an IThing without 'name' (string), 'resources' (object), 'use' (function); for example new Thing(…)",
    ]);
  });

  it("checks a part within the part, too", () => {
    const broken = construct("broken", { ...PART, finopsInterface: "IInner" });
    expect(problemsOf(construct("outer", { ...complete, inner: broken }))).toEqual([
      "'thing' must be an IThing, got: an IThing without 'inner' (new Inner(…)); for example new Thing(…)",
    ]);
  });
});
