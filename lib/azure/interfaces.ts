import { type AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { type AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { type ITerraformDependable } from "cdktf";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { type IPassablePart, PART_MEMBERS, passablePartRule } from "../core/passable-part";
import { type Preconditions } from "../core/preconditions";
import { fieldValuesRule } from "../core/platform";
import { optional, string } from "../core/rules";
import { show } from "../core/show";
import { knownToDiffer } from "../core/tokens";
import { AZURE_AGREEMENT_RULES, type AzureAgreement } from "./agreement";
import { BILLING_SCOPE, CLIENT_ID, CONTAINER_ID, OBJECT_ID, SUBSCRIPTION_ID, TENANT_ID } from "./conditions";
import { AZURE_ENVIRONMENT_RULE, type AzureEnvironment } from "./environment";
import { AZURE_PART_RULES, AZURE_TENANT_RULES } from "./provider";

/** Key of a row of the platform's form that depends on the identity. */
export type AzureIdentityFieldKey = "client_secret_value" | "client_secret_id";

/** Rows of the platform's form that an identity fills in. */
export type AzureIdentityFieldValues = Readonly<Partial<Record<AzureIdentityFieldKey, string>>>;

/** Key of a row of the platform's form that depends on the storage. */
export type AzureStorageFieldKey = "sas_token" | "connection_string";

/** Rows of the platform's form that a storage fills in. */
export type AzureStorageFieldValues = Readonly<Partial<Record<AzureStorageFieldKey, string>>>;

/**
 * Identity that the platform logs in as: an application with a service principal, new with a secret or a certificate
 * (`AzureIdentity`), new without either (`AzureFederatedIdentity`), or existing (`AzureIdentity.fromApplication`).
 */
export interface IAzureIdentity extends IPassablePart<"IAzureIdentity"> {
  /** Client ID of the application, also called application ID. */
  readonly clientId: string;
  /** Object ID of the application, as the page "App registrations" shows it. Nothing can be granted to it. */
  readonly applicationObjectId: string;
  /** Object ID of the service principal, as the page "Enterprise applications" shows it: the principal of role assignments. */
  readonly servicePrincipalObjectId: string;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: AzureIdentityFieldValues;
  /**
   * Identifies the principal when the program checks that a role is assigned only once per principal and scope: the path of a
   * new application, the client ID of an existing one.
   */
  readonly principalKey: string;
  /** Resources that must be read and checked before roles are assigned to it. */
  readonly dependencies: readonly ITerraformDependable[];
  /** ID of its tenant. */
  readonly tenantId: string;
  /** Azure environment that it is in. */
  readonly environment: AzureEnvironment;
  /**
   * The azuread provider that creates or reads it.
   *
   * @default - the stack's azuread provider without an alias
   */
  readonly azureadProvider?: AzureadProvider;
}

/**
 * Storage of the exports: a container of a storage account, new (`AzureStorage`) or existing (`AzureStorage.fromContainer`).
 */
export interface IAzureStorage extends IPassablePart<"IAzureStorage"> {
  /** Name of the storage account, as a reference: resources that use it wait for the account. */
  readonly storageAccountName: string;
  /** Name of the container, as a reference: resources that use it wait for the container. */
  readonly containerName: string;
  /** Resource ID of the container: `/subscriptions/…/blobServices/default/containers/<name>`. */
  readonly containerId: string;
  /** Rows of the platform's form that it fills in. */
  readonly fieldValues: AzureStorageFieldValues;
  /** Resources that must be read and checked before anything is exported to it or granted on it. */
  readonly dependencies: readonly ITerraformDependable[];
  /** ID of the subscription that contains the storage account. */
  readonly subscriptionId: string;
  /** Azure environment that it is in. */
  readonly environment: AzureEnvironment;
  /**
   * The azurerm provider that creates or reads it.
   *
   * @default - the stack's azurerm provider without an alias
   */
  readonly provider?: AzurermProvider;
}

/**
 * Exports of actual and amortized costs to a container: new (`AzureBillingExport`) or existing
 * (`AzureBillingExport.fromExports`).
 */
export interface IAzureBillingExport extends IPassablePart<"IAzureBillingExport"> {
  /** Storage that the exports are delivered to. */
  readonly storage: IAzureStorage;
  /** Folders of the actual costs in the container. */
  readonly actualCostPaths: readonly string[];
  /** Folders of the amortized costs in the container, in the same order. */
  readonly amortizedCostPaths: readonly string[];
  /** Exported subscriptions: IDs by name. Empty if a billing account is exported, or if the subscriptions are unknown. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /**
   * Billing scope that is exported.
   *
   * @default - subscriptions are exported, or the scope is unknown
   */
  readonly billingScope?: string;
  /**
   * Agreement under which Azure is bought.
   *
   * @default - unknown
   */
  readonly agreement?: AzureAgreement;
  /** Preconditions that the access sets on its own resources, if the exports have none; `[]` if there are none. */
  readonly preconditions: Preconditions;
}

/** Rule for an identity. */
export const AZURE_IDENTITY_RULE = passablePartRule<IAzureIdentity>(
  "IAzureIdentity",
  {
    ...PART_MEMBERS,
    clientId: string(CLIENT_ID),
    applicationObjectId: "string",
    servicePrincipalObjectId: string(OBJECT_ID),
    fieldValues: fieldValuesRule("azure", "client_secret_value", "client_secret_id"),
    principalKey: "string",
    dependencies: "list",
    tenantId: string(TENANT_ID),
    environment: AZURE_ENVIRONMENT_RULE,
    azureadProvider: AZURE_TENANT_RULES.azureadProvider,
  },
  "new AzureIdentity(…), new AzureFederatedIdentity(…) or AzureIdentity.fromApplication(…)",
);

/** Rule for a storage. */
export const AZURE_STORAGE_RULE = passablePartRule<IAzureStorage>(
  "IAzureStorage",
  {
    ...PART_MEMBERS,
    storageAccountName: "string",
    containerName: "string",
    containerId: string(CONTAINER_ID),
    fieldValues: fieldValuesRule("azure", "sas_token", "connection_string"),
    dependencies: "list",
    subscriptionId: string(SUBSCRIPTION_ID),
    environment: AZURE_ENVIRONMENT_RULE,
    provider: AZURE_PART_RULES.provider,
  },
  "new AzureStorage(…) or AzureStorage.fromContainer(…)",
  ({ containerId, subscriptionId }) =>
    knownToDiffer(containerId.split("/")[2], subscriptionId)
      ? [`'containerId' is ${show(containerId)} (it must be in the subscription of 'subscriptionId')`]
      : [],
);

// Cost Management documents no limit, but a larger stack is slow to plan.
const MAX_SUBSCRIPTIONS = 1000;

/** Rule for exported subscriptions: IDs by name. */
export const AZURE_SUBSCRIPTIONS_RULE = namedEntries(
  MAX_SUBSCRIPTIONS,
  SUBSCRIPTION_ID,
  '{ production: "11111111-2222-3333-4444-555555555555" }',
);

/** Rule for a billing export. */
export const AZURE_BILLING_EXPORT_RULE = passablePartRule<IAzureBillingExport>(
  "IAzureBillingExport",
  {
    ...PART_MEMBERS,
    storage: AZURE_STORAGE_RULE,
    actualCostPaths: "list",
    amortizedCostPaths: "list",
    subscriptions: AZURE_SUBSCRIPTIONS_RULE,
    billingScope: optional(string(BILLING_SCOPE)),
    agreement: optional(AZURE_AGREEMENT_RULES.agreement),
    preconditions: "list",
  },
  "new AzureBillingExport(…) or AzureBillingExport.fromExports(…)",
  ({ subscriptions }) =>
    checkUniqueValues("subscriptions", "subscription", subscriptions).map(
      (problem) => `'subscriptions' is invalid (${problem})`,
    ),
);
