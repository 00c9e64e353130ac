import { DataAzurermStorageAccount } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-account";
import { DataAzurermStorageContainer } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-container";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { forbidOverrides } from "../core/override-guard";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { describeConstruct, validateProps } from "../core/validate-props";
import { environmentOf } from "./environment";
import { containerIdIn, storageAccountId } from "./names";
import { type AzureSas, checkSas, createSas, manualSas } from "./sas";
import {
  AZURE_STORAGE_BASE_RULES,
  AzureStorageBase,
  type AzureStorageBaseProps,
  CONTAINER_RULE,
  RESOURCE_GROUP_RULE,
} from "./storage-base";

/** Props of `AzureStorage.fromContainer`. */
export interface AzureExistingContainerProps extends AzureStorageBaseProps {
  /** Name of the resource group that the account is in: 1-90 letters, digits and `._()-`. */
  readonly resourceGroupName: string;

  /** Name of the container: 3-63 lower-case letters, digits and `-`. */
  readonly containerName: string;
}

/** The input of `AzureStorage.fromContainer`. */
export const AZURE_EXISTING_CONTAINER_SCHEMA: PropsSchema<AzureExistingContainerProps> = {
  rules: {
    ...AZURE_STORAGE_BASE_RULES,
    resourceGroupName: RESOURCE_GROUP_RULE,
    containerName: CONTAINER_RULE,
  },
  crossChecks: checkSas,
};

/**
 * A container that is there already, see `AzureStorage.fromContainer`. Terraform stops where it is not what exports need;
 * of the account's firewall and of whether its keys work it cannot know.
 */
export class AzureExistingContainer extends AzureStorageBase {
  /** The container as Azure knows it; `node.defaultChild`. */
  readonly container: DataAzurermStorageContainer;
  /** The account as Azure knows it; `undefined` with `createSas: false`, so that its keys are not in Terraform's state. */
  readonly storageAccount?: DataAzurermStorageAccount;
  readonly storageAccountName: string;
  readonly containerName: string;
  readonly containerId: string;
  readonly sas: AzureSas;
  override readonly dependencies: readonly ITerraformDependable[];

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureExistingContainerProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureStorage.fromContainer"),
      AZURE_EXISTING_CONTAINER_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const { provider } = validProps;
    const where = describeConstruct(this, validProps);
    // By the names that are known, not by what is read: Terraform would replace the exports should it once read anew.
    const accountId = storageAccountId(validProps);
    this.storageAccountName = validProps.storageAccountName;
    this.containerName = validProps.containerName;
    this.containerId = containerIdIn(accountId, validProps.containerName);
    this.container = new DataAzurermStorageContainer(this, "Resource", {
      provider,
      name: validProps.containerName,
      storageAccountId: accountId,
      dependsOn: [this.subscription],
      lifecycle: withPreconditions(this, validProps, {
        postcondition: [
          {
            condition: '${self.container_access_type == "private"}',
            errorMessage: `${where}: the container must be private, or anyone could read billing data.`,
          },
          {
            condition: "${!self.has_immutability_policy && !self.has_legal_hold}",
            errorMessage: `${where}: the container must have neither an immutability policy nor a legal hold: an export may have to write a file again.`,
          },
        ],
      }),
    });
    forbidOverrides(this, this.container, "the container", {
      name: validProps.containerName,
      storage_account_id: accountId,
    });
    this.dependencies = [this.container];
    if (validProps.createSas === false) {
      this.sas = manualSas(validProps);
    } else {
      this.storageAccount = new DataAzurermStorageAccount(this, "storage_account", {
        provider,
        name: validProps.storageAccountName,
        resourceGroupName: validProps.resourceGroupName,
        dependsOn: [this.subscription],
        lifecycle: {
          postcondition: [
            {
              condition: "${self.https_traffic_only_enabled && !self.allow_nested_items_to_be_public}",
              errorMessage: `${where}: the account must take HTTPS only, and must not let anything in it be public.`,
            },
            {
              condition: '${contains(["TLS1_2", "TLS1_3"], self.min_tls_version)}',
              errorMessage: `${where}: the account must ask for TLS 1.2 at least.`,
            },
            {
              condition: `\${endswith(self.primary_blob_endpoint, ".${environmentOf(validProps).blobHost}/")}`,
              errorMessage: `${where}: the account must be in the cloud that 'environment' says.`,
            },
          ],
        },
      });
      forbidOverrides(this, this.storageAccount, "the storage account", {
        name: validProps.storageAccountName,
        resource_group_name: validProps.resourceGroupName,
      });
      this.dependencies = [this.container, this.storageAccount];
      this.sas = createSas(this, this.storageAccount, this.containerName, validProps);
    }
    this.addSynthWarnings();
  }
}
