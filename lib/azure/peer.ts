import { requirePeers } from "../core/peer";

requirePeers(
  "cdktf-finops/azure",
  {
    name: "@cdktf/provider-azurerm",
    version: "14",
    // Before 13 they are of the provider's version 3, where a container is named by its account's name only.
    isNewEnough: () => {
      // An `import` cannot be caught.
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
    // Before 13 they are of the provider's version 2, where a secret is of an application by its object ID.
    isNewEnough: () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { ApplicationPasswordA } = require("@cdktf/provider-azuread/lib/application-password") as {
        ApplicationPasswordA: { prototype: object };
      };
      return "applicationId" in ApplicationPasswordA.prototype;
    },
  },
);
