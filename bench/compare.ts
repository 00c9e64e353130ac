import { benchmarkOf } from "./clouds";
import { loadProgram, type Shape, synthesizedBy } from "./program";

type Tree = Readonly<Record<string, unknown>>;

/** Differences between the stacks that floor and library synthesize with a count of two; empty if they are equal. */
export function differencesOf(cloud: string): string[] {
  const { floor, library, wide } = benchmarkOf(cloud);
  const shapes: readonly Shape[] = wide === undefined ? ["many"] : ["many", "wide"];
  return shapes.flatMap((shape) => {
    const [floorStack, libraryStack] = [floor, library].map((path) => synthesizedBy(loadProgram(path), shape, 2));
    return differences(floorStack, libraryStack).map((difference) => `${shape}: ${difference}`);
  });
}

/** Differences between two synthesized stacks, except for the names of their resources and cdktf's metadata. */
export function differences(floor: unknown, library: unknown): string[] {
  return unequalValues("", withNumberedNames(floor as Tree), withNumberedNames(library as Tree));
}

/** The same stack with each resource named by its type and number: the two programs choose different names. */
function withNumberedNames(stack: Tree): unknown {
  const names = new Map<string, string>();
  for (const section of ["resource", "data"]) {
    for (const [type, blocks] of Object.entries((stack[section] ?? {}) as Record<string, Tree>)) {
      Object.keys(blocks).forEach((name, index) => names.set(`${type}.${name}`, `${type}_${index}`));
    }
  }
  const rename = (text: string): string =>
    text.replace(/(?<=^|\W)(?!data\.)(\w+)\.([\w-]+)/g, (address, type: string) => {
      const name = names.get(address);
      return name === undefined ? address : `${type}.${name}`;
    });
  const visit = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === "string") {
      return rename(value);
    }
    if (Array.isArray(value)) {
      return value.map((item) => visit(item, path));
    }
    if (typeof value !== "object" || value === null) {
      return value;
    }
    const [, type = ""] = path;
    const entries = Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inner]) => {
        const newKey = path.length === 2 ? (names.get(`${type}.${key}`) ?? key) : key;
        return [newKey, visit(inner, [...path, key])] as const;
      });
    return Object.fromEntries(entries);
  };
  return visit(stack, []);
}

function unequalValues(path: string, floor: unknown, library: unknown): string[] {
  if (isTree(floor) && isTree(library) && Array.isArray(floor) === Array.isArray(library)) {
    const keys = [...new Set([...Object.keys(floor), ...Object.keys(library)])];
    return keys.flatMap((key) => unequalValues(path === "" ? key : `${path}.${key}`, floor[key], library[key]));
  }
  return Object.is(floor, library)
    ? []
    : [`${path}: the floor has ${JSON.stringify(floor)}, the library ${JSON.stringify(library)}`];
}

// True for lists as well, whose keys are their indexes.
function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
