// First, because it checks the bindings that the other files import.
import "./peer";

export { AzureAccess, type AzureAccessProps, type AzureRoleScope } from "./access";
export { type AzureAgreement, type AzureAgreementProps } from "./agreement";
export { type AzureApplicationProps } from "./application";
export { AzureBillingExport, type AzureBillingExportProps, type AzureCostExport } from "./billing-export";
export { type AzureCredential, type AzureCredentialProps } from "./credential";
export { type AzureEnvironment, type AzureEnvironmentProps } from "./environment";
export { type AzureExistingApplicationProps } from "./existing-application";
export { type AzureExistingContainerProps } from "./existing-container";
export { type AzureExistingExportsProps } from "./existing-exports";
export {
  AzureFederatedIdentity,
  type AzureFederatedIdentityProps,
  type AzureFederationProps,
} from "./federated-identity";
export { AzureIdentity, type AzureIdentityProps } from "./identity";
export {
  AzureIntegration,
  type AzureIntegrationOptions,
  type AzureIntegrationProps,
  type AzureNewStorageIntegrationProps,
  type AzurePassedExportIntegrationProps,
  type AzurePassedStorageIntegrationProps,
} from "./integration";
export {
  type AzureIdentityFieldKey,
  type AzureIdentityFieldValues,
  type AzureStorageFieldKey,
  type AzureStorageFieldValues,
  type IAzureBillingExport,
  type IAzureIdentity,
  type IAzureStorage,
} from "./interfaces";
export {
  AZURE_PERMISSIONS,
  type AzurePermissionFeature,
  type AzurePermission,
  type AzurePermissionResource,
} from "./permissions";
export { type AzurePartProps, type AzureSubscriptionProps, type AzureTenantProps } from "./provider";
export { type AzureSas, type AzureSasProps } from "./sas";
export { AzureStorage, type AzureStorageProps } from "./storage";
export { type AzureStorageBaseProps } from "./storage-base";
