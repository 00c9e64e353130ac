/**
 * Something that a person has to do, because no API can or because it is not ours to change.
 *
 * It shows as a warning at synth, as an output and in the hand-off; nothing in this library claims that it was done.
 */
export interface ManualStep {
  /** Stable name, snake_case, unique in the integration. */
  readonly key: string;
  /** What to do, in the imperative. */
  readonly title: string;
  /** Why it cannot be left out, and what happens if it is. */
  readonly why: string;
  /** Where it is documented or done. */
  readonly link: string;
  /** The exact values to enter, by what the place calls them; literals or tokens, never secrets. */
  readonly values: Readonly<Record<string, string>>;
  /** How to see that it worked. */
  readonly check: string;
}
