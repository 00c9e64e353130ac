import { type Condition, length, maxLength, NO_TEMPLATES } from "../core/conditions";

const HEX = "[0-9a-f]";
/** The pattern of an identifier of Azure's. */
export const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;

// Of billing accounts they come in either letter case.
const ANY_UUID = UUID.replaceAll(HEX, "[0-9a-fA-F]");

/** An identifier of Azure's: of a tenant, a subscription, an application, an object. */
export function uuid(what: string): readonly Condition[] {
  return [
    { must: `be ${what}: lower-case hexadecimal digits and '-'`, characters: "0-9a-f-" },
    { must: `be ${what}, such as 11111111-2222-3333-4444-555555555555`, pattern: `^${UUID}$` },
  ];
}

export const TENANT_ID = uuid("the ID of a tenant");
export const SUBSCRIPTION_ID = uuid("the ID of a subscription");
export const CLIENT_ID = uuid("the client ID of an application");
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

/** ID of a storage account, as Azure Resource Manager names it. */
export function storageAccountId(of: {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly storageAccountName: string;
}): string {
  const group = `/subscriptions/${of.subscriptionId}/resourceGroups/${of.resourceGroupName}`;
  return `${group}/providers/Microsoft.Storage/storageAccounts/${of.storageAccountName}`;
}

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

/** Name of a region, as Azure's programs write it. */
export const LOCATION: readonly Condition[] = [
  { must: "be the name of a region: lower-case letters and digits, without spaces", characters: "a-z0-9" },
  { must: "be the name of a region, such as westeurope", pattern: "^[a-z]{2,}[a-z0-9]*$" },
  maxLength(40),
];

/**
 * Folder in the container. A path with a slash in front is refused by Azure, though the provider's own examples have one,
 * and so are characters that URLs reserve.
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
 * How long the beginning of an export's name may be. Microsoft documents no rule; older versions of the API refused others,
 * and the azurerm provider's own, which it does not use, is the same: 3-24 letters and digits in all, of which the longest
 * ending of ours takes its part.
 */
export const LONGEST_EXPORT_NAME_PREFIX = 24 - "amortized".length;

/** What the names of exports begin with. */
export const EXPORT_NAME_PREFIX: readonly Condition[] = [
  { must: "be letters and digits", characters: "A-Za-z0-9" },
  length(1, LONGEST_EXPORT_NAME_PREFIX),
];

/**
 * ID of a billing account: the number of an enrollment, or two UUIDs and a date.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/understand-work-scopes
 */
export const BILLING_ACCOUNT_ID: readonly Condition[] = [
  {
    must: "be the ID of a billing account alone, without '/providers/Microsoft.Billing/billingAccounts/'",
    notPattern: "/",
    anywhere: true,
  },
  { must: "be the ID of a billing account", characters: "0-9A-Za-z:_-" },
  {
    must: "be the ID of a billing account: the number of an enrollment, or <UUID>:<UUID>_<date>",
    pattern: `^([0-9]{4,20}|${ANY_UUID}:${ANY_UUID}_[0-9]{4}-[0-9]{2}-[0-9]{2})$`,
  },
];

/** ID of something within a billing account: a department, an enrollment account, a profile, a section, a customer. */
export function withinBillingAccount(what: string): readonly Condition[] {
  return [
    { must: `be the ID of ${what} alone, without the path to it`, notPattern: "/", anywhere: true },
    { must: `be the ID of ${what}: letters, digits, '_' and '-'`, characters: "0-9A-Za-z_-" },
    length(1, 128),
  ];
}

const RESOURCE_GROUP = "[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]";

/**
 * Where a role is given: a subscription, a resource group of one, or a management group.
 *
 * Source: https://learn.microsoft.com/en-us/azure/role-based-access-control/scope-overview#scope-format
 */
export const ROLE_SCOPE: readonly Condition[] = [
  {
    must: "begin with /subscriptions/ or /providers/Microsoft.Management/managementGroups/",
    pattern: "^/(subscriptions|providers/Microsoft[.]Management/managementGroups)/",
  },
  {
    must: "be the scope of a subscription, of a resource group or of a management group, without a slash at its end",
    pattern: `^(/subscriptions/${UUID}(/resourceGroups/${RESOURCE_GROUP})?|/providers/Microsoft[.]Management/managementGroups/[A-Za-z0-9]([A-Za-z0-9._()-]{0,88}[A-Za-z0-9_()-])?)$`,
  },
];

/**
 * Name of an application as people see it.
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
 * Name of a tag, that of a storage account.
 *
 * Source: https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/tag-resources#limitations
 */
export const TAG_NAME: readonly Condition[] = [
  {
    must: "not have <>%&\\?/ in it, or what Terraform would evaluate",
    notPattern: "[<>%&\\\\?/]|[$][{]",
    anywhere: true,
  },
  length(1, 128),
  {
    must: "not begin with 'microsoft', 'azure' or 'windows', which Azure keeps for itself",
    notPattern: "^([Mm][Ii][Cc][Rr][Oo][Ss][Oo][Ff][Tt]|[Aa][Zz][Uu][Rr][Ee]|[Ww][Ii][Nn][Dd][Oo][Ww][Ss])",
  },
];

/** Value of a tag, by the same source. */
export const TAG_VALUE: readonly Condition[] = [NO_TEMPLATES, maxLength(256)];
