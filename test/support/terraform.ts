import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A synthesized stack, by what decides which provider it takes. */
export interface Synthesized {
  terraform: { backend?: unknown; required_providers: Record<string, { version?: string }> };
}

/** A stack's JSON, its providers at whatever version is found, and no state but its folder's. */
export function atAnyVersion(json: Synthesized): Synthesized {
  delete json.terraform.backend;
  for (const provider of Object.values(json.terraform.required_providers)) {
    delete provider.version;
  }
  return json;
}

/** A folder in which terraform runs for real. */
export class Terraform {
  readonly folder = mkdtempSync(join(tmpdir(), "cdktf-finops-terraform-"));
  /** Why nothing can be tried here: terraform is not installed, or a provider is not to be had. */
  readonly reason?: string;

  /** @param json the configuration */
  constructor(json: unknown) {
    writeFileSync(join(this.folder, "cdk.tf.json"), JSON.stringify(json));
    const { ok, text } = this.run("init", "-input=false");
    // A configuration that Terraform cannot read is no reason to try nothing: the test is to fail by it.
    this.reason = ok || !/provider packages|on the PATH/.test(text) ? undefined : whyNot(text);
  }

  run(...args: string[]): { ok: boolean; text: string } {
    const { ok, text } = this.runWith(process.env, ...args);
    return { ok, text };
  }

  /**
   * What would be done, by the address of the resource: `create` and others.
   *
   * @param credentials environment variables that the provider logs in by; no other provider's are there, and no call of
   *   its gets anywhere, so that the plan fails if one is made
   */
  planned(credentials: Readonly<Record<string, string>>): Record<string, string[]> {
    const others = Object.entries(process.env).filter(
      ([name]) => !/^(TF_VAR|OCI|GOOGLE|GCLOUD|CLOUDSDK|ARM|AZURE)_/i.test(name),
    );
    // At home there might be a file with real credentials; and nobody listens at that port.
    const alone = { HOME: this.folder, HTTPS_PROXY: "http://127.0.0.1:9", NO_PROXY: "" };
    const environment = { ...Object.fromEntries(others), ...alone, ...credentials };
    const planned = this.runWith(environment, "plan", "-input=false", "-out=plan");
    const shown = this.runWith(environment, "show", "-json", "plan");
    if (!planned.ok || !shown.ok) {
      throw new Error(planned.ok ? shown.text : planned.text);
    }
    const { resource_changes: changes } = JSON.parse(shown.out) as {
      resource_changes: { address: string; change: { actions: string[] } }[];
    };
    return Object.fromEntries(changes.map(({ address, change }) => [address, change.actions]));
  }

  /** The values of the outputs, once applied. */
  outputs(): Record<string, unknown> {
    const applied = this.run("apply", "-auto-approve", "-input=false");
    if (!applied.ok) {
      throw new Error(applied.text);
    }
    const { stdout } = spawnSync("terraform", ["output", "-json"], { cwd: this.folder, encoding: "utf8" });
    const outputs = JSON.parse(stdout) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private runWith(environment: NodeJS.ProcessEnv, ...args: string[]): { ok: boolean; text: string; out: string } {
    const { error, status, stdout, stderr } = spawnSync("terraform", [...args, "-no-color"], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...environment, CHECKPOINT_DISABLE: "1" },
    });
    return {
      ok: status === 0,
      // Without the warnings, which it has of settings, too.
      out: stdout,
      text: error === undefined ? `${stdout}${stderr}` : "Error: terraform is not on the PATH",
    };
  }
}

/** A test by the real program, skipped with the reason where it cannot be tried. */
export function trial(terraform: Terraform, name: string, test: () => void): void {
  if (terraform.reason === undefined) {
    it(name, test);
  } else {
    it.skip(`${name}: not tried, ${terraform.reason}`, test);
  }
}

/** The first error of a run, in one line. */
function whyNot(text: string): string {
  const plain = text.replace(/[│╷╵]/g, "");
  return plain.slice(plain.indexOf("Error: ")).split(/\s+/).join(" ").slice(0, 300).trim();
}
