import { type TerraformStack, Token } from "cdktf";
import { type IConstruct } from "constructs";
import { type ConstructSite } from "./construct-site";
import { type UniqueName } from "./props-schema";
import { Registry } from "./registry";
import { escapeInvisible, show } from "./show";
import { isInTree } from "./tree";

/** Names that a construct claims. They are read at synthesis, when the parts that they depend on are complete. */
interface Claim {
  readonly site: ConstructSite;
  readonly names: () => readonly UniqueName[];
}

// Claim of the construct that is about to enter the tree, by scope.
const PENDING = new WeakMap<IConstruct, Claim>();

// Claims of a program by construct; and the stacks that were validated since the last comparison, if it found no problem.
const PROGRAMS = new Registry(() => ({ claims: new Map<IConstruct, Claim>(), valid: new Set<TerraformStack>() }));

// Adds the validation of a stack on first use.
const STACKS = new Registry((stack: TerraformStack) => {
  const program = PROGRAMS.of(stack.node.root);
  const { claims, valid } = program;
  // Each stack reports the whole program: cdktf stops at the first stack with a problem. Comparing once for all stacks takes
  // linear time.
  const validate = (): string[] => {
    const isCompared = valid.size > 0 && !valid.has(stack);
    const inTree = [...claims].filter(([construct]) => isInTree(construct)).map(([, claim]) => claim);
    const problems = isCompared ? [] : clashes(inTree);
    if (!isCompared) {
      valid.clear();
    }
    if (problems.length === 0) {
      valid.add(stack);
    }
    return problems;
  };
  stack.node.addValidation({ validate });
  return program;
});

/**
 * Claims names for the construct at a site. At synthesis, they are compared with those of all other constructs of the program
 * that are still in the tree.
 */
export function claimUniqueNames(site: ConstructSite, names: Claim["names"]): void {
  PENDING.set(site.scope, { site, names });
}

/** Takes over the claim for a construct that has entered the tree: the construct itself, because its path can be used again. */
export function takeClaim(construct: IConstruct): void {
  const { scope, path } = construct.node;
  const claim = scope && PENDING.get(scope);
  if (claim?.site.path === path) {
    PENDING.delete(claim.site.scope);
    const { claims, valid } = STACKS.of(claim.site.stack);
    claims.set(construct, claim);
    valid.clear();
  }
}

/** A construct that uses a name. */
interface Holder {
  readonly site: ConstructSite;
  readonly name: UniqueName;
}

function clashes(claims: readonly Claim[]): string[] {
  const holders = new Map<string, Holder[]>();
  for (const { site, names } of claims) {
    for (const name of names().filter((one) => !Token.isUnresolved(one.name))) {
      const key = keyOf(site, name);
      const known = holders.get(key);
      if (known === undefined) {
        holders.set(key, [{ site, name }]);
      } else {
        known.push({ site, name });
      }
    }
  }
  return [...holders.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : first.name.quota === undefined ? taken(first, others) : exceeded([first, ...others]),
  );
}

/** Problems of the constructs that use the name of another one. */
function taken(first: Holder, others: readonly Holder[]): string[] {
  return others
    .filter(({ site }) => site !== first.site)
    .map(({ site, name: { property, kind, name, within, among, advice } }) => {
      const scope = among === undefined ? ` in the ${within}` : "";
      return (
        `${site.description}: '${property}' must be unique${scope}, got: ${show(name)}, which ` +
        `${escapeInvisible(first.site.path)} already uses for its ${kind}; ${advice ?? "choose another"}`
      );
    });
}

/** Problem of the last construct that uses a quota, if all together exceed it. */
function exceeded(holders: readonly [Holder, ...Holder[]]): string[] {
  const [first, ...others] = holders;
  const last = others.at(-1) ?? first;
  const { property, kind, name, within, quota, advice } = last.name;
  const total = holders.reduce((sum, holder) => sum + (holder.name.quota?.takes ?? 1), 0);
  if (total <= (quota?.most ?? 1)) {
    return [];
  }
  const more = others.length > 1 ? ` and ${others.length - 1} more` : "";
  const rest = others.length === 0 ? "" : `, with those of ${escapeInvisible(first.site.path)}${more}`;
  return [
    `${last.site.description}: '${property}' must have at most ${quota?.most ?? 1} ${kind} in the ${within}, ` +
      `got: ${total} for ${show(name)}${rest}; ${advice ?? "choose another"}`,
  ];
}

function keyOf({ stack }: ConstructSite, { kind, name, within, among = "", ignoreCase = false }: UniqueName): string {
  return [within === "stack" ? stack.node.path : "", kind, among, ignoreCase ? name.toLowerCase() : name].join("\n");
}
