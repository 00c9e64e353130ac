import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { Integration, INTEGRATION_SCHEMA, type IntegrationProps } from "../core/integration";
import { crossCheck, integrationSchema, omitProps, pick, type PropsSchema } from "../core/props-schema";
import { checkSameProvider } from "../core/provider";
import { optional } from "../core/rules";
import { validateCreated, validateProps } from "../core/validate-props";
import { GCP_ACCESS_SCHEMA, GcpAccess, type GcpAccessProps } from "./access";
import { GCP_BILLING_EXPORT_SCHEMA, GcpBillingExport, type GcpBillingExportProps } from "./billing-export";
import { gcpFields } from "./fields";
import { GCP_IDENTITY_SCHEMA, GcpIdentity, type GcpIdentityProps } from "./identity";
import {
  GCP_BILLING_EXPORT_RULE,
  GCP_IDENTITY_RULE,
  GCP_STORAGE_RULE,
  type IGcpBillingExport,
  type IGcpIdentity,
  type IGcpStorage,
} from "./interfaces";
import { checkSameProject, GCP_PART_RULES, type GcpPartProps } from "./provider";
import { GCP_SERVICES_SCHEMA, type GcpAdditionalService, GcpServices, type GcpServicesProps } from "./services";
import { GCP_STORAGE_SCHEMA, GcpStorage, type GcpStorageProps } from "./storage";

/** Props of the billing export that the integration creates. */
type ExportProps = Omit<GcpBillingExportProps, "storage">;
/** Props of the access that the integration creates. */
type AccessProps = Omit<GcpAccessProps, "identity" | "billingExport">;

/**
 * Options of `GcpIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `GcpIntegrationProps` adds the required properties.
 */
export interface GcpIntegrationOptions
  extends
    IntegrationProps,
    Omit<GcpIdentityProps, "projectId">,
    Omit<GcpStorageProps, "projectId" | "datasetLocation">,
    Omit<ExportProps, "billingAccountId">,
    Omit<GcpServicesProps, "projectId">,
    Omit<AccessProps, "projectId"> {
  /**
   * Identity that the platform logs in as: `new GcpImpersonatedIdentity(…)`, `new GcpFederatedIdentity(…)`,
   * `GcpIdentity.fromServiceAccount(…)`, or your own. The properties of the service account and its key must be left out then.
   *
   * @default - a new service account with a JSON key
   */
  readonly identity?: IGcpIdentity;
}

/** Props of `GcpIntegration` with a new dataset. `organizationId` is required too, unless `hierarchy` is `NONE`. */
export interface GcpNewStorageIntegrationProps
  extends
    GcpIntegrationOptions,
    Pick<GcpStorageProps, "projectId" | "datasetLocation">,
    Pick<ExportProps, "billingAccountId"> {
  /**
   * Not together with `datasetLocation`: pass one of them.
   *
   * @default - a new dataset
   */
  readonly storage?: never;
  /**
   * Not together with `billingAccountId`: pass one of them.
   *
   * @default - the export of the billing account
   */
  readonly billingExport?: never;
}

/** Props of `GcpIntegration` with a dataset that is passed. Set the properties of the dataset on `storage`. */
export interface GcpPassedStorageIntegrationProps
  extends GcpIntegrationOptions, Pick<GcpPartProps, "projectId">, Pick<ExportProps, "billingAccountId"> {
  /** Storage of the export, in the project of the integration: `GcpStorage.fromDataset(…)`, or your own. */
  readonly storage: IGcpStorage;
  /**
   * Not together with `storage`, which has its own location.
   *
   * @default - the location of `storage`
   */
  readonly datasetLocation?: never;
  /**
   * Not together with `billingAccountId`: pass one of them.
   *
   * @default - the export of the billing account
   */
  readonly billingExport?: never;
}

/** Props of `GcpIntegration` with an export that is passed. Set the properties of export and dataset on it. */
export interface GcpPassedExportIntegrationProps extends GcpIntegrationOptions, Pick<GcpPartProps, "projectId"> {
  /** Export: `new GcpBillingExport(…)`, or your own. */
  readonly billingExport: IGcpBillingExport;
  /**
   * Not together with `billingExport`, which has its own storage.
   *
   * @default - the storage of `billingExport`
   */
  readonly storage?: never;
  /**
   * Not together with `billingExport`, whose storage has its own location.
   *
   * @default - the location of the storage of `billingExport`
   */
  readonly datasetLocation?: never;
  /**
   * Not together with `billingExport`, which has its own billing account.
   *
   * @default - the billing account of `billingExport`
   */
  readonly billingAccountId?: never;
}

/** Props of `GcpIntegration`: its options, and the properties or parts that it requires. */
export type GcpIntegrationProps =
  GcpNewStorageIntegrationProps | GcpPassedStorageIntegrationProps | GcpPassedExportIntegrationProps;

/** All properties, whichever parts are passed. */
interface AllProps
  extends
    GcpIntegrationOptions,
    GcpPartProps,
    Partial<Pick<GcpStorageProps, "datasetLocation">>,
    Partial<Pick<ExportProps, "billingAccountId">> {
  readonly storage?: IGcpStorage;
  readonly billingExport?: IGcpBillingExport;
}

const PASSED_STORAGE_SCHEMA: PropsSchema<Pick<AllProps, "storage"> & GcpPartProps> = {
  rules: { ...GCP_PART_RULES, storage: optional(GCP_STORAGE_RULE) },
  crossChecks: [
    crossCheck(["storage", "provider", "projectId"], ({ storage, ...props }) =>
      storage === undefined
        ? []
        : [...checkSameProvider("storage", props, storage), ...checkSameProject("storage", storage, props)],
    ),
  ],
};
const EXPORT_SCHEMA = omitProps(GCP_BILLING_EXPORT_SCHEMA, "storage");
const ACCESS_SCHEMA = omitProps(GCP_ACCESS_SCHEMA, "identity", "billingExport");

const schemaFor = integrationSchema<AllProps, "outputPrefix" | "accountId" | "datasetId" | "roleIdPrefix">(
  INTEGRATION_SCHEMA,
  {
    schema: {
      rules: { identity: optional(GCP_IDENTITY_RULE), billingExport: optional(GCP_BILLING_EXPORT_RULE) },
    },
  },
  { schema: PASSED_STORAGE_SCHEMA, replacedBy: ["billingExport"] },
  { schema: GCP_IDENTITY_SCHEMA, replacedBy: ["identity"] },
  { schema: GCP_STORAGE_SCHEMA, replacedBy: ["billingExport", "storage"] },
  { schema: EXPORT_SCHEMA, replacedBy: ["billingExport"] },
  { schema: GCP_SERVICES_SCHEMA },
  { schema: ACCESS_SCHEMA },
);

/** Schema of `GcpIntegration` when it creates all parts. */
export const GCP_INTEGRATION_SCHEMA = schemaFor({});

/**
 * Makes the costs of a GCP billing account available to the platform: a dataset for the export that a person enables, a
 * service account that can read it, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export class GcpIntegration extends Integration {
  /** Identity that the platform logs in as. */
  readonly identity: IGcpIdentity;
  /** Storage of the export. */
  readonly storage: IGcpStorage;
  /** The export. */
  readonly billingExport: IGcpBillingExport;
  /** APIs that are enabled. */
  readonly services: GcpServices;
  /** Permissions of the identity. */
  readonly access: GcpAccess;

  // Listed first, so that the compiler's error for `{}` names the missing properties.
  constructor(scope: Construct, id: string, props: GcpNewStorageIntegrationProps);
  // eslint-disable-next-line @typescript-eslint/unified-signatures -- see above
  constructor(scope: Construct, id: string, props: GcpIntegrationProps);
  constructor(scope: Construct, id: string, props: AllProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "GcpIntegration"), schemaFor, props);
    super(scope, id, "gcp", validProps);
    const { identity, storage, billingExport } = validProps;
    this.identity =
      identity ?? validateCreated(this, "identity", this.createIdentity(pick(GCP_IDENTITY_SCHEMA, validProps)));
    this.storage =
      billingExport?.storage ??
      storage ??
      validateCreated(this, "storage", this.createStorage(pick(GCP_STORAGE_SCHEMA, validProps)));
    this.billingExport =
      billingExport ??
      validateCreated(this, "billingExport", this.createBillingExport(pick(EXPORT_SCHEMA, validProps)));
    this.services = validateCreated(this, "services", this.createServices(pick(GCP_SERVICES_SCHEMA, validProps)));
    this.access = validateCreated(this, "access", this.createAccess(pick(ACCESS_SCHEMA, validProps)));
    this.services.addDependents(this.identity, this.storage, this.access);
    const parts = [this.services, this.access, this.identity, this.storage, this.billingExport];
    this.handOff(gcpFields(this.identity, this.billingExport, this.access), parts);
  }

  /** Creates the identity, unless one is passed. */
  protected createIdentity(props: GcpIdentityProps): IGcpIdentity {
    return new GcpIdentity(this, "identity", props);
  }

  /** Creates the storage, unless one is passed. */
  protected createStorage(props: GcpStorageProps): IGcpStorage {
    return new GcpStorage(this, "storage", props);
  }

  /** Creates the billing export, unless one is passed. */
  protected createBillingExport(props: Omit<GcpBillingExportProps, "storage">): IGcpBillingExport {
    return new GcpBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  /** Creates the enabled APIs, which include those that the other parts need. */
  protected createServices({ additionalServices = [], ...props }: GcpServicesProps): GcpServices {
    const needed = new Set<GcpAdditionalService>([
      ...additionalServices,
      ...this.identity.requiredServices,
      ...this.billingExport.requiredServices,
    ]);
    return new GcpServices(this, "services", { ...props, additionalServices: [...needed] });
  }

  /** Creates the access. */
  protected createAccess(props: Omit<GcpAccessProps, "identity" | "billingExport">): GcpAccess {
    return new GcpAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
