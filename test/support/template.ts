import { DefaultTokenResolver, StringConcat, TerraformStack, Testing, Tokenization } from "cdktf";
import { type IConstruct } from "constructs";

/** A block of the synthesized JSON: a resource, a data source, an output. */
export type Block = Record<string, unknown>;

type Section = Record<string, Record<string, Block>>;

/** The Terraform JSON of a stack, parsed; made with all validations on, as a deployment would be. */
export class Template {
  static of(stack: TerraformStack): Template {
    return new Template(JSON.parse(Testing.synth(stack, true)) as Block);
  }

  constructor(readonly json: Block) {}

  /** Types of all resources, by how many there are. */
  get resourceTypes(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.section("resource")).map(([type, blocks]) => [type, Object.keys(blocks).length]),
    );
  }

  /** `type.name` of all resources and data sources, sorted. */
  get addresses(): string[] {
    const of = (section: string, prefix: string): string[] =>
      Object.entries(this.section(section)).flatMap(([type, blocks]) =>
        Object.keys(blocks).map((name) => `${prefix}${type}.${name}`),
      );
    return [...of("resource", ""), ...of("data", "data.")].sort();
  }

  resources(type: string): Block[] {
    return Object.values(this.section("resource")[type] ?? {});
  }

  /** The one resource of that type. */
  resource(type: string): Block {
    return only(type, this.resources(type));
  }

  /** `type.name` of the one resource of that type. */
  address(type: string): string {
    return `${type}.${only(type, Object.keys(this.section("resource")[type] ?? {}))}`;
  }

  data(type: string): Block {
    return only(type, Object.values(this.section("data")[type] ?? {}));
  }

  get outputs(): Record<string, Block> {
    return (this.json.output ?? {}) as Record<string, Block>;
  }

  output(name: string): Block {
    const output = this.outputs[name];
    if (output === undefined) {
      throw new Error(`no output '${name}', there are: ${Object.keys(this.outputs).join(", ")}`);
    }
    return output;
  }

  private section(name: string): Section {
    return (this.json[name] ?? {}) as Section;
  }
}

function only<Thing>(what: string, things: readonly Thing[]): Thing {
  const [first, ...more] = things;
  if (first === undefined || more.length > 0) {
    throw new Error(`expected one ${what}, got ${things.length}`);
  }
  return first;
}

/** An empty stack named `billing` in a program of its own. */
export function emptyStack(): TerraformStack {
  return new TerraformStack(Testing.app(), "billing");
}

/** What `build` throws, as one text; fails when it does not throw. */
export function refusal(build: () => unknown): string {
  try {
    build();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("expected a refusal, but nothing was thrown");
}

/** What the validations of a stack tell, a line each; nothing when all is well. */
export function problemsOf(stack: TerraformStack): string {
  try {
    Template.of(stack);
    return "";
  } catch (error) {
    const lines = (error as Error).message.split("\n").map((line) => line.trim());
    return lines.filter((line) => line.startsWith("[")).join("\n");
  }
}

/** A value of a construct as it is synthesized: tokens as Terraform reads them. */
export function resolved(scope: IConstruct, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}
