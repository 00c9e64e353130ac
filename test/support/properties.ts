import { InputError } from "cdktf-finops";
import { type TerraformStack, Token } from "cdktf";
import { type IConstruct } from "constructs";
import fc from "fast-check";
import { checkRules } from "./rules";
import { type AnyRule } from "../../lib/core/rules";
import { Template } from "./template";

// Each run uses the same values, so that failures are reproducible. SEED=<number> selects other values, and RUNS=<number>
// multiplies their number.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
const runs = (times: number): { numRuns: number } => ({ numRuns: times * Number(process.env.RUNS ?? 1) });

export type Props = Record<string, unknown>;

/** Whether a service accepts a value, given the other properties. */
export type Grammar = (value: unknown, given?: Props) => boolean;

/** A construct under test: its rules, how to create it, and its required props. */
export interface Subject {
  readonly rules: object;
  readonly create: (stack: TerraformStack, id: string, props: Props) => IConstruct;
  readonly requiredProps: (stack: TerraformStack) => Props;
  /** Other properties that an error about a property may name in its place, because it is about both. */
  readonly reportedAs?: Readonly<Record<string, readonly string[]>>;
}

/** Configuration of the property tests of a cloud. */
export interface PropertyTests {
  /** Constructs by their public names. */
  readonly subjects: Readonly<Record<string, Subject>>;
  /** Creates a stack in which the subjects can be created. */
  readonly stack: () => TerraformStack;
  /** Values by property, valid or nearly valid, from which others are derived. */
  readonly samples: Readonly<Record<string, readonly unknown[]>>;
  /** Values that are valid for some property. */
  readonly words: readonly string[];
  /** Grammar of the service for a property; `undefined` for objects of the library or of a provider. */
  readonly grammarOf: (subject: string, property: string) => Grammar | undefined;
  /** Properties without a grammar. */
  readonly objects: readonly string[];
  /** Subjects composed of others: their properties get fewer runs, because the other subjects' tests cover them. */
  readonly composites: readonly string[];
  /** Properties in whose place a secret may be passed by mistake: no error shows their value. */
  readonly sensitive?: readonly string[];
  /** Additional errors about valid properties that cannot be combined. */
  readonly crossCheckErrors?: RegExp;
}

/** Number of surrogates, which are no characters. */
const SURROGATES = 0x800;

/**
 * Any character of Unicode. The same characters as `unit: "binary"` of fast-check, which for its conversion back to numbers
 * builds a table of all of them.
 */
const CHARACTER = fc.nat(0x10ffff - SURROGATES).map(
  (index) => String.fromCodePoint(index < 0xd800 ? index : index + SURROGATES),
  (character) => {
    const code = typeof character === "string" ? character.codePointAt(0) : undefined;
    if (code === undefined || String.fromCodePoint(code) !== character || (code >= 0xd800 && code < 0xe000)) {
      throw new Error("this is not one character");
    }
    return code < 0xd800 ? code : code - SURROGATES;
  },
);

const UNUSUAL_CHARACTERS = Array.from("/.:*${}\"'\\ \n\tА\u200b😀-_9zA");

/** A string with one character inserted, removed or replaced. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(1),
      fc.oneof(fc.constantFrom(...UNUSUAL_CHARACTERS, ""), fc.string({ maxLength: 1 })),
    )
    .map(([index, removed, inserted]) => text.slice(0, index) + inserted + text.slice(index + removed));

const ruleOf = (rules: object, property: string): unknown => (rules as Readonly<Record<string, unknown>>)[property];

/** Parts of a text that are too long to be words of an error. */
const longParts = (text: string): string[] => text.match(/[A-Za-z0-9+/=]{20,}/g)?.map((run) => run.slice(0, 20)) ?? [];

/** Tests each property of each construct, alone and in combination, with values of all kinds. */
export function describeProperties({
  subjects,
  stack: createStack,
  samples,
  words,
  grammarOf,
  objects,
  composites,
  sensitive = [],
  crossCheckErrors = /^$/,
}: PropertyTests): void {
  /** Any value for a property: valid, nearly valid, of another type, or random. */
  function anyValueOf(property: string): fc.Arbitrary<unknown> {
    const ownSamples = samples[property] ?? [];
    const strings = ownSamples.filter((sample) => typeof sample === "string");
    return fc.oneof(
      ...(ownSamples.length > 0 ? [fc.constantFrom(...ownSamples)] : []),
      ...strings.map(mutated),
      fc.constantFrom(true, false, null, 0, 7, "", ...words),
      fc.string({ unit: CHARACTER, maxLength: 80 }),
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

  /** Creates a subject, and returns the message of the `InputError`; `undefined` if there is none. Rethrows other errors. */
  function errorOf({ create, requiredProps }: Subject, props: Props, id = "finops"): string | undefined {
    const stack = createStack();
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
    it("has a grammar, except for objects of this library or of a provider", () => {
      const withoutGrammar = cases.filter(([name, property]) => grammarOf(name, property) === undefined);
      expect(new Set(withoutGrammar.map(([, property]) => property))).toEqual(new Set(objects));
    });
  });

  describe.each(cases)("%s, '%s'", (name, property, subject) => {
    const grammar = grammarOf(name, property) ?? ((): boolean => false);

    // Fewer runs for properties that the tests of another subject cover: those of composites, and those with a shared rule.
    const firstWithRule = cases.find(([, , { rules }]) => ruleOf(rules, property) === ruleOf(subject.rules, property));
    const times = composites.includes(name) || firstWithRule?.[2] !== subject ? 15 : 50;

    it("is accepted if it conforms to the grammar of the service, and refused by its name otherwise", () => {
      fc.assert(
        fc.property(
          anyValueOf(property).filter((value) => value !== undefined),
          (value) => {
            const message = errorOf(subject, { [property]: value });
            // With the message, which a failure prints.
            expect({ accepted: message === undefined, message }).toEqual({ accepted: grammar(value), message });
            const names = [property, ...(subject.reportedAs?.[property] ?? [])];
            expect(names.filter((one) => (message ?? `'${property}'`).includes(`'${one}'`))).not.toEqual([]);
            if (sensitive.includes(property) && typeof value === "string") {
              expect(longParts(value).filter((part) => message?.includes(part))).toEqual([]);
            }
          },
        ),
        runs(times),
      );
    });
  });

  const strings = cases.filter(([, property, { rules }]) => {
    const { kind, sensitive: isSensitive } = ruleOf(rules, property) as AnyRule;
    return kind.type === "string" && !kind.synthTimeOnly && isSensitive !== true;
  });

  describe.each(strings)("%s, '%s'", (name, property, { rules }) => {
    it("is accepted if a token stands for a part of a valid value", () => {
      const rule = ruleOf(rules, property) as AnyRule;
      const token = Token.asString({ ref: "x" });
      const valid = (samples[property] ?? []).filter(
        (sample): sample is string => typeof sample === "string" && grammarOf(name, property)?.(sample) === true,
      );
      const refused = valid.flatMap((value) =>
        Array.from(value, (_, index) => [value.slice(0, index) + token, token + value.slice(index)])
          .flat()
          .flatMap((part) => checkRules<object>({ [property]: rule }, { [property]: part })),
      );
      expect(refused).toEqual([]);
    });
  });

  describe.each(Object.entries(subjects))("%s", (name, subject) => {
    const properties = Object.keys(subject.rules);
    const anyProps = fc.record(Object.fromEntries(properties.map((property) => [property, anyValueOf(property)])), {
      requiredKeys: [],
    });

    it("accepts or refuses any combination of properties, without another error", () => {
      fc.assert(
        fc.property(anyProps, (props) => {
          const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
          if (errorOf(subject, given) === undefined) {
            const isValid = (property: string): boolean =>
              (grammarOf(name, property) ?? (() => false))(given[property], given);
            expect(Object.keys(given).filter((property) => !isValid(property))).toEqual([]);
          }
        }),
        runs(30),
      );
    });

    it("synthesizes valid properties, or names those that cannot be combined", () => {
      const validProps = fc.record(
        Object.fromEntries(
          properties
            .filter((property) => grammarOf(name, property) !== undefined)
            .flatMap((property) => {
              const grammar = grammarOf(name, property) ?? (() => false);
              const valid = [...(samples[property] ?? []), true, false, 7, ...words].filter((value) => grammar(value));
              // No value of the property may be valid with the required props only.
              return valid.length === 0 ? [] : [[property, fc.constantFrom(...valid)] as const];
            }),
        ),
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(validProps, (props) => {
          const stack = createStack();
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

    it("accepts any id, or refuses it or the names derived from it", () => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: CHARACTER, maxLength: 80 }), fc.string({ maxLength: 80 })), (id) => {
          expect(errorOf(subject, {}, id) ?? "the id must").toMatch(
            /(the|an) id must|this default is derived from the construct's path/,
          );
        }),
        runs(30),
      );
    });

    it("accepts any value as props, or refuses it without another error", () => {
      fc.assert(
        fc.property(fc.anything(), (props) => {
          const stack = createStack();
          try {
            subject.create(stack, "finops", props as Props);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        }),
        runs(30),
      );
    });

    it("refuses a scope that is not in a stack", () => {
      fc.assert(
        fc.property(fc.anything(), fc.anything(), (scope, id) => {
          expect(() => subject.create(scope as TerraformStack, id as string, {})).toThrow(InputError);
        }),
        runs(30),
      );
    });
  });
}
