import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import {
  AzureFederatedIdentity,
  type AzureFederatedIdentityProps,
  AzureIdentity,
  AzureIntegration,
} from "cdktf-finops/azure";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { type Construct } from "constructs";
import { azureStack, MINIMAL, OWNER, TENANT } from "../support/azure";
import { certificate } from "../support/keys";
import { emptyStack, refusal, resolved, Template } from "../support/template";

const OIDC = { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" };

const make = (scope: Construct, id: string, props: Partial<AzureFederatedIdentityProps> = {}): AzureFederatedIdentity =>
  new AzureFederatedIdentity(scope, id, { ...OIDC, ...props });

const synth = (props?: Partial<AzureFederatedIdentityProps>): Template => {
  const stack = azureStack();
  make(stack, "finops", props);
  return Template.of(stack);
};

const TYPES = {
  azuread_application: 1,
  azuread_service_principal: 1,
  azuread_application_federated_identity_credential: 1,
};

const CREDENTIAL = "azuread_application_federated_identity_credential";

describe("an application for a platform with tokens of OpenID Connect", () => {
  const stack = azureStack();
  const identity = make(stack, "finops");
  const template = Template.of(stack);
  const application = template.address("azuread_application");
  const deployer = template.addresses.find((address) => address.startsWith("data.")) ?? "";

  it("is an application with a service principal, and no secret at all", () => {
    expect(template.resourceTypes).toEqual(TYPES);
    expect(identity.formValues).toEqual({});
  });

  it("is of this tenant alone, named after the construct's path, and asks nothing of Microsoft Graph", () => {
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

  it("takes the tokens of that issuer that are of that subject and for that audience, and no others", () => {
    expect(template.resource(CREDENTIAL)).toEqual({
      application_id: `\${${application}.id}`,
      display_name: "finops-platform",
      description: "The FinOps platform logs in by tokens of its own.",
      issuer: OIDC.issuerUri,
      subject: OIDC.subject,
      audiences: ["api://AzureADTokenExchange"],
    });
  });

  it("tells that it lets the platform log in, and what its owners may do, and grants nothing else", () => {
    expect(identity.permissions.map(({ id, grantee, actions, resource }) => [id, grantee, actions, resource])).toEqual([
      ["LogIn", "platform principal", ["log in by a token of its own"], "the application"],
      ["OwnApplication", "owners of the application", ["change its credentials and whom it trusts"], "the application"],
    ]);
  });

  it("tells who it is: the application by client ID and object ID, the service principal by its own", () => {
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

  it("leaves nothing to do by hand, lacks nothing, and has nothing that ends", () => {
    expect([identity.manualSteps, identity.limitations, identity.dependencies]).toEqual([[], [], []]);
    expect(JSON.stringify(template.json)).not.toMatch(/timestamp|end_date/);
  });

  it("fills in the platform's form but for a secret, which there is none of", () => {
    const whole = azureStack();
    new AzureIntegration(whole, "finops", { ...MINIMAL, identity: make(whole, "login") });
    const { json, outputs } = Template.of(whole);
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
    "is, in the cloud %s by the provider's %s, the one that Microsoft recommends: %s",
    (environment, name, audience) => {
      const stack = emptyStack();
      new AzureadProvider(stack, "azuread", { environment: name });
      const identity = make(stack, "finops", { environment });
      expect(audiencesOf(Template.of(stack))).toEqual([audience]);
      expect(identity.environment).toBe(environment);
    },
  );

  it("may be another one, and no other then", () => {
    expect(audiencesOf(synth({ audience: "https://platform.example/acme" }))).toEqual([
      "https://platform.example/acme",
    ]);
  });
});

describe("the application, as told", () => {
  it("has that name and those owners, as has the service principal", () => {
    const template = synth({ applicationName: "FinOps login", owners: { alice: OWNER } });
    expect(template.resource("azuread_application")).toMatchObject({ display_name: "FinOps login", owners: [OWNER] });
    expect(template.resource("azuread_application")).not.toHaveProperty("lifecycle");
    expect(template.resource("azuread_service_principal").owners).toEqual([OWNER]);
  });

  it("is made by the provider passed, as all of it is", () => {
    const stack = azureStack();
    const azureadProvider = new AzureadProvider(stack, "other", { alias: "other", tenantId: TENANT });
    const identity = make(stack, "finops", { azureadProvider, tenantId: TENANT });
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

describe("the properties, at their widest", () => {
  it.each<[string, Partial<AzureFederatedIdentityProps>]>([
    ["an issuer with port, path and a slash at its end", { issuerUri: "https://a-1.example:8443/v2.0/_~x/" }],
    ["an issuer of 600 characters", { issuerUri: `https://a.example/${"x".repeat(582)}` }],
    ["the issuer of a tenant", { issuerUri: `https://login.microsoftonline.com/${TENANT}/v2.0` }],
    ["a subject of all kinds of characters", { subject: "aZ9._:/@+=|~-" }],
    ["a subject of 600 characters", { subject: "s".repeat(600) }],
    ["an audience of one character", { audience: "a" }],
    ["an audience of 600 characters", { audience: "a".repeat(600) }],
  ])("may be %s", (_, props) => {
    const { issuerUri, subject, audience } = { ...OIDC, audience: "api://AzureADTokenExchange", ...props };
    expect(synth(props).resource(CREDENTIAL)).toMatchObject({ issuer: issuerUri, subject, audiences: [audience] });
  });
});

describe("the name of an application", () => {
  it("is one's own in a tenant, whatever the way in and the letter case", () => {
    const app = Testing.app();
    new AzureIdentity(new TerraformStack(app, "first"), "one", { applicationName: "FinOps" });
    const second = new TerraformStack(app, "second");
    expect(refusal(() => make(second, "two", { applicationName: "finops" }))).toBe(
      `AzureFederatedIdentity at second/two: 'applicationName' must be unique, got: "finops", which first/one already uses for its application; choose another, or set 'tenantId' of both if their tenants differ`,
    );
    expect(second.node.tryFindChild("two")).toBeUndefined();
    expect(() => make(second, "three", { applicationName: "finops", tenantId: TENANT })).not.toThrow();
  });
});

describe("what Terraform fills in", () => {
  const stack = azureStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  make(stack, "finops", {
    issuerUri: variable("issuer"),
    subject: variable("subject"),
    audience: variable("audience"),
  });
  const template = Template.of(stack);

  it("is checked on the application, before anyone is trusted", () => {
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

  it("is whose tokens are taken", () => {
    expect(template.resource(CREDENTIAL)).toMatchObject({
      application_id: `\${${template.address("azuread_application")}.id}`,
      issuer: "${var.issuer}",
      subject: "${var.subject}",
      audiences: ["${var.audience}"],
    });
  });
});

describe("what it refuses", () => {
  const must = (property: string, what: string, got: string, example: string): string =>
    `'${property}' must ${what}, got: ${got}; for example ${example}`;
  const https = "be an address that begins with https://";
  const issuer = (got: string): string =>
    must("issuerUri", https, JSON.stringify(got), '"https://login.platform.example/acme"');
  const subject = (what: string, got: string): string => must("subject", what, got, '"acme-finops"');
  const audience = (what: string, got: string): string => must("audience", what, got, '"api://AzureADTokenExchange"');
  const letters = "be letters, digits and ._:/@+=|~-";
  const UNSEEN = "24 characters that look like a secret, which are not shown";
  const KNOWN =
    "known are environment, azureadProvider, tenantId, applicationName, owners, issuerUri, subject, audience";

  it.each<[string, unknown, string]>([
    [
      "no issuer",
      { issuerUri: undefined },
      `'issuerUri' is required: it must ${https}; for example "https://login.platform.example/acme"`,
    ],
    ["no subject", { subject: undefined }, `'subject' is required: it must ${letters}; for example "acme-finops"`],
    ["an issuer without TLS", { issuerUri: "http://a.example" }, issuer("http://a.example")],
    ["an issuer without a scheme", { issuerUri: "login.platform.example" }, issuer("login.platform.example")],
    ["an issuer with a query", { issuerUri: "https://a.example/?t=1" }, issuer("https://a.example/?t=1")],
    ["an issuer with a user", { issuerUri: "https://a@b.example" }, issuer("https://a@b.example")],
    ["an issuer of two slashes", { issuerUri: "https://a.example//b" }, issuer("https://a.example//b")],
    ["an issuer by a name without a domain", { issuerUri: "https://localhost" }, issuer("https://localhost")],
    ["an issuer with a line break", { issuerUri: "https://a.example\n" }, issuer("https://a.example\n")],
    [
      "an issuer too long",
      { issuerUri: `https://a.example/${"x".repeat(583)}` },
      must(
        "issuerUri",
        "be at most 600 characters long",
        `"https://a.example/${"x".repeat(62)}"… (601 characters)`,
        '"https://login.platform.example/acme"',
      ),
    ],
    ["every subject", { subject: "*" }, subject(letters, '"*"')],
    ["a subject with a space", { subject: "acme finops" }, subject(letters, '"acme finops"')],
    ["a subject with a line break", { subject: "a\n" }, subject(letters, '"a\\n"')],
    ["a subject that Terraform would evaluate", { subject: "${x}" }, subject(letters, '"${x}"')],
    ["an empty subject", { subject: "" }, subject("be 1-600 characters long", '""')],
    [
      "a subject too long",
      { subject: "s".repeat(601) },
      subject("be 1-600 characters long", `"${"s".repeat(80)}"… (601 characters)`),
    ],
    ["an audience with a space", { audience: "a b" }, audience("be an address or a name without spaces", '"a b"')],
    ["an empty audience", { audience: "" }, audience("be 1-600 characters long", '""')],
    [
      "an audience too long",
      { audience: "a".repeat(601) },
      audience("be 1-600 characters long", `"${"a".repeat(80)}"… (601 characters)`),
    ],
    ["audiences as a list", { audience: ["a"] }, audience("be an address or a name without spaces", "a list of 1")],
    [
      "a token as audience, which is not shown",
      { audience: "eyJhbGciOiJub25lIn0.e30." },
      audience("be the audience of tokens, not a token", UNSEEN),
    ],
    [
      "a token as subject, which is not shown",
      { subject: "eyJhbGciOiJub25lIn0.e30." },
      subject("be the subject of tokens, not a token", UNSEEN),
    ],
    [
      "a cloud that is none",
      { environment: "germany" },
      `'environment' must be one of public, usgovernment, china, got: "germany"`,
    ],
    ["no owner at all", { owners: {} }, "'owners' must name an owner, got: none; leave it out for the deployer"],
    [
      "an owner who is there twice",
      { owners: { alice: OWNER, bob: OWNER } },
      `'owners' must name each owner once, got: the same one for "alice" and "bob"`,
    ],
    [
      "a name with a slash",
      { applicationName: "a/b" },
      must("applicationName", "be letters, digits, spaces and ._-", '"a/b"', '"finops-platform"'),
    ],
    [
      "something else as provider",
      { azureadProvider: {} },
      "'azureadProvider' must be an AzureadProvider, got: an object",
    ],
    [
      "a secret, which it has none of",
      { createClientSecret: true },
      `"createClientSecret" is not a known property; ${KNOWN}`,
    ],
    [
      "a certificate, which it needs none of",
      { certificatePem: certificate({ name: "one" }) },
      `"certificatePem" is not a known property; ${KNOWN}`,
    ],
  ])("is %s", (_, props, problem) => {
    const stack = azureStack();
    expect(refusal(() => make(stack, "finops", props as Partial<AzureFederatedIdentityProps>))).toBe(
      `AzureFederatedIdentity at billing/finops: ${problem}`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });
});
