import { contestOf } from "./clouds";
import { loadProgram, type Shape, synthesizedBy } from "./program";

type Tree = Readonly<Record<string, unknown>>;

/** Where floor and library do not synthesize the same, of two of everything; nothing when they do. */
export function differencesOf(cloud: string): string[] {
  const { floor, library, wide } = contestOf(cloud);
  const shapes: readonly Shape[] = wide === undefined ? ["many"] : ["many", "wide"];
  return shapes.flatMap((shape) => {
    const [byHand, byLibrary] = [floor, library].map((path) => synthesizedBy(loadProgram(path), shape, 2));
    return differences(byHand, byLibrary).map((difference) => `${shape}: ${difference}`);
  });
}

/** Where two synthesized stacks differ, but for the names of their resources and cdktf's metadata. */
export function differences(floor: unknown, library: unknown): string[] {
  return unequal("", withoutNames(floor as Tree), withoutNames(library as Tree));
}

/** The same stack with each resource named by its type and its number among them: names are each program's own. */
function withoutNames(stack: Tree): unknown {
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
        const own = path.length === 2 ? (names.get(`${type}.${key}`) ?? key) : key;
        return [own, visit(inner, [...path, key])] as const;
      });
    return Object.fromEntries(entries);
  };
  return visit(stack, []);
}

function unequal(at: string, floor: unknown, library: unknown): string[] {
  if (isTree(floor) && isTree(library) && Array.isArray(floor) === Array.isArray(library)) {
    const keys = [...new Set([...Object.keys(floor), ...Object.keys(library)])];
    return keys.flatMap((key) => unequal(at === "" ? key : `${at}.${key}`, floor[key], library[key]));
  }
  return Object.is(floor, library)
    ? []
    : [`${at}: the floor has ${JSON.stringify(floor)}, the library ${JSON.stringify(library)}`];
}

// Lists as well, by index.
function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}
