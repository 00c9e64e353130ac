import { type TerraformStack } from "cdktf";
import { AwsIntegration } from "cdktf-finops/aws";
import { AzureIntegration } from "cdktf-finops/azure";
import { GcpIntegration } from "cdktf-finops/gcp";
import { OciIntegration } from "cdktf-finops/oci";
import { type Construct } from "constructs";
import { awsStack } from "./support/aws";
import { azureStack, MINIMAL } from "./support/azure";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "./support/gcp";
import { HOME, ociStack } from "./support/oci";
import { refusal } from "./support/template";

type IntegrationClass = new (scope: Construct, id: string, props: never) => Construct;

const CLOUDS: readonly [IntegrationClass, () => TerraformStack, object][] = [
  [AwsIntegration, awsStack, { bucketName: "acme-billing-export" }],
  [AzureIntegration, azureStack, MINIMAL],
  [
    GcpIntegration,
    gcpStack,
    { projectId: PROJECT, datasetLocation: "EU", billingAccountId: BILLING_ACCOUNT, organizationId: ORGANIZATION },
  ],
  [OciIntegration, ociStack, { ...HOME, userEmail: "finops@acme.example" }],
];

const methods = CLOUDS.flatMap(([integration, stack, props]) =>
  Object.getOwnPropertyNames(integration.prototype)
    .filter((name) => /^create[A-Z]/.test(name))
    .map((method) => ({ name: integration.name, method, integration, stack, props })),
);

describe("a method by which a subclass creates a part differently", () => {
  it("is found in each cloud", () => {
    expect(methods.map(({ name, method }) => `${name}.${method}`)).toEqual([
      ...["createIdentity", "createStorage", "createBillingExport", "createAccess"].map(
        (one) => `AwsIntegration.${one}`,
      ),
      ...["createIdentity", "createStorage", "createBillingExport", "createAccess"].map(
        (one) => `AzureIntegration.${one}`,
      ),
      ...["createIdentity", "createStorage", "createBillingExport", "createServices", "createAccess"].map(
        (one) => `GcpIntegration.${one}`,
      ),
      ...["createIdentity", "createBillingExport", "createAccess"].map((one) => `OciIntegration.${one}`),
    ]);
  });

  it.each(methods)("must return a part: $name, $method", ({ name, method, integration, stack, props }) => {
    const Careless = class extends integration {};
    Object.defineProperty(Careless.prototype, method, { value: () => undefined });
    expect(refusal(() => new Careless(stack(), "finops", props as never))).toMatch(
      new RegExp(`^${name} at billing/finops: what '${method}' returns must be an? .*, got: undefined`),
    );
  });
});
