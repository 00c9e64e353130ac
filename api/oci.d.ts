import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import { TlsProvider } from '@cdktf/provider-tls/lib/provider';
import { TerraformDataSource, TerraformResource, TerraformResourceLifecycle } from 'cdktf';
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
/** The tenancy that every part is about. */
export interface OciTenancyProps {
	/**
	 * OCID of the tenancy whose costs are read: `ocid1.tenancy.<realm>..<60 characters>`. It is also the OCID of its root
	 * compartment.
	 */
	readonly tenancyOcid: string;
	/**
	 * The tenancy's home region, such as `us-ashburn-1`: IAM can be written there only, and the reports are there. Console:
	 * Governance & Administration, Tenancy Details.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/Tasks/managingregions.htm
	 */
	readonly homeRegion: string;
	/**
	 * The tenancy's realm, such as `oc1`: for a home region that is newer than this library.
	 *
	 * @default - the realm of `homeRegion`
	 */
	readonly realm?: string;
}
/** What every part takes that creates or reads something. */
export interface OciProviderProps {
	/**
	 * The provider that creates and reads the resources. It has to work in the tenancy's home region.
	 *
	 * @default - the stack's OCI provider without an alias
	 */
	readonly provider?: OciProvider;
}
/** What every part takes that creates something. */
export interface OciPartProps extends OciTenancyProps, OciProviderProps {
	/**
	 * Free-form tags of whatever takes tags (user, group, policies): at most 10, keys of 1-100 characters without spaces or
	 * dots, values of up to 256 characters.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Tagging/Concepts/taggingoverview.htm
	 *
	 * @default - no free-form tags
	 */
	readonly freeformTags?: Record<string, string>;
	/**
	 * Defined tags of the same, `<namespace>.<key>`: those that the tenancy's tag defaults ask for, for instance. At most
	 * 64, values of up to 256 characters.
	 *
	 * @default - no defined tags but the tenancy's defaults
	 */
	readonly definedTags?: Record<string, string>;
}
/** Key of a row of the platform's form that depends on the identity. */
export type OciIdentityFieldKey = "private_key_pem";
/** Rows of the platform's form that an identity fills in. */
export type OciIdentityFieldValues = Readonly<Partial<Record<OciIdentityFieldKey, string>>>;
/**
 * Identity that the platform logs in as: a user with an API key, in a group that the policies name. New in the Default
 * identity domain (`OciIdentity`) or another (`OciDomainIdentity`), or existing (`OciIdentity.fromUser`,
 * `OciIdentity.fromGroup`, `OciIdentity.fromMember`).
 */
export interface IOciIdentity extends IPassablePart<"IOciIdentity">, OciProviderProps {
	/** OCID of the user. */
	readonly userOcid: string;
	/** Fingerprint of the user's API key, as Oracle computes it. */
	readonly fingerprint: string;
	/** Rows of the platform's form that it fills in. */
	readonly formValues: OciIdentityFieldValues;
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
	/** Preconditions for its properties, to be set on a resource that uses it: it has no resource of its own. */
	readonly conditions: Preconditions;
}
/** What a permission of the OCI catalogue covers. */
export type OciResource = "tenancy usage-report" | "tenancy";
/** What of the platform can be allowed beyond the reports, see `OciAccessProps.additionalFeatures`. */
export type OciAdditionalFeature = "BUDGETS" | "CLOUD_ADVISOR" | "COMPARTMENTS" | "COST_ANALYSIS" | "ORGANIZATION" | "SUBSCRIPTIONS" | "TENANCY";
/** An entry of the OCI catalogue: its actions are a verb and a type of resource each, as a statement has them. */
export interface OciPermission extends Permission<OciResource> {
	readonly feature: "billing export" | OciAdditionalFeature;
}
/** Everything that the OCI integration grants, to whom, and why. Nothing else is granted anywhere in it. */
export declare const OCI_PERMISSIONS: readonly OciPermission[];
/** Props of `OciAccess`. */
export interface OciAccessProps extends OciPartProps {
	/** Who gets access. */
	readonly identity: IOciIdentity;
	/** What is read. */
	readonly billingExport: IOciBillingExport;
	/**
	 * Name of the policy: 1-89 letters, digits and `._-`; unique in the tenancy, whatever the letter case. The policy of
	 * `additionalFeatures` has the same name with `-additional` behind it.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly policyName?: string;
	/**
	 * What the platform may see beyond the reports, each in the whole tenancy: `BUDGETS`, `CLOUD_ADVISOR` (its
	 * recommendations), `COMPARTMENTS` (their names and tree), `COST_ANALYSIS` (costs by the Usage API), `ORGANIZATION` (the
	 * child tenancies), `SUBSCRIPTIONS` (commitment and rates), `TENANCY` (its name and regions).
	 *
	 * @default - nothing but the reports
	 */
	readonly additionalFeatures?: readonly OciAdditionalFeature[];
}
/**
 * What the platform may do: read the reports, by one policy in the root compartment; and what else it is allowed to see, by
 * a policy of its own.
 */
export declare class OciAccess extends Part {
	/** The policy that lets the platform read the reports; `node.defaultChild`. */
	readonly policy: IdentityPolicy;
	/** The policy of `additionalFeatures`; `undefined` where there are none. */
	readonly additionalPolicy?: IdentityPolicy;
	private readonly granted;
	private readonly tenancyOcid;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciAccessProps);
	get permissions(): Permission[];
	get manualSteps(): ManualStep[];
	/** A policy of the root compartment: only there can a statement be about the tenancy, or about another. */
	private createPolicy;
}
/** What an identity takes for its API key: an RSA key pair, whose public half Oracle gets. */
export interface OciApiKeyProps {
	/**
	 * The public half of a key pair that is there already, as PEM (`-----BEGIN PUBLIC KEY-----`): RSA of 2,048 bits or more.
	 * The private half never gets near Terraform then; who has it uploads it to the platform, which is a manual step.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/API/Concepts/apisigningkey.htm
	 *
	 * @default - Terraform makes a pair, whose private half is in its state and in the output `…_private_key_pem`
	 */
	readonly publicKeyPem?: string;
	/**
	 * Length of the key that Terraform makes, in bits: 2048-4096.
	 *
	 * @default 2048
	 */
	readonly rsaBits?: number;
	/**
	 * How the private key that Terraform makes is written: `PKCS8` (`BEGIN PRIVATE KEY`), as Oracle's console does it, or
	 * `PKCS1` (`BEGIN RSA PRIVATE KEY`) for platforms that take only that.
	 *
	 * @default "PKCS8"
	 */
	readonly privateKeyFormat?: "PKCS8" | "PKCS1";
	/**
	 * The provider by which Terraform makes the key pair.
	 *
	 * @default - the stack's TLS provider without an alias
	 */
	readonly tlsProvider?: TlsProvider;
}
/** An API key, and the pair that it is half of. */
export interface OciApiKey {
	/** The public half, as Oracle has it. */
	readonly resource: IdentityApiKey | IdentityDomainsApiKey;
	/** Its fingerprint, as Oracle computes it. */
	readonly fingerprint: string;
	/**
	 * What made the pair.
	 *
	 * @default - the pair was there already
	 */
	readonly privateKey?: PrivateKey;
	/**
	 * The private half. A token of a secret: hand it on to sensitive places only.
	 *
	 * @default - the pair was there already, and Terraform has the public half only
	 */
	readonly privateKeyPem?: string;
}
/** Props of `OciBillingExport`. */
export interface OciBillingExportProps extends OciTenancyProps {
	/**
	 * What the tenancy is in its organization: `PARENT` for the one that is billed, also one in no organization, whose
	 * reports cover its children. `CHILD` is refused: Oracle writes no reports for it.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/General/organization/organization_cost_reporting.htm
	 *
	 * @default "PARENT"
	 */
	readonly tenancyType?: "PARENT" | "CHILD";
	/**
	 * OCID of Oracle's own tenancy in which the reports are. Oracle publishes it for the realm `oc1` only; ask its support for
	 * that of another.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
	 *
	 * @default - that of the realm `oc1`; required in every other
	 */
	readonly usageReportTenancyOcid?: string;
}
/**
 * The billing export: Oracle writes it by itself, every six hours, into a bucket of its own, where it stays for a year. So
 * nothing is created, and this is what there is to know of it.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
 */
export declare class OciBillingExport extends Part implements IOciBillingExport {
	readonly finopsInterface = "IOciBillingExport";
	readonly namespace = "bling";
	readonly bucketName: string;
	/** Prefix of Oracle's own cost reports: CSV, gzip. */
	readonly costReportPrefix = "reports/cost-csv/";
	/** Prefix of the reports by the FOCUS specification: CSV, gzip, by year, month and day. */
	readonly focusReportPrefix = "FOCUS Reports/";
	readonly region: string;
	readonly tenancyOcid: string;
	readonly usageReportTenancyOcid: string;
	readonly conditions: Preconditions;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciBillingExportProps);
}
/** What a new group takes. */
export interface OciGroupProps {
	/**
	 * Name of the group: 1-100 letters, digits and `._-`; unique in the tenancy, whatever the letter case.
	 *
	 * @default - the path of the construct in kebab-case, e.g. `billing-finops`
	 */
	readonly groupName?: string;
	/**
	 * The people who are responsible, who may then read what the platform reads: OCIDs of users that are there already, by
	 * a name of letters, digits, `_` and `-` that addresses in Terraform's state are made of, such as
	 * `{ alice: "ocid1.user.oc1..aaaaaaaa…" }`. At most 250.
	 *
	 * @default - nobody but the platform's user
	 */
	readonly members?: Record<string, string>;
}
/** What a group takes that is there already. */
export interface OciGroupOcidProps {
	/** OCID of the group, which has to be in the Default identity domain. */
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
	constructor(scope: Construct, id: string, props: OciTenancyProps & OciProviderProps);
	get fingerprint(): string;
	get formValues(): OciIdentityFieldValues;
	get manualSteps(): ManualStep[];
}
/** What a new user takes. */
export interface OciUserProps {
	/**
	 * E-mail address of the user, which Oracle asks for: one that nobody else in the tenancy has, and that someone reads.
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
/** What a user takes that is there already. */
export interface OciUserOcidProps {
	/** OCID of the user, who has to be in the Default identity domain. Oracle lets a user have three API keys. */
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
 * Who the platform logs in as: a user with an API key, and the group that the policies are about, with the people who are
 * responsible. All in the Default identity domain.
 *
 * Passwords, tokens, customer secret keys and SMTP credentials of the user are switched off. Whoever holds the API key can
 * still upload two more, as each user of Oracle's may, and make database credentials and OAuth clients, which cannot be
 * switched off here (they are in `OciDomainIdentity`). A new key pair deletes Terraform's own key only.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/access/working-with-console-passwords-and-API-keys.htm
 *
 * Unless `publicKeyPem` is passed, the private key is in Terraform's state, as the TLS provider puts it there: keep the
 * state where only those may read it who may read the key.
 */
export declare class OciIdentity extends OciIdentityBase {
	/**
	 * A user that is there already. Terraform creates a group with the user in it, and an API key; nothing else of the user
	 * is changed.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromUser(scope: Construct, id: string, props: OciExistingUserProps): IOciIdentity;
	/**
	 * A group that is there already. Terraform creates a user in it with an API key; nothing else of the group is changed.
	 * Everyone in it may read what the platform reads.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromGroup(scope: Construct, id: string, props: OciExistingGroupProps): IOciIdentity;
	/**
	 * A user that is there already, in a group that is there already. Terraform creates an API key only.
	 *
	 * @throws InputError when a property is refused, with all problems at once
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
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciIdentityProps);
}
/** Props of `OciDomainIdentity`. */
export interface OciDomainIdentityProps extends OciIdentityProps {
	/** Name of the identity domain, which has to be there: 1-100 letters, digits and `._-`, and not `Default`. */
	readonly domainName: string;
	/**
	 * OCID of the compartment that the identity domain is in.
	 *
	 * @default - the root compartment, which is `tenancyOcid`
	 */
	readonly domainCompartmentOcid?: string;
}
/**
 * Who the platform logs in as, in an identity domain other than Default: the same user, group and API key as those of
 * `OciIdentity`, made by the domain's own interface. Database credentials and OAuth clients are off here, too; the user can
 * still upload two more API keys.
 *
 * A later change of `userEmail` has no effect: the domain adds to the addresses of a user, and Terraform would take that
 * back at each deployment.
 */
export declare class OciDomainIdentity extends OciIdentityBase {
	/** The user; `node.defaultChild`. */
	readonly user: IdentityDomainsUser;
	/** The group. */
	readonly group: IdentityDomainsGroup;
	/** The identity domain as Oracle knows it. */
	readonly domain: DataOciIdentityDomains;
	readonly apiKey: OciApiKey;
	readonly userOcid: string;
	readonly groupName: string;
	readonly policySubject: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciDomainIdentityProps);
	/** The responsible people as members: the domain knows them by ids of its own, which it is asked for. */
	private people;
}
type AccessProps = Omit<OciAccessProps, "identity" | "billingExport">;
type TenancyProps = Pick<OciTenancyProps, "tenancyOcid" | "homeRegion">;
/**
 * Options of `OciIntegration`: the optional properties of all of its parts, side by side. Use this type for a subclass or a
 * helper function of your own; the props also have the required properties, and say whether the identity is new or passed.
 */
export interface OciIntegrationOptions extends IntegrationProps, Omit<OciIdentityProps, keyof TenancyProps | "userEmail">, Omit<OciBillingExportProps, keyof TenancyProps>, Omit<AccessProps, keyof TenancyProps> {
	/**
	 * Reports: `new OciBillingExport(…)`, or your own. The properties of the reports are left out then.
	 *
	 * @default - the reports of the tenancy
	 */
	readonly billingExport?: IOciBillingExport;
}
/** Props of `OciIntegration` with a new user. */
export interface OciNewIdentityIntegrationProps extends OciIntegrationOptions, TenancyProps, Pick<OciIdentityProps, "userEmail"> {
	/** @default - a new user with an API key in a new group */
	readonly identity?: never;
}
/** Props of `OciIntegration` with an identity that is passed. The properties of user, group and API key are left out. */
export interface OciPassedIdentityIntegrationProps extends OciIntegrationOptions, TenancyProps {
	/**
	 * Identity that the platform logs in as: `new OciDomainIdentity(…)`, `OciIdentity.fromUser(…)`,
	 * `OciIdentity.fromGroup(…)`, `OciIdentity.fromMember(…)`, or your own.
	 */
	readonly identity: IOciIdentity;
	/** @default - the user of `identity` */
	readonly userEmail?: never;
}
/** Props of `OciIntegration`: its options, and the properties or parts that it requires. */
export type OciIntegrationProps = OciNewIdentityIntegrationProps | OciPassedIdentityIntegrationProps;
/**
 * Makes the billing data of an OCI tenancy available to the platform: a user that can read the reports that Oracle writes,
 * and the fields of the platform's form as outputs. Deploy it to the parent tenancy, with a provider in its home region.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. The names in the props stay reserved even if the subclass uses others.
 */
export declare class OciIntegration extends Integration {
	/** Identity that the platform logs in as. */
	readonly identity: IOciIdentity;
	/** The reports. */
	readonly billingExport: IOciBillingExport;
	/** Permissions of the identity. */
	readonly access: OciAccess;
	/** @throws InputError when a property is refused, with all problems at once */
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
