import { type Place } from "./place";
import { type AnyRule, object, optional, type Rules } from "./rules";

/** What a construct takes: a rule for each property, and what goes beyond a single one. */
export interface Input<Props extends object, Named extends keyof Props = never> {
  readonly rules: Rules<Props>;
  /**
   * The properties that are names: how each is made from the place of the construct when it is left out. One that the other
   * props leave none to be made for is `undefined`, which `combinations` then refuses.
   */
  readonly names?: Readonly<Record<Named, (place: Place, props: Partial<Props>) => string | undefined>>;
  /**
   * What is wrong with properties together, or at that place, each of which is right by itself. Those that the whole gives
   * to the part by itself are not there when it asks; strings and numbers may be tokens.
   */
  readonly combinations?: (props: Partial<Props>, place: Place) => string[];
  /** The names that no other construct may have. */
  readonly claims?: (props: WithNames<Props, Named>) => Claim[];
}

/** The props with a value for each property that is a name. */
export type WithNames<Props, Named extends keyof Props> = Props & Required<Pick<Props, Named>>;

/** A name that only one construct may have, such as an S3 bucket's, or that has room for so many only. */
export interface Claim {
  /** The property that gives the name. */
  readonly property: string;
  /** What is named, e.g. "S3 bucket": names of different kinds do not clash. */
  readonly kind: string;
  /** The name; one that Terraform fills in cannot be compared and never clashes. */
  readonly name: string;
  /** Where it must be unique. */
  readonly within: "program" | "stack";
  /** What it is unique in there, such as a tenancy: the same name in two of them is two names. */
  readonly among?: string;
  /** Whether names that differ in letter case only are the same name. */
  readonly ignoreCase?: boolean;
  /** Of what the service allows a number per name: how many, and how many of them the construct takes; else one, by one. */
  readonly quota?: { readonly most: number; readonly takes: number };
  /** What to do when another construct has the name; else to choose another. */
  readonly advice?: string;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- inputs of any props, to be put together */
interface AnyInput {
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly names?: Readonly<Record<string, (place: Place, props: any) => string | undefined>>;
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
    // Parts that share a property may find the same wrong with it.
    combinations: (props, place) => [...new Set(inputs.flatMap((input) => input.combinations?.(props, place) ?? []))],
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

/** A part's input in that of the whole. */
export interface PartInput {
  readonly input: AnyInput;
  /** The properties of the whole by which the part can be passed, itself or within another; none: it is always made. */
  readonly passedAs?: readonly string[];
}

/**
 * The input of a whole, which depends on the parts that are passed: what such a part would be made of has to be left out,
 * unless another part takes it, too.
 */
export function whole<Props extends object, Named extends keyof Props>(
  ...parts: readonly PartInput[]
): (props: unknown) => Input<Props, Named> {
  const inputs = new Map<string, Input<Props, Named>>();
  return (props) => {
    const given = Object(props) as Readonly<Record<string, unknown>>;
    const known = parts.map(({ input, passedAs = [] }) => ({
      input,
      by: passedAs.find((property) => given[property] !== undefined),
    }));
    const key = known.map(({ by }) => by ?? "").join();
    const input =
      inputs.get(key) ??
      // What is made comes last, so that its rules are the ones that count.
      combine<Props, Named>(
        ...known.flatMap(({ input, by }) => (by === undefined ? [] : [leftOut(input, by)])),
        ...known.flatMap(({ input, by }) => (by === undefined ? [input] : [])),
      );
    inputs.set(key, input);
    return input;
  };
}

function leftOut({ rules }: AnyInput, property: string): AnyInput {
  const rule = optional(
    object(`be left out when '${property}' is passed: tell it to that, if it takes it`, () => false),
  );
  // What would be a secret where it belongs is one here, too.
  return { rules: Object.fromEntries(Object.entries(rules).map(([name, { hidden }]) => [name, { ...rule, hidden }])) };
}

/** Those of the whole's props that a part takes. The input of the whole has seen to it that none is missing. */
export function pick<Props extends object, Named extends keyof Props>(
  input: Input<Props, Named>,
  props: Partial<Props>,
): WithNames<Props, Named> {
  const own: Partial<Props> = {};
  for (const name in input.rules) {
    if (props[name] !== undefined) {
      own[name] = props[name];
    }
  }
  return own as WithNames<Props, Named>;
}
