import { brokenCondition, type Condition } from "../../lib/core/conditions";
import { type AnyRule } from "../../lib/core/rules";

/** Values on which a list of conditions is tried. */
export interface Trial {
  readonly conditions: readonly Condition[];
  readonly accepts: readonly string[];
  /** Refused values, by the sentence that refuses them. */
  readonly refuses: Readonly<Record<string, readonly string[]>>;
}

const isConditions = (value: unknown): value is readonly Condition[] =>
  Array.isArray(value) && value.every((one) => Object.hasOwn(Object(one) as object, "must"));

/** A value as a title shows it. */
const shown = (value: string): string =>
  JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}… (${value.length})` : value);

/**
 * Tries each list of conditions on its values. Fails if a sentence of a list is untried, or a list of the module.
 *
 * @param module the cloud's conditions.ts
 */
export function describeConditions(trials: Readonly<Record<string, Trial>>, module: object): void {
  it("tries all lists of conditions.ts", () => {
    const lists = Object.values(module).filter(isConditions);
    const tried = Object.values(trials).map((trial) => trial.conditions);
    expect(lists.filter((list) => !tried.includes(list))).toEqual([]);
  });

  describe.each(Object.entries(trials))("%s", (_, { conditions, accepts, refuses }) => {
    it.each(accepts.map((value) => [shown(value), value] as const))("accepts %s", (_title, value) => {
      expect(brokenCondition(conditions, value)).toBeUndefined();
    });

    it.each(
      Object.entries(refuses).flatMap(([must, values]) => values.map((value) => [shown(value), must, value] as const)),
    )("refuses %s: it must %s", (_title, must, value) => {
      expect(brokenCondition(conditions, value)).toBe(must);
    });

    it("is tried with a value that it accepts, and with one that each of its sentences refuses", () => {
      expect(accepts.length).toBeGreaterThan(0);
      expect(Object.keys(refuses).sort()).toEqual([...new Set(conditions.map(({ must }) => must))].sort());
    });
  });
}

type Conditions = readonly Condition[];

/** A property that is a string or a map, with its conditions and its example. */
export interface Wiring {
  /** With the name of its schema, such as `AWS_STORAGE_SCHEMA.bucketName`. */
  readonly property: string;
  readonly conditions: Conditions | { readonly keys: Conditions; readonly values: Conditions };
  readonly example?: string;
}

/**
 * Tests that each property of these schemas has the conditions of its row.
 *
 * @param schemas of a cloud's parts by name, such as `AWS_STORAGE_SCHEMA`
 */
export function describeWiring(
  schemas: Readonly<Record<string, { readonly rules: Readonly<Record<string, AnyRule>> }>>,
  rows: readonly Wiring[],
): void {
  const rules = Object.entries(schemas).flatMap(([schema, of]) =>
    Object.entries(of.rules).map(([name, rule]) => [`${schema}.${name}`, rule] as const),
  );

  it.each(rows)("$property has its conditions, and its example in errors", ({ property, conditions, example }) => {
    const rule = new Map<string, AnyRule>(rules).get(property);
    const kind = rule?.kind;
    expect(
      kind?.type === "string"
        ? kind.conditions
        : kind?.type === "map"
          ? { keys: kind.keys, values: kind.values }
          : kind,
    ).toEqual(conditions);
    expect(rule?.example).toBe(example);
  });

  it("has a row for each property that is a string or a map, except for choices", () => {
    const properties = rules.filter(([, { kind }]) =>
      kind.type === "string" ? !kind.conditions.some((condition) => "enum" in condition) : kind.type === "map",
    );
    expect(rows.map(({ property }) => property).sort()).toEqual(properties.map(([property]) => property).sort());
  });
}
