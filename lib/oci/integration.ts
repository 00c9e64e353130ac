import { type Construct } from "constructs";
import { type Input, pick, whole, without } from "../core/input";
import { Integration, INTEGRATION_INPUT, type IntegrationProps } from "../core/integration";
import { Place } from "../core/place";
import { optional } from "../core/rules";
import { OCI_ACCESS_INPUT, OciAccess, type OciAccessProps } from "./access";
import { OCI_BILLING_EXPORT_INPUT, OciBillingExport, type OciBillingExportProps } from "./billing-export";
import { ociFields } from "./fields";
import { OCI_IDENTITY_INPUT, OciIdentity, type OciIdentityProps } from "./identity";
import { type OciIdentityBase } from "./identity-base";

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
export interface OciIntegrationProps
  extends
    IntegrationProps,
    OciIntegrationParts,
    Omit<OciIdentityProps, "userEmail">,
    Partial<Pick<OciIdentityProps, "userEmail">>,
    OciBillingExportProps,
    AccessProps {}

const PARTS_INPUT: Input<OciIntegrationParts> = {
  rules: {
    identity: optional(OCI_ACCESS_INPUT.rules.identity),
    billingExport: optional(OCI_ACCESS_INPUT.rules.billingExport),
  },
};
const ACCESS_INPUT = without(OCI_ACCESS_INPUT, "identity", "billingExport");

type Named = "outputPrefix" | "groupName" | "userName" | "policyName";

const inputFor = whole<OciIntegrationProps, Named>(
  { input: PARTS_INPUT },
  { input: INTEGRATION_INPUT },
  { input: OCI_IDENTITY_INPUT, passedAs: ["identity"] },
  { input: OCI_BILLING_EXPORT_INPUT, passedAs: ["billingExport"] },
  { input: ACCESS_INPUT },
);

/** The input of `OciIntegration` when it makes all parts. */
export const OCI_INTEGRATION_INPUT = inputFor({});

/**
 * Makes an OCI tenancy's billing data ready for the platform: a user that may read the reports which Oracle writes, and the
 * fields of the platform's form as outputs. Deploy it to the parent tenancy, by a provider that works in its home region.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make that
 * part differently. The names in the props stay taken even if it then uses others.
 */
export class OciIntegration extends Integration {
  /** Who the platform logs in as. */
  readonly identity: OciIdentityBase;
  /** The reports. */
  readonly billingExport: OciBillingExport;
  /** What the identity may do. */
  readonly access: OciAccess;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciIntegrationProps) {
    const named = new Place(scope, id, "OciIntegration").admit(inputFor(props), props);
    super(scope, id, "oci", named);
    this.identity = named.identity ?? this.createIdentity(pick(OCI_IDENTITY_INPUT, named));
    this.billingExport = named.billingExport ?? this.createBillingExport(pick(OCI_BILLING_EXPORT_INPUT, named));
    this.access = this.createAccess(pick(ACCESS_INPUT, named));
    this.handOff(ociFields(this.identity, this.billingExport), [this.access, this.identity, this.billingExport]);
  }

  protected createIdentity(props: OciIdentityProps): OciIdentityBase {
    return new OciIdentity(this, "identity", props);
  }

  protected createBillingExport(props: OciBillingExportProps): OciBillingExport {
    return new OciBillingExport(this, "billing_export", props);
  }

  protected createAccess(props: Omit<OciAccessProps, "identity" | "billingExport">): OciAccess {
    return new OciAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
