import { type Construct } from "constructs";
import { checkInput, pick, type Rules, withDefaults } from "../core/input";
import { Integration, INTEGRATION_RULES, integrationClaims, type IntegrationProps } from "../core/integration";
import { type Claim, Place } from "../core/place";
import { AWS_POLICY_RULES, AwsAccess, awsPolicyClaims, type AwsPolicyProps } from "./access";
import {
  AWS_REPORT_RULES,
  AwsBillingExport,
  awsReportClaims,
  type AwsReportProps,
  checkReportCombination,
} from "./billing-export";
import { awsFields } from "./fields";
import { AWS_IDENTITY_RULES, AwsIdentity, awsIdentityClaims, type AwsIdentityProps } from "./identity";
import {
  AWS_STORAGE_RULES,
  AwsStorage,
  awsStorageClaims,
  type AwsStorageProps,
  checkStorageCombination,
} from "./storage";

/** Props of `AwsIntegration`: those of its parts, side by side. */
export interface AwsIntegrationProps
  extends IntegrationProps, AwsIdentityProps, AwsStorageProps, AwsReportProps, AwsPolicyProps {}

/** One rule for each of `AwsIntegrationProps`. */
export const AWS_INTEGRATION_RULES: Rules<AwsIntegrationProps> = {
  ...INTEGRATION_RULES,
  ...AWS_IDENTITY_RULES,
  ...AWS_STORAGE_RULES,
  ...AWS_REPORT_RULES,
  ...AWS_POLICY_RULES,
};

/** What is wrong with the props of an `AwsIntegration`; nothing when it can be created. */
export function checkAwsIntegration(props: AwsIntegrationProps): string[] {
  const problems = checkInput(AWS_INTEGRATION_RULES, props);
  return problems.length === 0 ? [...checkStorageCombination(props), ...checkReportCombination(props)] : problems;
}

type Named = AwsIntegrationProps &
  Required<Pick<AwsIntegrationProps, "outputPrefix" | "userName" | "policyName" | "reportName">>;

/**
 * Makes an AWS organization's billing data ready for the platform: a Cost & Usage Report in a bucket of its own, a user
 * that may read it, and the fields of the platform's form as outputs. Deploy it to the payer (management) account.
 *
 * The `create…` methods make the parts; a subclass may override one to make that part differently.
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
    const place = new Place(scope, id, "AwsIntegration");
    const named: Named = withDefaults(props, {
      outputPrefix: place.defaultOutputPrefix,
      userName: place.defaultName,
      policyName: place.defaultName,
      reportName: place.defaultName,
    });
    place.admit(checkAwsIntegration(named), () => awsIntegrationClaims(named));
    super(scope, id, "aws", named);
    this.identity = this.createIdentity(pick(AWS_IDENTITY_RULES, named));
    this.storage = this.createStorage(pick(AWS_STORAGE_RULES, named));
    this.billingExport = this.createBillingExport(pick(AWS_REPORT_RULES, named));
    this.access = this.createAccess(pick(AWS_POLICY_RULES, named));
    this.handOver({
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

  protected createBillingExport(props: AwsReportProps): AwsBillingExport {
    return new AwsBillingExport(this, "billing_export", { ...props, storage: this.storage });
  }

  protected createAccess(props: AwsPolicyProps): AwsAccess {
    return new AwsAccess(this, "access", {
      ...props,
      identity: this.identity,
      billingExport: this.billingExport,
    });
  }
}

function awsIntegrationClaims(props: Named): Claim[] {
  return [
    ...integrationClaims(props),
    ...awsIdentityClaims(props),
    ...awsStorageClaims(props),
    ...awsReportClaims(props),
    ...awsPolicyClaims(props),
  ];
}
