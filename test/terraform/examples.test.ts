import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Clone } from "../support/clone";

// What the real provider says of each example. Needs `terraform` on the PATH, and the provider plugins where Terraform
// looks for them (or a network to download them from); what is missing is said in the name of the skipped test.

interface Synthesized {
  terraform: { backend?: unknown; required_providers: Record<string, { version?: string }> };
}

const clone = Clone.make();
const synthesized = clone.run("node", "--import", "tsx", "examples/main.ts");
const { stacks } = JSON.parse(readFileSync(clone.path("cdktf.out/manifest.json"), "utf8")) as {
  stacks: Record<string, { synthesizedStackPath: string }>;
};
const folders: string[] = [];

/** A folder to run terraform in: the example's JSON, its providers at whatever version is found. */
function folderFor(path: string): string {
  const json = JSON.parse(readFileSync(clone.path("cdktf.out", path), "utf8")) as Synthesized;
  delete json.terraform.backend;
  for (const provider of Object.values(json.terraform.required_providers)) {
    delete provider.version;
  }
  const folder = mkdtempSync(join(tmpdir(), "cdktf-finops-terraform-"));
  folders.push(folder);
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(json));
  return folder;
}

function terraform(folder: string, ...args: string[]): { ok: boolean; text: string } {
  const { error, status, stdout, stderr } = spawnSync("terraform", [...args, "-no-color"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  return { ok: status === 0, text: error === undefined ? `${stdout}${stderr}` : "Error: terraform is not on the PATH" };
}

/** The first error of a run, in one line. */
function whyNot(text: string): string {
  const plain = text.replace(/[│╷╵]/g, "");
  return plain.slice(plain.indexOf("Error: ")).split(/\s+/).join(" ").slice(0, 300).trim();
}

afterAll(() => {
  clone.remove();
  folders.forEach((folder) => {
    rmSync(folder, { recursive: true });
  });
});

it("the examples are synthesized", () => {
  expect(synthesized.code).toBe(0);
});

describe.each(Object.entries(stacks))("the example %s", (_, { synthesizedStackPath }) => {
  const folder = folderFor(synthesizedStackPath);
  const init = terraform(folder, "init", "-input=false");
  const reason = init.ok ? undefined : whyNot(init.text);
  const test = reason === undefined ? it : it.skip;

  test(`is accepted by 'terraform validate'${reason === undefined ? "" : `: not tried, ${reason}`}`, () => {
    expect(terraform(folder, "validate")).toEqual({
      ok: true,
      text: expect.stringContaining("Success! The configuration is valid.") as string,
    });
  });
});
