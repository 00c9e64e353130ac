import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import {
  AzureFederatedIdentity,
  type AzureFederatedIdentityProps,
  AzureIdentity,
  AzureIntegration,
} from "cdktf-finops/azure";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { type Construct } from "constructs";
import { azureStack, MINIMAL, OWNER, TENANT } from "../support/azure";
import { certificate } from "../support/keys";
import { emptyStack, problemsOf, refusal, resolved, Template } from "../support/template";

const OIDC = { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" };

const create = (
  scope: Construct,
  id: string,
  props: Partial<AzureFederatedIdentityProps> = {},
): AzureFederatedIdentity => new AzureFederatedIdentity(scope, id, { ...OIDC, ...props });

const synth = (props?: Partial<AzureFederatedIdentityProps>): Template => {
  const stack = azureStack();
  create(stack, "finops", props);
  return Template.of(stack);
};

const TYPES = {
  azuread_application: 1,
  azuread_service_principal: 1,
  azuread_application_federated_identity_credential: 1,
};

const CREDENTIAL = "azuread_application_federated_identity_credential";

describe("a federated identity with only its required props", () => {
  const stack = azureStack();
  const identity = create(stack, "finops");
  const template = Template.of(stack);
  const application = template.address("azuread_application");
  const deployer = template.addresses.find((address) => address.startsWith("data.")) ?? "";

  it("creates an application with a service principal and a federated credential, and no secret", () => {
    expect(template.resourceTypes).toEqual(TYPES);
    expect(identity.fieldValues).toEqual({});
  });

  it("creates a single-tenant application, named after the construct's path, without permissions in Microsoft Graph", () => {
    expect(template.resource("azuread_application")).toEqual({
      display_name: "billing-finops",
      notes: "The FinOps platform reads billing exports as this application.",
      owners: [`\${${deployer}.object_id}`],
      prevent_duplicate_names: true,
      sign_in_audience: "AzureADMyOrg",
      lifecycle: { ignore_changes: ["owners"] },
    });
    expect(template.resource("azuread_service_principal")).toEqual({
      client_id: `\${${application}.client_id}`,
      owners: [`\${${deployer}.object_id}`],
      lifecycle: { ignore_changes: ["owners"] },
    });
  });

  it("trusts only tokens with the given issuer, subject and audience", () => {
    expect(template.resource(CREDENTIAL)).toEqual({
      application_id: `\${${application}.id}`,
      display_name: "finops-platform",
      description: "The FinOps platform logs in by tokens of its own.",
      issuer: OIDC.issuerUri,
      subject: OIDC.subject,
      audiences: ["api://AzureADTokenExchange"],
    });
  });

  it("reports the login of the platform and the permissions of the owners, and no others", () => {
    expect(identity.permissions.map(({ id, grantee, actions, resource }) => [id, grantee, actions, resource])).toEqual([
      ["LogIn", "platform principal", ["log in by a token of its own"], "the application"],
      ["OwnApplication", "owners of the application", ["change its credentials and whom it trusts"], "the application"],
    ]);
  });

  it("returns the IDs of the application, and the object ID of the service principal", () => {
    expect(
      resolved(stack, [
        identity.clientId,
        identity.applicationObjectId,
        identity.servicePrincipalObjectId,
        identity.tenantId,
      ]),
    ).toEqual([
      `\${${application}.client_id}`,
      `\${${application}.object_id}`,
      `\${${template.address("azuread_service_principal")}.object_id}`,
      `\${${deployer}.tenant_id}`,
    ]);
    expect([identity.principalKey, identity.environment]).toEqual(["billing/finops", "public"]);
    expect(identity.node.defaultChild).toBe(identity.application);
    expect(identity.federatedCredential.node.path).toBe("billing/finops/federated_credential");
  });

  it("has no manual steps, no limitations, and no expiry", () => {
    expect([identity.manualSteps, identity.limitations, identity.dependencies]).toEqual([[], [], []]);
    expect(JSON.stringify(template.json)).not.toMatch(/timestamp|end_date/);
  });

  it("fills in the platform's form, except for the secret", () => {
    const integrationStack = azureStack();
    new AzureIntegration(integrationStack, "finops", { ...MINIMAL, identity: create(integrationStack, "login") });
    const { json, outputs } = Template.of(integrationStack);
    const names = Object.keys(outputs);
    expect(names).toEqual(expect.arrayContaining(["finops_client_id", "finops_service_principal_object_id"]));
    expect(names.filter((name) => name.includes("secret"))).toEqual([]);
    expect(JSON.stringify(json)).not.toContain("azuread_application_password");
  });
});

describe("the audience of the tokens", () => {
  const audiencesOf = (template: Template): unknown => template.resource(CREDENTIAL).audiences;

  it.each<["public" | "usgovernment" | "china", string, string]>([
    ["public", "global", "api://AzureADTokenExchange"],
    ["usgovernment", "usgovernment", "api://AzureADTokenExchangeUSGov"],
    ["usgovernment", "dod", "api://AzureADTokenExchangeUSGov"],
    ["china", "china", "api://AzureADTokenExchangeChina"],
  ])(
    "is the one that Microsoft recommends in the environment %s, with the provider in %s: %s",
    (environment, name, audience) => {
      const stack = emptyStack();
      new AzureadProvider(stack, "azuread", { environment: name });
      const identity = create(stack, "finops", { environment });
      expect(audiencesOf(Template.of(stack))).toEqual([audience]);
      expect(identity.environment).toBe(environment);
    },
  );

  it("can be replaced by another one", () => {
    expect(audiencesOf(synth({ audience: "https://platform.example/acme" }))).toEqual([
      "https://platform.example/acme",
    ]);
  });
});

describe("a federated identity with all options", () => {
  it("has the given name and owners, also on the service principal", () => {
    const template = synth({ applicationName: "FinOps login", owners: { alice: OWNER } });
    expect(template.resource("azuread_application")).toMatchObject({ display_name: "FinOps login", owners: [OWNER] });
    expect(template.resource("azuread_application")).not.toHaveProperty("lifecycle");
    expect(template.resource("azuread_service_principal").owners).toEqual([OWNER]);
  });

  it("creates everything with the provider that is passed", () => {
    const stack = azureStack();
    const azureadProvider = new AzureadProvider(stack, "other", { alias: "other", tenantId: TENANT });
    const identity = create(stack, "finops", { azureadProvider, tenantId: TENANT });
    const template = Template.of(stack);
    expect(Object.keys(TYPES).map((type) => template.resource(type).provider)).toEqual(Array(3).fill("azuread.other"));
    expect(template.data("azuread_client_config")).toEqual({
      provider: "azuread.other",
      lifecycle: {
        postcondition: [
          {
            condition: `\${(self.tenant_id == "${TENANT}")}`,
            error_message:
              "AzureFederatedIdentity at billing/finops: 'tenantId' must be the tenant that the azuread provider is logged in to.",
          },
        ],
      },
    });
    expect(identity.azureadProvider).toBe(azureadProvider);
  });
});

describe("the name of an application", () => {
  it("must be unique in a tenant across all kinds of identities, ignoring letter case", () => {
    const stack = azureStack();
    const other = new TerraformStack(App.of(stack), "other");
    new AzureIdentity(stack, "one", { applicationName: "FinOps" });
    create(other, "elsewhere", { applicationName: "finops", tenantId: TENANT });
    expect(problemsOf(stack)).toBe("");
    create(other, "two", { applicationName: "finops" });
    expect(problemsOf(stack)).toBe(
      `[billing] AzureFederatedIdentity at other/two: 'applicationName' must be unique, got: "finops", which billing/one already uses for its application; choose another, or set 'tenantId' of both if their tenants differ`,
    );
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = azureStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  create(stack, "finops", {
    issuerUri: variable("issuer"),
    subject: variable("subject"),
    audience: variable("audience"),
  });
  const template = Template.of(stack);

  it("check the values on the application, before the credential is created", () => {
    const { lifecycle } = template.resource("azuread_application") as {
      lifecycle: { ignore_changes: string[]; precondition: { condition: string; error_message: string }[] };
    };
    const at = "AzureFederatedIdentity at billing/finops: ";
    expect(new Set(lifecycle.precondition.map(({ error_message }) => error_message))).toEqual(
      new Set([
        `${at}'issuerUri' must be an address that begins with https://.`,
        `${at}'issuerUri' must be at most 600 characters long.`,
        `${at}'subject' must be letters, digits and ._:/@+=|~-.`,
        `${at}'subject' must be 1-600 characters long.`,
        `${at}'subject' must be the subject of tokens, not a token.`,
        `${at}'audience' must be an address or a name without spaces.`,
        `${at}'audience' must be 1-600 characters long.`,
        `${at}'audience' must be the audience of tokens, not a token.`,
      ]),
    );
    expect(lifecycle.precondition.map(({ condition }) => condition)).toEqual(
      expect.arrayContaining([
        '${can(regex("^[A-Za-z0-9._:/@+=|~-]*$", var.subject))}',
        "${((length(var.subject) >= 1) && (length(var.subject) <= 600))}",
        '${!can(regex("^(ya29[.]|eyJ)", var.audience))}',
      ]),
    );
    expect(lifecycle.ignore_changes).toEqual(["owners"]);
  });

  it("leave the tokens in the credential", () => {
    expect(template.resource(CREDENTIAL)).toMatchObject({
      application_id: `\${${template.address("azuread_application")}.id}`,
      issuer: "${var.issuer}",
      subject: "${var.subject}",
      audiences: ["${var.audience}"],
    });
  });
});

describe("validation of a federated identity", () => {
  const must = (property: string, what: string, got: string, example: string): string =>
    `'${property}' must ${what}, got: ${got}; for example ${example}`;
  const https = "be an address that begins with https://";
  const subject = (what: string, got: string): string => must("subject", what, got, '"acme-finops"');
  const audience = (what: string, got: string): string => must("audience", what, got, '"api://AzureADTokenExchange"');
  const letters = "be letters, digits and ._:/@+=|~-";
  const HIDDEN_VALUE = "24 characters that look like a secret, which are not shown";
  const KNOWN =
    "known are environment, azureadProvider, tenantId, applicationName, owners, issuerUri, subject, audience";

  it.each<[string, unknown, string]>([
    [
      "a missing issuer",
      { issuerUri: undefined },
      `'issuerUri' is required: it must ${https}; for example "https://login.platform.example/acme"`,
    ],
    [
      "a missing subject",
      { subject: undefined },
      `'subject' is required: it must ${letters}; for example "acme-finops"`,
    ],
    [
      "an issuer without TLS",
      { issuerUri: "http://a.example" },
      must("issuerUri", https, '"http://a.example"', '"https://login.platform.example/acme"'),
    ],
    ["a list of audiences", { audience: ["a"] }, audience("be an address or a name without spaces", "a list of 1")],
    [
      "a token as the audience, and does not show it",
      { audience: "eyJhbGciOiJub25lIn0.e30." },
      audience("be the audience of tokens, not a token", HIDDEN_VALUE),
    ],
    [
      "a token as the subject, and does not show it",
      { subject: "eyJhbGciOiJub25lIn0.e30." },
      subject("be the subject of tokens, not a token", HIDDEN_VALUE),
    ],
    [
      "an unknown environment",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    ["an empty map of owners", { owners: {} }, "'owners' must name an owner, got: none; leave it out for the deployer"],
    [
      "the same owner twice",
      { owners: { alice: OWNER, bob: OWNER } },
      `'owners' must name each owner once, got: the same one for "alice" and "bob"`,
    ],
    [
      "an object that is not a provider",
      { azureadProvider: {} },
      "'azureadProvider' must be an AzureadProvider, got: an object",
    ],
    [
      "a client secret, because it has none",
      { createClientSecret: true },
      `"createClientSecret" is not a known property; ${KNOWN}`,
    ],
    [
      "a certificate, because it needs none",
      { certificatePem: certificate({ name: "one" }) },
      `"certificatePem" is not a known property; ${KNOWN}`,
    ],
  ])("refuses %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => create(stack, "finops", props as Partial<AzureFederatedIdentityProps>))).toBe(
      `AzureFederatedIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});
