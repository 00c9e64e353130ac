import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = readFileSync(join(__dirname, "../../README.md"), "utf8");

/** First program in README.md. */
export function readmeProgram(): string {
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(README) ?? [];
  return program;
}

/** First program in the document of a cloud. */
export function documentProgram(cloud: string): string {
  const text = readFileSync(join(__dirname, "../../docs", `${cloud}.md`), "utf8");
  const [, program = ""] = /```typescript\n([\s\S]*?)```/.exec(text) ?? [];
  return program;
}

/** Whether an argument of `npm install` is a package of bindings. */
export function isBindings(name: string): boolean {
  return name.startsWith("@cdktf/provider-");
}

/**
 * Install command of README.md for a cloud: the tarball of this package, and other packages such as `constructs@10`.
 *
 * @param bindings packages of the cloud's bindings, such as `@cdktf/provider-aws`, all of which the command names
 */
export function readmeInstall(bindings: readonly string[]): {
  readonly tarball: string;
  readonly packages: readonly string[];
} {
  const lines = [...README.matchAll(/^npm install <.+>\/(\S+\.tgz) (.+)$/gm)].map(
    ([, tarball = "", packages = ""]) => ({
      tarball,
      packages: packages.split(" "),
    }),
  );
  const expected = bindings.map((name) => `${name}@`).join();
  const [found, ...more] = lines.filter(
    ({ packages }) =>
      packages
        .filter(isBindings)
        .join()
        .replace(/@\d[^,]*/g, "@") === expected,
  );
  if (found === undefined || more.length > 0) {
    throw new Error(
      `README.md must have one line that installs ${bindings.join(" and ")}, in this order, and no other bindings, ` +
        `got: ${found === undefined ? 0 : more.length + 1} lines`,
    );
  }
  return found;
}
