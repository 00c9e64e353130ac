import { TerraformElement, type TerraformProvider, TerraformStack, Token, Tokenization } from "cdktf";
import { argumentsOfProvider } from "./provider";
import { textOf } from "./text";

/**
 * Those of a provider's arguments that have a secret in the program itself: a literal, an expression with a literal in it, or
 * a variable with a default or a local value of these. What Terraform is told, or reads of a file, is none.
 *
 * @param names as Terraform spells them; of a block's arguments with the block's name before it, such as `assume_role.token`
 * @param isNone whether a literal is no secret, such as the path of a file
 */
export function literalSecrets(
  provider: TerraformProvider,
  names: readonly string[],
  isNone: (name: string, literal: string) => boolean = () => false,
): string[] {
  return names.filter((name) => {
    const [first = "", second] = name.split(".");
    const argument = argumentsOfProvider(provider)[first];
    const values =
      second === undefined
        ? [argument]
        : [argument].flat().map((block) => (Object(block) as Readonly<Record<string, unknown>>)[second]);
    return values.some((value) => isInProgram(provider, value, (literal) => isNone(name, literal)));
  });
}

/**
 * Whether the program has the text that Terraform makes of a value, or a part of it.
 *
 * @param followed the variables and local values whose own value is being looked at, which may lead back to themselves
 */
function isInProgram(
  provider: TerraformProvider,
  value: unknown,
  isNone: (literal: string) => boolean,
  followed: ReadonlySet<string> = new Set(),
): boolean {
  if (typeof value === "object" && value !== null && !Tokenization.isResolvable(value)) {
    return Object.values(value).some((one) => isInProgram(provider, one, isNone, followed));
  }
  const text = typeof value === "number" && !Token.isUnresolved(value) ? String(value) : textOf(provider, value);
  const [literal, inBraces] = apart(text, /[$][{]/, "{", "}");
  const expressions = inBraces.map(withoutFiles);
  if ((literal !== "" && !isNone(literal)) || expressions.some((expression) => expression.includes('"'))) {
    return true;
  }
  const names = expressions.flatMap((expression) => [
    ...expression.matchAll(/\b(?:var|local)[.]([\w-]+)((?:[.][\w-]+)*)/g),
  ]);
  return names.some(([name, id = "", path = ""]) => {
    const behind = followed.has(name) ? undefined : valueBehind(provider, id);
    return isInProgram(provider, within(behind, path.split(".").slice(1)), isNone, new Set([...followed, name]));
  });
}

/** An expression without what Terraform reads of files, by whatever names, and without the keys of maps. */
function withoutFiles(expression: string): string {
  return apart(expression.replace(/\["[^"]*"\]/g, ""), /\bfile(base64)?\(/, "(", ")")[0];
}

/** A text without its parts from `begins` to the bracket that closes it, and these parts. */
function apart(text: string, begins: RegExp, opens: string, closes: string): [rest: string, parts: string[]] {
  const start = begins.exec(text);
  if (start === null) {
    return [text, []];
  }
  let end = start.index + start[0].length;
  for (let open = 1; open > 0 && end < text.length; end += 1) {
    open += text[end] === opens ? 1 : text[end] === closes ? -1 : 0;
  }
  const [rest, parts] = apart(text.slice(end), begins, opens, closes);
  return [text.slice(0, start.index) + rest, [text.slice(start.index, end), ...parts]];
}

/** What is in a value by these keys, or as much of it as an expression leaves to be seen. */
function within(value: unknown, keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  return key === undefined || typeof value !== "object" || value === null || Tokenization.isResolvable(value)
    ? value
    : within((value as Readonly<Record<string, unknown>>)[key], rest);
}

/** What the program itself has for a variable, as its default, or for a local value. */
function valueBehind(provider: TerraformProvider, id: string): unknown {
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
