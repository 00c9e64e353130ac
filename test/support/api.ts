import { generateDtsBundle } from "dts-bundle-generator";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** The package's entries, by the name of their file in `api/`. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: "lib/index.ts",
  aws: "lib/aws/index.ts",
};

export function apiFile(entry: string): string {
  return join(ROOT, "api", `${entry}.d.ts`);
}

/** The public declarations of each entry, in one text each. */
export function publicDeclarations(): Record<string, string> {
  const bundles = generateDtsBundle(
    Object.values(ENTRIES).map((path) => ({
      filePath: join(ROOT, path),
      output: { noBanner: true, exportReferencedTypes: false },
    })),
    { preferredConfigPath: join(ROOT, "tsconfig.build.json") },
  );
  return Object.fromEntries(Object.keys(ENTRIES).map((entry, index) => [entry, bundles[index] ?? ""]));
}

// `npm run api` writes down what has become public; the test compares.
if (require.main === module) {
  for (const [entry, declarations] of Object.entries(publicDeclarations())) {
    writeFileSync(apiFile(entry), declarations);
  }
}
