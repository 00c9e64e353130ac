import { type TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { aliasedOrNone } from "../core/provider";
import { Registry } from "../core/registry";
import { warn } from "../core/warning";
import { type AwsProviderProps } from "./provider";

// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_PutReportDefinition.html: "This account
// already has five reports defined".
const REPORTS_PER_ACCOUNT = 5;

// Reports of a stack, by provider.
const COUNTS = new Registry<Map<unknown, number>, TerraformStack>(() => new Map());

/** Warns once if a provider of a stack, and therefore its account, has more reports than AWS allows. */
export function warnAboutReportQuota(scope: Construct, { provider }: AwsProviderProps): void {
  const counts = COUNTS.ofStack(scope);
  const count = (counts.get(aliasedOrNone(provider)) ?? 0) + 1;
  counts.set(aliasedOrNone(provider), count);
  if (count === REPORTS_PER_ACCOUNT + 1) {
    warn(
      scope,
      `AWS documents at most ${REPORTS_PER_ACCOUNT} Cost & Usage Reports per account (ReportLimitReachedException), and ` +
        "this is one more; share an existing one with AwsBillingExport.fromReport",
    );
  }
}
