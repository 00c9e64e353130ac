import { inTemporaryFolder, loadProgram, synthesize } from "../program";
import { tell, timed } from "./tell";

// A process of its own: one program, loaded and then measured. Arguments: the program's path, how many integrations.
const [path = "", count = ""] = process.argv.slice(2);
const program = loadProgram(path);
const time = inTemporaryFolder((folder) =>
  timed(() => {
    synthesize(program, Number(count), folder);
  }),
);
tell({ ...time, peakBytes: process.resourceUsage().maxRSS * 1024 });
