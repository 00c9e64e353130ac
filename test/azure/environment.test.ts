import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  AzureAccess,
  AzureBillingExport,
  type AzureEnvironment,
  AzureIdentity,
  AzureIntegration,
  AzureStorage,
} from "cdktf-finops/azure";
import { TerraformVariable } from "cdktf";
import { azureStack, MINIMAL, SUBSCRIPTION } from "../support/azure";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

const REGIONS = { public: "westeurope", usgovernment: "usgovvirginia", china: "chinanorth3" } as const;

const storageProps = (environment: AzureEnvironment | undefined, location: string = REGIONS[environment ?? "public"]) =>
  ({ subscriptionId: SUBSCRIPTION, storageAccountName: "acmebillingexport", location, environment }) as const;

/** Problems of a storage and an azurerm provider, each with its environment; empty if there are none. */
const storageProblems = (
  environment: AzureEnvironment | undefined,
  providerEnvironment: string | undefined,
): string => {
  const stack = emptyStack();
  new AzurermProvider(stack, "azurerm", { features: [{}], environment: providerEnvironment });
  new AzureStorage(stack, "finops", storageProps(environment));
  return problemsOf(stack);
};

/** Problems of an identity and an azuread provider, each with its environment; empty if there are none. */
const identityProblems = (
  environment: AzureEnvironment | undefined,
  providerEnvironment: string | undefined,
): string => {
  const stack = emptyStack();
  new AzureadProvider(stack, "azuread", { environment: providerEnvironment });
  new AzureIdentity(stack, "finops", { environment });
  return problemsOf(stack);
};

const environmentProblem = (type: string, names: string, environment: string, got: string): string =>
  `[billing] billing/finops: the ${type} provider's 'environment' must be ${names} when 'environment' of the construct is ` +
  `"${environment}", got: ${got}`;

describe("the environment of the azurerm provider", () => {
  it.each<[AzureEnvironment | undefined, string | undefined]>([
    [undefined, undefined],
    [undefined, "public"],
    ["public", undefined],
    ["public", "Public"],
    ["usgovernment", "usgovernment"],
    ["usgovernment", "USGovernment"],
    ["china", "china"],
  ])("is accepted when the construct's is %s: %s", (environment, providerEnvironment) => {
    expect(storageProblems(environment, providerEnvironment)).toBe("");
  });

  it.each<[AzureEnvironment, string | undefined, string]>([
    ["public", "usgovernment", '"public"'],
    ["public", "china", '"public"'],
    ["usgovernment", undefined, '"usgovernment"'],
    ["usgovernment", "public", '"usgovernment"'],
    ["usgovernment", "china", '"usgovernment"'],
    ["china", undefined, '"china"'],
    ["china", "public", '"china"'],
    ["china", "usgovernment", '"china"'],
  ])("is refused when the construct's is %s: %s", (environment, providerEnvironment, names) => {
    const got = providerEnvironment === undefined ? "none" : `"${providerEnvironment}"`;
    expect(storageProblems(environment, providerEnvironment)).toBe(
      environmentProblem("azurerm", names, environment, got),
    );
  });
});

describe("the environment of the azuread provider", () => {
  it.each<[AzureEnvironment | undefined, string | undefined]>([
    [undefined, undefined],
    ["public", "global"],
    ["public", "public"],
    ["usgovernment", "usgovernment"],
    ["usgovernment", "usgovernmentl4"],
    ["usgovernment", "usgovernmentl5"],
    ["usgovernment", "dod"],
    ["china", "china"],
  ])("is accepted when the construct's is %s: %s", (environment, providerEnvironment) => {
    expect(identityProblems(environment, providerEnvironment)).toBe("");
  });

  const GOVERNMENT = '"usgovernment" or "usgovernmentl4" or "usgovernmentl5" or "dod"';

  it.each<[AzureEnvironment, string | undefined, string]>([
    ["public", "usgovernment", '"global" or "public"'],
    ["public", "dod", '"global" or "public"'],
    ["public", "china", '"global" or "public"'],
    ["usgovernment", undefined, GOVERNMENT],
    ["usgovernment", "global", GOVERNMENT],
    ["usgovernment", "china", GOVERNMENT],
    ["china", undefined, '"china"'],
    ["china", "global", '"china"'],
    ["china", "usgovernmentl4", '"china"'],
  ])("is refused when the construct's is %s: %s", (environment, providerEnvironment, names) => {
    const got = providerEnvironment === undefined ? "none" : `"${providerEnvironment}"`;
    expect(identityProblems(environment, providerEnvironment)).toBe(
      environmentProblem("azuread", names, environment, got),
    );
  });
});

describe("the environment of both providers", () => {
  it("is not compared when it is an unresolved token", () => {
    const stack = emptyStack();
    const environment = new TerraformVariable(stack, "cloud", { type: "string" }).stringValue;
    new AzurermProvider(stack, "azurerm", { features: [{}], environment });
    new AzureadProvider(stack, "azuread", { environment });
    const { usgovernment: location } = REGIONS;
    new AzureIntegration(stack, "finops", { ...MINIMAL, location, environment: "usgovernment" });
    expect(problemsOf(stack)).toBe("");
  });

  it("is the one that an override sets", () => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}] }).addOverride("environment", "china");
    new AzureStorage(stack, "finops", storageProps("public"));
    expect(problemsOf(stack)).toBe(environmentProblem("azurerm", '"public"', "public", '"china"'));
  });

  it("is reported once per provider by an integration", () => {
    const stack = azureStack();
    new AzureIntegration(stack, "finops", { ...MINIMAL, location: REGIONS.china, environment: "china" });
    expect(problemsOf(stack)).toBe(
      [
        environmentProblem("azuread", '"china"', "china", "none").replace("finops:", "finops/identity:"),
        environmentProblem("azurerm", '"china"', "china", "none").replace("finops:", "finops/storage:"),
      ].join("\n"),
    );
  });
});

describe("the region of the storage", () => {
  it.each<[AzureEnvironment | undefined, string]>([
    [undefined, "westeurope"],
    ["public", "eastus2"],
    ["public", "centralindia"],
    ["usgovernment", "usgovarizona"],
    ["usgovernment", "usdodeast"],
    ["china", "chinaeast2"],
  ])("is accepted in the environment %s: %s", (environment, location) => {
    expect(() => new AzureStorage(emptyStack(), "finops", storageProps(environment, location))).not.toThrow();
  });

  it.each<[AzureEnvironment | undefined, string, AzureEnvironment]>([
    [undefined, "usgovvirginia", "usgovernment"],
    ["public", "usdodcentral", "usgovernment"],
    ["public", "chinaeast2", "china"],
    ["usgovernment", "eastus", "public"],
    ["usgovernment", "chinanorth", "china"],
    ["china", "eastasia", "public"],
    ["china", "usgovtexas", "usgovernment"],
  ])("is refused in the environment %s: %s, which is in %s", (environment, location, regionEnvironment) => {
    const stack = emptyStack();
    expect(refusal(() => new AzureStorage(stack, "finops", storageProps(environment, location)))).toBe(
      `AzureStorage at billing/finops: 'location' must be a region of the environment "${environment ?? "public"}", ` +
        `got: "${location}", a region of "${regionEnvironment}"; set 'environment', or choose another region`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("is not checked when it is an unresolved token", () => {
    const stack = emptyStack();
    const location = new TerraformVariable(stack, "location", { type: "string" }).stringValue;
    expect(() => new AzureStorage(stack, "finops", storageProps("china", location))).not.toThrow();
  });
});

describe("the blob host of an environment", () => {
  const HOSTS: [AzureEnvironment, string][] = [
    ["public", "blob.core.windows.net"],
    ["usgovernment", "blob.core.usgovcloudapi.net"],
    ["china", "blob.core.chinacloudapi.cn"],
  ];

  it.each(HOSTS)("is checked by Terraform on the account, in %s: %s", (environment, host) => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}], environment });
    new AzureStorage(stack, "finops", storageProps(environment));
    AzureStorage.fromContainer(stack, "there", {
      subscriptionId: SUBSCRIPTION,
      environment,
      resourceGroupName: "shared",
      storageAccountName: "acmeshared",
      containerName: "cost-exports",
    });
    const template = Template.of(stack);
    const condition = `\${endswith(self.primary_blob_endpoint, ".${host}/")}`;
    const created = template.resource("azurerm_storage_account").lifecycle as { postcondition: unknown[] };
    expect(created.postcondition).toContainEqual({
      condition,
      error_message:
        "AzureStorage at billing/finops: the account must be in the Azure environment that 'environment' specifies, where the azurerm provider works.",
    });
    const { postcondition } = template.data("azurerm_storage_account").lifecycle as { postcondition: unknown[] };
    expect(postcondition).toContainEqual({
      condition,
      error_message:
        "AzureStorage.fromContainer at billing/there: the account must be in the Azure environment that 'environment' specifies.",
    });
  });

  it.each(HOSTS)("is in the connection string that a person creates, in %s: %s", (environment, host) => {
    const [step] = new AzureStorage(emptyStack(), "finops", { ...storageProps(environment), createSas: false })
      .manualSteps;
    expect(step?.values).toMatchObject({
      "Connection string": `BlobEndpoint=https://acmebillingexport.${host}/;SharedAccessSignature=<SAS token>`,
    });
  });
});

describe("parts that are passed", () => {
  const partProblem = (where: string, property: string, partEnvironment: string, environment: string): string =>
    `${where}: '${property}' must have the 'environment' of the construct, "${environment}", got: "${partEnvironment}"; ` +
    "pass the same 'environment' to both";

  it("must be in the environment of the construct that takes them", () => {
    const stack = emptyStack();
    const storage = new AzureStorage(stack, "storage", storageProps("china"));
    const identity = new AzureIdentity(stack, "identity", { environment: "usgovernment" });
    const here = "at billing/finops";
    expect(refusal(() => new AzureBillingExport(stack, "finops", { agreement: "MCA", storage }))).toBe(
      partProblem(`AzureBillingExport ${here}`, "storage", "china", "public"),
    );
    const china = { agreement: "MCA", environment: "china" } as const;
    const billingExport = new AzureBillingExport(stack, "export", { ...china, storage });
    expect(refusal(() => new AzureAccess(stack, "finops", { environment: "china", identity, billingExport }))).toBe(
      partProblem(`AzureAccess ${here}`, "identity", "usgovernment", "china"),
    );
    expect(refusal(() => new AzureIntegration(stack, "finops", { ...china, storage, identity }))).toBe(
      partProblem(`AzureIntegration ${here}`, "identity", "usgovernment", "china"),
    );
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement: "MCA", storage }))).toBe(
      partProblem(`AzureIntegration ${here}`, "storage", "china", "public"),
    );
    expect(refusal(() => new AzureIntegration(stack, "finops", { billingExport }))).toBe(
      partProblem(`AzureIntegration ${here}`, "billingExport", "china", "public"),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    expect(() => new AzureIntegration(stack, "finops", { ...china, storage })).not.toThrow();
  });
});
