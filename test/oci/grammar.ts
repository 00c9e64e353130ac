import { createPublicKey } from "node:crypto";
import {
  DIGITS,
  entriesOf,
  enumOf,
  hasLength,
  integerIn,
  isMadeOf,
  isRsa,
  LETTERS,
  listOf,
  LOWER,
  namedEntriesOf,
  outputPrefix,
  pemOf,
  textOf,
} from "../support/grammar";
import { type Grammar, type Props } from "../support/properties";

// Grammar of the values that the services accept, written from their documentation and without the library's patterns. The
// property tests compare the two.

const ociName = (punctuation: string, max: number): Grammar => textOf(LETTERS + DIGITS + punctuation, 1, max);

// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/regions.htm, the commercial realm
const COMMERCIAL = {
  af: "casablanca-1 johannesburg-1",
  ap: "batam-1 chuncheon-1 delhi-1 hyderabad-1 kulai-2 melbourne-1 mumbai-1 osaka-1 seoul-1 singapore-1 singapore-2 sydney-1 tokyo-1",
  ca: "montreal-1 toronto-1",
  eu: "amsterdam-1 frankfurt-1 madrid-1 madrid-3 marseille-1 milan-1 paris-1 stockholm-1 turin-1 zurich-1",
  il: "jerusalem-1",
  me: "abudhabi-1 dubai-1 jeddah-1 riyadh-1",
  mx: "monterrey-1 queretaro-1",
  sa: "bogota-1 santiago-1 saopaulo-1 valparaiso-1 vinhedo-1",
  uk: "cardiff-1 london-1",
  us: "ashburn-1 chicago-1 phoenix-1 saltlake-2 sanjose-1",
};
const OC1 = Object.entries(COMMERCIAL).flatMap(([area, cities]) => cities.split(" ").map((city) => `${area}-${city}`));

const isCommercial = ({ homeRegion = "us-ashburn-1" }: Props = {}): boolean => OC1.includes(homeRegion as string);
/** Realm of all OCIDs. */
const realmFor = (given?: Props): unknown => (isCommercial(given) ? "oc1" : given?.realm);

const homeRegion: Grammar = (value, { realm } = {}) =>
  OC1.includes(value as string) ||
  // An unknown region is accepted together with its realm.
  (realm !== undefined && isMadeOf(`${LOWER}${DIGITS}-`, value) && value.split("-").length > 2);
const realm: Grammar = (value, given) =>
  isCommercial(given) ? value === "oc1" : isMadeOf(`oc${DIGITS}`, value) && value.startsWith("oc");

// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/identifiers.htm
const ocid =
  (...types: readonly string[]): Grammar =>
  (value, given) => {
    if (typeof value !== "string" || value.length > 255) {
      return false;
    }
    const [version, type = "", ofRealm, region, unique = "", ...more] = value.split(".");
    return (
      version === "ocid1" &&
      types.includes(type) &&
      ofRealm === realmFor(given) &&
      isMadeOf(`${LOWER}${DIGITS}-`, region) &&
      unique !== "" &&
      isMadeOf(LOWER + DIGITS, unique) &&
      more.length === 0
    );
  };

// https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
const REPORT_TENANCY_OF_OC1 = "ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq";
const reportTenancy: Grammar = (value, given) =>
  isCommercial(given) ? value === REPORT_TENANCY_OF_OC1 : ocid("tenancy")(value, given);

// https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
const isEvaluated = (text: string): boolean => text.includes("${") || text.includes("%{");
const isTagKey = (key = ""): boolean =>
  hasLength(key, 1, 100) &&
  Array.from(key).every((character) => character > " " && character < "\x7f" && character !== ".");
const isTagValue = (value: unknown): boolean =>
  typeof value === "string" && hasLength(value, 0, 256) && !isEvaluated(value);
const tags =
  (max: number, isKey: (key: string) => boolean): Grammar =>
  (value) =>
    entriesOf(value, max)?.every(([key, text]) => isKey(key) && !isEvaluated(key) && isTagValue(text)) === true;
const isDefinedTagKey = (key: string): boolean => {
  const [namespace, name, ...more] = key.split(".");
  return isTagKey(namespace) && isTagKey(name) && more.length === 0;
};

// https://datatracker.ietf.org/doc/html/rfc5321#section-4.5.3.1 for the lengths
const email: Grammar = (value) => {
  if (typeof value !== "string" || value.length > 254) {
    return false;
  }
  const [local = "", host = "", ...more] = value.split("@");
  const labels = host.split(".");
  const top = labels.at(-1) ?? "";
  return (
    more.length === 0 &&
    local.split(".").every((atom) => atom !== "" && isMadeOf(`${LETTERS}${DIGITS}_+'-`, atom)) &&
    labels.length > 1 &&
    labels.every(
      (label) =>
        isMadeOf(`${LETTERS}${DIGITS}-`, label) &&
        hasLength(label, 1, 63) &&
        !label.startsWith("-") &&
        !label.endsWith("-"),
    ) &&
    isMadeOf(LETTERS, top) &&
    top.length > 1
  );
};

// https://docs.oracle.com/en-us/iaas/Content/Identity/domains/to-create-new-identity-domain.htm
const domain: Grammar = (value, given) =>
  ociName("._-", 100)(value, given) && (value as string).toUpperCase() !== "DEFAULT";

// https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm
const publicKey: Grammar = (value) => {
  try {
    return isRsa(createPublicKey(pemOf("PUBLIC KEY", value) ?? ""), 2048);
  } catch {
    return false;
  }
};

/** Grammar by property. Properties that hold objects of the library or of a provider have none. */
export const OCI_GRAMMAR = {
  additionalFeatures: listOf(
    "BUDGETS",
    "CLOUD_ADVISOR",
    "COMPARTMENTS",
    "COST_ANALYSIS",
    "ORGANIZATION",
    "SUBSCRIPTIONS",
    "TENANCY",
  ),
  definedTags: tags(64, isDefinedTagKey),
  domainCompartmentOcid: ocid("compartment", "tenancy"),
  domainName: domain,
  freeformTags: tags(10, isTagKey),
  // In a statement, `group id …` names a group by its OCID.
  groupName: (value) => ociName("._-", 100)(value) && !["id", "to"].includes((value as string).toLowerCase()),
  groupOcid: ocid("group"),
  homeRegion,
  members: namedEntriesOf(250, ocid("user")),
  outputPrefix,
  policyName: ociName("._-", 89),
  privateKeyFormat: enumOf("PKCS8", "PKCS1"),
  publicKeyPem: publicKey,
  realm,
  rsaBits: integerIn(2048, 4096),
  tenancyOcid: ocid("tenancy"),
  // Oracle writes no reports for a child tenancy.
  tenancyType: enumOf("PARENT"),
  usageReportTenancyOcid: reportTenancy,
  userEmail: email,
  userName: ociName("-._+@", 100),
  userOcid: ocid("user"),
} as const satisfies Record<string, Grammar>;
