import { dependable, type ITerraformDependable, type TerraformDataSource, type TerraformResource } from "cdktf";

/** Makes elements wait for a resource. They share one token, because cdktf captures a stack trace for each. */
export function addDependency(
  resource: ITerraformDependable,
  ...elements: readonly (TerraformDataSource | TerraformResource)[]
): void {
  const dependency = dependable(resource);
  for (const element of elements) {
    element.dependsOn = [...(element.dependsOn ?? []), dependency];
  }
}
