import { certificateRule } from "../../lib/core/certificate";
import { type Condition } from "../../lib/core/conditions";
import { namedEntries } from "../../lib/core/entries";
import { audienceRule, issuerRule, subjectRule } from "../../lib/core/openid";
import { type AnyRule } from "../../lib/core/rules";
import { GCP_ACCESS_SCHEMA } from "../../lib/gcp/access";
import { GCP_BILLING_EXPORT_SCHEMA } from "../../lib/gcp/billing-export";
import * as conditions from "../../lib/gcp/conditions";
import { GCP_EXISTING_DATASET_SCHEMA } from "../../lib/gcp/existing-dataset";
import { GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA } from "../../lib/gcp/existing-service-account";
import { GCP_FEDERATED_IDENTITY_SCHEMA } from "../../lib/gcp/federated-identity";
import { GCP_FEDERATION_RULES } from "../../lib/gcp/federation";
import { GCP_IDENTITY_SCHEMA } from "../../lib/gcp/identity";
import { GCP_IMPERSONATED_IDENTITY_SCHEMA } from "../../lib/gcp/impersonated-identity";
import { GCP_ROLES_RULES } from "../../lib/gcp/roles";
import { GCP_SERVICES_SCHEMA } from "../../lib/gcp/services";
import { GCP_STORAGE_SCHEMA } from "../../lib/gcp/storage";
import { describeConditions, describeWiring, type Trial } from "../support/conditions";
import { BILLING_ACCOUNT, ORGANIZATION, PROJECT } from "../support/gcp";

const {
  ACCOUNT_ID,
  BILLING_ACCOUNT_ID,
  DATASET_ID,
  FOLDER_ID,
  LABEL_KEY,
  LABEL_VALUE,
  ORGANIZATION_ID,
  POOL_ID,
  PROJECT_ID,
  ROLE_ID_PREFIX,
  ROLE_ID_SUFFIX,
  SERVICE_ACCOUNT_EMAIL,
  SERVICE_ACCOUNT_MEMBER,
  TABLE_NAME,
} = conditions;

/** Conditions of a rule for a string, or for the keys of a map. */
const conditionsOf = ({ kind }: AnyRule): readonly Condition[] =>
  kind.type === "string" ? kind.conditions : kind.type === "map" ? kind.keys : [];

const ISSUER = conditionsOf(issuerRule(256));
const SUBJECT = conditionsOf(subjectRule(127));
const AUDIENCE = conditionsOf(audienceRule(256, ""));
const AWS_ACCOUNT_ID = conditionsOf(GCP_FEDERATION_RULES.awsAccountId);
const AWS_ROLE_NAME = conditionsOf(GCP_FEDERATION_RULES.awsRoleName);
const ATTRIBUTE_CONDITION = conditionsOf(GCP_FEDERATION_RULES.attributeCondition);
const VIEWER_ROLE = conditionsOf(GCP_ROLES_RULES.bigqueryViewerRole);
const USER_ROLE = conditionsOf(GCP_ROLES_RULES.bigqueryUserRole);
const HIERARCHY_ROLE = conditionsOf(GCP_ROLES_RULES.projectViewerRole);
const CERTIFICATE = certificateRule();
const ENTRY_NAME = conditionsOf(namedEntries(1, [], ""));

const DOMAIN = "iam.gserviceaccount.com";
const EMAIL = `finops@${PROJECT}.${DOMAIN}`;

/** Trial of the number of an organization or a folder. */
const resourceNumber = (conditions: readonly Condition[], resource: string, parent: string): Trial => ({
  conditions,
  accepts: ["1", ORGANIZATION, "9".repeat(19)],
  refuses: {
    [`be only the number of ${resource}, without '${parent}/'`]: [
      `${parent}/${ORGANIZATION}`,
      "acme.example",
      `${ORGANIZATION}\n`,
      "\u0661\u0662\u0663",
    ],
    [`be the number of ${resource}: 1-19 digits, not beginning with 0`]: ["", "0", "0123", "9".repeat(20)],
  },
});

/** Roles that are refused in place of any role: too powerful, alike, or not named in full. */
const OTHER_ROLES = [
  ...["roles/owner", "roles/editor", "roles/viewer", "roles/browser", "roles/bigquery.admin", "", "*"],
  `projects/${PROJECT}/roles/billing_reader\n`,
];
const INCOMPLETE_ROLES = [
  `projects/${PROJECT}/billing_reader`,
  `projects/${PROJECT}/roles/`,
  `projects/${PROJECT}/roles/query-runner`,
  `projects/${PROJECT}/roles/a/b`,
  "projects//roles/billing_reader",
  "projects/123456789012/roles/billing_reader",
  "organizations/acme.example/roles/billing_reader",
  "organizations/0123/roles/billing_reader",
  `organizations/${ORGANIZATION}/roles/ab`,
  `organizations/${ORGANIZATION}/roles/${"r".repeat(65)}`,
];
const CUSTOM_ROLES = [
  `organizations/${ORGANIZATION}/roles/query_runner`,
  `organizations/${ORGANIZATION}/roles/a.B`,
  `organizations/${ORGANIZATION}/roles/${"r".repeat(64)}`,
];
const PROJECT_ROLES = [`projects/${PROJECT}/roles/billing_reader`, "projects/example.com:billing/roles/query_runner"];

const MEMBER = "be serviceAccount:<e-mail address>";
const CLAIM = "compare a claim of the token, such as assertion.tenant, with a value";

describeConditions(
  {
    "the ID of a project": {
      conditions: PROJECT_ID,
      accepts: [PROJECT, "acme-1", "a".repeat(30), "example.com:billing", "eu.example.co.uk:acme-billing"],
      refuses: {
        "be the ID of a project, not its number": ["123456789012", "projects/12"],
        "be the ID of a project, not that of a billing account": [BILLING_ACCOUNT, BILLING_ACCOUNT.toLowerCase()],
        "be the ID of a project: lower-case letters, digits and '-'": [
          `projects/${PROJECT}`,
          "Acme billing",
          "ACME-billing",
          "acme-bílling",
          "${x}-billing",
          `${PROJECT}\n`,
        ],
        "be the ID of a project: 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'":
          [
            "",
            "acme1",
            "a".repeat(31),
            "1acme-billing",
            "acme-billing-",
            "acme.billing",
            "example.com:",
            "example.com:acme:billing",
          ],
      },
    },
    "the ID of a billing account": {
      conditions: BILLING_ACCOUNT_ID,
      accepts: [BILLING_ACCOUNT, "ABCDEF-012345-6789AB"],
      refuses: {
        "be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them": [
          "",
          "acme",
          BILLING_ACCOUNT.toLowerCase(),
          `billingAccounts/${BILLING_ACCOUNT}`,
          BILLING_ACCOUNT.replaceAll("-", "_"),
          `${BILLING_ACCOUNT}\n`,
          "01ABCD-234567",
          "01ABCDE-234567-89012",
          "01ABCG-234567-890123",
          `${BILLING_ACCOUNT}-890123`,
        ],
      },
    },
    "the number of an organization": resourceNumber(ORGANIZATION_ID, "an organization", "organizations"),
    "the number of a folder": resourceNumber(FOLDER_ID, "a folder", "folders"),
    "the ID of a service account": {
      conditions: ACCOUNT_ID,
      accepts: ["finops", "a-0--9", "a".repeat(30)],
      refuses: {
        "be lower-case letters, digits and '-'": [
          "FinOps",
          "finops@acme-billing.example",
          "fin_ops",
          "${x}",
          "finops\n",
        ],
        "be 6-30 characters long": ["", "finop", "a".repeat(31), "A".repeat(31)],
        "begin with a letter, and not end with '-'": ["1finops", "-finops", "finops-"],
      },
    },
    "the e-mail address of a service account": {
      conditions: SERVICE_ACCOUNT_EMAIL,
      accepts: [
        EMAIL,
        `finops@billing.example.com.${DOMAIN}`,
        `a-0--9@${PROJECT}.${DOMAIN}`,
        `${"a".repeat(30)}@${PROJECT}.${DOMAIN}`,
        `reader@${"a".repeat(223)}.${DOMAIN}`,
        // Like the names that Google gives, but created by a person.
        `services-reader@${PROJECT}.${DOMAIN}`,
        `projects-reader@${PROJECT}.${DOMAIN}`,
        `finops@gcp-platform.${DOMAIN}`,
      ],
      refuses: {
        "be the e-mail address of a service account, without 'serviceAccount:'": [
          `serviceAccount:${EMAIL}`,
          "group:all@platform.example",
        ],
        "be a dedicated service account, not one that Google created, which can often edit the whole project": [
          "123456789012-compute@developer.gserviceaccount.com",
          `${PROJECT}@appspot.gserviceaccount.com`,
          "123456789012@cloudservices.gserviceaccount.com",
          "123456789012@cloudbuild.gserviceaccount.com",
          `service-123456789012@gcp-sa-bigquerydatatransfer.${DOMAIN}`,
          `firebase-adminsdk-ab12c@${PROJECT}.${DOMAIN}`,
          `firebase-app-hosting-compute@${PROJECT}.${DOMAIN}`,
          `p123456789012-abcdef@gcp-sa-cloud-sql.${DOMAIN}`,
          `project-123456789012@storage-transfer-service.${DOMAIN}`,
          `bq-123456789012@bigquery-encryption.${DOMAIN}`,
          `agent-one@gcp-sa-logging.${DOMAIN}`,
          ...["storage-transfer-service", "bigquery-encryption", "compute-system", "container-engine-robot"].map(
            (project) => `finops@${project}.${DOMAIN}`,
          ),
        ],
        "be the e-mail address of a service account": [
          "allUsers",
          `FinOps@${PROJECT}.${DOMAIN}`,
          `projects/${PROJECT}/serviceAccounts/${EMAIL}`,
          `${EMAIL}\n`,
          `finöps@${PROJECT}.${DOMAIN}`,
        ],
        "be the e-mail address of a service account: <account>@<project>.iam.gserviceaccount.com": [
          "",
          "finops",
          "finops@acme.com",
          "jo@platform.example",
          EMAIL.slice(1),
          `${"a".repeat(31)}@${PROJECT}.${DOMAIN}`,
          `${EMAIL}.example`,
          `finops@${DOMAIN}`,
          EMAIL.replace(".iam.", "."),
        ],
        "be at most 254 characters long": [`finops@${"a".repeat(224)}.${DOMAIN}`],
      },
    },
    "the IAM member of a service account": {
      conditions: SERVICE_ACCOUNT_MEMBER,
      accepts: [`serviceAccount:${EMAIL}`],
      refuses: {
        [MEMBER]: [
          "",
          "allUsers",
          "allAuthenticatedUsers",
          "user:alice@example.com",
          EMAIL,
          `deleted:serviceAccount:${EMAIL}?uid=1`,
          `serviceAccount:${EMAIL}\n`,
          "serviceAccount:finops",
          "serviceAccount:FinOps@acme.example",
        ],
      },
    },
    "the ID of a dataset": {
      conditions: DATASET_ID,
      accepts: ["_", "Billing_export_1", "d".repeat(1024)],
      refuses: {
        "be letters, digits and '_', without '-'": [
          "billing-export",
          "acme-billing.billing",
          `${PROJECT}:billing`,
          "größe",
          "billing\n",
          "${x}",
        ],
        "be 1-1024 characters long": ["", "d".repeat(1025)],
      },
    },
    "the name of a table": {
      conditions: TABLE_NAME,
      accepts: ["gcp_billing_export_v1_01ABCD_234567_890123", "billing-view 2", "größe 1", "команда", "ü".repeat(512)],
      refuses: {
        "be the name of a table: letters, digits, spaces, '_' and '-'": [
          "",
          "../../datasets/other",
          "exports.billing",
          "billing$20240101",
          "billing\n",
          "t".repeat(1025),
          `${"ü".repeat(512)}t`,
        ],
      },
    },
    "the prefix of the IDs of custom roles": {
      conditions: ROLE_ID_PREFIX,
      accepts: ["r", "acme.Finops_1", "p".repeat(39)],
      refuses: {
        "be letters, digits, '_' and '.', without '-'": ["acme-finops", "acme finops", "größe", "acme\n"],
        "be 1-39 characters long": ["", "x".repeat(40)],
      },
    },
    "the suffix of the IDs of custom roles": {
      conditions: ROLE_ID_SUFFIX,
      accepts: ["2", "v.2_3", "s".repeat(8)],
      refuses: {
        "be letters, digits, '_' and '.', without '-'": ["v-2", "v 2", "v2\n"],
        "be 1-8 characters long": ["", "version_2"],
      },
    },
    "an existing role for reading": {
      conditions: VIEWER_ROLE,
      accepts: ["roles/bigquery.dataViewer", ...PROJECT_ROLES, ...CUSTOM_ROLES],
      refuses: {
        "be a custom role, or roles/bigquery.dataViewer": [
          ...OTHER_ROLES,
          "roles/bigquery.dataEditor",
          "roles/bigquery.jobUser",
          "roles/bigqueryXdataViewer",
          "roles/bigquery.dataViewer\n",
          "billing_reader",
        ],
        "be the full name of a custom role of the project or the organization": INCOMPLETE_ROLES,
      },
    },
    "an existing role for queries": {
      conditions: USER_ROLE,
      accepts: ["roles/bigquery.jobUser", ...PROJECT_ROLES, ...CUSTOM_ROLES],
      refuses: {
        "be a custom role, or roles/bigquery.jobUser": [
          ...OTHER_ROLES,
          "roles/bigquery.user",
          "roles/bigquery.dataViewer",
          "roles/bigqueryXjobUser",
          "query_runner",
        ],
        "be the full name of a custom role of the project or the organization": INCOMPLETE_ROLES,
      },
    },
    "an existing role for the hierarchy": {
      conditions: HIERARCHY_ROLE,
      accepts: CUSTOM_ROLES,
      refuses: {
        "be a custom role": [...OTHER_ROLES, "roles/bigquery.dataViewer", "hierarchy_reader"],
        // A role of a project cannot have the required permissions.
        "be the full name of a custom role of the organization": [...PROJECT_ROLES, ...INCOMPLETE_ROLES],
      },
    },
    "the ID of a pool": {
      conditions: POOL_ID,
      accepts: ["p--0", "finops-platform", "p".repeat(32), "gcpfinops"],
      refuses: {
        "be lower-case letters, digits and '-'": ["FinOps", "fin_ops", "finops\n"],
        "be 4-32 characters long": ["", "fin", "p".repeat(33)],
        "not begin with 'gcp-', which Google reserves": ["gcp-finops"],
        "not begin or end with '-'": ["finops-", "-finops"],
      },
    },
    "the key of a label": {
      conditions: LABEL_KEY,
      accepts: ["team", "kosten_stelle", "k-_1", "команда", "k".repeat(63), "𠮷".repeat(63)],
      refuses: {
        "be lower-case letters, digits, '_' and '-', a letter first": ["", "Team", "1team", "_team", "a b", "team\n"],
        "be 1-63 characters long": ["k".repeat(64), "𠮷".repeat(64)],
      },
    },
    "the value of a label": {
      conditions: LABEL_VALUE,
      accepts: ["", "finops", "1", "финопс-1_я", "v".repeat(63), "𠮷".repeat(63)],
      refuses: {
        "be lower-case letters, digits, '_' and '-'": ["FinOps", "fin ops", "${x}", "finops\n"],
        "be at most 63 characters long": ["v".repeat(64), "𠮷".repeat(64)],
      },
    },
    "the issuer of tokens": {
      conditions: ISSUER,
      accepts: ["https://a.example", "https://a-1.example:8443/v2.0/_~x/", `https://a.example/${"x".repeat(238)}`],
      refuses: {
        "be an address that begins with https://": [
          "",
          "http://a.example",
          "login.platform.example",
          "https://localhost",
          "https://A.example",
          "https://a@b.example",
          "https://a.example/?t=1",
          "https://a.example//b",
          "https://a.example\n",
          "https://ä.example",
        ],
        "be at most 256 characters long": [`https://a.example/${"x".repeat(239)}`],
      },
    },
    "the subject of tokens": {
      conditions: SUBJECT,
      accepts: ["aZ9._:/@+=|~-", "system:serviceaccount:a:b", "s".repeat(127)],
      refuses: {
        // A quotation mark or a backslash would end the string in the condition.
        "be letters, digits and ._:/@+=|~-": ['a" || "', "a\\", "*", "a b", "a\n", "${x}", "größe"],
        "be 1-127 characters long": ["", "s".repeat(128)],
        "be the subject of tokens, not a token": ["ya29.token", "eyJhbGciOiJub25lIn0.e30."],
      },
    },
    "the audience of tokens": {
      conditions: AUDIENCE,
      accepts: ["a", "https://platform.example/acme", "a".repeat(256)],
      refuses: {
        "be an address or a name without spaces": ["a b", "*", "a\n", 'a"b'],
        "be 1-256 characters long": ["", "a".repeat(257)],
        "be the audience of tokens, not a token": ["ya29.token", "eyJhbGciOiJub25lIn0.e30."],
      },
    },
    "the ID of an AWS account": {
      conditions: AWS_ACCOUNT_ID,
      accepts: ["111122223333", "000000000000"],
      refuses: {
        "be the 12 digits of an AWS account": ["", "11112222333", "1111222233334", "1111-2222-3333", "111122223333\n"],
      },
    },
    "the name of a role in AWS": {
      conditions: AWS_ROLE_NAME,
      accepts: ["r", `aZ9_+=,.@-${"x".repeat(54)}`],
      refuses: {
        "be letters, digits and _+=,.@-, without a path": ["service/platform", "*", 'a"b', "a\n", "${x}"],
        "be 1-64 characters long": ["", "r".repeat(65)],
      },
    },
    "a condition on tokens": {
      conditions: ATTRIBUTE_CONDITION,
      accepts: [
        'assertion.tenant == "acme"',
        "google.subject.startsWith('acme-')",
        "attribute.tenant != 'other'",
        "assertion['tenant'] == 'acme'",
        "'finops' in assertion.groups",
        "assertion.ref.matches('^refs/tags/v[0-9]+$')",
        `assertion.a == "${"x".repeat(2031)}"`,
        `assertion.a == "${"😀".repeat(2031)}"`,
      ],
      refuses: {
        [CLAIM]: ["", "true", '"a" == "a"', "has(assertion.tenant)", "assertion.tenant"],
        "not have '${' or '%{' in it, which Terraform would evaluate": [
          "assertion.tenant == '${var.x}'",
          "assertion.tenant == '%{x}'",
        ],
        "not have a backslash or three quotation marks in a row, so that the ends of its strings are unambiguous": [
          'assertion.a == r"\\") || (assertion.b != "a"',
          'assertion.a == """x"y"""',
          "assertion.a == '''x'''",
        ],
        "be at most 2048 characters long": [`assertion.a == "${"x".repeat(2032)}"`],
      },
    },
  },
  conditions,
);

const SHARED = {
  projectId: { conditions: PROJECT_ID, example: '"acme-billing"' },
  accountId: { conditions: ACCOUNT_ID, example: '"finops-platform"' },
  certificatePem: { conditions: conditionsOf(CERTIFICATE), example: CERTIFICATE.example },
  datasetId: { conditions: DATASET_ID, example: '"billing_export"' },
};

describe("properties of the parts", () => {
  describeWiring(
    {
      GCP_ACCESS_SCHEMA,
      GCP_BILLING_EXPORT_SCHEMA,
      GCP_EXISTING_DATASET_SCHEMA,
      GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA,
      GCP_FEDERATED_IDENTITY_SCHEMA,
      GCP_IDENTITY_SCHEMA,
      GCP_IMPERSONATED_IDENTITY_SCHEMA,
      GCP_SERVICES_SCHEMA,
      GCP_STORAGE_SCHEMA,
    },
    [
      { property: "GCP_ACCESS_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_ACCESS_SCHEMA.roleIdPrefix", conditions: ROLE_ID_PREFIX, example: '"finops"' },
      { property: "GCP_ACCESS_SCHEMA.roleIdSuffix", conditions: ROLE_ID_SUFFIX, example: '"v2"' },
      {
        property: "GCP_ACCESS_SCHEMA.bigqueryViewerRole",
        conditions: VIEWER_ROLE,
        example: '"projects/acme-billing/roles/billing_reader"',
      },
      {
        property: "GCP_ACCESS_SCHEMA.bigqueryUserRole",
        conditions: USER_ROLE,
        example: '"projects/acme-billing/roles/query_runner"',
      },
      {
        property: "GCP_ACCESS_SCHEMA.projectViewerRole",
        conditions: HIERARCHY_ROLE,
        example: '"organizations/123456789012/roles/hierarchy_reader"',
      },
      { property: "GCP_ACCESS_SCHEMA.organizationId", conditions: ORGANIZATION_ID, example: '"123456789012"' },
      {
        property: "GCP_ACCESS_SCHEMA.folders",
        conditions: { keys: ENTRY_NAME, values: FOLDER_ID },
        example: '{ production: "345678901234" }',
      },
      {
        property: "GCP_BILLING_EXPORT_SCHEMA.billingAccountId",
        conditions: BILLING_ACCOUNT_ID,
        example: '"01ABCD-234567-890123"',
      },
      { property: "GCP_EXISTING_DATASET_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_EXISTING_DATASET_SCHEMA.datasetId", ...SHARED.datasetId },
      { property: "GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA.projectId", ...SHARED.projectId },
      {
        property: "GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA.serviceAccountEmail",
        conditions: SERVICE_ACCOUNT_EMAIL,
        example: '"finops@acme-billing.iam.gserviceaccount.com"',
      },
      { property: "GCP_EXISTING_SERVICE_ACCOUNT_SCHEMA.certificatePem", ...SHARED.certificatePem },
      { property: "GCP_FEDERATED_IDENTITY_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_FEDERATED_IDENTITY_SCHEMA.accountId", ...SHARED.accountId },
      {
        property: "GCP_FEDERATED_IDENTITY_SCHEMA.issuerUri",
        conditions: ISSUER,
        example: '"https://login.platform.example/acme"',
      },
      { property: "GCP_FEDERATED_IDENTITY_SCHEMA.subject", conditions: SUBJECT, example: '"acme-finops"' },
      {
        property: "GCP_FEDERATED_IDENTITY_SCHEMA.allowedAudience",
        conditions: AUDIENCE,
        example: '"https://platform.example/acme"',
      },
      { property: "GCP_FEDERATED_IDENTITY_SCHEMA.awsAccountId", conditions: AWS_ACCOUNT_ID, example: '"111122223333"' },
      { property: "GCP_FEDERATED_IDENTITY_SCHEMA.awsRoleName", conditions: AWS_ROLE_NAME, example: '"platform"' },
      {
        property: "GCP_FEDERATED_IDENTITY_SCHEMA.attributeCondition",
        conditions: ATTRIBUTE_CONDITION,
        example: "'assertion.tenant == \"acme\"'",
      },
      { property: "GCP_FEDERATED_IDENTITY_SCHEMA.poolId", conditions: POOL_ID, example: '"finops-platform"' },
      { property: "GCP_IDENTITY_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_IDENTITY_SCHEMA.accountId", ...SHARED.accountId },
      { property: "GCP_IDENTITY_SCHEMA.certificatePem", ...SHARED.certificatePem },
      { property: "GCP_IMPERSONATED_IDENTITY_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_IMPERSONATED_IDENTITY_SCHEMA.accountId", ...SHARED.accountId },
      {
        property: "GCP_IMPERSONATED_IDENTITY_SCHEMA.trustedServiceAccountEmail",
        conditions: SERVICE_ACCOUNT_EMAIL,
        example: '"acme-reader@platform.iam.gserviceaccount.com"',
      },
      { property: "GCP_SERVICES_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_STORAGE_SCHEMA.projectId", ...SHARED.projectId },
      { property: "GCP_STORAGE_SCHEMA.datasetId", ...SHARED.datasetId },
      {
        property: "GCP_STORAGE_SCHEMA.labels",
        conditions: { keys: LABEL_KEY, values: LABEL_VALUE },
        example: '{ team: "finops" }',
      },
    ],
  );
});
