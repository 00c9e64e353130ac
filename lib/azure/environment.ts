import { enumString, optional, type Rules } from "../core/rules";
import { show } from "../core/show";

/** Azure environment, as the azurerm provider calls it: the public cloud or a sovereign one. */
export type AzureEnvironment = "public" | "usgovernment" | "china";

/** Props of every part of the Azure integration. */
export interface AzureEnvironmentProps {
  /**
   * Azure environment: `public`, `usgovernment`, or `china` (operated by 21Vianet). Both providers must use the same one.
   *
   * @default "public"
   */
  readonly environment?: AzureEnvironment;
}

/** Rule for an environment. */
export const AZURE_ENVIRONMENT_RULE = enumString("public", "usgovernment", "china");

/** Rules of `AzureEnvironmentProps`. */
export const AZURE_ENVIRONMENT_RULES: Rules<AzureEnvironmentProps> = {
  environment: optional(AZURE_ENVIRONMENT_RULE),
};

interface Environment {
  /** Names in each provider. Without a name, both providers use the public cloud. */
  readonly azurerm: readonly string[];
  readonly azuread: readonly string[];
  /** Prefixes of its region names. All other regions belong to the public cloud. */
  readonly regions: readonly string[];
  /** Host of the blob endpoints, after the name of the account. */
  readonly blobHost: string;
  readonly portal: string;
  readonly resourceManager: string;
  /** Audience of tokens that are exchanged for tokens of the application. */
  readonly federationAudience: string;
}

/**
 * Azure environments, and the differences between them.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud, and the `environment`
 * of either provider.
 */
export const ENVIRONMENTS: Readonly<Record<AzureEnvironment, Environment>> = {
  public: {
    azurerm: ["public"],
    azuread: ["global", "public"],
    regions: [],
    blobHost: "blob.core.windows.net",
    portal: "https://portal.azure.com",
    resourceManager: "https://management.azure.com",
    federationAudience: "api://AzureADTokenExchange",
  },
  usgovernment: {
    azurerm: ["usgovernment"],
    azuread: ["usgovernment", "usgovernmentl4", "usgovernmentl5", "dod"],
    regions: ["usgov", "usdod"],
    blobHost: "blob.core.usgovcloudapi.net",
    portal: "https://portal.azure.us",
    resourceManager: "https://management.usgovcloudapi.net",
    federationAudience: "api://AzureADTokenExchangeUSGov",
  },
  china: {
    azurerm: ["china"],
    azuread: ["china"],
    regions: ["china"],
    blobHost: "blob.core.chinacloudapi.cn",
    portal: "https://portal.azure.cn",
    resourceManager: "https://management.chinacloudapi.cn",
    federationAudience: "api://AzureADTokenExchangeChina",
  },
};

/** Environment of a construct. */
export function environmentOf({ environment = "public" }: AzureEnvironmentProps): Environment {
  return ENVIRONMENTS[environment];
}

/**
 * Checks that a part passed as a property is in the environment of the construct: another one is out of reach.
 */
export function checkSameEnvironment(
  property: string,
  part: { readonly environment: AzureEnvironment },
  { environment = "public" }: AzureEnvironmentProps,
): string[] {
  return part.environment === environment
    ? []
    : [
        `'${property}' must have the 'environment' of the construct, ${show(environment)}, got: ${show(part.environment)}; ` +
          "pass the same 'environment' to both",
      ];
}
