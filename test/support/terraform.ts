import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The part of a synthesized stack that determines its providers. */
export interface Synthesized {
  terraform: { backend?: unknown; required_providers: Record<string, { version?: string }> };
}

/** Removes the backend and the provider versions of a stack, so that it uses local state and any installed version. */
export function atAnyVersion(json: Synthesized): Synthesized {
  delete json.terraform.backend;
  for (const provider of Object.values(json.terraform.required_providers)) {
    delete provider.version;
  }
  return json;
}

/** Temporary folder in which the real terraform runs. */
export class Terraform {
  readonly folder = mkdtempSync(join(tmpdir(), "cdktf-finops-terraform-"));
  /** Reason why terraform cannot run here: it is not installed, or a provider is not available. */
  readonly reason?: string;

  /** @param json configuration */
  constructor(json: unknown) {
    writeFileSync(join(this.folder, "cdk.tf.json"), JSON.stringify(json));
    const { ok, text } = this.run("init", "-input=false");
    // An invalid configuration is not such a reason: the test must fail.
    this.reason = ok || !/provider packages|on the PATH/.test(text) ? undefined : firstError(text);
  }

  run(...args: string[]): { ok: boolean; text: string } {
    const { ok, text } = this.runWith(process.env, ...args);
    return { ok, text };
  }

  /**
   * Planned actions, such as `create`, by the address of the resource.
   *
   * @param credentials environment variables with which the provider logs in. Those of other providers are removed, and
   *   there is no network, so that the plan fails if it makes a call
   */
  planned(credentials: Readonly<Record<string, string>>): Record<string, string[]> {
    const others = Object.entries(process.env).filter(
      ([name]) => !/^(TF_VAR|AWS|OCI|GOOGLE|GCLOUD|CLOUDSDK|ARM|AZURE)_/i.test(name),
    );
    // The real home could contain a file with credentials. No proxy listens at that port.
    const isolated = { HOME: this.folder, HTTPS_PROXY: "http://127.0.0.1:9", NO_PROXY: "" };
    const environment = { ...Object.fromEntries(others), ...isolated, ...credentials };
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

  /** Applies the configuration and returns the values of its outputs. */
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
      // Without stderr, which may contain warnings.
      out: stdout,
      text: error === undefined ? `${stdout}${stderr}` : "Error: terraform is not on the PATH",
    };
  }
}

/** Test that runs the real terraform. It is skipped, with the reason in its title, if terraform cannot run. */
export function trial(terraform: Terraform, name: string, test: () => void): void {
  if (terraform.reason === undefined) {
    it(name, test);
  } else {
    it.skip(`${name}: skipped, ${terraform.reason}`, test);
  }
}

/** First error of a run, in one line. */
function firstError(text: string): string {
  const plain = text.replace(/[│╷╵]/g, "");
  return plain.slice(plain.indexOf("Error: ")).split(/\s+/).join(" ").slice(0, 300).trim();
}
