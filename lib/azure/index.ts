// First, because what follows needs what it looks for.
import "./peer";

export { AzureAccess, type AzureAccessProps, type AzureRoleScope } from "./access";
export { type AzureAgreement, type AzureAgreementProps } from "./agreement";
export { type AzureApplicationProps } from "./application";
export { AzureBillingExport, type AzureBillingExportProps } from "./billing-export";
export { AzureBillingExportBase } from "./billing-export-base";
export { type AzureCredential, type AzureCredentialProps } from "./credential";
export { type AzureEnvironment, type AzureEnvironmentProps } from "./environment";
export { type AzureExistingApplication, type AzureExistingApplicationProps } from "./existing-application";
export { type AzureExistingContainer, type AzureExistingContainerProps } from "./existing-container";
export { type AzureExistingExports, type AzureExistingExportsProps } from "./existing-exports";
export {
  AzureFederatedIdentity,
  type AzureFederatedIdentityProps,
  type AzureFederationProps,
} from "./federated-identity";
export { AzureIdentity, type AzureIdentityProps } from "./identity";
export { AzureIdentityBase, type AzureIdentityKey, type AzureIdentityValues } from "./identity-base";
export { AzureIntegration, type AzureIntegrationParts, type AzureIntegrationProps } from "./integration";
export { AZURE_PERMISSIONS, type AzureFeature, type AzurePermission, type AzureResource } from "./permissions";
export { type AzurePartProps, type AzureSubscriptionProps, type AzureTenantProps } from "./provider";
export { type AzureSas, type AzureSasProps, type AzureStorageKey, type AzureStorageValues } from "./sas";
export { AzureStorage, type AzureStorageProps } from "./storage";
export { AzureStorageBase, type AzureStorageBaseProps } from "./storage-base";
