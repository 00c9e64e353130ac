import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { Integration, INTEGRATION_SCHEMA, type IntegrationProps } from "../core/integration";
import { integrationSchema, omitProps, pick } from "../core/props-schema";
import { optional } from "../core/rules";
import { validateCreated, validateProps } from "../core/validate-props";
import { AWS_ACCESS_SCHEMA, AwsAccess, type AwsAccessProps } from "./access";
import { AWS_BILLING_EXPORT_SCHEMA, AwsBillingExport, type AwsBillingExportProps } from "./billing-export";
import { awsFields } from "./fields";
import { AWS_IDENTITY_SCHEMA, AwsIdentity, type AwsIdentityProps } from "./identity";
import {
  AWS_BILLING_EXPORT_RULE,
  AWS_IDENTITY_RULE,
  AWS_STORAGE_RULE,
  type IAwsBillingExport,
  type IAwsIdentity,
  type IAwsStorage,
} from "./interfaces";
import { AWS_STORAGE_SCHEMA, AwsStorage, type AwsStorageProps } from "./storage";

/** Props of the billing export that the integration creates. */
type ExportProps = Omit<AwsBillingExportProps, "storage">;
/** Props of the access that the integration creates. */
type AccessProps = Omit<AwsAccessProps, "identity" | "billingExport">;

/**
 * Options of `AwsIntegration`: all optional properties of its parts. Use this type for a subclass or a helper function of
 * your own; `AwsIntegrationProps` adds the required properties.
 */
export interface AwsIntegrationOptions
  extends IntegrationProps, AwsIdentityProps, Omit<AwsStorageProps, "bucketName">, ExportProps, AccessProps {
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
export type AwsIntegrationProps =
  AwsNewStorageIntegrationProps | AwsPassedStorageIntegrationProps | AwsPassedExportIntegrationProps;

/** All properties, whichever parts are passed. */
interface AllProps extends AwsIntegrationOptions, Partial<Pick<AwsStorageProps, "bucketName">> {
  readonly storage?: IAwsStorage;
  readonly billingExport?: IAwsBillingExport;
}

const EXPORT_SCHEMA = omitProps(AWS_BILLING_EXPORT_SCHEMA, "storage");
const ACCESS_SCHEMA = omitProps(AWS_ACCESS_SCHEMA, "identity", "billingExport");

const schemaFor = integrationSchema<AllProps, "outputPrefix" | "userName" | "policyName" | "reportName">(
  INTEGRATION_SCHEMA,
  {
    schema: {
      rules: { identity: optional(AWS_IDENTITY_RULE), billingExport: optional(AWS_BILLING_EXPORT_RULE) },
    },
  },
  { schema: { rules: { storage: optional(AWS_STORAGE_RULE) } }, replacedBy: ["billingExport"] },
  { schema: AWS_IDENTITY_SCHEMA, replacedBy: ["identity"] },
  { schema: AWS_STORAGE_SCHEMA, replacedBy: ["billingExport", "storage"] },
  { schema: EXPORT_SCHEMA, replacedBy: ["billingExport"] },
  { schema: ACCESS_SCHEMA },
);

/** Schema of `AwsIntegration` when it creates all parts. */
export const AWS_INTEGRATION_SCHEMA = schemaFor({});

/**
 * Makes the billing data of an AWS organization available to the platform: a Cost & Usage Report in its own bucket, a user
 * that can read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * Each part can be passed instead. The `create…` methods create the others; override one in a subclass to create that part
 * differently. They run in the base constructor, before the fields of a subclass are initialized.
 *
 * @throws InputError when a property is refused
 */
export class AwsIntegration extends Integration {
  /** Identity that the platform logs in as. */
  readonly identity: IAwsIdentity;
  /** Storage of the reports. */
  readonly storage: IAwsStorage;
  /** The report. */
  readonly billingExport: IAwsBillingExport;
  /** Permissions of the identity. */
  readonly access: AwsAccess;

  // Listed first, so that the compiler's error for `{}` names the missing property.
  constructor(scope: Construct, id: string, props: AwsNewStorageIntegrationProps);
  // eslint-disable-next-line @typescript-eslint/unified-signatures -- see above
  constructor(scope: Construct, id: string, props: AwsIntegrationProps);
  constructor(scope: Construct, id: string, props: AllProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AwsIntegration"), schemaFor, props);
    super(scope, id, "aws", validProps);
    const { identity, storage, billingExport } = validProps;
    this.identity =
      identity ?? validateCreated(this, "identity", this.createIdentity(pick(AWS_IDENTITY_SCHEMA, validProps)));
    this.storage =
      billingExport?.storage ??
      storage ??
      validateCreated(this, "storage", this.createStorage(pick(AWS_STORAGE_SCHEMA, validProps)));
    this.billingExport =
      billingExport ??
      validateCreated(this, "billingExport", this.createBillingExport(pick(EXPORT_SCHEMA, validProps)));
    this.access = validateCreated(this, "access", this.createAccess(pick(ACCESS_SCHEMA, validProps)));
    const parts = [this.access, this.identity, this.storage, this.billingExport];
    this.handOff(awsFields(this.identity, this.billingExport), parts);
  }

  /** Creates the identity, unless one is passed. */
  protected createIdentity(props: AwsIdentityProps): IAwsIdentity {
    return new AwsIdentity(this, "identity", props);
  }

  /** Creates the storage, unless one is passed. */
  protected createStorage(props: AwsStorageProps): IAwsStorage {
    return new AwsStorage(this, "storage", props);
  }

  /** Creates the billing export, unless one is passed. */
  protected createBillingExport(props: Omit<AwsBillingExportProps, "storage">): IAwsBillingExport {
    return new AwsBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  /** Creates the access. */
  protected createAccess(props: Omit<AwsAccessProps, "identity" | "billingExport">): AwsAccess {
    return new AwsAccess(this, "access", { ...props, identity: this.identity, billingExport: this.billingExport });
  }
}
