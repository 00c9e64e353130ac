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
/** What a permission of the GCP catalogue covers. */
export type GcpResource = "tables of the billing export, or their dataset" | "project of the dataset" | "organization, or the folders" | "the service account";
/** What of the platform needs a permission of the GCP catalogue. */
export type GcpFeature = "billing export" | "login" | "resource hierarchy";
/** The custom roles, by the titles that the platform's page gives them. */
export type GcpRole = "BigQuery Viewer" | "BigQuery User" | "Project Viewer";
/** An entry of the GCP catalogue. */
export interface GcpPermission extends Permission<GcpResource> {
	readonly feature: GcpFeature;
	/**
	 * Title of the custom role that it is granted by.
	 *
	 * @default - a role of Google's, which `actions` names
	 */
	readonly role?: GcpRole;
}
/** Everything that the GCP integration grants, to whom, and why. Nothing else is granted anywhere in it. */
export declare const GCP_PERMISSIONS: readonly GcpPermission[];
/** What the access takes for its roles. */
export interface GcpRolesProps {
	/**
	 * What the IDs of the custom roles begin with: up to 39 letters, digits, `_` and `.`; each goes on with
	 * `_bigquery_viewer`, `_bigquery_user` or `_project_viewer`. Unique in project and organization.
	 *
	 * @default - the path of the construct in snake_case, e.g. `billing_finops`
	 */
	readonly roleIdPrefix?: string;
	/**
	 * What the IDs of the custom roles end with, after a `_`: up to 8 letters, digits, `_` and `.`. A custom role that
	 * was deleted keeps its ID taken for up to 37 days, from the eighth on for good as long: another suffix makes other
	 * roles.
	 *
	 * Source: https://docs.cloud.google.com/iam/docs/creating-custom-roles#deleting-custom-role
	 *
	 * @default - nothing
	 */
	readonly roleIdSuffix?: string;
	/**
	 * Full name of a role that is there already, in place of the custom role BigQuery Viewer: of the dataset's project
	 * (`projects/<project>/roles/<role>`) or of the organization, or `roles/bigquery.dataViewer`.
	 *
	 * @default - a new custom role of the project
	 */
	readonly bigqueryViewerRole?: string;
	/**
	 * The same in place of the custom role BigQuery User, or `roles/bigquery.jobUser`.
	 *
	 * @default - a new custom role of the project
	 */
	readonly bigqueryUserRole?: string;
	/**
	 * Full name of a role of the organization that is there already (`organizations/<organization>/roles/<role>`), in
	 * place of the custom role Project Viewer. A project's own role cannot have what this one needs, and Google's least,
	 * `roles/browser`, also reads the policies of all projects.
	 *
	 * @default - a new custom role of the organization, for which who deploys needs `roles/iam.organizationRoleAdmin`
	 */
	readonly projectViewerRole?: string;
}
/** What the access takes of the resource hierarchy. */
export interface GcpHierarchyProps {
	/**
	 * Number of the organization that the projects are in, such as `123456789012`. Required unless `hierarchy` is `NONE`.
	 *
	 * @default - none
	 */
	readonly organizationId?: string;
	/**
	 * What of the resource hierarchy the platform may see: `ORGANIZATION` for the names of its projects and folders, or
	 * of those below `folders`; `NONE` for a project in no organization, or where nobody may grant that. The costs are
	 * all there in either case.
	 *
	 * @default "ORGANIZATION"
	 */
	readonly hierarchy?: "ORGANIZATION" | "NONE";
	/**
	 * The folders to which the platform's view of the hierarchy is confined: their numbers, by a name of letters, digits,
	 * `_` and `-` that addresses in Terraform's state are made of, such as `{ production: "345678901234" }`. At most 100.
	 *
	 * @default - all of the organization
	 */
	readonly folders?: Record<string, string>;
}
/** What every part of the GCP integration takes. */
export interface GcpProviderProps {
	/**
	 * The provider that creates and reads the resources.
	 *
	 * @default - the stack's Google provider without an alias
	 */
	readonly provider?: GoogleProvider;
}
/** What every part takes that creates something in a project. */
export interface GcpPartProps extends GcpProviderProps {
	/**
	 * ID of the project, such as `acme-billing`: 6-30 lower-case letters, digits and `-`. Neither its number, nor the ID
	 * of the billing account.
	 */
	readonly projectId: string;
}
/**
 * An API that only some ways in need: `bigquerydatatransfer` for the pricing export, `iamcredentials` for a platform
 * that logs in without a key, `sts` where its tokens are another cloud's, `orgpolicy` for an exception from an
 * organization policy.
 */
export type GcpAdditionalService = "bigquerydatatransfer" | "iamcredentials" | "orgpolicy" | "sts";
/** Props of `GcpServices`. */
export interface GcpServicesProps extends GcpPartProps {
	/**
	 * Whether Terraform enables the APIs. With `false` someone else does, which is a manual step.
	 *
	 * @default true
	 */
	readonly enableServices?: boolean;
	/**
	 * What is to be enabled beside `cloudresourcemanager`, `iam`, `bigquery` and `cloudbilling`.
	 *
	 * @default - nothing
	 */
	readonly additionalServices?: readonly GcpAdditionalService[];
}
/**
 * The APIs that the platform and this deployment need, enabled in the project. None of them is ever disabled: others
 * may use them by then.
 *
 * They are enabled one after the other, and what follows waits for the last one (`before`): an API takes a while to be
 * known everywhere once it is enabled ("has not been used in project … before or it is disabled"), and those that are
 * used first have the time that the others take.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/google_project_service
 */
export declare class GcpServices extends Part {
	/** What is enabled, such as `bigquery.googleapis.com`, in the order in which it is. */
	readonly serviceNames: readonly string[];
	/** ID of the project. */
	readonly projectId: string;
	private readonly enabled;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: GcpServicesProps);
	/** Has all that these parts create or read wait for the APIs. */
	addDependents(...parts: readonly IPart[]): void;
	get manualSteps(): ManualStep[];
	private enable;
}
/** Key of a row of the platform's form that depends on the identity. */
export type GcpIdentityFieldKey = "service_account_key_json" | "workload_identity_provider";
/** Rows of the platform's form that an identity fills in. */
export type GcpIdentityFieldValues = Readonly<Partial<Record<GcpIdentityFieldKey, string>>>;
/** A table of the billing export: usage and costs; the same by resource; the prices of the billing account. */
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
	readonly formValues: GcpIdentityFieldValues;
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
	/** Preconditions for its properties, to be set on a resource that uses it: it has no resource of its own. */
	readonly conditions: Preconditions;
}
/** Props of `GcpAccess`. */
export interface GcpAccessProps extends GcpPartProps, GcpHierarchyProps, GcpRolesProps {
	/** Who gets access. */
	readonly identity: IGcpIdentity;
	/** What is read. */
	readonly billingExport: IGcpBillingExport;
	/**
	 * Whether the platform may read all tables of the dataset, not only those of the export. It can then be bound before
	 * they are there, and also lists them.
	 *
	 * - `NEVER`: it may read each table of the export, once `exportReady`, and nothing until then.
	 * - `UNTIL_EXPORT_READY`: it may read all of the dataset until `exportReady`, and each table of the export from then
	 *   on.
	 * - `ALWAYS`: it may read all of the dataset: for one that has nothing else in it.
	 *
	 * @default "NEVER"
	 */
	readonly datasetAccess?: "NEVER" | "UNTIL_EXPORT_READY" | "ALWAYS";
}
/**
 * What the platform may do: the catalogue's permissions as three custom roles, bound to the identity where each is
 * needed. Others who may do something there keep it.
 */
export declare class GcpAccess extends Part {
	/** What binds BigQuery User to the identity, in the dataset's project; `node.defaultChild`. */
	readonly projectMember: ProjectIamMember;
	/** The custom role BigQuery Viewer; `undefined` where one is there already. */
	readonly bigqueryViewerRole?: ProjectIamCustomRole;
	/** The custom role BigQuery User; `undefined` where one is there already. */
	readonly bigqueryUserRole?: ProjectIamCustomRole;
	/** The custom role Project Viewer; `undefined` where one is there already, or `hierarchy` is `NONE`. */
	readonly projectViewerRole?: OrganizationIamCustomRole;
	/** Number of the organization; `undefined` where there is none. */
	readonly organizationId?: string;
	private readonly granted;
	private readonly unseen?;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: GcpAccessProps);
	get permissions(): Permission[];
	get limitations(): string[];
	private refusedPermissions;
	/** Lets the platform read the tables of the export, or their dataset; tells whether there is anything to read yet. */
	private grantRead;
	/** Lets the platform see the projects and folders of the organization, or of some of its folders. */
	private grantHierarchyView;
}
/** Props of `GcpBillingExport`. */
export interface GcpBillingExportProps {
	/** ID of the billing account whose costs are read, or of a sub-account, such as `01ABCD-234567-890123`. */
	readonly billingAccountId: string;
	/** Where the export lands. */
	readonly storage: IGcpStorage;
	/**
	 * What is exported: `STANDARD` in any case, `DETAILED` for costs by resource, `PRICING` for the prices that hold for
	 * the account. Each is enabled by hand. For `PRICING`, the dataset's project must be linked to the same billing
	 * account, and the BigQuery Data Transfer API is enabled in it.
	 *
	 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-setup
	 *
	 * @default ["STANDARD", "DETAILED", "PRICING"]
	 */
	readonly exports?: readonly GcpExport[];
	/**
	 * Whether the tables are there by now. Google makes them some hours after the export was enabled by hand, that of
	 * prices up to two days after. Until then nothing can be granted on them (`404 Not found: Table`), and the platform
	 * can read nothing, unless the access is told otherwise (`datasetAccess`).
	 *
	 * @default false
	 */
	readonly exportReady?: boolean;
}
/**
 * The billing export: Google writes the costs of a billing account to tables in BigQuery. No API enables it, so that it
 * is a manual step with the exact values; nothing is created here.
 *
 * Source: https://docs.cloud.google.com/billing/docs/how-to/export-data-bigquery-tables
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
	readonly conditions: Preconditions;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: GcpBillingExportProps);
	get manualSteps(): ManualStep[];
	get limitations(): string[];
	private tables;
	private get enableStep();
}
/** What a dataset for the billing export takes, new or not. */
export interface GcpStorageBaseProps extends GcpPartProps {
	/**
	 * Where the dataset is, for good: `US` or `EU`, which alone get what is known since the beginning of the month
	 * before, when the export is enabled for the first time; or one of the regions that Google exports to, such as
	 * `europe-west3`.
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
	constructor(scope: Construct, id: string, props: GcpStorageBaseProps);
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
	abstract readonly formValues: GcpIdentityFieldValues;
	abstract readonly requiredServices: readonly GcpAdditionalService[];
	readonly dependencies: readonly ITerraformDependable[];
	readonly projectId: string;
	readonly provider?: GoogleProvider;
	constructor(scope: Construct, id: string, props: GcpPartProps);
}
/** What an identity takes for its key. */
export interface GcpServiceAccountKeyProps {
	/**
	 * Whether Terraform creates the JSON key, which is in its state then. With `false` a person creates it, which is a
	 * manual step, and the state never has it; the outputs lack the row of the key.
	 *
	 * @default true
	 */
	readonly createKey?: boolean;
	/**
	 * The public half of a key pair of yours, in a self-signed X.509 certificate of version 3, as PEM: RSA of 2,048 bits
	 * or more. Google takes it as a key of the service account, for as long as the certificate is valid. The private half
	 * never gets near Terraform; who has it puts the JSON key together, which is a manual step.
	 *
	 * Everyone can read a certificate: have nothing of a person or a company in its subject.
	 *
	 * Source: https://docs.cloud.google.com/iam/docs/keys-upload
	 *
	 * @default - Google makes the pair
	 */
	readonly certificatePem?: string;
	/**
	 * Whether the project is excepted from policies of its organization that refuse keys of service accounts: all of the
	 * project, with all of its service accounts. Who deploys needs `roles/orgpolicy.policyAdmin`, which only an
	 * organization can grant.
	 *
	 * @default false
	 */
	readonly keyPolicyException?: boolean;
}
/** How the platform logs in as a service account by a key. */
export interface GcpKey {
	/**
	 * The key that Terraform creates or uploads.
	 *
	 * @default - a person creates it
	 */
	readonly resource?: ServiceAccountKey;
	/** The rows of the platform's form that it fills in. */
	readonly formValues: GcpIdentityFieldValues;
	/** What is left for a person to do. */
	readonly manualSteps: readonly ManualStep[];
	/** APIs that it needs in addition to those that every integration needs. */
	readonly requiredServices: readonly GcpAdditionalService[];
}
declare abstract class GcpKeyIdentity extends GcpIdentityBase {
	/** Key of the service account. */
	abstract readonly key: GcpKey;
	get formValues(): GcpIdentityFieldValues;
	get requiredServices(): readonly GcpAdditionalService[];
	get manualSteps(): ManualStep[];
}
/** Props of `GcpIdentity.fromServiceAccount`. */
export interface GcpExistingServiceAccountProps extends GcpPartProps, GcpServiceAccountKeyProps {
	/**
	 * E-mail address of the service account, `<account>@<project>.iam.gserviceaccount.com`: one of the project, and made
	 * for the platform. It can have ten keys.
	 */
	readonly serviceAccountEmail: string;
}
/**
 * Whose tokens are let in: either `issuerUri` and `subject`, for a platform whose tokens are of OpenID Connect, or
 * `awsAccountId` and `awsRoleName`, for one that runs in AWS.
 */
export interface GcpFederationProps {
	/**
	 * Who issues the platform's tokens, as the platform tells it: an address that begins with `https://`, of up to
	 * 256 characters.
	 *
	 * @default - the platform runs in AWS
	 */
	readonly issuerUri?: string;
	/**
	 * Whom the platform's tokens are of, their claim `sub`, as the platform tells it: up to 127 letters, digits and
	 * `._:/@+=|~-`. Only these tokens are let in. It has to be one that the platform uses for you alone.
	 *
	 * @default - the platform runs in AWS
	 */
	readonly subject?: string;
	/**
	 * The one audience that the platform's tokens are for, up to 256 characters.
	 *
	 * @default - the full name of the workload identity provider, which is in the outputs
	 */
	readonly allowedAudience?: string;
	/**
	 * The platform's AWS account, 12 digits.
	 *
	 * @default - the platform's tokens are of OpenID Connect
	 */
	readonly awsAccountId?: string;
	/**
	 * Name of the role in that account, without its path, that the platform runs as. Only that role is let in.
	 *
	 * @default - the platform's tokens are of OpenID Connect
	 */
	readonly awsRoleName?: string;
	/**
	 * What a token has to be besides, in the Common Expression Language, up to 2048 characters, such as
	 * `assertion.tenant == "acme"`: it is asked for together with the subject or role.
	 *
	 * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation#conditions
	 *
	 * @default - subject, or account and role, are all that is asked for
	 */
	readonly attributeCondition?: string;
}
/** What a new service account takes. */
export interface GcpServiceAccountProps {
	/**
	 * What the e-mail address of the service account begins with: 6-30 lower-case letters, digits and `-`, a letter
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
	 * project, also among the pools that were deleted within thirty days.
	 *
	 * @default - the path of the construct in kebab-case without `gcp-` in front, e.g. `billing-finops`
	 */
	readonly poolId?: string;
}
/**
 * Who the platform logs in as, without a key: a service account of which the platform gets short-lived tokens for
 * tokens of its own. Only those of one subject, or of one role in AWS, are let in. Nothing of it is secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation
 */
export declare class GcpFederatedIdentity extends GcpIdentityBase {
	/** The service account; `node.defaultChild`. */
	readonly serviceAccount: ServiceAccount;
	/** The workload identity pool. */
	readonly pool: IamWorkloadIdentityPool;
	/** Which tokens are taken. */
	readonly poolProvider: IamWorkloadIdentityPoolProvider;
	/** What lets the platform in. */
	readonly binding: ServiceAccountIamMember;
	readonly email: string;
	readonly member: string;
	readonly formValues: GcpIdentityFieldValues;
	readonly requiredServices: readonly GcpAdditionalService[];
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: GcpFederatedIdentityProps);
	get permissions(): Permission[];
}
/** Props of `GcpIdentity`. */
export interface GcpIdentityProps extends GcpPartProps, GcpServiceAccountProps, GcpServiceAccountKeyProps {
}
/**
 * Who the platform logs in as: a service account with one JSON key, and no permission of its own.
 *
 * The key is in Terraform's state, as the provider puts it there, and does not expire: keep the state where only those
 * may read it who may read the key, or see `certificatePem` and `createKey`.
 */
export declare class GcpIdentity extends GcpKeyIdentity {
	/**
	 * A service account that is there already. Terraform creates a key of it, unless told not to, and the access binds
	 * roles to it; nothing else of it is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromServiceAccount(scope: Construct, id: string, props: GcpExistingServiceAccountProps): IGcpIdentity;
	/** The service account; `node.defaultChild`. */
	readonly serviceAccount: ServiceAccount;
	/** Its key. */
	readonly key: GcpKey;
	readonly email: string;
	readonly member: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: GcpIdentityProps);
}
/** Props of `GcpImpersonatedIdentity`. */
export interface GcpImpersonatedIdentityProps extends GcpPartProps, GcpServiceAccountProps {
	/**
	 * E-mail address of the platform's own service account, as the platform tells it. Best one that the platform uses for
	 * you alone: Google knows no external id, so that one that it uses for all of its customers could be had to read your
	 * data for another of them.
	 */
	readonly trustedServiceAccountEmail: string;
}
/**
 * Who the platform logs in as, without a key: a service account of which the platform's own service account may get
 * short-lived tokens. Nothing of it is secret.
 *
 * Source: https://docs.cloud.google.com/iam/docs/service-account-impersonation
 */
export declare class GcpImpersonatedIdentity extends GcpIdentityBase {
	/** The service account; `node.defaultChild`. */
	readonly serviceAccount: ServiceAccount;
	/** What lets the platform in. */
	readonly binding: ServiceAccountIamMember;
	readonly email: string;
	readonly member: string;
	readonly formValues: GcpIdentityFieldValues;
	readonly requiredServices: readonly GcpAdditionalService[];
	/** @throws InputError when a property is refused, with all problems at once */
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
	 * @default - no labels but the provider's
	 */
	readonly labels?: Record<string, string>;
	/**
	 * Whether Terraform refuses to destroy the dataset and the billing history in it. It does so only while the dataset
	 * is in the program: taking the construct out takes the protection with it.
	 *
	 * @default true
	 */
	readonly retain?: boolean;
}
/**
 * Where the billing export lands: a BigQuery dataset. Nothing in it expires, and who may use it is not replaced, so
 * that the export's own service account, which Google adds by itself, keeps its place.
 */
export declare class GcpStorage extends GcpStorageBase {
	/**
	 * A dataset that is there already. Nothing of it is changed but that the access adds the platform where it is told
	 * to.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromDataset(scope: Construct, id: string, props: GcpExistingDatasetProps): IGcpStorage;
	/** The dataset; `node.defaultChild`. */
	readonly dataset: BigqueryDataset;
	readonly datasetId: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: GcpStorageProps);
}
type ExportProps = Omit<GcpBillingExportProps, "storage">;
type AccessProps = Omit<GcpAccessProps, "identity" | "billingExport">;
/**
 * Options of `GcpIntegration`: the optional properties of all of its parts, side by side. Use this type for a subclass or a
 * helper function of your own; the props also have the required properties, and say which parts are new and which are
 * passed.
 */
export interface GcpIntegrationOptions extends IntegrationProps, Omit<GcpIdentityProps, "projectId">, Omit<GcpStorageProps, "projectId" | "datasetLocation">, Omit<ExportProps, "billingAccountId">, Omit<GcpServicesProps, "projectId">, Omit<AccessProps, "projectId"> {
	/**
	 * Identity that the platform logs in as: `new GcpImpersonatedIdentity(…)`, `new GcpFederatedIdentity(…)`,
	 * `GcpIdentity.fromServiceAccount(…)`, or your own. The properties of the service account and its key are left out then.
	 *
	 * @default - a new service account with a JSON key
	 */
	readonly identity?: IGcpIdentity;
}
/** Props of `GcpIntegration` with a new dataset. `organizationId` is required too, unless `hierarchy` is `NONE`. */
export interface GcpNewStorageIntegrationProps extends GcpIntegrationOptions, Pick<GcpStorageProps, "projectId" | "datasetLocation">, Pick<ExportProps, "billingAccountId"> {
	/** @default - a new dataset */
	readonly storage?: never;
	/** @default - the export of the billing account */
	readonly billingExport?: never;
}
/** Props of `GcpIntegration` with a dataset that is passed. The properties of the dataset are left out. */
export interface GcpPassedStorageIntegrationProps extends GcpIntegrationOptions, Pick<GcpPartProps, "projectId">, Pick<ExportProps, "billingAccountId"> {
	/** Storage of the export, in the project of the integration: `GcpStorage.fromDataset(…)`, or your own. */
	readonly storage: IGcpStorage;
	/** @default - the location of `storage` */
	readonly datasetLocation?: never;
	/** @default - the export of the billing account */
	readonly billingExport?: never;
}
/** Props of `GcpIntegration` with an export that is passed. The properties of export and dataset are left out. */
export interface GcpPassedExportIntegrationProps extends GcpIntegrationOptions, Pick<GcpPartProps, "projectId"> {
	/** Export: `new GcpBillingExport(…)`, or your own. */
	readonly billingExport: IGcpBillingExport;
	/** @default - the storage of `billingExport` */
	readonly storage?: never;
	/** @default - the location of the storage of `billingExport` */
	readonly datasetLocation?: never;
	/** @default - the billing account of `billingExport` */
	readonly billingAccountId?: never;
}
/** Props of `GcpIntegration`: its options, and the properties or parts that it requires. */
export type GcpIntegrationProps = GcpNewStorageIntegrationProps | GcpPassedStorageIntegrationProps | GcpPassedExportIntegrationProps;
/**
 * Makes the costs of a GCP billing account available to the platform: a dataset for the export that a person enables, a
 * service account that can read it, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. The names in the props stay reserved even if the subclass uses others.
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
	/** @throws InputError when a property is refused, with all problems at once */
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
