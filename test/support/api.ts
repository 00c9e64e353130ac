import { generateDtsBundle } from "dts-bundle-generator";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");

/** Entries of the package, by the name of their file in `api/`: their declarations in the build. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: "index.d.ts",
  aws: "aws/index.d.ts",
  azure: "azure/index.d.ts",
  gcp: "gcp/index.d.ts",
  oci: "oci/index.d.ts",
};

/** Folder of generated declarations, which have a separate test: thousands of lines that nobody would review. */
const GENERATED = "lib/oci/bindings";

/** Path of the file in `api/` for an entry. */
export function apiFile(entry: string): string {
  return join(ROOT, "api", `${entry}.d.ts`);
}

/** Public declarations of each entry in a build, as one text each that imports the generated declarations. */
export function publicDeclarations(build: string): Record<string, string> {
  const bundles = generateDtsBundle(
    Object.values(ENTRIES).map((path) => ({
      filePath: join(build, path),
      output: { noBanner: true, exportReferencedTypes: false },
    })),
    // Without the types of Node.js, which are in no public declaration: the search for them takes seconds.
    { preferredConfigPath: join(__dirname, "tsconfig.api.json") },
  );
  const generated = generatedNames();
  return Object.fromEntries(
    Object.keys(ENTRIES).map((entry, index) => [entry, withImports(bundles[index] ?? "", generated)]),
  );
}

/** Names that `GENERATED` declares, with the paths by which `api/` imports them. */
function generatedNames(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(join(ROOT, GENERATED)).flatMap((file) =>
      statementsOf(readFileSync(join(ROOT, GENERATED, file), "utf8")).flatMap((statement) =>
        isDeclaration(statement) ? [[statement.name?.text ?? "", `../${GENERATED}/${parse(file).name}`] as const] : [],
      ),
    ),
  );
}

/** Replaces the declarations of generated names by imports. */
function withImports(declarations: string, generated: ReadonlyMap<string, string>): string {
  const statements = statementsOf(declarations);
  const dropped = statements
    .filter((statement) => isDeclaration(statement))
    .filter(({ name }) => generated.has(name?.text ?? ""));
  if (dropped.length === 0) {
    return declarations;
  }
  const exported = dropped
    .filter(({ modifiers = [] }) => modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map(({ name }) => name?.text ?? "");
  const imports = statements.filter((statement) => ts.isImportDeclaration(statement));
  const moved = new Set<ts.Statement>([...imports, ...dropped]);
  const remaining = statements.filter((statement) => !moved.has(statement));
  const used = new Set([...exported, ...remaining.flatMap(identifiersOf)]);
  return [
    ...imports
      .filter((declaration) => identifiersOf(declaration).some((name) => used.has(name)))
      .map((declaration) => declaration.getFullText()),
    ...[...generated].filter(([name]) => used.has(name)).map(([name, path]) => `\nimport { ${name} } from '${path}';`),
    ...remaining.map((statement) => statement.getFullText()),
    `\nexport { ${exported.join(", ")} };\n`,
  ].join("");
}

function statementsOf(text: string): readonly ts.Statement[] {
  return ts.createSourceFile("api.d.ts", text, ts.ScriptTarget.Latest, true).statements;
}

function isDeclaration(statement: ts.Statement): statement is ts.ClassDeclaration | ts.InterfaceDeclaration {
  return ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement);
}

function identifiersOf(node: ts.Node): string[] {
  const names: string[] = ts.isIdentifier(node) ? [node.text] : [];
  ts.forEachChild(node, (child) => {
    names.push(...identifiersOf(child));
  });
  return names;
}

// `npm run api` updates the files in `api/`; test/consumers.test.ts compares them.
if (require.main === module) {
  for (const [entry, declarations] of Object.entries(publicDeclarations(join(ROOT, "dist")))) {
    writeFileSync(apiFile(entry), declarations);
  }
}
