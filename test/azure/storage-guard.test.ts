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

const REQUIRED_PROPS = {
  subscriptionId: SUBSCRIPTION,
  location: "westeurope",
  storageAccountName: "acmebillingexport",
};

const storageIn = (stack: TerraformStack): AzureStorage => new AzureStorage(stack, "finops", REQUIRED_PROPS);

/** Problems of a storage after a change of it; empty if there are none. */
const problemsAfter = (change: (storage: AzureStorage) => void): string => {
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

const overrideProblem = (argument: string, shown: string, why: string): string =>
  `[billing/finops/Resource] '${argument}' of the storage account must not be ${shown}: ${why}; remove the override`;

describe("overrides of the account", () => {
  const DAYS = ".days";

  it.each<[string, string, unknown, string, string, string?]>([
    ["without shared key access", "shared_access_key_enabled", false, "false", KEYS],
    ["with copies within the tenant only", "allowed_copy_scope", "AAD", '"AAD"', COPIED],
    ["with copies over private links only", "allowed_copy_scope", "PrivateLink", '"PrivateLink"', COPIED],
    ["with a firewall", "network_rules.default_action", "Deny", '"Deny"', FIREWALL],
    ["without public network access", "public_network_access_enabled", false, "false", NOBODY],
    ["with plain HTTP", "https_traffic_only_enabled", false, "false", PLAIN],
    ["with TLS 1.0", "min_tls_version", "TLS1_0", '"TLS1_0"', BROKEN],
    ["with TLS 1.1", "min_tls_version", "TLS1_1", '"TLS1_1"', BROKEN],
    ["with public containers", "allow_nested_items_to_be_public", true, "true", ANYONE],
    [
      "with an immutability policy",
      "immutability_policy",
      { allow_protected_append_writes: false, period_since_creation_in_days: 7, state: "Unlocked" },
      "set",
      AGAIN,
    ],
    ["with a hierarchical namespace", "is_hns_enabled", true, "true", VERSIONS],
    ["with a hierarchical namespace, as a string", "is_hns_enabled", "true", '"true"', VERSIONS],
    [
      "with an unresolved default action of the firewall",
      "network_rules.default_action",
      "${var.x}",
      '"${var.x}"',
      FIREWALL,
    ],
    ["of another kind", "account_kind", "BlobStorage", '"BlobStorage"', OTHER_KIND],
    ["with cross-tenant replication", "cross_tenant_replication_enabled", true, "true", COPY],
    ["with local users", "local_user_enabled", true, "true", PASSWORD],
    ["with a static website", "static_website", { index_document: "index.html" }, "set", EVERYONE],
    ["without versions", "blob_properties.versioning_enabled", false, "false", OVERWRITTEN],
    [
      "without retention of deleted blobs",
      "blob_properties.delete_retention_policy",
      undefined,
      "left out",
      DELETED,
      DAYS,
    ],
    ["with retention of deleted blobs for a day", "blob_properties.delete_retention_policy.days", 1, "1", DELETED],
    [
      "with permanent deletion of deleted blobs",
      "blob_properties.delete_retention_policy.permanent_delete_enabled",
      true,
      "true",
      "deleted files could be removed permanently",
    ],
    [
      "without retention of deleted containers",
      "blob_properties.container_delete_retention_policy",
      undefined,
      "left out",
      DELETED,
      DAYS,
    ],
    [
      "with retention of deleted containers for a day",
      "blob_properties.container_delete_retention_policy.days",
      1,
      "1",
      DELETED,
    ],
    [
      "with a dynamic block",
      "dynamic",
      { static_website: { for_each: [1], content: {} } },
      "set",
      "a dynamic block could generate any of these blocks",
    ],
    ["with a policy that blocks long-lived SAS tokens", "sas_policy.expiration_action", "Block", '"Block"', REFUSED],
  ])("are refused for an account %s", (_, argument, value, shown, why, within = "") => {
    expect(
      problemsAfter(({ storageAccount }) => {
        storageAccount.addOverride(argument, value);
      }),
    ).toBe(overrideProblem(`${argument}${within}`, shown, why));
  });

  it.each<[string, (account: StorageAccount) => void, string]>([
    [
      "shared key access",
      (account) => {
        account.resetSharedAccessKeyEnabled();
      },
      overrideProblem("shared_access_key_enabled", "left out", KEYS),
    ],
    [
      "public network access",
      (account) => {
        account.resetPublicNetworkAccessEnabled();
      },
      overrideProblem("public_network_access_enabled", "left out", NOBODY),
    ],
    [
      "HTTPS",
      (account) => {
        account.resetHttpsTrafficOnlyEnabled();
      },
      overrideProblem("https_traffic_only_enabled", "left out", PLAIN),
    ],
    [
      "the TLS version",
      (account) => {
        account.resetMinTlsVersion();
      },
      overrideProblem("min_tls_version", "left out", BROKEN),
    ],
    [
      "public containers",
      (account) => {
        account.resetAllowNestedItemsToBePublic();
      },
      overrideProblem("allow_nested_items_to_be_public", "left out", ANYONE),
    ],
  ])("are refused when they remove the argument for %s", (_, reset, problem) => {
    expect(
      problemsAfter(({ storageAccount }) => {
        reset(storageAccount);
      }),
    ).toBe(problem);
  });

  it("are refused also when a method of the resource makes them", () => {
    expect(
      problemsAfter(({ storageAccount }) => {
        storageAccount.putNetworkRules({ defaultAction: "Deny" });
      }),
    ).toBe(overrideProblem("network_rules.default_action", '"Deny"', FIREWALL));
  });

  it("are refused also for a block in a list", () => {
    expect(
      problemsAfter(({ storageAccount }) => {
        storageAccount.addOverride("network_rules", [{ default_action: "Deny" }]);
      }),
    ).toBe(overrideProblem("network_rules.default_action", '"Deny"', FIREWALL));
  });

  it("are refused for each conflicting argument", () => {
    const problems = problemsAfter(({ storageAccount }) => {
      storageAccount.addOverride("is_hns_enabled", true);
      storageAccount.addOverride("min_tls_version", "TLS1_0");
    });
    expect(problems.split("\n")).toEqual([
      overrideProblem("min_tls_version", '"TLS1_0"', BROKEN),
      overrideProblem("is_hns_enabled", "true", VERSIONS),
    ]);
  });

  it("are refused within an integration", () => {
    const stack = azureStack();
    const { storage } = new AzureIntegration(stack, "finops", MINIMAL);
    (storage.node.defaultChild as StorageAccount).addOverride("shared_access_key_enabled", false);
    expect(problemsOf(stack)).toBe(
      overrideProblem("shared_access_key_enabled", "false", KEYS).replace("billing/finops", "billing/finops/storage"),
    );
  });

  it.each<[string, string, unknown]>([
    ["TLS 1.3", "min_tls_version", "TLS1_3"],
    ["network rules that allow by default", "network_rules", { default_action: "Allow" }],
    ["no hierarchical namespace", "is_hns_enabled", false],
    [
      "a policy that logs long-lived SAS tokens",
      "sas_policy",
      { expiration_period: "30.00:00:00", expiration_action: "Log" },
    ],
    ["a cooler access tier", "access_tier", "Cool"],
  ])("are accepted for %s", (_, argument, value) => {
    const stack = azureStack();
    storageIn(stack).storageAccount.addOverride(argument, value);
    expect(Template.of(stack).resource("azurerm_storage_account")[argument]).toEqual(value);
  });
});

describe("overrides of 'prevent_destroy'", () => {
  const problem = (path: string): string =>
    `[billing/finops/${path}] 'prevent_destroy' must be true: otherwise the billing history could be destroyed; ` +
    "set 'retain' to false to allow that";

  it.each<[string, (storage: AzureStorage) => TerraformResource | undefined]>([
    ["resource_group", ({ resourceGroup }) => resourceGroup],
    ["Resource", ({ storageAccount }) => storageAccount],
    ["container", ({ container }) => container],
  ])("are refused on %s", (path, of) => {
    expect(
      problemsAfter((storage) => {
        of(storage)?.addOverride("lifecycle.prevent_destroy", false);
      }),
    ).toBe(problem(path));
  });

  it("are not needed with 'retain' false", () => {
    const stack = azureStack();
    new AzureStorage(stack, "finops", { ...REQUIRED_PROPS, retain: false });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("overrides of the container", () => {
  const problem =
    "[billing/finops/container] 'container_access_type' of the container must be private: otherwise anyone could read the billing data";

  it.each(["blob", "container"])("are refused when they make it public: %s", (access) => {
    expect(
      problemsAfter(({ container }) => {
        container.addOverride("container_access_type", access);
      }),
    ).toBe(problem);
  });

  it("are refused when they remove the access type", () => {
    expect(
      problemsAfter(({ container }) => {
        container.resetContainerAccessType();
      }),
    ).toBe(problem);
  });

  it("are accepted on other arguments", () => {
    expect(
      problemsAfter(({ container }) => {
        container.addOverride("metadata", { team: "finops" });
      }),
    ).toBe("");
  });
});

/** Creates another storage account in the same stack, which the library does not manage. */
const otherAccount = (stack: TerraformStack): StorageAccount =>
  new StorageAccount(stack, "other", {
    name: "acmeother",
    resourceGroupName: "other",
    location: "westeurope",
    accountTier: "Standard",
    accountReplicationType: "LRS",
  });

describe("network rules in a separate resource", () => {
  const rules = (scope: Construct, storageAccountId: string, defaultAction = "Deny"): StorageAccountNetworkRulesA =>
    new StorageAccountNetworkRulesA(scope, "mine", { storageAccountId, defaultAction });
  const problem = (path = "billing/mine"): string =>
    `[billing] ${path} must not refer to the storage account of billing/finops: ` +
    "exports created by this provider cannot pass a firewall that denies by default";

  it("are refused when they deny access to the account by default", () => {
    const stack = azureStack();
    rules(stack, storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem());
  });

  it("are refused anywhere in the stack", () => {
    const stack = azureStack();
    rules(new Construct(stack, "team"), storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem("billing/team/mine"));
  });

  it("are refused when an override makes them deny, or moves them to the account", () => {
    const denying = azureStack();
    rules(denying, storageIn(denying).storageAccount.id, "Allow").addOverride("default_action", "Deny");
    expect(problemsOf(denying)).toBe(problem());
    const about = azureStack();
    const { storageAccount } = storageIn(about);
    rules(about, otherAccount(about).id).addOverride("storage_account_id", storageAccount.id);
    expect(problemsOf(about)).toBe(problem());
  });

  it("are accepted when they allow by default, or belong to another account", () => {
    const stack = azureStack();
    rules(new Construct(stack, "letting"), storageIn(stack).storageAccount.id, "Allow");
    rules(new Construct(stack, "elsewhere"), otherAccount(stack).id);
    expect(problemsOf(stack)).toBe("");
  });

  it("are accepted after the storage was removed", () => {
    const stack = azureStack();
    rules(stack, storageIn(stack).storageAccount.id);
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });

  it("are accepted in another stack, which cannot reference the account", () => {
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

describe("other settings in separate resources", () => {
  type CreateResource = (scope: Construct, account: StorageAccount, other: StorageAccount) => unknown;
  const kinds: [string, string, CreateResource][] = [
    [
      "a static website",
      "a static website is public",
      (scope, { id: storageAccountId }) => new StorageAccountStaticWebsiteA(scope, "mine", { storageAccountId }),
    ],
    [
      "a local user",
      "a local user can log in with its own password",
      (scope, { id: storageAccountId }) => new StorageAccountLocalUser(scope, "mine", { storageAccountId, name: "jo" }),
    ],
    [
      "a replication to another account",
      "billing data would be copied elsewhere",
      (scope, { id: sourceStorageAccountId }, { id: destinationStorageAccountId }) =>
        new StorageObjectReplication(scope, "mine", { sourceStorageAccountId, destinationStorageAccountId, rules: [] }),
    ],
  ];

  it.each(kinds)("are refused for the account: %s", (_, why, createResource) => {
    const stack = azureStack();
    createResource(stack, storageIn(stack).storageAccount, otherAccount(stack));
    expect(problemsOf(stack)).toBe(
      `[billing] billing/mine must not refer to the storage account of billing/finops: ${why}`,
    );
  });

  it.each(kinds)("are accepted for another account: %s", (_, __, createResource) => {
    const stack = azureStack();
    createResource(stack, otherAccount(stack), storageIn(stack).storageAccount);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("an immutability policy in a separate resource", () => {
  const policy = (stack: TerraformStack, storageContainerResourceManagerId: string): unknown =>
    new StorageContainerImmutabilityPolicy(stack, "mine", {
      storageContainerResourceManagerId,
      immutabilityPeriodInDays: 7,
    });
  const accountId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/billing-finops/providers/Microsoft.Storage/storageAccounts/acmebillingexport`;

  it.each<[string, (storage: AzureStorage) => string]>([
    ["its ID", ({ container }) => container.id],
    ["its Resource Manager ID", ({ container }) => container.resourceManagerId],
    ["its ID as a literal", () => `${accountId}/blobServices/default/containers/billing-finops`],
  ])("is refused for the container, by %s", (_, idOf) => {
    const stack = azureStack();
    policy(stack, idOf(storageIn(stack)));
    expect(problemsOf(stack)).toBe(
      `[billing] billing/mine must not refer to the storage account of billing/finops: ${AGAIN}`,
    );
  });

  it("is accepted for another container", () => {
    const stack = azureStack();
    storageIn(stack);
    policy(stack, `${accountId}/blobServices/default/containers/contracts`);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("a management policy in a separate resource", () => {
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

  it("is refused for the account", () => {
    const stack = azureStack();
    policy(stack, storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem());
  });

  it("is refused anywhere in the stack", () => {
    const stack = azureStack();
    policy(new Construct(stack, "team"), storageIn(stack).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem("billing/team/mine"));
  });

  it("is refused beside the policy of 'expireAfterDays'", () => {
    const stack = azureStack();
    policy(stack, new AzureStorage(stack, "finops", { ...REQUIRED_PROPS, expireAfterDays: 400 }).storageAccount.id);
    expect(problemsOf(stack)).toBe(problem());
  });

  it("is refused for a literal ID of the account, in any letter case", () => {
    const stack = azureStack();
    storageIn(stack);
    policy(
      stack,
      `/subscriptions/${SUBSCRIPTION}/resourcegroups/Billing-FinOps/providers/Microsoft.Storage/storageAccounts/acmebillingexport`,
    );
    expect(problemsOf(stack)).toBe(problem());
  });

  it("is refused also inside the storage construct", () => {
    const stack = azureStack();
    const storage = storageIn(stack);
    policy(storage, storage.storageAccount.id);
    expect(problemsOf(stack)).toBe(problem("billing/finops/mine"));
  });

  it("is accepted for another account, also beside the policy of 'expireAfterDays'", () => {
    const stack = azureStack();
    new AzureStorage(stack, "finops", { ...REQUIRED_PROPS, expireAfterDays: 400 });
    policy(stack, otherAccount(stack).id);
    expect(problemsOf(stack)).toBe("");
  });
});
