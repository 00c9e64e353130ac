import { AnnotationMetadataEntryType } from "cdktf";
import { type Construct } from "constructs";

/** Adds a warning at synthesis. `Annotations` would add a stack trace, and so the paths of this machine to the manifest. */
export function warn(scope: Construct, text: string): void {
  scope.node.addMetadata(AnnotationMetadataEntryType.WARN, text);
}
