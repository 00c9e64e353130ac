import { CurReportDefinition } from "@cdktf/provider-aws/lib/cur-report-definition";
import { Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { withPreconditions } from "../core/preconditions";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { checkSameProvider } from "../core/provider";
import { boolean, enumList, enumString, object, optional, string } from "../core/rules";
import { show } from "../core/show";
import { validateProps } from "../core/validate-props";
import {
  AWS_BILLING_EXPORT_BASE_RULES,
  AwsBillingExportBase,
  type AwsBillingExportBaseProps,
} from "./billing-export-base";
import { AwsExistingReport, type AwsExistingReportProps } from "./existing-report";
import { AWS_STORAGE_RULE, type IAwsBillingExport, type IAwsStorage } from "./interfaces";
import { AWS_PART_RULES, type AwsPartProps, uniqueInAccount } from "./provider";
import { AwsReportFormat, isReportFormat } from "./report-format";
import { REPORT_NAME, S3_PREFIX } from "./conditions";
import { countReport } from "./report-quota";

/** Props of `AwsBillingExport`. */
export interface AwsBillingExportProps extends AwsPartProps, AwsBillingExportBaseProps {
  /** Storage that the reports are delivered to. */
  readonly storage: IAwsStorage;

  /**
   * Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first; unique in the account.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly reportName?: string;

  /**
   * Prefix in the bucket, below which reports are delivered and the platform reads: 2-256 letters, digits and `!-_.'()/`,
   * with no '/' at either end and no '.' at the end.
   *
   * @default "cur"
   */
  readonly s3Prefix?: string;

  /**
   * Period that each line of the report sums up.
   *
   * @default "HOURLY"
   */
  readonly timeUnit?: "HOURLY" | "DAILY" | "MONTHLY";

  /**
   * File format and compression.
   *
   * @default AwsReportFormat.CSV_GZIP
   */
  readonly format?: AwsReportFormat;

  /**
   * Additional content of each line.
   *
   * @default ["RESOURCES"], the ids of resources
   */
  readonly additionalSchemaElements?: readonly (
    "RESOURCES" | "SPLIT_COST_ALLOCATION_DATA" | "MANUAL_DISCOUNT_COMPATIBILITY"
  )[];

  /**
   * Additional files for other services. `ATHENA` must be the only one, and needs Parquet and `OVERWRITE_REPORT`; `REDSHIFT`
   * and `QUICKSIGHT` need CSV.
   *
   * @default - none
   */
  readonly additionalArtifacts?: readonly ("REDSHIFT" | "QUICKSIGHT" | "ATHENA")[];

  /**
   * Versioning of the report: a delivery overwrites the previous one, or is stored beside it. With `CREATE_NEW_REPORT`, the
   * bucket grows by the report of a whole month several times a day.
   *
   * @default "OVERWRITE_REPORT"
   */
  readonly reportVersioning?: "OVERWRITE_REPORT" | "CREATE_NEW_REPORT";

  /**
   * Whether AWS delivers the reports of past months again when it changes their costs, with refunds or credits.
   *
   * @default true
   */
  readonly refreshClosedReports?: boolean;
}

/**
 * Schema of `AwsBillingExportProps`.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export const AWS_BILLING_EXPORT_SCHEMA: PropsSchema<AwsBillingExportProps, "reportName"> = {
  rules: {
    storage: AWS_STORAGE_RULE,
    ...AWS_PART_RULES,
    ...AWS_BILLING_EXPORT_BASE_RULES,
    reportName: optional(string(REPORT_NAME, '"finops-hourly"')),
    s3Prefix: optional(string(S3_PREFIX, '"cur"')),
    timeUnit: optional(enumString("HOURLY", "DAILY", "MONTHLY")),
    format: optional(
      object(
        "be a pair of format and compression that AWS supports",
        isReportFormat,
        "AwsReportFormat.CSV_GZIP, CSV_ZIP or PARQUET",
      ),
    ),
    additionalSchemaElements: optional(
      enumList("RESOURCES", "SPLIT_COST_ALLOCATION_DATA", "MANUAL_DISCOUNT_COMPATIBILITY"),
    ),
    additionalArtifacts: optional(enumList("REDSHIFT", "QUICKSIGHT", "ATHENA")),
    reportVersioning: optional(enumString("OVERWRITE_REPORT", "CREATE_NEW_REPORT")),
    refreshClosedReports: optional(boolean()),
  },
  defaultNames: { reportName: (site) => site.name("-") },
  crossChecks: [
    crossCheck(["storage", "provider"], ({ storage, ...props }, site) => [
      ...site.checkSameStack("storage", storage),
      ...checkSameProvider("storage", props, storage),
    ]),
    crossCheck(["s3Prefix", "reportName"], checkPrefix),
    crossCheck(["s3Prefix", "storage"], checkLiteralPrefix),
    crossCheck(["format", "additionalArtifacts", "reportVersioning"], checkArtifacts),
  ],
  uniqueNames: (props) => [uniqueInAccount("reportName", "Cost & Usage Report", props.reportName, props)],
};

/**
 * Billing data: a Cost & Usage Report, delivered up to three times a day, the first time within 24 hours. The report of the
 * payer account covers all accounts of the organization.
 *
 * @throws InputError when a property is refused
 */
export class AwsBillingExport extends AwsBillingExportBase {
  /**
   * References an existing report. Terraform reads its bucket and prefix from its definition, and changes nothing about it.
   *
   * @throws InputError when a property is refused
   */
  static fromReport(scope: Construct, id: string, props: AwsExistingReportProps): IAwsBillingExport {
    return new AwsExistingReport(scope, id, props);
  }

  /** The report; `node.defaultChild`. Its `count` is 0 while the bucket's policy does not allow the report service. */
  readonly report: CurReportDefinition;
  readonly storage: IAwsStorage;
  readonly s3Prefix: string;
  readonly reportName: string;

  constructor(scope: Construct, id: string, props: AwsBillingExportProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AwsBillingExport"),
      AWS_BILLING_EXPORT_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const format = validProps.format ?? AwsReportFormat.CSV_GZIP;
    this.storage = validProps.storage;
    const s3Prefix = validProps.s3Prefix ?? "cur";
    const ready = this.storage.deliveryReady;
    this.report = new CurReportDefinition(this, "Resource", {
      provider: validProps.provider,
      count: ready ? undefined : 0,
      reportName: validProps.reportName,
      timeUnit: validProps.timeUnit ?? "HOURLY",
      format: format.format,
      compression: format.compression,
      additionalSchemaElements: [...(validProps.additionalSchemaElements ?? ["RESOURCES"])],
      additionalArtifacts: validProps.additionalArtifacts?.length ? [...validProps.additionalArtifacts] : undefined,
      s3Bucket: this.storage.bucketName,
      s3Prefix,
      s3Region: this.storage.region,
      reportVersioning: validProps.reportVersioning ?? "OVERWRITE_REPORT",
      refreshClosedReports: validProps.refreshClosedReports ?? true,
      tags: validProps.tags,
      // The service tests the bucket when the report is defined: "Failed to verify customer bucket permission".
      dependsOn: [...this.storage.deliveryDependencies],
      lifecycle: withPreconditions(validProps),
    });
    // A resource whose count is 0 cannot be referenced.
    this.reportName = ready ? this.report.reportName : validProps.reportName;
    // An unresolved prefix is taken from the report, so that its precondition is checked before access below it is granted.
    this.s3Prefix = Token.isUnresolved(s3Prefix) ? this.report.s3Prefix : s3Prefix;
    countReport({ construct: this, provider: validProps.provider });
    this.addSynthWarnings();
  }
}

/**
 * Checks that the prefix is a literal while the report is not created. No precondition of the report checks a token then,
 * but access below the prefix is granted.
 */
function checkLiteralPrefix({ s3Prefix, storage }: Pick<AwsBillingExportProps, "s3Prefix" | "storage">): string[] {
  return Token.isUnresolved(s3Prefix) && !storage.deliveryReady
    ? ["'s3Prefix' must be a literal while the bucket's policy is not ready, got: a token; pass the value itself"]
    : [];
}

/** Checks that the prefix does not end with the report's name, which AWS adds itself, as the last folder. */
function checkPrefix({ s3Prefix, reportName }: Pick<AwsBillingExportProps, "s3Prefix" | "reportName">): string[] {
  return s3Prefix !== undefined && reportName !== undefined && s3Prefix.endsWith(`/${reportName}`)
    ? [
        `'s3Prefix' must not end with the report's name, which AWS adds itself, got: ${show(s3Prefix)}; ` +
          `for example ${show(s3Prefix.slice(0, -reportName.length - 1))}`,
      ]
    : [];
}

function checkArtifacts(
  props: Pick<AwsBillingExportProps, "format" | "additionalArtifacts" | "reportVersioning">,
): string[] {
  const { format = AwsReportFormat.CSV_GZIP, additionalArtifacts = [], reportVersioning } = props;
  const parquet = format.format === AwsReportFormat.PARQUET.format;
  const got = `got: ${additionalArtifacts.join(", ")}`;
  // The service refuses these at apply, often with an empty ValidationException.
  if (additionalArtifacts.includes("ATHENA")) {
    return [
      ...(additionalArtifacts.length > 1 ? [`'additionalArtifacts' must name nothing beside ATHENA, ${got}`] : []),
      ...(parquet
        ? []
        : [
            `'format' must be AwsReportFormat.PARQUET when 'additionalArtifacts' includes ATHENA, got: ${format.format}`,
          ]),
      ...(reportVersioning === "CREATE_NEW_REPORT"
        ? [
            "'reportVersioning' must be OVERWRITE_REPORT when 'additionalArtifacts' includes ATHENA, got: CREATE_NEW_REPORT",
          ]
        : []),
    ];
  }
  return additionalArtifacts.length > 0 && parquet
    ? [`'additionalArtifacts' must be ATHENA alone or none when 'format' is AwsReportFormat.PARQUET, ${got}`]
    : [];
}
