import { TerraformProvider, TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { type Arguments, argumentsOf } from "./arguments";
import { Registry } from "./registry";
import { object, optional, type Rule } from "./rules";
import { SynthesisCache } from "./synthesis-cache";
import { isInTree } from "./tree";

/** A kind of Terraform provider, and its requirements. */
export interface ProviderSpec {
  /** Name in Terraform, such as `aws`. */
  readonly type: string;
  /** Name in errors, such as `AWS`. */
  readonly label: string;
  /** Property by which the provider is passed. */
  readonly property: string;
  /** Returns the problems of a provider in use. Of constructs that share a provider, one reports the same problem. */
  readonly check: (provider: TerraformProvider) => string[];
}

/** Whether a value is a provider of this type. */
function isProvider(type: string, value: object): boolean {
  return TerraformProvider.isTerraformProvider(value) && value.terraformResourceType === type;
}

/**
 * Rule for a property by which a provider is passed.
 *
 * @param name of its class, with the article, such as `an AwsProvider`
 */
export function providerRule<Provider extends TerraformProvider>(type: string, name: string): Rule<Provider, false> {
  return optional(object<Provider>(`be ${name}`, (value) => isProvider(type, value)));
}

/** Providers of this type in the stack itself, not in a nested stack. */
function providersOf(stack: TerraformStack, type: string): TerraformProvider[] {
  return stack.allProviders().filter((provider) => isProvider(type, provider) && TerraformStack.of(provider) === stack);
}

// Of a stack, by type.
const DEFAULT_PROVIDERS = new Registry<Map<string, TerraformProvider>, TerraformStack>(() => new Map());

/**
 * The stack's provider without an alias; `undefined` while there is none. Resources ask for it each time they are resolved,
 * so the result is kept while it is in the tree.
 */
export function defaultProvider(stack: TerraformStack, type: string): TerraformProvider | undefined {
  const known = DEFAULT_PROVIDERS.of(stack);
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

/** A provider with an alias. Passing the stack's default provider is the same as passing none. */
export function aliasedOrNone<Provider extends TerraformProvider>(provider?: Provider): Provider | undefined {
  return provider?.alias === undefined ? undefined : provider;
}

// Problems that a construct has already reported in this synthesis, by provider.
const REPORTED = new SynthesisCache<TerraformStack, Map<unknown, Set<string>>>();

/** Parts with a provider of their own, which the library has not validated if the part is your own. */
export function withProvider<Part extends { readonly provider?: TerraformProvider }>(
  ...parts: readonly Part[]
): Part[] {
  return parts.filter(({ provider }) => provider !== undefined);
}

/**
 * Validates the provider of a construct at synthesis: its stack, whether there is one, and the requirements of its spec.
 * The parts of an integration share a provider; the first of them reports its problems.
 */
export function addProviderValidation(scope: Construct, spec: ProviderSpec, given?: TerraformProvider): void {
  const stack = TerraformStack.of(scope);
  scope.node.addValidation({
    validate: () => {
      const used = given ?? defaultProvider(stack, spec.type) ?? spec.type;
      const byProvider = REPORTED.get(stack, () => new Map<unknown, Set<string>>());
      const reported = byProvider.get(used) ?? new Set<string>();
      byProvider.set(used, reported);
      const problems = providerProblems(stack, spec, given).filter((problem) => !reported.has(problem));
      problems.forEach((problem) => reported.add(problem));
      return problems;
    },
  });
}

function providerProblems(stack: TerraformStack, spec: ProviderSpec, given?: TerraformProvider): string[] {
  if (given !== undefined && TerraformStack.of(given) !== stack) {
    return [
      `'${spec.property}' must be in the stack of the construct, got: ${given.node.path}; create it in ${stack.node.path}`,
    ];
  }
  const used = given ?? defaultProvider(stack, spec.type);
  if (used !== undefined) {
    return spec.check(used);
  }
  // cdktf itself reports a stack without any provider.
  return providersOf(stack, spec.type).length > 0
    ? [`all ${spec.label} providers of the stack have an alias; pass the one to use as '${spec.property}'`]
    : [];
}

const ARGUMENTS = new SynthesisCache<TerraformProvider, Arguments>();

/** Arguments of a provider as they are synthesized, for use at synthesis. Rendered once, because that takes time. */
export function argumentsOfProvider(provider: TerraformProvider): Arguments {
  return ARGUMENTS.get(provider, () => argumentsOf(provider));
}

/**
 * An argument of a provider that is a literal in the program.
 *
 * @param name in Terraform's spelling
 * @returns `undefined` if it is not set, or an unresolved token
 */
export function literalArgument(provider: TerraformProvider, name: string): string | undefined {
  const value = argumentsOfProvider(provider)[name];
  return typeof value === "string" && !Token.isUnresolved(value) ? value : undefined;
}

/**
 * Checks that a part passed as a property uses the provider of the construct: another one may not reach its resources.
 *
 * @param parts the part, and those within it; `undefined` if the integration creates the part. A part without a property
 * `provider` creates nothing.
 */
export function checkSameProvider(
  property: string,
  { provider }: { readonly provider?: TerraformProvider },
  ...parts: readonly ({ readonly provider?: TerraformProvider } | undefined)[]
): string[] {
  const part = parts.find(
    (one) => one !== undefined && "provider" in one && aliasedOrNone(one.provider) !== aliasedOrNone(provider),
  );
  return part === undefined
    ? []
    : [
        `'${property}' must use the provider of the construct, got: ${aliasedOrNone(part.provider)?.node.path ?? "the stack's default one"}; ` +
          "pass the same 'provider' to both",
      ];
}
