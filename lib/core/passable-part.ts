import { Construct } from "constructs";
import { type IPart } from "./part";
import { type Rule } from "./rules";
import { escapeInvisible, show } from "./show";

/** A part that can be passed to another part, or to an integration. */
export interface IPassablePart<Name extends string = string> extends IPart {
  /**
   * Name of the interface. It marks an implementation: the library's, or your own class with, for example,
   * `readonly finopsInterface = "IAwsStorage"`. Classes are not compared, because two copies of the library have different ones.
   */
  readonly finopsInterface: Name;
}

/** Type of a member at run time; for a part within the part, its own rule. */
type MemberType<Value> = Value extends IPassablePart
  ? Rule<Value, true>
  : Value extends string
    ? "string"
    : Value extends boolean
      ? "boolean"
      : Value extends (...args: never) => unknown
        ? "function"
        : Value extends readonly unknown[]
          ? "list"
          : "object";

type IfRequired<Part, Name extends keyof Part> = object extends Pick<Part, Name> ? never : Name;

/** Required members of an interface, by their types. The compiler asks for each of them. */
export type MemberTypes<Part extends IPassablePart> = {
  readonly [Name in Exclude<keyof Part, "node" | "finopsInterface"> as IfRequired<Part, Name>]: MemberType<Part[Name]>;
};

/** Members of every part. */
export const PART_MEMBERS = { permissions: "list", manualSteps: "list", limitations: "list" } as const;

/**
 * Rule for a part that is passed: any construct that implements the interface. Members are compared by type; their values are
 * the implementation's own responsibility.
 *
 * @param name of the interface
 * @param members that an implementation needs
 * @param example how to create one
 */
export function passablePartRule<Part extends IPassablePart>(
  name: Part["finopsInterface"],
  members: MemberTypes<Part>,
  example: string,
): Rule<Part, true> {
  const mismatch = (value: object): string | undefined => {
    const { finopsInterface } = value as Partial<IPassablePart>;
    if (finopsInterface !== name) {
      const marked = typeof finopsInterface === "string" ? show(finopsInterface) : "none";
      return `${describe(value)} whose 'finopsInterface' is ${marked}`;
    }
    if (!Construct.isConstruct(value)) {
      return `an ${name} that is not a construct`;
    }
    const problems = Object.entries(members as Readonly<Record<string, string | Rule<object>>>).flatMap(
      ([member, type]) => {
        const got = memberMismatch((value as unknown as Readonly<Record<string, unknown>>)[member], type);
        return got === undefined ? [] : [`'${member}' is ${got}`];
      },
    );
    return problems.length === 0 ? undefined : `an ${name} whose ${problems.join(", ")}`;
  };
  return { required: true, kind: { type: "object", must: `be an ${name}`, mismatch }, example };
}

function describe(value: object): string {
  return Construct.isConstruct(value) ? `the construct ${escapeInvisible(value.node.path)}` : show(value);
}

/** Description of a member that does not fit, as the end of "whose 'arn' is …"; `undefined` for one that fits. */
function memberMismatch(value: unknown, type: string | Rule<object>): string | undefined {
  if (value === undefined) {
    return "missing";
  }
  if (typeof type !== "string") {
    return typeof value === "object" && value !== null && type.kind.type === "object"
      ? type.kind.mismatch(value)
      : show(value);
  }
  const actual = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
  return actual === type ? undefined : `${actual === "null" ? "null" : `a ${actual}`} instead of a ${type}`;
}
