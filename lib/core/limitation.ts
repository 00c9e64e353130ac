import { AnnotationMetadataEntryType } from "cdktf";
import { type Construct } from "constructs";

/** Warns at synth of what the data lacks; called by the construct whose way in is the reason. */
export function announceLimitations(scope: Construct, limitations: readonly string[]): void {
  for (const limitation of limitations) {
    // Not by `Annotations`, see `announce`.
    scope.node.addMetadata(AnnotationMetadataEntryType.WARN, `Limited: ${limitation}`);
  }
}
