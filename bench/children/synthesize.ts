import { inTemporaryFolder, loadProgram, type Shape, synthesize } from "../program";
import { tell, timed } from "./tell";

// A process of its own: one program, loaded and then measured. Arguments: the program's path, which shape of it, how many.
const [path = "", shape = "", count = ""] = process.argv.slice(2);
const program = loadProgram(path);
// Else it is by chance whether what the imports left behind is collected while the clock runs.
global.gc?.();
const time = inTemporaryFolder((folder) =>
  timed(() => {
    synthesize(program, shape as Shape, Number(count), folder);
  }),
);
tell({ ...time, peakBytes: process.resourceUsage().maxRSS * 1024 });
