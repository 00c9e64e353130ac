// First, because what follows needs what it looks for.
import "./peer";

export { GcpAccess, type GcpAccessProps } from "./access";
export { GcpBillingExport, type GcpBillingExportProps, type GcpExport, type GcpTables } from "./billing-export";
export { type GcpExistingDataset, type GcpExistingDatasetProps } from "./existing-dataset";
export { type GcpExistingServiceAccount, type GcpExistingServiceAccountProps } from "./existing-service-account";
export { GcpFederatedIdentity, type GcpFederatedIdentityProps } from "./federated-identity";
export { type GcpFederationProps } from "./federation";
export { type GcpHierarchyProps } from "./hierarchy";
export { GcpIdentity, type GcpIdentityProps } from "./identity";
export { GcpIdentityBase, type GcpIdentityKey, type GcpIdentityValues } from "./identity-base";
export { GcpImpersonatedIdentity, type GcpImpersonatedIdentityProps } from "./impersonated-identity";
export { GcpIntegration, type GcpIntegrationParts, type GcpIntegrationProps } from "./integration";
export { GCP_PERMISSIONS, type GcpFeature, type GcpPermission, type GcpResource, type GcpRole } from "./permissions";
export { type GcpPartProps, type GcpProviderProps } from "./provider";
export { type GcpRolesProps } from "./roles";
export { type GcpServiceAccountProps } from "./service-account";
export { type GcpKey, type GcpServiceAccountKeyProps } from "./service-account-key";
export { type GcpAdditionalService, GcpServices, type GcpServicesProps } from "./services";
export { GcpStorage, type GcpStorageProps } from "./storage";
export { GcpStorageBase, type GcpStorageBaseProps } from "./storage-base";
