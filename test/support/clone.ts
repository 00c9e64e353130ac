import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the program in a folder of its own, as a clone would have it; the modules are linked. */
export class Clone {
  static make(): Clone {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "cdktf-finops-")));
    for (const part of ["lib", "examples", "package.json", "tsconfig.json", "cdktf.json"]) {
      cpSync(join(ROOT, part), join(folder, part), {
        recursive: true,
        filter: (path) => !path.endsWith("settings.local.json"),
      });
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    return new Clone(folder);
  }

  private constructor(readonly folder: string) {}

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  run(command: string, ...args: string[]): Run {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: "utf8",
      // Nothing of whoever runs the tests, and nothing left in their home.
      env: { PATH: process.env.PATH, HOME: this.folder, CI: "true", CHECKPOINT_DISABLE: "1", NO_COLOR: "1" },
    });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
