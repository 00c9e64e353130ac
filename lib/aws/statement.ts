import { Tokenization } from "cdktf";
import { show } from "../core/show";
import { hasNumberToken } from "../core/tokens";
import { type AwsPermission } from "./permissions";

/**
 * Statement of an IAM or bucket policy, in AWS's spelling.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface AwsPolicyStatement {
  /**
   * Id of the statement: letters and digits, unique in the policy.
   *
   * @default - no id
   */
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  /**
   * Principal that the statement applies to.
   *
   * @default - the identity that the policy is attached to; required in a bucket's policy
   */
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  /**
   * Condition under which the statement applies: values by condition key, by operator.
   *
   * @default - always
   */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Elements of a statement that a catalogue entry leaves open: principal, ARNs of the resource, and condition. */
export type StatementScope = Pick<AwsPolicyStatement, "Principal" | "Resource" | "Condition">;

/** Statement that grants a permission of the catalogue. */
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

/** Policy document, as one line of JSON that people and tools can parse. Statements of a trust policy have no resource. */
export function policyDocument(statements: readonly Omit<AwsPolicyStatement, "Resource">[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const ELEMENTS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/** Checks a statement of a bucket's policy. AWS would refuse an invalid one only at apply. */
export function checkBucketStatement(statement: AwsPolicyStatement): string[] {
  if (!isMap(statement)) {
    return [`the statement must be an object, got: ${show(statement)}`];
  }
  const { Sid, Effect, Principal, Action, Resource, Condition } = statement as unknown as Readonly<
    Record<string, unknown>
  >;
  const problem = (key: string, must: string, value: unknown): string[] => [
    `'${key}' must ${must}, got: ${show(value)}`,
  ];
  return [
    ...Object.keys(statement)
      .filter((key) => !ELEMENTS.includes(key))
      .map((key) => `${show(key)} is not a known element of a statement; known are ${ELEMENTS.join(", ")}`),
    ...(Sid === undefined || (typeof Sid === "string" && /^[A-Za-z0-9]+$/.test(Sid))
      ? []
      : problem("Sid", "be letters and digits", Sid)),
    ...(Effect === "Allow" || Effect === "Deny" ? [] : problem("Effect", "be Allow or Deny", Effect)),
    ...(Principal === "*" || isMapOf(Principal, areStrings)
      ? []
      : problem("Principal", 'be "*", or strings by principal type', Principal)),
    ...(areStrings(Action) ? [] : problem("Action", STRINGS, Action)),
    ...(areStrings(Resource) ? [] : problem("Resource", STRINGS, Resource)),
    ...(Condition === undefined || isMapOf(Condition, (keys) => isMapOf(keys, areStrings))
      ? []
      : problem("Condition", "be strings by condition key, by operator", Condition)),
  ];
}

const STRINGS = "be a string or a list of strings, without a number token, and with '$${' for IAM's '${'";

function isMap(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]" && !Tokenization.isResolvable(value);
}

function isMapOf(value: unknown, isValid: (value: unknown) => boolean): boolean {
  return isMap(value) && Object.values(value).length > 0 && Object.values(value).every(isValid);
}

function areStrings(value: unknown): boolean {
  const strings: readonly unknown[] = Array.isArray(value) ? value : [value];
  return strings.length > 0 && strings.every((text) => typeof text === "string" && isPolicyString(text));
}

/** Whether a string is not empty, and reaches AWS with its literal text unchanged and its tokens resolved. */
function isPolicyString(text: string): boolean {
  const literal = Tokenization.reverseString(text).literals.map(String).join(" ");
  // A list token is a list of one such string.
  const isListToken = text.startsWith("#{TfToken");
  return text !== "" && !isListToken && !hasNumberToken(literal) && !/(^|[^$%])[$%]\{/.test(literal);
}
