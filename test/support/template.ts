import { DefaultTokenResolver, StringConcat, TerraformStack, Testing, Tokenization } from "cdktf";
import { type IConstruct } from "constructs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A block of the synthesized JSON: a resource, a data source, an output. */
export type Block = Record<string, unknown>;

type Section = Record<string, Record<string, Block>>;

/** Parsed Terraform JSON of a stack, synthesized with all validations, as in a deployment. */
export class Template {
  static of(stack: TerraformStack): Template {
    return new Template(JSON.parse(Testing.synth(stack, true)) as Block);
  }

  constructor(readonly json: Block) {}

  /** Number of resources by type. */
  get resourceTypes(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.section("resource")).map(([type, blocks]) => [type, Object.keys(blocks).length]),
    );
  }

  /** `type.name` of all resources and data sources, sorted. */
  get addresses(): string[] {
    const addressesOf = (section: string, prefix: string): string[] =>
      Object.entries(this.section(section)).flatMap(([type, blocks]) =>
        Object.keys(blocks).map((name) => `${prefix}${type}.${name}`),
      );
    return [...addressesOf("resource", ""), ...addressesOf("data", "data.")].sort();
  }

  resources(type: string): Block[] {
    return Object.values(this.section("resource")[type] ?? {});
  }

  /** The only resource of that type. */
  resource(type: string): Block {
    return single(type, this.resources(type));
  }

  /** `type.name` of the only resource of that type. */
  address(type: string): string {
    return `${type}.${single(type, Object.keys(this.section("resource")[type] ?? {}))}`;
  }

  data(type: string): Block {
    return single(type, Object.values(this.section("data")[type] ?? {}));
  }

  get outputs(): Record<string, Block> {
    return (this.json.output ?? {}) as Record<string, Block>;
  }

  output(name: string): Block {
    const output = this.outputs[name];
    if (output === undefined) {
      throw new Error(`expected an output '${name}', got: ${Object.keys(this.outputs).join(", ")}`);
    }
    return output;
  }

  private section(name: string): Section {
    return (this.json[name] ?? {}) as Section;
  }
}

function single<Item>(what: string, items: readonly Item[]): Item {
  const [first, ...more] = items;
  if (first === undefined || more.length > 0) {
    throw new Error(`expected one ${what}, got ${items.length}`);
  }
  return first;
}

// All apps share one folder, because nothing is written to it: `Testing.app()` creates one for each.
const OUTDIR = join(tmpdir(), "cdktf.out");

/** Empty stack named `billing` in a new app. */
export function emptyStack(): TerraformStack {
  return new TerraformStack(Testing.app({ outdir: OUTDIR }), "billing");
}

/** Message of the error that `build` throws. Fails if it throws none. */
export function refusal(build: () => unknown): string {
  try {
    build();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("expected an error, but nothing was thrown");
}

/** Problems that the validations of a stack report, one per line; empty if there are none. */
export function problemsOf(stack: TerraformStack): string {
  try {
    Template.of(stack);
    return "";
  } catch (error) {
    const lines = (error as Error).message.split("\n").map((line) => line.trim());
    return lines.filter((line) => line.startsWith("[")).join("\n");
  }
}

/** Value as it is synthesized, with tokens as expressions. */
export function resolved(scope: IConstruct, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}
