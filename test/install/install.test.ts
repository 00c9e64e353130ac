import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Consumer, synthesized, Tarball } from "../support/consumer";
import { asCommonJs, bindingsOf, PROGRAMS, type UserProgram } from "../support/programs";
import { isBindings, readmeInstall } from "../support/readme";

// What npm makes of the package, in projects like those of its users. Needs npm's registry, or a cache that has it all.

interface Synthesized {
  readonly "//": { readonly metadata: { readonly version: string } };
}

/** The bindings of a cloud with their version, as README.md has them installed, and what it has installed beside them. */
function readmePackages(user: UserProgram): { readonly wanted: readonly string[]; readonly others: readonly string[] } {
  const { packages } = readmeInstall(bindingsOf(user));
  return { wanted: packages.filter(isBindings), others: packages.filter((name) => !isBindings(name)) };
}

const USERS = Object.entries(PROGRAMS);
const NO_CLOUD = [...new Set(USERS.flatMap(([, user]) => readmePackages(user).others))];
const SUCCESS = { code: 0, stdout: "", stderr: "" };

const tarball = Tarball.pack();
const consumers: Consumer[] = [];

function consumer(manifest: object): Consumer {
  const made = new Consumer();
  consumers.push(made);
  made.write("package.json", manifest);
  return made;
}

function run(project: Consumer, { program }: UserProgram): Synthesized {
  project.write("main.cjs", asCommonJs(program));
  expect(project.run("node", "main.cjs")).toEqual(SUCCESS);
  return JSON.parse(synthesized(project)) as Synthesized;
}

/** The folders of the bindings that npm installed. */
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

describe.each(USERS)("installed as README.md says for %s, the package", (_, user) => {
  const { tarball: readmeTarball, packages } = readmeInstall(bindingsOf(user));
  const project = consumer({});

  beforeAll(() => {
    expect(basename(tarball.file)).toBe(readmeTarball);
    expect(project.install(tarball.file, ...packages)).toMatchObject({ code: 0 });
  });

  it("runs, and has the bindings of no other cloud with it", () => {
    expect(Object.keys(run(project, user))).toContain("output");
    expect(bindingsIn(project)).toEqual(
      bindingsOf(user)
        .map((name) => `node_modules/${name}`)
        .sort(),
    );
  });

  it("makes the same with cdktn in the place of cdktf, but for the version", () => {
    const decision = readFileSync(join(__dirname, "../../docs/decisions/0005-cdktf-and-its-fork.md"), "utf8");
    const [, version = ""] = /tried with cdktn\s+(\d+\.\d+\.\d+)/.exec(decision) ?? [];
    const cdktf = `npm:cdktn@${version}`;
    const fork = consumer({ dependencies: { cdktf }, overrides: { cdktf } });
    const others = packages.filter((name) => !name.startsWith("cdktf@"));
    expect(fork.install(tarball.file, ...others)).toMatchObject({ code: 0 });
    expect(fork.installed["node_modules/cdktf"]).toMatchObject({ name: "cdktn", version });
    const json = run(project, user);
    const about = { ...json["//"], metadata: { ...json["//"].metadata, version } };
    expect(run(fork, user)).toEqual({ ...json, "//": about });
  });
});

describe("installed without any cloud's bindings, the package", () => {
  const project = consumer({});

  it("has none of them with it, and its root entry works", () => {
    expect(project.install(tarball.file, ...NO_CLOUD)).toMatchObject({ code: 0 });
    expect(bindingsIn(project)).toEqual([]);
    const program = 'console.log(require("cdktf-finops").InputError.name)';
    expect(project.run("node", "-e", program)).toEqual({ ...SUCCESS, stdout: "InputError\n" });
  });

  it.each(Object.entries(PROGRAMS))(
    "says in its entry '%s' what to install, which README.md has too",
    (cloud, user) => {
      const { code, stderr } = project.run("node", "-e", `require("cdktf-finops/${cloud}")`);
      const { wanted } = readmePackages(user);
      const missing = bindingsOf(user).map((name) => `${name}, which is not installed`);
      expect(code).toBe(1);
      expect(stderr).toContain(
        `Error: cdktf-finops/${cloud} needs ${missing.join("; ")}: npm install ${wanted.join(" ")}\n`,
      );
    },
  );
});

describe.each(USERS)("the bindings for %s that are too old", (_, user) => {
  it.each(readmePackages(user).wanted)("are refused by npm: older than %s", (wanted) => {
    const [, name = "", major = ""] = /^(.+)@(\d+)$/.exec(wanted) ?? [];
    const { code, stderr } = consumer({}).install(tarball.file, ...NO_CLOUD, `${name}@${Number(major) - 1}`);
    expect(code).toBe(1);
    expect(stderr).toContain("ERESOLVE");
  });
});
