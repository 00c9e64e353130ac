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

/** What is told of an integration whose provider is configured like that; nothing when all is well. */
const toldOf = (config: ProviderConfig, props?: AnyProps<OciIntegrationProps>): string => {
  const stack = emptyStack();
  new OciProvider(stack, "oci", config);
  new TlsProvider(stack, "tls");
  integrationIn(stack, props);
  return problemsOf(stack);
};

const notAtHome = (region: string): string =>
  `[billing/finops/identity] the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: region "${region}" ` +
  `and 'homeRegion' "us-ashburn-1"; pass a provider of the home region as 'provider'`;

describe("the region of the provider", () => {
  it("is the home region", () => {
    expect(toldOf({ region: "us-ashburn-1" })).toBe("");
  });

  it("is refused when it is another, of which is told once, however many parts use it", () => {
    expect(toldOf({ region: "us-phoenix-1" })).toBe(notAtHome("us-phoenix-1"));
  });

  it("is the one that an override gives it", () => {
    const stack = emptyStack();
    new OciProvider(stack, "oci", { region: "us-ashburn-1" }).addOverride("region", "eu-frankfurt-1");
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(notAtHome("eu-frankfurt-1"));
  });

  it("cannot be compared when Terraform fills it in, or the environment", () => {
    const stack = emptyStack();
    const region = new TerraformVariable(stack, "region", { type: "string" }).stringValue;
    new OciProvider(stack, "oci", { region });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
    expect(toldOf({})).toBe("");
  });

  it("is that of the provider passed, whatever the stack's other one is", () => {
    const stack = ociStack("us-phoenix-1");
    const provider = new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    integrationIn(stack, { provider });
    expect(problemsOf(stack)).toBe("");
  });

  it("is another for an integration of another tenancy, by a provider each", () => {
    const stack = ociStack();
    const other = { tenancyOcid: ocidOf("tenancy", "b"), homeRegion: "uk-london-1" } as const;
    const provider = new OciProvider(stack, "other", { region: "uk-london-1", alias: "other" });
    integrationIn(stack);
    new OciIntegration(stack, "second", { ...other, ...NEW_USER, provider });
    expect(problemsOf(stack)).toBe("");
    new OciIntegration(stack, "third", { ...other, userEmail: "third@acme.example", userName: "u", policyName: "p" });
    expect(problemsOf(stack)).toBe(
      `[billing/third/identity] the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: region "us-ashburn-1" ` +
        `and 'homeRegion' "uk-london-1"; pass a provider of the home region as 'provider'`,
    );
  });

  it("is that of each part, of which each is told", () => {
    const stack = ociStack();
    const billingExport = new OciBillingExport(stack, "export", { ...HOME, homeRegion: "us-phoenix-1" });
    const identity = new OciIdentity(stack, "identity", { ...HOME, ...NEW_USER });
    new OciAccess(stack, "finops", { ...HOME, homeRegion: "us-phoenix-1", identity, billingExport });
    expect(problemsOf(stack)).toBe(
      `[billing/finops] the OCI provider must work in the tenancy's home region, the only one in which IAM can be changed, got: region "us-ashburn-1" ` +
        `and 'homeRegion' "us-phoenix-1"; pass a provider of the home region as 'provider'`,
    );
  });

  it("is refused also where the first that used it was taken out again", () => {
    const stack = ociStack("us-phoenix-1");
    integrationIn(stack);
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(notAtHome("us-phoenix-1"));
  });
});

describe("the tenancy of the provider", () => {
  const region = "us-ashburn-1";

  it("is the one whose costs are read", () => {
    expect(toldOf({ region, tenancyOcid: TENANCY })).toBe("");
  });

  it("is refused when it is another", () => {
    expect(toldOf({ region, tenancyOcid: ocidOf("tenancy", "b") })).toBe(
      `[billing/finops/identity] the OCI provider must be logged in to the tenancy "${TENANCY}", got: tenancy_ocid "${ocidOf("tenancy", "b")}"`,
    );
  });

  it("cannot be compared when Terraform fills in one of them", () => {
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

describe("how the provider logs in", () => {
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
  ])("is by a way that it knows, in any letter case: %s", (auth) => {
    expect(toldOf({ region, auth })).toBe("");
  });

  it("is refused when it is by another", () => {
    expect(toldOf({ region, auth: "Password" })).toBe(
      "[billing/finops/identity] the OCI provider's 'auth' must be one of ApiKey, InstancePrincipal, InstancePrincipalWithCerts, SecurityToken, " +
        `ResourcePrincipal, OKEWorkloadIdentity, WorkloadIdentityFederation, got: "Password"`,
    );
  });

  it("is by a profile, or a file, or what the environment has", () => {
    expect(toldOf({ region, configFileProfile: "FINOPS" })).toBe("");
    expect(toldOf({ region, userOcid: USER, fingerprint: "aa:bb", privateKeyPath: "~/.oci/key.pem" })).toBe("");
  });

  it("is refused when a secret is in the program, without showing it", () => {
    const { privateKey } = rsaKey();
    const told = toldOf({ region, privateKey, privateKeyPassword: "hunter2", tokenExchangeClientSecret: "hunter2" });
    expect(told).toBe(
      ["private_key", "private_key_password", "token_exchange_client_secret"]
        .map(
          (name) =>
            `[billing/finops/identity] the OCI provider's '${name}' must not be in the program, whose JSON anyone may read; use a profile of ` +
            "~/.oci/config, the environment (OCI_…), or 'private_key_path'",
        )
        .join("\n"),
    );
    expect(told).not.toContain("hunter2");
    expect(told).not.toContain(privateKey.split("\n")[1]);
  });

  it("is refused when a variable has the secret for its default", () => {
    const stack = emptyStack();
    const privateKeyPassword = new TerraformVariable(stack, "password", { default: "hunter2" }).stringValue;
    new OciProvider(stack, "oci", { region, privateKeyPassword });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toContain("the OCI provider's 'private_key_password' must not be in the program");
  });

  it("may be by a secret that Terraform fills in", () => {
    const stack = emptyStack();
    const privateKey = new TerraformVariable(stack, "key", { type: "string", sensitive: true }).stringValue;
    new OciProvider(stack, "oci", { region, privateKey });
    new TlsProvider(stack, "tls");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
  });

  it("is told of all at once, each once", () => {
    const lines = toldOf({ region: "us-phoenix-1", tenancyOcid: ocidOf("tenancy", "b"), auth: "x", privateKey: "y" });
    expect(lines.split("\n").map((line) => /must [a-z ]+/.exec(line)?.[0])).toEqual([
      "must work in the tenancy",
      "must be logged in to the tenancy ",
      "must be one of ",
      "must not be in the program",
    ]);
  });
});

describe("the provider of a part that is used alone", () => {
  const parts: [string, (stack: TerraformStack, provider?: OciProvider) => unknown][] = [
    ["identity", (stack, provider) => new OciIdentity(stack, "part", { ...HOME, ...NEW_USER, provider })],
    [
      "identity of a domain",
      (stack, provider) =>
        new OciDomainIdentity(stack, "part", { ...HOME, ...NEW_USER, domainName: "Services", provider }),
    ],
    [
      "user that is there",
      (stack, provider) => OciIdentity.fromUser(stack, "part", { ...HOME, userOcid: USER, provider }),
    ],
    [
      "group that is there",
      (stack, provider) => OciIdentity.fromGroup(stack, "part", { ...HOME, ...NEW_USER, groupOcid: GROUP, provider }),
    ],
    [
      "user and group that are there",
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

  it.each(parts)("must be in the stack of the part (%s)", (_, make) => {
    const app = Testing.app();
    const provider = new OciProvider(new TerraformStack(app, "other"), "oci", { region: "us-ashburn-1", alias: "a" });
    const stack = new TerraformStack(app, "billing");
    new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    new TlsProvider(stack, "tls");
    make(stack, provider);
    expect(problemsOf(stack)).toContain(
      "'provider' must be in the stack of the construct, got: other/oci; create it in billing",
    );
  });

  it.each(parts)("must be named where all of the stack's have an alias (%s)", (_, make) => {
    const stack = emptyStack();
    new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" });
    new TlsProvider(stack, "tls");
    make(stack);
    expect(problemsOf(stack)).toContain(
      "all OCI providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, make) => {
    const stack = emptyStack();
    new TlsProvider(stack, "tls");
    make(stack);
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("works in the home region (%s)", (_, make) => {
    const stack = ociStack("us-phoenix-1");
    make(stack);
    expect(problemsOf(stack)).toContain("the OCI provider must work in the tenancy's home region");
  });

  it.each(parts)("may be any of the stack's that is passed (%s)", (_, make) => {
    const stack = ociStack("us-phoenix-1");
    make(stack, new OciProvider(stack, "home", { region: "us-ashburn-1", alias: "home" }));
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the provider that makes the key pair", () => {
  const withTls = (make: (stack: TerraformStack) => AnyProps<OciIntegrationProps>): TerraformStack => {
    const stack = emptyStack();
    new OciProvider(stack, "oci", { region: "us-ashburn-1" });
    integrationIn(stack, make(stack));
    return stack;
  };

  it("cannot be missing", () => {
    expect(refusal(() => Template.of(withTls(() => ({}))))).toContain(
      "Found resources without a matching provider construct",
    );
  });

  it("must be named where all of the stack's have an alias, of which is told once", () => {
    const stack = withTls((scope) => {
      new TlsProvider(scope, "tls", { alias: "keys" });
      return {};
    });
    expect(problemsOf(stack)).toBe(
      "[billing/finops/identity] all TLS providers of the stack have an alias; pass the one to use as 'tlsProvider'",
    );
  });

  it("may be passed", () => {
    const stack = withTls((scope) => ({ tlsProvider: new TlsProvider(scope, "tls", { alias: "keys" }) }));
    expect(Template.of(stack).resource("tls_private_key").provider).toBe("tls.keys");
  });

  it("must be in the stack of the part", () => {
    const other = new TerraformStack(Testing.app(), "other");
    const tlsProvider = new TlsProvider(other, "tls", { alias: "keys" });
    expect(problemsOf(withTls(() => ({ tlsProvider })))).toContain(
      "[billing/finops/identity] 'tlsProvider' must be in the stack of the construct, got: other/tls; create it in billing",
    );
  });

  it("is not asked for where the pair is there already", () => {
    const stack = withTls(() => ({ publicKeyPem: rsaKey().publicKey }));
    expect(problemsOf(stack)).toBe("");
    expect(Template.of(stack).json.provider).not.toHaveProperty("tls");
  });

  it("is refused when it is Oracle's", () => {
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
