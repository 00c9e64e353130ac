import { documentProgram, readmeProgram } from "./readme";

/** A program of someone who uses one cloud, and what they have beside cdktf, constructs and this package. */
export interface UserProgram {
  /** The packages of the bindings, in the order in which README.md has them installed. */
  readonly bindings: readonly Bindings[];
  /** In ES modules, and with types for the compiler; its stack is `billing`. */
  readonly program: string;
  /** An expression for which the compiler has to refuse the program. */
  readonly misspelled: string;
}

/** A package of bindings. */
export interface Bindings {
  readonly name: string;
  /** A module of it as it was when it was too old, and what that exports. */
  readonly tooOld: { readonly module: string; readonly exported: string };
}

const TENANCY = `ocid1.tenancy.oc1..${"a".repeat(60)}`;

/** By cloud. */
export const PROGRAMS: Readonly<Record<string, UserProgram>> = {
  aws: {
    bindings: [
      {
        name: "@cdktf/provider-aws",
        // Version 20, where a bucket's region is not an argument.
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
        // Version 13, of the provider's version 5.
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
        // Version 12, of the provider's version 3.
        tooOld: { module: "lib/storage-container", exported: "StorageContainer" },
      },
      {
        name: "@cdktf/provider-azuread",
        // Version 12, of the provider's version 2.
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
        // Version 9, where a key has one form only.
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

/** The names of the packages that users of a cloud have. */
export function bindingsOf({ bindings }: UserProgram): string[] {
  return bindings.map(({ name }) => name);
}

/** A program as native ES modules want it, see README.md. */
export function asEsModule(program: string): string {
  return program.replace(/(@cdktf\/provider-[a-z-]+\/lib\/[a-z0-9-]+)(?=")/g, "$1/index.js");
}

/** A program in ES modules as one in CommonJS. */
export function asCommonJs(program: string): string {
  return program.replace(/^import (.+) from (.+);$/gm, "const $1 = require($2);");
}
