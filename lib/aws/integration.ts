import { type Construct } from "constructs";
import { type Input, pick, whole, without } from "../core/input";
import { Integration, INTEGRATION_INPUT, type IntegrationProps } from "../core/integration";
import { Place } from "../core/place";
import { optional } from "../core/rules";
import { AWS_ACCESS_INPUT, AwsAccess, type AwsAccessProps } from "./access";
import { AWS_BILLING_EXPORT_INPUT, AwsBillingExport, type AwsBillingExportProps } from "./billing-export";
import { type AwsBillingExportBase } from "./billing-export-base";
import { awsFields } from "./fields";
import { AWS_IDENTITY_INPUT, AwsIdentity, type AwsIdentityProps } from "./identity";
import { type AwsIdentityBase } from "./identity-base";
import { AWS_STORAGE_INPUT, AwsStorage, type AwsStorageProps } from "./storage";
import { type AwsStorageBase } from "./storage-base";

/** The parts that can be passed instead of being made. */
export interface AwsIntegrationParts {
  /**
   * Who the platform logs in as: `new AwsRoleIdentity(…)`, `AwsIdentity.fromUser(…)`, `AwsIdentity.fromRole(…)`. The
   * properties of the user are left out then.
   *
   * @default - a new user with an access key
   */
  readonly identity?: AwsIdentityBase;

  /**
   * Where the reports land: `AwsStorage.fromBucket(…)`. The properties of the bucket are left out then.
   *
   * @default - a new bucket, for which `bucketName` is required
   */
  readonly storage?: AwsStorageBase;

  /**
   * The report: `AwsBillingExport.fromReport(…)`. The properties of report and bucket, and `storage`, are left out then.
   *
   * @default - a new report
   */
  readonly billingExport?: AwsBillingExportBase;
}

type ExportProps = Omit<AwsBillingExportProps, "storage">;
type AccessProps = Omit<AwsAccessProps, "identity" | "billingExport">;

/** Props of `AwsIntegration`: those of its parts, side by side, or the parts themselves. */
export interface AwsIntegrationProps
  extends IntegrationProps, AwsIntegrationParts, AwsIdentityProps, Partial<AwsStorageProps>, ExportProps, AccessProps {}

const PARTS_INPUT: Input<AwsIntegrationParts> = {
  rules: {
    identity: optional(AWS_ACCESS_INPUT.rules.identity),
    storage: optional(AWS_BILLING_EXPORT_INPUT.rules.storage),
    billingExport: optional(AWS_ACCESS_INPUT.rules.billingExport),
  },
  combinations: ({ storage, billingExport }) =>
    storage !== undefined && billingExport !== undefined
      ? ["'storage' must be left out when 'billingExport' is passed, which has its own"]
      : [],
};
const EXPORT_INPUT = without(AWS_BILLING_EXPORT_INPUT, "storage");
const ACCESS_INPUT = without(AWS_ACCESS_INPUT, "identity", "billingExport");

type Named = "outputPrefix" | "userName" | "policyName" | "reportName";

const inputFor = whole<AwsIntegrationProps, Named>(
  { input: PARTS_INPUT },
  { input: INTEGRATION_INPUT },
  { input: AWS_IDENTITY_INPUT, passedAs: ["identity"] },
  { input: AWS_STORAGE_INPUT, passedAs: ["billingExport", "storage"] },
  { input: EXPORT_INPUT, passedAs: ["billingExport"] },
  { input: ACCESS_INPUT },
);

/** The input of `AwsIntegration` when it makes all parts. */
export const AWS_INTEGRATION_INPUT = inputFor({});

/**
 * Makes an AWS organization's billing data ready for the platform: a Cost & Usage Report in a bucket of its own, a user
 * that may read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * Each part can be passed instead. The `create…` methods make those that are not; a subclass may override one to make that
 * part differently. The names in the props stay taken even if it then uses others.
 */
export class AwsIntegration extends Integration {
  /** Who the platform logs in as. */
  readonly identity: AwsIdentityBase;
  /** Where the reports land. */
  readonly storage: AwsStorageBase;
  /** The report itself. */
  readonly billingExport: AwsBillingExportBase;
  /** What the identity may do. */
  readonly access: AwsAccess;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsIntegrationProps) {
    const named = new Place(scope, id, "AwsIntegration").admit(inputFor(props), props);
    super(scope, id, "aws", named);
    const { identity, storage, billingExport } = named;
    this.identity = identity ?? this.createIdentity(pick(AWS_IDENTITY_INPUT, named));
    this.storage = billingExport?.storage ?? storage ?? this.createStorage(pick(AWS_STORAGE_INPUT, named));
    this.billingExport = billingExport ?? this.createBillingExport(pick(EXPORT_INPUT, named));
    this.access = this.createAccess(pick(ACCESS_INPUT, named));
    const parts = [this.access, this.identity, this.storage, this.billingExport];
    this.handOff(awsFields(this.identity, this.billingExport), parts);
  }

  protected createIdentity(props: AwsIdentityProps): AwsIdentityBase {
    return new AwsIdentity(this, "identity", props);
  }

  protected createStorage(props: AwsStorageProps): AwsStorageBase {
    return new AwsStorage(this, "storage", props);
  }

  protected createBillingExport(props: Omit<AwsBillingExportProps, "storage">): AwsBillingExportBase {
    return new AwsBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  protected createAccess(props: Omit<AwsAccessProps, "identity" | "billingExport">): AwsAccess {
    return new AwsAccess(this, "access", {
      ...props,
      identity: this.identity,
      billingExport: this.billingExport,
    });
  }
}
