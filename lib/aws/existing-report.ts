import { DataAwsCurReportDefinition } from "@cdktf/provider-aws/lib/data-aws-cur-report-definition";
import { TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { stringPreconditions, withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import {
  AWS_BILLING_EXPORT_BASE_RULES,
  AwsBillingExportBase,
  type AwsBillingExportBaseProps,
} from "./billing-export-base";
import { AwsExistingBucket } from "./existing-bucket";
import { type IAwsStorage } from "./interfaces";
import { BILLING_REGION, REPORT_NAME, S3_PREFIX } from "./conditions";
import { AWS_KEY_ACCOUNT_CHECK, AWS_STORAGE_BASE_RULES, type AwsStorageBaseProps } from "./storage-base";

/** Props of `AwsBillingExport.fromReport`. */
export interface AwsExistingReportProps extends AwsBillingExportBaseProps, AwsStorageBaseProps {
  /** Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first. */
  readonly reportName: string;
}

/** Schema of `AwsExistingReportProps`. */
export const AWS_EXISTING_REPORT_SCHEMA: PropsSchema<AwsExistingReportProps> = {
  rules: {
    reportName: string(REPORT_NAME, '"finops-hourly"'),
    ...AWS_BILLING_EXPORT_BASE_RULES,
    ...AWS_STORAGE_BASE_RULES,
  },
  crossChecks: [AWS_KEY_ACCOUNT_CHECK],
};

/**
 * Existing report, see `AwsBillingExport.fromReport`.
 *
 * @throws InputError when a property is refused
 */
export class AwsExistingReport extends AwsBillingExportBase {
  /** Data source of the report; `node.defaultChild`. */
  readonly report: DataAwsCurReportDefinition;
  readonly storage: IAwsStorage;
  readonly s3Prefix: string;
  readonly reportName: string;

  constructor(scope: Construct, id: string, props: AwsExistingReportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AwsBillingExport.fromReport"),
      AWS_EXISTING_REPORT_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.report = new DataAwsCurReportDefinition(this, "Resource", {
      provider: validProps.provider,
      reportName: validProps.reportName,
      lifecycle: withPreconditions(validProps, {
        postcondition: [
          {
            condition: `\${self.s3_region == "${BILLING_REGION}"}`,
            errorMessage: `${describeConstruct(validProps)}: the report's bucket must be in ${BILLING_REGION}, where the platform reads it.`,
          },
          // The prefix limits what the platform can read: an empty one or a wildcard would open the whole bucket.
          ...stringPreconditions(
            TerraformSelf.getString("s3_prefix"),
            S3_PREFIX,
            `${describeConstruct(validProps)}: the report's prefix`,
          ),
        ],
      }),
    });
    this.reportName = this.report.reportName;
    this.s3Prefix = this.report.s3Prefix;
    // The report is already delivered to this bucket, so the bucket's policy allows the report service.
    const { provider, accountId, kmsKeyArn } = validProps;
    this.storage = new AwsExistingBucket(this, "storage", {
      provider,
      accountId,
      kmsKeyArn,
      bucketName: this.report.s3Bucket,
      policy: "ELSEWHERE",
      policyReady: true,
    });
    this.addSynthWarnings();
  }
}
