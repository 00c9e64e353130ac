import { type StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { type StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { type StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { TerraformResource, TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { argumentOf } from "../core/argument";
import { show } from "../core/show";
import { textOf } from "../core/text";

type Test = (value: unknown) => boolean;

const is =
  (bad: unknown): Test =>
  (value) =>
    value === bad;
const isNot =
  (good: unknown): Test =>
  (value) =>
    value !== good;
const isSet: Test = (value) => value !== undefined;

/** One of a block's arguments, of the first block where there are more. */
const within =
  (name: string, test: Test): Test =>
  (block) =>
    test((Object([block].flat()[0]) as Readonly<Record<string, unknown>>)[name]);

/**
 * What of an account stops the exports, shuts out the platform, or opens what it holds: an argument, when, and what would
 * come of it. There is no property for any of them; an override may set them.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports,
 * https://github.com/hashicorp/terraform-provider-azurerm/issues/23962, https://github.com/Azure/azure-cli/issues/32912
 */
const OF_ACCOUNT: readonly (readonly [argument: string, harmful: Test, why: string])[] = [
  ["shared_access_key_enabled", isNot(true), "exports and SAS tokens need the account's keys"],
  ["allowed_copy_scope", isSet, "exports are copied from an account of Microsoft's"],
  ["network_rules", within("default_action", is("Deny")), "exports by this provider cannot pass the firewall"],
  ["public_network_access_enabled", isNot(true), "neither the exports nor the platform would get in"],
  ["https_traffic_only_enabled", isNot(true), "what is read could be read on its way"],
  ["min_tls_version", (value) => !["TLS1_2", "TLS1_3"].includes(String(value)), "older ones are broken"],
  ["allow_nested_items_to_be_public", isNot(false), "anyone could be let read billing data"],
  ["immutability_policy", isSet, "an export writes its files more than once"],
  ["is_hns_enabled", is(true), "such an account keeps no versions"],
  ["account_kind", isNot("StorageV2"), "other kinds lack what keeps billing history"],
  ["cross_tenant_replication_enabled", isNot(false), "billing data could be copied to another tenant"],
  ["local_user_enabled", isNot(false), "others could get in by a password of their own"],
  ["static_website", isSet, "what it has is for everyone"],
  ["blob_properties", within("versioning_enabled", isNot(true)), "what is overwritten would be lost"],
  ["blob_properties", within("delete_retention_policy", (value) => !isSet(value)), "what is deleted would be lost"],
  [
    "sas_policy",
    within("expiration_action", is("Block")),
    "Azure would refuse the SAS token once that period is shorter than the token's",
  ],
];

/** What is guarded. */
interface GuardedStorage {
  readonly account: StorageAccount;
  /** Its ID as it will be, in the words of who deploys. */
  readonly accountId: string;
  readonly container: StorageContainer;
  /**
   * The policy by which exports expire.
   *
   * @default - they do not
   */
  readonly expiry?: StorageManagementPolicy;
}

/** Has storage refused, when the program is complete, that exports could not be written to or that others could read. */
export function guardStorage(scope: Construct, storage: GuardedStorage): void {
  const { account, container } = storage;
  scope.node.addValidation({
    validate: () => [
      ...OF_ACCOUNT.flatMap(([argument, harmful, why]) => {
        const value = argumentOf(account, argument);
        return harmful(value)
          ? [`'${argument}' of the storage account must not be ${shown(value)}, as an override has it: ${why}`]
          : [];
      }),
      ...(argumentOf(container, "container_access_type") === "private"
        ? []
        : ["'container_access_type' of the container must be private: anyone could read billing data"]),
      ...resourcesBeside(scope, storage),
    ],
  });
}

function shown(value: unknown): string {
  return value === undefined ? "left out" : typeof value === "object" ? "what it is" : show(value);
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
};

/** Firewalls, rules of expiry and the like that stand in resources of their own. */
function resourcesBeside(scope: Construct, { account, expiry, accountId }: GuardedStorage): string[] {
  const ids = [textOf(scope, account.id), textOf(scope, accountId)].map((id) => id.toLowerCase());
  return TerraformStack.of(scope)
    .node.findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .flatMap((resource) => {
      const { argument, why } = BESIDE[resource.terraformResourceType] ?? {};
      if (argument === undefined || why === undefined || resource === expiry) {
        return [];
      }
      const about = ids.includes(textOf(resource, argumentOf(resource, argument)).toLowerCase());
      const lets = argumentOf(resource, "default_action") === "Allow";
      return about && !lets
        ? [`${resource.node.path} must not be about the account that ${scope.node.path} makes: ${why}`]
        : [];
    });
}
