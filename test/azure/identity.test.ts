import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzureIdentity, type AzureIdentityProps, AzureIntegration } from "cdktf-finops/azure";
import { App, TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { type Construct } from "constructs";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { azureStack, CLIENT, MINIMAL, OWNER, SUBSCRIPTION, TENANT } from "../support/azure";
import { certificate, pem, rsaKey, weakPairs } from "../support/keys";
import { type Block, problemsOf, refusal, resolved, Template } from "../support/template";

const OTHER_OWNER = "55555555-6666-7777-8888-999999999999";

const create = (scope: Construct, id: string, props: AzureIdentityProps = {}): AzureIdentity =>
  new AzureIdentity(scope, id, props);

const synth = (props?: AzureIdentityProps): Template => {
  const stack = azureStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

/** Creates a string variable, and returns it as a token. */
const variable = (stack: TerraformStack, name: string): string =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;

interface Precondition {
  readonly condition: string;
  readonly error_message: string;
}

const preconditionsOf = (block: Block): readonly Precondition[] =>
  (block.lifecycle as { precondition?: readonly Precondition[] } | undefined)?.precondition ?? [];

const warningsOf = (construct: Construct): string[] => construct.node.metadata.map(({ data }) => data as string);

/** Address of the data source about the deployer. */
const deployerOf = (template: Template): string =>
  template.addresses.find((address) => address.startsWith("data.azuread_client_config.")) ?? "";

const REPLACE = "https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address";
const ADD_CREDENTIALS = "https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials";

describe("an identity with only its required props", () => {
  const stack = azureStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const application = template.address("azuread_application");
  const principal = template.address("azuread_service_principal");
  const password = template.address("azuread_application_password");
  const time = template.address("terraform_data");
  const deployer = deployerOf(template);

  it("creates an application, a service principal and one secret, and keeps the time of its creation", () => {
    expect(template.resourceTypes).toEqual({
      azuread_application: 1,
      azuread_service_principal: 1,
      azuread_application_password: 1,
      terraform_data: 1,
    });
  });

  it("creates a single-tenant application with a unique name, without permissions in Microsoft Graph", () => {
    expect(template.resource("azuread_application")).toEqual({
      display_name: "billing-finops",
      notes: "The FinOps platform reads billing exports as this application.",
      owners: [`\${${deployer}.object_id}`],
      prevent_duplicate_names: true,
      sign_in_audience: "AzureADMyOrg",
      lifecycle: { ignore_changes: ["owners"] },
    });
    expect(JSON.stringify(template.json)).not.toMatch(/required_resource_access|app_role|oauth2_permission|"password"/);
  });

  it("creates a service principal of that application, and takes over no existing one", () => {
    expect(template.resource("azuread_service_principal")).toEqual({
      client_id: `\${${application}.client_id}`,
      owners: [`\${${deployer}.object_id}`],
      lifecycle: { ignore_changes: ["owners"] },
    });
  });

  it("is owned by the first deployer, and ignores later ones", () => {
    expect(template.data("azuread_client_config")).toEqual({});
    for (const type of ["azuread_application", "azuread_service_principal"]) {
      expect(template.resource(type)).toMatchObject({
        owners: [`\${${deployer}.object_id}`],
        lifecycle: { ignore_changes: ["owners"] },
      });
    }
  });

  it("creates a secret that expires 180 days after the first deployment, and a new one before it destroys the old one", () => {
    expect(template.resource("azuread_application_password")).toEqual({
      application_id: `\${${application}.id}`,
      display_name: "FinOps platform",
      end_date: `\${timeadd(${time}.output, "4320h")}`,
      lifecycle: { create_before_destroy: true },
    });
  });

  it("is the same when the default values of the secret are set", () => {
    expect(synth({ createClientSecret: true, clientSecretDays: 180 }).json).toEqual(template.json);
  });

  it("keeps the time of the first deployment in the state, which later plans do not change", () => {
    expect(template.resource("terraform_data")).toEqual({
      input: "${plantimestamp()}",
      lifecycle: { ignore_changes: ["input"] },
    });
  });

  it("uses the clock for nothing else", () => {
    const { terraform_data: times, ...others } = template.json.resource as Record<string, unknown>;
    expect(times).toBeDefined();
    expect(JSON.stringify([others, template.json.data])).not.toMatch(
      /timestamp|end_date_relative|time_(static|offset|rotating)/,
    );
  });

  it("fills in the value and the ID of the secret", () => {
    expect(resolved(stack, identity.fieldValues)).toEqual({
      client_secret_value: `\${${password}.value}`,
      client_secret_id: `\${${password}.key_id}`,
    });
  });

  it("returns the IDs of the application, and the object ID of the service principal", () => {
    expect(
      resolved(stack, [identity.clientId, identity.applicationObjectId, identity.servicePrincipalObjectId]),
    ).toEqual([`\${${application}.client_id}`, `\${${application}.object_id}`, `\${${principal}.object_id}`]);
    expect(resolved(stack, identity.tenantId)).toBe(`\${${deployer}.tenant_id}`);
    expect(identity.node.defaultChild).toBe(identity.application);
    expect([identity.principalKey, identity.environment, identity.azureadProvider]).toEqual([
      "billing/finops",
      "public",
      undefined,
    ]);
    expect(identity.dependencies).toEqual([]);
    expect(identity.credential.clientSecret?.node.path).toBe("billing/finops/client_secret");
    expect(identity.credential.certificate).toBeUndefined();
  });

  it("grants the platform no permissions, reports those of the owners, and has no limitations", () => {
    expect(identity.permissions.map(({ id, grantee }) => [id, grantee])).toEqual([
      ["OwnApplication", "owners of the application"],
    ]);
    expect(identity.limitations).toEqual([]);
  });

  it("reports the rotation of the secret as a manual step, with its ID and its expiry", () => {
    expect(resolved(stack, identity.manualSteps)).toEqual([
      {
        key: "renew_client_secret",
        title: "Rotate the client secret before it expires, and enter the new one into the platform's form",
        why: "Once it has expired, the platform cannot log in, and Azure sends no warning.",
        link: REPLACE,
        values: {
          Ends: `\${${password}.end_date}`,
          "Secret ID": `\${${password}.key_id}`,
          "Rotation command": `terraform apply -replace=${template.address("terraform_data")}`,
        },
        check: "The application's page shows a secret that expires later, and the platform still reads the data.",
      },
    ]);
    expect(warningsOf(identity)).toEqual([
      "Manual step: Rotate the client secret before it expires, and enter the new one into the platform's form. Once it has expired, " +
        `the platform cannot log in, and Azure sends no warning. See ${REPLACE}`,
    ]);
  });

  it("writes the secret to one sensitive output only", () => {
    const integrationStack = azureStack();
    new AzureIntegration(integrationStack, "finops", MINIMAL);
    const { outputs } = Template.of(integrationStack);
    const withSecret = Object.entries(outputs).filter(([, output]) =>
      /azuread_application_password\.\w+\.value\b/.test(JSON.stringify(output.value)),
    );
    expect(withSecret.map(([name, output]) => [name, output.sensitive])).toEqual([
      ["finops_client_secret_value", true],
    ]);
    const id = JSON.stringify(outputs.finops_client_secret_id?.value);
    expect(id).toMatch(/azuread_application_password\.\w+\.key_id/);
  });
});

describe("a client secret with 'clientSecretDays'", () => {
  it.each([
    [1, "24h"],
    [90, "2160h"],
    [730, "17520h"],
  ])("can be valid for %s days", (clientSecretDays, hours) => {
    const template = synth({ clientSecretDays });
    expect(template.resource("azuread_application_password").end_date).toBe(
      `\${timeadd(${template.address("terraform_data")}.output, "${hours}")}`,
    );
  });
});

describe("an identity whose secret a person creates", () => {
  const stack = azureStack();
  const identity = create(stack, "finops", { createClientSecret: false });
  const template = Template.of(stack);

  it("creates no secret, so that the state never holds it", () => {
    expect(template.resourceTypes).toEqual({ azuread_application: 1, azuread_service_principal: 1 });
    expect(identity.credential.clientSecret).toBeUndefined();
    expect(identity.fieldValues).toEqual({});
  });

  it("reports the secret as a manual step, also as a warning at synthesis", () => {
    expect(resolved(stack, identity.manualSteps)).toEqual([
      {
        key: "create_client_secret",
        title: "Create a client secret for the application, and enter its value and its ID into the platform's form",
        why: "'createClientSecret' is false, so the secret is never in Terraform's state, and the program does not know when it expires.",
        link: ADD_CREDENTIALS,
        values: { "Client ID": `\${${template.address("azuread_application")}.client_id}` },
        check:
          "The platform accepts the secret, and the application's page shows when it expires: create another one before then.",
      },
    ]);
    expect(warningsOf(identity)).toEqual([
      "Manual step: Create a client secret for the application, and enter its value and its ID into the platform's form. " +
        `'createClientSecret' is false, so the secret is never in Terraform's state, and the program does not know when it expires. See ${ADD_CREDENTIALS}`,
    ]);
  });
});

describe("an identity with a certificate", () => {
  const PEM = certificate({ name: "one" });
  const CERTIFICATES = "https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials";
  const stack = azureStack();
  const identity = create(stack, "finops", { certificatePem: PEM });
  const template = Template.of(stack);
  const application = template.address("azuread_application");

  it("creates a certificate with its own expiry instead of a secret, and a new one before it destroys the old one", () => {
    expect(template.resourceTypes).toEqual({
      azuread_application: 1,
      azuread_service_principal: 1,
      azuread_application_certificate: 1,
    });
    expect(template.resource("azuread_application_certificate")).toEqual({
      application_id: `\${${application}.id}`,
      type: "AsymmetricX509Cert",
      encoding: "pem",
      value: PEM,
      end_date: "2030-12-31T23:59:59Z",
      lifecycle: {
        create_before_destroy: true,
        postcondition: [
          {
            condition: "${timecmp(plantimestamp(), self.end_date) < 0}",
            error_message:
              "AzureIdentity at billing/finops: 'certificatePem' must be a certificate that has not expired, got: one that expired at 2030-12-31T23:59:59Z; create another key pair and pass its certificate.",
          },
        ],
      },
    });
    expect(new X509Certificate(PEM).validTo).toBe("Dec 31 23:59:59 2030 GMT");
    expect(identity.credential.certificate?.node.path).toBe("billing/finops/certificate");
    expect(identity.credential.clientSecret).toBeUndefined();
  });

  it("fills in no row of the form", () => {
    expect(identity.fieldValues).toEqual({});
  });

  it("reports the private key as a manual step, with the expiry of the certificate", () => {
    expect(resolved(stack, identity.manualSteps)).toEqual([
      {
        key: "use_certificate",
        title: "Enter the private key and its certificate into the platform's form in place of a client secret",
        why: "Only its public half is in the program: Terraform never has the private key.",
        link: CERTIFICATES,
        values: { "Client ID": `\${${application}.client_id}`, "Valid until": "2030-12-31T23:59:59Z" },
        check:
          "The platform logs in. Before the certificate expires, create another key pair and pass its certificate. Anyone who has the " +
          "private key can add another one to the application: after a leak, review all keys of the application.",
      },
    ]);
    expect(warningsOf(identity)).toEqual([
      "Manual step: Enter the private key and its certificate into the platform's form in place of a client secret. Only its " +
        `public half is in the program: Terraform never has the private key. See ${CERTIFICATES}`,
    ]);
  });

  it.each<[string, string]>([
    ["with line breaks of Windows", PEM.replaceAll("\n", "\r\n")],
    ["without a trailing line break", PEM.trim()],
    ["with white space around it", `\n  ${PEM}  \n`],
    ["with a byte order mark", `\ufeff${PEM}`],
  ])("reads the same certificate from a file %s", (_, certificatePem) => {
    expect(synth({ certificatePem }).resource("azuread_application_certificate").value).toBe(PEM);
  });

  it.each<[string, string]>([
    ["a longer key", certificate({ name: "long", pair: rsaKey(3072) })],
    ["version 1", certificate({ version: 1 })],
    ["another issuer", certificate({ signer: rsaKey(2048, "two"), issuer: "other" })],
  ])("accepts a certificate with %s", (_, certificatePem) => {
    expect(synth({ certificatePem }).resource("azuread_application_certificate").value).toBe(certificatePem);
  });
});

describe("validation of a certificate", () => {
  const PEM = certificate({ name: "one" });
  const { publicKey, privateKey } = rsaKey(2048, "one");
  const encrypted = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "finops" },
  }).privateKey;
  const privateOnly = "be the public half of the key pair; a private key must never be in a program";
  const publicOnly = "be a certificate as PEM, from '-----BEGIN CERTIFICATE-----' to '-----END CERTIFICATE-----'";
  const certificateExample =
    '; for example readFileSync("finops_certificate.pem", "utf8"), created by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 ' +
    '-subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem';

  const refused = (props: AzureIdentityProps): string => {
    const stack = azureStack();
    const message = refusal(() => create(stack, "finops", props));
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    return message;
  };

  it.each<[string, string, string]>([
    ["a private key", privateKey, privateOnly],
    ["a private key as PKCS#1", pem("RSA PRIVATE KEY", Buffer.alloc(600, "finops")), privateOnly],
    ["an encrypted private key", encrypted, privateOnly],
    ["a certificate together with its private key", PEM + privateKey, privateOnly],
    ["a private key without its first and last line", privateKey.split("\n").slice(1, -2).join("\n"), publicOnly],
    ["a public key", publicKey, publicOnly],
    ["a chain of certificates", PEM + PEM, publicOnly],
    ["the name of a file", "finops_certificate.pem", publicOnly],
    ["a certificate with \\n for its line breaks", PEM.replaceAll("\n", "\\n"), publicOnly],
    ["an empty string", "", publicOnly],
    ["a very long string", pem("CERTIFICATE", Buffer.alloc(100_000, "finops")), "be at most 8192 characters long"],
  ])("refuses %s, and does not show it", (_, certificatePem, must) => {
    expect(refused({ certificatePem })).toBe(
      `AzureIdentity at billing/finops: 'certificatePem' must ${must}, got: ${certificatePem.length} characters, which are not shown${certificateExample}`,
    );
  });

  const lines = PEM.split("\n");
  it.each<[string, string, string]>([
    ["whose key is too short", certificate({ pair: rsaKey(1024) }), "one of 1024 bits"],
    ["for an elliptic curve", certificate({ pair: weakPairs.ec() }), "a key of the type ec"],
    ["with the exponent 3", certificate({ pair: weakPairs.exponent3() }), "one of the exponent 3"],
    [
      "that lacks a line",
      [...lines.slice(0, 3), ...lines.slice(4)].join("\n"),
      "PEM that holds no certificate; was all of it copied?",
    ],
    [
      "that is a private key with another label",
      privateKey.replaceAll("PRIVATE KEY", "CERTIFICATE"),
      "PEM that holds no certificate; was all of it copied?",
    ],
  ])("refuses a certificate %s", (_, certificatePem, got) => {
    expect(refused({ certificatePem })).toBe(
      "AzureIdentity at billing/finops: 'certificatePem' must be an X.509 certificate of an RSA pair of 2048 bits or more, " +
        `got: ${got}`,
    );
  });

  it("refuses an unresolved certificate", () => {
    expect(refused({ certificatePem: Token.asString({ ref: "x" }) })).toBe(
      `AzureIdentity at billing/finops: 'certificatePem' must ${privateOnly}, got: a token; what is created depends on it, so pass the value itself`,
    );
  });

  const exclusionProblem = (property: string): string =>
    `AzureIdentity at billing/finops: '${property}' must be left out when 'certificatePem' is passed, which replaces the secret`;

  it.each<[string, AzureIdentityProps, string]>([
    ["'createClientSecret' true", { createClientSecret: true }, exclusionProblem("createClientSecret")],
    ["'createClientSecret' false", { createClientSecret: false }, exclusionProblem("createClientSecret")],
    ["'clientSecretDays'", { clientSecretDays: 90 }, exclusionProblem("clientSecretDays")],
  ])("refuses a certificate together with %s", (_, props, problem) => {
    expect(refused({ certificatePem: PEM, ...props })).toBe(problem);
  });
});

describe("the owners of the application", () => {
  const template = synth({ owners: { alice: OWNER, "the-deployer_2": OTHER_OWNER } });

  it("are set on application and service principal, also in later plans", () => {
    for (const type of ["azuread_application", "azuread_service_principal"]) {
      const block = template.resource(type);
      expect(block.owners).toEqual([OWNER, OTHER_OWNER]);
      expect(block).not.toHaveProperty("lifecycle");
    }
  });

  it("can be a hundred", () => {
    const owners = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `owner_${index}`,
        `44444444-5555-6666-7777-${String(index).padStart(12, "0")}`,
      ]),
    );
    expect(synth({ owners }).resource("azuread_application").owners).toEqual(Object.values(owners));
  });
});

describe("an identity with 'tenantId'", () => {
  it("stops the plan when the azuread provider is logged in to another tenant", () => {
    expect(synth({ tenantId: TENANT }).data("azuread_client_config")).toEqual({
      lifecycle: {
        postcondition: [
          {
            condition: `\${(self.tenant_id == "${TENANT}")}`,
            error_message:
              "AzureIdentity at billing/finops: 'tenantId' must be the tenant that the azuread provider is logged in to.",
          },
        ],
      },
    });
  });
});

describe("an identity with another provider", () => {
  const stack = azureStack();
  const azureadProvider = new AzureadProvider(stack, "other", { alias: "other", tenantId: TENANT });
  const withSecret = create(stack, "finops", { azureadProvider });
  create(stack, "certified", { azureadProvider, certificatePem: certificate({ name: "one" }) });

  it("creates everything with that provider", () => {
    const { json } = Template.of(stack);
    const sections = [json.resource, json.data] as Record<string, Record<string, Block>>[];
    const providers = sections
      .flatMap((section) => Object.entries(section))
      // `terraform_data` is built into Terraform, and has no provider.
      .filter(([type]) => type !== "terraform_data")
      .flatMap(([, blocks]) => Object.values(blocks).map(({ provider }) => provider));
    expect(providers).toEqual(Array(8).fill("azuread.other"));
    expect(withSecret.azureadProvider).toBe(azureadProvider);
  });
});

describe("validation of the identity", () => {
  const days = (got: string): string => `'clientSecretDays' must be a whole number from 1 to 730, got: ${got}`;
  const example = '; for example { alice: "22222222-3333-4444-5555-666666666666" }';

  it.each<[string, unknown, string]>([
    [
      "a name with a slash",
      { applicationName: "finops/a" },
      `'applicationName' must be letters, digits, spaces and ._-, got: "finops/a"; for example "finops-platform"`,
    ],
    [
      "a client secret as the name, and does not show it",
      { applicationName: `abc8Q~${"x".repeat(34)}` },
      `'applicationName' must be letters, digits, spaces and ._-, got: 40 characters that look like a secret, which are not shown; for example "finops-platform"`,
    ],
    [
      "a private key as the name, and does not show it",
      { applicationName: rsaKey().privateKey },
      `'applicationName' must be 1-120 characters long, got: a private key of ${rsaKey().privateKey.length} characters, which are not shown; for example "finops-platform"`,
    ],
    [
      "a list of owners",
      { owners: [OWNER] },
      `'owners' must be an object whose values are strings, got: a list of 1${example}`,
    ],
    ["an empty map of owners", { owners: {} }, "'owners' must name an owner, got: none; leave it out for the deployer"],
    ["a number as an object ID", { owners: { alice: 1 } }, `the value of "alice" in 'owners' must be a string, got: 1`],
    [
      "keys that differ in letter case only",
      { owners: { alice: OWNER, Alice: OTHER_OWNER } },
      `'owners' must not have keys that differ in letter case only, got: "alice" and "Alice"`,
    ],
    [
      "the same owner twice",
      { owners: { bob: OWNER, alice: OWNER } },
      `'owners' must name each owner once, got: the same one for "alice" and "bob"`,
    ],
    [
      "more than 100 owners",
      {
        owners: Object.fromEntries(
          Array.from({ length: 101 }, (_, index) => [`o${index}`, OWNER.slice(0, -3) + String(100 + index)]),
        ),
      },
      "'owners' must have at most 100 keys, got: 101",
    ],
    [
      "an unresolved map of owners",
      { owners: Token.asAny({ ref: "x" }) },
      "'owners' must be an object whose values are strings, got: a token; what is created depends on it, so pass the value itself",
    ],
    ["an infinite validity of the secret", { clientSecretDays: Infinity }, days("Infinity")],
    ["a validity of zero days", { clientSecretDays: 0 }, days("0")],
    ["a secret that is valid for more than two years", { clientSecretDays: 731 }, days("731")],
    ["a fraction of a day", { clientSecretDays: 1.5 }, days("1.5")],
    ["a string for 'clientSecretDays'", { clientSecretDays: "90" }, days('"90"')],
    [
      "'clientSecretDays' when a person creates the secret",
      { createClientSecret: false, clientSecretDays: 90 },
      "'clientSecretDays' must be left out when 'createClientSecret' is false: the person who creates the secret chooses when it expires",
    ],
    [
      "a string for 'createClientSecret'",
      { createClientSecret: "yes" },
      `'createClientSecret' must be true or false, got: "yes"`,
    ],
    [
      "an unresolved 'createClientSecret'",
      { createClientSecret: Token.asAny({ ref: "x" }) },
      "'createClientSecret' must be true or false, got: a token; what is created depends on it, so pass the value itself",
    ],
    [
      "an unknown environment",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    [
      "an object that is not a provider",
      { azureadProvider: { tenantId: TENANT } },
      "'azureadProvider' must be an AzureadProvider, got: an object",
    ],
    [
      "an unknown property",
      { subscriptionId: SUBSCRIPTION },
      `"subscriptionId" is not a known property; known are environment, azureadProvider, tenantId, applicationName, owners, createClientSecret, clientSecretDays, certificatePem`,
    ],
    [
      "a property in snake_case, and suggests the right one",
      { application_name: "finops" },
      `"application_name" is not a known property; did you mean 'applicationName'?`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => create(stack, "finops", props as AzureIdentityProps))).toBe(
      `AzureIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses an azurerm provider as 'azureadProvider'", () => {
    const stack = azureStack();
    const azurerm = stack.node.findChild("azurerm");
    expect(refusal(() => create(stack, "finops", { azureadProvider: azurerm as never }))).toBe(
      "AzureIdentity at billing/finops: 'azureadProvider' must be an AzureadProvider, got: an object",
    );
  });

  it("refuses a path that is too long for the default name, unless a name is given", () => {
    const id = "x".repeat(113);
    expect(refusal(() => create(azureStack(), id))).toBe(
      `AzureIdentity at billing/${id}: 'applicationName' must be 1-120 characters long, got: "billing-${"x".repeat(72)}"… (121 characters); for example "finops-platform"; ` +
        "this default is derived from the construct's path, so set 'applicationName'",
    );
    expect(() => create(azureStack(), id, { applicationName: "finops" })).not.toThrow();
  });

  it("reports all problems at once", () => {
    expect(
      refusal(() => create(azureStack(), "finops", { tenantId: "x", applicationName: "", clientSecretDays: 0 })),
    ).toMatch(/^AzureIdentity at billing\/finops: 3 problems\n/);
  });
});

describe("overrides of the identity", () => {
  const overrideProblem = (id: string, argument: string, element: string, got: string): string =>
    `[billing/finops/${id}] '${argument}' of ${element} must not be overridden, got: ${got}; its permissions would ` +
    "be other than 'permissions' reports: add a resource of your own instead";

  it.each<[string, "application" | "servicePrincipal", string, unknown, string]>([
    [
      "permissions of Microsoft Graph",
      "application",
      "required_resource_access",
      [{ resource_app_id: CLIENT, resource_access: [{ id: OWNER, type: "Role" }] }],
      overrideProblem("Resource", "required_resource_access", "the application", "a list of 1"),
    ],
    [
      "accounts of other tenants",
      "application",
      "sign_in_audience",
      "AzureADMultipleOrgs",
      overrideProblem("Resource", "sign_in_audience", "the application", '"AzureADMultipleOrgs"'),
    ],
    [
      "a password",
      "application",
      "password",
      { display_name: "x" },
      overrideProblem("Resource", "password", "the application", "an object"),
    ],
    [
      "an existing service principal",
      "servicePrincipal",
      "use_existing",
      true,
      overrideProblem("service_principal", "use_existing", "the service principal", "true"),
    ],
  ])("are refused when they add %s", (_, element, argument, value, problem) => {
    const stack = azureStack();
    create(stack, "finops")[element].addOverride(argument, value);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("are accepted on other arguments", () => {
    const stack = azureStack();
    create(stack, "finops").application.addOverride("notes", "Ours.");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the name of an application", () => {
  const clash = (id: string, got: string): string =>
    `[billing] AzureIdentity at ${id}: 'applicationName' must be unique, got: "${got}", which billing/one already uses for its application; choose another, or set 'tenantId' of both if their tenants differ`;

  it("must be unique in a tenant across all stacks of the program, ignoring letter case", () => {
    const stack = azureStack();
    create(stack, "one", { applicationName: "finops" });
    create(new TerraformStack(App.of(stack), "other"), "two", { applicationName: "FinOps" });
    expect(problemsOf(stack)).toBe(clash("other/two", "FinOps"));
  });

  it("can be used in another tenant, and again after the first application was removed", () => {
    const stack = azureStack();
    const azureadProvider = new AzureadProvider(stack, "elsewhere", { alias: "elsewhere", tenantId: OWNER });
    create(stack, "one", { applicationName: "finops", tenantId: TENANT });
    create(stack, "two", { applicationName: "finops", tenantId: OWNER, azureadProvider });
    expect(problemsOf(stack)).toBe("");
    create(stack, "again", { applicationName: "finops", tenantId: TENANT });
    expect(problemsOf(stack)).toBe(clash("billing/again", "finops"));
    stack.node.tryRemoveChild("one");
    expect(problemsOf(stack)).toBe("");
  });

  it("is derived from stack and path by default", () => {
    const app = Testing.app();
    const names = ["first", "second"].map((id) => {
      const stack = new TerraformStack(app, id);
      new AzureadProvider(stack, "azuread");
      create(stack, "finops");
      return Template.of(stack).resource("azuread_application").display_name;
    });
    expect(names).toEqual(["first-finops", "second-finops"]);
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = azureStack();
  create(stack, "finops", {
    tenantId: variable(stack, "tenant"),
    applicationName: `finops-${variable(stack, "name")}`,
    clientSecretDays: new TerraformVariable(stack, "days", { type: "number" }).numberValue,
    owners: { alice: variable(stack, "alice"), bob: OWNER },
  });
  const template = Template.of(stack);
  const application = template.resource("azuread_application");
  const at = "AzureIdentity at billing/finops: ";
  const hex = ": lower-case hexadecimal digits and '-'.";
  const such = ", such as 11111111-2222-3333-4444-555555555555.";

  it("check the values on the application, by the rules for literals", () => {
    expect(new Set(preconditionsOf(application).map(({ error_message }) => error_message))).toEqual(
      new Set([
        `${at}'alice' of 'owners' must be the object ID of a user or a service principal${hex}`,
        `${at}'alice' of 'owners' must be the object ID of a user or a service principal${such}`,
        `${at}'tenantId' must be the ID of a tenant${hex}`,
        `${at}'tenantId' must be the ID of a tenant${such}`,
        `${at}'applicationName' must be letters, digits, spaces and ._-.`,
        `${at}'applicationName' must be 1-120 characters long.`,
        `${at}'applicationName' must not begin or end with a space.`,
        `${at}'clientSecretDays' must be a whole number from 1 to 730.`,
      ]),
    );
  });

  it("check the resolved values, and no literals", () => {
    const uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    expect(preconditionsOf(application).map(({ condition }) => condition)).toEqual(
      expect.arrayContaining([
        `\${can(regex("${uuid}", var.alice))}`,
        `\${can(regex("${uuid}", var.tenant))}`,
        '${can(regex("^[A-Za-z0-9 ._-]*$", join("", ["finops-", var.name])))}',
        "${((var.days >= 1) && (var.days <= 730))}",
      ]),
    );
    expect(JSON.stringify(preconditionsOf(application))).not.toContain(OWNER);
  });

  it("leave the tokens in the application, which the secret depends on", () => {
    expect(application).toMatchObject({ display_name: "finops-${var.name}", owners: ["${var.alice}", OWNER] });
    expect(template.resource("azuread_application_password")).toMatchObject({
      application_id: `\${${template.address("azuread_application")}.id}`,
      end_date: `\${timeadd(${template.address("terraform_data")}.output, "\${(var.days * 24)}h")}`,
    });
  });

  it("check the tenant ID before it is compared with the tenant of the deployer", () => {
    const { lifecycle } = template.data("azuread_client_config") as {
      lifecycle: { precondition: Precondition[]; postcondition: Precondition[] };
    };
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toEqual([
      `${at}'tenantId' must be the ID of a tenant${hex}`,
      `${at}'tenantId' must be the ID of a tenant${such}`,
    ]);
    expect(lifecycle.postcondition.map(({ condition }) => condition)).toEqual(["${(self.tenant_id == var.tenant)}"]);
  });

  it("do not apply to literal parts, which are refused at synthesis", () => {
    const other = azureStack();
    expect(refusal(() => create(other, "finops", { applicationName: `a/${variable(other, "name")}` }))).toBe(
      `${at}'applicationName' must be letters, digits, spaces and ._-, got: "a/" beside a token`,
    );
    expect(refusal(() => create(other, "finops", { owners: { alice: `objects/${variable(other, "x")}` } }))).toBe(
      `${at}the value of "alice" in 'owners' must be the object ID of a user or a service principal: lower-case hexadecimal digits and '-', got: "objects/" beside a token`,
    );
  });

  it("are not added for literals", () => {
    const literal = synth({ tenantId: TENANT, applicationName: "finops", owners: { alice: OWNER } });
    expect(literal.resource("azuread_application")).not.toHaveProperty("lifecycle");
    expect(preconditionsOf(literal.data("azuread_client_config"))).toEqual([]);
  });
});
