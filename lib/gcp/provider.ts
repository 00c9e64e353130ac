import { type GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type TerraformProvider } from "cdktf";
import { type Construct } from "constructs";
import { literalSecrets } from "../core/literal-secrets";
import { addProviderValidation, isProvider, literalArgument, type ProviderSpec } from "../core/provider";
import { object, optional, type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { PROJECT_ID } from "./names";

/** What every part of the GCP integration takes. */
export interface GcpProviderProps {
  /**
   * The provider that creates and reads the resources.
   *
   * @default - the stack's Google provider without an alias
   */
  readonly provider?: GoogleProvider;
}

/** What every part takes that creates something in a project. */
export interface GcpPartProps extends GcpProviderProps {
  /**
   * ID of the project, such as `acme-billing`: 6-30 lower-case letters, digits and `-`. Neither its number, nor the ID
   * of the billing account.
   */
  readonly projectId: string;
}

/** One rule for each of `GcpProviderProps`. */
export const GCP_PROVIDER_RULES: Rules<GcpProviderProps> = {
  provider: optional(object("be a GoogleProvider", (value) => isProvider("google", value))),
};

/** One rule for each of `GcpPartProps`. */
export const GCP_PART_RULES: Rules<GcpPartProps> = {
  ...GCP_PROVIDER_RULES,
  projectId: string(PROJECT_ID, '"acme-billing"'),
};

/** What is wrong with a part that is passed in: made for another project, it is not what the construct speaks of. */
export function checkSameProject(
  property: string,
  part: { readonly projectId: string } | undefined,
  { projectId }: Partial<GcpPartProps>,
): string[] {
  return knownToDiffer(part?.projectId, projectId)
    ? [
        `'${property}' must be in the project of the construct, got: one in ${show(part?.projectId)} and 'projectId' ${show(projectId)}`,
      ]
    : [];
}

const GOOGLE: ProviderSpec = { type: "google", label: "Google", property: "provider", check: providerProblems };

/** Has the provider that a part uses checked when the program is complete. */
export function addGcpProviderValidation(scope: Construct, { provider }: GcpProviderProps): void {
  addProviderValidation(scope, GOOGLE, provider);
}

// What may be a secret; `credentials` also takes the path of a file, which is none.
const SECRETS = ["credentials", "access_token", "external_credentials.identity_token"];
const PATH = /^[^{}"$]*$/;

function providerProblems(provider: TerraformProvider): string[] {
  const universe = literalArgument(provider, "universe_domain");
  const secrets = literalSecrets(provider, SECRETS, (name, literal) => name === "credentials" && PATH.test(literal));
  return [
    ...secrets.map(
      (name) =>
        `the Google provider's '${name}' must not be in the program, whose JSON anyone may read; log in by ` +
        "'gcloud auth application-default login', or name the key's file in GOOGLE_APPLICATION_CREDENTIALS",
    ),
    ...(universe !== undefined && universe !== "googleapis.com"
      ? [
          `the Google provider's 'universe_domain' must be googleapis.com, where this library was made for, got: ${show(universe)}`,
        ]
      : []),
  ];
}
