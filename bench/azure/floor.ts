import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationPasswordA } from "@cdktf/provider-azuread/lib/application-password";
import { DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { DataAzurermStorageAccountBlobContainerSas } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-account-blob-container-sas";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { SubscriptionCostManagementExport } from "@cdktf/provider-azurerm/lib/subscription-cost-management-export";
import { Fn, Op, TerraformResource, TerraformSelf, type TerraformStack } from "cdktf";
import { createOutputs, sasRotationStep, secretRotationStep } from "./floor-outputs";
import { SUBSCRIPTION, subscriptionsOf } from "./subscriptions";

// The program that a good engineer writes without the library: the plan stops in a wrong subscription or Azure environment,
// and nothing else is checked.

const LOCATION = "westeurope";
const DAYS_180 = "4320h";

export function build(stack: TerraformStack, count: number): void {
  createProviders(stack);
  for (let index = 0; index < count; index += 1) {
    onboard(stack, `finops${index}`, `acmebilling${index}`, { subscription: SUBSCRIPTION });
  }
}

/** One integration with this number of subscriptions. */
export function buildWide(stack: TerraformStack, count: number): void {
  createProviders(stack);
  onboard(stack, "finops", "acmebilling", subscriptionsOf(count));
}

function createProviders(stack: TerraformStack): void {
  new AzureadProvider(stack, "azuread");
  new AzurermProvider(stack, "azurerm", {
    features: [{}],
    subscriptionId: SUBSCRIPTION,
    resourceProvidersToRegister: ["Microsoft.CostManagementExports"],
  });
}

type Subscriptions = Readonly<Record<string, string>>;

function onboard(stack: TerraformStack, prefix: string, accountName: string, subscriptions: Subscriptions): void {
  const name = `${stack.node.id}-${prefix}`;
  const identity = createIdentity(stack, prefix, name);
  const { account, container, sas, expiry, sasRotationCommand } = createStorage(stack, prefix, name, accountName);
  const paths = createExports(stack, prefix, name, container, subscriptions);
  for (const [key, id] of Object.entries(subscriptions)) {
    new RoleAssignment(stack, `${prefix}_role_${key}`, {
      scope: `/subscriptions/${id}`,
      roleDefinitionName: "EventGrid EventSubscription Reader",
      principalId: identity.servicePrincipal.objectId,
      principalType: "ServicePrincipal",
      description: "For the FinOps platform",
    });
  }
  const { application, password } = identity;
  const token = Fn.trimprefix(sas.sas, "?");
  createOutputs(
    stack,
    prefix,
    {
      tenant_id: identity.deployer.tenantId,
      client_id: application.clientId,
      client_secret_value: password.value,
      client_secret_id: password.keyId,
      service_principal_object_id: identity.servicePrincipal.objectId,
      application_object_id: application.objectId,
      subscription_id: SUBSCRIPTION,
      storage_account_name: account.name,
      container_name: container.name,
      actual_cost_path: paths.actual.join(", "),
      amortized_cost_path: paths.amortized.join(", "),
      sas_token: token,
      connection_string: `BlobEndpoint=${account.primaryBlobEndpoint};SharedAccessSignature=${token}`,
    },
    [
      secretRotationStep({
        Ends: password.endDate,
        "Secret ID": password.keyId,
        "Rotation command": identity.rotationCommand,
      }),
      sasRotationStep({
        Ends: expiry,
        "Storage account": accountName,
        Container: name,
        "Rotation command": sasRotationCommand,
      }),
    ],
  );
}

/** Creates a resource that keeps the time of the first deployment. */
function createPinnedTime(
  stack: TerraformStack,
  id: string,
): { readonly time: string; readonly rotationCommand: string } {
  // Not a `DataResource`, which would run `terraform version` at synthesis.
  const data = new TerraformResource(stack, id, {
    terraformResourceType: "terraform_data",
    lifecycle: { ignoreChanges: ["input"] },
  });
  data.addOverride("input", Fn.plantimestamp());
  return {
    time: data.getStringAttribute("output"),
    rotationCommand: `terraform apply -replace=terraform_data.${data.friendlyUniqueId}`,
  };
}

interface Identity {
  readonly deployer: DataAzureadClientConfig;
  readonly application: Application;
  readonly servicePrincipal: ServicePrincipal;
  readonly password: ApplicationPasswordA;
  readonly rotationCommand: string;
}

function createIdentity(stack: TerraformStack, prefix: string, displayName: string): Identity {
  const deployer = new DataAzureadClientConfig(stack, `${prefix}_deployer`);
  const owners = [deployer.objectId];
  const lifecycle = { ignoreChanges: ["owners"] };
  const application = new Application(stack, `${prefix}_application`, {
    displayName,
    notes: "The FinOps platform reads billing exports as this application.",
    owners,
    preventDuplicateNames: true,
    signInAudience: "AzureADMyOrg",
    lifecycle,
  });
  const servicePrincipal = new ServicePrincipal(stack, `${prefix}_service_principal`, {
    clientId: application.clientId,
    owners,
    lifecycle,
  });
  const { time, rotationCommand } = createPinnedTime(stack, `${prefix}_client_secret_time`);
  const password = new ApplicationPasswordA(stack, `${prefix}_client_secret`, {
    applicationId: application.id,
    displayName: "FinOps platform",
    endDate: Fn.timeadd(time, DAYS_180),
    lifecycle: { createBeforeDestroy: true },
  });
  return { deployer, application, servicePrincipal, password, rotationCommand };
}

interface Storage {
  readonly account: StorageAccount;
  readonly container: StorageContainer;
  readonly sas: DataAzurermStorageAccountBlobContainerSas;
  readonly expiry: string;
  readonly sasRotationCommand: string;
}

function createStorage(stack: TerraformStack, prefix: string, name: string, accountName: string): Storage {
  const subject = `AzureStorage at ${stack.node.id}/${prefix}/storage`;
  const subscription = new DataAzurermClientConfig(stack, `${prefix}_subscription`, {
    lifecycle: {
      postcondition: [
        {
          condition: Op.eq(TerraformSelf.getString("subscription_id"), SUBSCRIPTION),
          errorMessage: `${subject}: 'subscriptionId' must be the subscription that the azurerm provider works in.`,
        },
      ],
    },
  });
  const group = new ResourceGroup(stack, `${prefix}_group`, {
    name,
    location: LOCATION,
    lifecycle: { preventDestroy: true },
    dependsOn: [subscription],
  });
  const account = new StorageAccount(stack, `${prefix}_account`, {
    name: accountName,
    resourceGroupName: group.name,
    location: LOCATION,
    accountKind: "StorageV2",
    accountTier: "Standard",
    accountReplicationType: "LRS",
    minTlsVersion: "TLS1_2",
    httpsTrafficOnlyEnabled: true,
    allowNestedItemsToBePublic: false,
    crossTenantReplicationEnabled: false,
    defaultToOauthAuthentication: true,
    infrastructureEncryptionEnabled: true,
    localUserEnabled: false,
    sharedAccessKeyEnabled: true,
    publicNetworkAccessEnabled: true,
    blobProperties: {
      versioningEnabled: true,
      deleteRetentionPolicy: { days: 30 },
      containerDeleteRetentionPolicy: { days: 30 },
    },
    dependsOn: [subscription],
    lifecycle: {
      preventDestroy: true,
      postcondition: [
        {
          condition: Op.eq(Fn.element(Fn.split("/", TerraformSelf.getString("id")), 2), SUBSCRIPTION),
          errorMessage: `${subject}: the account must be in the subscription that 'subscriptionId' specifies; it stays where it was created.`,
        },
        {
          condition: '${endswith(self.primary_blob_endpoint, ".blob.core.windows.net/")}',
          errorMessage: `${subject}: the account must be in the Azure environment that 'environment' specifies, where the azurerm provider works.`,
        },
      ],
    },
  });
  const container = new StorageContainer(stack, `${prefix}_container`, {
    name,
    storageAccountId: account.id,
    containerAccessType: "private",
    lifecycle: { preventDestroy: true },
  });
  const { time, rotationCommand: sasRotationCommand } = createPinnedTime(stack, `${prefix}_sas_time`);
  const expiry = Fn.timeadd(time, DAYS_180);
  const sas = new DataAzurermStorageAccountBlobContainerSas(stack, `${prefix}_sas`, {
    connectionString: account.primaryConnectionString,
    containerName: container.name,
    httpsOnly: true,
    start: Fn.timeadd(time, "-15m"),
    expiry,
    permissions: { read: true, list: true, add: false, create: false, write: false, delete: false },
  });
  return { account, container, sas, expiry, sasRotationCommand };
}

const DATASETS = { actual: "ActualCost", amortized: "AmortizedCost" } as const;

/**
 * Creates the two exports of each subscription.
 *
 * @returns their folders
 */
function createExports(
  stack: TerraformStack,
  prefix: string,
  root: string,
  container: StorageContainer,
  subscriptions: Subscriptions,
): Record<keyof typeof DATASETS, string[]> {
  const folderOf = (id: string, dataset: string): string => `${root}/${id}/${dataset}`;
  const start = Fn.formatdate("YYYY-MM-DD'T'00:00:00Z", Fn.timeadd(Fn.plantimestamp(), "48h"));
  for (const [key, id] of Object.entries(subscriptions)) {
    for (const [dataset, type] of Object.entries(DATASETS)) {
      new SubscriptionCostManagementExport(stack, `${prefix}_${key}_${dataset}`, {
        name: `${root.replace("-", "")}${dataset}`,
        subscriptionId: `/subscriptions/${id}`,
        recurrenceType: "Daily",
        recurrencePeriodStartDate: start,
        recurrencePeriodEndDate: "2050-02-01T00:00:00Z",
        exportDataOptions: { type, timeFrame: "MonthToDate" },
        exportDataStorageLocation: { containerId: container.id, rootFolderPath: folderOf(id, dataset) },
        lifecycle: { ignoreChanges: ["recurrence_period_start_date", "recurrence_period_end_date"] },
      });
    }
  }
  const foldersOf = (dataset: string): string[] => Object.values(subscriptions).map((id) => folderOf(id, dataset));
  return { actual: foldersOf("actual"), amortized: foldersOf("amortized") };
}
