import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { type AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type ITerraformDependable, Op, TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { type ManualStep } from "../core/manual-step";
import { Part } from "../core/part";
import { type Permission } from "../core/permission";
import { subject } from "../core/place";
import { type Rules, string } from "../core/rules";
import { type AzureEnvironment } from "./environment";
import { CONTAINER_NAME, RESOURCE_GROUP_NAME, STORAGE_ACCOUNT_NAME } from "./names";
import { AZURE_SUBSCRIPTION_RULES, type AzureSubscriptionProps, checkAzureProvider } from "./provider";
import { AZURE_SAS_RULES, type AzureSas, type AzureSasProps, type AzureStorageValues } from "./sas";

/** What a container for the exports takes, new or not. */
export interface AzureStorageBaseProps extends AzureSubscriptionProps, AzureSasProps {
  /** Name of the storage account: 3-24 lower-case letters and digits, unique in all of the cloud. */
  readonly storageAccountName: string;
}

/** One rule for each of `AzureStorageBaseProps`. */
export const AZURE_STORAGE_BASE_RULES: Rules<AzureStorageBaseProps> = {
  ...AZURE_SUBSCRIPTION_RULES,
  ...AZURE_SAS_RULES,
  storageAccountName: string(STORAGE_ACCOUNT_NAME, '"acmebillingexport"'),
};

/** The rule for the name of a resource group. */
export const RESOURCE_GROUP_RULE = string(RESOURCE_GROUP_NAME, '"finops"');

/** The rule for the name of a container. */
export const CONTAINER_RULE = string(CONTAINER_NAME, '"cost-exports"');

/**
 * Where the exports land: a container of a storage account, new (`AzureStorage`) or there already
 * (`AzureStorage.fromContainer`).
 */
export abstract class AzureStorageBase extends Part {
  /** Name of the storage account, as Terraform knows it: whoever uses it waits for the account. */
  abstract readonly storageAccountName: string;
  /** Name of the container, likewise. */
  abstract readonly containerName: string;
  /** The container as Azure Resource Manager names it: `/subscriptions/…/blobServices/default/containers/<name>`. */
  abstract readonly containerId: string;
  /** How it is read without logging in. */
  abstract readonly sas: AzureSas;
  /** What has to be read and checked before anything is exported to it or granted on it. */
  readonly dependencies: readonly ITerraformDependable[] = [];

  /** ID of the subscription that the storage account is in. */
  readonly subscriptionId: string;
  /** The cloud that it is in. */
  readonly environment: AzureEnvironment;
  /** What creates or reads it; `undefined` for the stack's azurerm provider without an alias. */
  readonly provider?: AzurermProvider;

  /** The subscription that the provider works in: whatever is made or read waits for it to be the one that is told. */
  protected readonly subscription: DataAzurermClientConfig;

  constructor(scope: Construct, id: string, props: AzureSubscriptionProps) {
    super(scope, id);
    checkAzureProvider(this, props);
    this.subscription = new DataAzurermClientConfig(this, "subscription", {
      provider: props.provider,
      lifecycle: {
        postcondition: [
          {
            condition: Op.eq(TerraformSelf.getString("subscription_id"), props.subscriptionId),
            errorMessage: `${subject(this, props)}: 'subscriptionId' must be the subscription that the azurerm provider works in.`,
          },
        ],
      },
    });
    this.subscriptionId = props.subscriptionId;
    this.environment = props.environment ?? "public";
    this.provider = props.provider;
  }

  /** The rows of the platform's form that it fills in. */
  get formValues(): AzureStorageValues {
    return this.sas.formValues;
  }

  override get permissions(): Permission[] {
    return [...this.sas.permissions];
  }

  override get manualSteps(): ManualStep[] {
    return [...this.sas.manualSteps];
  }
}
