import { X509Certificate } from "node:crypto";
import {
  bool,
  DIGITS,
  entriesOf,
  enumOf,
  first,
  hasLength,
  isMadeOf,
  isRsa,
  last,
  LETTERS,
  listOf,
  LOWER,
  namedEntriesOf,
  outputPrefix,
  pemOf,
  textOf,
} from "../support/grammar";
import { type Grammar, type Props } from "../support/properties";

// Second implementation of the documented grammars, without the library's patterns. The property tests compare the two.

/** Default values of properties on which other grammars depend. */
export const GIVEN = { projectId: "acme-billing", organizationId: "123456789012" } as const;

// https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects; older ones have a domain in front
const plainProject = (value: unknown): boolean =>
  isMadeOf(`${LOWER}${DIGITS}-`, value) &&
  hasLength(value, 6, 30) &&
  LOWER.includes(first(value)) &&
  last(value) !== "-";
const project: Grammar = (value) => {
  if (typeof value !== "string") {
    return false;
  }
  const [own = "", domain, ...more] = value.split(":").reverse();
  const labels = domain?.split(".");
  return (
    more.length === 0 &&
    plainProject(own) &&
    (labels === undefined ||
      (labels.length > 1 &&
        labels.length < 5 &&
        labels.every((label) => isMadeOf(`${LOWER}${DIGITS}-`, label) && hasLength(label, 1, 63))))
  );
};

// https://docs.cloud.google.com/billing/docs/how-to/find-billing-account-id
const billingAccount: Grammar = (value) =>
  typeof value === "string" &&
  value.split("-").length === 3 &&
  value.split("-").every((part) => isMadeOf(`${DIGITS}ABCDEF`, part) && part.length === 6);

// Google's numbers are an int64.
const number = (value: unknown): boolean => isMadeOf(DIGITS, value) && hasLength(value, 1, 19) && first(value) !== "0";
const folders: Grammar = (value) => namedEntriesOf(100, number)(value) && Object.keys(value as object).length > 0;

// https://docs.cloud.google.com/iam/docs/service-accounts-create
const account = (value: unknown): boolean =>
  isMadeOf(`${LOWER}${DIGITS}-`, value) &&
  hasLength(value, 6, 30) &&
  LOWER.includes(first(value)) &&
  last(value) !== "-";
const isCreatedByGoogle = (email: string): boolean =>
  ["service-", "firebase-adminsdk-", "firebase-app-hosting-compute@"].some((start) => email.startsWith(start)) ||
  ["p", "p-", "project", "project-", "bq", "bq-"].some(
    (start) => email.startsWith(start) && DIGITS.includes(email.at(start.length) ?? "x"),
  ) ||
  ["gcp-sa-", "storage-transfer-service.", "bigquery-encryption.", "compute-system.", "container-engine-robot."].some(
    (host) => email.split("@")[1]?.startsWith(host) === true,
  );
const accountEmail = (value: unknown): boolean => {
  if (typeof value === "string" && isCreatedByGoogle(value)) {
    return false;
  }
  if (typeof value !== "string" || value.length > 254 || !value.endsWith(".iam.gserviceaccount.com")) {
    return false;
  }
  const [local, host = "", ...more] = value.slice(0, -".iam.gserviceaccount.com".length).split("@");
  const [own = "", ...domain] = host.split(".");
  return (
    more.length === 0 &&
    account(local) &&
    isMadeOf(`${LOWER}${DIGITS}-`, own) &&
    own.length > 1 &&
    first(own) !== "-" &&
    last(own) !== "-" &&
    domain.length < 4 &&
    domain.every((label) => label !== "" && isMadeOf(`${LOWER}${DIGITS}-`, label))
  );
};
const emailInProject: Grammar = (value, { projectId = GIVEN.projectId } = {}) =>
  accountEmail(value) &&
  String(value).split("@")[1] === `${String(projectId).split(":").reverse().join(".")}.iam.gserviceaccount.com`;

// https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
const REGIONS = {
  asia: "east1 east2 northeast1 northeast2 northeast3 south1 southeast1 southeast2",
  australia: "southeast1",
  europe: "central2 north1 west1 west2 west3 west4 west6",
  me: "central1 central2 west1",
  northamerica: "northeast1",
  southamerica: "east1",
  us: "central1 east1 east4 west1 west2 west3 west4",
};
const location = enumOf(
  "US",
  "EU",
  ...Object.entries(REGIONS).flatMap(([area, parts]) => parts.split(" ").map((part) => `${area}-${part}`)),
);

// https://docs.cloud.google.com/bigquery/docs/labels-intro: letters without a case are fine, upper-case ones are not
const labelText = (text: string): boolean =>
  Array.from(text).every((character) => "_-".includes(character) || /^[\p{L}\p{N}]$/u.test(character)) &&
  !/[\p{Lu}\p{Lt}\p{Lm}]/u.test(text);
const labels: Grammar = (value) =>
  entriesOf(value, 64)?.every(
    ([key, text]) =>
      labelText(key) &&
      /^\p{L}/u.test(key) &&
      hasLength(key, 1, 63) &&
      typeof text === "string" &&
      labelText(text) &&
      hasLength(text, 0, 63),
  ) === true;

// https://docs.cloud.google.com/iam/docs/keys-upload
const certificate: Grammar = (value) => {
  try {
    const parsed = new X509Certificate(pemOf("CERTIFICATE", value) ?? "");
    // All valid samples have version 3. Another test covers other versions.
    return isRsa(parsed.publicKey, 2048) && parsed.verify(parsed.publicKey);
  } catch {
    return false;
  }
};

// https://docs.cloud.google.com/iam/docs/workload-identity-federation
const pool: Grammar = (value) =>
  isMadeOf(`${LOWER}${DIGITS}-`, value) &&
  hasLength(value, 4, 32) &&
  !value.startsWith("gcp-") &&
  first(value) !== "-" &&
  last(value) !== "-";
const issuer: Grammar = (value) => {
  if (typeof value !== "string" || value.length > 256 || !value.startsWith("https://") || value.includes("//", 8)) {
    return false;
  }
  const [authority = "", ...path] = value.slice("https://".length).split("/");
  const [host = "", port, ...more] = authority.split(":");
  return (
    more.length === 0 &&
    host.split(".").length > 1 &&
    host
      .split(".")
      .every(
        (label) =>
          label !== "" &&
          isMadeOf(`${LOWER}${DIGITS}-`, label) &&
          isMadeOf(LOWER + DIGITS, first(label)) &&
          isMadeOf(LOWER + DIGITS, last(label)),
      ) &&
    isMadeOf(LOWER, host.split(".").at(-1)) &&
    hasLength(host.split(".").at(-1) ?? "", 2, 63) &&
    (port === undefined || (isMadeOf(DIGITS, port) && hasLength(port, 1, 5))) &&
    path.every((segment) => isMadeOf(`${LETTERS}${DIGITS}._~-`, segment))
  );
};
/** Text of a condition outside of its strings; `undefined` if a string does not end. */
const outsideOfStrings = (text: string): string | undefined => {
  let [rest, quote] = ["", ""];
  for (const character of text) {
    if (quote === "") {
      [rest, quote] = `"'`.includes(character) ? [rest, character] : [rest + character, ""];
    } else if (character === quote) {
      quote = "";
    }
  }
  return quote === "" ? rest : undefined;
};
const balanced = (text: string): boolean => {
  const rest = outsideOfStrings(text) ?? "//";
  let [left, before] = [rest.replace(/[^()[\]{}]/g, ""), ""];
  while (left !== before) {
    [left, before] = [left.replace(/\(\)|\[\]|\{\}/, ""), left];
  }
  return left === "" && !rest.includes("//");
};
const condition: Grammar = (value) =>
  typeof value === "string" &&
  balanced(value) &&
  value.length <= 2048 &&
  !["\\", '"""', "'''"].some((one) => value.includes(one)) &&
  /assertion|attribute|google/.test(value) &&
  ["==", "!=", " in ", ".startsWith(", ".endsWith(", ".contains(", ".matches("].some((one) => value.includes(one)) &&
  !value.includes("${") &&
  !value.includes("%{") &&
  // As in `assertion.tenant` or `assertion["tenant"]`.
  /(assertion|attribute|google)[a-z._]*[.[]/.test(value);

// https://docs.cloud.google.com/iam/docs/creating-custom-roles
const roleText = `${LETTERS}${DIGITS}_.`;
const customRole =
  (...kinds: readonly string[]) =>
  (value: unknown, given: Props = {}): boolean => {
    if (typeof value !== "string") {
      return false;
    }
    const [kind = "", parent, roles, role = "", ...more] = value.split("/");
    const { projectId = GIVEN.projectId, organizationId = GIVEN.organizationId } = given;
    return (
      more.length === 0 &&
      kinds.includes(kind) &&
      parent === (kind === "projects" ? projectId : organizationId) &&
      roles === "roles" &&
      isMadeOf(roleText, role) &&
      hasLength(role, 3, 64)
    );
  };
const role =
  (predefined: string, ...kinds: readonly string[]): Grammar =>
  (value, given) =>
    value === predefined || customRole(...kinds)(value, given);

/** A claim of tokens, which is not itself a token: JSON in Base64, or Google's own format. */
const claim =
  (most: number): Grammar =>
  (value) =>
    textOf(`${LETTERS}${DIGITS}._:/@+=|~-`, 1, most)(value) &&
    !["ya29.", "eyJ"].some((token) => String(value).startsWith(token));

/** Grammars by the name of the property, except those whose values are constructs. */
export const GCP_GRAMMAR = {
  accountId: account,
  additionalServices: listOf("bigquerydatatransfer", "iamcredentials", "orgpolicy", "sts"),
  allowedAudience: claim(256),
  attributeCondition: condition,
  awsAccountId: textOf(DIGITS, 12, 12),
  awsRoleName: textOf(`${LETTERS}${DIGITS}_+=,.@-`, 1, 64),
  bigqueryUserRole: role("roles/bigquery.jobUser", "projects", "organizations"),
  bigqueryViewerRole: role("roles/bigquery.dataViewer", "projects", "organizations"),
  billingAccountId: billingAccount,
  certificatePem: certificate,
  createKey: bool,
  datasetAccess: enumOf("NEVER", "UNTIL_EXPORT_READY", "ALWAYS"),
  datasetId: textOf(`${LETTERS}${DIGITS}_`, 1, 1024),
  datasetLocation: location,
  enableServices: bool,
  exportReady: bool,
  exports: (value) =>
    listOf("STANDARD", "DETAILED", "PRICING")(value) && (value as readonly unknown[]).includes("STANDARD"),
  folders,
  hierarchy: enumOf("ORGANIZATION", "NONE"),
  issuerUri: issuer,
  keyPolicyException: bool,
  labels,
  organizationId: number,
  outputPrefix,
  poolId: pool,
  projectId: project,
  projectViewerRole: customRole("organizations"),
  retain: bool,
  roleIdPrefix: textOf(roleText, 1, 39),
  roleIdSuffix: textOf(roleText, 1, 8),
  serviceAccountEmail: emailInProject,
  subject: claim(127),
  trustedServiceAccountEmail: accountEmail,
} as const satisfies Record<string, Grammar>;
