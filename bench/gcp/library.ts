import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type TerraformStack } from "cdktf";
import { GcpIntegration } from "cdktf-finops/gcp";

export function build(stack: TerraformStack, count: number): void {
  new GoogleProvider(stack, "google", { project: "acme-billing" });
  for (let index = 0; index < count; index += 1) {
    new GcpIntegration(stack, `finops${index}`, {
      projectId: "acme-billing",
      billingAccountId: "01ABCD-234567-890123",
      organizationId: "123456789012",
      datasetLocation: "EU",
      exportReady: true,
    });
  }
}
