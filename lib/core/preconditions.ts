import { Fn, type IResolvable, Op, type TerraformResourceLifecycle, Token, Tokenization } from "cdktf";
import { type Construct } from "constructs";
import { requirement } from "./check";
import { admitted, subject } from "./place";
import { type Condition } from "./rules";

type Conditions = NonNullable<TerraformResourceLifecycle["precondition"]>;

/**
 * The lifecycle of a construct's main resource, with what Terraform checks once it knows the strings and numbers that
 * were tokens at synth, see `conditionsOnTokens`.
 *
 * @param props what `Place.admit` gave
 */
export function checkedLifecycle(
  construct: Construct,
  props: object,
  { precondition: more = [], ...lifecycle }: TerraformResourceLifecycle = {},
): TerraformResourceLifecycle | undefined {
  const precondition = [...more, ...conditionsOnTokens(construct, props)];
  const whole = precondition.length > 0 ? { ...lifecycle, precondition } : lifecycle;
  return Object.keys(whole).length > 0 ? whole : undefined;
}

/**
 * What Terraform checks of properties that were tokens at synth: the same rules, so that a variable is refused at plan as
 * a literal is at synth, and nothing that it holds gets into a policy unseen. Tags, and what is wrong in combination only,
 * are left to the service.
 *
 * @param props what `Place.admit` gave
 */
export function conditionsOnTokens(construct: Construct, props: object): Conditions {
  const { rules } = admitted(props);
  return Object.entries(props as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    const kind = rules[name]?.kind;
    if (kind === undefined || !Token.isUnresolved(value)) {
      return [];
    }
    const where = `${subject(construct, props)}: '${name}'`;
    switch (kind.type) {
      case "string":
        return conditionsOn(value as string, kind.conditions, where);
      case "integer":
        return [
          {
            condition: Op.and(Op.gte(value, kind.min), Op.lte(value, kind.max)),
            errorMessage: `${where} must ${requirement(kind)}.`,
          },
        ];
      default:
        return [];
    }
  });
}

/** What Terraform checks of a string that it alone knows, by the conditions of a rule. */
export function conditionsOn(
  value: string,
  conditions: readonly Condition[],
  subject: string,
): { condition: unknown; errorMessage: string }[] {
  const whole = asOneExpression(value);
  return conditions.map((condition) => ({
    condition: expression(condition, whole),
    errorMessage: `${subject} must ${condition.must}.`,
  }));
}

/** What Terraform checks, on whatever it makes of it, of an entry of a map that it alone knows; a literal is checked already. */
export function entryLifecycle(
  construct: Construct,
  props: object,
  [property, key]: readonly [property: string, key: string],
  value: string,
  conditions: readonly Condition[],
): TerraformResourceLifecycle | undefined {
  return Token.isUnresolved(value)
    ? {
        precondition: conditionsOn(
          Token.asString(value),
          conditions,
          `${subject(construct, props)}: '${key}' of '${property}'`,
        ),
      }
    : undefined;
}

/** A string that is partly a token as a call of `join`: cdktf warns of such strings as arguments of functions. */
export function asOneExpression(value: string): string {
  const pieces: unknown = Tokenization.reverseString(value).join({
    join: (left: unknown, right: unknown): unknown => [left, right].flat(),
  });
  return Array.isArray(pieces) ? Fn.join("", pieces as string[]) : value;
}

function expression(condition: Condition, value: string): unknown {
  const matches = (pattern: string): IResolvable => Fn.can(Fn.regex(Fn.rawString(pattern), value));
  if ("characters" in condition) {
    return matches(`^[${condition.characters}]*$`);
  }
  if ("matches" in condition) {
    return matches(condition.matches);
  }
  if ("excludes" in condition) {
    return Op.not(matches(condition.excludes));
  }
  if ("oneOf" in condition) {
    return Fn.contains([...condition.oneOf], value);
  }
  const length = Fn.lengthOf(value);
  const shortEnough = Op.lte(length, condition.maxLength);
  return condition.minLength === undefined ? shortEnough : Op.and(Op.gte(length, condition.minLength), shortEnough);
}
