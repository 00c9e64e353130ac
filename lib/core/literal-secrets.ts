import { TerraformElement, type TerraformProvider, TerraformStack, Token, Tokenization } from "cdktf";
import { type Arguments } from "./arguments";
import { argumentsOfProvider } from "./provider";
import { renderString } from "./tokens";

/**
 * Names of a provider's arguments whose secret is in the program itself: a literal, an expression that contains a literal,
 * or a variable with such a default, or such a local value. A value that Terraform gets from its user, or reads from a
 * file, is not in the program.
 *
 * @param names in Terraform's spelling, as the same array each time; an argument of a block has the block's name before it,
 *   such as `assume_role.token`
 * @param isHarmless whether a literal is not a secret, such as the path of a file
 */
export function literalSecrets(
  provider: TerraformProvider,
  names: readonly string[],
  isHarmless: (name: string, literal: string) => boolean = () => false,
): string[] {
  const rendered = argumentsOfProvider(provider);
  const found = FOUND.get(rendered) ?? new Map<readonly string[], string[]>();
  FOUND.set(rendered, found);
  const known = found.get(names) ?? findLiteralSecrets(provider, names, isHarmless);
  found.set(names, known);
  return known;
}

// By rendered arguments and list of names. Kept, because each part asks, and following a variable takes a scan of the stack.
const FOUND = new WeakMap<Arguments, Map<readonly string[], string[]>>();

function findLiteralSecrets(
  provider: TerraformProvider,
  names: readonly string[],
  isHarmless: (name: string, literal: string) => boolean,
): string[] {
  return names.filter((name) => {
    const [first = "", second] = name.split(".");
    const argument = argumentsOfProvider(provider)[first];
    const values =
      second === undefined
        ? [argument]
        : [argument].flat().map((block) => (Object(block) as Readonly<Record<string, unknown>>)[second]);
    return values.some((value) => isInProgram(provider, value, (literal) => isHarmless(name, literal)));
  });
}

/**
 * Whether the program contains the text of a value, or a part of it.
 *
 * @param followed variables and local values on the way to this value, which may refer back to themselves
 */
function isInProgram(
  provider: TerraformProvider,
  value: unknown,
  isHarmless: (literal: string) => boolean,
  followed: ReadonlySet<string> = new Set(),
): boolean {
  if (typeof value === "object" && value !== null && !Tokenization.isResolvable(value)) {
    return Object.values(value).some((one) => isInProgram(provider, one, isHarmless, followed));
  }
  const text = typeof value === "number" && !Token.isUnresolved(value) ? String(value) : renderString(provider, value);
  const [literal, inBraces] = splitOut(text, /[$][{]/, "{", "}");
  const expressions = inBraces.map(withoutFiles);
  if ((literal !== "" && !isHarmless(literal)) || expressions.some((expression) => expression.includes('"'))) {
    return true;
  }
  const references = expressions.flatMap((expression) => [
    ...expression.matchAll(/\b(?:var|local)[.]([\w-]+)((?:[.][\w-]+)*)/g),
  ]);
  return references.some(([name, id = "", path = ""]) => {
    const referenced = followed.has(name) ? undefined : valueOf(provider, id);
    return isInProgram(
      provider,
      within(referenced, path.split(".").slice(1)),
      isHarmless,
      new Set([...followed, name]),
    );
  });
}

/** An expression without the files that Terraform reads, whose names are harmless, and without the keys of maps. */
function withoutFiles(expression: string): string {
  return splitOut(expression.replace(/\["[^"]*"\]/g, ""), /\bfile(base64)?\(/, "(", ")")[0];
}

/** Splits the parts from `start` to the matching bracket out of a text. */
function splitOut(text: string, start: RegExp, opens: string, closes: string): [rest: string, parts: string[]] {
  const found = start.exec(text);
  if (found === null) {
    return [text, []];
  }
  let end = found.index + found[0].length;
  for (let depth = 1; depth > 0 && end < text.length; end += 1) {
    depth += text[end] === opens ? 1 : text[end] === closes ? -1 : 0;
  }
  const [rest, parts] = splitOut(text.slice(end), start, opens, closes);
  return [text.slice(0, found.index) + rest, [text.slice(found.index, end), ...parts]];
}

/** The value at a path of keys, as far as it is known at synthesis. */
function within(value: unknown, keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  return key === undefined || typeof value !== "object" || value === null || Tokenization.isResolvable(value)
    ? value
    : within((value as Readonly<Record<string, unknown>>)[key], rest);
}

/** Default of a variable, or a local value, as the program has it. */
function valueOf(provider: TerraformProvider, id: string): unknown {
  return TerraformStack.of(provider)
    .node.findAll()
    .filter((node) => TerraformElement.isTerraformElement(node))
    .filter(({ friendlyUniqueId }) => friendlyUniqueId === id)
    .map((element) => {
      const { variable, locals } = element.toTerraform() as {
        readonly variable?: Readonly<Record<string, { readonly default?: unknown }>>;
        readonly locals?: Readonly<Record<string, unknown>>;
      };
      return variable?.[id]?.default ?? locals?.[id];
    })
    .find((value) => value !== undefined);
}
