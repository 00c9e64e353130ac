import { App, TerraformStack } from "cdktf";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program to measure. Floor and library use the same names and settings. */
export interface Program {
  /** Creates `count` integrations in one stack. */
  readonly build: Build;
  /** Creates one integration with `count` resources of the kind that `CloudBenchmark.wide` names. */
  readonly buildWide?: Build;
}

type Build = (stack: TerraformStack, count: number) => void;

/** Shape of a stack to measure: many integrations, or one integration with many resources. */
export type Shape = "many" | "wide";

/** Loads a program by its path in this folder. */
export function loadProgram(path: string): Program {
  return createRequire(__filename)(path) as Program;
}

/** Synthesizes a program with one stack and with validations, as users do. */
export function synthesize({ build, buildWide }: Program, shape: Shape, count: number, outdir: string): void {
  const app = new App({ outdir });
  const create = shape === "many" ? build : buildWide;
  if (create === undefined) {
    throw new Error("a cloud with 'wide' in bench/clouds.ts must have 'buildWide' in its floor and its library");
  }
  create(new TerraformStack(app, "bench"), count);
  app.synth();
}

/** Synthesized stack of a program, parsed. */
export function synthesizedBy(program: Program, shape: Shape, count: number): unknown {
  return inTemporaryFolder((folder) => {
    synthesize(program, shape, count, folder);
    return JSON.parse(readFileSync(join(folder, "stacks/bench/cdk.tf.json"), "utf8")) as unknown;
  });
}

/** Runs a function with a temporary folder, and removes the folder. */
export function inTemporaryFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-bench-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
