import { requirePeers } from "../core/peer";

requirePeers("cdktf-finops/gcp", {
  name: "@cdktf/provider-google",
  version: "16",
  // Before 14 they are of the provider's version 5, which nothing here was tried with.
  isNewEnough: () => {
    // An `import` cannot be caught.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { BigqueryDataset } = require("@cdktf/provider-google/lib/bigquery-dataset") as {
      BigqueryDataset: { prototype: object };
    };
    return "resetResourceTags" in BigqueryDataset.prototype;
  },
});
