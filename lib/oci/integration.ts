import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { Integration, INTEGRATION_SCHEMA, type IntegrationProps } from "../core/integration";
import { integrationSchema, omitProps, pick } from "../core/props-schema";
import { optional } from "../core/rules";
import { validateCreated, validateProps } from "../core/validate-props";
import { OCI_ACCESS_SCHEMA, OciAccess, type OciAccessProps } from "./access";
import { OCI_BILLING_EXPORT_SCHEMA, OciBillingExport, type OciBillingExportProps } from "./billing-export";
import { ociFields } from "./fields";
import { OCI_IDENTITY_SCHEMA, OciIdentity, type OciIdentityProps } from "./identity";
import { type IOciBillingExport, type IOciIdentity, OCI_BILLING_EXPORT_RULE, OCI_IDENTITY_RULE } from "./interfaces";
import { type OciTenancyProps } from "./provider";

/** Props of the access that the integration creates. */
type AccessProps = Omit<OciAccessProps, "identity" | "billingExport">;
/** Required properties of every part. */
type TenancyProps = Pick<OciTenancyProps, "tenancyOcid" | "homeRegion">;

/**
 * Options of `OciIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `OciIntegrationProps` adds the required properties.
 */
export interface OciIntegrationOptions
  extends
    IntegrationProps,
    Omit<OciIdentityProps, keyof TenancyProps | "userEmail">,
    Omit<OciBillingExportProps, keyof TenancyProps>,
    Omit<AccessProps, keyof TenancyProps> {
  /**
   * Reports: `new OciBillingExport(…)`, or your own. The properties of the reports must be left out then.
   *
   * @default - the reports of the tenancy
   */
  readonly billingExport?: IOciBillingExport;
}

/** Props of `OciIntegration` with a new user. */
export interface OciNewIdentityIntegrationProps
  extends OciIntegrationOptions, TenancyProps, Pick<OciIdentityProps, "userEmail"> {
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

/** All properties, whichever parts are passed. */
interface AllProps extends OciIntegrationOptions, TenancyProps, Partial<Pick<OciIdentityProps, "userEmail">> {
  readonly identity?: IOciIdentity;
}

const ACCESS_SCHEMA = omitProps(OCI_ACCESS_SCHEMA, "identity", "billingExport");

const schemaFor = integrationSchema<AllProps, "outputPrefix" | "groupName" | "userName" | "policyName">(
  INTEGRATION_SCHEMA,
  {
    schema: {
      rules: { identity: optional(OCI_IDENTITY_RULE), billingExport: optional(OCI_BILLING_EXPORT_RULE) },
    },
  },
  { schema: OCI_IDENTITY_SCHEMA, replacedBy: ["identity"] },
  { schema: OCI_BILLING_EXPORT_SCHEMA, replacedBy: ["billingExport"] },
  { schema: ACCESS_SCHEMA },
);

/** Schema of `OciIntegration` when it creates all parts. */
export const OCI_INTEGRATION_SCHEMA = schemaFor({});

/**
 * Makes the billing data of an OCI tenancy available to the platform: a user that can read the reports that Oracle writes,
 * and the fields of the platform's form as outputs. Deploy it to the parent tenancy, with a provider in its home region.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export class OciIntegration extends Integration {
  /** Identity that the platform logs in as. */
  readonly identity: IOciIdentity;
  /** The reports. */
  readonly billingExport: IOciBillingExport;
  /** Permissions of the identity. */
  readonly access: OciAccess;

  // Listed first, so that the compiler's error for `{}` names the missing properties.
  constructor(scope: Construct, id: string, props: OciNewIdentityIntegrationProps);
  // eslint-disable-next-line @typescript-eslint/unified-signatures -- see above
  constructor(scope: Construct, id: string, props: OciIntegrationProps);
  constructor(scope: Construct, id: string, props: AllProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "OciIntegration"), schemaFor, props);
    super(scope, id, "oci", validProps);
    const { identity, billingExport } = validProps;
    this.identity =
      identity ?? validateCreated(this, "identity", this.createIdentity(pick(OCI_IDENTITY_SCHEMA, validProps)));
    this.billingExport =
      billingExport ??
      validateCreated(this, "billingExport", this.createBillingExport(pick(OCI_BILLING_EXPORT_SCHEMA, validProps)));
    this.access = validateCreated(this, "access", this.createAccess(pick(ACCESS_SCHEMA, validProps)));
    this.handOff(ociFields(this.identity, this.billingExport), [this.access, this.identity, this.billingExport]);
  }

  /** Creates the identity, unless one is passed. */
  protected createIdentity(props: OciIdentityProps): IOciIdentity {
    return new OciIdentity(this, "identity", props);
  }

  /** Creates the billing export, unless one is passed. */
  protected createBillingExport(props: OciBillingExportProps): IOciBillingExport {
    return new OciBillingExport(this, "billing_export", props);
  }

  /** Creates the access. */
  protected createAccess(props: Omit<OciAccessProps, "identity" | "billingExport">): OciAccess {
    return new OciAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
