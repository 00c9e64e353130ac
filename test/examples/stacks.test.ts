import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Testing } from "cdktf";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { Template } from "../support/template";

const EXAMPLES = join(__dirname, "../../examples");

interface Golden {
  readonly addresses: readonly string[];
  readonly outputs: readonly string[];
}

it("every folder of examples is a stack of the program", () => {
  const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => folder.name).sort()).toEqual(Object.keys(STACKS).sort());
});

describe.each(Object.entries(STACKS))("the example %s", (id, make) => {
  const template = Template.of(make(Testing.app(), id, EXAMPLE_SETTINGS));
  const golden = JSON.parse(readFileSync(join(__dirname, `${id}.golden.json`), "utf8")) as Golden;

  // An address that changes makes Terraform destroy what was there: whoever changes the golden file breaks the stacks
  // of those who deployed the example, and has to offer them a way to move.
  it("has the addresses that people have in their state", () => {
    expect(template.addresses).toEqual(golden.addresses);
  });

  it("has the outputs that people read", () => {
    expect(Object.keys(template.outputs).sort()).toEqual(golden.outputs);
  });

  it("keeps its state at the root of the repository, outside of the folder that cdktf empties", () => {
    expect(template.json.terraform).toMatchObject({ backend: { local: { path: `../../../${id}.tfstate` } } });
  });

  it("tells in its README of each output that it has, and of no other", () => {
    const readme = join(EXAMPLES, id, "README.md");
    expect(existsSync(readme)).toBe(true);
    const told = [...readFileSync(readme, "utf8").matchAll(/`(finops_\w+)`/g)].map(([, output]) => output);
    expect([...new Set(told)].sort()).toEqual(golden.outputs);
  });
});
