import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives a run of jest its own folder for temporary files, before the workers start, and removes it at the end: cdktf
 * makes a folder for each `Testing.app()` and keeps it.
 */
export default function giveTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-run-"));
  // Workers and the programs of the tests inherit it, by the names that the various systems have for it.
  Object.assign(process.env, { TMPDIR: folder, TMP: folder, TEMP: folder });
  // Not in a teardown, after which a jest that watches would go on without the folder.
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
}
