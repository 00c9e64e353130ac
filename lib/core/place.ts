import { TerraformStack, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { checkProps, hasNumberToken } from "./check";
import { InputError } from "./errors";
import { type Claim, type Input, type WithNames } from "./input";
import { joinWords } from "./naming";
import { type AnyRule } from "./rules";
import { printable, show } from "./show";

// Paths of the constructs that hold a name; a part may share the one of the construct that made it.
const HOLDERS = new WeakMap<IConstruct, Map<string, readonly Holder[]>>();

interface Holder {
  readonly path: string;
  readonly takes: number;
}

// By the props that `admit` gave back.
const ADMITTED = new WeakMap<object, Admitted>();

/** What is known of props that were let in. */
export interface Admitted {
  /** The public name of the construct's class. */
  readonly type: string;
  readonly rules: Readonly<Record<string, AnyRule>>;
}

/** What is known of props that `Place.admit` gave. */
export function admitted(props: object): Admitted {
  const known = ADMITTED.get(props);
  if (known === undefined) {
    throw new Error("these are not the props that 'admit' gave, but a copy or others");
  }
  return known;
}

/** How messages name a construct: `AwsStorage at billing/storage`, by its class where its props were not let in here. */
export function subject(construct: IConstruct, props: object): string {
  return `${ADMITTED.get(props)?.type ?? construct.constructor.name} at ${printable(construct.node.path)}`;
}

/**
 * Where a construct is about to stand. A constructor begins with it, before `super()`, so that nothing of a refused
 * construct is in the tree.
 */
export class Place {
  /** Path of the construct, stack included: `billing/finops`. */
  readonly path: string;
  private readonly type: string;
  private readonly stack: TerraformStack;
  private readonly ids: readonly string[];
  private readonly idsBelowStack: readonly string[];

  /**
   * @param type the public name of the class, for messages
   * @throws InputError when `scope` is not inside a stack of this library's own cdktf
   */
  constructor(scope: unknown, id: unknown, type: string) {
    if (!Construct.isConstruct(scope)) {
      throw new InputError(type, [`the scope must be a construct inside a TerraformStack, got: ${show(scope)}`]);
    }
    if (typeof id !== "string" || id === "" || Token.isUnresolved(id)) {
      throw new InputError(type, [`the id must be a literal string of at least one character, got: ${show(id)}`]);
    }
    const { node } = scope;
    const { scopes } = node;
    // As constructs does it.
    const ownId = id.replaceAll("/", "--");
    this.type = type;
    this.ids = [...scopes.map((above) => above.node.id), ownId].filter((part) => part !== "");
    this.path = this.ids.join("/");
    // Ids get into names and messages that Terraform reads, those above as well.
    const evaluated = this.ids.find((part) => /[$%]\{/.test(part) || hasNumberToken(part));
    if (evaluated !== undefined) {
      throw new InputError(type, [
        `an id must not have in it what Terraform would evaluate, such as '\${' or '%{', got: ${show(evaluated)}`,
      ]);
    }
    const stackAt = scopes.findLastIndex((above) => TerraformStack.isStack(above));
    // `isStack` also knows stacks of another copy of cdktf, and of its fork.
    const stack: unknown = scopes[stackAt];
    if (stack === undefined) {
      throw this.error([
        "must be inside a TerraformStack, got a scope outside of any; pass the stack as the scope, not the app",
      ]);
    }
    // Two copies of cdktf in one program, or its fork cdktn beside it, fail much later with a TypeError that names
    // neither. This is the only place where the identity of a core class matters.
    if (!(stack instanceof TerraformStack)) {
      throw this.error([
        "its stack comes from another copy of cdktf than the one this library loaded, and the two cannot work " +
          "together; run 'npm ls cdktf' and bring it down to one copy, or, if the program uses cdktn, have its " +
          'package.json say "cdktf": "npm:cdktn@<version>" under "dependencies" and "overrides" both, and import from "cdktf"',
      ]);
    }
    if (id === "Default") {
      throw this.error(['the id must not be "Default", which cdktf leaves out of addresses; choose another']);
    }
    if (node.tryFindChild(ownId) !== undefined) {
      throw this.error([`the id must be unique in its scope, got: ${show(id)}, which is taken; choose another`]);
    }
    this.stack = stack;
    this.idsBelowStack = [...scopes.slice(stackAt + 1).map((above) => above.node.id), ownId];
  }

  /**
   * The path as a name: with "-", `billing-finops`. The stack is part of it, so that integrations side by side in one
   * account have different names.
   */
  name(separator: string): string {
    return joinWords(this.ids, separator);
  }

  /** The path below the stack as a name. */
  nameBelowStack(separator: string): string {
    return joinWords(this.idsBelowStack, separator);
  }

  /**
   * Lets the construct into the tree.
   *
   * @returns the props, with the names that were left out
   * @throws InputError with all problems at once
   */
  admit<Props extends object, Named extends keyof Props>(
    input: Input<Props, Named>,
    props: Props,
  ): WithNames<Props, Named> {
    const defaults = this.missingNames(input, props);
    const problems = checkProps(input.rules, props, defaults);
    if (problems.length > 0) {
      throw this.error(problems);
    }
    // By the names of the rules, so that an instance of a class may be passed, whose getters are not its own keys.
    const named = { ...defaults } as WithNames<Props, Named>;
    for (const name of Object.keys(input.rules) as (keyof Props)[]) {
      const value = props[name];
      if (value !== undefined) {
        named[name] = value as WithNames<Props, Named>[keyof Props];
      }
    }
    const together = input.combinations?.(named, this) ?? [];
    if (together.length > 0) {
      throw this.error(together);
    }
    this.claim(input.claims?.(named) ?? []);
    ADMITTED.set(named, { type: this.type, rules: input.rules });
    return named;
  }

  /** The names that `props` leave out. */
  private missingNames<Props extends object, Named extends keyof Props>(
    { names }: Input<Props, Named>,
    props: Partial<Props> | null | undefined,
  ): Partial<Props> {
    const missing: Partial<Record<keyof Props, string>> = {};
    for (const name in names) {
      if (props?.[name] === undefined) {
        missing[name] = names[name](this, props ?? {});
      }
    }
    return missing as Partial<Props>;
  }

  /**
   * What is wrong with a part that is passed in as a property: Terraform knows no dependency across stacks. Nothing
   * where there is none, because the whole makes it itself.
   */
  sameStack(property: string, part: IConstruct | undefined): string[] {
    return part === undefined || TerraformStack.of(part) === this.stack
      ? []
      : [
          `'${property}' must be in the stack of the construct, got: ${part.node.path}; ` +
            `make one in ${this.stack.node.path}`,
        ];
  }

  /** Takes the names, unless another construct has one of them; one part of a construct may repeat its claim. */
  private claim(claims: readonly Claim[]): void {
    const wanted = claims
      .filter(({ name }) => !Token.isUnresolved(name))
      .map((claim) => ({ claim, key: keyOf(claim), holders: this.holders(claim.within) }));
    const refused = wanted.flatMap(({ claim, key, holders }) => {
      const others = (holders.get(key) ?? []).filter(({ path, takes }) => takes > 0 && this.keepsOut(path));
      const { most, takes } = claim.quota ?? { most: 1, takes: 1 };
      const taken = others.reduce((sum, other) => sum + other.takes, 0);
      const [first] = others;
      if (first === undefined || taken + takes <= most) {
        return [];
      }
      const clash =
        claim.quota === undefined
          ? `must be unique${claim.among === undefined ? ` in the ${claim.within}` : ""}, got: ${show(claim.name)}, which ${printable(first.path)} already uses for its ${claim.kind}`
          : `must have at most ${most} ${claim.kind} in the ${claim.within}, got: ${taken + takes} for ${show(claim.name)}, with those of ${printable(first.path)}${others.length > 1 ? ` and ${others.length - 1} more` : ""}`;
      return [`'${claim.property}' ${clash}; ${claim.advice ?? "choose another"}`];
    });
    if (refused.length > 0) {
      throw this.error(refused);
    }
    for (const { claim, key, holders } of wanted) {
      // One that stood here before was taken out of the tree.
      const known = (holders.get(key) ?? []).filter(({ path }) => path !== this.path);
      const { takes } = claim.quota ?? { takes: 1 };
      // What a construct takes of a number is not taken once more by its part.
      const again = claim.quota !== undefined && known.some(({ path }) => this.path.startsWith(`${path}/`));
      holders.set(key, [...known, { path: this.path, takes: again ? 0 : takes }]);
    }
  }

  /** Whether the construct at `path` has its name for itself: it is still in the tree, and this is no part of it. */
  private keepsOut(path: string): boolean {
    if (this.path.startsWith(`${path}/`)) {
      return false;
    }
    const ids = path.split("/");
    return (
      ids.reduce<IConstruct | undefined>((above, id) => above?.node.tryFindChild(id), this.stack.node.root) !==
      undefined
    );
  }

  private error(problems: readonly string[]): InputError {
    return new InputError(`${this.type} at ${printable(this.path)}`, problems);
  }

  private holders(within: Claim["within"]): Map<string, readonly Holder[]> {
    const node = within === "stack" ? this.stack : this.stack.node.root;
    const holders = HOLDERS.get(node) ?? new Map<string, readonly Holder[]>();
    HOLDERS.set(node, holders);
    return holders;
  }
}

function keyOf({ kind, name, among = "", ignoreCase = false }: Claim): string {
  return `${kind}\n${among}\n${ignoreCase ? name.toLowerCase() : name}`;
}
