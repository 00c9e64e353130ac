import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { OciProvider } from "cdktf-finops/oci";
import { type TerraformStack } from "cdktf";
import { emptyStack } from "./template";

/** Placeholder OCID, whose unique part repeats one letter. */
export function ocidOf(type: string, letter = "a", realm = "oc1"): string {
  return `ocid1.${type}.${realm}..${letter.repeat(60)}`;
}

export const TENANCY = ocidOf("tenancy");
export const COMPARTMENT = ocidOf("compartment");
export const USER = ocidOf("user");
export const GROUP = ocidOf("group");

/** Required props of every part: the tenancy and its home region. */
export const HOME = { tenancyOcid: TENANCY, homeRegion: "us-ashburn-1" } as const;

/** Stack named `billing` with a TLS provider and an OCI provider that works in `region`. */
export function ociStack(region = "us-ashburn-1"): TerraformStack {
  const stack = emptyStack();
  new OciProvider(stack, "oci", { region });
  new TlsProvider(stack, "tls");
  return stack;
}
