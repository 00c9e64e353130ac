import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { type AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type ITerraformDependable, Op, TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type Permission } from "../core/permission";
import { type Rules, string } from "../core/rules";
import { describeConstruct } from "../core/validate-props";
import { type AzureEnvironment } from "./environment";
import { type AzureStorageFieldValues, type IAzureStorage } from "./interfaces";
import { CONTAINER_NAME, RESOURCE_GROUP_NAME, STORAGE_ACCOUNT_NAME } from "./conditions";
import { addAzurermProviderValidation, AZURE_SUBSCRIPTION_RULES, type AzureSubscriptionProps } from "./provider";
import { AZURE_SAS_RULES, type AzureSas, type AzureSasProps } from "./sas";

/** Props of a container for the exports, new or existing. */
export interface AzureStorageBaseProps extends AzureSubscriptionProps, AzureSasProps {
  /** Name of the storage account: 3-24 lower-case letters and digits, unique in the whole Azure environment. */
  readonly storageAccountName: string;
}

/** Rules of `AzureStorageBaseProps`. */
export const AZURE_STORAGE_BASE_RULES: Rules<AzureStorageBaseProps> = {
  ...AZURE_SUBSCRIPTION_RULES,
  ...AZURE_SAS_RULES,
  storageAccountName: string(STORAGE_ACCOUNT_NAME, '"acmebillingexport"'),
};

/** Rule for the name of a resource group. */
export const RESOURCE_GROUP_RULE = string(RESOURCE_GROUP_NAME, '"finops"');

/** Rule for the name of a container. */
export const CONTAINER_RULE = string(CONTAINER_NAME, '"cost-exports"');

/** Base of the library's storages. */
export abstract class AzureStorageBase extends Part implements IAzureStorage {
  readonly finopsInterface = "IAzureStorage";
  abstract readonly storageAccountName: string;
  abstract readonly containerName: string;
  abstract readonly containerId: string;
  /** Access to the container by a SAS token. */
  abstract readonly sas: AzureSas;
  readonly dependencies: readonly ITerraformDependable[] = [];
  readonly subscriptionId: string;
  readonly environment: AzureEnvironment;
  readonly provider?: AzurermProvider;
  /** Subscription of the provider. All resources wait for the check that it is the one in the props. */
  protected readonly subscription: DataAzurermClientConfig;

  constructor(scope: Construct, id: string, validProps: AzureSubscriptionProps) {
    super(scope, id);
    addAzurermProviderValidation(this, validProps);
    this.subscription = new DataAzurermClientConfig(this, "subscription", {
      provider: validProps.provider,
      lifecycle: {
        postcondition: [
          {
            condition: Op.eq(TerraformSelf.getString("subscription_id"), validProps.subscriptionId),
            errorMessage: `${describeConstruct(validProps)}: 'subscriptionId' must be the subscription that the azurerm provider works in.`,
          },
        ],
      },
    });
    this.subscriptionId = validProps.subscriptionId;
    this.environment = validProps.environment ?? "public";
    this.provider = validProps.provider;
  }

  get fieldValues(): AzureStorageFieldValues {
    return this.sas.fieldValues;
  }

  override get permissions(): Permission[] {
    return [...this.sas.permissions];
  }

  override get manualSteps(): ManualStep[] {
    return [...this.sas.manualSteps];
  }
}
