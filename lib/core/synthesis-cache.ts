import { type TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { Registry } from "./registry";
import { stackOf } from "./tree";

/**
 * Values derived from the elements of a stack at synthesis, kept until the stack is validated: an aspect or the program may
 * have changed the elements since cdktf prepared the stack, or since the last synthesis. Without validations, nothing clears
 * them.
 */
export class SynthesisCache<Element extends IConstruct, Value> {
  private readonly values = new Registry((stack: TerraformStack) => {
    const values = new Map<Element, Value>();
    // cdktf validates a stack before the constructs in it.
    stack.node.addValidation({
      validate: () => {
        values.clear();
        return [];
      },
    });
    return values;
  });

  /** Value of an element, derived on the first call. */
  get(element: Element, derive: () => Value): Value {
    const stack = stackOf(element);
    if (stack === undefined) {
      return derive();
    }
    const values = this.values.of(stack);
    const value = values.get(element) ?? derive();
    values.set(element, value);
    return value;
  }
}
