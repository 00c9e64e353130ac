import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user";
import { type S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  AwsIdentity,
  type AwsIdentityProps,
  AwsIntegration,
  type AwsIntegrationProps,
  AwsReportFormat,
} from "cdktf-finops/aws";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { awsStack, statementsOf } from "../support/aws";
import { refusal, Template } from "../support/template";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const integrationIn = (stack: TerraformStack, props: Partial<AwsIntegrationProps> = {}): AwsIntegration =>
  new AwsIntegration(stack, "finops", { bucketName: "acme-billing-export", ...props });

const synth = (props?: Partial<AwsIntegrationProps>): Template => {
  const stack = awsStack();
  integrationIn(stack, props);
  return Template.of(stack);
};

describe("an integration of a bucket's name alone", () => {
  const template = synth();

  it("creates these resources, and no other", () => {
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

  it("has the secret in one place: a sensitive output", () => {
    const secret = `\${${template.address("aws_iam_access_key")}.secret}`;
    const { finops_secret_access_key: output, ...others } = template.outputs;
    expect(output).toMatchObject({ value: secret, sensitive: true });
    expect(JSON.stringify({ ...template.json, output: others })).not.toContain(".secret}");
  });

  it("leaves nothing to be done by hand", () => {
    expect(integrationIn(awsStack()).manualSteps).toEqual([]);
  });

  it("tells all that it grants, to the platform and to the report service", () => {
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

describe("an integration, as told", () => {
  it("hands each property to the part that it is for", () => {
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

  it("makes everything by the provider passed", () => {
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

  it("passes on the manual step of a key of one's own", () => {
    const handOff = synth({ kmsKeyArn: KEY }).output("finops_handoff").value as { manual_steps: { key: string }[] };
    expect(handOff.manual_steps.map((step) => step.key)).toEqual(["kms_key_policy"]);
  });
});

describe("an integration whose identifiers are variables", () => {
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

  it("leaves them to Terraform", () => {
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

  it("has Terraform check them, each on the main resource of its part", () => {
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

  // Taken from the report, whose precondition has to hold before anything else has it.
  const prefix = `\${${template.address("aws_cur_report_definition")}.s3_prefix}`;

  it("derives from them what the platform may read", () => {
    const statements = statementsOf(template, "aws_iam_policy");
    expect(statements.ListExport?.Condition).toEqual({
      StringLike: { "s3:prefix": `${prefix}/*` },
    });
    expect(statements.ReadExport?.Resource).toEqual([`\${${template.address("aws_s3_bucket")}.arn}/${prefix}/*`]);
    expect(statements.DecryptExport?.Resource).toEqual(["${var.key}"]);
  });

  it("derives from them what is handed over", () => {
    expect(template.output("finops_bucket_path").value).toMatch(
      /^s3:\/\/\$\{aws_s3_bucket\.\w+\.bucket\}\/\$\{aws_cur_report_definition\.\w+\.s3_prefix\}\/\$\{aws_cur_report_definition\.\w+\.report_name\}$/,
    );
  });
});

describe("what an integration refuses", () => {
  it("is told for all parts at once, and leaves nothing in the tree", () => {
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

  it("is what one of its parts refuses in combination", () => {
    expect(
      refusal(() =>
        integrationIn(awsStack(), { accessLogBucketName: "acme-billing-export", additionalArtifacts: ["ATHENA"] }),
      ),
    ).toBe(
      [
        "AwsIntegration at billing/finops: 2 problems",
        `  - 'accessLogBucketName' must not be the bucket itself, got: "acme-billing-export", whose log would be logged in turn, without end; name another bucket`,
        "  - 'format' must be AwsReportFormat.PARQUET when 'additionalArtifacts' has ATHENA, got: textORcsv",
      ].join("\n"),
    );
  });

  it("is an unknown property, with the known ones", () => {
    expect(refusal(() => integrationIn(awsStack(), { forceDestroy: true } as Partial<AwsIntegrationProps>))).toBe(
      `AwsIntegration at billing/finops: "forceDestroy" is not a known property; known are outputPrefix, provider, tags, ` +
        "userName, iamPath, accessKeyStatus, permissionsBoundaryArn, bucketName, kmsKeyArn, noncurrentVersionDays, " +
        "accessLogBucketName, retain, reportName, s3Prefix, timeUnit, format, additionalSchemaElements, " +
        "additionalArtifacts, reportVersioning, refreshClosedReports, policyName",
    );
  });

  it.each([undefined, null, "acme", 42, ["acme"]])("is %j in place of its props", (props) => {
    const stack = awsStack();
    expect(() => new AwsIntegration(stack, "finops", props as unknown as AwsIntegrationProps)).toThrow(
      /the props must be an object/,
    );
  });

  it("is any name that another integration has: none of the refused one stays", () => {
    const names = {
      bucketName: "acme-billing-export",
      userName: "u",
      policyName: "p",
      reportName: "r",
      outputPrefix: "o",
    };
    const stack = awsStack();
    integrationIn(stack, names);
    expect(refusal(() => new AwsIntegration(stack, "second", names))).toBe(
      [
        "AwsIntegration at billing/second: 5 problems",
        ...[
          ["outputPrefix", "stack", "o", "outputs"],
          ["userName", "stack", "u", "IAM user"],
          ["bucketName", "program", "acme-billing-export", "S3 bucket"],
          ["reportName", "stack", "r", "Cost & Usage Report"],
          ["policyName", "stack", "p", "IAM policy"],
        ].map(
          ([property = "", within = "", name = "", kind = ""]) =>
            `  - '${property}' must be unique in the ${within}, got: "${name}", which billing/finops already uses for its ${kind}; choose another`,
        ),
      ].join("\n"),
    );
    expect(stack.node.tryFindChild("second")).toBeUndefined();
  });
});

describe("several integrations", () => {
  it("stand side by side in one stack, and in many", () => {
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
});

describe("the way out of what an integration makes", () => {
  it("leads through its parts, whose main resource is their default child", () => {
    const stack = awsStack();
    const { identity, storage, billingExport, access } = integrationIn(stack);
    expect(identity.node.defaultChild).toBe(identity.user);
    expect(storage.node.defaultChild).toBe(storage.bucket);
    expect(billingExport.node.defaultChild).toBe(billingExport.report);
    expect(access.node.defaultChild).toBe(access.policy);
    (storage.node.defaultChild as S3Bucket).addOverride("force_destroy", true);
    expect(Template.of(stack).resource("aws_s3_bucket").force_destroy).toBe(true);
  });

  it("leads through a subclass that makes a part differently", () => {
    class Prefixed extends AwsIntegration {
      protected override createIdentity(props: AwsIdentityProps): AwsIdentity {
        return new AwsIdentity(this, "identity", { ...props, userName: `svc-${props.userName ?? ""}` });
      }
    }
    const stack = awsStack();
    const { identity } = new Prefixed(stack, "finops", { bucketName: "acme-billing-export" });
    expect(identity.user).toBeInstanceOf(IamUser);
    expect(Template.of(stack).resource("aws_iam_user").name).toBe("svc-billing-finops");
  });
});
