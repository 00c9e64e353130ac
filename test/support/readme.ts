import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = readFileSync(join(__dirname, "../../README.md"), "utf8");

/** The program that README.md shows first. */
export function readmeProgram(): string {
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(README) ?? [];
  return program;
}

/** The program that a cloud's document shows first. */
export function documentProgram(cloud: string): string {
  const text = readFileSync(join(__dirname, "../../docs", `${cloud}.md`), "utf8");
  const [, program = ""] = /```typescript\n([\s\S]*?)```/.exec(text) ?? [];
  return program;
}

/**
 * What README.md has the users of a cloud install: this package's tarball, and beside it `constructs@10` and others.
 *
 * @param bindings the package of the cloud's bindings, such as `@cdktf/provider-aws`
 */
export function readmeInstall(bindings: string): { readonly tarball: string; readonly packages: readonly string[] } {
  const lines = [...README.matchAll(/^npm install <.+>\/(\S+\.tgz) (.+)$/gm)];
  const [found, ...more] = lines.filter(([line]) => line.includes(` ${bindings}@`));
  if (found === undefined || more.length > 0) {
    throw new Error(
      `README.md must have one line that installs ${bindings}, it has ${found === undefined ? 0 : more.length + 1}`,
    );
  }
  const [, tarball = "", packages = ""] = found;
  return { tarball, packages: packages.split(" ") };
}
