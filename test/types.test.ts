import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { type Cloud } from "../lib/core/platform";
import { configOf, createProgram, messagesOf } from "./support/compiler";

// The compiler requires the props of an integration. The programs in test/types mark each expected error; an expected error
// that does not occur is an error, too.

const FOLDER = join(__dirname, "types");
const PROGRAMS = readdirSync(FOLDER).map((file) => join(FOLDER, file));

/** Error about an integration without props, by cloud. */
const MISSING: Readonly<Record<Cloud, string>> = {
  aws: "Property 'bucketName' is missing in type '{}' but required in type 'AwsNewStorageIntegrationProps'",
  gcp: "Type '{}' is missing the following properties from type 'GcpNewStorageIntegrationProps': projectId, datasetLocation, billingAccountId",
  azure:
    "Type '{}' is missing the following properties from type 'AzureNewStorageIntegrationProps': subscriptionId, location, storageAccountName, agreement",
  oci: "Type '{}' is missing the following properties from type 'OciNewIdentityIntegrationProps': tenancyOcid, homeRegion, userEmail",
};

/** Programs that pass no props at all, by their paths. */
const EMPTY = new Map(
  Object.keys(MISSING).map((cloud) => {
    const name = `${cloud.charAt(0).toUpperCase()}${cloud.slice(1)}Integration`;
    return [
      join(FOLDER, `empty-${cloud}.ts`),
      `import { ${name} } from "cdktf-finops/${cloud}";
       import { type TerraformStack } from "cdktf";
       declare const stack: TerraformStack;
       new ${name}(stack, "finops", {});`,
    ];
  }),
);

const { options } = configOf(join(__dirname, "../tsconfig.json"));
const program = createProgram([...PROGRAMS, ...EMPTY.keys()], options, EMPTY);

/** Errors of a program. */
function errorsOf(path: string): string[] {
  return messagesOf(ts.getPreEmitDiagnostics(program, program.getSourceFile(path)));
}

describe("the compiler", () => {
  it.each(PROGRAMS.map((path) => [path.replace(/^.*\//, ""), path]))(
    "reports exactly the errors that %s expects",
    (_, path) => {
      expect(errorsOf(path)).toEqual([]);
    },
  );

  it.each(Object.entries(MISSING))(
    "names the missing properties of an integration without props: %s",
    (cloud, message) => {
      const [error = "", ...more] = errorsOf(join(FOLDER, `empty-${cloud}.ts`));
      expect(error).toContain(message);
      expect(more).toEqual([]);
    },
  );
});
