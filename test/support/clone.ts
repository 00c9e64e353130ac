import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Folder } from "./folder";

const ROOT = join(__dirname, "../..");

/** Copy of the repository's program in a temporary folder, as in a fresh clone. `node_modules` is linked. */
export class Clone extends Folder {
  /** @param more additional paths of the repository to copy */
  static create(...more: string[]): Clone {
    const clone = new Clone();
    for (const path of ["lib", "examples", "package.json", "tsconfig.json", "cdktf.json", ...more]) {
      cpSync(join(ROOT, path), clone.path(path), {
        recursive: true,
        filter: (file) => !file.endsWith("settings.local.json"),
      });
    }
    symlinkSync(join(ROOT, "node_modules"), clone.path("node_modules"));
    return clone;
  }
}
