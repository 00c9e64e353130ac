import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { InputError } from "cdktf-finops";
import {
  AzureAccess,
  AzureBillingExport,
  AzureFederatedIdentity,
  AzureIdentity,
  AzureIntegration,
  AzureStorage,
} from "cdktf-finops/azure";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { AZURE_ACCESS_SCHEMA } from "../../lib/azure/access";
import { AZURE_BILLING_EXPORT_SCHEMA } from "../../lib/azure/billing-export";
import { AZURE_EXISTING_APPLICATION_SCHEMA } from "../../lib/azure/existing-application";
import { AZURE_EXISTING_CONTAINER_SCHEMA } from "../../lib/azure/existing-container";
import { AZURE_EXISTING_EXPORTS_SCHEMA } from "../../lib/azure/existing-exports";
import { AZURE_FEDERATED_IDENTITY_SCHEMA } from "../../lib/azure/federated-identity";
import { AZURE_IDENTITY_SCHEMA } from "../../lib/azure/identity";
import { AZURE_INTEGRATION_SCHEMA } from "../../lib/azure/integration";
import { AZURE_STORAGE_SCHEMA } from "../../lib/azure/storage";
import { CLIENT, ENROLLMENT, MCA_ACCOUNT, OTHER_SUBSCRIPTION, OWNER, SUBSCRIPTION, TENANT } from "../support/azure";
import { certificate, rsaKey, weakPairs } from "../support/keys";
import { describeProperties, type Grammar, type Props, type Subject } from "../support/properties";
import { emptyStack } from "../support/template";
import { AZURE_GRAMMAR } from "./grammar";

const subscriptionId = SUBSCRIPTION;
const ACCOUNT = { subscriptionId, location: "westeurope", storageAccountName: "acmebillingexport" };
const FEDERATION = { issuerUri: "https://login.platform.example", subject: "acme" };
const PATHS = { actualCostPaths: { all: "finops/actual" }, amortizedCostPaths: { all: "finops/amortized" } };
const MCA_PROPS = { agreement: "MCA", billingAccountId: MCA_ACCOUNT };

/** Required props of each subject, without objects. The grammars get them, too. */
const REQUIRED_PROPS: Readonly<Record<string, Props>> = {
  AzureIntegration: { ...ACCOUNT, agreement: "MCA" },
  AzureIdentity: {},
  "AzureIdentity.fromApplication": { clientId: CLIENT },
  AzureFederatedIdentity: FEDERATION,
  AzureStorage: ACCOUNT,
  "AzureStorage in China": { ...ACCOUNT, location: "chinaeast2", environment: "china" },
  "AzureStorage.fromContainer": {
    subscriptionId,
    resourceGroupName: "finops",
    storageAccountName: "acmebillingexport",
    containerName: "cost-exports",
  },
  AzureBillingExport: { agreement: "MCA" },
  "AzureBillingExport of an enrollment": { agreement: "EA", billingAccountId: ENROLLMENT },
  "AzureBillingExport of a billing profile": { ...MCA_PROPS, billingProfileId: "ABCD-EFGH-IJK-LMN" },
  "AzureBillingExport of a customer": { ...MCA_PROPS, agreement: "MPA", customerId: CLIENT },
  "AzureBillingExport.fromExports": PATHS,
  AzureAccess: {},
  "AzureAccess by a custom role": { role: "CUSTOM" },
};

const storage = (stack: TerraformStack): AzureStorage => new AzureStorage(stack, "storage", ACCOUNT);

// `never`, because JavaScript may pass anything.
const SUBJECTS: Readonly<Record<string, Subject>> = {
  AzureIntegration: {
    rules: AZURE_INTEGRATION_SCHEMA.rules,
    create: (stack, id, props) => new AzureIntegration(stack, id, props as never),
    requiredProps: () => ({ ...REQUIRED_PROPS.AzureIntegration }),
  },
  AzureIdentity: {
    rules: AZURE_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new AzureIdentity(stack, id, props),
    requiredProps: () => ({}),
  },
  "AzureIdentity.fromApplication": {
    rules: AZURE_EXISTING_APPLICATION_SCHEMA.rules,
    create: (stack, id, props) => AzureIdentity.fromApplication(stack, id, props as never),
    requiredProps: () => ({ ...REQUIRED_PROPS["AzureIdentity.fromApplication"] }),
  },
  AzureFederatedIdentity: {
    rules: AZURE_FEDERATED_IDENTITY_SCHEMA.rules,
    create: (stack, id, props) => new AzureFederatedIdentity(stack, id, props as never),
    requiredProps: () => FEDERATION,
  },
  ...Object.fromEntries(
    ["AzureStorage", "AzureStorage in China"].map((name): [string, Subject] => [
      name,
      {
        rules: AZURE_STORAGE_SCHEMA.rules,
        create: (stack, id, props) => new AzureStorage(stack, id, props as never),
        requiredProps: () => ({ ...REQUIRED_PROPS[name] }),
      },
    ]),
  ),
  "AzureStorage.fromContainer": {
    rules: AZURE_EXISTING_CONTAINER_SCHEMA.rules,
    create: (stack, id, props) => AzureStorage.fromContainer(stack, id, props as never),
    requiredProps: () => ({ ...REQUIRED_PROPS["AzureStorage.fromContainer"] }),
  },
  ...Object.fromEntries(
    Object.keys(REQUIRED_PROPS)
      .filter((name) => /^AzureBillingExport( of |$)/.test(name))
      .map((name): [string, Subject] => [
        name,
        {
          rules: AZURE_BILLING_EXPORT_SCHEMA.rules,
          create: (stack, id, props) => new AzureBillingExport(stack, id, props as never),
          requiredProps: (stack) => ({ ...REQUIRED_PROPS[name], storage: storage(stack) }),
          // The agreement limits the scopes in a billing account, so that an error may name it instead.
          reportedAs: { billingProfileId: ["agreement"], customerId: ["agreement"], departmentId: ["agreement"] },
        },
      ]),
  ),
  "AzureBillingExport.fromExports": {
    rules: AZURE_EXISTING_EXPORTS_SCHEMA.rules,
    create: (stack, id, props) => AzureBillingExport.fromExports(stack, id, props as never),
    requiredProps: (stack) => ({ ...PATHS, storage: storage(stack) }),
  },
  ...Object.fromEntries(
    ["AzureAccess", "AzureAccess by a custom role"].map((name): [string, Subject] => [
      name,
      {
        rules: AZURE_ACCESS_SCHEMA.rules,
        create: (stack, id, props) => new AzureAccess(stack, id, props as never),
        requiredProps: (stack) => ({
          ...REQUIRED_PROPS[name],
          identity: new AzureIdentity(stack, "identity", {}),
          billingExport: new AzureBillingExport(stack, "export", { agreement: "MCA", storage: storage(stack) }),
        }),
      },
    ]),
  ),
};

/** Creates a stack with providers whose environment, tenant and subscription are unresolved, so that they fit all props. */
function azureStack(): TerraformStack {
  const stack = emptyStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const environment = variable("environment");
  const tenantId = variable("tenant");
  new AzureadProvider(stack, "azuread", { environment, tenantId });
  const subscription = variable("subscription");
  new AzurermProvider(stack, "azurerm", { features: [{}], environment, tenantId, subscriptionId: subscription });
  return stack;
}

const GROUP = "/providers/Microsoft.Management/managementGroups";

/** Valid values and near misses, from which the tests derive others. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  actualCostPaths: [
    ...["finops/actual", "finops/amortized", "finops", "/a", "a/", "a//b", ".a", "a./b", "_/-", "a".repeat(257)].map(
      (path) => ({ all: path }),
    ),
    { one: "finops/actual" },
    {},
  ],
  agreement: ["EA", "MCA", "MPA", "CSP", "PAYG", "MOSP"],
  amortizedCostPaths: [
    ...["finops/actual", "finops/amortized", "finops/actual/x", "a:b", "a b"].map((path) => ({ all: path })),
    { all: "finops/amortized", other: "other/amortized" },
  ],
  applicationName: ["FinOps platform", "a".repeat(120), "a".repeat(121), " a", "a ", "a/b"],
  audience: ["api://AzureADTokenExchange", "eyJhbGciOi", "a".repeat(601)],
  billingAccountId: [
    ENROLLMENT,
    MCA_ACCOUNT,
    MCA_ACCOUNT.toUpperCase(),
    `/providers/${ENROLLMENT}`,
    "123",
    `${"-".repeat(36)}${MCA_ACCOUNT.slice(36)}`,
  ],
  billingProfileId: ["ABCD-EFGH-IJK-LMN", "a/b", "p".repeat(129)],
  certificatePem: [
    certificate(),
    certificate({ version: 1 }),
    certificate({ name: "short", pair: rsaKey(1024) }),
    certificate({ pair: weakPairs.ec() }),
    rsaKey().publicKey,
    rsaKey().privateKey,
  ],
  clientId: [CLIENT, CLIENT.replaceAll("-", ""), "AAAAAAAA-4444-5555-6666-777777777777"],
  clientSecretDays: [1, 730, 731],
  containerName: ["cost-exports", "$root", "a--b", "-ab", "ab-", "a".repeat(63), "a".repeat(64)],
  customerId: [CLIENT],
  departmentId: ["12345", "a/b"],
  enrollmentAccountId: ["123456"],
  environment: ["public", "usgovernment", "china", "german"],
  expireAfterDays: [399, 400, 3650],
  exportNamePrefix: ["finops", "Finops12345678", "a".repeat(15), "a".repeat(16), "fin-ops"],
  invoiceSectionId: ["OPQR-STUV-WXY-ZAB"],
  issuerUri: [
    "https://login.platform.example/a/b/",
    "http://a.example",
    "https://a.example:8443",
    "https://A.example",
    "https://localhost",
  ],
  location: ["westeurope", "eastus2", "West Europe", "usgovvirginia", "usdodeast", "chinaeast2", "chinanorth3", "2us"],
  outputPrefix: ["finops", "a_1"],
  owners: [{ alice: OWNER }, { alice: OWNER, bob: CLIENT }, { a: OWNER, b: OWNER }, { "a b": OWNER }, {}],
  resourceGroupName: ["finops", "Fin_ops(1).x", "a.", "a".repeat(90), "a".repeat(91)],
  role: ["EVENT_GRID_READER", "CUSTOM", "READER"],
  roleName: ["FinOps platform (read)", "r".repeat(512), "r".repeat(513), "r "],
  roleScopes: [
    { all: `${GROUP}/acme` },
    { a: `${GROUP}/acme`, b: `${GROUP}/Acme` },
    { a: `${GROUP}/acme`, b: `${GROUP}/other` },
    { all: `${GROUP}/acme.` },
    { all: `${GROUP}/(acme)` },
    { one: `/subscriptions/${SUBSCRIPTION}`, other: `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/a.b` },
    { one: `/subscriptions/${SUBSCRIPTION}/` },
    { one: `/subscriptions/${SUBSCRIPTION}/resourcegroups/a` },
    { one: SUBSCRIPTION },
    {},
  ],
  rootFolderPath: ["finops/costs", "/finops", "finops/", "a..b/-_", "fin:ops"],
  sasDays: [1, 730, 731],
  storageAccountName: ["acmebillingexport", "abc", "ab", "a".repeat(25), "acme-billing"],
  subject: ["acme-finops", "system:serviceaccount:a:b", 'a"b', "s".repeat(600)],
  subscriptionId: [SUBSCRIPTION, `/subscriptions/${SUBSCRIPTION}`],
  subscriptions: [
    { production: SUBSCRIPTION, development: OTHER_SUBSCRIPTION },
    { a: SUBSCRIPTION, b: SUBSCRIPTION },
    { a: `/subscriptions/${SUBSCRIPTION}` },
    { "a/b": SUBSCRIPTION },
    {},
  ],
  tags: [
    { team: "finops" },
    { "größe 1": "ü%" },
    { "a/b": "" },
    { "": "a" },
    { Azurelike: "a" },
    { MICROSOFT: "a" },
    { a: "${b}" },
    { a: "b".repeat(257) },
    { ["a".repeat(129)]: "" },
  ],
  tenantId: [TENANT, "acme.onmicrosoft.com"],
};
const WORDS = ["SAS", "ACCOUNT_KEY", "LRS", "RAGZRS", "EVENT_GRID_READER", "CUSTOM"];

// Subjects that get a part in the public environment.
const PUBLIC_ONLY = /^Azure(BillingExport|Access)/;

function grammarOf(subject: string, property: string): Grammar | undefined {
  const grammar = (AZURE_GRAMMAR as Record<string, Grammar>)[property];
  if (property === "environment" && PUBLIC_ONLY.test(subject)) {
    return (value) => value === "public";
  }
  return grammar === undefined
    ? undefined
    : (value, given) => grammar(value, { ...REQUIRED_PROPS[subject], ...given, [property]: value });
}

describeProperties({
  subjects: SUBJECTS,
  stack: azureStack,
  samples: SAMPLES,
  words: WORDS,
  grammarOf,
  objects: ["identity", "storage", "billingExport", "provider", "azureadProvider"],
  // Also the subjects that differ from another one only in their required props.
  composites: ["AzureIntegration", "AzureAccess", ...Object.keys(REQUIRED_PROPS).filter((name) => name.includes(" "))],
  sensitive: ["certificatePem"],
  crossCheckErrors:
    /'agreement' \w+ must be combined|'\w+' (is required with|must (have at most one|be (another folder|<UUID>|the number of)))/,
});

describe.each(Object.entries(SUBJECTS))("%s", (name, { rules, create, requiredProps }) => {
  const properties = Object.keys(rules).filter((property) => (SAMPLES[property] ?? []).length > 0);

  it.each(properties)("accepts exactly the samples of '%s' that match the services' grammar", (property) => {
    const isAccepted = (value: unknown): boolean => {
      const stack = azureStack();
      const props = { ...requiredProps(stack), [property]: value };
      try {
        create(stack, "finops", props);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return false;
      }
    };
    const samples = SAMPLES[property] ?? [];
    expect(samples.filter(isAccepted)).toEqual(samples.filter((value) => grammarOf(name, property)?.(value)));
  });
});
