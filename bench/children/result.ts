import { type Time } from "../processes";

/** Measures the time of a function. */
export function timed(run: () => void): Time {
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  run();
  const wall = (performance.now() - wallBefore) / 1e3;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1e6 };
}

/** Writes the result for the parent process. */
export function writeResult(result: unknown): void {
  process.stdout.write(JSON.stringify(result));
}
