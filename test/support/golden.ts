import { Testing } from "cdktf";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { STACKS } from "../../examples/stacks";
import { Template } from "./template";

/** What people have in their state, and read, of an example. */
export interface Golden {
  readonly addresses: readonly string[];
  readonly outputs: readonly string[];
}

export function goldenFile(id: string): string {
  return join(__dirname, "../examples", `${id}.golden.json`);
}

export function goldenOf({ addresses, outputs }: Template): Golden {
  return { addresses, outputs: Object.keys(outputs).sort() };
}

// `npm run golden` writes down a new example; a file that changes breaks the stacks of those who deployed it.
if (require.main === module) {
  for (const [id, make] of Object.entries(STACKS)) {
    const golden = goldenOf(Template.of(make(Testing.app(), id, EXAMPLE_SETTINGS)));
    writeFileSync(goldenFile(id), `${JSON.stringify(golden, null, 2)}\n`);
  }
}
