import { type StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { type StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { TerraformResource } from "cdktf";
import { type Construct } from "constructs";
import { argumentsOf } from "../core/arguments";
import { type Guard, guardArguments } from "../core/override-guard";
import { show } from "../core/show";
import { StackValidation } from "../core/stack-validation";
import { renderString } from "../core/tokens";
import { containerIdIn } from "./conditions";

/** Whether a value is unsafe. */
type IsUnsafe = (value: unknown) => boolean;

// An unresolved token cannot be compared, so it counts as unsafe.
const isNot =
  (safe: unknown): IsUnsafe =>
  (value) =>
    value !== safe;
const isSetToOtherThan =
  (safe: unknown): IsUnsafe =>
  (value) =>
    value !== undefined && value !== safe;
const isNotAtLeast =
  (minimum: number): IsUnsafe =>
  (value) =>
    !(Number(value) >= minimum);
const isSet: IsUnsafe = (value) => value !== undefined;

/**
 * Arguments of an account that can stop the exports, lock out the platform or expose the billing data, with the unsafe
 * values and their consequence. An argument of a block has the block's name before it. No property sets these values, but
 * an override can.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports,
 * https://github.com/hashicorp/terraform-provider-azurerm/issues/23962, https://github.com/Azure/azure-cli/issues/32912
 */
const UNSAFE_ARGUMENTS: readonly (readonly [argument: string, isUnsafe: IsUnsafe, why: string])[] = [
  ["shared_access_key_enabled", isNot(true), "exports and SAS tokens need the account's keys"],
  ["allowed_copy_scope", isSet, "Azure copies the exports from a storage account of Microsoft"],
  [
    "network_rules.default_action",
    isSetToOtherThan("Allow"),
    "exports created by this provider cannot pass the firewall",
  ],
  ["public_network_access_enabled", isNot(true), "neither the exports nor the platform could reach the account"],
  ["https_traffic_only_enabled", isNot(true), "billing data could be read in transit"],
  ["min_tls_version", (value) => !["TLS1_2", "TLS1_3"].includes(String(value)), "older versions of TLS are broken"],
  ["allow_nested_items_to_be_public", isNot(false), "a container could be opened to anyone"],
  ["immutability_policy", isSet, "an export may have to overwrite a file"],
  ["is_hns_enabled", isSetToOtherThan(false), "an account with a hierarchical namespace keeps no versions"],
  ["account_kind", isNot("StorageV2"), "other kinds of accounts cannot protect billing history"],
  ["cross_tenant_replication_enabled", isNot(false), "billing data could be copied to another tenant"],
  ["local_user_enabled", isNot(false), "local users could log in with their own passwords"],
  ["static_website", isSet, "a static website is public"],
  ["blob_properties.versioning_enabled", isNot(true), "overwritten files would be lost"],
  ["blob_properties.delete_retention_policy.days", isNotAtLeast(30), "deleted data would be lost"],
  [
    "blob_properties.delete_retention_policy.permanent_delete_enabled",
    isSetToOtherThan(false),
    "deleted files could be removed permanently",
  ],
  ["blob_properties.container_delete_retention_policy.days", isNotAtLeast(30), "deleted data would be lost"],
  ["dynamic", isSet, "a dynamic block could generate any of these blocks"],
  [
    "sas_policy.expiration_action",
    isSetToOtherThan("Log"),
    "Azure would refuse a SAS token that is valid for longer than that policy allows",
  ],
];

/** New storage that the validation is about. */
interface GuardedStorage {
  readonly construct: Construct;
  readonly account: StorageAccount;
  /** ID of the account, composed of the props. */
  readonly accountId: string;
  readonly container: StorageContainer;
  readonly containerName: string;
  /** Resources that Terraform refuses to destroy. */
  readonly retained: readonly TerraformResource[];
  /**
   * Management policy that deletes exports after some time.
   *
   * @default - exports do not expire
   */
  readonly expiry?: StorageManagementPolicy;
}

/** Validates at synthesis that exports can be written to a storage, and that nobody else can read them. */
export function addStorageValidation(storage: GuardedStorage): void {
  const { account, container, retained } = storage;
  guardArguments(account, ACCOUNT_GUARDS);
  guardArguments(container, [CONTAINER_GUARD]);
  for (const resource of retained) {
    guardArguments(resource, [
      {
        argument: "lifecycle.prevent_destroy",
        problems: (value) =>
          value === true
            ? []
            : [
                `'prevent_destroy' must be true: otherwise the billing history could be destroyed; set 'retain' to false to allow that`,
              ],
      },
    ]);
  }
  UNSAFE_RESOURCES_VALIDATION.add(storage);
}

const ACCOUNT_GUARDS: readonly Guard[] = UNSAFE_ARGUMENTS.map(([argument, isUnsafe, why]) => ({
  argument,
  problems: (value) =>
    isUnsafe(value)
      ? [`'${argument}' of the storage account must not be ${describeValue(value)}: ${why}; remove the override`]
      : [],
}));

const CONTAINER_GUARD: Guard = {
  argument: "container_access_type",
  problems: (value) =>
    value === "private"
      ? []
      : ["'container_access_type' of the container must be private: otherwise anyone could read the billing data"],
};

function describeValue(value: unknown): string {
  return value === undefined ? "left out" : typeof value === "object" ? "set" : show(value);
}

/** Types of separate resources that could change the account: the argument that refers to it, and the consequence. */
const UNSAFE_RESOURCES: Readonly<Record<string, { readonly argument: string; readonly why: string }>> = {
  azurerm_storage_account_network_rules: {
    argument: "storage_account_id",
    why: "exports created by this provider cannot pass a firewall that denies by default",
  },
  azurerm_storage_account_static_website: { argument: "storage_account_id", why: "a static website is public" },
  azurerm_storage_account_local_user: {
    argument: "storage_account_id",
    why: "a local user can log in with its own password",
  },
  azurerm_storage_management_policy: {
    argument: "storage_account_id",
    why: "an account has one management policy, and another one could delete or archive billing history; use 'expireAfterDays'",
  },
  azurerm_storage_object_replication: {
    argument: "source_storage_account_id",
    why: "billing data would be copied elsewhere",
  },
  azurerm_storage_container_immutability_policy: {
    argument: "storage_container_resource_manager_id",
    why: "an export may have to overwrite a file",
  },
};

/** Validation of separate resources in a stack, such as firewalls and management policies, that could change an account. */
const UNSAFE_RESOURCES_VALIDATION = new StackValidation<GuardedStorage>((stack, guarded) => {
  const resources = stack.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType }) => Object.hasOwn(UNSAFE_RESOURCES, terraformResourceType));
  if (resources.length === 0) {
    return [];
  }
  const byId = new Map(guarded.flatMap((storage) => idsOf(storage).map((id) => [id, storage] as const)));
  return resources.flatMap((resource) => {
    const { argument = "", why = "" } = UNSAFE_RESOURCES[resource.terraformResourceType] ?? {};
    const block = argumentsOf(resource);
    const storage = byId.get(renderString(resource, block[argument]).toLowerCase());
    return storage === undefined || resource === storage.expiry || block.default_action === "Allow"
      ? []
      : [`${resource.node.path} must not refer to the storage account of ${storage.construct.node.path}: ${why}`];
  });
});

/** IDs by which a resource may refer to the account or the container, in lower case. */
function idsOf({ construct, account, accountId, container, containerName }: GuardedStorage): string[] {
  const ids = [
    ...[account.id, accountId],
    ...[container.id, container.resourceManagerId, containerIdIn(accountId, containerName)],
  ];
  return ids.map((id) => renderString(construct, id).toLowerCase());
}
