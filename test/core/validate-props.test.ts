import { TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { ConstructSite } from "../../lib/core/construct-site";
import { crossCheck, integrationSchema, omitProps, pick, type PropsSchema } from "../../lib/core/props-schema";
import { enumList, object, optional, string, stringMap } from "../../lib/core/rules";
import { shareValidation, validateCreated, validateProps } from "../../lib/core/validate-props";
import { propsProblems } from "../support/rules";
import { emptyStack, refusal } from "../support/template";

interface Props {
  readonly bucketName?: string;
  readonly other?: string;
}

const SCHEMA: PropsSchema<Props, "bucketName"> = {
  rules: {
    bucketName: optional(string([{ must: "be at most 12 characters long", maxLength: 12 }])),
    other: optional(string([{ must: "be digits", pattern: "^[0-9]+$" }])),
  },
  defaultNames: { bucketName: (site) => site.name("-") },
  crossChecks: [
    crossCheck(["bucketName", "other"], ({ bucketName, other }) =>
      bucketName === other ? ["'other' must differ from 'bucketName'"] : [],
    ),
  ],
};

const validate = (id: string, props: Props): Props =>
  validateProps(new ConstructSite(emptyStack(), id, "Thing"), SCHEMA, props);

describe("the validation of props", () => {
  it("returns the props, with a default name derived from the path", () => {
    expect(validate("one", { other: "1" })).toEqual({ bucketName: "billing-one", other: "1" });
    expect(validate("two", { bucketName: undefined })).toEqual({ bucketName: "billing-two" });
    expect(validate("three", { bucketName: "mine" })).toEqual({ bucketName: "mine" });
  });

  it("reports all problems of properties and combinations, one per line, with the name and path of the construct", () => {
    interface Pair {
      readonly one: string;
      readonly two: string;
      readonly three: string;
    }
    const letters = string([{ must: "be letters", pattern: "^[a-z]+$" }]);
    const schema: PropsSchema<Pair> = {
      rules: { one: letters, two: letters, three: letters },
      crossChecks: [
        crossCheck(["one", "two"], ({ one, two }) => (one === two ? ["'one' must differ from 'two'"] : [])),
      ],
    };
    const site = new ConstructSite(emptyStack(), "finops", "Thing");
    expect(refusal(() => validateProps(site, schema, { one: "a", two: "a", three: "3" }))).toBe(
      [
        "Thing at billing/finops: 2 problems",
        `  - 'three' must be letters, got: "3"`,
        "  - 'one' must differ from 'two'",
      ].join("\n"),
    );
  });

  it("checks a combination only if each property that it reads is valid", () => {
    expect(propsProblems(SCHEMA, { bucketName: "a", other: "a" })).toEqual([`'other' must be digits, got: "a"`]);
    expect(propsProblems(SCHEMA, { bucketName: "1", other: "1" })).toEqual(["'other' must differ from 'bucketName'"]);
  });

  it("passes to a check only the properties that it reads", () => {
    const schema: PropsSchema<Props> = {
      rules: SCHEMA.rules,
      crossChecks: [crossCheck(["other"], (props) => [Object.keys(props).join()])],
    };
    expect(propsProblems(schema, { bucketName: "a", other: "1" })).toEqual(["other"]);
  });

  it("refuses a default name that breaks its rule", () => {
    expect(refusal(() => validate("the-finops", {}))).toBe(
      `Thing at billing/the-finops: 'bucketName' must be at most 12 characters long, got: "billing-the-finops"; ` +
        "this default is derived from the construct's path, so set 'bucketName'",
    );
  });

  it("reports a name without a default as missing only if it is required", () => {
    const schema: PropsSchema<Props, "bucketName"> = { ...SCHEMA, defaultNames: { bucketName: () => undefined } };
    expect(propsProblems(schema, {})).toEqual(["'other' must differ from 'bucketName'"]);
    expect(propsProblems(schema, { other: "1" })).toEqual([]);
  });

  it.each([null, "props", 7, new Map()])("refuses %s in place of the props", (props) => {
    expect(propsProblems(SCHEMA, props)).toEqual([expect.stringMatching(/^the props must be an object, got: /)]);
  });
});

describe("the reading of props", () => {
  interface Read {
    readonly name?: string;
    readonly tags?: Record<string, string>;
    readonly list?: readonly ("A" | "B")[];
    readonly thing?: object;
  }
  const text = [{ must: "be letters", pattern: "^[a-z]+$" }];
  const READ: PropsSchema<Read> = {
    rules: {
      name: optional(string(text)),
      tags: optional(stringMap(2, text, text, "{}")),
      list: optional(enumList("A", "B")),
      thing: optional(object("be a thing", () => true)),
    },
  };
  const read = (props: Read): Read => validateProps(new ConstructSite(emptyStack(), "thing", "Thing"), READ, props);

  it("reads each property once, so that a getter cannot return another value afterwards", () => {
    const answers = ["first", "${var.second}"];
    const props = {
      get name() {
        return answers.shift() ?? "!";
      },
    };
    expect(read(props).name).toBe("first");
    expect(answers).toHaveLength(1);
  });

  it("reads the getters of props that are an instance of a class", () => {
    class Settings {
      readonly #name = "acme";

      get name(): string {
        return this.#name;
      }
    }
    expect(read(new Settings())).toEqual({ name: "acme" });
  });

  it("reads the properties of a Proxy once, those of its maps too", () => {
    const reads: string[] = [];
    const recording = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(object, name): unknown {
          reads.push(String(name));
          return Reflect.get(object, name);
        },
      });
    read(recording({ name: "acme", tags: recording({ team: "finops" }) }));
    expect(reads.filter((name) => ["name", "tags", "team"].includes(name)).sort()).toEqual(["name", "tags", "team"]);
  });

  it("copies maps and lists, which can be changed afterwards, for the construct and its resources alone", () => {
    const tags: Record<string, string> = { team: "finops" };
    const list: ("A" | "B")[] = ["A"];
    const props = read({ tags, list });
    tags.team = "${var.other}";
    list.push("B");
    expect(props).toEqual({ tags: { team: "finops" }, list: ["A"] });
    expect([props.tags, props.list].some((value) => Object.isFrozen(value))).toBe(false);
  });

  it("keeps objects of a class and resolvable values as they are", () => {
    const thing = new Construct(emptyStack(), "thing");
    const tags = Token.asAny({ ref: "x" }) as unknown as Record<string, string>;
    expect(read({ thing }).thing).toBe(thing);
    expect(read({ tags }).tags).toBe(tags);
  });

  it("takes a key like any other, whatever objects inherit", () => {
    const json = JSON.parse('{ "__proto__": { "name": "acme" }, "constructor": "x", "toString": "y" }') as Read;
    expect(propsProblems(READ, json)).toEqual([
      expect.stringContaining('"__proto__" is not a known property'),
      '"constructor" is not a known property',
      '"toString" is not a known property',
    ]);
  });
});

describe("a part within an integration", () => {
  interface AllProps {
    readonly name: string;
    readonly tags?: Record<string, string>;
    readonly modes?: readonly ("A" | "B")[];
    readonly storage?: object;
  }
  interface PartProps extends AllProps {
    readonly storage: object;
  }

  /** An integration, and a schema of its part that counts its checks. */
  function integration(props: AllProps, scope: Construct = emptyStack()) {
    const judged: string[] = [];
    const STORAGE = object<object>("be a storage", () => judged.push("storage") > 0);
    const PART: PropsSchema<PartProps> = {
      rules: {
        name: string([
          {
            must: "be letters",
            get pattern() {
              judged.push("name");
              return "^[a-z]+$";
            },
          },
        ]),
        modes: optional(enumList("A", "B")),
        tags: optional(stringMap(2, [], [{ must: "be digits", pattern: "^[0-9]*$" }], "{}")),
        storage: STORAGE,
      },
      crossChecks: [
        crossCheck(["name", "tags"], ({ name, tags }) => {
          judged.push("name and tags");
          return tags?.[name] === undefined ? [] : ["'tags' must not have the name"];
        }),
        crossCheck(["storage"], ({ storage }) => {
          judged.push("check of storage");
          return Object.isFrozen(storage) ? ["'storage' must not be frozen"] : [];
        }),
      ],
    };
    const schema = integrationSchema<AllProps, never>(
      { rules: { storage: optional(STORAGE) } },
      { schema: omitProps(PART, "storage") },
    );
    const validProps = validateProps(new ConstructSite(scope, "finops", "Integration"), schema, props);
    const construct = new Construct(scope, "finops");
    shareValidation(construct, validProps);
    const createPart = (partProps: PartProps, id = "part", within: Construct = construct): PartProps =>
      validateProps(new ConstructSite(within, id, "Part"), PART, partProps);
    return { construct, validProps, own: pick(omitProps(PART, "storage"), validProps), judged, createPart };
  }
  const props = { name: "acme", tags: { a: "1" } };
  const storage = {};

  it("takes over what the integration validated, and validates the rest", () => {
    const { own, judged, createPart } = integration(props);
    expect(judged).toEqual(["name", "name and tags"]);
    createPart({ ...own, storage });
    expect(judged).toEqual(["name", "name and tags", "storage", "check of storage"]);
  });

  it("gets maps and lists of the integration, which are frozen, as copies that its resources may change", () => {
    const { own, createPart } = integration({ ...props, modes: ["A"] });
    expect([own.tags, own.modes].every((value) => Object.isFrozen(value))).toBe(true);
    const { tags, modes } = createPart({ ...own, storage });
    expect([tags, modes]).toEqual([own.tags, own.modes]);
    expect([tags, modes].some((value) => Object.isFrozen(value))).toBe(false);
  });

  it("validates a map again that resolves itself, because it could not be copied", () => {
    const tags = Object.assign({ resolve: (): object => ({}) }, {}) as unknown as Record<string, string>;
    const { own, createPart } = integration({ ...props, tags });
    Reflect.deleteProperty(tags, "resolve");
    tags.a = "x";
    expect(() => createPart({ ...own, storage })).toThrow(`the value of "a" in 'tags' must be digits`);
  });

  it("validates a part again that was passed to the integration, because it can have changed", () => {
    const { own, judged, createPart } = integration({ ...props, storage });
    const first = ["storage", "name", "name and tags", "check of storage"];
    expect(judged).toEqual(first);
    createPart({ ...own, storage });
    expect(judged).toEqual([...first, "storage", "check of storage"]);
  });

  it("validates what a subclass changed, and the combinations with it", () => {
    const { own, judged, createPart } = integration(props);
    expect(() => createPart({ ...own, storage, name: "Acme" })).toThrow("'name' must be letters");
    expect(() => createPart({ ...own, storage, tags: { acme: "2" } })).toThrow("'tags' must not have the name");
    expect(judged.filter((what) => what === "name and tags")).toHaveLength(2);
  });

  it("validates an equal copy of a map, which could be changed", () => {
    const { own, createPart } = integration(props);
    const tags = { ...own.tags, b: "x" };
    expect(() => createPart({ ...own, storage, tags })).toThrow(`the value of "b" in 'tags' must be digits`);
  });

  it("reports a missing property, also if the integration does not require it", () => {
    const { own, createPart } = integration(props);
    expect(() => createPart({ ...own } as PartProps)).toThrow("'storage' is required");
  });

  it("takes over the validation also within a construct of the integration, but not outside of it", () => {
    const { own, construct, judged, createPart } = integration(props);
    createPart({ ...own, storage }, "part", new Construct(construct, "group"));
    expect(judged.filter((what) => what === "name and tags")).toHaveLength(1);
    createPart({ ...own, storage }, "part", emptyStack());
    expect(judged.filter((what) => what === "name and tags")).toHaveLength(2);
  });

  it("does not take over the checks of another stack, whose constructs they may concern", () => {
    const { own, construct, judged, createPart } = integration(props);
    createPart({ ...own, storage }, "part", new TerraformStack(construct, "nested"));
    expect(judged.filter((what) => what === "name and tags")).toHaveLength(2);
  });

  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "null"],
    ["bucket", '"bucket"'],
  ])("that a method of the integration creates must fit the rule of its property, not be %s", (created, got) => {
    const { construct } = integration(props);
    expect(refusal(() => validateCreated(construct, "storage", created))).toBe(
      `Integration at billing/finops: what 'createStorage' returns must be a storage, got: ${got}`,
    );
  });

  it("that cannot be passed must be a part at least", () => {
    const { construct } = integration(props);
    const part = Object.assign(new Construct(construct, "access"), {
      permissions: [],
      manualSteps: [],
      limitations: [],
    });
    expect(validateCreated(construct, "access", part)).toBe(part);
    const incomplete = Object.assign(new Construct(construct, "incomplete"), { permissions: [], manualSteps: [] });
    for (const created of [undefined, {}, new Construct(construct, "other"), incomplete]) {
      expect(refusal(() => validateCreated(construct, "access", created))).toMatch(
        /: what 'createAccess' returns must be a part: a construct with permissions, manual steps and limitations, got: /,
      );
    }
  });
});
