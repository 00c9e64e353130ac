import { createRequire, Module } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { tell } from "./tell";

// A process of its own: the modules that an entry of the library imports from elsewhere, in its order. Seen while it
// loads, so that nobody has to keep a list of them. Bindings that are in the library are elsewhere, too: everyone has them
// generated, and the benchmark has a copy.
const [entry = ""] = process.argv.slice(2);
const load = createRequire(__filename);
const library = join(dirname(load.resolve("cdktf-finops/package.json")), "dist") + sep;
const copies = join(__dirname, "../../lib");
const imports = new Set<string>();

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with a module, as it is by Node.js
const original = Module.prototype.require;
function listening(this: Module, id: string): unknown {
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
Object.assign(Module.prototype, { require: listening });

load(entry);
tell([...imports]);
