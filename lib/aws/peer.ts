import { requirePeers } from "../core/peer";

requirePeers("cdktf-finops/aws", {
  name: "@cdktf/provider-aws",
  version: "21",
  // Before version 21, S3 resources have no `region` argument: they would be created in the provider's region.
  isNewEnough: () => {
    // An `import` cannot be caught.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { S3Bucket } = require("@cdktf/provider-aws/lib/s3-bucket") as { S3Bucket: { prototype: object } };
    return "resetRegion" in S3Bucket.prototype;
  },
});
