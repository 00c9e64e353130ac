import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import { type IOciBillingExport, type IOciIdentity, type OciIdentityFieldKey } from "./interfaces";

/** The platform's form for OCI, filled in. The private key is there where Terraform made it. */
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
    identity.formValues,
  );
}
