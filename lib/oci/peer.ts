import { requirePeers } from "../core/peer";

// Only TLS: the bindings of Oracle's provider are part of this package.
requirePeers("cdktf-finops/oci", {
  name: "@cdktf/provider-tls",
  version: "11",
  // Before version 10, keys have no PKCS#8 format.
  isNewEnough: () => {
    // An `import` cannot be caught.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { PrivateKey } = require("@cdktf/provider-tls/lib/private-key") as { PrivateKey: { prototype: object } };
    return "privateKeyPemPkcs8" in PrivateKey.prototype;
  },
});
