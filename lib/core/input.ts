import { type Place } from "./place";
import { type AnyRule, object, optional, type Rules } from "./rules";

/** What a construct takes: a rule for each property, and what goes beyond a single one. */
export interface Input<Props extends object, Named extends keyof Props = never> {
  readonly rules: Rules<Props>;
  /** The properties that are names: how each is made from the place of the construct when it is left out. */
  readonly names?: Readonly<Record<Named, (place: Place) => string>>;
  /** What is wrong with properties together, or at that place, each of which is right by itself. */
  readonly combinations?: (props: Props, place: Place) => string[];
  /** The names that no other construct may have. */
  readonly claims?: (props: WithNames<Props, Named>) => Claim[];
}

/** The props with a value for each property that is a name. */
export type WithNames<Props, Named extends keyof Props> = Props & Required<Pick<Props, Named>>;

/** A name that only one construct may have, such as an S3 bucket's. */
export interface Claim {
  /** The property that gives the name. */
  readonly property: string;
  /** What is named, e.g. "S3 bucket": names of different kinds do not clash. */
  readonly kind: string;
  /** The name; one that Terraform fills in cannot be compared and never clashes. */
  readonly name: string;
  /** Where it must be unique. */
  readonly within: "program" | "stack";
  /** Whether names that differ in letter case only are the same name. */
  readonly ignoreCase?: boolean;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- inputs of any props, to be put together */
interface AnyInput {
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly names?: Readonly<Record<string, (place: Place) => string>>;
  readonly combinations?: (props: any, place: Place) => string[];
  readonly claims?: (props: any) => Claim[];
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** The input of a construct whose props are those of its parts, side by side. */
export function combine<Props extends object, Named extends keyof Props>(
  ...inputs: readonly AnyInput[]
): Input<Props, Named> {
  return {
    rules: Object.assign({}, ...inputs.map((input) => input.rules)) as Rules<Props>,
    names: Object.assign({}, ...inputs.map((input) => input.names)) as Input<Props, Named>["names"],
    combinations: (props, place) => inputs.flatMap((input) => input.combinations?.(props, place) ?? []),
    claims: (props) => inputs.flatMap((input) => input.claims?.(props) ?? []),
  };
}

/** The same input but for the properties that the whole gives to the part by itself. */
export function without<Props extends object, Named extends keyof Props, Left extends Exclude<keyof Props, Named>>(
  input: Input<Props, Named>,
  ...left: readonly Left[]
): Input<Omit<Props, Left>, Named & keyof Omit<Props, Left>> {
  const rules = Object.entries(input.rules).filter(([name]) => !left.includes(name as Left));
  return { ...input, rules: Object.fromEntries(rules) } as unknown as ReturnType<typeof without<Props, Named, Left>>;
}

/** The properties of a part that is passed as `property` and so not made: each has to be left out. */
export function leftOut<Props extends object, Named extends keyof Props>(
  input: Input<Props, Named>,
  property: string,
): { readonly rules: Readonly<Record<string, AnyRule>> } {
  const rule = optional(object(`be left out when '${property}' is passed`, () => false));
  return { rules: Object.fromEntries(Object.keys(input.rules).map((name) => [name, rule])) };
}

/** Those of the whole's props that a part takes. The input of the whole has seen to it that none is missing. */
export function pick<Props extends object, Named extends keyof Props>(
  input: Input<Props, Named>,
  props: Partial<Props>,
): WithNames<Props, Named> {
  const own = Object.entries(props).filter(([name]) => Object.hasOwn(input.rules, name));
  return Object.fromEntries(own) as WithNames<Props, Named>;
}
