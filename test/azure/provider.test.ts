import { AzureadProvider, type AzureadProviderConfig } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider, type AzurermProviderConfig } from "@cdktf/provider-azurerm/lib/provider";
import {
  AzureAccess,
  AzureBillingExport,
  AzureFederatedIdentity,
  AzureIdentity,
  AzureIntegration,
  type AzureIntegrationProps,
  AzureStorage,
} from "cdktf-finops/azure";
import { Fn, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { azureStack, CLIENT, MINIMAL, OTHER_SUBSCRIPTION, SUBSCRIPTION, TENANT } from "../support/azure";
import { type AnyProps } from "../support/props";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

const OTHER_TENANT = "88888888-7777-6666-5555-444444444444";
const NEW_STORAGE = { subscriptionId: SUBSCRIPTION, location: "westeurope", storageAccountName: "acmebillingexport" };
const CONTAINER = {
  subscriptionId: SUBSCRIPTION,
  resourceGroupName: "shared",
  storageAccountName: "acmeshared",
  containerName: "cost-exports",
};
const PLATFORM = { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" };

const integrationIn = (stack: TerraformStack, props: AnyProps<AzureIntegrationProps> = {}): AzureIntegration =>
  new AzureIntegration(stack, "finops", { ...MINIMAL, ...props } as AzureIntegrationProps);

interface Configs {
  readonly azurerm?: AzurermProviderConfig;
  readonly azuread?: AzureadProviderConfig;
}

/** What is told of an integration whose providers are configured like that; nothing when all is well. */
const toldOf = ({ azurerm, azuread }: Configs, props?: AnyProps<AzureIntegrationProps>): string => {
  const stack = emptyStack();
  new AzurermProvider(stack, "azurerm", { features: [{}], ...azurerm });
  new AzureadProvider(stack, "azuread", azuread);
  integrationIn(stack, props);
  return problemsOf(stack);
};

const CORRECT = "correct 'subscriptionId', or pass a provider with that subscription_id as 'provider'";
const ofAzurerm = (problem: string): string => `[billing/finops/storage] the azurerm provider ${problem}`;
const ofAzuread = (problem: string): string => `[billing/finops/identity] the azuread provider ${problem}`;

describe("the features of the azurerm provider", () => {
  const problem = (got: string): string =>
    ofAzurerm(`must have one block 'features', got: ${got}; add features: [{}] to its arguments`);

  it("may be any in one block", () => {
    expect(toldOf({ azurerm: { features: [{ resourceGroup: [{ preventDeletionIfContainsResources: true }] }] } })).toBe(
      "",
    );
  });

  it.each<[string, AzurermProviderConfig, string]>([
    ["missing", { features: undefined }, "none"],
    ["an empty list", { features: [] }, "none"],
    ["two blocks", { features: [{}, {}] }, "2"],
  ])("cannot be %s, of which is told once, however many parts use the provider", (_, azurerm, got) => {
    expect(toldOf({ azurerm })).toBe(problem(got));
  });

  it("may come by an override", () => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", {}).addOverride("features", [{}]);
    new AzureStorage(stack, "finops", NEW_STORAGE);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the subscription of the azurerm provider", () => {
  const problem = ofAzurerm(
    `must work in the subscription "${SUBSCRIPTION}" of 'subscriptionId', got: subscription_id "${OTHER_SUBSCRIPTION}"; ${CORRECT}`,
  );

  it("is that of the storage account, in any letter case", () => {
    const subscriptionId = "aaaaaaaa-2222-3333-4444-555555555555";
    expect(toldOf({ azurerm: { subscriptionId } }, { subscriptionId })).toBe("");
    expect(toldOf({ azurerm: { subscriptionId: subscriptionId.toUpperCase() } }, { subscriptionId })).toBe("");
  });

  it("is refused when it is another, of which is told once, however many parts use it", () => {
    expect(toldOf({ azurerm: { subscriptionId: OTHER_SUBSCRIPTION } })).toBe(problem);
  });

  it("is the one that an override gives it", () => {
    const stack = azureStack();
    stack
      .allProviders()
      .find((one) => one instanceof AzurermProvider)
      ?.addOverride("subscription_id", OTHER_SUBSCRIPTION);
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("cannot be compared when Terraform fills in either, or the environment", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "subscription", { type: "string" }).stringValue;
    new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: variable });
    new AzureStorage(stack, "finops", NEW_STORAGE);
    expect(problemsOf(stack)).toBe("");
    const known = azureStack();
    const { stringValue } = new TerraformVariable(known, "subscription", { type: "string" });
    new AzureStorage(known, "finops", { ...NEW_STORAGE, subscriptionId: stringValue });
    expect(problemsOf(known)).toBe("");
    expect(toldOf({})).toBe("");
  });

  it("is looked at for each part, where parts are in different ones", () => {
    const stack = azureStack();
    new AzureStorage(stack, "here", NEW_STORAGE);
    const elsewhere = { subscriptionId: OTHER_SUBSCRIPTION, storageAccountName: "acmeother" };
    new AzureStorage(stack, "there", { ...NEW_STORAGE, ...elsewhere });
    expect(problemsOf(stack)).toBe(
      `[billing/there] the azurerm provider must work in the subscription "${OTHER_SUBSCRIPTION}" of 'subscriptionId', got: subscription_id "${SUBSCRIPTION}"; ${CORRECT}`,
    );
  });
});

describe("the tenant of the azuread provider", () => {
  it("may be any where none is told of, and has to be the one that is", () => {
    expect(toldOf({ azuread: { tenantId: OTHER_TENANT } })).toBe("");
    expect(toldOf({ azuread: { tenantId: TENANT.toUpperCase() } }, { tenantId: TENANT })).toBe("");
    expect(toldOf({}, { tenantId: TENANT })).toBe("");
    expect(toldOf({ azuread: { tenantId: OTHER_TENANT } }, { tenantId: TENANT })).toBe(
      ofAzuread(
        `must be logged in to the tenant "${TENANT}" of 'tenantId', got: tenant_id "${OTHER_TENANT}"; correct 'tenantId', or pass a provider with that tenant_id as 'azureadProvider'`,
      ),
    );
  });

  it("cannot be compared when Terraform fills it in", () => {
    const stack = emptyStack();
    const { stringValue } = new TerraformVariable(stack, "tenant", { type: "string" });
    new AzureadProvider(stack, "azuread", { tenantId: stringValue });
    new AzureIdentity(stack, "finops", { tenantId: TENANT });
    expect(problemsOf(stack)).toBe("");
  });
});

const SECRETS = [
  ["client_secret", "clientSecret"],
  ["client_certificate", "clientCertificate"],
  ["client_certificate_password", "clientCertificatePassword"],
  ["oidc_token", "oidcToken"],
  ["oidc_request_token", "oidcRequestToken"],
] as const;

describe.each(["azurerm", "azuread"] as const)("a secret in the program, as %s has it", (type) => {
  const problem = (name: string): string =>
    `[billing/finops/${type === "azurerm" ? "storage" : "identity"}] the ${type} provider's '${name}' must not be in the program, ` +
    "whose JSON anyone may read; log in with 'az login', or set it in the environment (ARM_…)";

  it.each(SECRETS)("is refused and not shown: %s", (name, property) => {
    const told = toldOf({ [type]: { [property]: "hunter2" } });
    expect(told).toBe(problem(name));
    expect(told).not.toContain("hunter2");
  });

  it("is told of for each, once", () => {
    const config = Object.fromEntries(SECRETS.map(([, property]) => [property, "hunter2"]));
    expect(toldOf({ [type]: config })).toBe(SECRETS.map(([name]) => problem(name)).join("\n"));
  });

  it.each<[string, string]>([
    ["decoded", Fn.base64decode("aHVudGVyMg==")],
    ["of parts joined", Fn.join("", ["hunt", "er2"])],
    ["of a value put together", Fn.jsonencode({ secret: "hunter2" })],
  ])("is refused in an expression: one %s", (_, clientSecret) => {
    expect(toldOf({ [type]: { clientSecret } })).toBe(problem("client_secret"));
  });

  it("is refused when an override puts it there", () => {
    const stack = azureStack();
    const provider = stack.allProviders().find(({ terraformResourceType }) => terraformResourceType === type);
    provider?.addOverride("oidc_token", "hunter2");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(problem("oidc_token"));
  });

  it("is none where Terraform fills it in, or reads it of a file", () => {
    const stack = emptyStack();
    const secret = (name: string): string =>
      new TerraformVariable(stack, name, { type: "string", sensitive: true }).stringValue;
    const config = {
      clientId: CLIENT,
      clientSecret: secret("secret"),
      clientCertificate: secret("certificate"),
      clientCertificatePassword: secret("password"),
      oidcToken: Fn.file("/run/secrets/token"),
      oidcRequestToken: secret("request"),
    };
    new AzurermProvider(stack, "azurerm", { features: [{}], ...(type === "azurerm" ? config : {}) });
    new AzureadProvider(stack, "azuread", type === "azuread" ? config : {});
    integrationIn(stack);
    expect(problemsOf(stack)).toBe("");
  });

  it("is none where Terraform reads a bundle of a certificate, as it has to be encoded", () => {
    expect(toldOf({ [type]: { clientCertificate: Fn.filebase64("/run/secrets/deployer.pfx") } })).toBe("");
  });

  it("is none by the name of a file, or where something else logs in", () => {
    const config = {
      clientId: CLIENT,
      clientSecretFilePath: "/run/secrets/secret",
      clientCertificatePath: "/run/secrets/deployer.pfx",
      oidcTokenFilePath: "/run/secrets/token",
      useOidc: true,
      useMsi: true,
    };
    expect(toldOf({ [type]: config })).toBe("");
  });
});

interface Provided {
  readonly provider?: AzurermProvider;
}
interface Directory {
  readonly azureadProvider?: AzureadProvider;
}

const storageIn = (stack: TerraformStack, provided: Provided): AzureStorage =>
  new AzureStorage(stack, "s", { ...NEW_STORAGE, ...provided });
const exportIn = (stack: TerraformStack, provided: Provided, id: string): AzureBillingExport =>
  new AzureBillingExport(stack, id, { agreement: "MCA", storage: storageIn(stack, provided), ...provided });

describe("the azurerm provider of a part that is used alone", () => {
  const parts: [string, (stack: TerraformStack, provided: Provided) => unknown][] = [
    ["storage", (stack, provided) => new AzureStorage(stack, "part", { ...NEW_STORAGE, ...provided })],
    [
      "container that is there",
      (stack, provided) => AzureStorage.fromContainer(stack, "part", { ...CONTAINER, ...provided }),
    ],
    ["exports", (stack, provided) => exportIn(stack, provided, "part")],
    [
      "access",
      (stack, provided) =>
        new AzureAccess(stack, "part", {
          ...provided,
          identity: new AzureIdentity(stack, "i", {}),
          billingExport: exportIn(stack, provided, "b"),
        }),
    ],
    ["integration", (stack, provided) => new AzureIntegration(stack, "part", { ...MINIMAL, ...provided })],
  ];
  const emptyBut = (): TerraformStack => {
    const stack = emptyStack();
    new AzureadProvider(stack, "azuread", {});
    return stack;
  };
  const other = (stack: TerraformStack): AzurermProvider =>
    new AzurermProvider(stack, "other", { alias: "other", features: [{}] });

  it.each(parts)("must be in the stack of the part (%s)", (_, make) => {
    const app = Testing.app();
    const provider = other(new TerraformStack(app, "other"));
    const stack = new TerraformStack(app, "billing");
    new AzureadProvider(stack, "azuread", {});
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    make(stack, { provider });
    expect(problemsOf(stack)).toMatch(
      /^\[billing\/[\w/]+\] 'provider' must be in the stack of the construct, got: other\/other; create it in billing$/,
    );
  });

  it.each(parts)("must be named where all of the stack's have an alias (%s)", (_, make) => {
    const stack = emptyBut();
    other(stack);
    make(stack, {});
    expect(problemsOf(stack)).toContain(
      "all azurerm providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, make) => {
    const stack = emptyBut();
    make(stack, {});
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("has its features and no secret in the program (%s)", (_, make) => {
    const stack = emptyBut();
    new AzurermProvider(stack, "azurerm", { clientSecret: "hunter2" });
    make(stack, {});
    const told = problemsOf(stack).split("\n");
    expect(told).toEqual([
      expect.stringContaining("the azurerm provider must have one block 'features', got: none"),
      expect.stringContaining("the azurerm provider's 'client_secret' must not be in the program"),
    ]);
  });

  it.each(parts)("works in the subscription of the storage account (%s)", (_, make) => {
    const stack = emptyBut();
    new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: OTHER_SUBSCRIPTION });
    make(stack, {});
    expect(problemsOf(stack)).toMatch(
      /^\[billing\/[\w/]+\] the azurerm provider must work in the subscription "1.+" of 'subscriptionId', got: subscription_id "2[^\n]+$/,
    );
  });

  it.each(parts)("may be any of the stack's that is passed (%s)", (_, make) => {
    const stack = azureStack();
    make(stack, { provider: other(stack) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each(parts)("is azurerm's (%s)", (_, make) => {
    const stack = azureStack();
    const provider = new AzureadProvider(stack, "directory", { alias: "directory" }) as unknown as AzurermProvider;
    expect(refusal(() => make(stack, { provider }))).toMatch(
      /^Azure[.\w]+ at billing\/\w+: 'provider' must be an AzurermProvider, got: an object$/,
    );
  });
});

describe("the azuread provider of a part that is used alone", () => {
  const parts: [string, (stack: TerraformStack, directory: Directory) => unknown][] = [
    ["identity", (stack, directory) => new AzureIdentity(stack, "part", directory)],
    [
      "application that is there",
      (stack, directory) => AzureIdentity.fromApplication(stack, "part", { clientId: CLIENT, ...directory }),
    ],
    [
      "application that tokens are exchanged for",
      (stack, directory) => new AzureFederatedIdentity(stack, "part", { ...PLATFORM, ...directory }),
    ],
    ["integration", (stack, directory) => new AzureIntegration(stack, "part", { ...MINIMAL, ...directory })],
  ];
  const emptyBut = (): TerraformStack => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    return stack;
  };
  const other = (stack: TerraformStack): AzureadProvider => new AzureadProvider(stack, "other", { alias: "other" });

  it.each(parts)("must be in the stack of the part (%s)", (_, make) => {
    const app = Testing.app();
    const azureadProvider = other(new TerraformStack(app, "other"));
    const stack = new TerraformStack(app, "billing");
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    new AzureadProvider(stack, "azuread", {});
    make(stack, { azureadProvider });
    expect(problemsOf(stack)).toMatch(
      /^\[billing\/[\w/]+\] 'azureadProvider' must be in the stack of the construct, got: other\/other; create it in billing$/,
    );
  });

  it.each(parts)("must be named where all of the stack's have an alias (%s)", (_, make) => {
    const stack = emptyBut();
    other(stack);
    make(stack, {});
    expect(problemsOf(stack)).toContain(
      "all azuread providers of the stack have an alias; pass the one to use as 'azureadProvider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, make) => {
    const stack = emptyBut();
    make(stack, {});
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("has no secret in the program (%s)", (_, make) => {
    const stack = emptyBut();
    new AzureadProvider(stack, "azuread", { clientSecret: "hunter2" });
    make(stack, {});
    expect(problemsOf(stack)).toMatch(
      /^\[billing\/[\w/]+\] the azuread provider's 'client_secret' must not be in the program/,
    );
  });

  it.each(parts)("may be any of the stack's that is passed (%s)", (_, make) => {
    const stack = azureStack();
    make(stack, { azureadProvider: other(stack) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each(parts)("is azuread's (%s)", (_, make) => {
    const stack = azureStack();
    const azureadProvider = new AzurermProvider(stack, "other", {
      alias: "other",
      features: [{}],
    }) as unknown as AzureadProvider;
    expect(refusal(() => make(stack, { azureadProvider }))).toMatch(
      /^Azure[.\w]+ at billing\/\w+: 'azureadProvider' must be an AzureadProvider, got: an object$/,
    );
  });
});

describe("both providers of an integration", () => {
  it("are told of once each, with all that is wrong", () => {
    const told = toldOf(
      {
        azurerm: { features: [], subscriptionId: OTHER_SUBSCRIPTION, environment: "china", oidcToken: "hunter2" },
        azuread: { tenantId: OTHER_TENANT, environment: "china", clientSecret: "hunter2" },
      },
      { tenantId: TENANT },
    );
    expect(told.split("\n").map((line) => /^\[[\w/]+\] the \w+ provider.*?must/.exec(line)?.[0])).toEqual([
      ofAzuread("must").replace("provider must", "provider's 'environment' must"),
      ofAzuread("must"),
      ofAzuread("must").replace("provider must", "provider's 'client_secret' must"),
      ofAzurerm("must"),
      ofAzurerm("must").replace("provider must", "provider's 'environment' must"),
      ofAzurerm("must"),
      ofAzurerm("must").replace("provider must", "provider's 'oidc_token' must"),
    ]);
  });

  it("are told of once where integrations share them, and again by the second when the first was taken out", () => {
    const stack = emptyStack();
    new AzureadProvider(stack, "azuread", {});
    new AzurermProvider(stack, "azurerm", {});
    integrationIn(stack);
    new AzureIntegration(stack, "second", { ...MINIMAL, storageAccountName: "acmesecond", exportNamePrefix: "second" });
    const problem = (id: string): string =>
      `[billing/${id}/storage] the azurerm provider must have one block 'features', got: none; add features: [{}] to its arguments`;
    expect(problemsOf(stack)).toBe(problem("finops"));
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe(problem("second"));
  });
});

describe("parts that are passed", () => {
  const other = (stack: TerraformStack): AzurermProvider =>
    new AzurermProvider(stack, "other", { alias: "other", features: [{}] });
  const byAnother = (property: string, got: string): string =>
    `AzureIntegration at billing/finops: '${property}' must use the provider of the construct, got: ${got}; pass the same 'provider' to both`;

  it("are made by the azurerm provider of the integration", () => {
    const stack = azureStack();
    const provider = other(stack);
    const agreement = "MCA" as const;
    const storage = new AzureStorage(stack, "storage", { ...NEW_STORAGE, provider });
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement, storage }))).toBe(
      byAnother("storage", "billing/other"),
    );
    const container = AzureStorage.fromContainer(stack, "container", CONTAINER);
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement, storage: container, provider }))).toBe(
      byAnother("storage", "the stack's default one"),
    );
    const billingExport = new AzureBillingExport(stack, "export", { agreement, storage, provider });
    expect(refusal(() => new AzureIntegration(stack, "finops", { billingExport }))).toBe(
      byAnother("billingExport", "billing/other"),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    expect(() => new AzureIntegration(stack, "finops", { billingExport, provider })).not.toThrow();
  });

  it("are in the stack of the integration", () => {
    const app = Testing.app();
    const [first, second] = [new TerraformStack(app, "first"), new TerraformStack(app, "second")];
    const storage = new AzureStorage(first, "storage", NEW_STORAGE);
    const identity = new AzureIdentity(first, "identity", {});
    const told = refusal(() => new AzureIntegration(second, "finops", { agreement: "MCA", storage, identity }));
    expect(told).toContain("'storage' must be in the stack of the construct, got: first/storage; create it in second");
    expect(told).toContain(
      "'identity' must be in the stack of the construct, got: first/identity; create it in second",
    );
  });
});
