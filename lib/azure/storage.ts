import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { Fn, Lazy, Op, type TerraformResourceLifecycle, TerraformSelf, type TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { forbidOverrides } from "../core/override-guard";
import { withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { boolean, enumString, integer, optional, string, stringMap } from "../core/rules";
import { show } from "../core/show";
import { Registry } from "../core/registry";
import { isInTree } from "../core/tree";
import { describeConstruct, validateProps } from "../core/validate-props";
import { type AzureEnvironment, environmentOf, ENVIRONMENTS } from "./environment";
import { AzureExistingContainer, type AzureExistingContainerProps } from "./existing-container";
import { addStorageValidation } from "./storage-guard";
import { type IAzureStorage } from "./interfaces";
import { LOCATION, storageAccountId, TAG_NAME, TAG_VALUE } from "./conditions";
import { AZURE_SAS_CHECK, type AzureSas, createSas, manualSas } from "./sas";
import {
  AZURE_STORAGE_BASE_RULES,
  AzureStorageBase,
  type AzureStorageBaseProps,
  CONTAINER_RULE,
  RESOURCE_GROUP_RULE,
} from "./storage-base";

/** Props of `AzureStorage`. */
export interface AzureStorageProps extends AzureStorageBaseProps {
  /**
   * Region of the resource group and the account, which is permanent: its name, such as `westeurope`, of up to 40 lower-case
   * letters and digits.
   */
  readonly location: string;

  /**
   * Name of the resource group: 1-90 letters, digits and `._()-`; unique in the subscription. Required with
   * `createResourceGroup: false`.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly resourceGroupName?: string;

  /**
   * Whether Terraform creates the resource group. With `false`, `resourceGroupName` must name an existing one.
   *
   * @default true
   */
  readonly createResourceGroup?: boolean;

  /**
   * Name of the container: 3-63 lower-case letters, digits and `-`.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly containerName?: string;

  /**
   * Replication of the account: in one data center (`LRS`), in several data centers of the region (`ZRS`), or also in
   * another region (the others). Azure can export lost costs again only for a limited time.
   *
   * @default "LRS"
   */
  readonly replication?: "LRS" | "ZRS" | "GRS" | "RAGRS" | "GZRS" | "RAGZRS";

  /**
   * Days from the time when an export's file is written until it is deleted: 400-3650.
   *
   * @default - billing history is never deleted
   */
  readonly expireAfterDays?: number;

  /**
   * Tags of the resource group and the account: at most 50, names of up to 128 and values of up to 256 characters.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * Whether Terraform refuses to destroy the resource group, the account and the container, and the billing history in them.
   * The protection lasts only while the construct is in the program: removing the construct removes the protection, too.
   *
   * @default true
   */
  readonly retain?: boolean;
}

/** Schema of `AzureStorageProps`. */
export const AZURE_STORAGE_SCHEMA: PropsSchema<AzureStorageProps, "resourceGroupName" | "containerName"> = {
  rules: {
    ...AZURE_STORAGE_BASE_RULES,
    location: string(LOCATION, '"westeurope"'),
    resourceGroupName: optional(RESOURCE_GROUP_RULE),
    createResourceGroup: optional(boolean()),
    containerName: optional(CONTAINER_RULE),
    replication: optional(enumString("LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS")),
    expireAfterDays: optional(integer(400, 3650)),
    tags: optional(stringMap(50, TAG_NAME, TAG_VALUE, '{ team: "finops" }')),
    retain: optional(boolean()),
  },
  defaultNames: {
    resourceGroupName: (site, props) => (props.createResourceGroup === false ? undefined : site.name("-")),
    containerName: (site) => site.name("-"),
  },
  crossChecks: [
    crossCheck(["createResourceGroup", "resourceGroupName"], checkResourceGroup),
    crossCheck(["location", "environment"], checkRegion),
    AZURE_SAS_CHECK,
  ],
  uniqueNames: ({ storageAccountName, subscriptionId, ...props }) => [
    {
      property: "storageAccountName",
      kind: "storage account",
      name: storageAccountName,
      within: "program",
      advice: "choose another, or, within a stack, pass the storage of the other construct as 'storage'",
    },
    ...(props.createResourceGroup === false
      ? []
      : [
          {
            property: "resourceGroupName",
            kind: "resource group",
            name: props.resourceGroupName,
            within: "program" as const,
            among: subscriptionId,
            ignoreCase: true,
            advice: "choose another, or set 'createResourceGroup' to false in all but one",
          },
        ]),
  ],
};

function checkResourceGroup({
  createResourceGroup,
  resourceGroupName,
}: Pick<AzureStorageProps, "createResourceGroup" | "resourceGroupName">): string[] {
  return createResourceGroup === false && resourceGroupName === undefined
    ? ["'resourceGroupName' is required when 'createResourceGroup' is false: it must name the existing group"]
    : [];
}

/** Checks that a region belongs to the environment. */
function checkRegion({
  location,
  environment = "public",
}: Pick<AzureStorageProps, "location" | "environment">): string[] {
  const [actual = "public"] = (Object.keys(ENVIRONMENTS) as AzureEnvironment[]).filter((name) =>
    ENVIRONMENTS[name].regions.some((prefix) => location.startsWith(prefix)),
  );
  // An unresolved token cannot be compared.
  return Token.isUnresolved(location) || actual === environment
    ? []
    : [
        `'location' must be a region of the environment ${show(environment)}, got: ${show(location)}, a region of ${show(actual)}; ` +
          "set 'environment', or choose another region",
      ];
}

// Resource groups that the storages of a stack create, by subscription and name.
const GROUPS = new Registry<Map<string, ResourceGroup>, TerraformStack>(() => new Map());

function groupKey({ subscriptionId, resourceGroupName = "" }: AzureStorageProps): string {
  return `${subscriptionId}/${resourceGroupName.toLowerCase()}`;
}

/**
 * Name of an existing resource group. If another storage of the stack creates the group, the name is a reference to it, so
 * that Terraform waits for it.
 */
function existingGroupName(construct: Construct, props: AzureStorageProps): string {
  return Lazy.stringValue({
    produce: () => {
      const group = GROUPS.ofStack(construct).get(groupKey(props));
      return group !== undefined && isInTree(group) ? group.name : props.resourceGroupName;
    },
  });
}

// Days in which deleted files and containers can be restored.
const SOFT_DELETE_DAYS = 30;

/**
 * Storage of the exports: a private container of a dedicated storage account, in a resource group. The account is closed to
 * the public and to plain HTTP. It keeps deleted files for thirty days, and overwritten files as versions. Its keys are
 * enabled, because exports and SAS tokens need them; the provider stores them in Terraform's state.
 *
 * @throws InputError when a property is refused
 */
export class AzureStorage extends AzureStorageBase {
  /**
   * References an existing container. Terraform changes nothing about it or its account.
   *
   * @throws InputError when a property is refused
   */
  static fromContainer(scope: Construct, id: string, props: AzureExistingContainerProps): IAzureStorage {
    return new AzureExistingContainer(scope, id, props);
  }

  /** The resource group; `undefined` with `createResourceGroup: false`. */
  readonly resourceGroup?: ResourceGroup;
  /** The storage account; `node.defaultChild`. */
  readonly storageAccount: StorageAccount;
  /** The container. */
  readonly container: StorageContainer;
  readonly storageAccountName: string;
  readonly containerName: string;
  readonly containerId: string;
  readonly sas: AzureSas;

  constructor(scope: Construct, id: string, props: AzureStorageProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureStorage"), AZURE_STORAGE_SCHEMA, props);
    super(scope, id, validProps);
    const { provider, location, tags } = validProps;
    const retained: TerraformResourceLifecycle | undefined =
      (validProps.retain ?? true) ? { preventDestroy: true } : undefined;
    const subject = describeConstruct(validProps);
    if (validProps.createResourceGroup ?? true) {
      this.resourceGroup = new ResourceGroup(this, "resource_group", {
        provider,
        name: validProps.resourceGroupName,
        location,
        tags,
        lifecycle: retained,
        dependsOn: [this.subscription],
      });
      GROUPS.ofStack(this).set(groupKey(validProps), this.resourceGroup);
    }
    this.storageAccount = new StorageAccount(this, "Resource", {
      provider,
      name: validProps.storageAccountName,
      resourceGroupName: this.resourceGroup?.name ?? existingGroupName(this, validProps),
      location,
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: validProps.replication ?? "LRS",
      minTlsVersion: "TLS1_2",
      httpsTrafficOnlyEnabled: true,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      defaultToOauthAuthentication: true,
      infrastructureEncryptionEnabled: true,
      localUserEnabled: false,
      // Exports and SAS tokens need the keys; the platform may read from any network.
      sharedAccessKeyEnabled: true,
      publicNetworkAccessEnabled: true,
      blobProperties: {
        versioningEnabled: true,
        deleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
        containerDeleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
      },
      tags,
      dependsOn: [this.subscription],
      lifecycle: withPreconditions(validProps, {
        ...retained,
        postcondition: [
          {
            // The provider would otherwise manage an account in another subscription, by the ID in the state.
            condition: Op.eq(Fn.element(Fn.split("/", TerraformSelf.getString("id")), 2), validProps.subscriptionId),
            errorMessage: `${subject}: the account must be in the subscription that 'subscriptionId' specifies; it stays where it was created.`,
          },
          {
            condition: `\${endswith(self.primary_blob_endpoint, ".${environmentOf(validProps).blobHost}/")}`,
            errorMessage: `${subject}: the account must be in the Azure environment that 'environment' specifies, where the azurerm provider works.`,
          },
        ],
      }),
    });
    // Read once, because each read creates a token, for which cdktf captures a stack trace.
    const accountId = this.storageAccount.id;
    this.container = new StorageContainer(this, "container", {
      provider,
      name: validProps.containerName,
      // Not the account's name: the ID of the container would be the address of its blobs, which exports do not accept.
      storageAccountId: accountId,
      containerAccessType: "private",
      lifecycle: retained,
    });
    forbidOverrides(this.container, "the container", {
      storage_account_id: accountId,
      storage_account_name: undefined,
    });
    this.storageAccountName = this.storageAccount.name;
    this.containerName = this.container.name;
    this.containerId = this.container.id;
    const expiry = this.createExpiryPolicy(validProps, accountId);
    this.sas =
      validProps.createSas === false
        ? manualSas(validProps)
        : createSas(this, this.storageAccount, this.containerName, validProps);
    addStorageValidation({
      construct: this,
      retained: retained === undefined ? [] : [this.resourceGroup ?? [], this.storageAccount, this.container].flat(),
      account: this.storageAccount,
      accountId: storageAccountId(validProps),
      container: this.container,
      containerName: validProps.containerName,
      expiry,
    });
    this.addSynthWarnings();
  }

  private createExpiryPolicy(
    { provider, containerName = "", expireAfterDays: days }: AzureStorageProps,
    storageAccountId: string,
  ): StorageManagementPolicy | undefined {
    if (days === undefined) {
      return undefined;
    }
    const [name, prefix] = ["expire-exports", `${containerName}/`];
    const policy = new StorageManagementPolicy(this, "expiry", {
      provider,
      storageAccountId,
      rule: [
        {
          name,
          enabled: true,
          filters: { blobTypes: ["blockBlob"], prefixMatch: [prefix] },
          actions: {
            baseBlob: { deleteAfterDaysSinceModificationGreaterThan: days },
            snapshot: { deleteAfterDaysSinceCreationGreaterThan: days },
            version: { deleteAfterDaysSinceCreation: days },
          },
        },
      ],
    });
    forbidOverrides(policy, "the expiry policy", {
      storage_account_id: storageAccountId,
      rule: [
        {
          name,
          enabled: true,
          filters: { blob_types: ["blockBlob"], prefix_match: [prefix] },
          actions: {
            base_blob: { delete_after_days_since_modification_greater_than: days },
            snapshot: { delete_after_days_since_creation_greater_than: days },
            version: { delete_after_days_since_creation: days },
          },
        },
      ],
    });
    return policy;
  }
}
