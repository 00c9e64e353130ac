import { createRequire } from "node:module";
import { timed, writeResult } from "./result";

// Measures the import of modules, one after the other, in a separate process. Arguments: names of the modules.
const modules = process.argv.slice(2);
const load = createRequire(__filename);
writeResult(
  timed(() => {
    for (const module of modules) {
      load(module);
    }
  }),
);
