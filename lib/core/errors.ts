/**
 * Invalid input, refused before anything is deployed.
 *
 * The message names the construct and, for each problem, the property, the value got, the allowed values and the next
 * step. The refused construct leaves nothing in the tree, unless a `create…` method of a subclass failed.
 */
export class InputError extends Error {
  override readonly name = "InputError";

  /** @param problems a sentence each, without the name of the construct */
  constructor(where: string, problems: readonly string[]) {
    super(
      problems.length === 1
        ? `${where}: ${problems[0]}`
        : [`${where}: ${problems.length} problems`, ...problems.map((problem) => `  - ${problem}`)].join("\n"),
    );
  }
}
