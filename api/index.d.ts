import { Construct, IConstruct } from 'constructs';

/**
 * Invalid input, refused before anything is deployed.
 *
 * The message names the construct and, for each problem, the property, the value got, the allowed values and the next
 * step. The refused construct leaves nothing in the tree, unless a `create…` method of a subclass failed.
 */
export declare class InputError extends Error {
	readonly name = "InputError";
	/** @param problems a sentence each, without the name of the construct */
	constructor(where: string, problems: readonly string[]);
}
/** Definition of one row of the platform's form. */
export interface FieldDefinition {
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
/** A row of the platform's form with the value of an integration. */
export interface Field extends FieldDefinition {
	/** A literal or a token. */
	readonly value: string;
}
/**
 * A step left for a person, because no API can do it or because this program must not change it.
 *
 * It appears as a warning at synthesis, as an output and in the hand-off. Nothing in this library claims that it was done.
 */
export interface ManualStep {
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
/**
 * A permission as data. The code that grants it and the documents read the same catalogue. (The least-privilege tests do not:
 * they judge the synthesized JSON.)
 */
export interface Permission<Resource extends string = string> {
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
/** Grantee of the permissions of the platform itself. */
export declare const PLATFORM_IDENTITY = "platform identity";
/** Grantee for keyless login: the platform's external principal. */
export declare const PLATFORM_PRINCIPAL = "platform principal";
/** A part of an integration: an identity, a storage, a billing export, an access. */
export interface IPart extends IConstruct {
	/** Permissions that it grants, to the platform and to services of the cloud. */
	readonly permissions: readonly Permission[];
	/** Steps left for a person. */
	readonly manualSteps: readonly ManualStep[];
	/** Gaps in the data that follow from the chosen options, a sentence each. */
	readonly limitations: readonly string[];
}
/** A cloud that the platform reads. */
export type Cloud = "aws" | "azure" | "gcp" | "oci";
/**
 * Rows of the platform's form per cloud, in its order. Keys and labels are a contract with the readers of the outputs.
 *
 * Source: OniCloud, "Integration Prerequisites" and "Key Steps".
 */
export declare const PLATFORM_FIELDS: {
	readonly aws: readonly [
		FieldDefinition & {
			readonly key: "account_id";
		},
		FieldDefinition & {
			readonly key: "user_arn";
		},
		FieldDefinition & {
			readonly key: "access_key_id";
		},
		FieldDefinition & {
			readonly key: "secret_access_key";
		},
		FieldDefinition & {
			readonly key: "role_arn";
		},
		FieldDefinition & {
			readonly key: "external_id";
		},
		FieldDefinition & {
			readonly key: "bucket_name";
		},
		FieldDefinition & {
			readonly key: "bucket_region";
		},
		FieldDefinition & {
			readonly key: "bucket_path";
		},
		FieldDefinition & {
			readonly key: "report_name";
		},
		FieldDefinition & {
			readonly key: "report_arn";
		}
	];
	readonly gcp: readonly [
		FieldDefinition & {
			readonly key: "service_account_email";
		},
		FieldDefinition & {
			readonly key: "service_account_key_json";
		},
		FieldDefinition & {
			readonly key: "workload_identity_provider";
		},
		FieldDefinition & {
			readonly key: "organization_id";
		},
		FieldDefinition & {
			readonly key: "billing_account_id";
		},
		FieldDefinition & {
			readonly key: "project_id";
		},
		FieldDefinition & {
			readonly key: "dataset_id";
		},
		FieldDefinition & {
			readonly key: "dataset_location";
		},
		FieldDefinition & {
			readonly key: "billing_table_id";
		},
		FieldDefinition & {
			readonly key: "detailed_billing_table_id";
		},
		FieldDefinition & {
			readonly key: "pricing_table_id";
		}
	];
	readonly azure: readonly [
		FieldDefinition & {
			readonly key: "tenant_id";
		},
		FieldDefinition & {
			readonly key: "client_id";
		},
		FieldDefinition & {
			readonly key: "client_secret_value";
		},
		FieldDefinition & {
			readonly key: "client_secret_id";
		},
		FieldDefinition & {
			readonly key: "service_principal_object_id";
		},
		FieldDefinition & {
			readonly key: "application_object_id";
		},
		FieldDefinition & {
			readonly key: "subscription_id";
		},
		FieldDefinition & {
			readonly key: "storage_account_name";
		},
		FieldDefinition & {
			readonly key: "container_name";
		},
		FieldDefinition & {
			readonly key: "actual_cost_path";
		},
		FieldDefinition & {
			readonly key: "amortized_cost_path";
		},
		FieldDefinition & {
			readonly key: "sas_token";
		},
		FieldDefinition & {
			readonly key: "connection_string";
		}
	];
	readonly oci: readonly [
		FieldDefinition & {
			readonly key: "user_ocid";
		},
		FieldDefinition & {
			readonly key: "tenancy_ocid";
		},
		FieldDefinition & {
			readonly key: "fingerprint";
		},
		FieldDefinition & {
			readonly key: "region";
		},
		FieldDefinition & {
			readonly key: "private_key_pem";
		},
		FieldDefinition & {
			readonly key: "group_name";
		},
		FieldDefinition & {
			readonly key: "usage_report_namespace";
		},
		FieldDefinition & {
			readonly key: "usage_report_bucket";
		}
	];
};
/** One step of the platform's guide. */
export interface PlatformStep {
	readonly key: string;
	readonly title: string;
	/** Whether the step asks for the integration's fields. */
	readonly wantsFields: boolean;
}
/**
 * Steps of setting up the platform, in order, once per cloud.
 *
 * Source: OniCloud, "Step by step". The page names fields for the Cost Orchestrator only.
 */
export declare const PLATFORM_STEPS: readonly PlatformStep[];
/** Props of every integration. */
export interface IntegrationProps {
	/**
	 * Prefix of the Terraform outputs: with `finops`, the field `user_arn` becomes the output `finops_user_arn`. Lower-case
	 * letters, digits and '_', beginning with a letter; unique in the stack.
	 *
	 * @default - the path of the construct below its stack, in snake_case
	 */
	readonly outputPrefix?: string;
}
/**
 * Base of the integrations of all clouds: a cloud's billing data made available to the platform, with the fields of the
 * platform's form as outputs.
 */
export declare abstract class Integration extends Construct {
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
/** A part that can be passed to another part, or to an integration. */
export interface IPassablePart<Name extends string = string> extends IPart {
	/**
	 * Name of the interface. It marks an implementation: the library's, or your own class with, for example,
	 * `readonly finopsInterface = "IAwsStorage"`. Classes are not compared, because two copies of the library have different ones.
	 */
	readonly finopsInterface: Name;
}

export {};
