import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { scripts } from "../package.json";
import { AWS_PERMISSIONS } from "../lib/aws/permissions";
import { PLATFORM_IDENTITY } from "../lib/core/permission";
import { PLATFORM_FIELDS } from "../lib/core/platform";
import { Clone } from "./support/clone";

const ROOT = join(__dirname, "..");

function documents(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ["node_modules", "cdktf.out", "dist", ".git"].includes(entry.name) ? [] : documents(path);
    }
    return entry.name.endsWith(".md") ? [relative(ROOT, path)] : [];
  });
}

/** The anchors of a document's headings, as they are made on the web. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(documents(ROOT))("%s", (document) => {
  const text = readFileSync(join(ROOT, document), "utf8");

  it("links to what is there, headings too", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
      .map(([, inline, reference]) => inline ?? reference ?? "")
      .filter((link) => !/^https?:/.test(link));
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(ROOT, document) : join(ROOT, dirname(document), path);
      return !existsSync(target) || (anchor !== undefined && !anchors(readFileSync(target, "utf8")).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("names scripts that are there", () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script ?? "");
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it("names files that are there", () => {
    const named = [...text.matchAll(/(?<![\w/.<-])((?:lib|test|examples|docs|api)\/[\w./-]*\w)/g)].map(
      ([, path]) => path ?? "",
    );
    // One's own settings are in nobody's clone.
    const own = ["examples/settings.local.json"];
    expect(named.filter((path) => !own.includes(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("the program in README.md", () => {
  const clone = Clone.make();
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "README.md"), "utf8")) ?? [];

  afterAll(() => {
    clone.remove();
  });

  it("has twelve lines, and runs", () => {
    expect(program.trimEnd().split("\n")).toHaveLength(12);
    writeFileSync(clone.path("examples/readme.ts"), program);
    expect(clone.run("node", "--import", "tsx", "examples/readme.ts")).toMatchObject({ code: 0, stderr: "" });
    const { output } = JSON.parse(readFileSync(clone.path("cdktf.out/stacks/billing/cdk.tf.json"), "utf8")) as {
      output: object;
    };
    expect(Object.keys(output)).toContain("finops_handoff");
  });
});

describe("the README of aws-minimal", () => {
  it("lists the rows of the form with their outputs, in the form's order", () => {
    const text = readFileSync(join(ROOT, "examples/aws-minimal/README.md"), "utf8");
    const rows = [...text.matchAll(/^\| (.+?) +\| `finops_(\w+)` +\|$/gm)].map(([, label, key]) => [label, key]);
    expect(rows).toEqual(PLATFORM_FIELDS.aws.map(({ label, key }) => [label, key]));
  });

  it("lists what the platform may do, as the catalogue does", () => {
    const text = readFileSync(join(ROOT, "examples/aws-minimal/README.md"), "utf8");
    const table = text.slice(text.indexOf("The platform may, and nothing else:"), text.indexOf("## What it prints"));
    const rows = [...table.matchAll(/^\| (`[^|]+`[^|]*) \|/gm)].map(([, cell]) => {
      const names = [...(cell ?? "").matchAll(/`([\w:]+)`/g)].map(([, name]) => name ?? "");
      const [service] = (names[0] ?? "").split(":");
      return names.map((name) => (name.includes(":") ? name : `${service ?? ""}:${name}`));
    });
    const granted = AWS_PERMISSIONS.filter(
      ({ grantee, id }) => grantee === PLATFORM_IDENTITY && id !== "DecryptExport",
    );
    expect(rows).toEqual(granted.map(({ actions }) => actions));
  });
});
