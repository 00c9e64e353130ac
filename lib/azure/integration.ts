import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { Integration, INTEGRATION_SCHEMA, type IntegrationProps } from "../core/integration";
import { integrationSchema, omitProps, pick } from "../core/props-schema";
import { optional } from "../core/rules";
import { validateCreated, validateProps } from "../core/validate-props";
import { AZURE_ACCESS_SCHEMA, AzureAccess, type AzureAccessProps } from "./access";
import { AZURE_BILLING_EXPORT_SCHEMA, AzureBillingExport, type AzureBillingExportProps } from "./billing-export";
import { azureFields } from "./fields";
import { AZURE_IDENTITY_SCHEMA, AzureIdentity, type AzureIdentityProps } from "./identity";
import {
  AZURE_BILLING_EXPORT_RULE,
  AZURE_IDENTITY_RULE,
  AZURE_STORAGE_RULE,
  type IAzureBillingExport,
  type IAzureIdentity,
  type IAzureStorage,
} from "./interfaces";
import { AZURE_STORAGE_SCHEMA, AzureStorage, type AzureStorageProps } from "./storage";

/** Props of the billing export that the integration creates. */
type ExportProps = Omit<AzureBillingExportProps, "storage">;
/** Props of the access that the integration creates. */
type AccessProps = Omit<AzureAccessProps, "identity" | "billingExport">;
/** Required properties of a new storage. */
type NewStorageProps = Pick<AzureStorageProps, "subscriptionId" | "location" | "storageAccountName">;

/**
 * Options of `AzureIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `AzureIntegrationProps` adds the required properties.
 */
export interface AzureIntegrationOptions
  extends
    IntegrationProps,
    AzureIdentityProps,
    Omit<AzureStorageProps, keyof NewStorageProps>,
    Omit<ExportProps, "agreement">,
    AccessProps {
  /**
   * Identity that the platform logs in as: `new AzureFederatedIdentity(…)`, `AzureIdentity.fromApplication(…)`, or your own.
   * The properties of application, secret and tenant must be left out then.
   *
   * @default - a new application with a client secret
   */
  readonly identity?: IAzureIdentity;
}

/** Props of `AzureIntegration` with a new storage account and new exports. */
export interface AzureNewStorageIntegrationProps
  extends AzureIntegrationOptions, NewStorageProps, Pick<ExportProps, "agreement"> {
  /**
   * Not together with `storageAccountName`: pass one of them.
   *
   * @default - a new storage account
   */
  readonly storage?: never;
  /**
   * Not together with `agreement`: exports have their own.
   *
   * @default - new exports
   */
  readonly billingExport?: never;
}

/**
 * Props of `AzureIntegration` with new exports to a storage that is passed. Set the properties of resource group, account,
 * container and SAS token on `storage`.
 */
export interface AzurePassedStorageIntegrationProps extends AzureIntegrationOptions, Pick<ExportProps, "agreement"> {
  /** Storage of the exports: `AzureStorage.fromContainer(…)`, or your own. */
  readonly storage: IAzureStorage;
  /**
   * Not together with `storage`, which has its own subscription.
   *
   * @default - the subscription of `storage`
   */
  readonly subscriptionId?: never;
  /**
   * Not together with `storage`, which has its own location.
   *
   * @default - none
   */
  readonly location?: never;
  /**
   * Not together with `storage`, which has its own account.
   *
   * @default - the account of `storage`
   */
  readonly storageAccountName?: never;
  /**
   * Not together with `agreement`: exports have their own.
   *
   * @default - new exports
   */
  readonly billingExport?: never;
}

/** Props of `AzureIntegration` with exports that are passed. Set the properties of exports and storage on them. */
export interface AzurePassedExportIntegrationProps extends AzureIntegrationOptions {
  /** Exports: `AzureBillingExport.fromExports(…)`, or your own. */
  readonly billingExport: IAzureBillingExport;
  /**
   * Not together with `billingExport`, which has its own agreement.
   *
   * @default - the agreement of `billingExport`
   */
  readonly agreement?: never;
  /**
   * Not together with `billingExport`, which has its own storage.
   *
   * @default - the storage of `billingExport`
   */
  readonly storage?: never;
  /**
   * Not together with `billingExport`, whose storage has its own subscription.
   *
   * @default - the subscription of the storage of `billingExport`
   */
  readonly subscriptionId?: never;
  /**
   * Not together with `billingExport`, whose storage has its own location.
   *
   * @default - none
   */
  readonly location?: never;
  /**
   * Not together with `billingExport`, whose storage has its own account.
   *
   * @default - the account of the storage of `billingExport`
   */
  readonly storageAccountName?: never;
}

/** Props of `AzureIntegration`: its options, and the properties or parts that it requires. */
export type AzureIntegrationProps =
  AzureNewStorageIntegrationProps | AzurePassedStorageIntegrationProps | AzurePassedExportIntegrationProps;

/** All properties, whichever parts are passed. */
interface AllProps extends AzureIntegrationOptions, Partial<NewStorageProps>, Partial<Pick<ExportProps, "agreement">> {
  readonly storage?: IAzureStorage;
  readonly billingExport?: IAzureBillingExport;
}

const EXPORT_SCHEMA = omitProps(AZURE_BILLING_EXPORT_SCHEMA, "storage");
const ACCESS_SCHEMA = omitProps(AZURE_ACCESS_SCHEMA, "identity", "billingExport");

type Named =
  | "outputPrefix"
  | "applicationName"
  | "resourceGroupName"
  | "containerName"
  | "rootFolderPath"
  | "exportNamePrefix"
  | "roleName";

const schemaFor = integrationSchema<AllProps, Named>(
  INTEGRATION_SCHEMA,
  {
    schema: {
      rules: { identity: optional(AZURE_IDENTITY_RULE), billingExport: optional(AZURE_BILLING_EXPORT_RULE) },
    },
  },
  { schema: { rules: { storage: optional(AZURE_STORAGE_RULE) } }, replacedBy: ["billingExport"] },
  { schema: AZURE_IDENTITY_SCHEMA, replacedBy: ["identity"] },
  { schema: AZURE_STORAGE_SCHEMA, replacedBy: ["billingExport", "storage"] },
  { schema: EXPORT_SCHEMA, replacedBy: ["billingExport"] },
  { schema: ACCESS_SCHEMA },
);

/** Schema of `AzureIntegration` when it creates all parts. */
export const AZURE_INTEGRATION_SCHEMA = schemaFor({});

/**
 * Makes the costs of Azure available to the platform: exports of actual and amortized costs to their own storage account, an
 * application with the role that the platform's page asks for, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export class AzureIntegration extends Integration {
  /** Identity that the platform logs in as. */
  readonly identity: IAzureIdentity;
  /** Storage of the exports. */
  readonly storage: IAzureStorage;
  /** The exports. */
  readonly billingExport: IAzureBillingExport;
  /** Permissions of the identity. */
  readonly access: AzureAccess;

  // Listed first, so that the compiler's error for `{}` names the missing properties.
  constructor(scope: Construct, id: string, props: AzureNewStorageIntegrationProps);
  // eslint-disable-next-line @typescript-eslint/unified-signatures -- see above
  constructor(scope: Construct, id: string, props: AzureIntegrationProps);
  constructor(scope: Construct, id: string, props: AllProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureIntegration"), schemaFor, props);
    super(scope, id, "azure", validProps);
    const { identity, storage, billingExport } = validProps;
    this.identity =
      identity ?? validateCreated(this, "identity", this.createIdentity(pick(AZURE_IDENTITY_SCHEMA, validProps)));
    this.storage =
      billingExport?.storage ??
      storage ??
      validateCreated(this, "storage", this.createStorage(pick(AZURE_STORAGE_SCHEMA, validProps)));
    this.billingExport =
      billingExport ??
      validateCreated(this, "billingExport", this.createBillingExport(pick(EXPORT_SCHEMA, validProps)));
    this.access = validateCreated(this, "access", this.createAccess(pick(ACCESS_SCHEMA, validProps)));
    const parts = [this.access, this.identity, this.storage, this.billingExport];
    this.handOff(azureFields(this.identity, this.billingExport), parts);
  }

  /** Creates the identity, unless one is passed. */
  protected createIdentity(props: AzureIdentityProps): IAzureIdentity {
    return new AzureIdentity(this, "identity", props);
  }

  /** Creates the storage, unless one is passed. */
  protected createStorage(props: AzureStorageProps): IAzureStorage {
    return new AzureStorage(this, "storage", props);
  }

  /** Creates the billing export, unless one is passed. */
  protected createBillingExport(props: Omit<AzureBillingExportProps, "storage">): IAzureBillingExport {
    return new AzureBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  /** Creates the access. */
  protected createAccess(props: Omit<AzureAccessProps, "identity" | "billingExport">): AzureAccess {
    return new AzureAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
