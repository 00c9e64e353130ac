import { type Construct } from "constructs";
import { type Input, pick, whole, without } from "../core/input";
import { Integration, INTEGRATION_INPUT, type IntegrationProps } from "../core/integration";
import { Place } from "../core/place";
import { sameProvider } from "../core/provider";
import { optional } from "../core/rules";
import { GCP_ACCESS_INPUT, GcpAccess, type GcpAccessProps } from "./access";
import { GCP_BILLING_EXPORT_INPUT, GcpBillingExport, type GcpBillingExportProps } from "./billing-export";
import { gcpFields } from "./fields";
import { GCP_IDENTITY_INPUT, GcpIdentity, type GcpIdentityProps } from "./identity";
import { type GcpIdentityBase } from "./identity-base";
import { GCP_PART_RULES, type GcpPartProps, sameProject } from "./provider";
import { GCP_SERVICES_INPUT, type GcpAdditionalService, GcpServices, type GcpServicesProps } from "./services";
import { GCP_STORAGE_INPUT, GcpStorage, type GcpStorageProps } from "./storage";
import { type GcpStorageBase } from "./storage-base";

/** The parts that can be passed instead of being made. */
export interface GcpIntegrationParts {
  /**
   * Who the platform logs in as: `new GcpImpersonatedIdentity(…)`, `new GcpFederatedIdentity(…)`,
   * `GcpIdentity.fromServiceAccount(…)`. The properties of the service account and its key are left out then.
   *
   * @default - a new service account with a JSON key
   */
  readonly identity?: GcpIdentityBase;

  /**
   * Where the export lands: `GcpStorage.fromDataset(…)`, in the project of the integration. The properties of the
   * dataset are left out then.
   *
   * @default - a new dataset, for which `datasetLocation` is required
   */
  readonly storage?: GcpStorageBase;

  /**
   * The export: `new GcpBillingExport(…)`. Its properties and those of the dataset, and `storage`, are left out then.
   *
   * @default - the export of the billing account, for which `billingAccountId` is required
   */
  readonly billingExport?: GcpBillingExport;
}

type ExportProps = Omit<GcpBillingExportProps, "storage">;
type AccessProps = Omit<GcpAccessProps, "identity" | "billingExport">;

/** Props of `GcpIntegration`: those of its parts, side by side, or the parts themselves. */
export interface GcpIntegrationProps
  extends
    IntegrationProps,
    GcpIntegrationParts,
    GcpIdentityProps,
    Partial<Omit<GcpStorageProps, keyof GcpPartProps>>,
    Partial<ExportProps>,
    GcpServicesProps,
    AccessProps {}

const PARTS_INPUT: Input<GcpIntegrationParts & GcpPartProps> = {
  rules: {
    ...GCP_PART_RULES,
    identity: optional(GCP_ACCESS_INPUT.rules.identity),
    storage: optional(GCP_BILLING_EXPORT_INPUT.rules.storage),
    billingExport: optional(GCP_ACCESS_INPUT.rules.billingExport),
  },
  combinations: ({ storage, billingExport, ...props }) => [
    ...(storage !== undefined && billingExport !== undefined
      ? ["'storage' must be left out when 'billingExport' is passed, which has its own"]
      : []),
    ...sameProvider("storage", storage, props),
    ...sameProject("storage", storage, props),
  ],
};
const EXPORT_INPUT = without(GCP_BILLING_EXPORT_INPUT, "storage");
const ACCESS_INPUT = without(GCP_ACCESS_INPUT, "identity", "billingExport");

type Named = "outputPrefix" | "accountId" | "datasetId" | "roleIdPrefix";

const inputFor = whole<GcpIntegrationProps, Named>(
  { input: PARTS_INPUT },
  { input: INTEGRATION_INPUT },
  { input: GCP_IDENTITY_INPUT, passedAs: ["identity"] },
  { input: GCP_STORAGE_INPUT, passedAs: ["billingExport", "storage"] },
  { input: EXPORT_INPUT, passedAs: ["billingExport"] },
  { input: GCP_SERVICES_INPUT },
  { input: ACCESS_INPUT },
);

/** The input of `GcpIntegration` when it makes all parts. */
export const GCP_INTEGRATION_INPUT = inputFor({});

/**
 * Makes the costs of a billing account of GCP ready for the platform: a dataset for the export that a person enables, a
 * service account that may read it, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make
 * that part differently. The names in the props stay taken even if it then uses others.
 */
export class GcpIntegration extends Integration {
  /** Who the platform logs in as. */
  readonly identity: GcpIdentityBase;
  /** Where the export lands. */
  readonly storage: GcpStorageBase;
  /** The export itself. */
  readonly billingExport: GcpBillingExport;
  /** The APIs that are enabled. */
  readonly services: GcpServices;
  /** What the identity may do. */
  readonly access: GcpAccess;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: GcpIntegrationProps) {
    const named = new Place(scope, id, "GcpIntegration").admit(inputFor(props), props);
    super(scope, id, "gcp", named);
    const { identity, storage, billingExport } = named;
    this.identity = identity ?? this.createIdentity(pick(GCP_IDENTITY_INPUT, named));
    this.storage = billingExport?.storage ?? storage ?? this.createStorage(pick(GCP_STORAGE_INPUT, named));
    this.billingExport = billingExport ?? this.createBillingExport(pick(EXPORT_INPUT, named));
    this.services = this.createServices(pick(GCP_SERVICES_INPUT, named));
    this.access = this.createAccess(pick(ACCESS_INPUT, named));
    this.services.before(this.identity, this.storage, this.access);
    const parts = [this.services, this.access, this.identity, this.storage, this.billingExport];
    this.handOff(gcpFields(this.identity, this.billingExport, this.access), parts);
  }

  protected createIdentity(props: GcpIdentityProps): GcpIdentityBase {
    return new GcpIdentity(this, "identity", props);
  }

  protected createStorage(props: GcpStorageProps): GcpStorageBase {
    return new GcpStorage(this, "storage", props);
  }

  protected createBillingExport(props: Omit<GcpBillingExportProps, "storage">): GcpBillingExport {
    return new GcpBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  protected createServices({ additionalServices = [], ...props }: GcpServicesProps): GcpServices {
    const needed = new Set<GcpAdditionalService>([
      ...additionalServices,
      ...this.identity.requiredServices,
      ...this.billingExport.requiredServices,
    ]);
    return new GcpServices(this, "services", { ...props, additionalServices: [...needed] });
  }

  protected createAccess(props: Omit<GcpAccessProps, "identity" | "billingExport">): GcpAccess {
    return new GcpAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
