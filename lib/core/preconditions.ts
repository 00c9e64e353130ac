import { Fn, type IResolvable, Op, type TerraformResourceLifecycle, Token } from "cdktf";
import { type Condition, holds, type LengthUnit, type Tests } from "./conditions";
import { requirement } from "./rule-checks";
import { escapeBackslashes, joinTokens } from "./tokens";
import { describeConstruct, validationOf } from "./validate-props";

/** Pre- or postconditions of a resource or data source. */
export type Preconditions = NonNullable<TerraformResourceLifecycle["precondition"]>;

/**
 * Lifecycle of a construct's resource with preconditions for the properties that were unresolved tokens at synthesis,
 * see `tokenPreconditions`. They are found by the object that `validateProps` returned.
 */
export function withPreconditions(
  validProps: object,
  { precondition: more = [], ...lifecycle }: TerraformResourceLifecycle = {},
): TerraformResourceLifecycle | undefined {
  const precondition = [...more, ...tokenPreconditions(validProps)];
  const complete = precondition.length > 0 ? { ...lifecycle, precondition } : lifecycle;
  return Object.keys(complete).length > 0 ? complete : undefined;
}

/**
 * Preconditions for properties that were unresolved tokens at synthesis: the same rules, so that a variable is refused at
 * plan as a literal is at synthesis, and no unchecked property reaches a policy. Maps, such as tags, and combinations of
 * properties are left to the service.
 */
export function tokenPreconditions(validProps: object): Preconditions {
  const { rules, values } = validationOf(validProps);
  return Object.entries(rules).flatMap(([name, { kind }]) => {
    const value = values[name];
    if (!Token.isUnresolved(value)) {
      return [];
    }
    const subject = `${describeConstruct(validProps)}: '${name}'`;
    switch (kind.type) {
      case "string":
        return stringPreconditions(value as string, kind.conditions, subject);
      case "integer":
        return [
          {
            condition: Op.and(Op.gte(value, kind.min), Op.lte(value, kind.max)),
            errorMessage: `${subject} must ${requirement(kind)}.`,
          },
        ];
      default:
        return [];
    }
  });
}

/**
 * Preconditions for a string known only at plan or apply.
 *
 * @param subject of each error message, such as "AwsStorage at billing/storage: 'bucketName'"
 */
export function stringPreconditions(
  value: string,
  conditions: readonly Condition[],
  subject: string,
): { condition: unknown; errorMessage: string }[] {
  const joined = joinTokens(value);
  return conditions.map((condition) => ({
    condition: holds(condition, joined, PLAN),
    // Terraform evaluates the message, too.
    errorMessage: `${subject} must ${condition.must}.`.replace(/[$%](?=[{])/g, "$&$&"),
  }));
}

/** Preconditions for the value of one entry of a map that creates resources, if it was an unresolved token at synthesis. */
export function entryPreconditions(validProps: object, property: string, key: string): Preconditions {
  const { rules, values } = validationOf(validProps);
  const kind = rules[property]?.kind;
  const value = (values[property] as Readonly<Record<string, string>> | undefined)?.[key];
  return kind?.type === "map" && Token.isUnresolved(value)
    ? stringPreconditions(
        Token.asString(value),
        kind.values,
        `${describeConstruct(validProps)}: '${key}' of '${property}'`,
      )
    : [];
}

const PLAN: Tests<string, IResolvable> = {
  matches: (text, pattern) => Fn.can(Fn.regex(Fn.rawString(escapeBackslashes(pattern)), text)),
  not: (result) => Op.not(result),
  isOneOf: (text, values) => Fn.contains([...values], text) as IResolvable,
  hasLength: (text, unit, min = 0, max) => {
    const [counted, bytes] = countedAs(unit, text);
    // Without its padding, the length in Base64 grows with each byte.
    const limit = (units: number): number => (bytes === undefined ? units : Math.ceil((4 * bytes * units) / 3));
    const length = Fn.lengthOf(counted);
    const shortEnough = Op.lte(length, limit(max));
    // cdktf's operators drop a 0.
    return min === 0 ? shortEnough : Op.and(Op.gte(length, limit(min)), shortEnough);
  },
};

/**
 * Value whose `length` counts these units of a text, and, if it is the text in Base64, the bytes per unit. The `length` of a
 * text counts grapheme clusters, of which one can be many code points.
 */
function countedAs(unit: LengthUnit | undefined, text: string): [counted: unknown, bytes?: number] {
  switch (unit) {
    case "bytes":
      return [Fn.trim(Fn.base64encode(text), "="), 1];
    case "UTF-16 code units":
      return [Fn.trim(Fn.textencodebase64(text, "UTF-16LE"), "="), 2];
    case "code points":
      return [Fn.regexall("(?s).", text)];
    default:
      return [text];
  }
}
