import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Consumer, synthesized, Tarball } from "../support/consumer";
import { asCommonJs, bindingsOf, PROGRAMS, type UserProgram } from "../support/programs";
import { isBindings, readmeInstall } from "../support/readme";

// Installs the package with npm, in projects like those of its users. Needs npm's registry, or a complete cache.

interface Synthesized {
  readonly "//": { readonly metadata: { readonly version: string } };
}

/** Packages in the install command of README.md for a cloud: its bindings with their versions, and the others. */
function readmePackages(user: UserProgram): {
  readonly bindings: readonly string[];
  readonly others: readonly string[];
} {
  const { packages } = readmeInstall(bindingsOf(user));
  return { bindings: packages.filter(isBindings), others: packages.filter((name) => !isBindings(name)) };
}

const USERS = Object.entries(PROGRAMS);
const NO_CLOUD = [...new Set(USERS.flatMap(([, user]) => readmePackages(user).others))];
const SUCCESS = { code: 0, stdout: "", stderr: "" };

const tarball = Tarball.pack();
const consumers: Consumer[] = [];

function consumer(manifest: object): Consumer {
  const project = new Consumer();
  consumers.push(project);
  project.write("package.json", manifest);
  return project;
}

function run(project: Consumer, { program }: UserProgram): Synthesized {
  project.write("main.cjs", asCommonJs(program));
  expect(project.run("node", "main.cjs")).toEqual(SUCCESS);
  return JSON.parse(synthesized(project)) as Synthesized;
}

/** Folders of the bindings that npm installed. */
function bindingsIn(project: Consumer): string[] {
  return Object.keys(project.installed)
    .filter((folder) => folder.includes("@cdktf/"))
    .sort();
}

afterAll(() => {
  [tarball, ...consumers].forEach((folder) => {
    folder.remove();
  });
});

describe.each(USERS)("the package, installed for %s by the command of README.md", (_, user) => {
  const { tarball: readmeTarball, packages } = readmeInstall(bindingsOf(user));
  const project = consumer({});

  beforeAll(() => {
    expect(basename(tarball.file)).toBe(readmeTarball);
    expect(project.install(tarball.file, ...packages)).toMatchObject({ code: 0 });
  });

  it("runs with the bindings of no other cloud", () => {
    expect(Object.keys(run(project, user))).toContain("output");
    expect(bindingsIn(project)).toEqual(
      bindingsOf(user)
        .map((name) => `node_modules/${name}`)
        .sort(),
    );
  });

  it("synthesizes the same with cdktn in place of cdktf, except for the version", () => {
    const decision = readFileSync(join(__dirname, "../../docs/decisions/0005-cdktf-and-its-fork.md"), "utf8");
    const [, version = ""] = /tried with cdktn\s+(\d+\.\d+\.\d+)/.exec(decision) ?? [];
    const cdktf = `npm:cdktn@${version}`;
    const fork = consumer({ dependencies: { cdktf }, overrides: { cdktf } });
    const others = packages.filter((name) => !name.startsWith("cdktf@"));
    expect(fork.install(tarball.file, ...others)).toMatchObject({ code: 0 });
    expect(fork.installed["node_modules/cdktf"]).toMatchObject({ name: "cdktn", version });
    const json = run(project, user);
    const metadata = { ...json["//"], metadata: { ...json["//"].metadata, version } };
    expect(run(fork, user)).toEqual({ ...json, "//": metadata });
  });
});

describe("the package, installed without any bindings", () => {
  const project = consumer({});

  it("installs no bindings, and its root entry works", () => {
    expect(project.install(tarball.file, ...NO_CLOUD)).toMatchObject({ code: 0 });
    expect(bindingsIn(project)).toEqual([]);
    const program = 'console.log(require("cdktf-finops").InputError.name)';
    expect(project.run("node", "-e", program)).toEqual({ ...SUCCESS, stdout: "InputError\n" });
  });

  it.each(Object.entries(PROGRAMS))("reports the install command of README.md in its entry '%s'", (cloud, user) => {
    const { code, stderr } = project.run("node", "-e", `require("cdktf-finops/${cloud}")`);
    const { bindings } = readmePackages(user);
    const missing = bindingsOf(user).map((name) => `${name}, which is not installed`);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `Error: cdktf-finops/${cloud} needs ${missing.join("; ")}: npm install ${bindings.join(" ")}\n`,
    );
  });
});

describe.each(USERS)("outdated bindings for %s", (_, user) => {
  it.each(readmePackages(user).bindings)("are refused by npm: older than %s", (oldest) => {
    const [, name = "", major = ""] = /^(.+)@(\d+)$/.exec(oldest) ?? [];
    const { code, stderr } = consumer({}).install(tarball.file, ...NO_CLOUD, `${name}@${Number(major) - 1}`);
    expect(code).toBe(1);
    expect(stderr).toContain("ERESOLVE");
  });
});
