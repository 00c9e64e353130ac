import { Lazy, TerraformProvider, TerraformStack, Token } from "cdktf";
import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type Construct } from "constructs";
import { object, optional, type Rules, stringMap } from "../core/input";

/** What every part of the AWS integration takes. */
export interface AwsPartProps {
  /**
   * The provider that creates the resources. Its account must be the organization's payer (management) account.
   *
   * @default - the stack's AWS provider without an alias
   */
  readonly provider?: AwsProvider;

  /**
   * Tags of everything created: at most 50, keys of 1-128 and values of up to 256 letters, digits, spaces and
   * `_.:/=+-@`.
   *
   * @default - no tags beyond the provider's `default_tags`
   */
  readonly tags?: Record<string, string>;
}

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html; S3 and the report service take the same characters.
const TAG_TEXT = "letters, digits, spaces and _.:/=+-@";

/** One rule for each of `AwsPartProps`. */
export const AWS_PART_RULES: Rules<AwsPartProps> = {
  provider: optional(object("be an AwsProvider", isAwsProvider)),
  tags: optional(
    stringMap(
      50,
      [
        { must: `be made of ${TAG_TEXT}`, matches: "^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$" },
        { must: "be at most 128 characters long", maxLength: 128 },
        { must: "not begin with 'aws:', which AWS keeps for itself", excludes: "^[aA][wW][sS]:" },
      ],
      [
        { must: `be made of ${TAG_TEXT}`, matches: "^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$" },
        { must: "be at most 256 characters long", maxLength: 256 },
      ],
      '{ team: "finops" }',
    ),
  ),
};

/** What bears a name that is unique in an account: two providers of one stack may work in two accounts. */
export function accountKind(kind: string, provider?: AwsProvider): string {
  return provider === undefined ? kind : `${kind} (provider ${provider.node.path})`;
}

/** The one region of the billing services, and where the platform reads the export. */
export const BILLING_REGION = "us-east-1";

/** The `region` argument of an S3 resource: set only when its provider works elsewhere or does not say where. */
export function billingRegionArgument(scope: Construct, provider?: TerraformProvider): string {
  return Lazy.stringValue({
    produce: () => (literalRegion(scope, provider) === BILLING_REGION ? undefined : BILLING_REGION),
  });
}

// GovCloud, China, the isolated partitions and the European Sovereign Cloud. Accounts of GovCloud are billed to the
// commercial account they belong to: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/usage-and-payment.html
const OTHER_PARTITIONS = /^(us-gov-|cn-|us-iso|eu-isoe-|eusc-)/;

/** What is wrong with the provider that is used; known only when the program is complete. */
export function checkProvider(scope: Construct, provider?: TerraformProvider): string[] {
  const stack = TerraformStack.of(scope);
  if (provider !== undefined && TerraformStack.of(provider) !== stack) {
    return [
      `'provider' must be in the stack of the construct, got: ${provider.node.path}; make one in ${stack.node.path}`,
    ];
  }
  if (provider === undefined && defaultProvider(stack) === undefined && stack.allProviders().some(isAwsProvider)) {
    return ["all AWS providers of the stack have an alias; pass the one to use as 'provider'"];
  }
  const region = literalRegion(scope, provider);
  return region !== undefined && OTHER_PARTITIONS.test(region)
    ? [
        `the AWS provider must work in the commercial partition, where the Cost & Usage Report of all accounts is made, ` +
          `got: region "${region}"; deploy with credentials of the commercial payer account, for example in "${BILLING_REGION}"`,
      ]
    : [];
}

const DEFAULT_PROVIDERS = new WeakMap<TerraformStack, TerraformProvider>();

/** The region that the provider names, when it is known before Terraform runs. */
function literalRegion(scope: Construct, provider?: TerraformProvider): string | undefined {
  const used = provider ?? defaultProvider(TerraformStack.of(scope));
  const region = (used as AwsProvider | undefined)?.region;
  return region === undefined || Token.isUnresolved(region) ? undefined : region;
}

// Asked for by each S3 resource each time it is resolved, so found once per stack and kept.
function defaultProvider(stack: TerraformStack): TerraformProvider | undefined {
  const kept = DEFAULT_PROVIDERS.get(stack);
  if (kept !== undefined) {
    return kept;
  }
  const found = stack.allProviders().find((provider) => isAwsProvider(provider) && provider.alias === undefined);
  if (found !== undefined) {
    DEFAULT_PROVIDERS.set(stack, found);
  }
  return found;
}

function isAwsProvider(value: object): boolean {
  return TerraformProvider.isTerraformProvider(value) && value.terraformResourceType === "aws";
}
