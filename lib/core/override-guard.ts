import { Tokenization } from "cdktf";
import { isDeepStrictEqual } from "node:util";
import { type Arguments, argumentsOf, type TerraformBlock } from "./arguments";
import { Registry } from "./registry";
import { show } from "./show";
import { renderValue } from "./tokens";

/** An argument to which an override may give some values only, or none. */
export interface Guard {
  /** Name in Terraform's spelling, for an argument of a block such as `lifecycle.prevent_destroy`. */
  readonly argument: string;
  /** Problems of the value as it is synthesized. Gets `undefined` if the argument is not set. */
  readonly problems: (value: unknown) => string[];
}

// Guards of an element. They share one rendering, because that takes time.
const GUARDS = new Registry((element: TerraformBlock) => {
  const guards: Guard[] = [];
  element.node.addValidation({
    validate: () => {
      const block = argumentsOf(element);
      return guards.flatMap(({ argument, problems }) => problems(valueAt(block, argument)));
    },
  });
  return guards;
});

/** Fails synthesis if an override gave an element's arguments a value that their guards refuse. */
export function guardArguments(element: TerraformBlock, guards: readonly Guard[]): void {
  GUARDS.of(element).push(...guards);
}

/** Value of an argument, or of an argument of a block; of the first block if there are several. */
function valueAt(block: Arguments, path: string): unknown {
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  return path.split(".").reduce<unknown>((parent, name) => (Object(first(parent)) as Arguments)[name], block);
}

/**
 * Fails synthesis if an override changed one of these arguments.
 *
 * @param what name of the element in errors, such as "the SAS token"
 * @param expected arguments by their names in Terraform; `undefined` for one that must not be set
 * @param why consequence of another value, between "; " and ": add a resource of your own instead"
 */
export function forbidOverrides(
  element: TerraformBlock,
  what: string,
  expected: Arguments,
  why = "its permissions would be other than 'permissions' reports",
): void {
  // As JSON, without the keys whose value is `undefined`.
  const rendered = (value: unknown): unknown => JSON.parse(JSON.stringify({ value: renderValue(element, value) }));
  // A dynamic block could generate any of the guarded blocks.
  const guards = Object.entries<unknown>({ ...expected, dynamic: undefined }).map(([argument, given]) => {
    // A list can be changed in place, and the element has the same one.
    const original: unknown = Tokenization.isResolvable(given) ? given : structuredClone(given);
    // The first comparison is enough in most cases, and rendering takes time.
    const isSame = (value: unknown): boolean =>
      isDeepStrictEqual(value, original) || isDeepStrictEqual(rendered(value), rendered(original));
    const refusal = (value: unknown): string =>
      `'${argument}' of ${what} must not be overridden, got: ${show(renderValue(element, value))}; ` +
      `${why}: add a resource of your own instead`;
    return { argument, problems: (value: unknown): string[] => (isSame(value) ? [] : [refusal(value)]) };
  });
  guardArguments(element, guards);
}
