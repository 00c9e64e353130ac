import { TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";

/** State kept per construct, such as per stack, created on first use and released with the construct. */
export class Registry<State, Owner extends IConstruct = IConstruct> {
  private readonly states = new WeakMap<Owner, { readonly state: State }>();

  constructor(private readonly create: (owner: Owner) => State) {}

  /** State of this construct. */
  of(owner: Owner): State {
    const known = this.states.get(owner) ?? { state: this.create(owner) };
    this.states.set(owner, known);
    return known.state;
  }

  /** State of the stack that contains a construct. */
  ofStack(this: Registry<State, TerraformStack>, construct: IConstruct): State {
    return this.of(TerraformStack.of(construct));
  }
}
