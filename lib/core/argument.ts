import { type TerraformDataSource, type TerraformProvider, type TerraformResource } from "cdktf";
import { type Construct } from "constructs";
import { isDeepStrictEqual } from "node:util";
import { show } from "./show";
import { resolved } from "./text";

type Element = TerraformDataSource | TerraformProvider | TerraformResource;
type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/**
 * The arguments of a resource, a data source or a provider as they are synthesized, by their names in Terraform: an override
 * may have changed them.
 */
export function argumentsOf(element: Element): Block {
  const { resource, data, provider } = element.toTerraform() as {
    readonly resource?: Blocks;
    readonly data?: Blocks;
    readonly provider?: Readonly<Record<string, readonly Block[]>>;
  };
  const type = element.terraformResourceType;
  return provider?.[type]?.[0] ?? Object.values((resource ?? data)?.[type] ?? {})[0] ?? {};
}

/** One of them. */
export function argumentOf(element: Element, name: string): unknown {
  return argumentsOf(element)[name];
}

/**
 * Has the program refused when it is complete, should an argument be other than it was made.
 *
 * @param what a message calls the element, such as "the SAS token"
 * @param made what the arguments have to be, by their names in Terraform; `undefined` for one that must not be there
 * @param why what would come of another, to complete "…: "
 */
export function keepAsMade(
  scope: Construct,
  element: Element,
  what: string,
  made: Block,
  why = "what it may do would be other than 'permissions' tells",
): void {
  const canonical = (value: unknown): string | undefined => JSON.stringify(sorted(resolved(scope, value)));
  scope.node.addValidation({
    validate: () => {
      const now = argumentsOf(element);
      // A dynamic block would be one more of those that are looked at.
      return Object.entries({ ...made, dynamic: undefined }).flatMap(([name, expected]) => {
        const value = now[name];
        // The first alone would do for nearly all, and resolving takes time.
        return isDeepStrictEqual(value, expected) || canonical(value) === canonical(expected)
          ? []
          : [
              `'${name}' of ${what} must stay as it was made, got: ${show(resolved(scope, value))}, as an override has it; ` +
                `${why}: add a resource of your own instead`,
            ];
      });
    },
  });
}

/** A value with the keys of its objects in one order, without those that have no value. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, one]) => [name, sorted(one)]),
      )
    : value;
}
