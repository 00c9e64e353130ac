import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { Fn, Lazy, Op, type TerraformResourceLifecycle, TerraformSelf, type TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { forbidOverrides } from "../core/override-guard";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { boolean, enumString, integer, optional, string, stringMap } from "../core/rules";
import { show } from "../core/show";
import { Registry } from "../core/registry";
import { isInTree } from "../core/tree";
import { describeConstruct, validateProps } from "../core/validate-props";
import { type AzureEnvironment, environmentOf, ENVIRONMENTS } from "./environment";
import { AzureExistingContainer, type AzureExistingContainerProps } from "./existing-container";
import { guardStorage } from "./storage-guard";
import { type IAzureStorage } from "./interfaces";
import { LOCATION, storageAccountId, TAG_NAME, TAG_VALUE } from "./names";
import { type AzureSas, checkSas, createSas, manualSas } from "./sas";
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
   * Where the resource group and the account are, for good: the name of a region, such as `westeurope`, of up to 40 lower-case
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
   * Whether Terraform makes the resource group. With `false` it is one that is there already, which
   * `resourceGroupName` names.
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
   * How Azure keeps copies: in one building (`LRS`), in several of the region (`ZRS`), in another region as well (the
   * others). Azure can write what is lost of the exports again for some time only.
   *
   * @default "LRS"
   */
  readonly replication?: "LRS" | "ZRS" | "GRS" | "RAGRS" | "GZRS" | "RAGZRS";

  /**
   * Days after which an export's file is deleted, counted from when it was written: 400-3650.
   *
   * @default - billing history is never deleted
   */
  readonly expireAfterDays?: number;

  /**
   * Tags of resource group and account: at most 50, names of up to 128 and values of up to 256 characters.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * Whether Terraform refuses to destroy resource group, account and container, and the billing history in them. It does
   * so only while they are in the program: taking the construct out takes the protection with it.
   *
   * @default true
   */
  readonly retain?: boolean;
}

/** The input of `AzureStorage`. */
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
  crossChecks: (props) => [...checkGroup(props), ...checkRegion(props), ...checkSas(props)],
  uniqueNames: ({ storageAccountName, subscriptionId, ...props }) => [
    {
      property: "storageAccountName",
      kind: "storage account",
      name: storageAccountName,
      within: "program",
      advice: "choose another, or pass the storage of the other construct as 'storage'",
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

function checkGroup({ createResourceGroup, resourceGroupName }: Partial<AzureStorageProps>): string[] {
  return createResourceGroup === false && resourceGroupName === undefined
    ? [
        "'resourceGroupName' is required when 'createResourceGroup' is false: it must name the group that is there already",
      ]
    : [];
}

/** What is wrong with a region: it is of another cloud. */
function checkRegion({ location = "", environment = "public" }: Partial<AzureStorageProps>): string[] {
  const [of = "public"] = (Object.keys(ENVIRONMENTS) as AzureEnvironment[]).filter((cloud) =>
    ENVIRONMENTS[cloud].regions.some((beginning) => location.startsWith(beginning)),
  );
  // Of what Terraform fills in, and of what is missing, nothing is known.
  return location === "" || Token.isUnresolved(location) || of === environment
    ? []
    : [
        `'location' must be a region of the cloud ${show(environment)}, got: ${show(location)}, which is one of ${show(of)}; ` +
          "set 'environment', or choose another",
      ];
}

// Resource groups that the storages of a stack create, by subscription and name.
const GROUPS = new Registry<Map<string, ResourceGroup>, TerraformStack>(() => new Map());

function groupKey({ subscriptionId, resourceGroupName = "" }: AzureStorageProps): string {
  return `${subscriptionId}/${resourceGroupName.toLowerCase()}`;
}

/** Name of a group that is there already, or that another storage of the stack makes, for which Terraform then waits. */
function groupNamed(construct: Construct, props: AzureStorageProps): string {
  return Lazy.stringValue({
    produce: () => {
      const group = GROUPS.ofStack(construct).get(groupKey(props));
      return group !== undefined && isInTree(group) ? group.name : props.resourceGroupName;
    },
  });
}

// For how long what was deleted can be had back.
const SOFT_DELETE_DAYS = 30;

/**
 * Where the exports land: a private container of a storage account of its own, in a resource group. The account is closed
 * to the public and to plain HTTP, and keeps what is deleted for thirty days, and what is overwritten as a version. Its keys
 * work, because exports and SAS tokens need them, and are in Terraform's state, as the provider puts them there.
 */
export class AzureStorage extends AzureStorageBase {
  /**
   * A container that is there already. Nothing of it or of its account is changed.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromContainer(scope: Construct, id: string, props: AzureExistingContainerProps): IAzureStorage {
    return new AzureExistingContainer(scope, id, props);
  }

  /** The resource group; `undefined` where it is there already. */
  readonly resourceGroup?: ResourceGroup;
  /** The storage account; `node.defaultChild`. */
  readonly storageAccount: StorageAccount;
  /** The container. */
  readonly container: StorageContainer;
  readonly storageAccountName: string;
  readonly containerName: string;
  readonly containerId: string;
  readonly sas: AzureSas;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureStorageProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureStorage"), AZURE_STORAGE_SCHEMA, props);
    super(scope, id, validProps);
    const { provider, location, tags } = validProps;
    const retained: TerraformResourceLifecycle | undefined =
      (validProps.retain ?? true) ? { preventDestroy: true } : undefined;
    const where = describeConstruct(this, validProps);
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
      resourceGroupName: this.resourceGroup?.name ?? groupNamed(this, validProps),
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
      // Exports and SAS tokens need the keys; the platform reads from wherever it is.
      sharedAccessKeyEnabled: true,
      publicNetworkAccessEnabled: true,
      blobProperties: {
        versioningEnabled: true,
        deleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
        containerDeleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
      },
      tags,
      dependsOn: [this.subscription],
      lifecycle: withPreconditions(this, validProps, {
        ...retained,
        postcondition: [
          {
            // By its ID, the provider would go on with the account of another subscription.
            condition: Op.eq(Fn.element(Fn.split("/", TerraformSelf.getString("id")), 2), validProps.subscriptionId),
            errorMessage: `${where}: the account must be in the subscription that 'subscriptionId' says; it stays where it was made.`,
          },
          {
            condition: `\${endswith(self.primary_blob_endpoint, ".${environmentOf(validProps).blobHost}/")}`,
            errorMessage: `${where}: the account must be in the cloud that 'environment' says, where the azurerm provider works.`,
          },
        ],
      }),
    });
    // Once, because each time it is asked for costs a stack trace.
    const accountId = this.storageAccount.id;
    this.container = new StorageContainer(this, "container", {
      provider,
      name: validProps.containerName,
      // Not by the account's name: the container would have the address of its blobs for an ID, which no export takes.
      storageAccountId: accountId,
      containerAccessType: "private",
      lifecycle: retained,
    });
    forbidOverrides(this, this.container, "the container", {
      storage_account_id: accountId,
      storage_account_name: undefined,
    });
    this.storageAccountName = this.storageAccount.name;
    this.containerName = this.container.name;
    this.containerId = this.container.id;
    const expiry = this.expire(validProps, accountId);
    this.sas =
      validProps.createSas === false
        ? manualSas(validProps)
        : createSas(this, this.storageAccount, this.containerName, validProps);
    guardStorage({
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

  private expire(
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
    forbidOverrides(this, policy, "the policy of expiry", {
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
