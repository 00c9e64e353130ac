import { type StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { type StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { TerraformResource } from "cdktf";
import { type Construct } from "constructs";
import { argumentOf, argumentsOf } from "../core/arguments";
import { show } from "../core/show";
import { StackValidation } from "../core/stack-validation";
import { renderString } from "../core/tokens";
import { containerIdIn } from "./names";

type Test = (value: unknown) => boolean;

const isNot =
  (good: unknown): Test =>
  (value) =>
    value !== good;
/** Neither left out nor that. What Terraform alone knows is not known to be. */
const isSetBut =
  (good: unknown): Test =>
  (value) =>
    value !== undefined && value !== good;
const isLessThan =
  (least: number): Test =>
  (value) =>
    !(Number(value) >= least);
const isSet: Test = (value) => value !== undefined;

/**
 * What of an account stops the exports, shuts out the platform, or opens what it holds: an argument, or one of a block
 * after dots, when, and what would come of it. There is no property for any of them; an override may set them.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports,
 * https://github.com/hashicorp/terraform-provider-azurerm/issues/23962, https://github.com/Azure/azure-cli/issues/32912
 */
const OF_ACCOUNT: readonly (readonly [argument: string, harmful: Test, why: string])[] = [
  ["shared_access_key_enabled", isNot(true), "exports and SAS tokens need the account's keys"],
  ["allowed_copy_scope", isSet, "exports are copied from an account of Microsoft's"],
  ["network_rules.default_action", isSetBut("Allow"), "exports by this provider cannot pass the firewall"],
  ["public_network_access_enabled", isNot(true), "neither the exports nor the platform would get in"],
  ["https_traffic_only_enabled", isNot(true), "what is read could be read on its way"],
  ["min_tls_version", (value) => !["TLS1_2", "TLS1_3"].includes(String(value)), "older ones are broken"],
  ["allow_nested_items_to_be_public", isNot(false), "anyone could be let read billing data"],
  ["immutability_policy", isSet, "an export may have to write a file again"],
  ["is_hns_enabled", isSetBut(false), "such an account keeps no versions"],
  ["account_kind", isNot("StorageV2"), "other kinds lack what keeps billing history"],
  ["cross_tenant_replication_enabled", isNot(false), "billing data could be copied to another tenant"],
  ["local_user_enabled", isNot(false), "others could get in by a password of their own"],
  ["static_website", isSet, "what it has is for everyone"],
  ["blob_properties.versioning_enabled", isNot(true), "what is overwritten would be lost"],
  ["blob_properties.delete_retention_policy.days", isLessThan(30), "what is deleted would be lost"],
  [
    "blob_properties.delete_retention_policy.permanent_delete_enabled",
    isSetBut(false),
    "what is deleted could be deleted for good",
  ],
  ["blob_properties.container_delete_retention_policy.days", isLessThan(30), "what is deleted would be lost"],
  ["dynamic", isSet, "a block that Terraform makes could be any of these"],
  [
    "sas_policy.expiration_action",
    isSetBut("Log"),
    "Azure would refuse the SAS token once that period is shorter than the token's",
  ],
];

/** What is guarded. */
interface GuardedStorage {
  readonly construct: Construct;
  readonly account: StorageAccount;
  /** Its ID as it will be, in the words of who deploys. */
  readonly accountId: string;
  readonly container: StorageContainer;
  readonly containerName: string;
  /** What Terraform refuses to destroy. */
  readonly retained: readonly TerraformResource[];
  /**
   * The policy by which exports expire.
   *
   * @default - they do not
   */
  readonly expiry?: StorageManagementPolicy;
}

/** Has storage refused, when the program is complete, that exports could not be written to or that others could read. */
export function guardStorage(storage: GuardedStorage): void {
  const { construct, account, container, retained } = storage;
  construct.node.addValidation({
    validate: () => {
      const block = argumentsOf(account);
      return [
        ...OF_ACCOUNT.flatMap(([argument, harmful, why]) => {
          const value = valueAt(block, argument);
          return harmful(value)
            ? [
                `'${argument}' of the storage account must not be ${shown(value)}, as an override has it: ${why}; take it out`,
              ]
            : [];
        }),
        ...(argumentOf(container, "container_access_type") === "private"
          ? []
          : ["'container_access_type' of the container must be private: anyone could read billing data"]),
        ...retained
          .filter((resource) => valueAt(argumentsOf(resource), "lifecycle.prevent_destroy") !== true)
          .map(
            ({ node }) =>
              `'prevent_destroy' of ${node.path} must be true: billing history would be destroyed; set 'retain' to false to have it so`,
          ),
      ];
    },
  });
  RESOURCES_BESIDE.add(storage);
}

/** An argument, or one of a block in it, the first where there are more. */
function valueAt(block: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((within, name) => (Object([within].flat()[0]) as Record<string, unknown>)[name], block);
}

function shown(value: unknown): string {
  return value === undefined ? "left out" : typeof value === "object" ? "set" : show(value);
}

/** What a resource of its own would do to the account. */
const BESIDE: Readonly<Record<string, { readonly argument: string; readonly why: string }>> = {
  azurerm_storage_account_network_rules: {
    argument: "storage_account_id",
    why: "exports by this provider cannot pass a firewall that denies by default",
  },
  azurerm_storage_account_static_website: { argument: "storage_account_id", why: "what it has is for everyone" },
  azurerm_storage_account_local_user: { argument: "storage_account_id", why: "it gets in by a password of its own" },
  azurerm_storage_management_policy: {
    argument: "storage_account_id",
    why: "an account has one policy, and another could delete or archive billing history; use 'expireAfterDays'",
  },
  azurerm_storage_object_replication: {
    argument: "source_storage_account_id",
    why: "billing data would be copied elsewhere",
  },
  azurerm_storage_container_immutability_policy: {
    argument: "storage_container_resource_manager_id",
    why: "an export may have to write a file again",
  },
};

/** Firewalls, rules of expiry and the like that stand in resources of their own. */
const RESOURCES_BESIDE = new StackValidation<GuardedStorage>((stack, guarded) => {
  const beside = stack.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType }) => Object.hasOwn(BESIDE, terraformResourceType));
  if (beside.length === 0) {
    return [];
  }
  const byId = new Map(guarded.flatMap((storage) => idsOf(storage).map((id) => [id, storage] as const)));
  return beside.flatMap((resource) => {
    const { argument = "", why = "" } = BESIDE[resource.terraformResourceType] ?? {};
    const block = argumentsOf(resource);
    const storage = byId.get(renderString(resource, block[argument]).toLowerCase());
    return storage === undefined || resource === storage.expiry || block.default_action === "Allow"
      ? []
      : [`${resource.node.path} must not be about the account that ${storage.construct.node.path} makes: ${why}`];
  });
});

/** What account and container may be called, in small letters. */
function idsOf({ construct, account, accountId, container, containerName }: GuardedStorage): string[] {
  const ids = [
    ...[account.id, accountId],
    ...[container.id, container.resourceManagerId, containerIdIn(accountId, containerName)],
  ];
  return ids.map((id) => renderString(construct, id).toLowerCase());
}
