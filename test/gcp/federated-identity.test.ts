import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpFederatedIdentity, type GcpFederatedIdentityProps, GcpIdentity } from "cdktf-finops/gcp";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const OIDC = { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" };
const AWS = { awsAccountId: "111122223333", awsRoleName: "platform" };
const ROLE = "arn:aws:sts::111122223333:assumed-role/platform";

const create = (scope: Construct, id: string, props: Partial<GcpFederatedIdentityProps>): GcpFederatedIdentity =>
  new GcpFederatedIdentity(scope, id, { projectId: PROJECT, ...props });

const synth = (props: Partial<GcpFederatedIdentityProps>): Template => {
  const stack = gcpStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

const conditionOf = (template: Template): unknown =>
  template.resource("google_iam_workload_identity_pool_provider").attribute_condition;

const TYPES = {
  google_service_account: 1,
  google_service_account_iam_member: 1,
  google_iam_workload_identity_pool: 1,
  google_iam_workload_identity_pool_provider: 1,
};

describe("a federated identity with an issuer and a subject", () => {
  const stack = gcpStack();
  const identity = create(stack, "finops", OIDC);
  const template = Template.of(stack);
  const account = template.address("google_service_account");
  const pool = template.address("google_iam_workload_identity_pool");
  const poolProvider = template.address("google_iam_workload_identity_pool_provider");

  it("creates a service account without a key, and a workload identity pool", () => {
    expect(template.resourceTypes).toEqual(TYPES);
    expect(template.resource("google_service_account")).toMatchObject({
      project: PROJECT,
      account_id: "billing-finops",
    });
  });

  it("names the pool after the construct's path, and creates it after the preconditions are checked", () => {
    expect(template.resource("google_iam_workload_identity_pool")).toEqual({
      project: PROJECT,
      workload_identity_pool_id: "billing-finops",
      display_name: "FinOps platform",
      depends_on: [account],
    });
  });

  it("accepts only tokens of that issuer and that subject", () => {
    expect(template.resource("google_iam_workload_identity_pool_provider")).toEqual({
      project: PROJECT,
      workload_identity_pool_id: `\${${pool}.workload_identity_pool_id}`,
      workload_identity_pool_provider_id: "platform",
      display_name: "FinOps platform",
      attribute_mapping: { "google.subject": "assertion.sub" },
      oidc: { issuer_uri: OIDC.issuerUri },
      attribute_condition: 'assertion.sub == "acme-finops"',
    });
  });

  it("allows only that subject of the pool to get tokens, and nothing else", () => {
    expect(template.resource("google_service_account_iam_member")).toEqual({
      service_account_id: `\${${account}.name}`,
      role: "roles/iam.workloadIdentityUser",
      member: `principal://iam.googleapis.com/\${${pool}.name}/subject/acme-finops`,
    });
  });

  it("fills in the row of the workload identity provider, with its full name", () => {
    expect(resolved(stack, identity.fieldValues)).toEqual({
      workload_identity_provider: `//iam.googleapis.com/\${${poolProvider}.name}`,
    });
  });

  it("reports its permission, the service account and the required APIs", () => {
    expect(identity.permissions.map(({ id, grantee, actions }) => [id, grantee, actions])).toEqual([
      ["ImpersonateServiceAccount", "platform principal", ["roles/iam.workloadIdentityUser"]],
    ]);
    expect(resolved(stack, [identity.email, identity.member])).toEqual([
      `\${${account}.email}`,
      `\${${account}.member}`,
    ]);
    expect(identity.requiredServices).toEqual(["iamcredentials", "sts"]);
    expect(identity.node.defaultChild).toBe(identity.serviceAccount);
  });

  it("has no manual steps, and warns about a subject that the platform shares among customers", () => {
    expect([identity.manualSteps, identity.limitations]).toEqual([[], []]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "Ask the platform to use this subject for you only: if it is shared among customers, another customer who knows the " +
        "e-mail address of your service account could use it to read your data.",
    ]);
  });

  it("accepts only the given audience", () => {
    expect(
      synth({ ...OIDC, allowedAudience: "https://platform.example/acme" }).resource(
        "google_iam_workload_identity_pool_provider",
      ).oidc,
    ).toEqual({ issuer_uri: OIDC.issuerUri, allowed_audiences: ["https://platform.example/acme"] });
  });
});

describe("a federated identity with an AWS role", () => {
  const stack = gcpStack();
  const identity = create(stack, "finops", AWS);
  const template = Template.of(stack);
  const pool = template.address("google_iam_workload_identity_pool");

  it("accepts only tokens of that account and that role, in any session", () => {
    expect(template.resourceTypes).toEqual(TYPES);
    expect(template.resource("google_iam_workload_identity_pool_provider")).toEqual({
      project: PROJECT,
      workload_identity_pool_id: `\${${pool}.workload_identity_pool_id}`,
      workload_identity_pool_provider_id: "platform",
      display_name: "FinOps platform",
      attribute_mapping: {
        // A whole ARN may be longer than the 127 bytes that Google accepts.
        "google.subject": 'assertion.arn.extract("assumed-role/{role_and_session}").extract("/{session}")',
        "attribute.aws_role":
          'assertion.arn.extract("{account}assumed-role/") + "assumed-role/" + assertion.arn.extract("assumed-role/{role}/")',
      },
      aws: { account_id: "111122223333" },
      attribute_condition: `assertion.arn.startsWith("${ROLE}/")`,
    });
  });

  it("allows only that role, as the attribute mapping returns it", () => {
    expect(template.resource("google_service_account_iam_member")).toMatchObject({
      role: "roles/iam.workloadIdentityUser",
      member: `principalSet://iam.googleapis.com/\${${pool}.name}/attribute.aws_role/${ROLE}`,
    });
  });

  it("fills in the row of the workload identity provider", () => {
    expect(Object.keys(identity.fieldValues)).toEqual(["workload_identity_provider"]);
    expect(identity.requiredServices).toEqual(["iamcredentials", "sts"]);
  });
});

describe("your own attribute condition", () => {
  const attributeCondition = 'assertion.tenant == "acme" || assertion.tenant == "acme-eu"';

  it("is checked in addition to the subject, never instead of it", () => {
    expect(conditionOf(synth({ ...OIDC, attributeCondition }))).toBe(
      `assertion.sub == "acme-finops" && (${attributeCondition})`,
    );
  });

  it("is checked in addition to the role, never instead of it", () => {
    expect(conditionOf(synth({ ...AWS, attributeCondition }))).toBe(
      `assertion.arn.startsWith("${ROLE}/") && (${attributeCondition})`,
    );
  });

  it.each([
    "google.subject.startsWith('acme-')",
    'assertion.iss == "https://a.example" && (assertion.a == ")" || assertion["b"] == \'("\')',
    "attribute.tenant != 'other'",
    "assertion['tenant'] == 'acme'",
    "'finops' in assertion.groups",
    "assertion.ref.matches('^refs/tags/v[0-9]+$')",
  ])("can be %s", (condition) => {
    expect(conditionOf(synth({ ...OIDC, attributeCondition: condition }))).toContain(`(${condition})`);
  });
});

describe("a federated identity with all options", () => {
  it("has the given names of pool and service account", () => {
    const template = synth({ ...OIDC, poolId: "finops-platform", accountId: "finops-reader" });
    expect(template.resource("google_iam_workload_identity_pool")).toMatchObject({
      workload_identity_pool_id: "finops-platform",
    });
    expect(template.resource("google_service_account")).toMatchObject({ account_id: "finops-reader" });
  });

  it("leaves the prefix 'gcp-', which Google reserves, out of the default name of the pool", () => {
    const stack = new TerraformStack(Testing.app(), "gcp-billing");
    new GoogleProvider(stack, "google");
    create(stack, "finops", OIDC);
    const template = Template.of(stack);
    expect(template.resource("google_iam_workload_identity_pool")).toMatchObject({
      workload_identity_pool_id: "billing-finops",
    });
    expect(template.resource("google_service_account")).toMatchObject({ account_id: "gcp-billing-finops" });
  });

  it("creates everything with the provider that is passed", () => {
    const stack = gcpStack();
    create(stack, "finops", { ...OIDC, provider: new GoogleProvider(stack, "other", { alias: "other" }) });
    const template = Template.of(stack);
    expect(Object.keys(TYPES).map((type) => template.resource(type).provider)).toEqual(Array(4).fill("google.other"));
  });
});

describe("the ID of a pool", () => {
  it("is unique in a project, and so is the ID of the service account", () => {
    const stack = gcpStack();
    create(stack, "one", { ...OIDC, poolId: "platform", accountId: "finops-one" });
    create(stack, "two", { ...OIDC, poolId: "platform", projectId: "acme-other" });
    new GcpIdentity(stack, "three", { projectId: PROJECT, accountId: "finops-three" });
    expect(problemsOf(stack)).toBe("");
    create(stack, "four", { ...AWS, poolId: "platform", accountId: "finops-three" });
    expect(problemsOf(stack)).toBe(
      [
        `[billing] GcpFederatedIdentity at billing/four: 'accountId' must be unique, got: "finops-three", which billing/three already uses for its service account; choose another`,
        `[billing] GcpFederatedIdentity at billing/four: 'poolId' must be unique, got: "platform", which billing/one already uses for its workload identity pool; choose another`,
      ].join("\n"),
    );
  });
});

describe("preconditions for unresolved tokens", () => {
  const messagesOf = (props: (variable: (name: string) => string) => Partial<GcpFederatedIdentityProps>): string[] => {
    const stack = gcpStack();
    create(
      stack,
      "finops",
      props((name) => new TerraformVariable(stack, name, { type: "string" }).stringValue),
    );
    const { precondition } = Template.of(stack).resource("google_service_account").lifecycle as {
      precondition: { error_message: string }[];
    };
    return precondition.map(({ error_message }) => error_message);
  };
  const subject = "GcpFederatedIdentity at billing/finops: ";

  it("are checked on the service account, before any tokens are accepted", () => {
    expect(
      new Set(
        messagesOf((variable) => ({
          issuerUri: variable("issuer"),
          subject: variable("subject"),
          allowedAudience: variable("audience"),
          poolId: variable("pool"),
        })),
      ),
    ).toEqual(
      new Set([
        `${subject}'issuerUri' must be an address that begins with https://.`,
        `${subject}'issuerUri' must be at most 256 characters long.`,
        `${subject}'subject' must be letters, digits and ._:/@+=|~-.`,
        `${subject}'subject' must be 1-127 characters long.`,
        `${subject}'subject' must be the subject of tokens, not a token.`,
        `${subject}'allowedAudience' must be an address or a name without spaces.`,
        `${subject}'allowedAudience' must be 1-256 characters long.`,
        `${subject}'allowedAudience' must be the audience of tokens, not a token.`,
        `${subject}'poolId' must be lower-case letters, digits and '-'.`,
        `${subject}'poolId' must be 4-32 characters long.`,
        `${subject}'poolId' must not begin with 'gcp-', which Google reserves.`,
        `${subject}'poolId' must not begin or end with '-'.`,
      ]),
    );
  });

  it("check an AWS account and a role, too", () => {
    expect(
      new Set(messagesOf((variable) => ({ awsAccountId: variable("account"), awsRoleName: variable("role") }))),
    ).toEqual(
      new Set([
        `${subject}'awsAccountId' must be the 12 digits of an AWS account.`,
        `${subject}'awsRoleName' must be letters, digits and _+=,.@-, without a path.`,
        `${subject}'awsRoleName' must be 1-64 characters long.`,
      ]),
    );
  });

  it("apply to the same value that is in the condition and in the member", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "subject", { type: "string" });
    create(stack, "finops", { ...OIDC, subject: stringValue });
    const template = Template.of(stack);
    expect(conditionOf(template)).toBe('assertion.sub == "${var.subject}"');
    expect(template.resource("google_service_account_iam_member").member).toMatch(/\/subject\/\$\{var\.subject\}$/);
    expect(template.resource("google_iam_workload_identity_pool").depends_on).toEqual([
      template.address("google_service_account"),
    ]);
  });
});

describe("validation of the federated identity", () => {
  const either = (got: string): string =>
    `either 'issuerUri' and 'subject' must be passed, or 'awsAccountId' and 'awsRoleName', got: ${got}`;
  const incomplete = (missing: string, given: string): string =>
    `'${missing}' is required when '${given}' is passed: only both together identify the platform`;

  it.each<[string, unknown, string]>([
    ["neither kind of token", {}, either("none of them")],
    ["both kinds of tokens", { ...OIDC, ...AWS }, either("properties of both")],
    [
      "incomplete props of both kinds",
      { issuerUri: OIDC.issuerUri, awsRoleName: "platform" },
      either("properties of both"),
    ],
    ["an issuer without a subject", { issuerUri: OIDC.issuerUri }, incomplete("subject", "issuerUri")],
    ["a subject without an issuer", { subject: OIDC.subject }, incomplete("issuerUri", "subject")],
    ["an account without a role", { awsAccountId: AWS.awsAccountId }, incomplete("awsRoleName", "awsAccountId")],
    ["a role without an account", { awsRoleName: AWS.awsRoleName }, incomplete("awsAccountId", "awsRoleName")],
    [
      "an audience for tokens of AWS",
      { ...AWS, allowedAudience: "acme" },
      "'allowedAudience' must be left out when 'awsAccountId' is passed: AWS's tokens have no audience",
    ],
    [
      "an issuer without TLS",
      { ...OIDC, issuerUri: "http://a.example" },
      `'issuerUri' must be an address that begins with https://, got: "http://a.example"; for example "https://login.platform.example/acme"`,
    ],
    [
      "a token in place of its subject",
      { ...OIDC, subject: "ya29.token" },
      `'subject' must be the subject of tokens, not a token, got: 10 characters that look like a secret, which are not shown; for example "acme-finops"`,
    ],
    ...[
      'assertion.a == "x") || (assertion.b == "y"',
      'assertion.a == "x" || (true',
      '(assertion.a == "x"',
      'assertion.a == "x" // and no more',
      'assertion.a == "x',
      'assertion["a" == "x"',
      'assertion.a == {"x": 1)}',
    ].map((attributeCondition): [string, object, string] => [
      `a condition with unbalanced brackets or a comment, ${attributeCondition}`,
      { ...OIDC, attributeCondition },
      "'attributeCondition' must have balanced brackets and quotation marks, and no comment",
    ]),
    [
      "a token in place of its audience",
      { ...OIDC, allowedAudience: "ya29.token" },
      `'allowedAudience' must be the audience of tokens, not a token, got: 10 characters that look like a secret, which are not shown; for example "https://platform.example/acme"`,
    ],
    [
      "a condition that is an unresolved token",
      { ...OIDC, attributeCondition: Token.asString({ ref: "x" }) },
      "'attributeCondition' must compare a claim of the token, such as assertion.tenant, with a value, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a property of the key, which it does not have",
      { ...OIDC, createKey: true },
      `"createKey" is not a known property; known are provider, projectId, accountId, issuerUri, subject, allowedAudience, awsAccountId, awsRoleName, attributeCondition, poolId`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "finops", props as Partial<GcpFederatedIdentityProps>))).toBe(
      `GcpFederatedIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});
