import { DataGoogleServiceAccount } from "@cdktf/provider-google/lib/data-google-service-account";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type GcpExistingServiceAccountProps, GcpIdentity } from "cdktf-finops/gcp";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { certificate, rsaKey } from "../support/keys";
import { refusal, resolved, Template } from "../support/template";

const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;

const make = (
  scope: Construct,
  id: string,
  props: Partial<GcpExistingServiceAccountProps> = {},
): ReturnType<typeof GcpIdentity.fromServiceAccount> =>
  GcpIdentity.fromServiceAccount(scope, id, { projectId: PROJECT, serviceAccountEmail: EMAIL, ...props });

const KEEPS = "The service account keeps what it may do already, and the platform gets that, too.";

describe("a service account that is there already", () => {
  const stack = gcpStack();
  const identity = make(stack, "finops");
  const template = Template.of(stack);
  const account = template.addresses.find((address) => address.startsWith("data.")) ?? "";

  it("is read, and gets a key: nothing else of it is changed", () => {
    expect(template.resourceTypes).toEqual({ google_service_account_key: 1 });
    expect(template.data("google_service_account").account_id).toBe(EMAIL);
    expect(template.resource("google_service_account_key")).toMatchObject({
      service_account_id: `projects/${PROJECT}/serviceAccounts/${EMAIL}`,
      // It is read and checked before it gets a key.
      depends_on: [account],
    });
  });

  it("has to be one that is not disabled", () => {
    expect(template.data("google_service_account").lifecycle).toEqual({
      postcondition: [
        {
          condition: "${!self.disabled}",
          error_message: "GcpIdentity.fromServiceAccount at billing/finops: the service account must not be disabled.",
        },
      ],
    });
  });

  // Terraform reads it anew in the same deployment as an API is enabled in, and knows nothing of it until then.
  it("tells who it is as it was told, so that nothing is replaced where it is read anew", () => {
    expect([identity.email, identity.member]).toEqual([EMAIL, `serviceAccount:${EMAIL}`]);
    expect(
      resolved(
        stack,
        identity.dependencies.map(({ fqn }) => fqn),
      ),
    ).toEqual([`\${${account}}`]);
    expect(identity.node.defaultChild).toBeInstanceOf(DataGoogleServiceAccount);
    expect(identity.projectId).toBe(PROJECT);
  });

  it("hands over the key as the JSON file that the provider has in base64", () => {
    expect(resolved(stack, identity.formValues)).toEqual({
      service_account_key_json: `\${base64decode(${template.address("google_service_account_key")}.private_key)}`,
    });
    expect(JSON.stringify(template.json)).not.toContain("private_key");
  });

  it("is warned of, as the platform gets what the service account has, and the key may be refused", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      KEEPS,
      expect.stringContaining("constraint iam.disableServiceAccountKeyCreation or its managed twin"),
    ]);
    expect([identity.manualSteps, identity.permissions, identity.requiredServices]).toEqual([[], [], []]);
  });

  it("is read by the provider passed, which makes the rest", () => {
    const other = gcpStack();
    const provider = new GoogleProvider(other, "other", { alias: "other" });
    const made = make(other, "finops", { provider, keyPolicyException: true });
    const of = Template.of(other);
    expect(of.data("google_service_account").provider).toBe("google.other");
    expect(of.resource("google_service_account_key").provider).toBe("google.other");
    expect(of.resources("google_org_policy_policy").map((policy) => policy.provider)).toEqual(
      Array(2).fill("google.other"),
    );
    expect(made.provider).toBe(provider);
  });
});

describe("a service account that is there already, whose key is, too", () => {
  it("gets the certificate of it, and leaves the private half as a manual step", () => {
    const stack = gcpStack();
    const certificatePem = certificate({ name: "one" });
    const identity = make(stack, "finops", { certificatePem });
    const key = Template.of(stack).resource("google_service_account_key");
    expect(Buffer.from(key.public_key_data as string, "base64").toString()).toBe(certificatePem);
    expect(identity.manualSteps.map((step) => step.key)).toEqual(["assemble_key"]);
    expect(identity.formValues).toEqual({});
    const [, account = ""] =
      /"client_id" = (\S+)\.unique_id/.exec(resolved(stack, identity.manualSteps[0]?.values["JSON key"]) as string) ??
      [];
    expect(account).toMatch(/^data\.google_service_account\.\w+$/);
  });
});

describe("a service account that is there already, whose key a person creates", () => {
  it("gets none from Terraform", () => {
    const stack = gcpStack();
    const identity = make(stack, "finops", { createKey: false });
    const template = Template.of(stack);
    expect(template.resourceTypes).toEqual({});
    expect(identity.formValues).toEqual({});
    expect(resolved(stack, identity.manualSteps)).toMatchObject([
      {
        key: "service_account_key",
        values: {
          "Service account": EMAIL,
        },
      },
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      KEEPS,
      expect.stringContaining("constraint iam.disableServiceAccountKeyCreation or its managed twin"),
      expect.stringContaining("Manual step: Create a JSON key of the service account"),
    ]);
  });
});

describe("the address of a service account", () => {
  it.each<[string, string, string]>([
    ["of a project with a domain", "example.com:billing", "finops@billing.example.com.iam.gserviceaccount.com"],
    ["that is short", PROJECT, `a-0--9@${PROJECT}.iam.gserviceaccount.com`],
    ["that is long", PROJECT, `${"a".repeat(30)}@${PROJECT}.iam.gserviceaccount.com`],
  ])("may be one %s", (_, projectId, serviceAccountEmail) => {
    expect(() => make(gcpStack(), "finops", { projectId, serviceAccountEmail })).not.toThrow();
  });
});

describe("what it refuses", () => {
  const EXAMPLE = '; for example "finops@acme-billing.iam.gserviceaccount.com"';
  const email = (must: string, got: string): string =>
    `'serviceAccountEmail' must be ${must}, got: ${JSON.stringify(got)}${EXAMPLE}`;
  const whole = "the e-mail address of a service account: <account>@<project>.iam.gserviceaccount.com";
  const googles = "one that was made for the purpose, not one that Google made, which may often edit all of a project";
  const elsewhere = "finops@acme-other.iam.gserviceaccount.com";

  it.each<[string, unknown, string]>([
    [
      "no service account",
      { serviceAccountEmail: undefined },
      `'serviceAccountEmail' is required: it must be the e-mail address of a service account, without 'serviceAccount:'${EXAMPLE}`,
    ],
    [
      "a member as a binding has it",
      { serviceAccountEmail: `serviceAccount:${EMAIL}` },
      email("the e-mail address of a service account, without 'serviceAccount:'", `serviceAccount:${EMAIL}`),
    ],
    ...[
      "123456789012-compute@developer.gserviceaccount.com",
      `${PROJECT}@appspot.gserviceaccount.com`,
      "123456789012@cloudservices.gserviceaccount.com",
      "123456789012@cloudbuild.gserviceaccount.com",
    ].map((address): [string, unknown, string] => [
      `one of Google's, ${address}`,
      { serviceAccountEmail: address },
      email(googles, address),
    ]),
    ["an account ID alone", { serviceAccountEmail: "finops" }, email(whole, "finops")],
    ["a person", { serviceAccountEmail: "finops@acme.com" }, email(whole, "finops@acme.com")],
    [
      "an address in capital letters",
      { serviceAccountEmail: "FinOps@acme-billing.iam.gserviceaccount.com" },
      email("the e-mail address of a service account", "FinOps@acme-billing.iam.gserviceaccount.com"),
    ],
    [
      "a service account by its full name",
      { serviceAccountEmail: `projects/${PROJECT}/serviceAccounts/${EMAIL}` },
      `'serviceAccountEmail' must be the e-mail address of a service account, got: "${`projects/${PROJECT}/serviceAccounts/${EMAIL}`.slice(0, 80)}"… (${`projects/${PROJECT}/serviceAccounts/${EMAIL}`.length} characters)${EXAMPLE}`,
    ],
    ["an account of 5 characters", { serviceAccountEmail: EMAIL.slice(1) }, email(whole, EMAIL.slice(1))],
    ["something behind it", { serviceAccountEmail: `${EMAIL}.example` }, email(whole, `${EMAIL}.example`)],
    [
      "an address too long",
      { serviceAccountEmail: `finops@${"a".repeat(224)}.iam.gserviceaccount.com` },
      `'serviceAccountEmail' must be at most 254 characters long, got: "finops@${"a".repeat(73)}"… (255 characters)${EXAMPLE}`,
    ],
    [
      "one of another project, of which its keys and policies are",
      { serviceAccountEmail: elsewhere },
      `'serviceAccountEmail' must be of the project "${PROJECT}", got: "${elsewhere}"; set 'projectId' of the identity to the project that it is in`,
    ],
    [
      "one of the same name in a project with a domain",
      { projectId: `example.com:${PROJECT}` },
      `'serviceAccountEmail' must be of the project "example.com:${PROJECT}", got: "${EMAIL}"; set 'projectId' of the identity to the project that it is in`,
    ],
    [
      "a project by its number",
      { projectId: "123456789012" },
      `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
    ],
    ["a word for no", { createKey: "no" }, `'createKey' must be true or false, got: "no"`],
    ["a word for yes", { keyPolicyException: "yes" }, `'keyPolicyException' must be true or false, got: "yes"`],
    [
      "a certificate of a key too short",
      { certificatePem: certificate({ pair: rsaKey(1024) }) },
      "'certificatePem' must be a self-signed X.509 certificate of version 3, of an RSA pair of 2048 bits or more, got: one of 1024 bits",
    ],
    [
      "a certificate beside a key that Terraform is not to create",
      { certificatePem: certificate({ name: "one" }), createKey: false },
      "'createKey' must be left out when 'certificatePem' is passed, got: false; the pair is there already",
    ],
    ["something else as provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "a name for it, which it has already",
      { accountId: "finops" },
      `"accountId" is not a known property; known are provider, projectId, serviceAccountEmail, createKey, certificatePem, keyPolicyException`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => make(stack, "finops", props as Partial<GcpExistingServiceAccountProps>))).toBe(
      `GcpIdentity.fromServiceAccount at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});

describe("what Terraform fills in", () => {
  it("is checked before the service account is read, on which the key waits", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "email", { type: "string" });
    make(stack, "finops", { serviceAccountEmail: stringValue });
    const { lifecycle, account_id } = Template.of(stack).data("google_service_account") as {
      account_id: string;
      lifecycle: { precondition: { condition: string; error_message: string }[]; postcondition: unknown[] };
    };
    const must = "GcpIdentity.fromServiceAccount at billing/finops: 'serviceAccountEmail' must";
    expect(account_id).toBe("${var.email}");
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toEqual([
      `${must} be the e-mail address of a service account, without 'serviceAccount:'.`,
      `${must} be one that was made for the purpose, not one that Google made, which may often edit all of a project.`,
      `${must} be the e-mail address of a service account.`,
      `${must} be the e-mail address of a service account: <account>@<project>.iam.gserviceaccount.com.`,
      `${must} be at most 254 characters long.`,
    ]);
    expect(lifecycle.postcondition).toHaveLength(1);
  });
});

describe("the keys of one service account", () => {
  const tooMany = (id: string, others: string): string =>
    `GcpIdentity.fromServiceAccount at ${id}: 'serviceAccountEmail' must have at most 10 keys in the program, ` +
    `got: 11 for "${EMAIL}", with those of ${others}; make a service account for each platform`;

  it("are ten at most, in all stacks of a program together", () => {
    const app = Testing.app();
    const [first, second] = [new TerraformStack(app, "first"), new TerraformStack(app, "second")];
    Array.from({ length: 9 }, (_, index) => make(first, `key_${index}`));
    make(second, "uploaded", { certificatePem: certificate({ name: "one" }) });
    expect(refusal(() => make(second, "more"))).toBe(tooMany("second/more", "first/key_0 and 9 more"));
    expect(second.node.tryFindChild("more")).toBeUndefined();
  });

  it("are counted where Terraform makes them, by service account", () => {
    const stack = gcpStack();
    Array.from({ length: 10 }, (_, index) => make(stack, `key_${index}`));
    expect(() => make(stack, "by_hand", { createKey: false })).not.toThrow();
    expect(() => make(stack, "other", { serviceAccountEmail: EMAIL.replace("finops", "others") })).not.toThrow();
    stack.node.tryRemoveChild("key_3");
    expect(() => make(stack, "instead")).not.toThrow();
  });
});
