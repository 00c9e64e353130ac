import { InputError } from "cdktf-finops";
import { type TerraformStack } from "cdktf";
import { type IConstruct } from "constructs";
import fc from "fast-check";
import { Template } from "./template";

// The same values in every run, so that a change fails by what it changes and not by luck. SEED=<number> tries others, and
// RUNS=<number> that many times as many.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
const runs = (times: number): { numRuns: number } => ({ numRuns: times * Number(process.env.RUNS ?? 1) });

export type Props = Record<string, unknown>;

/** Whether a value is one that a service takes, beside the properties that are given with it. */
export type Grammar = (value: unknown, given?: Props) => boolean;

/** A construct by its public name: how it is made, of what, and the least that it takes. */
export interface Subject {
  readonly rules: object;
  readonly create: (stack: TerraformStack, id: string, props: Props) => IConstruct;
  readonly requiredProps: (stack: TerraformStack) => Props;
  /** By property, which others a refusal may name in its place, where it is about both. */
  readonly reportedAs?: Readonly<Record<string, readonly string[]>>;
}

/** What the property tests of a cloud know of it. */
export interface PropertyTests {
  /** By public name. */
  readonly subjects: Readonly<Record<string, Subject>>;
  /** A stack in which they can be made. */
  readonly stack: () => TerraformStack;
  /** Values, right or nearly, by property: others are made from them. */
  readonly samples: Readonly<Record<string, readonly unknown[]>>;
  /** Values that are right for some property. */
  readonly words: readonly string[];
  /** The services' grammar of a property; nothing for what is an object of the library or of a provider. */
  readonly grammarOf: (subject: string, property: string) => Grammar | undefined;
  /** The properties without a grammar. */
  readonly objects: readonly string[];
  /** The subjects that stand on others: less is tried of their properties, which are tried there. */
  readonly composites: readonly string[];
  /** The properties for which someone may take a secret: no message shows what is passed. */
  readonly sensitive?: readonly string[];
  /** What a refusal says of properties that are right by themselves and do not go together, beside the usual. */
  readonly crossCheckErrors?: RegExp;
}

const STRANGE = Array.from("/.:*${}\"'\\ \n\tА\u200b😀-_9zA");

/** A string with one character put in, taken out or replaced. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(1), fc.oneof(fc.constantFrom(...STRANGE, ""), fc.string({ maxLength: 1 })))
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));

const ruleOf = (rules: object, property: string): unknown => (rules as Readonly<Record<string, unknown>>)[property];

/** What of a text is longer than words that a message may have by itself. */
const runsOf = (text: string): string[] => text.match(/[A-Za-z0-9+/=]{20,}/g)?.map((run) => run.slice(0, 20)) ?? [];

/** Tries each property of each construct, and all together, with values of all kinds. */
export function describeProperties({
  subjects,
  stack: makeStack,
  samples,
  words,
  grammarOf,
  objects,
  composites,
  sensitive = [],
  crossCheckErrors = /^$/,
}: PropertyTests): void {
  /** What someone may pass for a property: right, nearly right, of another kind, or anything. */
  function anythingFor(property: string): fc.Arbitrary<unknown> {
    const known = samples[property] ?? [];
    const strings = known.filter((sample) => typeof sample === "string");
    return fc.oneof(
      ...(known.length > 0 ? [fc.constantFrom(...known)] : []),
      ...strings.map(mutated),
      fc.constantFrom(true, false, null, 0, 7, "", ...words),
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...Array.from("abz019-._/AZ")), maxLength: 70 }),
      fc.dictionary(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), { maxKeys: 60 }),
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withNullPrototype: true,
        withSparseArray: true,
        withTypedArray: true,
      }),
    );
  }

  /** What comes of making it: nothing when it is accepted, else the message. Fails when it crashes by any other error. */
  function refused({ create, requiredProps }: Subject, props: Props, id = "finops"): string | undefined {
    const stack = makeStack();
    const all = { ...requiredProps(stack), ...props };
    const before = stack.node.children.length;
    try {
      create(stack, id, all);
      return undefined;
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      expect(stack.node.children).toHaveLength(before);
      return error.message;
    }
  }

  const cases = Object.entries(subjects).flatMap(([name, subject]) =>
    Object.keys(subject.rules).map((property) => [name, property, subject] as const),
  );

  describe("each property of each construct", () => {
    it("has a grammar, but for those that are objects of this library or of a provider", () => {
      const without = cases.filter(([name, property]) => grammarOf(name, property) === undefined);
      expect(new Set(without.map(([, property]) => property))).toEqual(new Set(objects));
    });
  });

  describe.each(cases)("%s, '%s'", (name, property, subject) => {
    const grammar = grammarOf(name, property) ?? ((): boolean => false);

    // The whole and the access stand on other parts, whose properties are tried there; so is a rule that others have, too.
    const shared = cases.find(([, , { rules }]) => ruleOf(rules, property) === ruleOf(subject.rules, property));
    const times = composites.includes(name) || shared?.[2] !== subject ? 15 : 50;

    it("is accepted when it keeps to the services' grammar, and else refused by its name", () => {
      fc.assert(
        fc.property(
          anythingFor(property).filter((value) => value !== undefined),
          (value) => {
            const message = refused(subject, { [property]: value });
            expect([message === undefined, message]).toEqual([grammar(value), message]);
            const names = [property, ...(subject.reportedAs?.[property] ?? [])];
            expect(names.filter((one) => (message ?? `'${property}'`).includes(`'${one}'`))).not.toEqual([]);
            if (sensitive.includes(property) && typeof value === "string") {
              expect(runsOf(value).filter((run) => message?.includes(run))).toEqual([]);
            }
          },
        ),
        runs(times),
      );
    });
  });

  describe.each(Object.entries(subjects))("%s", (name, subject) => {
    const properties = Object.keys(subject.rules);
    const some = fc.record(Object.fromEntries(properties.map((property) => [property, anythingFor(property)])), {
      requiredKeys: [],
    });

    it("takes any properties together, or refuses them by its own error", () => {
      fc.assert(
        fc.property(some, (props) => {
          const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
          if (refused(subject, given) === undefined) {
            const isRight = (property: string): boolean =>
              (grammarOf(name, property) ?? (() => false))(given[property], given);
            expect(Object.keys(given).filter((property) => !isRight(property))).toEqual([]);
          }
        }),
        runs(30),
      );
    });

    it("takes right properties together, or says which do not go together, and synthesizes", () => {
      const right = fc.record(
        Object.fromEntries(
          properties
            .filter((property) => grammarOf(name, property) !== undefined)
            .flatMap((property) => {
              const grammar = grammarOf(name, property) ?? (() => false);
              const all = [...(samples[property] ?? []), true, false, 7, ...words].filter((value) => grammar(value));
              // Of what is never right beside the least, there is none.
              return all.length === 0 ? [] : [[property, fc.constantFrom(...all)] as const];
            }),
        ),
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(right, (props) => {
          const stack = makeStack();
          try {
            subject.create(stack, "finops", { ...subject.requiredProps(stack), ...props });
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
            const { message } = error as Error;
            expect(
              crossCheckErrors.test(message) || /'\w+' must (be left out|name|not|be of|be .+ when)/.test(message),
            ).toBe(true);
            return;
          }
          expect(() => Template.of(stack)).not.toThrow();
        }),
        runs(15),
      );
    });

    it("takes any id, or refuses it and what is made of it", () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ maxLength: 80 })), (id) => {
          expect(refused(subject, {}, id) ?? "the id must").toMatch(
            /(the|an) id must|this default is derived from the construct's path/,
          );
        }),
        runs(30),
      );
    });

    it("takes nothing but an object for its properties", () => {
      fc.assert(
        fc.property(fc.anything(), (props) => {
          const stack = makeStack();
          try {
            subject.create(stack, "finops", props as Props);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        }),
        runs(30),
      );
    });

    it("stands in a construct of a stack only", () => {
      fc.assert(
        fc.property(fc.anything(), fc.anything(), (scope, id) => {
          expect(() => subject.create(scope as TerraformStack, id as string, {})).toThrow(InputError);
        }),
        runs(30),
      );
    });
  });
}
