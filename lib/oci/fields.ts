import { type Field } from "../core/field";
import { fillForm } from "../core/platform";
import { type OciBillingExport } from "./billing-export";
import { type OciIdentityBase } from "./identity-base";

/** The platform's form for OCI, filled in. The private key is there where Terraform made it. */
export function ociFields(identity: OciIdentityBase, billingExport: OciBillingExport): Field[] {
  const { fingerprint, privateKeyPem } = identity.apiKey;
  return fillForm<"oci", "private_key_pem">(
    "oci",
    {
      user_ocid: identity.userOcid,
      tenancy_ocid: billingExport.tenancyOcid,
      fingerprint,
      region: billingExport.region,
      group_name: identity.groupName,
      usage_report_namespace: billingExport.namespace,
      usage_report_bucket: billingExport.bucketName,
    },
    { private_key_pem: privateKeyPem },
  );
}
