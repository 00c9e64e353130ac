import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type TerraformStack } from "cdktf";
import { AwsIntegration } from "cdktf-finops/aws";

export function build(stack: TerraformStack, count: number): void {
  new AwsProvider(stack, "aws", { region: "us-east-1" });
  for (let index = 0; index < count; index += 1) {
    new AwsIntegration(stack, `finops${index}`, { bucketName: `acme-billing-${index}` });
  }
}
