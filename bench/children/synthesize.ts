import { inTemporaryFolder, loadProgram, type Shape, synthesize } from "../program";
import { countTraces, omitTraces } from "../traces";
import { timed, writeResult } from "./result";

// Loads a program and measures its synthesis, in a separate process. Arguments: path of the program, shape, count, and
// "count-traces" to count the stack traces instead, or "omit-traces" to measure without them.
const [path = "", shape = "", count = "", mode] = process.argv.slice(2);
const program = loadProgram(path);
const traces = mode === "count-traces" ? countTraces() : undefined;
if (mode === "omit-traces") {
  omitTraces();
}
// Otherwise it is random whether the garbage of the imports is collected during the measurement.
global.gc?.();
const time = inTemporaryFolder((folder) =>
  timed(() => {
    synthesize(program, shape as Shape, Number(count), folder);
  }),
);
writeResult(traces ?? { ...time, peakBytes: process.resourceUsage().maxRSS * 1024 });
