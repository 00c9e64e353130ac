import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import {
  GcpAccess,
  type GcpAccessProps,
  GcpBillingExport,
  type GcpBillingExportProps,
  GcpFederatedIdentity,
  GcpIdentity,
  type GcpIdentityProps,
  GcpImpersonatedIdentity,
  GcpIntegration,
  type GcpIntegrationProps,
  GcpServices,
  type GcpServicesProps,
  GcpStorage,
  type GcpStorageProps,
  type IGcpIdentity,
  type IGcpStorage,
} from "cdktf-finops/gcp";
import { type TerraformDataSource, TerraformResource, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { A_LOCATION, BILLING_ACCOUNT, gcpStack, ORGANIZATION, PROJECT } from "../support/gcp";
import { certificate } from "../support/keys";
import { type AnyProps } from "../support/props";
import { type Block, emptyStack, problemsOf, refusal, Template } from "../support/template";

const STANDARD = "gcp_billing_export_v1_01ABCD_234567_890123";
const DETAILED = "gcp_billing_export_resource_v1_01ABCD_234567_890123";
const PRICING = "cloud_pricing_export";

const REQUIRED = { projectId: PROJECT, billingAccountId: BILLING_ACCOUNT, organizationId: ORGANIZATION } as const;
const NEW_STORAGE = { ...REQUIRED, datasetLocation: "EU" } as const;

const createIntegration = (stack: TerraformStack, props: AnyProps<GcpIntegrationProps> = {}): GcpIntegration =>
  new GcpIntegration(stack, "finops", { ...NEW_STORAGE, ...props } as GcpIntegrationProps);

/** Props, with the parts among them created in the stack. */
type CreateProps = (stack: TerraformStack) => AnyProps<GcpIntegrationProps>;

/** An integration in a new stack, as it is synthesized. */
const build = (createProps: CreateProps): { readonly integration: GcpIntegration; readonly template: Template } => {
  const stack = gcpStack();
  const integration = createIntegration(stack, createProps(stack));
  return { integration, template: Template.of(stack) };
};

const synth = (props: AnyProps<GcpIntegrationProps> = {}): Template => build(() => props).template;

interface HandOff {
  readonly cloud: string;
  readonly fields: readonly { readonly key: string; readonly output: string; readonly secret: boolean }[];
  readonly manual_steps: readonly { readonly key: string; readonly output: string }[];
  readonly limitations: readonly string[];
}

const handOff = (template: Template, prefix = "finops"): HandOff =>
  template.output(`${prefix}_handoff`).value as HandOff;
const fieldKeys = (template: Template, prefix?: string): string[] =>
  handOff(template, prefix).fields.map(({ key }) => key);

const FORM = [
  "service_account_email",
  "service_account_key_json",
  "organization_id",
  "billing_account_id",
  "project_id",
  "dataset_id",
  "dataset_location",
  "billing_table_id",
  "detailed_billing_table_id",
  "pricing_table_id",
];

const formWithout = (...omitted: string[]): string[] => FORM.filter((key) => !omitted.includes(key));

/** All resources and data sources by address. */
const blocksOf = ({ json }: Template): Record<string, Block> => {
  const of = (section: unknown, prefix: string): [string, Block][] =>
    Object.entries((section ?? {}) as Record<string, Record<string, Block>>).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, block]): [string, Block] => [`${prefix}${type}.${name}`, block]),
    );
  return Object.fromEntries([...of(json.resource, ""), ...of(json.data, "data.")]);
};

/** APIs in the order in which they are enabled: each is followed by the one that waits for it. */
const enabledApis = (template: Template): string[] => {
  const apis = Object.entries(blocksOf(template)).filter(([address]) => address.startsWith("google_project_service."));
  const after = (address?: string): string[] =>
    apis
      .filter(([, { depends_on = [] }]) => (depends_on as string[])[0] === address)
      .flatMap(([next, { service }]) => [(service as string).replace(/\.googleapis\.com$/, ""), ...after(next)]);
  return after();
};

const IN_PROJECT = { projectId: PROJECT, accountId: "platform-in" };
const OIDC = { issuerUri: "https://login.platform.example/acme", subject: "acme-finops" };
const AWS = { awsAccountId: "111122223333", awsRoleName: "platform" };
const TRUSTED = { trustedServiceAccountEmail: "acme-reader@platform.iam.gserviceaccount.com" };
const createFederatedIdentity = (stack: TerraformStack): GcpFederatedIdentity =>
  new GcpFederatedIdentity(stack, "in", { ...IN_PROJECT, poolId: "platform-in", ...OIDC });
const createAwsIdentity = (stack: TerraformStack): GcpFederatedIdentity =>
  new GcpFederatedIdentity(stack, "in", { ...IN_PROJECT, poolId: "platform-in", ...AWS });
const createImpersonatedIdentity = (stack: TerraformStack): GcpImpersonatedIdentity =>
  new GcpImpersonatedIdentity(stack, "in", { ...IN_PROJECT, ...TRUSTED });
const createExistingIdentity = (
  stack: TerraformStack,
  key: { readonly createKey?: boolean; readonly keyPolicyException?: boolean } = {},
): IGcpIdentity =>
  GcpIdentity.fromServiceAccount(stack, "in", {
    projectId: PROJECT,
    serviceAccountEmail: `finops@${PROJECT}.iam.gserviceaccount.com`,
    ...key,
  });
const createExistingDataset = (stack: TerraformStack, projectId: string = PROJECT): IGcpStorage =>
  GcpStorage.fromDataset(stack, "dataset", { projectId, datasetId: "exports", datasetLocation: "US" });
const createExport = (stack: TerraformStack, projectId?: string): GcpBillingExport =>
  new GcpBillingExport(stack, "export", {
    billingAccountId: BILLING_ACCOUNT,
    storage: createExistingDataset(stack, projectId),
  });

/** Props with an identity, and with the only export that needs no additional API. */
const standardWith =
  (create: (stack: TerraformStack) => IGcpIdentity): CreateProps =>
  (stack) => ({ exports: ["STANDARD"], identity: create(stack) });

/** Error of an integration: its only problem, or several with a line each. */
const expectedError = (...problems: readonly string[]): string =>
  problems.length === 1
    ? `GcpIntegration at billing/finops: ${problems.join("")}`
    : [`GcpIntegration at billing/finops: ${problems.length} problems`, ...problems.map((one) => `  - ${one}`)].join(
        "\n",
      );

describe("an integration with only its required props", () => {
  const template = synth();

  it("creates these resources, and no others", () => {
    expect(template.resourceTypes).toEqual({
      google_bigquery_dataset: 1,
      google_organization_iam_custom_role: 1,
      google_organization_iam_member: 1,
      google_project_iam_custom_role: 2,
      google_project_iam_member: 1,
      google_project_service: 5,
      google_service_account: 1,
      google_service_account_key: 1,
    });
    expect(template.json).not.toHaveProperty("data");
  });

  it("names service account, dataset and roles after its path", () => {
    expect(template.resource("google_service_account").account_id).toBe("billing-finops");
    expect(template.resource("google_bigquery_dataset").dataset_id).toBe("billing_finops");
    const roles = ["google_project_iam_custom_role", "google_organization_iam_custom_role"];
    expect(roles.flatMap((type) => template.resources(type)).map(({ role_id }) => role_id)).toEqual([
      "billing_finops_bigquery_user",
      "billing_finops_bigquery_viewer",
      "billing_finops_project_viewer",
    ]);
  });

  it("fills in every field of the platform's form", () => {
    const values = Object.fromEntries(FORM.map((key) => [key, template.output(`finops_${key}`).value]));
    const dataset = `\${${template.address("google_bigquery_dataset")}.dataset_id}`;
    expect(values).toEqual({
      service_account_email: `\${${template.address("google_service_account")}.email}`,
      service_account_key_json: `\${base64decode(${template.address("google_service_account_key")}.private_key)}`,
      organization_id: ORGANIZATION,
      billing_account_id: BILLING_ACCOUNT,
      project_id: PROJECT,
      dataset_id: dataset,
      dataset_location: "EU",
      billing_table_id: `${PROJECT}.${dataset}.${STANDARD}`,
      detailed_billing_table_id: `${PROJECT}.${dataset}.${DETAILED}`,
      pricing_table_id: `${PROJECT}.${dataset}.${PRICING}`,
    });
  });

  it("lists the fields in the hand-off in the form's order, with the names of their outputs", () => {
    const { cloud, fields, manual_steps, limitations } = handOff(template);
    expect(cloud).toBe("gcp");
    expect(fields.map(({ key }) => key)).toEqual(FORM);
    expect(fields.map(({ output }) => output)).toEqual(FORM.map((key) => `finops_${key}`));
    expect(fields.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(["service_account_key_json"]);
    expect(manual_steps.map(({ key, output }) => [key, output])).toEqual([
      ["enable_billing_export", "finops_enable_billing_export"],
    ]);
    expect(limitations).toEqual([]);
    expect(Object.keys(template.outputs).sort()).toEqual(
      [...FORM, "enable_billing_export", "handoff"].map((key) => `finops_${key}`).sort(),
    );
  });

  it("writes the key to one place only, a sensitive output", () => {
    const { finops_service_account_key_json: output, ...others } = template.outputs;
    expect(output?.sensitive).toBe(true);
    expect(Object.values(others).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(JSON.stringify({ ...template.json, output: others })).not.toMatch(/google_service_account_key\./);
  });

  it("reports the export as a manual step, with the values to enter", () => {
    const dataset = `\${${template.address("google_bigquery_dataset")}.dataset_id}`;
    expect(template.output("finops_enable_billing_export").value).toEqual({
      Page: `https://console.cloud.google.com/billing/${BILLING_ACCOUNT}/export/bigquery?project=${PROJECT}`,
      "Billing account": BILLING_ACCOUNT,
      Project: PROJECT,
      Dataset: dataset,
      "Dataset location": "EU",
      "Standard usage cost table": STANDARD,
      "Detailed usage cost table": DETAILED,
      "Pricing table": PRICING,
    });
    expect(createIntegration(gcpStack()).manualSteps.map(({ key }) => key)).toEqual(["enable_billing_export"]);
  });

  it("reports all permissions that it grants, those for reading only once the export is ready", () => {
    const grantedBy = (props?: AnyProps<GcpIntegrationProps>): string[] =>
      createIntegration(gcpStack(), props).permissions.map(({ id, grantee }) => `${id}: ${grantee}`);
    const always = ["RunQueries", "ReadInBulk", "SeeProject", "SeeHierarchy"].map((id) => `${id}: platform identity`);
    expect(grantedBy()).toEqual(always);
    expect(grantedBy({ exportReady: true })).toEqual([
      "ReadExport: platform identity",
      "FindTables: platform identity",
      ...always,
    ]);
  });

  it("keeps the dataset and the APIs when it is destroyed", () => {
    expect(template.resource("google_bigquery_dataset")).toMatchObject({
      delete_contents_on_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(template.resources("google_project_service").map((api) => api.disable_on_destroy)).toEqual(
      Array(5).fill(false),
    );
  });
});

describe("an integration whose export is ready", () => {
  const template = synth({ exportReady: true });

  it("lets the platform read each table, and has no manual steps", () => {
    expect(template.resources("google_bigquery_table_iam_member").map(({ table_id }) => table_id)).toEqual([
      DETAILED,
      PRICING,
      STANDARD,
    ]);
    expect(handOff(template).manual_steps).toEqual([]);
  });

  it("keeps all addresses and fields, and adds only bindings", () => {
    const before = synth();
    const added = template.addresses.filter((address) => !before.addresses.includes(address));
    expect(before.addresses.filter((address) => !template.addresses.includes(address))).toEqual([]);
    expect(new Set(added.map((address) => address.split(".")[0]))).toEqual(
      new Set(["google_bigquery_table_iam_member"]),
    );
    expect(fieldKeys(template)).toEqual(FORM);
  });
});

describe("an integration with all options", () => {
  it("passes each property to its part", () => {
    const template = synth({
      accountId: "a-name",
      keyPolicyException: true,
      datasetId: "d_name",
      labels: { team: "finops" },
      retain: false,
      exports: ["STANDARD"],
      exportReady: true,
      enableServices: true,
      additionalServices: ["sts"],
      roleIdPrefix: "r",
      roleIdSuffix: "v2",
      bigqueryUserRole: "roles/bigquery.jobUser",
      folders: { production: "345678901234" },
      datasetAccess: "ALWAYS",
      outputPrefix: "acme",
    });
    expect(template.resource("google_service_account").account_id).toBe("a-name");
    expect(template.resources("google_org_policy_policy")).toHaveLength(2);
    expect(template.resource("google_bigquery_dataset")).toMatchObject({
      dataset_id: "d_name",
      labels: { team: "finops" },
    });
    expect(template.resource("google_bigquery_dataset")).not.toHaveProperty("lifecycle");
    expect(enabledApis(template)).toContain("sts");
    expect(template.resource("google_project_iam_custom_role").role_id).toBe("r_bigquery_viewer_v2");
    expect(template.resource("google_organization_iam_custom_role").role_id).toBe("r_project_viewer_v2");
    expect(template.resource("google_project_iam_member").role).toBe("roles/bigquery.jobUser");
    expect(template.resource("google_folder_iam_member").folder).toBe("folders/345678901234");
    expect(template.resourceTypes).toMatchObject({ google_bigquery_dataset_iam_member: 1 });
    expect(fieldKeys(template, "acme")).toEqual(formWithout("detailed_billing_table_id", "pricing_table_id"));
  });

  it("reports its limitations in the hand-off: tables, a month of data, the hierarchy", () => {
    const props = { exports: ["STANDARD", "PRICING"], datasetLocation: "europe-west3" } as const;
    const { integration, template } = build(() => ({ ...props, folders: { retail: "345678901234" } }));
    const { limitations } = handOff(template);
    expect(limitations).toEqual([
      "The platform can list only the projects below the folders retail; of all others, it knows only the costs.",
      "The dataset is in europe-west3: the data begins on the day when the export is enabled; in US and EU, it would include the previous month.",
      "The detailed export is left out: costs are by service and project, not by resource.",
    ]);
    expect(integration.limitations).toEqual(limitations);
    expect(fieldKeys(template)).toEqual(formWithout("detailed_billing_table_id"));
  });

  it("works for a project without an organization, and leaves out its row", () => {
    const template = synth({ hierarchy: "NONE", organizationId: undefined });
    expect(fieldKeys(template)).toEqual(formWithout("organization_id"));
    expect(Object.keys(template.resourceTypes).filter((type) => /organization|folder/.test(type))).toEqual([]);
  });

  it("creates everything with the provider that is passed", () => {
    const { template } = build((stack) => ({
      provider: new GoogleProvider(stack, "billing", { alias: "billing", project: PROJECT }),
      keyPolicyException: true,
      exportReady: true,
    }));
    const blocks = Object.values(blocksOf(template));
    expect(blocks).toHaveLength(19);
    expect(blocks.map((block) => block.provider)).toEqual(Array(19).fill("google.billing"));
  });

  it("works without a key, which a person creates", () => {
    const template = synth({ createKey: false });
    expect(template.resourceTypes).not.toHaveProperty("google_service_account_key");
    expect(fieldKeys(template)).toEqual(formWithout("service_account_key_json"));
    expect(Object.values(template.outputs).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(handOff(template).manual_steps.map(({ key }) => key)).toEqual([
      "service_account_key",
      "enable_billing_export",
    ]);
    expect(template.output("finops_service_account_key").value).toEqual({
      "Service account": `\${${template.address("google_service_account")}.email}`,
    });
  });

  it("uploads the certificate of an existing key pair, and reports the rest as a manual step", () => {
    const template = synth({ certificatePem: certificate({ name: "integration" }) });
    expect(template.resource("google_service_account_key")).toHaveProperty("public_key_data");
    expect(fieldKeys(template)).toEqual(formWithout("service_account_key_json"));
    expect(Object.values(template.outputs).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(handOff(template).manual_steps.map(({ key, output }) => [key, output])).toEqual([
      ["assemble_key", "finops_assemble_key"],
      ["enable_billing_export", "finops_enable_billing_export"],
    ]);
    expect(JSON.stringify(template.json)).not.toContain(".private_key}");
  });

  it("leaves the APIs to a person, as the first manual step", () => {
    const template = synth({ enableServices: false });
    expect(template.resourceTypes).not.toHaveProperty("google_project_service");
    expect(handOff(template).manual_steps.map(({ key }) => key)).toEqual(["enable_services", "enable_billing_export"]);
    expect(template.output("finops_enable_services").value).toEqual({
      Project: PROJECT,
      APIs:
        "cloudresourcemanager.googleapis.com iam.googleapis.com bigquery.googleapis.com " +
        "bigquerydatatransfer.googleapis.com cloudbilling.googleapis.com",
    });
    expect(JSON.stringify(template.json)).not.toContain("google_project_service");
  });
});

describe("the APIs of an integration", () => {
  const COMMON = ["cloudresourcemanager", "iam", "bigquery"];

  it.each<[string, CreateProps, string[]]>([
    ["prices", () => ({}), ["bigquerydatatransfer"]],
    ["no prices", () => ({ exports: ["STANDARD", "DETAILED"] }), []],
    ["an exception for the key", () => ({ keyPolicyException: true }), ["bigquerydatatransfer", "orgpolicy"]],
    [
      "an exception for a key of an existing service account",
      standardWith((stack) => createExistingIdentity(stack, { keyPolicyException: true })),
      ["orgpolicy"],
    ],
    ["an impersonated identity", standardWith(createImpersonatedIdentity), ["iamcredentials"]],
    ["a federated identity", standardWith(createFederatedIdentity), ["iamcredentials", "sts"]],
    ["a role in AWS", standardWith(createAwsIdentity), ["iamcredentials", "sts"]],
    ["an existing service account", standardWith(createExistingIdentity), []],
    [
      "additional APIs, one of which is required anyway",
      () => ({ additionalServices: ["sts", "bigquerydatatransfer"] }),
      ["bigquerydatatransfer", "sts"],
    ],
    [
      "a passed export of prices",
      (stack) => ({
        billingAccountId: undefined,
        datasetLocation: undefined,
        billingExport: createExport(stack),
      }),
      ["bigquerydatatransfer"],
    ],
  ])("are enabled one after the other, with %s", (_, createProps, additional) => {
    const { integration, template } = build(createProps);
    const expected = [...COMMON, ...additional, "cloudbilling"];
    expect(enabledApis(template)).toEqual(expected);
    expect(integration.services.serviceNames).toEqual(expected.map((name) => `${name}.googleapis.com`));
  });

  it.each<[string, CreateProps]>([
    ["a new service account", () => ({ keyPolicyException: true, exportReady: true })],
    ["a federated identity", (stack) => ({ identity: createFederatedIdentity(stack), datasetAccess: "ALWAYS" })],
    ["an impersonated identity", (stack) => ({ identity: createImpersonatedIdentity(stack) })],
    [
      "existing parts",
      (stack) => ({
        identity: createExistingIdentity(stack),
        storage: createExistingDataset(stack),
        datasetLocation: undefined,
        folders: { production: "345678901234" },
      }),
    ],
  ])("are dependencies of all other resources and data sources, with %s", (_, createProps) => {
    const blocks = Object.entries(blocksOf(build(createProps).template));
    const isApi = ([address]: [string, Block]): boolean => address.startsWith("google_project_service.");
    const last = blocks.filter(isApi).find(([, { service }]) => service === "cloudbilling.googleapis.com")?.[0];
    const others = blocks.filter((one) => !isApi(one));
    expect(others.length).toBeGreaterThanOrEqual(7);
    expect(others.filter(([, { depends_on = [] }]) => !(depends_on as string[]).includes(last ?? ""))).toEqual([]);
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = gcpStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  new GcpIntegration(stack, "finops", {
    projectId: variable("project"),
    organizationId: variable("organization"),
    billingAccountId: variable("account"),
    datasetLocation: "EU",
    datasetId: variable("dataset"),
    accountId: variable("account_id"),
    labels: { team: variable("team") },
    roleIdPrefix: variable("prefix"),
    roleIdSuffix: variable("suffix"),
    folders: { production: variable("folder") },
    exportReady: true,
    exports: ["STANDARD"],
    keyPolicyException: true,
  });
  const template = Template.of(stack);

  it("leave the tokens in the arguments of the resources", () => {
    const inProject = { project: "${var.project}" };
    expect(template.resource("google_service_account")).toMatchObject({
      ...inProject,
      account_id: "${var.account_id}",
    });
    expect(template.resource("google_bigquery_dataset")).toMatchObject({
      ...inProject,
      dataset_id: "${var.dataset}",
      labels: { team: "${var.team}" },
    });
    expect(template.resources("google_project_iam_custom_role")).toMatchObject([
      { ...inProject, role_id: "${var.prefix}_bigquery_user_${var.suffix}" },
      { ...inProject, role_id: "${var.prefix}_bigquery_viewer_${var.suffix}" },
    ]);
    expect(template.resource("google_organization_iam_custom_role")).toMatchObject({
      org_id: "${var.organization}",
      role_id: "${var.prefix}_project_viewer_${var.suffix}",
    });
    expect(template.resource("google_project_iam_member")).toMatchObject(inProject);
    expect(template.resource("google_bigquery_table_iam_member")).toMatchObject({
      ...inProject,
      table_id: 'gcp_billing_export_v1_${replace(var.account, "-", "_")}',
    });
    expect(template.resource("google_folder_iam_member").folder).toBe("folders/${var.folder}");
    expect(template.resources("google_org_policy_policy").map(({ parent }) => parent)).toEqual(
      Array(2).fill("projects/${var.project}"),
    );
    expect(template.resources("google_project_service").map(({ project }) => project)).toEqual(
      Array(5).fill("${var.project}"),
    );
  });

  it("check each value on the main resource of its part, and those of the export on the first binding", () => {
    const checkedProps = (block: Block | undefined): unknown[] => {
      const { precondition = [] } = (block?.lifecycle ?? {}) as { precondition?: { error_message: string }[] };
      const subjects = precondition.map(({ error_message }) =>
        /^(\w+) at [^:]+: '(\w+)' (must|of) /.exec(error_message),
      );
      return [...new Set(subjects.map((found) => `${found?.[1] ?? ""}.${found?.[2] ?? ""}`))].sort();
    };
    expect(checkedProps(template.resource("google_service_account"))).toEqual([
      "GcpIdentity.accountId",
      "GcpIdentity.projectId",
    ]);
    expect(checkedProps(template.resource("google_bigquery_dataset"))).toEqual([
      "GcpStorage.datasetId",
      "GcpStorage.projectId",
    ]);
    expect(checkedProps(template.resource("google_project_iam_member"))).toEqual([
      "GcpAccess.organizationId",
      "GcpAccess.projectId",
      "GcpAccess.roleIdPrefix",
      "GcpAccess.roleIdSuffix",
      "GcpBillingExport.billingAccountId",
    ]);
    expect(checkedProps(template.resource("google_folder_iam_member"))).toEqual(["GcpAccess.production"]);
    const first = template.resources("google_project_service").find(({ depends_on }) => depends_on === undefined);
    expect(checkedProps(first)).toEqual(["GcpServices.projectId"]);
    expect(template.resource("google_bigquery_dataset").lifecycle).toMatchObject({ prevent_destroy: true });
  });

  it("leave the tokens in the outputs", () => {
    const dataset = `\${${template.address("google_bigquery_dataset")}.dataset_id}`;
    expect(template.output("finops_project_id").value).toBe("${var.project}");
    expect(template.output("finops_organization_id").value).toBe("${var.organization}");
    expect(template.output("finops_billing_account_id").value).toBe("${var.account}");
    expect(template.output("finops_billing_table_id").value).toBe(
      `\${var.project}.${dataset}.gcp_billing_export_v1_\${replace(var.account, "-", "_")}`,
    );
  });
});

describe("validation of an integration", () => {
  it("reports the problems of all parts at once, each once, and leaves nothing in the tree", () => {
    const stack = gcpStack();
    expect(
      refusal(() =>
        createIntegration(stack, {
          projectId: "123456789012",
          organizationId: "acme.example",
          billingAccountId: "acme",
          accountId: "Finops",
          datasetId: "billing-export",
          datasetLocation: "eu",
          exports: ["FOCUS" as "STANDARD"],
          roleIdPrefix: "fin-ops",
          outputPrefix: "Finops",
        }),
      ),
    ).toBe(
      expectedError(
        `'outputPrefix' must be lower-case letters, digits and '_', beginning with a letter, got: "Finops"; for example "finops"`,
        `'projectId' must be the ID of a project, not its number, got: "123456789012"; for example "acme-billing"`,
        `'accountId' must be lower-case letters, digits and '-', got: "Finops"; for example "finops-platform"`,
        `'datasetLocation' must ${A_LOCATION}, got: "eu"; for example "EU"`,
        `'datasetId' must be letters, digits and '_', without '-', got: "billing-export"; for example "billing_export"`,
        `'billingAccountId' must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them, got: "acme"; for example "01ABCD-234567-890123"`,
        `'exports' must be a list of STANDARD, DETAILED, PRICING, got: "FOCUS" in it`,
        `'roleIdPrefix' must be letters, digits, '_' and '.', without '-', got: "fin-ops"; for example "finops"`,
        `'organizationId' must be only the number of an organization, without 'organizations/', got: "acme.example"; for example "123456789012"`,
      ),
    );
    expect(stack.node.children.map((child) => child.node.id)).toEqual(["google"]);
  });

  it("reports combinations that its parts refuse, each once", () => {
    const stack = gcpStack();
    expect(
      refusal(() =>
        createIntegration(stack, {
          createKey: true,
          certificatePem: certificate({ name: "integration" }),
          exports: ["PRICING"],
          organizationId: undefined,
          bigqueryViewerRole: "projects/acme-other/roles/billing_reader",
        }),
      ),
    ).toBe(
      expectedError(
        "'createKey' must be left out when 'certificatePem' is passed, got: true; remove it, because the key pair already exists",
        "'exports' must include STANDARD, which the platform reads, got: PRICING; add it",
        `'organizationId' is required: it must be the number of the organization, for example "123456789012"; for a project without an organization, set 'hierarchy' to NONE`,
        `'bigqueryViewerRole' must be a role of the dataset's project "acme-billing", got: "projects/acme-other/roles/billing_reader"; a custom role can be bound only in its own project or organization`,
      ),
    );
    expect(stack.node.tryFindChild("finops")).toBeUndefined();
  });

  it("refuses an unknown property, and lists the known ones", () => {
    expect(refusal(() => createIntegration(gcpStack(), { region: "EU" } as AnyProps<GcpIntegrationProps>))).toBe(
      `GcpIntegration at billing/finops: "region" is not a known property; known are outputPrefix, identity, billingExport, provider, projectId, storage, accountId, ` +
        "createKey, certificatePem, keyPolicyException, datasetLocation, datasetId, labels, retain, billingAccountId, exports, exportReady, enableServices, " +
        "additionalServices, roleIdPrefix, roleIdSuffix, bigqueryViewerRole, bigqueryUserRole, projectViewerRole, organizationId, hierarchy, folders, datasetAccess",
    );
  });

  it.each([null, "acme", 42, ["acme"]])("refuses %j as its props", (props) => {
    const stack = gcpStack();
    expect(() => new GcpIntegration(stack, "finops", props as unknown as GcpIntegrationProps)).toThrow(
      /the props must be an object/,
    );
  });

  it("refuses at synthesis all names that another integration uses, until one of the two is removed", () => {
    const names = { accountId: "a-name", datasetId: "d", roleIdPrefix: "r", outputPrefix: "o" };
    const stack = gcpStack();
    createIntegration(stack, { ...names, keyPolicyException: true });
    new GcpIntegration(stack, "second", { ...NEW_STORAGE, ...names, keyPolicyException: true });
    const roles = ["r_bigquery_viewer", "r_bigquery_user", "r_project_viewer"];
    expect(problemsOf(stack)).toBe(
      [
        ["GcpIntegration", "", "outputPrefix", " in the stack", "o", "outputs"],
        ["GcpIdentity", "/identity", "accountId", "", "a-name", "service account"],
        [
          "GcpIdentity",
          "/identity",
          "keyPolicyException",
          " in the program",
          PROJECT,
          "exception for keys (creation)",
          "set it in one of them",
        ],
        [
          "GcpStorage",
          "/storage",
          "datasetId",
          "",
          "d",
          "BigQuery dataset",
          "choose another, or, within a stack, pass the storage of the other construct as 'storage'",
        ],
        ...roles.map((role) => ["GcpAccess", "/access", "roleIdPrefix", "", role, "custom role"]),
      ]
        .map(
          ([type = "", part = "", property = "", within = "", name = "", kind = "", advice = "choose another"]) =>
            `[billing] ${type} at billing/second${part}: '${property}' must be unique${within}, got: "${name}", which billing/finops${part} already uses for its ${kind}; ${advice}`,
        )
        .join("\n"),
    );
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("parts that are passed", () => {
  const FEDERATED_TYPES = {
    google_service_account: 1,
    google_service_account_iam_member: 1,
    google_iam_workload_identity_pool: 1,
    google_iam_workload_identity_pool_provider: 1,
  };
  const FEDERATED_FORM = FORM.map((key) => (key === "service_account_key_json" ? "workload_identity_provider" : key));

  it.each<[string, (stack: TerraformStack) => IGcpIdentity, Record<string, number>, string[], string[]]>([
    [
      "a new service account",
      (stack) => new GcpIdentity(stack, "in", { projectId: PROJECT }),
      { google_service_account: 1, google_service_account_key: 1 },
      FORM,
      [],
    ],
    [
      "an impersonated identity",
      createImpersonatedIdentity,
      { google_service_account: 1, google_service_account_iam_member: 1 },
      formWithout("service_account_key_json"),
      ["ImpersonateServiceAccount"],
    ],
    ["a federated identity", createFederatedIdentity, FEDERATED_TYPES, FEDERATED_FORM, ["ImpersonateServiceAccount"]],
    [
      "a federated identity of an AWS role",
      createAwsIdentity,
      FEDERATED_TYPES,
      FEDERATED_FORM,
      ["ImpersonateServiceAccount"],
    ],
    ["an existing service account with a new key", createExistingIdentity, { google_service_account_key: 1 }, FORM, []],
    [
      "an existing service account whose key a person creates",
      (stack) => createExistingIdentity(stack, { createKey: false }),
      {},
      formWithout("service_account_key_json"),
      [],
    ],
  ])("include %s, in place of a new service account", (_, create, types, form, granted) => {
    const stack = gcpStack();
    const identity = create(stack);
    const integration = createIntegration(stack, { identity });
    const template = Template.of(stack);
    const identityTypes = Object.entries(template.resourceTypes).filter(([type]) =>
      /^google_(service_account|iam_)/.test(type),
    );
    expect(integration.identity).toBe(identity);
    expect(integration.node.tryFindChild("identity")).toBeUndefined();
    expect(Object.fromEntries(identityTypes)).toEqual(types);
    expect(fieldKeys(template)).toEqual(form);
    expect(integration.permissions.map(({ id }) => id).filter((id) => id === "ImpersonateServiceAccount")).toEqual(
      granted,
    );
    const members = [
      template.resource("google_project_iam_member"),
      template.resource("google_organization_iam_member"),
    ];
    const email = template.output("finops_service_account_email").value as string;
    const member = email.endsWith(".email}") ? email.replace(".email}", ".member}") : `serviceAccount:${email}`;
    expect(new Set(members.map((one) => one.member))).toEqual(new Set([member]));
  });

  it("output the full name of a workload identity provider, and no secret", () => {
    const { template } = build((stack) => ({ identity: createFederatedIdentity(stack) }));
    expect(template.output("finops_workload_identity_provider").value).toBe(
      `//iam.googleapis.com/\${${template.address("google_iam_workload_identity_pool_provider")}.name}`,
    );
    expect(Object.values(template.outputs).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(handOff(template).fields.filter(({ secret }) => secret)).toEqual([]);
  });

  it("let the platform read an existing dataset, which does not change", () => {
    const stack = gcpStack();
    const storage = createExistingDataset(stack);
    const integration = new GcpIntegration(stack, "finops", { ...REQUIRED, storage, exportReady: true });
    const template = Template.of(stack);
    const dataset = `\${data.google_bigquery_dataset.${(storage.node.defaultChild as TerraformDataSource).friendlyUniqueId}.dataset_id}`;
    expect(integration.storage).toBe(storage);
    expect(template.resourceTypes).not.toHaveProperty("google_bigquery_dataset");
    expect(template.resources("google_bigquery_table_iam_member").map(({ dataset_id }) => dataset_id)).toEqual(
      Array(3).fill(dataset),
    );
    expect(template.output("finops_dataset_location").value).toBe("US");
    expect(template.output("finops_billing_table_id").value).toBe(`${PROJECT}.${dataset}.${STANDARD}`);
    expect(fieldKeys(template)).toEqual(FORM);
  });

  it("let the platform read an export that is passed, in its dataset", () => {
    const stack = gcpStack();
    const storage = createExistingDataset(stack);
    const billingExport = new GcpBillingExport(stack, "export", {
      billingAccountId: "ABCDEF-012345-6789AB",
      storage,
      exports: ["STANDARD"],
      exportReady: true,
    });
    const integration = new GcpIntegration(stack, "finops", {
      projectId: PROJECT,
      organizationId: ORGANIZATION,
      billingExport,
    });
    const template = Template.of(stack);
    expect(integration.billingExport).toBe(billingExport);
    expect(integration.storage).toBe(storage);
    expect(["billing_export", "storage"].map((id) => integration.node.tryFindChild(id))).toEqual(
      Array(2).fill(undefined),
    );
    expect(template.resource("google_bigquery_table_iam_member").table_id).toBe(
      "gcp_billing_export_v1_ABCDEF_012345_6789AB",
    );
    expect(template.output("finops_billing_account_id").value).toBe("ABCDEF-012345-6789AB");
    expect(fieldKeys(template)).toEqual(formWithout("detailed_billing_table_id", "pricing_table_id"));
  });

  it("need no default name, so that the path of the integration can be longer", () => {
    const id = "x".repeat(60);
    const stack = gcpStack();
    const names = { roleIdPrefix: "r", outputPrefix: "o" };
    expect(
      () => new GcpIntegration(stack, id, { ...NEW_STORAGE, ...names, identity: createExistingIdentity(stack) }),
    ).not.toThrow();
    expect(refusal(() => new GcpIntegration(stack, `y${id}`, { ...NEW_STORAGE, ...names, datasetId: "d" }))).toContain(
      "so set 'accountId'",
    );
  });
});

describe("validation of passed parts", () => {
  const refusalOf = (create: CreateProps): string => {
    const stack = gcpStack();
    return refusal(() => new GcpIntegration(stack, "finops", { ...REQUIRED, ...create(stack) } as GcpIntegrationProps));
  };
  const CERTIFICATE = certificate({ name: "integration" });

  it("refuses a missing location and billing account when no export is passed", () => {
    expect(refusalOf(() => ({ billingAccountId: undefined }))).toBe(
      expectedError(
        `'datasetLocation' is required: it must ${A_LOCATION}; for example "EU"`,
        `'billingAccountId' is required: it must be the ID of a billing account: three times six digits or capital letters A-F, with '-' between them; for example "01ABCD-234567-890123"`,
      ),
    );
  });

  it.each<[string, string, CreateProps, Record<string, unknown>, Record<string, string>]>([
    [
      "an identity that is passed, and does not show a certificate",
      "identity",
      (stack) => ({ datasetLocation: "EU", identity: createExistingIdentity(stack) }),
      { accountId: "a-name", createKey: false, certificatePem: CERTIFICATE, keyPolicyException: false },
      { certificatePem: `${CERTIFICATE.length} characters, which are not shown` },
    ],
    [
      "a storage that is passed",
      "storage",
      (stack) => ({ storage: createExistingDataset(stack) }),
      { datasetLocation: "US", datasetId: "d", labels: {}, retain: true },
      { labels: "an object" },
    ],
    [
      "an export that is passed, and of its dataset",
      "billingExport",
      (stack) => ({ billingExport: createExport(stack) }),
      {
        ...{ datasetLocation: "US", datasetId: "d", labels: {}, retain: true },
        ...{ billingAccountId: BILLING_ACCOUNT, exports: ["STANDARD"], exportReady: true },
      },
      { labels: "an object", exports: "a list of 1" },
    ],
  ])("refuses the properties of %s", (_, part, createProps, others, shown) => {
    const problems = Object.entries(others).map(
      ([name, value]) =>
        `'${name}' must be left out when '${part}' is passed (set it on that construct, if supported), got: ${shown[name] ?? JSON.stringify(value)}`,
    );
    expect(refusalOf((stack) => ({ ...createProps(stack), ...others }))).toBe(expectedError(...problems));
  });

  it("refuses a storage when an export is passed", () => {
    expect(
      refusalOf((stack) => {
        const billingExport = createExport(stack);
        return { billingAccountId: undefined, billingExport, storage: billingExport.storage };
      }),
    ).toBe(
      expectedError(
        "'storage' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: an object",
      ),
    );
  });

  it("refuses a part in another stack, and a value that is not a part", () => {
    const other = new TerraformStack(Testing.app(), "other");
    const problem = "must be in the stack of the construct, got: other";
    const identity = createExistingIdentity(other);
    expect(refusalOf(() => ({ datasetLocation: "EU", identity }))).toBe(
      expectedError(`'identity' ${problem}/in; create it in billing`),
    );
    const storage = createExistingDataset(other);
    expect(refusalOf(() => ({ storage }))).toBe(expectedError(`'storage' ${problem}/dataset; create it in billing`));
    const billingExport = new GcpBillingExport(other, "export", { billingAccountId: BILLING_ACCOUNT, storage });
    expect(refusalOf(() => ({ billingAccountId: undefined, billingExport }))).toBe(
      expectedError(`'billingExport' ${problem}/export; create it in billing`),
    );
    expect(refusalOf(() => ({ datasetLocation: "EU", identity: "finops" as unknown as IGcpIdentity }))).toBe(
      expectedError(
        `'identity' must be an IGcpIdentity, got: "finops"; for example new GcpIdentity(…), new GcpImpersonatedIdentity(…), new GcpFederatedIdentity(…) or GcpIdentity.fromServiceAccount(…)`,
      ),
    );
  });

  it.each<[string, CreateProps]>([
    ["identity", (stack) => ({ datasetLocation: "EU", identity: createExistingIdentity(stack) })],
    ["storage", (stack) => ({ storage: createExistingDataset(stack) })],
    ["billingExport", (stack) => ({ billingAccountId: undefined, billingExport: createExport(stack) })],
  ])("refuses a part with another provider, which may use other credentials: %s", (property, create) => {
    expect(
      refusalOf((stack) => ({
        ...create(stack),
        provider: new GoogleProvider(stack, "billing", { alias: "billing" }),
      })),
    ).toBe(
      expectedError(
        `'${property}' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both`,
      ),
    );
  });

  it("refuses a part with a provider that the integration does not use", () => {
    expect(
      refusalOf((stack) => {
        const provider = new GoogleProvider(stack, "billing", { alias: "billing" });
        return { datasetLocation: "EU", identity: new GcpIdentity(stack, "in", { projectId: PROJECT, provider }) };
      }),
    ).toBe(
      expectedError(
        "'identity' must use the provider of the construct, got: billing/billing; pass the same 'provider' to both",
      ),
    );
  });

  it("accepts the stack's default provider, passed to the part and implicit in the integration", () => {
    const stack = emptyStack();
    const provider = new GoogleProvider(stack, "google", { project: PROJECT });
    const identity = new GcpIdentity(stack, "in", { projectId: PROJECT, provider });
    expect(() => createIntegration(stack, { identity })).not.toThrow();
  });

  it("refuses a storage and an export in another project", () => {
    const problem = (property: string): string =>
      expectedError(
        `'${property}' must be in the project of the construct, got: one in "acme-other" and 'projectId' "acme-billing"`,
      );
    expect(refusalOf((stack) => ({ storage: createExistingDataset(stack, "acme-other") }))).toBe(problem("storage"));
    expect(
      refusalOf((stack) => ({ billingAccountId: undefined, billingExport: createExport(stack, "acme-other") })),
    ).toBe(problem("billingExport"));
  });

  it("accepts a service account of another project, and binds its roles in this one", () => {
    const { template } = build((stack) => ({ identity: new GcpIdentity(stack, "in", { projectId: "acme-accounts" }) }));
    expect(template.resource("google_service_account").project).toBe("acme-accounts");
    expect(template.resource("google_project_iam_member").project).toBe(PROJECT);
  });
});

describe("several integrations", () => {
  it("coexist in one stack, and in several", () => {
    const app = Testing.app();
    const [one, two] = ["one", "two"].map((id) => {
      const stack = new TerraformStack(app, id);
      new GoogleProvider(stack, "google", {});
      return stack;
    }) as [TerraformStack, TerraformStack];
    new GcpIntegration(one, "finops", NEW_STORAGE);
    new GcpIntegration(one, "second", NEW_STORAGE);
    new GcpIntegration(new Construct(two, "team"), "finops", NEW_STORAGE);
    const template = Template.of(one);
    expect(template.resources("google_service_account").map(({ account_id }) => account_id)).toEqual([
      "one-finops",
      "one-second",
    ]);
    expect(template.resources("google_bigquery_dataset").map(({ dataset_id }) => dataset_id)).toEqual([
      "one_finops",
      "one_second",
    ]);
    expect(Object.keys(template.outputs)).toHaveLength(24);
    expect(Object.keys(Template.of(two).outputs)).toContain("team_finops_service_account_email");
    expect(Template.of(two).resource("google_service_account").account_id).toBe("two-team-finops");
  });

  it("have the same addresses and content in any order, and when others are added later", () => {
    const synthesized = (ids: readonly string[]): Record<string, unknown> => {
      const stack = gcpStack();
      for (const id of ids) {
        new GcpIntegration(stack, id, { ...NEW_STORAGE, exportReady: true });
      }
      const { resource, output } = Template.of(stack).json;
      return { resource, output };
    };
    expect(synthesized(["b1", "a1"])).toEqual(synthesized(["a1", "b1"]));
    expect(synthesized(["c1", "a1", "b1"])).toMatchObject(synthesized(["a1", "b1"]));
  });

  it("can share an identity, a dataset or an export", () => {
    const stack = gcpStack();
    const identity = createExistingIdentity(stack);
    const storage = new GcpStorage(stack, "storage", { projectId: PROJECT, datasetLocation: "EU" });
    new GcpIntegration(stack, "one", { ...REQUIRED, identity, storage });
    const second = { ...REQUIRED, identity, storage, billingAccountId: "ABCDEF-012345-6789AB" };
    const { billingExport } = new GcpIntegration(stack, "two", second);
    new GcpIntegration(stack, "three", { ...REQUIRED, billingAccountId: undefined, identity, billingExport });
    expect(Template.of(stack).resourceTypes).toMatchObject({
      google_service_account_key: 1,
      google_bigquery_dataset: 1,
      google_project_iam_member: 3,
    });
  });

  it("can use the same names in two projects, with two providers", () => {
    const stack = gcpStack();
    const other = new GoogleProvider(stack, "other", { alias: "other", project: "acme-other" });
    const names = { accountId: "finops", datasetId: "finops", roleIdPrefix: "finops" };
    createIntegration(stack, names);
    new GcpIntegration(stack, "second", {
      ...NEW_STORAGE,
      ...names,
      projectId: "acme-other",
      organizationId: "999999999999",
      provider: other,
    });
    const template = Template.of(stack);
    expect(template.resources("google_bigquery_dataset").map(({ project, provider }) => [project, provider])).toEqual([
      [PROJECT, undefined],
      ["acme-other", "google.other"],
    ]);
    expect(template.output("second_project_id").value).toBe("acme-other");
  });
});

describe("overrides of the integration", () => {
  it("reach the main resource of each part, its default child; export and APIs have none", () => {
    const { identity, storage, access, billingExport, services } = createIntegration(gcpStack());
    const types = [identity, storage, access].map(
      ({ node }) => (node.defaultChild as TerraformResource).terraformResourceType,
    );
    expect(types).toEqual(["google_service_account", "google_bigquery_dataset", "google_project_iam_member"]);
    expect([billingExport, services].map(({ node }) => node.defaultChild)).toEqual([undefined, undefined]);
  });

  it("apply to each resource, by addOverride", () => {
    const stack = gcpStack();
    const integration = createIntegration(stack, { exportReady: true, keyPolicyException: true });
    const resources = integration.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
    resources.forEach((resource, index) => {
      resource.addOverride("provisioner", [{ "local-exec": { command: `${index}` } }]);
    });
    const overridden = Object.values(blocksOf(Template.of(stack)));
    expect(overridden).toHaveLength(resources.length);
    expect(overridden.filter(({ provisioner }) => provisioner === undefined)).toEqual([]);
  });
});

describe("a subclass of the integration", () => {
  class Prefixed extends GcpIntegration {
    protected override createIdentity(props: GcpIdentityProps): IGcpIdentity {
      return new GcpIdentity(this, "identity", { ...props, accountId: `svc-${props.accountId ?? ""}` });
    }
  }

  it("creates a part differently", () => {
    const stack = gcpStack();
    const { identity } = new Prefixed(stack, "finops", NEW_STORAGE);
    expect(identity).toBeInstanceOf(GcpIdentity);
    expect(Template.of(stack).resource("google_service_account").account_id).toBe("svc-billing-finops");
  });

  it("claims the names that it creates, not those in its props", () => {
    const stack = gcpStack();
    new Prefixed(stack, "finops", { ...NEW_STORAGE, accountId: "platform" });
    new GcpIdentity(stack, "one", { projectId: PROJECT, accountId: "platform" });
    expect(problemsOf(stack)).toBe("");
    new GcpIdentity(stack, "two", { projectId: PROJECT, accountId: "svc-platform" });
    expect(problemsOf(stack)).toBe(
      `[billing] GcpIdentity at billing/two: 'accountId' must be unique, got: "svc-platform", which billing/finops/identity already uses for its service account; choose another`,
    );
  });

  it("creates an identity without a key, and enables the APIs that it requires", () => {
    class Keyless extends GcpIntegration {
      protected override createIdentity({ projectId, accountId, provider }: GcpIdentityProps): IGcpIdentity {
        const trustedServiceAccountEmail = "acme-reader@platform.iam.gserviceaccount.com";
        const props = { projectId, accountId, provider, trustedServiceAccountEmail };
        return new GcpImpersonatedIdentity(this, "identity", props);
      }
    }
    const stack = gcpStack();
    new Keyless(stack, "finops", NEW_STORAGE);
    const template = Template.of(stack);
    expect(enabledApis(template)).toContain("iamcredentials");
    expect(fieldKeys(template)).toEqual(formWithout("service_account_key_json"));
  });

  it("creates every part, sets its own defaults, and keeps the addresses of the parts", () => {
    class Company extends GcpIntegration {
      constructor(scope: Construct, id: string, props: GcpIntegrationProps) {
        super(scope, id, { datasetAccess: "UNTIL_EXPORT_READY", ...props });
      }

      protected override createStorage(props: GcpStorageProps): GcpStorage {
        return new GcpStorage(this, "storage", { ...props, labels: { team: "finops" } });
      }

      protected override createBillingExport(props: Omit<GcpBillingExportProps, "storage">): GcpBillingExport {
        const exports = ["STANDARD", "PRICING"] as const;
        return new GcpBillingExport(this, "billing_export", { ...props, storage: this.storage, exports });
      }

      protected override createServices(props: GcpServicesProps): GcpServices {
        return new GcpServices(this, "services", { ...props, additionalServices: ["bigquerydatatransfer"] });
      }

      protected override createAccess(props: Omit<GcpAccessProps, "identity" | "billingExport">): GcpAccess {
        const { identity, billingExport } = this;
        return new GcpAccess(this, "access", { ...props, identity, billingExport, roleIdSuffix: "v2" });
      }
    }
    const stack = gcpStack();
    new Company(stack, "finops", NEW_STORAGE);
    const template = Template.of(stack);
    expect(template.addresses).toEqual(synth({ datasetAccess: "UNTIL_EXPORT_READY" }).addresses);
    expect(template.resource("google_bigquery_dataset").labels).toEqual({ team: "finops" });
    expect(template.resource("google_organization_iam_custom_role").role_id).toBe("billing_finops_project_viewer_v2");
    expect(fieldKeys(template)).toEqual(formWithout("detailed_billing_table_id"));
  });
});
