import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Folder } from "./folder";

const ROOT = join(__dirname, "../..");

/** A copy of the program in a folder of its own, as a clone would have it; the modules are linked. */
export class Clone extends Folder {
  /** @param more what is needed besides the program, by its path in the repository */
  static make(...more: string[]): Clone {
    const clone = new Clone();
    for (const part of ["lib", "examples", "package.json", "tsconfig.json", "cdktf.json", ...more]) {
      cpSync(join(ROOT, part), clone.path(part), {
        recursive: true,
        filter: (path) => !path.endsWith("settings.local.json"),
      });
    }
    symlinkSync(join(ROOT, "node_modules"), clone.path("node_modules"));
    return clone;
  }
}
