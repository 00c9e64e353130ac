import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  AwsBillingExport,
  type AwsBillingExportProps,
  AwsIdentity,
  type AwsIdentityProps,
  AwsIntegration,
  type AwsIntegrationProps,
  AwsReportFormat,
  AwsRoleIdentity,
  AwsStorage,
  type IAwsBillingExport,
  type IAwsIdentity,
  type IAwsStorage,
} from "cdktf-finops/aws";
import { TerraformResource, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { awsStack, statementsOf } from "../support/aws";
import { type AnyProps } from "../support/props";
import { emptyStack, problemsOf, refusal, Template } from "../support/template";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const integrationIn = (stack: TerraformStack, props: AnyProps<AwsIntegrationProps> = {}): AwsIntegration =>
  new AwsIntegration(stack, "finops", { bucketName: "acme-billing-export", ...props } as AwsIntegrationProps);

type CreateProps = (stack: TerraformStack) => AnyProps<AwsIntegrationProps>;

/** Synthesizes an integration with exactly these props. */
const build = (createProps: CreateProps): { integration: AwsIntegration; template: Template } => {
  const stack = awsStack();
  const integration = new AwsIntegration(stack, "finops", createProps(stack) as AwsIntegrationProps);
  return { integration, template: Template.of(stack) };
};

const synth = (props?: AnyProps<AwsIntegrationProps>): Template =>
  build(() => ({ bucketName: "acme-billing-export", ...props })).template;

const EXTERNAL_ID = "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613";
const role = (stack: TerraformStack, tags?: Record<string, string>): AwsRoleIdentity =>
  new AwsRoleIdentity(stack, "role", {
    trustedPrincipalArn: "arn:aws:iam::444455556666:root",
    externalId: EXTERNAL_ID,
    tags,
  });
const existingUser = (stack: TerraformStack, provider?: AwsProvider): IAwsIdentity =>
  AwsIdentity.fromUser(stack, "user", { userName: "platform", provider });
const existingBucket = (stack: TerraformStack, policy: "MERGE" | "ELSEWHERE" = "MERGE"): IAwsStorage =>
  AwsStorage.fromBucket(stack, "bucket", { bucketName: "acme-billing", policy });
const existingReport = (stack: TerraformStack): IAwsBillingExport =>
  AwsBillingExport.fromReport(stack, "report", { reportName: "hourly" });

describe("an integration with only its required props", () => {
  const template = synth();

  it("creates these resources, and no others", () => {
    expect(template.resourceTypes).toEqual({
      aws_iam_user: 1,
      aws_iam_access_key: 1,
      aws_iam_policy: 1,
      aws_iam_user_policy_attachment: 1,
      aws_s3_bucket: 1,
      aws_s3_bucket_public_access_block: 1,
      aws_s3_bucket_ownership_controls: 1,
      aws_s3_bucket_policy: 1,
      aws_s3_bucket_versioning: 1,
      aws_s3_bucket_server_side_encryption_configuration: 1,
      aws_s3_bucket_lifecycle_configuration: 1,
      aws_cur_report_definition: 1,
    });
  });

  it("names user, policy and report after its path", () => {
    expect(template.resource("aws_iam_user").name).toBe("billing-finops");
    expect(template.resource("aws_iam_policy").name).toBe("billing-finops");
    expect(template.resource("aws_cur_report_definition").report_name).toBe("billing-finops");
  });

  it("fills in every field of the platform's form", () => {
    const value = (key: string): unknown => template.output(`finops_${key}`).value;
    const [user, key, bucket, report] = [
      "aws_iam_user",
      "aws_iam_access_key",
      "aws_s3_bucket",
      "aws_cur_report_definition",
    ].map((type) => template.address(type));
    expect(value("account_id")).toMatch(/^\$\{data\.aws_caller_identity\.\w+\.account_id\}$/);
    expect(value("user_arn")).toBe(`\${${user}.arn}`);
    expect(value("access_key_id")).toBe(`\${${key}.id}`);
    expect(value("secret_access_key")).toBe(`\${${key}.secret}`);
    expect(value("bucket_name")).toBe(`\${${bucket}.bucket}`);
    expect(value("bucket_region")).toBe("us-east-1");
    expect(value("bucket_path")).toBe(`s3://\${${bucket}.bucket}/cur/\${${report}.report_name}`);
    expect(value("report_name")).toBe(`\${${report}.report_name}`);
    expect(value("report_arn")).toMatch(
      /^arn:\$\{data\.aws_partition\.\w+\.partition\}:cur:us-east-1:\$\{data\.aws_caller_identity\.\w+\.account_id\}:definition\/\$\{aws_cur_report_definition\.\w+\.report_name\}$/,
    );
  });

  it("writes the secret to one place only, a sensitive output", () => {
    const secret = `\${${template.address("aws_iam_access_key")}.secret}`;
    const { finops_secret_access_key: output, ...others } = template.outputs;
    expect(output).toMatchObject({ value: secret, sensitive: true });
    expect(JSON.stringify({ ...template.json, output: others })).not.toContain(".secret}");
  });

  it("has no manual steps", () => {
    expect(integrationIn(awsStack()).manualSteps).toEqual([]);
  });

  it("reports all permissions that it grants, to the platform and to the report service", () => {
    expect(integrationIn(awsStack()).permissions.map(({ id, grantee }) => `${id}: ${grantee}`)).toEqual([
      "LocateExport: platform identity",
      "ListExport: platform identity",
      "ReadExport: platform identity",
      "ReadOrganization: platform identity",
      "ReadOrganizationTree: platform identity",
      "SimulateSelf: platform identity",
      "CheckBucket: billingreports.amazonaws.com",
      "DeliverReports: billingreports.amazonaws.com",
    ]);
  });
});

describe("an integration with all options", () => {
  it("passes each property to its part", () => {
    const template = synth({
      userName: "u-name",
      policyName: "p-name",
      iamPath: "/finops/",
      accessKeyStatus: "Inactive",
      permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
      kmsKeyArn: KEY,
      noncurrentVersionDays: 30,
      accessLogBucketName: "acme-logs",
      retain: false,
      reportName: "r-name",
      s3Prefix: "exports",
      timeUnit: "DAILY",
      format: AwsReportFormat.PARQUET,
      additionalSchemaElements: [],
      additionalArtifacts: ["ATHENA"],
      reportVersioning: "OVERWRITE_REPORT",
      refreshClosedReports: false,
      tags: { team: "finops" },
      outputPrefix: "acme",
    });
    expect(template.resource("aws_iam_user")).toMatchObject({
      name: "u-name",
      path: "/finops/",
      permissions_boundary: "arn:aws:iam::111122223333:policy/boundary",
    });
    expect(template.resource("aws_iam_access_key")).toMatchObject({ status: "Inactive" });
    expect(template.resource("aws_iam_policy")).toMatchObject({ name: "p-name", path: "/finops/" });
    expect(template.resource("aws_s3_bucket")).not.toHaveProperty("lifecycle");
    expect(template.resource("aws_s3_bucket_logging")).toMatchObject({ target_bucket: "acme-logs" });
    expect(template.resource("aws_cur_report_definition")).toMatchObject({
      report_name: "r-name",
      s3_prefix: "exports",
      time_unit: "DAILY",
      format: "Parquet",
      additional_artifacts: ["ATHENA"],
      refresh_closed_reports: false,
    });
    const tagged = ["aws_iam_user", "aws_iam_policy", "aws_s3_bucket", "aws_cur_report_definition"];
    expect(tagged.map((type) => template.resource(type).tags)).toEqual(Array(4).fill({ team: "finops" }));
    expect(Object.keys(template.outputs)).toContain("acme_handoff");
  });

  it("creates everything with the provider that is passed", () => {
    const stack = awsStack("eu-central-1");
    const provider = new AwsProvider(stack, "payer", { region: "us-east-1", alias: "payer" });
    integrationIn(stack, { provider });
    const { json } = Template.of(stack);
    const blocks = [json.resource, json.data].flatMap((section) =>
      Object.values(section as Record<string, Record<string, Record<string, unknown>>>).flatMap((byName) =>
        Object.values(byName),
      ),
    );
    expect(blocks).toHaveLength(14);
    expect(blocks.map((block) => block.provider)).toEqual(Array(14).fill("aws.payer"));
  });

  it("reports the manual step of a KMS key in the hand-off", () => {
    const handOff = synth({ kmsKeyArn: KEY }).output("finops_handoff").value as { manual_steps: { key: string }[] };
    expect(handOff.manual_steps.map((step) => step.key)).toEqual(["kms_key_policy"]);
  });
});

describe("preconditions for unresolved tokens", () => {
  const stack = awsStack();
  const variable = (name: string): string => new TerraformVariable(stack, name, { type: "string" }).stringValue;
  const days = new TerraformVariable(stack, "days", { type: "number" }).numberValue;
  new AwsIntegration(stack, "finops", {
    bucketName: variable("bucket_name"),
    userName: variable("user_name"),
    policyName: variable("policy_name"),
    iamPath: variable("iam_path"),
    permissionsBoundaryArn: variable("boundary"),
    kmsKeyArn: variable("key"),
    accessLogBucketName: variable("log_bucket"),
    noncurrentVersionDays: days,
    reportName: variable("report_name"),
    s3Prefix: variable("prefix"),
    tags: { team: variable("team") },
  });
  const template = Template.of(stack);

  it("leave the tokens in the arguments of the resources", () => {
    expect(template.resource("aws_s3_bucket")).toMatchObject({
      bucket: "${var.bucket_name}",
      tags: { team: "${var.team}" },
    });
    expect(template.resource("aws_iam_user")).toMatchObject({
      name: "${var.user_name}",
      path: "${var.iam_path}",
      permissions_boundary: "${var.boundary}",
    });
    expect(template.resource("aws_iam_policy")).toMatchObject({ name: "${var.policy_name}" });
    expect(template.resource("aws_cur_report_definition")).toMatchObject({
      report_name: "${var.report_name}",
      s3_prefix: "${var.prefix}",
    });
    expect(template.resource("aws_s3_bucket_logging")).toMatchObject({
      target_bucket: "${var.log_bucket}",
      target_prefix: "${var.bucket_name}/",
    });
    expect(template.resource("aws_s3_bucket_lifecycle_configuration").rule).toMatchObject([
      { noncurrent_version_expiration: [{ noncurrent_days: "${var.days}" }] },
    ]);
  });

  it("check each value on the main resource of its part", () => {
    const checked = (type: string): unknown[] => {
      const { lifecycle } = template.resource(type) as { lifecycle?: { precondition?: { error_message: string }[] } };
      const names = lifecycle?.precondition?.map((one) => /: '(\w+)' must /.exec(one.error_message)?.[1]) ?? [];
      return [...new Set(names)].sort();
    };
    expect(checked("aws_iam_user")).toEqual(["iamPath", "permissionsBoundaryArn", "userName"]);
    expect(checked("aws_s3_bucket")).toEqual([
      "accessLogBucketName",
      "bucketName",
      "kmsKeyArn",
      "noncurrentVersionDays",
    ]);
    expect(checked("aws_cur_report_definition")).toEqual(["reportName", "s3Prefix"]);
    expect(checked("aws_iam_policy")).toEqual(["iamPath", "policyName"]);
    expect(template.resource("aws_s3_bucket").lifecycle).toMatchObject({ prevent_destroy: true });
  });

  // Taken from the report, so that its precondition holds before any other resource uses the prefix.
  const prefix = `\${${template.address("aws_cur_report_definition")}.s3_prefix}`;

  it("apply before the platform gets access below the prefix", () => {
    const statements = statementsOf(template, "aws_iam_policy");
    expect(statements.ListExport?.Condition).toEqual({
      StringLike: { "s3:prefix": `${prefix}/*` },
    });
    expect(statements.ReadExport?.Resource).toEqual([`\${${template.address("aws_s3_bucket")}.arn}/${prefix}/*`]);
    expect(statements.DecryptExport?.Resource).toEqual(["${var.key}"]);
  });

  it("apply before the bucket path is output", () => {
    expect(template.output("finops_bucket_path").value).toMatch(
      /^s3:\/\/\$\{aws_s3_bucket\.\w+\.bucket\}\/\$\{aws_cur_report_definition\.\w+\.s3_prefix\}\/\$\{aws_cur_report_definition\.\w+\.report_name\}$/,
    );
  });
});

describe("validation of an integration", () => {
  it("reports the problems of all parts at once, and leaves nothing in the tree", () => {
    const stack = awsStack();
    expect(
      refusal(() =>
        integrationIn(stack, {
          bucketName: "Acme_Billing",
          userName: "fin ops",
          s3Prefix: "cur/",
          outputPrefix: "Finops",
        }),
      ),
    ).toBe(
      [
        "AwsIntegration at billing/finops: 4 problems",
        `  - 'outputPrefix' must be lower-case letters, digits and '_', beginning with a letter, got: "Finops"; for example "finops"`,
        `  - 'userName' must be letters, digits and _+=,.@-, got: "fin ops"; for example "finops-platform"`,
        `  - 'bucketName' must be 3-63 characters of a-z, 0-9, '.' and '-', got: "Acme_Billing"; for example "acme-billing-export"`,
        `  - 's3Prefix' must not end with '/' or '.', got: "cur/"; for example "cur"`,
      ].join("\n"),
    );
    expect(stack.node.children.map((child) => child.node.id)).toEqual(["aws"]);
  });

  it("reports combinations that one of its parts refuses", () => {
    expect(
      refusal(() =>
        integrationIn(awsStack(), { accessLogBucketName: "acme-billing-export", additionalArtifacts: ["ATHENA"] }),
      ),
    ).toBe(
      [
        "AwsIntegration at billing/finops: 2 problems",
        `  - 'accessLogBucketName' must not be the bucket itself, got: "acme-billing-export"; name another bucket, because each delivery of the log would be logged in turn, without end`,
        "  - 'format' must be AwsReportFormat.PARQUET when 'additionalArtifacts' includes ATHENA, got: textORcsv",
      ].join("\n"),
    );
  });

  it("refuses an unknown property, and lists the known ones", () => {
    expect(refusal(() => integrationIn(awsStack(), { forceDestroy: true } as AnyProps<AwsIntegrationProps>))).toBe(
      `AwsIntegration at billing/finops: "forceDestroy" is not a known property; known are outputPrefix, identity, billingExport, storage, provider, tags, ` +
        "userName, iamPath, createAccessKey, accessKeyStatus, permissionsBoundaryArn, bucketName, accountId, kmsKeyArn, noncurrentVersionDays, " +
        "accessLogBucketName, retain, accountType, reportName, s3Prefix, timeUnit, format, additionalSchemaElements, " +
        "additionalArtifacts, reportVersioning, refreshClosedReports, policyName",
    );
  });

  it.each([null, "acme", 42, ["acme"]])("refuses %j as its props", (props) => {
    const stack = awsStack();
    expect(() => new AwsIntegration(stack, "finops", props as unknown as AwsIntegrationProps)).toThrow(
      /the props must be an object/,
    );
  });

  it("refuses at synthesis all names that another integration uses, until one of the two is removed", () => {
    const names = {
      bucketName: "acme-billing-export",
      userName: "u",
      policyName: "p",
      reportName: "r",
      outputPrefix: "o",
    };
    const stack = awsStack();
    integrationIn(stack, names);
    new AwsIntegration(stack, "second", names);
    expect(problemsOf(stack)).toBe(
      [
        ["AwsIntegration", "", "outputPrefix", "stack", "o", "outputs"],
        ["AwsIdentity", "/identity", "userName", "stack", "u", "IAM user"],
        [
          "AwsStorage",
          "/storage",
          "bucketName",
          "program",
          "acme-billing-export",
          "S3 bucket",
          ", or, within a stack, pass the storage of the other construct as 'storage'",
        ],
        ["AwsBillingExport", "/billing_export", "reportName", "stack", "r", "Cost & Usage Report"],
        ["AwsAccess", "/access", "policyName", "stack", "p", "IAM policy"],
      ]
        .map(
          ([type = "", part = "", property = "", within = "", name = "", kind = "", or = ""]) =>
            `[billing] ${type} at billing/second${part}: '${property}' must be unique in the ${within}, got: "${name}", which billing/finops${part} already uses for its ${kind}; choose another${or}`,
        )
        .join("\n"),
    );
    stack.node.tryRemoveChild("finops");
    expect(problemsOf(stack)).toBe("");
  });
});

describe("parts that are passed", () => {
  const keys = (template: Template): string[] =>
    (template.output("finops_handoff").value as { fields: { key: string }[] }).fields.map(({ key }) => key);

  it("replace the user with a role, whose rows are in the form's order", () => {
    const { integration, template } = build((stack) => ({ bucketName: "acme-b", identity: role(stack) }));
    expect(integration.identity).toBeInstanceOf(AwsRoleIdentity);
    expect(template.resourceTypes).not.toHaveProperty("aws_iam_user");
    expect(template.resource("aws_iam_role_policy_attachment").role).toBe(
      `\${${template.address("aws_iam_role")}.name}`,
    );
    expect(keys(template)).toEqual([
      "account_id",
      "role_arn",
      "external_id",
      "bucket_name",
      "bucket_region",
      "bucket_path",
      "report_name",
      "report_arn",
    ]);
    expect(Object.values(template.outputs).filter(({ sensitive }) => sensitive === true)).toEqual([]);
    expect(integration.permissions.map(({ id }) => id)).toContain("AssumeRole");
  });

  it("let a role simulate its own permissions", () => {
    const { template } = build((stack) => ({ bucketName: "acme-b", identity: role(stack) }));
    expect(statementsOf(template, "aws_iam_policy").SimulateSelf?.Resource).toEqual([
      `\${${template.address("aws_iam_role")}.arn}`,
    ]);
  });

  it("get the policy attached if they are an existing user or role", () => {
    const stack = awsStack();
    integrationIn(stack, { identity: existingUser(stack) });
    new AwsIntegration(stack, "second", {
      bucketName: "acme-b",
      identity: AwsIdentity.fromRole(stack, "role", { roleName: "platform", externalId: EXTERNAL_ID }),
    });
    const template = Template.of(stack);
    expect(template.resource("aws_iam_user_policy_attachment").user).toMatch(
      /^\$\{data\.aws_iam_user\.\w+\.user_name\}$/,
    );
    expect(template.resource("aws_iam_role_policy_attachment").role).toMatch(/^\$\{data\.aws_iam_role\.\w+\.name\}$/);
  });

  it("take the report in an existing bucket, once its policy allows the report service", () => {
    const { integration, template } = build((stack) => ({ storage: existingBucket(stack) }));
    expect(integration.storage.node.path).toBe("billing/bucket");
    expect(template.resourceTypes).not.toHaveProperty("aws_s3_bucket");
    expect(template.resource("aws_cur_report_definition")).toMatchObject({
      s3_bucket: expect.stringMatching(/^\$\{data\.aws_s3_bucket\.\w+\.bucket\}$/) as unknown,
      depends_on: [template.address("aws_s3_bucket_policy")],
    });
  });

  it("output the statements for a policy that is managed elsewhere, and leave out only the report", () => {
    const { integration, template } = build((stack) => ({ storage: existingBucket(stack, "ELSEWHERE") }));
    expect(Object.keys(template.output("finops_bucket_policy").value as object)).toEqual(["Bucket", "Policy"]);
    expect(integration.manualSteps.map(({ key }) => key)).toEqual(["bucket_policy"]);
    expect(template.resource("aws_cur_report_definition").count).toBe(0);
    expect(JSON.stringify([template.outputs, template.json.resource])).not.toMatch(/\$\{aws_cur_report_definition/);
    expect(template.resource("aws_iam_access_key")).toBeDefined();
  });

  it("let the platform read an existing report, below its prefix only", () => {
    const { integration, template } = build((stack) => ({ billingExport: existingReport(stack) }));
    expect(integration.billingExport.node.path).toBe("billing/report");
    expect(integration.storage).toBe(integration.billingExport.storage);
    expect(Object.keys(template.resourceTypes).sort()).toEqual([
      "aws_iam_access_key",
      "aws_iam_policy",
      "aws_iam_user",
      "aws_iam_user_policy_attachment",
    ]);
    expect(statementsOf(template, "aws_iam_policy").ReadExport?.Resource).toEqual([
      expect.stringMatching(
        /^\$\{data\.aws_s3_bucket\.\w+\.arn\}\/\$\{data\.aws_cur_report_definition\.\w+\.s3_prefix\}\/\*$/,
      ),
    ]);
  });

  it("work for a member account, whose limitations are in the hand-off, too", () => {
    const { integration, template } = build(() => ({ bucketName: "acme-b", accountType: "MEMBER" }));
    const { limitations } = template.output("finops_handoff").value as { limitations: string[] };
    expect(limitations).toHaveLength(2);
    expect(integration.limitations).toEqual(limitations);
    expect(integration.permissions.map(({ feature }) => feature)).not.toContain("organization");
  });

  it("work without an access key, which a person creates", () => {
    const template = synth({ createAccessKey: false });
    expect(keys(template)).not.toContain("secret_access_key");
    expect(template.output("finops_access_key").value).toEqual({
      User: `\${${template.address("aws_iam_user")}.name}`,
    });
  });

  it("need no default name, so that the path of the integration can be longer", () => {
    const stack = awsStack();
    const identity = role(stack);
    const id = "x".repeat(60);
    expect(() => new AwsIntegration(stack, id, { bucketName: "acme-b", identity })).not.toThrow();
    expect(refusal(() => new AwsIntegration(stack, `y${id}`, { bucketName: "acme-c" }))).toContain(
      "'userName' must be",
    );
  });
});

describe("validation of passed parts", () => {
  const refusalOf = (createProps: CreateProps): string => refusal(() => build(createProps));

  it("refuses a missing bucket name when no storage is passed", () => {
    expect(refusalOf(() => ({}))).toBe(
      `AwsIntegration at billing/finops: 'bucketName' is required: it must be 3-63 characters of a-z, 0-9, '.' and '-'; for example "acme-billing-export"`,
    );
  });

  it("refuses the properties of a part that is passed", () => {
    expect(
      refusalOf((stack) => ({
        identity: existingUser(stack),
        storage: existingBucket(stack),
        userName: "u",
        bucketName: "acme-billing-export",
        retain: false,
      })),
    ).toBe(
      [
        "AwsIntegration at billing/finops: 3 problems",
        `  - 'userName' must be left out when 'identity' is passed (set it on that construct, if supported), got: "u"`,
        `  - 'bucketName' must be left out when 'storage' is passed (set it on that construct, if supported), got: "acme-billing-export"`,
        "  - 'retain' must be left out when 'storage' is passed (set it on that construct, if supported), got: false",
      ].join("\n"),
    );
  });

  it("refuses the properties of bucket and report when a report is passed", () => {
    const problem = refusalOf((stack) => ({
      billingExport: existingReport(stack),
      bucketName: "acme-billing-export",
      reportName: "daily",
    }));
    expect(problem).toContain(
      `'bucketName' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: "acme-billing-export"`,
    );
    expect(problem).toContain(
      `'reportName' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: "daily"`,
    );
  });

  it("refuses a storage when a report is passed", () => {
    expect(refusalOf((stack) => ({ billingExport: existingReport(stack), storage: existingBucket(stack) }))).toBe(
      "AwsIntegration at billing/finops: 'storage' must be left out when 'billingExport' is passed (set it on that construct, if supported), got: an object",
    );
  });

  it("refuses a part in another stack, and a value that is not a part", () => {
    const other = new TerraformStack(Testing.app(), "other");
    const identity = existingUser(other);
    expect(refusalOf(() => ({ bucketName: "acme-b", identity }))).toBe(
      "AwsIntegration at billing/finops: 'identity' must be in the stack of the construct, got: other/user; create it in billing",
    );
    expect(refusalOf(() => ({ bucketName: "acme-b", identity: "platform" as unknown as AwsIdentity }))).toBe(
      `AwsIntegration at billing/finops: 'identity' must be an IAwsIdentity, got: "platform"; for example new AwsIdentity(…), new AwsRoleIdentity(…), AwsIdentity.fromUser(…) or AwsIdentity.fromRole(…)`,
    );
  });

  it.each<[string, CreateProps]>([
    ["identity", (stack) => ({ bucketName: "acme-b", identity: existingUser(stack) })],
    ["storage", (stack) => ({ storage: existingBucket(stack) })],
    ["billingExport", (stack) => ({ billingExport: existingReport(stack) })],
  ])("refuses a part with another provider, which may use another account: %s", (property, createProps) => {
    const problem = refusalOf((stack) => ({
      ...createProps(stack),
      provider: new AwsProvider(stack, "payer", { alias: "payer", region: "us-east-1" }),
    }));
    expect(problem).toBe(
      `AwsIntegration at billing/finops: '${property}' must use the provider of the construct, got: the stack's default one; pass the same 'provider' to both`,
    );
  });

  it("refuses a part with a provider that the integration does not use", () => {
    const problem = refusalOf((stack) => {
      const provider = new AwsProvider(stack, "payer", { alias: "payer", region: "us-east-1" });
      return { bucketName: "acme-b", identity: existingUser(stack, provider) };
    });
    expect(problem).toBe(
      "AwsIntegration at billing/finops: 'identity' must use the provider of the construct, got: billing/payer; pass the same 'provider' to both",
    );
  });

  it("accepts the stack's default provider, passed to the part and implicit in the integration", () => {
    const stack = emptyStack();
    const provider = new AwsProvider(stack, "aws", { region: "us-east-1" });
    const identity = existingUser(stack, provider);
    expect(() => new AwsIntegration(stack, "finops", { bucketName: "acme-b", identity })).not.toThrow();
  });

  it("accepts options of created parts beside a passed part", () => {
    const options = { bucketName: "acme-b", iamPath: "/finops/", tags: { team: "finops" } };
    const { template } = build((stack) => ({ ...options, identity: existingUser(stack) }));
    expect(template.resource("aws_iam_policy")).toMatchObject({ path: "/finops/", tags: { team: "finops" } });
  });
});

describe("tags", () => {
  it("are set on all resources that support tags, whichever parts are passed", () => {
    const tags = { team: "finops" };
    const stack = awsStack();
    integrationIn(stack, { identity: role(stack, tags), tags });
    new AwsIntegration(stack, "second", { bucketName: "acme-b", tags });
    // The class of a resource shows whether it supports tags.
    const resources = stack.node
      .findAll()
      .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node));
    const taggable = resources.filter((resource) => "tagsInput" in resource);
    expect(new Set(taggable.map(({ terraformResourceType }) => terraformResourceType))).toEqual(
      new Set(["aws_iam_role", "aws_iam_user", "aws_iam_policy", "aws_s3_bucket", "aws_cur_report_definition"]),
    );
    expect(taggable.map((resource) => (resource as unknown as { tagsInput: unknown }).tagsInput)).toEqual(
      taggable.map(() => tags),
    );
  });
});

describe("several integrations", () => {
  it("coexist in one stack, and in several", () => {
    const app = Testing.app();
    const [one, two] = ["one", "two"].map((id) => {
      const stack = new TerraformStack(app, id);
      new AwsProvider(stack, "aws", { region: "us-east-1" });
      return stack;
    }) as [TerraformStack, TerraformStack];
    new AwsIntegration(one, "finops", { bucketName: "acme-a" });
    new AwsIntegration(one, "second", { bucketName: "acme-b" });
    new AwsIntegration(new Construct(two, "team"), "finops", { bucketName: "acme-c" });
    const template = Template.of(one);
    expect(template.resources("aws_iam_user").map((user) => user.name)).toEqual(["one-finops", "one-second"]);
    expect(Object.keys(template.outputs)).toHaveLength(20);
    expect(Object.keys(Template.of(two).outputs)).toContain("team_finops_user_arn");
  });

  it("have the same addresses and content in any order, and when others are added later", () => {
    const synthesized = (ids: readonly string[]): Record<string, unknown> => {
      const stack = awsStack();
      for (const id of ids) {
        new AwsIntegration(stack, id, { bucketName: `acme-${id}` });
      }
      const { resource, data, output } = Template.of(stack).json;
      return { resource, data, output };
    };
    expect(synthesized(["b", "a"])).toEqual(synthesized(["a", "b"]));
    expect(synthesized(["c", "a", "b"])).toMatchObject(synthesized(["a", "b"]));
  });

  it("can share an identity or a bucket", () => {
    const stack = awsStack();
    const identity = existingUser(stack);
    const storage = new AwsStorage(stack, "storage", { bucketName: "acme-billing-export" });
    new AwsIntegration(stack, "hourly", { identity, storage, s3Prefix: "hourly" });
    new AwsIntegration(stack, "daily", { identity, storage, s3Prefix: "daily", timeUnit: "DAILY" });
    expect(Template.of(stack).resourceTypes).toMatchObject({
      aws_iam_policy: 2,
      aws_s3_bucket: 1,
      aws_s3_bucket_policy: 1,
      aws_cur_report_definition: 2,
    });
  });

  it("can use the same names in two accounts, with two providers", () => {
    const stack = awsStack();
    const member = new AwsProvider(stack, "member", { region: "eu-central-1", alias: "member" });
    integrationIn(stack, { userName: "finops", policyName: "finops", reportName: "finops" });
    new AwsIntegration(stack, "second", {
      bucketName: "acme-member",
      userName: "finops",
      policyName: "finops",
      reportName: "finops",
      provider: member,
      accountType: "MEMBER",
    });
    const template = Template.of(stack);
    expect(template.resources("aws_iam_user").map(({ provider }) => provider)).toEqual([undefined, "aws.member"]);
    expect(template.resources("aws_s3_bucket").map(({ region }) => region)).toEqual([undefined, "us-east-1"]);
  });
});

describe("overrides of the integration", () => {
  it("reach the main resource of each part, its default child", () => {
    const stack = awsStack();
    const { identity, storage, billingExport, access } = integrationIn(stack);
    const types = [identity, storage, billingExport, access].map(
      ({ node }) => (node.defaultChild as TerraformResource).terraformResourceType,
    );
    expect(types).toEqual(["aws_iam_user", "aws_s3_bucket", "aws_cur_report_definition", "aws_iam_policy"]);
  });

  it("apply to each resource, by addOverride", () => {
    const stack = awsStack();
    const integration = integrationIn(stack);
    const resources = integration.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
    resources.forEach((resource, index) => {
      resource.addOverride("provisioner", [{ "local-exec": { command: `${index}` } }]);
    });
    const { resource } = Template.of(stack).json as {
      resource: Record<string, Record<string, { provisioner?: unknown }>>;
    };
    const overridden = Object.values(resource).flatMap((byName) => Object.values(byName));
    expect(overridden).toHaveLength(resources.length);
    expect(overridden.filter(({ provisioner }) => provisioner === undefined)).toEqual([]);
  });
});

describe("a subclass of the integration", () => {
  class Prefixed extends AwsIntegration {
    protected override createIdentity(props: AwsIdentityProps): AwsIdentity {
      return new AwsIdentity(this, "identity", { ...props, userName: `svc-${props.userName ?? ""}` });
    }
  }

  it("creates a part differently", () => {
    const stack = awsStack();
    const { identity } = new Prefixed(stack, "finops", { bucketName: "acme-billing-export" });
    expect(identity).toBeInstanceOf(AwsIdentity);
    expect(Template.of(stack).resource("aws_iam_user").name).toBe("svc-billing-finops");
  });

  it("claims the names that it creates, not those in its props", () => {
    const stack = awsStack();
    new Prefixed(stack, "finops", { bucketName: "acme-billing-export", userName: "platform" });
    new AwsIdentity(stack, "one", { userName: "platform" });
    expect(problemsOf(stack)).toBe("");
    new AwsIdentity(stack, "two", { userName: "svc-platform" });
    expect(problemsOf(stack)).toBe(
      `[billing] AwsIdentity at billing/two: 'userName' must be unique in the stack, got: "svc-platform", which billing/finops/identity already uses for its IAM user; choose another`,
    );
  });

  it("sets its own defaults, and keeps the addresses of the parts", () => {
    class Company extends AwsIntegration {
      constructor(scope: Construct, id: string, props: AwsIntegrationProps) {
        super(scope, id, { iamPath: "/finops/", noncurrentVersionDays: 30, ...props });
      }

      protected override createBillingExport(props: AwsBillingExportProps): AwsBillingExport {
        return new AwsBillingExport(this, "billing_export", { ...props, storage: this.storage, timeUnit: "DAILY" });
      }
    }
    const stack = awsStack();
    new Company(stack, "finops", { bucketName: "acme-billing-export" });
    const template = Template.of(stack);
    expect(template.addresses).toEqual(synth().addresses);
    expect(template.resource("aws_iam_user").path).toBe("/finops/");
    expect(template.resource("aws_cur_report_definition").time_unit).toBe("DAILY");
  });
});
