import { combine, type Input, pick, without } from "../../lib/core/input";
import { Place } from "../../lib/core/place";
import { optional, string } from "../../lib/core/rules";
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

  it("give each part what it takes", () => {
    expect(pick(USER, props)).toEqual({ user: "me", tag: "b" });
    expect(pick(without(BUCKET, "owner"), props)).toEqual({ bucket: "b", tag: "b" });
  });
});
