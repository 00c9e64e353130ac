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

/** Creates some of the props of an integration, with the parts that are passed to it. */
export type CreateProps = (stack: TerraformStack) => AnyProps<AzureIntegrationProps>;

export const PLATFORM = { issuer: "https://login.platform.example/acme", subject: "acme-finops" };
export const MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/acme";
const RESOURCE_GROUP = `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/costs`;
export const CERTIFICATE_PEM = certificate({ name: "least" });

export const federated: CreateProps = (stack) => ({
  identity: new AzureFederatedIdentity(stack, "in", { issuerUri: PLATFORM.issuer, subject: PLATFORM.subject }),
});

export const existing =
  (credential: Pick<AzureIntegrationProps, "createClientSecret" | "certificatePem"> = {}): CreateProps =>
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

/** Props of a new storage account, which must be left out when a storage is passed. */
export const { agreement, ...NEW_STORAGE } = MINIMAL;

const IDENTITY_VARIANTS: [string, CreateProps, Expected][] = [
  ["a client secret", () => ({}), {}],
  ["a client secret that a person creates", () => ({ createClientSecret: false }), {}],
  ["a certificate", () => ({ certificatePem: CERTIFICATE_PEM }), {}],
  ["a federated identity", federated, { platform: PLATFORM }],
  ["an existing application", existing(), {}],
  ["an existing application whose secret a person creates", existing({ createClientSecret: false }), {}],
  ["an existing application with a certificate", existing({ certificatePem: CERTIFICATE_PEM }), {}],
];

const OPTION_VARIANTS: [string, CreateProps, Expected][] = [
  ["for one subscription", () => MINIMAL, {}],
  [
    "for several subscriptions",
    () => ({ ...MINIMAL, subscriptions: { production: SUBSCRIPTION, sandbox: OTHER_SUBSCRIPTION } }),
    {},
  ],
  ["with a custom role", () => ({ ...MINIMAL, role: "CUSTOM" }), {}],
  [
    "with a custom role on a management group and a resource group",
    () => ({ ...MINIMAL, role: "CUSTOM", roleScopes: { all: MANAGEMENT_GROUP, costs: RESOURCE_GROUP } }),
    { scopes: [MANAGEMENT_GROUP, RESOURCE_GROUP] },
  ],
  [
    "with a role on a management group",
    () => ({ ...MINIMAL, roleScopes: { all: MANAGEMENT_GROUP } }),
    { scopes: [MANAGEMENT_GROUP] },
  ],
  ["with a container reader", () => ({ ...MINIMAL, containerReader: true }), { containerReader: true }],
  [
    "with a container reader and without a SAS token",
    () => ({ ...MINIMAL, containerReader: true, createSas: false }),
    { containerReader: true },
  ],
  ["with a SAS token for two years", () => ({ ...MINIMAL, sasDays: 730 }), {}],
  ["with the account's key", () => ({ ...MINIMAL, connectionString: "ACCOUNT_KEY" }), { accountKey: true }],
  ["with an expiry of exports", () => ({ ...MINIMAL, expireAfterDays: 400 }), {}],
  ["with storage that can be destroyed", () => ({ ...MINIMAL, retain: false }), { destroyable: true }],
  [
    "in an existing resource group",
    () => ({ ...MINIMAL, createResourceGroup: false, resourceGroupName: "finops", tags: { team: "finops" } }),
    {},
  ],
  ["with the registration of the resource provider", () => ({ ...MINIMAL, registerResourceProvider: true }), {}],
  [
    "with custom names",
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
  ["for an enrollment", () => ({ ...MINIMAL, agreement: "EA", billingAccountId: ENROLLMENT }), {}],
  [
    "for a department",
    () => ({ ...MINIMAL, agreement: "EA", billingAccountId: ENROLLMENT, departmentId: "12345" }),
    {},
  ],
  ["for a billing account", () => ({ ...MINIMAL, billingAccountId: MCA_ACCOUNT }), {}],
  [
    "for an invoice section",
    () => ({
      ...MINIMAL,
      billingAccountId: MCA_ACCOUNT,
      billingProfileId: "ABCD-EFGH-IJK-LMN",
      invoiceSectionId: "OPQR-STUV-WXY-ZAB",
    }),
    {},
  ],
  [
    "for a partner's customer",
    () => ({ ...MINIMAL, agreement: "MPA", billingAccountId: MCA_ACCOUNT, customerId: OTHER_SUBSCRIPTION }),
    {},
  ],
  [
    "to an existing container",
    (stack) => ({ agreement, storage: container(stack), containerReader: true }),
    { containerReader: true },
  ],
  ["to an existing container, without a SAS token", (stack) => ({ agreement, storage: container(stack, false) }), {}],
  [
    "with existing exports",
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
    "with existing exports in a new container",
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

/** Identities of an integration: the name, the props, and the facts that the JSON does not contain. */
export function identityVariants(): [string, CreateProps, Expected][] {
  return IDENTITY_VARIANTS;
}

/** Options of an integration beside its identity, in the same form. */
export function optionVariants(): [string, CreateProps, Expected][] {
  return OPTION_VARIANTS;
}

/** Creates a stack with an integration of the merged props. */
export function integrationStack(registered: boolean, ...factories: readonly CreateProps[]): TerraformStack {
  return createIntegration(azureStack({ registered }), ...factories);
}

/** Creates an integration of the merged props in a stack. */
export function createIntegration(stack: TerraformStack, ...factories: readonly CreateProps[]): TerraformStack {
  const props = Object.assign({}, ...factories.map((createProps) => createProps(stack))) as AzureIntegrationProps;
  new AzureIntegration(stack, "finops", props);
  return stack;
}
