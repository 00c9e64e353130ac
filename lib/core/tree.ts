import { type IConstruct } from "constructs";

/** Whether a construct is still in the tree, not removed since it was created. */
export function isInTree(construct: IConstruct): boolean {
  const above = construct.node.scope;
  return above === undefined || (above.node.tryFindChild(construct.node.id) === construct && isInTree(above));
}
