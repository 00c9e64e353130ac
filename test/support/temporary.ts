import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Creates a folder for the temporary files of a jest run, before the workers start, and removes it at the end. cdktf
 * creates a folder for each `Testing.app()` and never removes it.
 */
export default function createTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-run-"));
  // Workers and the programs of the tests inherit these variables, whose names differ by operating system.
  Object.assign(process.env, { TMPDIR: folder, TMP: folder, TEMP: folder });
  // Not in a teardown, after which jest in watch mode would continue without the folder.
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
}
