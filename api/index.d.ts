import { Construct } from 'constructs';

/**
 * Bad input, refused before anything is deployed.
 *
 * The message names the construct and, for each problem, the property, the value got, what is allowed and what to
 * change. Nothing of the construct is left in the tree when it is thrown.
 */
export declare class InputError extends Error {
	readonly name = "InputError";
	/** @param problems one sentence each, without the construct's name */
	constructor(where: string, problems: readonly string[]);
}
/** One row of the platform's form, as the form asks for it. */
export interface FieldDefinition {
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
/** A row of the platform's form with what an integration fills in. */
export interface Field extends FieldDefinition {
	/** A literal, or a token that Terraform fills in. */
	readonly value: string;
}
/**
 * Something that a person has to do, because no API can or because it is not ours to change.
 *
 * It shows as a warning at synth, as an output and in the hand-off; nothing in this library claims that it was done.
 */
export interface ManualStep {
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
/**
 * What someone is allowed to do, as data: the code that grants it, the documents and the least-privilege tests all
 * read this one list.
 */
export interface Permission<Resource extends string = string> {
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
/** The grantee of what the platform itself may do. */
export declare const PLATFORM_IDENTITY = "platform identity";
/** A part of an integration, by what every part tells of itself. */
export declare abstract class Part extends Construct {
	/** What it grants, to the platform and to services of the cloud. */
	get permissions(): Permission[];
	/** What is left for a person to do. */
	get manualSteps(): ManualStep[];
	/** What the data lacks because of the way in that was chosen, a sentence each. */
	get limitations(): string[];
	/** Warns of steps and limitations at synth: the last line of the constructor of whoever has any. */
	protected announce(): void;
}
/** The clouds that the platform reads. */
export type Cloud = "aws" | "azure" | "gcp" | "oci";
/**
 * The rows of the platform's form per cloud, in its order: keys and labels are a contract with whoever reads the
 * outputs. A cloud's entry comes with its constructs.
 *
 * Source: OniCloud, "Integration Prerequisites" and "Key Steps".
 */
export declare const PLATFORM_FIELDS: {
	readonly aws: readonly [
		{
			readonly key: "account_id";
			readonly label: "Payer account ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "user_arn";
			readonly label: "IAM user ARN";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "access_key_id";
			readonly label: "Access key ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "secret_access_key";
			readonly label: "Secret access key";
			readonly secret: true;
			readonly kind: "text";
		},
		{
			readonly key: "role_arn";
			readonly label: "IAM role ARN";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "in place of user and access key";
		},
		{
			readonly key: "external_id";
			readonly label: "External ID";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "of the role";
		},
		{
			readonly key: "bucket_name";
			readonly label: "Bucket name";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "bucket_region";
			readonly label: "Bucket region";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "bucket_path";
			readonly label: "Bucket path";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "s3://bucket/prefix/report; the first report arrives within 24 hours";
		},
		{
			readonly key: "report_name";
			readonly label: "Report name";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "report_arn";
			readonly label: "Report ARN";
			readonly secret: false;
			readonly kind: "text";
		}
	];
	readonly gcp: readonly [
		{
			readonly key: "service_account_email";
			readonly label: "Service account e-mail";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "service_account_key_json";
			readonly label: "Service account key";
			readonly secret: true;
			readonly kind: "file";
			readonly note: "JSON";
		},
		{
			readonly key: "workload_identity_provider";
			readonly label: "Workload identity provider";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "in place of the key";
		},
		{
			readonly key: "organization_id";
			readonly label: "Organization ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "billing_account_id";
			readonly label: "Billing account ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "project_id";
			readonly label: "Project ID";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "of the dataset; queries run there";
		},
		{
			readonly key: "dataset_id";
			readonly label: "Dataset";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "dataset_location";
			readonly label: "Dataset location";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "billing_table_id";
			readonly label: "Billing export table";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "project.dataset.table; of the standard export, there some hours after it was enabled by hand";
		},
		{
			readonly key: "detailed_billing_table_id";
			readonly label: "Detailed billing export table";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "project.dataset.table";
		},
		{
			readonly key: "pricing_table_id";
			readonly label: "Pricing export table";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "project.dataset.table";
		}
	];
	readonly azure: readonly [
		{
			readonly key: "tenant_id";
			readonly label: "Tenant ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "client_id";
			readonly label: "Client ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "client_secret_value";
			readonly label: "Client secret value";
			readonly secret: true;
			readonly kind: "text";
		},
		{
			readonly key: "client_secret_id";
			readonly label: "Client secret ID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "service_principal_object_id";
			readonly label: "Object ID (service principal)";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "as the page of the enterprise application shows it; roles are given to it. Enter this one, unless the platform asks for the other";
		},
		{
			readonly key: "application_object_id";
			readonly label: "Object ID (application)";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "as the page of the app registration shows it";
		},
		{
			readonly key: "subscription_id";
			readonly label: "Subscription ID";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "of the storage account";
		},
		{
			readonly key: "storage_account_name";
			readonly label: "Storage account";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "container_name";
			readonly label: "Container";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "actual_cost_path";
			readonly label: "Path of actual costs";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "folder in the container, several with a comma between them; the first file arrives within 24 hours of the export's start";
		},
		{
			readonly key: "amortized_cost_path";
			readonly label: "Path of amortized costs";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "folder in the container, in the same order";
		},
		{
			readonly key: "sas_token";
			readonly label: "SAS token";
			readonly secret: true;
			readonly kind: "text";
			readonly note: "of the container, to read and list";
		},
		{
			readonly key: "connection_string";
			readonly label: "Connection string";
			readonly secret: true;
			readonly kind: "text";
		}
	];
	readonly oci: readonly [
		{
			readonly key: "user_ocid";
			readonly label: "User OCID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "tenancy_ocid";
			readonly label: "Tenancy OCID";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "fingerprint";
			readonly label: "Fingerprint";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "of the API key";
		},
		{
			readonly key: "region";
			readonly label: "Region";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "the tenancy's home region";
		},
		{
			readonly key: "private_key_pem";
			readonly label: "Private key file";
			readonly secret: true;
			readonly kind: "file";
			readonly note: "PEM";
		},
		{
			readonly key: "group_name";
			readonly label: "Group";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "usage_report_namespace";
			readonly label: "Usage report namespace";
			readonly secret: false;
			readonly kind: "text";
		},
		{
			readonly key: "usage_report_bucket";
			readonly label: "Usage report bucket";
			readonly secret: false;
			readonly kind: "text";
			readonly note: "Oracle's; a report arrives within 24 hours";
		}
	];
};
/** One step of the platform's guide. */
export interface PlatformStep {
	readonly key: string;
	readonly title: string;
	/** Whether this is the step that asks for the integration's fields. */
	readonly wantsFields: boolean;
}
/**
 * The order in which the platform is set up, once per cloud.
 *
 * Source: OniCloud, "Step by step". The page names fields for the Cost Orchestrator only.
 */
export declare const PLATFORM_STEPS: readonly PlatformStep[];
/** What every integration takes. */
export interface IntegrationProps {
	/**
	 * Begins the names of the Terraform outputs: with `finops`, the field `user_arn` is the output `finops_user_arn`.
	 * Lower-case letters, digits and '_', a letter first; unique in the stack.
	 *
	 * @default - the path of the construct below its stack, in snake_case
	 */
	readonly outputPrefix?: string;
}
/**
 * What the integrations of all clouds are: a cloud's billing data made ready for the platform, with the fields of the
 * platform's form as outputs.
 *
 * A subclass composes its parts and calls `handOff` once, at the end of its constructor.
 */
export declare abstract class Integration extends Construct {
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

export {};
