import { AnnotationMetadataEntryType } from "cdktf";
import { type Construct } from "constructs";

/** Adds a warning at synthesis. `Annotations` would add a stack trace, and so the paths of this machine to the manifest. */
export function warn(scope: Construct, text: string): void {
  scope.node.addMetadata(AnnotationMetadataEntryType.WARN, text);
}

/** Warns that an existing identity brings its permissions along. */
export function warnOfExistingPermissions(scope: Construct, identity: string): void {
  warn(scope, `The ${identity} keeps its existing permissions, and the platform inherits them: review them first.`);
}
