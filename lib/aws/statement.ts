import { show } from "../core/show";
import { type AwsPermission } from "./permissions";

/**
 * A statement of an IAM or bucket policy, in the spelling of AWS.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface AwsPolicyStatement {
  /**
   * Letters and digits, unique in the policy.
   *
   * @default - no id
   */
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  /**
   * Whom it is about.
   *
   * @default - the identity that the policy is attached to; in a bucket's policy it is required
   */
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  /**
   * When it holds: values by condition key, by operator.
   *
   * @default - always
   */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What makes a catalogue entry a statement: the ARNs behind its resource, and what narrows them. */
export type StatementScope = Pick<AwsPolicyStatement, "Principal" | "Resource" | "Condition">;

/** The statement that grants a catalogue entry. */
export function allow(permission: AwsPermission, scope: StatementScope): AwsPolicyStatement {
  return {
    Sid: permission.id,
    Effect: "Allow",
    ...(scope.Principal === undefined ? {} : { Principal: scope.Principal }),
    Action: permission.actions,
    Resource: scope.Resource,
    ...(scope.Condition === undefined ? {} : { Condition: scope.Condition }),
  };
}

/** The policy document, as one line of JSON that a reviewer or a tool can parse. A role's trust is about no resource. */
export function policyDocument(statements: readonly Omit<AwsPolicyStatement, "Resource">[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const KEYS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/** What is wrong with a statement of a bucket's policy, which AWS would refuse at apply. */
export function checkBucketStatement(statement: AwsPolicyStatement): string[] {
  if (typeof statement !== "object" || (statement as unknown) === null) {
    return [`the statement must be an object, got: ${show(statement)}`];
  }
  const { Sid, Effect, Principal, Action, Resource } = statement as Partial<AwsPolicyStatement>;
  const required = Object.entries({ Principal, Action, Resource }).filter(([, value]) => value === undefined);
  return [
    ...Object.keys(statement)
      .filter((key) => !KEYS.includes(key))
      .map((key) => `${show(key)} is not a known part of a statement; known are ${KEYS.join(", ")}`),
    ...(Sid === undefined || /^[A-Za-z0-9]+$/.test(Sid)
      ? []
      : [`'Sid' must be letters and digits, got: ${show(Sid)}; for example "AllowAudit"`]),
    ...(Effect === "Allow" || Effect === "Deny" ? [] : [`'Effect' must be Allow or Deny, got: ${show(Effect)}`]),
    ...required.map(([key]) => `'${key}' is required in a statement of a bucket's policy`),
  ];
}
