import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { GoogleProvider, type GoogleProviderConfig } from "@cdktf/provider-google/lib/provider";
import {
  GcpAccess,
  GcpBillingExport,
  GcpFederatedIdentity,
  GcpIdentity,
  GcpImpersonatedIdentity,
  GcpIntegration,
  type GcpIntegrationProps,
  GcpServices,
  GcpStorage,
} from "cdktf-finops/gcp";
import { Fn, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { type AnyProps } from "../support/props";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

const HERE = { projectId: PROJECT };
const DATASET = { ...HERE, datasetLocation: "EU" };
const EXPORT = { billingAccountId: BILLING_ACCOUNT };
const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;

const integrationIn = (stack: TerraformStack, props: AnyProps<GcpIntegrationProps> = {}): GcpIntegration =>
  new GcpIntegration(stack, "finops", {
    ...DATASET,
    ...EXPORT,
    organizationId: ORGANIZATION,
    ...props,
  } as GcpIntegrationProps);

/** What is told of an integration whose provider is configured like that; nothing when all is well. */
const toldOf = (config: GoogleProviderConfig): string => {
  const stack = emptyStack();
  new GoogleProvider(stack, "google", config);
  integrationIn(stack);
  return problemsOf(stack);
};

describe("how the provider logs in", () => {
  it.each<[string, GoogleProviderConfig]>([
    ["what the environment has", {}],
    ["the file of a key", { credentials: "/run/secrets/deployer.json" }],
    ["acting as a service account", { impersonateServiceAccount: EMAIL }],
    ["the universe of Google's own, by its name", { universeDomain: "googleapis.com" }],
  ])("is by %s", (_, config) => {
    expect(toldOf(config)).toBe("");
  });

  it("is refused when a secret is in the program, of each once, without showing it", () => {
    const told = toldOf({ credentials: ' {"private_key": "hunter2"}', accessToken: "ya29.hunter2" });
    expect(told).toBe(
      ["credentials", "access_token"]
        .map(
          (name) =>
            `[billing/finops/identity] the Google provider's '${name}' must not be in the program, whose JSON anyone may read; ` +
            "log in by 'gcloud auth application-default login', or name the key's file in GOOGLE_APPLICATION_CREDENTIALS",
        )
        .join("\n"),
    );
    expect(told).not.toContain("hunter2");
  });

  it.each<[string, GoogleProviderConfig, string]>([
    ["of values put together", { credentials: Fn.jsonencode({ private_key: "hunter2" }) }, "credentials"],
    ["of a text decoded", { credentials: Fn.base64decode("aHVudGVyMg==") }, "credentials"],
    ["of parts joined", { accessToken: Fn.join("", ["ya29.", "hunter2"]) }, "access_token"],
    [
      "in a block",
      { externalCredentials: [{ audience: "a", serviceAccountEmail: EMAIL, identityToken: "eyJ.hunter2" }] },
      "external_credentials.identity_token",
    ],
  ])("is refused when a secret is in an expression, or elsewhere: %s", (_, config, name) => {
    const told = toldOf(config);
    expect(told).toMatch(
      new RegExp(`^\\[billing/finops/identity\\] the Google provider's '${name}' must not be in the program`),
    );
    expect(told).not.toContain("hunter2");
  });

  it("may be by what Terraform reads of a file", () => {
    expect(toldOf({ credentials: Fn.file("/run/secrets/deployer.json") })).toBe("");
  });

  it("may be by the name of a key's file, also as a variable's default", () => {
    const stack = emptyStack();
    const file = new TerraformVariable(stack, "file", { type: "string", default: "/run/deployer.json" }).stringValue;
    new GoogleProvider(stack, "google", { credentials: file });
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
  });

  it("is refused when an override puts the secret there", () => {
    const stack = emptyStack();
    new GoogleProvider(stack, "google").addOverride("access_token", "ya29.hunter2");
    integrationIn(stack);
    expect(problemsOf(stack)).toContain("the Google provider's 'access_token' must not be in the program");
  });

  it("may be by a secret that Terraform fills in", () => {
    const stack = emptyStack();
    const variable = (name: string): string =>
      new TerraformVariable(stack, name, { type: "string", sensitive: true }).stringValue;
    new GoogleProvider(stack, "google", { credentials: variable("key"), accessToken: variable("token") });
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the universe of the provider", () => {
  it("is Google's own, and refused when it is another", () => {
    expect(toldOf({ universeDomain: "apis-berlin-build0.goog" })).toBe(
      `[billing/finops/identity] the Google provider's 'universe_domain' must be googleapis.com, where this library was made for, got: "apis-berlin-build0.goog"`,
    );
  });
});

describe("the provider of a part that is used alone", () => {
  interface Provided {
    readonly provider?: GoogleProvider;
  }
  const parts: [string, (stack: TerraformStack, provided: Provided) => unknown][] = [
    ["identity", (stack, provided) => new GcpIdentity(stack, "part", { ...HERE, ...provided })],
    [
      "service account that is there",
      (stack, provided) =>
        GcpIdentity.fromServiceAccount(stack, "part", { ...HERE, ...provided, serviceAccountEmail: EMAIL }),
    ],
    [
      "service account that another acts as",
      (stack, provided) =>
        new GcpImpersonatedIdentity(stack, "part", { ...HERE, ...provided, trustedServiceAccountEmail: EMAIL }),
    ],
    [
      "service account that tokens are exchanged for",
      (stack, provided) =>
        new GcpFederatedIdentity(stack, "part", { ...HERE, ...provided, issuerUri: "https://a.example", subject: "a" }),
    ],
    ["services", (stack, provided) => new GcpServices(stack, "part", { ...HERE, ...provided })],
    ["storage", (stack, provided) => new GcpStorage(stack, "part", { ...DATASET, ...provided })],
    [
      "dataset that is there",
      (stack, provided) => GcpStorage.fromDataset(stack, "part", { ...DATASET, ...provided, datasetId: "billing" }),
    ],
    [
      "access",
      (stack, provided) =>
        new GcpAccess(stack, "part", {
          ...HERE,
          ...provided,
          hierarchy: "NONE",
          identity: new GcpIdentity(stack, "i", { ...HERE, ...provided, accountId: "finops" }),
          billingExport: new GcpBillingExport(stack, "b", {
            ...EXPORT,
            storage: new GcpStorage(stack, "s", { ...DATASET, ...provided }),
          }),
        }),
    ],
    [
      "integration",
      (stack, provided) =>
        new GcpIntegration(stack, "part", { ...DATASET, ...EXPORT, ...provided, organizationId: ORGANIZATION }),
    ],
  ];

  it.each(parts)("must be in the stack of the part (%s)", (_, make) => {
    const app = Testing.app();
    const provider = new GoogleProvider(new TerraformStack(app, "other"), "google", { alias: "other" });
    const stack = new TerraformStack(app, "billing");
    new GoogleProvider(stack, "google");
    make(stack, { provider });
    expect(problemsOf(stack)).toContain(
      "'provider' must be in the stack of the construct, got: other/google; create it in billing",
    );
  });

  it.each(parts)("must be named where all of the stack's have an alias (%s)", (_, make) => {
    const stack = emptyStack();
    new GoogleProvider(stack, "payer", { alias: "payer" });
    make(stack, {});
    expect(problemsOf(stack)).toContain(
      "all Google providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, make) => {
    const stack = emptyStack();
    make(stack, {});
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("has no secret in the program (%s)", (_, make) => {
    const stack = emptyStack();
    new GoogleProvider(stack, "google", { accessToken: "ya29" });
    make(stack, {});
    expect(problemsOf(stack)).toContain("the Google provider's 'access_token' must not be in the program");
  });

  it.each(parts)("may be any of the stack's that is passed (%s)", (_, make) => {
    const stack = gcpStack();
    make(stack, { provider: new GoogleProvider(stack, "payer", { alias: "payer" }) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each(parts)("is Google's (%s)", (_, make) => {
    const stack = gcpStack();
    const provider = new AwsProvider(stack, "aws") as unknown as GoogleProvider;
    expect(refusal(() => make(stack, { provider }))).toMatch(
      /^Gcp[.\w]+ at billing\/\w+: 'provider' must be a GoogleProvider, got: an object$/,
    );
  });
});

describe("parts that are passed", () => {
  const other = (stack: TerraformStack): GoogleProvider => new GoogleProvider(stack, "other", { alias: "other" });
  const refused = (property: string, what: string, where = "GcpIntegration at billing/finops"): string =>
    `${where}: '${property}' must ${what}`;
  const byAnother = (got: string): string =>
    `use the provider of the construct, got: ${got}; pass the same 'provider' to both`;

  it("are made by the provider of the integration", () => {
    const stack = gcpStack();
    const provider = other(stack);
    const storage = new GcpStorage(stack, "storage", { ...DATASET, provider });
    const whole = { ...HERE, ...EXPORT, organizationId: ORGANIZATION };
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...whole, storage }))).toBe(
      refused("storage", byAnother("billing/other")),
    );
    const identity = new GcpIdentity(stack, "identity", HERE);
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...whole, storage, identity, provider }))).toBe(
      refused("identity", byAnother("the stack's default one")),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("are of the project of the integration, but for the identity", () => {
    const stack = gcpStack();
    const elsewhere = { projectId: "acme-other" };
    const storage = new GcpStorage(stack, "storage", { ...DATASET, ...elsewhere });
    const whole = { ...EXPORT, organizationId: ORGANIZATION };
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...HERE, ...whole, storage }))).toBe(
      refused("storage", `be in the project of the construct, got: one in "acme-other" and 'projectId' "${PROJECT}"`),
    );
    const identity = new GcpIdentity(stack, "identity", elsewhere);
    expect(() => new GcpIntegration(stack, "finops", { ...DATASET, ...whole, identity })).not.toThrow();
  });

  it("cannot be compared where Terraform fills in the project", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "project", { type: "string" });
    const storage = new GcpStorage(stack, "storage", { ...DATASET, projectId: stringValue });
    expect(
      () => new GcpIntegration(stack, "finops", { ...HERE, ...EXPORT, organizationId: ORGANIZATION, storage }),
    ).not.toThrow();
  });

  it("are in the stack of the integration", () => {
    const app = Testing.app();
    const [first, second] = [new TerraformStack(app, "first"), new TerraformStack(app, "second")];
    const identity = new GcpIdentity(first, "identity", HERE);
    expect(
      refusal(
        () => new GcpIntegration(second, "finops", { ...DATASET, ...EXPORT, organizationId: ORGANIZATION, identity }),
      ),
    ).toContain("'identity' must be in the stack of the construct, got: first/identity; create it in second");
  });
});
