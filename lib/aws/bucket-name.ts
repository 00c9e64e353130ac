import { type Condition, length } from "../core/conditions";

const SHAPE = "be 3-63 characters of a-z, 0-9, '.' and '-'";

/**
 * S3's rules for the name of a general purpose bucket. The library checks all of them, because the provider checks only an
 * older, laxer rule for us-east-1, and other invalid names fail at apply.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const BUCKET_NAME: readonly Condition[] = [
  { must: SHAPE, characters: "a-z0-9.-" },
  { ...length(3, 63), must: SHAPE },
  { must: "begin and end with a letter or a digit", pattern: "^[a-z0-9].*[a-z0-9]$" },
  { must: "not have two dots in a row", notPattern: "[.][.]" },
  { must: "not look like an IP address", notPattern: "^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$" },
  {
    must: "not begin with 'xn--', 'sthree-' or 'amzn-s3-demo-', which S3 reserves",
    notPattern: "^(xn--|sthree-|amzn-s3-demo-)",
  },
  {
    must: "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves",
    notPattern: "(-s3alias|--ol-s3|[.]mrap|--x-s3|--table-s3)$",
  },
];

/** The same rules for a bucket to create. The provider cannot create buckets in an account regional namespace (`-an`). */
export const NEW_BUCKET_NAME: readonly Condition[] = [
  ...BUCKET_NAME,
  { must: "not end with '-an', which S3 reserves for account regional namespaces", notPattern: "-an$" },
];
