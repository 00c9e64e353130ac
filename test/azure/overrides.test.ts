import {
  AzureFederatedIdentity,
  AzureIdentity,
  AzureIntegration,
  type AzureIntegrationProps,
  AzureStorage,
} from "cdktf-finops/azure";
import { TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import { azureStack, CLIENT, ENROLLMENT, MINIMAL, OTHER_SUBSCRIPTION, SUBSCRIPTION } from "../support/azure";
import { certificate, rsaKey } from "../support/keys";
import { problemsOf } from "../support/template";

// `permissions` and the outputs report what is granted and where costs are exported to, so overrides of either are refused.

type CreateProps = (stack: TerraformStack) => AzureIntegrationProps;

const plain: CreateProps = () => MINIMAL;
const certified: CreateProps = () => ({ ...MINIMAL, certificatePem: certificate() });
const federated: CreateProps = (stack) => ({
  ...MINIMAL,
  identity: new AzureFederatedIdentity(stack, "in", { issuerUri: "https://login.platform.example", subject: "acme" }),
});
const existingApplication: CreateProps = (stack) => ({
  ...MINIMAL,
  identity: AzureIdentity.fromApplication(stack, "in", { clientId: CLIENT }),
});
const existingContainer: CreateProps = (stack) => ({
  agreement: "MCA",
  storage: AzureStorage.fromContainer(stack, "there", {
    subscriptionId: SUBSCRIPTION,
    resourceGroupName: "finops",
    storageAccountName: "acmedatalake",
    containerName: "billing",
  }),
});
const enrolled: CreateProps = () => ({ ...MINIMAL, agreement: "EA", billingAccountId: ENROLLMENT });
const expiring: CreateProps = () => ({ ...MINIMAL, expireAfterDays: 400 });
const custom: CreateProps = () => ({ ...MINIMAL, role: "CUSTOM" });

/** Problems of an integration after an override of one of its resources or data sources; empty if there are none. */
function problemsAfter(createProps: CreateProps, path: string, argument: string, value: unknown): string {
  const stack = azureStack();
  new AzureIntegration(stack, "finops", createProps(stack));
  const element = stack.node.findAll().find(({ node }) => node.path === `billing/${path}`);
  if (!TerraformResource.isTerraformResource(element) && !TerraformDataSource.isTerraformDataSource(element)) {
    throw new Error(`there is no ${path}`);
  }
  element.addOverride(argument, value);
  return problemsOf(stack);
}

const ELSEWHERE = `/subscriptions/${OTHER_SUBSCRIPTION}/resourceGroups/a/providers/Microsoft.Storage/storageAccounts/b`;
const APPLICATION = "/applications/99999999-0000-0000-0000-000000000000";
const [IDENTITY, STORAGE, ACCESS, EXPORT] = ["identity", "storage", "access", "billing_export"].map(
  (part) => `finops/${part}`,
) as [string, string, string, string];

describe("overrides of the integration", () => {
  it.each<[what: string, createProps: CreateProps, path: string, override: string, value: unknown]>([
    ["the application", plain, `${IDENTITY}/Resource`, "owners", [CLIENT]],
    ["the application", plain, `${IDENTITY}/Resource`, "web", [{ redirect_uris: ["https://a.example/"] }]],
    ["the application", plain, `${IDENTITY}/Resource`, "api", [{ mapped_claims_enabled: true }]],
    ["the application", plain, `${IDENTITY}/Resource`, "public_client", [{ redirect_uris: ["myapp://auth"] }]],
    ["the application", plain, `${IDENTITY}/Resource`, "single_page_application", [{ redirect_uris: ["https://a/"] }]],
    ["the application", plain, `${IDENTITY}/Resource`, "password", [{ display_name: "mine" }]],
    ["the application", plain, `${IDENTITY}/Resource`, "sign_in_audience", "AzureADMultipleOrgs"],
    ["the application", plain, `${IDENTITY}/Resource`, "dynamic", { web: { for_each: [1], content: {} } }],
    ["the service principal", plain, `${IDENTITY}/service_principal`, "owners", [CLIENT]],
    ["the service principal", plain, `${IDENTITY}/service_principal`, "use_existing", true],
    ["the application", plain, `${IDENTITY}/Resource`, "fallback_public_client_enabled", true],
    ["the application", plain, `${IDENTITY}/Resource`, "required_resource_access", [{ resource_app_id: CLIENT }]],
    ["the service principal", plain, `${IDENTITY}/service_principal`, "client_id", CLIENT],
    ["the client secret", plain, `${IDENTITY}/client_secret`, "application_id", APPLICATION],
    ["the client secret", plain, `${IDENTITY}/client_secret`, "end_date", "2099-01-01T00:00:00Z"],
    ["the client secret", plain, `${IDENTITY}/client_secret`, "end_date_relative", "99999h"],
    ["the time of the first deployment", plain, `${IDENTITY}/client_secret_time`, "input", "2099-01-01T00:00:00Z"],
    ["the time of the first deployment", plain, `${STORAGE}/sas_time`, "lifecycle.ignore_changes", ["output"]],
    ["the certificate", certified, `${IDENTITY}/certificate`, "value", "another"],
    ["the certificate", certified, `${IDENTITY}/certificate`, "application_id", APPLICATION],
    ["the certificate", certified, `${IDENTITY}/certificate`, "type", "Symmetric"],
    ["the certificate", certified, `${IDENTITY}/certificate`, "encoding", "hex"],
    ["the certificate", certified, `${IDENTITY}/certificate`, "end_date", "2099-01-01T00:00:00Z"],
    ["the certificate", certified, `${IDENTITY}/certificate`, "end_date_relative", "99999h"],
    ["the federated credential", federated, "in/federated_credential", "application_id", APPLICATION],
    ["the federated credential", federated, "in/federated_credential", "subject", "others"],
    ["the federated credential", federated, "in/federated_credential", "issuer", "https://login.other.example"],
    ["the federated credential", federated, "in/federated_credential", "audiences", ["api://other"]],
    ["the application", existingApplication, "in/Resource", "client_id", OTHER_SUBSCRIPTION],
    ["the service principal", existingApplication, "in/service_principal", "client_id", OTHER_SUBSCRIPTION],
    ["the container", plain, `${STORAGE}/container`, "storage_account_id", ELSEWHERE],
    ["the container", plain, `${STORAGE}/container`, "storage_account_name", "acmeother"],
    ["the SAS token", plain, `${STORAGE}/sas`, "connection_string", "another"],
    ["the SAS token", plain, `${STORAGE}/sas`, "container_name", "other"],
    ["the SAS token", plain, `${STORAGE}/sas`, "start", "2020-01-01T00:00:00Z"],
    ["the SAS token", plain, `${STORAGE}/sas`, "expiry", "2099-01-01T00:00:00Z"],
    ["the SAS token", plain, `${STORAGE}/sas`, "https_only", false],
    ["the SAS token", plain, `${STORAGE}/sas`, "permissions.write", true],
    ["the container", existingContainer, "there/Resource", "storage_account_id", ELSEWHERE],
    ["the container", existingContainer, "there/Resource", "name", "other"],
    ["the storage account", existingContainer, "there/storage_account", "name", "acmeother"],
    ["the storage account", existingContainer, "there/storage_account", "resource_group_name", "other"],
    ["the expiry policy", expiring, `${STORAGE}/expiry`, "storage_account_id", ELSEWHERE],
    [
      "the expiry policy",
      expiring,
      `${STORAGE}/expiry`,
      "rule.0.actions",
      { base_blob: { tier_to_archive_after_days_since_modification_greater_than: 30 } },
    ],
    ["the role assignment", plain, `${ACCESS}/scope_subscription`, "role_definition_name", "Owner"],
    ["the role assignment", plain, `${ACCESS}/scope_subscription`, "scope", `/subscriptions/${OTHER_SUBSCRIPTION}`],
    ["the custom role", custom, `${ACCESS}/role`, "role_definition_id", CLIENT],
    ["the custom role", custom, `${ACCESS}/role`, "permissions.0.actions", ["*"]],
    ["the export", plain, `${EXPORT}/subscription_actual`, "subscription_id", `/subscriptions/${OTHER_SUBSCRIPTION}`],
    ["the export", plain, `${EXPORT}/subscription_actual`, "export_data_storage_location.container_id", ELSEWHERE],
    ["the export", plain, `${EXPORT}/subscription_amortized`, "export_data_options.type", "Usage"],
    ["the export", plain, `${EXPORT}/subscription_amortized`, "active", false],
    ["the export", plain, `${EXPORT}/subscription_amortized`, "recurrence_type", "Weekly"],
    ["the role assignment", plain, `${ACCESS}/scope_subscription`, "principal_id", CLIENT],
    ["the role assignment", plain, `${ACCESS}/scope_subscription`, "principal_type", "User"],
    ["the role assignment", plain, `${ACCESS}/scope_subscription`, "role_definition_id", "/providers/x"],
    [
      "the export",
      enrolled,
      `${EXPORT}/actual`,
      "billing_account_id",
      "/providers/Microsoft.Billing/billingAccounts/7",
    ],
  ])("are refused on %s", (what, createProps, path, override, value) => {
    const [argument = ""] = override.split(".");
    const message = problemsAfter(createProps, path, override, value);
    expect(message).toContain(`'${argument}' of ${what} must not be overridden, got: `);
    expect(message).toMatch(/; .+: add a resource of your own instead$/);
    expect(message).not.toContain("\n");
  });

  it.each<[string, CreateProps, path: string, input: string]>([
    ["owners", plain, `${IDENTITY}/Resource`, "ownersInput"],
    ["assignable_scopes", custom, `${ACCESS}/role`, "assignableScopesInput"],
    ["audiences", federated, "in/federated_credential", "audiencesInput"],
  ])("are refused also if they change a list in place: %s", (argument, createProps, path, input) => {
    const stack = azureStack();
    new AzureIntegration(stack, "finops", createProps(stack));
    const element = stack.node.findAll().find(({ node }) => node.path === `billing/${path}`);
    (Reflect.get(Object(element) as object, input) as string[]).push(ELSEWHERE);
    expect(problemsOf(stack)).toContain(`'${argument}' of the `);
  });

  it("are refused without showing a private key", () => {
    const { privateKey } = rsaKey();
    expect(problemsAfter(certified, `${IDENTITY}/certificate`, "value", privateKey)).toBe(
      `[billing/finops/identity/certificate] 'value' of the certificate must not be overridden, got: a private key of ${privateKey.length} ` +
        "characters, which are not shown; its permissions would be other than 'permissions' reports: " +
        "add a resource of your own instead",
    );
  });

  it("are refused with the reason, when they stop an export", () => {
    expect(problemsAfter(plain, `${EXPORT}/subscription_actual`, "active", false)).toBe(
      "[billing/finops/billing_export/subscription_actual] 'active' of the export must not be overridden, got: false; it " +
        "would export other costs, or to another place: add a resource of your own instead",
    );
  });
});

describe("overrides of other arguments", () => {
  it.each<[string, CreateProps, string, string, unknown]>([
    ["the description of a role assignment", plain, `${ACCESS}/scope_subscription`, "description", "for Acme"],
    ["the notes of the application", plain, `${IDENTITY}/Resource`, "notes", "Ask the finance team."],
    ["the timeout of an export", plain, `${EXPORT}/subscription_actual`, "timeouts", { create: "1h" }],
    ["the metadata of the container", plain, `${STORAGE}/container`, "metadata", { team: "finops" }],
  ])("are accepted: %s", (_, createProps, path, override, value) => {
    expect(problemsAfter(createProps, path, override, value)).toBe("");
  });
});
