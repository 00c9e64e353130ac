import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { oneOf, optional, type Rules } from "../core/rules";
import { AWS_PROVIDER_RULES, type AwsProviderProps, checkAwsProvider } from "./provider";
import { type AwsStorageBase } from "./storage-base";

/** What a report takes, new or not. */
export interface AwsBillingExportBaseProps extends AwsProviderProps {
  /**
   * What the account that is deployed to is: `PAYER` for the organization's payer (management) account, whose report
   * covers all accounts; `MEMBER` for any other, also one in no organization, whose report covers that account alone.
   * From there the organization cannot be listed, so that is not granted either.
   *
   * Source: https://docs.aws.amazon.com/cur/latest/userguide/cur-consolidated-billing.html
   *
   * @default "PAYER"
   */
  readonly accountType?: "PAYER" | "MEMBER";
}

/** One rule for each of `AwsBillingExportBaseProps`. */
export const AWS_BILLING_EXPORT_BASE_RULES: Rules<AwsBillingExportBaseProps> = {
  ...AWS_PROVIDER_RULES,
  accountType: optional(oneOf("PAYER", "MEMBER")),
};

/** A Cost & Usage Report: a new one (`AwsBillingExport`) or one that is there already. */
export abstract class AwsBillingExportBase extends Part {
  /** Where it is delivered to. */
  abstract readonly storage: AwsStorageBase;
  /** Where in the bucket it is delivered. */
  abstract readonly s3Prefix: string;
  /** Name of the report, as Terraform knows it: whoever uses it waits for the report. */
  abstract readonly reportName: string;
  /** Whether the report covers the organization or one account. */
  readonly accountType: "PAYER" | "MEMBER";

  /** What creates or reads it; `undefined` for the stack's AWS provider without an alias. */
  readonly provider?: AwsProvider;

  constructor(scope: Construct, id: string, props: AwsBillingExportBaseProps) {
    super(scope, id);
    checkAwsProvider(this, props);
    this.provider = props.provider;
    this.accountType = props.accountType ?? "PAYER";
  }

  /** ARN of the report. */
  get reportArn(): string {
    // Reports live in us-east-1; the provider's own `arn` names whatever region the provider works in.
    const { partition, region, accountId } = this.storage;
    return `arn:${partition}:cur:${region}:${accountId}:definition/${this.reportName}`;
  }

  /** `s3://bucket/prefix/report`, as the platform asks for it. */
  get bucketPath(): string {
    return `s3://${this.storage.bucketName}/${this.s3Prefix}/${this.reportName}`;
  }

  override get limitations(): string[] {
    return this.accountType === "PAYER"
      ? []
      : [
          "The report is a member account's: it covers that account alone, and only the time since it joined its organization.",
          "The organization cannot be listed from a member account: names, units and tags of accounts are missing.",
        ];
  }
}
