/**
 * File format and compression of a report. They are one value, because the service supports only some pairs: it refuses
 * other pairs at apply, with a message that does not say why.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_ReportDefinition.html
 */
export class AwsReportFormat {
  /** CSV, compressed with gzip. */
  static readonly CSV_GZIP = new AwsReportFormat("textORcsv", "GZIP");
  /** CSV in ZIP archives. */
  static readonly CSV_ZIP = new AwsReportFormat("textORcsv", "ZIP");
  /** Apache Parquet, with its own compression. */
  static readonly PARQUET = new AwsReportFormat("Parquet", "Parquet");

  private constructor(
    /** `textORcsv` or `Parquet`. */
    readonly format: string,
    /** `GZIP`, `ZIP` or `Parquet`. */
    readonly compression: string,
  ) {}
}

/** Whether a value is one of the pairs that the service supports. */
export function isReportFormat(value: object): value is AwsReportFormat {
  const { format, compression } = value as Partial<AwsReportFormat>;
  return [AwsReportFormat.CSV_GZIP, AwsReportFormat.CSV_ZIP, AwsReportFormat.PARQUET].some(
    (known) => known.format === format && known.compression === compression,
  );
}
