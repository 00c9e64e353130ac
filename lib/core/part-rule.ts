import { Construct } from "constructs";
import { type IPart } from "./part";
import { type Rule } from "./rules";
import { show } from "./show";

/** A part that can be passed to another part, or to an integration. */
export interface IPassablePart<Name extends string = string> extends IPart {
  /**
   * Name of the interface, such as `IAwsStorage`. It marks an implementation: the library's, your own, or one from another
   * copy of the library, whose classes are different ones.
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
        : "object";

type IfRequired<Part, Name extends keyof Part> = object extends Pick<Part, Name> ? never : Name;

/** Required members of an interface, by their types. The compiler asks for each of them. */
export type MemberTypes<Part extends IPassablePart> = {
  readonly [Name in Exclude<keyof Part, "node" | "finopsInterface"> as IfRequired<Part, Name>]: MemberType<Part[Name]>;
};

/** Members of every part. */
export const PART_MEMBERS = { permissions: "object", manualSteps: "object", limitations: "object" } as const;

/**
 * Rule for a part that is passed: any construct that implements the interface.
 *
 * @param name of the interface
 * @param members that an implementation needs
 * @param example how to create one
 */
export function partRule<Part extends IPassablePart>(
  name: Part["finopsInterface"],
  members: MemberTypes<Part>,
  example: string,
): Rule<Part, true> {
  const mismatch = (value: object): string | undefined => {
    if ((value as Partial<IPassablePart>).finopsInterface !== name) {
      return show(value);
    }
    if (!Construct.isConstruct(value)) {
      return `an ${name} that is not a construct`;
    }
    const missing = Object.entries(members as Readonly<Record<string, string | Rule<object>>>)
      .filter(([member, type]) => !fits((value as unknown as Readonly<Record<string, unknown>>)[member], type))
      .map(([member, type]) => `'${member}' (${typeof type === "string" ? type : type.example})`);
    return missing.length === 0 ? undefined : `an ${name} without ${missing.join(", ")}`;
  };
  return { required: true, kind: { type: "object", must: `be an ${name}`, mismatch }, example };
}

function fits(value: unknown, type: string | Rule<object>): boolean {
  if (typeof type === "string") {
    return typeof value === type && value !== null;
  }
  return (
    typeof value === "object" &&
    value !== null &&
    type.kind.type === "object" &&
    type.kind.mismatch(value) === undefined
  );
}
