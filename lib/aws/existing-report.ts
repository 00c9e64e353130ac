import { DataAwsCurReportDefinition } from "@cdktf/provider-aws/lib/data-aws-cur-report-definition";
import { TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place, subject } from "../core/place";
import { checkedLifecycle, conditionsOn } from "../core/preconditions";
import { string } from "../core/rules";
import {
  AWS_BILLING_EXPORT_BASE_RULES,
  AwsBillingExportBase,
  type AwsBillingExportBaseProps,
} from "./billing-export-base";
import { AwsExistingBucket } from "./existing-bucket";
import { BILLING_REGION } from "./provider";
import { REPORT_NAME, S3_PREFIX } from "./report-names";
import { AWS_STORAGE_BASE_RULES, type AwsStorageBase, type AwsStorageBaseProps, checkKeyAccount } from "./storage-base";

/** Props of `AwsBillingExport.fromReport`. */
export interface AwsExistingReportProps extends AwsBillingExportBaseProps, AwsStorageBaseProps {
  /** Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first. */
  readonly reportName: string;
}

/** The input of `AwsBillingExport.fromReport`. */
export const AWS_EXISTING_REPORT_INPUT: Input<AwsExistingReportProps> = {
  rules: {
    reportName: string(REPORT_NAME, '"finops-hourly"'),
    ...AWS_BILLING_EXPORT_BASE_RULES,
    ...AWS_STORAGE_BASE_RULES,
  },
  combinations: checkKeyAccount,
};

/** A report that is there already, see `AwsBillingExport.fromReport`. */
export class AwsExistingReport extends AwsBillingExportBase {
  /** The report as AWS knows it; `node.defaultChild`. */
  readonly report: DataAwsCurReportDefinition;
  readonly storage: AwsStorageBase;
  readonly s3Prefix: string;
  readonly reportName: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsExistingReportProps) {
    const named = new Place(scope, id, "AwsBillingExport.fromReport").admit(AWS_EXISTING_REPORT_INPUT, props);
    super(scope, id, named);
    this.report = new DataAwsCurReportDefinition(this, "Resource", {
      provider: named.provider,
      reportName: named.reportName,
      lifecycle: checkedLifecycle(this, named, {
        postcondition: [
          {
            condition: `\${self.s3_region == "${BILLING_REGION}"}`,
            errorMessage: `${subject(this, named)}: the report's bucket must be in ${BILLING_REGION}, where the platform reads.`,
          },
          // What the platform may read is bounded by the prefix: an empty one or a wildcard would open the whole bucket.
          ...conditionsOn(
            TerraformSelf.getString("s3_prefix"),
            S3_PREFIX,
            `${subject(this, named)}: the report's prefix`,
          ),
        ],
      }),
    });
    this.reportName = this.report.reportName;
    this.s3Prefix = this.report.s3Prefix;
    // The report is delivered there already, so the bucket's policy is as it has to be.
    const { provider, accountId, kmsKeyArn } = named;
    this.storage = new AwsExistingBucket(this, "storage", {
      provider,
      accountId,
      kmsKeyArn,
      bucketName: this.report.s3Bucket,
      policy: "ELSEWHERE",
      policyReady: true,
    });
    this.announce();
  }
}
