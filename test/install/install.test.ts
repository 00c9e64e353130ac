import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Consumer, synthesized, Tarball } from "../support/consumer";
import { asCommonJs, readmeInstall, readmeProgram } from "../support/readme";

// What npm makes of the package, in projects like those of its users. Needs npm's registry, or a cache that has it all.

interface Synthesized {
  readonly "//": { readonly metadata: { readonly version: string } };
}

const { tarball: README_TARBALL, packages: PACKAGES } = readmeInstall();
const BINDINGS = PACKAGES.filter((name) => name.startsWith("@cdktf/provider-"));
const NO_CLOUD = PACKAGES.filter((name) => !BINDINGS.includes(name));
const SUCCESS = { code: 0, stdout: "", stderr: "" };

const tarball = Tarball.pack();
const consumers: Consumer[] = [];

function consumer(manifest: object): Consumer {
  const made = new Consumer();
  consumers.push(made);
  made.write("package.json", manifest);
  made.write("main.cjs", asCommonJs(readmeProgram()));
  return made;
}

function run(project: Consumer): Synthesized {
  expect(project.run("node", "main.cjs")).toEqual(SUCCESS);
  return JSON.parse(synthesized(project)) as Synthesized;
}

afterAll(() => {
  [tarball, ...consumers].forEach((folder) => {
    folder.remove();
  });
});

describe("installed as README.md says, the package", () => {
  const project = consumer({});

  beforeAll(() => {
    expect(basename(tarball.file)).toBe(README_TARBALL);
    expect(project.install(tarball.file, ...PACKAGES)).toMatchObject({ code: 0 });
  });

  it("runs, and has the bindings of no other cloud with it", () => {
    expect(Object.keys(run(project))).toContain("output");
    const bindings = Object.keys(project.installed).filter((folder) => folder.includes("@cdktf/"));
    expect(bindings).toEqual(["node_modules/@cdktf/provider-aws"]);
  });

  it("makes the same with cdktn in the place of cdktf, but for the version", () => {
    const decision = readFileSync(join(__dirname, "../../docs/decisions/0005-cdktf-and-its-fork.md"), "utf8");
    const [, version = ""] = /tried with cdktn\s+(\d+\.\d+\.\d+)/.exec(decision) ?? [];
    const cdktf = `npm:cdktn@${version}`;
    const fork = consumer({ dependencies: { cdktf }, overrides: { cdktf } });
    const others = PACKAGES.filter((name) => !name.startsWith("cdktf@"));
    expect(fork.install(tarball.file, ...others)).toMatchObject({ code: 0 });
    expect(fork.installed["node_modules/cdktf"]).toMatchObject({ name: "cdktn", version });
    const json = run(project);
    const about = { ...json["//"], metadata: { ...json["//"].metadata, version } };
    expect(run(fork)).toEqual({ ...json, "//": about });
  });
});

describe("installed without any cloud's bindings, the package", () => {
  const project = consumer({});

  it("has none of them with it, and its root entry works", () => {
    expect(project.install(tarball.file, ...NO_CLOUD)).toMatchObject({ code: 0 });
    expect(Object.keys(project.installed).filter((folder) => folder.includes("@cdktf/"))).toEqual([]);
    const program = 'console.log(require("cdktf-finops").InputError.name)';
    expect(project.run("node", "-e", program)).toEqual({ ...SUCCESS, stdout: "InputError\n" });
  });

  it("says in its entry of a cloud what to install, which README.md has too", () => {
    const { code, stderr } = project.run("node", "-e", 'require("cdktf-finops/aws")');
    expect(code).toBe(1);
    expect(stderr).toContain(
      `Error: cdktf-finops/aws needs @cdktf/provider-aws, which is not installed: npm install ${BINDINGS.join(" ")}\n`,
    );
  });
});

describe("bindings that are too old", () => {
  it("are refused by npm", () => {
    const { code, stderr } = consumer({}).install(tarball.file, ...NO_CLOUD, "@cdktf/provider-aws@20");
    expect(code).toBe(1);
    expect(stderr).toContain("ERESOLVE");
  });
});
