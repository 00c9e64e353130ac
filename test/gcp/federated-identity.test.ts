import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpFederatedIdentity, type GcpFederatedIdentityProps, GcpIdentity } from "cdktf-finops/gcp";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { refusal, resolved, Template } from "../support/template";

const OIDC = { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" };
const AWS = { awsAccountId: "111122223333", awsRoleName: "platform" };
const ROLE = "arn:aws:sts::111122223333:assumed-role/platform";

const make = (scope: Construct, id: string, props: Partial<GcpFederatedIdentityProps>): GcpFederatedIdentity =>
  new GcpFederatedIdentity(scope, id, { projectId: PROJECT, ...props });

const synth = (props: Partial<GcpFederatedIdentityProps>): Template => {
  const stack = gcpStack();
  make(stack, "finops", props);
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

describe("a service account for a platform with tokens of OpenID Connect", () => {
  const stack = gcpStack();
  const identity = make(stack, "finops", OIDC);
  const template = Template.of(stack);
  const account = template.address("google_service_account");
  const pool = template.address("google_iam_workload_identity_pool");
  const poolProvider = template.address("google_iam_workload_identity_pool_provider");

  it("is a service account without a key, whose pool takes tokens", () => {
    expect(template.resourceTypes).toEqual(TYPES);
    expect(template.resource("google_service_account")).toMatchObject({
      project: PROJECT,
      account_id: "billing-finops",
    });
  });

  it("has a pool named after the construct's path, made once all is well with the properties", () => {
    expect(template.resource("google_iam_workload_identity_pool")).toEqual({
      project: PROJECT,
      workload_identity_pool_id: "billing-finops",
      display_name: "FinOps platform",
      depends_on: [account],
    });
  });

  it("takes the tokens of that issuer that are of that subject, and no others", () => {
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

  it("lets in that subject of the pool only, to get tokens only", () => {
    expect(template.resource("google_service_account_iam_member")).toEqual({
      service_account_id: `\${${account}.name}`,
      role: "roles/iam.workloadIdentityUser",
      member: `principal://iam.googleapis.com/\${${pool}.name}/subject/acme-finops`,
    });
  });

  it("fills in the row of the provider of tokens, by its full name", () => {
    expect(resolved(stack, identity.formValues)).toEqual({
      workload_identity_provider: `//iam.googleapis.com/\${${poolProvider}.name}`,
    });
  });

  it("tells that it grants this, who it is, and which APIs it needs", () => {
    expect(identity.permissions.map(({ id, grantee, actions }) => [id, grantee, actions])).toEqual([
      ["ActAs", "platform principal", ["roles/iam.workloadIdentityUser"]],
    ]);
    expect(resolved(stack, [identity.email, identity.member])).toEqual([
      `\${${account}.email}`,
      `\${${account}.member}`,
    ]);
    expect(identity.requiredServices).toEqual(["iamcredentials", "sts"]);
    expect(identity.node.defaultChild).toBe(identity.serviceAccount);
  });

  it("leaves nothing to do by hand, and warns of a subject that others share", () => {
    expect([identity.manualSteps, identity.limitations]).toEqual([[], []]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      "Have the platform use this subject for you alone: one that it uses for all of its customers could be had to read " +
        "your data for another of them, who tells it the address of your service account.",
    ]);
  });

  it("may have an audience of its own, and no other then", () => {
    expect(
      synth({ ...OIDC, allowedAudience: "https://platform.example/acme" }).resource(
        "google_iam_workload_identity_pool_provider",
      ).oidc,
    ).toEqual({ issuer_uri: OIDC.issuerUri, allowed_audiences: ["https://platform.example/acme"] });
  });
});

describe("a service account for a platform in AWS", () => {
  const stack = gcpStack();
  const identity = make(stack, "finops", AWS);
  const template = Template.of(stack);
  const pool = template.address("google_iam_workload_identity_pool");

  it("takes the tokens of that account that are of that role, by whatever session", () => {
    expect(template.resourceTypes).toEqual(TYPES);
    expect(template.resource("google_iam_workload_identity_pool_provider")).toEqual({
      project: PROJECT,
      workload_identity_pool_id: `\${${pool}.workload_identity_pool_id}`,
      workload_identity_pool_provider_id: "platform",
      display_name: "FinOps platform",
      attribute_mapping: {
        // A whole ARN may be longer than the 127 bytes that Google takes.
        "google.subject": 'assertion.arn.extract("assumed-role/{role_and_session}").extract("/{session}")',
        "attribute.aws_role":
          'assertion.arn.extract("{account}assumed-role/") + "assumed-role/" + assertion.arn.extract("assumed-role/{role}/")',
      },
      aws: { account_id: "111122223333" },
      attribute_condition: `assertion.arn.startsWith("${ROLE}/")`,
    });
  });

  it("lets in that role only, as the mapping tells it", () => {
    expect(template.resource("google_service_account_iam_member")).toMatchObject({
      role: "roles/iam.workloadIdentityUser",
      member: `principalSet://iam.googleapis.com/\${${pool}.name}/attribute.aws_role/${ROLE}`,
    });
  });

  it("fills in the row of the provider of tokens, too", () => {
    expect(Object.keys(identity.formValues)).toEqual(["workload_identity_provider"]);
    expect(identity.requiredServices).toEqual(["iamcredentials", "sts"]);
  });
});

describe("a condition of one's own", () => {
  const attributeCondition = 'assertion.tenant == "acme" || assertion.tenant == "acme-eu"';

  it("is asked for besides the subject, never in its place", () => {
    expect(conditionOf(synth({ ...OIDC, attributeCondition }))).toBe(
      `assertion.sub == "acme-finops" && (${attributeCondition})`,
    );
  });

  it("is asked for besides the role, never in its place", () => {
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
  ])("may be %s", (condition) => {
    expect(conditionOf(synth({ ...OIDC, attributeCondition: condition }))).toContain(`(${condition})`);
  });
});

describe("the pool, as told", () => {
  it("has that name", () => {
    const template = synth({ ...OIDC, poolId: "finops-platform", accountId: "finops-reader" });
    expect(template.resource("google_iam_workload_identity_pool")).toMatchObject({
      workload_identity_pool_id: "finops-platform",
    });
    expect(template.resource("google_service_account")).toMatchObject({ account_id: "finops-reader" });
  });

  it("is named without 'gcp-' in front, which Google keeps for itself", () => {
    const stack = new TerraformStack(Testing.app(), "gcp-billing");
    new GoogleProvider(stack, "google");
    make(stack, "finops", OIDC);
    const template = Template.of(stack);
    expect(template.resource("google_iam_workload_identity_pool")).toMatchObject({
      workload_identity_pool_id: "billing-finops",
    });
    expect(template.resource("google_service_account")).toMatchObject({ account_id: "gcp-billing-finops" });
  });

  it("is made by the provider passed, as all of it is", () => {
    const stack = gcpStack();
    make(stack, "finops", { ...OIDC, provider: new GoogleProvider(stack, "other", { alias: "other" }) });
    const template = Template.of(stack);
    expect(Object.keys(TYPES).map((type) => template.resource(type).provider)).toEqual(Array(4).fill("google.other"));
  });
});

describe("the properties, at their widest", () => {
  it.each<[string, Partial<GcpFederatedIdentityProps>]>([
    ["an issuer with port, path and a slash at its end", { ...OIDC, issuerUri: "https://a-1.example:8443/v2.0/_~x/" }],
    ["an issuer of 256 characters", { ...OIDC, issuerUri: `https://a.example/${"x".repeat(238)}` }],
    ["a subject of all kinds of characters", { ...OIDC, subject: "aZ9._:/@+=|~-" }],
    ["a subject of 127 characters", { ...OIDC, subject: "s".repeat(127) }],
    ["an audience of 256 characters", { ...OIDC, allowedAudience: "a".repeat(256) }],
    ["a role of 64 characters of all kinds", { ...AWS, awsRoleName: `aZ9_+=,.@-${"x".repeat(54)}` }],
    ["a condition of 2048 characters", { ...OIDC, attributeCondition: `assertion.a == "${"x".repeat(2031)}"` }],
    ["a pool of 4 characters", { ...OIDC, poolId: "p--0" }],
    ["a pool of 32 characters", { ...OIDC, poolId: "p".repeat(32) }],
  ])("may be %s", (_, props) => {
    expect(synth(props).resourceTypes).toEqual(TYPES);
  });
});

describe("the name of a pool", () => {
  it("is one's own in a project, as is that of the service account", () => {
    const stack = gcpStack();
    make(stack, "one", { ...OIDC, poolId: "platform", accountId: "finops-one" });
    expect(refusal(() => make(stack, "two", { ...AWS, poolId: "platform" }))).toBe(
      `GcpFederatedIdentity at billing/two: 'poolId' must be unique, got: "platform", which billing/one already uses for its workload identity pool; choose another`,
    );
    expect(() => make(stack, "three", { ...OIDC, poolId: "platform", projectId: "acme-other" })).not.toThrow();
    new GcpIdentity(stack, "four", { projectId: PROJECT, accountId: "finops-four" });
    expect(refusal(() => make(stack, "five", { ...OIDC, accountId: "finops-four" }))).toBe(
      `GcpFederatedIdentity at billing/five: 'accountId' must be unique, got: "finops-four", which billing/four already uses for its service account; choose another`,
    );
  });
});

describe("what Terraform fills in", () => {
  const preconditions = (
    props: (variable: (name: string) => string) => Partial<GcpFederatedIdentityProps>,
  ): string[] => {
    const stack = gcpStack();
    make(
      stack,
      "finops",
      props((name) => new TerraformVariable(stack, name, { type: "string" }).stringValue),
    );
    const { precondition } = Template.of(stack).resource("google_service_account").lifecycle as {
      precondition: { error_message: string }[];
    };
    return precondition.map(({ error_message }) => error_message);
  };
  const at = "GcpFederatedIdentity at billing/finops: ";

  it("is checked on the service account, before anyone is trusted", () => {
    expect(
      new Set(
        preconditions((variable) => ({
          issuerUri: variable("issuer"),
          subject: variable("subject"),
          allowedAudience: variable("audience"),
          poolId: variable("pool"),
        })),
      ),
    ).toEqual(
      new Set([
        `${at}'issuerUri' must be an address that begins with https://.`,
        `${at}'issuerUri' must be at most 256 characters long.`,
        `${at}'subject' must be letters, digits and ._:/@+=|~-.`,
        `${at}'subject' must be 1-127 characters long.`,
        `${at}'subject' must be the subject of tokens, not a token.`,
        `${at}'allowedAudience' must be an address or a name without spaces.`,
        `${at}'allowedAudience' must be 1-256 characters long.`,
        `${at}'allowedAudience' must be the audience of tokens, not a token.`,
        `${at}'poolId' must be lower-case letters, digits and '-'.`,
        `${at}'poolId' must be 4-32 characters long.`,
        `${at}'poolId' must not begin with 'gcp-', which Google keeps for itself.`,
        `${at}'poolId' must not begin or end with '-'.`,
      ]),
    );
  });

  it("is checked of an account and a role of AWS, too", () => {
    expect(
      new Set(preconditions((variable) => ({ awsAccountId: variable("account"), awsRoleName: variable("role") }))),
    ).toEqual(
      new Set([
        `${at}'awsAccountId' must be the 12 digits of an AWS account.`,
        `${at}'awsRoleName' must be letters, digits and _+=,.@-, without a path.`,
        `${at}'awsRoleName' must be 1-64 characters long.`,
      ]),
    );
  });

  it("is in condition and member alike", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "subject", { type: "string" });
    make(stack, "finops", { ...OIDC, subject: stringValue });
    const template = Template.of(stack);
    expect(conditionOf(template)).toBe('assertion.sub == "${var.subject}"');
    expect(template.resource("google_service_account_iam_member").member).toMatch(/\/subject\/\$\{var\.subject\}$/);
    expect(template.resource("google_iam_workload_identity_pool").depends_on).toEqual([
      template.address("google_service_account"),
    ]);
  });
});

describe("what it refuses", () => {
  const either = (got: string): string =>
    `either 'issuerUri' and 'subject' must be passed, or 'awsAccountId' and 'awsRoleName', got: ${got}`;
  const alone = (missing: string, given: string): string =>
    `'${missing}' is required beside '${given}': without it anyone there would be let in`;
  const must = (property: string, what: string, got: unknown, example: string): string =>
    `'${property}' must ${what}, got: ${JSON.stringify(got)}; for example ${example}`;
  const issuer = (got: string): string =>
    must("issuerUri", "be an address that begins with https://", got, '"https://login.platform.example/acme"');
  const subject = (got: string): string => must("subject", "be letters, digits and ._:/@+=|~-", got, '"acme-finops"');
  const condition = (got: string): string =>
    must(
      "attributeCondition",
      "name a claim of the token, such as assertion.tenant, and something that it has to be",
      got,
      "'assertion.tenant == \"acme\"'",
    );
  const pool = (what: string, got: string): string => must("poolId", what, got, '"finops-platform"');

  it.each<[string, unknown, string]>([
    ["no trust at all", {}, either("none of them")],
    ["both kinds of trust", { ...OIDC, ...AWS }, either("some of both")],
    ["half of each trust", { issuerUri: OIDC.issuerUri, awsRoleName: "platform" }, either("some of both")],
    ["an issuer without a subject", { issuerUri: OIDC.issuerUri }, alone("subject", "issuerUri")],
    ["a subject without an issuer", { subject: OIDC.subject }, alone("issuerUri", "subject")],
    ["an account without a role", { awsAccountId: AWS.awsAccountId }, alone("awsRoleName", "awsAccountId")],
    ["a role without an account", { awsRoleName: AWS.awsRoleName }, alone("awsAccountId", "awsRoleName")],
    [
      "an audience of AWS's tokens",
      { ...AWS, allowedAudience: "acme" },
      "'allowedAudience' must be left out when 'awsAccountId' is passed: AWS's tokens have none",
    ],
    ["an issuer without TLS", { ...OIDC, issuerUri: "http://a.example" }, issuer("http://a.example")],
    ["an issuer without a scheme", { ...OIDC, issuerUri: "login.platform.example" }, issuer("login.platform.example")],
    ["an issuer with a query", { ...OIDC, issuerUri: "https://a.example/?t=1" }, issuer("https://a.example/?t=1")],
    ["an issuer with a user", { ...OIDC, issuerUri: "https://a@b.example" }, issuer("https://a@b.example")],
    ["an issuer of two slashes", { ...OIDC, issuerUri: "https://a.example//b" }, issuer("https://a.example//b")],
    [
      "an issuer too long",
      { ...OIDC, issuerUri: `https://a.example/${"x".repeat(239)}` },
      `'issuerUri' must be at most 256 characters long, got: "https://a.example/${"x".repeat(62)}"… (257 characters); for example "https://login.platform.example/acme"`,
    ],
    ["a subject that would end the quotes of the condition", { ...OIDC, subject: 'a" || "' }, subject('a" || "')],
    ["a subject that would escape them", { ...OIDC, subject: "a\\" }, subject("a\\")],
    ["every subject", { ...OIDC, subject: "*" }, subject("*")],
    ["a subject with a line break", { ...OIDC, subject: "a\n" }, subject("a\n")],
    [
      "a token in place of whom it is of",
      { ...OIDC, subject: "ya29.token" },
      `'subject' must be the subject of tokens, not a token, got: 10 characters that look like a secret, which are not shown; for example "acme-finops"`,
    ],
    ["an empty subject", { ...OIDC, subject: "" }, must("subject", "be 1-127 characters long", "", '"acme-finops"')],
    [
      "a subject too long, which Google cannot map",
      { ...OIDC, subject: "s".repeat(128) },
      `'subject' must be 1-127 characters long, got: "${"s".repeat(80)}"… (128 characters); for example "acme-finops"`,
    ],
    [
      "an audience with a space",
      { ...OIDC, allowedAudience: "a b" },
      must("allowedAudience", "be an address or a name without spaces", "a b", '"https://platform.example/acme"'),
    ],
    [
      "an empty audience",
      { ...OIDC, allowedAudience: "" },
      must("allowedAudience", "be 1-256 characters long", "", '"https://platform.example/acme"'),
    ],
    [
      "an audience too long",
      { ...OIDC, allowedAudience: "a".repeat(257) },
      `'allowedAudience' must be 1-256 characters long, got: "${"a".repeat(80)}"… (257 characters); for example "https://platform.example/acme"`,
    ],
    [
      "an account of 11 digits",
      { ...AWS, awsAccountId: "11112222333" },
      must("awsAccountId", "be the 12 digits of an AWS account", "11112222333", '"111122223333"'),
    ],
    [
      "a role with its path",
      { ...AWS, awsRoleName: "service/platform" },
      must("awsRoleName", "be letters, digits and _+=,.@-, without a path", "service/platform", '"platform"'),
    ],
    ["every role", { ...AWS, awsRoleName: "" }, must("awsRoleName", "be 1-64 characters long", "", '"platform"')],
    [
      "a role of 65 characters",
      { ...AWS, awsRoleName: "r".repeat(65) },
      must("awsRoleName", "be 1-64 characters long", "r".repeat(65), '"platform"'),
    ],
    ["a condition that always holds", { ...OIDC, attributeCondition: "true" }, condition("true")],
    ["a condition that compares no claim", { ...OIDC, attributeCondition: '"a" == "a"' }, condition('"a" == "a"')],
    [
      "a condition that asks nothing of a claim",
      { ...OIDC, attributeCondition: "has(assertion.tenant)" },
      condition("has(assertion.tenant)"),
    ],
    ["an empty condition", { ...OIDC, attributeCondition: "" }, condition("")],
    [
      "a condition that Terraform would evaluate",
      { ...OIDC, attributeCondition: "assertion.tenant == '${var.x}'" },
      must(
        "attributeCondition",
        "not have '${' or '%{' in it, which Terraform would evaluate",
        "assertion.tenant == '${var.x}'",
        "'assertion.tenant == \"acme\"'",
      ),
    ],
    [
      "a condition too long",
      { ...OIDC, attributeCondition: `assertion.a == "${"x".repeat(2032)}"` },
      `'attributeCondition' must be at most 2048 characters long, got: "assertion.a == \\"${"x".repeat(64)}"… (2049 characters); for example 'assertion.tenant == "acme"'`,
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
      `a condition that leaves its brackets, ${attributeCondition}`,
      { ...OIDC, attributeCondition },
      "'attributeCondition' must close each bracket that it opens, and no other, and have no comment in it",
    ]),
    ...['assertion.a == r"\\") || (assertion.b != "a"', 'assertion.a == """x"y"""', "assertion.a == '''x'''"].map(
      (attributeCondition): [string, object, string] => [
        `a condition of which nobody can tell where its texts end, ${attributeCondition}`,
        { ...OIDC, attributeCondition },
        `'attributeCondition' must not have a backslash or three quotation marks in a row, so that it can be told where its texts end, got: ${JSON.stringify(attributeCondition)}; for example 'assertion.tenant == "acme"'`,
      ],
    ),
    [
      "a token in place of what it is for",
      { ...OIDC, allowedAudience: "ya29.token" },
      `'allowedAudience' must be the audience of tokens, not a token, got: 10 characters that look like a secret, which are not shown; for example "https://platform.example/acme"`,
    ],
    [
      "a condition that Terraform alone would know",
      { ...OIDC, attributeCondition: Token.asString({ ref: "x" }) },
      "'attributeCondition' must name a claim of the token, such as assertion.tenant, and something that it has to be, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a pool in capital letters",
      { ...OIDC, poolId: "FinOps" },
      pool("be lower-case letters, digits and '-'", "FinOps"),
    ],
    ["a pool of 3 characters", { ...OIDC, poolId: "fin" }, pool("be 4-32 characters long", "fin")],
    ["a pool of 33 characters", { ...OIDC, poolId: "p".repeat(33) }, pool("be 4-32 characters long", "p".repeat(33))],
    [
      "a pool named as Google names its own",
      { ...OIDC, poolId: "gcp-finops" },
      pool("not begin with 'gcp-', which Google keeps for itself", "gcp-finops"),
    ],
    ["a pool that ends with a dash", { ...OIDC, poolId: "finops-" }, pool("not begin or end with '-'", "finops-")],
    ["a pool that begins with a dash", { ...OIDC, poolId: "-finops" }, pool("not begin or end with '-'", "-finops")],
    [
      "a key, which it has none of",
      { ...OIDC, createKey: true },
      `"createKey" is not a known property; known are provider, projectId, accountId, issuerUri, subject, allowedAudience, awsAccountId, awsRoleName, attributeCondition, poolId`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "finops", props as Partial<GcpFederatedIdentityProps>))).toBe(
      `GcpFederatedIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});
