import { AnnotationMetadataEntryType, Testing } from "cdktf";
import { type Construct } from "constructs";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_SETTINGS } from "../examples/settings";
import { STACKS } from "../examples/stacks";
import { CLOUDS as BENCHED } from "../bench/clouds";
import { Integration } from "../lib/core/integration";
import { Part } from "../lib/core/part";
import { type Cloud, PLATFORM_FIELDS } from "../lib/core/platform";
import { apiFile, ENTRIES } from "./support/api";
import { CATALOGUES, document } from "./support/docs";
import { PROGRAMS } from "./support/programs";
import { Template } from "./support/template";

// The same thing has the same name and the same shape in all clouds. Whoever adds a cloud names it in `PREFIXES` and does
// what this asks for; whoever adds a part to one cloud adds it to all, or says here why a cloud has none.

const ROOT = join(__dirname, "..");

/** How the public names of each cloud begin. */
const PREFIXES: Readonly<Record<Cloud, string>> = { aws: "Aws", gcp: "Gcp", azure: "Azure", oci: "Oci" };

/** The parts of an integration, by the property that it has them under. */
const PARTS = { identity: "Identity", storage: "Storage", billingExport: "BillingExport", access: "Access" };

/** The parts that can be passed, so that they have a base class, and a class method for what is there already. */
const REPLACEABLE = ["identity", "storage", "billingExport"] as const;

/** What of its own a cloud has beside `PARTS`, in the same shape. */
const MORE_PARTS: Readonly<Partial<Record<Cloud, Readonly<Record<string, string>>>>> = {
  gcp: { services: "Services" },
};

/** The files beside those of the parts. */
const FILES = ["fields", "index", "integration", "peer", "permissions", "provider"];

const HEADINGS = ["Ways in", "What it covers", "Permissions", "What is refused"];

/**
 * What a cloud lacks, with the reason: a part (`storage`), a way in for what is there already (`billingExport.from`), a base
 * class (`billingExport.base`), a part's main resource or data source (`billingExport.resource`), a file of `FILES`, a
 * heading. Nothing may be listed that is there.
 */
const ABSENT: Readonly<Partial<Record<Cloud, Readonly<Record<string, string>>>>> = {
  aws: {
    "least-privilege":
      "It grants by one policy of its own, which test/aws/access.test.ts compares with the catalogue action by action.",
  },
  gcp: {
    "billingExport.from":
      "A person enables each export by hand, so that one that is there already is told in the same way.",
    "billingExport.base": "There is one way to an export, so nothing would be below a base class.",
    "billingExport.resource":
      "No API enables an export, so there is no resource; its tables are there some hours later only.",
    "services.resource": "Each API is a resource of its own, and none of them is the main one.",
  },
  oci: {
    storage: "Oracle keeps the reports in a bucket of its own, and takes no other.",
    "billingExport.from": "Oracle writes the reports of each tenancy by itself, so all of them are there already.",
    "billingExport.base": "There is one way to the reports, so nothing would be below a base class.",
    "billingExport.resource":
      "Oracle writes the reports by itself, so there is no resource; a data source would have each plan call Oracle for nothing.",
  },
};

const clouds = Object.keys(PREFIXES) as Cloud[];
const sorted = (names: readonly string[]): string[] => [...names].sort();
const words = (name: string): string[] => name.match(/[A-Z]?[a-z]+/g)?.map((word) => word.toLowerCase()) ?? [];
const snake = (name: string): string => words(name).join("_");
const fileOf = (part: string): string => words(part).join("-");
const has = (path: string): boolean => existsSync(join(ROOT, path));

/** The text of a file, so that a test says what one lacks that is not there. */
function read(path: string): string {
  return has(path) ? readFileSync(join(ROOT, path), "utf8") : "";
}

function load(path: string): Record<string, unknown> {
  return has(`lib/${path}`) ? jest.requireActual(join(ROOT, "lib", path)) : {};
}

/** What is to be done where a cloud lacks something without a reason, or has what it gives a reason for lacking. */
function asked(cloud: Cloud, fact: string, there: boolean, what: string): string[] {
  const reason = ABSENT[cloud]?.[fact];
  if (reason === undefined) {
    return there ? [] : [`${what}; or list '${fact}' in ABSENT with the reason`];
  }
  return there ? [`take '${fact}' of ${cloud} out of ABSENT: it is there`] : [];
}

/** All that a cloud can lack. */
function factsOf(cloud: Cloud): string[] {
  const parts = Object.keys(partsOf(cloud));
  return [
    ...parts,
    ...parts.map((property) => `${property}.resource`),
    ...REPLACEABLE.flatMap((property) => [`${property}.from`, `${property}.base`]),
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

  it("have an entry, a form, a catalogue, a document, a bench, a user's program and a row of README.md each", () => {
    const firstCells = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/^\| (\w+) /gm)];
    const rows = firstCells.map(([, name = ""]) => name.toLowerCase()).filter((name) => name in PREFIXES);
    expect(rows).toEqual(clouds.filter((cloud) => rows.includes(cloud)));
    const places: Readonly<Record<string, readonly string[]>> = {
      "ENTRIES in test/support/api.ts": Object.keys(ENTRIES).filter((name) => name !== "index"),
      "PLATFORM_FIELDS in lib/core/platform.ts": Object.keys(PLATFORM_FIELDS),
      "CATALOGUES in test/support/docs.ts": Object.keys(CATALOGUES),
      "CLOUDS in bench/clouds.ts": Object.keys(BENCHED),
      "PROGRAMS in test/support/programs.ts": Object.keys(PROGRAMS),
      "the documents in docs": clouds.filter((cloud) => existsSync(document(cloud))),
      "the first table of README.md": rows,
    };
    // All at once, because whoever adds a cloud wants the whole list.
    expect(
      Object.entries(places).flatMap(([place, found]) => [
        ...clouds.filter((cloud) => !found.includes(cloud)).map((cloud) => `add ${cloud} to ${place}`),
        ...found
          .filter((cloud) => !clouds.some((one) => one === cloud))
          .map((cloud) => `take ${cloud} out of ${place}`),
      ]),
    ).toEqual([]);
    expect(Object.keys(ENTRIES)).toContain("index");
  });

  it("lack something for a reason only, and nothing that is never asked for", () => {
    const lacking = Object.entries(ABSENT).flatMap(([cloud, facts]) =>
      Object.entries(facts).map(([fact, reason]) => ({ fact, reason, asked: factsOf(cloud as Cloud).includes(fact) })),
    );
    expect(lacking.filter(({ reason, asked }) => !asked || !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
  });
});

describe.each(clouds)("the cloud %s", (cloud) => {
  const prefix = PREFIXES[cloud];
  const parts = Object.entries(partsOf(cloud));
  const lacks = (fact: string): boolean => ABSENT[cloud]?.[fact] !== undefined;
  const entry = (): Record<string, unknown> => load(`${cloud}/index.ts`);
  const declares = (pattern: string): boolean =>
    existsSync(apiFile(cloud)) && new RegExp(pattern, "m").test(readFileSync(apiFile(cloud), "utf8"));

  it("has the files that all clouds have, each with a test of its own name where it has code", () => {
    const tested = ["integration", "permissions", "provider"];
    expect(
      FILES.flatMap((file) => [
        ...asked(cloud, file, has(`lib/${cloud}/${file}.ts`), `write lib/${cloud}/${file}.ts as in lib/aws`),
        ...(tested.includes(file) && !has(`test/${cloud}/${file}.test.ts`)
          ? [`write test/${cloud}/${file}.test.ts`]
          : []),
      ]),
    ).toEqual([]);
  });

  it("has its bindings asked for before anything else is loaded", () => {
    const first = /^import .*$/m.exec(read(`lib/${cloud}/index.ts`))?.[0];
    expect(
      asked(cloud, "peer", first === 'import "./peer";', `import "./peer" first in lib/${cloud}/index.ts`),
    ).toEqual([]);
  });

  it.each(parts)(
    "has its %s in a file, a class with props and an input, and a test, each by the same name",
    (property, part) => {
      const file = fileOf(part);
      const name = `${prefix}${part}`;
      const input = `${cloud}_${snake(part)}_input`.toUpperCase();
      expect([
        ...asked(cloud, property, has(`lib/${cloud}/${file}.ts`), `write lib/${cloud}/${file}.ts`),
        ...asked(cloud, property, has(`test/${cloud}/${file}.test.ts`), `write test/${cloud}/${file}.test.ts`),
        ...asked(cloud, property, input in load(`${cloud}/${file}.ts`), `export ${input} from lib/${cloud}/${file}.ts`),
        ...asked(
          cloud,
          property,
          typeof entry()[name] === "function",
          `export the class ${name} from lib/${cloud}/index.ts`,
        ),
        ...asked(
          cloud,
          property,
          declares(`^export interface ${name}Props\\b`),
          `export ${name}Props, then 'npm run api'`,
        ),
      ]).toEqual([]);
    },
  );

  it.each(REPLACEABLE)(
    "takes the part %s when it is passed, by its base class, also for what is there already",
    (property) => {
      const name = `${prefix}${PARTS[property]}`;
      const made = entry()[name] as object | undefined;
      const ways = Object.getOwnPropertyNames(made ?? {}).filter((way) => way.startsWith("from"));
      const base = declares(`^export declare abstract class ${name}Base extends Part\\b`);
      const passed = declares(`readonly ${property}\\?: ${name}${base ? "Base" : ""};`);
      expect([
        ...asked(cloud, property, passed, `have ${prefix}Integration take '${property}'`),
        // A part that is not there has no ways in.
        ...(lacks(property)
          ? []
          : [
              ...asked(cloud, `${property}.from`, ways.length > 0, `give ${name} a class method 'from…'`),
              ...asked(cloud, `${property}.base`, base, `export the abstract class ${name}Base, then 'npm run api'`),
            ]),
      ]).toEqual([]);
    },
  );

  it("has an input for each way in", () => {
    const folder = has(`lib/${cloud}`) ? readdirSync(join(ROOT, "lib", cloud)) : [];
    const files = folder.filter((file) => file.startsWith("existing-"));
    const lacking = files.filter((file) => {
      const input = `${cloud}_${file.replace(/\.ts$/, "").replaceAll("-", "_")}_input`.toUpperCase();
      return !(input in load(`${cloud}/${file}`)) || !has(`test/${cloud}/${file.replace(/\.ts$/, ".test.ts")}`);
    });
    expect(lacking.map((file) => `export an …_INPUT from lib/${cloud}/${file}, and test it`)).toEqual([]);
  });

  it("has its properties compared with a grammar of its own", () => {
    const files = [`test/${cloud}/grammar.ts`, `test/${cloud}/properties.test.ts`];
    expect(files.filter((file) => !has(file)).map((file) => `write ${file}`)).toEqual([]);
  });

  it("has what it grants judged by its JSON, without a look at the catalogue", () => {
    const files = [`test/${cloud}/breaches.ts`, `test/${cloud}/least-privilege.test.ts`];
    expect(asked(cloud, "least-privilege", files.every(has), `write ${files.join(" and ")}`)).toEqual([]);
  });

  it("has its public names begin with its own, and its catalogue among them", () => {
    const names = Object.keys(entry());
    expect(names.filter((name) => !name.startsWith(prefix) && !name.startsWith(`${cloud.toUpperCase()}_`))).toEqual([]);
    expect(names).toContain(`${cloud.toUpperCase()}_PERMISSIONS`);
  });

  it("has a minimal example, and one for what is there already", () => {
    const examples = Object.keys(STACKS).filter((id) => id.startsWith(`${cloud}-`));
    expect(examples).toContain(`${cloud}-minimal`);
    expect(examples.filter((id) => id.includes("-existing-")).length).toBeGreaterThan(0);
  });

  it("has a document with the headings that all have", () => {
    const text = existsSync(document(cloud)) ? readFileSync(document(cloud), "utf8") : "";
    expect(
      HEADINGS.flatMap((heading) => asked(cloud, heading, text.includes(`\n## ${heading}\n`), `write '## ${heading}'`)),
    ).toEqual([]);
  });

  describe("in its minimal example", () => {
    const made = (): Integration => {
      const { [`${cloud}-minimal`]: make }: Readonly<Record<string, (typeof STACKS)[keyof typeof STACKS] | undefined>> =
        STACKS;
      if (make === undefined) {
        throw new Error(`write examples/${cloud}-minimal/stack.ts, and name it in examples/stacks.ts`);
      }
      const stack = make(Testing.app(), `${cloud}-minimal`, EXAMPLE_SETTINGS);
      expect(() => Template.of(stack)).not.toThrow();
      const [integration] = stack.node.findAll().filter((node) => node instanceof Integration);
      if (integration === undefined) {
        throw new Error(`make an integration in examples/${cloud}-minimal/stack.ts`);
      }
      return integration;
    };

    it("fills in rows of its form, and tells what is granted", () => {
      const integration = made();
      expect(integration.cloud).toBe(cloud);
      expect(integration.fields.length).toBeGreaterThan(0);
      expect(integration.permissions.length).toBeGreaterThan(0);
    });

    it("has its parts under the same names and ids, each with a main resource or data source", () => {
      const integration = made() as unknown as Record<string, Construct | undefined>;
      expect(
        parts.flatMap(([property]) => {
          const part = integration[property];
          const id = snake(property);
          const there = part instanceof Part && part.node.id === id;
          const main = part?.node.defaultChild !== undefined;
          return [
            ...asked(cloud, property, there, `make '${property}' a Part of the id '${id}'`),
            // A part that is not there has no resource.
            ...(lacks(property)
              ? []
              : asked(cloud, `${property}.resource`, main, `give '${property}' a main resource`)),
          ];
        }),
      ).toEqual([]);
    });

    it("has each manual step and each limitation of its parts announced", () => {
      const integration = made();
      const all = integration.node.findAll().flatMap(({ node }) => node.metadata);
      const texts = all
        .filter(({ type }) => type === (AnnotationMetadataEntryType.WARN as string))
        .map(({ data }) => data as string);
      const expected = [
        ...integration.manualSteps.map(({ title }) => `To do by hand: ${title}`),
        ...integration.limitations.map((limitation) => `Limited: ${limitation}`),
      ];
      expect(expected.filter((text) => !texts.some((one) => one.startsWith(text)))).toEqual([]);
    });
  });
});
