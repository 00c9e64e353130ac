import { TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";

/** Whether a construct is still in the tree, not removed since it was created. */
export function isInTree(construct: IConstruct): boolean {
  const above = construct.node.scope;
  return above === undefined || (above.node.tryFindChild(construct.node.id) === construct && isInTree(above));
}

/** Stack that contains a construct; `undefined` if none does. (`TerraformStack.of` throws then.) */
export function stackOf(construct: IConstruct): TerraformStack | undefined {
  return construct.node.scopes.findLast((above): above is TerraformStack => TerraformStack.isStack(above));
}
