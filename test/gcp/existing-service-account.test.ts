import { DataGoogleServiceAccount } from "@cdktf/provider-google/lib/data-google-service-account";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type GcpExistingServiceAccountProps, GcpIdentity } from "cdktf-finops/gcp";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { gcpStack, PROJECT } from "../support/gcp";
import { certificate, rsaKey } from "../support/keys";
import { problemsOf, refusal, resolved, Template } from "../support/template";

const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;

const create = (
  scope: Construct,
  id: string,
  props: Partial<GcpExistingServiceAccountProps> = {},
): ReturnType<typeof GcpIdentity.fromServiceAccount> =>
  GcpIdentity.fromServiceAccount(scope, id, { projectId: PROJECT, serviceAccountEmail: EMAIL, ...props });

const PERMISSIONS_WARNING =
  "The service account keeps its existing permissions, and the platform inherits them: review them first.";

describe("an existing service account", () => {
  const stack = gcpStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const account = template.addresses.find((address) => address.startsWith("data.")) ?? "";

  it("reads the service account, and creates only a key", () => {
    expect(template.resourceTypes).toEqual({ google_service_account_key: 1 });
    expect(template.data("google_service_account").account_id).toBe(EMAIL);
    expect(template.resource("google_service_account_key")).toMatchObject({
      service_account_id: `projects/${PROJECT}/serviceAccounts/${EMAIL}`,
      // The service account is read and checked before it gets a key.
      depends_on: [account],
    });
  });

  it("stops the plan when the service account is disabled", () => {
    expect(template.data("google_service_account").lifecycle).toEqual({
      postcondition: [
        {
          condition: "${!self.disabled}",
          error_message: "GcpIdentity.fromServiceAccount at billing/finops: the service account must not be disabled.",
        },
      ],
    });
  });

  // Terraform defers the data source in a deployment that enables an API, and its attributes are unknown until then.
  it("takes e-mail address and member from the props, so that nothing is replaced when the data source is deferred", () => {
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

  it("fills in the row of the key with the JSON file, which the provider has in Base64", () => {
    expect(resolved(stack, identity.fieldValues)).toEqual({
      service_account_key_json: `\${base64decode(${template.address("google_service_account_key")}.private_key)}`,
    });
    expect(JSON.stringify(template.json)).not.toContain("private_key");
  });

  it("warns about its existing permissions, and that an organization policy may refuse the key", () => {
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      PERMISSIONS_WARNING,
      expect.stringContaining("constraint iam.disableServiceAccountKeyCreation or its managed counterpart"),
    ]);
    expect([identity.manualSteps, identity.permissions, identity.requiredServices]).toEqual([[], [], []]);
  });

  it("uses the provider that is passed for everything", () => {
    const other = gcpStack();
    const provider = new GoogleProvider(other, "other", { alias: "other" });
    const identityOfOther = create(other, "finops", { provider, keyPolicyException: true });
    const templateOfOther = Template.of(other);
    expect(templateOfOther.data("google_service_account").provider).toBe("google.other");
    expect(templateOfOther.resource("google_service_account_key").provider).toBe("google.other");
    expect(templateOfOther.resources("google_org_policy_policy").map((policy) => policy.provider)).toEqual(
      Array(2).fill("google.other"),
    );
    expect(identityOfOther.provider).toBe(provider);
  });
});

describe("an existing service account with an existing key pair", () => {
  it("uploads the certificate, and has the manual step of the private key", () => {
    const stack = gcpStack();
    const certificatePem = certificate({ name: "one" });
    const identity = create(stack, "finops", { certificatePem });
    const key = Template.of(stack).resource("google_service_account_key");
    expect(Buffer.from(key.public_key_data as string, "base64").toString()).toBe(certificatePem);
    expect(identity.manualSteps.map((step) => step.key)).toEqual(["assemble_key"]);
    expect(identity.fieldValues).toEqual({});
    const [, account = ""] =
      /"client_id" = (\S+)\.unique_id/.exec(resolved(stack, identity.manualSteps[0]?.values["JSON key"]) as string) ??
      [];
    expect(account).toMatch(/^data\.google_service_account\.\w+$/);
  });
});

describe("an existing service account whose key a person creates", () => {
  it("creates no key, and reports it as a manual step, also as a warning at synthesis", () => {
    const stack = gcpStack();
    const identity = create(stack, "finops", { createKey: false });
    const template = Template.of(stack);
    expect(template.resourceTypes).toEqual({});
    expect(identity.fieldValues).toEqual({});
    expect(resolved(stack, identity.manualSteps)).toMatchObject([
      {
        key: "service_account_key",
        values: {
          "Service account": EMAIL,
        },
      },
    ]);
    expect(identity.node.metadata.map(({ data }) => data as string)).toEqual([
      PERMISSIONS_WARNING,
      expect.stringContaining("constraint iam.disableServiceAccountKeyCreation or its managed counterpart"),
      expect.stringContaining("Manual step: Create a JSON key for the service account"),
    ]);
  });
});

describe("the e-mail address of an existing service account", () => {
  it("can have the domain of its project", () => {
    const serviceAccountEmail = "finops@billing.example.com.iam.gserviceaccount.com";
    expect(() => create(gcpStack(), "finops", { projectId: "example.com:billing", serviceAccountEmail })).not.toThrow();
  });
});

describe("validation of an existing service account", () => {
  const EXAMPLE = '; for example "finops@acme-billing.iam.gserviceaccount.com"';
  const elsewhere = "finops@acme-other.iam.gserviceaccount.com";

  it.each<[string, unknown, string]>([
    [
      "a missing service account",
      { serviceAccountEmail: undefined },
      `'serviceAccountEmail' is required: it must be the e-mail address of a service account, without 'serviceAccount:'${EXAMPLE}`,
    ],
    [
      "an IAM member",
      { serviceAccountEmail: `serviceAccount:${EMAIL}` },
      `'serviceAccountEmail' must be the e-mail address of a service account, without 'serviceAccount:', got: "serviceAccount:${EMAIL}"${EXAMPLE}`,
    ],
    [
      "a service account of another project, which owns its keys and policies",
      { serviceAccountEmail: elsewhere },
      `'serviceAccountEmail' must be in the project "${PROJECT}", got: "${elsewhere}"; set 'projectId' of the identity to the project of the service account`,
    ],
    [
      "an address without the domain of the project",
      { projectId: `example.com:${PROJECT}` },
      `'serviceAccountEmail' must be in the project "example.com:${PROJECT}", got: "${EMAIL}"; set 'projectId' of the identity to the project of the service account`,
    ],
    ["a string for createKey", { createKey: "no" }, `'createKey' must be true or false, got: "no"`],
    [
      "a string for keyPolicyException",
      { keyPolicyException: "yes" },
      `'keyPolicyException' must be true or false, got: "yes"`,
    ],
    [
      "a certificate with a key that is too short",
      { certificatePem: certificate({ pair: rsaKey(1024) }) },
      "'certificatePem' must be a self-signed X.509 certificate of version 3 with an RSA key of 2048 bits or more, got: one of 1024 bits",
    ],
    [
      "a certificate with createKey false",
      { certificatePem: certificate({ name: "one" }), createKey: false },
      "'createKey' must be left out when 'certificatePem' is passed, got: false; remove it, because the key pair already exists",
    ],
    ["an object that is not a provider", { provider: {} }, "'provider' must be a GoogleProvider, got: an object"],
    [
      "an account ID, which it cannot set",
      { accountId: "finops" },
      `"accountId" is not a known property; known are provider, projectId, serviceAccountEmail, createKey, certificatePem, keyPolicyException`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = gcpStack();
    expect(refusal(() => create(stack, "finops", props as Partial<GcpExistingServiceAccountProps>))).toBe(
      `GcpIdentity.fromServiceAccount at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});

describe("preconditions for unresolved tokens", () => {
  it("check the e-mail address before the service account is read, and the key waits for that", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "email", { type: "string" });
    create(stack, "finops", { serviceAccountEmail: stringValue });
    const { lifecycle, account_id } = Template.of(stack).data("google_service_account") as {
      account_id: string;
      lifecycle: { precondition: { condition: string; error_message: string }[]; postcondition: unknown[] };
    };
    const must = "GcpIdentity.fromServiceAccount at billing/finops: 'serviceAccountEmail' must";
    expect(account_id).toBe("${var.email}");
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toEqual([
      `${must} be the e-mail address of a service account, without 'serviceAccount:'.`,
      `${must} be a dedicated service account, not one that Google created, which can often edit the whole project.`,
      `${must} be the e-mail address of a service account.`,
      `${must} be the e-mail address of a service account: <account>@<project>.iam.gserviceaccount.com.`,
      `${must} be at most 254 characters long.`,
    ]);
    expect(lifecycle.postcondition).toHaveLength(1);
  });
});

describe("the keys of an existing service account", () => {
  it("are limited to ten across all stacks of a program, the quota of Google", () => {
    const stack = gcpStack();
    const other = new TerraformStack(App.of(stack), "other");
    Array.from({ length: 9 }, (_, index) => create(stack, `key_${index}`));
    create(other, "uploaded", { certificatePem: certificate({ name: "one" }) });
    expect(problemsOf(stack)).toBe("");
    create(other, "more");
    expect(problemsOf(stack)).toBe(
      "[billing] GcpIdentity.fromServiceAccount at other/more: 'serviceAccountEmail' must have at most 10 keys in the program, " +
        `got: 11 for "${EMAIL}", with those of billing/key_0 and 9 more; pass one GcpIdentity.fromServiceAccount(…) to all integrations, or create a service account for each platform`,
    );
  });

  it("are counted per service account, without those that a person creates", () => {
    const stack = gcpStack();
    Array.from({ length: 10 }, (_, index) => create(stack, `key_${index}`));
    create(stack, "by_hand", { createKey: false });
    create(stack, "other", { serviceAccountEmail: EMAIL.replace("finops", "others") });
    stack.node.tryRemoveChild("key_3");
    create(stack, "instead");
    expect(problemsOf(stack)).toBe("");
  });
});
