import { createRequire } from "node:module";
import { tell, timed } from "./tell";

// A process of its own: what it takes to load these modules, one after the other.
const modules = process.argv.slice(2);
const load = createRequire(__filename);
tell(
  timed(() => {
    for (const module of modules) {
      load(module);
    }
  }),
);
