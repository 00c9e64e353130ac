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

/** Whether an argument of `npm install` is a package of bindings. */
export function isBindings(name: string): boolean {
  return name.startsWith("@cdktf/provider-");
}

/**
 * What README.md has the users of a cloud install: this package's tarball, and beside it `constructs@10` and others.
 *
 * @param bindings the packages of the cloud's bindings, such as `@cdktf/provider-aws`: all that the line has
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
  const wanted = bindings.map((name) => `${name}@`).join();
  const [found, ...more] = lines.filter(
    ({ packages }) =>
      packages
        .filter(isBindings)
        .join()
        .replace(/@\d[^,]*/g, "@") === wanted,
  );
  if (found === undefined || more.length > 0) {
    throw new Error(
      `README.md must have one line that installs ${bindings.join(" and ")}, in this order, and no other bindings; ` +
        `it has ${found === undefined ? 0 : more.length + 1}`,
    );
  }
  return found;
}
