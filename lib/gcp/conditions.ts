import { type Condition, length, maxLength } from "../core/conditions";

const BILLING_ACCOUNT = "[0-9A-Fa-f]{6}-[0-9A-Fa-f]{6}-[0-9A-Fa-f]{6}";

/**
 * ID of a project. Older ones have a domain in front (`example.com:billing`).
 *
 * Source: https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin
 */
export const PROJECT_ID: readonly Condition[] = [
  { must: "be the ID of a project, not its number", notPattern: "^(projects/)?[0-9]+$" },
  { must: "be the ID of a project, not that of a billing account", notPattern: `^${BILLING_ACCOUNT}$` },
  { must: "be the ID of a project: lower-case letters, digits and '-'", characters: "a-z0-9:.-" },
  {
    must: "be the ID of a project: 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'",
    pattern: "^([a-z0-9-]{1,63}([.][a-z0-9-]{1,63}){1,3}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$",
  },
];

/**
 * ID of a billing account or of a sub-account.
 *
 * Source: https://docs.cloud.google.com/billing/docs/how-to/find-billing-account-id
 */
export const BILLING_ACCOUNT_ID: readonly Condition[] = [
  {
    must: "be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them",
    characters: "0-9A-F-",
  },
  {
    must: "be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them",
    pattern: "^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$",
  },
];

/** Number of an organization or a folder, which Google calls its ID. */
function resourceNumber(resource: string): readonly Condition[] {
  return [
    { must: `be only the number of ${resource}, without '${resource.split(" ").at(-1) ?? ""}s/'`, characters: "0-9" },
    { must: `be the number of ${resource}: 1-19 digits, not beginning with 0`, pattern: "^[1-9][0-9]{0,18}$" },
  ];
}

/**
 * Number of an organization.
 *
 * Source: https://docs.cloud.google.com/resource-manager/docs/creating-managing-organization#retrieving_your_organization_id
 */
export const ORGANIZATION_ID = resourceNumber("an organization");

/**
 * Number of a folder.
 *
 * Source: https://docs.cloud.google.com/resource-manager/docs/creating-managing-folders
 */
export const FOLDER_ID = resourceNumber("a folder");

/**
 * ID of a service account, the part of its e-mail address before the `@`.
 *
 * Source:
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_service_account#account_id
 */
export const ACCOUNT_ID: readonly Condition[] = [
  { must: "be lower-case letters, digits and '-'", characters: "a-z0-9-" },
  length(6, 30),
  { must: "begin with a letter, and not end with '-'", pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$" },
];

// The known ones of https://docs.cloud.google.com/iam/docs/service-account-types and .../service-agents.
const CREATED_BY_GOOGLE = [
  "^(service-|firebase-adminsdk-|firebase-app-hosting-compute@|(p|project|bq)-?[0-9]+)",
  "@(gcp-sa-[a-z0-9-]+|storage-transfer-service|bigquery-encryption|compute-system|container-engine-robot)[.]iam[.]",
  "@(developer|appspot|cloudservices|cloudbuild)[.]gserviceaccount[.]com$",
].join("|");

/**
 * E-mail address of a service account that a person or a program created. Default service accounts of a project
 * (`…-compute@developer.gserviceaccount.com`, `…@appspot.gserviceaccount.com`) and service agents (`service-…@…`), which
 * Google creates, are refused: they can often edit the whole project.
 *
 * Source: https://docs.cloud.google.com/iam/docs/service-account-types
 */
export const SERVICE_ACCOUNT_EMAIL: readonly Condition[] = [
  { must: "be the e-mail address of a service account, without 'serviceAccount:'", notPattern: "^[A-Za-z]+:" },
  {
    must: "be a dedicated service account, not one that Google created, which can often edit the whole project",
    notPattern: CREATED_BY_GOOGLE,
  },
  { must: "be the e-mail address of a service account", characters: "a-z0-9@.-" },
  {
    must: "be the e-mail address of a service account: <account>@<project>.iam.gserviceaccount.com",
    pattern:
      "^[a-z]([a-z0-9-]{4,28}[a-z0-9])@[a-z0-9][a-z0-9-]*[a-z0-9]([.][a-z0-9-]+){0,3}[.]iam[.]gserviceaccount[.]com$",
  },
  maxLength(254),
];

const MEMBER_MUST = "be serviceAccount:<e-mail address>";

/** IAM member of a service account. */
export const SERVICE_ACCOUNT_MEMBER: readonly Condition[] = [
  { must: MEMBER_MUST, characters: "A-Za-z0-9@:.-" },
  { must: MEMBER_MUST, pattern: "^serviceAccount:[a-z0-9.:-]+@[a-z0-9.-]+$" },
];

/**
 * ID of a BigQuery dataset.
 *
 * Source: https://docs.cloud.google.com/bigquery/docs/datasets#dataset-naming
 */
export const DATASET_ID: readonly Condition[] = [
  { must: "be letters, digits and '_', without '-'", characters: "A-Za-z0-9_" },
  length(1, 1024),
];

const TABLE_NAME_MUST = "be the name of a table: letters, digits, spaces, '_' and '-'";

/**
 * Name of a BigQuery table, within its dataset.
 *
 * Source: https://docs.cloud.google.com/bigquery/docs/tables#table_naming
 */
export const TABLE_NAME: readonly Condition[] = [
  { must: TABLE_NAME_MUST, characters: "\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}" },
  { ...length(1, 1024, "bytes"), must: TABLE_NAME_MUST },
];

// https://docs.cloud.google.com/iam/docs/creating-custom-roles: 3-64 characters in total, including the longest ending and a
// suffix.
const LONGEST_ENDING = "_bigquery_viewer".length;
const LONGEST_SUFFIX = 8;

/** Prefix of the IDs of custom roles. */
export const ROLE_ID_PREFIX: readonly Condition[] = [
  { must: "be letters, digits, '_' and '.', without '-'", characters: "A-Za-z0-9_." },
  length(1, 64 - LONGEST_ENDING - LONGEST_SUFFIX - 1),
];

/** Suffix of the IDs of custom roles. */
export const ROLE_ID_SUFFIX: readonly Condition[] = [
  { must: "be letters, digits, '_' and '.', without '-'", characters: "A-Za-z0-9_." },
  length(1, LONGEST_SUFFIX),
];

/**
 * ID of a workload identity pool.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/iam_workload_identity_pool
 */
export const POOL_ID: readonly Condition[] = [
  { must: "be lower-case letters, digits and '-'", characters: "a-z0-9-" },
  length(4, 32),
  { must: "not begin with 'gcp-', which Google reserves", notPattern: "^gcp-" },
  { must: "not begin or end with '-'", notPattern: "^-|-$" },
];

const LABEL = "lower-case letters, digits, '_' and '-'";

/**
 * Key of a label.
 *
 * Source: https://docs.cloud.google.com/bigquery/docs/labels-intro#requirements
 */
export const LABEL_KEY: readonly Condition[] = [
  { must: `be ${LABEL}, a letter first`, pattern: "^[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]*$" },
  length(1, 63, "code points"),
];

/** Value of a label, according to the same source. */
export const LABEL_VALUE: readonly Condition[] = [
  { must: `be ${LABEL}`, characters: "\\p{Ll}\\p{Lo}\\p{N}_-" },
  maxLength(63, "code points"),
];
