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
import { containerIdIn, storageAccountId } from "./conditions";
import { AZURE_SAS_CHECK, type AzureSas, createSas, manualSas } from "./sas";
import {
  AZURE_STORAGE_BASE_RULES,
  AzureStorageBase,
  type AzureStorageBaseProps,
  CONTAINER_RULE,
  RESOURCE_GROUP_RULE,
} from "./storage-base";

/** Props of `AzureStorage.fromContainer`. */
export interface AzureExistingContainerProps extends AzureStorageBaseProps {
  /** Name of the account's resource group: 1-90 letters, digits and `._()-`. */
  readonly resourceGroupName: string;

  /** Name of the container: 3-63 lower-case letters, digits and `-`. */
  readonly containerName: string;
}

/** Schema of `AzureExistingContainerProps`. */
export const AZURE_EXISTING_CONTAINER_SCHEMA: PropsSchema<AzureExistingContainerProps> = {
  rules: {
    ...AZURE_STORAGE_BASE_RULES,
    resourceGroupName: RESOURCE_GROUP_RULE,
    containerName: CONTAINER_RULE,
  },
  crossChecks: [AZURE_SAS_CHECK],
};

/**
 * Existing container, see `AzureStorage.fromContainer`. Terraform stops if the container does not meet the requirements of
 * exports. It cannot check the account's firewall, or whether the account's keys are enabled.
 *
 * @throws InputError when a property is refused
 */
export class AzureExistingContainer extends AzureStorageBase {
  /** Data source of the container; `node.defaultChild`. */
  readonly container: DataAzurermStorageContainer;
  /** Data source of the account; `undefined` with `createSas: false`, so that its keys are not in Terraform's state. */
  readonly storageAccount?: DataAzurermStorageAccount;
  readonly storageAccountName: string;
  readonly containerName: string;
  readonly containerId: string;
  readonly sas: AzureSas;
  override readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AzureExistingContainerProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureStorage.fromContainer"),
      AZURE_EXISTING_CONTAINER_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const { provider } = validProps;
    const subject = describeConstruct(validProps);
    // Composed of the known names, not read: Terraform would replace the exports if it had to read the container again at
    // apply.
    const accountId = storageAccountId(validProps);
    this.storageAccountName = validProps.storageAccountName;
    this.containerName = validProps.containerName;
    this.containerId = containerIdIn(accountId, validProps.containerName);
    this.container = new DataAzurermStorageContainer(this, "Resource", {
      provider,
      name: validProps.containerName,
      storageAccountId: accountId,
      dependsOn: [this.subscription],
      lifecycle: withPreconditions(validProps, {
        postcondition: [
          {
            condition: '${self.container_access_type == "private"}',
            errorMessage: `${subject}: the container must be private: otherwise anyone could read the billing data.`,
          },
          {
            condition: "${!self.has_immutability_policy && !self.has_legal_hold}",
            errorMessage: `${subject}: the container must have neither an immutability policy nor a legal hold: an export may have to overwrite a file.`,
          },
        ],
      }),
    });
    forbidOverrides(this.container, "the container", {
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
              errorMessage: `${subject}: the account must accept HTTPS only, and must not allow public access to its containers.`,
            },
            {
              condition: '${contains(["TLS1_2", "TLS1_3"], self.min_tls_version)}',
              errorMessage: `${subject}: the account must require TLS 1.2 or later.`,
            },
            {
              condition: `\${endswith(self.primary_blob_endpoint, ".${environmentOf(validProps).blobHost}/")}`,
              errorMessage: `${subject}: the account must be in the Azure environment that 'environment' specifies.`,
            },
          ],
        },
      });
      forbidOverrides(this.storageAccount, "the storage account", {
        name: validProps.storageAccountName,
        resource_group_name: validProps.resourceGroupName,
      });
      this.dependencies = [this.container, this.storageAccount];
      this.sas = createSas(this, this.storageAccount, this.containerName, validProps);
    }
    this.addSynthWarnings();
  }
}
