import { requirePeers } from "../core/peer";

requirePeers("cdktf-finops/gcp", {
  name: "@cdktf/provider-google",
  version: "16",
  // Before version 14, the bindings are for version 5 of the provider, with which nothing was tested.
  isNewEnough: () => {
    // An `import` cannot be caught.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { BigqueryDataset } = require("@cdktf/provider-google/lib/bigquery-dataset") as {
      BigqueryDataset: { prototype: object };
    };
    return "resetResourceTags" in BigqueryDataset.prototype;
  },
});
