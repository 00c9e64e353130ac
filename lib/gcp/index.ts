// First, because it checks the bindings that the other files import.
import "./peer";

export { GcpAccess, type GcpAccessProps } from "./access";
export { GcpBillingExport, type GcpBillingExportProps } from "./billing-export";
export { type GcpExistingDatasetProps } from "./existing-dataset";
export { type GcpExistingServiceAccountProps } from "./existing-service-account";
export { GcpFederatedIdentity, type GcpFederatedIdentityProps } from "./federated-identity";
export { type GcpFederationProps } from "./federation";
export { type GcpHierarchyProps } from "./hierarchy";
export { GcpIdentity, type GcpIdentityProps } from "./identity";
export { GcpImpersonatedIdentity, type GcpImpersonatedIdentityProps } from "./impersonated-identity";
export {
  GcpIntegration,
  type GcpIntegrationOptions,
  type GcpIntegrationProps,
  type GcpNewStorageIntegrationProps,
  type GcpPassedExportIntegrationProps,
  type GcpPassedStorageIntegrationProps,
} from "./integration";
export {
  type GcpExport,
  type GcpIdentityFieldKey,
  type GcpIdentityFieldValues,
  type GcpTables,
  type IGcpBillingExport,
  type IGcpIdentity,
  type IGcpStorage,
} from "./interfaces";
export {
  GCP_PERMISSIONS,
  type GcpPermissionFeature,
  type GcpPermission,
  type GcpPermissionResource,
  type GcpRole,
} from "./permissions";
export { type GcpPartProps, type GcpProviderProps } from "./provider";
export { type GcpRolesProps } from "./roles";
export { type GcpServiceAccountProps } from "./service-account";
export { type GcpServiceAccountKey, type GcpServiceAccountKeyProps } from "./service-account-key";
export { type GcpAdditionalService, GcpServices, type GcpServicesProps } from "./services";
export { GcpStorage, type GcpStorageProps } from "./storage";
export { type GcpStorageBaseProps } from "./storage-base";
