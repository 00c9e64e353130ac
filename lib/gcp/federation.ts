import { type IamWorkloadIdentityPoolProviderConfig } from "@cdktf/provider-google/lib/iam-workload-identity-pool-provider";
import { length, maxLength, NO_TEMPLATES } from "../core/conditions";
import { audienceRule, issuerRule, subjectRule } from "../core/openid";
import { optional, type Rules, string, synthTimeString } from "../core/rules";

/**
 * Whose tokens are let in: either `issuerUri` and `subject`, for a platform whose tokens are of OpenID Connect, or
 * `awsAccountId` and `awsRoleName`, for one that runs in AWS.
 */
export interface GcpFederationProps {
  /**
   * Who issues the platform's tokens, as the platform tells it: an address that begins with `https://`, of up to
   * 256 characters.
   *
   * @default - the platform runs in AWS
   */
  readonly issuerUri?: string;

  /**
   * Whom the platform's tokens are of, their claim `sub`, as the platform tells it: up to 127 letters, digits and
   * `._:/@+=|~-`. Only these tokens are let in. It has to be one that the platform uses for you alone.
   *
   * @default - the platform runs in AWS
   */
  readonly subject?: string;

  /**
   * The one audience that the platform's tokens are for, up to 256 characters.
   *
   * @default - the full name of the workload identity provider, which is in the outputs
   */
  readonly allowedAudience?: string;

  /**
   * The platform's AWS account, 12 digits.
   *
   * @default - the platform's tokens are of OpenID Connect
   */
  readonly awsAccountId?: string;

  /**
   * Name of the role in that account, without its path, that the platform runs as. Only that role is let in.
   *
   * @default - the platform's tokens are of OpenID Connect
   */
  readonly awsRoleName?: string;

  /**
   * What a token has to be besides, in the Common Expression Language, up to 2048 characters, such as
   * `assertion.tenant == "acme"`: it is asked for together with the subject or role.
   *
   * Source: https://docs.cloud.google.com/iam/docs/workload-identity-federation#conditions
   *
   * @default - subject, or account and role, are all that is asked for
   */
  readonly attributeCondition?: string;
}

const CONDITION = "name a claim of the token, such as assertion.tenant, and something that it has to be";

/** One rule for each of `GcpFederationProps`. */
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
          must: "not have a backslash or three quotation marks in a row, so that it can be told where its texts end",
          notPattern: "\\\\|\"\"\"|'''",
        },
        maxLength(2048),
      ],
      "'assertion.tenant == \"acme\"'",
    ),
  ),
};

const OIDC = ["issuerUri", "subject"] as const;
const AWS = ["awsAccountId", "awsRoleName"] as const;

/** Either kind of token, whole: without the subject or role, everyone with a token of that issuer or account would be let in. */
export function checkTrust(props: GcpFederationProps): string[] {
  const given = (names: readonly (keyof GcpFederationProps)[]): boolean =>
    names.some((name) => props[name] !== undefined);
  if (given(OIDC) === given(AWS)) {
    return [
      `either 'issuerUri' and 'subject' must be passed, or 'awsAccountId' and 'awsRoleName', got: ${given(OIDC) ? "some of both" : "none of them"}`,
    ];
  }
  const names = given(OIDC) ? OIDC : AWS;
  return [
    ...names
      .filter((name) => props[name] === undefined)
      .map(
        (name) =>
          `'${name}' is required beside '${names.filter((one) => one !== name).join()}': without it anyone there would be let in`,
      ),
    ...(given(AWS) && props.allowedAudience !== undefined
      ? ["'allowedAudience' must be left out when 'awsAccountId' is passed: AWS's tokens have none"]
      : []),
    ...(isWhole(props.attributeCondition ?? "")
      ? []
      : ["'attributeCondition' must close each bracket that it opens, and no other, and have no comment in it"]),
  ];
}

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/**
 * Whether a condition stays within the brackets that are put around it, so that it never stands in place of ours. Texts are
 * taken out first; there is no backslash in them, by a rule.
 *
 * Source: https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
 */
function isWhole(condition: string): boolean {
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

/** Which tokens are taken, and who then is whom. */
export interface Trust {
  readonly provider: Pick<
    IamWorkloadIdentityPoolProviderConfig,
    "attributeCondition" | "attributeMapping" | "aws" | "oidc"
  >;
  /** How the member begins that is let in: one principal, or all of a role. */
  readonly scheme: "principal" | "principalSet";
  /** How it ends, below the name of the pool. */
  readonly principal: string;
  /** Whom the tokens are of, as a warning names them. */
  readonly whom: string;
}

/** The trust in tokens of one subject, or of one role in AWS; never without a condition. */
export function trustOf(props: GcpFederationProps): Trust {
  const { attributeCondition } = props;
  const besides = attributeCondition === undefined ? "" : ` && (${attributeCondition})`;
  return props.subject === undefined ? awsTrust(props, besides) : oidcTrust(props, besides);
}

function oidcTrust({ issuerUri = "", subject = "", allowedAudience }: GcpFederationProps, besides: string): Trust {
  return {
    provider: {
      attributeMapping: { "google.subject": "assertion.sub" },
      attributeCondition: `assertion.sub == "${subject}"${besides}`,
      oidc: { issuerUri, allowedAudiences: allowedAudience === undefined ? undefined : [allowedAudience] },
    },
    scheme: "principal",
    principal: `subject/${subject}`,
    whom: "this subject",
  };
}

function awsTrust({ awsAccountId = "", awsRoleName = "" }: GcpFederationProps, besides: string): Trust {
  // The name of the session is at the end of a token's ARN, and is whatever the platform says.
  const role = `arn:aws:sts::${awsAccountId}:assumed-role/${awsRoleName}`;
  return {
    provider: {
      attributeMapping: {
        // The session, as a whole ARN may be longer than the 127 bytes that Google takes.
        "google.subject": 'assertion.arn.extract("assumed-role/{role_and_session}").extract("/{session}")',
        "attribute.aws_role":
          'assertion.arn.extract("{account}assumed-role/") + "assumed-role/" + assertion.arn.extract("assumed-role/{role}/")',
      },
      attributeCondition: `assertion.arn.startsWith("${role}/")${besides}`,
      aws: { accountId: awsAccountId },
    },
    scheme: "principalSet",
    principal: `attribute.aws_role/${role}`,
    whom: "this role",
  };
}
