import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { type AzureExistingApplicationProps, AzureIdentity } from "cdktf-finops/azure";
import { TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { AzureExistingApplication } from "../../lib/azure/existing-application";
import { azureStack, CLIENT, TENANT } from "../support/azure";
import { certificate, rsaKey } from "../support/keys";
import { type Block, refusal, resolved, Template } from "../support/template";

const make = (
  scope: Construct,
  id: string,
  props: Partial<AzureExistingApplicationProps> = {},
): AzureExistingApplication => new AzureExistingApplication(scope, id, { clientId: CLIENT, ...props });

const warningsOf = (construct: Construct): string[] => construct.node.metadata.map(({ data }) => data as string);

/** The address of the one data source of that type. */
const addressOf = (template: Template, type: string): string =>
  template.addresses.find((address) => address.startsWith(`data.${type}.`)) ?? "";

const KEEPS = "The application keeps its existing permissions, and the platform inherits them: review them first.";

it("is what AzureIdentity.fromApplication returns", () => {
  expect(AzureIdentity.fromApplication(azureStack(), "finops", { clientId: CLIENT })).toBeInstanceOf(
    AzureExistingApplication,
  );
});

describe("an application that is there already", () => {
  const stack = azureStack();
  const identity = make(stack, "finops");
  const template = Template.of(stack);
  const application = addressOf(template, "azuread_application");
  const principal = addressOf(template, "azuread_service_principal");
  const password = template.address("azuread_application_password");

  it("is read, and gets a secret: nothing else of it is changed", () => {
    expect(template.resourceTypes).toEqual({ azuread_application_password: 1, terraform_data: 1 });
    expect(template.data("azuread_application")).toEqual({ client_id: CLIENT });
  });

  it("gets a secret that ends 180 days after the first deployment, by no clock of each plan", () => {
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

  it("has to have a service principal, which must be enabled", () => {
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

  it("has whoever gives it roles wait until its service principal is read and checked", () => {
    expect(
      resolved(
        stack,
        identity.dependencies.map(({ fqn }) => fqn),
      ),
    ).toEqual([`\${${principal}}`]);
  });

  it("tells who it is: by the client ID as told, and by the object IDs that are read", () => {
    expect([identity.clientId, identity.principalKey]).toEqual([CLIENT, CLIENT]);
    expect(resolved(stack, [identity.applicationObjectId, identity.servicePrincipalObjectId])).toEqual([
      `\${${application}.object_id}`,
      `\${${principal}.object_id}`,
    ]);
    expect(resolved(stack, identity.tenantId)).toBe(`\${${addressOf(template, "azuread_client_config")}.tenant_id}`);
    expect(identity.node.defaultChild).toBe(identity.application);
  });

  it("hands over the secret's value, and its ID", () => {
    expect(resolved(stack, identity.formValues)).toEqual({
      client_secret_value: `\${${password}.value}`,
      client_secret_id: `\${${password}.key_id}`,
    });
  });

  it("is warned of, as the platform gets what the application may do, and as the secret ends", () => {
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

  it("is read by the provider passed, which makes the rest", () => {
    const other = azureStack();
    const azureadProvider = new AzureadProvider(other, "other", { alias: "other", tenantId: TENANT });
    const made = make(other, "finops", { azureadProvider });
    const { json } = Template.of(other);
    const sections = [json.resource, json.data] as Record<string, Record<string, Block>>[];
    const used = sections
      .flatMap((section) => Object.entries(section))
      .filter(([type]) => type !== "terraform_data")
      .flatMap(([, blocks]) => Object.values(blocks).map(({ provider }) => provider));
    expect(used).toEqual(Array(4).fill("azuread.other"));
    expect(made.azureadProvider).toBe(azureadProvider);
  });

  it("is of the tenant told, or the plan stops", () => {
    const other = azureStack();
    make(other, "finops", { tenantId: TENANT });
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

describe("an application that is there already, whose key pair is, too", () => {
  it("gets the certificate of it, and leaves the private half as a manual step", () => {
    const stack = azureStack();
    const certificatePem = certificate({ name: "one" });
    const identity = make(stack, "finops", { certificatePem });
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
    expect(identity.formValues).toEqual({});
    expect(warningsOf(identity)).toEqual([
      KEEPS,
      expect.stringContaining("Manual step: Enter the private key and its certificate into the platform's form"),
    ]);
  });
});

describe("an application that is there already, whose secret a person creates", () => {
  it("gets none from Terraform", () => {
    const stack = azureStack();
    const identity = make(stack, "finops", { createClientSecret: false });
    expect(Template.of(stack).resourceTypes).toEqual({});
    expect(identity.formValues).toEqual({});
    expect(identity.manualSteps).toMatchObject([{ key: "create_client_secret", values: { "Client ID": CLIENT } }]);
    expect(warningsOf(identity)).toEqual([
      KEEPS,
      expect.stringContaining("Manual step: Create a client secret for the application"),
    ]);
  });
});

describe("what it refuses", () => {
  const EXAMPLE = '; for example "33333333-4444-5555-6666-777777777777"';
  const hex = ": lower-case hexadecimal digits and '-'";
  const such = ", such as 11111111-2222-3333-4444-555555555555";
  const client = (must: string, got: string): string =>
    `'clientId' must be the client ID of an application${must}, got: ${JSON.stringify(got)}${EXAMPLE}`;
  const { privateKey } = rsaKey();

  it.each<[string, unknown, string]>([
    [
      "no application",
      { clientId: undefined },
      `'clientId' is required: it must be the client ID of an application${hex}${EXAMPLE}`,
    ],
    ["an application by its name", { clientId: "finops-platform" }, client(hex, "finops-platform")],
    ["an application by its path", { clientId: `/applications/${CLIENT}` }, client(hex, `/applications/${CLIENT}`)],
    ["an application by its URI", { clientId: `api://${CLIENT}` }, client(hex, `api://${CLIENT}`)],
    ["an ID in capital letters", { clientId: "A3333333-4444" }, client(hex, "A3333333-4444")],
    ["a part of an ID", { clientId: CLIENT.slice(1) }, client(such, CLIENT.slice(1))],
    ["an ID and something behind it", { clientId: `${CLIENT}-0` }, client(such, `${CLIENT}-0`)],
    ["nothing as an ID", { clientId: "" }, client(such, "")],
    [
      "a tenant by its domain",
      { tenantId: "acme.onmicrosoft.com" },
      `'tenantId' must be the ID of a tenant${hex}, got: "acme.onmicrosoft.com"; for example "99999999-8888-7777-6666-555555555555"`,
    ],
    ["a word for no", { createClientSecret: "no" }, `'createClientSecret' must be true or false, got: "no"`],
    [
      "a secret of more than two years",
      { clientSecretDays: 731 },
      "'clientSecretDays' must be a whole number from 1 to 730, got: 731",
    ],
    [
      "the days of a secret that a person creates",
      { createClientSecret: false, clientSecretDays: 90 },
      "'clientSecretDays' must be left out when 'createClientSecret' is false: the person who creates the secret chooses when it expires",
    ],
    [
      "a certificate of a key too short",
      { certificatePem: certificate({ pair: rsaKey(1024) }) },
      "'certificatePem' must be an X.509 certificate of an RSA pair of 2048 bits or more, got: one of 1024 bits",
    ],
    [
      "a certificate beside a secret",
      { certificatePem: certificate({ name: "one" }), createClientSecret: true },
      "'createClientSecret' must be left out when 'certificatePem' is passed, which replaces the secret",
    ],
    [
      "the private key for the certificate, which is not shown",
      { certificatePem: privateKey },
      "'certificatePem' must be the public half of the key pair; a private key must never be in a program, " +
        `got: ${privateKey.length} characters, which are not shown; for example readFileSync("finops_certificate.pem", "utf8"), ` +
        'made by: openssl req -x509 -nodes -newkey rsa:2048 -days 365 -subj "/CN=unused" -keyout finops_private.pem -out finops_certificate.pem',
    ],
    [
      "something else as provider",
      { azureadProvider: {} },
      "'azureadProvider' must be an AzureadProvider, got: an object",
    ],
    [
      "a cloud that is none",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    [
      "a name for it, which it has already",
      { applicationName: "finops" },
      `"applicationName" is not a known property; known are environment, azureadProvider, tenantId, clientId, createClientSecret, clientSecretDays, certificatePem`,
    ],
    [
      "owners for it, which it has already",
      { owners: { alice: CLIENT } },
      `"owners" is not a known property; known are environment, azureadProvider, tenantId, clientId, createClientSecret, clientSecretDays, certificatePem`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => make(stack, "finops", props as Partial<AzureExistingApplicationProps>))).toBe(
      `AzureIdentity.fromApplication at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});

describe("what Terraform fills in", () => {
  const stack = azureStack();
  const { stringValue } = new TerraformVariable(stack, "client", { type: "string" });
  const { numberValue } = new TerraformVariable(stack, "days", { type: "number" });
  const identity = make(stack, "finops", { clientId: stringValue, clientSecretDays: numberValue });
  const template = Template.of(stack);

  it("is checked before the application is read, on which the secret waits", () => {
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

  it("is who it is, as it was told", () => {
    expect(resolved(stack, [identity.clientId, identity.principalKey])).toEqual(["${var.client}", "${var.client}"]);
  });
});

describe("one application for two platforms", () => {
  it("gets a secret for each", () => {
    const stack = azureStack();
    make(stack, "one");
    make(stack, "two");
    expect(Template.of(stack).resourceTypes).toEqual({ azuread_application_password: 2, terraform_data: 2 });
  });
});
