import { Fn, type IResolvable, Op, type TerraformResourceLifecycle, Token } from "cdktf";
import { type Construct } from "constructs";
import { type Condition } from "./conditions";
import { requirement } from "./rule-checks";
import { escapeBackslashes, joinTokens } from "./tokens";
import { describeConstruct, validationOf } from "./validate-props";

/** Pre- or postconditions of a resource or data source. */
export type Preconditions = NonNullable<TerraformResourceLifecycle["precondition"]>;

/**
 * Lifecycle of a construct's main resource with preconditions for the properties that were unresolved tokens at synthesis,
 * see `tokenPreconditions`.
 *
 * @param validProps the props that `validateProps` returned
 */
export function withPreconditions(
  construct: Construct,
  validProps: object,
  { precondition: more = [], ...lifecycle }: TerraformResourceLifecycle = {},
): TerraformResourceLifecycle | undefined {
  const precondition = [...more, ...tokenPreconditions(construct, validProps)];
  const complete = precondition.length > 0 ? { ...lifecycle, precondition } : lifecycle;
  return Object.keys(complete).length > 0 ? complete : undefined;
}

/**
 * Preconditions for properties that were unresolved tokens at synthesis: the same rules, so that a variable is refused at
 * plan as a literal is at synthesis, and no unchecked property reaches a policy. Maps, such as tags, and combinations of
 * properties are left to the service.
 *
 * @param validProps the props that `validateProps` returned
 */
export function tokenPreconditions(construct: Construct, validProps: object): Preconditions {
  const { rules } = validationOf(validProps);
  return Object.entries(validProps as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    const kind = rules[name]?.kind;
    if (kind === undefined || !Token.isUnresolved(value)) {
      return [];
    }
    const subject = `${describeConstruct(construct, validProps)}: '${name}'`;
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
    condition: conditionExpression(condition, joined),
    // Terraform evaluates the message, too.
    errorMessage: `${subject} must ${condition.must}.`.replace(/[$%](?=[{])/g, "$&$&"),
  }));
}

/** Lifecycle of the resource of one entry of a map, with preconditions if the entry's value is an unresolved token. */
export function entryLifecycle(
  construct: Construct,
  validProps: object,
  [property, key]: readonly [property: string, key: string],
  value: string,
  conditions: readonly Condition[],
): TerraformResourceLifecycle | undefined {
  return Token.isUnresolved(value)
    ? {
        precondition: stringPreconditions(
          Token.asString(value),
          conditions,
          `${describeConstruct(construct, validProps)}: '${key}' of '${property}'`,
        ),
      }
    : undefined;
}

function conditionExpression(condition: Condition, value: string): unknown {
  const matches = (pattern: string): IResolvable => Fn.can(Fn.regex(Fn.rawString(escapeBackslashes(pattern)), value));
  if ("characters" in condition) {
    return matches(`^[${condition.characters}]*$`);
  }
  if ("pattern" in condition) {
    return matches(condition.pattern);
  }
  if ("notPattern" in condition) {
    return Op.not(matches(condition.notPattern));
  }
  if ("enum" in condition) {
    return Fn.contains([...condition.enum], value);
  }
  const length = Fn.lengthOf(value);
  const shortEnough = Op.lte(length, condition.maxLength);
  return condition.minLength === undefined ? shortEnough : Op.and(Op.gte(length, condition.minLength), shortEnough);
}
