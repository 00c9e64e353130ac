import { documentProgram, readmeProgram } from "./readme";

/** Program of a user of one cloud, and the packages that it needs besides cdktf, constructs and this package. */
export interface UserProgram {
  /** Packages of the bindings, in the order of the install command in README.md. */
  readonly bindings: readonly Bindings[];
  /** Program as an ES module in TypeScript. Its stack is `billing`. */
  readonly program: string;
  /** Expression that the compiler must refuse. */
  readonly misspelled: string;
  /** The same kind of program, with an integration of parts that come from a package of this name. */
  readonly parts: (library: string) => string;
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
    misspelled: 'new AwsIntegration(stack, "misspelled", { bucketName: "acme-billing-export", retian: true })',
    parts: (library) => `
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { AwsIntegration } from "cdktf-finops/aws";
import { AwsIdentity, AwsStorage } from "${library}/aws";

const app = new App();
const stack = new TerraformStack(app, "billing");
new AwsProvider(stack, "aws", { region: "us-east-1" });
const identity = new AwsIdentity(stack, "identity");
const storage = new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });
new AwsIntegration(stack, "finops", { identity, storage });
app.synth();
`,
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
    misspelled: `new GcpIntegration(stack, "misspelled", { projectId: "acme-billing", datasetLocation: "EU", billingAccountId: "01ABCD-234567-890123", retian: true })`,
    parts: (library) => `
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { App, TerraformStack } from "cdktf";
import { GcpIntegration } from "cdktf-finops/gcp";
import { GcpBillingExport, GcpIdentity, GcpStorage } from "${library}/gcp";

const app = new App();
const stack = new TerraformStack(app, "billing");
new GoogleProvider(stack, "google");
const projectId = "acme-billing";
const identity = new GcpIdentity(stack, "identity", { projectId });
const storage = new GcpStorage(stack, "storage", { projectId, datasetLocation: "EU" });
const billingExport = new GcpBillingExport(stack, "export", { billingAccountId: "01ABCD-234567-890123", storage });
new GcpIntegration(stack, "finops", { projectId, hierarchy: "NONE", identity, billingExport });
app.synth();
`,
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
    misspelled: `new AzureIntegration(stack, "misspelled", { subscriptionId: "a", location: "westeurope", storageAccountName: "a", agreement: "MCA", retian: true })`,
    parts: (library) => `
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import { AzureIntegration } from "cdktf-finops/azure";
import { AzureBillingExport, AzureIdentity, AzureStorage } from "${library}/azure";

const app = new App();
const stack = new TerraformStack(app, "billing");
new AzureadProvider(stack, "azuread");
new AzurermProvider(stack, "azurerm", { features: [{}] });
const identity = new AzureIdentity(stack, "identity");
const storage = new AzureStorage(stack, "storage", {
  subscriptionId: "11111111-2222-3333-4444-555555555555",
  location: "westeurope",
  storageAccountName: "acmebillingexport",
});
const billingExport = new AzureBillingExport(stack, "exports", { agreement: "MCA", storage });
new AzureIntegration(stack, "finops", { identity, billingExport });
app.synth();
`,
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
    misspelled: `new OciIntegration(stack, "misspelled", { tenancyOcid: "${TENANCY}", homeRegion: "us-ashburn-1", userEmail: "a@acme.com", grupName: "a" })`,
    parts: (library) => `
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { App, TerraformStack } from "cdktf";
import { OciIntegration } from "cdktf-finops/oci";
import { OciBillingExport, OciIdentity, OciProvider } from "${library}/oci";

const app = new App();
const stack = new TerraformStack(app, "billing");
new OciProvider(stack, "oci", { region: "us-ashburn-1" });
new TlsProvider(stack, "tls");
const tenancy = { tenancyOcid: "${TENANCY}", homeRegion: "us-ashburn-1" };
const identity = new OciIdentity(stack, "identity", { ...tenancy, userEmail: "finops-platform@acme.com" });
const billingExport = new OciBillingExport(stack, "reports", tenancy);
new OciIntegration(stack, "finops", { ...tenancy, identity, billingExport });
app.synth();
`,
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
