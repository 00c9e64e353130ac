// First, because what follows needs what it looks for.
import "./peer";

export { AwsAccess, type AwsAccessProps } from "./access";
export { type AwsAccessKeyProps } from "./access-key";
export { AwsBillingExport, type AwsBillingExportProps } from "./billing-export";
export { AwsBillingExportBase, type AwsBillingExportBaseProps } from "./billing-export-base";
export { type AwsExistingBucket, type AwsExistingBucketProps } from "./existing-bucket";
export { type AwsExistingReport, type AwsExistingReportProps } from "./existing-report";
export { type AwsExistingRole, type AwsExistingRoleProps } from "./existing-role";
export { type AwsExistingUser, type AwsExistingUserProps } from "./existing-user";
export { AwsIdentity, type AwsIdentityProps } from "./identity";
export {
  AwsIdentityBase,
  type AwsIdentityKey,
  type AwsIdentityValues,
  type AwsPolicyAttachmentConfig,
} from "./identity-base";
export { AwsIntegration, type AwsIntegrationParts, type AwsIntegrationProps } from "./integration";
export { AWS_PERMISSIONS, type AwsFeature, type AwsPermission, type AwsResource } from "./permissions";
export { type AwsPartProps, type AwsProviderProps } from "./provider";
export { AwsReportFormat } from "./report-format";
export { AwsRoleIdentity, type AwsRoleIdentityProps } from "./role-identity";
export { type AwsPolicyStatement } from "./statement";
export { AwsStorage, type AwsStorageProps } from "./storage";
export { AwsStorageBase, type AwsStorageBaseProps } from "./storage-base";
