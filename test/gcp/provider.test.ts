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

const PROJECT_PROPS = { projectId: PROJECT };
const DATASET_PROPS = { ...PROJECT_PROPS, datasetLocation: "EU" };
const EXPORT_PROPS = { billingAccountId: BILLING_ACCOUNT };
const EMAIL = `finops@${PROJECT}.iam.gserviceaccount.com`;

const createIntegration = (stack: TerraformStack, props: AnyProps<GcpIntegrationProps> = {}): GcpIntegration =>
  new GcpIntegration(stack, "finops", {
    ...DATASET_PROPS,
    ...EXPORT_PROPS,
    organizationId: ORGANIZATION,
    ...props,
  } as GcpIntegrationProps);

/** Problems of an integration whose provider has this configuration; empty if there are none. */
const problemsWith = (config: GoogleProviderConfig): string => {
  const stack = emptyStack();
  new GoogleProvider(stack, "google", config);
  createIntegration(stack);
  return problemsOf(stack);
};

describe("the credentials of the provider", () => {
  it.each<[string, GoogleProviderConfig]>([
    ["those of the environment", {}],
    ["the path of a key file", { credentials: "/run/secrets/deployer.json" }],
    ["those of an impersonated service account", { impersonateServiceAccount: EMAIL }],
    ["those of the environment, with the universe of Google", { universeDomain: "googleapis.com" }],
  ])("can be %s", (_, config) => {
    expect(problemsWith(config)).toBe("");
  });

  it("are refused if the program contains a secret, once for each argument, and are not shown", () => {
    const problems = problemsWith({ credentials: ' {"private_key": "hunter2"}', accessToken: "ya29.hunter2" });
    expect(problems).toBe(
      ["credentials", "access_token"]
        .map(
          (name) =>
            `[billing] billing/finops/identity: the Google provider's '${name}' must not be in the program, whose JSON anyone may read; ` +
            "log in with 'gcloud auth application-default login', or name the key's file in GOOGLE_APPLICATION_CREDENTIALS",
        )
        .join("\n"),
    );
    expect(problems).not.toContain("hunter2");
  });

  it.each<[string, GoogleProviderConfig, string]>([
    ["jsonencode of a literal", { credentials: Fn.jsonencode({ private_key: "hunter2" }) }, "credentials"],
    ["base64decode of a literal", { credentials: Fn.base64decode("aHVudGVyMg==") }, "credentials"],
    ["join of literals", { accessToken: Fn.join("", ["ya29.", "hunter2"]) }, "access_token"],
    [
      "a literal in a block",
      { externalCredentials: [{ audience: "a", serviceAccountEmail: EMAIL, identityToken: "eyJ.hunter2" }] },
      "external_credentials.identity_token",
    ],
  ])("are refused if the program contains a secret in another place: %s", (_, config, name) => {
    const problems = problemsWith(config);
    expect(problems).toMatch(
      new RegExp(`^\\[billing] billing/finops/identity\\: the Google provider's '${name}' must not be in the program`),
    );
    expect(problems).not.toContain("hunter2");
  });

  it("can be what Terraform reads from a file", () => {
    expect(problemsWith({ credentials: Fn.file("/run/secrets/deployer.json") })).toBe("");
  });

  it("can be the path of a key file as the default of a variable", () => {
    const stack = emptyStack();
    const file = new TerraformVariable(stack, "file", { type: "string", default: "/run/deployer.json" }).stringValue;
    new GoogleProvider(stack, "google", { credentials: file });
    createIntegration(stack);
    expect(problemsOf(stack)).toBe("");
  });

  it("are refused if an override sets a secret", () => {
    const stack = emptyStack();
    new GoogleProvider(stack, "google").addOverride("access_token", "ya29.hunter2");
    createIntegration(stack);
    expect(problemsOf(stack)).toContain("the Google provider's 'access_token' must not be in the program");
  });

  it("can be unresolved tokens", () => {
    const stack = emptyStack();
    const variable = (name: string): string =>
      new TerraformVariable(stack, name, { type: "string", sensitive: true }).stringValue;
    new GoogleProvider(stack, "google", { credentials: variable("key"), accessToken: variable("token") });
    createIntegration(stack);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the universe of the provider", () => {
  it("must be Google's own", () => {
    expect(problemsWith({ universeDomain: "apis-berlin-build0.goog" })).toBe(
      `[billing] billing/finops/identity: the Google provider's 'universe_domain' must be googleapis.com, the only one that this library supports, got: "apis-berlin-build0.goog"`,
    );
  });
});

describe("the provider of a single part", () => {
  interface ProviderProps {
    readonly provider?: GoogleProvider;
  }
  const parts: [string, (stack: TerraformStack, provided: ProviderProps) => unknown][] = [
    ["identity", (stack, provided) => new GcpIdentity(stack, "part", { ...PROJECT_PROPS, ...provided })],
    [
      "existing service account",
      (stack, provided) =>
        GcpIdentity.fromServiceAccount(stack, "part", { ...PROJECT_PROPS, ...provided, serviceAccountEmail: EMAIL }),
    ],
    [
      "impersonated identity",
      (stack, provided) =>
        new GcpImpersonatedIdentity(stack, "part", {
          ...PROJECT_PROPS,
          ...provided,
          trustedServiceAccountEmail: EMAIL,
        }),
    ],
    [
      "federated identity",
      (stack, provided) =>
        new GcpFederatedIdentity(stack, "part", {
          ...PROJECT_PROPS,
          ...provided,
          issuerUri: "https://a.example",
          subject: "a",
        }),
    ],
    ["services", (stack, provided) => new GcpServices(stack, "part", { ...PROJECT_PROPS, ...provided })],
    ["storage", (stack, provided) => new GcpStorage(stack, "part", { ...DATASET_PROPS, ...provided })],
    [
      "existing dataset",
      (stack, provided) =>
        GcpStorage.fromDataset(stack, "part", { ...DATASET_PROPS, ...provided, datasetId: "billing" }),
    ],
    [
      "access",
      (stack, provided) =>
        new GcpAccess(stack, "part", {
          ...PROJECT_PROPS,
          ...provided,
          hierarchy: "NONE",
          identity: new GcpIdentity(stack, "i", { ...PROJECT_PROPS, ...provided, accountId: "finops" }),
          billingExport: new GcpBillingExport(stack, "b", {
            ...EXPORT_PROPS,
            storage: new GcpStorage(stack, "s", { ...DATASET_PROPS, ...provided }),
          }),
        }),
    ],
    [
      "integration",
      (stack, provided) =>
        new GcpIntegration(stack, "part", {
          ...DATASET_PROPS,
          ...EXPORT_PROPS,
          ...provided,
          organizationId: ORGANIZATION,
        }),
    ],
  ];

  it.each(parts)("must be in the stack of the part (%s)", (_, create) => {
    const app = Testing.app();
    const provider = new GoogleProvider(new TerraformStack(app, "other"), "google", { alias: "other" });
    const stack = new TerraformStack(app, "billing");
    new GoogleProvider(stack, "google");
    create(stack, { provider });
    expect(problemsOf(stack)).toContain(
      "'provider' must be in the stack of the construct, got: other/google; create it in billing",
    );
  });

  it.each(parts)("must be passed when all providers of the stack have an alias (%s)", (_, create) => {
    const stack = emptyStack();
    new GoogleProvider(stack, "payer", { alias: "payer" });
    create(stack, {});
    expect(problemsOf(stack)).toContain(
      "all Google providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, create) => {
    const stack = emptyStack();
    create(stack, {});
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("must not have a secret in the program (%s)", (_, create) => {
    const stack = emptyStack();
    new GoogleProvider(stack, "google", { accessToken: "ya29" });
    create(stack, {});
    expect(problemsOf(stack)).toContain("the Google provider's 'access_token' must not be in the program");
  });

  it.each(parts)("can be any provider of the stack that is passed (%s)", (_, create) => {
    const stack = gcpStack();
    create(stack, { provider: new GoogleProvider(stack, "payer", { alias: "payer" }) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each(parts)("must be a Google provider (%s)", (_, create) => {
    const stack = gcpStack();
    const provider = new AwsProvider(stack, "aws") as unknown as GoogleProvider;
    expect(refusal(() => create(stack, { provider }))).toMatch(
      /^Gcp[.\w]+ at billing\/\w+: 'provider' must be a GoogleProvider, got: an object$/,
    );
  });
});

describe("validation of passed parts", () => {
  const createOtherProvider = (stack: TerraformStack): GoogleProvider =>
    new GoogleProvider(stack, "other", { alias: "other" });
  const problem = (property: string, must: string): string =>
    `GcpIntegration at billing/finops: '${property}' must ${must}`;
  const useSameProvider = (got: string): string =>
    `use the provider of the construct, got: ${got}; pass the same 'provider' to both`;

  it("refuses a part with another provider than the integration's", () => {
    const stack = gcpStack();
    const provider = createOtherProvider(stack);
    const storage = new GcpStorage(stack, "storage", { ...DATASET_PROPS, provider });
    const required = { ...PROJECT_PROPS, ...EXPORT_PROPS, organizationId: ORGANIZATION };
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...required, storage }))).toBe(
      problem("storage", useSameProvider("billing/other")),
    );
    const identity = new GcpIdentity(stack, "identity", PROJECT_PROPS);
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...required, storage, identity, provider }))).toBe(
      problem("identity", useSameProvider("the stack's default one")),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses a storage in another project, but accepts such an identity", () => {
    const stack = gcpStack();
    const otherProject = { projectId: "acme-other" };
    const storage = new GcpStorage(stack, "storage", { ...DATASET_PROPS, ...otherProject });
    const required = { ...EXPORT_PROPS, organizationId: ORGANIZATION };
    expect(refusal(() => new GcpIntegration(stack, "finops", { ...PROJECT_PROPS, ...required, storage }))).toBe(
      problem("storage", `be in the project of the construct, got: one in "acme-other" and 'projectId' "${PROJECT}"`),
    );
    const identity = new GcpIdentity(stack, "identity", otherProject);
    expect(() => new GcpIntegration(stack, "finops", { ...DATASET_PROPS, ...required, identity })).not.toThrow();
  });

  it("accepts a storage whose project is an unresolved token, which cannot be compared", () => {
    const stack = gcpStack();
    const { stringValue } = new TerraformVariable(stack, "project", { type: "string" });
    const storage = new GcpStorage(stack, "storage", { ...DATASET_PROPS, projectId: stringValue });
    expect(
      () =>
        new GcpIntegration(stack, "finops", {
          ...PROJECT_PROPS,
          ...EXPORT_PROPS,
          organizationId: ORGANIZATION,
          storage,
        }),
    ).not.toThrow();
  });

  it("refuses a part in another stack", () => {
    const app = Testing.app();
    const [first, second] = [new TerraformStack(app, "first"), new TerraformStack(app, "second")];
    const identity = new GcpIdentity(first, "identity", PROJECT_PROPS);
    expect(
      refusal(
        () =>
          new GcpIntegration(second, "finops", {
            ...DATASET_PROPS,
            ...EXPORT_PROPS,
            organizationId: ORGANIZATION,
            identity,
          }),
      ),
    ).toContain("'identity' must be in the stack of the construct, got: first/identity; create it in second");
  });
});
