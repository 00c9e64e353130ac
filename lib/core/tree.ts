import { type IConstruct } from "constructs";

/** Whether a construct was not taken out of the tree since it was made. */
export function isInTree(construct: IConstruct): boolean {
  const above = construct.node.scope;
  return above === undefined || (above.node.tryFindChild(construct.node.id) === construct && isInTree(above));
}
