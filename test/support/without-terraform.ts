import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import giveTemporaryFolder from "./temporary";

/**
 * Takes Terraform away from a run of jest and from the programs that it starts: nobody needs it to synthesize or to test, but
 * some of cdktf's own classes run it in each synth, and stop without it.
 */
export default function takeTerraformAway(): void {
  giveTemporaryFolder();
  const bin = join(process.env.TMPDIR ?? "", "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "terraform"), "#!/bin/sh\necho 'there is no terraform' >&2\nexit 127\n", { mode: 0o755 });
  process.env.PATH = [bin, process.env.PATH].join(delimiter);
}
