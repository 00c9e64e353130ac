import { publicPemRule } from "../../lib/core/pem";
import { type Condition } from "../../lib/core/conditions";
import { type AnyRule, type Kind } from "../../lib/core/rules";
import { OCI_ACCESS_SCHEMA } from "../../lib/oci/access";
import { OCI_BILLING_EXPORT_SCHEMA } from "../../lib/oci/billing-export";
import * as conditions from "../../lib/oci/conditions";
import { OCI_DOMAIN_IDENTITY_SCHEMA } from "../../lib/oci/domain-identity";
import { OCI_EXISTING_GROUP_SCHEMA } from "../../lib/oci/existing-group";
import { OCI_EXISTING_MEMBER_SCHEMA } from "../../lib/oci/existing-member";
import { OCI_EXISTING_USER_SCHEMA } from "../../lib/oci/existing-user";
import { OCI_GROUP_RULES } from "../../lib/oci/group";
import { OCI_IDENTITY_SCHEMA } from "../../lib/oci/identity";
import { ocid } from "../../lib/oci/ocid";
import { OCI_PART_RULES } from "../../lib/oci/provider";
import { describeConditions, describeWiring, type Trial, type Wiring } from "../support/conditions";
import { COMPARTMENT, GROUP, ocidOf, TENANCY, USER } from "../support/oci";

const { DOMAIN_NAME, EMAIL, GROUP_NAME, POLICY_NAME, POLICY_SUBJECT, USER_NAME } = conditions;

// Those without a constant of their own.
const stringOf = ({ kind }: AnyRule): readonly Condition[] => (kind as Extract<Kind, { type: "string" }>).conditions;
const mapOf = ({ kind }: AnyRule): Extract<Kind, { type: "map" }> => kind as Extract<Kind, { type: "map" }>;
const HOME_REGION = stringOf(OCI_PART_RULES.homeRegion);
const REALM = stringOf(OCI_PART_RULES.realm);
const { keys: FREEFORM_TAG_KEY, values: TAG_VALUE } = mapOf(OCI_PART_RULES.freeformTags);
const { keys: DEFINED_TAG_KEY } = mapOf(OCI_PART_RULES.definedTags);
const { keys: MEMBER_NAME } = mapOf(OCI_GROUP_RULES.members);
const FREEFORM_TAGS = { keys: FREEFORM_TAG_KEY, values: TAG_VALUE };
const DEFINED_TAGS = { keys: DEFINED_TAG_KEY, values: TAG_VALUE };
const MEMBERS = { keys: MEMBER_NAME, values: ocid("user") };
// Tried in identity.test.ts and test/core/pem.test.ts, because the title of a test must not show a private key.
const PUBLIC_KEY = stringOf(publicPemRule("public key", "PUBLIC KEY", ""));

const STATEMENT = "to manage all-resources in tenancy";
const PUNCTUATION = "!\"#$%&'()*+,-/:;<=>?@[\\]^_`{|}~";

const TRIALS: Readonly<Record<string, Trial>> = {
  "the conditions of a group name": {
    conditions: GROUP_NAME,
    accepts: ["g", "ids", "FinOps_readers.1", "aZ9._-xxxx".repeat(10)],
    refuses: {
      "be letters, digits and ._-": [
        `a' ${STATEMENT}`,
        "'FinOps'/'readers'",
        "fin ops",
        "finops@acme",
        "finops\n",
        "финопс",
        "${var.group}",
      ],
      "be 1-100 characters long": ["", "x".repeat(101)],
      "not be 'id' or 'to', which are keywords of policy statements": ["id", "ID", "iD", "to", "To"],
    },
  },
  "the conditions of the subject of a policy statement": {
    conditions: POLICY_SUBJECT,
    accepts: [
      "group own",
      "group ids",
      "group 'Default'/'own'",
      "group 'Own Domain'/'own group'",
      "group Default/own",
      "group id ocid1.group.oc1..aaaaaaaaexample",
    ],
    refuses: {
      "be a group: group <name>, group '<domain>'/'<name>' or group id <OCID>": [
        "any-user",
        "service own",
        "dynamic-group own",
        `group own ${STATEMENT}`,
        `group 'own' ${STATEMENT}`,
        "group 'a', group 'b'",
        "group a/b/c",
        "group to",
        "group ID",
        "group id own",
        `group id ${USER}`,
        `group id ${GROUP} ${STATEMENT}`,
        "group ",
        "group own\n",
        "group финопс",
        "group ${var.group}",
        "",
      ],
    },
  },
  "the conditions of a policy name": {
    conditions: POLICY_NAME,
    accepts: ["p", "finops.read", "aZ9._-".repeat(14) + "abcde"],
    refuses: {
      "be letters, digits and ._-": ["fin ops", "fin/ops", "finops@acme", "finops\n", "финопс", "${var.policy}"],
      // Which leaves room for the suffix of the second policy.
      "be 1-89 characters long": ["", "x".repeat(90)],
    },
  },
  "the conditions of a user name": {
    conditions: USER_NAME,
    accepts: ["u", "finops+reader@acme", "aZ9._+@-xx".repeat(10)],
    refuses: {
      "be letters, digits and -._+@": ["fin ops", "fin/ops", "finops\n", "финопс", "${var.user}"],
      "be 1-100 characters long": ["", "x".repeat(101)],
    },
  },
  "the conditions of an e-mail address": {
    conditions: EMAIL,
    accepts: [
      "a@acme.com",
      "o'brien.x_y+z-1@mail-1.acme.example",
      `a@${[63, 63, 63, 56].map((length) => "a".repeat(length)).join(".")}.com`,
    ],
    refuses: {
      "be an e-mail address": [
        "finops",
        "FinOps <a@acme.com>",
        "finops@",
        "@acme.com",
        "finops@localhost",
        "a@b@acme.com",
        "a..b@acme.com",
        ".a@acme.com",
        "a.@acme.com",
        "a@-acme.com",
        "a@acme..com",
        `a@${"b".repeat(64)}.com`,
        "финопс@acme.com",
        '"a"@acme.com',
        "${x}@acme.com",
        "a@acme.com\n",
        "",
      ],
      "be at most 254 characters long": [`${"a".repeat(246)}@acme.com`],
    },
  },
  "the conditions of the name of an identity domain": {
    conditions: DOMAIN_NAME,
    accepts: ["F", "FinOps", "DEFAULT-2", "aZ9._-xxxx".repeat(10)],
    refuses: {
      "be letters, digits and ._-": [
        "a'/'b",
        "Fin Ops",
        "https://idcs-a.identity.oraclecloud.com",
        "FinOps\n",
        "ФинОпс",
        "${var.domain}",
      ],
      "be 1-100 characters long": ["", "d".repeat(101)],
      "not be the Default domain, whose class is OciIdentity": ["Default", "default", "DEFAULT"],
    },
  },
  "the conditions of the OCID of a user": {
    conditions: ocid("user"),
    accepts: [
      USER,
      ocidOf("user", "a", "oc42"),
      "ocid1.user.oc1.eu-frankfurt-1.abc",
      "ocid1.user.oc1.iad.abc",
      // Oracle may change the length.
      "ocid1.user.oc1..a",
      `ocid1.user.oc1..${"a".repeat(255 - 16)}`,
    ],
    refuses: {
      "be the OCID of a user": [
        GROUP,
        TENANCY,
        "finops-platform",
        "alice@acme.com",
        "*",
        "",
        "ocid1.user.oc1.abc",
        "ocid1.user.oc1..x.abc",
        "ocid1.user.oc1..",
        "ocid2.user.oc1..abc",
        "ocid1.user...abc",
        "ocid1.user.region1..abc",
        "ocid1.user.oc1234..abc",
        "ocid1:user:oc1::abc",
        USER.toUpperCase(),
        ` ${USER}`,
        `${USER} `,
        `${USER}\n`,
        `${USER} ${STATEMENT}`,
        'ocid1.user.oc1..b" or ocid pr',
        "ocid1.user.oc1..пользователь",
        "ocid1.user.oc1..${var.user}",
      ],
      "be at most 255 characters long": [`ocid1.user.oc1..${"a".repeat(255 - 15)}`],
    },
  },
  "the conditions of the OCID of a tenancy": {
    conditions: ocid("tenancy"),
    accepts: [TENANCY, ocidOf("tenancy", "r", "oc19")],
    refuses: {
      "be the OCID of a tenancy": [
        USER,
        COMPARTMENT,
        "acme",
        "eu-frankfurt-2",
        TENANCY.toUpperCase(),
        `${TENANCY} `,
        `${TENANCY} allow any-user ${STATEMENT}`,
      ],
      "be at most 255 characters long": [`ocid1.tenancy.oc1..${"a".repeat(255)}`],
    },
  },
  "the conditions of the OCID of a group": {
    conditions: ocid("group"),
    accepts: [GROUP],
    refuses: {
      "be the OCID of a group": [USER, ocidOf("dynamicgroup"), "readers"],
      "be at most 255 characters long": [`ocid1.group.oc1..${"a".repeat(255)}`],
    },
  },
  "the conditions of the OCID of a compartment": {
    conditions: ocid("compartment", "tenancy"),
    accepts: [COMPARTMENT, TENANCY],
    refuses: {
      "be the OCID of a compartment or a tenancy": [
        USER,
        "finops",
        COMPARTMENT.replace("compartment", "compartmenttenancy"),
      ],
      "be at most 255 characters long": [`ocid1.compartment.oc1..${"a".repeat(255)}`],
    },
  },
  "the conditions of a home region": {
    conditions: HOME_REGION,
    accepts: ["us-ashburn-1", "us-gov-ashburn-1", "eu-dcc-milan-12", `${"a".repeat(31)}-${"b".repeat(30)}-1`],
    refuses: {
      "be the identifier of a region, such as us-ashburn-1": [
        "IAD",
        "iad",
        "US-ASHBURN-1",
        "us-ashburn",
        "ashburn-1",
        "us--ashburn-1",
        "us-ashburn-1\n",
        "us-эшберн-1",
        "${var.region}",
        "",
      ],
      "be at most 64 characters long": [`${"a".repeat(31)}-${"b".repeat(31)}-1`],
    },
  },
  "the conditions of a realm": {
    conditions: REALM,
    accepts: ["oc1", "oc77", "oc999"],
    refuses: { "be 'oc' and a number": ["oraclecloud.com", "OC1", "oc", "oc0", "oc01", "oc1000", "oc1\n", "1", ""] },
  },
  "the conditions of the name of a member": {
    conditions: MEMBER_NAME,
    accepts: ["a", "m-_9Z", "x".repeat(64)],
    refuses: {
      "be 1-64 letters, digits, '_' and '-'": [
        "alice@acme.com",
        "a b",
        "a.b",
        "алиса",
        "a\n",
        "${x}",
        "",
        "x".repeat(65),
      ],
    },
  },
  "the conditions of the key of a free-form tag": {
    conditions: FREEFORM_TAG_KEY,
    accepts: ["team", "Kosten/stelle", `0${PUNCTUATION}`, "k".repeat(100)],
    refuses: {
      "be 1-100 printable ASCII characters, no space and no dot": [
        "cost.center",
        "Operations.CostCenter",
        "cost center",
        "équipe",
        "team\n",
        "${var.x}",
        "",
        "k".repeat(101),
      ],
      "not have '${' or '%{' in it, which Terraform would evaluate": ["${x}", "%{x}", "x%{"],
    },
  },
  "the conditions of the key of a defined tag": {
    conditions: DEFINED_TAG_KEY,
    accepts: ["a.b", "Operations.CostCenter", `${PUNCTUATION}.${PUNCTUATION}`, `${"n".repeat(100)}.${"k".repeat(100)}`],
    refuses: {
      "be a namespace and a key with a dot between them, each 1-100 printable ASCII characters without a space": [
        "CostCenter",
        "Operations.Cost.Center",
        "Operations.",
        ".CostCenter",
        "Operations.Cost Center",
        "Операции.Центр",
        "a.b\n",
        `${"n".repeat(101)}.k`,
        `n.${"k".repeat(101)}`,
        "",
      ],
      "not have '${' or '%{' in it, which Terraform would evaluate": ["${var.x}", "a.%{x}"],
    },
  },
  "the conditions of the value of a tag": {
    conditions: TAG_VALUE,
    accepts: ["", "Überbau 7", "финопс, $ 1", "$$ { 100% {", "v".repeat(256), "😀".repeat(256)],
    refuses: {
      "not have '${' or '%{' in it, which Terraform would evaluate": ["${var.x}", "a %{ if true }", "$${x}"],
      "be at most 256 characters long": ["x".repeat(257), "😀".repeat(257)],
    },
  },
};

describeConditions(TRIALS, conditions);

const ROWS = {
  tenancyOcid: { conditions: ocid("tenancy"), example: '"ocid1.tenancy.oc1..aaaaaaaa…"' },
  usageReportTenancyOcid: { conditions: ocid("tenancy"), example: '"ocid1.tenancy.oc1..aaaaaaaa…"' },
  domainCompartmentOcid: { conditions: ocid("compartment", "tenancy"), example: '"ocid1.compartment.oc1..aaaaaaaa…"' },
  userOcid: { conditions: ocid("user"), example: '"ocid1.user.oc1..aaaaaaaa…"' },
  groupOcid: { conditions: ocid("group"), example: '"ocid1.group.oc1..aaaaaaaa…"' },
  homeRegion: { conditions: HOME_REGION, example: '"us-ashburn-1"' },
  realm: { conditions: REALM, example: '"oc1"' },
  freeformTags: { conditions: FREEFORM_TAGS, example: '{ team: "finops" }' },
  definedTags: { conditions: DEFINED_TAGS, example: '{ "Operations.CostCenter": "42" }' },
  domainName: { conditions: DOMAIN_NAME, example: '"FinOps"' },
  groupName: { conditions: GROUP_NAME, example: '"finops-platform"' },
  members: { conditions: MEMBERS, example: '{ alice: "ocid1.user.oc1..aaaaaaaa…" }' },
  userName: { conditions: USER_NAME, example: '"finops-platform"' },
  userEmail: { conditions: EMAIL, example: '"finops-platform@acme.com"' },
  policyName: { conditions: POLICY_NAME, example: '"finops-platform"' },
  publicKeyPem: {
    conditions: PUBLIC_KEY,
    example: 'readFileSync("finops_public.pem", "utf8"), created by: openssl rsa -in <private key file> -pubout',
  },
};

const rowsOf = (schema: string, ...properties: (keyof typeof ROWS)[]): Wiring[] =>
  properties.map((property) => ({ property: `${schema}.${property}`, ...ROWS[property] }));

const HOME = ["tenancyOcid", "homeRegion", "realm"] as const;
const TAGS = ["freeformTags", "definedTags"] as const;

describeWiring(
  {
    OCI_ACCESS_SCHEMA,
    OCI_BILLING_EXPORT_SCHEMA,
    OCI_DOMAIN_IDENTITY_SCHEMA,
    OCI_EXISTING_GROUP_SCHEMA,
    OCI_EXISTING_MEMBER_SCHEMA,
    OCI_EXISTING_USER_SCHEMA,
    OCI_IDENTITY_SCHEMA,
  },
  [
    ...rowsOf("OCI_ACCESS_SCHEMA", ...HOME, ...TAGS, "policyName"),
    ...rowsOf("OCI_BILLING_EXPORT_SCHEMA", ...HOME, "usageReportTenancyOcid"),
    ...rowsOf("OCI_IDENTITY_SCHEMA", ...HOME, ...TAGS, "groupName", "members", "userName", "userEmail", "publicKeyPem"),
    ...rowsOf("OCI_DOMAIN_IDENTITY_SCHEMA", ...HOME, ...TAGS, "domainName", "domainCompartmentOcid"),
    ...rowsOf("OCI_DOMAIN_IDENTITY_SCHEMA", "groupName", "members", "userName", "userEmail", "publicKeyPem"),
    ...rowsOf("OCI_EXISTING_USER_SCHEMA", ...HOME, ...TAGS, "userOcid", "groupName", "members", "publicKeyPem"),
    ...rowsOf("OCI_EXISTING_GROUP_SCHEMA", ...HOME, ...TAGS, "groupOcid", "userName", "userEmail", "publicKeyPem"),
    ...rowsOf("OCI_EXISTING_MEMBER_SCHEMA", ...HOME, "userOcid", "groupOcid", "publicKeyPem"),
  ],
);
