import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = readFileSync(join(__dirname, "../../README.md"), "utf8");

/** The program that README.md shows first. */
export function readmeProgram(): string {
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(README) ?? [];
  return program;
}

/** A program in ES modules as one in CommonJS. */
export function asCommonJs(program: string): string {
  return program.replace(/^import (.+) from (.+);$/gm, "const $1 = require($2);");
}

/** What README.md has users install: this package's tarball, and beside it `constructs@10` and others. */
export function readmeInstall(): { readonly tarball: string; readonly packages: readonly string[] } {
  const [, tarball = "", packages = ""] = /^npm install <.+>\/(\S+\.tgz) (.+)$/m.exec(README) ?? [];
  return { tarball, packages: packages.split(" ") };
}
