import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_SETTINGS } from "../../examples/settings";
import { type Cloud } from "../../lib/core/platform";
import { type Block, Template } from "../support/template";
import { Clone } from "../support/clone";
import { type Run } from "../support/folder";

const ROOT = join(__dirname, "../..");
const README = readFileSync(join(ROOT, "examples/multi-cloud/README.md"), "utf8");
/** Providers of each cloud. */
const PROVIDERS: Readonly<Record<Cloud, readonly string[]>> = {
  aws: ["aws"],
  gcp: ["google"],
  azure: ["azuread", "azurerm"],
  oci: ["oci", "tls"],
};
const CLOUDS = Object.keys(PROVIDERS) as Cloud[];
const IDS = CLOUDS.map((cloud) => `${cloud}-minimal` as const);

/** Argument `--app` of each command in the README. */
const APPS = [...README.matchAll(/^npx cdktf \w+ --app "([^"]+)"/gm)].map(([, app = ""]) => app);

const run = (clone: Clone): Run => {
  const [program = "", ...args] = (APPS[0] ?? "").split(" ");
  return clone.run(program, ...args);
};
const textOf = (clone: Clone, id: string): string =>
  readFileSync(clone.path("cdktf.out/stacks", id, "cdk.tf.json"), "utf8");

describe("the example multi-cloud", () => {
  const [clone, examples] = [Clone.create(), Clone.create()];
  const result = run(clone);

  afterAll(() => {
    clone.remove();
    examples.remove();
  });

  it("runs by the command of its README", () => {
    expect([...new Set(APPS)]).toEqual(["node --import tsx examples/multi-cloud/main.ts"]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
  });

  it("can be passed to cdktf in place of the program in cdktf.json", () => {
    const { code, stdout } = clone.run(join(ROOT, "node_modules/.bin/cdktf"), "list", "--app", APPS[0] ?? "");
    expect(code).toBe(0);
    const listed = [...stdout.matchAll(/^([\w-]+) +cdktf\.out\/stacks\/\1$/gm)].map(([, id]) => id);
    expect(listed).toEqual([...IDS].sort());
  });

  it("has a stack per cloud, and no other", () => {
    expect(readdirSync(clone.path("cdktf.out/stacks")).sort()).toEqual([...IDS].sort());
  });

  it.each(CLOUDS)("has only the providers of one cloud in the stack of %s", (cloud) => {
    const template = new Template(JSON.parse(textOf(clone, `${cloud}-minimal`)) as Block);
    const handOffs = Object.entries(template.outputs).filter(([name]) => name.endsWith("_handoff"));
    expect(handOffs.map(([, { value }]) => (value as { cloud: string }).cloud)).toEqual([cloud]);
    expect(Object.keys(template.json.provider as object).sort()).toEqual(PROVIDERS[cloud]);
  });

  it("synthesizes the same stacks as the examples of the same names, so that they can share their states", () => {
    expect(examples.run("node", "--import", "tsx", "examples/main.ts").code).toBe(0);
    for (const id of IDS) {
      expect(textOf(clone, id)).toBe(textOf(examples, id));
    }
  });

  it("lists the settings of these examples in its README, and no others", () => {
    const blocks = [...README.matchAll(/```json\n([^]*?)```/g)].map(([, json = ""]) => json);
    expect(blocks).toHaveLength(1);
    const documented = JSON.parse(blocks[0] ?? "") as Record<string, object>;
    expect(Object.keys(documented)).toEqual(IDS);
    expect(Object.values(documented).map((one) => Object.keys(one))).toEqual(
      IDS.map((id) => Object.keys(EXAMPLE_SETTINGS[id])),
    );
  });
});

describe("the example multi-cloud with local settings", () => {
  const clone = Clone.create();
  const withSettings = (text: string): Run => {
    writeFileSync(clone.path("examples/settings.local.json"), text);
    return run(clone);
  };

  afterAll(() => {
    clone.remove();
  });

  it("refuses invalid settings in one line, and writes none of the stacks", () => {
    expect(withSettings('{ "azure-minimal": { "storageAccountName": "Mine" } }')).toEqual({
      code: 1,
      stdout: "",
      stderr: `AzureIntegration at azure-minimal/finops: 'storageAccountName' must be lower-case letters and digits, got: "Mine"; for example "acmebillingexport"\n`,
    });
    expect(readdirSync(clone.path("cdktf.out/stacks"))).toEqual([]);
  });

  it("refuses unknown settings in one line", () => {
    const { code, stdout, stderr } = withSettings('{ "multi-cloud": {} }');
    expect({ code, stdout, lines: stderr.split("\n") }).toEqual({
      code: 1,
      stdout: "",
      lines: [expect.stringContaining("'multi-cloud' is not a known setting; known are aws-minimal, "), ""],
    });
  });

  it("uses valid settings", () => {
    expect(withSettings('{ "azure-minimal": { "storageAccountName": "mineexport" } }').code).toBe(0);
    expect(textOf(clone, "azure-minimal")).toContain('"name": "mineexport"');
  });
});
