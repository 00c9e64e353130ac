import { type Construct } from "constructs";
import { isDeepStrictEqual } from "node:util";
import { type Arguments, argumentsOf, type TerraformBlock } from "./arguments";
import { show } from "./show";
import { renderValue } from "./tokens";

/**
 * Fails synthesis if an override changed one of these arguments.
 *
 * @param what name of the element in errors, such as "the SAS token"
 * @param expected arguments by their names in Terraform; `undefined` for one that must not be set
 * @param why consequence of another value, as the end of "…: "
 */
export function forbidOverrides(
  scope: Construct,
  element: TerraformBlock,
  what: string,
  expected: Arguments,
  why = "its permissions would be other than 'permissions' reports",
): void {
  const canonical = (value: unknown): string | undefined => JSON.stringify(sorted(renderValue(scope, value)));
  scope.node.addValidation({
    validate: () => {
      const actual = argumentsOf(element);
      // A dynamic block could generate any of the guarded blocks.
      return Object.entries({ ...expected, dynamic: undefined }).flatMap(([name, unchanged]) => {
        const value = actual[name];
        // The first comparison is enough in most cases, and rendering takes time.
        return isDeepStrictEqual(value, unchanged) || canonical(value) === canonical(unchanged)
          ? []
          : [
              `'${name}' of ${what} must not be overridden, got: ${show(renderValue(scope, value))}; ` +
                `${why}: add a resource of your own instead`,
            ];
      });
    },
  });
}

/** A value with the keys of its objects sorted, without those whose value is `undefined`. */
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
