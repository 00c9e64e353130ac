import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { Fn, Lazy, Op, type TerraformResourceLifecycle, TerraformSelf, TerraformStack, Token } from "cdktf";
import { type Construct } from "constructs";
import { keepAsMade } from "../core/argument";
import { type Input } from "../core/input";
import { Place, subject } from "../core/place";
import { checkedLifecycle } from "../core/preconditions";
import { boolean, integer, oneOf, optional, string, stringMap } from "../core/rules";
import { show } from "../core/show";
import { isInTree } from "../core/tree";
import { type AzureEnvironment, environmentOf, ENVIRONMENTS } from "./environment";
import { AzureExistingContainer, type AzureExistingContainerProps } from "./existing-container";
import { guardStorage } from "./harmful";
import { LOCATION, storageAccountId, TAG_NAME, TAG_VALUE } from "./names";
import { type AzureSas, checkSas, makeSas, sasByHand } from "./sas";
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
export const AZURE_STORAGE_INPUT: Input<AzureStorageProps, "resourceGroupName" | "containerName"> = {
  rules: {
    ...AZURE_STORAGE_BASE_RULES,
    location: string(LOCATION, '"westeurope"'),
    resourceGroupName: optional(RESOURCE_GROUP_RULE),
    createResourceGroup: optional(boolean()),
    containerName: optional(CONTAINER_RULE),
    replication: optional(oneOf("LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS")),
    expireAfterDays: optional(integer(400, 3650)),
    tags: optional(stringMap(50, TAG_NAME, TAG_VALUE, '{ team: "finops" }')),
    retain: optional(boolean()),
  },
  names: {
    resourceGroupName: (place, props) => (props.createResourceGroup === false ? undefined : place.name("-")),
    containerName: (place) => place.name("-"),
  },
  combinations: (props) => [...checkGroup(props), ...checkRegion(props), ...checkSas(props)],
  claims: ({ storageAccountName, subscriptionId, ...props }) => [
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

const GROUPS = new WeakMap<TerraformStack, Map<string, ResourceGroup>>();

/** The resource groups that the storages of a stack make. */
function groupsOf(construct: Construct): Map<string, ResourceGroup> {
  const stack = TerraformStack.of(construct);
  const groups = GROUPS.get(stack) ?? new Map<string, ResourceGroup>();
  GROUPS.set(stack, groups);
  return groups;
}

function groupKey({ subscriptionId, resourceGroupName = "" }: AzureStorageProps): string {
  return `${subscriptionId}/${resourceGroupName.toLowerCase()}`;
}

/** Name of a group that is there already, or that another storage of the stack makes, for which Terraform then waits. */
function groupNamed(construct: Construct, props: AzureStorageProps): string {
  return Lazy.stringValue({
    produce: () => {
      const group = groupsOf(construct).get(groupKey(props));
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
  static fromContainer(scope: Construct, id: string, props: AzureExistingContainerProps): AzureExistingContainer {
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
    const named = new Place(scope, id, "AzureStorage").admit(AZURE_STORAGE_INPUT, props);
    super(scope, id, named);
    const { provider, location, tags } = named;
    const retained: TerraformResourceLifecycle | undefined =
      (named.retain ?? true) ? { preventDestroy: true } : undefined;
    const where = subject(this, named);
    if (named.createResourceGroup ?? true) {
      this.resourceGroup = new ResourceGroup(this, "resource_group", {
        provider,
        name: named.resourceGroupName,
        location,
        tags,
        lifecycle: retained,
        dependsOn: [this.subscription],
      });
      groupsOf(this).set(groupKey(named), this.resourceGroup);
    }
    this.storageAccount = new StorageAccount(this, "Resource", {
      provider,
      name: named.storageAccountName,
      resourceGroupName: this.resourceGroup?.name ?? groupNamed(this, named),
      location,
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: named.replication ?? "LRS",
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
      lifecycle: checkedLifecycle(this, named, {
        ...retained,
        postcondition: [
          {
            // By its ID, the provider would go on with the account of another subscription.
            condition: Op.eq(Fn.element(Fn.split("/", TerraformSelf.getString("id")), 2), named.subscriptionId),
            errorMessage: `${where}: the account must be in the subscription that 'subscriptionId' says; it stays where it was made.`,
          },
          {
            condition: `\${endswith(self.primary_blob_endpoint, ".${environmentOf(named).blobHost}/")}`,
            errorMessage: `${where}: the account must be in the cloud that 'environment' says, where the azurerm provider works.`,
          },
        ],
      }),
    });
    // Once, because each time it is asked for costs a stack trace.
    const accountId = this.storageAccount.id;
    this.container = new StorageContainer(this, "container", {
      provider,
      name: named.containerName,
      // Not by the account's name: the container would have the address of its blobs for an ID, which no export takes.
      storageAccountId: accountId,
      containerAccessType: "private",
      lifecycle: retained,
    });
    keepAsMade(this, this.container, "the container", {
      storage_account_id: accountId,
      storage_account_name: undefined,
    });
    this.storageAccountName = this.storageAccount.name;
    this.containerName = this.container.name;
    this.containerId = this.container.id;
    const expiry = this.expire(named, accountId);
    this.sas =
      named.createSas === false ? sasByHand(named) : makeSas(this, this.storageAccount, this.containerName, named);
    guardStorage({
      construct: this,
      retained: retained === undefined ? [] : [this.resourceGroup ?? [], this.storageAccount, this.container].flat(),
      account: this.storageAccount,
      accountId: storageAccountId(named),
      container: this.container,
      containerName: named.containerName,
      expiry,
    });
    this.announce();
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
    keepAsMade(this, policy, "the policy of expiry", {
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
