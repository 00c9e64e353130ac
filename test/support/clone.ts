import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Folder, type Run } from "./folder";

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

  /**
   * Runs programs with the sources of the library, one after the other in one process, because its start takes most of the
   * time. Each writes to the folder of its name.
   *
   * @param programs texts by name
   */
  runPrograms(programs: Readonly<Record<string, string>>): Run {
    const names = Object.keys(programs);
    for (const name of names) {
      writeFileSync(this.path("examples", `${name}.ts`), programs[name] ?? "");
    }
    const all = names.map((name) => `process.env.CDKTF_OUTDIR = "${name}";\nrequire("./${name}");\n`);
    writeFileSync(this.path("examples/all.ts"), all.join(""));
    return this.run("node", "--import", "tsx", "examples/all.ts");
  }
}
