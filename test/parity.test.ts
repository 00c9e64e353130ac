import { type Construct, type IConstruct } from "constructs";
import { Testing } from "cdktf";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_SETTINGS, type Settings } from "../examples/settings";
import { STACKS } from "../examples/stacks";
import { Integration } from "../lib/core/integration";
import { type Cloud, PLATFORM_FIELDS } from "../lib/core/platform";
import { apiFile, ENTRIES } from "./support/api";
import { CATALOGUES, document } from "./support/docs";

// The same thing has the same name and the same shape in all clouds. Whoever adds a cloud takes its name out of
// `NOT_THERE_YET` and makes this green; whoever adds a part to one cloud adds it to all, or says here why a cloud has none.

const ROOT = join(__dirname, "..");

/** How the public names of each cloud begin. */
const PREFIXES: Readonly<Record<Cloud, string>> = { aws: "Aws", gcp: "Gcp", azure: "Azure", oci: "Oci" };

const NOT_THERE_YET: readonly Cloud[] = ["gcp", "azure", "oci"];

/** What a cloud has not, and why: a file of `FILES` or a heading of `HEADINGS`. */
const ABSENT: Readonly<Partial<Record<Cloud, Readonly<Record<string, string>>>>> = {};

const FILES = [
  "access",
  "billing-export",
  "billing-export-base",
  "fields",
  "identity",
  "identity-base",
  "index",
  "integration",
  "peer",
  "permissions",
  "provider",
  "storage",
  "storage-base",
];

/** The files whose code is tested through others: data, types, and what is common to the ways in. */
const TESTED_ELSEWHERE = ["billing-export-base", "fields", "identity-base", "index", "peer", "storage-base"];

const HEADINGS = ["Ways in", "Which account", "Permissions", "What is refused"];

/** The parts that an integration makes, by the property that it has them under. */
const PARTS = { identity: "Identity", storage: "Storage", billingExport: "BillingExport", access: "Access" };

/** The parts that can be passed, each with at least one way in for what is there already. */
const REPLACEABLE = ["identity", "storage", "billingExport"] as const;

const clouds = Object.keys(PREFIXES) as Cloud[];
const built = clouds.filter((cloud) => !NOT_THERE_YET.includes(cloud));
const absent = (cloud: Cloud, what: string): boolean => Object.hasOwn(ABSENT[cloud] ?? {}, what);
const sorted = (names: readonly string[]): string[] => [...names].sort();
const words = (name: string): string[] => name.match(/[A-Z]?[a-z]+/g)?.map((word) => word.toLowerCase()) ?? [];
const snake = (name: string): string => words(name).join("_");
const fileOf = (part: string): string => words(part).join("-");

function folders(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

function load(path: string): Record<string, unknown> {
  return jest.requireActual(join(ROOT, "lib", path));
}

describe("the clouds", () => {
  it("have a folder each, once they are there", () => {
    expect(sorted(folders("lib").filter((folder) => folder in PREFIXES))).toEqual(sorted(built));
  });

  it("have an entry, a form, a catalogue, a document and a row of README.md each, once they are there", () => {
    expect(sorted(Object.keys(ENTRIES))).toEqual(sorted(["index", ...built]));
    expect(sorted(Object.keys(PLATFORM_FIELDS))).toEqual(sorted(built));
    expect(sorted(Object.keys(CATALOGUES))).toEqual(sorted(built));
    expect(clouds.filter((cloud) => existsSync(document(cloud)))).toEqual(built);
    const rows = readFileSync(join(ROOT, "README.md"), "utf8").match(/^\| (AWS|GCP|Azure|OCI) .*$/gm) ?? [];
    const told = rows.filter((row) => !row.includes("not there yet")).map((row) => row.split(" ")[1]?.toLowerCase());
    expect(rows).toHaveLength(clouds.length);
    expect(told).toEqual(built);
  });

  it("lack only what is really not there, for a reason", () => {
    for (const [cloud, lacks] of Object.entries(ABSENT)) {
      for (const [what, why] of Object.entries(lacks)) {
        expect([...FILES, ...HEADINGS]).toContain(what);
        expect(existsSync(join(ROOT, "lib", cloud, `${what}.ts`))).toBe(false);
        expect(why).toMatch(/^[A-Z].{20,}\.$/);
      }
    }
  });
});

describe.each(built)("the cloud %s", (cloud) => {
  const prefix = PREFIXES[cloud];
  const entry = load(`${cloud}/index.ts`);
  const declarations = readFileSync(apiFile(cloud), "utf8");
  const declared = (pattern: string): boolean => new RegExp(`^export ${pattern}\\b`, "m").test(declarations);

  it("has the files that all clouds have", () => {
    const files = readdirSync(join(ROOT, "lib", cloud)).map((file) => file.replace(/\.ts$/, ""));
    expect(FILES.filter((file) => !files.includes(file) && !absent(cloud, file))).toEqual([]);
  });

  it("has a test of the same name for each file of its own code", () => {
    const files = FILES.filter((file) => !TESTED_ELSEWHERE.includes(file) && !absent(cloud, file));
    expect(files.filter((file) => !existsSync(join(ROOT, "test", cloud, `${file}.test.ts`)))).toEqual([]);
  });

  it("has each part as a class that can be used alone, with props and with an input of that name", () => {
    for (const part of [...Object.values(PARTS), "Integration"]) {
      const file = fileOf(part);
      if (absent(cloud, file)) {
        continue;
      }
      expect(entry).toHaveProperty(`${prefix}${part}`, expect.any(Function));
      expect(declared(`interface ${prefix}${part}Props`)).toBe(true);
      expect(load(`${cloud}/${file}.ts`)).toHaveProperty(`${cloud}_${snake(part)}_input`.toUpperCase());
    }
  });

  it("has its public names begin with its own, and its catalogue among them", () => {
    const names = Object.keys(entry);
    expect(names.filter((name) => !name.startsWith(prefix) && !name.startsWith(`${cloud.toUpperCase()}_`))).toEqual([]);
    expect(names).toContain(`${cloud.toUpperCase()}_PERMISSIONS`);
  });

  it.each(REPLACEABLE)("takes what is there already for its %s, by a class method 'from…'", (property) => {
    const part = PARTS[property];
    if (absent(cloud, fileOf(part))) {
      return;
    }
    const ways = Object.getOwnPropertyNames(entry[`${prefix}${part}`]).filter((name) => name.startsWith("from"));
    expect(ways.length).toBeGreaterThan(0);
    expect(declared(`declare abstract class ${prefix}${part}Base`)).toBe(true);
    expect(declarations).toMatch(new RegExp(`readonly ${property}\\?: ${prefix}${part}Base;`));
  });

  it("has a minimal example, and others for what is there already", () => {
    const examples = Object.keys(STACKS).filter((id) => id.startsWith(`${cloud}-`));
    expect(examples).toContain(`${cloud}-minimal`);
    expect(examples.filter((id) => id.includes("-existing-")).length).toBeGreaterThan(0);
  });

  it("has a document with the headings that all have", () => {
    const headings = [...readFileSync(document(cloud), "utf8").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(HEADINGS.filter((heading) => !absent(cloud, heading)));
  });

  describe("in its minimal example", () => {
    const id = `${cloud}-minimal` as keyof Settings;
    const stack = STACKS[id](Testing.app(), id, EXAMPLE_SETTINGS);
    const integration = stack.node.findAll().find((node) => node instanceof Integration);

    it("has its integration tell fields, permissions, manual steps and limits", () => {
      expect(integration?.cloud).toBe(cloud);
      expect(integration?.fields.length).toBeGreaterThan(0);
      expect(integration?.permissions.length).toBeGreaterThan(0);
      expect(Array.isArray(integration?.manualSteps)).toBe(true);
      expect(Array.isArray(integration?.limitations)).toBe(true);
    });

    it("has its parts under the same names and ids, each with a main resource", () => {
      for (const [property, part] of Object.entries(PARTS)) {
        if (absent(cloud, fileOf(part))) {
          continue;
        }
        const made = (integration as unknown as Record<string, Construct>)[property];
        expect(made?.node.id).toBe(snake(property));
        expect(made?.node.defaultChild?.node.id).toBe("Resource");
      }
      const ids: (node: IConstruct) => string = ({ node }) => node.id;
      expect(integration?.node.children.map(ids)).toContain("outputs");
    });
  });
});
