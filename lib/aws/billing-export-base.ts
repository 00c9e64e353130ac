import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { enumString, optional, type Rules } from "../core/rules";
import { type IAwsBillingExport, type IAwsStorage } from "./interfaces";
import { addAwsProviderValidation, AWS_PROVIDER_RULES, type AwsProviderProps } from "./provider";

/** Props of a report, new or existing. */
export interface AwsBillingExportBaseProps extends AwsProviderProps {
  /**
   * Type of the account that the stack is deployed to: `PAYER` for the payer (management) account of the organization, whose
   * report covers all accounts; `MEMBER` for any other account, also one outside an organization, whose report covers only
   * itself. A member account cannot list the organization, so that permission is not granted either.
   *
   * Source: https://docs.aws.amazon.com/cur/latest/userguide/cur-consolidated-billing.html
   *
   * @default "PAYER"
   */
  readonly accountType?: "PAYER" | "MEMBER";
}

/** Rules of `AwsBillingExportBaseProps`. */
export const AWS_BILLING_EXPORT_BASE_RULES: Rules<AwsBillingExportBaseProps> = {
  ...AWS_PROVIDER_RULES,
  accountType: optional(enumString("PAYER", "MEMBER")),
};

/** Base of the library's reports. */
export abstract class AwsBillingExportBase extends Part implements IAwsBillingExport {
  readonly finopsInterface = "IAwsBillingExport";
  abstract readonly storage: IAwsStorage;
  abstract readonly s3Prefix: string;
  abstract readonly reportName: string;
  readonly accountType: "PAYER" | "MEMBER";
  readonly provider?: AwsProvider;

  constructor(scope: Construct, id: string, validProps: AwsBillingExportBaseProps) {
    super(scope, id);
    addAwsProviderValidation(this, validProps);
    this.provider = validProps.provider;
    this.accountType = validProps.accountType ?? "PAYER";
  }

  get reportArn(): string {
    // Reports are in us-east-1, but the `arn` attribute of the resource has the provider's region.
    const { partition, region, accountId } = this.storage;
    return `arn:${partition}:cur:${region}:${accountId}:definition/${this.reportName}`;
  }

  get bucketPath(): string {
    return `s3://${this.storage.bucketName}/${this.s3Prefix}/${this.reportName}`;
  }

  override get limitations(): string[] {
    return this.accountType === "PAYER"
      ? []
      : [
          "The report of a member account covers only that account, and only the time since it joined its organization.",
          "A member account cannot list the organization: names, units and tags of accounts are missing.",
        ];
  }
}
