import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type TerraformStack } from "cdktf";
import { emptyStack, type Template } from "./template";

/** Statement of an IAM or bucket policy, with a list for each element that can hold one value or many. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string[];
  readonly Resource: string[];
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}

/** Creates a stack named `billing` with an AWS provider in `region`. */
export function awsStack(region = "us-east-1"): TerraformStack {
  const stack = emptyStack();
  new AwsProvider(stack, "aws", { region });
  return stack;
}

/** Statements in the `policy` of the only resource of a type, by Sid. */
export function statementsOf(template: Template, type: string): Record<string, Statement> {
  const { Version, Statement: statements } = JSON.parse(template.resource(type).policy as string) as {
    Version: string;
    Statement: Statement[];
  };
  const sids = statements.map((statement) => statement.Sid);
  if (new Set(sids).size < sids.length || Version !== "2012-10-17") {
    throw new Error(`the policy must have the version 2012-10-17 and unique Sids, got: ${Version}, ${sids.join(", ")}`);
  }
  return Object.fromEntries(
    statements.map((statement) => [
      statement.Sid,
      { ...statement, Action: [statement.Action].flat(), Resource: [statement.Resource].flat() },
    ]),
  );
}
