import { Application } from '@cdktf/provider-azuread/lib/application';
import { ApplicationCertificate } from '@cdktf/provider-azuread/lib/application-certificate';
import { ApplicationFederatedIdentityCredential } from '@cdktf/provider-azuread/lib/application-federated-identity-credential';
import { ApplicationPasswordA } from '@cdktf/provider-azuread/lib/application-password';
import { DataAzureadApplication } from '@cdktf/provider-azuread/lib/data-azuread-application';
import { DataAzureadClientConfig } from '@cdktf/provider-azuread/lib/data-azuread-client-config';
import { DataAzureadServicePrincipal } from '@cdktf/provider-azuread/lib/data-azuread-service-principal';
import { AzureadProvider } from '@cdktf/provider-azuread/lib/provider';
import { ServicePrincipal } from '@cdktf/provider-azuread/lib/service-principal';
import { BillingAccountCostManagementExport } from '@cdktf/provider-azurerm/lib/billing-account-cost-management-export';
import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { DataAzurermStorageAccount } from '@cdktf/provider-azurerm/lib/data-azurerm-storage-account';
import { DataAzurermStorageAccountBlobContainerSas } from '@cdktf/provider-azurerm/lib/data-azurerm-storage-account-blob-container-sas';
import { DataAzurermStorageContainer } from '@cdktf/provider-azurerm/lib/data-azurerm-storage-container';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { RoleDefinition } from '@cdktf/provider-azurerm/lib/role-definition';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { StorageContainer } from '@cdktf/provider-azurerm/lib/storage-container';
import { SubscriptionCostManagementExport } from '@cdktf/provider-azurerm/lib/subscription-cost-management-export';
import * as cdktf from 'cdktf';
import { ITerraformDependable, TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';

interface FieldDefinition {
	/** Stable name, snake_case; with the integration's prefix it is the name of the Terraform output. */
	readonly key: string;
	/** What a person reads beside it. */
	readonly label: string;
	/** A secret becomes a `sensitive` output. */
	readonly secret: boolean;
	/** How it is handed over: typed in, or uploaded. */
	readonly kind: "text" | "file";
	/**
	 * What helps to fill in the row.
	 *
	 * @default - no note
	 */
	readonly note?: string;
}
interface Field extends FieldDefinition {
	/** A literal, or a token that Terraform fills in. */
	readonly value: string;
}
interface ManualStep {
	/** Stable name, snake_case, unique in the integration. */
	readonly key: string;
	/** What to do, in the imperative. */
	readonly title: string;
	/** Why it cannot be left out, and what happens if it is. */
	readonly why: string;
	/** Where it is documented or done. */
	readonly link: string;
	/** The exact values to enter, by what the place calls them; literals or tokens, never secrets. */
	readonly values: Readonly<Record<string, string>>;
	/** How to see that it worked. */
	readonly check: string;
}
interface Permission<Resource extends string = string> {
	/** Unique in its catalogue, letters and digits. */
	readonly id: string;
	/** What of the platform needs it. */
	readonly feature: string;
	/** Who gets it: the platform's identity, or a service of the cloud by its principal. */
	readonly grantee: string;
	/**
	 * What is allowed, in the cloud's own spelling, never with a wildcard: an action (`s3:GetObject`), or where a cloud has
	 * none, a verb and what it is about (`read objects`); or a role of the cloud's by its name
	 * (`roles/iam.workloadIdentityUser`).
	 */
	readonly actions: readonly string[];
	/** What it covers, as narrow as the service allows; granted only where that exists. */
	readonly resource: Resource;
	/** Why it is needed. */
	readonly why: string;
	/** Where that is documented. */
	readonly source: string;
}
declare abstract class Part extends Construct {
	/** What it grants, to the platform and to services of the cloud. */
	get permissions(): Permission[];
	/** What is left for a person to do. */
	get manualSteps(): ManualStep[];
	/** What the data lacks because of the way in that was chosen, a sentence each. */
	get limitations(): string[];
	/** Warns of steps and limitations at synth: the last line of the constructor of whoever has any. */
	protected announce(): void;
}
type Cloud = "aws" | "azure" | "gcp" | "oci";
interface IntegrationProps {
	/**
	 * Begins the names of the Terraform outputs: with `finops`, the field `user_arn` is the output `finops_user_arn`.
	 * Lower-case letters, digits and '_', a letter first; unique in the stack.
	 *
	 * @default - the path of the construct below its stack, in snake_case
	 */
	readonly outputPrefix?: string;
}
declare abstract class Integration extends Construct {
	/** The cloud it reads from. */
	readonly cloud: Cloud;
	/** Begins the names of its Terraform outputs. */
	readonly outputPrefix: string;
	private handedOff?;
	constructor(scope: Construct, id: string, cloud: Cloud, props: Required<IntegrationProps>);
	/** The rows of the platform's form, in its order. */
	get fields(): Field[];
	/** Everything that is granted, and why. */
	get permissions(): Permission[];
	/** What is left for a person to do. */
	get manualSteps(): ManualStep[];
	/** What the data lacks because of the way in that was chosen, a sentence each. */
	get limitations(): string[];
	/**
	 * Makes the outputs.
	 *
	 * @param fields the rows of the platform's form, in its order
	 * @param parts what the integration is made of; each tells what it grants, what is left to do and what the data lacks
	 */
	protected handOff(fields: readonly Field[], parts: readonly Part[]): void;
	private get parts();
}
/**
 * How Azure is bought: `EA` by an Enterprise Agreement, `MCA` by a Microsoft Customer Agreement, `MPA` by a Microsoft Partner
 * Agreement (you are the partner), `CSP` from a partner (you are the customer), `PAYG` by the website at pay-as-you-go rates
 * without a Microsoft Customer Agreement.
 */
export type AzureAgreement = "EA" | "MCA" | "MPA" | "CSP" | "PAYG";
/** What an export takes of the agreement, and of what within its billing account costs are exported. */
export interface AzureAgreementProps {
	/**
	 * How Azure is bought, which says of what Azure exports costs: `EA`, `MCA`, `MPA`, `CSP` or `PAYG`. The page "Properties"
	 * of the billing account tells it as its billing account type.
	 *
	 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
	 */
	readonly agreement: AzureAgreement;
	/**
	 * ID of a billing account: exports of all of its costs, or of what within it is named beside it, in place of
	 * subscriptions. The number of an enrollment (`EA`), or `<UUID>:<UUID>_<date>` (`MCA`, `MPA`).
	 *
	 * @default - the costs of subscriptions are exported
	 */
	readonly billingAccountId?: string;
	/**
	 * ID of a department of the enrollment (`EA`): 1-128 letters, digits, `_` and `-`, without the path to it.
	 *
	 * @default - all of the billing account
	 */
	readonly departmentId?: string;
	/**
	 * ID of an account of the enrollment (`EA`), of the same.
	 *
	 * @default - all of the billing account
	 */
	readonly enrollmentAccountId?: string;
	/**
	 * ID of a billing profile (`MCA`), of the same, such as `ABCD-EFGH-IJK-LMN`.
	 *
	 * @default - all of the billing account
	 */
	readonly billingProfileId?: string;
	/**
	 * ID of an invoice section of `billingProfileId` (`MCA`), of the same.
	 *
	 * @default - all of the billing profile
	 */
	readonly invoiceSectionId?: string;
	/**
	 * ID of a customer of the partner's (`MPA`), of the same.
	 *
	 * @default - none
	 */
	readonly customerId?: string;
}
/** A cloud of Microsoft's that is apart from the others, as the azurerm provider calls it. */
export type AzureEnvironment = "public" | "usgovernment" | "china";
/** What every part of the Azure integration takes. */
export interface AzureEnvironmentProps {
	/**
	 * The cloud: `public`, `usgovernment`, or `china` (operated by 21Vianet). Both providers must be of the same.
	 *
	 * @default "public"
	 */
	readonly environment?: AzureEnvironment;
}
/** What every part takes that creates or reads something in a subscription. */
export interface AzurePartProps extends AzureEnvironmentProps {
	/**
	 * The azurerm provider that creates and reads the resources, with its block `features`.
	 *
	 * @default - the stack's azurerm provider without an alias
	 */
	readonly provider?: AzurermProvider;
}
/** What every part takes that creates or reads something in Microsoft Entra ID. */
export interface AzureTenantProps extends AzureEnvironmentProps {
	/**
	 * The azuread provider that creates and reads applications.
	 *
	 * @default - the stack's azuread provider without an alias
	 */
	readonly azureadProvider?: AzureadProvider;
	/**
	 * ID of the tenant (directory), a UUID in lower case: the plan stops where the azuread provider is logged in to another.
	 *
	 * @default - the tenant that the azuread provider is logged in to
	 */
	readonly tenantId?: string;
}
/** What every part takes that is in a subscription of its own. */
export interface AzureSubscriptionProps extends AzurePartProps {
	/**
	 * ID of the subscription that the storage account is in, a UUID in lower case: that of the azurerm provider. The plan stops
	 * where the provider works in another.
	 */
	readonly subscriptionId: string;
}
/** What a container takes for how it is read without logging in. */
export interface AzureSasProps {
	/**
	 * Whether Terraform makes the SAS token, which is in its state then: it may read and list the container, over HTTPS only.
	 * With `false` a person makes it, which is a manual step; the outputs lack its rows.
	 *
	 * @default true
	 */
	readonly createSas?: boolean;
	/**
	 * Days from the first deployment, or from when it was made anew, to the end of the SAS token: 1-730. Nothing else ends it
	 * but a new account key, which ends all of them.
	 *
	 * @default 180
	 */
	readonly sasDays?: number;
	/**
	 * What the connection string has in it: `SAS`, the same as the SAS token; or `ACCOUNT_KEY`, by which everything in the
	 * account can be read, written and deleted, without an end, for a platform that takes nothing else.
	 *
	 * @default "SAS"
	 */
	readonly connectionString?: "SAS" | "ACCOUNT_KEY";
}
/** The rows of the platform's form that depend on how the container is read. */
export type AzureStorageKey = "sas_token" | "connection_string";
/** Those of them that a storage fills in. */
export type AzureStorageValues = Readonly<Partial<Record<AzureStorageKey, string>>>;
/** How a container is read without logging in. */
export interface AzureSas {
	/**
	 * The SAS token.
	 *
	 * @default - a person makes it
	 */
	readonly token?: DataAzurermStorageAccountBlobContainerSas;
	/** The rows of the platform's form that it fills in. */
	readonly formValues: AzureStorageValues;
	/** What it allows to whoever has it. */
	readonly permissions: readonly Permission[];
	/** What is left for a person to do. */
	readonly manualSteps: readonly ManualStep[];
}
/** What a container for the exports takes, new or not. */
export interface AzureStorageBaseProps extends AzureSubscriptionProps, AzureSasProps {
	/** Name of the storage account: 3-24 lower-case letters and digits, unique in all of the cloud. */
	readonly storageAccountName: string;
}
/**
 * Where the exports land: a container of a storage account, new (`AzureStorage`) or there already
 * (`AzureStorage.fromContainer`).
 */
export declare abstract class AzureStorageBase extends Part {
	/** Name of the storage account, as Terraform knows it: whoever uses it waits for the account. */
	abstract readonly storageAccountName: string;
	/** Name of the container, likewise. */
	abstract readonly containerName: string;
	/** The container as Azure Resource Manager names it: `/subscriptions/…/blobServices/default/containers/<name>`. */
	abstract readonly containerId: string;
	/** How it is read without logging in. */
	abstract readonly sas: AzureSas;
	/** What has to be read and checked before anything is exported to it or granted on it. */
	readonly dependencies: readonly ITerraformDependable[];
	/** ID of the subscription that the storage account is in. */
	readonly subscriptionId: string;
	/** The cloud that it is in. */
	readonly environment: AzureEnvironment;
	/** What creates or reads it; `undefined` for the stack's azurerm provider without an alias. */
	readonly provider?: AzurermProvider;
	/** The subscription that the provider works in: whatever is made or read waits for it to be the one that is told. */
	protected readonly subscription: DataAzurermClientConfig;
	constructor(scope: Construct, id: string, props: AzureSubscriptionProps);
	/** The rows of the platform's form that it fills in. */
	get formValues(): AzureStorageValues;
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
}
/**
 * The exports of actual and amortized costs to a container: new (`AzureBillingExport`), or there already
 * (`AzureBillingExport.fromExports`).
 */
export declare abstract class AzureBillingExportBase extends Part {
	/** Where they land. */
	abstract readonly storage: AzureStorageBase;
	/** Folders of actual costs in the container. */
	abstract readonly actualCostPaths: readonly string[];
	/** Folders of amortized costs in the container, in the same order. */
	abstract readonly amortizedCostPaths: readonly string[];
	/** The subscriptions whose costs are exported: their IDs, by name; none where it is a billing account, or not known. */
	abstract readonly subscriptions: Readonly<Record<string, string>>;
	/** The scope within billing whose costs are exported; `undefined` where it is subscriptions, or not known. */
	readonly billingScope?: string;
	/** How Azure is bought; `undefined` where nobody said. */
	readonly agreement?: AzureAgreement;
	/** What Terraform has to check of the properties on whatever uses it, where it has no resource of its own. */
	readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]>;
}
/** The rows of the platform's form that depend on how it logs in. */
export type AzureIdentityKey = "client_secret_value" | "client_secret_id";
/** Those of them that an identity fills in. */
export type AzureIdentityValues = Readonly<Partial<Record<AzureIdentityKey, string>>>;
/**
 * Who the platform logs in as: an application with a service principal, new with a secret or a certificate
 * (`AzureIdentity`), new without any (`AzureFederatedIdentity`), or there already (`AzureIdentity.fromApplication`).
 */
export declare abstract class AzureIdentityBase extends Part {
	/** Client ID of the application, also called application ID. */
	abstract readonly clientId: string;
	/** Object ID of the application, as the page "App registrations" shows it. Nothing can be granted to it. */
	abstract readonly applicationObjectId: string;
	/** Object ID of the service principal, as the page "Enterprise applications" shows it: who roles are given to. */
	abstract readonly servicePrincipalObjectId: string;
	/** The rows of the platform's form that it fills in. */
	abstract readonly formValues: AzureIdentityValues;
	/**
	 * What tells it from others in the program, to which roles can be given once only: the path of a new one, the client ID of one
	 * that is there already.
	 */
	abstract readonly principal: string;
	/** What has to be read and checked before roles are given to it. */
	readonly dependencies: readonly ITerraformDependable[];
	/** ID of the tenant that it is in. */
	readonly tenantId: string;
	/** The cloud that it is in. */
	readonly environment: AzureEnvironment;
	/** What creates or reads it; `undefined` for the stack's azuread provider without an alias. */
	readonly azureadProvider?: AzureadProvider;
	/** Who deploys, as the azuread provider is logged in. */
	protected readonly deployer: DataAzureadClientConfig;
	constructor(scope: Construct, id: string, props: AzureTenantProps);
}
/**
 * Where a role is given, as Azure Resource Manager names it: a subscription (`/subscriptions/<ID>`), a resource group
 * (`/subscriptions/<ID>/resourceGroups/<name>`), or a management group
 * (`/providers/Microsoft.Management/managementGroups/<name>`).
 */
export type AzureRoleScope = `/subscriptions/${string}` | `/providers/Microsoft.Management/managementGroups/${string}`;
/** Props of `AzureAccess`. */
export interface AzureAccessProps extends AzurePartProps {
	/** Who gets access. */
	readonly identity: AzureIdentityBase;
	/** What is read. */
	readonly billingExport: AzureBillingExportBase;
	/**
	 * Where the role is given, by a name of letters, digits, `_` and `-` that addresses in Terraform's state are made of, such
	 * as `{ all: "/providers/Microsoft.Management/managementGroups/acme" }`. What is given on a management group or a
	 * subscription holds for all below it. At most 1000, each once, whatever the letter case.
	 *
	 * One that Terraform fills in is put together: `/subscriptions/${variable.stringValue}`.
	 *
	 * @default - the subscriptions whose costs are exported; for a billing account, and for exports that are passed, that of
	 * the storage account
	 */
	readonly roleScopes?: Record<string, AzureRoleScope>;
	/**
	 * Which role is given: `EVENT_GRID_READER` for Microsoft's EventGrid EventSubscription Reader, which the platform's page
	 * asks for; `CUSTOM` for a role of the same without the sight of who has which roles, for which who deploys needs
	 * `Microsoft.Authorization/roleDefinitions/write`.
	 *
	 * @default "EVENT_GRID_READER"
	 */
	readonly role?: "EVENT_GRID_READER" | "CUSTOM";
	/**
	 * Name of the custom role: 1-512 letters, digits, spaces and `._()-`; unique in the tenant.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly roleName?: string;
	/**
	 * Whether the platform may read the container as the application, too, by Storage Blob Data Reader: for one that does not
	 * read by the SAS token.
	 *
	 * @default false
	 */
	readonly containerReader?: boolean;
}
/**
 * What the platform may do: the role that its page asks for, given to the service principal on each scope, and to read the
 * container where it is told to. Others who may do something there keep it.
 */
export declare class AzureAccess extends Part {
	/** The role on each scope; the first is `node.defaultChild`. */
	readonly roleAssignments: readonly RoleAssignment[];
	/** The custom role; `undefined` where it is Microsoft's. */
	readonly customRole?: RoleDefinition;
	/** What lets the platform read the container; `undefined` where it reads by the SAS token only. */
	readonly containerAssignment?: RoleAssignment;
	private readonly granted;
	private readonly billingRole?;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureAccessProps);
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	/** Gives a role, which nobody may make another one. */
	private assign;
	private makeRole;
}
/** What a new application takes. */
export interface AzureApplicationProps {
	/**
	 * Name of the application: 1-120 letters, digits, spaces and `._-`. Terraform refuses one that an application of the
	 * tenant has already.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly applicationName?: string;
	/**
	 * Who owns application and service principal, and so may change its credentials: object IDs of users or service
	 * principals, by a name of letters, digits, `_` and `-`, such as `{ alice: "22222222-…" }`. At most 100. A service
	 * principal that deploys by `Application.ReadWrite.OwnedBy` has to be among them.
	 *
	 * @default - who deploys first
	 */
	readonly owners?: Record<string, string>;
}
/** Props of `AzureBillingExport.fromExports`. */
export interface AzureExistingExportsProps {
	/** Where they land: `AzureStorage.fromContainer(…)`, or one that is new to the portal's exports. */
	readonly storage: AzureStorageBase;
	/**
	 * Folders of the actual costs in the container, as each export has it for its directory, by a name of letters, digits, `_`
	 * and `-` for what is exported, such as `{ production: "finops/actual" }`. At most 1000, of up to 256 letters, digits and
	 * `._-`, with `/` between folders and none in front.
	 */
	readonly actualCostPaths: Record<string, string>;
	/** Folders of the amortized costs, by the same names; none of all folders is in another. */
	readonly amortizedCostPaths: Record<string, string>;
}
/**
 * Exports that are there already, see `AzureBillingExport.fromExports`. Whether they are on, and of which subscriptions,
 * Terraform does not know: the role is given on that of the storage account, unless `roleScopes` of the access says otherwise.
 */
export declare class AzureExistingExports extends AzureBillingExportBase {
	readonly storage: AzureStorageBase;
	readonly actualCostPaths: readonly string[];
	readonly amortizedCostPaths: readonly string[];
	readonly subscriptions: {};
	readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]>;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureExistingExportsProps);
	get limitations(): string[];
}
/** Props of `AzureBillingExport`. */
export interface AzureBillingExportProps extends AzurePartProps, AzureAgreementProps {
	/** Where the exports land. */
	readonly storage: AzureStorageBase;
	/**
	 * The subscriptions whose costs are exported, of the tenant: their IDs, by a name of letters, digits, `_` and `-` that
	 * addresses in Terraform's state are made of, such as `{ production: "11111111-…" }`. At most 1000.
	 *
	 * @default - the one that the storage account is in, by the name `subscription`
	 */
	readonly subscriptions?: Record<string, string>;
	/**
	 * The folder in the container that the exports' folders are in: up to 256 letters, digits and `._-`, with `/` between
	 * folders and none in front. Costs land in `<rootFolderPath>/<ID of the subscription>/actual` and `…/amortized`.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly rootFolderPath?: string;
	/**
	 * What the names of the exports begin with: up to 15 letters and digits; each goes on with `actual` or `amortized`.
	 * Unique among the exports of a subscription or a billing account.
	 *
	 * @default - the first 15 letters and digits of the construct's path, e.g. `billingfinops`
	 */
	readonly exportNamePrefix?: string;
	/**
	 * Whether Terraform registers the resource provider `Microsoft.CostManagementExports` in the storage account's
	 * subscription: for one in which it was never registered. Elsewhere Terraform refuses to create what is there already;
	 * the azurerm provider's `resourceProvidersToRegister` does it in either case, and is better: taking this property out, or
	 * `destroy`, unregisters it for all exports of the subscription (`terraform state rm` before that keeps it).
	 *
	 * @default false
	 */
	readonly registerResourceProvider?: boolean;
}
type Export = SubscriptionCostManagementExport | BillingAccountCostManagementExport;
/**
 * The exports: Azure writes the actual and the amortized costs of the month so far to a container, once a day, from the
 * second day (UTC) after the plan that creates them. Each run writes files of its own, by month.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
 */
export declare class AzureBillingExport extends AzureBillingExportBase {
	/**
	 * Exports that are there already, such as those that a person made in the portal. Nothing of them is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromExports(scope: Construct, id: string, props: AzureExistingExportsProps): AzureExistingExports;
	/** The exports, actual before amortized costs; the first is `node.defaultChild`. */
	readonly exports: readonly Export[];
	readonly storage: AzureStorageBase;
	readonly actualCostPaths: readonly string[];
	readonly amortizedCostPaths: readonly string[];
	readonly subscriptions: Readonly<Record<string, string>>;
	readonly billingScope?: string;
	readonly agreement: AzureAgreement;
	private readonly missing;
	private readonly register?;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureBillingExportProps);
	get limitations(): string[];
	get manualSteps(): ManualStep[];
	private makeExports;
	private registration;
	/** Whether the provider that is there by now registers what exports need. */
	private isRegistered;
}
/** What an identity takes for how the platform proves that it is the application. */
export interface AzureCredentialProps {
	/**
	 * Whether Terraform creates the client secret, which is in its state then. With `false` a person creates it, which is a
	 * manual step, and the state never has it; the outputs lack its rows.
	 *
	 * @default true
	 */
	readonly createClientSecret?: boolean;
	/**
	 * Days from the first deployment, or from when it was made anew, to the end of the client secret: 1-730.
	 *
	 * @default 180
	 */
	readonly clientSecretDays?: number;
	/**
	 * The public half of a key pair of yours in an X.509 certificate, as PEM: RSA of 2,048 bits or more. The application can
	 * log in by the private half, for as long as the certificate is valid; that half never gets near Terraform, and there is
	 * no client secret.
	 *
	 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials
	 *
	 * @default - a client secret
	 */
	readonly certificatePem?: string;
}
/** How the platform proves that it is the application. */
export interface AzureCredential {
	/**
	 * The client secret.
	 *
	 * @default - there is none, or a person creates it
	 */
	readonly password?: ApplicationPasswordA;
	/**
	 * The certificate.
	 *
	 * @default - there is none
	 */
	readonly certificate?: ApplicationCertificate;
	/** The rows of the platform's form that it fills in. */
	readonly formValues: AzureIdentityValues;
	/** What is left for a person to do. */
	readonly manualSteps: readonly ManualStep[];
}
/** Props of `AzureIdentity.fromApplication`. */
export interface AzureExistingApplicationProps extends AzureTenantProps, AzureCredentialProps {
	/**
	 * Client ID of the application, a UUID in lower case. It has a service principal in the tenant and was made for the platform.
	 */
	readonly clientId: string;
}
/** An application that is there already, see `AzureIdentity.fromApplication`. */
export declare class AzureExistingApplication extends AzureIdentityBase {
	/** The application as Entra ID knows it; `node.defaultChild`. */
	readonly application: DataAzureadApplication;
	/** Its service principal. */
	readonly servicePrincipal: DataAzureadServicePrincipal;
	/** How it logs in. */
	readonly credential: AzureCredential;
	readonly clientId: string;
	readonly applicationObjectId: string;
	readonly servicePrincipalObjectId: string;
	readonly principal: string;
	readonly dependencies: readonly ITerraformDependable[];
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureExistingApplicationProps);
	get formValues(): AzureIdentityValues;
	get manualSteps(): ManualStep[];
}
/** Props of `AzureStorage.fromContainer`. */
export interface AzureExistingContainerProps extends AzureStorageBaseProps {
	/** Name of the resource group that the account is in: 1-90 letters, digits and `._()-`. */
	readonly resourceGroupName: string;
	/** Name of the container: 3-63 lower-case letters, digits and `-`. */
	readonly containerName: string;
}
/**
 * A container that is there already, see `AzureStorage.fromContainer`. Terraform stops where it is not what exports need;
 * of the account's firewall and of whether its keys work it cannot know.
 */
export declare class AzureExistingContainer extends AzureStorageBase {
	/** The container as Azure knows it; `node.defaultChild`. */
	readonly container: DataAzurermStorageContainer;
	/** The account as Azure knows it; `undefined` with `createSas: false`, so that its keys are not in Terraform's state. */
	readonly storageAccount?: DataAzurermStorageAccount;
	readonly storageAccountName: string;
	readonly containerName: string;
	readonly containerId: string;
	readonly sas: AzureSas;
	readonly dependencies: readonly ITerraformDependable[];
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureExistingContainerProps);
}
/** Whose tokens of OpenID Connect are taken in place of a secret. */
export interface AzureFederationProps {
	/**
	 * Who issues the platform's tokens, as the platform tells it: an address that begins with `https://`, of up to 600
	 * characters.
	 */
	readonly issuerUri: string;
	/**
	 * Whom the platform's tokens are of, their claim `sub`, as the platform tells it: 1-600 letters, digits and
	 * `._:/@+=|~-`. Only these tokens are let in. It has to be one that the platform uses for you alone.
	 */
	readonly subject: string;
	/**
	 * The one audience that the platform's tokens are for: 1-600 of the same.
	 *
	 * @default - what Microsoft recommends in the cloud, `api://AzureADTokenExchange` in the public one
	 */
	readonly audience?: string;
}
/** Props of `AzureFederatedIdentity`. */
export interface AzureFederatedIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureFederationProps {
}
/**
 * Who the platform logs in as, without a secret: an application of this tenant with its service principal, as which the
 * platform logs in by tokens of its own. Only those of one issuer, one subject and one audience are taken.
 *
 * Source: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation
 */
export declare class AzureFederatedIdentity extends AzureIdentityBase {
	/** The application; `node.defaultChild`. */
	readonly application: Application;
	/** Its service principal. */
	readonly servicePrincipal: ServicePrincipal;
	/** Which tokens are taken. */
	readonly federatedCredential: ApplicationFederatedIdentityCredential;
	readonly clientId: string;
	readonly applicationObjectId: string;
	readonly servicePrincipalObjectId: string;
	readonly principal: string;
	readonly formValues: AzureIdentityValues;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureFederatedIdentityProps);
	get permissions(): Permission[];
}
/** Props of `AzureIdentity`. */
export interface AzureIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureCredentialProps {
}
/**
 * Who the platform logs in as: an application of this tenant with its service principal, and a client secret that ends.
 * It has no permission of its own, neither in Azure nor in Microsoft Graph.
 *
 * The secret is in Terraform's state, as the provider puts it there: keep the state where only those may read it who may
 * read the secret, or see `certificatePem` and `createClientSecret`.
 */
export declare class AzureIdentity extends AzureIdentityBase {
	/**
	 * An application that is there already, with its service principal. Terraform creates a client secret of it, unless told
	 * otherwise, and the access gives it roles; nothing else of it is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromApplication(scope: Construct, id: string, props: AzureExistingApplicationProps): AzureExistingApplication;
	/** The application; `node.defaultChild`. */
	readonly application: Application;
	/** Its service principal. */
	readonly servicePrincipal: ServicePrincipal;
	/** How it logs in. */
	readonly credential: AzureCredential;
	readonly clientId: string;
	readonly applicationObjectId: string;
	readonly servicePrincipalObjectId: string;
	readonly principal: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureIdentityProps);
	get formValues(): AzureIdentityValues;
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
}
/** Props of `AzureStorage`. */
export interface AzureStorageProps extends AzureStorageBaseProps {
	/**
	 * Where the resource group and the account are, for good: the name of a region, such as `westeurope`, of up to 40 lower-case
	 * letters and digits.
	 */
	readonly location: string;
	/**
	 * Name of the resource group: 1-90 letters, digits and `._()-`; unique in the subscription. Required with
	 * `createResourceGroup: false`.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly resourceGroupName?: string;
	/**
	 * Whether Terraform makes the resource group. With `false` it is one that is there already, which
	 * `resourceGroupName` names.
	 *
	 * @default true
	 */
	readonly createResourceGroup?: boolean;
	/**
	 * Name of the container: 3-63 lower-case letters, digits and `-`.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly containerName?: string;
	/**
	 * How Azure keeps copies: in one building (`LRS`), in several of the region (`ZRS`), in another region as well (the
	 * others). Azure can write what is lost of the exports again for some time only.
	 *
	 * @default "LRS"
	 */
	readonly replication?: "LRS" | "ZRS" | "GRS" | "RAGRS" | "GZRS" | "RAGZRS";
	/**
	 * Days after which an export's file is deleted, counted from when it was written: 400-3650.
	 *
	 * @default - billing history is never deleted
	 */
	readonly expireAfterDays?: number;
	/**
	 * Tags of resource group and account: at most 50, names of up to 128 and values of up to 256 characters.
	 *
	 * @default - no tags
	 */
	readonly tags?: Record<string, string>;
	/**
	 * Whether Terraform refuses to destroy resource group, account and container, and the billing history in them. It does
	 * so only while they are in the program: taking the construct out takes the protection with it.
	 *
	 * @default true
	 */
	readonly retain?: boolean;
}
/**
 * Where the exports land: a private container of a storage account of its own, in a resource group. The account is closed
 * to the public and to plain HTTP, and keeps what is deleted for thirty days, and what is overwritten as a version. Its keys
 * work, because exports and SAS tokens need them, and are in Terraform's state, as the provider puts them there.
 */
export declare class AzureStorage extends AzureStorageBase {
	/**
	 * A container that is there already. Nothing of it or of its account is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromContainer(scope: Construct, id: string, props: AzureExistingContainerProps): AzureExistingContainer;
	/** The resource group; `undefined` where it is there already. */
	readonly resourceGroup?: ResourceGroup;
	/** The storage account; `node.defaultChild`. */
	readonly storageAccount: StorageAccount;
	/** The container. */
	readonly container: StorageContainer;
	readonly storageAccountName: string;
	readonly containerName: string;
	readonly containerId: string;
	readonly sas: AzureSas;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureStorageProps);
	private expire;
}
/** The parts that can be passed instead of being made. */
export interface AzureIntegrationParts {
	/**
	 * Who the platform logs in as: `new AzureFederatedIdentity(…)`, `AzureIdentity.fromApplication(…)`. The properties of
	 * application, secret and tenant are left out then.
	 *
	 * @default - a new application with a client secret
	 */
	readonly identity?: AzureIdentityBase;
	/**
	 * Where the exports land: `AzureStorage.fromContainer(…)`. The properties of resource group, account, container and SAS
	 * token are left out then.
	 *
	 * @default - a new account, for which `subscriptionId`, `location` and `storageAccountName` are required
	 */
	readonly storage?: AzureStorageBase;
	/**
	 * The exports: `AzureBillingExport.fromExports(…)`. Their properties and those of the storage, and `storage`, are left
	 * out then.
	 *
	 * @default - new exports, for which `agreement` is required
	 */
	readonly billingExport?: AzureBillingExportBase;
}
type ExportProps = Omit<AzureBillingExportProps, "storage">;
type AccessProps = Omit<AzureAccessProps, "identity" | "billingExport">;
/** Props of `AzureIntegration`: those of its parts, side by side, or the parts themselves. */
export interface AzureIntegrationProps extends IntegrationProps, AzureIntegrationParts, AzureIdentityProps, Partial<Omit<AzureStorageProps, keyof AzurePartProps>>, Partial<Omit<ExportProps, keyof AzurePartProps>>, AccessProps {
}
/**
 * Makes the costs of Azure ready for the platform: exports of actual and amortized costs to a storage account of its own, an
 * application that may see what the platform's page asks for, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make that
 * part differently. The names in the props stay taken even if it then uses others.
 */
export declare class AzureIntegration extends Integration {
	/** Who the platform logs in as. */
	readonly identity: AzureIdentityBase;
	/** Where the exports land. */
	readonly storage: AzureStorageBase;
	/** The exports themselves. */
	readonly billingExport: AzureBillingExportBase;
	/** What the identity may do. */
	readonly access: AzureAccess;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureIntegrationProps);
	protected createIdentity(props: AzureIdentityProps): AzureIdentityBase;
	protected createStorage(props: AzureStorageProps): AzureStorageBase;
	protected createBillingExport(props: Omit<AzureBillingExportProps, "storage">): AzureBillingExportBase;
	protected createAccess(props: Omit<AzureAccessProps, "identity" | "billingExport">): AzureAccess;
}
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
/** Everything that the Azure integration grants, to whom, and why. Nothing else is granted anywhere in it. */
export declare const AZURE_PERMISSIONS: readonly AzurePermission[];

export {};
