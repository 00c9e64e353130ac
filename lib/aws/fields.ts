import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import { type AwsBillingExport } from "./billing-export";
import { type AwsIdentity } from "./identity";

/** The platform's form for AWS, filled in. */
export function awsFields(identity: AwsIdentity, billingExport: AwsBillingExport): Field[] {
  const { storage } = billingExport;
  return fillForm("aws", {
    account_id: storage.accountId,
    user_arn: identity.userArn,
    access_key_id: identity.accessKeyId,
    secret_access_key: identity.secretAccessKey,
    bucket_name: storage.bucketName,
    bucket_region: storage.region,
    bucket_path: billingExport.bucketPath,
    report_name: billingExport.reportName,
    report_arn: billingExport.reportArn,
  });
}
