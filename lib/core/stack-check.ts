import { TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { isInTree } from "./tree";

/** A construct that has all of its stack looked through, and what for. */
interface Asking {
  readonly construct: IConstruct;
}

/**
 * Looks through a stack when it is complete, once for all constructs that ask for it: each of them by itself would make a
 * thousand times a thousand of a thousand.
 */
export class StackCheck<One extends Asking> {
  private readonly asking = new WeakMap<TerraformStack, One[]>();

  /** @param problemsOf what is wrong in a stack, by those in it that asked and are still there */
  constructor(private readonly problemsOf: (stack: TerraformStack, asking: readonly One[]) => string[]) {}

  /** Has the stack of a construct looked through. */
  add(one: One): void {
    const stack = TerraformStack.of(one.construct);
    const known = this.asking.get(stack);
    if (known !== undefined) {
      known.push(one);
      return;
    }
    const all = [one];
    this.asking.set(stack, all);
    stack.node.addValidation({
      validate: () => {
        const there = all.filter(({ construct }) => isInTree(construct));
        return this.problemsOf(stack, there);
      },
    });
  }
}
