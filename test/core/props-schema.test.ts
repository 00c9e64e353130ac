import { Token } from "cdktf";
import { ConstructSite } from "../../lib/core/construct-site";
import { combine, integrationSchema, omitProps, pick, type PropsSchema } from "../../lib/core/props-schema";
import { checkRules } from "../../lib/core/rule-checks";
import { object, optional, sensitiveString, string } from "../../lib/core/rules";
import { emptyStack } from "../support/template";

const text = string([{ must: "be anything", pattern: "" }]);

interface User {
  readonly user?: string;
  readonly tag?: string;
}
interface Bucket {
  readonly bucket: string;
  readonly owner: string;
  readonly tag?: string;
}

const USER: PropsSchema<User, "user"> = {
  rules: { user: optional(text), tag: optional(text) },
  defaultNames: { user: () => "someone" },
  uniqueNames: ({ user }) => [{ property: "user", kind: "user", name: user, within: "stack" }],
};
const BUCKET: PropsSchema<Bucket> = {
  rules: { bucket: text, owner: text, tag: optional(text) },
  crossChecks: ({ bucket, tag }) => (bucket === tag ? ["'tag' must differ"] : []),
  uniqueNames: ({ bucket }) => [{ property: "bucket", kind: "bucket", name: bucket, within: "program" }],
};

describe("the combined schema of several parts", () => {
  const combined = combine<User & Omit<Bucket, "owner">, "user">(USER, omitProps(BUCKET, "owner"));
  const props = { user: "me", bucket: "b", tag: "b" };

  it("has the rules of all parts, without the omitted properties", () => {
    expect(Object.keys(combined.rules)).toEqual(["user", "tag", "bucket"]);
  });

  it("has the default names, cross-checks and unique names of all parts", () => {
    expect(Object.keys(combined.defaultNames ?? {})).toEqual(["user"]);
    expect(combined.crossChecks?.(props, new ConstructSite(emptyStack(), "x", "Thing"))).toEqual(["'tag' must differ"]);
    expect(combined.uniqueNames?.(props).map(({ name }) => name)).toEqual(["me", "b"]);
  });

  it("reports once the same problem of a property that parts share", () => {
    const part = (name: string): PropsSchema<Pick<User, "tag">> => ({
      rules: { tag: optional(text) },
      crossChecks: ({ tag }) => [`'tag' must not be ${tag ?? ""}`, `'tag' does not suit ${name}`],
    });
    const parts = combine<Pick<User, "tag">, never>(part("one"), part("two"));
    expect(parts.crossChecks?.({ tag: "x" }, new ConstructSite(emptyStack(), "y", "Thing"))).toEqual([
      "'tag' must not be x",
      "'tag' does not suit one",
      "'tag' does not suit two",
    ]);
  });

  it("is split into the props of each part", () => {
    expect(pick(USER, props)).toEqual({ user: "me", tag: "b" });
    expect(pick(omitProps(BUCKET, "owner"), props)).toEqual({ bucket: "b", tag: "b" });
  });
});

describe("the schema of an integration to which a part is passed", () => {
  interface Key {
    readonly key?: string;
    readonly note?: string;
  }
  interface Props extends Key {
    readonly passed?: object;
  }
  const KEY: PropsSchema<Key> = {
    rules: { key: optional(sensitiveString([{ must: "be letters", pattern: "^[a-z]+$" }])), note: optional(text) },
  };
  const PASSED: PropsSchema<Pick<Props, "passed">> = { rules: { passed: optional(object("be passed", () => true)) } };
  const schemaFor = integrationSchema<Props, never>({ schema: PASSED }, { schema: KEY, replacedBy: ["passed"] });
  const problems = (props: Props): string[] => checkRules(schemaFor(props).rules, props);

  it("refuses the properties of that part, and withholds its secrets", () => {
    expect(problems({ passed: {}, key: "do-not-show-me", note: "x" })).toEqual([
      "'key' must be left out when 'passed' is passed (set it on that construct, if supported), got: 14 characters, which are not shown",
      `'note' must be left out when 'passed' is passed (set it on that construct, if supported), got: "x"`,
    ]);
  });

  it("cannot have a property that two parts define by different rules", () => {
    const other: PropsSchema<Key> = { rules: { ...KEY.rules, note: optional(text) } };
    const conflicting = integrationSchema<Key, never>({ schema: KEY }, { schema: other });
    expect(() => conflicting({})).toThrow("two parts of an integration define 'note' by different rules");
  });

  it("refuses a token there, too, because it is not allowed at all", () => {
    expect(problems({ passed: {}, note: Token.asString({ ref: "note" }) })).toEqual([
      "'note' must be left out when 'passed' is passed (set it on that construct, if supported), got: a token",
    ]);
  });
});
