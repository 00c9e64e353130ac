import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { scripts } from "../package.json";
import * as aws from "cdktf-finops/aws";
import { awsStack } from "./support/aws";
import { Clone } from "./support/clone";
import { CATALOGUES, document, withPermissions } from "./support/docs";
import { readmeProgram } from "./support/readme";
import { Template } from "./support/template";

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

/** The anchors of a document's headings, as they are made on the web. */
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

  it("links to what is there, headings too", () => {
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

  it("names scripts that are there", () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script ?? "");
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it("names files that are there", () => {
    const named = [...text.matchAll(/(?<![\w/.<-])((?:lib|test|examples|docs|api)\/[\w./-]*\w)/g)].map(
      ([, path]) => path ?? "",
    );
    // One's own settings are in nobody's clone.
    const own = ["examples/settings.local.json"];
    expect(named.filter((path) => !own.includes(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("the program in README.md", () => {
  const clone = Clone.make();
  const program = readmeProgram();

  afterAll(() => {
    clone.remove();
  });

  it("has twelve lines, and runs", () => {
    expect(program.trimEnd().split("\n")).toHaveLength(12);
    writeFileSync(clone.path("examples/readme.ts"), program);
    expect(clone.run("node", "--import", "tsx", "examples/readme.ts")).toMatchObject({ code: 0, stderr: "" });
    const { output } = JSON.parse(readFileSync(clone.path("cdktf.out/stacks/billing/cdk.tf.json"), "utf8")) as {
      output: object;
    };
    expect(Object.keys(output)).toContain("finops_handoff");
  });
});

describe("the ways in that docs/aws.md tells", () => {
  const text = readFileSync(join(ROOT, "docs/aws.md"), "utf8");
  const ways = [...text.matchAll(/^\|[^|]+\|[^|]+\| `((?:identity|storage|billingExport): .+?)` +\|$/gm)].map(
    ([, code]) => code ?? "",
  );
  const given = {
    bucketName: "acme-billing",
    userName: "platform",
    roleName: "platform",
    reportName: "hourly",
    trustedPrincipalArn: "arn:aws:iam::444455556666:root",
    externalId: "0b7c1f52-6d3e-4a58-9f41-2c8e7d90a613",
  };

  it.each(ways)("works as written: %s", (code) => {
    const stack = awsStack();
    const names = { ...aws, ...given, stack };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what people copy from the document
    const props = new Function(...Object.keys(names), `return { ${code} }`) as (...values: unknown[]) => object;
    const passed = props(...Object.values(names));
    const own = /^(storage|billingExport):/.test(code) ? {} : { bucketName: "acme-billing-export" };
    new aws.AwsIntegration(stack, "finops", { ...own, ...passed });
    expect(() => Template.of(stack)).not.toThrow();
  });

  it("are several for each part", () => {
    expect(ways.length).toBeGreaterThan(4);
  });
});

describe("what docs/aws.md does differently", () => {
  const clone = Clone.make();

  afterAll(() => {
    clone.remove();
  });

  it("compiles and runs as written", () => {
    const blocks = [...readFileSync(join(ROOT, "docs/aws.md"), "utf8").matchAll(/```ts\n([^]*?)```/g)];
    const program = [
      'import { AwsProvider } from "@cdktf/provider-aws/lib/provider";',
      'import { type S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";',
      'import { AwsBillingExport, type AwsBillingExportProps, AwsIntegration } from "cdktf-finops/aws";',
      'import { App, TerraformStack } from "cdktf";',
      "const app = new App();",
      'const stack = new TerraformStack(app, "billing");',
      'new AwsProvider(stack, "aws", { region: "us-east-1" });',
      ...blocks.map(([, code]) => code ?? ""),
      'new CompanyIntegration(stack, "company", { bucketName: "acme-billing-company" });',
      "app.synth();",
    ];
    expect(blocks).toHaveLength(2);
    writeFileSync(clone.path("examples/differently.ts"), program.join("\n"));
    // The clone has no tests, and so no types of jest.
    const compiled = clone.run("node_modules/.bin/tsc", "--noEmit", "--types", "node");
    expect(compiled).toMatchObject({ code: 0, stdout: "" });
    expect(clone.run("node", "--import", "tsx", "examples/differently.ts")).toMatchObject({ code: 0, stderr: "" });
    const { resource } = JSON.parse(readFileSync(clone.path("cdktf.out/stacks/billing/cdk.tf.json"), "utf8")) as {
      resource: Record<string, Record<string, Record<string, unknown>>>;
    };
    const made = (type: string, key: string): unknown[] => Object.values(resource[type] ?? {}).map((one) => one[key]);
    expect(made("aws_s3_bucket", "object_lock_enabled")).toEqual([undefined, true]);
    expect(made("aws_cur_report_definition", "time_unit")).toEqual(["DAILY", "HOURLY"]);
    expect(made("aws_s3_bucket_policy", "policy").join()).toContain("AllowAudit");
  });
});

describe.each(Object.entries(CATALOGUES))("the document of the cloud %s", (cloud, catalogue) => {
  const text = readFileSync(document(cloud), "utf8");

  it("lists what is granted as the catalogue does; after a change of that run 'npm run docs'", () => {
    expect(withPermissions(text, catalogue)).toBe(text);
  });

  it("names a test that is there for each refusal", () => {
    const table = text.slice(text.indexOf("## What is refused"), text.indexOf("Not refused, and why:"));
    const rows = table.split("\n").filter((line) => line.startsWith("| ") && !/^\| (-|what would happen)/.test(line));
    const tests = rows.map((row) => /\]\(\.\.\/(test\/[\w/.-]+)\): (.+?) +\|$/.exec(row)?.slice(1) ?? [row, ""]);
    expect(tests.length).toBeGreaterThan(20);
    const titled = (file = "", title = ""): boolean =>
      title !== "" && readFileSync(join(ROOT, file), "utf8").includes(`"${title}"`);
    expect(tests.filter(([file, title]) => !titled(file, title))).toEqual([]);
  });
});
