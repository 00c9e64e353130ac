import { AnnotationMetadataEntryType } from "cdktf";
import { type Construct } from "constructs";

/**
 * Something that a person has to do, because no API can or because it is not ours to change.
 *
 * It shows as a warning at synth and in the hand-off output; nothing in this library claims that it was done.
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

/** Warns of the steps at synth; called by the construct that needs them. */
export function announce(scope: Construct, steps: readonly ManualStep[]): void {
  for (const { title, why, link } of steps) {
    // Not by `Annotations`, which adds a stack trace: the paths of this machine would be in the manifest.
    scope.node.addMetadata(AnnotationMetadataEntryType.WARN, `To do by hand: ${title}. ${why} See ${link}`);
  }
}
