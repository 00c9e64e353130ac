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

/** What is told of storage in that cloud by a provider of that one; nothing when all is well. */
const toldByAzurerm = (environment: AzureEnvironment | undefined, named: string | undefined): string => {
  const stack = emptyStack();
  new AzurermProvider(stack, "azurerm", { features: [{}], environment: named });
  new AzureStorage(stack, "finops", storageProps(environment));
  return problemsOf(stack);
};

/** What is told of an identity in that cloud by a provider of that one; nothing when all is well. */
const toldByAzuread = (environment: AzureEnvironment | undefined, named: string | undefined): string => {
  const stack = emptyStack();
  new AzureadProvider(stack, "azuread", { environment: named });
  new AzureIdentity(stack, "finops", { environment });
  return problemsOf(stack);
};

const refused = (type: string, names: string, environment: string, got: string): string =>
  `[billing/finops] the ${type} provider's 'environment' must be ${names} when 'environment' of the construct is ` +
  `"${environment}", got: ${got}`;

describe("the cloud of the azurerm provider", () => {
  it.each<[AzureEnvironment | undefined, string | undefined]>([
    [undefined, undefined],
    [undefined, "public"],
    ["public", undefined],
    ["public", "Public"],
    ["usgovernment", "usgovernment"],
    ["usgovernment", "USGovernment"],
    ["china", "china"],
  ])("may be, where that of the construct is %s: %s", (environment, named) => {
    expect(toldByAzurerm(environment, named)).toBe("");
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
  ])("is refused that is another, where that of the construct is %s: %s", (environment, named, names) => {
    const got = named === undefined ? "none" : `"${named}"`;
    expect(toldByAzurerm(environment, named)).toBe(refused("azurerm", names, environment, got));
  });
});

describe("the cloud of the azuread provider", () => {
  it.each<[AzureEnvironment | undefined, string | undefined]>([
    [undefined, undefined],
    ["public", "global"],
    ["public", "public"],
    ["usgovernment", "usgovernment"],
    ["usgovernment", "usgovernmentl4"],
    ["usgovernment", "usgovernmentl5"],
    ["usgovernment", "dod"],
    ["china", "china"],
  ])("may be, where that of the construct is %s: %s", (environment, named) => {
    expect(toldByAzuread(environment, named)).toBe("");
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
  ])("is refused that is another, where that of the construct is %s: %s", (environment, named, names) => {
    const got = named === undefined ? "none" : `"${named}"`;
    expect(toldByAzuread(environment, named)).toBe(refused("azuread", names, environment, got));
  });
});

describe("the cloud of both providers", () => {
  it("cannot be compared when Terraform fills it in", () => {
    const stack = emptyStack();
    const environment = new TerraformVariable(stack, "cloud", { type: "string" }).stringValue;
    new AzurermProvider(stack, "azurerm", { features: [{}], environment });
    new AzureadProvider(stack, "azuread", { environment });
    const { usgovernment: location } = REGIONS;
    new AzureIntegration(stack, "finops", { ...MINIMAL, location, environment: "usgovernment" });
    expect(problemsOf(stack)).toBe("");
  });

  it("is the one that an override gives it", () => {
    const stack = emptyStack();
    new AzurermProvider(stack, "azurerm", { features: [{}] }).addOverride("environment", "china");
    new AzureStorage(stack, "finops", storageProps("public"));
    expect(problemsOf(stack)).toBe(refused("azurerm", '"public"', "public", '"china"'));
  });

  it("is told of once by an integration for each provider", () => {
    const stack = azureStack();
    new AzureIntegration(stack, "finops", { ...MINIMAL, location: REGIONS.china, environment: "china" });
    expect(problemsOf(stack)).toBe(
      [
        refused("azuread", '"china"', "china", "none").replace("finops]", "finops/identity]"),
        refused("azurerm", '"china"', "china", "none").replace("finops]", "finops/storage]"),
      ].join("\n"),
    );
  });
});

describe("a region", () => {
  it.each<[AzureEnvironment | undefined, string]>([
    [undefined, "westeurope"],
    ["public", "eastus2"],
    ["public", "centralindia"],
    ["usgovernment", "usgovarizona"],
    ["usgovernment", "usdodeast"],
    ["china", "chinaeast2"],
  ])("may be, in the cloud %s, %s", (environment, location) => {
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
  ])("is refused of another cloud, in %s: %s, which is of %s", (environment, location, of) => {
    const stack = emptyStack();
    expect(refusal(() => new AzureStorage(stack, "finops", storageProps(environment, location)))).toBe(
      `AzureStorage at billing/finops: 'location' must be a region of the environment "${environment ?? "public"}", ` +
        `got: "${location}", a region of "${of}"; set 'environment', or choose another region`,
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("cannot be judged when Terraform fills it in", () => {
    const stack = emptyStack();
    const location = new TerraformVariable(stack, "location", { type: "string" }).stringValue;
    expect(() => new AzureStorage(stack, "finops", storageProps("china", location))).not.toThrow();
  });
});

describe("what differs by cloud", () => {
  const HOSTS: [AzureEnvironment, string][] = [
    ["public", "blob.core.windows.net"],
    ["usgovernment", "blob.core.usgovcloudapi.net"],
    ["china", "blob.core.chinacloudapi.cn"],
  ];

  it.each(HOSTS)("is where a container is, in %s at %s, or Terraform stops", (environment, host) => {
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
    const made = template.resource("azurerm_storage_account").lifecycle as { postcondition: unknown[] };
    expect(made.postcondition).toContainEqual({
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

  it.each(HOSTS)("is the connection string that a person makes, in %s with %s", (environment, host) => {
    const [step] = new AzureStorage(emptyStack(), "finops", { ...storageProps(environment), createSas: false })
      .manualSteps;
    expect(step?.values).toMatchObject({
      "Connection string": `BlobEndpoint=https://acmebillingexport.${host}/;SharedAccessSignature=<SAS token>`,
    });
  });
});

describe("parts that are passed", () => {
  const refusedPart = (where: string, property: string, of: string, environment: string): string =>
    `${where}: '${property}' must have the 'environment' of the construct, "${environment}", got: "${of}"; ` +
    "pass the same 'environment' to both";

  it("are of the cloud of whoever takes them", () => {
    const stack = emptyStack();
    const storage = new AzureStorage(stack, "storage", storageProps("china"));
    const identity = new AzureIdentity(stack, "identity", { environment: "usgovernment" });
    const here = "at billing/finops";
    expect(refusal(() => new AzureBillingExport(stack, "finops", { agreement: "MCA", storage }))).toBe(
      refusedPart(`AzureBillingExport ${here}`, "storage", "china", "public"),
    );
    const china = { agreement: "MCA", environment: "china" } as const;
    const billingExport = new AzureBillingExport(stack, "export", { ...china, storage });
    expect(refusal(() => new AzureAccess(stack, "finops", { environment: "china", identity, billingExport }))).toBe(
      refusedPart(`AzureAccess ${here}`, "identity", "usgovernment", "china"),
    );
    expect(refusal(() => new AzureIntegration(stack, "finops", { ...china, storage, identity }))).toBe(
      refusedPart(`AzureIntegration ${here}`, "identity", "usgovernment", "china"),
    );
    expect(refusal(() => new AzureIntegration(stack, "finops", { agreement: "MCA", storage }))).toBe(
      refusedPart(`AzureIntegration ${here}`, "storage", "china", "public"),
    );
    expect(refusal(() => new AzureIntegration(stack, "finops", { billingExport }))).toBe(
      refusedPart(`AzureIntegration ${here}`, "billingExport", "china", "public"),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
    expect(() => new AzureIntegration(stack, "finops", { ...china, storage })).not.toThrow();
  });
});
