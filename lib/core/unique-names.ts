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

// Claims of a program, and the stacks that were validated since the last comparison, if it found no problem.
const PROGRAMS = new Registry(() => ({ claims: new Map<IConstruct, Claim>(), valid: new Set<TerraformStack>() }));

const STACKS = new Registry((stack: TerraformStack) => {
  const program = PROGRAMS.of(stack.node.root);
  const { claims, valid } = program;
  // Each stack reports the whole program: cdktf stops at the first stack with a problem. One comparison is enough for all.
  const validate = (): string[] => {
    if (valid.size > 0 && !valid.has(stack)) {
      valid.add(stack);
      return [];
    }
    const problems = clashes([...claims].filter(([construct]) => isInTree(construct)).map(([, claim]) => claim));
    valid.clear();
    if (problems.length === 0) {
      valid.add(stack);
    }
    return problems;
  };
  stack.node.addValidation({ validate });
  return program;
});

/** Claims names for the construct at a site: at synthesis, no other construct in the tree of the program may use them. */
export function claimUniqueNames(site: ConstructSite, names: Claim["names"]): void {
  PENDING.set(site.scope, { site, names });
}

/** Takes over the claim for a construct that has entered the tree. Kept by construct, not by path, which can be used again. */
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

/** Use of a name by one construct or, of a quota, by several. */
interface Usage {
  readonly first: ConstructSite;
  count: number;
  total: number;
}

function clashes(claims: readonly Claim[]): string[] {
  const usages = new Map<string, Usage>();
  const exceeded = new Map<string, string>();
  const problems: string[] = [];
  for (const { site, names } of claims) {
    for (const claim of names().filter(({ name }) => !Token.isUnresolved(name))) {
      const { property, kind, name, within, among, quota, advice = "choose another" } = claim;
      const key = keyOf(site, claim);
      const usage = usages.get(key) ?? { first: site, count: 0, total: 0 };
      usages.set(key, usage);
      usage.count += 1;
      usage.total += quota?.takes ?? 0;
      const first = escapeInvisible(usage.first.path);
      if (quota === undefined && site !== usage.first) {
        const scope = among === undefined ? ` in the ${within}` : "";
        problems.push(
          `${site.description}: '${property}' must be unique${scope}, got: ${show(name)}, which ${first} already uses ` +
            `for its ${kind}; ${advice}`,
        );
      } else if (quota !== undefined && usage.total > quota.most) {
        const more = usage.count > 2 ? ` and ${usage.count - 2} more` : "";
        const others = usage.count > 1 ? `, with those of ${first}${more}` : "";
        // Once for all constructs that use the quota: the last one knows the total.
        exceeded.set(
          key,
          `${site.description}: '${property}' must have at most ${quota.most} ${kind} in the ${within}, got: ` +
            `${usage.total} for ${show(name)}${others}; ${advice}`,
        );
      }
    }
  }
  return [...problems, ...exceeded.values()];
}

function keyOf({ stack }: ConstructSite, { kind, name, within, among = "", ignoreCase = false }: UniqueName): string {
  return [within === "stack" ? stack.node.path : "", kind, among, ignoreCase ? name.toLowerCase() : name].join("\n");
}
