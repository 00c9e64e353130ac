import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import { type AwsIdentityFieldKey, type IAwsBillingExport, type IAwsIdentity } from "./interfaces";

/** Fills in the platform's form for AWS. The rows of the login depend on the kind of identity. */
export function awsFields(identity: IAwsIdentity, billingExport: IAwsBillingExport): Field[] {
  const { storage } = billingExport;
  return fillForm<"aws", AwsIdentityFieldKey>(
    "aws",
    {
      account_id: storage.accountId,
      bucket_name: storage.bucketName,
      bucket_region: storage.region,
      bucket_path: billingExport.bucketPath,
      report_name: billingExport.reportName,
      report_arn: billingExport.reportArn,
    },
    identity.fieldValues,
  );
}
