import { inTemporaryFolder, loadProgram, synthesize } from "../program";
import { tell, timed } from "./tell";

// A process of its own: one program, loaded and then measured. Arguments: the program's path, how many integrations.
const [path = "", count = ""] = process.argv.slice(2);
const program = loadProgram(path);
// Else it is by chance whether what the imports left behind is collected while the clock runs.
global.gc?.();
const time = inTemporaryFolder((folder) =>
  timed(() => {
    synthesize(program, Number(count), folder);
  }),
);
tell({ ...time, peakBytes: process.resourceUsage().maxRSS * 1024 });
