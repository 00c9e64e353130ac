import { AwsStorage } from "cdktf-finops/aws";
import { awsStack } from "../support/aws";
import { refusal } from "../support/template";

const EXAMPLE = 'for example "acme-billing-export"';

describe("validation of a bucket name", () => {
  it.each(["abc", "acme-billing-export", "1a2", "acme.billing", "a".repeat(63), "a--b", "1.2.3.4.5"])(
    "accepts %s",
    (bucketName) => {
      expect(() => new AwsStorage(awsStack(), "storage", { bucketName })).not.toThrow();
    },
  );

  it.each([
    ["Acme_Billing", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["ab", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["a".repeat(64), "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["büdget", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["acme billing", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["s3://acme", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["acme/billing", "be 3-63 characters of a-z, 0-9, '.' and '-'"],
    ["-acme", "begin and end with a letter or a digit"],
    ["acme-", "begin and end with a letter or a digit"],
    [".acme", "begin and end with a letter or a digit"],
    ["acme..billing", "not have two dots in a row"],
    ["192.168.5.4", "not look like an IP address"],
    ["xn--acme", "not begin with 'xn--', 'sthree-' or 'amzn-s3-demo-', which S3 reserves"],
    ["sthree-acme", "not begin with 'xn--', 'sthree-' or 'amzn-s3-demo-', which S3 reserves"],
    ["amzn-s3-demo-acme", "not begin with 'xn--', 'sthree-' or 'amzn-s3-demo-', which S3 reserves"],
    ["acme-s3alias", "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves"],
    ["acme--ol-s3", "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves"],
    ["acme.mrap", "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves"],
    ["acme--x-s3", "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves"],
    ["acme--table-s3", "not end with '-s3alias', '--ol-s3', '.mrap', '--x-s3' or '--table-s3', which S3 reserves"],
    ["acme-111122223333-us-east-1-an", "not end with '-an', which S3 reserves for account regional namespaces"],
  ])("refuses %j: it must %s", (bucketName, must) => {
    expect(refusal(() => new AwsStorage(awsStack(), "storage", { bucketName }))).toBe(
      `AwsStorage at billing/storage: 'bucketName' must ${must}, got: "${bucketName}"; ${EXAMPLE}`,
    );
  });
});
