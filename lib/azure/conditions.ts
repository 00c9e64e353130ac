import { type Condition, length, maxLength, NO_TEMPLATES } from "../core/conditions";

const HEX = "[0-9a-f]";
/** Pattern of an identifier in Azure. */
export const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;

// Billing accounts have identifiers in either letter case.
const ANY_UUID = UUID.replaceAll(HEX, "[0-9a-fA-F]");

/** Identifier in Azure: of a tenant, a subscription, an application, an object. */
export function uuid(what: string): readonly Condition[] {
  return [
    { must: `be ${what}: lower-case hexadecimal digits and '-'`, characters: "0-9a-f-" },
    { must: `be ${what}, such as 11111111-2222-3333-4444-555555555555`, pattern: `^${UUID}$` },
  ];
}

/** ID of a tenant. */
export const TENANT_ID = uuid("the ID of a tenant");
/** ID of a subscription. */
export const SUBSCRIPTION_ID = uuid("the ID of a subscription");
/** Client ID of an application. */
export const CLIENT_ID = uuid("the client ID of an application");
/** Object ID of a user or a service principal. */
export const OBJECT_ID = uuid("the object ID of a user or a service principal");

/**
 * Name of a storage account.
 *
 * Source: https://learn.microsoft.com/en-us/azure/storage/common/storage-account-overview#storage-account-name
 */
export const STORAGE_ACCOUNT_NAME: readonly Condition[] = [
  { must: "be lower-case letters and digits", characters: "a-z0-9" },
  length(3, 24),
];

/** ID of a storage account, in the spelling of Azure Resource Manager. */
export function storageAccountId(account: {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly storageAccountName: string;
}): string {
  const group = `/subscriptions/${account.subscriptionId}/resourceGroups/${account.resourceGroupName}`;
  return `${group}/providers/Microsoft.Storage/storageAccounts/${account.storageAccountName}`;
}

const CONTAINER_ID_MUST =
  "be the ID of a container: /subscriptions/…/storageAccounts/<account>/blobServices/default/containers/<container>";

/** ID of a container, whose first part Azure returns in different letter cases. */
export const CONTAINER_ID: readonly Condition[] = [
  { must: CONTAINER_ID_MUST, characters: "A-Za-z0-9./_()-" },
  {
    must: CONTAINER_ID_MUST,
    pattern: `^/subscriptions/${UUID}/[rR]esource[gG]roups/[A-Za-z0-9._()-]{1,90}/providers/[mM]icrosoft[.][sS]torage/storage[aA]ccounts/[a-z0-9]{3,24}/blob[sS]ervices/default/containers/[a-z0-9-]{3,63}$`,
  },
];

/** ID of a container of an account. */
export function containerIdIn(accountId: string, containerName: string): string {
  return `${accountId}/blobServices/default/containers/${containerName}`;
}

/**
 * Name of a container.
 *
 * Source:
 * https://learn.microsoft.com/en-us/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
 */
export const CONTAINER_NAME: readonly Condition[] = [
  { must: "be lower-case letters, digits and '-'", characters: "a-z0-9-" },
  length(3, 63),
  { must: "not begin or end with '-', or have two of them in a row", notPattern: "^-|-$|--" },
];

/**
 * Name of a resource group.
 *
 * Source: https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-name-rules
 */
export const RESOURCE_GROUP_NAME: readonly Condition[] = [
  { must: "be letters, digits and ._()-", characters: "A-Za-z0-9._()-" },
  length(1, 90),
  { must: "not end with '.'", notPattern: "[.]$" },
];

/** Name of a region, in the spelling of Azure's APIs, not the portal's. */
export const LOCATION: readonly Condition[] = [
  { must: "be the name of a region: lower-case letters and digits, without spaces", characters: "a-z0-9" },
  { must: "be the name of a region, such as westeurope", pattern: "^[a-z]{2,}[a-z0-9]*$" },
  maxLength(40),
];

/**
 * Folder in the container. Azure refuses characters that URLs reserve, and a slash in front, although the provider's own
 * examples have one.
 *
 * Source: https://github.com/hashicorp/terraform-provider-azurerm/pull/26219,
 * https://github.com/microsoft/finops-toolkit/issues/1239
 */
export const FOLDER_PATH: readonly Condition[] = [
  { must: "not begin or end with '/'", notPattern: "^/|/$" },
  { must: "be letters, digits and ._-, with '/' between folders", characters: "A-Za-z0-9._/-" },
  {
    must: "be letters, digits and ._-, with '/' between folders, each beginning with a letter, a digit, '_' or '-' and not ending with '.'",
    pattern: "^[A-Za-z0-9_-]([A-Za-z0-9._-]*[A-Za-z0-9_-])?(/[A-Za-z0-9_-]([A-Za-z0-9._-]*[A-Za-z0-9_-])?)*$",
  },
  maxLength(256),
];

/**
 * Longest prefix of an export's name. Microsoft documents no rule for the name. Older versions of the API accepted 3-24
 * letters and digits in all, and the azurerm provider contains the same rule, unused. The longest suffix is `amortized`.
 */
export const MAX_EXPORT_NAME_PREFIX_LENGTH = 24 - "amortized".length;

/** Prefix of the names of exports. */
export const EXPORT_NAME_PREFIX: readonly Condition[] = [
  { must: "be letters and digits", characters: "A-Za-z0-9" },
  length(1, MAX_EXPORT_NAME_PREFIX_LENGTH),
];

/**
 * ID of a billing account: the number of an enrollment, or two UUIDs and a date.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/understand-work-scopes
 */
export const BILLING_ACCOUNT_ID: readonly Condition[] = [
  {
    must: "be the ID of a billing account only, without '/providers/Microsoft.Billing/billingAccounts/'",
    notPattern: "/",
    anywhere: true,
  },
  { must: "be the ID of a billing account", characters: "0-9A-Za-z:_-" },
  {
    must: "be the ID of a billing account: the number of an enrollment, or <UUID>:<UUID>_<date>",
    pattern: `^([0-9]{4,20}|${ANY_UUID}:${ANY_UUID}_[0-9]{4}-[0-9]{2}-[0-9]{2})$`,
  },
];

/** Billing scope: the path of a billing account, or of a scope in it. */
export const BILLING_SCOPE: readonly Condition[] = [
  { must: "be a billing scope: letters, digits and /:._-", characters: "A-Za-z0-9/:._-" },
  {
    must: "be a billing scope: /providers/Microsoft.Billing/billingAccounts/<account>/…",
    pattern: "^/providers/[Mm]icrosoft[.][Bb]illing/[Bb]illing[Aa]ccounts/[^/]+(/[^/]+)*$",
  },
];

/** ID of a scope in a billing account: a department, an enrollment account, a profile, a section, a customer. */
export function withinBillingAccount(what: string): readonly Condition[] {
  return [
    { must: `be the ID of ${what} only, without its path`, notPattern: "/", anywhere: true },
    { must: `be the ID of ${what}: letters, digits, '_' and '-'`, characters: "0-9A-Za-z_-" },
    length(1, 128),
  ];
}

const RESOURCE_GROUP = "[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]";

/**
 * Scope of a role assignment: a subscription, a resource group, or a management group.
 *
 * Source: https://learn.microsoft.com/en-us/azure/role-based-access-control/scope-overview#scope-format
 */
export const ROLE_SCOPE: readonly Condition[] = [
  {
    must: "begin with /subscriptions/ or /providers/Microsoft.Management/managementGroups/",
    pattern: "^/(subscriptions|providers/Microsoft[.]Management/managementGroups)/",
  },
  {
    must: "be the scope of a subscription, of a resource group or of a management group, without a slash at the end",
    pattern: `^(/subscriptions/${UUID}(/resourceGroups/${RESOURCE_GROUP})?|/providers/Microsoft[.]Management/managementGroups/[A-Za-z0-9]([A-Za-z0-9._()-]{0,88}[A-Za-z0-9_()-])?)$`,
  },
];

/**
 * Display name of an application.
 *
 * Source: https://learn.microsoft.com/en-us/graph/api/resources/application#properties
 */
export const APPLICATION_NAME: readonly Condition[] = [
  { must: "be letters, digits, spaces and ._-", characters: "A-Za-z0-9 ._-" },
  length(1, 120),
  { must: "not begin or end with a space", notPattern: "^ | $" },
];

/**
 * Name of a custom role, unique in the tenant.
 *
 * Source: https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles#custom-role-properties
 */
export const ROLE_NAME: readonly Condition[] = [
  { must: "be letters, digits, spaces and ._()-", characters: "A-Za-z0-9 ._()-" },
  length(1, 512),
  { must: "not begin or end with a space", notPattern: "^ | $" },
];

/**
 * Name of a tag, by the rules for storage accounts. The azurerm provider counts bytes, also of a value.
 *
 * Sources: https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/tag-resources#limitations,
 * https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/storage/validate/storage_account_tags.go
 */
export const TAG_NAME: readonly Condition[] = [
  {
    must: "not have <>%&\\?/ in it, or anything that Terraform would evaluate",
    notPattern: "[<>%&\\\\?/]|[$][{]",
    anywhere: true,
  },
  length(1, 128, "bytes"),
  {
    must: "not begin with 'microsoft', 'azure' or 'windows', which Azure reserves",
    notPattern: "^([Mm][Ii][Cc][Rr][Oo][Ss][Oo][Ff][Tt]|[Aa][Zz][Uu][Rr][Ee]|[Ww][Ii][Nn][Dd][Oo][Ww][Ss])",
  },
];

/** Value of a tag, from the same sources. */
export const TAG_VALUE: readonly Condition[] = [NO_TEMPLATES, maxLength(256, "bytes")];
