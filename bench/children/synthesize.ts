import { inTemporaryFolder, loadProgram, type Shape, synthesize } from "../program";
import { timed, writeResult } from "./result";

// Loads a program and measures its synthesis, in a separate process. Arguments: path of the program, shape, count.
const [path = "", shape = "", count = ""] = process.argv.slice(2);
const program = loadProgram(path);
// Otherwise it is random whether the garbage of the imports is collected during the measurement.
global.gc?.();
const time = inTemporaryFolder((folder) =>
  timed(() => {
    synthesize(program, shape as Shape, Number(count), folder);
  }),
);
writeResult({ ...time, peakBytes: process.resourceUsage().maxRSS * 1024 });
