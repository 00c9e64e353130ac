import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type TerraformStack } from "cdktf";
import * as aws from "cdktf-finops/aws";
import * as azure from "cdktf-finops/azure";
import * as gcp from "cdktf-finops/gcp";
import * as oci from "cdktf-finops/oci";
import ts from "typescript";
import { scripts } from "../package.json";
import { awsStack } from "./support/aws";
import { azureStack, CLIENT, MINIMAL, SUBSCRIPTION } from "./support/azure";
import { Clone } from "./support/clone";
import { configOf, createProgram, messagesOf } from "./support/compiler";
import { synthesized } from "./support/consumer";
import { CATALOGUES, document, withPermissions } from "./support/docs";
import { BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "./support/gcp";
import { GROUP, HOME, ociStack, USER } from "./support/oci";
import { readmeProgram } from "./support/readme";
import { SynthesizedStack } from "./support/synthesized";
import { type Block, Template } from "./support/template";

const ROOT = join(__dirname, "..");

function documents(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ["node_modules", "cdktf.out", "dist", ".git"].includes(entry.name) ? [] : documents(path);
    }
    return entry.name.endsWith(".md") ? [relative(ROOT, path)] : [];
  });
}

/** Text of a cloud's document; empty if it does not exist, so that a test can report it. */
function textOf(cloud: string): string {
  return existsSync(document(cloud)) ? readFileSync(document(cloud), "utf8") : "";
}

/** Anchors of a document's headings, as GitHub derives them. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(documents(ROOT))("%s", (document) => {
  const text = readFileSync(join(ROOT, document), "utf8");

  it("has no broken links to files and headings", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
      .map(([, inline, reference]) => inline ?? reference ?? "")
      .filter((link) => !/^https?:/.test(link));
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(ROOT, document) : join(ROOT, dirname(document), path);
      return !existsSync(target) || (anchor !== undefined && !anchors(readFileSync(target, "utf8")).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("names existing scripts only", () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script ?? "");
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it("names existing files only", () => {
    const named = [...text.matchAll(/(?<![\w/.<-])((?:lib|test|examples|docs|api)\/[\w./-]*\w)/g)].map(
      ([, path]) => path ?? "",
    );
    // The local settings are not in a clone.
    const ignored = ["examples/settings.local.json"];
    expect(named.filter((path) => !ignored.includes(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** Code and values that complete the code in a cloud's document. */
interface Surroundings {
  /** Creates a stack with a provider. */
  readonly stack: () => TerraformStack;
  /** Names that the variants use besides the stack: exports of the entry, and values. */
  readonly names: Readonly<Record<string, unknown>>;
  /** Creates the parts that the variants use. */
  readonly parts?: (stack: TerraformStack) => Readonly<Record<string, unknown>>;
  /** Creates an integration with the props of a variant, and the other props that it requires. */
  readonly integrate: (stack: TerraformStack, code: string, passed: object) => void;
  /** Lines before the customization blocks. */
  readonly before: readonly string[];
  /** Lines after the customization blocks. */
  readonly after: string;
  /** Expected values of an attribute, by the type of the resources. */
  readonly expected: readonly (readonly [type: string, attribute: string, values: readonly unknown[]])[];
}

const AWS_VALUES = {
  bucketName: "acme-billing",
  userName: "platform",
  roleName: "platform",
  reportName: "hourly",
  trustedPrincipalArn: "arn:aws:iam::444455556666:root",
  externalId: "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613",
};
const OCI_VALUES = {
  ...HOME,
  domainName: "Services",
  userEmail: "finops-platform@acme.com",
  userOcid: USER,
  groupOcid: GROUP,
};

const AZURE_VALUES = {
  subscriptionId: SUBSCRIPTION,
  resourceGroupName: "data-lake",
  storageAccountName: "acmedatalake",
  containerName: "exports",
  clientId: CLIENT,
  issuerUri: "https://login.platform.example",
  subject: "acme",
  actualCostPaths: { all: "finops/actual" },
  amortizedCostPaths: { all: "finops/amortized" },
};

const GCP_VALUES = {
  projectId: PROJECT,
  billingAccountId: BILLING_ACCOUNT,
  datasetId: "billing_export",
  datasetLocation: "EU",
  serviceAccountEmail: `platform@${PROJECT}.iam.gserviceaccount.com`,
  trustedServiceAccountEmail: "acme-reader@platform.iam.gserviceaccount.com",
  issuerUri: "https://login.platform.example",
  subject: "acme",
  awsAccountId: "444455556666",
  awsRoleName: "platform",
};

const SURROUNDINGS: Readonly<Record<string, Surroundings>> = {
  aws: {
    stack: awsStack,
    names: { ...aws, ...AWS_VALUES },
    integrate: (stack, code, passed) => {
      const bucket = /^(storage|billingExport):/.test(code) ? {} : { bucketName: "acme-billing-export" };
      new aws.AwsIntegration(stack, "finops", { ...bucket, ...passed } as aws.AwsIntegrationProps);
    },
    before: [
      'import { AwsProvider } from "@cdktf/provider-aws/lib/provider";',
      'import { type S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";',
      'import { AwsBillingExport, type AwsBillingExportProps, AwsIntegration, type IAwsBillingExport } from "cdktf-finops/aws";',
      'import { App, TerraformStack } from "cdktf";',
      "const app = new App();",
      'const stack = new TerraformStack(app, "billing");',
      'new AwsProvider(stack, "aws", { region: "us-east-1" });',
    ],
    after: 'new CompanyIntegration(stack, "company", { bucketName: "acme-billing-company" });',
    expected: [
      ["aws_s3_bucket", "object_lock_enabled", [undefined, true]],
      ["aws_cur_report_definition", "time_unit", ["DAILY", "HOURLY"]],
      ["aws_s3_bucket_policy", "policy", [expect.any(String), expect.stringContaining("AllowAudit")]],
    ],
  },
  azure: {
    stack: azureStack,
    names: { ...azure, ...AZURE_VALUES },
    parts: (stack) => ({
      storage: azure.AzureStorage.fromContainer(stack, "storage", {
        subscriptionId: SUBSCRIPTION,
        resourceGroupName: "data-lake",
        storageAccountName: "acmedatalake",
        containerName: "billing",
      }),
    }),
    integrate: (stack, code, passed) => {
      const { subscriptionId, location, storageAccountName, agreement } = MINIMAL;
      const required = code.startsWith("billingExport:")
        ? {}
        : { agreement, ...(code.startsWith("storage:") ? {} : { subscriptionId, location, storageAccountName }) };
      new azure.AzureIntegration(stack, "finops", { ...required, ...passed } as azure.AzureIntegrationProps);
    },
    before: [
      'import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";',
      'import { type StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";',
      'import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";',
      'import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";',
      'import { AzureAccess, type AzureAccessProps, AzureIntegration } from "cdktf-finops/azure";',
      'import { App, TerraformStack } from "cdktf";',
      "const app = new App();",
      'const stack = new TerraformStack(app, "billing");',
      `const subscriptionId = "${SUBSCRIPTION}";`,
      'new AzureadProvider(stack, "azuread");',
      'new AzurermProvider(stack, "azurerm", { features: [{}], subscriptionId });',
    ],
    after:
      'new CompanyIntegration(stack, "company", { subscriptionId, location: "westeurope", storageAccountName: "acmecompany", agreement: "MCA", exportNamePrefix: "company" });',
    expected: [
      ["azurerm_storage_account", "name", ["acmecompany", "acmebillingexport"]],
      [
        "azurerm_role_assignment",
        "role_definition_name",
        [
          "Storage Blob Data Reader",
          "Storage Blob Data Reader",
          "EventGrid EventSubscription Reader",
          "EventGrid EventSubscription Reader",
        ],
      ],
    ],
  },
  gcp: {
    stack: gcpStack,
    names: { ...gcp, ...GCP_VALUES },
    parts: (stack) => ({
      storage: new gcp.GcpStorage(stack, "storage", { projectId: PROJECT, datasetLocation: "EU" }),
    }),
    integrate: (stack, code, passed) => {
      const { projectId, billingAccountId, datasetLocation } = GCP_VALUES;
      new gcp.GcpIntegration(stack, "finops", {
        projectId,
        organizationId: ORGANIZATION,
        ...(code.startsWith("billingExport:") ? {} : { billingAccountId }),
        ...(/^(storage|billingExport):/.test(code) ? {} : { datasetLocation }),
        ...passed,
      } as gcp.GcpIntegrationProps);
    },
    before: [
      'import { type BigqueryDataset } from "@cdktf/provider-google/lib/bigquery-dataset";',
      'import { BigqueryDatasetIamMember } from "@cdktf/provider-google/lib/bigquery-dataset-iam-member";',
      'import { GoogleProvider } from "@cdktf/provider-google/lib/provider";',
      'import { GcpAccess, type GcpAccessProps, GcpIntegration } from "cdktf-finops/gcp";',
      'import { App, TerraformStack } from "cdktf";',
      "const app = new App();",
      'const stack = new TerraformStack(app, "billing");',
      `const [projectId, billingAccountId, organizationId] = ["${PROJECT}", "${BILLING_ACCOUNT}", "${ORGANIZATION}"];`,
      'new GoogleProvider(stack, "google", { project: projectId });',
    ],
    after:
      'new CompanyIntegration(stack, "company", { projectId, billingAccountId, organizationId, datasetLocation: "EU" });',
    expected: [
      ["google_bigquery_dataset", "max_time_travel_hours", [undefined, "168"]],
      [
        "google_bigquery_dataset_iam_member",
        "member",
        ["group:analysts@acme.com", expect.stringMatching(/^[$][{]google_service_account[.]company_identity_/)],
      ],
    ],
  },
  oci: {
    stack: ociStack,
    names: { ...oci, ...OCI_VALUES },
    integrate: (stack, code, passed) => {
      const { userEmail } = OCI_VALUES;
      new oci.OciIntegration(stack, "finops", {
        ...HOME,
        ...(code.startsWith("identity:") ? {} : { userEmail }),
        ...passed,
      } as oci.OciIntegrationProps);
    },
    before: [
      'import { TlsProvider } from "@cdktf/provider-tls/lib/provider";',
      'import { OciDomainIdentity, type IOciIdentity, OciIdentityPolicy, type OciIdentityProps, type OciIdentityUser, OciIntegration, OciProvider } from "cdktf-finops/oci";',
      'import { App, TerraformStack } from "cdktf";',
      "const app = new App();",
      'const stack = new TerraformStack(app, "billing");',
      `const [tenancyOcid, homeRegion] = ["${HOME.tenancyOcid}", "${HOME.homeRegion}"];`,
      'new OciProvider(stack, "oci", { region: homeRegion });',
      'new TlsProvider(stack, "tls");',
    ],
    after: [
      'new CompanyIntegration(stack, "company", { tenancyOcid, homeRegion, userEmail: "company@acme.com" });',
      'stack.addOverride("terraform.required_providers.oci.version", "~> 8.28");',
    ].join("\n"),
    expected: [
      ["oci_identity_user", "lifecycle", [{ prevent_destroy: true }]],
      ["oci_identity_domains_user", "user_name", ["billing-company"]],
      [
        "oci_identity_policy",
        "statements",
        [
          expect.arrayContaining([expect.stringMatching(/^endorse group 'Services'/)]),
          expect.arrayContaining([expect.stringMatching(/^endorse group [$]/)]),
          [expect.stringMatching(/^allow group [$].+ to inspect tag-namespaces in tenancy$/)],
        ],
      ],
    ],
  },
};

/** Customized program of each cloud's document. */
const customized = Object.fromEntries(
  Object.entries(SURROUNDINGS).map(([cloud, { before, after }]) => {
    const blocks = [...textOf(cloud).matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code ?? "");
    return [cloud, [...before, ...blocks, after, "app.synth();"].join("\n")];
  }),
);

const fileOf = (cloud: string): string => join(ROOT, "examples", `customized-${cloud}.ts`);
// Without the types of jest, which users do not have.
const options = { ...configOf(join(ROOT, "tsconfig.json")).options, types: ["node"] };
const files = new Map(Object.entries(customized).map(([cloud, text]) => [fileOf(cloud), text]));
const compiled = createProgram([...files.keys()], options, files);

const clone = Clone.create();
const run = clone.runPrograms({ readme: readmeProgram(), ...customized });
const stackOf = (program: string): SynthesizedStack =>
  new SynthesizedStack(JSON.parse(synthesized(clone, program)) as Block);

afterAll(() => {
  clone.remove();
});

describe("the program in README.md", () => {
  it("has twelve lines and runs", () => {
    expect(readmeProgram().trimEnd().split("\n")).toHaveLength(12);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(stackOf("readme").outputs)).toContain("finops_handoff");
  });
});

describe.each(Object.keys(CATALOGUES))("the code in the document of the cloud %s", (cloud) => {
  const surroundings = SURROUNDINGS[cloud];
  const text = textOf(cloud);
  const variants = [...text.matchAll(/^\|[^|]+\|[^|]+\| `((?:identity|storage|billingExport): .+?)` +\|$/gm)].map(
    ([, code]) => code ?? "",
  );

  it("shows several variants", () => {
    expect(variants.length).toBeGreaterThan(4);
  });

  it("has an entry in SURROUNDINGS", () => {
    expect(
      surroundings === undefined ? [`add ${cloud} to SURROUNDINGS, for the code of docs/${cloud}.md`] : [],
    ).toEqual([]);
  });

  // An error here would stop all other tests of the file.
  if (surroundings === undefined || variants.length === 0) {
    return;
  }

  it.each(variants)("works as written: %s", (code) => {
    const stack = surroundings.stack();
    const names = { ...surroundings.names, ...surroundings.parts?.(stack), stack };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- code that users copy from the document
    const props = new Function(...Object.keys(names), `return { ${code} }`) as (...values: unknown[]) => object;
    surroundings.integrate(stack, code, props(...Object.values(names)));
    expect(() => Template.of(stack)).not.toThrow();
  });

  it("customizes an integration, and compiles and runs as written", () => {
    expect(text.match(/```ts\n/g)).toHaveLength(2);
    expect(messagesOf(ts.getPreEmitDiagnostics(compiled, compiled.getSourceFile(fileOf(cloud))))).toEqual([]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    for (const [type, attribute, values] of surroundings.expected) {
      expect(
        stackOf(cloud)
          .of(type)
          .map(({ block }) => block[attribute]),
      ).toEqual(values);
    }
  });
});

describe.each(Object.entries(CATALOGUES))("the document of the cloud %s", (cloud, catalogue) => {
  const text = textOf(cloud);

  it("exists", () => {
    expect(text === "" ? [`write docs/${cloud}.md`] : []).toEqual([]);
  });

  it("lists the permissions of the catalogue; after a change of the catalogue run 'npm run docs'", () => {
    expect(withPermissions(text, catalogue)).toBe(text);
  });

  it("names an existing test for each validation", () => {
    const table = text.slice(text.indexOf("## What is refused"), text.indexOf("Not refused, and why:"));
    const rows = table.split("\n").filter((line) => line.startsWith("| ") && !/^\| (-|what would happen)/.test(line));
    const tests = rows.map((row) => /\]\(\.\.\/(test\/[\w/.-]+)\): (.+?) +\|$/.exec(row)?.slice(1) ?? [row, ""]);
    expect(tests.length).toBeGreaterThan(20);
    const hasTitle = (file = "", title = ""): boolean =>
      title !== "" && readFileSync(join(ROOT, file), "utf8").includes(`"${title}"`);
    expect(tests.filter(([file, title]) => !hasTitle(file, title))).toEqual([]);
  });
});
