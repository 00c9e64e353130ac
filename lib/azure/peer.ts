import { requirePeers } from "../core/peer";

requirePeers(
  "cdktf-finops/azure",
  {
    name: "@cdktf/provider-azurerm",
    version: "14",
    // Bindings before 13 are for version 3 of the provider, where a container refers to its account by name only.
    isNewEnough: () => {
      // `require`, because an exception of an `import` cannot be caught.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { StorageContainer } = require("@cdktf/provider-azurerm/lib/storage-container") as {
        StorageContainer: { prototype: object };
      };
      return "resetStorageAccountId" in StorageContainer.prototype;
    },
  },
  {
    name: "@cdktf/provider-azuread",
    version: "14",
    // Bindings before 13 are for version 2 of the provider, where a secret refers to its application by object ID.
    isNewEnough: () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { ApplicationPasswordA } = require("@cdktf/provider-azuread/lib/application-password") as {
        ApplicationPasswordA: { prototype: object };
      };
      return "applicationId" in ApplicationPasswordA.prototype;
    },
  },
);
