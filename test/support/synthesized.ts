import { type Block } from "./template";

// Helpers of the least-privilege tests, which check the JSON of a synthesized stack and nothing else.

/** A resource or data source. The `type` of a data source begins with `data.`. */
export interface Entry {
  readonly type: string;
  readonly address: string;
  readonly block: Block;
}

/** Resources, data sources and outputs of a synthesized stack. */
export class SynthesizedStack {
  readonly entries: readonly Entry[];

  constructor(readonly json: Block) {
    this.entries = [...entriesOf(json.resource, ""), ...entriesOf(json.data, "data.")];
  }

  /** Blocks of these types. */
  of(...types: readonly string[]): Entry[] {
    return this.entries.filter(({ type }) => types.includes(type));
  }

  /** Expressions that refer to an attribute of the blocks of these types. */
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
 * Meta-arguments that every block may have. `count` and `for_each` are not among them, because they create several
 * resources; neither are `provisioner` and `connection`, because they run something else.
 */
export const META_ARGUMENTS = ["depends_on", "lifecycle", "provider"];

/** Sections of the JSON, blocks and arguments that no integration creates. A module, for example, could create anything. */
export function unexpectedBlocks(
  { json, entries }: SynthesizedStack,
  known: Readonly<Record<string, readonly string[]>>,
): string[] {
  const sections = ["terraform", "provider", "resource", "data", "output", "variable"];
  return [
    ...Object.keys(json)
      .filter((name) => !sections.includes(name))
      .map((name) => `a ${name} is unexpected`),
    ...entries.flatMap(({ type, address, block }) => {
      const own = known[type];
      return own === undefined
        ? [`${address} is unexpected`]
        : Object.keys(block)
            .filter((name) => ![...own, ...META_ARGUMENTS].includes(name))
            .map((name) => `${address} must not have '${name}'`);
    }),
  ];
}

/** A string in the JSON, with its path. */
export interface Text {
  readonly path: string;
  readonly text: string;
}

/** All strings in the JSON. Includes keys, because Terraform evaluates them, too. */
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
