import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Testing } from "cdktf";
import { EXAMPLE_SETTINGS, type Settings } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { type Golden, goldenFile, goldenOf } from "../support/golden";
import { Template } from "../support/template";

const EXAMPLES = join(__dirname, "../../examples");

it("every folder of examples is a stack of the program, but for those that are programs of their own", () => {
  const entries = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const has = (folder: string, file: string): boolean => existsSync(join(EXAMPLES, folder, file));
  const folders = entries.map(({ name }) => name);
  const programs = folders.filter((name) => has(name, "main.ts") && !has(name, "stack.ts"));
  expect(folders.filter((name) => !programs.includes(name)).sort()).toEqual(Object.keys(STACKS).sort());
  // Each has a test of its own here.
  expect(programs).toEqual(["multi-cloud"]);
});

describe.each(Object.entries(STACKS))("the example %s", (id, make) => {
  const template = Template.of(make(Testing.app(), id, EXAMPLE_SETTINGS));
  const golden = JSON.parse(readFileSync(goldenFile(id), "utf8")) as Golden;
  const readme = readFileSync(join(EXAMPLES, id, "README.md"), "utf8");

  // An address that changes makes Terraform destroy what was there: whoever changes the golden file breaks the stacks
  // of those who deployed the example, and has to offer them a way to move.
  it("has the addresses that people have in their state", () => {
    expect(goldenOf(template).addresses).toEqual(golden.addresses);
  });

  it("has the outputs that people read", () => {
    expect(goldenOf(template).outputs).toEqual(golden.outputs);
  });

  it("keeps its state at the root of the repository, outside of the folder that cdktf empties", () => {
    expect(template.json.terraform).toMatchObject({ backend: { local: { path: `../../../${id}.tfstate` } } });
  });

  it("lists in its README the rows of the form with their outputs, in the form's order", () => {
    const told = [...readme.matchAll(/^\| (.+?) +\| `(finops_\w+)` +\|$/gm)].map(([, label, output]) => [
      label,
      output,
    ]);
    const handOffs = Object.entries(template.outputs).filter(([name]) => name.endsWith("_handoff"));
    const rows = handOffs.map(([, { value }]) =>
      (value as { fields: { label: string; output: string }[] }).fields.map(({ label, output }) => [label, output]),
    );
    for (const form of rows) {
      expect(told.filter(([, output]) => form.some(([, own]) => own === output))).toEqual(form);
    }
    expect(told).toHaveLength(rows.flat().length);
  });

  it("asks in its README for the settings that it has, and for no other", () => {
    const [, json = "{}"] = /```json\n([^]*?)```/.exec(readme) ?? [];
    const asked = JSON.parse(json) as Record<string, Record<string, string>>;
    expect(Object.keys(asked)).toEqual([id]);
    expect(Object.keys(asked[id] ?? {})).toEqual(Object.keys(EXAMPLE_SETTINGS[id as keyof Settings]));
  });

  it("tells in its README of each output that it has, and of no other", () => {
    const told = [...readme.matchAll(/`(finops_\w+)`/g)].map(([, output]) => output);
    expect([...new Set(told)].sort()).toEqual(golden.outputs);
  });

  it("names in its README addresses that it has", () => {
    const told = [...readme.matchAll(/\b([a-z_]+\.\w+_[0-9A-F]{8})\b/g)].map(([, address]) => address ?? "");
    expect(told.filter((address) => !golden.addresses.includes(address))).toEqual([]);
  });
});
