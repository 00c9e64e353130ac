import Table from "cli-table3";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { EXAMPLE_SETTINGS, loadSettings, LOCAL_SETTINGS, placeholdersIn } from "./settings";

// Prints the summary of `npm run synth`. It reads the written files, so that the summary cannot differ from them.

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
  readonly limitations: readonly string[];
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
const EXAMPLES = Object.keys(EXAMPLE_SETTINGS);
const stacks = Object.values((read("manifest.json") as Manifest).stacks).sort(
  (one, other) => EXAMPLES.indexOf(one.name) - EXAMPLES.indexOf(other.name),
);
const manualSteps: string[] = [];
const limitations: string[] = [];

for (const { name, synthesizedStackPath } of stacks) {
  const { resource = {}, output = {} } = read(synthesizedStackPath) as Synthesized;
  const handOffs = Object.entries(output).flatMap(([key, { value }]) =>
    isHandOff(value) ? [{ ...value, integration: `${name}, ${key.replace(/_handoff$/, "")}` }] : [],
  );
  const steps = handOffs.flatMap(({ integration, manual_steps }) =>
    manual_steps.map(({ title, link }) => `${integration}: ${title} (${link})`),
  );
  manualSteps.push(...steps);
  limitations.push(
    ...handOffs.flatMap((handOff) => handOff.limitations.map((text) => `${handOff.integration}: ${text}`)),
  );
  table.push([
    name,
    [...new Set(handOffs.map((handOff) => handOff.cloud))].join(", "),
    Object.values(resource).flatMap((resources) => Object.keys(resources)).length,
    Object.keys(output).length,
    steps.length,
    `${OUT}/${synthesizedStackPath}`,
  ]);
}

console.log(table.toString());
for (const [heading, lines] of [
  ["Manual steps:", manualSteps],
  ["Limitations:", limitations],
] as const) {
  if (lines.length > 0) {
    console.log([heading, ...lines.map((line) => `  ${line}`)].join("\n"));
  }
}
const settings = loadSettings();
const placeholders = EXAMPLES.map((id) => ({
  id,
  all: placeholdersIn(id, EXAMPLE_SETTINGS),
  remaining: placeholdersIn(id, settings),
}));
const unset = placeholders.filter(({ remaining, all }) => remaining.length === all.length).map(({ id }) => id);
const partlySet = placeholders.filter(({ id, remaining }) => remaining.length > 0 && !unset.includes(id));
if (unset.length > 0) {
  console.log(`Placeholder values still in use by: ${unset.join(", ")}. Put your own into ${SETTINGS_FILE}.`);
}
if (partlySet.length > 0) {
  const names = partlySet.flatMap(({ id, remaining }) => remaining.map((name) => `${id}.${name}`));
  console.log(
    `Placeholder values still in use: ${names.join(", ")}. Put your own into ${SETTINGS_FILE} before you deploy.`,
  );
}
const next = stacks.find(({ name }) => !unset.includes(name)) ?? stacks[0];
if (next !== undefined) {
  console.log(
    `Next: npx cdktf diff ${next.name}  (needs Terraform and credentials, see examples/${next.name}/README.md)`,
  );
}
