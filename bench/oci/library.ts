import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { type TerraformStack } from "cdktf";
import { OciIntegration, OciProvider } from "cdktf-finops/oci";

export function build(stack: TerraformStack, count: number): void {
  new OciProvider(stack, "oci", { region: "us-ashburn-1" });
  new TlsProvider(stack, "tls");
  for (let index = 0; index < count; index += 1) {
    new OciIntegration(stack, `finops${index}`, {
      // A tenancy for each integration, because the number of policy statements in a tenancy is limited.
      tenancyOcid: `ocid1.tenancy.oc1..${String(index).padStart(60, "a")}`,
      homeRegion: "us-ashburn-1",
      userEmail: `finops${index}@acme.com`,
    });
  }
}
