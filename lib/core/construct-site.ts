import { TerraformStack, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { InputError } from "./errors";
import { escapeInvisible, show } from "./show";
import { hasNumberToken } from "./tokens";
import { stackOf } from "./tree";

/**
 * Site of a construct that does not exist yet: its scope, id and class. A constructor validates its props at the site before
 * `super()`, so that a refused construct leaves nothing in the tree.
 */
export class ConstructSite {
  /** Path of the construct, stack included: `billing/finops`. */
  readonly path: string;
  /** Public name of the class, for errors. */
  readonly type: string;
  /** Stack that contains the site. */
  readonly stack: TerraformStack;
  readonly scope: IConstruct;
  /** Constructs that contain the site, from the root on. */
  readonly scopes: readonly IConstruct[];

  /**
   * @param type public name of the class, for errors
   * @throws InputError when `scope` is not inside a stack of the same copy of cdktf that this library uses
   */
  constructor(scope: unknown, id: unknown, type: string) {
    if (!Construct.isConstruct(scope)) {
      throw new InputError(type, [`the scope must be a construct inside a TerraformStack, got: ${show(scope)}`]);
    }
    if (typeof id !== "string" || id === "" || Token.isUnresolved(id)) {
      throw new InputError(type, [`the id must be a literal string of at least one character, got: ${show(id)}`]);
    }
    const { scopes } = scope.node;
    // As the constructs library does it.
    const ownId = id.replaceAll("/", "--");
    this.type = type;
    this.scope = scope;
    this.scopes = scopes;
    const ids = [...scopes.map((above) => above.node.id), ownId].filter((part) => part !== "");
    this.path = ids.join("/");
    // All ids of the path become part of names and messages that Terraform reads.
    const isEvaluated = (text: string): boolean => /[$%]\{/.test(text) || hasNumberToken(text);
    if (isEvaluated(this.path)) {
      throw new InputError(type, [
        `an id must not contain anything that Terraform would evaluate, such as '\${' or '%{', got: ${show(ids.find(isEvaluated))}`,
      ]);
    }
    // `isStack` also recognizes stacks of another copy of cdktf, and of its fork.
    const stack: unknown = scopes.findLast((above) => TerraformStack.isStack(above));
    if (stack === undefined) {
      throw this.error([
        "must be inside a TerraformStack, got: a scope outside of a stack; pass the stack as the scope, not the app",
      ]);
    }
    // Two copies of cdktf in one program, or its fork cdktn beside it, fail much later with a TypeError that names
    // neither. This is the only place that depends on the identity of a class of cdktf.
    if (!(stack instanceof TerraformStack)) {
      throw this.error([
        "its stack must come from the same copy of cdktf that this library loaded, got: a stack of another copy; run " +
          "'npm ls cdktf' and remove the other copy, or, if the program uses cdktn, set " +
          '"cdktf": "npm:cdktn@<version>" in both "dependencies" and "overrides" of package.json, and import from "cdktf"',
      ]);
    }
    if (id === "Default") {
      throw this.error(['the id must not be "Default", which cdktf leaves out of addresses; choose another']);
    }
    if (scope.node.tryFindChild(ownId) !== undefined) {
      throw this.error([`the id must be unique in its scope, got: ${show(id)}, which is taken; choose another`]);
    }
    this.stack = stack;
  }

  /** Name of the construct in errors, such as `AwsStorage at billing/storage`. */
  get description(): string {
    return `${this.type} at ${escapeInvisible(this.path)}`;
  }

  /**
   * The path as a name: with "-", `billing-finops`. It includes the stack, so that integrations side by side in one account
   * get different names.
   */
  name(separator: string): string {
    return joinWords(this.path, separator);
  }

  /** The path below the stack as a name. */
  nameBelowStack(separator: string): string {
    return joinWords(this.path.slice(this.stack.node.path.length), separator);
  }

  /**
   * Checks that a part passed as a property is in the stack of the site: Terraform has no dependencies across stacks.
   *
   * @param parts the part, and those within it
   */
  checkSameStack(property: string, ...parts: readonly IConstruct[]): string[] {
    const part = parts.find((one) => stackOf(one) !== this.stack);
    return part === undefined
      ? []
      : [
          `'${property}' must be in the stack of the construct, got: ${part.node.path}; ` +
            `create it in ${this.stack.node.path}`,
        ];
  }

  /** An error about the construct at this site. */
  error(problems: readonly string[]): InputError {
    return new InputError(this.description, problems);
  }
}

/** Joins the words of a path in lower case: `team/finOps` with "-" gives `team-fin-ops`. */
export function joinWords(path: string, separator: string): string {
  return path
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join(separator);
}
