import { documentProgram, readmeProgram } from "./readme";

/** Program of a user of one cloud, and the packages that it needs besides cdktf, constructs and this package. */
export interface UserProgram {
  /** Packages of the bindings, in the order of the install command in README.md. */
  readonly bindings: readonly Bindings[];
  /** Source code as an ES module in TypeScript. Its stack is `billing`. */
  readonly program: string;
  /** Expression that the compiler must refuse. */
  readonly misspelled: string;
}

/** Package of bindings. */
export interface Bindings {
  readonly name: string;
  /** Module of an unsupported version, and the class that it exports there. */
  readonly tooOld: { readonly module: string; readonly exported: string };
}

const TENANCY = `ocid1.tenancy.oc1..${"a".repeat(60)}`;

/** Programs by cloud. */
export const PROGRAMS: Readonly<Record<string, UserProgram>> = {
  aws: {
    bindings: [
      {
        name: "@cdktf/provider-aws",
        // Version 20, in which the region is not an argument of a bucket.
        tooOld: { module: "lib/s3-bucket", exported: "S3Bucket" },
      },
    ],
    program: readmeProgram(),
    misspelled: 'new AwsIntegration(stack, "misspelled", { bucketNam: "acme-billing-export" })',
  },
  gcp: {
    bindings: [
      {
        name: "@cdktf/provider-google",
        // Version 13, for version 5 of the provider.
        tooOld: { module: "lib/bigquery-dataset", exported: "BigqueryDataset" },
      },
    ],
    program: documentProgram("gcp"),
    misspelled:
      'new GcpIntegration(stack, "misspelled", { projectId: "acme-billing", datasetLocation: "EU", billingAccount: "a" })',
  },
  azure: {
    bindings: [
      {
        name: "@cdktf/provider-azurerm",
        // Version 12, for version 3 of the provider.
        tooOld: { module: "lib/storage-container", exported: "StorageContainer" },
      },
      {
        name: "@cdktf/provider-azuread",
        // Version 12, for version 2 of the provider.
        tooOld: { module: "lib/application-password", exported: "ApplicationPasswordA" },
      },
    ],
    program: documentProgram("azure"),
    misspelled:
      'new AzureIntegration(stack, "misspelled", { subscriptionId: "a", location: "westeurope", storageAccount: "a" })',
  },
  oci: {
    bindings: [
      {
        name: "@cdktf/provider-tls",
        // Version 9, in which a key has only one format.
        tooOld: { module: "lib/private-key", exported: "PrivateKey" },
      },
    ],
    program: `
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { App, TerraformStack } from "cdktf";
import { OciIntegration, OciProvider } from "cdktf-finops/oci";

const app = new App();
const stack = new TerraformStack(app, "billing");
new OciProvider(stack, "oci", { region: "us-ashburn-1" });
new TlsProvider(stack, "tls");
new OciIntegration(stack, "finops", {
  tenancyOcid: "${TENANCY}",
  homeRegion: "us-ashburn-1",
  userEmail: "finops-platform@acme.com",
});
app.synth();
`,
    misspelled: `new OciIntegration(stack, "misspelled", { tenancyOcid: "${TENANCY}", homeRegion: "us-ashburn-1", userMail: "a" })`,
  },
};

/** Names of the packages of bindings that a program needs. */
export function bindingsOf({ bindings }: UserProgram): string[] {
  return bindings.map(({ name }) => name);
}

/** Converts a program for native ES modules, which need the full paths of imports, see README.md. */
export function asEsModule(program: string): string {
  return program.replace(/(@cdktf\/provider-[a-z-]+\/lib\/[a-z0-9-]+)(?=")/g, "$1/index.js");
}

/** Converts a program from ES modules to CommonJS. */
export function asCommonJs(program: string): string {
  return program.replace(/^import (.+) from (.+);$/gm, "const $1 = require($2);");
}
