// First, because it checks the bindings that the other files import.
import "./peer";

export { AwsAccess, type AwsAccessProps } from "./access";
export { AwsBillingExport, type AwsBillingExportProps } from "./billing-export";
export { type AwsBillingExportBaseProps } from "./billing-export-base";
export { type AwsExistingBucketProps } from "./existing-bucket";
export { type AwsExistingReportProps } from "./existing-report";
export { type AwsExistingRoleProps } from "./existing-role";
export { type AwsExistingUserProps } from "./existing-user";
export { AwsIdentity, type AwsIdentityProps } from "./identity";
export {
  AwsIntegration,
  type AwsIntegrationOptions,
  type AwsIntegrationProps,
  type AwsNewStorageIntegrationProps,
  type AwsPassedExportIntegrationProps,
  type AwsPassedStorageIntegrationProps,
} from "./integration";
export {
  type AwsIdentityFieldKey,
  type AwsIdentityFieldValues,
  type AwsPolicyAttachmentConfig,
  type IAwsBillingExport,
  type IAwsIdentity,
  type IAwsStorage,
} from "./interfaces";
export {
  AWS_PERMISSIONS,
  type AwsPermissionFeature,
  type AwsPermission,
  type AwsPermissionResource,
} from "./permissions";
export { type AwsPartProps, type AwsProviderProps } from "./provider";
export { AwsReportFormat } from "./report-format";
export { AwsRoleIdentity, type AwsRoleIdentityProps } from "./role-identity";
export { type AwsPolicyStatement } from "./statement";
export { AwsStorage, type AwsStorageProps } from "./storage";
export { type AwsStorageBaseProps } from "./storage-base";
export { type AwsAccessKeyProps } from "./user-identity";
