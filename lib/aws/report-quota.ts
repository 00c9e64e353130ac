import { type AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type Construct } from "constructs";
import { aliasedOrNone } from "../core/provider";
import { StackValidation } from "../core/stack-validation";
import { warn } from "../core/warning";

// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_cur_PutReportDefinition.html: "This account
// already has five reports defined".
const REPORTS_PER_ACCOUNT = 5;

const WARNING =
  `AWS documents at most ${REPORTS_PER_ACCOUNT} Cost & Usage Reports per account (ReportLimitReachedException), and ` +
  "this is one more; share an existing one with AwsBillingExport.fromReport";

interface Report {
  readonly construct: Construct;
  readonly provider?: AwsProvider;
}

const REPORTS = new StackValidation<Report>((_stack, reports) => {
  const counts = new Map<unknown, number>();
  for (const { construct, provider } of reports) {
    const account = aliasedOrNone(provider);
    const count = (counts.get(account) ?? 0) + 1;
    counts.set(account, count);
    // Once, also in several syntheses.
    if (count === REPORTS_PER_ACCOUNT + 1 && construct.node.metadata.every(({ data }) => data !== WARNING)) {
      warn(construct, WARNING);
    }
  }
  return [];
});

/** Warns once at synthesis if a provider of a stack, and therefore its account, has more reports than AWS allows. */
export function countReport(report: Report): void {
  REPORTS.add(report);
}
