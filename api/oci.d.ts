import { PrivateKey } from '@cdktf/provider-tls/lib/private-key';
import { TlsProvider } from '@cdktf/provider-tls/lib/provider';
import { TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
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
export declare class OciBillingExport extends Part {
	/** Object Storage namespace of the reports, Oracle's. */
	readonly namespace = "bling";
	/** Name of the bucket in that namespace: the tenancy's OCID. */
	readonly bucketName: string;
	/** What the names of Oracle's own cost reports begin with: CSV, gzip. */
	readonly costReportPrefix = "reports/cost-csv/";
	/** What the names of the reports by the FOCUS specification begin with: CSV, gzip, by year, month and day. */
	readonly focusReportPrefix = "FOCUS Reports/";
	/** The region in which the reports are: the home region. */
	readonly region: string;
	/** OCID of the tenancy whose costs are read. */
	readonly tenancyOcid: string;
	/** OCID of Oracle's tenancy that the bucket is in. */
	readonly usageReportTenancyOcid: string;
	/** What Terraform has to check of the properties, on whatever uses it: it has no resource of its own to check them on. */
	readonly conditions: NonNullable<TerraformResourceLifecycle["precondition"]>;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciBillingExportProps);
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
/**
 * Who the platform logs in as: a user with an API key, in a group that the policies are about. New ones (`OciIdentity`),
 * new ones of an identity domain of their own (`OciDomainIdentity`), or some that are there already
 * (`OciIdentity.fromUser`, `OciIdentity.fromGroup`, `OciIdentity.fromMember`).
 */
export declare abstract class OciIdentityBase extends Part {
	/** OCID of the user. */
	abstract readonly userOcid: string;
	/** The group, new or there already. */
	abstract readonly group: IdentityGroup | IdentityDomainsGroup | DataOciIdentityGroup;
	/** Name of the group. */
	abstract readonly groupName: string;
	/**
	 * The group as the statement of a policy names it: `group <name>`, `group '<domain>'/'<name>'` or `group id <OCID>`.
	 * Whatever uses it waits for the group.
	 *
	 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/policysyntax/subject.htm
	 */
	abstract readonly policySubject: string;
	/** What it logs in by. */
	abstract readonly apiKey: OciApiKey;
	/** OCID of the tenancy. */
	readonly tenancyOcid: string;
	/** What creates or reads it; `undefined` for the stack's OCI provider without an alias. */
	readonly provider?: OciProvider;
	constructor(scope: Construct, id: string, props: OciTenancyProps & OciProviderProps);
	get manualSteps(): ManualStep[];
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
	readonly identity: OciIdentityBase;
	/** What is read. */
	readonly billingExport: OciBillingExport;
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
	private makePolicy;
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
/** A new user in a group that is there already, see `OciIdentity.fromGroup`. */
export declare class OciExistingGroup extends OciIdentityBase {
	/** The user; `node.defaultChild`. */
	readonly user: IdentityUser;
	/** The group as Oracle knows it. */
	readonly group: DataOciIdentityGroup;
	readonly apiKey: OciApiKey;
	readonly userOcid: string;
	readonly groupName: string;
	readonly policySubject: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciExistingGroupProps);
}
/** Props of `OciIdentity.fromMember`. */
export interface OciExistingMemberProps extends OciTenancyProps, OciProviderProps, OciUserOcidProps, OciGroupOcidProps, OciApiKeyProps {
}
/** A user that is there already, in a group that is there already, see `OciIdentity.fromMember`. */
export declare class OciExistingMember extends OciIdentityBase {
	/** The user as Oracle knows it; `node.defaultChild`. */
	readonly user: DataOciIdentityUser;
	/** The group as Oracle knows it. */
	readonly group: DataOciIdentityGroup;
	readonly apiKey: OciApiKey;
	readonly userOcid: string;
	readonly groupName: string;
	readonly policySubject: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciExistingMemberProps);
}
/** Props of `OciIdentity.fromUser`. */
export interface OciExistingUserProps extends OciPartProps, OciGroupProps, OciUserOcidProps, OciApiKeyProps {
}
/** A user that is there already, in a new group, see `OciIdentity.fromUser`. */
export declare class OciExistingUser extends OciIdentityBase {
	/** The user as Oracle knows it; `node.defaultChild`. */
	readonly user: DataOciIdentityUser;
	/** The group. */
	readonly group: IdentityGroup;
	readonly apiKey: OciApiKey;
	readonly userOcid: string;
	readonly groupName: string;
	readonly policySubject: string;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciExistingUserProps);
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
	static fromUser(scope: Construct, id: string, props: OciExistingUserProps): OciExistingUser;
	/**
	 * A group that is there already. Terraform creates a user in it with an API key; nothing else of the group is changed.
	 * Everyone in it may read what the platform reads.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromGroup(scope: Construct, id: string, props: OciExistingGroupProps): OciExistingGroup;
	/**
	 * A user that is there already, in a group that is there already. Terraform creates an API key only.
	 *
	 * @throws InputError when a property is refused, with all problems at once
	 */
	static fromMember(scope: Construct, id: string, props: OciExistingMemberProps): OciExistingMember;
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
/** The parts that can be passed instead of being made. */
export interface OciIntegrationParts {
	/**
	 * Who the platform logs in as: `new OciDomainIdentity(…)`, `OciIdentity.fromUser(…)`, `OciIdentity.fromGroup(…)`,
	 * `OciIdentity.fromMember(…)`. The properties of user, group and API key are left out then.
	 *
	 * @default - a new user with an API key in a new group, for which `userEmail` is required
	 */
	readonly identity?: OciIdentityBase;
	/**
	 * The reports: `new OciBillingExport(…)`. The properties of the reports are left out then.
	 *
	 * @default - the reports of the tenancy
	 */
	readonly billingExport?: OciBillingExport;
}
type AccessProps = Omit<OciAccessProps, "identity" | "billingExport">;
/** Props of `OciIntegration`: those of its parts, side by side, or the parts themselves. */
export interface OciIntegrationProps extends IntegrationProps, OciIntegrationParts, Omit<OciIdentityProps, "userEmail">, Partial<Pick<OciIdentityProps, "userEmail">>, OciBillingExportProps, AccessProps {
}
/**
 * Makes an OCI tenancy's billing data ready for the platform: a user that may read the reports which Oracle writes, and the
 * fields of the platform's form as outputs. Deploy it to the parent tenancy, by a provider that works in its home region.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make that
 * part differently. The names in the props stay taken even if it then uses others.
 */
export declare class OciIntegration extends Integration {
	/** Who the platform logs in as. */
	readonly identity: OciIdentityBase;
	/** The reports. */
	readonly billingExport: OciBillingExport;
	/** What the identity may do. */
	readonly access: OciAccess;
	/** @throws InputError when a property is refused, with all problems at once */
	constructor(scope: Construct, id: string, props: OciIntegrationProps);
	protected createIdentity(props: OciIdentityProps): OciIdentityBase;
	protected createBillingExport(props: OciBillingExportProps): OciBillingExport;
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
