import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import { type IOciBillingExport, type IOciIdentity, type OciIdentityFieldKey } from "./interfaces";

/** Fills in the platform's form for OCI. The row of the private key exists only if Terraform created the key pair. */
export function ociFields(identity: IOciIdentity, billingExport: IOciBillingExport): Field[] {
  return fillForm<"oci", OciIdentityFieldKey>(
    "oci",
    {
      user_ocid: identity.userOcid,
      tenancy_ocid: billingExport.tenancyOcid,
      fingerprint: identity.fingerprint,
      region: billingExport.region,
      group_name: identity.groupName,
      usage_report_namespace: billingExport.namespace,
      usage_report_bucket: billingExport.bucketName,
    },
    identity.fieldValues,
  );
}
