import { readFileSync, writeFileSync } from "node:fs";
import { Clone, type Run } from "../support/clone";

const JSON_FILE = "cdktf.out/stacks/aws-minimal/cdk.tf.json";

// What `npm run synth` runs, without npm's own lines.
const synth = (clone: Clone): Run => clone.run("npm", "run", "--silent", "synth");

describe("npm run synth", () => {
  const clones = [Clone.make(), Clone.make()] as const;
  const runs = clones.map(synth);

  afterAll(() => {
    clones.forEach((clone) => {
      clone.remove();
    });
  });

  it("writes the same bytes in any folder, with no path of the machine in them", () => {
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const [one, two] = clones.map((clone) => readFileSync(clone.path(JSON_FILE), "utf8"));
    expect(one).toBe(two);
    expect(one).not.toContain(clones[0].folder);
    expect(one).not.toContain(process.cwd());
  });

  it("prints one table of what it wrote, and what to do next", () => {
    const [{ stdout, stderr }] = runs as [Run, Run];
    expect(stderr).toBe("");
    expect(stdout.split("\n").map((line) => line.replace(/ {2,}/g, " "))).toEqual([
      expect.stringMatching(/^┌─/),
      "│ stack │ cloud │ resources │ outputs │ manual steps │ file │",
      expect.stringMatching(/^├─/),
      `│ aws-minimal │ aws │ 12 │ 10 │ 0 │ ${JSON_FILE} │`,
      expect.stringMatching(/^└─/),
      "These are example identifiers: put your own into examples/settings.local.json, see examples/aws-minimal/README.md.",
      "Next: npx cdktf diff aws-minimal",
      "",
    ]);
  });
});

describe("npm run synth with settings of one's own", () => {
  const clone = Clone.make();
  const withSettings = (text: string): Run => {
    writeFileSync(clone.path("examples/settings.local.json"), text);
    return synth(clone);
  };

  afterAll(() => {
    clone.remove();
  });

  it("uses them", () => {
    const { code, stdout } = withSettings('{ "aws": { "bucketName": "mine-billing" } }');
    expect(code).toBe(0);
    expect(stdout).not.toContain("example identifiers");
    expect(readFileSync(clone.path(JSON_FILE), "utf8")).toContain('"bucket": "mine-billing"');
  });

  it("refuses bad ones in one line, without a stack trace and without a table", () => {
    expect(withSettings('{ "aws": { "bucketName": "Mine" } }')).toEqual({
      code: 1,
      stdout: "",
      stderr: `AwsIntegration at aws-minimal/finops: 'bucketName' must be 3-63 characters of a-z, 0-9, '.' and '-', got: "Mine"; for example "acme-billing-export"\n`,
    });
  });
});
