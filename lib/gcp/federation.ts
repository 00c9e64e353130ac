import { type IamWorkloadIdentityPoolProviderConfig } from "@cdktf/provider-google/lib/iam-workload-identity-pool-provider";
import { length, maxLength, NO_TEMPLATES } from "../core/conditions";
import { audienceRule, issuerRule, subjectRule } from "../core/openid";
import { type CrossCheck, crossCheck } from "../core/props-schema";
import { optional, type Rules, string, synthTimeString } from "../core/rules";

/**
 * Props of the accepted tokens: either `issuerUri` and `subject`, for a platform with OpenID Connect tokens, or
 * `awsAccountId` and `awsRoleName`, for a platform that runs in AWS.
 */
export interface GcpFederationProps {
  /**
   * Issuer of the platform's tokens, claim `iss`, as the platform specifies it: an address that begins with `https://`, at
   * most 256 characters.
   *
   * @default - the platform runs in AWS
   */
  readonly issuerUri?: string;

  /**
   * Subject of the platform's tokens, claim `sub`, as the platform specifies it: at most 127 letters, digits and
   * `._:/@+=|~-`. Google accepts only tokens of this subject. The platform must use it for you only.
   *
   * @default - the platform runs in AWS
   */
  readonly subject?: string;

  /**
   * Audience of the platform's tokens, claim `aud`: at most 256 characters. Google accepts no other audience.
   *
   * @default - the full name of the workload identity provider, which is in the outputs
   */
  readonly allowedAudience?: string;

  /**
   * AWS account of the platform: 12 digits.
   *
   * @default - the platform has OpenID Connect tokens
   */
  readonly awsAccountId?: string;

  /**
   * Name of the role in that account, without its path, that the platform runs as. Google accepts only this role.
   *
   * @default - the platform has OpenID Connect tokens
   */
  readonly awsRoleName?: string;

  /**
   * Additional condition on the tokens, in the Common Expression Language: at most 2048 characters, such as
   * `assertion.tenant == "acme"`. A token must meet it and have the subject or role.
   *
   * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation#conditions
   *
   * @default - only the subject, or the account and role, are checked
   */
  readonly attributeCondition?: string;
}

const CONDITION = "compare a claim of the token, such as assertion.tenant, with a value";

/** Rules of `GcpFederationProps`. */
export const GCP_FEDERATION_RULES: Rules<GcpFederationProps> = {
  issuerUri: optional(issuerRule(256)),
  subject: optional(subjectRule(127)),
  allowedAudience: optional(audienceRule(256, '"https://platform.example/acme"')),
  // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
  awsAccountId: optional(
    string([{ must: "be the 12 digits of an AWS account", pattern: "^[0-9]{12}$" }], '"111122223333"'),
  ),
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
  awsRoleName: optional(
    string(
      [{ must: "be letters, digits and _+=,.@-, without a path", characters: "A-Za-z0-9_+=,.@-" }, length(1, 64)],
      '"platform"',
    ),
  ),
  attributeCondition: optional(
    synthTimeString(
      [
        { must: CONDITION, pattern: "(assertion|attribute|google)[.a-z_]*[.\\[]" },
        { must: CONDITION, pattern: "(==|!=| in |[.](startsWith|endsWith|contains|matches)[(])" },
        NO_TEMPLATES,
        {
          must: "not have a backslash or three quotation marks in a row, so that the ends of its strings are unambiguous",
          notPattern: "\\\\|\"\"\"|'''",
        },
        maxLength(2048, "code points"),
      ],
      "'assertion.tenant == \"acme\"'",
    ),
  ),
};

const OIDC = ["issuerUri", "subject"] as const;
const AWS = ["awsAccountId", "awsRoleName"] as const;

/**
 * Checks that exactly one kind of token is specified, and completely: without the subject or role, Google would accept all
 * tokens of the issuer or account.
 */
export const GCP_FEDERATION_CHECK: CrossCheck<GcpFederationProps> = crossCheck(
  [...OIDC, ...AWS, "allowedAudience", "attributeCondition"],
  checkTrust,
);

function checkTrust(props: GcpFederationProps): string[] {
  const given = (names: readonly (keyof GcpFederationProps)[]): boolean =>
    names.some((name) => props[name] !== undefined);
  if (given(OIDC) === given(AWS)) {
    return [
      `either 'issuerUri' and 'subject' must be passed, or 'awsAccountId' and 'awsRoleName', got: ${given(OIDC) ? "properties of both" : "none of them"}`,
    ];
  }
  const names = given(OIDC) ? OIDC : AWS;
  return [
    ...names
      .filter((name) => props[name] === undefined)
      .map(
        (name) =>
          `'${name}' is required when '${names.filter((one) => one !== name).join()}' is passed: only both together identify the platform`,
      ),
    ...(given(AWS) && props.allowedAudience !== undefined
      ? ["'allowedAudience' must be left out when 'awsAccountId' is passed: AWS's tokens have no audience"]
      : []),
    ...(isSelfContained(props.attributeCondition ?? "")
      ? []
      : ["'attributeCondition' must have balanced brackets and quotation marks, and no comment"]),
  ];
}

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * Whether a condition stays within the parentheses that are put around it, so that it cannot replace the check of the
 * subject or role. Strings are removed first; a rule ensures that they have no backslash.
 *
 * Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
 */
function isSelfContained(condition: string): boolean {
  const rest = condition.replace(/"[^"]*"|'[^']*'/g, "");
  const open: string[] = [];
  for (const character of rest) {
    if (Object.values(CLOSING).includes(character)) {
      open.push(character);
    } else if (character in CLOSING && open.pop() !== CLOSING[character]) {
      return false;
    }
  }
  return open.length === 0 && !/\/\/|["']/.test(rest);
}

/** Tokens that are accepted, and the principal that they become. */
export interface Trust {
  readonly provider: Pick<
    IamWorkloadIdentityPoolProviderConfig,
    "attributeCondition" | "attributeMapping" | "aws" | "oidc"
  >;
  /** Beginning of the IAM member that gets tokens of the service account: one principal, or all sessions of a role. */
  readonly scheme: "principal" | "principalSet";
  /** End of that member, below the name of the pool. */
  readonly principal: string;
  /** Holder of the tokens, as a warning names it. */
  readonly holder: string;
}

/** Trust in the tokens of one subject, or of one role in AWS; never without a condition. */
export function trustOf(props: GcpFederationProps): Trust {
  const { attributeCondition } = props;
  const additional = attributeCondition === undefined ? "" : ` && (${attributeCondition})`;
  return props.subject === undefined ? awsTrust(props, additional) : oidcTrust(props, additional);
}

function oidcTrust({ issuerUri = "", subject = "", allowedAudience }: GcpFederationProps, additional: string): Trust {
  return {
    provider: {
      attributeMapping: { "google.subject": "assertion.sub" },
      attributeCondition: `assertion.sub == "${subject}"${additional}`,
      oidc: { issuerUri, allowedAudiences: allowedAudience === undefined ? undefined : [allowedAudience] },
    },
    scheme: "principal",
    principal: `subject/${subject}`,
    holder: "this subject",
  };
}

function awsTrust({ awsAccountId = "", awsRoleName = "" }: GcpFederationProps, additional: string): Trust {
  // The ARN of a token ends with the session name, which the platform chooses.
  const role = `arn:aws:sts::${awsAccountId}:assumed-role/${awsRoleName}`;
  return {
    provider: {
      attributeMapping: {
        // Only the session name, because a whole ARN may be longer than the 127 bytes that Google accepts.
        "google.subject": 'assertion.arn.extract("assumed-role/{role_and_session}").extract("/{session}")',
        "attribute.aws_role":
          'assertion.arn.extract("{account}assumed-role/") + "assumed-role/" + assertion.arn.extract("assumed-role/{role}/")',
      },
      attributeCondition: `assertion.arn.startsWith("${role}/")${additional}`,
      aws: { accountId: awsAccountId },
    },
    scheme: "principalSet",
    principal: `attribute.aws_role/${role}`,
    holder: "this role",
  };
}
