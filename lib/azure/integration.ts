import { type Construct } from "constructs";
import { type Input, pick, whole, without } from "../core/input";
import { Integration, INTEGRATION_INPUT, type IntegrationProps } from "../core/integration";
import { Place } from "../core/place";
import { optional } from "../core/rules";
import { AZURE_ACCESS_INPUT, AzureAccess, type AzureAccessProps } from "./access";
import { AZURE_BILLING_EXPORT_INPUT, AzureBillingExport, type AzureBillingExportProps } from "./billing-export";
import { type AzureBillingExportBase } from "./billing-export-base";
import { azureFields } from "./fields";
import { AZURE_IDENTITY_INPUT, AzureIdentity, type AzureIdentityProps } from "./identity";
import { type AzureIdentityBase } from "./identity-base";
import { type AzurePartProps } from "./provider";
import { AZURE_STORAGE_INPUT, AzureStorage, type AzureStorageProps } from "./storage";
import { type AzureStorageBase } from "./storage-base";

/** The parts that can be passed instead of being made. */
export interface AzureIntegrationParts {
  /**
   * Who the platform logs in as: `new AzureFederatedIdentity(…)`, `AzureIdentity.fromApplication(…)`. The properties of
   * application, secret and tenant are left out then.
   *
   * @default - a new application with a client secret
   */
  readonly identity?: AzureIdentityBase;

  /**
   * Where the exports land: `AzureStorage.fromContainer(…)`. The properties of resource group, account, container and SAS
   * token are left out then.
   *
   * @default - a new account, for which `subscriptionId`, `location` and `storageAccountName` are required
   */
  readonly storage?: AzureStorageBase;

  /**
   * The exports: `AzureBillingExport.fromExports(…)`. Their properties and those of the storage, and `storage`, are left
   * out then.
   *
   * @default - new exports, for which `agreement` is required
   */
  readonly billingExport?: AzureBillingExportBase;
}

type ExportProps = Omit<AzureBillingExportProps, "storage">;
type AccessProps = Omit<AzureAccessProps, "identity" | "billingExport">;

/** Props of `AzureIntegration`: those of its parts, side by side, or the parts themselves. */
export interface AzureIntegrationProps
  extends
    IntegrationProps,
    AzureIntegrationParts,
    AzureIdentityProps,
    Partial<Omit<AzureStorageProps, keyof AzurePartProps>>,
    Partial<Omit<ExportProps, keyof AzurePartProps>>,
    AccessProps {}

const PARTS_INPUT: Input<AzureIntegrationParts> = {
  rules: {
    identity: optional(AZURE_ACCESS_INPUT.rules.identity),
    storage: optional(AZURE_BILLING_EXPORT_INPUT.rules.storage),
    billingExport: optional(AZURE_ACCESS_INPUT.rules.billingExport),
  },
  combinations: ({ storage, billingExport }) =>
    storage !== undefined && billingExport !== undefined
      ? ["'storage' must be left out when 'billingExport' is passed, which has its own"]
      : [],
};
const EXPORT_INPUT = without(AZURE_BILLING_EXPORT_INPUT, "storage");
const ACCESS_INPUT = without(AZURE_ACCESS_INPUT, "identity", "billingExport");

type Named =
  | "outputPrefix"
  | "applicationName"
  | "resourceGroupName"
  | "containerName"
  | "rootFolderPath"
  | "exportNamePrefix"
  | "roleName";

const inputFor = whole<AzureIntegrationProps, Named>(
  { input: PARTS_INPUT },
  { input: INTEGRATION_INPUT },
  { input: AZURE_IDENTITY_INPUT, passedAs: ["identity"] },
  { input: AZURE_STORAGE_INPUT, passedAs: ["billingExport", "storage"] },
  { input: EXPORT_INPUT, passedAs: ["billingExport"] },
  { input: ACCESS_INPUT },
);

/** The input of `AzureIntegration` when it makes all parts. */
export const AZURE_INTEGRATION_INPUT = inputFor({});

/**
 * Makes the costs of Azure ready for the platform: exports of actual and amortized costs to a storage account of its own, an
 * application that may see what the platform's page asks for, and the fields of the platform's form as outputs.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make that
 * part differently. The names in the props stay taken even if it then uses others.
 */
export class AzureIntegration extends Integration {
  /** Who the platform logs in as. */
  readonly identity: AzureIdentityBase;
  /** Where the exports land. */
  readonly storage: AzureStorageBase;
  /** The exports themselves. */
  readonly billingExport: AzureBillingExportBase;
  /** What the identity may do. */
  readonly access: AzureAccess;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureIntegrationProps) {
    const named = new Place(scope, id, "AzureIntegration").admit(inputFor(props), props);
    super(scope, id, "azure", named);
    const { identity, storage, billingExport } = named;
    this.identity = identity ?? this.createIdentity(pick(AZURE_IDENTITY_INPUT, named));
    this.storage = billingExport?.storage ?? storage ?? this.createStorage(pick(AZURE_STORAGE_INPUT, named));
    this.billingExport = billingExport ?? this.createBillingExport(pick(EXPORT_INPUT, named));
    this.access = this.createAccess(pick(ACCESS_INPUT, named));
    const parts = [this.access, this.identity, this.storage, this.billingExport];
    this.handOff(azureFields(this.identity, this.billingExport), parts);
  }

  protected createIdentity(props: AzureIdentityProps): AzureIdentityBase {
    return new AzureIdentity(this, "identity", props);
  }

  protected createStorage(props: AzureStorageProps): AzureStorageBase {
    return new AzureStorage(this, "storage", props);
  }

  protected createBillingExport(props: Omit<AzureBillingExportProps, "storage">): AzureBillingExportBase {
    return new AzureBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  protected createAccess(props: Omit<AzureAccessProps, "identity" | "billingExport">): AzureAccess {
    return new AzureAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
