import { type Time } from "../processes";

/** What something takes: seconds on the clock, and of all processor cores together. */
export function timed(run: () => void): Time {
  const cpuBefore = process.cpuUsage();
  const wallBefore = performance.now();
  run();
  const wall = (performance.now() - wallBefore) / 1e3;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1e6 };
}

/** Hands a result to the process that waits for it. */
export function tell(result: unknown): void {
  process.stdout.write(JSON.stringify(result));
}
