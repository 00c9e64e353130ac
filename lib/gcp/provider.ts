import { type GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type TerraformProvider } from "cdktf";
import { type Construct } from "constructs";
import { literalSecrets } from "../core/literal-secrets";
import { addProviderValidation, literalArgument, providerRule, type ProviderSpec } from "../core/provider";
import { type Rules, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { PROJECT_ID } from "./conditions";

/** Props of every part of the GCP integration. */
export interface GcpProviderProps {
  /**
   * Provider that creates and reads the resources.
   *
   * @default - the stack's Google provider without an alias
   */
  readonly provider?: GoogleProvider;
}

/** Props of every part that creates or reads resources in a project. */
export interface GcpPartProps extends GcpProviderProps {
  /**
   * ID of the project, such as `acme-billing`: 6-30 lower-case letters, digits and `-`. It is neither the number of the
   * project nor the ID of the billing account.
   */
  readonly projectId: string;
}

/** Rules of `GcpProviderProps`. */
export const GCP_PROVIDER_RULES: Rules<GcpProviderProps> = {
  provider: providerRule("google", "a GoogleProvider"),
};

/** Rules of `GcpPartProps`. */
export const GCP_PART_RULES: Rules<GcpPartProps> = {
  ...GCP_PROVIDER_RULES,
  projectId: string(PROJECT_ID, '"acme-billing"'),
};

/**
 * Checks that a part passed as a property is in the project of the construct, in which the platform runs its queries.
 */
export function checkSameProject(
  property: string,
  part: { readonly projectId: string },
  { projectId }: Pick<GcpPartProps, "projectId">,
): string[] {
  return knownToDiffer(part.projectId, projectId)
    ? [
        `'${property}' must be in the project of the construct, got: one in ${show(part.projectId)} and 'projectId' ${show(projectId)}`,
      ]
    : [];
}

const GOOGLE: ProviderSpec = { type: "google", label: "Google", property: "provider", check: checkProvider };

/** Validates the provider of a part at synthesis. */
export function addGcpProviderValidation(scope: Construct, { provider }: GcpProviderProps): void {
  addProviderValidation(scope, GOOGLE, provider);
}

// Arguments that may contain a secret. The value of `credentials` can also be the path of a file, which is not a secret.
const SECRET_ARGUMENTS = ["credentials", "access_token", "external_credentials.identity_token"];
const PATH = /^[^{}"$]*$/;

function checkProvider(provider: TerraformProvider): string[] {
  const universe = literalArgument(provider, "universe_domain");
  const secrets = literalSecrets(
    provider,
    SECRET_ARGUMENTS,
    (name, literal) => name === "credentials" && PATH.test(literal),
  );
  return [
    ...secrets.map(
      (name) =>
        `the Google provider's '${name}' must not be in the program, whose JSON anyone may read; log in with ` +
        "'gcloud auth application-default login', or name the key's file in GOOGLE_APPLICATION_CREDENTIALS",
    ),
    ...(universe !== undefined && universe !== "googleapis.com"
      ? [
          `the Google provider's 'universe_domain' must be googleapis.com, the only one that this library supports, got: ${show(universe)}`,
        ]
      : []),
  ];
}
