import { generateDtsBundle } from "dts-bundle-generator";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");

/** The package's entries, by the name of their file in `api/`. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: "lib/index.ts",
  aws: "lib/aws/index.ts",
  azure: "lib/azure/index.ts",
  gcp: "lib/gcp/index.ts",
  oci: "lib/oci/index.ts",
};

/** Declarations that are generated, and compared in a test of their own: thousands of lines that nobody would review. */
const GENERATED = "lib/oci/bindings";

export function apiFile(entry: string): string {
  return join(ROOT, "api", `${entry}.d.ts`);
}

/** The public declarations of each entry, in one text each; what is generated is imported there. */
export function publicDeclarations(): Record<string, string> {
  const bundles = generateDtsBundle(
    Object.values(ENTRIES).map((path) => ({
      filePath: join(ROOT, path),
      output: { noBanner: true, exportReferencedTypes: false },
    })),
    { preferredConfigPath: join(ROOT, "tsconfig.build.json") },
  );
  const generated = generatedNames();
  return Object.fromEntries(
    Object.keys(ENTRIES).map((entry, index) => [entry, withImports(bundles[index] ?? "", generated)]),
  );
}

/** The names that are declared in `GENERATED`, with the paths that `api/` imports them by. */
function generatedNames(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(join(ROOT, GENERATED)).flatMap((file) =>
      statementsOf(readFileSync(join(ROOT, GENERATED, file), "utf8")).flatMap((statement) =>
        isDeclaration(statement) ? [[statement.name?.text ?? "", `../${GENERATED}/${parse(file).name}`] as const] : [],
      ),
    ),
  );
}

/** The declarations, with those of the generated names that they use imported instead of being among them. */
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
  const left = statements.filter((statement) => !moved.has(statement));
  const used = new Set([...exported, ...left.flatMap(identifiersOf)]);
  return [
    ...imports.filter((one) => identifiersOf(one).some((name) => used.has(name))).map((one) => one.getFullText()),
    ...[...generated].filter(([name]) => used.has(name)).map(([name, path]) => `\nimport { ${name} } from '${path}';`),
    ...left.map((statement) => statement.getFullText()),
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

// `npm run api` writes down what has become public; the test compares.
if (require.main === module) {
  for (const [entry, declarations] of Object.entries(publicDeclarations())) {
    writeFileSync(apiFile(entry), declarations);
  }
}
