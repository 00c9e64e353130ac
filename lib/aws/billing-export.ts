import { CurReportDefinition } from "@cdktf/provider-aws/lib/cur-report-definition";
import { Construct } from "constructs";
import { boolean, checkInput, object, oneOf, optional, type Rules, someOf, string, withDefaults } from "../core/input";
import { type Claim, Place } from "../core/place";
import { accountKind, AWS_PART_RULES, type AwsPartProps, checkProvider } from "./provider";
import { AwsReportFormat, isReportFormat } from "./report-format";
import { AwsStorage } from "./storage";

/** How a Cost & Usage Report is made and delivered. */
export interface AwsReportProps extends AwsPartProps {
  /**
   * Name of the report: 1-256 letters, digits and `!-_.*'()`, a letter or digit first; unique in the account.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly reportName?: string;

  /**
   * Where in the bucket reports are delivered: 2-256 letters, digits and `!-_.'()/`, with no '/' at either end and
   * no '.' at the end.
   *
   * @default "cur"
   */
  readonly s3Prefix?: string;

  /**
   * What one line of the report sums up.
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
   * What each line tells beyond the basics.
   *
   * @default ["RESOURCES"], the ids of resources
   */
  readonly additionalSchemaElements?: readonly (
    "RESOURCES" | "SPLIT_COST_ALLOCATION_DATA" | "MANUAL_DISCOUNT_COMPATIBILITY"
  )[];

  /**
   * Files for other services beside the report. ATHENA must be the only one and needs Parquet and OVERWRITE_REPORT;
   * REDSHIFT and QUICKSIGHT need CSV.
   *
   * @default - none
   */
  readonly additionalArtifacts?: readonly ("REDSHIFT" | "QUICKSIGHT" | "ATHENA")[];

  /**
   * Whether a delivery replaces the one before or is stored beside it. With CREATE_NEW_REPORT the bucket grows by a
   * whole month's report several times a day.
   *
   * @default "OVERWRITE_REPORT"
   */
  readonly reportVersioning?: "OVERWRITE_REPORT" | "CREATE_NEW_REPORT";

  /**
   * Whether reports of past months are delivered again when AWS changes their costs, with refunds or credits.
   *
   * @default true
   */
  readonly refreshClosedReports?: boolean;
}

/** Props of `AwsBillingExport`. */
export interface AwsBillingExportProps extends AwsReportProps {
  /** The bucket that the reports are delivered to. */
  readonly storage: AwsStorage;
}

/**
 * One rule for each of `AwsReportProps`.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export const AWS_REPORT_RULES: Rules<AwsReportProps> = {
  ...AWS_PART_RULES,
  reportName: optional(
    string(
      [
        {
          must: "be letters, digits and !-_.*'(), beginning with a letter or a digit",
          matches: "^[0-9A-Za-z][0-9A-Za-z!_.*'()-]*$",
        },
        { must: "be at most 256 characters long", maxLength: 256 },
      ],
      '"finops-hourly"',
    ),
  ),
  s3Prefix: optional(
    string(
      [
        // '*' is in the service's grammar, but would be a wildcard in the ARN that bounds what the platform reads.
        { must: "be letters, digits and !-_.'()/", matches: "^[0-9A-Za-z!_.'()/-]+$" },
        { must: "not begin with '/'", excludes: "^/" },
        // Enforced by the service since November 2025.
        { must: "not end with '/' or '.'", excludes: "[/.]$" },
        { must: "be 2-256 characters long", minLength: 2, maxLength: 256 },
      ],
      '"cur"',
    ),
  ),
  timeUnit: optional(oneOf(["HOURLY", "DAILY", "MONTHLY"])),
  format: optional(
    object(
      "pair a format with a compression that AWS knows for it",
      isReportFormat,
      "AwsReportFormat.CSV_GZIP, CSV_ZIP or PARQUET",
    ),
  ),
  additionalSchemaElements: optional(
    someOf(["RESOURCES", "SPLIT_COST_ALLOCATION_DATA", "MANUAL_DISCOUNT_COMPATIBILITY"]),
  ),
  additionalArtifacts: optional(someOf(["REDSHIFT", "QUICKSIGHT", "ATHENA"])),
  reportVersioning: optional(oneOf(["OVERWRITE_REPORT", "CREATE_NEW_REPORT"])),
  refreshClosedReports: optional(boolean()),
};

/** One rule for each of `AwsBillingExportProps`. */
export const AWS_BILLING_EXPORT_RULES: Rules<AwsBillingExportProps> = {
  ...AWS_REPORT_RULES,
  storage: object("be an AwsStorage", (value) => value instanceof AwsStorage),
};

/** What is wrong with the combination of a report's properties, each of which is right by itself. */
export function checkReportCombination(props: AwsReportProps): string[] {
  const { format = AwsReportFormat.CSV_GZIP, additionalArtifacts = [], reportVersioning } = props;
  const parquet = format.format === AwsReportFormat.PARQUET.format;
  const got = `got: ${additionalArtifacts.join(", ")}`;
  // The service answers these at apply, often with an empty ValidationException.
  if (additionalArtifacts.includes("ATHENA")) {
    return [
      ...(additionalArtifacts.length > 1 ? [`'additionalArtifacts' must name nothing beside ATHENA, ${got}`] : []),
      ...(parquet
        ? []
        : [`'format' must be AwsReportFormat.PARQUET when 'additionalArtifacts' has ATHENA, got: ${format.format}`]),
      ...(reportVersioning === "CREATE_NEW_REPORT"
        ? ["'reportVersioning' must be OVERWRITE_REPORT when 'additionalArtifacts' has ATHENA, got: CREATE_NEW_REPORT"]
        : []),
    ];
  }
  return additionalArtifacts.length > 0 && parquet
    ? [`'additionalArtifacts' must be ATHENA alone or none when 'format' is AwsReportFormat.PARQUET, ${got}`]
    : [];
}

/** What is wrong with the props of an `AwsBillingExport`; nothing when it can be created. */
export function checkAwsBillingExport(props: AwsBillingExportProps): string[] {
  const problems = checkInput(AWS_BILLING_EXPORT_RULES, props);
  return problems.length === 0 ? checkReportCombination(props) : problems;
}

/** The names that a report needs for itself. */
export function awsReportClaims(props: AwsReportProps & { readonly reportName: string }): Claim[] {
  return [
    {
      property: "reportName",
      kind: accountKind("Cost & Usage Report", props.provider),
      name: props.reportName,
      within: "stack",
    },
  ];
}

/**
 * The billing data itself: a Cost & Usage Report, delivered up to three times a day, the first within 24 hours. From
 * the payer account it covers all accounts of the organization.
 */
export class AwsBillingExport extends Construct {
  /** The report; `node.defaultChild`. */
  readonly report: CurReportDefinition;
  /** Where it is delivered to. */
  readonly storage: AwsStorage;
  /** Where in the bucket it is delivered. */
  readonly s3Prefix: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AwsBillingExportProps) {
    const place = new Place(scope, id, "AwsBillingExport");
    const named = withDefaults(props, { reportName: place.defaultName });
    place.admit(checkAwsBillingExport(named), () => awsReportClaims(named));
    super(scope, id);
    const format = named.format ?? AwsReportFormat.CSV_GZIP;
    this.storage = named.storage;
    this.s3Prefix = named.s3Prefix ?? "cur";
    this.report = new CurReportDefinition(this, "Resource", {
      provider: named.provider,
      reportName: named.reportName,
      timeUnit: named.timeUnit ?? "HOURLY",
      format: format.format,
      compression: format.compression,
      additionalSchemaElements: [...(named.additionalSchemaElements ?? ["RESOURCES"])],
      additionalArtifacts: named.additionalArtifacts?.length ? [...named.additionalArtifacts] : undefined,
      s3Bucket: this.storage.bucketName,
      s3Prefix: this.s3Prefix,
      s3Region: this.storage.region,
      reportVersioning: named.reportVersioning ?? "OVERWRITE_REPORT",
      refreshClosedReports: named.refreshClosedReports ?? true,
      tags: named.tags,
      // The service tests the bucket when the report is defined: "Failed to verify customer bucket permission".
      dependsOn: [this.storage.bucketPolicy],
    });
    this.node.addValidation({ validate: () => checkProvider(this, named.provider) });
  }

  get reportName(): string {
    return this.report.reportName;
  }

  /** Reports live in us-east-1. The provider's own `arn` names whatever region the provider works in. */
  get reportArn(): string {
    const { partition, region, accountId } = this.storage;
    return `arn:${partition}:cur:${region}:${accountId}:definition/${this.reportName}`;
  }

  /** `s3://bucket/prefix/report`, as the platform asks for it. */
  get bucketPath(): string {
    return `s3://${this.storage.bucketName}/${this.s3Prefix}/${this.reportName}`;
  }
}
