import { requirePeers } from "../core/peer";

requirePeers("cdktf-finops/aws", {
  name: "@cdktf/provider-aws",
  version: "21",
  // Before 21 an S3 resource has no region of its own, and would be made in the provider's without a word.
  isNewEnough: () => {
    // An `import` cannot be caught.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { S3Bucket } = require("@cdktf/provider-aws/lib/s3-bucket") as { S3Bucket: { prototype: object } };
    return "resetRegion" in S3Bucket.prototype;
  },
});
