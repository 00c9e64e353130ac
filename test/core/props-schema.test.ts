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

describe("the inputs of parts, put together", () => {
  const whole = combine<User & Omit<Bucket, "owner">, "user">(USER, omitProps(BUCKET, "owner"));
  const props = { user: "me", bucket: "b", tag: "b" };

  it("have the rules of all, but for what the whole gives to a part by itself", () => {
    expect(Object.keys(whole.rules)).toEqual(["user", "tag", "bucket"]);
  });

  it("have the names, combinations and claims of all", () => {
    expect(Object.keys(whole.defaultNames ?? {})).toEqual(["user"]);
    expect(whole.crossChecks?.(props, new ConstructSite(emptyStack(), "x", "Thing"))).toEqual(["'tag' must differ"]);
    expect(whole.uniqueNames?.(props).map((claim) => claim.name)).toEqual(["me", "b"]);
  });

  it("tell once of what several parts find wrong with a property that they share", () => {
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

  it("give each part what it takes", () => {
    expect(pick(USER, props)).toEqual({ user: "me", tag: "b" });
    expect(pick(omitProps(BUCKET, "owner"), props)).toEqual({ bucket: "b", tag: "b" });
  });
});

describe("the input of a whole to which a part is passed", () => {
  interface Key {
    readonly key?: string;
    readonly note?: string;
  }
  interface Props extends Key {
    readonly made?: object;
  }
  const KEY: PropsSchema<Key> = {
    rules: { key: optional(sensitiveString([{ must: "be letters", pattern: "^[a-z]+$" }])), note: optional(text) },
  };
  const MADE: PropsSchema<Pick<Props, "made">> = { rules: { made: optional(object("be made", () => true)) } };
  const inputFor = integrationSchema<Props, never>({ schema: MADE }, { schema: KEY, replacedBy: ["made"] });
  const problems = (props: Props): string[] => checkRules(inputFor(props).rules, props);

  it("has what the part would be made of left out, and does not show what is a secret there", () => {
    expect(problems({ made: {}, key: "do-not-show-me", note: "x" })).toEqual([
      "'key' must be left out when 'made' is passed (set it on that construct, if supported), got: 14 characters, which are not shown",
      `'note' must be left out when 'made' is passed (set it on that construct, if supported), got: "x"`,
    ]);
  });
});
