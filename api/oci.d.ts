import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import { TlsProvider } from '@cdktf/provider-tls/lib/provider';
import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformResourceLifecycle } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DataOciIdentityDomains } from '../lib/oci/bindings/data-oci-identity-domains';
import { DataOciIdentityGroup } from '../lib/oci/bindings/data-oci-identity-group';
import { DataOciIdentityUser } from '../lib/oci/bindings/data-oci-identity-user';
import { IdentityApiKey } from '../lib/oci/bindings/identity-api-key';
import { IdentityDomainsApiKey } from '../lib/oci/bindings/identity-domains-api-key';
import { IdentityDomainsGroup } from '../lib/oci/bindings/identity-domains-group';
import { IdentityDomainsUser } from '../lib/oci/bindings/identity-domains-user';
import { IdentityGroup } from '../lib/oci/bindings/identity-group';
import { IdentityPolicy } from '../lib/oci/bindings/identity-policy';
import { IdentityUser } from '../lib/oci/bindings/identity-user';
import { OciProvider } from '../lib/oci/bindings/provider';

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
/** Key of a row of the platform's form that depends on the identity. */
export type OciIdentityFieldKey = "private_key_pem";
/** Rows of the platform's form that an identity fills in. */
export type OciIdentityFieldValues = Readonly<Partial<Record<OciIdentityFieldKey, string>>>;
/**
 * Identity that the platform logs in as: a user with an API key, in a group that the policies name. New in the Default
 * identity domain (`OciIdentity`) or another (`OciDomainIdentity`), or existing (`OciIdentity.fromUser`,
 * `OciIdentity.fromGroup`, `OciIdentity.fromMember`).
 */
export interface IOciIdentity extends IPassablePart<"IOciIdentity"> {
	/** OCID of the user. */
	readonly userOcid: string;
	/** Fingerprint of the user's API key, as Oracle computes it. */
	readonly fingerprint: string;
	/** Rows of the platform's form that it fills in. */
	readonly fieldValues: OciIdentityFieldValues;
	/** The group, new or existing. A policy is replaced together with a new group. */
	readonly group: TerraformResource | TerraformDataSource;
	/** Name of the group. */
	readonly groupName: string;
	/**
	 * Subject of a policy statement: `group <name>`, `group '<domain>'/'<name>'` or `group id <OCID>`. A reference: resources
	 * that use it wait for the group.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
	 */
	readonly policySubject: string;
	/** OCID of the tenancy. */
	readonly tenancyOcid: string;
	/**
	 * The OCI provider that creates or reads it. Not typed as `OciProvider`: the bindings of another copy of the library are
	 * other classes.
	 *
	 * @default - the stack's OCI provider without an alias
	 */
	readonly provider?: TerraformProvider;
}
/** Cost reports that Oracle writes for a tenancy (`OciBillingExport`). */
export interface IOciBillingExport extends IPassablePart<"IOciBillingExport"> {
	/** Oracle's Object Storage namespace with the reports. */
	readonly namespace: string;
	/** Name of the bucket in that namespace: the OCID of the tenancy. */
	readonly bucketName: string;
	/** Region of the bucket: the tenancy's home region. */
	readonly region: string;
	/** OCID of the tenancy whose costs are read. */
	readonly tenancyOcid: string;
	/** OCID of Oracle's tenancy that contains the bucket. */
	readonly usageReportTenancyOcid: string;
	/** Preconditions that the access sets on its own resource, because the export has none; `[]` if there are none. */
	readonly preconditions: Preconditions;
}
/** Scope of a permission of the OCI catalogue. */
export type OciPermissionResource = "tenancy usage-report" | "tenancy";
/** Feature of the platform beyond the reports, see `OciAccessProps.additionalFeatures`. */
export type OciAdditionalFeature = "BUDGETS" | "CLOUD_ADVISOR" | "COMPARTMENTS" | "COST_ANALYSIS" | "ORGANIZATION" | "SUBSCRIPTIONS" | "TENANCY";
/** Entry of the OCI catalogue. Each action is a verb and a resource type, as in a policy statement. */
export interface OciPermission extends Permission<OciPermissionResource> {
	readonly feature: "billing export" | OciAdditionalFeature;
}
/** All permissions that the OCI integration grants, with grantee and reason. It grants nothing else. */
export declare const OCI_PERMISSIONS: readonly OciPermission[];
/** Props of every part: the tenancy. */
export interface OciTenancyProps {
	/**
	 * OCID of the tenancy whose costs are read: `ocid1.tenancy.<realm>..<60 characters>`. It is also the OCID of its root
	 * compartment.
	 */
	readonly tenancyOcid: string;
	/**
	 * Home region of the tenancy, such as `us-ashburn-1`: the only region in which IAM can be changed, and the region of the
	 * reports. The console shows it under Governance & Administration, Tenancy Details.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingregions.htm
	 */
	readonly homeRegion: string;
	/**
	 * Realm of the tenancy, such as `oc1`. Required for a home region that is newer than this library.
	 *
	 * @default - the realm of `homeRegion`
	 */
	readonly realm?: string;
}
/** Props of every part that creates or reads resources. */
export interface OciProviderProps {
	/**
	 * Provider that creates and reads the resources. Its region must be the tenancy's home region.
	 *
	 * @default - the stack's OCI provider without an alias
	 */
	readonly provider?: OciProvider;
}
/** Props of every part that creates resources. */
export interface OciPartProps extends OciTenancyProps, OciProviderProps {
	/**
	 * Free-form tags of the resources that support tags (user, group, policies): at most 10, keys of 1-100 characters without
	 * spaces or dots, values of up to 256 characters.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
	 *
	 * @default - no free-form tags
	 */
	readonly freeformTags?: Record<string, string>;
	/**
	 * Defined tags of the same resources, as `<namespace>.<key>`, such as those that the tenancy's tag defaults require: at
	 * most 64, values of up to 256 characters.
	 *
	 * @default - only the tenancy's tag defaults
	 */
	readonly definedTags?: Record<string, string>;
}
/** Props of `OciAccess`. */
export interface OciAccessProps extends OciPartProps {
	/** Identity that gets access. */
	readonly identity: IOciIdentity;
	/** Billing export that the identity can read. */
	readonly billingExport: IOciBillingExport;
	/**
	 * Name of the policy: 1-89 letters, digits and `._-`; unique in the tenancy, whatever the letter case. The policy of
	 * `additionalFeatures` has the same name with the suffix `-additional`.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly policyName?: string;
	/**
	 * Features of the platform that need more than the reports, each in the whole tenancy: `BUDGETS`, `CLOUD_ADVISOR` (its
	 * recommendations), `COMPARTMENTS` (their names and hierarchy), `COST_ANALYSIS` (costs from the Usage API), `ORGANIZATION`
	 * (the child tenancies), `SUBSCRIPTIONS` (commitment and rates), `TENANCY` (its name and regions).
	 *
	 * @default - none, only the reports
	 */
	readonly additionalFeatures?: readonly OciAdditionalFeature[];
}
/**
 * Permissions of the platform: one policy in the root compartment lets it read the reports. A second policy grants the
 * permissions for `additionalFeatures`.
 *
 * @throws InputError when a property is refused
 */
export declare class OciAccess extends Part {
	/** Policy that lets the platform read the reports; `node.defaultChild`. */
	readonly policy: IdentityPolicy;
	/** Policy for `additionalFeatures`; `undefined` if there are none. */
	readonly additionalPolicy?: IdentityPolicy;
	private readonly granted;
	private readonly tenancyOcid;
	constructor(scope: Construct, id: string, props: OciAccessProps);
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	/** Creates a policy in the root compartment, the only place for statements about this tenancy or another one. */
	private createPolicy;
}
/** Props of the API key of an identity: an RSA key pair, whose public key is uploaded to Oracle. */
export interface OciApiKeyProps {
	/**
	 * Public key of an existing key pair, as PEM (`-----BEGIN PUBLIC KEY-----`): RSA, 2,048 bits or more. Terraform never
	 * handles the private key then; its owner uploads it to the platform, which is a manual step.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm
	 *
	 * @default - Terraform creates a key pair, whose private key is in its state and in the output `…_private_key_pem`
	 */
	readonly publicKeyPem?: string;
	/**
	 * Length of the key that Terraform creates, in bits: 2048-4096.
	 *
	 * @default 2048
	 */
	readonly rsaBits?: number;
	/**
	 * Format of the private key that Terraform creates: `PKCS8` (`BEGIN PRIVATE KEY`), as in Oracle's console, or `PKCS1`
	 * (`BEGIN RSA PRIVATE KEY`) for platforms that accept no other.
	 *
	 * @default "PKCS8"
	 */
	readonly privateKeyFormat?: "PKCS8" | "PKCS1";
	/**
	 * Provider that creates the key pair.
	 *
	 * @default - the stack's TLS provider without an alias
	 */
	readonly tlsProvider?: TlsProvider;
}
/** API key with its key pair. */
export interface OciApiKey {
	/** Resource of the API key: the public key at Oracle. */
	readonly resource: IdentityApiKey | IdentityDomainsApiKey;
	/** Fingerprint of the API key, as Oracle computes it. */
	readonly fingerprint: string;
	/**
	 * Resource of the key pair.
	 *
	 * @default - none for an existing key pair
	 */
	readonly privateKey?: PrivateKey;
	/**
	 * Private key. It is a token of a secret: pass it to sensitive arguments only.
	 *
	 * @default - none for an existing key pair, of which Terraform has the public key only
	 */
	readonly privateKeyPem?: string;
}
/** Props of `OciBillingExport`. */
export interface OciBillingExportProps extends OciTenancyProps {
	/**
	 * Type of the tenancy in its organization: `PARENT` for the one that is billed, also one outside an organization, whose
	 * reports cover its child tenancies. `CHILD` is refused, because Oracle writes no reports for child tenancies.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/General/organization/organization_cost_reporting.htm
	 *
	 * @default "PARENT"
	 */
	readonly tenancyType?: "PARENT" | "CHILD";
	/**
	 * OCID of Oracle's own tenancy that contains the reports. Oracle publishes it for the realm `oc1` only; for other realms,
	 * ask Oracle's support.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
	 *
	 * @default - the OCID for the realm `oc1`; required in all other realms
	 */
	readonly usageReportTenancyOcid?: string;
}
/**
 * Billing data: the cost reports. Oracle writes them every six hours into its own bucket, and keeps them for a year. This
 * construct creates nothing; its properties describe where the reports are.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
 *
 * @throws InputError when a property is refused
 */
export declare class OciBillingExport extends Part implements IOciBillingExport {
	readonly finopsInterface = "IOciBillingExport";
	readonly namespace = "bling";
	readonly bucketName: string;
	/** Prefix of Oracle's own cost reports: CSV, gzip. */
	readonly costReportPrefix = "reports/cost-csv/";
	/** Prefix of the reports in the FOCUS format: CSV, gzip, by year, month and day. */
	readonly focusReportPrefix = "FOCUS Reports/";
	readonly region: string;
	readonly tenancyOcid: string;
	readonly usageReportTenancyOcid: string;
	readonly preconditions: Preconditions;
	constructor(scope: Construct, id: string, props: OciBillingExportProps);
}
/** Props of a new group. */
export interface OciGroupProps {
	/**
	 * Name of the group: 1-100 letters, digits and `._-`; unique in the tenancy, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly groupName?: string;
	/**
	 * Responsible people, who get the permissions that this program grants, too: OCIDs of at most 250 existing users, by name,
	 * such as `{ alice: "ocid1.user.oc1..aaaaaaaa…" }`. The names are letters, digits, `_` and `-`, and become part of the
	 * addresses in Terraform's state.
	 *
	 * @default - only the platform's user
	 */
	readonly members?: Record<string, string>;
}
/** Props of an existing group. */
export interface OciGroupOcidProps {
	/** OCID of the group, which must be in the Default identity domain. */
	readonly groupOcid: string;
}
declare abstract class OciIdentityBase extends Part implements IOciIdentity {
	readonly finopsInterface = "IOciIdentity";
	abstract readonly userOcid: string;
	abstract readonly group: IdentityGroup | IdentityDomainsGroup | DataOciIdentityGroup;
	abstract readonly groupName: string;
	abstract readonly policySubject: string;
	/** API key of the user. */
	abstract readonly apiKey: OciApiKey;
	readonly tenancyOcid: string;
	readonly provider?: OciProvider;
	constructor(scope: Construct, id: string, validProps: OciTenancyProps & OciProviderProps);
	get fingerprint(): string;
	get fieldValues(): OciIdentityFieldValues;
	get manualSteps(): ManualStep[];
}
/** Props of a new user. */
export interface OciUserProps {
	/**
	 * E-mail address of the user, which Oracle requires: unique in the tenancy, and of a mailbox that someone reads.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/api/#/en/identity/20160918/datatypes/CreateUserDetails
	 */
	readonly userEmail: string;
	/**
	 * Name of the user: 1-100 letters, digits and `-._+@`; unique in the tenancy, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly userName?: string;
}
/** Props of an existing user. */
export interface OciUserOcidProps {
	/** OCID of the user, which must be in the Default identity domain. A user can have three API keys. */
	readonly userOcid: string;
}
/** Props of `OciIdentity.fromGroup`. */
export interface OciExistingGroupProps extends OciPartProps, OciGroupOcidProps, OciUserProps, OciApiKeyProps {
}
/** Props of `OciIdentity.fromMember`. */
export interface OciExistingMemberProps extends OciTenancyProps, OciProviderProps, OciUserOcidProps, OciGroupOcidProps, OciApiKeyProps {
}
/** Props of `OciIdentity.fromUser`. */
export interface OciExistingUserProps extends OciPartProps, OciGroupProps, OciUserOcidProps, OciApiKeyProps {
}
/** Props of `OciIdentity`. */
export interface OciIdentityProps extends OciPartProps, OciGroupProps, OciUserProps, OciApiKeyProps {
}
/**
 * Identity that the platform logs in as: a user with an API key, in a group that the policies name. The responsible people
 * are members of the group, too. All of them are in the Default identity domain.
 *
 * Passwords, auth tokens, customer secret keys and SMTP credentials are disabled for the user. The holder of the API key can
 * still upload two more keys, like every OCI user, and create database credentials and OAuth clients, which can be disabled
 * in `OciDomainIdentity` only. A new key pair deletes only the key that Terraform uploaded.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/access/working-with-console-passwords-and-API-keys.htm
 *
 * Unless `publicKeyPem` is passed, the TLS provider stores the private key in Terraform's state: give access to the state
 * only to those who may read the key.
 *
 * @throws InputError when a property is refused
 */
export declare class OciIdentity extends OciIdentityBase {
	/**
	 * References an existing user. Terraform creates a group with the user in it, and an API key; nothing else about the user
	 * changes.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromUser(scope: Construct, id: string, props: OciExistingUserProps): IOciIdentity;
	/**
	 * References an existing group. Terraform creates a user in it with an API key; nothing else about the group changes. All
	 * members of the group get the permissions that this program grants.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromGroup(scope: Construct, id: string, props: OciExistingGroupProps): IOciIdentity;
	/**
	 * References an existing user in an existing group. Terraform creates only an API key.
	 *
	 * @throws InputError when a property is refused
	 */
	static fromMember(scope: Construct, id: string, props: OciExistingMemberProps): IOciIdentity;
	/** The user; `node.defaultChild`. */
	readonly user: IdentityUser;
	/** The group. */
	readonly group: IdentityGroup;
	readonly apiKey: OciApiKey;
	readonly userOcid: string;
	readonly groupName: string;
	readonly policySubject: string;
	constructor(scope: Construct, id: string, props: OciIdentityProps);
}
/** Props of `OciDomainIdentity`. */
export interface OciDomainIdentityProps extends OciIdentityProps {
	/** Name of an existing identity domain other than `Default`: 1-100 letters, digits and `._-`. */
	readonly domainName: string;
	/**
	 * OCID of the compartment that contains the identity domain.
	 *
	 * @default - the root compartment, whose OCID is `tenancyOcid`
	 */
	readonly domainCompartmentOcid?: string;
}
/**
 * Identity that the platform logs in as, in an identity domain other than Default: the same user, group and API key as in
 * `OciIdentity`, created by the API of the domain. Database credentials and OAuth clients are disabled, too; the user can
 * still upload two more API keys.
 *
 * A later change of `userEmail` has no effect: the domain adds addresses to a user, and Terraform ignores all of them. It
 * would remove the added ones at each deployment otherwise.
 *
 * @throws InputError when a property is refused
 */
export declare class OciDomainIdentity extends OciIdentityBase {
	/** The user; `node.defaultChild`. */
	readonly user: IdentityDomainsUser;
	/** The group. */
	readonly group: IdentityDomainsGroup;
	/** Data source of the identity domain. */
	readonly domain: DataOciIdentityDomains;
	readonly apiKey: OciApiKey;
	readonly userOcid: string;
	readonly groupName: string;
	readonly policySubject: string;
	constructor(scope: Construct, id: string, props: OciDomainIdentityProps);
	/** Looks up the ids that the domain has for the responsible people, and returns the people as members. */
	private findMembers;
}
type AccessProps = Omit<OciAccessProps, "identity" | "billingExport">;
type TenancyProps = Pick<OciTenancyProps, "tenancyOcid" | "homeRegion">;
/**
 * Options of `OciIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `OciIntegrationProps` adds the required properties.
 */
export interface OciIntegrationOptions extends IntegrationProps, Omit<OciIdentityProps, keyof TenancyProps | "userEmail">, Omit<OciBillingExportProps, keyof TenancyProps>, Omit<AccessProps, keyof TenancyProps> {
	/**
	 * Reports: `new OciBillingExport(…)`, or your own. The properties of the reports must be left out then.
	 *
	 * @default - the reports of the tenancy
	 */
	readonly billingExport?: IOciBillingExport;
}
/** Props of `OciIntegration` with a new user. */
export interface OciNewIdentityIntegrationProps extends OciIntegrationOptions, TenancyProps, Pick<OciIdentityProps, "userEmail"> {
	/**
	 * Not together with `userEmail`: pass one of them.
	 *
	 * @default - a new user with an API key in a new group
	 */
	readonly identity?: never;
}
/** Props of `OciIntegration` with an identity that is passed. Set the properties of user, group and API key on it. */
export interface OciPassedIdentityIntegrationProps extends OciIntegrationOptions, TenancyProps {
	/**
	 * Identity that the platform logs in as: `new OciDomainIdentity(…)`, `OciIdentity.fromUser(…)`,
	 * `OciIdentity.fromGroup(…)`, `OciIdentity.fromMember(…)`, or your own.
	 */
	readonly identity: IOciIdentity;
	/**
	 * Not together with `identity`, which has its own user.
	 *
	 * @default - the user of `identity`
	 */
	readonly userEmail?: never;
}
/** Props of `OciIntegration`: its options, and the properties or parts that it requires. */
export type OciIntegrationProps = OciNewIdentityIntegrationProps | OciPassedIdentityIntegrationProps;
/**
 * Makes the billing data of an OCI tenancy available to the platform: a user that can read the reports that Oracle writes,
 * and the fields of the platform's form as outputs. Deploy it to the parent tenancy, with a provider in its home region.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export declare class OciIntegration extends Integration {
	/** Identity that the platform logs in as. */
	readonly identity: IOciIdentity;
	/** The reports. */
	readonly billingExport: IOciBillingExport;
	/** Permissions of the identity. */
	readonly access: OciAccess;
	constructor(scope: Construct, id: string, props: OciNewIdentityIntegrationProps);
	constructor(scope: Construct, id: string, props: OciIntegrationProps);
	/** Creates the identity, unless one is passed. */
	protected createIdentity(props: OciIdentityProps): IOciIdentity;
	/** Creates the billing export, unless one is passed. */
	protected createBillingExport(props: OciBillingExportProps): IOciBillingExport;
	/** Creates the access. */
	protected createAccess(props: Omit<OciAccessProps, "identity" | "billingExport">): OciAccess;
}

export {
	DataOciIdentityDomains as OciDataIdentityDomains,
	DataOciIdentityGroup as OciDataIdentityGroup,
	DataOciIdentityUser as OciDataIdentityUser,
	IdentityApiKey as OciIdentityApiKey,
	IdentityDomainsApiKey as OciIdentityDomainsApiKey,
	IdentityDomainsGroup as OciIdentityDomainsGroup,
	IdentityDomainsUser as OciIdentityDomainsUser,
	IdentityGroup as OciIdentityGroup,
	IdentityPolicy as OciIdentityPolicy,
	IdentityUser as OciIdentityUser,
};

export {};
export { OciProvider };
