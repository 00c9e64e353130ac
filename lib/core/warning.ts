import { AnnotationMetadataEntryType } from "cdktf";
import { type Construct } from "constructs";

/** Warns at synth. Not by `Annotations`, which adds a stack trace: the paths of this machine would be in the manifest. */
export function warn(scope: Construct, text: string): void {
  scope.node.addMetadata(AnnotationMetadataEntryType.WARN, text);
}
