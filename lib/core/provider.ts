import { TerraformProvider, TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { argumentsOf } from "./argument";
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
