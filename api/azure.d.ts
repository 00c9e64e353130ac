import { Application } from '@cdktf/provider-azuread/lib/application';
import { ApplicationCertificate } from '@cdktf/provider-azuread/lib/application-certificate';
import { ApplicationFederatedIdentityCredential } from '@cdktf/provider-azuread/lib/application-federated-identity-credential';
import { ApplicationPasswordA } from '@cdktf/provider-azuread/lib/application-password';
import { DataAzureadClientConfig } from '@cdktf/provider-azuread/lib/data-azuread-client-config';
import { AzureadProvider } from '@cdktf/provider-azuread/lib/provider';
import { ServicePrincipal } from '@cdktf/provider-azuread/lib/service-principal';
import { BillingAccountCostManagementExport } from '@cdktf/provider-azurerm/lib/billing-account-cost-management-export';
import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { DataAzurermStorageAccountBlobContainerSas } from '@cdktf/provider-azurerm/lib/data-azurerm-storage-account-blob-container-sas';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { RoleDefinition } from '@cdktf/provider-azurerm/lib/role-definition';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { StorageContainer } from '@cdktf/provider-azurerm/lib/storage-container';
import { SubscriptionCostManagementExport } from '@cdktf/provider-azurerm/lib/subscription-cost-management-export';
import * as cdktf from 'cdktf';
import { ITerraformDependable, TerraformResourceLifecycle } from 'cdktf';
import { Construct, IConstruct } from 'constructs';

interface FieldDefinition {
	/** Stable name in snake_case. With the integration's prefix, the name of the Terraform output. */
	readonly key: string;
	/** Label that a person reads. */
	readonly label: string;
	/** Whether the value is a secret, and so a `sensitive` output. */
	readonly secret: boolean;
	/** Form of the hand-over: typed in, or uploaded. */
	readonly kind: "text" | "file";
	/**
	 * Help for filling in the row.
	 *
	 * @default - no note
	 */
	readonly note?: string;
}
interface Field extends FieldDefinition {
	/** A literal or a token. */
	readonly value: string;
}
interface ManualStep {
	/** Stable name in snake_case, unique in the integration. */
	readonly key: string;
	/** The step, in the imperative. */
	readonly title: string;
	/** Reason for the step, and the consequence of skipping it. */
	readonly why: string;
	/** Page that documents the step, or on which it is done. */
	readonly link: string;
	/** Exact values to enter, by their names on that page: literals or tokens, never secrets. */
	readonly values: Readonly<Record<string, string>>;
	/** A way to verify that it worked. */
	readonly check: string;
}
interface Permission<Resource extends string = string> {
	/** Letters and digits, unique in its catalogue. */
	readonly id: string;
	/** Feature of the platform that needs it. */
	readonly feature: string;
	/** Grantee: the platform's identity, or a service of the cloud by its principal. */
	readonly grantee: string;
	/**
	 * Actions in the cloud's own spelling, never with a wildcard: an action (`s3:GetObject`); in a cloud without actions, a
	 * verb and a resource type (`read objects`); or a predefined role by name (`roles/iam.workloadIdentityUser`).
	 */
	readonly actions: readonly string[];
	/** Scope, as narrow as the service allows. Granted only if such a resource exists. */
	readonly resource: Resource;
	/** Reason why it is needed. */
	readonly why: string;
	/** Page that documents it. */
	readonly source: string;
}
interface IPart extends IConstruct {
	/** Permissions that it grants, to the platform and to services of the cloud. */
	readonly permissions: Permission[];
	/** Steps left for a person. */
	readonly manualSteps: ManualStep[];
	/** Gaps in the data that follow from the chosen options, a sentence each. */
	readonly limitations: string[];
}
declare abstract class Part extends Construct implements IPart {
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	get limitations(): string[];
	/** Adds a warning at synthesis for each manual step and limitation. The last line of a constructor that has any. */
	protected addSynthWarnings(): void;
}
type Cloud = "aws" | "azure" | "gcp" | "oci";
interface IntegrationProps {
	/**
	 * Prefix of the Terraform outputs: with `finops`, the field `user_arn` becomes the output `finops_user_arn`. Lower-case
	 * letters, digits and '_', beginning with a letter; unique in the stack.
	 *
	 * @default - the path of the construct below its stack, in snake_case
	 */
	readonly outputPrefix?: string;
}
declare abstract class Integration extends Construct {
	/** Cloud that the platform reads. */
	readonly cloud: Cloud;
	/** Prefix of its Terraform outputs. */
	readonly outputPrefix: string;
	private handedOff?;
	constructor(scope: Construct, id: string, cloud: Cloud, props: Required<IntegrationProps>);
	/** Rows of the platform's form, in its order. */
	get fields(): Field[];
	/** Everything that is granted, with the reason. */
	get permissions(): Permission[];
	/** Steps left for a person. */
	get manualSteps(): ManualStep[];
	/** Gaps in the data that follow from the chosen options, a sentence each. */
	get limitations(): string[];
	/**
	 * Creates the outputs.
	 *
	 * @param fields rows of the platform's form, in its order
	 * @param parts all parts of the integration, whose permissions, manual steps and limitations become its own
	 */
	protected handOff(fields: readonly Field[], parts: readonly IPart[]): void;
	private get parts();
}
interface IPassablePart<Name extends string = string> extends IPart {
	/**
	 * Name of the interface, such as `IAwsStorage`. It marks an implementation: the library's, your own, or one from another
	 * copy of the library, whose classes are different ones.
	 */
	readonly finopsInterface: Name;
}
type Preconditions = NonNullable<TerraformResourceLifecycle["precondition"]>;
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
	readonly formValues: AzureIdentityFieldValues;
	/**
	 * Key that distinguishes it from other identities of the program, because a role can be assigned once per principal and
	 * scope: the path of a new application, the client ID of an existing one.
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
	readonly formValues: AzureStorageFieldValues;
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
	/** Preconditions for its properties, to be set on a resource that uses it, if it has no resource of its own. */
	readonly conditions: Preconditions;
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
/**
 * Where a role is given, as Azure Resource Manager names it: a subscription (`/subscriptions/<ID>`), a resource group
 * (`/subscriptions/<ID>/resourceGroups/<name>`), or a management group
 * (`/providers/Microsoft.Management/managementGroups/<name>`).
 */
export type AzureRoleScope = `/subscriptions/${string}` | `/providers/Microsoft.Management/managementGroups/${string}`;
/** Props of `AzureAccess`. */
export interface AzureAccessProps extends AzurePartProps {
	/** Who gets access. */
	readonly identity: IAzureIdentity;
	/** What is read. */
	readonly billingExport: IAzureBillingExport;
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
	/** Assignment of the role on each scope. */
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
	private createRole;
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
declare abstract class AzureBillingExportBase extends Part implements IAzureBillingExport {
	readonly finopsInterface = "IAzureBillingExport";
	abstract readonly storage: IAzureStorage;
	abstract readonly actualCostPaths: readonly string[];
	abstract readonly amortizedCostPaths: readonly string[];
	abstract readonly subscriptions: Readonly<Record<string, string>>;
	readonly billingScope?: string;
	readonly agreement?: AzureAgreement;
	readonly conditions: Preconditions;
}
/** Props of `AzureBillingExport.fromExports`. */
export interface AzureExistingExportsProps {
	/** Where they land: `AzureStorage.fromContainer(…)`, or one that is new to the portal's exports. */
	readonly storage: IAzureStorage;
	/**
	 * Folders of the actual costs in the container, as each export has it for its directory, by a name of letters, digits, `_`
	 * and `-` for what is exported, such as `{ production: "finops/actual" }`. At most 1000, of up to 256 letters, digits and
	 * `._-`, with `/` between folders and none in front.
	 */
	readonly actualCostPaths: Record<string, string>;
	/** Folders of the amortized costs, by the same names; none of all folders is in another. */
	readonly amortizedCostPaths: Record<string, string>;
}
/** Props of `AzureBillingExport`. */
export interface AzureBillingExportProps extends AzurePartProps, AzureAgreementProps {
	/** Where the exports land. */
	readonly storage: IAzureStorage;
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
	static fromExports(scope: Construct, id: string, props: AzureExistingExportsProps): IAzureBillingExport;
	/** The exports, actual before amortized costs. */
	readonly exports: readonly Export[];
	readonly storage: IAzureStorage;
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
	private createExports;
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
	readonly formValues: AzureIdentityFieldValues;
	/** What is left for a person to do. */
	readonly manualSteps: readonly ManualStep[];
}
declare abstract class AzureIdentityBase extends Part implements IAzureIdentity {
	readonly finopsInterface = "IAzureIdentity";
	abstract readonly clientId: string;
	abstract readonly applicationObjectId: string;
	abstract readonly servicePrincipalObjectId: string;
	abstract readonly formValues: AzureIdentityFieldValues;
	abstract readonly principalKey: string;
	readonly dependencies: readonly ITerraformDependable[];
	readonly tenantId: string;
	readonly environment: AzureEnvironment;
	readonly azureadProvider?: AzureadProvider;
	/** The deployer, as the azuread provider is logged in. */
	protected readonly deployer: DataAzureadClientConfig;
	constructor(scope: Construct, id: string, props: AzureTenantProps);
}
/** Props of `AzureIdentity.fromApplication`. */
export interface AzureExistingApplicationProps extends AzureTenantProps, AzureCredentialProps {
	/**
	 * Client ID of the application, a UUID in lower case. It has a service principal in the tenant and was made for the platform.
	 */
	readonly clientId: string;
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
/** How a container is read without logging in. */
export interface AzureSas {
	/**
	 * The SAS token.
	 *
	 * @default - a person makes it
	 */
	readonly dataSource?: DataAzurermStorageAccountBlobContainerSas;
	/** The rows of the platform's form that it fills in. */
	readonly formValues: AzureStorageFieldValues;
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
declare abstract class AzureStorageBase extends Part implements IAzureStorage {
	readonly finopsInterface = "IAzureStorage";
	abstract readonly storageAccountName: string;
	abstract readonly containerName: string;
	abstract readonly containerId: string;
	/** Access to the container by a SAS token. */
	abstract readonly sas: AzureSas;
	readonly dependencies: readonly ITerraformDependable[];
	readonly subscriptionId: string;
	readonly environment: AzureEnvironment;
	readonly provider?: AzurermProvider;
	/** Subscription of the provider. All resources wait for the check that it is the one in the props. */
	protected readonly subscription: DataAzurermClientConfig;
	constructor(scope: Construct, id: string, props: AzureSubscriptionProps);
	get formValues(): AzureStorageFieldValues;
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
}
/** Props of `AzureStorage.fromContainer`. */
export interface AzureExistingContainerProps extends AzureStorageBaseProps {
	/** Name of the resource group that the account is in: 1-90 letters, digits and `._()-`. */
	readonly resourceGroupName: string;
	/** Name of the container: 3-63 lower-case letters, digits and `-`. */
	readonly containerName: string;
}
declare abstract class AzureNewApplicationIdentity extends AzureIdentityBase {
	/** The application; `node.defaultChild`. */
	readonly application: Application;
	/** Service principal of the application. */
	readonly servicePrincipal: ServicePrincipal;
	readonly clientId: string;
	readonly applicationObjectId: string;
	readonly servicePrincipalObjectId: string;
	readonly principalKey: string;
	/** @param validProps the props that `validateProps` returned */
	constructor(scope: Construct, id: string, validProps: AzureApplicationProps & AzureTenantProps & {
		readonly applicationName: string;
	});
	get permissions(): Permission[];
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
export declare class AzureFederatedIdentity extends AzureNewApplicationIdentity {
	/** Which tokens are taken. */
	readonly federatedCredential: ApplicationFederatedIdentityCredential;
	readonly formValues: AzureIdentityFieldValues;
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
export declare class AzureIdentity extends AzureNewApplicationIdentity {
	/**
	 * An application that is there already, with its service principal. Terraform creates a client secret of it, unless told
	 * otherwise, and the access gives it roles; nothing else of it is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromApplication(scope: Construct, id: string, props: AzureExistingApplicationProps): IAzureIdentity;
	/** Credential of the application. */
	readonly credential: AzureCredential;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureIdentityProps);
	get formValues(): AzureIdentityFieldValues;
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
	static fromContainer(scope: Construct, id: string, props: AzureExistingContainerProps): IAzureStorage;
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
type ExportProps = Omit<AzureBillingExportProps, "storage">;
type AccessProps = Omit<AzureAccessProps, "identity" | "billingExport">;
type NewStorageProps = Pick<AzureStorageProps, "subscriptionId" | "location" | "storageAccountName">;
/**
 * Options of `AzureIntegration`: the optional properties of all of its parts, side by side. Use this type for a subclass or a
 * helper function of your own; the props also have the required properties, and say which parts are new and which are
 * passed.
 */
export interface AzureIntegrationOptions extends IntegrationProps, AzureIdentityProps, Omit<AzureStorageProps, keyof NewStorageProps>, Omit<ExportProps, "agreement">, AccessProps {
	/**
	 * Identity that the platform logs in as: `new AzureFederatedIdentity(…)`, `AzureIdentity.fromApplication(…)`, or your own.
	 * The properties of application, secret and tenant are left out then.
	 *
	 * @default - a new application with a client secret
	 */
	readonly identity?: IAzureIdentity;
}
/** Props of `AzureIntegration` with a new storage account and new exports. */
export interface AzureNewStorageIntegrationProps extends AzureIntegrationOptions, NewStorageProps, Pick<ExportProps, "agreement"> {
	/** @default - a new storage account */
	readonly storage?: never;
	/** @default - new exports */
	readonly billingExport?: never;
}
/**
 * Props of `AzureIntegration` with new exports to a storage that is passed. The properties of resource group, account,
 * container and SAS token are left out.
 */
export interface AzurePassedStorageIntegrationProps extends AzureIntegrationOptions, Pick<ExportProps, "agreement"> {
	/** Storage of the exports: `AzureStorage.fromContainer(…)`, or your own. */
	readonly storage: IAzureStorage;
	/** @default - the subscription of `storage` */
	readonly subscriptionId?: never;
	/** @default - the location of `storage` */
	readonly location?: never;
	/** @default - the account of `storage` */
	readonly storageAccountName?: never;
	/** @default - new exports */
	readonly billingExport?: never;
}
/** Props of `AzureIntegration` with exports that are passed. The properties of exports and storage are left out. */
export interface AzurePassedExportIntegrationProps extends AzureIntegrationOptions {
	/** Exports: `AzureBillingExport.fromExports(…)`, or your own. */
	readonly billingExport: IAzureBillingExport;
	/** @default - the agreement of `billingExport` */
	readonly agreement?: never;
	/** @default - the storage of `billingExport` */
	readonly storage?: never;
	/** @default - the subscription of the storage of `billingExport` */
	readonly subscriptionId?: never;
	/** @default - the location of the storage of `billingExport` */
	readonly location?: never;
	/** @default - the account of the storage of `billingExport` */
	readonly storageAccountName?: never;
}
/** Props of `AzureIntegration`: its options, and the properties or parts that it requires. */
export type AzureIntegrationProps = AzureNewStorageIntegrationProps | AzurePassedStorageIntegrationProps | AzurePassedExportIntegrationProps;
/**
 * Makes the costs of Azure available to the platform: exports of actual and amortized costs to their own storage account, an
 * application with the role that the platform's page asks for, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. The names in the props stay reserved even if the subclass uses others.
 */
export declare class AzureIntegration extends Integration {
	/** Identity that the platform logs in as. */
	readonly identity: IAzureIdentity;
	/** Storage of the exports. */
	readonly storage: IAzureStorage;
	/** The exports. */
	readonly billingExport: IAzureBillingExport;
	/** Permissions of the identity. */
	readonly access: AzureAccess;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AzureNewStorageIntegrationProps);
	constructor(scope: Construct, id: string, props: AzureIntegrationProps);
	/** Creates the identity, unless one is passed. */
	protected createIdentity(props: AzureIdentityProps): IAzureIdentity;
	/** Creates the storage, unless one is passed. */
	protected createStorage(props: AzureStorageProps): IAzureStorage;
	/** Creates the billing export, unless one is passed. */
	protected createBillingExport(props: Omit<AzureBillingExportProps, "storage">): IAzureBillingExport;
	/** Creates the access. */
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
