/** A package of bindings that an entry needs, and that its users install themselves. */
export interface Peer {
  /** The package. */
  readonly name: string;
  /** Its version, as users install it. */
  readonly version: string;
  /**
   * Loads a part that the entry loads anyway, and tells whether it can do what older versions cannot. Bundlers follow
   * literal paths only, so it is the entry that has the path.
   */
  readonly isNewEnough: () => boolean;
}

/**
 * Says what to install where bindings are missing or too old. An entry begins with it: without, the first file that
 * imports a missing one fails by a path that nobody knows, and an old one leaves out arguments that it does not know.
 *
 * @param entry as users import it
 */
export function requirePeers(entry: string, ...peers: readonly Peer[]): void {
  // All of them, so that one installation is enough.
  const found = peers.flatMap((peer) => {
    const problem = problemOf(peer);
    return problem === undefined ? [] : [{ ...peer, problem }];
  });
  if (found.length > 0) {
    const problems = found.map(({ name, problem }) => `${name}, ${problem}`).join("; ");
    const packages = found.map(({ name, version }) => `${name}@${version}`).join(" ");
    throw new Error(`${entry} needs ${problems}: npm install ${packages}`);
  }
}

function problemOf({ name, isNewEnough }: Peer): string | undefined {
  try {
    return isNewEnough() ? undefined : "and the one installed is too old";
  } catch (error) {
    if (isMissing(name, error)) {
      return "which is not installed";
    }
    throw error;
  }
}

/** Whether an error is about that package itself, not about what it needs in turn. */
function isMissing(name: string, error: unknown): boolean {
  // Not by its class, which is another one in a program with several contexts, such as jest.
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  // Below the first line are the files on the way, whose paths may have the name in them.
  const [firstLine = ""] = typeof message === "string" ? message.split("\n") : [];
  return code === "MODULE_NOT_FOUND" && firstLine.includes(`'${name}/`);
}
