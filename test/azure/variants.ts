import {
  AzureBillingExport,
  AzureFederatedIdentity,
  AzureIdentity,
  AzureIntegration,
  type AzureIntegrationProps,
  AzureStorage,
  type IAzureStorage,
} from "cdktf-finops/azure";
import { type TerraformStack } from "cdktf";
import {
  azureStack,
  CLIENT,
  ENROLLMENT,
  MCA_ACCOUNT,
  MINIMAL,
  OTHER_SUBSCRIPTION,
  SUBSCRIPTION,
} from "../support/azure";
import { certificate } from "../support/keys";
import { type AnyProps } from "../support/props";
import { type Expected } from "./violations";

/** Some of the props of an integration, and the parts that are passed to it. */
export type Make = (stack: TerraformStack) => AnyProps<AzureIntegrationProps>;

export const PLATFORM = { issuer: "https://login.platform.example/acme", subject: "acme-finops" };
export const MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/acme";
const RESOURCE_GROUP = `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/costs`;
export const CERTIFICATE_PEM = certificate({ name: "least" });

export const federated: Make = (stack) => ({
  identity: new AzureFederatedIdentity(stack, "in", { issuerUri: PLATFORM.issuer, subject: PLATFORM.subject }),
});

export const existing =
  (credential: Pick<AzureIntegrationProps, "createClientSecret" | "certificatePem"> = {}): Make =>
  (stack) => ({ identity: AzureIdentity.fromApplication(stack, "in", { clientId: CLIENT, ...credential }) });

export function container(stack: TerraformStack, createSas?: boolean): IAzureStorage {
  return AzureStorage.fromContainer(stack, "container", {
    subscriptionId: SUBSCRIPTION,
    resourceGroupName: "data-lake",
    storageAccountName: "acmedatalake",
    containerName: "billing",
    createSas,
  });
}

/** What is of a new storage account, and so left out where another is passed. */
export const { agreement, ...NEW_STORAGE } = MINIMAL;

const WAYS_IN: [string, Make, Expected][] = [
  ["a client secret", () => ({}), {}],
  ["a client secret that a person makes", () => ({ createClientSecret: false }), {}],
  ["a certificate", () => ({ certificatePem: CERTIFICATE_PEM }), {}],
  ["the platform's own tokens", federated, { platform: PLATFORM }],
  ["an application that is there", existing(), {}],
  ["an application that is there, whose secret a person makes", existing({ createClientSecret: false }), {}],
  ["an application that is there, with a certificate", existing({ certificatePem: CERTIFICATE_PEM }), {}],
];

const CHOICES: [string, Make, Expected][] = [
  ["by one subscription", () => MINIMAL, {}],
  [
    "by several subscriptions",
    () => ({ ...MINIMAL, subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION } }),
    {},
  ],
  ["by a custom role", () => ({ ...MINIMAL, role: "CUSTOM" }), {}],
  [
    "by a custom role below a management group and in a resource group",
    () => ({ ...MINIMAL, role: "CUSTOM", roleScopes: { all: MANAGEMENT_GROUP, costs: RESOURCE_GROUP } }),
    { scopes: [MANAGEMENT_GROUP, RESOURCE_GROUP] },
  ],
  [
    "below a management group",
    () => ({ ...MINIMAL, roleScopes: { all: MANAGEMENT_GROUP } }),
    { scopes: [MANAGEMENT_GROUP] },
  ],
  ["with the right to read the container", () => ({ ...MINIMAL, containerReader: true }), { containerReader: true }],
  [
    "with that right alone, without a SAS token",
    () => ({ ...MINIMAL, containerReader: true, createSas: false }),
    { containerReader: true },
  ],
  ["for two years", () => ({ ...MINIMAL, sasDays: 730 }), {}],
  ["by the account's key", () => ({ ...MINIMAL, connectionString: "ACCOUNT_KEY" }), { accountKey: true }],
  ["with files that expire", () => ({ ...MINIMAL, expireAfterDays: 400 }), {}],
  ["with storage that can go", () => ({ ...MINIMAL, retain: false }), { destroyable: true }],
  [
    "in a resource group that is there",
    () => ({ ...MINIMAL, createResourceGroup: false, resourceGroupName: "finops", tags: { team: "finops" } }),
    {},
  ],
  ["with the resource provider", () => ({ ...MINIMAL, registerResourceProvider: true }), {}],
  [
    "with other names",
    () => ({
      ...MINIMAL,
      role: "CUSTOM",
      roleName: "See costs",
      containerName: "costs",
      rootFolderPath: "a/b_c",
      exportNamePrefix: "acme",
      outputPrefix: "acme",
    }),
    {},
  ],
  ["by an enrollment", () => ({ ...MINIMAL, agreement: "EA", billingAccountId: ENROLLMENT }), {}],
  ["by a department", () => ({ ...MINIMAL, agreement: "EA", billingAccountId: ENROLLMENT, departmentId: "12345" }), {}],
  ["by a billing account", () => ({ ...MINIMAL, billingAccountId: MCA_ACCOUNT }), {}],
  [
    "by an invoice section",
    () => ({
      ...MINIMAL,
      billingAccountId: MCA_ACCOUNT,
      billingProfileId: "ABCD-EFGH-IJK-LMN",
      invoiceSectionId: "OPQR-STUV-WXY-ZAB",
    }),
    {},
  ],
  [
    "by a partner's customer",
    () => ({ ...MINIMAL, agreement: "MPA", billingAccountId: MCA_ACCOUNT, customerId: OTHER_SUBSCRIPTION }),
    {},
  ],
  [
    "to a container that is there",
    (stack) => ({ agreement, storage: container(stack), containerReader: true }),
    { containerReader: true },
  ],
  [
    "to a container that is there, without a SAS token",
    (stack) => ({ agreement, storage: container(stack, false) }),
    {},
  ],
  [
    "by exports that are there",
    (stack) => ({
      billingExport: AzureBillingExport.fromExports(stack, "exports", {
        storage: container(stack),
        actualCostPaths: { all: "finops/actual" },
        amortizedCostPaths: { all: "finops/amortized" },
      }),
    }),
    {},
  ],
  [
    "by exports that are there, to a new container",
    (stack) => ({
      billingExport: AzureBillingExport.fromExports(stack, "exports", {
        storage: new AzureStorage(stack, "storage", NEW_STORAGE),
        actualCostPaths: { all: "finops/actual" },
        amortizedCostPaths: { all: "finops/amortized" },
      }),
    }),
    {},
  ],
];

/** Each way in, by its name, how its props are made, and what cannot be read off its JSON. */
export function variants(): [string, Make, Expected][] {
  return WAYS_IN;
}

/** What else there is to choose, likewise. */
export function choices(): [string, Make, Expected][] {
  return CHOICES;
}

/** A stack of one integration. */
export function integratedIn(registered: boolean, ...makes: readonly Make[]): TerraformStack {
  return integrated(azureStack({ registered }), ...makes);
}

export function integrated(stack: TerraformStack, ...makes: readonly Make[]): TerraformStack {
  const props = Object.assign({}, ...makes.map((make) => make(stack))) as AzureIntegrationProps;
  new AzureIntegration(stack, "finops", props);
  return stack;
}
