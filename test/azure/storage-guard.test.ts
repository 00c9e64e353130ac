import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageAccountNetworkRulesA } from "@cdktf/provider-azurerm/lib/storage-account-network-rules";
import { StorageAccountLocalUser } from "@cdktf/provider-azurerm/lib/storage-account-local-user";
import { StorageAccountStaticWebsiteA } from "@cdktf/provider-azurerm/lib/storage-account-static-website";
import { StorageContainerImmutabilityPolicy } from "@cdktf/provider-azurerm/lib/storage-container-immutability-policy";
import { StorageObjectReplication } from "@cdktf/provider-azurerm/lib/storage-object-replication";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { AzureIntegration, AzureStorage } from "cdktf-finops/azure";
import { type TerraformResource, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { azureStack, MINIMAL, SUBSCRIPTION } from "../support/azure";
import { problemsOf, Template } from "../support/template";

const HERE = { subscriptionId: SUBSCRIPTION, location: "westeurope", storageAccountName: "acmebillingexport" };

const storageIn = (stack: TerraformStack): AzureStorage => new AzureStorage(stack, "finops", HERE);

/** What is told of storage after that was done to it; nothing when all is well. */
const toldAfter = (change: (storage: AzureStorage) => void): string => {
  const stack = azureStack();
  change(storageIn(stack));
  return problemsOf(stack);
};

const KEYS = "exports and SAS tokens need the account's keys";
const COPIED = "Azure copies the exports from a storage account of Microsoft";
const FIREWALL = "exports created by this provider cannot pass the firewall";
const NOBODY = "neither the exports nor the platform could reach the account";
const PLAIN = "billing data could be read in transit";
const BROKEN = "older versions of TLS are broken";
const ANYONE = "a container could be opened to anyone";
const AGAIN = "an export may have to overwrite a file";
const VERSIONS = "an account with a hierarchical namespace keeps no versions";
const OTHER_KIND = "other kinds of accounts cannot protect billing history";
const COPY = "billing data could be copied to another tenant";
const PASSWORD = "local users could log in with their own passwords";
const EVERYONE = "a static website is public";
const OVERWRITTEN = "overwritten files would be lost";
const DELETED = "deleted data would be lost";
const REFUSED = "Azure would refuse a SAS token that is valid for longer than that policy allows";

const refused = (argument: string, shown: string, why: string): string =>
  `[billing/finops] '${argument}' of the storage account must not be ${shown}: ${why}; remove the override`;

describe("an override of the account", () => {
  const DAYS = ".days";

  it.each<[string, string, unknown, string, string, string?]>([
    ["that refuses its keys", "shared_access_key_enabled", false, "false", KEYS],
    ["that takes copies of the tenant only", "allowed_copy_scope", "AAD", '"AAD"', COPIED],
    ["that takes copies of private links only", "allowed_copy_scope", "PrivateLink", '"PrivateLink"', COPIED],
    ["that has a firewall", "network_rules.default_action", "Deny", '"Deny"', FIREWALL],
    ["that shuts out the network", "public_network_access_enabled", false, "false", NOBODY],
    ["that takes plain HTTP", "https_traffic_only_enabled", false, "false", PLAIN],
    ["that takes TLS 1.0", "min_tls_version", "TLS1_0", '"TLS1_0"', BROKEN],
    ["that takes TLS 1.1", "min_tls_version", "TLS1_1", '"TLS1_1"', BROKEN],
    ["that lets containers be public", "allow_nested_items_to_be_public", true, "true", ANYONE],
    [
      "that keeps files from being written again",
      "immutability_policy",
      { allow_protected_append_writes: false, period_since_creation_in_days: 7, state: "Unlocked" },
      "set",
      AGAIN,
    ],
    ["that has folders of its own", "is_hns_enabled", true, "true", VERSIONS],
    ["that has folders of its own, in words", "is_hns_enabled", "true", '"true"', VERSIONS],
    ["whose firewall Terraform alone knows", "network_rules.default_action", "${var.x}", '"${var.x}"', FIREWALL],
    ["of another kind", "account_kind", "BlobStorage", '"BlobStorage"', OTHER_KIND],
    ["that is copied to other tenants", "cross_tenant_replication_enabled", true, "true", COPY],
    ["that has users of its own", "local_user_enabled", true, "true", PASSWORD],
    ["that has a website", "static_website", { index_document: "index.html" }, "set", EVERYONE],
    ["that keeps no versions", "blob_properties.versioning_enabled", false, "false", OVERWRITTEN],
    ["that keeps no deleted file", "blob_properties.delete_retention_policy", undefined, "left out", DELETED, DAYS],
    ["that keeps deleted files for a day", "blob_properties.delete_retention_policy.days", 1, "1", DELETED],
    [
      "that lets what is deleted be deleted for good",
      "blob_properties.delete_retention_policy.permanent_delete_enabled",
      true,
      "true",
      "deleted files could be removed permanently",
    ],
    [
      "that keeps no deleted container",
      "blob_properties.container_delete_retention_policy",
      undefined,
      "left out",
      DELETED,
      DAYS,
    ],
    [
      "that keeps deleted containers for a day",
      "blob_properties.container_delete_retention_policy.days",
      1,
      "1",
      DELETED,
    ],
    [
      "by a block that Terraform makes",
      "dynamic",
      { static_website: { for_each: [1], content: {} } },
      "set",
      "a dynamic block could generate any of these blocks",
    ],
    ["that refuses SAS tokens which last", "sas_policy.expiration_action", "Block", '"Block"', REFUSED],
  ])("is refused: one %s", (_, argument, value, shown, why, within = "") => {
    expect(
      toldAfter(({ storageAccount }) => {
        storageAccount.addOverride(argument, value);
      }),
    ).toBe(refused(`${argument}${within}`, shown, why));
  });

  it.each<[string, (account: StorageAccount) => void, string]>([
    [
      "the keys",
      (account) => {
        account.resetSharedAccessKeyEnabled();
      },
      refused("shared_access_key_enabled", "left out", KEYS),
    ],
    [
      "the network",
      (account) => {
        account.resetPublicNetworkAccessEnabled();
      },
      refused("public_network_access_enabled", "left out", NOBODY),
    ],
    [
      "HTTPS",
      (account) => {
        account.resetHttpsTrafficOnlyEnabled();
      },
      refused("https_traffic_only_enabled", "left out", PLAIN),
    ],
    [
      "TLS",
      (account) => {
        account.resetMinTlsVersion();
      },
      refused("min_tls_version", "left out", BROKEN),
    ],
    [
      "what may be public",
      (account) => {
        account.resetAllowNestedItemsToBePublic();
      },
      refused("allow_nested_items_to_be_public", "left out", ANYONE),
    ],
  ])("is refused that leaves out what says of %s", (_, reset, problem) => {
    expect(
      toldAfter(({ storageAccount }) => {
        reset(storageAccount);
      }),
    ).toBe(problem);
  });

  it("is refused by a property of the resource, too", () => {
    expect(
      toldAfter(({ storageAccount }) => {
        storageAccount.putNetworkRules({ defaultAction: "Deny" });
      }),
    ).toBe(refused("network_rules.default_action", '"Deny"', FIREWALL));
  });

  it("is refused also of a block in a list", () => {
    expect(
      toldAfter(({ storageAccount }) => {
        storageAccount.addOverride("network_rules", [{ default_action: "Deny" }]);
      }),
    ).toBe(refused("network_rules.default_action", '"Deny"', FIREWALL));
  });

  it("is refused in each of its parts", () => {
    const told = toldAfter(({ storageAccount }) => {
      storageAccount.addOverride("is_hns_enabled", true);
      storageAccount.addOverride("min_tls_version", "TLS1_0");
    });
    expect(told.split("\n")).toEqual([
      refused("min_tls_version", '"TLS1_0"', BROKEN),
      refused("is_hns_enabled", "true", VERSIONS),
    ]);
  });

  it("is refused within an integration", () => {
    const stack = azureStack();
    const { storage } = new AzureIntegration(stack, "finops", MINIMAL);
    (storage.node.defaultChild as StorageAccount).addOverride("shared_access_key_enabled", false);
    expect(problemsOf(stack)).toBe(
      refused("shared_access_key_enabled", "false", KEYS).replace("billing/finops", "billing/finops/storage"),
    );
  });

  it.each<[string, string, unknown]>([
    ["TLS 1.3", "min_tls_version", "TLS1_3"],
    ["rules of a network that let in by default", "network_rules", { default_action: "Allow" }],
    ["no folders of its own", "is_hns_enabled", false],
    [
      "a policy that logs SAS tokens which last",
      "sas_policy",
      { expiration_period: "30.00:00:00", expiration_action: "Log" },
    ],
    ["colder files", "access_tier", "Cool"],
  ])("may be of anything else: %s", (_, argument, value) => {
    const stack = azureStack();
    storageIn(stack).storageAccount.addOverride(argument, value);
    expect(Template.of(stack).resource("azurerm_storage_account")[argument]).toEqual(value);
  });
});

describe("an override of what protects billing history", () => {
  const problem = (path: string): string =>
    `[billing/finops] 'prevent_destroy' of billing/finops/${path} must be true: otherwise the billing history could be destroyed; ` +
    "set 'retain' to false to allow that";

  it.each<[string, (storage: AzureStorage) => TerraformResource | undefined]>([
    ["resource_group", ({ resourceGroup }) => resourceGroup],
    ["Resource", ({ storageAccount }) => storageAccount],
    ["container", ({ container }) => container],
  ])("is refused of %s", (path, of) => {
    expect(
      toldAfter((storage) => {
        of(storage)?.addOverride("lifecycle.prevent_destroy", false);
      }),
    ).toBe(problem(path));
  });

  it("is not asked for where nothing is to be retained", () => {
    const stack = azureStack();
    new AzureStorage(stack, "finops", { ...HERE, retain: false });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("an override of the container", () => {
  const problem =
    "[billing/finops] 'container_access_type' of the container must be private: otherwise anyone could read the billing data";

  it.each(["blob", "container"])("is refused that lets anyone read: %s", (access) => {
    expect(
      toldAfter(({ container }) => {
        container.addOverride("container_access_type", access);
      }),
    ).toBe(problem);
  });

  it("is refused that leaves out who may read", () => {
    expect(
      toldAfter(({ container }) => {
        container.resetContainerAccessType();
      }),
    ).toBe(problem);
  });

  it("may be of anything else", () => {
    expect(
      toldAfter(({ container }) => {
        container.addOverride("metadata", { team: "finops" });
      }),
    ).toBe("");
  });
});

/** Storage of other people's in the same stack. */
const otherAccount = (stack: TerraformStack): StorageAccount =>
  new StorageAccount(stack, "other", {
    name: "acmeother",
    resourceGroupName: "other",
    location: "westeurope",
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });

describe("rules of a network in a resource of their own", () => {
  const rules = (scope: Construct, storageAccountId: string, defaultAction = "Deny"): StorageAccountNetworkRulesA =>
    new StorageAccountNetworkRulesA(scope, "mine", { storageAccountId, defaultAction });
  const problem = (path = "billing/mine"): string =>
    `[billing] ${path} must not refer to the storage account of billing/finops: ` +
    "exports created by this provider cannot pass a firewall that denies by default";

  it("are refused that deny by default what gets to the account", () => {
    const stack = azureStack();
    rules(stack, storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem());
  });

  it("are refused wherever they stand in the stack", () => {
    const stack = azureStack();
    rules(new Construct(stack, "team"), storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem("billing/team/mine"));
  });

  it("are refused where an override has them deny, or has them about the account", () => {
    const denying = azureStack();
    rules(denying, storageIn(denying).storageAccount.id, "Allow").addOverride("default_action", "Deny");
    expect(problemsOf(denying)).toBe(problem());
    const about = azureStack();
    const { storageAccount } = storageIn(about);
    rules(about, otherAccount(about).id).addOverride("storage_account_id", storageAccount.id);
    expect(problemsOf(about)).toBe(problem());
  });

  it("are let pass that let in by default, or that are about another account", () => {
    const stack = azureStack();
    rules(new Construct(stack, "letting"), storageIn(stack).storageAccount.id, "Allow");
    rules(new Construct(stack, "elsewhere"), otherAccount(stack).id);
    expect(problemsOf(stack)).toBe("");
  });

  it("are let pass where the storage was taken out again", () => {
    const stack = azureStack();
    rules(stack, storageIn(stack).storageAccount.id);
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });

  it("are let pass of another stack's, which cannot be about the account", () => {
    const app = Testing.app();
    const other = new TerraformStack(app, "other");
    new AzurermProvider(other, "azurerm", { features: [{}] });
    rules(other, otherAccount(other).id);
    const stack = new TerraformStack(app, "billing");
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    storageIn(stack);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("what else there is in resources of their own", () => {
  type Make = (scope: Construct, account: StorageAccount, other: StorageAccount) => unknown;
  const kinds: [string, string, Make][] = [
    [
      "a website",
      "a static website is public",
      (scope, { id: storageAccountId }) => new StorageAccountStaticWebsiteA(scope, "mine", { storageAccountId }),
    ],
    [
      "a user",
      "a local user can log in with its own password",
      (scope, { id: storageAccountId }) => new StorageAccountLocalUser(scope, "mine", { storageAccountId, name: "jo" }),
    ],
    [
      "a copy to another account",
      "billing data would be copied elsewhere",
      (scope, { id: sourceStorageAccountId }, { id: destinationStorageAccountId }) =>
        new StorageObjectReplication(scope, "mine", { sourceStorageAccountId, destinationStorageAccountId, rules: [] }),
    ],
  ];

  it.each(kinds)("is refused of the account: %s", (_, why, make) => {
    const stack = azureStack();
    make(stack, storageIn(stack).storageAccount, otherAccount(stack));
    expect(problemsOf(stack)).toBe(
      `[billing] billing/mine must not refer to the storage account of billing/finops: ${why}`,
    );
  });

  it.each(kinds)("is let pass of another account: %s, where %s", (_, __, make) => {
    const stack = azureStack();
    make(stack, otherAccount(stack), storageIn(stack).storageAccount);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("a policy of immutability in a resource of its own", () => {
  const policy = (stack: TerraformStack, storageContainerResourceManagerId: string): unknown =>
    new StorageContainerImmutabilityPolicy(stack, "mine", {
      storageContainerResourceManagerId,
      immutabilityPeriodInDays: 7,
    });
  const accountId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/billing-finops/providers/Microsoft.Storage/storageAccounts/acmebillingexport`;

  it.each<[string, (storage: AzureStorage) => string]>([
    ["its ID", ({ container }) => container.id],
    ["its other ID", ({ container }) => container.resourceManagerId],
    ["its ID in words", () => `${accountId}/blobServices/default/containers/billing-finops`],
  ])("is refused of the container, by %s", (_, idOf) => {
    const stack = azureStack();
    policy(stack, idOf(storageIn(stack)));
    expect(problemsOf(stack)).toBe(
      `[billing] billing/mine must not refer to the storage account of billing/finops: ${AGAIN}`,
    );
  });

  it("is let pass of another container", () => {
    const stack = azureStack();
    storageIn(stack);
    policy(stack, `${accountId}/blobServices/default/containers/contracts`);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("a policy of expiry in a resource of its own", () => {
  const RULE = {
    name: "mine",
    enabled: true,
    filters: { blobTypes: ["blockBlob"] },
    actions: { baseBlob: { tierToArchiveAfterDaysSinceModificationGreaterThan: 30 } },
  };
  const policy = (scope: Construct, storageAccountId: string): StorageManagementPolicy =>
    new StorageManagementPolicy(scope, "mine", { storageAccountId, rule: [RULE] });
  const problem = (path = "billing/mine"): string =>
    `[billing] ${path} must not refer to the storage account of billing/finops: an account has one management policy, ` +
    "and another one could delete or archive billing history; use 'expireAfterDays'";

  it("is refused of the account", () => {
    const stack = azureStack();
    policy(stack, storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem());
  });

  it("is refused wherever it stands in the stack", () => {
    const stack = azureStack();
    policy(new Construct(stack, "team"), storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem("billing/team/mine"));
  });

  it("is refused beside the one of 'expireAfterDays'", () => {
    const stack = azureStack();
    policy(stack, new AzureStorage(stack, "finops", { ...HERE, expireAfterDays: 400 }).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem());
  });

  it("is refused by the account's ID in words, in any letter case", () => {
    const stack = azureStack();
    storageIn(stack);
    policy(
      stack,
      `/subscriptions/${SUBSCRIPTION}/resourcegroups/Billing-FinOps/providers/Microsoft.Storage/storageAccounts/acmebillingexport`,
    );
    expect(problemsOf(stack)).toBe(problem());
  });

  it("is refused within the storage itself, too", () => {
    const stack = azureStack();
    const storage = storageIn(stack);
    policy(storage, storage.storageAccount.id);
    expect(problemsOf(stack)).toBe(problem("billing/finops/mine"));
  });

  it("is let pass of another account, and the one of 'expireAfterDays' is", () => {
    const stack = azureStack();
    new AzureStorage(stack, "finops", { ...HERE, expireAfterDays: 400 });
    policy(stack, otherAccount(stack).id);
    expect(problemsOf(stack)).toBe("");
  });
});
