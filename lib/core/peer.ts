/** Bindings that an entry needs, and that its users install themselves. */
export interface Peer {
  /** The entry, as users import it. */
  readonly entry: string;
  /** The package of the bindings. */
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
 * Says what to install where the bindings are missing or too old. An entry begins with it: without, the first file that
 * imports a missing one fails by a path that nobody knows, and an old one leaves out arguments that it does not know.
 */
export function requirePeer(peer: Peer): void {
  const problem = problemOf(peer);
  if (problem !== undefined) {
    const { entry, name, version } = peer;
    throw new Error(`${entry} needs ${name}, ${problem}: npm install ${name}@${version}`);
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
