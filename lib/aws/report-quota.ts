import { TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { warn } from "../core/warning";
import { type AwsProviderProps } from "./provider";

// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_PutReportDefinition.html: "This account
// already has five reports defined".
const REPORTS_PER_ACCOUNT = 5;

const COUNTS = new WeakMap<TerraformStack, Map<unknown, number>>();

/** Warns once of more reports by one provider of a stack, hence in one account, than AWS documents to allow. */
export function warnOfQuota(scope: Construct, { provider }: AwsProviderProps): void {
  const stack = TerraformStack.of(scope);
  const counts = COUNTS.get(stack) ?? new Map<unknown, number>();
  COUNTS.set(stack, counts);
  const count = (counts.get(provider) ?? 0) + 1;
  counts.set(provider, count);
  if (count === REPORTS_PER_ACCOUNT + 1) {
    warn(
      scope,
      `AWS documents at most ${REPORTS_PER_ACCOUNT} Cost & Usage Reports per account (ReportLimitReachedException), and ` +
        "this is one more; share one of them: AwsBillingExport.fromReport",
    );
  }
}
