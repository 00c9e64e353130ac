import { X509Certificate } from "node:crypto";
import {
  bool,
  DIGITS,
  entriesOf,
  enumOf,
  first,
  hasLength,
  integerIn,
  isMadeOf,
  isRsa,
  last,
  LETTERS,
  LOWER,
  namedEntriesOf,
  outputPrefix,
  pemOf,
  textOf,
} from "../support/grammar";
import { type Grammar, type Props } from "../support/properties";

// Grammars of the values that the services document, written a second time without the library's patterns: the property
// tests compare the two.

// https://datatracker.ietf.org/doc/html/rfc9562#section-4, in lower case as Azure writes them
const HEX = `${DIGITS}abcdef`;
const uuidOf =
  (characters: string): Grammar =>
  (value) =>
    typeof value === "string" &&
    value
      .split("-")
      .map((part) => part.length)
      .join() === "8,4,4,4,12" &&
    value.split("-").every((part) => isMadeOf(characters, part));
const uuid = uuidOf(HEX);

/** A map that is not empty and has each value once, ignoring letter case. */
const uniqueValues =
  (maxEntries: number, valueGrammar: Grammar): Grammar =>
  (value) => {
    if (!namedEntriesOf(maxEntries, valueGrammar)(value)) {
      return false;
    }
    const values = Object.values(value as Readonly<Record<string, string>>).map((one) => one.toLowerCase());
    return values.length > 0 && new Set(values).size === values.length;
  };

/** A display name, without a leading or trailing space. */
const displayName =
  (punctuation: string, maxLength: number): Grammar =>
  (value) =>
    textOf(`${LETTERS}${DIGITS} ${punctuation}`, 1, maxLength)(value) && String(value).trim() === value;

// https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials
const certificate: Grammar = (value) => {
  try {
    return isRsa(new X509Certificate(pemOf("CERTIFICATE", value) ?? "").publicKey, 2048);
  } catch {
    return false;
  }
};

// https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential
const claimValue: Grammar = (value) =>
  textOf(`${LETTERS}${DIGITS}._:/@+=|~-`, 1, 600)(value) &&
  !["ya29.", "eyJ"].some((token) => String(value).startsWith(token));
const hostLabel = (text: string): boolean =>
  text !== "" &&
  isMadeOf(`${LOWER}${DIGITS}-`, text) &&
  isMadeOf(LOWER + DIGITS, first(text)) &&
  isMadeOf(LOWER + DIGITS, last(text));
const issuer: Grammar = (value) => {
  if (typeof value !== "string" || value.length > 600 || !value.startsWith("https://")) {
    return false;
  }
  const [authority = "", ...path] = value.slice("https://".length).split("/");
  const [host = "", port, ...more] = authority.split(":");
  const [topLevelDomain = "", ...labels] = host.split(".").reverse();
  // A trailing slash is optional.
  const segments = path.at(-1) === "" ? path.slice(0, -1) : path;
  return (
    more.length === 0 &&
    labels.length > 0 &&
    labels.every(hostLabel) &&
    isMadeOf(LOWER, topLevelDomain) &&
    hasLength(topLevelDomain, 2, 63) &&
    (port === undefined || (isMadeOf(DIGITS, port) && hasLength(port, 1, 5))) &&
    segments.every((segment) => segment !== "" && isMadeOf(`${LETTERS}${DIGITS}._~-`, segment))
  );
};

// https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-name-rules
const resourceGroup: Grammar = (value) =>
  textOf(`${LETTERS}${DIGITS}._()-`, 1, 90)(value) && last(value as string) !== ".";
const managementGroup: Grammar = (value) => resourceGroup(value) && isMadeOf(LETTERS + DIGITS, first(value as string));

// https://learn.microsoft.com/en-us/azure/role-based-access-control/scope-overview#scope-format
const roleScope: Grammar = (value) => {
  const [root, rootType, id, ...rest] = typeof value === "string" ? value.split("/") : ["none"];
  if (root !== "") {
    return false;
  }
  const [childType, childName, ...more] = rest;
  return rootType === "subscriptions"
    ? uuid(id) &&
        (rest.length === 0 || (childType === "resourceGroups" && resourceGroup(childName) && more.length === 0))
    : rootType === "providers" &&
        id === "Microsoft.Management" &&
        childType === "managementGroups" &&
        managementGroup(childName) &&
        more.length === 0;
};
// https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles#custom-role-limits
const groupsOf = (scopes: unknown): number =>
  Object.values(Object(scopes) as Readonly<Record<string, unknown>>).filter((scope) =>
    String(scope).startsWith("/providers/"),
  ).length;
const roleScopes: Grammar = (value, { role } = {}) =>
  uniqueValues(1000, roleScope)(value) && (role !== "CUSTOM" || groupsOf(value) < 2);
const role: Grammar = (value, given = {}) =>
  value === "EVENT_GRID_READER" || (value === "CUSTOM" && groupsOf(given.roleScopes) < 2);

// https://learn.microsoft.com/en-us/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
const container: Grammar = (value) =>
  textOf(`${LOWER}${DIGITS}-`, 3, 63)(value) && (value as string).split("-").every((part) => part !== "");
// https://github.com/microsoft/finops-toolkit/issues/1239: no characters that URLs reserve. No names that begin or end
// with a dot either, because file systems hide them or take them for other folders.
const folder: Grammar = (value) =>
  textOf(`${LETTERS}${DIGITS}._-/`, 1, 256)(value) &&
  (value as string).split("/").every((part) => part !== "" && first(part) !== "." && last(part) !== ".");

const folders = namedEntriesOf(1000, folder);
/** Whether maps of folders have the same keys, and no folder equals or contains another: costs would be counted twice. */
const areDistinct = (...maps: readonly unknown[]): boolean => {
  const all = maps.map((map) => Object.entries(Object(map) as Readonly<Record<string, string>>));
  const names = all.map((entries) => entries.map(([key]) => key).sort());
  const paths = all.flat().map(([, path]) => `${path}/`);
  return (
    paths.length > 0 &&
    names.every((keys) => keys.join() === names[0]?.join()) &&
    paths.every((path, index) => paths.every((other, at) => at === index || !other.startsWith(path)))
  );
};

// https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/tag-resources#limitations, for a storage
// account; https://learn.microsoft.com/en-us/rest/api/resources/tags/create-or-update for reserved prefixes
const tags: Grammar = (value) =>
  entriesOf(value, 50)?.every(
    ([key, text]) =>
      hasLength(key, 1, 128) &&
      !Array.from(key).some((character) => "<>%&\\?/".includes(character)) &&
      !["microsoft", "azure", "windows"].some((start) => key.toLowerCase().startsWith(start)) &&
      typeof text === "string" &&
      hasLength(text, 0, 256) &&
      // Terraform would evaluate template sequences.
      ![key, text].some((one) => one.includes("${") || one.includes("%{")),
  ) === true;

// https://learn.microsoft.com/en-us/azure/azure-government/documentation-government-welcome and
// https://learn.microsoft.com/en-us/azure/china/concepts-service-availability: regions of the sovereign clouds
const cloudOfRegion = (region: string): string =>
  region.startsWith("china") ? "china" : /^us(gov|dod)/.test(region) ? "usgovernment" : "public";
const location: Grammar = (value, { environment = "public" } = {}) =>
  textOf(LOWER + DIGITS, 2, 40)(value) &&
  isMadeOf(LOWER, (value as string).slice(0, 2)) &&
  cloudOfRegion(value as string) === environment;
const environment: Grammar = (value, given = {}) =>
  typeof given.location === "string"
    ? value === cloudOfRegion(given.location)
    : enumOf("public", "usgovernment", "china")(value);

// https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/understand-work-scopes
const enrollment = textOf(DIGITS, 4, 20);
const customerAccount: Grammar = (value) => {
  const [one, other = "", ...more] = typeof value === "string" ? value.split(":") : [];
  const [id, date = "", ...rest] = other.split("_");
  const anyCaseUuid = uuidOf(`${HEX}ABCDEF`);
  return (
    more.length + rest.length === 0 &&
    anyCaseUuid(one) &&
    anyCaseUuid(id) &&
    date
      .split("-")
      .map((part) => part.length)
      .join() === "4,2,2" &&
    date.split("-").every((part) => isMadeOf(DIGITS, part))
  );
};
const scopeId = textOf(`${LETTERS}${DIGITS}_-`, 1, 128);

// https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports: scopes with exports of
// actual and amortized costs, by agreement. An invoice section needs its billing profile.
const EXPORT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  EA: ["", "billingAccountId", "billingAccountId departmentId", "billingAccountId enrollmentAccountId"],
  MCA: [
    "",
    "billingAccountId",
    "billingAccountId billingProfileId",
    "billingAccountId billingProfileId invoiceSectionId",
  ],
  MPA: ["", "billingAccountId customerId"],
  CSP: [""],
};
const SCOPE_PROPERTIES = [
  "billingAccountId",
  "billingProfileId",
  "customerId",
  "departmentId",
  "enrollmentAccountId",
  "invoiceSectionId",
];
const isExported = (given: Props): boolean => {
  const { agreement, billingAccountId, subscriptions } = given;
  const scope = SCOPE_PROPERTIES.filter((property) => given[property] !== undefined).join(" ");
  return (
    EXPORT_SCOPES[String(agreement)]?.includes(scope) === true &&
    (billingAccountId === undefined ||
      (subscriptions === undefined && (agreement === "EA" ? enrollment : customerAccount)(billingAccountId)))
  );
};
const inExportScope =
  (property: string, grammar: Grammar): Grammar =>
  (value, given = {}) =>
    grammar(value) && isExported({ ...given, [property]: value });

/** Grammars by property, each given the other props. Properties that hold objects of the library have none. */
export const AZURE_GRAMMAR = {
  actualCostPaths: (value, given) => folders(value) && areDistinct(value, given?.amortizedCostPaths),
  agreement: inExportScope("agreement", enumOf("EA", "MCA", "MPA", "CSP")),
  amortizedCostPaths: (value, given) => folders(value) && areDistinct(value, given?.actualCostPaths),
  applicationName: displayName("._-", 120),
  audience: claimValue,
  billingAccountId: inExportScope("billingAccountId", (value) => enrollment(value) || customerAccount(value)),
  billingProfileId: inExportScope("billingProfileId", scopeId),
  certificatePem: certificate,
  clientId: uuid,
  clientSecretDays: integerIn(1, 730),
  connectionString: enumOf("SAS", "ACCOUNT_KEY"),
  containerName: container,
  containerReader: bool,
  createClientSecret: bool,
  createResourceGroup: (value, given) => bool(value) && (value === true || given?.resourceGroupName !== undefined),
  createSas: bool,
  customerId: inExportScope("customerId", scopeId),
  departmentId: inExportScope("departmentId", scopeId),
  enrollmentAccountId: inExportScope("enrollmentAccountId", scopeId),
  environment,
  expireAfterDays: integerIn(400, 3650),
  exportNamePrefix: textOf(LETTERS + DIGITS, 1, 15),
  invoiceSectionId: inExportScope("invoiceSectionId", scopeId),
  issuerUri: issuer,
  location,
  outputPrefix,
  owners: uniqueValues(100, uuid),
  registerResourceProvider: bool,
  replication: enumOf("LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"),
  resourceGroupName: resourceGroup,
  retain: bool,
  role,
  roleName: displayName("._()-", 512),
  roleScopes,
  rootFolderPath: folder,
  sasDays: integerIn(1, 730),
  storageAccountName: textOf(LOWER + DIGITS, 3, 24),
  subject: claimValue,
  subscriptionId: uuid,
  subscriptions: inExportScope("subscriptions", uniqueValues(1000, uuid)),
  tags,
  tenantId: uuid,
} as const satisfies Record<string, Grammar>;
