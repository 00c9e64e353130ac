import { Testing } from "cdktf";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { Template } from "./template";

/** Parts of an example that users depend on: the addresses in their state, and the outputs that they read. */
export interface Golden {
  readonly addresses: readonly string[];
  readonly outputs: readonly string[];
}

/** Path of the golden file of an example. */
export function goldenFile(id: string): string {
  return join(__dirname, "../examples", `${id}.golden.json`);
}

/** Golden data of a synthesized example. */
export function goldenOf({ addresses, outputs }: Template): Golden {
  return { addresses, outputs: Object.keys(outputs).sort() };
}

// `npm run golden` writes the file of a new example. A change of an existing file breaks the stacks of its users.
if (require.main === module) {
  for (const [id, create] of Object.entries(STACKS)) {
    const golden = goldenOf(Template.of(create(Testing.app(), id, EXAMPLE_SETTINGS)));
    writeFileSync(goldenFile(id), `${JSON.stringify(golden, null, 2)}\n`);
  }
}
