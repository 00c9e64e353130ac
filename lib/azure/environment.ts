import { enumString, optional, type Rules } from "../core/rules";
import { show } from "../core/show";

/** A cloud of Microsoft's that is apart from the others, as the azurerm provider calls it. */
export type AzureEnvironment = "public" | "usgovernment" | "china";

/** What every part of the Azure integration takes. */
export interface AzureEnvironmentProps {
  /**
   * The cloud: `public`, `usgovernment`, or `china` (operated by 21Vianet). Both providers must be of the same.
   *
   * @default "public"
   */
  readonly environment?: AzureEnvironment;
}

/** One rule for each of `AzureEnvironmentProps`. */
export const AZURE_ENVIRONMENT_RULES: Rules<AzureEnvironmentProps> = {
  environment: optional(enumString("public", "usgovernment", "china")),
};

interface Environment {
  /** What each provider calls it; without any, both take it for the public one. */
  readonly azurerm: readonly string[];
  readonly azuread: readonly string[];
  /** What the names of its regions begin with; the public cloud has all others. */
  readonly regions: readonly string[];
  /** Where containers are, after the name of the account. */
  readonly blobHost: string;
  readonly portal: string;
  readonly resourceManager: string;
  /** For whom a token has to be that is exchanged for one of the application. */
  readonly federationAudience: string;
}

/**
 * The clouds, by what differs.
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

/** The cloud that props are about. */
export function environmentOf({ environment = "public" }: AzureEnvironmentProps): Environment {
  return ENVIRONMENTS[environment];
}

/** What is wrong with a part that is passed in: it is of another cloud, of which nothing can be reached from here. */
export function checkSameEnvironment(
  property: string,
  part: { readonly environment: AzureEnvironment } | undefined,
  { environment = "public" }: AzureEnvironmentProps,
): string[] {
  return part === undefined || part.environment === environment
    ? []
    : [
        `'${property}' must have the 'environment' of the construct, ${show(environment)}, got: ${show(part.environment)}; ` +
          "pass the same 'environment' to both",
      ];
}
