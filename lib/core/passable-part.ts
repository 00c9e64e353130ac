import { Construct } from "constructs";
import { type IPart } from "./part";
import { type AnyRule, type Rule } from "./rules";
import { checkValue } from "./rule-checks";
import { escapeInvisible, show } from "./show";

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
      : [Value] extends [number]
        ? "number"
        : [Value] extends [(...args: never) => unknown]
          ? "function"
          : [Value] extends [readonly unknown[]]
            ? "list" | Rule<Value>
            : "object" | Rule<Value>;

type RequiredName<Part> = { [Name in keyof Part]-?: object extends Pick<Part, Name> ? never : Name }[keyof Part];

/** Required members of an interface, by their types; the compiler asks for each of them. Optional ones may have a rule. */
export type MemberTypes<Part extends IPassablePart> = {
  readonly [Name in Exclude<RequiredName<Part>, "node" | "finopsInterface">]: MemberType<Part[Name]>;
} & {
  readonly [Name in Exclude<keyof Part, RequiredName<Part>>]?: Rule<Exclude<Part[Name], undefined>, false>;
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
    const problems = Object.entries(members as Readonly<Record<string, string | AnyRule>>).flatMap(([member, type]) =>
      checkMember(member, (value as unknown as Readonly<Record<string, unknown>>)[member], type),
    );
    const all = problems.length > 0 ? problems : inconsistencies(value as unknown as Part);
    return all.length === 0 ? undefined : `the ${name} at ${escapeInvisible(value.node.path)} whose ${all.join(", ")}`;
  };
  return { required: true, kind: { type: "object", must: `be an ${name}`, mismatch }, example };
}

function describe(value: object): string {
  return Construct.isConstruct(value) ? `the construct ${escapeInvisible(value.node.path)}` : show(value);
}

/** Checks a member; returns the end of "whose …" if it does not fit. */
export function checkMember(member: string, value: unknown, type: string | AnyRule): string[] {
  if (value === undefined) {
    return typeof type === "string" || type.required ? [`'${member}' is missing`] : [];
  }
  if (typeof type === "string") {
    const actual = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
    return actual === type ? [] : [`'${member}' is ${withArticle(actual)} instead of ${withArticle(type)}`];
  }
  const problems = checkValue(member, type, value, (must, got) => `'${member}' is ${got} (it must ${must})`);
  // Those of maps and lists name the entry first.
  return ["map", "list"].includes(type.kind.type)
    ? problems.map((problem) => `'${member}' is invalid (${problem})`)
    : problems;
}

function withArticle(type: string): string {
  return type === "null" ? type : `${type === "object" ? "an" : "a"} ${type}`;
}
