/**
 * A step left for a person, because no API can do it or because this program must not change it.
 *
 * It appears as a warning at synthesis, as an output and in the hand-off. Nothing in this library claims that it was done.
 */
export interface ManualStep {
  /** Stable name in snake_case, unique in the integration. */
  readonly key: string;
  /** The step, in the imperative. */
  readonly title: string;
  /** Reason for the step, and the consequence of skipping it. */
  readonly why: string;
  /** Page that documents the step, or on which it is done. */
  readonly link: string;
  /** Exact values to enter, by their names on that page: literals or tokens, never secrets. */
  readonly values: Readonly<Record<string, string>>;
  /** A way to verify that it worked. */
  readonly check: string;
}
