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

/** Problems of an integration whose providers have these configurations; empty if there are none. */
const problemsWith = ({ azurerm, azuread }: Configs, props?: AnyProps<AzureIntegrationProps>): string => {
  const stack = emptyStack();
  new AzurermProvider(stack, "azurerm", { features: [{}], ...azurerm });
  new AzureadProvider(stack, "azuread", azuread);
  integrationIn(stack, props);
  return problemsOf(stack);
};

const NEXT_STEP = "correct 'subscriptionId', or pass a provider with that subscription_id as 'provider'";
const azurermProblem = (problem: string): string => `[billing] billing/finops/storage: the azurerm provider ${problem}`;
const azureadProblem = (problem: string): string =>
  `[billing] billing/finops/identity: the azuread provider ${problem}`;

describe("the features of the azurerm provider", () => {
  const problem = (got: string): string =>
    azurermProblem(`must have one block 'features', got: ${got}; add features: [{}] to its arguments`);

  it("can be any in one block", () => {
    expect(
      problemsWith({ azurerm: { features: [{ resourceGroup: [{ preventDeletionIfContainsResources: true }] }] } }),
    ).toBe("");
  });

  it.each<[string, AzurermProviderConfig, string]>([
    ["missing", { features: undefined }, "none"],
    ["an empty list", { features: [] }, "none"],
    ["two blocks", { features: [{}, {}] }, "2"],
  ])("cannot be %s, and is reported once, however many parts use the provider", (_, azurerm, got) => {
    expect(problemsWith({ azurerm })).toBe(problem(got));
  });

  it("can be set by an override", () => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", {}).addOverride("features", [{}]);
    new AzureStorage(stack, "finops", NEW_STORAGE);
    expect(problemsOf(stack)).toBe("");
  });
});

describe("the subscription of the azurerm provider", () => {
  const problem = azurermProblem(
    `must work in the subscription "${SUBSCRIPTION}" of 'subscriptionId', got: subscription_id "${OTHER_SUBSCRIPTION}"; ${NEXT_STEP}`,
  );

  it("can be that of the storage account, in any letter case", () => {
    const subscriptionId = "aaaaaaaa-2222-3333-4444-555555555555";
    expect(problemsWith({ azurerm: { subscriptionId } }, { subscriptionId })).toBe("");
    expect(problemsWith({ azurerm: { subscriptionId: subscriptionId.toUpperCase() } }, { subscriptionId })).toBe("");
  });

  it("is refused when it is another, and is reported once, however many parts use the provider", () => {
    expect(problemsWith({ azurerm: { subscriptionId: OTHER_SUBSCRIPTION } })).toBe(problem);
  });

  it("is the one that an override sets", () => {
    const stack = azureStack();
    stack
      .allProviders()
      .find((one) => one instanceof AzurermProvider)
      ?.addOverride("subscription_id", OTHER_SUBSCRIPTION);
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(problem);
  });

  it("is not compared when either is an unresolved token, or when the provider sets none", () => {
    const stack = emptyStack();
    const variable = new TerraformVariable(stack, "subscription", { type: "string" }).stringValue;
    new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: variable });
    new AzureStorage(stack, "finops", NEW_STORAGE);
    expect(problemsOf(stack)).toBe("");
    const known = azureStack();
    const { stringValue } = new TerraformVariable(known, "subscription", { type: "string" });
    new AzureStorage(known, "finops", { ...NEW_STORAGE, subscriptionId: stringValue });
    expect(problemsOf(known)).toBe("");
    expect(problemsWith({})).toBe("");
  });

  it("is checked for each part when parts are in different subscriptions", () => {
    const stack = azureStack();
    new AzureStorage(stack, "here", NEW_STORAGE);
    const elsewhere = { subscriptionId: OTHER_SUBSCRIPTION, storageAccountName: "acmeother" };
    new AzureStorage(stack, "there", { ...NEW_STORAGE, ...elsewhere });
    expect(problemsOf(stack)).toBe(
      `[billing] billing/there: the azurerm provider must work in the subscription "${OTHER_SUBSCRIPTION}" of 'subscriptionId', got: subscription_id "${SUBSCRIPTION}"; ${NEXT_STEP}`,
    );
  });
});

describe("the tenant of the azuread provider", () => {
  it("can be any without 'tenantId', and must be that of 'tenantId' otherwise", () => {
    expect(problemsWith({ azuread: { tenantId: OTHER_TENANT } })).toBe("");
    expect(problemsWith({ azuread: { tenantId: TENANT.toUpperCase() } }, { tenantId: TENANT })).toBe("");
    expect(problemsWith({}, { tenantId: TENANT })).toBe("");
    expect(problemsWith({ azuread: { tenantId: OTHER_TENANT } }, { tenantId: TENANT })).toBe(
      azureadProblem(
        `must be logged in to the tenant "${TENANT}" of 'tenantId', got: tenant_id "${OTHER_TENANT}"; correct 'tenantId', or pass a provider with that tenant_id as 'azureadProvider'`,
      ),
    );
  });

  it("is not compared when it is an unresolved token", () => {
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

describe.each(["azurerm", "azuread"] as const)("a secret of the provider %s", (type) => {
  const problem = (name: string): string =>
    `[billing] billing/finops/${type === "azurerm" ? "storage" : "identity"}: the ${type} provider's '${name}' must not be in the program, ` +
    "whose JSON anyone may read; log in with 'az login', or set it in the environment (ARM_…)";

  it.each(SECRETS)("is refused and not shown: %s", (name, property) => {
    const messages = problemsWith({ [type]: { [property]: "hunter2" } });
    expect(messages).toBe(problem(name));
    expect(messages).not.toContain("hunter2");
  });

  it("is reported once per argument", () => {
    const config = Object.fromEntries(SECRETS.map(([, property]) => [property, "hunter2"]));
    expect(problemsWith({ [type]: config })).toBe(SECRETS.map(([name]) => problem(name)).join("\n"));
  });

  it.each<[string, string]>([
    ["decoded from base64", Fn.base64decode("aHVudGVyMg==")],
    ["joined from parts", Fn.join("", ["hunt", "er2"])],
    ["encoded as JSON", Fn.jsonencode({ secret: "hunter2" })],
  ])("is refused in an expression: %s", (_, clientSecret) => {
    expect(problemsWith({ [type]: { clientSecret } })).toBe(problem("client_secret"));
  });

  it("is refused when an override sets it", () => {
    const stack = azureStack();
    const provider = stack.allProviders().find(({ terraformResourceType }) => terraformResourceType === type);
    provider?.addOverride("oidc_token", "hunter2");
    integrationIn(stack);
    expect(problemsOf(stack)).toBe(problem("oidc_token"));
  });

  it("is accepted in a variable, or in a file that Terraform reads", () => {
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

  it("is accepted in a certificate bundle that Terraform reads and encodes", () => {
    expect(problemsWith({ [type]: { clientCertificate: Fn.filebase64("/run/secrets/deployer.pfx") } })).toBe("");
  });

  it("is accepted in a file that the provider reads, or with another way to log in", () => {
    const config = {
      clientId: CLIENT,
      clientSecretFilePath: "/run/secrets/secret",
      clientCertificatePath: "/run/secrets/deployer.pfx",
      oidcTokenFilePath: "/run/secrets/token",
      useOidc: true,
      useMsi: true,
    };
    expect(problemsWith({ [type]: config })).toBe("");
  });
});

interface AzurermProps {
  readonly provider?: AzurermProvider;
}
interface AzureadProps {
  readonly azureadProvider?: AzureadProvider;
}

const storageIn = (stack: TerraformStack, providerProps: AzurermProps): AzureStorage =>
  new AzureStorage(stack, "s", { ...NEW_STORAGE, ...providerProps });
const exportIn = (stack: TerraformStack, providerProps: AzurermProps, id: string): AzureBillingExport =>
  new AzureBillingExport(stack, id, { agreement: "MCA", storage: storageIn(stack, providerProps), ...providerProps });

describe("the azurerm provider of a single part", () => {
  const parts: [string, (stack: TerraformStack, providerProps: AzurermProps) => unknown][] = [
    ["storage", (stack, providerProps) => new AzureStorage(stack, "part", { ...NEW_STORAGE, ...providerProps })],
    [
      "existing container",
      (stack, providerProps) => AzureStorage.fromContainer(stack, "part", { ...CONTAINER, ...providerProps }),
    ],
    ["exports", (stack, providerProps) => exportIn(stack, providerProps, "part")],
    [
      "access",
      (stack, providerProps) =>
        new AzureAccess(stack, "part", {
          ...providerProps,
          identity: new AzureIdentity(stack, "i", {}),
          billingExport: exportIn(stack, providerProps, "b"),
        }),
    ],
    ["integration", (stack, providerProps) => new AzureIntegration(stack, "part", { ...MINIMAL, ...providerProps })],
  ];
  const incompleteStack = (): TerraformStack => {
    const stack = emptyStack();
    new AzureadProvider(stack, "azuread", {});
    return stack;
  };
  const other = (stack: TerraformStack): AzurermProvider =>
    new AzurermProvider(stack, "other", { alias: "other", features: [{}] });

  it.each(parts)("must be in the stack of the part (%s)", (_, create) => {
    const app = Testing.app();
    const provider = other(new TerraformStack(app, "other"));
    const stack = new TerraformStack(app, "billing");
    new AzureadProvider(stack, "azuread", {});
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    create(stack, { provider });
    expect(problemsOf(stack)).toMatch(
      /^\[billing\] billing\/[\w/]+: 'provider' must be in the stack of the construct, got: other\/other; create it in billing$/,
    );
  });

  it.each(parts)("must be passed when all providers of the stack have an alias (%s)", (_, create) => {
    const stack = incompleteStack();
    other(stack);
    create(stack, {});
    expect(problemsOf(stack)).toContain(
      "all azurerm providers of the stack have an alias; pass the one to use as 'provider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, create) => {
    const stack = incompleteStack();
    create(stack, {});
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("must have one features block and no secret in the program (%s)", (_, create) => {
    const stack = incompleteStack();
    new AzurermProvider(stack, "azurerm", { clientSecret: "hunter2" });
    create(stack, {});
    const messages = problemsOf(stack).split("\n");
    expect(messages).toEqual([
      expect.stringContaining("the azurerm provider must have one block 'features', got: none"),
      expect.stringContaining("the azurerm provider's 'client_secret' must not be in the program"),
    ]);
  });

  it.each(parts)("must work in the subscription of the storage account (%s)", (_, create) => {
    const stack = incompleteStack();
    new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId: OTHER_SUBSCRIPTION });
    create(stack, {});
    expect(problemsOf(stack)).toMatch(
      /^\[billing\] billing\/[\w/]+: the azurerm provider must work in the subscription "1.+" of 'subscriptionId', got: subscription_id "2[^\n]+$/,
    );
  });

  it.each(parts)("can be any provider of the stack that is passed (%s)", (_, create) => {
    const stack = azureStack();
    create(stack, { provider: other(stack) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each(parts)("must be an AzurermProvider (%s)", (_, create) => {
    const stack = azureStack();
    const provider = new AzureadProvider(stack, "directory", { alias: "directory" }) as unknown as AzurermProvider;
    expect(refusal(() => create(stack, { provider }))).toMatch(
      /^Azure[.\w]+ at billing\/\w+: 'provider' must be an AzurermProvider, got: an object$/,
    );
  });
});

describe("the azuread provider of a single part", () => {
  const parts: [string, (stack: TerraformStack, providerProps: AzureadProps) => unknown][] = [
    ["identity", (stack, providerProps) => new AzureIdentity(stack, "part", providerProps)],
    [
      "existing application",
      (stack, providerProps) => AzureIdentity.fromApplication(stack, "part", { clientId: CLIENT, ...providerProps }),
    ],
    [
      "federated identity",
      (stack, providerProps) => new AzureFederatedIdentity(stack, "part", { ...PLATFORM, ...providerProps }),
    ],
    ["integration", (stack, providerProps) => new AzureIntegration(stack, "part", { ...MINIMAL, ...providerProps })],
  ];
  const incompleteStack = (): TerraformStack => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    return stack;
  };
  const other = (stack: TerraformStack): AzureadProvider => new AzureadProvider(stack, "other", { alias: "other" });

  it.each(parts)("must be in the stack of the part (%s)", (_, create) => {
    const app = Testing.app();
    const azureadProvider = other(new TerraformStack(app, "other"));
    const stack = new TerraformStack(app, "billing");
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    new AzureadProvider(stack, "azuread", {});
    create(stack, { azureadProvider });
    expect(problemsOf(stack)).toMatch(
      /^\[billing\] billing\/[\w/]+: 'azureadProvider' must be in the stack of the construct, got: other\/other; create it in billing$/,
    );
  });

  it.each(parts)("must be passed when all providers of the stack have an alias (%s)", (_, create) => {
    const stack = incompleteStack();
    other(stack);
    create(stack, {});
    expect(problemsOf(stack)).toContain(
      "all azuread providers of the stack have an alias; pass the one to use as 'azureadProvider'",
    );
  });

  it.each(parts)("cannot be missing (%s)", (_, create) => {
    const stack = incompleteStack();
    create(stack, {});
    expect(refusal(() => Template.of(stack))).toContain("Found resources without a matching provider construct");
  });

  it.each(parts)("must have no secret in the program (%s)", (_, create) => {
    const stack = incompleteStack();
    new AzureadProvider(stack, "azuread", { clientSecret: "hunter2" });
    create(stack, {});
    expect(problemsOf(stack)).toMatch(
      /^\[billing\] billing\/[\w/]+: the azuread provider's 'client_secret' must not be in the program/,
    );
  });

  it.each(parts)("can be any provider of the stack that is passed (%s)", (_, create) => {
    const stack = azureStack();
    create(stack, { azureadProvider: other(stack) });
    expect(problemsOf(stack)).toBe("");
  });

  it.each(parts)("must be an AzureadProvider (%s)", (_, create) => {
    const stack = azureStack();
    const azureadProvider = new AzurermProvider(stack, "other", {
      alias: "other",
      features: [{}],
    }) as unknown as AzureadProvider;
    expect(refusal(() => create(stack, { azureadProvider }))).toMatch(
      /^Azure[.\w]+ at billing\/\w+: 'azureadProvider' must be an AzureadProvider, got: an object$/,
    );
  });
});

describe("both providers of an integration", () => {
  it("are reported once each, with all their problems", () => {
    const messages = problemsWith(
      {
        azurerm: { features: [], subscriptionId: OTHER_SUBSCRIPTION, environment: "china", oidcToken: "hunter2" },
        azuread: { tenantId: OTHER_TENANT, environment: "china", clientSecret: "hunter2" },
      },
      { tenantId: TENANT },
    );
    expect(messages.split("\n").map((line) => /^\[billing\] [\w/]+: the \w+ provider.*?must/.exec(line)?.[0])).toEqual([
      azureadProblem("must").replace("provider must", "provider's 'environment' must"),
      azureadProblem("must"),
      azureadProblem("must").replace("provider must", "provider's 'client_secret' must"),
      azurermProblem("must"),
      azurermProblem("must").replace("provider must", "provider's 'environment' must"),
      azurermProblem("must"),
      azurermProblem("must").replace("provider must", "provider's 'oidc_token' must"),
    ]);
  });

  it("are reported once when integrations share them, and by the remaining one after the other was removed", () => {
    const stack = emptyStack();
    new AzureadProvider(stack, "azuread", {});
    new AzurermProvider(stack, "azurerm", {});
    integrationIn(stack);
    new AzureIntegration(stack, "second", { ...MINIMAL, storageAccountName: "acmesecond", exportNamePrefix: "second" });
    const problem = (id: string): string =>
      `[billing] billing/${id}/storage: the azurerm provider must have one block 'features', got: none; add features: [{}] to its arguments`;
    expect(problemsOf(stack)).toBe(problem("finops"));
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe(problem("second"));
  });
});

describe("parts that are passed", () => {
  const other = (stack: TerraformStack): AzurermProvider =>
    new AzurermProvider(stack, "other", { alias: "other", features: [{}] });
  const providerMismatch = (property: string, got: string): string =>
    `AzureIntegration at billing/finops: '${property}' must use the provider of the construct, got: ${got}; pass the same 'provider' to both`;

  it("must use the azurerm provider of the integration", () => {
    const stack = azureStack();
    const provider = other(stack);
    const agreement = "MCA" as const;
    const storage = new AzureStorage(stack, "storage", { ...NEW_STORAGE, provider });
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement, storage }))).toBe(
      providerMismatch("storage", "billing/other"),
    );
    const container = AzureStorage.fromContainer(stack, "container", CONTAINER);
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement, storage: container, provider }))).toBe(
      providerMismatch("storage", "the stack's default one"),
    );
    const billingExport = new AzureBillingExport(stack, "export", { agreement, storage, provider });
    expect(refusal(() => new AzureIntegration(stack, "finops", { billingExport }))).toBe(
      providerMismatch("billingExport", "billing/other"),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    expect(() => new AzureIntegration(stack, "finops", { billingExport, provider })).not.toThrow();
  });

  it("must be in the stack of the integration", () => {
    const app = Testing.app();
    const [first, second] = [new TerraformStack(app, "first"), new TerraformStack(app, "second")];
    const storage = new AzureStorage(first, "storage", NEW_STORAGE);
    const identity = new AzureIdentity(first, "identity", {});
    const messages = refusal(() => new AzureIntegration(second, "finops", { agreement: "MCA", storage, identity }));
    expect(messages).toContain(
      "'storage' must be in the stack of the construct, got: first/storage; create it in second",
    );
    expect(messages).toContain(
      "'identity' must be in the stack of the construct, got: first/identity; create it in second",
    );
  });
});
