import Table from "cli-table3";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { loadSettings, LOCAL_SETTINGS, stillExamples } from "./settings";

// What `npm run synth` prints: read back from what was written, so that it cannot say anything else.

const OUT = "cdktf.out";
const SETTINGS_FILE = relative(process.cwd(), LOCAL_SETTINGS);

interface Manifest {
  readonly stacks: Record<string, { readonly name: string; readonly synthesizedStackPath: string }>;
}

interface Synthesized {
  readonly resource?: Record<string, Record<string, unknown>>;
  readonly output?: Record<string, { readonly value: unknown }>;
}

interface HandOff {
  readonly schema: "cdktf-finops/handoff";
  readonly cloud: string;
  readonly manual_steps: readonly { readonly title: string; readonly link: string }[];
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(OUT, path), "utf8"));
}

function isHandOff(value: unknown): value is HandOff {
  return (value as Partial<HandOff> | null)?.schema === "cdktf-finops/handoff";
}

const table = new Table({
  head: ["stack", "cloud", "resources", "outputs", "manual steps", "file"],
  style: { head: [], border: [] },
});
const stacks = Object.values((read("manifest.json") as Manifest).stacks);
const manualSteps: string[] = [];

for (const { name, synthesizedStackPath } of stacks) {
  const { resource = {}, output = {} } = read(synthesizedStackPath) as Synthesized;
  const handOffs = Object.values(output)
    .map(({ value }) => value)
    .filter(isHandOff);
  const steps = handOffs.flatMap((handOff) => handOff.manual_steps);
  manualSteps.push(...steps.map((step) => `${name}: ${step.title} (${step.link})`));
  table.push([
    name,
    [...new Set(handOffs.map((handOff) => handOff.cloud))].join(", "),
    Object.values(resource).flatMap((ofType) => Object.keys(ofType)).length,
    Object.keys(output).length,
    steps.length,
    `${OUT}/${synthesizedStackPath}`,
  ]);
}

console.log(table.toString());
if (manualSteps.length > 0) {
  console.log(["To do by hand:", ...manualSteps.map((step) => `  ${step}`)].join("\n"));
}
const [first] = stacks;
const still = stillExamples(loadSettings());
if (still.length > 0) {
  console.log(`These identifiers are the examples' own: ${still.join(", ")}. Put yours into ${SETTINGS_FILE}.`);
}
if (first !== undefined) {
  console.log(`Next: npx cdktf diff ${first.name}  (examples/${first.name}/README.md)`);
}
