import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import {
  OciAccess,
  OciBillingExport,
  OciDomainIdentity,
  OciIdentity,
  OciIntegration,
  OciProvider,
} from "cdktf-finops/oci";
import { type TerraformStack } from "cdktf";
import { generateKeyPairSync } from "node:crypto";
import { OCI_ACCESS_SCHEMA } from "../../lib/oci/access";
import { OCI_BILLING_EXPORT_SCHEMA } from "../../lib/oci/billing-export";
import { OCI_DOMAIN_IDENTITY_SCHEMA } from "../../lib/oci/domain-identity";
import { OCI_EXISTING_GROUP_SCHEMA } from "../../lib/oci/existing-group";
import { OCI_EXISTING_MEMBER_SCHEMA } from "../../lib/oci/existing-member";
import { OCI_EXISTING_USER_SCHEMA } from "../../lib/oci/existing-user";
import { OCI_IDENTITY_SCHEMA } from "../../lib/oci/identity";
import { OCI_INTEGRATION_SCHEMA } from "../../lib/oci/integration";
import { rsaKey } from "../support/keys";
import { COMPARTMENT, GROUP, HOME, ocidOf, TENANCY, USER } from "../support/oci";
import { describeProperties, type Grammar, type Subject } from "../support/properties";
import { emptyStack } from "../support/template";
import { OCI_GRAMMAR } from "./grammar";

const EMAIL = { userEmail: "finops-platform@acme.com" };

// `never`, because a JavaScript program may pass anything.
const SUBJECTS: Readonly<Record<string, Subject>> = {
  OciIntegration: {
    rules: OCI_INTEGRATION_SCHEMA.rules,
    create: (stack, id, props) => new OciIntegration(stack, id, props as never),
    requiredProps: () => ({ ...HOME, ...EMAIL }),
  },
  OciIdentity: {
    rules: OCI_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new OciIdentity(stack, id, props as never),
    requiredProps: () => ({ ...HOME, ...EMAIL }),
  },
  OciDomainIdentity: {
    rules: OCI_DOMAIN_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new OciDomainIdentity(stack, id, props as never),
    requiredProps: () => ({ ...HOME, ...EMAIL, domainName: "FinOps" }),
  },
  "OciIdentity.fromUser": {
    rules: OCI_EXISTING_USER_SCHEMA.rules,
    create: (stack, id, props) => OciIdentity.fromUser(stack, id, props as never),
    requiredProps: () => ({ ...HOME, userOcid: USER }),
  },
  "OciIdentity.fromGroup": {
    rules: OCI_EXISTING_GROUP_SCHEMA.rules,
    create: (stack, id, props) => OciIdentity.fromGroup(stack, id, props as never),
    requiredProps: () => ({ ...HOME, ...EMAIL, groupOcid: GROUP }),
  },
  "OciIdentity.fromMember": {
    rules: OCI_EXISTING_MEMBER_SCHEMA.rules,
    create: (stack, id, props) => OciIdentity.fromMember(stack, id, props as never),
    requiredProps: () => ({ ...HOME, userOcid: USER, groupOcid: GROUP }),
  },
  OciBillingExport: {
    rules: OCI_BILLING_EXPORT_SCHEMA.rules,
    create: (stack, id, props) => new OciBillingExport(stack, id, props as never),
    requiredProps: () => HOME,
  },
  OciAccess: {
    rules: OCI_ACCESS_SCHEMA.rules,
    create: (stack, id, props) => new OciAccess(stack, id, props as never),
    requiredProps: (stack) => ({
      ...HOME,
      identity: new OciIdentity(stack, "identity", { ...HOME, ...EMAIL }),
      billingExport: new OciBillingExport(stack, "export", HOME),
    }),
    reportedAs: { tenancyOcid: ["identity", "billingExport"], homeRegion: ["billingExport"] },
  },
};

/** Stack whose provider has no literal region, so that any home region is accepted. */
function stackOfAnyRegion(): TerraformStack {
  const stack = emptyStack();
  new OciProvider(stack, "oci");
  new TlsProvider(stack, "tls");
  return stack;
}

const KEY = rsaKey();
const CURVE = generateKeyPairSync("ec", {
  namedCurve: "prime256v1",
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "sec1", format: "pem" },
});

/** Valid and nearly valid values, from which others are derived. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  additionalFeatures: [["BUDGETS"], ["TENANCY", "COMPARTMENTS"], ["BUDGETS", "BUDGETS"], []],
  definedTags: [{ "a.b": "c" }, { "Operations.CostCenter": "Überbau 7" }, { a: "b" }, { "a.b.c": "d" }, { "a.": "" }],
  domainCompartmentOcid: [COMPARTMENT, TENANCY],
  domainName: ["FinOps", "a._-9", "d".repeat(100), "Default", "DEFAULT-2"],
  freeformTags: [{ team: "finops" }, { "a/b": "" }, { "a.b": "c" }, { a: "1", A: "2" }, { a: "${x}" }, { "%{a": "1" }],
  groupName: ["finops._-", "g".repeat(100), "id", "ID", "To", "ids"],
  groupOcid: [GROUP, "ocid1.group.oc1.iad.a"],
  homeRegion: ["us-ashburn-1", "eu-frankfurt-1", "eu-newtown-1", "us-langley-1"],
  members: [{ alice: ocidOf("user", "b") }, { a: USER, b: USER }, { "a b": USER }, { a: GROUP }, {}],
  outputPrefix: ["finops", "a_1"],
  policyName: ["finops._-", "p".repeat(89)],
  publicKeyPem: [KEY.publicKey, KEY.privateKey, rsaKey(1024).publicKey, CURVE.publicKey, CURVE.privateKey],
  realm: ["oc1", "oc77"],
  rsaBits: [2048, 4096, 3072, 2047, 4097, 2048.5, NaN, Infinity],
  tenancyOcid: [TENANCY, ocidOf("tenancy", "b"), ocidOf("tenancy", "a", "oc77")],
  usageReportTenancyOcid: ["ocid1.tenancy.oc1..aaaaaaaaned4fkpkisbwjlr56u7cj63lf3wffbilvqknstgtvzub7vhqkggq"],
  userEmail: ["a@acme.com", "o'b.c_d+e-f@mail-1.acme.example", "a..b@acme.com", "a@acme", `a@${"b".repeat(64)}.com`],
  userName: ["finops-._+@", "u".repeat(100)],
  userOcid: [USER, ocidOf("user", "b"), ocidOf("user", "a", "oc2")],
};
const WORDS = ["PKCS8", "PKCS1", "PARENT", "CHILD", "BUDGETS", "us-ashburn-1"];

function grammarOf(subject: string, property: string): Grammar | undefined {
  // The parts that are passed to it have these values.
  return subject === "OciAccess" && (property === "tenancyOcid" || property === "homeRegion")
    ? (value) => value === HOME[property]
    : (OCI_GRAMMAR as Record<string, Grammar>)[property];
}

describeProperties({
  subjects: SUBJECTS,
  stack: stackOfAnyRegion,
  samples: SAMPLES,
  words: WORDS,
  grammarOf,
  objects: ["identity", "billingExport", "provider", "tlsProvider"],
  composites: ["OciIntegration", "OciAccess"],
  sensitive: ["publicKeyPem"],
  crossCheckErrors: /'members' must not contain the user of 'userOcid'/,
});
