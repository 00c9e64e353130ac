import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { peerDependencies } from "../package.json";
import { Clone } from "./support/clone";
import { Consumer, synthesized, Tarball } from "./support/consumer";
import { type Run } from "./support/folder";
import { asCommonJs, readmeProgram } from "./support/readme";

// What those get who install the package: the files that npm publishes, beside what a user of AWS has and nothing else.

const ROOT = join(__dirname, "..");
const MODULES = join(ROOT, "node_modules");
const NO_CLOUD = ["cdktf", "constructs"];
const AWS = [...NO_CLOUD, "@cdktf/provider-aws"];
const COMPILER = ["typescript", "@types/node"];

const PROGRAM = readmeProgram();
// What README.md says of native ES modules.
const ES_PROGRAM = PROGRAM.replace("provider-aws/lib/provider", "provider-aws/lib/provider/index.js");
// Types that are not found would let anything pass.
const TYPES = `
import { InputError } from "cdktf-finops";
export const isRefusal = (error: unknown): boolean => error instanceof InputError;
// @ts-expect-error there is no such property
export const misspelled = () => new AwsIntegration(stack, "misspelled", { bucketNam: "acme-billing-export" });
`;
const SUCCESS: Run = { code: 0, stdout: "", stderr: "" };

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const tarball = Tarball.pack();
const consumers: Consumer[] = [];

const clone = Clone.make();
writeFileSync(clone.path("examples/readme.ts"), PROGRAM);
clone.run("node", "--import", "tsx", "examples/readme.ts");
const expected = synthesized(clone);

function consumer(...packages: string[]): Consumer {
  const made = Consumer.linked(tarball, ...packages);
  consumers.push(made);
  return made;
}

/** Has the project's program say nothing, and make what it makes by the sources. */
function expectSame(project: Consumer, file: string): void {
  rmSync(project.path("cdktf.out"), { recursive: true, force: true });
  expect(project.run("node", file)).toEqual(SUCCESS);
  expect(synthesized(project)).toBe(expected);
}

afterAll(() => {
  [tarball, clone, ...consumers].forEach((folder) => {
    folder.remove();
  });
});

describe("the package", () => {
  const folder = consumer().path("node_modules/cdktf-finops");

  it("has what lib is compiled to, and what npm wants to see, and nothing else", () => {
    const compiled = files(join(ROOT, "lib")).flatMap((file) =>
      [".js", ".d.ts"].map((extension) => join("dist", file.replace(/\.ts$/, extension))),
    );
    expect(files(folder).sort()).toEqual([...compiled, "CHANGELOG.md", "LICENSE", "README.md", "package.json"].sort());
  });

  it("tells nothing of the machine that packed it", () => {
    const telling = files(folder).filter((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [ROOT, tmpdir(), "sourceMappingURL"].some((word) => text.includes(word));
    });
    expect(telling).toEqual([]);
  });
});

describe("a program in TypeScript", () => {
  // The libraries' types are checked too, as far as the program uses them.
  const strict = { target: "es2022", strict: true, skipLibCheck: false };

  /** A project with the program in these files, of which the compiler has nothing to say. */
  const compiled = (tsconfig: object, programs: Record<string, string>): Consumer => {
    const project = consumer(...AWS, ...COMPILER);
    project.write("tsconfig.json", tsconfig);
    for (const [file, program] of Object.entries(programs)) {
      project.write(file, `${program}${TYPES}`);
    }
    expect(project.run("node_modules/typescript/bin/tsc")).toEqual(SUCCESS);
    return project;
  };

  it("compiles with modules that are resolved as node10, and runs", () => {
    const options = { ...strict, module: "commonjs", moduleResolution: "node10" };
    expectSame(compiled({ compilerOptions: options }, { "main.ts": PROGRAM }), "main.js");
  });

  it("compiles with modules of both kinds that are resolved as node16, and runs", () => {
    const programs = { "main.cts": PROGRAM, "main.mts": ES_PROGRAM };
    const project = compiled({ compilerOptions: { ...strict, module: "node16" } }, programs);
    expectSame(project, "main.cjs");
    expectSame(project, "main.mjs");
  });

  it("compiles in a project that 'cdktf init' made, and runs", () => {
    const template = join(MODULES, "cdktf-cli/bundle/templates/typescript/tsconfig.json");
    expectSame(compiled(JSON.parse(readFileSync(template, "utf8")) as object, { "main.ts": PROGRAM }), "main.js");
  });

  it("compiles for a bundler, and runs as one file without any modules", () => {
    const options = { ...strict, module: "esnext", moduleResolution: "bundler", noEmit: true };
    const project = compiled({ compilerOptions: options }, { "main.ts": PROGRAM });
    const bundling = ["main.ts", "--bundle", "--platform=node", "--outfile=bundle.js", "--log-level=warning"];
    expect(project.run(join(MODULES, ".bin/esbuild"), ...bundling)).toEqual(SUCCESS);
    rmSync(project.path("node_modules"), { recursive: true });
    expectSame(project, "bundle.js");
  });
});

describe("a program in JavaScript", () => {
  it.each([
    ["ES modules", "main.mjs", ES_PROGRAM],
    ["CommonJS", "main.cjs", asCommonJs(PROGRAM)],
  ])("runs in %s", (_, file, program) => {
    const project = consumer(...AWS);
    project.write(file, program);
    expectSame(project, file);
  });

  it.each([
    ["import", 'import("cdktf-finops/dist/core/check.js")'],
    ["require", 'require("cdktf-finops/dist/core/check.js")'],
  ])("cannot %s a file inside of the package", (_, reaching) => {
    const { code, stderr } = consumer(...AWS).run("node", "-e", reaching);
    expect(code).toBe(1);
    expect(stderr).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});

describe("of the bindings", () => {
  /** What is loaded of them, by path in their package. */
  const loadedBy = (entry: string): string[] => {
    const program = `require("${entry}"); console.log(Object.keys(require.cache).join("\\n"))`;
    return consumer(...AWS)
      .run("node", "-e", program)
      .stdout.split("\n")
      .flatMap((path) => path.split(join("node_modules", "@cdktf/"))[1] ?? []);
  };

  it("the root entry loads nothing", () => {
    expect(loadedBy("cdktf-finops")).toEqual([]);
  });

  it("the entry 'aws' loads the resources that it makes, and never the index", () => {
    const imported = files(join(ROOT, "lib/aws")).flatMap((file) =>
      [
        ...readFileSync(join(ROOT, "lib/aws", file), "utf8").matchAll(
          /^(?:import \{(?! type)[^}]+|)\} from "@cdktf\/(provider-aws\/lib\/[^"]+)"/gm,
        ),
      ].map(([, path]) => `${path ?? ""}/index.js`),
    );
    expect(loadedBy("cdktf-finops/aws").sort()).toEqual([...new Set(imported)].sort());
  });
});

describe("without the bindings", () => {
  const [, major = ""] = /^\^(\d+)\./.exec(peerDependencies["@cdktf/provider-aws"]) ?? [];
  const install = `npm install @cdktf/provider-aws@${major}\n`;

  it("the root entry works", () => {
    const program = 'console.log(require("cdktf-finops").InputError.name)';
    expect(consumer(...NO_CLOUD).run("node", "-e", program)).toEqual({ ...SUCCESS, stdout: "InputError\n" });
  });

  it.each([
    ["require", ["-e", 'require("cdktf-finops/aws")']],
    ["import", ["--input-type=module", "-e", 'import "cdktf-finops/aws"']],
  ])("the entry 'aws' says what to install, to %s too", (_, args) => {
    const { code, stderr } = consumer(...NO_CLOUD).run("node", ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(`Error: cdktf-finops/aws needs @cdktf/provider-aws, which is not installed: ${install}`);
    expect(stderr).not.toContain("Cannot find module");
  });

  it("as new as they have to be, the entry 'aws' says what to install", () => {
    const project = consumer(...NO_CLOUD);
    // As in version 20, where a bucket's region is not an argument.
    project.write("node_modules/@cdktf/provider-aws/lib/s3-bucket/index.js", "exports.S3Bucket = class {};");
    const { code, stderr } = project.run("node", "-e", 'require("cdktf-finops/aws")');
    expect(code).toBe(1);
    expect(stderr).toContain(
      `Error: cdktf-finops/aws needs @cdktf/provider-aws, and the one installed is too old: ${install}`,
    );
  });
});
