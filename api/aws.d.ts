import { CurReportDefinition } from '@cdktf/provider-aws/lib/cur-report-definition';
import { DataAwsCurReportDefinition } from '@cdktf/provider-aws/lib/data-aws-cur-report-definition';
import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import { DataAwsIamUser } from '@cdktf/provider-aws/lib/data-aws-iam-user';
import { DataAwsS3Bucket } from '@cdktf/provider-aws/lib/data-aws-s3-bucket';
import { IamAccessKey } from '@cdktf/provider-aws/lib/iam-access-key';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import * as cdktf from 'cdktf';
import { ITerraformDependable } from 'cdktf';
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
/** What every part of the AWS integration takes. */
export interface AwsProviderProps {
	/**
	 * The provider that creates and reads the resources. Its account must be the organization's payer (management)
	 * account, or the member account whose data is wanted, see `accountType`.
	 *
	 * @default - the stack's AWS provider without an alias
	 */
	readonly provider?: AwsProvider;
}
/** What every part takes that creates something. */
export interface AwsPartProps extends AwsProviderProps {
	/**
	 * Tags of whatever takes tags (user or role, policy, bucket, report): at most 50, keys of 1-128 and values of up to 256
	 * letters, digits, spaces and `_.:/=+-@`.
	 *
	 * @default - no tags beyond the provider's `default_tags`
	 */
	readonly tags?: Record<string, string>;
}
/** What a permission of the AWS catalogue covers. */
export type AwsResource = "export bucket" | "export bucket, listing below the prefix" | "all objects of the export bucket" | "objects below the prefix" | "organization as a whole" | "accounts, units and roots of the organization" | "the platform's own identity" | "KMS key, through S3 and for the export" | "KMS key" | "the role";
/** What a permission of the AWS catalogue is for. */
export type AwsFeature = "login" | "billing export" | "organization" | "self-check" | "KMS encryption";
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
/** What a bucket for reports takes, new or not. */
export interface AwsStorageBaseProps extends AwsProviderProps {
	/**
	 * The account that has to be deployed to, which owns the bucket and the report: 12 digits. With credentials of another
	 * account Terraform stops at plan.
	 *
	 * @default - whatever account the credentials are of
	 */
	readonly accountId?: string;
	/**
	 * ARN of a KMS key of this account in us-east-1 that the reports are encrypted with. Its policy must let the report
	 * service use it, which is a manual step: AWS does not document how that service works with such keys, so try it
	 * before you rely on it.
	 *
	 * @default - encryption with keys that S3 manages (SSE-S3)
	 */
	readonly kmsKeyArn?: string;
}
/** A bucket in us-east-1 that reports are delivered to: a new one (`AwsStorage`) or one that is there already. */
export declare abstract class AwsStorageBase extends Part {
	/** What the bucket's policy says, by this program. */
	protected readonly statements: AwsPolicyStatement[];
	/** Name of the bucket, as Terraform knows it: whoever uses it waits for the bucket. */
	abstract readonly bucketName: string;
	/** ARN of the bucket. */
	abstract readonly bucketArn: string;
	/** Whether its policy lets the report service in, now or once `deliveryDependencies` are there. */
	abstract readonly deliveryReady: boolean;
	/** What has to be there before a report is defined: the service tests the bucket then. */
	abstract readonly deliveryDependencies: readonly ITerraformDependable[];
	/** The key that the reports are encrypted with, unless S3 manages it. */
	readonly kmsKeyArn?: string;
	/** Region of the bucket. */
	readonly region = "us-east-1";
	/** The account that the stack is deployed to, which owns the bucket: 12 digits. */
	readonly accountId: string;
	/** Partition of that account: `aws`. */
	readonly partition: string;
	/** How messages name it. */
	protected readonly subject: string;
	/** What creates or reads it; `undefined` for the stack's AWS provider without an alias. */
	readonly provider?: AwsProvider;
	constructor(scope: Construct, id: string, props: AwsStorageBaseProps);
	/**
	 * Adds a statement to the bucket's policy, which is at most 20 KB long. It is your own: `permissions` does not tell
	 * of it.
	 *
	 * What Terraform fills in goes in as it is, unchecked.
	 *
	 * @throws InputError when it is no statement of a bucket's policy, when the policy has one of that Sid, or when the
	 * policy is not this program's own
	 */
	addToBucketPolicy(statement: AwsPolicyStatement): void;
	get manualSteps(): ManualStep[];
	/** Puts the statements into the bucket's policy. */
	protected abstract writeStatements(statements: readonly AwsPolicyStatement[]): void;
	private account;
	private commercialPartition;
}
/** What a report takes, new or not. */
export interface AwsBillingExportBaseProps extends AwsProviderProps {
	/**
	 * What the account that is deployed to is: `PAYER` for the organization's payer (management) account, whose report
	 * covers all accounts; `MEMBER` for any other, also one in no organization, whose report covers that account alone.
	 * From there the organization cannot be listed, so that is not granted either.
	 *
	 * Source: https://docs.aws.amazon.com/cur/latest/userguide/cur-consolidated-billing.html
	 *
	 * @default "PAYER"
	 */
	readonly accountType?: "PAYER" | "MEMBER";
}
/** A Cost & Usage Report: a new one (`AwsBillingExport`) or one that is there already. */
export declare abstract class AwsBillingExportBase extends Part {
	/** Where it is delivered to. */
	abstract readonly storage: AwsStorageBase;
	/** Where in the bucket it is delivered. */
	abstract readonly s3Prefix: string;
	/** Name of the report, as Terraform knows it: whoever uses it waits for the report. */
	abstract readonly reportName: string;
	/** Whether the report covers the organization or one account. */
	readonly accountType: "PAYER" | "MEMBER";
	/** What creates or reads it; `undefined` for the stack's AWS provider without an alias. */
	readonly provider?: AwsProvider;
	constructor(scope: Construct, id: string, props: AwsBillingExportBaseProps);
	/** ARN of the report. */
	get reportArn(): string;
	/** `s3://bucket/prefix/report`, as the platform asks for it. */
	get bucketPath(): string;
	get limitations(): string[];
}
/** The rows of the platform's form that depend on who it logs in as. */
export type AwsIdentityKey = "user_arn" | "access_key_id" | "secret_access_key" | "role_arn" | "external_id";
/** Those of them that an identity fills in. */
export type AwsIdentityValues = Readonly<Partial<Record<AwsIdentityKey, string>>>;
/** What attaches a managed policy to an identity. */
export interface AwsPolicyAttachmentConfig extends AwsProviderProps {
	/** ARN of the managed policy. */
	readonly policyArn: string;
}
/**
 * Who the platform logs in as: a user (`AwsIdentity`), a role (`AwsRoleIdentity`), or one that is there already
 * (`AwsIdentity.fromUser`, `AwsIdentity.fromRole`).
 */
export declare abstract class AwsIdentityBase extends Part {
	/** ARN of the user or role. */
	abstract readonly arn: string;
	/** The rows of the platform's form that it fills in. */
	abstract readonly formValues: AwsIdentityValues;
	/** What creates or reads it; `undefined` for the stack's AWS provider without an alias. */
	readonly provider?: AwsProvider;
	constructor(scope: Construct, id: string, props: AwsProviderProps);
	/** Attaches a managed policy to it. */
	abstract attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment | IamRolePolicyAttachment;
}
/** What an identity that is a user takes for its access key. */
export interface AwsAccessKeyProps {
	/**
	 * Whether Terraform creates the access key. Its secret is in Terraform's state then. With `false` a person creates the
	 * key, which is a manual step, and the state never has it; the outputs lack the two rows of the key.
	 *
	 * @default true
	 */
	readonly createAccessKey?: boolean;
	/**
	 * Whether the access key can be used. An inactive key is kept, and can be made active again.
	 *
	 * @default "Active"
	 */
	readonly accessKeyStatus?: "Active" | "Inactive";
}
/** Props of `AwsIdentity.fromRole`. */
export interface AwsExistingRoleProps extends AwsProviderProps {
	/** Name of the role, without its path: 1-64 letters, digits and `_+=,.@-`. */
	readonly roleName: string;
	/**
	 * The external id that the role's trust policy asks for: 16-1224 letters, digits and `_+=,.@:/-`. Terraform stops at
	 * plan unless each statement of that policy that allows has it, and no other, under `StringEquals`, and trusts no
	 * wildcard.
	 */
	readonly externalId: string;
}
/** A role that is there already, see `AwsIdentity.fromRole`. */
export declare class AwsExistingRole extends AwsIdentityBase {
	/** The role as AWS knows it; `node.defaultChild`. */
	readonly role: DataAwsIamRole;
	readonly arn: string;
	readonly formValues: AwsIdentityValues;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsExistingRoleProps);
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment;
}
/** Props of `AwsIdentity.fromUser`. */
export interface AwsExistingUserProps extends AwsProviderProps, AwsAccessKeyProps {
	/** Name of the user, without its path: 1-64 letters, digits and `_+=,.@-`. */
	readonly userName: string;
}
/** A user that is there already, see `AwsIdentity.fromUser`. AWS lets a user have two access keys. */
export declare class AwsExistingUser extends AwsIdentityBase {
	/** The user as AWS knows it; `node.defaultChild`. */
	readonly user: DataAwsIamUser;
	/** The access key made for it, unless a person creates it. Its `secret` is a token: hand it on to sensitive places only. */
	readonly accessKey?: IamAccessKey;
	readonly arn: string;
	readonly formValues: AwsIdentityValues;
	private readonly userName;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsExistingUserProps);
	get manualSteps(): ManualStep[];
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment;
}
/** Props of `AwsIdentity`. */
export interface AwsIdentityProps extends AwsPartProps, AwsAccessKeyProps {
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
	 * ARN of the managed policy that bounds what the identity can ever be allowed, such as
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
 * read it who may read the key, or see `createAccessKey`.
 */
export declare class AwsIdentity extends AwsIdentityBase {
	/**
	 * A user that is there already. Terraform creates an access key for it, unless told not to, and the access attaches its
	 * policy; nothing else of it is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromUser(scope: Construct, id: string, props: AwsExistingUserProps): AwsExistingUser;
	/**
	 * A role that is there already and lets the platform in by an external id. The access attaches its policy; nothing else
	 * of it is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromRole(scope: Construct, id: string, props: AwsExistingRoleProps): AwsExistingRole;
	/** The IAM user; `node.defaultChild`. */
	readonly user: IamUser;
	/** The user's access key, unless a person creates it. Its `secret` is a token: hand it on to sensitive places only. */
	readonly accessKey?: IamAccessKey;
	readonly arn: string;
	readonly formValues: AwsIdentityValues;
	private readonly userName;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props?: AwsIdentityProps);
	get manualSteps(): ManualStep[];
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment;
}
/** Props of `AwsAccess`. */
export interface AwsAccessProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath"> {
	/** Who gets access. */
	readonly identity: AwsIdentityBase;
	/** What is read. */
	readonly billingExport: AwsBillingExportBase;
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
export declare class AwsAccess extends Part {
	/** The managed policy; `node.defaultChild`. */
	readonly policy: IamPolicy;
	/** What binds the policy to the user or role. */
	readonly attachment: IamUserPolicyAttachment | IamRolePolicyAttachment;
	private readonly granted;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsAccessProps);
	get permissions(): Permission[];
}
/** Props of `AwsBillingExport.fromReport`. */
export interface AwsExistingReportProps extends AwsBillingExportBaseProps, AwsStorageBaseProps {
	/** Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first. */
	readonly reportName: string;
}
/** A report that is there already, see `AwsBillingExport.fromReport`. */
export declare class AwsExistingReport extends AwsBillingExportBase {
	/** The report as AWS knows it; `node.defaultChild`. */
	readonly report: DataAwsCurReportDefinition;
	readonly storage: AwsStorageBase;
	readonly s3Prefix: string;
	readonly reportName: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsExistingReportProps);
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
/** Props of `AwsBillingExport`. */
export interface AwsBillingExportProps extends AwsPartProps, AwsBillingExportBaseProps {
	/** The bucket that the reports are delivered to. */
	readonly storage: AwsStorageBase;
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
export declare class AwsBillingExport extends AwsBillingExportBase {
	/**
	 * A report that is there already. Its bucket and prefix are read from its definition, and nothing of it is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromReport(scope: Construct, id: string, props: AwsExistingReportProps): AwsExistingReport;
	/** The report; `node.defaultChild`. Its `count` is 0 as long as the bucket's policy does not let it in. */
	readonly report: CurReportDefinition;
	readonly storage: AwsStorageBase;
	readonly s3Prefix: string;
	readonly reportName: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsBillingExportProps);
}
/** Props of `AwsStorage.fromBucket`. */
export interface AwsExistingBucketProps extends AwsStorageBaseProps {
	/** Name of the bucket: it is in us-east-1 and belongs to the account that is deployed to. */
	readonly bucketName: string;
	/**
	 * Who sees to it that the bucket's policy lets the report service in.
	 *
	 * - `MERGE`: Terraform adds the statements to the policy that the bucket has. What is in it stays, but for statements
	 *   of our own Sids. No other program may manage that policy: each would undo the other's change. The policy has
	 *   `prevent_destroy`, because destroying it would remove the other statements, too. That protects it while it is in
	 *   the program: before you change this property, rename the construct or take it out, let Terraform forget the
	 *   policy (`terraform state rm`).
	 * - `CREATE`: the bucket has no policy (`aws s3api get-bucket-policy` answers NoSuchBucketPolicy), and Terraform
	 *   creates one. It would replace one that is there without a word.
	 * - `ELSEWHERE`: another program or team manages the policy. The statements it needs are a manual step and an output;
	 *   the report waits for `policyReady`.
	 */
	readonly policy: "MERGE" | "CREATE" | "ELSEWHERE";
	/**
	 * With `ELSEWHERE`, whether the statements are in the bucket's policy by now. Until then no report is created, because
	 * AWS would refuse it; everything else is.
	 *
	 * @default false
	 */
	readonly policyReady?: boolean;
}
/** A bucket that is there already, see `AwsStorage.fromBucket`. */
export declare class AwsExistingBucket extends AwsStorageBase {
	/** The bucket as AWS knows it; `node.defaultChild`. */
	readonly bucket: DataAwsS3Bucket;
	/** Its policy, unless that is managed elsewhere. */
	readonly bucketPolicy?: S3BucketPolicy;
	readonly bucketName: string;
	readonly bucketArn: string;
	readonly deliveryReady: boolean;
	readonly deliveryDependencies: readonly ITerraformDependable[];
	private readonly mergedPolicy?;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsExistingBucketProps);
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	protected writeStatements(statements: readonly AwsPolicyStatement[]): void;
	private writePolicy;
}
/** Props of `AwsStorage`. */
export interface AwsStorageProps extends AwsPartProps, AwsStorageBaseProps {
	/**
	 * Name of the bucket to create: 3-63 lower-case letters, digits, '-' and '.', unique in all of AWS. Best without
	 * dots, which do not fit S3's TLS certificate.
	 */
	readonly bucketName: string;
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
export declare class AwsStorage extends AwsStorageBase {
	/**
	 * A bucket that is there already, in us-east-1 and of the account that is deployed to. Terraform changes at most its
	 * policy, see `AwsExistingBucketProps.policy`.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromBucket(scope: Construct, id: string, props: AwsExistingBucketProps): AwsExistingBucket;
	/** The bucket; `node.defaultChild`. */
	readonly bucket: S3Bucket;
	/** The bucket's one policy document: add to it with `addToBucketPolicy`, a second resource would replace it. */
	readonly bucketPolicy: S3BucketPolicy;
	readonly bucketName: string;
	readonly bucketArn: string;
	readonly deliveryReady = true;
	readonly deliveryDependencies: readonly ITerraformDependable[];
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsStorageProps);
	get permissions(): Permission[];
	protected writeStatements(statements: readonly AwsPolicyStatement[]): void;
	private harden;
}
/** The parts that can be passed instead of being made. */
export interface AwsIntegrationParts {
	/**
	 * Who the platform logs in as: `new AwsRoleIdentity(…)`, `AwsIdentity.fromUser(…)`, `AwsIdentity.fromRole(…)`. The
	 * properties of the user are left out then.
	 *
	 * @default - a new user with an access key
	 */
	readonly identity?: AwsIdentityBase;
	/**
	 * Where the reports land: `AwsStorage.fromBucket(…)`. The properties of the bucket are left out then.
	 *
	 * @default - a new bucket, for which `bucketName` is required
	 */
	readonly storage?: AwsStorageBase;
	/**
	 * The report: `AwsBillingExport.fromReport(…)`. The properties of report and bucket, and `storage`, are left out then.
	 *
	 * @default - a new report
	 */
	readonly billingExport?: AwsBillingExportBase;
}
type ExportProps = Omit<AwsBillingExportProps, "storage">;
type AccessProps = Omit<AwsAccessProps, "identity" | "billingExport">;
/** Props of `AwsIntegration`: those of its parts, side by side, or the parts themselves. */
export interface AwsIntegrationProps extends IntegrationProps, AwsIntegrationParts, AwsIdentityProps, Partial<AwsStorageProps>, ExportProps, AccessProps {
}
/**
 * Makes an AWS organization's billing data ready for the platform: a Cost & Usage Report in a bucket of its own, a user
 * that may read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make that
 * part differently. The names in the props stay taken even if it then uses others.
 */
export declare class AwsIntegration extends Integration {
	/** Who the platform logs in as. */
	readonly identity: AwsIdentityBase;
	/** Where the reports land. */
	readonly storage: AwsStorageBase;
	/** The report itself. */
	readonly billingExport: AwsBillingExportBase;
	/** What the identity may do. */
	readonly access: AwsAccess;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsIntegrationProps);
	protected createIdentity(props: AwsIdentityProps): AwsIdentityBase;
	protected createStorage(props: AwsStorageProps): AwsStorageBase;
	protected createBillingExport(props: Omit<AwsBillingExportProps, "storage">): AwsBillingExportBase;
	protected createAccess(props: Omit<AwsAccessProps, "identity" | "billingExport">): AwsAccess;
}
/** Props of `AwsRoleIdentity`. */
export interface AwsRoleIdentityProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath" | "permissionsBoundaryArn"> {
	/**
	 * ARN of whom the role lets in, as the platform tells it: a role, a user, or the root of the platform's account, such
	 * as `arn:aws:iam::444455556666:root`.
	 */
	readonly trustedPrincipalArn: string;
	/**
	 * What the platform has to say when it takes on the role, so that no other customer of the platform can have it do so:
	 * 16-1224 letters, digits and `_+=,.@:/-`. Best the one that the platform made for you. It is no secret.
	 */
	readonly externalId: string;
	/**
	 * Name of the role: 1-64 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly roleName?: string;
}
/**
 * Who the platform logs in as, without a key: an IAM role that only the platform may take on, and only with the external
 * id. Nothing of it is secret.
 */
export declare class AwsRoleIdentity extends AwsIdentityBase {
	/** The IAM role; `node.defaultChild`. */
	readonly role: IamRole;
	readonly arn: string;
	readonly formValues: AwsIdentityValues;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: AwsRoleIdentityProps);
	get permissions(): Permission[];
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment;
}

export {};
