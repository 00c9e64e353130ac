import { App, TerraformStack } from "cdktf";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes `count` integrations in one stack; floor and library give them the same names and settings. */
export interface Program {
  readonly build: Build;
  /** Makes one integration of `count` of what it may have many of, where the cloud has that (`Contest.wide`). */
  readonly buildWide?: Build;
}

type Build = (stack: TerraformStack, count: number) => void;

/** Which of a program is measured: many integrations, or one that is wide. */
export type Shape = "many" | "wide";

/** Loads a program by its path in this folder. */
export function loadProgram(path: string): Program {
  return createRequire(__filename)(path) as Program;
}

/** One program with one stack, synthesized as a user's would be: with validations on. */
export function synthesize({ build, buildWide }: Program, shape: Shape, count: number, outdir: string): void {
  const app = new App({ outdir });
  const make = shape === "many" ? build : buildWide;
  if (make === undefined) {
    throw new Error("a cloud with 'wide' in bench/clouds.ts needs 'buildWide' in its floor and its library");
  }
  make(new TerraformStack(app, "bench"), count);
  app.synth();
}

/** What a program synthesizes, parsed. */
export function synthesizedBy(program: Program, shape: Shape, count: number): unknown {
  return inTemporaryFolder((folder) => {
    synthesize(program, shape, count, folder);
    return JSON.parse(readFileSync(join(folder, "stacks/bench/cdk.tf.json"), "utf8")) as unknown;
  });
}

export function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-bench-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
