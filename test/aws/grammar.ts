import {
  bool,
  DIGITS,
  entriesOf,
  enumOf,
  hasLength,
  integerIn,
  isMadeOf,
  LETTERS,
  listOf,
  LOWER,
  outputPrefix,
  textOf,
} from "../support/grammar";
import { type Grammar } from "../support/properties";

// Grammars of the values that the services document, written a second time without the library's patterns: the property
// tests compare the two.

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const bucket: Grammar = (value) => {
  if (!isMadeOf(`${LOWER}${DIGITS}.-`, value) || !hasLength(value, 3, 63)) {
    return false;
  }
  const ends = [value.at(0), value.at(-1)].every((end) => isMadeOf(LOWER + DIGITS, end));
  const parts = value.split(".");
  const address = parts.length === 4 && parts.every((part) => part !== "" && isMadeOf(DIGITS, part));
  const reserved =
    ["xn--", "sthree-", "amzn-s3-demo-"].some((prefix) => value.startsWith(prefix)) ||
    ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"].some((suffix) => value.endsWith(suffix));
  return ends && !parts.includes("") && !address && !reserved;
};
const newBucket: Grammar = (value) => bucket(value) && !(value as string).endsWith("-an");

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const IAM = `${LETTERS}${DIGITS}_+=,.@-`;
const iamName = (maxLength: number): Grammar => textOf(IAM, 1, maxLength);
const pathParts = (parts: readonly string[]): boolean => parts.every((part) => part !== "" && isMadeOf(IAM, part));
const iamPath: Grammar = (value) =>
  typeof value === "string" &&
  hasLength(value, 1, 512) &&
  (value === "/" || (value.startsWith("/") && value.endsWith("/") && pathParts(value.slice(1, -1).split("/"))));

/** Account and rest of `arn:aws:<service>:<region>:<account>:<rest>`; `undefined` for any other value. */
const arn = (value: unknown, service: string, region: string): [string, string] | undefined => {
  const [scheme, partition, arnService, arnRegion, account = "", ...rest] =
    typeof value === "string" ? value.split(":") : [];
  return scheme === "arn" && partition === "aws" && arnService === service && arnRegion === region
    ? [account, rest.join(":")]
    : undefined;
};
const account: Grammar = (value) => isMadeOf(DIGITS, value) && value.length === 12;
const boundary: Grammar = (value) => {
  const [owner, rest = ""] = arn(value, "iam", "") ?? [];
  const [kind, ...path] = rest.split("/");
  return (
    (account(owner) || owner === "aws") &&
    kind === "policy" &&
    path.length > 0 &&
    pathParts(path) &&
    hasLength(path.at(-1) ?? "", 1, 128) &&
    hasLength(value as string, 1, 672)
  );
};
const principal: Grammar = (value) => {
  const [owner, rest = ""] = arn(value, "iam", "") ?? [];
  const [kind = "", ...path] = rest.split("/");
  const named =
    ["role", "user"].includes(kind) && path.length > 0 && pathParts(path) && hasLength(path.at(-1) ?? "", 1, 64);
  return account(owner) && (rest === "root" || named) && hasLength(value as string, 1, 612);
};
// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
const key: Grammar = (value) => {
  const [owner, rest = ""] = arn(value, "kms", "us-east-1") ?? [];
  const hex = (text: string, length: number): boolean => isMadeOf(`${DIGITS}abcdef`, text) && text.length === length;
  const groups = rest.slice("key/".length).split("-");
  const uuid = groups.length === 5 && [8, 4, 4, 4, 12].every((length, index) => hex(groups[index] ?? "", length));
  const multiRegion = groups.length === 2 && groups[0] === "mrk" && hex(groups[1] ?? "", 32);
  return account(owner) && rest.startsWith("key/") && (uuid || multiRegion);
};

// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
const reportName: Grammar = (value) =>
  isMadeOf(`${LETTERS}${DIGITS}!-_.*'()`, value) && hasLength(value, 1, 256) && isMadeOf(LETTERS + DIGITS, value.at(0));
const s3Prefix: Grammar = (value) =>
  isMadeOf(`${LETTERS}${DIGITS}!-_.'()/`, value) &&
  hasLength(value, 2, 256) &&
  !value.startsWith("/") &&
  !value.endsWith("/") &&
  !value.endsWith(".");
const format: Grammar = (value) => {
  const { format: file, compression } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return (
    (file === "textORcsv" && (compression === "GZIP" || compression === "ZIP")) ||
    (file === "Parquet" && compression === "Parquet")
  );
};

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, but with at least 16 characters
const externalId = textOf(`${IAM}:/`, 16, 1224);

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html
const tagText = (text: unknown, from: number, to: number): boolean =>
  typeof text === "string" &&
  hasLength(text, from, to) &&
  Array.from(text).every((character) => "_.:/=+-@".includes(character) || /^[\p{L}\p{Z}\p{N}]$/u.test(character));
const tags: Grammar = (value) =>
  entriesOf(value, 50)?.every(
    ([key, text]) => tagText(key, 1, 128) && !key.toLowerCase().startsWith("aws:") && tagText(text, 0, 256),
  ) === true;

/** Grammars by property. `newBucketName` is the name of a new bucket; properties that hold objects of the library have none. */
export const AWS_GRAMMAR = {
  accessKeyStatus: enumOf("Active", "Inactive"),
  accessLogBucketName: bucket,
  accountId: account,
  accountType: enumOf("PAYER", "MEMBER"),
  additionalArtifacts: listOf("REDSHIFT", "QUICKSIGHT", "ATHENA"),
  additionalSchemaElements: listOf("RESOURCES", "SPLIT_COST_ALLOCATION_DATA", "MANUAL_DISCOUNT_COMPATIBILITY"),
  bucketName: bucket,
  createAccessKey: bool,
  externalId,
  format,
  iamPath,
  kmsKeyArn: key,
  newBucketName: newBucket,
  noncurrentVersionDays: integerIn(1, 3650),
  outputPrefix,
  permissionsBoundaryArn: boundary,
  policy: enumOf("MERGE", "CREATE", "ELSEWHERE"),
  policyName: iamName(128),
  policyReady: bool,
  refreshClosedReports: bool,
  reportName,
  reportVersioning: enumOf("OVERWRITE_REPORT", "CREATE_NEW_REPORT"),
  retain: bool,
  roleName: iamName(64),
  s3Prefix,
  tags,
  timeUnit: enumOf("HOURLY", "DAILY", "MONTHLY"),
  trustedPrincipalArn: principal,
  userName: iamName(64),
} as const satisfies Record<string, Grammar>;
