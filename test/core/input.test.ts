import { checkProps } from "../../lib/core/check";
import { combine, type Input, pick, whole, without } from "../../lib/core/input";
import { Place } from "../../lib/core/place";
import { hiddenString, object, optional, string } from "../../lib/core/rules";
import { emptyStack } from "../support/template";

const text = string([{ must: "be anything", matches: "" }]);

interface User {
  readonly user?: string;
  readonly tag?: string;
}
interface Bucket {
  readonly bucket: string;
  readonly owner: string;
  readonly tag?: string;
}

const USER: Input<User, "user"> = {
  rules: { user: optional(text), tag: optional(text) },
  names: { user: () => "someone" },
  claims: ({ user }) => [{ property: "user", kind: "user", name: user, within: "stack" }],
};
const BUCKET: Input<Bucket> = {
  rules: { bucket: text, owner: text, tag: optional(text) },
  combinations: ({ bucket, tag }) => (bucket === tag ? ["'tag' must differ"] : []),
  claims: ({ bucket }) => [{ property: "bucket", kind: "bucket", name: bucket, within: "program" }],
};

describe("the inputs of parts, put together", () => {
  const whole = combine<User & Omit<Bucket, "owner">, "user">(USER, without(BUCKET, "owner"));
  const props = { user: "me", bucket: "b", tag: "b" };

  it("have the rules of all, but for what the whole gives to a part by itself", () => {
    expect(Object.keys(whole.rules)).toEqual(["user", "tag", "bucket"]);
  });

  it("have the names, combinations and claims of all", () => {
    expect(Object.keys(whole.names ?? {})).toEqual(["user"]);
    expect(whole.combinations?.(props, new Place(emptyStack(), "x", "Thing"))).toEqual(["'tag' must differ"]);
    expect(whole.claims?.(props).map((claim) => claim.name)).toEqual(["me", "b"]);
  });

  it("tell once of what several parts find wrong with a property that they share", () => {
    const part = (name: string): Input<Pick<User, "tag">> => ({
      rules: { tag: optional(text) },
      combinations: ({ tag }) => [`'tag' must not be ${tag ?? ""}`, `'tag' does not suit ${name}`],
    });
    const parts = combine<Pick<User, "tag">, never>(part("one"), part("two"));
    expect(parts.combinations?.({ tag: "x" }, new Place(emptyStack(), "y", "Thing"))).toEqual([
      "'tag' must not be x",
      "'tag' does not suit one",
      "'tag' does not suit two",
    ]);
  });

  it("give each part what it takes", () => {
    expect(pick(USER, props)).toEqual({ user: "me", tag: "b" });
    expect(pick(without(BUCKET, "owner"), props)).toEqual({ bucket: "b", tag: "b" });
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
  const KEY: Input<Key> = {
    rules: { key: optional(hiddenString([{ must: "be letters", matches: "^[a-z]+$" }])), note: optional(text) },
  };
  const MADE: Input<Pick<Props, "made">> = { rules: { made: optional(object("be made", () => true)) } };
  const inputFor = whole<Props, never>({ input: MADE }, { input: KEY, passedAs: ["made"] });
  const problems = (props: Props): string[] => checkProps(inputFor(props).rules, props);

  it("has what the part would be made of left out, and does not show what is a secret there", () => {
    expect(problems({ made: {}, key: "do-not-show-me", note: "x" })).toEqual([
      "'key' must be left out when 'made' is passed: tell it to that, if it takes it, got: 14 characters, which are not shown",
      `'note' must be left out when 'made' is passed: tell it to that, if it takes it, got: "x"`,
    ]);
  });
});
