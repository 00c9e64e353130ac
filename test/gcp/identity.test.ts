import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { GcpIdentity, type GcpIdentityProps, GcpIntegration } from "cdktf-finops/gcp";
import { App, TerraformStack, TerraformVariable, Token } from "cdktf";
import { type Construct } from "constructs";
import { BILLING_ACCOUNT, gcpStack, PROJECT } from "../support/gcp";
import { rsaKey } from "../support/keys";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const create = (scope: Construct, id: string, props: Partial<GcpIdentityProps> = {}): GcpIdentity =>
  new GcpIdentity(scope, id, { projectId: PROJECT, ...props });

const synth = (props?: Partial<GcpIdentityProps>): Template => {
  const stack = gcpStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

const KEY_WARNING =
  'Keys of service accounts are refused by default in organizations created since May 2024 (FAILED_PRECONDITION, "… is not ' +
  'allowed on this service account"; constraint iam.disableServiceAccountKeyCreation or its managed counterpart). In such an ' +
  "organization, let the platform log in without a key, or set 'keyPolicyException'.";

describe("an identity with only its required props", () => {
  const stack = gcpStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const account = template.address("google_service_account");

  it("creates a service account and a key, and no permissions", () => {
    expect(template.resourceTypes).toEqual({ google_service_account: 1, google_service_account_key: 1 });
  });

  it("names the service account after the construct's path, in the project", () => {
    expect(template.resource("google_service_account")).toEqual({
      project: PROJECT,
      account_id: "billing-finops",
      display_name: "FinOps platform",
      description: "Lets the FinOps platform read the billing export",
    });
  });

  it("creates a key of the service account, which Google generates", () => {
    const key = template.resource("google_service_account_key");
    expect(key.service_account_id).toBe(`\${${account}.name}`);
    expect(Object.keys(key)).not.toContain("public_key_data");
    expect(key).not.toHaveProperty("lifecycle");
    expect(identity.key.resource?.node.id).toBe("key");
  });

  it("fills in the row of the key with the JSON file, which the provider has in Base64", () => {
    expect(resolved(stack, identity.fieldValues)).toEqual({
      service_account_key_json: `\${base64decode(${template.address("google_service_account_key")}.private_key)}`,
    });
  });

  it("refers to the key nowhere else", () => {
    expect(JSON.stringify(template.json)).not.toContain("private_key");
  });

  it("writes the key to one place only, a sensitive output", () => {
    const integrationStack = gcpStack();
    const props = { projectId: PROJECT, billingAccountId: BILLING_ACCOUNT, datasetLocation: "EU" };
    new GcpIntegration(integrationStack, "finops", { ...props, hierarchy: "NONE" });
    const { outputs } = Template.of(integrationStack);
    const withKey = Object.entries(outputs).filter(([, output]) =>
      JSON.stringify(output.value).includes("private_key"),
    );
    expect(withKey.map(([name, output]) => [name, output.sensitive])).toEqual([
      ["finops_service_account_key_json", true],
    ]);
  });

  it("has the e-mail address and member of the service account", () => {
    expect(resolved(stack, [identity.email, identity.member])).toEqual([
      `\${${account}.email}`,
      `\${${account}.member}`,
    ]);
    expect(identity.node.defaultChild).toBe(identity.serviceAccount);
    expect(identity.projectId).toBe(PROJECT);
    expect(identity.provider).toBeUndefined();
  });

  it("has no required APIs, manual steps, permissions or limitations", () => {
    expect(identity.requiredServices).toEqual([]);
    expect([identity.manualSteps, identity.permissions, identity.limitations]).toEqual([[], [], []]);
  });

  it("is the same when the default values of the key are set", () => {
    expect(synth({ createKey: true, keyPolicyException: false }).json).toEqual(template.json);
  });

  it("warns that an organization policy may refuse the key", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([KEY_WARNING]);
  });
});

describe("an identity whose key a person creates", () => {
  const stack = gcpStack();
  const identity = create(stack, "finops", { createKey: false });
  const template = Template.of(stack);

  it("creates no key, so that the state never holds it", () => {
    expect(template.resourceTypes).toEqual({ google_service_account: 1 });
    expect(identity.key.resource).toBeUndefined();
    expect(identity.fieldValues).toEqual({});
  });

  it("reports the key as a manual step with the service account, also as a warning at synthesis", () => {
    expect(resolved(stack, identity.manualSteps)).toEqual([
      {
        key: "service_account_key",
        title: "Create a JSON key for the service account and enter it into the platform's form",
        why: "'createKey' is false, so that the key is never in Terraform's state.",
        link: "https://docs.cloud.google.com/iam/docs/keys-create-delete",
        values: { "Service account": `\${${template.address("google_service_account")}.email}` },
        check: "The platform accepts the key, and the console shows when it was last used.",
      },
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      KEY_WARNING,
      "Manual step: Create a JSON key for the service account and enter it into the platform's form. 'createKey' is false, " +
        "so that the key is never in Terraform's state. See https://docs.cloud.google.com/iam/docs/keys-create-delete",
    ]);
  });
});

describe("an identity with another provider", () => {
  it("creates everything with that provider", () => {
    const stack = gcpStack();
    const provider = new GoogleProvider(stack, "other", { alias: "other" });
    const identity = create(stack, "finops", { provider, keyPolicyException: true });
    const { resource } = Template.of(stack).json as { resource: Record<string, Record<string, { provider?: string }>> };
    const used = Object.values(resource).flatMap((blocks) => Object.values(blocks).map((block) => block.provider));
    expect(used).toEqual(Array(4).fill("google.other"));
    expect(identity.provider).toBe(provider);
  });
});

describe("validation of the identity", () => {
  it.each<[string, unknown, string]>([
    [
      "a missing project",
      { projectId: undefined },
      `'projectId' is required: it must be the ID of a project, not its number; for example "acme-billing"`,
    ],
    [
      "a billing account as the project",
      { projectId: BILLING_ACCOUNT },
      `'projectId' must be the ID of a project, not that of a billing account, got: "${BILLING_ACCOUNT}"; for example "acme-billing"`,
    ],
    ["a string for createKey", { createKey: "yes" }, `'createKey' must be true or false, got: "yes"`],
    [
      "createKey as an unresolved token",
      { createKey: Token.asAny({ ref: "x" }) },
      "'createKey' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "a number for keyPolicyException",
      { keyPolicyException: 1 },
      "'keyPolicyException' must be true or false, got: 1",
    ],
    [
      "an object that is not a provider",
      { provider: { project: "x" } },
      "'provider' must be a GoogleProvider, got: an object",
    ],
    [
      "an unknown property",
      { email: "finops@acme.com" },
      `"email" is not a known property; known are provider, projectId, accountId, createKey, certificatePem, keyPolicyException`,
    ],
    [
      "a private key as the account ID, and does not show it",
      { accountId: rsaKey().privateKey },
      `'accountId' must be 6-30 characters long, got: a private key of ${rsaKey().privateKey.length} characters, which are not shown; for example "finops-platform"`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "finops", props as GcpIdentityProps))).toBe(
      `GcpIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a path that is too long for the default account ID, unless an account ID is given", () => {
    const id = "x".repeat(23);
    expect(refusal(() => create(gcpStack(), id))).toBe(
      `GcpIdentity at billing/${id}: 'accountId' must be 6-30 characters long, got: "billing-${id}"; for example "finops-platform"; ` +
        "this default is derived from the construct's path, so set 'accountId'",
    );
    expect(() => create(gcpStack(), id, { accountId: "finops" })).not.toThrow();
  });

  it("reports all problems at once", () => {
    expect(
      refusal(() => create(gcpStack(), "finops", { projectId: "x", accountId: "x", createKey: 0 as never })),
    ).toMatch(/^GcpIdentity at billing\/finops: 3 problems\n/);
  });
});

describe("the ID of a service account", () => {
  it("is unique in a project, across all stacks of a program", () => {
    const stack = gcpStack();
    create(stack, "one", { accountId: "finops" });
    create(new TerraformStack(App.of(stack), "other"), "two", { accountId: "finops" });
    expect(problemsOf(stack)).toBe(
      `[billing] GcpIdentity at other/two: 'accountId' must be unique, got: "finops", which billing/one already uses for its service account; choose another`,
    );
  });

  it("can be used again in another project, and after the first service account was removed", () => {
    const stack = gcpStack();
    create(stack, "one", { accountId: "finops" });
    create(stack, "two", { accountId: "finops", projectId: "acme-other" });
    stack.node.tryRemoveChild("one");
    create(stack, "three", { accountId: "finops" });
    expect(problemsOf(stack)).toBe("");
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = gcpStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  create(stack, "finops", { projectId: variable("project"), accountId: `finops-${variable("account")}` });
  const template = Template.of(stack);

  it("are on the service account, with the same rules as for literals", () => {
    const { precondition } = template.resource("google_service_account").lifecycle as {
      precondition: { condition: string; error_message: string }[];
    };
    const subject = "GcpIdentity at billing/finops: ";
    expect(precondition.map(({ error_message }) => error_message)).toEqual([
      `${subject}'projectId' must be the ID of a project, not its number.`,
      `${subject}'projectId' must be the ID of a project, not that of a billing account.`,
      `${subject}'projectId' must be the ID of a project: lower-case letters, digits and '-'.`,
      `${subject}'projectId' must be the ID of a project: 6-30 lower-case letters, digits and '-', beginning with a letter, not ending with '-'.`,
      `${subject}'accountId' must be lower-case letters, digits and '-'.`,
      `${subject}'accountId' must be 6-30 characters long.`,
      `${subject}'accountId' must begin with a letter, and not end with '-'.`,
    ]);
    expect(precondition.map(({ condition }) => condition)).toEqual(
      expect.arrayContaining([
        '${can(regex("^[a-z0-9-]*$", join("", ["finops-", var.account])))}',
        '${!can(regex("^(projects/)?[0-9]+$", var.project))}',
      ]),
    );
  });

  it("apply before the key is created, which waits for the service account", () => {
    const account = template.address("google_service_account");
    expect(template.resource("google_service_account")).toMatchObject({
      project: "${var.project}",
      account_id: "finops-${var.account}",
    });
    expect(template.resource("google_service_account_key")).toMatchObject({
      service_account_id: `\${${account}.name}`,
    });
  });

  it("are missing if all values are known at synthesis", () => {
    expect(synth().resource("google_service_account")).not.toHaveProperty("lifecycle");
  });
});
