import { readFileSync } from "node:fs";
import ts from "typescript";
import { exports as packageExports, typesVersions } from "../package.json";
import { apiFile, ENTRIES, publicDeclarations } from "./support/api";

const declarations = publicDeclarations();

describe.each(Object.keys(ENTRIES))("the public API of the entry '%s'", (entry) => {
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
        const described = ts.getJSDocCommentsAndTags(node).some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined);
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

describe("the public API of the entry 'oci'", () => {
  it("exports the provider, of which there is no package", () => {
    expect(declarations.oci).toMatch(/^import \{ OciProvider \} from '\.\.\/lib\/oci\/bindings\/provider';$/m);
    expect(declarations.oci).toMatch(/^export \{ OciProvider \};$/m);
  });
});

describe("the package", () => {
  it("has an entry in 'exports' for each file in api/", () => {
    const entries = Object.keys(ENTRIES).map((entry) => (entry === "index" ? "." : `./${entry}`));
    expect(Object.keys(packageExports).sort()).toEqual([...entries, "./package.json"].sort());
  });

  it("has each entry but the root in 'typesVersions', for programs that do not read 'exports'", () => {
    const clouds = Object.keys(ENTRIES).filter((entry) => entry !== "index");
    expect(Object.keys(typesVersions["*"]).sort()).toEqual(clouds.sort());
  });
});
