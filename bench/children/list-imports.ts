import { createRequire, Module } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { writeResult } from "./result";

// Lists the modules that an entry of the library imports from other packages, in its order, in a separate process. They are
// recorded while the entry loads, so that no list has to be maintained. Bindings within the library count as imports, too: a
// user without the library generates them, and the benchmark has a copy. Argument: the entry.
const [entry = ""] = process.argv.slice(2);
const load = createRequire(__filename);
const library = join(dirname(load.resolve("cdktf-finops/package.json")), "dist") + sep;
const copies = join(__dirname, "../../lib");
const imports = new Set<string>();

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with a module, as it is by Node.js
const original = Module.prototype.require;
function recordingRequire(this: Module, id: string): unknown {
  if (this.filename.startsWith(library)) {
    const path = relative(library, join(dirname(this.filename), id));
    if (!id.startsWith(".")) {
      imports.add(id);
    } else if (path.split(sep).includes("bindings")) {
      imports.add(join(copies, path));
    }
  }
  return original.call(this, id);
}
Object.assign(Module.prototype, { require: recordingRequire });

load(entry);
writeResult([...imports]);
