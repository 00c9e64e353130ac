import { Token } from "cdktf";
import { crossCheck, integrationSchema, omitProps, pick, type PropsSchema } from "../../lib/core/props-schema";
import { object, optional, sensitive, string } from "../../lib/core/rules";
import { propsProblems } from "../support/rules";

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

const TAG = optional(text);
const TAG_CHECK = crossCheck<Pick<User, "tag">, "tag">(["tag"], ({ tag }) => (tag === "bad" ? ["'tag' is bad"] : []));
const USER: PropsSchema<User, "user"> = {
  rules: { user: optional(text), tag: TAG },
  defaultNames: { user: () => "someone" },
  crossChecks: [TAG_CHECK],
  uniqueNames: ({ user }) => [{ property: "user", kind: "user", name: user, within: "stack" }],
};
const BUCKET: PropsSchema<Bucket> = {
  rules: { bucket: text, owner: text, tag: TAG },
  crossChecks: [
    TAG_CHECK,
    crossCheck(["bucket", "tag"], ({ bucket, tag }) => (bucket === tag ? ["'tag' must differ"] : [])),
    crossCheck(["bucket", "owner"], ({ bucket, owner }) => (bucket === owner ? ["'owner' must differ"] : [])),
  ],
};

describe("the schema of an integration", () => {
  interface Own {
    readonly id: string;
  }
  type Props = Own & User & Omit<Bucket, "owner"> & { readonly owner?: string };
  const own: PropsSchema<Own & Pick<Props, "owner">> = {
    rules: { id: text, owner: optional(text) },
    uniqueNames: ({ id }) => [{ property: "id", kind: "integration", name: id, within: "stack" }],
  };
  const schema = integrationSchema<Props, "user">(own, { schema: USER }, { schema: omitProps(BUCKET, "owner") })({});
  const props = { id: "one", user: "me", bucket: "b", tag: "b" };

  it("has its own rules and those of all parts, without the properties that it sets on them", () => {
    expect(Object.keys(schema.rules)).toEqual(["id", "owner", "user", "tag", "bucket"]);
  });

  it("has the default names and checks of all parts, one that they share only once", () => {
    expect(Object.keys(schema.defaultNames ?? {})).toEqual(["user"]);
    expect(propsProblems(schema, props)).toEqual(["'tag' must differ"]);
    expect(propsProblems(schema, { ...props, tag: "bad" })).toEqual(["'tag' is bad"]);
  });

  it("leaves a check to the part while a property that the integration sets on it is missing", () => {
    expect(propsProblems(schema, { ...props, tag: "t" })).toEqual([]);
    expect(propsProblems(schema, { ...props, tag: "t", owner: "b" })).toEqual(["'owner' must differ"]);
  });

  it("has only its own unique names, because each part claims its own", () => {
    expect(schema.uniqueNames?.(props)).toEqual([
      { property: "id", kind: "integration", name: "one", within: "stack" },
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
    rules: { key: optional(sensitive(string([{ must: "be letters", pattern: "^[a-z]+$" }]))), note: optional(text) },
  };
  const PASSED: PropsSchema<Pick<Props, "passed">> = { rules: { passed: optional(object("be passed", () => true)) } };
  const schemaFor = integrationSchema<Props, never>(PASSED, { schema: KEY, replacedBy: ["passed"] });
  const problems = (props: Props): string[] => propsProblems(schemaFor({ ...props }), props);

  it("refuses the properties of that part, and withholds its secrets", () => {
    expect(problems({ passed: {}, key: "do-not-show-me", note: "x" })).toEqual([
      "'key' must be left out when 'passed' is passed (set it on that construct, if supported), got: 14 characters, which are not shown",
      `'note' must be left out when 'passed' is passed (set it on that construct, if supported), got: "x"`,
    ]);
  });

  it("refuses a token there, too, because it is not allowed at all", () => {
    expect(problems({ passed: {}, note: Token.asString({ ref: "note" }) })).toEqual([
      "'note' must be left out when 'passed' is passed (set it on that construct, if supported), got: a token",
    ]);
  });
});
