import { type Permission, PLATFORM_IDENTITY, PLATFORM_PRINCIPAL } from "../core/permission";

/** Scope of a permission of the Azure catalogue. */
export type AzurePermissionResource =
  "the scopes" | "container of the exports" | "the storage account" | "the application";

/** Feature of the platform that needs a permission of the Azure catalogue. */
export type AzurePermissionFeature = "integration" | "billing export" | "login";

/** Entry of the Azure catalogue. */
export interface AzurePermission extends Permission<AzurePermissionResource> {
  readonly feature: AzurePermissionFeature;
  /**
   * Role that grants it on the scopes: Microsoft's, or the custom role.
   *
   * @default - it is not granted on the scopes
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

/** Permission to log in without a secret. */
export const LOG_IN: AzurePermission = {
  id: "LogIn",
  feature: "login",
  grantee: PLATFORM_PRINCIPAL,
  actions: ["log in by a token of its own"],
  resource: "the application",
  why: "To log in as the application without a secret, with tokens of one issuer, one subject and one audience.",
  source: "https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation",
};

/** Permission of the owners of a new application. */
export const OWN_APPLICATION: AzurePermission = {
  id: "OwnApplication",
  feature: "login",
  grantee: "owners of the application",
  actions: ["change its credentials and whom it trusts"],
  resource: "the application",
  why: "A deployer with `Application.ReadWrite.OwnedBy` must own the application to change it: by default the first deployer owns it, otherwise the `owners`. Owners could log in as the platform does.",
  source: "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners",
};

/** Grantee of the permissions of a SAS token or a connection string. */
const BEARER = "bearer";

/** Permission of the SAS token. */
export const READ_BY_SAS: AzurePermission = {
  id: "ReadBySas",
  feature: "billing export",
  grantee: BEARER,
  actions: ["read blobs", "list blobs"],
  resource: "container of the exports",
  why: "To read the exports with the SAS token, or with the connection string that contains it: over HTTPS, until the token expires.",
  source:
    "https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas#permissions-for-a-directory-container-or-blob",
};

/** Permission of a connection string that contains the account's key. */
export const ACCOUNT_KEY: AzurePermission = {
  id: "AccountKey",
  feature: "billing export",
  grantee: BEARER,
  actions: ["do anything with its data"],
  resource: "the storage account",
  why: 'Only with `connectionString: "ACCOUNT_KEY"`, for a platform that accepts nothing else. The key does not expire.',
  source: "https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage",
};

/** All permissions that the Azure integration grants, with grantee and reason. It grants nothing else. */
export const AZURE_PERMISSIONS: readonly AzurePermission[] = [
  {
    id: "EventGridReader",
    feature: "integration",
    role: "EVENT_GRID_READER",
    grantee: PLATFORM_IDENTITY,
    actions: [EVENT_GRID_READER],
    resource: "the scopes",
    why: "The platform's page asks for it. The role reads event subscriptions, resource groups and all of `Microsoft.Authorization`, such as role assignments. It reads no costs, resources or blobs.",
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
    why: "The purpose of the role that the page asks for, in a role that cannot read role assignments.",
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

/** Actions of the custom role, sorted. */
export function customActions(): string[] {
  return AZURE_PERMISSIONS.filter(({ role }) => role === "CUSTOM")
    .flatMap(({ actions }) => actions)
    .sort();
}
