import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

// The compiler requires the props of an integration. The programs in test/types mark each expected error; an expected error
// that does not occur is an error, too.

const FOLDER = join(__dirname, "types");
const PROGRAMS = readdirSync(FOLDER).map((file) => join(FOLDER, file));

/** Error about an integration without props, by its prefix. */
const MISSING = {
  Aws: "Property 'bucketName' is missing in type '{}' but required in type 'AwsNewStorageIntegrationProps'",
  Gcp: "Type '{}' is missing the following properties from type 'GcpNewStorageIntegrationProps': projectId, datasetLocation, billingAccountId",
  Azure:
    "Type '{}' is missing the following properties from type 'AzureNewStorageIntegrationProps': subscriptionId, location, storageAccountName, agreement",
  Oci: "Type '{}' is missing the following properties from type 'OciNewIdentityIntegrationProps': tenancyOcid, homeRegion, userEmail",
};

/** Programs that pass no props at all, by their paths. */
const EMPTY = new Map(
  Object.keys(MISSING).map((prefix) => [
    join(FOLDER, `empty-${prefix}.ts`),
    `import { ${prefix}Integration } from "cdktf-finops/${prefix.toLowerCase()}";
     import { type TerraformStack } from "cdktf";
     declare const stack: TerraformStack;
     new ${prefix}Integration(stack, "finops", {});`,
  ]),
);

const { config } = ts.readConfigFile(join(__dirname, "../tsconfig.json"), (path) => ts.sys.readFile(path)) as {
  readonly config: unknown;
};
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(__dirname, ".."));
const host = ts.createCompilerHost(options);
const program = ts.createProgram([...PROGRAMS, ...EMPTY.keys()], options, {
  ...host,
  fileExists: (path) => EMPTY.has(path) || host.fileExists(path),
  getSourceFile: (path, languageVersion) => {
    const text = EMPTY.get(path);
    return text === undefined
      ? host.getSourceFile(path, languageVersion)
      : ts.createSourceFile(path, text, languageVersion);
  },
});

/** Errors of a program, as the compiler prints them. */
function errorsOf(path: string): string[] {
  const errors = ts.getPreEmitDiagnostics(program, program.getSourceFile(path));
  return errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the compiler", () => {
  it.each(PROGRAMS.map((path) => [path.replace(/^.*\//, ""), path]))(
    "reports exactly the errors that %s expects",
    (_, path) => {
      expect(errorsOf(path)).toEqual([]);
    },
  );

  it.each(Object.entries(MISSING))(
    "names the missing properties of an %sIntegration without props",
    (prefix, message) => {
      const [error = "", ...more] = errorsOf(join(FOLDER, `empty-${prefix}.ts`));
      expect(error).toContain(message);
      expect(more).toEqual([]);
    },
  );
});
