import { requirePeers } from "../core/peer";

// The bindings of Oracle's provider are in this package: there are none to install.
requirePeers("cdktf-finops/oci", {
  name: "@cdktf/provider-tls",
  version: "11",
  // Before 10 a key had no PKCS#8 form.
  isNewEnough: () => {
    // An `import` cannot be caught.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { PrivateKey } = require("@cdktf/provider-tls/lib/private-key") as { PrivateKey: { prototype: object } };
    return "privateKeyPemPkcs8" in PrivateKey.prototype;
  },
});
