import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Result of a program. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Temporary folder, in which programs can run. */
export class Folder {
  constructor(readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "cdktf-finops-")))) {}

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Runs a program without the environment of the test run. Its home is this folder. */
  run(command: string, ...args: string[]): Run {
    const environment = {
      PATH: process.env.PATH,
      HOME: this.folder,
      TMPDIR: tmpdir(),
      CI: "true",
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
    };
    return this.runWith(environment, command, ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  protected runWith(environment: NodeJS.ProcessEnv, command: string, ...args: string[]): Run {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: "utf8",
      env: environment,
    });
    return { code: status, stdout, stderr };
  }
}
