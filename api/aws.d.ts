import { CurReportDefinition } from '@cdktf/provider-aws/lib/cur-report-definition';
import { IamAccessKey } from '@cdktf/provider-aws/lib/iam-access-key';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
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
	/** What is allowed: exact names in the cloud's own spelling, never with a wildcard. */
	readonly actions: readonly string[];
	/** What it covers, as narrow as the service allows; granted only where that exists. */
	readonly resource: Resource;
	/** Why it is needed. */
	readonly why: string;
	/** Where that is documented. */
	readonly source: string;
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
interface HandOff {
	/** In the order of the platform's form. */
	readonly fields: readonly Field[];
	/** All that is granted, to the platform and to services of the cloud. */
	readonly permissions: readonly Permission[];
	/** What is left for a person to do. */
	readonly manualSteps: readonly ManualStep[];
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
	/** Makes the outputs. */
	protected handOff(handOff: HandOff): void;
}
/** What every part of the AWS integration takes. */
export interface AwsPartProps {
	/**
	 * The provider that creates the resources. Its account must be the organization's payer (management) account.
	 *
	 * @default - the stack's AWS provider without an alias
	 */
	readonly provider?: AwsProvider;
	/**
	 * Tags of whatever takes tags (user, policy, bucket, report): at most 50, keys of 1-128 and values of up to 256
	 * letters, digits, spaces and `_.:/=+-@`.
	 *
	 * @default - no tags beyond the provider's `default_tags`
	 */
	readonly tags?: Record<string, string>;
}
/**
 * File format and compression of a report. They only make sense in pairs, so they are one value: the service refuses
 * a wrong pair at apply, and its message does not say why.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export declare class AwsReportFormat {
	/** `textORcsv` or `Parquet`. */
	readonly format: string;
	/** `GZIP`, `ZIP` or `Parquet`. */
	readonly compression: string;
	/** CSV, compressed with gzip. */
	static readonly CSV_GZIP: AwsReportFormat;
	/** CSV in ZIP archives. */
	static readonly CSV_ZIP: AwsReportFormat;
	/** Apache Parquet, with its own compression. */
	static readonly PARQUET: AwsReportFormat;
	private constructor();
}
/** What a permission of the AWS catalogue covers. */
export type AwsResource = "export bucket" | "export bucket, listing below the prefix" | "all objects of the export bucket" | "objects below the prefix" | "organization as a whole" | "accounts, units and roots of the organization" | "the platform's own identity" | "KMS key, through S3" | "KMS key";
/** What a permission of the AWS catalogue is for. */
export type AwsFeature = "billing export" | "organization" | "self-check" | "KMS encryption";
/** An entry of the AWS catalogue. */
export interface AwsPermission extends Permission<AwsResource> {
	readonly feature: AwsFeature;
}
/**
 * Everything that the AWS integration grants or, for `EncryptReports`, asks the key's owner to grant: to whom, and why.
 * Nothing else is granted anywhere in it.
 */
export declare const AWS_PERMISSIONS: readonly AwsPermission[];
/**
 * A statement of an IAM or bucket policy, in the spelling of AWS.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface AwsPolicyStatement {
	/**
	 * Letters and digits, unique in the policy.
	 *
	 * @default - no id
	 */
	readonly Sid?: string;
	readonly Effect: "Allow" | "Deny";
	/**
	 * Whom it is about.
	 *
	 * @default - the identity that the policy is attached to; in a bucket's policy it is required
	 */
	readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
	readonly Action: string | readonly string[];
	readonly Resource: string | readonly string[];
	/**
	 * When it holds: values by condition key, by operator.
	 *
	 * @default - always
	 */
	readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
/** Props of `AwsStorage`. */
export interface AwsStorageProps extends AwsPartProps {
	/**
	 * Name of the bucket to create: 3-63 lower-case letters, digits, '-' and '.', unique in all of AWS. Best without
	 * dots, which do not fit S3's TLS certificate.
	 */
	readonly bucketName: string;
	/**
	 * ARN of a KMS key of this account in us-east-1 to encrypt the reports with. Its policy must let the report service
	 * use it, which is a manual step: AWS does not document how that service works with such keys, so try it before you
	 * rely on it.
	 *
	 * @default - encryption with keys that S3 manages (SSE-S3)
	 */
	readonly kmsKeyArn?: string;
	/**
	 * Days after which a version that was overwritten or deleted goes for good: 1-3650. The report service overwrites
	 * its files several times a day. Current files never expire.
	 *
	 * @default 7
	 */
	readonly noncurrentVersionDays?: number;
	/**
	 * Name of another bucket that takes the access log, below `<bucketName>/`. It must be in us-east-1 and its policy
	 * must let `logging.s3.amazonaws.com` write.
	 *
	 * @default - no access log
	 */
	readonly accessLogBucketName?: string;
	/**
	 * Whether Terraform refuses to destroy the bucket and the billing history in it. It does so only while the bucket is
	 * in the program: taking the construct out takes the protection with it.
	 *
	 * @default true
	 */
	readonly retain?: boolean;
}
/**
 * Where the reports land: an S3 bucket in us-east-1, closed to the public and to plain HTTP. Its policy lets the report
 * service write, for reports of this account only; who else in the account may write is up to the account's IAM.
 */
export declare class AwsStorage extends Construct {
	/** The bucket; `node.defaultChild`. */
	readonly bucket: S3Bucket;
	/** The bucket's one policy document: add to it with `addToBucketPolicy`, a second resource would replace it. */
	readonly bucketPolicy: S3BucketPolicy;
	/** The key that the reports are encrypted with, unless S3 manages it. */
	readonly kmsKeyArn?: string;
	/** Name of the bucket, as Terraform knows it: whoever uses it waits for the bucket. */
	readonly bucketName: string;
	/** ARN of the bucket. */
	readonly bucketArn: string;
	/** Region of the bucket. */
	readonly region = "us-east-1";
	/** The account that the stack is deployed to, which owns the bucket: 12 digits. */
	readonly accountId: string;
	/** Partition of that account: `aws`. */
	readonly partition: string;
	private readonly statements;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsStorageProps);
	/** What its policy grants to the report service. */
	get permissions(): Permission[];
	/** What is left for a person to do. */
	get manualSteps(): ManualStep[];
	/**
	 * Adds a statement to the bucket's policy, which is at most 20 KB long. It is your own: `permissions` does not tell
	 * of it.
	 *
	 * @throws InputError when the policy has a statement of that Sid
	 */
	addToBucketPolicy(statement: AwsPolicyStatement): void;
	private commercialPartition;
	private harden;
}
/** Props of `AwsBillingExport`. */
export interface AwsBillingExportProps extends AwsPartProps {
	/** The bucket that the reports are delivered to. */
	readonly storage: AwsStorage;
	/**
	 * Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first; unique in the account.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly reportName?: string;
	/**
	 * Where in the bucket reports are delivered, and below which the platform reads: 2-256 letters, digits and
	 * `!-_.'()/`, with no '/' at either end and no '.' at the end.
	 *
	 * @default "cur"
	 */
	readonly s3Prefix?: string;
	/**
	 * What one line of the report sums up.
	 *
	 * @default "HOURLY"
	 */
	readonly timeUnit?: "HOURLY" | "DAILY" | "MONTHLY";
	/**
	 * File format and compression.
	 *
	 * @default AwsReportFormat.CSV_GZIP
	 */
	readonly format?: AwsReportFormat;
	/**
	 * What each line tells beyond the basics.
	 *
	 * @default ["RESOURCES"], the ids of resources
	 */
	readonly additionalSchemaElements?: readonly ("RESOURCES" | "SPLIT_COST_ALLOCATION_DATA" | "MANUAL_DISCOUNT_COMPATIBILITY")[];
	/**
	 * Files for other services beside the report. ATHENA must be the only one and needs Parquet and OVERWRITE_REPORT;
	 * REDSHIFT and QUICKSIGHT need CSV.
	 *
	 * @default - none
	 */
	readonly additionalArtifacts?: readonly ("REDSHIFT" | "QUICKSIGHT" | "ATHENA")[];
	/**
	 * Whether a delivery replaces the one before or is stored beside it. With CREATE_NEW_REPORT the bucket grows by a
	 * whole month's report several times a day.
	 *
	 * @default "OVERWRITE_REPORT"
	 */
	readonly reportVersioning?: "OVERWRITE_REPORT" | "CREATE_NEW_REPORT";
	/**
	 * Whether reports of past months are delivered again when AWS changes their costs, with refunds or credits.
	 *
	 * @default true
	 */
	readonly refreshClosedReports?: boolean;
}
/**
 * The billing data itself: a Cost & Usage Report, delivered up to three times a day, the first within 24 hours. From
 * the payer account it covers all accounts of the organization.
 */
export declare class AwsBillingExport extends Construct {
	/** The report; `node.defaultChild`. */
	readonly report: CurReportDefinition;
	/** Where it is delivered to. */
	readonly storage: AwsStorage;
	/** Where in the bucket it is delivered. */
	readonly s3Prefix: string;
	/** Name of the report, as Terraform knows it: whoever uses it waits for the report. */
	readonly reportName: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsBillingExportProps);
	/** ARN of the report. */
	get reportArn(): string;
	/** `s3://bucket/prefix/report`, as the platform asks for it. */
	get bucketPath(): string;
}
/** Props of `AwsIdentity`. */
export interface AwsIdentityProps extends AwsPartProps {
	/**
	 * Name of the IAM user: 1-64 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly userName?: string;
	/**
	 * IAM path of what is created in IAM: `/`, or names of letters, digits and `.,+@=_-` between slashes, such as
	 * `/finops/`; at most 512 characters.
	 *
	 * @default "/"
	 */
	readonly iamPath?: string;
	/**
	 * Whether the access key can be used. An inactive key is kept, and can be made active again.
	 *
	 * @default "Active"
	 */
	readonly accessKeyStatus?: "Active" | "Inactive";
	/**
	 * ARN of the managed policy that bounds what the user can ever be allowed, such as
	 * `arn:aws:iam::111122223333:policy/boundary`.
	 *
	 * @default - no permissions boundary
	 */
	readonly permissionsBoundaryArn?: string;
}
/**
 * Who the platform logs in as: an IAM user with one access key and no permission of its own.
 *
 * The secret access key is in Terraform's state, as the provider puts it there: keep the state where only those may
 * read it who may read the key.
 */
export declare class AwsIdentity extends Construct {
	/** The IAM user; `node.defaultChild`. */
	readonly user: IamUser;
	/** The user's access key. */
	readonly accessKey: IamAccessKey;
	/** ARN of the user. */
	readonly userArn: string;
	/** The public half of the access key. */
	readonly accessKeyId: string;
	/** The secret half of the access key, as a token: hand it on to sensitive places only. */
	readonly secretAccessKey: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props?: AwsIdentityProps);
}
/** Props of `AwsAccess`. */
export interface AwsAccessProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath"> {
	/** Who gets access. */
	readonly identity: AwsIdentity;
	/** What is read. */
	readonly billingExport: AwsBillingExport;
	/**
	 * Name of the managed policy: 1-128 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly policyName?: string;
}
/**
 * What the platform may do: the catalogue's permissions as one managed policy attached to the identity. (The inline
 * policies of a user share 2,048 characters, which these statements would leave little of; a managed policy has 6,144.)
 */
export declare class AwsAccess extends Construct {
	/** The managed policy; `node.defaultChild`. */
	readonly policy: IamPolicy;
	/** What binds the policy to the user. */
	readonly attachment: IamUserPolicyAttachment;
	/** What it grants. */
	readonly permissions: readonly Permission[];
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsAccessProps);
}
type ExportProps = Omit<AwsBillingExportProps, "storage">;
type AccessProps = Omit<AwsAccessProps, "identity" | "billingExport">;
/** Props of `AwsIntegration`: those of its parts, side by side. */
export interface AwsIntegrationProps extends IntegrationProps, AwsIdentityProps, AwsStorageProps, ExportProps, AccessProps {
}
/**
 * Makes an AWS organization's billing data ready for the platform: a Cost & Usage Report in a bucket of its own, a user
 * that may read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * The `create…` methods make the parts; a subclass may override one to make that part differently. The names in the
 * props stay taken even if it then uses others.
 */
export declare class AwsIntegration extends Integration {
	/** Who the platform logs in as. */
	readonly identity: AwsIdentity;
	/** Where the reports land. */
	readonly storage: AwsStorage;
	/** The report itself. */
	readonly billingExport: AwsBillingExport;
	/** What the identity may do. */
	readonly access: AwsAccess;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsIntegrationProps);
	protected createIdentity(props: AwsIdentityProps): AwsIdentity;
	protected createStorage(props: AwsStorageProps): AwsStorage;
	protected createBillingExport(props: Omit<AwsBillingExportProps, "storage">): AwsBillingExport;
	protected createAccess(props: Omit<AwsAccessProps, "identity" | "billingExport">): AwsAccess;
}

export {};
