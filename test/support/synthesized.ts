import { type Block } from "./template";

// What those have in common who judge a synthesized stack by its JSON alone.

/** A resource or data source; `type` of the latter begins with `data.`. */
export interface Entry {
  readonly type: string;
  readonly address: string;
  readonly block: Block;
}

/** A stack, by its resources and data sources. */
export class SynthesizedStack {
  readonly entries: readonly Entry[];

  constructor(readonly json: Block) {
    this.entries = [...entriesOf(json.resource, ""), ...entriesOf(json.data, "data.")];
  }

  of(...types: readonly string[]): Entry[] {
    return this.entries.filter(({ type }) => types.includes(type));
  }

  /** What refers to an attribute of a block of these types. */
  references(attribute: string, ...types: readonly string[]): string[] {
    return this.of(...types).map(({ address }) => `\${${address}.${attribute}}`);
  }

  get outputs(): Record<string, Block> {
    return (this.json.output ?? {}) as Record<string, Block>;
  }
}

function entriesOf(section: unknown, prefix: string): Entry[] {
  return Object.entries((section ?? {}) as Record<string, Record<string, Block>>).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, block]) => ({
      type: `${prefix}${type}`,
      address: `${prefix}${type}.${name}`,
      block,
    })),
  );
}

/**
 * What says when a block is made, and when it is refused: not `count` and `for_each`, which make several of one, and not
 * `provisioner` and `connection`, which do something else.
 */
export const META_ARGUMENTS = ["depends_on", "lifecycle", "provider"];

/** Parts of the JSON, blocks and arguments that no integration makes, of which nothing can be judged. A module could make anything. */
export function unexpectedBlocks(
  { json, entries }: SynthesizedStack,
  known: Readonly<Record<string, readonly string[]>>,
): string[] {
  const parts = ["terraform", "provider", "resource", "data", "output", "variable"];
  return [
    ...Object.keys(json)
      .filter((name) => !parts.includes(name))
      .map((name) => `a ${name} has no place here`),
    ...entries.flatMap(({ type, address, block }) => {
      const own = known[type];
      return own === undefined
        ? [`${address} has no place here`]
        : Object.keys(block)
            .filter((name) => ![...own, ...META_ARGUMENTS].includes(name))
            .map((name) => `${address} must not have '${name}'`);
    }),
  ];
}

/** A text of the JSON. */
export interface Text {
  readonly path: string;
  readonly text: string;
}

/** All texts of the JSON. Those on the left as well, as Terraform evaluates them too. */
export function textsOf(value: unknown, path: readonly string[] = []): Text[] {
  if (typeof value === "string") {
    return [{ path: path.join("."), text: value }];
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [
        { path: path.join("."), text: name },
        ...textsOf(inner, [...path, name]),
      ])
    : [];
}
