import { type Construct } from "constructs";
import { combine, type Input, pick, without } from "../core/input";
import { Integration, INTEGRATION_INPUT, type IntegrationProps } from "../core/integration";
import { Place } from "../core/place";
import { AWS_ACCESS_INPUT, AwsAccess, type AwsAccessProps } from "./access";
import { AWS_BILLING_EXPORT_INPUT, AwsBillingExport, type AwsBillingExportProps } from "./billing-export";
import { awsFields } from "./fields";
import { AWS_IDENTITY_INPUT, AwsIdentity, type AwsIdentityProps } from "./identity";
import { AWS_STORAGE_INPUT, AwsStorage, type AwsStorageProps } from "./storage";

type ExportProps = Omit<AwsBillingExportProps, "storage">;
type AccessProps = Omit<AwsAccessProps, "identity" | "billingExport">;

/** Props of `AwsIntegration`: those of its parts, side by side. */
export interface AwsIntegrationProps
  extends IntegrationProps, AwsIdentityProps, AwsStorageProps, ExportProps, AccessProps {}

const EXPORT_INPUT = without(AWS_BILLING_EXPORT_INPUT, "storage");
const ACCESS_INPUT = without(AWS_ACCESS_INPUT, "identity", "billingExport");

type Named = "outputPrefix" | "userName" | "policyName" | "reportName";

/** The input of `AwsIntegration`. */
export const AWS_INTEGRATION_INPUT: Input<AwsIntegrationProps, Named> = combine(
  INTEGRATION_INPUT,
  AWS_IDENTITY_INPUT,
  AWS_STORAGE_INPUT,
  EXPORT_INPUT,
  ACCESS_INPUT,
);

/**
 * Makes an AWS organization's billing data ready for the platform: a Cost & Usage Report in a bucket of its own, a user
 * that may read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * The `create…` methods make the parts; a subclass may override one to make that part differently. The names in the
 * props stay taken even if it then uses others.
 */
export class AwsIntegration extends Integration {
  /** Who the platform logs in as. */
  readonly identity: AwsIdentity;
  /** Where the reports land. */
  readonly storage: AwsStorage;
  /** The report itself. */
  readonly billingExport: AwsBillingExport;
  /** What the identity may do. */
  readonly access: AwsAccess;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsIntegrationProps) {
    const named = new Place(scope, id, "AwsIntegration").admit(AWS_INTEGRATION_INPUT, props);
    super(scope, id, "aws", named);
    this.identity = this.createIdentity(pick(AWS_IDENTITY_INPUT, named));
    this.storage = this.createStorage(pick(AWS_STORAGE_INPUT, named));
    this.billingExport = this.createBillingExport(pick(EXPORT_INPUT, named));
    this.access = this.createAccess(pick(ACCESS_INPUT, named));
    this.handOff({
      fields: awsFields(this.identity, this.billingExport),
      permissions: [...this.access.permissions, ...this.storage.permissions],
      manualSteps: this.storage.manualSteps,
    });
  }

  protected createIdentity(props: AwsIdentityProps): AwsIdentity {
    return new AwsIdentity(this, "identity", props);
  }

  protected createStorage(props: AwsStorageProps): AwsStorage {
    return new AwsStorage(this, "storage", props);
  }

  protected createBillingExport(props: Omit<AwsBillingExportProps, "storage">): AwsBillingExport {
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
