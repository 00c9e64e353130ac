import { CurReportDefinition } from '@cdktf/provider-aws/lib/cur-report-definition';
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
/** Props of every part of the AWS integration. */
export interface AwsProviderProps {
	/**
	 * Provider that creates and reads the resources. Its account must be the organization's payer (management) account, or the
	 * member account whose data the platform reads, see `accountType`.
	 *
	 * @default - the stack's AWS provider without an alias
	 */
	readonly provider?: AwsProvider;
}
/** Props of every part that creates resources. */
export interface AwsPartProps extends AwsProviderProps {
	/**
	 * Tags of the resources that support tags (user or role, policy, bucket, report): at most 50, keys of 1-128 and values of
	 * up to 256 letters, digits, spaces and `_.:/=+-@`.
	 *
	 * @default - no tags beyond the provider's `default_tags`
	 */
	readonly tags?: Record<string, string>;
}
/** Scope of a permission of the AWS catalogue. */
export type AwsPermissionResource = "export bucket" | "export bucket, listing below the prefix" | "all objects of the export bucket" | "objects below the prefix" | "organization as a whole" | "accounts, units and roots of the organization" | "the platform's own identity" | "KMS key, through S3 and for the export" | "KMS key" | "the role";
/** Feature of the platform that needs a permission of the AWS catalogue. */
export type AwsPermissionFeature = "login" | "billing export" | "organization" | "self-check" | "KMS encryption";
/** Entry of the AWS catalogue. */
export interface AwsPermission extends Permission<AwsPermissionResource> {
	readonly feature: AwsPermissionFeature;
}
/**
 * All permissions that the AWS integration grants or, for `EncryptReports`, asks the key's owner to grant, with grantee and
 * reason. It grants nothing else.
 */
export declare const AWS_PERMISSIONS: readonly AwsPermission[];
/**
 * Statement of an IAM or bucket policy, in AWS's spelling.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface AwsPolicyStatement {
	/**
	 * Id of the statement: letters and digits, unique in the policy.
	 *
	 * @default - no id
	 */
	readonly Sid?: string;
	readonly Effect: "Allow" | "Deny";
	/**
	 * Principal that the statement applies to.
	 *
	 * @default - the identity that the policy is attached to; required in a bucket's policy
	 */
	readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
	readonly Action: string | readonly string[];
	readonly Resource: string | readonly string[];
	/**
	 * Condition under which the statement applies: values by condition key, by operator.
	 *
	 * @default - always
	 */
	readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
/** Key of a row of the platform's form that depends on the identity. */
export type AwsIdentityFieldKey = "user_arn" | "access_key_id" | "secret_access_key" | "role_arn" | "external_id";
/** Rows of the platform's form that an identity fills in. */
export type AwsIdentityFieldValues = Readonly<Partial<Record<AwsIdentityFieldKey, string>>>;
/** Configuration of the attachment of a managed policy to an identity. */
export interface AwsPolicyAttachmentConfig extends AwsProviderProps {
	/** ARN of the managed policy. */
	readonly policyArn: string;
}
/**
 * Identity that the platform logs in as: a user or a role, new (`AwsIdentity`, `AwsRoleIdentity`) or existing
 * (`AwsIdentity.fromUser`, `AwsIdentity.fromRole`).
 */
export interface IAwsIdentity extends IPassablePart<"IAwsIdentity">, AwsProviderProps {
	/** ARN of the user or role. */
	readonly arn: string;
	/** Rows of the platform's form that it fills in. */
	readonly fieldValues: AwsIdentityFieldValues;
	/** Attaches a managed policy to it. */
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment | IamRolePolicyAttachment;
}
/** Storage of the reports: an S3 bucket in us-east-1, new (`AwsStorage`) or existing (`AwsStorage.fromBucket`). */
export interface IAwsStorage extends IPassablePart<"IAwsStorage">, AwsProviderProps {
	/** Name of the bucket, as a reference: resources that use it wait for the bucket. */
	readonly bucketName: string;
	/** ARN of the bucket. */
	readonly bucketArn: string;
	/** Region of the bucket. */
	readonly region: "us-east-1";
	/** Account that the stack is deployed to, which owns the bucket: 12 digits. */
	readonly accountId: string;
	/** Partition of that account: `aws`. */
	readonly partition: string;
	/**
	 * Whether the bucket's policy allows the report service, now or once `deliveryDependencies` exist. While it is `false`, no
	 * report is created: report in `manualSteps` what a person has to do.
	 */
	readonly deliveryReady: boolean;
	/** Resources that must exist before a report is defined, because the service tests the bucket then. */
	readonly deliveryDependencies: readonly ITerraformDependable[];
	/**
	 * ARN of the KMS key that encrypts the reports.
	 *
	 * @default - encryption with keys that S3 manages (SSE-S3)
	 */
	readonly kmsKeyArn?: string;
	/**
	 * Adds your own statement to the bucket's policy, which is at most 20 KB long. `permissions` does not report it.
	 *
	 * An unresolved token in it is not checked.
	 *
	 * @throws InputError when it is not a valid statement of a bucket policy, when its Sid is taken, or when this program does
	 * not own the policy
	 */
	addToBucketPolicy(statement: AwsPolicyStatement): void;
}
/** Cost & Usage Report, new (`AwsBillingExport`) or existing (`AwsBillingExport.fromReport`). */
export interface IAwsBillingExport extends IPassablePart<"IAwsBillingExport">, AwsProviderProps {
	/** Bucket that the report is delivered to. */
	readonly storage: IAwsStorage;
	/** Prefix in the bucket, below which the report is delivered. */
	readonly s3Prefix: string;
	/** Name of the report, as a reference: resources that use it wait for the report. */
	readonly reportName: string;
	/** ARN of the report. */
	readonly reportArn: string;
	/** `s3://bucket/prefix/report`, as the platform's form has it. */
	readonly bucketPath: string;
	/** Type of the account: the report of a `PAYER` covers the organization, that of a `MEMBER` covers itself. */
	readonly accountType: "PAYER" | "MEMBER";
}
declare abstract class AwsIdentityBase extends Part implements IAwsIdentity {
	readonly finopsInterface = "IAwsIdentity";
	abstract readonly arn: string;
	abstract readonly fieldValues: AwsIdentityFieldValues;
	readonly provider?: AwsProvider;
	constructor(scope: Construct, id: string, validProps: AwsProviderProps);
	abstract attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment | IamRolePolicyAttachment;
}
/** Props of `AwsIdentity.fromRole`. */
export interface AwsExistingRoleProps extends AwsProviderProps {
	/** Name of the role, without its path: 1-64 letters, digits and `_+=,.@-`. */
	readonly roleName: string;
	/**
	 * External id that the role's trust policy requires: 16-1224 letters, digits and `_+=,.@:/-`. Terraform stops at plan
	 * unless each Allow statement of that policy requires this id and no other, by `StringEquals`, and trusts no wildcard.
	 */
	readonly externalId: string;
}
/** Props of the access key of a user. */
export interface AwsAccessKeyProps {
	/**
	 * Whether Terraform creates the access key, whose secret is then in Terraform's state. With `false` a person creates it in
	 * a manual step, the state never holds it, and the two outputs of the key are missing.
	 *
	 * @default true
	 */
	readonly createAccessKey?: boolean;
	/**
	 * Status of the access key. An inactive key is kept, and can be activated again.
	 *
	 * @default "Active"
	 */
	readonly accessKeyStatus?: "Active" | "Inactive";
}
declare abstract class AwsUserIdentity extends AwsIdentityBase {
	/** Access key; `undefined` with `createAccessKey: false`. Its `secret` is a token: pass it to sensitive arguments only. */
	abstract readonly accessKey?: IamAccessKey;
	/** Name of the user, as a reference. */
	protected abstract readonly userName: string;
	get manualSteps(): ManualStep[];
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamUserPolicyAttachment;
}
/** Props of `AwsIdentity.fromUser`. */
export interface AwsExistingUserProps extends AwsProviderProps, AwsAccessKeyProps {
	/** Name of the user, without its path: 1-64 letters, digits and `_+=,.@-`. */
	readonly userName: string;
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
	 * Path of the resources created in IAM: `/`, or names of letters, digits and `.,+@=_-` between slashes, such as
	 * `/finops/`; at most 512 characters.
	 *
	 * @default "/"
	 */
	readonly iamPath?: string;
	/**
	 * ARN of the managed policy that limits the permissions of the identity, its permissions boundary, such as
	 * `arn:aws:iam::111122223333:policy/boundary`.
	 *
	 * @default - no permissions boundary
	 */
	readonly permissionsBoundaryArn?: string;
}
/**
 * Identity that the platform logs in as: an IAM user with one access key and no permissions of its own.
 *
 * The provider stores the secret access key in Terraform's state: give access to the state only to those who may read the
 * key, or see `createAccessKey`.
 *
 * @throws InputError when a property is refused
 */
export declare class AwsIdentity extends AwsUserIdentity {
	/**
	 * References an existing user. Terraform creates an access key for it, unless `createAccessKey` is `false`, and the access
	 * attaches its policy; nothing else about the user changes.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromUser(scope: Construct, id: string, props: AwsExistingUserProps): IAwsIdentity;
	/**
	 * References an existing role that the platform can assume with an external id. The access attaches its policy; nothing
	 * else about the role changes.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromRole(scope: Construct, id: string, props: AwsExistingRoleProps): IAwsIdentity;
	/** The IAM user; `node.defaultChild`. */
	readonly user: IamUser;
	/** Access key; `undefined` with `createAccessKey: false`. Its `secret` is a token: pass it to sensitive arguments only. */
	readonly accessKey?: IamAccessKey;
	readonly arn: string;
	readonly fieldValues: AwsIdentityFieldValues;
	protected readonly userName: string;
	constructor(scope: Construct, id: string, props?: AwsIdentityProps);
}
/** Props of `AwsAccess`. */
export interface AwsAccessProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath"> {
	/** Identity that gets access. */
	readonly identity: IAwsIdentity;
	/** Billing export that the identity can read. */
	readonly billingExport: IAwsBillingExport;
	/**
	 * Name of the managed policy: 1-128 letters, digits and `_+=,.@-`; unique in the account, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly policyName?: string;
}
/**
 * Permissions of the platform: the entries of the catalogue as one managed policy, attached to the identity. A managed
 * policy holds 6,144 characters. The inline policies of a user share 2,048, and these statements would use most of them.
 *
 * @throws InputError when a property is refused
 */
export declare class AwsAccess extends Part {
	/** The managed policy; `node.defaultChild`. */
	readonly policy: IamPolicy;
	/** Attachment of the policy to the user or role. */
	readonly attachment: IamUserPolicyAttachment | IamRolePolicyAttachment;
	private readonly granted;
	constructor(scope: Construct, id: string, props: AwsAccessProps);
	get permissions(): Permission[];
}
/** Props of a report, new or existing. */
export interface AwsBillingExportBaseProps extends AwsProviderProps {
	/**
	 * Type of the account that the stack is deployed to: `PAYER` for the payer (management) account of the organization, whose
	 * report covers all accounts; `MEMBER` for any other account, also one outside an organization, whose report covers only
	 * itself. A member account cannot list the organization, so that permission is not granted either.
	 *
	 * Source: https://docs.aws.amazon.com/cur/latest/userguide/cur-consolidated-billing.html
	 *
	 * @default "PAYER"
	 */
	readonly accountType?: "PAYER" | "MEMBER";
}
declare abstract class AwsBillingExportBase extends Part implements IAwsBillingExport {
	readonly finopsInterface = "IAwsBillingExport";
	abstract readonly storage: IAwsStorage;
	abstract readonly s3Prefix: string;
	abstract readonly reportName: string;
	readonly accountType: "PAYER" | "MEMBER";
	readonly provider?: AwsProvider;
	constructor(scope: Construct, id: string, validProps: AwsBillingExportBaseProps);
	get reportArn(): string;
	get bucketPath(): string;
	get limitations(): string[];
}
/** Props of a bucket for reports, new or existing. */
export interface AwsStorageBaseProps extends AwsProviderProps {
	/**
	 * Account that the stack must be deployed to, which owns the bucket and the report: 12 digits. With credentials of another
	 * account, Terraform stops at plan.
	 *
	 * @default - the account of the credentials
	 */
	readonly accountId?: string;
	/**
	 * ARN of the KMS key that encrypts the reports, in us-east-1 and in the same account. Its policy must allow the report
	 * service to use it, which is a manual step. AWS does not document how that service works with such keys, so test it
	 * before you rely on it.
	 *
	 * @default - encryption with keys that S3 manages (SSE-S3)
	 */
	readonly kmsKeyArn?: string;
}
declare abstract class AwsStorageBase extends Part implements IAwsStorage {
	readonly finopsInterface = "IAwsStorage";
	abstract readonly bucketName: string;
	abstract readonly bucketArn: string;
	abstract readonly deliveryReady: boolean;
	abstract readonly deliveryDependencies: readonly ITerraformDependable[];
	readonly region = "us-east-1";
	readonly accountId: string;
	readonly partition: string;
	readonly kmsKeyArn?: string;
	readonly provider?: AwsProvider;
	/** Statements of this program in the bucket's policy. */
	protected readonly statements: AwsPolicyStatement[];
	/** Name of the construct in errors. */
	protected readonly subject: string;
	constructor(scope: Construct, id: string, validProps: AwsStorageBaseProps);
	addToBucketPolicy(statement: AwsPolicyStatement): void;
	get manualSteps(): ManualStep[];
	/** Writes the statements into the bucket's policy. */
	protected abstract writeStatements(statements: readonly AwsPolicyStatement[]): void;
	private readAccount;
	private readPartition;
}
/** Props of `AwsBillingExport.fromReport`. */
export interface AwsExistingReportProps extends AwsBillingExportBaseProps, AwsStorageBaseProps {
	/** Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first. */
	readonly reportName: string;
}
/**
 * File format and compression of a report. They are one value, because the service supports only some pairs: it refuses
 * other pairs at apply, with a message that does not say why.
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
	/** Storage that the reports are delivered to. */
	readonly storage: IAwsStorage;
	/**
	 * Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first; unique in the account.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly reportName?: string;
	/**
	 * Prefix in the bucket, below which reports are delivered and the platform reads: 2-256 letters, digits and `!-_.'()/`,
	 * with no '/' at either end and no '.' at the end.
	 *
	 * @default "cur"
	 */
	readonly s3Prefix?: string;
	/**
	 * Period that each line of the report sums up.
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
	 * Additional content of each line.
	 *
	 * @default ["RESOURCES"], the ids of resources
	 */
	readonly additionalSchemaElements?: readonly ("RESOURCES" | "SPLIT_COST_ALLOCATION_DATA" | "MANUAL_DISCOUNT_COMPATIBILITY")[];
	/**
	 * Additional files for other services. `ATHENA` must be the only one, and needs Parquet and `OVERWRITE_REPORT`; `REDSHIFT`
	 * and `QUICKSIGHT` need CSV.
	 *
	 * @default - none
	 */
	readonly additionalArtifacts?: readonly ("REDSHIFT" | "QUICKSIGHT" | "ATHENA")[];
	/**
	 * Versioning of the report: a delivery overwrites the previous one, or is stored beside it. With `CREATE_NEW_REPORT`, the
	 * bucket grows by the report of a whole month several times a day.
	 *
	 * @default "OVERWRITE_REPORT"
	 */
	readonly reportVersioning?: "OVERWRITE_REPORT" | "CREATE_NEW_REPORT";
	/**
	 * Whether AWS delivers the reports of past months again when it changes their costs, with refunds or credits.
	 *
	 * @default true
	 */
	readonly refreshClosedReports?: boolean;
}
/**
 * Billing data: a Cost & Usage Report, delivered up to three times a day, the first time within 24 hours. The report of the
 * payer account covers all accounts of the organization.
 *
 * @throws InputError when a property is refused
 */
export declare class AwsBillingExport extends AwsBillingExportBase {
	/**
	 * References an existing report. Terraform reads its bucket and prefix from its definition, and changes nothing about it.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromReport(scope: Construct, id: string, props: AwsExistingReportProps): IAwsBillingExport;
	/** The report; `node.defaultChild`. Its `count` is 0 while the bucket's policy does not allow the report service. */
	readonly report: CurReportDefinition;
	readonly storage: IAwsStorage;
	readonly s3Prefix: string;
	readonly reportName: string;
	constructor(scope: Construct, id: string, props: AwsBillingExportProps);
}
/** Props of `AwsStorage.fromBucket`. */
export interface AwsExistingBucketProps extends AwsStorageBaseProps {
	/** Name of the bucket, which is in us-east-1 and belongs to the account that the stack is deployed to. */
	readonly bucketName: string;
	/**
	 * Management of the bucket's policy, which must allow the report service.
	 *
	 * - `MERGE`: Terraform adds the statements to the bucket's existing policy. The other statements stay, except those with
	 *   the Sids of this library. No other program must manage that policy: each would undo the other's change. The policy
	 *   has `prevent_destroy`, because destroying it would remove the other statements, too. That protects it only while it
	 *   is in the program: before you change this property, or rename or delete the construct, remove the policy from
	 *   Terraform's state (`terraform state rm`).
	 * - `CREATE`: the bucket has no policy (`aws s3api get-bucket-policy` answers NoSuchBucketPolicy), and Terraform creates
	 *   one. It would replace an existing policy without a warning.
	 * - `ELSEWHERE`: another program or team manages the policy. The required statements are a manual step and an output; the
	 *   report waits for `policyReady`.
	 */
	readonly policy: "MERGE" | "CREATE" | "ELSEWHERE";
	/**
	 * Whether the bucket's policy contains the statements by now; for `ELSEWHERE` only. Until then, everything is created
	 * except the report, which AWS would refuse.
	 *
	 * @default false
	 */
	readonly policyReady?: boolean;
}
/** Props of `AwsStorage`. */
export interface AwsStorageProps extends AwsPartProps, AwsStorageBaseProps {
	/**
	 * Name of the bucket to create: 3-63 lower-case letters, digits, '-' and '.', unique in all of AWS. Avoid dots, which do
	 * not match S3's TLS certificate.
	 */
	readonly bucketName: string;
	/**
	 * Days after which an overwritten or deleted version is removed permanently: 1-3650. The report service overwrites its
	 * files several times a day. Current files never expire.
	 *
	 * @default 7
	 */
	readonly noncurrentVersionDays?: number;
	/**
	 * Name of another bucket that receives the access log, below `<bucketName>/`. It must be in us-east-1, and its policy must
	 * allow `logging.s3.amazonaws.com` to write.
	 *
	 * @default - no access log
	 */
	readonly accessLogBucketName?: string;
	/**
	 * Whether Terraform refuses to destroy the bucket and the billing history in it. The protection lasts only while the
	 * construct is in the program: removing the construct removes the protection, too.
	 *
	 * @default true
	 */
	readonly retain?: boolean;
}
/**
 * Storage of the reports: an S3 bucket in us-east-1, closed to the public and to plain HTTP. Its policy allows the report
 * service to write, for reports of this account only. The account's IAM policies decide who else in the account can write.
 *
 * @throws InputError when a property is refused
 */
export declare class AwsStorage extends AwsStorageBase {
	/**
	 * References an existing bucket, in us-east-1 and in the account that the stack is deployed to. Terraform changes at most
	 * its policy, see `AwsExistingBucketProps.policy`.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromBucket(scope: Construct, id: string, props: AwsExistingBucketProps): IAwsStorage;
	/** The bucket; `node.defaultChild`. */
	readonly bucket: S3Bucket;
	/** The only policy of the bucket: add to it with `addToBucketPolicy`, because a second resource would replace it. */
	readonly bucketPolicy: S3BucketPolicy;
	readonly bucketName: string;
	readonly bucketArn: string;
	readonly deliveryReady = true;
	readonly deliveryDependencies: readonly ITerraformDependable[];
	constructor(scope: Construct, id: string, props: AwsStorageProps);
	get permissions(): Permission[];
	protected writeStatements(statements: readonly AwsPolicyStatement[]): void;
	private createSettings;
}
type ExportProps = Omit<AwsBillingExportProps, "storage">;
type AccessProps = Omit<AwsAccessProps, "identity" | "billingExport">;
/**
 * Options of `AwsIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `AwsIntegrationProps` adds the required properties.
 */
export interface AwsIntegrationOptions extends IntegrationProps, AwsIdentityProps, Omit<AwsStorageProps, "bucketName">, ExportProps, AccessProps {
	/**
	 * Identity that the platform logs in as: `new AwsRoleIdentity(…)`, `AwsIdentity.fromUser(…)`, `AwsIdentity.fromRole(…)`,
	 * or your own. The properties of the user must be left out then.
	 *
	 * @default - a new user with an access key
	 */
	readonly identity?: IAwsIdentity;
}
/** Props of `AwsIntegration` with a new bucket and a new report. */
export interface AwsNewStorageIntegrationProps extends AwsIntegrationOptions, Pick<AwsStorageProps, "bucketName"> {
	/**
	 * Not together with `bucketName`: pass one of them.
	 *
	 * @default - a new bucket
	 */
	readonly storage?: never;
	/**
	 * Not together with `bucketName`: pass one of them.
	 *
	 * @default - a new report
	 */
	readonly billingExport?: never;
}
/** Props of `AwsIntegration` with a new report in a bucket that is passed. Set the properties of the bucket on `storage`. */
export interface AwsPassedStorageIntegrationProps extends AwsIntegrationOptions {
	/** Storage of the reports: `AwsStorage.fromBucket(…)`, `new AwsStorage(…)`, or your own. */
	readonly storage: IAwsStorage;
	/**
	 * Not together with `storage`, which has its own bucket.
	 *
	 * @default - the bucket of `storage`
	 */
	readonly bucketName?: never;
	/**
	 * Not together with `storage`: a report has its own.
	 *
	 * @default - a new report
	 */
	readonly billingExport?: never;
}
/** Props of `AwsIntegration` with a report that is passed. Set the properties of report and bucket on `billingExport`. */
export interface AwsPassedExportIntegrationProps extends AwsIntegrationOptions {
	/** Report: `AwsBillingExport.fromReport(…)`, `new AwsBillingExport(…)`, or your own. */
	readonly billingExport: IAwsBillingExport;
	/**
	 * Not together with `billingExport`, which has its own storage.
	 *
	 * @default - the storage of `billingExport`
	 */
	readonly storage?: never;
	/**
	 * Not together with `billingExport`, which has its own bucket.
	 *
	 * @default - the bucket of `billingExport`
	 */
	readonly bucketName?: never;
}
/** Props of `AwsIntegration`: its options, and the properties or parts that it requires. */
export type AwsIntegrationProps = AwsNewStorageIntegrationProps | AwsPassedStorageIntegrationProps | AwsPassedExportIntegrationProps;
/**
 * Makes the billing data of an AWS organization available to the platform: a Cost & Usage Report in its own bucket, a user
 * that can read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export declare class AwsIntegration extends Integration {
	/** Identity that the platform logs in as. */
	readonly identity: IAwsIdentity;
	/** Storage of the reports. */
	readonly storage: IAwsStorage;
	/** The report. */
	readonly billingExport: IAwsBillingExport;
	/** Permissions of the identity. */
	readonly access: AwsAccess;
	constructor(scope: Construct, id: string, props: AwsNewStorageIntegrationProps);
	constructor(scope: Construct, id: string, props: AwsIntegrationProps);
	/** Creates the identity, unless one is passed. */
	protected createIdentity(props: AwsIdentityProps): IAwsIdentity;
	/** Creates the storage, unless one is passed. */
	protected createStorage(props: AwsStorageProps): IAwsStorage;
	/** Creates the billing export, unless one is passed. */
	protected createBillingExport(props: Omit<AwsBillingExportProps, "storage">): IAwsBillingExport;
	/** Creates the access. */
	protected createAccess(props: Omit<AwsAccessProps, "identity" | "billingExport">): AwsAccess;
}
/** Props of `AwsRoleIdentity`. */
export interface AwsRoleIdentityProps extends AwsPartProps, Pick<AwsIdentityProps, "iamPath" | "permissionsBoundaryArn"> {
	/**
	 * ARN of the principal that the role trusts, as the platform specifies it: a role, a user, or the root of the platform's
	 * account, such as `arn:aws:iam::444455556666:root`.
	 */
	readonly trustedPrincipalArn: string;
	/**
	 * External id that the platform must present when it assumes the role, so that no other customer of the platform can use
	 * it to read your account: 16-1224 letters, digits and `_+=,.@:/-`. Preferably the id that the platform generated for you.
	 * It is not a secret.
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
 * Identity that the platform logs in as without a key: an IAM role that only the platform can assume, and only with the
 * external id. It has no secret.
 *
 * @throws InputError when a property is refused
 */
export declare class AwsRoleIdentity extends AwsIdentityBase {
	/** The IAM role; `node.defaultChild`. */
	readonly role: IamRole;
	readonly arn: string;
	readonly fieldValues: AwsIdentityFieldValues;
	constructor(scope: Construct, id: string, props: AwsRoleIdentityProps);
	get permissions(): Permission[];
	attachPolicy(scope: Construct, id: string, config: AwsPolicyAttachmentConfig): IamRolePolicyAttachment;
}

export {};
