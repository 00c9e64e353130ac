import { TerraformStack, Token } from "cdktf";
import { type IConstruct } from "constructs";
import { InputError } from "./errors";
import { kebabCase, snakeCase } from "./naming";
import { show } from "./show";

/** A name that only one construct may have, such as an S3 bucket's. */
export interface Claim {
  /** The property that gives the name. */
  readonly property: string;
  /** What bears the name, e.g. "S3 bucket": names of different kinds do not clash. */
  readonly kind: string;
  /** The name; one that Terraform fills in cannot be compared and never clashes. */
  readonly name: string;
  /** Where it must be unique. */
  readonly within: "program" | "stack";
  /** Whether names that differ in letter case only are the same name. */
  readonly ignoreCase?: boolean;
}

// Set on every stack by cdktf and its fork alike, whichever copy of it the stack comes from.
const STACK_SYMBOL = Symbol.for("cdktf/TerraformStack");

const HOLDERS = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Where a construct is about to stand. A constructor begins with it, before `super()`, so that nothing of a refused
 * construct is in the tree.
 */
export class Place {
  /** Path of the construct, stack included: `billing/finops`. */
  readonly path: string;
  /** `billing-finops`: unlike the construct's id, it differs between integrations side by side in one account. */
  readonly defaultName: string;
  /** The path below the stack, as the beginning of an output's name: `finops`. */
  readonly defaultOutputPrefix: string;
  private readonly type: string;
  private readonly stack: TerraformStack;

  /**
   * @param type the public name of the class, for messages
   * @throws InputError when `scope` is not inside a stack of this library's own cdktf
   */
  constructor(scope: unknown, id: unknown, type: string) {
    if (typeof scope !== "object" || scope === null || !("node" in scope)) {
      throw new InputError(type, [`the scope must be a construct inside a TerraformStack, got: ${show(scope)}`]);
    }
    if (typeof id !== "string" || id === "") {
      throw new InputError(type, [`the id must be a string of at least one character, got: ${show(id)}`]);
    }
    const { scopes } = (scope as IConstruct).node;
    const ids = [...scopes.map((above) => above.node.id), id].filter((part) => part !== "");
    this.type = type;
    this.path = ids.join("/");
    const stackAt = scopes.findLastIndex((above) => STACK_SYMBOL in above);
    const stack = scopes[stackAt];
    if (stack === undefined) {
      throw new InputError(this.where, [
        "must be inside a TerraformStack, got a scope outside of any; pass the stack as the scope, not the app",
      ]);
    }
    // Two copies of cdktf in one program, or its fork cdktn beside it, fail much later with a TypeError that names
    // neither. This is the only place where the identity of a core class matters.
    if (!(stack instanceof TerraformStack)) {
      throw new InputError(this.where, [
        "its stack comes from another copy of cdktf than the one this library loaded, and the two cannot work " +
          "together; run 'npm ls cdktf' and bring it down to one copy, or, if the program uses cdktn, add " +
          '"overrides": {"cdktf": "npm:cdktn@<the same version>"} to its package.json',
      ]);
    }
    this.stack = stack;
    this.defaultName = kebabCase(ids);
    this.defaultOutputPrefix = snakeCase([...scopes.slice(stackAt + 1).map((above) => above.node.id), id]);
  }

  /**
   * Lets the construct into the tree.
   *
   * @param problems what is wrong with its props, see `checkInput`
   * @param claims names that must be free; asked for only when the props are right; a construct's own parts may
   * repeat its claims
   * @throws InputError with all problems at once
   */
  admit(problems: readonly string[], claims: () => readonly Claim[] = () => []): void {
    if (problems.length > 0) {
      throw new InputError(this.where, problems);
    }
    const wanted = claims()
      .filter(({ name }) => !Token.isUnresolved(name))
      .map((claim) => ({ claim, key: keyOf(claim), holders: this.holders(claim.within) }));
    const clashes = wanted.flatMap(({ claim, key, holders }) => {
      const holder = holders.get(key);
      return holder === undefined || this.path.startsWith(`${holder}/`)
        ? []
        : [
            `'${claim.property}' must be unique in the ${claim.within}, got: ${show(claim.name)}, ` +
              `which ${holder} already uses for its ${claim.kind}; choose another`,
          ];
    });
    if (clashes.length > 0) {
      throw new InputError(this.where, clashes);
    }
    for (const { key, holders } of wanted) {
      holders.set(key, holders.get(key) ?? this.path);
    }
  }

  private get where(): string {
    return `${this.type} at ${this.path}`;
  }

  private holders(within: Claim["within"]): Map<string, string> {
    const node = within === "stack" ? this.stack : this.stack.node.root;
    const holders = HOLDERS.get(node) ?? new Map<string, string>();
    HOLDERS.set(node, holders);
    return holders;
  }
}

function keyOf({ kind, name, ignoreCase = false }: Claim): string {
  return `${kind}\n${ignoreCase ? name.toLowerCase() : name}`;
}
