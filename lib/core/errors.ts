/**
 * Bad input, refused before anything is deployed.
 *
 * The message names the construct and, for each problem, the property, the value got, what is allowed and what to
 * change. Nothing of the construct is left in the tree when it is thrown.
 */
export class InputError extends Error {
  override readonly name = "InputError";

  /** @param problems one sentence each, without the construct's name */
  constructor(where: string, problems: readonly string[]) {
    super(
      problems.length === 1
        ? `${where}: ${problems[0]}`
        : [`${where}: ${problems.length} problems`, ...problems.map((problem) => `  - ${problem}`)].join("\n"),
    );
  }
}
