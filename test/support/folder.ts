import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A temporary folder, and the programs that run in it. */
export class Folder {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "cdktf-finops-")));

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  run(command: string, ...args: string[]): Run {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: "utf8",
      env: this.environment,
    });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Nothing of whoever runs the tests, and nothing left in their home. */
  protected get environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.folder,
      TMPDIR: tmpdir(),
      CI: "true",
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
    };
  }
}
