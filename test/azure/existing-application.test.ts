import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { type AzureExistingApplicationProps, AzureIdentity } from "cdktf-finops/azure";
import { TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { AzureExistingApplication } from "../../lib/azure/existing-application";
import { azureStack, CLIENT, TENANT } from "../support/azure";
import { certificate, rsaKey } from "../support/keys";
import { type Block, refusal, resolved, Template } from "../support/template";

const create = (
  scope: Construct,
  id: string,
  props: Partial<AzureExistingApplicationProps> = {},
): AzureExistingApplication => new AzureExistingApplication(scope, id, { clientId: CLIENT, ...props });

const warningsOf = (construct: Construct): string[] => construct.node.metadata.map(({ data }) => data as string);

/** Address of the only data source of a type. */
const addressOf = (template: Template, type: string): string =>
  template.addresses.find((address) => address.startsWith(`data.${type}.`)) ?? "";

const KEEPS = "The application keeps its existing permissions, and the platform inherits them: review them first.";

it("is returned by AzureIdentity.fromApplication", () => {
  expect(AzureIdentity.fromApplication(azureStack(), "finops", { clientId: CLIENT })).toBeInstanceOf(
    AzureExistingApplication,
  );
});

describe("an existing application", () => {
  const stack = azureStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const application = addressOf(template, "azuread_application");
  const principal = addressOf(template, "azuread_service_principal");
  const password = template.address("azuread_application_password");

  it("reads the application, and creates only a client secret", () => {
    expect(template.resourceTypes).toEqual({ azuread_application_password: 1, terraform_data: 1 });
    expect(template.data("azuread_application")).toEqual({ client_id: CLIENT });
  });

  it("creates a secret that expires 180 days after the first deployment, whenever a plan runs", () => {
    const time = template.address("terraform_data");
    expect(template.resource("azuread_application_password")).toEqual({
      application_id: `\${${application}.id}`,
      display_name: "FinOps platform",
      end_date: `\${timeadd(${time}.output, "4320h")}`,
      lifecycle: { create_before_destroy: true },
    });
    expect(template.resource("terraform_data")).toEqual({
      input: "${plantimestamp()}",
      lifecycle: { ignore_changes: ["input"] },
    });
  });

  it("stops the plan when the service principal is disabled", () => {
    expect(template.data("azuread_service_principal")).toEqual({
      client_id: CLIENT,
      lifecycle: {
        postcondition: [
          {
            condition: "${(self.account_enabled == true)}",
            error_message: "AzureIdentity.fromApplication at billing/finops: the service principal must be enabled.",
          },
        ],
      },
    });
  });

  it("makes role assignments wait for the check of the service principal", () => {
    expect(
      resolved(
        stack,
        identity.dependencies.map(({ fqn }) => fqn),
      ),
    ).toEqual([`\${${principal}}`]);
  });

  it("returns the given client ID, and the object IDs that are read", () => {
    expect([identity.clientId, identity.principalKey]).toEqual([CLIENT, CLIENT]);
    expect(resolved(stack, [identity.applicationObjectId, identity.servicePrincipalObjectId])).toEqual([
      `\${${application}.object_id}`,
      `\${${principal}.object_id}`,
    ]);
    expect(resolved(stack, identity.tenantId)).toBe(`\${${addressOf(template, "azuread_client_config")}.tenant_id}`);
    expect(identity.node.defaultChild).toBe(identity.application);
  });

  it("fills in the value and the ID of the secret", () => {
    expect(resolved(stack, identity.fieldValues)).toEqual({
      client_secret_value: `\${${password}.value}`,
      client_secret_id: `\${${password}.key_id}`,
    });
  });

  it("warns about the application's existing permissions, and about the expiry of the secret", () => {
    expect(warningsOf(identity)).toEqual([
      KEEPS,
      "Manual step: Rotate the client secret before it expires, and enter the new one into the platform's form. Once it has expired, " +
        "the platform cannot log in, and Azure sends no warning. See https://developer.hashicorp.com/terraform/cli/commands/plan#replace-address",
    ]);
    expect(resolved(stack, identity.manualSteps)).toMatchObject([
      {
        key: "renew_client_secret",
        values: { Ends: `\${${password}.end_date}`, "Secret ID": `\${${password}.key_id}` },
      },
    ]);
    expect([identity.permissions, identity.limitations]).toEqual([[], []]);
  });

  it("uses the provider that is passed, for data sources and resources", () => {
    const other = azureStack();
    const azureadProvider = new AzureadProvider(other, "other", { alias: "other", tenantId: TENANT });
    const created = create(other, "finops", { azureadProvider });
    const { json } = Template.of(other);
    const sections = [json.resource, json.data] as Record<string, Record<string, Block>>[];
    const providers = sections
      .flatMap((section) => Object.entries(section))
      .filter(([type]) => type !== "terraform_data")
      .flatMap(([, blocks]) => Object.values(blocks).map(({ provider }) => provider));
    expect(providers).toEqual(Array(4).fill("azuread.other"));
    expect(created.azureadProvider).toBe(azureadProvider);
  });

  it("stops the plan in another tenant than 'tenantId'", () => {
    const other = azureStack();
    create(other, "finops", { tenantId: TENANT });
    expect(Template.of(other).data("azuread_client_config").lifecycle).toEqual({
      postcondition: [
        {
          condition: `\${(self.tenant_id == "${TENANT}")}`,
          error_message:
            "AzureIdentity.fromApplication at billing/finops: 'tenantId' must be the tenant that the azuread provider is logged in to.",
        },
      ],
    });
  });
});

describe("an existing application with a certificate", () => {
  it("creates the certificate, and leaves the private key to a manual step", () => {
    const stack = azureStack();
    const certificatePem = certificate({ name: "one" });
    const identity = create(stack, "finops", { certificatePem });
    const template = Template.of(stack);
    expect(template.resourceTypes).toEqual({ azuread_application_certificate: 1 });
    expect(template.resource("azuread_application_certificate")).toEqual({
      application_id: `\${${addressOf(template, "azuread_application")}.id}`,
      type: "AsymmetricX509Cert",
      encoding: "pem",
      value: certificatePem,
      end_date: "2030-12-31T23:59:59Z",
      lifecycle: {
        create_before_destroy: true,
        postcondition: [
          {
            condition: "${timecmp(plantimestamp(), self.end_date) < 0}",
            error_message:
              "AzureIdentity.fromApplication at billing/finops: 'certificatePem' must be a certificate that has not expired, got: one that expired at 2030-12-31T23:59:59Z; create another key pair and pass its certificate.",
          },
        ],
      },
    });
    expect(resolved(stack, identity.manualSteps)).toMatchObject([
      { key: "use_certificate", values: { "Client ID": CLIENT, "Valid until": "2030-12-31T23:59:59Z" } },
    ]);
    expect(identity.fieldValues).toEqual({});
    expect(warningsOf(identity)).toEqual([
      KEEPS,
      expect.stringContaining("Manual step: Enter the private key and its certificate into the platform's form"),
    ]);
  });
});

describe("an existing application whose secret a person creates", () => {
  it("creates no secret", () => {
    const stack = azureStack();
    const identity = create(stack, "finops", { createClientSecret: false });
    expect(Template.of(stack).resourceTypes).toEqual({});
    expect(identity.fieldValues).toEqual({});
    expect(identity.manualSteps).toMatchObject([{ key: "create_client_secret", values: { "Client ID": CLIENT } }]);
    expect(warningsOf(identity)).toEqual([
      KEEPS,
      expect.stringContaining("Manual step: Create a client secret for the application"),
    ]);
  });
});

describe("validation of an existing application", () => {
  const EXAMPLE = '; for example "33333333-4444-5555-6666-777777777777"';
  const hex = ": lower-case hexadecimal digits and '-'";
  const { privateKey } = rsaKey();

  it.each<[string, unknown, string]>([
    [
      "a missing client ID",
      { clientId: undefined },
      `'clientId' is required: it must be the client ID of an application${hex}${EXAMPLE}`,
    ],
    [
      "the path of an application",
      { clientId: `/applications/${CLIENT}` },
      `'clientId' must be the client ID of an application${hex}, got: "/applications/${CLIENT}"${EXAMPLE}`,
    ],
    [
      "a string for 'createClientSecret'",
      { createClientSecret: "no" },
      `'createClientSecret' must be true or false, got: "no"`,
    ],
    [
      "a secret that is valid for more than two years",
      { clientSecretDays: 731 },
      "'clientSecretDays' must be a whole number from 1 to 730, got: 731",
    ],
    [
      "'clientSecretDays' when a person creates the secret",
      { createClientSecret: false, clientSecretDays: 90 },
      "'clientSecretDays' must be left out when 'createClientSecret' is false: the person who creates the secret chooses when it expires",
    ],
    [
      "a certificate whose key is too short",
      { certificatePem: certificate({ pair: rsaKey(1024) }) },
      "'certificatePem' must be an X.509 certificate of an RSA pair of 2048 bits or more, got: one of 1024 bits",
    ],
    [
      "a certificate together with a secret",
      { certificatePem: certificate({ name: "one" }), createClientSecret: true },
      "'createClientSecret' must be left out when 'certificatePem' is passed, which replaces the secret",
    ],
    [
      "a private key as the certificate, and does not show it",
      { certificatePem: privateKey },
      "'certificatePem' must be the public half of the key pair; a private key must never be in a program, " +
        `got: ${privateKey.length} characters, which are not shown; for example readFileSync("finops_certificate.pem", "utf8"), ` +
        'created by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 -subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem',
    ],
    [
      "an object that is not a provider",
      { azureadProvider: {} },
      "'azureadProvider' must be an AzureadProvider, got: an object",
    ],
    [
      "an unknown environment",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    [
      "an application name, because the application has one",
      { applicationName: "finops" },
      `"applicationName" is not a known property; known are environment, azureadProvider, tenantId, clientId, createClientSecret, clientSecretDays, certificatePem`,
    ],
    [
      "owners, because the application has its own",
      { owners: { alice: CLIENT } },
      `"owners" is not a known property; known are environment, azureadProvider, tenantId, clientId, createClientSecret, clientSecretDays, certificatePem`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => create(stack, "finops", props as Partial<AzureExistingApplicationProps>))).toBe(
      `AzureIdentity.fromApplication at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = azureStack();
  const { stringValue } = new TerraformVariable(stack, "client", { type: "string" });
  const { numberValue } = new TerraformVariable(stack, "days", { type: "number" });
  const identity = create(stack, "finops", { clientId: stringValue, clientSecretDays: numberValue });
  const template = Template.of(stack);

  it("check the values before the application is read, and so before the secret is created", () => {
    const { client_id, lifecycle } = template.data("azuread_application") as {
      client_id: string;
      lifecycle: { precondition: { condition: string; error_message: string }[] };
    };
    const at = "AzureIdentity.fromApplication at billing/finops: ";
    expect(client_id).toBe("${var.client}");
    expect(lifecycle.precondition.map(({ error_message }) => error_message)).toEqual([
      `${at}'clientId' must be the client ID of an application: lower-case hexadecimal digits and '-'.`,
      `${at}'clientId' must be the client ID of an application, such as 11111111-2222-3333-4444-555555555555.`,
      `${at}'clientSecretDays' must be a whole number from 1 to 730.`,
    ]);
    expect(lifecycle.precondition.at(-1)?.condition).toBe("${((var.days >= 1) && (var.days <= 730))}");
    expect(template.resource("azuread_application_password")).toMatchObject({
      application_id: `\${${addressOf(template, "azuread_application")}.id}`,
      end_date: `\${timeadd(${template.address("terraform_data")}.output, "\${(var.days * 24)}h")}`,
    });
  });

  it("leave the token in the client ID", () => {
    expect(resolved(stack, [identity.clientId, identity.principalKey])).toEqual(["${var.client}", "${var.client}"]);
  });
});

describe("an existing application that is used twice", () => {
  it("creates a secret for each use", () => {
    const stack = azureStack();
    create(stack, "one");
    create(stack, "two");
    expect(Template.of(stack).resourceTypes).toEqual({ azuread_application_password: 2, terraform_data: 2 });
  });
});
