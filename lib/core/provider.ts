import { TerraformElement, TerraformProvider, TerraformStack, Token, Tokenization } from "cdktf";
import { type Construct } from "constructs";
import { argumentsOf } from "./argument";
import { textOf } from "./text";
import { isInTree } from "./tree";

/** A Terraform provider, by what constructs know of it. */
export interface ProviderKind {
  /** Its name in Terraform, such as `aws`. */
  readonly type: string;
  /** Its name in messages, such as `AWS`. */
  readonly label: string;
  /** The property by which it is passed. */
  readonly property: string;
  /** What is wrong with the provider that is used. Those who share a check and a provider are told of it once. */
  readonly check: (provider: TerraformProvider) => string[];
}

const DEFAULTS = new WeakMap<TerraformStack, Map<string, TerraformProvider>>();
// The constructs that use a provider, by the one passed or by its type where they use the stack's, and by their check.
const USERS = new WeakMap<TerraformStack, Map<unknown, Map<ProviderKind["check"], Construct[]>>>();

/** Whether a value is a provider of that type. */
export function isProvider(type: string, value: object): boolean {
  return TerraformProvider.isTerraformProvider(value) && value.terraformResourceType === type;
}

/** The providers of that type in a stack itself, not in a stack within it. */
function providersOf(stack: TerraformStack, type: string): TerraformProvider[] {
  return stack.allProviders().filter((provider) => isProvider(type, provider) && TerraformStack.of(provider) === stack);
}

/**
 * The stack's provider without an alias; `undefined` as long as there is none. Resources ask for it each time they are
 * resolved, so it is looked for once and kept while it is in the tree.
 */
export function defaultProvider(stack: TerraformStack, type: string): TerraformProvider | undefined {
  const known = DEFAULTS.get(stack) ?? new Map<string, TerraformProvider>();
  DEFAULTS.set(stack, known);
  const kept = known.get(type);
  if (kept !== undefined && isInTree(kept)) {
    return kept;
  }
  const found = providersOf(stack, type).find((provider) => provider.alias === undefined);
  if (found !== undefined) {
    known.set(type, found);
  }
  return found;
}

/**
 * Has the provider of a construct checked when the program is complete: its stack, whether there is one to take, and
 * what its kind asks for. The parts of one integration share a provider: the first of them tells of it.
 */
export function checkProvider(scope: Construct, kind: ProviderKind, given?: TerraformProvider): void {
  const stack = TerraformStack.of(scope);
  const users = USERS.get(stack) ?? new Map<unknown, Map<ProviderKind["check"], Construct[]>>();
  USERS.set(stack, users);
  const checks = users.get(given ?? kind.type) ?? new Map<ProviderKind["check"], Construct[]>();
  users.set(given ?? kind.type, checks);
  const sharing = checks.get(kind.check) ?? [];
  checks.set(kind.check, sharing);
  sharing.push(scope);
  scope.node.addValidation({
    validate: () => (sharing.find(isInTree) === scope ? providerProblems(stack, kind, given) : []),
  });
}

function providerProblems(stack: TerraformStack, kind: ProviderKind, given?: TerraformProvider): string[] {
  if (given !== undefined && TerraformStack.of(given) !== stack) {
    return [
      `'${kind.property}' must be in the stack of the construct, got: ${given.node.path}; make one in ${stack.node.path}`,
    ];
  }
  const used = given ?? defaultProvider(stack, kind.type);
  if (used !== undefined) {
    return kind.check(used);
  }
  // A stack without any provider is told so by cdktf.
  return providersOf(stack, kind.type).length > 0
    ? [`all ${kind.label} providers of the stack have an alias; pass the one to use as '${kind.property}'`]
    : [];
}

const ARGUMENTS = new WeakMap<TerraformProvider, Readonly<Record<string, unknown>>>();

/**
 * The arguments of a provider as they are synthesized, by their names in Terraform, for what is asked when the program is
 * complete. Reading them is not cheap, so that is done once.
 */
export function argumentsOfProvider(provider: TerraformProvider): Readonly<Record<string, unknown>> {
  const known = ARGUMENTS.get(provider) ?? argumentsOf(provider);
  ARGUMENTS.set(provider, known);
  return known;
}

/**
 * An argument of a provider that is written in the program, not left to Terraform or the environment.
 *
 * @param name as Terraform spells it
 */
export function literalArgument(provider: TerraformProvider, name: string): string | undefined {
  const value = argumentsOfProvider(provider)[name];
  return typeof value === "string" && !Token.isUnresolved(value) ? value : undefined;
}

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
  if ((literal !== "" && !isNone(text)) || expressions.some((expression) => expression.includes('"'))) {
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

/**
 * What is wrong with a part that is passed in: made by another provider, it may be somewhere that cannot be reached.
 * A part that has no provider creates nothing.
 */
export function sameProvider(
  property: string,
  part: { readonly provider?: TerraformProvider } | undefined,
  { provider }: { readonly provider?: TerraformProvider },
): string[] {
  // The stack's provider without an alias is the same whether it is passed or taken.
  const [of, here] = [part?.provider, provider].map((one) => (one?.alias === undefined ? undefined : one));
  return part === undefined || !("provider" in part) || of === here
    ? []
    : [
        `'${property}' must be made by the provider of the construct, got: ${of?.node.path ?? "the stack's default one"}; ` +
          "pass the same 'provider' to both",
      ];
}
