import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Clone } from "./clone";
import { Folder, type Run } from "./folder";

const MODULES = join(__dirname, "../../node_modules");

/** Published package. It is packed in a clone, because packing builds it, and the repository's `dist` must not change. */
export class Tarball extends Folder {
  static pack(): Tarball {
    const clone = Clone.create("test", "docs", "README.md", "LICENSE", "CHANGELOG.md", "tsconfig.build.json");
    const tarball = new Tarball();
    succeed(clone.run("npm", "pack", "--silent", "--pack-destination", tarball.folder));
    clone.remove();
    return tarball;
  }

  /** Path of the tarball, for npm. */
  get file(): string {
    const { name, version } = JSON.parse(readFileSync(join(MODULES, "../package.json"), "utf8")) as Record<
      "name" | "version",
      string
    >;
    return this.path(`${name}-${version}.tgz`);
  }

  unpack(folder: string): void {
    mkdirSync(folder, { recursive: true });
    succeed(this.run("tar", "-xzf", this.file, "--strip-components=1", "-C", folder));
  }
}

/** Project that uses the package. */
export class Consumer extends Folder {
  /** Creates a project with the package and the named other packages, without npm. */
  static linked(tarball: Tarball, ...packages: string[]): Consumer {
    const consumer = new Consumer();
    tarball.unpack(consumer.path("node_modules/cdktf-finops"));
    for (const name of packages) {
      const link = consumer.path("node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(MODULES, name), link);
    }
    return consumer;
  }

  /** Creates a project in a folder below, which finds the packages of this one. */
  below(name: string): Consumer {
    const folder = this.path(name);
    mkdirSync(folder);
    return new Consumer(folder);
  }

  /** Installs packages with npm, in the environment of the test run, which configures registry and cache. */
  install(...packages: string[]): Run {
    return this.runWith(process.env, "npm", "install", "--no-audit", "--no-fund", ...packages);
  }

  /** Packages that npm installed, by their folder. */
  get installed(): Record<string, { readonly name?: string; readonly version: string }> {
    const { packages } = JSON.parse(readFileSync(this.path("package-lock.json"), "utf8")) as {
      packages: Consumer["installed"];
    };
    return packages;
  }

  write(file: string, content: string | object): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** JSON that a program wrote for its stack `billing`, without the path of its folder. */
export function synthesized(folder: Folder, outdir = "cdktf.out"): string {
  return readFileSync(folder.path(outdir, "stacks/billing/cdk.tf.json"), "utf8").replaceAll(folder.folder, ".");
}

/** Throws the output of a program that failed. */
export function succeed({ code, stdout, stderr }: Run): void {
  if (code !== 0) {
    throw new Error(`${stdout}${stderr}`);
  }
}
