import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import {
  OciAccess,
  OciBillingExport,
  OciDomainIdentity,
  OciIdentity,
  OciIntegration,
  type OciIntegrationProps,
  OciProvider,
} from "cdktf-finops/oci";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { rsaKey } from "../support/keys";
import { GROUP, HOME, ocidOf, ociStack, TENANCY, USER } from "../support/oci";
import { type AnyProps } from "../support/props";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

type ProviderConfig = ConstructorParameters<typeof OciProvider>[2];

const NEW_USER = { userEmail: "finops@acme.example" };

const integrationIn = (stack: TerraformStack, props: AnyProps<OciIntegrationProps> = {}): OciIntegration =>
  new OciIntegration(stack, "finops", { ...HOME, ...NEW_USER, ...props } as OciIntegrationProps);

/** Problems of an integration whose provider has this configuration; empty if there are none. */
const problemsWith = (config: ProviderConfig, props?: AnyProps<OciIntegrationProps>): string => {
  const stack = emptyStack();
  new OciProvider(stack, "oci", config);
  new TlsProvider(stack, "tls");
  integrationIn(stack, props);
  return problemsOf(stack);
};

const wrongRegion = (region: string): string =>
  `[billing] billing/finops/identity: the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: region "${region}" ` +
  `and 'homeRegion' "us-ashburn-1"; pass a provider of the home region as 'provider'`;

describe("the region of the provider", () => {
  it("is accepted if it is the home region", () => {
    expect(problemsWith({ region: "us-ashburn-1" })).toBe("");
  });

  it("is refused if it is not the home region, and reported once for all parts", () => {
    expect(problemsWith({ region: "us-phoenix-1" })).toBe(wrongRegion("us-phoenix-1"));
  });

  it("is checked with overrides applied", () => {
    const stack = emptyStack();
    new OciProvider(stack, "oci", { region: "us-ashburn-1" }).addOverride("region", "eu-frankfurt-1");
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(wrongRegion("eu-frankfurt-1"));
  });

  it("is not checked if it is an unresolved token or comes from the environment", () => {
    const stack = emptyStack();
    const region = new TerraformVariable(stack, "region", { type: "string" }).stringValue;
    new OciProvider(stack, "oci", { region });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
    expect(problemsWith({})).toBe("");
  });

  it("is checked on the provider that is passed, not on the stack's default provider", () => {
    const stack = ociStack("us-phoenix-1");
    const provider = new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    integrationIn(stack, { provider });
    expect(problemsOf(stack)).toBe("");
  });

  it("may differ for an integration of another tenancy, with its own provider", () => {
    const stack = ociStack();
    const other = { tenancyOcid: ocidOf("tenancy", "b"), homeRegion: "uk-london-1" } as const;
    const provider = new OciProvider(stack, "other", { region: "uk-london-1", alias: "other" });
    integrationIn(stack);
    new OciIntegration(stack, "second", { ...other, ...NEW_USER, provider });
    expect(problemsOf(stack)).toBe("");
    new OciIntegration(stack, "third", { ...other, userEmail: "third@acme.example", userName: "u", policyName: "p" });
    expect(problemsOf(stack)).toBe(
      `[billing] billing/third/identity: the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: region "us-ashburn-1" ` +
        `and 'homeRegion' "uk-london-1"; pass a provider of the home region as 'provider'`,
    );
  });

  it("is compared with the home region of each part", () => {
    const stack = ociStack();
    const billingExport = new OciBillingExport(stack, "export", { ...HOME, homeRegion: "us-phoenix-1" });
    const identity = new OciIdentity(stack, "identity", { ...HOME, ...NEW_USER });
    new OciAccess(stack, "finops", { ...HOME, homeRegion: "us-phoenix-1", identity, billingExport });
    expect(problemsOf(stack)).toBe(
      `[billing] billing/finops: the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: region "us-ashburn-1" ` +
        `and 'homeRegion' "us-phoenix-1"; pass a provider of the home region as 'provider'`,
    );
  });

  it("is also checked if the first construct that used the provider was removed", () => {
    const stack = ociStack("us-phoenix-1");
    integrationIn(stack);
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(wrongRegion("us-phoenix-1"));
  });
});

describe("the tenancy of the provider", () => {
  const region = "us-ashburn-1";

  it("is accepted if it is the tenancy of the integration", () => {
    expect(problemsWith({ region, tenancyOcid: TENANCY })).toBe("");
  });

  it("is refused if it is another tenancy", () => {
    expect(problemsWith({ region, tenancyOcid: ocidOf("tenancy", "b") })).toBe(
      `[billing] billing/finops/identity: the OCI provider must be logged in to the tenancy "${TENANCY}", got: tenancy_ocid "${ocidOf("tenancy", "b")}"`,
    );
  });

  it("is not checked if one of the two is an unresolved token", () => {
    const stack = emptyStack();
    const tenancyOcid = new TerraformVariable(stack, "tenancy", { type: "string" }).stringValue;
    new OciProvider(stack, "oci", { region, tenancyOcid });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
    const other = emptyStack();
    const variable = new TerraformVariable(other, "tenancy", { type: "string" }).stringValue;
    new OciProvider(other, "oci", { region, tenancyOcid: TENANCY });
    new TlsProvider(other, "tls");
    integrationIn(other, { tenancyOcid: variable });
    expect(problemsOf(other)).toBe("");
  });
});

describe("the authentication of the provider", () => {
  const region = "us-ashburn-1";

  it.each([
    "ApiKey",
    "APIKEY",
    "InstancePrincipal",
    "instanceprincipal",
    "InstancePrincipalWithCerts",
    "SecurityToken",
    "ResourcePrincipal",
    "OKEWorkloadIdentity",
    "WorkloadIdentityFederation",
  ])("is accepted with a known method, in any letter case: %s", (auth) => {
    expect(problemsWith({ region, auth })).toBe("");
  });

  it("is refused with an unknown method", () => {
    expect(problemsWith({ region, auth: "Password" })).toBe(
      "[billing] billing/finops/identity: the OCI provider's 'auth' must be one of ApiKey, InstancePrincipal, InstancePrincipalWithCerts, SecurityToken, " +
        `ResourcePrincipal, OKEWorkloadIdentity, WorkloadIdentityFederation, got: "Password"`,
    );
  });

  it("is accepted with a profile, and with a key file", () => {
    expect(problemsWith({ region, configFileProfile: "FINOPS" })).toBe("");
    expect(problemsWith({ region, userOcid: USER, fingerprint: "aa:bb", privateKeyPath: "~/.oci/key.pem" })).toBe("");
  });

  it("is refused with a secret in the program, which is not shown", () => {
    const { privateKey } = rsaKey();
    const problems = problemsWith({
      region,
      privateKey,
      privateKeyPassword: "hunter2",
      tokenExchangeClientSecret: "hunter2",
    });
    expect(problems).toBe(
      ["private_key", "private_key_password", "token_exchange_client_secret"]
        .map(
          (name) =>
            `[billing] billing/finops/identity: the OCI provider's '${name}' must not be in the program, whose JSON anyone may read; use a profile of ` +
            "~/.oci/config, the environment (OCI_…), or 'private_key_path'",
        )
        .join("\n"),
    );
  });

  it("is refused with a variable whose default is the secret", () => {
    const stack = emptyStack();
    const privateKeyPassword = new TerraformVariable(stack, "password", { default: "hunter2" }).stringValue;
    new OciProvider(stack, "oci", { region, privateKeyPassword });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toContain("the OCI provider's 'private_key_password' must not be in the program");
  });

  it("is accepted with a secret from a variable without a default", () => {
    const stack = emptyStack();
    const privateKey = new TerraformVariable(stack, "key", { type: "string", sensitive: true }).stringValue;
    new OciProvider(stack, "oci", { region, privateKey });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
  });

  it("is reported together with the other problems, each once", () => {
    const lines = problemsWith({
      region: "us-phoenix-1",
      tenancyOcid: ocidOf("tenancy", "b"),
      auth: "x",
      privateKey: "y",
    });
    expect(lines.split("\n").map((line) => /must [a-z ]+/.exec(line)?.[0])).toEqual([
      "must work in the tenancy",
      "must be logged in to the tenancy ",
      "must be one of ",
      "must not be in the program",
    ]);
  });
});

describe("the provider of a standalone part", () => {
  const parts: [string, (stack: TerraformStack, provider?: OciProvider) => unknown][] = [
    ["identity", (stack, provider) => new OciIdentity(stack, "part", { ...HOME, ...NEW_USER, provider })],
    [
      "domain identity",
      (stack, provider) =>
        new OciDomainIdentity(stack, "part", { ...HOME, ...NEW_USER, domainName: "Services", provider }),
    ],
    ["existing user", (stack, provider) => OciIdentity.fromUser(stack, "part", { ...HOME, userOcid: USER, provider })],
    [
      "existing group",
      (stack, provider) => OciIdentity.fromGroup(stack, "part", { ...HOME, ...NEW_USER, groupOcid: GROUP, provider }),
    ],
    [
      "existing user in an existing group",
      (stack, provider) =>
        OciIdentity.fromMember(stack, "part", { ...HOME, userOcid: USER, groupOcid: GROUP, provider }),
    ],
    [
      "access",
      (stack, provider) =>
        new OciAccess(stack, "part", {
          ...HOME,
          provider,
          identity: new OciIdentity(stack, "i", { ...HOME, ...NEW_USER, provider }),
          billingExport: new OciBillingExport(stack, "b", HOME),
        }),
    ],
    ["integration", (stack, provider) => new OciIntegration(stack, "part", { ...HOME, ...NEW_USER, provider })],
  ];

  it.each(parts)("must be in the stack of the part (%s)", (_, create) => {
    const app = Testing.app();
    const provider = new OciProvider(new TerraformStack(app, "other"), "oci", { region: "us-ashburn-1", alias: "a" });
    const stack = new TerraformStack(app, "billing");
    new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    new TlsProvider(stack, "tls");
    create(stack, provider);
    expect(problemsOf(stack)).toContain(
      "'provider' must be in the stack of the construct, got: other/oci; create it in billing",
    );
  });

  it.each(parts)("must be passed if all providers of the stack have an alias (%s)", (_, create) => {
    const stack = emptyStack();
    new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    new TlsProvider(stack, "tls");
    create(stack);
    expect(problemsOf(stack)).toContain(
      "all OCI providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("must exist (%s)", (_, create) => {
    const stack = emptyStack();
    new TlsProvider(stack, "tls");
    create(stack);
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("must work in the home region (%s)", (_, create) => {
    const stack = ociStack("us-phoenix-1");
    create(stack);
    expect(problemsOf(stack)).toContain("the OCI provider must work in the tenancy's home region");
  });

  it.each(parts)("may be any provider of the stack that is passed (%s)", (_, create) => {
    const stack = ociStack("us-phoenix-1");
    create(stack, new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" }));
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the provider that creates the key pair", () => {
  const stackWith = (create: (stack: TerraformStack) => AnyProps<OciIntegrationProps>): TerraformStack => {
    const stack = emptyStack();
    new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    integrationIn(stack, create(stack));
    return stack;
  };

  it("must exist", () => {
    expect(refusal(() => Template.of(stackWith(() => ({}))))).toContain(
      "Found resources without a matching provider construct",
    );
  });

  it("must be passed if all TLS providers of the stack have an alias, which is reported once", () => {
    const stack = stackWith((scope) => {
      new TlsProvider(scope, "tls", { alias: "keys" });
      return {};
    });
    expect(problemsOf(stack)).toBe(
      "[billing] billing/finops/identity: all TLS providers of the stack have an alias; pass the one to use as 'tlsProvider'",
    );
  });

  it("may be passed", () => {
    const stack = stackWith((scope) => ({ tlsProvider: new TlsProvider(scope, "tls", { alias: "keys" }) }));
    expect(Template.of(stack).resource("tls_private_key").provider).toBe("tls.keys");
  });

  it("must be in the stack of the part", () => {
    const other = new TerraformStack(Testing.app(), "other");
    const tlsProvider = new TlsProvider(other, "tls", { alias: "keys" });
    expect(problemsOf(stackWith(() => ({ tlsProvider })))).toContain(
      "[billing] billing/finops/identity: 'tlsProvider' must be in the stack of the construct, got: other/tls; create it in billing",
    );
  });

  it("is not required for an existing key pair", () => {
    const stack = stackWith(() => ({ publicKeyPem: rsaKey().publicKey }));
    expect(problemsOf(stack)).toBe("");
    expect(Template.of(stack).json.provider).not.toHaveProperty("tls");
  });

  it("must be a TLS provider, and 'provider' an OCI provider", () => {
    const stack = ociStack();
    const provider = new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    expect(refusal(() => integrationIn(stack, { tlsProvider: provider as unknown as TlsProvider }))).toBe(
      "OciIntegration at billing/finops: 'tlsProvider' must be a TlsProvider, got: an object",
    );
    const tls = new TlsProvider(stack, "keys", { alias: "keys" });
    expect(refusal(() => integrationIn(stack, { provider: tls as unknown as OciProvider }))).toBe(
      "OciIntegration at billing/finops: 'provider' must be an OciProvider, got: an object",
    );
  });
});
