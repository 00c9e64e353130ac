export { AwsAccess, type AwsAccessProps } from "./access";
export { AwsBillingExport, type AwsBillingExportProps } from "./billing-export";
export { AwsIdentity, type AwsIdentityProps } from "./identity";
export { AwsIntegration, type AwsIntegrationProps } from "./integration";
export { AWS_PERMISSIONS, type AwsFeature, type AwsPermission, type AwsResource } from "./permissions";
export { type AwsPartProps } from "./provider";
export { AwsReportFormat } from "./report-format";
export { type AwsPolicyStatement } from "./statement";
export { AwsStorage, type AwsStorageProps } from "./storage";
