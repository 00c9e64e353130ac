import { type TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import { Registry } from "./registry";
import { isInTree } from "./tree";

/**
 * Validation that scans a whole stack at synthesis, once for all subjects in it: a scan per subject would take quadratic
 * time.
 */
export class StackValidation<S extends { readonly construct: IConstruct }> {
  private readonly subjects = new Registry((stack: TerraformStack) => {
    const subjects: S[] = [];
    stack.node.addValidation({
      validate: () =>
        this.validate(
          stack,
          subjects.filter(({ construct }) => isInTree(construct)),
        ),
    });
    return subjects;
  });

  /** @param validate returns the problems of a stack, given its subjects that are still in the tree */
  constructor(private readonly validate: (stack: TerraformStack, subjects: readonly S[]) => string[]) {}

  /** Adds a subject, whose stack is then scanned at synthesis. */
  add(subject: S): void {
    this.subjects.ofStack(subject.construct).push(subject);
  }
}
