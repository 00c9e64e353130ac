import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Testing } from "cdktf";
import { EXAMPLE_SETTINGS, type Settings } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { type Golden, goldenFile, goldenOf } from "../support/golden";
import { Template } from "../support/template";

const EXAMPLES = join(__dirname, "../../examples");

it("each folder of examples is a stack of the program, or a separate program", () => {
  const entries = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const has = (folder: string, file: string): boolean => existsSync(join(EXAMPLES, folder, file));
  const folders = entries.map(({ name }) => name);
  const programs = folders.filter((name) => has(name, "main.ts") && !has(name, "stack.ts"));
  expect(folders.filter((name) => !programs.includes(name)).sort()).toEqual(Object.keys(STACKS).sort());
  // Each separate program has its own test in this folder.
  expect(programs).toEqual(["multi-cloud"]);
});

describe.each(Object.entries(STACKS))("the example %s", (id, create) => {
  const template = Template.of(create(Testing.app(), id, EXAMPLE_SETTINGS));
  const golden = JSON.parse(readFileSync(goldenFile(id), "utf8")) as Golden;
  const readme = readFileSync(join(EXAMPLES, id, "README.md"), "utf8");

  // Terraform destroys the resource of an address that changes. A change of the golden file breaks the stacks of users who
  // deployed the example, and requires instructions to move their state.
  it("has the addresses of the golden file, which are in the state of users", () => {
    expect(goldenOf(template).addresses).toEqual(golden.addresses);
  });

  it("has the outputs of the golden file", () => {
    expect(goldenOf(template).outputs).toEqual(golden.outputs);
  });

  it("keeps its state at the root of the repository, outside the folder that cdktf empties", () => {
    expect(template.json.terraform).toMatchObject({ backend: { local: { path: `../../../${id}.tfstate` } } });
  });

  it("lists the rows of the form with their outputs in its README, in the form's order", () => {
    const documented = [...readme.matchAll(/^\| (.+?) +\| `(finops_\w+)` +\|$/gm)].map(([, label, output]) => [
      label,
      output,
    ]);
    const handOffs = Object.entries(template.outputs).filter(([name]) => name.endsWith("_handoff"));
    const rows = handOffs.map(([, { value }]) =>
      (value as { fields: { label: string; output: string }[] }).fields.map(({ label, output }) => [label, output]),
    );
    for (const form of rows) {
      expect(documented.filter(([, output]) => form.some(([, own]) => own === output))).toEqual(form);
    }
    expect(documented).toHaveLength(rows.flat().length);
  });

  it("lists its settings in its README, and no others", () => {
    const [, json = "{}"] = /```json\n([^]*?)```/.exec(readme) ?? [];
    const documented = JSON.parse(json) as Record<string, Record<string, string>>;
    expect(Object.keys(documented)).toEqual([id]);
    expect(Object.keys(documented[id] ?? {})).toEqual(Object.keys(EXAMPLE_SETTINGS[id as keyof Settings]));
  });

  it("names each of its outputs in its README, and no others", () => {
    const documented = [...readme.matchAll(/`(finops_\w+)`/g)].map(([, output]) => output);
    expect([...new Set(documented)].sort()).toEqual(golden.outputs);
  });

  it("names only its own addresses in its README", () => {
    const documented = [...readme.matchAll(/\b([a-z_]+\.\w+_[0-9A-F]{8})\b/g)].map(([, address]) => address ?? "");
    expect(documented.filter((address) => !golden.addresses.includes(address))).toEqual([]);
  });
});
