import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Seconds: on the clock, and of all processor cores together. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

/** What one synthesis takes. */
export interface Cost extends Time {
  readonly peakBytes: number;
}

/** One run of each side, right after one another. */
export interface Pair<Result> {
  readonly floor: Result;
  readonly library: Result;
}

/**
 * Runs a program of `children` in a process of its own, and gives what it tells.
 *
 * This process stays small on purpose: on Linux, a child's peak memory begins with that of the process it came from.
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

/** Both sides, several times. Who is first alternates, so that a machine that slows down favors neither. */
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
