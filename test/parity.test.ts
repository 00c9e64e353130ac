import { AnnotationMetadataEntryType, Testing } from "cdktf";
import { type Construct } from "constructs";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLOUDS as BENCHED } from "../bench/clouds";
import { EXAMPLE_SETTINGS } from "../examples/settings";
import { STACKS } from "../examples/stacks";
import { Integration } from "../lib/core/integration";
import { Part } from "../lib/core/part";
import { type Cloud, PLATFORM_FIELDS } from "../lib/core/platform";
import { apiFile, ENTRIES } from "./support/api";
import { CATALOGUES, document } from "./support/docs";
import { goldenFile } from "./support/golden";
import { PROGRAMS } from "./support/programs";
import { Template } from "./support/template";

// The same thing has the same name and the same shape in all clouds. To add a cloud, name it in `PREFIXES` and do what the
// failing tests ask for. A part added to one cloud is added to all, or listed in `ABSENT` with the reason.

const ROOT = join(__dirname, "..");

/** Prefix of the public names of each cloud. */
const PREFIXES: Readonly<Record<Cloud, string>> = { aws: "Aws", gcp: "Gcp", azure: "Azure", oci: "Oci" };

/** Parts of an integration, by the property that holds them. */
const PARTS = { identity: "Identity", storage: "Storage", billingExport: "BillingExport", access: "Access" };

/** Parts that can be passed: each has an interface, and a static method for existing resources. */
const PASSABLE = ["identity", "storage", "billingExport"] as const;

/** Additional parts of a cloud, in the same shape as `PARTS`. */
const MORE_PARTS: Readonly<Partial<Record<Cloud, Readonly<Record<string, string>>>>> = {
  gcp: { services: "Services" },
};

/** Files beside those of the parts. */
const FILES = ["conditions", "fields", "index", "integration", "interfaces", "peer", "permissions", "provider"];

const HEADINGS = ["Ways in", "What it covers", "Permissions", "What is refused"];

/**
 * Facts that a cloud lacks, with the reason: a part (`storage`), a static method for existing resources
 * (`billingExport.from`), a part's one main resource or data source (`billingExport.resource`), a file of `FILES`, a
 * heading. A fact that the cloud has must not be listed.
 */
const ABSENT: Readonly<Partial<Record<Cloud, Readonly<Record<string, string>>>>> = {
  aws: {
    "least-privilege":
      "It grants by a single policy, which test/aws/access.test.ts compares with the catalogue action by action.",
  },
  azure: {
    "billingExport.resource": "Each dataset of each subscription has an export, and none of them is the main one.",
    "access.resource": "Each scope has a role assignment, and none of them is the main one.",
  },
  gcp: {
    "billingExport.from": "A person enables each export, so an existing export has the same props as a new one.",
    "billingExport.resource": "No API enables an export, so there is no resource; its tables appear hours later.",
    "services.resource": "Each API is a resource, and none of them is the main one.",
  },
  oci: {
    storage: "Oracle keeps the reports in its own bucket, and accepts no other.",
    "billingExport.from": "Oracle writes the reports of each tenancy by itself, so they always exist.",
    "billingExport.resource":
      "Oracle writes the reports by itself, so there is no resource; a data source would call Oracle in each plan for nothing.",
  },
};

const clouds = Object.keys(PREFIXES) as Cloud[];
const sorted = (names: readonly string[]): string[] => [...names].sort();
const words = (name: string): string[] => name.match(/[A-Z]?[a-z]+/g)?.map((word) => word.toLowerCase()) ?? [];
const snake = (name: string): string => words(name).join("_");
const fileOf = (part: string): string => words(part).join("-");
const has = (path: string): boolean => existsSync(join(ROOT, path));

/** Text of a file; empty if it does not exist, so that a test can say so. */
function read(path: string): string {
  return has(path) ? readFileSync(join(ROOT, path), "utf8") : "";
}

function load(path: string): Record<string, unknown> {
  return has(`lib/${path}`) ? jest.requireActual(join(ROOT, "lib", path)) : {};
}

/** Instruction if a cloud lacks a fact without a reason, or has a fact that it lists as absent. */
function todo(cloud: Cloud, fact: string, present: boolean, what: string): string[] {
  const reason = ABSENT[cloud]?.[fact];
  if (reason === undefined) {
    return present ? [] : [`${what}; or list '${fact}' in ABSENT with the reason`];
  }
  return present ? [`remove '${fact}' of ${cloud} from ABSENT: the cloud has it`] : [];
}

/** All facts that can be absent. */
function factsOf(cloud: Cloud): string[] {
  const parts = Object.keys(partsOf(cloud));
  return [
    ...parts,
    ...parts.map((property) => `${property}.resource`),
    ...PASSABLE.map((property) => `${property}.from`),
    ...FILES,
    ...HEADINGS,
    "least-privilege",
  ];
}

function partsOf(cloud: Cloud): Readonly<Record<string, string>> {
  return { ...PARTS, ...MORE_PARTS[cloud] };
}

describe("the clouds", () => {
  it("have a folder each", () => {
    const folders = readdirSync(join(ROOT, "lib"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(sorted(folders.map(({ name }) => name).filter((name) => name in PREFIXES))).toEqual(sorted(clouds));
  });

  it("have an entry, a form, a catalogue, a document, a benchmark, a user program and a row of README.md each", () => {
    const firstCells = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/^\| (\w+) /gm)];
    const rows = firstCells.map(([, name = ""]) => name.toLowerCase()).filter((name) => name in PREFIXES);
    expect(rows).toEqual(clouds.filter((cloud) => rows.includes(cloud)));
    const lists: Readonly<Record<string, readonly string[]>> = {
      "ENTRIES in test/support/api.ts": Object.keys(ENTRIES).filter((name) => name !== "index"),
      "PLATFORM_FIELDS in lib/core/platform.ts": Object.keys(PLATFORM_FIELDS),
      "CATALOGUES in test/support/docs.ts": Object.keys(CATALOGUES),
      "CLOUDS in bench/clouds.ts": Object.keys(BENCHED),
      "PROGRAMS in test/support/programs.ts": Object.keys(PROGRAMS),
      "the documents in docs": clouds.filter((cloud) => existsSync(document(cloud))),
      "the first table of README.md": rows,
    };
    // All at once, because the author of a new cloud needs the whole list.
    expect(
      Object.entries(lists).flatMap(([list, found]) => [
        ...clouds.filter((cloud) => !found.includes(cloud)).map((cloud) => `add ${cloud} to ${list}`),
        ...found.filter((cloud) => !clouds.some((one) => one === cloud)).map((cloud) => `remove ${cloud} from ${list}`),
      ]),
    ).toEqual([]);
    expect(Object.keys(ENTRIES)).toContain("index");
  });

  it("give a reason for each absent fact, and list no unknown fact", () => {
    const absent = Object.entries(ABSENT).flatMap(([cloud, facts]) =>
      Object.entries(facts).map(([fact, reason]) => ({ fact, reason, known: factsOf(cloud as Cloud).includes(fact) })),
    );
    expect(absent.filter(({ reason, known }) => !known || !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
  });
});

describe.each(clouds)("the cloud %s", (cloud) => {
  const prefix = PREFIXES[cloud];
  const parts = Object.entries(partsOf(cloud));
  const lacks = (fact: string): boolean => ABSENT[cloud]?.[fact] !== undefined;
  const entry = (): Record<string, unknown> => load(`${cloud}/index.ts`);
  const api = existsSync(apiFile(cloud)) ? readFileSync(apiFile(cloud), "utf8") : "";
  const declares = (pattern: string): boolean => new RegExp(pattern, "m").test(api);
  const sources = has(`lib/${cloud}`)
    ? readdirSync(join(ROOT, "lib", cloud)).filter((name) => name.endsWith(".ts"))
    : [];

  it("has the files that all clouds have, and a test of the same name for each with code", () => {
    const tested = ["integration", "interfaces", "permissions", "provider"];
    expect(
      FILES.flatMap((file) => [
        ...todo(cloud, file, has(`lib/${cloud}/${file}.ts`), `write lib/${cloud}/${file}.ts as in lib/aws`),
        ...(tested.includes(file) && !has(`test/${cloud}/${file}.test.ts`)
          ? [`write test/${cloud}/${file}.test.ts`]
          : []),
      ]),
    ).toEqual([]);
  });

  it("looks for its bindings before it loads anything else", () => {
    const first = /^import .*$/m.exec(read(`lib/${cloud}/index.ts`))?.[0];
    expect(todo(cloud, "peer", first === 'import "./peer";', `import "./peer" first in lib/${cloud}/index.ts`)).toEqual(
      [],
    );
  });

  it.each(parts)(
    "has a file, a class with props, a schema and a test for its %s, by the same name",
    (property, part) => {
      const file = fileOf(part);
      const name = `${prefix}${part}`;
      const schema = `${cloud}_${snake(part)}_schema`.toUpperCase();
      const fact = (present: boolean, what: string): string[] => todo(cloud, property, present, what);
      expect([
        ...fact(has(`lib/${cloud}/${file}.ts`), `write lib/${cloud}/${file}.ts`),
        ...fact(schema in load(`${cloud}/${file}.ts`), `export ${schema} from lib/${cloud}/${file}.ts`),
        ...fact(typeof entry()[name] === "function", `export the class ${name} from lib/${cloud}/index.ts`),
        ...fact(declares(`^export interface ${name}Props\\b`), `export ${name}Props, then 'npm run api'`),
        ...(lacks(property) || has(`test/${cloud}/${file}.test.ts`) ? [] : [`write test/${cloud}/${file}.test.ts`]),
      ]).toEqual([]);
    },
  );

  it.each(PASSABLE)("accepts a %s that is passed, by its interface, also for existing resources", (property) => {
    const name = `${prefix}${PARTS[property]}`;
    const created = entry()[name] as object | undefined;
    const methods = Object.getOwnPropertyNames(created ?? {}).filter((method) => method.startsWith("from"));
    const passed = declares(`readonly ${property}\\??: I${name};`);
    const returned = methods.filter((method) => !declares(`static ${method}\\([^)]*\\): I${name};`));
    expect([
      ...todo(cloud, property, passed, `have ${prefix}Integration take '${property}'`),
      ...todo(cloud, property, declares(`^export interface I${name} extends IPassablePart<`), `export I${name}`),
      ...returned.map((method) => `have ${name}.${method} return I${name}`),
      // An absent part has no existing resources.
      ...(lacks(property)
        ? []
        : todo(cloud, `${property}.from`, methods.length > 0, `give ${name} a static method 'from…'`)),
    ]).toEqual([]);
  });

  it("has options for subclasses and helpers, and props that require what nothing can compute", () => {
    expect(declares(`^export interface ${prefix}IntegrationOptions extends `)).toBe(true);
    expect(declares(`^export type ${prefix}IntegrationProps = `)).toBe(true);
  });

  it("keeps base classes, and the classes behind 'from…', internal", () => {
    const internal = sources.flatMap((file) => {
      const classes = file.startsWith("existing-") ? /^export class (\w+)/gm : /^export abstract class (\w+)/gm;
      return [...read(`lib/${cloud}/${file}`).matchAll(classes)].map(([, name = ""]) => name);
    });
    expect(internal).not.toEqual([]);
    expect(internal.filter((name) => declares(`^export declare (abstract )?class ${name}\\b`))).toEqual([]);
  });

  it("has a schema and a test for each kind of existing resources", () => {
    const existing = sources.filter((file) => file.startsWith("existing-"));
    const lacking = existing.filter((file) => {
      const schema = `${cloud}_${file.replace(/\.ts$/, "").replaceAll("-", "_")}_schema`.toUpperCase();
      return !(schema in load(`${cloud}/${file}`)) || !has(`test/${cloud}/${file.replace(/\.ts$/, ".test.ts")}`);
    });
    expect(lacking.map((file) => `export an …_SCHEMA from lib/${cloud}/${file}, and test it`)).toEqual([]);
  });

  it("compares its properties with an independent grammar", () => {
    const files = [`test/${cloud}/grammar.ts`, `test/${cloud}/properties.test.ts`];
    expect(files.filter((file) => !has(file)).map((file) => `write ${file}`)).toEqual([]);
  });

  it("proves least privilege from the JSON, without reading the catalogue", () => {
    const files = [`test/${cloud}/violations.ts`, `test/${cloud}/least-privilege.test.ts`];
    expect(todo(cloud, "least-privilege", files.every(has), `write ${files.join(" and ")}`)).toEqual([]);
  });

  it("has public names that begin with its prefix, and its catalogue among them", () => {
    const names = Object.keys(entry());
    expect(names.filter((name) => !name.startsWith(prefix) && !name.startsWith(`${cloud.toUpperCase()}_`))).toEqual([]);
    expect(names).toContain(`${cloud.toUpperCase()}_PERMISSIONS`);
  });

  it("has a program that tests its types", () => {
    expect(has(`test/types/${cloud}.ts`) ? [] : [`write test/types/${cloud}.ts as for the other clouds`]).toEqual([]);
  });

  it("has a minimal example, and one for existing resources, each with a golden file", () => {
    const examples = Object.keys(STACKS).filter((id) => id.startsWith(`${cloud}-`));
    const lacking = examples.filter((id) => !existsSync(goldenFile(id)));
    expect(lacking.map((id) => `run 'npm run golden', which writes the file of ${id}`)).toEqual([]);
    expect(examples).toContain(`${cloud}-minimal`);
    expect(examples.filter((id) => id.includes("-existing-")).length).toBeGreaterThan(0);
  });

  it("has a document with the headings that all have", () => {
    const text = existsSync(document(cloud)) ? readFileSync(document(cloud), "utf8") : "";
    expect(
      HEADINGS.flatMap((heading) => todo(cloud, heading, text.includes(`\n## ${heading}\n`), `write '## ${heading}'`)),
    ).toEqual([]);
  });

  describe("in its minimal example", () => {
    const created = (): Integration => {
      const {
        [`${cloud}-minimal`]: create,
      }: Readonly<Record<string, (typeof STACKS)[keyof typeof STACKS] | undefined>> = STACKS;
      if (create === undefined) {
        throw new Error(`write examples/${cloud}-minimal/stack.ts, and name it in examples/stacks.ts`);
      }
      const stack = create(Testing.app(), `${cloud}-minimal`, EXAMPLE_SETTINGS);
      expect(() => Template.of(stack)).not.toThrow();
      const [integration] = stack.node.findAll().filter((node) => node instanceof Integration);
      if (integration === undefined) {
        throw new Error(`create an integration in examples/${cloud}-minimal/stack.ts`);
      }
      return integration;
    };

    it("fills in rows of its form, and reports what it grants", () => {
      const integration = created();
      expect(integration.cloud).toBe(cloud);
      expect(integration.fields.length).toBeGreaterThan(0);
      expect(integration.permissions.length).toBeGreaterThan(0);
    });

    it("has its parts under the same names and ids, each with one main resource or data source", () => {
      const integration = created() as unknown as Record<string, Construct | undefined>;
      expect(
        parts.flatMap(([property]) => {
          const part = integration[property];
          const id = snake(property);
          const present = part instanceof Part && part.node.id === id;
          const main = part?.node.defaultChild !== undefined;
          return [
            ...todo(cloud, property, present, `make '${property}' a Part with the id '${id}'`),
            // An absent part has no resource.
            ...(lacks(property) ? [] : todo(cloud, `${property}.resource`, main, `give '${property}' a main resource`)),
          ];
        }),
      ).toEqual([]);
    });

    it("warns about each manual step and each limitation of its parts", () => {
      const integration = created();
      const all = integration.node.findAll().flatMap(({ node }) => node.metadata);
      const texts = all
        .filter(({ type }) => type === (AnnotationMetadataEntryType.WARN as string))
        .map(({ data }) => data as string);
      const expected = [
        ...integration.manualSteps.map(({ title }) => `Manual step: ${title}`),
        ...integration.limitations.map((limitation) => `Limitation: ${limitation}`),
      ];
      expect(expected.filter((text) => !texts.some((one) => one.startsWith(text)))).toEqual([]);
    });
  });
});
