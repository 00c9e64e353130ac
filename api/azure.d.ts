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
	/** Way to enter the value on the form: typed as text, or uploaded as a file. */
	readonly kind: "text" | "file";
	/**
	 * Help for entering the value.
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
	/**
	 * Grantee: the platform's identity (`PLATFORM_IDENTITY`), its external principal (`PLATFORM_PRINCIPAL`), `bearer` for anyone
	 * with a token, or a service of the cloud by its principal.
	 */
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
	readonly permissions: readonly Permission[];
	/** Steps left for a person. */
	readonly manualSteps: readonly ManualStep[];
	/** Gaps in the data that follow from the chosen options, a sentence each. */
	readonly limitations: readonly string[];
}
declare abstract class Part extends Construct implements IPart {
	constructor(scope: Construct, id: string);
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	get limitations(): string[];
	/** Adds a warning at synthesis for each manual step and limitation. Call it last in the constructor of each part. */
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
	constructor(scope: Construct, id: string, cloud: Cloud, validProps: Required<IntegrationProps>);
	/** Rows of the platform's form, in its order. */
	get fields(): Field[];
	/** Permissions of all parts, with reasons. */
	get permissions(): Permission[];
	/** Steps left for a person. */
	get manualSteps(): ManualStep[];
	/** Gaps in the data that follow from the chosen options, a sentence each. */
	get limitations(): string[];
	/**
	 * Creates the outputs. An integration calls it once, at the end of its constructor.
	 *
	 * @param fields rows of the platform's form, in its order
	 * @param parts all parts of the integration, whose permissions, manual steps and limitations become its own
	 */
	protected handOff(fields: readonly Field[], parts: readonly IPart[]): void;
	private get parts();
}
interface IPassablePart<Name extends string = string> extends IPart {
	/**
	 * Name of the interface. It marks an implementation: the library's, or your own class with, for example,
	 * `readonly finopsInterface = "IAwsStorage"`. Classes are not compared, because two copies of the library have different ones.
	 */
	readonly finopsInterface: Name;
}
type Preconditions = NonNullable<TerraformResourceLifecycle["precondition"]>;
/**
 * Agreement under which Azure is bought: `EA` for an Enterprise Agreement, `MCA` for a Microsoft Customer Agreement, `MPA`
 * for a Microsoft Partner Agreement (you are the partner), `CSP` for a purchase from a partner (you are the customer),
 * `PAYG` for pay-as-you-go rates on the website, without a Microsoft Customer Agreement.
 */
export type AzureAgreement = "EA" | "MCA" | "MPA" | "CSP" | "PAYG";
/** Props of the agreement, and of the exported scope in its billing account. */
export interface AzureAgreementProps {
	/**
	 * Agreement under which Azure is bought: `EA`, `MCA`, `MPA`, `CSP` or `PAYG`. It determines the scopes whose costs Azure
	 * exports. The page "Properties" of the billing account shows it as the billing account type.
	 *
	 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
	 */
	readonly agreement: AzureAgreement;
	/**
	 * ID of the billing account to export in place of subscriptions: the number of an enrollment (`EA`), or
	 * `<UUID>:<UUID>_<date>` (`MCA`, `MPA`). All of its costs are exported, unless another property names a scope within it.
	 *
	 * @default - the costs of subscriptions are exported
	 */
	readonly billingAccountId?: string;
	/**
	 * ID of a department of the enrollment (`EA`): 1-128 letters, digits, `_` and `-`, without its path.
	 *
	 * @default - the whole billing account
	 */
	readonly departmentId?: string;
	/**
	 * ID of an account of the enrollment (`EA`), in the same format.
	 *
	 * @default - the whole billing account
	 */
	readonly enrollmentAccountId?: string;
	/**
	 * ID of a billing profile (`MCA`), in the same format, such as `ABCD-EFGH-IJK-LMN`.
	 *
	 * @default - the whole billing account
	 */
	readonly billingProfileId?: string;
	/**
	 * ID of an invoice section of `billingProfileId` (`MCA`), in the same format.
	 *
	 * @default - the whole billing profile
	 */
	readonly invoiceSectionId?: string;
	/**
	 * ID of a customer of the partner (`MPA`), in the same format.
	 *
	 * @default - no customer
	 */
	readonly customerId?: string;
}
/** Azure environment, as the azurerm provider calls it: the public cloud or a sovereign one. */
export type AzureEnvironment = "public" | "usgovernment" | "china";
/** Props of every part of the Azure integration. */
export interface AzureEnvironmentProps {
	/**
	 * Azure environment: `public`, `usgovernment`, or `china` (operated by 21Vianet). Both providers must use the same one.
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
/** Props of every part that creates or reads resources in a subscription. */
export interface AzurePartProps extends AzureEnvironmentProps {
	/**
	 * The azurerm provider that creates and reads the resources. It must have a block `features`.
	 *
	 * @default - the stack's azurerm provider without an alias
	 */
	readonly provider?: AzurermProvider;
}
/** Props of every part that creates or reads objects in Microsoft Entra ID. */
export interface AzureTenantProps extends AzureEnvironmentProps {
	/**
	 * The azuread provider that creates and reads applications.
	 *
	 * @default - the stack's azuread provider without an alias
	 */
	readonly azureadProvider?: AzureadProvider;
	/**
	 * ID of the tenant (directory), a UUID in lower case. The plan stops if the azuread provider is logged in to another one.
	 *
	 * @default - the tenant that the azuread provider is logged in to
	 */
	readonly tenantId?: string;
}
/** Props of every part that belongs to one subscription. */
export interface AzureSubscriptionProps extends AzurePartProps {
	/**
	 * ID of the storage account's subscription, a UUID in lower case. The azurerm provider must work in it: the plan stops if
	 * the provider works in another one.
	 */
	readonly subscriptionId: string;
}
/**
 * Scope of a role assignment, in the spelling of Azure Resource Manager: a subscription (`/subscriptions/<ID>`), a resource
 * group (`/subscriptions/<ID>/resourceGroups/<name>`), or a management group
 * (`/providers/Microsoft.Management/managementGroups/<name>`).
 */
export type AzureRoleScope = `/subscriptions/${string}` | `/providers/Microsoft.Management/managementGroups/${string}`;
/** Props of `AzureAccess`. */
export interface AzureAccessProps extends AzurePartProps {
	/** Identity that gets access. */
	readonly identity: IAzureIdentity;
	/** Billing export that the identity can read. */
	readonly billingExport: IAzureBillingExport;
	/**
	 * Scopes that the role is assigned on, by name, such as
	 * `{ all: "/providers/Microsoft.Management/managementGroups/acme" }`: at most 1000, each once, whatever the letter case.
	 * Names are letters, digits, `_` and `-`, and become part of the addresses in Terraform's state. A role on a management
	 * group or a subscription applies to everything below it.
	 *
	 * Write a scope with an unresolved token as a template: `/subscriptions/${variable.stringValue}`.
	 *
	 * @default - the exported subscriptions; for a billing account and for existing exports, the subscription of the storage
	 * account
	 */
	readonly roleScopes?: Record<string, AzureRoleScope>;
	/**
	 * Role that is assigned: `EVENT_GRID_READER` for Microsoft's EventGrid EventSubscription Reader, which the platform's page
	 * asks for; `CUSTOM` for a custom role with the same purpose, which cannot read role assignments. To create that role, the
	 * deployer needs `Microsoft.Authorization/roleDefinitions/write`.
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
	 * Whether the identity itself can read the container, by the role Storage Blob Data Reader: for a platform that does not
	 * use the SAS token.
	 *
	 * @default false
	 */
	readonly containerReader?: boolean;
}
/**
 * Permissions of the platform: the role that its page asks for, assigned to the service principal on each scope, and with
 * `containerReader` a role on the container. Existing role assignments of other principals stay.
 *
 * @throws InputError when a property is refused
 */
export declare class AzureAccess extends Part {
	/** Role assignments, one per scope. */
	readonly roleAssignments: readonly RoleAssignment[];
	/** Custom role; `undefined` with Microsoft's role. */
	readonly customRole?: RoleDefinition;
	/** Role assignment on the container; `undefined` without `containerReader`. */
	readonly containerAssignment?: RoleAssignment;
	private readonly granted;
	private readonly billingRole?;
	constructor(scope: Construct, id: string, props: AzureAccessProps);
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	/** Creates a role assignment that overrides cannot change. */
	private createAssignment;
	private createRole;
}
/** Props of a new application. */
export interface AzureApplicationProps {
	/**
	 * Name of the application: 1-120 letters, digits, spaces and `._-`. Terraform refuses the name of an existing application
	 * of the tenant.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly applicationName?: string;
	/**
	 * Owners of the application and its service principal, who can change its credentials: object IDs of users or service
	 * principals by name, such as `{ alice: "22222222-…" }`; at most 100. Names are letters, digits, `_` and `-`. A service
	 * principal that deploys with `Application.ReadWrite.OwnedBy` must be among them.
	 *
	 * @default - the first deployer
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
	readonly preconditions: Preconditions;
}
/** Props of `AzureBillingExport.fromExports`. */
export interface AzureExistingExportsProps {
	/** Storage that the exports are delivered to: `AzureStorage.fromContainer(…)`, or a new one for exports of the portal. */
	readonly storage: IAzureStorage;
	/**
	 * Folders of the actual costs in the container, by a name for the exported scope, such as
	 * `{ production: "finops/actual" }`; at most 1000. A folder is the directory of an export: up to 256 letters, digits and
	 * `._-`, with `/` between folders and none in front. Names are letters, digits, `_` and `-`.
	 */
	readonly actualCostPaths: Record<string, string>;
	/** Folders of the amortized costs, by the same names. No folder of either kind may be inside another. */
	readonly amortizedCostPaths: Record<string, string>;
}
/** Props of `AzureBillingExport`. */
export interface AzureBillingExportProps extends AzurePartProps, AzureAgreementProps {
	/** Storage that the exports are delivered to. */
	readonly storage: IAzureStorage;
	/**
	 * Exported subscriptions of the tenant: their IDs by name, such as `{ production: "11111111-…" }`; at most 1000. Names are
	 * letters, digits, `_` and `-`, and become part of the addresses in Terraform's state.
	 *
	 * @default - the subscription of the storage account, by the name `subscription`
	 */
	readonly subscriptions?: Record<string, string>;
	/**
	 * Folder in the container, below which the costs are delivered to `<rootFolderPath>/<ID of the subscription>/actual` and
	 * `…/amortized`: up to 256 letters, digits and `._-`, with `/` between folders and none in front.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly rootFolderPath?: string;
	/**
	 * Prefix of the names of the exports, which end with `actual` or `amortized`: up to 15 letters and digits, unique among
	 * the exports of a subscription or a billing account.
	 *
	 * @default - the first 15 letters and digits of the construct's path, e.g. `billingfinops`
	 */
	readonly exportNamePrefix?: string;
	/**
	 * Whether Terraform registers the resource provider `Microsoft.CostManagementExports` in the storage account's
	 * subscription. Use it only if the resource provider was never registered there: Terraform refuses to create an existing
	 * registration. Prefer the azurerm provider's argument `resourceProvidersToRegister`, which works in both cases. Removing
	 * this property, or `destroy`, unregisters the resource provider for all exports of the subscription; `terraform state rm`
	 * beforehand keeps the registration.
	 *
	 * @default false
	 */
	readonly registerResourceProvider?: boolean;
}
/** Export of the costs of a subscription or of a billing account. */
export type AzureCostExport = SubscriptionCostManagementExport | BillingAccountCostManagementExport;
/**
 * Exports: once a day, Azure writes the actual and the amortized costs of the month to date to a container, starting on the
 * second day (UTC) after the plan that creates the exports. Each run writes its own files, by month.
 *
 * Source: https://learn.microsoft.com/en-us/azure/cost-management-billing/costs/tutorial-improved-exports
 *
 * @throws InputError when a property is refused
 */
export declare class AzureBillingExport extends AzureBillingExportBase {
	/**
	 * References existing exports, such as those that a person created in the portal. Terraform changes nothing about them.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromExports(scope: Construct, id: string, props: AzureExistingExportsProps): IAzureBillingExport;
	/** The exports: for each scope, the one of actual costs comes first. */
	readonly exports: readonly AzureCostExport[];
	readonly storage: IAzureStorage;
	readonly actualCostPaths: readonly string[];
	readonly amortizedCostPaths: readonly string[];
	readonly subscriptions: Readonly<Record<string, string>>;
	readonly billingScope?: string;
	readonly agreement: AzureAgreement;
	private readonly exportLimitations;
	private readonly registrationStep?;
	constructor(scope: Construct, id: string, props: AzureBillingExportProps);
	get limitations(): string[];
	get manualSteps(): ManualStep[];
	private createExports;
	private createRegistration;
}
/** Props of the credential that the platform logs in with. */
export interface AzureCredentialProps {
	/**
	 * Whether Terraform creates the client secret, and stores it in its state. With `false`, a person creates it in a manual
	 * step: the state never contains it, and the outputs lack its rows.
	 *
	 * @default true
	 */
	readonly createClientSecret?: boolean;
	/**
	 * Days until the client secret expires, from the first deployment or from the last rotation: 1-730.
	 *
	 * @default 180
	 */
	readonly clientSecretDays?: number;
	/**
	 * X.509 certificate with the public half of your own key pair, as PEM: RSA of 2,048 bits or more. The platform logs in
	 * with the private half for as long as the certificate is valid. Terraform never has that half, and there is no client
	 * secret.
	 *
	 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials
	 *
	 * @default - a client secret
	 */
	readonly certificatePem?: string;
}
/** Credential that the platform logs in with. */
export interface AzureCredential {
	/**
	 * Client secret.
	 *
	 * @default - no client secret, or one that a person creates
	 */
	readonly clientSecret?: ApplicationPasswordA;
	/**
	 * Certificate.
	 *
	 * @default - no certificate
	 */
	readonly certificate?: ApplicationCertificate;
	/** Rows of the platform's form that it fills in. */
	readonly fieldValues: AzureIdentityFieldValues;
	/** Steps left for a person. */
	readonly manualSteps: readonly ManualStep[];
}
declare abstract class AzureIdentityBase extends Part implements IAzureIdentity {
	readonly finopsInterface = "IAzureIdentity";
	abstract readonly clientId: string;
	abstract readonly applicationObjectId: string;
	abstract readonly servicePrincipalObjectId: string;
	abstract readonly fieldValues: AzureIdentityFieldValues;
	abstract readonly principalKey: string;
	readonly dependencies: readonly ITerraformDependable[];
	readonly tenantId: string;
	readonly environment: AzureEnvironment;
	readonly azureadProvider?: AzureadProvider;
	/** Deployer: the principal that the azuread provider is logged in as. */
	protected readonly deployer: DataAzureadClientConfig;
	constructor(scope: Construct, id: string, validProps: AzureTenantProps);
}
/** Props of `AzureIdentity.fromApplication`. */
export interface AzureExistingApplicationProps extends AzureTenantProps, AzureCredentialProps {
	/**
	 * Client ID of the application, a UUID in lower case. The application has a service principal in the tenant, and was
	 * created for the platform.
	 */
	readonly clientId: string;
}
/** Props of the SAS token and the connection string, which read a container without a login. */
export interface AzureSasProps {
	/**
	 * Whether Terraform creates the SAS token, and stores it in its state. The token can read and list the container, over
	 * HTTPS only. With `false`, a person creates it in a manual step: the outputs lack its rows.
	 *
	 * @default true
	 */
	readonly createSas?: boolean;
	/**
	 * Days until the SAS token expires, from the first deployment or from the last rotation: 1-730. Only a new account key
	 * ends it earlier, and all other SAS tokens of the old key with it.
	 *
	 * @default 180
	 */
	readonly sasDays?: number;
	/**
	 * Credential in the connection string: `SAS` for the SAS token; `ACCOUNT_KEY` for the account's key, which can read, write
	 * and delete everything in the account and does not expire, for a platform that accepts nothing else.
	 *
	 * @default "SAS"
	 */
	readonly connectionString?: "SAS" | "ACCOUNT_KEY";
}
/** SAS token and connection string of a container. */
export interface AzureSas {
	/**
	 * Data source of the SAS token.
	 *
	 * @default - a person creates the token
	 */
	readonly dataSource?: DataAzurermStorageAccountBlobContainerSas;
	/** Rows of the platform's form that it fills in. */
	readonly fieldValues: AzureStorageFieldValues;
	/** Permissions of anyone who has the token or the string. */
	readonly permissions: readonly Permission[];
	/** Steps left for a person. */
	readonly manualSteps: readonly ManualStep[];
}
/** Props of a container for the exports, new or existing. */
export interface AzureStorageBaseProps extends AzureSubscriptionProps, AzureSasProps {
	/** Name of the storage account: 3-24 lower-case letters and digits, unique in the whole Azure environment. */
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
	constructor(scope: Construct, id: string, validProps: AzureSubscriptionProps);
	get fieldValues(): AzureStorageFieldValues;
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
}
/** Props of `AzureStorage.fromContainer`. */
export interface AzureExistingContainerProps extends AzureStorageBaseProps {
	/** Name of the account's resource group: 1-90 letters, digits and `._()-`. */
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
/** Props of the OpenID Connect tokens that are accepted in place of a secret. */
export interface AzureFederationProps {
	/**
	 * Issuer of the platform's tokens, as the platform specifies it: an address that begins with `https://`, of up to 600
	 * characters.
	 */
	readonly issuerUri: string;
	/**
	 * Subject of the platform's tokens, their claim `sub`, as the platform specifies it: 1-600 letters, digits and
	 * `._:/@+=|~-`. Only tokens with this subject are accepted. The platform must use the subject for you only.
	 */
	readonly subject: string;
	/**
	 * Audience of the platform's tokens, the only one that is accepted: 1-600 of the same characters.
	 *
	 * @default - Microsoft's recommendation for the environment, `api://AzureADTokenExchange` in the public cloud
	 */
	readonly audience?: string;
}
/** Props of `AzureFederatedIdentity`. */
export interface AzureFederatedIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureFederationProps {
}
/**
 * Identity that the platform logs in as without a secret: an application of this tenant with its service principal. The
 * platform logs in with its own tokens; only tokens of one issuer, one subject and one audience are accepted.
 *
 * Source: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation
 *
 * @throws InputError when a property is refused
 */
export declare class AzureFederatedIdentity extends AzureNewApplicationIdentity {
	/** Federated credential, which specifies the accepted tokens. */
	readonly federatedCredential: ApplicationFederatedIdentityCredential;
	readonly fieldValues: AzureIdentityFieldValues;
	constructor(scope: Construct, id: string, props: AzureFederatedIdentityProps);
	get permissions(): Permission[];
}
/** Props of `AzureIdentity`. */
export interface AzureIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureCredentialProps {
}
/**
 * Identity that the platform logs in as: an application of this tenant with its service principal, and a client secret that
 * expires. It has no permissions of its own, neither in Azure nor in Microsoft Graph.
 *
 * The provider stores the secret in Terraform's state: give access to the state only to those who may read the secret, or
 * see `certificatePem` and `createClientSecret`.
 *
 * @throws InputError when a property is refused
 */
export declare class AzureIdentity extends AzureNewApplicationIdentity {
	/**
	 * References an existing application with its service principal. Terraform creates a client secret for it, unless
	 * `createClientSecret` is `false` or `certificatePem` is set, and the access assigns roles to it; nothing else about the
	 * application changes.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromApplication(scope: Construct, id: string, props: AzureExistingApplicationProps): IAzureIdentity;
	/** Credential of the application. */
	readonly credential: AzureCredential;
	constructor(scope: Construct, id: string, props?: AzureIdentityProps);
	get fieldValues(): AzureIdentityFieldValues;
	get manualSteps(): ManualStep[];
}
/** Props of `AzureStorage`. */
export interface AzureStorageProps extends AzureStorageBaseProps {
	/**
	 * Region of the resource group and the account, which is permanent: its name, such as `westeurope`, of up to 40 lower-case
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
	 * Whether Terraform creates the resource group. With `false`, `resourceGroupName` must name an existing one.
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
	 * Replication of the account: in one data center (`LRS`), in several data centers of the region (`ZRS`), or also in
	 * another region (the others). Azure can export lost costs again only for a limited time.
	 *
	 * @default "LRS"
	 */
	readonly replication?: "LRS" | "ZRS" | "GRS" | "RAGRS" | "GZRS" | "RAGZRS";
	/**
	 * Days from the time when an export's file is written until it is deleted: 400-3650.
	 *
	 * @default - billing history is never deleted
	 */
	readonly expireAfterDays?: number;
	/**
	 * Tags of the resource group and the account: at most 50, names of up to 128 and values of up to 256 characters.
	 *
	 * @default - no tags
	 */
	readonly tags?: Record<string, string>;
	/**
	 * Whether Terraform refuses to destroy the resource group, the account and the container, and the billing history in them.
	 * The protection lasts only while the construct is in the program: removing the construct removes the protection, too.
	 *
	 * @default true
	 */
	readonly retain?: boolean;
}
/**
 * Storage of the exports: a private container of a dedicated storage account, in a resource group. The account is closed to
 * the public and to plain HTTP. It keeps deleted files for thirty days, and overwritten files as versions. Its keys are
 * enabled, because exports and SAS tokens need them; the provider stores them in Terraform's state.
 *
 * @throws InputError when a property is refused
 */
export declare class AzureStorage extends AzureStorageBase {
	/**
	 * References an existing container. Terraform changes nothing about it or its account.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromContainer(scope: Construct, id: string, props: AzureExistingContainerProps): IAzureStorage;
	/** The resource group; `undefined` with `createResourceGroup: false`. */
	readonly resourceGroup?: ResourceGroup;
	/** The storage account; `node.defaultChild`. */
	readonly storageAccount: StorageAccount;
	/** The container. */
	readonly container: StorageContainer;
	readonly storageAccountName: string;
	readonly containerName: string;
	readonly containerId: string;
	readonly sas: AzureSas;
	constructor(scope: Construct, id: string, props: AzureStorageProps);
	private createExpiryPolicy;
}
type ExportProps = Omit<AzureBillingExportProps, "storage">;
type AccessProps = Omit<AzureAccessProps, "identity" | "billingExport">;
type NewStorageProps = Pick<AzureStorageProps, "subscriptionId" | "location" | "storageAccountName">;
/**
 * Options of `AzureIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `AzureIntegrationProps` adds the required properties.
 */
export interface AzureIntegrationOptions extends IntegrationProps, AzureIdentityProps, Omit<AzureStorageProps, keyof NewStorageProps>, Omit<ExportProps, "agreement">, AccessProps {
	/**
	 * Identity that the platform logs in as: `new AzureFederatedIdentity(…)`, `AzureIdentity.fromApplication(…)`, or your own.
	 * The properties of application, secret and tenant must be left out then.
	 *
	 * @default - a new application with a client secret
	 */
	readonly identity?: IAzureIdentity;
}
/** Props of `AzureIntegration` with a new storage account and new exports. */
export interface AzureNewStorageIntegrationProps extends AzureIntegrationOptions, NewStorageProps, Pick<ExportProps, "agreement"> {
	/**
	 * Not together with `storageAccountName`: pass one of them.
	 *
	 * @default - a new storage account
	 */
	readonly storage?: never;
	/**
	 * Not together with `agreement`: exports have their own.
	 *
	 * @default - new exports
	 */
	readonly billingExport?: never;
}
/**
 * Props of `AzureIntegration` with new exports to a storage that is passed. Set the properties of resource group, account,
 * container and SAS token on `storage`.
 */
export interface AzurePassedStorageIntegrationProps extends AzureIntegrationOptions, Pick<ExportProps, "agreement"> {
	/** Storage of the exports: `AzureStorage.fromContainer(…)`, or your own. */
	readonly storage: IAzureStorage;
	/**
	 * Not together with `storage`, which has its own subscription.
	 *
	 * @default - the subscription of `storage`
	 */
	readonly subscriptionId?: never;
	/**
	 * Not together with `storage`, which has its own location.
	 *
	 * @default - none
	 */
	readonly location?: never;
	/**
	 * Not together with `storage`, which has its own account.
	 *
	 * @default - the account of `storage`
	 */
	readonly storageAccountName?: never;
	/**
	 * Not together with `agreement`: exports have their own.
	 *
	 * @default - new exports
	 */
	readonly billingExport?: never;
}
/** Props of `AzureIntegration` with exports that are passed. Set the properties of exports and storage on them. */
export interface AzurePassedExportIntegrationProps extends AzureIntegrationOptions {
	/** Exports: `AzureBillingExport.fromExports(…)`, or your own. */
	readonly billingExport: IAzureBillingExport;
	/**
	 * Not together with `billingExport`, which has its own agreement.
	 *
	 * @default - the agreement of `billingExport`
	 */
	readonly agreement?: never;
	/**
	 * Not together with `billingExport`, which has its own storage.
	 *
	 * @default - the storage of `billingExport`
	 */
	readonly storage?: never;
	/**
	 * Not together with `billingExport`, whose storage has its own subscription.
	 *
	 * @default - the subscription of the storage of `billingExport`
	 */
	readonly subscriptionId?: never;
	/**
	 * Not together with `billingExport`, whose storage has its own location.
	 *
	 * @default - none
	 */
	readonly location?: never;
	/**
	 * Not together with `billingExport`, whose storage has its own account.
	 *
	 * @default - the account of the storage of `billingExport`
	 */
	readonly storageAccountName?: never;
}
/** Props of `AzureIntegration`: its options, and the properties or parts that it requires. */
export type AzureIntegrationProps = AzureNewStorageIntegrationProps | AzurePassedStorageIntegrationProps | AzurePassedExportIntegrationProps;
/**
 * Makes the costs of Azure available to the platform: exports of actual and amortized costs to their own storage account, an
 * application with the role that the platform's page asks for, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
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
/** Scope of a permission of the Azure catalogue. */
export type AzurePermissionResource = "the scopes" | "container of the exports" | "the storage account" | "the application";
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
/** All permissions that the Azure integration grants, with grantee and reason. It grants nothing else. */
export declare const AZURE_PERMISSIONS: readonly AzurePermission[];

export {};
