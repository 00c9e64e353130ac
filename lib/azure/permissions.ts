import { type Permission, PLATFORM_IDENTITY, PLATFORM_PRINCIPAL } from "../core/permission";

/** What a permission of the Azure catalogue covers. */
export type AzureResource = "the scopes" | "container of the exports" | "the storage account" | "the application";

/** What of the platform needs a permission of the Azure catalogue. */
export type AzureFeature = "integration" | "billing export" | "login";

/** An entry of the Azure catalogue. */
export interface AzurePermission extends Permission<AzureResource> {
  readonly feature: AzureFeature;
  /**
   * The kind of role by which it is given on the scopes: Microsoft's own, or one that is made here.
   *
   * @default - it is not given on the scopes
   */
  readonly role?: "EVENT_GRID_READER" | "CUSTOM";
}

/** Name of the role that the platform's page asks for. */
export const EVENT_GRID_READER = "EventGrid EventSubscription Reader";

/** Name of the role that reads blobs. */
export const BLOB_READER = "Storage Blob Data Reader";

const INTEGRATION = "https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles/integration";
const OPERATIONS =
  "https://learn.microsoft.com/en-us/azure/role-based-access-control/permissions/integration#microsofteventgrid";

/** What lets the platform in without a secret. */
export const LOG_IN: AzurePermission = {
  id: "LogIn",
  feature: "login",
  grantee: PLATFORM_PRINCIPAL,
  actions: ["log in by a token of its own"],
  resource: "the application",
  why: "To be the application without a secret, for tokens of one issuer, one subject and one audience.",
  source: "https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation",
};

/** What who owns a new application may do. */
export const OWN_APPLICATION: AzurePermission = {
  id: "OwnApplication",
  feature: "login",
  grantee: "owners of the application",
  actions: ["change its credentials and whom it trusts"],
  resource: "the application",
  why: "Who deploys by `Application.ReadWrite.OwnedBy` has to own what it changes: by default who deploys first, or else `owners`. They could log in as the platform does.",
  source: "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners",
};

/** The grantee of what a token or a string gives to whoever has it. */
const HOLDER = "whoever has it";

/** What the SAS token allows. */
export const READ_BY_SAS: AzurePermission = {
  id: "ReadBySas",
  feature: "billing export",
  grantee: HOLDER,
  actions: ["read blobs", "list blobs"],
  resource: "container of the exports",
  why: "The SAS token, and the connection string with it in it: the platform reads the exports by it, over HTTPS, until it ends.",
  source:
    "https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas#permissions-for-a-directory-container-or-blob",
};

/** What the connection string allows that has the account's key in it. */
export const ACCOUNT_KEY: AzurePermission = {
  id: "AccountKey",
  feature: "billing export",
  grantee: HOLDER,
  actions: ["do anything with its data"],
  resource: "the storage account",
  why: 'Only with `connectionString: "ACCOUNT_KEY"`, for a platform that takes nothing else; it does not end.',
  source: "https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
};

/** Everything that the Azure integration grants, to whom, and why. Nothing else is granted anywhere in it. */
export const AZURE_PERMISSIONS: readonly AzurePermission[] = [
  {
    id: "EventGridReader",
    feature: "integration",
    role: "EVENT_GRID_READER",
    grantee: PLATFORM_IDENTITY,
    actions: [EVENT_GRID_READER],
    resource: "the scopes",
    why: "The platform's page asks for it. It shows event subscriptions, resource groups, and all of `Microsoft.Authorization`, such as who has which roles; neither costs, nor resources, nor blobs.",
    source: `${INTEGRATION}#eventgrid-eventsubscription-reader`,
  },
  {
    id: "SeeEventSubscriptions",
    feature: "integration",
    role: "CUSTOM",
    grantee: PLATFORM_IDENTITY,
    actions: [
      "Microsoft.EventGrid/eventSubscriptions/read",
      "Microsoft.EventGrid/locations/eventSubscriptions/read",
      "Microsoft.EventGrid/locations/topicTypes/eventSubscriptions/read",
      "Microsoft.EventGrid/topicTypes/eventSubscriptions/read",
    ],
    resource: "the scopes",
    why: "What the role of the page is for, in a role that does not show who has which roles.",
    source: OPERATIONS,
  },
  {
    id: "SeeResourceGroups",
    feature: "integration",
    role: "CUSTOM",
    grantee: PLATFORM_IDENTITY,
    actions: ["Microsoft.Resources/subscriptions/resourceGroups/read"],
    resource: "the scopes",
    why: "To name the resource groups behind the costs.",
    source:
      "https://learn.microsoft.com/en-us/azure/role-based-access-control/permissions/management-and-governance#microsoftresources",
  },
  {
    id: "ReadExports",
    feature: "billing export",
    grantee: PLATFORM_IDENTITY,
    actions: [BLOB_READER],
    resource: "container of the exports",
    why: "To read the exports as the application, without the SAS token; granted only with 'containerReader'.",
    source:
      "https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles/storage#storage-blob-data-reader",
  },
  READ_BY_SAS,
  ACCOUNT_KEY,
  LOG_IN,
  OWN_APPLICATION,
];

/** What the custom role allows, sorted. */
export function customActions(): string[] {
  return AZURE_PERMISSIONS.filter(({ role }) => role === "CUSTOM")
    .flatMap(({ actions }) => actions)
    .sort();
}
