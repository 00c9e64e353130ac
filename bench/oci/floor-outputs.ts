import { outputsOf } from "../floor-outputs";

export const createOutputs = outputsOf("oci", [
  { key: "user_ocid", label: "User OCID", secret: false, kind: "text" },
  { key: "tenancy_ocid", label: "Tenancy OCID", secret: false, kind: "text" },
  { key: "fingerprint", label: "Fingerprint", secret: false, kind: "text", note: "of the API key" },
  { key: "region", label: "Region", secret: false, kind: "text", note: "the tenancy's home region" },
  {
    key: "private_key_pem",
    label: "Private key file",
    secret: true,
    kind: "file",
    note: "PEM",
  },
  { key: "group_name", label: "Group", secret: false, kind: "text" },
  { key: "usage_report_namespace", label: "Usage report namespace", secret: false, kind: "text" },
  {
    key: "usage_report_bucket",
    label: "Usage report bucket",
    secret: false,
    kind: "text",
    note: "Oracle's; a report arrives within 24 hours",
  },
]);
