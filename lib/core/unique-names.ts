import { Token } from "cdktf";
import { type IConstruct } from "constructs";
import { type ConstructSite } from "./construct-site";
import { type UniqueName } from "./props-schema";
import { Registry } from "./registry";
import { escapeInvisible, show } from "./show";

/** A construct that uses a name. */
interface Holder {
  readonly path: string;
  /** Amount of the quota that it uses; 0 if a construct around it already counted. */
  readonly takes: number;
}

// Of a program or a stack, by kind and name.
const HOLDERS = new Registry(() => new Map<string, readonly Holder[]>());

/**
 * Claims names for the construct at a site. A part may repeat the claims of the construct that contains it.
 *
 * @throws InputError when another construct that is still in the tree uses one of the names, or a quota is exceeded
 */
export function claimUniqueNames(site: ConstructSite, names: readonly UniqueName[]): void {
  const claims = names
    .filter(({ name }) => !Token.isUnresolved(name))
    .map((claim) => ({
      claim,
      key: keyOf(claim),
      holders: HOLDERS.of(claim.within === "stack" ? site.stack : site.stack.node.root),
    }));
  const problems = claims.flatMap(({ claim, key, holders }) => {
    const others = (holders.get(key) ?? []).filter(({ path, takes }) => takes > 0 && excludes(site, path));
    return clash(claim, others);
  });
  if (problems.length > 0) {
    throw site.error(problems);
  }
  for (const { claim, key, holders } of claims) {
    // An earlier construct of the same path was removed from the tree.
    const known = (holders.get(key) ?? []).filter(({ path }) => path !== site.path);
    const { takes } = claim.quota ?? { takes: 1 };
    // A part does not count again what the construct around it counted.
    const counted = claim.quota !== undefined && known.some(({ path }) => site.path.startsWith(`${path}/`));
    holders.set(key, [...known, { path: site.path, takes: counted ? 0 : takes }]);
  }
}

function clash(
  { property, kind, name, within, among, quota, advice }: UniqueName,
  others: readonly Holder[],
): string[] {
  const { most, takes } = quota ?? { most: 1, takes: 1 };
  const total = takes + others.reduce((sum, other) => sum + other.takes, 0);
  const [first] = others;
  if (first === undefined || total <= most) {
    return [];
  }
  const more = others.length > 1 ? ` and ${others.length - 1} more` : "";
  const problem =
    quota === undefined
      ? `must be unique${among === undefined ? ` in the ${within}` : ""}, got: ${show(name)}, which ${escapeInvisible(first.path)} already uses for its ${kind}`
      : `must have at most ${most} ${kind} in the ${within}, got: ${total} for ${show(name)}, with those of ${escapeInvisible(first.path)}${more}`;
  return [`'${property}' ${problem}; ${advice ?? "choose another"}`];
}

/** Whether the construct at `path` reserves its name: it is still in the tree and does not contain the site. */
function excludes(site: ConstructSite, path: string): boolean {
  if (site.path.startsWith(`${path}/`)) {
    return false;
  }
  const ids = path.split("/");
  return (
    ids.reduce<IConstruct | undefined>((above, id) => above?.node.tryFindChild(id), site.stack.node.root) !== undefined
  );
}

function keyOf({ kind, name, among = "", ignoreCase = false }: UniqueName): string {
  return `${kind}\n${among}\n${ignoreCase ? name.toLowerCase() : name}`;
}
