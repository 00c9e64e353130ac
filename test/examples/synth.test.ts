import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { STACKS } from "../../examples/stacks";
import { scripts } from "../../package.json";
import { type Block, Template } from "../support/template";
import { Clone } from "../support/clone";
import { type Run } from "../support/folder";

const FILES = Object.keys(STACKS).map((id) => `cdktf.out/stacks/${id}/cdk.tf.json`);

const CDKTF = join(__dirname, "../../node_modules/.bin/cdktf");

interface HandOff {
  readonly integration: string;
  readonly manual_steps: readonly { readonly title: string; readonly link: string }[];
  readonly limitations: readonly string[];
}

const read = (clone: Clone, file: string): Template =>
  new Template(JSON.parse(readFileSync(clone.path(file), "utf8")) as Block);
const handOffsOf = ({ outputs }: Template): HandOff[] =>
  Object.entries(outputs).flatMap(([name, { value }]) =>
    name.endsWith("_handoff") ? [{ ...(value as HandOff), integration: name.replace(/_handoff$/, "") }] : [],
  );
const words = (line: string): string[] => line.split(/[│\s]+/).filter((word) => word !== "");

describe("npm run synth", () => {
  const clones = [Clone.create(), Clone.create()] as const;
  // Without npm's own lines.
  const { code, stdout, stderr } = clones[0].run("npm", "run", "--silent", "synth");
  const other = clones[1].run("node", "--import", "tsx", "examples/main.ts");

  afterAll(() => {
    clones.forEach((clone) => {
      clone.remove();
    });
  });

  it.each(FILES)("writes %s: the same bytes in any folder, without a path of the machine", (file) => {
    expect([code, other.code]).toEqual([0, 0]);
    const [one, two] = clones.map((clone) => readFileSync(clone.path(file), "utf8"));
    expect(one).toBe(two);
    expect(one).not.toContain(clones[0].folder);
    expect(one).not.toContain(process.cwd());
  });

  it("prints one table, with a row per file", () => {
    const rows = Object.keys(STACKS).map((id, index) => {
      const file = FILES[index] ?? "";
      const template = read(clones[0], file);
      const resources = template.addresses.filter((address) => !address.startsWith("data.")).length;
      const [cloud = ""] = id.split("-");
      const steps = handOffsOf(template).flatMap((handOff) => handOff.manual_steps).length;
      return [id, cloud, `${resources}`, `${Object.keys(template.outputs).length}`, `${steps}`, file];
    });
    const [header, ...printed] = stdout
      .split("\n")
      .filter((line) => line.startsWith("│"))
      .map(words);
    expect(header).toEqual(["stack", "cloud", "resources", "outputs", "manual", "steps", "file"]);
    expect(printed).toEqual(rows);
  });

  it("prints manual steps, limitations, placeholder values and the next command, and nothing else", () => {
    const all = Object.keys(STACKS).flatMap((id, index) =>
      handOffsOf(read(clones[0], FILES[index] ?? "")).map((handOff) => ({
        ...handOff,
        integration: `${id}, ${handOff.integration}`,
      })),
    );
    expect(stderr).toBe("");
    expect(stdout.split("\n").filter((line) => !/^[│┌├└]/.test(line))).toEqual([
      "Manual steps:",
      ...all.flatMap(({ integration, manual_steps }) =>
        manual_steps.map(({ title, link }) => `  ${integration}: ${title} (${link})`),
      ),
      "Limitations:",
      ...all.flatMap(({ integration, limitations }) => limitations.map((text) => `  ${integration}: ${text}`)),
      `Placeholder values still in use by: ${Object.keys(STACKS).join(", ")}. Put your own into examples/settings.local.json.`,
      "Next: npx cdktf diff aws-minimal  (needs Terraform and credentials, see examples/aws-minimal/README.md)",
      "",
    ]);
  });

  // At the end, because it changes the clone.
  it("leaves the state of a stack that is renamed, although cdktf deletes the folder of the old name", () => {
    const [, clone] = clones;
    const stack = clone.path("cdktf.out/stacks/aws-minimal");
    const { terraform } = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")) as {
      terraform: { backend: { local: { path: string } } };
    };
    const state = join(stack, terraform.backend.local.path);
    mkdirSync(dirname(state), { recursive: true });
    writeFileSync(state, '{ "version": 4 }');

    const stacks = clone.path("examples/stacks.ts");
    writeFileSync(stacks, readFileSync(stacks, "utf8").replace('"aws-minimal":', "renamed:"));
    expect(clone.run(CDKTF, "synth").code).toBe(0);

    expect(existsSync(clone.path("cdktf.out/stacks/renamed/cdk.tf.json"))).toBe(true);
    expect(existsSync(stack)).toBe(false);
    expect(readFileSync(state, "utf8")).toBe('{ "version": 4 }');
    expect(state).toBe(clone.path("aws-minimal.tfstate"));
  });
});

describe("npm run synth with local settings", () => {
  const clone = Clone.create();
  const withSettings = (text: string): Run => {
    writeFileSync(clone.path("examples/settings.local.json"), text);
    return clone.run("sh", "-c", scripts.synth);
  };

  afterAll(() => {
    clone.remove();
  });

  it("uses valid settings", () => {
    const { code, stdout } = withSettings('{ "aws-existing-bucket": { "bucketName": "mine-billing" } }');
    expect(code).toBe(0);
    expect(stdout).toContain(
      "Placeholder values still in use by: aws-minimal, aws-role, aws-existing-stack, gcp-minimal, ",
    );
    expect(stdout).toContain("Placeholder values still in use: aws-existing-bucket.s3Prefix. Put your own into");
    expect(stdout).toContain(
      "Next: npx cdktf diff aws-existing-bucket  (needs Terraform and credentials, see examples/aws-existing-bucket/README.md)",
    );
    expect(readFileSync(clone.path("cdktf.out/stacks/aws-existing-bucket/cdk.tf.json"), "utf8")).toContain(
      '"bucket": "mine-billing"',
    );
  });

  it("refuses invalid settings in one line, without a stack trace and without a table", () => {
    expect(withSettings('{ "aws-minimal": { "bucketName": "Mine" } }')).toEqual({
      code: 1,
      stdout: "",
      stderr: `AwsIntegration at aws-minimal/finops: 'bucketName' must be 3-63 characters of a-z, 0-9, '.' and '-', got: "Mine"; for example "acme-billing-export"\n`,
    });
  });

  it("refuses an unreadable file in one line, too", () => {
    const { code, stdout, stderr } = withSettings('{ "oci-existing-key": { "publicKeyFile": "none.pem" } }');
    expect({ code, stdout, lines: stderr.split("\n") }).toEqual({
      code: 1,
      stdout: "",
      lines: [
        expect.stringMatching(
          /examples.settings\.local\.json: 'oci-existing-key\.publicKeyFile' must be the path of a readable file, got: "none\.pem" \(ENOENT\)$/,
        ),
        "",
      ],
    });
  });
});
