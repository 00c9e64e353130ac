/** A package of bindings that an entry needs, installed by its users as an optional peer. */
export interface Peer {
  /** Name of the package. */
  readonly name: string;
  /** Major version to install. */
  readonly version: string;
  /**
   * Loads a module that the entry loads anyway, and returns whether it has a feature that older versions lack. The path is
   * in the entry, because bundlers follow literal paths only.
   */
  readonly isNewEnough: () => boolean;
}

/**
 * Throws an error with the install command if bindings are missing or too old. The first import of an entry calls it:
 * otherwise a missing package fails at a path that its user does not recognize, and an old one silently drops arguments.
 *
 * @param entry as users import it
 */
export function requirePeers(entry: string, ...peers: readonly Peer[]): void {
  // All of them, so that one install command is enough.
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

/** Whether an error is about that package itself, not about one of its own dependencies. */
function isMissing(name: string, error: unknown): boolean {
  // `instanceof` fails in a program with several contexts, such as jest.
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  // The lines below the first list the requiring files, whose paths may contain the name.
  const [firstLine = ""] = typeof message === "string" ? message.split("\n") : [];
  return code === "MODULE_NOT_FOUND" && firstLine.includes(`'${name}/`);
}
