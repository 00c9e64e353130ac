import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Lazy, type TerraformProvider, TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { length, maxLength } from "../core/conditions";
import { literalSecrets } from "../core/literal-secrets";
import { type UniqueName } from "../core/props-schema";
import {
  addProviderValidation,
  aliasedOrNone,
  defaultProvider,
  literalArgument,
  providerRule,
  type ProviderSpec,
} from "../core/provider";
import { Registry } from "../core/registry";
import { optional, type Rules, stringMap } from "../core/rules";
import { BILLING_REGION } from "./conditions";

/** Props of every part of the AWS integration. */
export interface AwsProviderProps {
  /**
   * Provider that creates and reads the resources. Its account must be the organization's payer (management) account, or the
   * member account whose data the platform reads, see `accountType`.
   *
   * @default - the stack's AWS provider without an alias
   */
  readonly provider?: AwsProvider;
}

/** Props of every part that creates resources. */
export interface AwsPartProps extends AwsProviderProps {
  /**
   * Tags of the resources that support tags (user or role, policy, bucket, report): at most 50, keys of 1-128 and values of
   * up to 256 letters, digits, spaces and `_.:/=+-@`.
   *
   * @default - no tags beyond the provider's `default_tags`
   */
  readonly tags?: Record<string, string>;
}

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html; S3 and the report service accept the same characters. S3
// counts UTF-16 code units, the strictest of them:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html
const TAG_TEXT = "letters, digits, spaces and _.:/=+-@";
const TAG_CHARACTERS = "\\p{L}\\p{Z}\\p{N}_.:/=+@-";

/** Rules of `AwsProviderProps`. */
export const AWS_PROVIDER_RULES: Rules<AwsProviderProps> = {
  provider: providerRule("aws", "an AwsProvider"),
};

/** Rules of `AwsPartProps`. */
export const AWS_PART_RULES: Rules<AwsPartProps> = {
  ...AWS_PROVIDER_RULES,
  tags: optional(
    stringMap(
      50,
      [
        { must: `be made of ${TAG_TEXT}`, characters: TAG_CHARACTERS },
        length(1, 128, "UTF-16 code units"),
        { must: "not begin with 'aws:', which AWS reserves", notPattern: "^[aA][wW][sS]:" },
      ],
      [{ must: `be made of ${TAG_TEXT}`, characters: TAG_CHARACTERS }, maxLength(256, "UTF-16 code units")],
      '{ team: "finops" }',
    ),
  ),
};

/** Claim of a name that is unique in an account. Two providers of a stack may use two accounts. */
export function uniqueInAccount(
  property: string,
  kind: string,
  name: string,
  { provider }: AwsProviderProps,
  { ignoreCase = false } = {},
): UniqueName {
  return { property, kind, name, within: "stack", among: aliasedOrNone(provider)?.node.path, ignoreCase };
}

// By provider if one is passed, or by stack for its default provider.
const REGION_ARGUMENTS = new Registry((owner: AwsProvider | TerraformStack) =>
  Lazy.stringValue({
    produce: () => {
      const provider = TerraformStack.isStack(owner) ? defaultProvider(owner, "aws") : owner;
      return provider !== undefined && literalArgument(provider, "region") === BILLING_REGION
        ? undefined
        : BILLING_REGION;
    },
  }),
);

/**
 * `region` argument of an S3 resource. It is set unless the region of its provider is the literal `us-east-1`. All resources
 * of a provider share it, because each token costs a stack trace.
 */
export function billingRegionArgument(scope: Construct, provider?: AwsProvider): string {
  return REGION_ARGUMENTS.of(provider ?? TerraformStack.of(scope));
}

const AWS: ProviderSpec = {
  type: "aws",
  label: "AWS",
  property: "provider",
  check: (provider) => [...checkPartition(provider), ...checkSecrets(provider)],
};

/** Validates the provider of a part at synthesis. */
export function addAwsProviderValidation(scope: Construct, { provider }: AwsProviderProps): void {
  addProviderValidation(scope, AWS, provider);
}

// GovCloud, China, the isolated partitions and the European Sovereign Cloud. Accounts of GovCloud are billed to the
// commercial account that they belong to: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/usage-and-payment.html
const OTHER_PARTITIONS = /^(us-gov-|cn-|us-iso|eu-isoe-|eusc-)/;

function checkPartition(provider: TerraformProvider): string[] {
  const region = literalArgument(provider, "region");
  return region !== undefined && OTHER_PARTITIONS.test(region)
    ? [
        "the AWS provider must work in the commercial partition, where AWS creates the Cost & Usage Report of all accounts, " +
          `got: region "${region}"; deploy with credentials of the commercial payer account, for example in "${BILLING_REGION}"`,
      ]
    : [];
}

const SECRET_ARGUMENTS = ["secret_key", "token", "assume_role_with_web_identity.web_identity_token"];

function checkSecrets(provider: TerraformProvider): string[] {
  return literalSecrets(provider, SECRET_ARGUMENTS).map(
    (name) =>
      `the AWS provider's '${name}' must not be in the program, whose JSON anyone may read; name a 'profile', or set it in ` +
      "the environment (AWS_…)",
  );
}
