import { Token } from "cdktf";
import { Construct } from "constructs";
import { brokenCondition, conditionBrokenByPart } from "./conditions";
import { type IPart } from "./part";
import { type AnyRule, type Kind, type Rule } from "./rules";
import { checkValue, requirement } from "./rule-checks";
import { escapeInvisible, show } from "./show";
import { hasNumberToken, literalPart } from "./tokens";

/** A part that can be passed to another part, or to an integration. */
export interface IPassablePart<Name extends string = string> extends IPart {
  /**
   * Name of the interface. It marks an implementation: the library's, or your own class with, for example,
   * `readonly finopsInterface = "IAwsStorage"`. Classes are not compared, because two copies of the library have different ones.
   */
  readonly finopsInterface: Name;
}

/**
 * Type of a member at run time, or a rule for its value. A string that reaches a policy needs a rule: `*` in an ARN would
 * grant too much. A part within the part has its own rule.
 */
type MemberType<Value> = [Value] extends [IPassablePart]
  ? Rule<Value>
  : [Value] extends [string]
    ? "string" | Rule<Value>
    : [Value] extends [boolean]
      ? "boolean"
      : [Value] extends [(...args: never) => unknown]
        ? "function"
        : [Value] extends [readonly unknown[]]
          ? "list" | Rule<Value>
          : "object" | Rule<Value>;

type IfRequired<Part, Name extends keyof Part> = object extends Pick<Part, Name> ? never : Name;

/** Required members of an interface, by their types; the compiler asks for each of them. Optional ones may have a rule. */
export type MemberTypes<Part extends IPassablePart> = {
  readonly [Name in Exclude<keyof Part, "node" | "finopsInterface"> as IfRequired<Part, Name>]: MemberType<Part[Name]>;
} & {
  readonly [Name in Exclude<keyof Part, "node" | "finopsInterface">]?: MemberType<Exclude<Part[Name], undefined>>;
};

/** Members of every part. */
export const PART_MEMBERS = { permissions: "list", manualSteps: "list", limitations: "list" } as const;

/**
 * Rule for a part that is passed: any construct that implements the interface. Values of members without a rule are the
 * implementation's own responsibility.
 *
 * @param name of the interface
 * @param members that an implementation needs
 * @param example how to create one
 * @param inconsistencies of members that are valid by themselves, as ends of "an IThing whose …"
 */
export function passablePartRule<Part extends IPassablePart>(
  name: Part["finopsInterface"],
  members: MemberTypes<Part>,
  example: string,
  inconsistencies: (part: Part) => string[] = () => [],
): Rule<Part, true> {
  const mismatch = (value: object): string | undefined => {
    const { finopsInterface } = value as Partial<IPassablePart>;
    if (finopsInterface !== name) {
      return typeof finopsInterface === "string"
        ? `${describe(value)} whose 'finopsInterface' is ${show(finopsInterface)}`
        : `${describe(value)} without 'finopsInterface'`;
    }
    if (!Construct.isConstruct(value)) {
      return `an ${name} that is not a construct`;
    }
    const problems = Object.entries(members as Readonly<Record<string, string | AnyRule>>).flatMap(([member, type]) => {
      const got = memberMismatch(member, (value as unknown as Readonly<Record<string, unknown>>)[member], type);
      return got === undefined ? [] : [`'${member}' is ${got}`];
    });
    const all = problems.length > 0 ? problems : inconsistencies(value as unknown as Part);
    return all.length === 0 ? undefined : `the ${name} at ${escapeInvisible(value.node.path)} whose ${all.join(", ")}`;
  };
  return { required: true, kind: { type: "object", must: `be an ${name}`, mismatch }, example };
}

function describe(value: object): string {
  return Construct.isConstruct(value) ? `the construct ${escapeInvisible(value.node.path)}` : show(value);
}

/** Description of a member that does not fit, as the end of "whose 'arn' is …"; `undefined` for one that fits. */
export function memberMismatch(member: string, value: unknown, type: string | AnyRule): string | undefined {
  if (value === undefined) {
    return typeof type === "string" || type.required ? "missing" : undefined;
  }
  if (typeof type === "string") {
    return typeMismatch(value, type);
  }
  const { kind } = type;
  switch (kind.type) {
    case "object":
      return objectMismatch(value, kind);
    case "string":
      return typeof value === "string" ? brokenBy(value, kind) : typeMismatch(value, kind.type);
    default: {
      const [problem] = checkValue(member, type, value);
      return problem === undefined ? undefined : `invalid (${problem})`;
    }
  }
}

const withArticle = (type: string): string => `${type === "object" ? "an" : "a"} ${type}`;

function typeMismatch(value: unknown, type: string): string | undefined {
  const actual = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
  return actual === type
    ? undefined
    : `${actual === "null" ? "null" : withArticle(actual)} instead of ${withArticle(type)}`;
}

function objectMismatch(value: unknown, { must, mismatch }: Kind & { type: "object" }): string | undefined {
  if (typeof value !== "object" || value === null) {
    return typeMismatch(value, "object");
  }
  const got = mismatch(value);
  return got === undefined ? undefined : `${got} (it must ${must})`;
}

function brokenBy(value: string, kind: Kind & { type: "string" }): string | undefined {
  const { conditions, synthTimeOnly } = kind;
  if (hasNumberToken(value)) {
    return "a string with a number token, which cannot be checked";
  }
  const must = !Token.isUnresolved(value)
    ? brokenCondition(conditions, value)
    : synthTimeOnly
      ? requirement(kind)
      : conditionBrokenByPart(conditions, value);
  const got = !Token.isUnresolved(value)
    ? show(value)
    : synthTimeOnly
      ? "a token"
      : `${show(literalPart(value))} beside a token`;
  return must === undefined ? undefined : `${got} (it must ${must})`;
}
