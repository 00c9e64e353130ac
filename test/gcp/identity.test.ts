import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpIdentity, type GcpIdentityProps, GcpIntegration } from "cdktf-finops/gcp";
import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct } from "constructs";
import { BILLING_ACCOUNT, gcpStack, PROJECT } from "../support/gcp";
import { rsaKey } from "../support/keys";
import { refusal, resolved, Template } from "../support/template";

const make = (scope: Construct, id: string, props: Partial<GcpIdentityProps> = {}): GcpIdentity =>
  new GcpIdentity(scope, id, { projectId: PROJECT, ...props });

const synth = (props?: Partial<GcpIdentityProps>): Template => {
  const stack = gcpStack();
  make(stack, "finops", props);
  return Template.of(stack);
};

const MAY_BE_REFUSED =
  'Keys of service accounts are refused by default in organizations made since May 2024 (FAILED_PRECONDITION, "… is not ' +
  'allowed on this service account"; constraint iam.disableServiceAccountKeyCreation or its managed twin). Where that is so, ' +
  "have the platform log in without a key, or set 'keyPolicyException'.";

describe("the identity, with nothing said about it but its project", () => {
  const stack = gcpStack();
  const identity = make(stack, "finops");
  const template = Template.of(stack);
  const account = template.address("google_service_account");

  it("is a service account with one key, and no permission", () => {
    expect(template.resourceTypes).toEqual({ google_service_account: 1, google_service_account_key: 1 });
  });

  it("is named after the construct's path, in the project", () => {
    expect(template.resource("google_service_account")).toEqual({
      project: PROJECT,
      account_id: "billing-finops",
      display_name: "FinOps platform",
      description: "Lets the FinOps platform read the billing export",
    });
  });

  it("has a key that Google makes, of that service account", () => {
    const key = template.resource("google_service_account_key");
    expect(key.service_account_id).toBe(`\${${account}.name}`);
    expect(Object.keys(key)).not.toContain("public_key_data");
    expect(key).not.toHaveProperty("lifecycle");
    expect(identity.key.resource?.node.id).toBe("key");
  });

  it("hands over the key as the JSON file that the provider has in base64", () => {
    expect(resolved(stack, identity.formValues)).toEqual({
      service_account_key_json: `\${base64decode(${template.address("google_service_account_key")}.private_key)}`,
    });
  });

  it("has the key nowhere in what is synthesized", () => {
    expect(JSON.stringify(template.json)).not.toMatch(/private_key|PRIVATE KEY/);
  });

  it("has the key in an output that is secret, and in no other", () => {
    const whole = gcpStack();
    const props = { projectId: PROJECT, billingAccountId: BILLING_ACCOUNT, datasetLocation: "EU" };
    new GcpIntegration(whole, "finops", { ...props, hierarchy: "NONE" });
    const { outputs } = Template.of(whole);
    const withKey = Object.entries(outputs).filter(([, output]) =>
      JSON.stringify(output.value).includes("private_key"),
    );
    expect(withKey.map(([name, output]) => [name, output.sensitive])).toEqual([
      ["finops_service_account_key_json", true],
    ]);
  });

  it("tells who it is, as Google knows it", () => {
    expect(resolved(stack, [identity.email, identity.member])).toEqual([
      `\${${account}.email}`,
      `\${${account}.member}`,
    ]);
    expect(identity.node.defaultChild).toBe(identity.serviceAccount);
    expect(identity.projectId).toBe(PROJECT);
    expect(identity.provider).toBeUndefined();
  });

  it("needs no other API, leaves nothing to do by hand, and is allowed nothing", () => {
    expect(identity.requiredServices).toEqual([]);
    expect([identity.manualSteps, identity.permissions, identity.limitations]).toEqual([[], [], []]);
  });

  it("is warned of, as the key may be refused", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([MAY_BE_REFUSED]);
  });
});

describe("an identity whose key a person creates", () => {
  const stack = gcpStack();
  const identity = make(stack, "finops", { createKey: false });
  const template = Template.of(stack);

  it("gets none from Terraform, so that no state has it", () => {
    expect(template.resourceTypes).toEqual({ google_service_account: 1 });
    expect(identity.key.resource).toBeUndefined();
    expect(identity.formValues).toEqual({});
  });

  it("leaves that as a manual step, told at synth", () => {
    expect(resolved(stack, identity.manualSteps)).toEqual([
      {
        key: "service_account_key",
        title: "Create a JSON key of the service account and enter it into the platform's form",
        why: "The program says that a person does it, so that the key is never in Terraform's state.",
        link: "https://docs.cloud.google.com/iam/docs/keys-create-delete",
        values: { "Service account": `\${${template.address("google_service_account")}.email}` },
        check: "The platform accepts the key, and the console shows when it was last used.",
      },
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      MAY_BE_REFUSED,
      "Manual step: Create a JSON key of the service account and enter it into the platform's form. The program says that a " +
        "person does it, so that the key is never in Terraform's state. See https://docs.cloud.google.com/iam/docs/keys-create-delete",
    ]);
  });
});

describe("an identity by another provider", () => {
  it("is made by it, all of it", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "other", { alias: "other" });
    const identity = make(stack, "finops", { provider, keyPolicyException: true });
    const { resource } = Template.of(stack).json as { resource: Record<string, Record<string, { provider?: string }>> };
    const used = Object.values(resource).flatMap((blocks) => Object.values(blocks).map((block) => block.provider));
    expect(used).toEqual(Array(4).fill("google.other"));
    expect(identity.provider).toBe(provider);
  });
});

describe("the identity's properties, at their widest", () => {
  it.each<[string, Partial<GcpIdentityProps>]>([
    ["an account ID of 6 characters", { accountId: "a-0--9" }],
    ["an account ID of 30 characters", { accountId: "a".repeat(30) }],
    ["a project of 6 characters", { projectId: "acme-1" }],
    ["a project of 30 characters", { projectId: "a".repeat(30) }],
    ["an older project, with its domain", { projectId: "eu.example.co.uk:acme-billing" }],
    ["a key that is asked for", { createKey: true, keyPolicyException: false }],
  ])("may be %s", (_, props) => {
    expect(synth(props).resource("google_service_account")).toMatchObject({
      project: props.projectId ?? PROJECT,
      account_id: props.accountId ?? "billing-finops",
    });
  });
});

describe("what the identity refuses", () => {
  const project = (must: string, got: string): string =>
    `'projectId' must be the ID of a project${must}, got: ${JSON.stringify(got)}; for example "acme-billing"`;
  const letters = ": lower-case letters, digits and '-'";
  const whole = ": 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'";
  const account = (must: string, got: string): string =>
    `'accountId' must ${must}, got: ${JSON.stringify(got)}; for example "finops-platform"`;

  it.each<[string, unknown, string]>([
    [
      "no project",
      { projectId: undefined },
      `'projectId' is required: it must be the ID of a project, not its number; for example "acme-billing"`,
    ],
    ["a project by its number", { projectId: "123456789012" }, project(", not its number", "123456789012")],
    ["a project by the name of its number", { projectId: "projects/12" }, project(", not its number", "projects/12")],
    [
      "a billing account as project",
      { projectId: BILLING_ACCOUNT },
      project(", not that of a billing account", BILLING_ACCOUNT),
    ],
    ["a project by its full name", { projectId: `projects/${PROJECT}` }, project(letters, `projects/${PROJECT}`)],
    ["a project by its display name", { projectId: "Acme billing" }, project(letters, "Acme billing")],
    ["a project that Terraform would evaluate", { projectId: "${x}-billing" }, project(letters, "${x}-billing")],
    ["a project with a line break", { projectId: "acme-billing\n" }, project(letters, "acme-billing\n")],
    ["a project of 5 characters", { projectId: "acme1" }, project(whole, "acme1")],
    ["a project of 31 characters", { projectId: "a".repeat(31) }, project(whole, "a".repeat(31))],
    ["a project that begins with a digit", { projectId: "1acme-billing" }, project(whole, "1acme-billing")],
    ["a project that ends with a dash", { projectId: "acme-billing-" }, project(whole, "acme-billing-")],
    ["a domain without a project", { projectId: "example.com:" }, project(whole, "example.com:")],
    [
      "an account ID in capital letters",
      { accountId: "FinOps" },
      account("be lower-case letters, digits and '-'", "FinOps"),
    ],
    [
      "an e-mail address as account ID",
      { accountId: "finops@acme-billing.example" },
      account("be lower-case letters, digits and '-'", "finops@acme-billing.example"),
    ],
    ["an account ID of 5 characters", { accountId: "finop" }, account("be 6-30 characters long", "finop")],
    [
      "an account ID of 31 characters",
      { accountId: "a".repeat(31) },
      account("be 6-30 characters long", "a".repeat(31)),
    ],
    [
      "an account ID that begins with a digit",
      { accountId: "1finops" },
      account("begin with a letter, and not end with '-'", "1finops"),
    ],
    [
      "an account ID that ends with a dash",
      { accountId: "finops-" },
      account("begin with a letter, and not end with '-'", "finops-"),
    ],
    ["a word for yes", { createKey: "yes" }, `'createKey' must be true or false, got: "yes"`],
    [
      "a key of which Terraform decides",
      { createKey: Token.asAny({ ref: "x" }) },
      "'createKey' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    ["a number for yes", { keyPolicyException: 1 }, "'keyPolicyException' must be true or false, got: 1"],
    [
      "something else as provider",
      { provider: { project: "x" } },
      "'provider' must be a GoogleProvider, got: an object",
    ],
    [
      "an unknown property",
      { email: "finops@acme.com" },
      `"email" is not a known property; known are provider, projectId, accountId, createKey, certificatePem, keyPolicyException`,
    ],
    [
      "a private key where none belongs, which is not shown",
      { accountId: rsaKey().privateKey },
      `'accountId' must be 6-30 characters long, got: a private key of ${rsaKey().privateKey.length} characters, which are not shown; for example "finops-platform"`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "finops", props as GcpIdentityProps))).toBe(
      `GcpIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is a path that makes too long a name, unless it is given one", () => {
    const id = "x".repeat(23);
    expect(refusal(() => make(gcpStack(), id))).toBe(
      `GcpIdentity at billing/${id}: 'accountId' must be 6-30 characters long, got: "billing-${id}"; for example "finops-platform"; ` +
        "this default is derived from the construct's path, so set 'accountId'",
    );
    expect(() => make(gcpStack(), id, { accountId: "finops" })).not.toThrow();
  });

  it("is told of all at once", () => {
    expect(
      refusal(() => make(gcpStack(), "finops", { projectId: "x", accountId: "x", createKey: 0 as never })),
    ).toMatch(/^GcpIdentity at billing\/finops: 3 problems\n/);
  });
});

describe("the name of a service account", () => {
  const twin = (id: string, first: string): string =>
    `GcpIdentity at ${id}: 'accountId' must be unique, got: "finops", which ${first} already uses for its service account; choose another`;

  it("is one's own in a project, in all stacks of a program together", () => {
    const app = Testing.app();
    make(new TerraformStack(app, "first"), "one", { accountId: "finops" });
    const second = new TerraformStack(app, "second");
    expect(refusal(() => make(second, "two", { accountId: "finops" }))).toBe(twin("second/two", "first/one"));
    expect(second.node.tryFindChild("two")).toBeUndefined();
  });

  it("is free in another project, and where the first one was taken out again", () => {
    const stack = gcpStack();
    make(stack, "one", { accountId: "finops" });
    expect(() => make(stack, "two", { accountId: "finops", projectId: "acme-other" })).not.toThrow();
    stack.node.tryRemoveChild("one");
    expect(() => make(stack, "three", { accountId: "finops" })).not.toThrow();
  });
});

describe("what Terraform fills in", () => {
  const stack = gcpStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  make(stack, "finops", { projectId: variable("project"), accountId: `finops-${variable("account")}` });
  const template = Template.of(stack);

  it("is checked on the service account, by the rules that hold for literals", () => {
    const { precondition } = template.resource("google_service_account").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const at = "GcpIdentity at billing/finops: ";
    expect(precondition.map(({ error_message }) => error_message)).toEqual([
      `${at}'projectId' must be the ID of a project, not its number.`,
      `${at}'projectId' must be the ID of a project, not that of a billing account.`,
      `${at}'projectId' must be the ID of a project: lower-case letters, digits and '-'.`,
      `${at}'projectId' must be the ID of a project: 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'.`,
      `${at}'accountId' must be lower-case letters, digits and '-'.`,
      `${at}'accountId' must be 6-30 characters long.`,
      `${at}'accountId' must begin with a letter, and not end with '-'.`,
    ]);
    expect(precondition.map(({ condition }) => condition)).toEqual(
      expect.arrayContaining([
        '${can(regex("^[a-z0-9-]*$", join("", ["finops-", var.account])))}',
        '${!can(regex("^(projects/)?[0-9]+$", var.project))}',
      ]),
    );
  });

  it("is what the service account is made of, on which the key waits", () => {
    const account = template.address("google_service_account");
    expect(template.resource("google_service_account")).toMatchObject({
      project: "${var.project}",
      account_id: "finops-${var.account}",
    });
    expect(template.resource("google_service_account_key")).toMatchObject({
      service_account_id: `\${${account}.name}`,
    });
  });

  it("is not checked where all is known at synth", () => {
    expect(synth().resource("google_service_account")).not.toHaveProperty("lifecycle");
  });
});
