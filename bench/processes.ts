import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Time in seconds. */
export interface Time {
  /** Wall-clock time. */
  readonly wall: number;
  /** Processor time, summed over all cores. */
  readonly cpu: number;
}

/** Cost of one synthesis. */
export interface Cost extends Time {
  /** Peak memory of the process. */
  readonly peakBytes: number;
}

/** One run of floor and library each, one right after the other. */
export interface Pair<Result> {
  readonly floor: Result;
  readonly library: Result;
}

/**
 * Runs a program of `children` in a separate process, and returns its result.
 *
 * This process stays small on purpose: on Linux, the peak memory of a child starts at that of its parent.
 */
export function inChild(program: string, ...args: readonly string[]): unknown {
  const script = join(__dirname, "children", `${program}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", script, ...args], {
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`${program} ${args.join(" ")} failed:\n${stderr}`);
  }
  return JSON.parse(stdout) as unknown;
}

/** Runs floor and library several times. The order alternates, so that a machine that slows down favors neither. */
export function inPairs<Result>(times: number, floor: () => Result, library: () => Result): Pair<Result>[] {
  return Array.from({ length: times }, (_, index) => {
    if (index % 2 === 0) {
      const first = floor();
      return { floor: first, library: library() };
    }
    const first = library();
    return { floor: floor(), library: first };
  });
}
