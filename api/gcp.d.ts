import { BigqueryDataset } from '@cdktf/provider-google/lib/bigquery-dataset';
import { IamWorkloadIdentityPool } from '@cdktf/provider-google/lib/iam-workload-identity-pool';
import { IamWorkloadIdentityPoolProvider } from '@cdktf/provider-google/lib/iam-workload-identity-pool-provider';
import { OrganizationIamCustomRole } from '@cdktf/provider-google/lib/organization-iam-custom-role';
import { ProjectIamCustomRole } from '@cdktf/provider-google/lib/project-iam-custom-role';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import { ServiceAccountKey } from '@cdktf/provider-google/lib/service-account-key';
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
/** Scope of a permission of the GCP catalogue. */
export type GcpPermissionResource = "tables of the billing export, or their dataset" | "project of the dataset" | "organization, or the folders" | "the service account";
/** Feature of the platform that needs a permission of the GCP catalogue. */
export type GcpPermissionFeature = "billing export" | "login" | "resource hierarchy";
/** Custom roles, by their titles in the platform's documentation. */
export type GcpRole = "BigQuery Viewer" | "BigQuery User" | "Project Viewer";
/** Entry of the GCP catalogue. */
export interface GcpPermission extends Permission<GcpPermissionResource> {
	readonly feature: GcpPermissionFeature;
	/**
	 * Title of the custom role that grants it.
	 *
	 * @default - a predefined role of Google, which `actions` names
	 */
	readonly role?: GcpRole;
}
/** All permissions that the GCP integration grants, with grantee and reason. It grants nothing else. */
export declare const GCP_PERMISSIONS: readonly GcpPermission[];
/** Props of the roles of the access. */
export interface GcpRolesProps {
	/**
	 * Prefix of the IDs of the custom roles: at most 39 letters, digits, `_` and `.`; unique in the project and the
	 * organization. The IDs continue with `_bigquery_viewer`, `_bigquery_user` or `_project_viewer`.
	 *
	 * @default - the path of the construct in snake_case, e.g. `billing_finops`
	 */
	readonly roleIdPrefix?: string;
	/**
	 * Suffix of the IDs of the custom roles, after a `_`: at most 8 letters, digits, `_` and `.`. The ID of a deleted custom
	 * role stays taken for up to 37 days, and from the eighth day on, the role cannot be restored: set another suffix to
	 * create roles with other IDs.
	 *
	 * Source: https://docs.cloud.google.com/iam/docs/creating-custom-roles#deleting-custom-role
	 *
	 * @default - no suffix
	 */
	readonly roleIdSuffix?: string;
	/**
	 * Full name of an existing role in place of the custom role BigQuery Viewer: a custom role of the dataset's project
	 * (`projects/<project>/roles/<role>`) or of the organization, or `roles/bigquery.dataViewer`.
	 *
	 * @default - a new custom role of the project
	 */
	readonly bigqueryViewerRole?: string;
	/**
	 * Full name of an existing role in place of the custom role BigQuery User: a custom role of the dataset's project or of
	 * the organization, or `roles/bigquery.jobUser`.
	 *
	 * @default - a new custom role of the project
	 */
	readonly bigqueryUserRole?: string;
	/**
	 * Full name of an existing role in place of the custom role Project Viewer: a custom role of the organization
	 * (`organizations/<organization>/roles/<role>`). A custom role of a project cannot have the required permissions, and
	 * Google's smallest predefined role with them, `roles/browser`, can also read the IAM policies of all projects.
	 *
	 * @default - a new custom role of the organization, for which the deployer needs `roles/iam.organizationRoleAdmin`
	 */
	readonly projectViewerRole?: string;
}
/** Props of the access to the resource hierarchy. */
export interface GcpHierarchyProps {
	/**
	 * Number of the organization that contains the projects, such as `123456789012`. Required unless `hierarchy` is `NONE`.
	 *
	 * @default - none
	 */
	readonly organizationId?: string;
	/**
	 * Part of the resource hierarchy that the platform can see: with `ORGANIZATION`, the names of all projects and folders of
	 * the organization, or of those below `folders`. Set `NONE` for a project without an organization, or if nobody can grant
	 * the permission. The platform sees all costs in both cases.
	 *
	 * @default "ORGANIZATION"
	 */
	readonly hierarchy?: "ORGANIZATION" | "NONE";
	/**
	 * Folders that limit the platform's view of the hierarchy: numbers of at most 100 folders, by name, such as
	 * `{ production: "345678901234" }`. The names are letters, digits, `_` and `-`, and become part of the addresses in
	 * Terraform's state.
	 *
	 * @default - the whole organization
	 */
	readonly folders?: Record<string, string>;
}
/** Props of every part of the GCP integration. */
export interface GcpProviderProps {
	/**
	 * Provider that creates and reads the resources.
	 *
	 * @default - the stack's Google provider without an alias
	 */
	readonly provider?: GoogleProvider;
}
/** Props of every part that creates or reads resources in a project. */
export interface GcpPartProps extends GcpProviderProps {
	/**
	 * ID of the project, such as `acme-billing`: 6-30 lower-case letters, digits and `-`. It is neither the number of the
	 * project nor the ID of the billing account.
	 */
	readonly projectId: string;
}
/**
 * API that only some options need: `bigquerydatatransfer` for the pricing export, `iamcredentials` for a platform that logs
 * in without a key, `sts` if that platform has tokens of another cloud or issuer, `orgpolicy` for an exception from an
 * organization policy.
 */
export type GcpAdditionalService = "bigquerydatatransfer" | "iamcredentials" | "orgpolicy" | "sts";
/** Props of `GcpServices`. */
export interface GcpServicesProps extends GcpPartProps {
	/**
	 * Whether Terraform enables the APIs. With `false` a person enables them, in a manual step.
	 *
	 * @default true
	 */
	readonly enableServices?: boolean;
	/**
	 * APIs to enable in addition to `cloudresourcemanager`, `iam`, `bigquery` and `cloudbilling`.
	 *
	 * @default - none
	 */
	readonly additionalServices?: readonly GcpAdditionalService[];
}
/**
 * APIs that the platform and this deployment need, enabled in the project. Terraform never disables them, because others may
 * use them by then.
 *
 * They are enabled one after the other, and `addDependents` makes other parts wait for the last one. An enabled API takes a
 * while to work everywhere ("has not been used in project … before or it is disabled"), so the APIs that are used first are
 * enabled first.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/google_project_service
 *
 * @throws InputError when a property is refused
 */
export declare class GcpServices extends Part {
	/** Names of the APIs, such as `bigquery.googleapis.com`, in the order in which they are enabled. */
	readonly serviceNames: readonly string[];
	/** ID of the project. */
	readonly projectId: string;
	private readonly enabled;
	constructor(scope: Construct, id: string, props: GcpServicesProps);
	/** Makes all resources and data sources of these parts wait for the APIs. */
	addDependents(...parts: readonly IPart[]): void;
	get manualSteps(): ManualStep[];
	private createServices;
}
/** Key of a row of the platform's form that depends on the identity. */
export type GcpIdentityFieldKey = "service_account_key_json" | "workload_identity_provider";
/** Rows of the platform's form that an identity fills in. */
export type GcpIdentityFieldValues = Readonly<Partial<Record<GcpIdentityFieldKey, string>>>;
/**
 * A table of the billing export: `STANDARD` for usage and costs, `DETAILED` for the same by resource, `PRICING` for the prices
 * of the billing account.
 */
export type GcpExport = "STANDARD" | "DETAILED" | "PRICING";
/** A value for each table that is exported. */
export interface GcpTables {
	/** Usage and costs. */
	readonly STANDARD: string;
	/**
	 * Usage and costs by resource.
	 *
	 * @default - not exported
	 */
	readonly DETAILED?: string;
	/**
	 * Prices.
	 *
	 * @default - not exported
	 */
	readonly PRICING?: string;
}
/**
 * Identity that the platform logs in as: a service account, new with a key (`GcpIdentity`), new without one
 * (`GcpImpersonatedIdentity`, `GcpFederatedIdentity`), or existing (`GcpIdentity.fromServiceAccount`).
 */
export interface IGcpIdentity extends IPassablePart<"IGcpIdentity">, GcpProviderProps {
	/** E-mail address of the service account. */
	readonly email: string;
	/** IAM member of the service account: `serviceAccount:<e-mail address>`. */
	readonly member: string;
	/** Rows of the platform's form that it fills in. */
	readonly fieldValues: GcpIdentityFieldValues;
	/** APIs that it needs in addition to those that every integration needs. */
	readonly requiredServices: readonly GcpAdditionalService[];
	/** Resources that must be read and checked before roles are bound to it. */
	readonly dependencies: readonly ITerraformDependable[];
	/** ID of the project that contains the service account. */
	readonly projectId: string;
}
/** Storage of the billing export: a BigQuery dataset, new (`GcpStorage`) or existing (`GcpStorage.fromDataset`). */
export interface IGcpStorage extends IPassablePart<"IGcpStorage">, GcpProviderProps {
	/** ID of the dataset, as a reference: resources that use it wait for the dataset. */
	readonly datasetId: string;
	/** Location of the dataset. */
	readonly datasetLocation: string;
	/** ID of the project that contains the dataset. */
	readonly projectId: string;
	/** Resources that must be read and checked before anything is granted on it. */
	readonly dependencies: readonly ITerraformDependable[];
}
/** Billing export of a billing account to BigQuery (`GcpBillingExport`). */
export interface IGcpBillingExport extends IPassablePart<"IGcpBillingExport"> {
	/** Storage that the tables are in. */
	readonly storage: IGcpStorage;
	/** ID of the billing account. */
	readonly billingAccountId: string;
	/** Tables that are exported. */
	readonly exports: readonly GcpExport[];
	/** Names of the tables in the dataset. */
	readonly tableNames: GcpTables;
	/** IDs of the tables as the console shows them: `project.dataset.table`. */
	readonly tableIds: GcpTables;
	/** Whether the tables exist. */
	readonly exportReady: boolean;
	/** APIs that it needs in addition to those that every integration needs. */
	readonly requiredServices: readonly GcpAdditionalService[];
	/** Preconditions that the access sets on its own resource, because the export has none; `[]` if there are none. */
	readonly preconditions: Preconditions;
}
/** Props of `GcpAccess`. */
export interface GcpAccessProps extends GcpPartProps, GcpHierarchyProps, GcpRolesProps {
	/** Identity that gets access. */
	readonly identity: IGcpIdentity;
	/** Billing export that the identity can read. */
	readonly billingExport: IGcpBillingExport;
	/**
	 * Access to the whole dataset, not only to the tables of the export. It can be granted before the tables exist, and also
	 * lets the platform list the tables.
	 *
	 * - `NEVER`: the platform can read each table of the export once `exportReady` is set, and nothing before that.
	 * - `UNTIL_EXPORT_READY`: the platform can read the whole dataset until `exportReady` is set, and only the tables of the
	 *   export afterwards.
	 * - `ALWAYS`: the platform can always read the whole dataset; for a dataset that contains nothing but the export.
	 *
	 * @default "NEVER"
	 */
	readonly datasetAccess?: "NEVER" | "UNTIL_EXPORT_READY" | "ALWAYS";
}
/**
 * Permissions of the platform: the entries of the catalogue as three custom roles, each bound to the identity where it is
 * needed. The members of other bindings keep their access.
 *
 * @throws InputError when a property is refused
 */
export declare class GcpAccess extends Part {
	/** Binding of BigQuery User to the identity, in the dataset's project; `node.defaultChild`. */
	readonly projectMember: ProjectIamMember;
	/** Custom role BigQuery Viewer; `undefined` if an existing role is used. */
	readonly bigqueryViewerRole?: ProjectIamCustomRole;
	/** Custom role BigQuery User; `undefined` if an existing role is used. */
	readonly bigqueryUserRole?: ProjectIamCustomRole;
	/** Custom role Project Viewer; `undefined` if an existing role is used, or if `hierarchy` is `NONE`. */
	readonly projectViewerRole?: OrganizationIamCustomRole;
	/** Number of the organization; `undefined` if none is set. */
	readonly organizationId?: string;
	private readonly granted;
	private readonly hierarchyLimitation?;
	constructor(scope: Construct, id: string, props: GcpAccessProps);
	get permissions(): Permission[];
	get limitations(): string[];
	/** Guards the permissions of the custom roles against overrides that Google refuses. */
	private guardPermissions;
	/** Lets the platform read the tables of the export, or their dataset. Returns whether it can read anything yet. */
	private createReadBindings;
	/** Lets the platform list the projects and folders of the organization, or of some of its folders. */
	private createHierarchyBindings;
}
/** Props of `GcpBillingExport`. */
export interface GcpBillingExportProps {
	/** ID of the billing account whose costs the platform reads, or of a sub-account, such as `01ABCD-234567-890123`. */
	readonly billingAccountId: string;
	/** Storage that Google exports to. */
	readonly storage: IGcpStorage;
	/**
	 * Tables to export: `STANDARD`, which is required, `DETAILED` for costs by resource, and `PRICING` for the prices of the
	 * billing account. A person enables each export, in a manual step. For `PRICING`, the dataset's project must be linked to
	 * the same billing account, and the integration enables the BigQuery Data Transfer API in it.
	 *
	 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
	 *
	 * @default ["STANDARD", "DETAILED", "PRICING"]
	 */
	readonly exports?: readonly GcpExport[];
	/**
	 * Whether the tables exist by now. Google creates them some hours after a person enables the export, the table of prices
	 * up to two days after. Until then, nothing can be granted on them (`404 Not found: Table`), and the platform can read
	 * nothing, unless `datasetAccess` allows it.
	 *
	 * @default false
	 */
	readonly exportReady?: boolean;
}
/**
 * Billing data: Google writes the costs of a billing account to tables in BigQuery. No API enables this export, so a manual
 * step lists the exact values for a person; this construct creates nothing.
 *
 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables
 *
 * @throws InputError when a property is refused
 */
export declare class GcpBillingExport extends Part implements IGcpBillingExport {
	readonly finopsInterface = "IGcpBillingExport";
	readonly storage: IGcpStorage;
	readonly billingAccountId: string;
	readonly exports: readonly GcpExport[];
	readonly tableNames: GcpTables;
	readonly tableIds: GcpTables;
	readonly exportReady: boolean;
	readonly requiredServices: readonly GcpAdditionalService[];
	readonly preconditions: Preconditions;
	constructor(scope: Construct, id: string, props: GcpBillingExportProps);
	get manualSteps(): ManualStep[];
	get limitations(): string[];
	private valuePerTable;
	private get enableStep();
}
/** Props of a dataset for the billing export, new or existing. */
export interface GcpStorageBaseProps extends GcpPartProps {
	/**
	 * Location of the dataset, which cannot be changed later: `US`, `EU`, or one of the regions that Google exports to, such
	 * as `europe-west3`. Only in `US` and `EU`, the first export also contains the costs since the beginning of the previous
	 * month.
	 *
	 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
	 */
	readonly datasetLocation: string;
}
declare abstract class GcpStorageBase extends Part implements IGcpStorage {
	readonly finopsInterface = "IGcpStorage";
	abstract readonly datasetId: string;
	readonly dependencies: readonly ITerraformDependable[];
	readonly datasetLocation: string;
	readonly projectId: string;
	readonly provider?: GoogleProvider;
	constructor(scope: Construct, id: string, validProps: GcpStorageBaseProps);
	get limitations(): string[];
}
/** Props of `GcpStorage.fromDataset`. */
export interface GcpExistingDatasetProps extends GcpStorageBaseProps {
	/** ID of the dataset, without its project: 1-1024 letters, digits and `_`. */
	readonly datasetId: string;
}
declare abstract class GcpIdentityBase extends Part implements IGcpIdentity {
	readonly finopsInterface = "IGcpIdentity";
	abstract readonly email: string;
	abstract readonly member: string;
	abstract readonly fieldValues: GcpIdentityFieldValues;
	abstract readonly requiredServices: readonly GcpAdditionalService[];
	readonly dependencies: readonly ITerraformDependable[];
	readonly projectId: string;
	readonly provider?: GoogleProvider;
	constructor(scope: Construct, id: string, validProps: GcpPartProps);
}
/** Props of the key of a service account. */
export interface GcpServiceAccountKeyProps {
	/**
	 * Whether Terraform creates the JSON key, which is then in Terraform's state. With `false` a person creates it in a manual
	 * step, the state never holds it, and the output of the key is missing.
	 *
	 * @default true
	 */
	readonly createKey?: boolean;
	/**
	 * Public half of your own key pair, in a self-signed X.509 certificate of version 3, as PEM: RSA, 2,048 bits or more.
	 * Google accepts it as a key of the service account while the certificate is valid. Terraform never handles the private
	 * key; its owner inserts it into the JSON key, which is a manual step.
	 *
	 * Everyone can read the certificate: its subject should name neither a person nor a company.
	 *
	 * Source: https://docs.cloud.google.com/iam/docs/keys-upload
	 *
	 * @default - Google creates the key pair
	 */
	readonly certificatePem?: string;
	/**
	 * Whether the project is exempt from the organization policies that refuse keys of service accounts: the whole project,
	 * with all of its service accounts. The deployer needs `roles/orgpolicy.policyAdmin`, which can be granted on the
	 * organization only.
	 *
	 * @default false
	 */
	readonly keyPolicyException?: boolean;
}
/** Key with which the platform logs in as a service account. */
export interface GcpServiceAccountKey {
	/**
	 * Resource of the key that Terraform creates or uploads.
	 *
	 * @default - none if a person creates the key
	 */
	readonly resource?: ServiceAccountKey;
	/** Rows of the platform's form that it fills in. */
	readonly fieldValues: GcpIdentityFieldValues;
	/** Steps left for a person. */
	readonly manualSteps: readonly ManualStep[];
	/** APIs that it needs in addition to those that every integration needs. */
	readonly requiredServices: readonly GcpAdditionalService[];
}
declare abstract class GcpKeyIdentity extends GcpIdentityBase {
	/** Key of the service account. */
	abstract readonly key: GcpServiceAccountKey;
	get fieldValues(): GcpIdentityFieldValues;
	get requiredServices(): readonly GcpAdditionalService[];
	get manualSteps(): ManualStep[];
}
/** Props of `GcpIdentity.fromServiceAccount`. */
export interface GcpExistingServiceAccountProps extends GcpPartProps, GcpServiceAccountKeyProps {
	/**
	 * E-mail address of the service account, `<account>@<project>.iam.gserviceaccount.com`. It must be in the project, and
	 * dedicated to the platform. A service account can have ten keys.
	 */
	readonly serviceAccountEmail: string;
}
/**
 * Props of the accepted tokens: either `issuerUri` and `subject`, for a platform with OpenID Connect tokens, or
 * `awsAccountId` and `awsRoleName`, for a platform that runs in AWS.
 */
export interface GcpFederationProps {
	/**
	 * Issuer of the platform's tokens, claim `iss`, as the platform specifies it: an address that begins with `https://`, at
	 * most 256 characters.
	 *
	 * @default - the platform runs in AWS
	 */
	readonly issuerUri?: string;
	/**
	 * Subject of the platform's tokens, claim `sub`, as the platform specifies it: at most 127 letters, digits and
	 * `._:/@+=|~-`. Google accepts only tokens of this subject. The platform must use it for you only.
	 *
	 * @default - the platform runs in AWS
	 */
	readonly subject?: string;
	/**
	 * Audience of the platform's tokens, claim `aud`: at most 256 characters. Google accepts no other audience.
	 *
	 * @default - the full name of the workload identity provider, which is in the outputs
	 */
	readonly allowedAudience?: string;
	/**
	 * AWS account of the platform: 12 digits.
	 *
	 * @default - the platform has OpenID Connect tokens
	 */
	readonly awsAccountId?: string;
	/**
	 * Name of the role in that account, without its path, that the platform runs as. Google accepts only this role.
	 *
	 * @default - the platform has OpenID Connect tokens
	 */
	readonly awsRoleName?: string;
	/**
	 * Additional condition on the tokens, in the Common Expression Language: at most 2048 characters, such as
	 * `assertion.tenant == "acme"`. A token must meet it and have the subject or role.
	 *
	 * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation#conditions
	 *
	 * @default - only the subject, or the account and role, are checked
	 */
	readonly attributeCondition?: string;
}
/** Props of a new service account. */
export interface GcpServiceAccountProps {
	/**
	 * ID of the service account, with which its e-mail address begins: 6-30 lower-case letters, digits and `-`, a letter
	 * first; unique in the project.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly accountId?: string;
}
/** Props of `GcpFederatedIdentity`. */
export interface GcpFederatedIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpFederationProps {
	/**
	 * ID of the workload identity pool: 4-32 lower-case letters, digits and `-`, not beginning with `gcp-`; unique in the
	 * project, including the pools that were deleted within the last thirty days.
	 *
	 * @default - the path of the construct in kebab-case without the prefix `gcp-`, e.g. `billing-finops`
	 */
	readonly poolId?: string;
}
/**
 * Identity that the platform logs in as without a key: a service account for which the platform gets short-lived tokens in
 * exchange for its own tokens. Google accepts only tokens of one subject, or of one role in AWS. It has no secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation
 *
 * @throws InputError when a property is refused
 */
export declare class GcpFederatedIdentity extends GcpIdentityBase {
	/** The service account; `node.defaultChild`. */
	readonly serviceAccount: ServiceAccount;
	/** The workload identity pool. */
	readonly pool: IamWorkloadIdentityPool;
	/** Provider of the pool, which specifies the accepted tokens. */
	readonly poolProvider: IamWorkloadIdentityPoolProvider;
	/** Binding that allows the platform to get tokens of the service account. */
	readonly binding: ServiceAccountIamMember;
	readonly email: string;
	readonly member: string;
	readonly fieldValues: GcpIdentityFieldValues;
	readonly requiredServices: readonly GcpAdditionalService[];
	constructor(scope: Construct, id: string, props: GcpFederatedIdentityProps);
	get permissions(): Permission[];
}
/** Props of `GcpIdentity`. */
export interface GcpIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpServiceAccountKeyProps {
}
/**
 * Identity that the platform logs in as: a service account with one JSON key and no permissions of its own.
 *
 * The provider stores the key in Terraform's state, and the key does not expire: give access to the state only to those who
 * may read the key, or see `certificatePem` and `createKey`.
 *
 * @throws InputError when a property is refused
 */
export declare class GcpIdentity extends GcpKeyIdentity {
	/**
	 * References an existing service account. Terraform creates a key for it, unless `createKey` is `false`, and the access
	 * binds roles to it; nothing else about the service account changes.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromServiceAccount(scope: Construct, id: string, props: GcpExistingServiceAccountProps): IGcpIdentity;
	/** The service account; `node.defaultChild`. */
	readonly serviceAccount: ServiceAccount;
	/** Key of the service account. */
	readonly key: GcpServiceAccountKey;
	readonly email: string;
	readonly member: string;
	constructor(scope: Construct, id: string, props: GcpIdentityProps);
}
/** Props of `GcpImpersonatedIdentity`. */
export interface GcpImpersonatedIdentityProps extends GcpPartProps, GcpServiceAccountProps {
	/**
	 * E-mail address of the platform's own service account, as the platform specifies it. Preferably one that the platform
	 * uses for you only, because Google has no external id: if the platform shares this account among customers, another
	 * customer could use it to read your data.
	 */
	readonly trustedServiceAccountEmail: string;
}
/**
 * Identity that the platform logs in as without a key: a service account for which the platform's own service account gets
 * short-lived tokens. It has no secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/service-account-impersonation
 *
 * @throws InputError when a property is refused
 */
export declare class GcpImpersonatedIdentity extends GcpIdentityBase {
	/** The service account; `node.defaultChild`. */
	readonly serviceAccount: ServiceAccount;
	/** Binding that allows the platform to get tokens of the service account. */
	readonly binding: ServiceAccountIamMember;
	readonly email: string;
	readonly member: string;
	readonly fieldValues: GcpIdentityFieldValues;
	readonly requiredServices: readonly GcpAdditionalService[];
	constructor(scope: Construct, id: string, props: GcpImpersonatedIdentityProps);
	get permissions(): Permission[];
}
/** Props of `GcpStorage`. */
export interface GcpStorageProps extends GcpStorageBaseProps {
	/**
	 * ID of the dataset to create: 1-1024 letters, digits and `_`; unique in the project.
	 *
	 * @default - the path of the construct in snake_case, e.g. `billing_finops`
	 */
	readonly datasetId?: string;
	/**
	 * Labels of the dataset: at most 64, keys of 1-63 and values of up to 63 lower-case letters, digits, `_` and `-`.
	 *
	 * @default - no labels beyond those of the provider
	 */
	readonly labels?: Record<string, string>;
	/**
	 * Whether Terraform refuses to destroy the dataset and the billing history in it. The protection lasts only while the
	 * construct is in the program: removing the construct removes the protection, too.
	 *
	 * @default true
	 */
	readonly retain?: boolean;
}
/**
 * Storage of the billing export: a BigQuery dataset. Nothing in it expires. Its IAM members are never replaced, so that the
 * export's own service account, which Google adds itself, keeps its access.
 *
 * @throws InputError when a property is refused
 */
export declare class GcpStorage extends GcpStorageBase {
	/**
	 * References an existing dataset. The access grants permissions on it or its tables; nothing else about the dataset
	 * changes.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromDataset(scope: Construct, id: string, props: GcpExistingDatasetProps): IGcpStorage;
	/** The dataset; `node.defaultChild`. */
	readonly dataset: BigqueryDataset;
	readonly datasetId: string;
	constructor(scope: Construct, id: string, props: GcpStorageProps);
}
type ExportProps = Omit<GcpBillingExportProps, "storage">;
type AccessProps = Omit<GcpAccessProps, "identity" | "billingExport">;
/**
 * Options of `GcpIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `GcpIntegrationProps` adds the required properties.
 */
export interface GcpIntegrationOptions extends IntegrationProps, Omit<GcpIdentityProps, "projectId">, Omit<GcpStorageProps, "projectId" | "datasetLocation">, Omit<ExportProps, "billingAccountId">, Omit<GcpServicesProps, "projectId">, Omit<AccessProps, "projectId"> {
	/**
	 * Identity that the platform logs in as: `new GcpImpersonatedIdentity(…)`, `new GcpFederatedIdentity(…)`,
	 * `GcpIdentity.fromServiceAccount(…)`, or your own. The properties of the service account and its key must be left out then.
	 *
	 * @default - a new service account with a JSON key
	 */
	readonly identity?: IGcpIdentity;
}
/** Props of `GcpIntegration` with a new dataset. `organizationId` is required too, unless `hierarchy` is `NONE`. */
export interface GcpNewStorageIntegrationProps extends GcpIntegrationOptions, Pick<GcpStorageProps, "projectId" | "datasetLocation">, Pick<ExportProps, "billingAccountId"> {
	/**
	 * Not together with `datasetLocation`: pass one of them.
	 *
	 * @default - a new dataset
	 */
	readonly storage?: never;
	/**
	 * Not together with `billingAccountId`: pass one of them.
	 *
	 * @default - the export of the billing account
	 */
	readonly billingExport?: never;
}
/** Props of `GcpIntegration` with a dataset that is passed. Set the properties of the dataset on `storage`. */
export interface GcpPassedStorageIntegrationProps extends GcpIntegrationOptions, Pick<GcpPartProps, "projectId">, Pick<ExportProps, "billingAccountId"> {
	/** Storage of the export, in the project of the integration: `GcpStorage.fromDataset(…)`, or your own. */
	readonly storage: IGcpStorage;
	/**
	 * Not together with `storage`, which has its own location.
	 *
	 * @default - the location of `storage`
	 */
	readonly datasetLocation?: never;
	/**
	 * Not together with `billingAccountId`: pass one of them.
	 *
	 * @default - the export of the billing account
	 */
	readonly billingExport?: never;
}
/** Props of `GcpIntegration` with an export that is passed. Set the properties of export and dataset on it. */
export interface GcpPassedExportIntegrationProps extends GcpIntegrationOptions, Pick<GcpPartProps, "projectId"> {
	/** Export: `new GcpBillingExport(…)`, or your own. */
	readonly billingExport: IGcpBillingExport;
	/**
	 * Not together with `billingExport`, which has its own storage.
	 *
	 * @default - the storage of `billingExport`
	 */
	readonly storage?: never;
	/**
	 * Not together with `billingExport`, whose storage has its own location.
	 *
	 * @default - the location of the storage of `billingExport`
	 */
	readonly datasetLocation?: never;
	/**
	 * Not together with `billingExport`, which has its own billing account.
	 *
	 * @default - the billing account of `billingExport`
	 */
	readonly billingAccountId?: never;
}
/** Props of `GcpIntegration`: its options, and the properties or parts that it requires. */
export type GcpIntegrationProps = GcpNewStorageIntegrationProps | GcpPassedStorageIntegrationProps | GcpPassedExportIntegrationProps;
/**
 * Makes the costs of a GCP billing account available to the platform: a dataset for the export that a person enables, a
 * service account that can read it, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export declare class GcpIntegration extends Integration {
	/** Identity that the platform logs in as. */
	readonly identity: IGcpIdentity;
	/** Storage of the export. */
	readonly storage: IGcpStorage;
	/** The export. */
	readonly billingExport: IGcpBillingExport;
	/** APIs that are enabled. */
	readonly services: GcpServices;
	/** Permissions of the identity. */
	readonly access: GcpAccess;
	constructor(scope: Construct, id: string, props: GcpNewStorageIntegrationProps);
	constructor(scope: Construct, id: string, props: GcpIntegrationProps);
	/** Creates the identity, unless one is passed. */
	protected createIdentity(props: GcpIdentityProps): IGcpIdentity;
	/** Creates the storage, unless one is passed. */
	protected createStorage(props: GcpStorageProps): IGcpStorage;
	/** Creates the billing export, unless one is passed. */
	protected createBillingExport(props: Omit<GcpBillingExportProps, "storage">): IGcpBillingExport;
	/** Creates the enabled APIs, which include those that the other parts need. */
	protected createServices({ additionalServices, ...props }: GcpServicesProps): GcpServices;
	/** Creates the access. */
	protected createAccess(props: Omit<GcpAccessProps, "identity" | "billingExport">): GcpAccess;
}

export {};
