import { type TerraformStack } from "cdktf";
import { type Construct } from "constructs";
import { AwsExistingBucketStack } from "./aws-existing-bucket/stack";
import { AwsExistingStack } from "./aws-existing-stack/stack";
import { AwsMinimalStack } from "./aws-minimal/stack";
import { AwsRoleStack } from "./aws-role/stack";
import { AzureBillingAccountStack } from "./azure-billing-account/stack";
import { AzureExistingStorageStack } from "./azure-existing-storage/stack";
import { AzureManySubscriptionsStack } from "./azure-many-subscriptions/stack";
import { AzureMinimalStack } from "./azure-minimal/stack";
import { GcpExistingDatasetStack } from "./gcp-existing-dataset/stack";
import { GcpFolderStack } from "./gcp-folder/stack";
import { GcpKeylessStack } from "./gcp-keyless/stack";
import { GcpMinimalStack } from "./gcp-minimal/stack";
import { OciExistingKeyStack } from "./oci-existing-key/stack";
import { OciIdentityDomainStack } from "./oci-identity-domain/stack";
import { OciMinimalStack } from "./oci-minimal/stack";
import { type Settings } from "./settings";

/** Functions that create the examples, by the name of the folder, which is also that of the stack and its settings. */
export const STACKS: Readonly<
  Record<keyof Settings, (scope: Construct, id: string, settings: Settings) => TerraformStack>
> = {
  "aws-minimal": (scope, id, settings) => new AwsMinimalStack(scope, id, settings["aws-minimal"]),
  "aws-role": (scope, id, settings) => new AwsRoleStack(scope, id, settings["aws-role"]),
  "aws-existing-bucket": (scope, id, settings) =>
    new AwsExistingBucketStack(scope, id, settings["aws-existing-bucket"]),
  "aws-existing-stack": (scope, id, settings) => new AwsExistingStack(scope, id, settings["aws-existing-stack"]),
  "gcp-minimal": (scope, id, settings) => new GcpMinimalStack(scope, id, settings["gcp-minimal"]),
  "gcp-existing-dataset": (scope, id, settings) =>
    new GcpExistingDatasetStack(scope, id, settings["gcp-existing-dataset"]),
  "gcp-keyless": (scope, id, settings) => new GcpKeylessStack(scope, id, settings["gcp-keyless"]),
  "gcp-folder": (scope, id, settings) => new GcpFolderStack(scope, id, settings["gcp-folder"]),
  "azure-minimal": (scope, id, settings) => new AzureMinimalStack(scope, id, settings["azure-minimal"]),
  "azure-many-subscriptions": (scope, id, settings) =>
    new AzureManySubscriptionsStack(scope, id, settings["azure-many-subscriptions"]),
  "azure-existing-storage": (scope, id, settings) =>
    new AzureExistingStorageStack(scope, id, settings["azure-existing-storage"]),
  "azure-billing-account": (scope, id, settings) =>
    new AzureBillingAccountStack(scope, id, settings["azure-billing-account"]),
  "oci-minimal": (scope, id, settings) => new OciMinimalStack(scope, id, settings["oci-minimal"]),
  "oci-existing-key": (scope, id, settings) => new OciExistingKeyStack(scope, id, settings["oci-existing-key"]),
  "oci-identity-domain": (scope, id, settings) =>
    new OciIdentityDomainStack(scope, id, settings["oci-identity-domain"]),
};
