import { readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { exports as packageExports, peerDependencies, typesVersions } from "../package.json";
import { apiFile, ENTRIES, publicDeclarations } from "./support/api";
import { Clone } from "./support/clone";
import { compile } from "./support/compiler";
import { Consumer, succeed, synthesized, Tarball } from "./support/consumer";
import { type Run } from "./support/folder";
import { asCommonJs, asEsModule, bindingsOf, PROGRAMS, type UserProgram } from "./support/programs";

// Tests the published package: its public API, and projects that have the dependencies of one cloud and no others.

const ROOT = join(__dirname, "..");
const MODULES = join(ROOT, "node_modules");
const NO_CLOUD = ["cdktf", "constructs"];
const TYPES = ["@types/node"];
const ALL_BINDINGS = [...new Set(Object.values(PROGRAMS).flatMap(bindingsOf))];

/** Adds a type error that the compiler must report: without types it would accept the rest of the program as well. */
const withTypes = (program: string, misspelled: string): string => `${program}
import { InputError } from "cdktf-finops";
export const isRefusal = (error: unknown): boolean => error instanceof InputError;
// @ts-expect-error there is no such property
export const misspelled = () => ${misspelled};
`;
const SUCCESS: Run = { code: 0, stdout: "", stderr: "" };

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Folders of files. */
function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => dirname(path)))].sort();
}

const tarball = Tarball.pack();
const consumers: Consumer[] = [];

const clone = Clone.create();
succeed(
  clone.runPrograms(Object.fromEntries(Object.entries(PROGRAMS).map(([cloud, { program }]) => [cloud, program]))),
);
/** Stack that each cloud's program synthesizes with the sources of the library. */
const expected = Object.fromEntries(Object.keys(PROGRAMS).map((cloud) => [cloud, synthesized(clone, cloud)]));

function programOf(cloud: string): UserProgram {
  const program = PROGRAMS[cloud];
  if (program === undefined) {
    throw new Error(`no program for ${cloud} in test/support/programs.ts`);
  }
  return program;
}

/** Project with the package and the named other packages. */
function consumer(...packages: string[]): Consumer {
  const project = Consumer.linked(tarball, ...packages);
  consumers.push(project);
  return project;
}

const sharing = new Map<string, Consumer>();
let projects = 0;

/** The same for a program that leaves `node_modules` as it is: those with the same packages share it. */
function sharingConsumer(...packages: string[]): Consumer {
  const key = packages.join();
  const above = sharing.get(key) ?? consumer(...packages);
  sharing.set(key, above);
  projects += 1;
  return above.below(`project-${projects}`);
}

/** Runs the program of a project, and expects no output and the stack that it synthesizes with the sources. */
function expectSame(cloud: string, project: Consumer, file: string): void {
  rmSync(project.path("cdktf.out"), { recursive: true, force: true });
  expect(project.run("node", file)).toEqual(SUCCESS);
  expect(synthesized(project)).toBe(expected[cloud]);
}

afterAll(() => {
  [tarball, clone, ...consumers].forEach((folder) => {
    folder.remove();
  });
});

describe("the package", () => {
  const folder = consumer().path("node_modules/cdktf-finops");

  it("contains the compiled lib and the files that npm shows, and nothing else", () => {
    const compiled = files(join(ROOT, "lib")).flatMap((file) =>
      [".js", ".d.ts"].map((extension) => join("dist", file.replace(/\.ts$/, extension))),
    );
    expect(files(folder).sort()).toEqual([...compiled, "CHANGELOG.md", "LICENSE", "README.md", "package.json"].sort());
  });

  it("contains the bindings of OCI, of which there is no package", () => {
    expect(files(folder)).toContain(join("dist", "oci", "bindings", "identity-policy.js"));
  });

  it("contains no paths of the machine that packed it", () => {
    const revealing = files(folder).filter((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [ROOT, tmpdir(), "sourceMappingURL"].some((part) => text.includes(part));
    });
    expect(revealing).toEqual([]);
  });

  it("has an entry in 'exports' for each file in api/", () => {
    const entries = Object.keys(ENTRIES).map((entry) => (entry === "index" ? "." : `./${entry}`));
    expect(Object.keys(packageExports).sort()).toEqual([...entries, "./package.json"].sort());
  });

  it("has each entry but the root in 'typesVersions', for programs that do not read 'exports'", () => {
    const clouds = Object.keys(ENTRIES).filter((entry) => entry !== "index");
    expect(Object.keys(typesVersions["*"]).sort()).toEqual(clouds.sort());
  });
});

describe("the public API", () => {
  let declarations: Record<string, string> = {};

  beforeAll(() => {
    const project = consumer(...NO_CLOUD, ...ALL_BINDINGS);
    tarball.unpack(project.path("package"));
    declarations = publicDeclarations(project.path("package/dist"));
  });

  describe.each(Object.keys(ENTRIES))("of the entry '%s'", (entry) => {
    it("equals the file in api/; after an intended change run 'npm run api' and describe it in CHANGELOG.md", () => {
      expect(declarations[entry]).toBe(readFileSync(apiFile(entry), "utf8"));
    });

    it("documents each optional property and its default", () => {
      const file = ts.createSourceFile("api.d.ts", declarations[entry] ?? "", ts.ScriptTarget.Latest, true);
      const lacking: string[] = [];
      let optional = 0;
      const visit = (node: ts.Node): void => {
        if (ts.isPropertySignature(node) && node.questionToken !== undefined) {
          optional += 1;
          const tags = ts.getJSDocTags(node).map((tag) => tag.tagName.text);
          const described = ts
            .getJSDocCommentsAndTags(node)
            .some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined);
          if (!tags.includes("default") || !described) {
            lacking.push(`${node.parent.getText().slice(0, 40)}…: ${node.name.getText()}`);
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      expect(optional).toBeGreaterThan(0);
      expect(lacking).toEqual([]);
    });

    it("refers to bindings by name only", () => {
      expect(declarations[entry]).not.toMatch(/extends cdktf\b/);
      expect(declarations[entry]).not.toContain("internalValue");
    });
  });

  describe("of the entry 'oci'", () => {
    it("exports the provider, of which there is no package", () => {
      expect(declarations.oci).toMatch(/^import \{ OciProvider \} from '\.\.\/lib\/oci\/bindings\/provider';$/m);
      expect(declarations.oci).toMatch(/^export \{ OciProvider \};$/m);
    });
  });
});

describe("a program in TypeScript", () => {
  const strict = { target: "es2022", strict: true, skipLibCheck: true };

  /** Project with a cloud's program in these files, and its type test, which the compiler accepts. */
  const compiled = (name: string, tsconfig: object, programs: Record<string, string>): Consumer => {
    const cloud = programOf(name);
    const project = sharingConsumer(...NO_CLOUD, ...bindingsOf(cloud), ...TYPES);
    project.write("tsconfig.json", tsconfig);
    project.write("types.ts", readFileSync(join(ROOT, "test/types", `${name}.ts`), "utf8"));
    for (const [file, text] of Object.entries(programs)) {
      project.write(file, withTypes(text, cloud.misspelled));
    }
    expect(compile(project.folder)).toEqual([]);
    return project;
  };

  describe.each(Object.entries(PROGRAMS))("for %s", (name, cloud) => {
    it("compiles with the module resolution node10, and runs", () => {
      const options = { ...strict, module: "commonjs", moduleResolution: "node10" };
      expectSame(name, compiled(name, { compilerOptions: options }, { "main.ts": cloud.program }), "main.js");
    });

    it("compiles with the module resolution node16, as ES module and as CommonJS, and runs", () => {
      const programs = { "main.cts": cloud.program, "main.mts": asEsModule(cloud.program) };
      // Also checks the types of the libraries that the program uses. Only here, because that takes seconds.
      const options = { ...strict, skipLibCheck: false, skipDefaultLibCheck: true, module: "node16" };
      const project = compiled(name, { compilerOptions: options }, programs);
      expectSame(name, project, "main.cjs");
      expectSame(name, project, "main.mjs");
    });

    it("runs as one bundled file without node_modules", () => {
      const project = sharingConsumer(...NO_CLOUD, ...bindingsOf(cloud));
      const elsewhere = new Consumer();
      consumers.push(elsewhere);
      project.write("main.ts", cloud.program);
      const bundle = `--outfile=${elsewhere.path("bundle.js")}`;
      const bundling = ["main.ts", "--bundle", "--platform=node", bundle, "--log-level=warning"];
      expect(project.run(join(MODULES, ".bin/esbuild"), ...bundling)).toEqual(SUCCESS);
      expectSame(name, elsewhere, "bundle.js");
    });
  });

  // With one cloud only, because the compiler finds the types of all clouds in the same way.
  const [[name, cloud]] = Object.entries(PROGRAMS) as [[string, UserProgram]];

  it("compiles in a project that 'cdktf init' created, and runs", () => {
    const template = join(MODULES, "cdktf-cli/bundle/templates/typescript/tsconfig.json");
    const tsconfig = JSON.parse(readFileSync(template, "utf8")) as object;
    expectSame(name, compiled(name, tsconfig, { "main.ts": cloud.program }), "main.js");
  });

  it("compiles for a bundler", () => {
    const options = { ...strict, module: "esnext", moduleResolution: "bundler", noEmit: true };
    compiled(name, { compilerOptions: options }, { "main.ts": cloud.program });
  });
});

describe.each(Object.entries(PROGRAMS))("a program with two copies of the package for %s", (_, { bindings, parts }) => {
  const COPY = "cdktf-finops-copy";

  it("compiles and passes parts of one copy to the integration of the other", () => {
    const project = consumer(...NO_CLOUD, ...bindings.map(({ name }) => name), ...TYPES);
    tarball.unpack(project.path("node_modules", COPY));
    const options = { target: "es2022", strict: true, skipLibCheck: true, module: "node16" };
    project.write("tsconfig.json", { compilerOptions: options });
    project.write("one.ts", parts("cdktf-finops"));
    project.write("two.ts", parts(COPY));
    expect(compile(project.folder)).toEqual([]);
    const [one, two] = ["one.js", "two.js"].map((file) => {
      rmSync(project.path("cdktf.out"), { recursive: true, force: true });
      expect(project.run("node", file)).toEqual(SUCCESS);
      return synthesized(project);
    });
    expect(two).toBe(one);
  });
});

describe.each(Object.entries(PROGRAMS))("a program in JavaScript for %s", (cloud, user) => {
  it.each([
    ["ES modules", "main.mjs", asEsModule(user.program)],
    ["CommonJS", "main.cjs", asCommonJs(user.program)],
  ])("runs in %s", (_, file, text) => {
    const project = sharingConsumer(...NO_CLOUD, ...bindingsOf(user));
    project.write(file, text);
    expectSame(cloud, project, file);
  });
});

describe("a file within the package", () => {
  it.each([
    ["imported", 'import("cdktf-finops/dist/core/rule-checks.js")'],
    ["required", 'require("cdktf-finops/dist/core/rule-checks.js")'],
  ])("cannot be %s", (_, program) => {
    const { code, stderr } = sharingConsumer(...NO_CLOUD).run("node", "-e", program);
    expect(code).toBe(1);
    expect(stderr).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });
});

describe("the import of an entry", () => {
  /** Modules that an entry loads in a project with the bindings of all clouds. */
  const modulesOf = (entry: string): { readonly bindings: string[]; readonly package: string[] } => {
    const program = `require("${entry}"); console.log(Object.keys(require.cache).join("\\n"))`;
    const project = sharingConsumer(...NO_CLOUD, ...ALL_BINDINGS);
    const paths = project.run("node", "-e", program).stdout.trim().split("\n");
    const below = (folder: string): string[] =>
      paths.flatMap((path) => path.split(join("node_modules", folder, "/"))[1] ?? []);
    return { bindings: below("@cdktf"), package: below("cdktf-finops/dist") };
  };

  it("loads nothing of a cloud for the root entry", () => {
    const { bindings, package: own } = modulesOf("cdktf-finops");
    expect(bindings).toEqual([]);
    expect(foldersOf(own)).toEqual([".", "core"]);
  });

  it.each(Object.keys(PROGRAMS))(
    "loads for the entry '%s' the bindings that it uses, no index and no other cloud",
    (cloud) => {
      const imported = files(join(ROOT, "lib", cloud)).flatMap((file) =>
        [
          ...readFileSync(join(ROOT, "lib", cloud, file), "utf8").matchAll(
            /^(?:import \{(?! type)[^}]+|)\} from "@cdktf\/(provider-[a-z-]+\/lib\/[^"]+)"/gm,
          ),
        ].map(([, path]) => `${path ?? ""}/index.js`),
      );
      const { bindings, package: own } = modulesOf(`cdktf-finops/${cloud}`);
      expect(imported).not.toEqual([]);
      expect(bindings.sort()).toEqual([...new Set(imported)].sort());
      expect(foldersOf(own).filter((folder) => folder !== join(cloud, "bindings"))).toEqual([cloud, "core"].sort());
    },
  );
});

describe("the root entry", () => {
  it("works without any bindings", () => {
    const program = 'console.log(require("cdktf-finops").InputError.name)';
    expect(sharingConsumer(...NO_CLOUD).run("node", "-e", program)).toEqual({ ...SUCCESS, stdout: "InputError\n" });
  });
});

describe.each(Object.entries(PROGRAMS))("the entry '%s'", (cloud, { bindings }) => {
  const entry = `cdktf-finops/${cloud}`;
  /** Argument of `npm install` for a package: its name and major version. */
  const packageSpec = (name: string): string => {
    const { [name]: range = "" }: Partial<Record<string, string>> = peerDependencies;
    const [, major = ""] = /^\^(\d+)\./.exec(range) ?? [];
    return `${name}@${major}`;
  };

  it.each([
    ["require", ["-e", `require("${entry}")`]],
    ["import", ["--input-type=module", "-e", `import "${entry}"`]],
  ])("reports the install command if the bindings are missing, for %s", (_, args) => {
    const { code, stderr } = sharingConsumer(...NO_CLOUD).run("node", ...args);
    const missing = bindings.map(({ name }) => `${name}, which is not installed`).join("; ");
    const packages = bindings.map(({ name }) => packageSpec(name)).join(" ");
    expect(code).toBe(1);
    expect(stderr).toContain(`Error: ${entry} needs ${missing}: npm install ${packages}\n`);
    expect(stderr).not.toContain("Cannot find module");
  });

  it.each(bindings)("reports the install command if $name is too old", ({ name, tooOld: { module, exported } }) => {
    const others = bindings.map((other) => other.name).filter((other) => other !== name);
    const project = consumer(...NO_CLOUD, ...others);
    project.write(join("node_modules", name, module, "index.js"), `exports.${exported} = class {};`);
    const { code, stderr } = project.run("node", "-e", `require("${entry}")`);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `Error: ${entry} needs ${name}, and the one installed is too old: npm install ${packageSpec(name)}\n`,
    );
  });
});
