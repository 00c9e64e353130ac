import { Tokenization } from "cdktf";
import { show } from "../core/show";
import { hasNumberToken } from "../core/tokens";
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
  if (!isMap(statement)) {
    return [`the statement must be an object, got: ${show(statement)}`];
  }
  const { Sid, Effect, Principal, Action, Resource, Condition } = statement as unknown as Readonly<
    Record<string, unknown>
  >;
  const refuse = (key: string, must: string, value: unknown): string[] => [
    `'${key}' must ${must}, got: ${show(value)}`,
  ];
  return [
    ...Object.keys(statement)
      .filter((key) => !KEYS.includes(key))
      .map((key) => `${show(key)} is not a known part of a statement; known are ${KEYS.join(", ")}`),
    ...(Sid === undefined || (typeof Sid === "string" && /^[A-Za-z0-9]+$/.test(Sid))
      ? []
      : refuse("Sid", "be letters and digits", Sid)),
    ...(Effect === "Allow" || Effect === "Deny" ? [] : refuse("Effect", "be Allow or Deny", Effect)),
    ...(Principal === "*" || isMapOf(Principal, areTexts)
      ? []
      : refuse("Principal", 'be "*", or strings by kind of principal', Principal)),
    ...(areTexts(Action) ? [] : refuse("Action", TEXTS, Action)),
    ...(areTexts(Resource) ? [] : refuse("Resource", TEXTS, Resource)),
    ...(Condition === undefined || isMapOf(Condition, (keys) => isMapOf(keys, areTexts))
      ? []
      : refuse("Condition", "be strings by key by operator", Condition)),
  ];
}

const TEXTS = "be a string or a list of strings, without a number of Terraform's, and with '$${' for IAM's '${'";

function isMap(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]" && !Tokenization.isResolvable(value);
}

function isMapOf(value: unknown, is: (value: unknown) => boolean): boolean {
  return isMap(value) && Object.values(value).length > 0 && Object.values(value).every(is);
}

function areTexts(value: unknown): boolean {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.length > 0 && texts.every((text) => typeof text === "string" && isText(text));
}

/** Whether a string is not empty and gets to AWS as it stands, or, where it is a token, as Terraform has it. */
function isText(text: string): boolean {
  const literal = Tokenization.reverseString(text).literals.map(String).join(" ");
  // A list that Terraform fills in is a list of one such string.
  const list = text.startsWith("#{TfToken");
  return text !== "" && !list && !hasNumberToken(literal) && !/(^|[^$%])[$%]\{/.test(literal);
}
