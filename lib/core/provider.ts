import { TerraformProvider, TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { type Arguments, argumentsOf } from "./arguments";
import { Registry } from "./registry";
import { object, optional, type Rule } from "./rules";
import { escapeInvisible } from "./show";
import { StackValidation } from "./stack-validation";
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
  if (kept !== undefined && kept.alias === undefined && isInTree(kept)) {
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

/** Parts that have a provider of their own, which nothing has validated yet if a part is not the library's. */
export function withProvider<Part extends { readonly provider?: TerraformProvider }>(
  ...parts: readonly Part[]
): Part[] {
  return parts.filter(({ provider }) => provider !== undefined);
}

// Of the providers of a stack. Without validations, nothing clears them.
const ARGUMENTS = new Registry<Map<TerraformProvider, Arguments>, TerraformStack>(() => new Map());

/** A construct that uses a provider, and what it requires of it. */
interface Use {
  readonly construct: Construct;
  readonly spec: ProviderSpec;
  readonly given?: TerraformProvider;
}

const USES = new StackValidation<Use>((stack, uses) => {
  // An aspect or the program may have changed the providers since cdktf prepared the stack, or since the last synthesis.
  ARGUMENTS.of(stack).clear();
  const known = new Map<string, string>();
  for (const { construct, spec, given } of uses) {
    const used = given ?? defaultProvider(stack, spec.type);
    for (const problem of problemsOf(stack, spec, used)) {
      const key = `${used?.node.path ?? spec.type}: ${problem}`;
      known.set(key, known.get(key) ?? `${escapeInvisible(construct.node.path)}: ${problem}`);
    }
  }
  return [...known.values()];
});

/**
 * Validates the provider of a construct at synthesis: its stack, whether there is one, and the requirements of its spec.
 * The first of the constructs that share a provider, such as the parts of an integration, reports its problems.
 */
export function addProviderValidation(construct: Construct, spec: ProviderSpec, given?: TerraformProvider): void {
  USES.add({ construct, spec, given });
}

function problemsOf(
  stack: TerraformStack,
  { type, label, property, check }: ProviderSpec,
  used?: TerraformProvider,
): string[] {
  if (used === undefined) {
    // cdktf itself reports a stack without any provider.
    return providersOf(stack, type).length > 0
      ? [`all ${label} providers of the stack have an alias; pass the one to use as '${property}'`]
      : [];
  }
  return TerraformStack.of(used) === stack
    ? check(used)
    : [`'${property}' must be in the stack of the construct, got: ${used.node.path}; create it in ${stack.node.path}`];
}

/** Arguments of a provider as they are synthesized, for use at synthesis. Rendered once, because that takes time. */
export function argumentsOfProvider(provider: TerraformProvider): Arguments {
  const known = ARGUMENTS.ofStack(provider);
  const rendered = known.get(provider) ?? argumentsOf(provider);
  known.set(provider, rendered);
  return rendered;
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
 * @param parts the part, and those within it. A part without a property `provider` creates nothing.
 */
export function checkSameProvider(
  property: string,
  { provider }: { readonly provider?: TerraformProvider },
  ...parts: readonly { readonly provider?: TerraformProvider }[]
): string[] {
  const part = parts.find((one) => "provider" in one && aliasedOrNone(one.provider) !== aliasedOrNone(provider));
  return part === undefined
    ? []
    : [
        `'${property}' must use the provider of the construct, got: ${aliasedOrNone(part.provider)?.node.path ?? "the stack's default one"}; ` +
          "pass the same 'provider' to both",
      ];
}
