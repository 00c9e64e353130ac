import { basename } from "node:path";
import hideTerraform from "../test/support/without-terraform";

// Mutation testing: StrykerJS makes one small change of the code at a time, and reports those that no test notices.

const NAMES = [
  ...["conditions", "entries", "override-guard", "passable-part", "preconditions", "props-schema", "rule-checks"],
  ...["rules", "stack-validation", "unique-names", "validate-props"],
];

/** Tests the mutants of each file, in a run of its own: the largest file has some 350. */
async function mutate(files: readonly string[]): Promise<void> {
  // Once, not in each run of jest, whose temporary folder would be within that of the run before.
  hideTerraform();
  const { Stryker } = await import("@stryker-mutator/core");
  const scores: Record<string, object> = {};
  for (const file of files) {
    const mutants = await new Stryker({
      mutate: [file],
      ignoreStatic: true,
      testRunner: "jest",
      jest: {
        enableFindRelatedTests: false,
        config: {
          globalSetup: null,
          runner: "<rootDir>/tools/first-failure.cjs",
          testMatch: ["<rootDir>/test/{core,aws}/**/*.test.ts"],
        },
      },
      concurrency: 2,
      // An endless loop is detected by its number of rounds: no result is about time.
      timeoutMS: 120_000,
      cleanTempDir: "always",
      clearTextReporter: { reportTests: false },
      reporters: ["clear-text", "html", "progress"],
      htmlReporter: { fileName: `reports/mutation/${basename(file, ".ts")}.html` },
    }).runMutationTest();
    const count = (...states: string[]): number => mutants.filter(({ status }) => states.includes(status)).length;
    // An error: a test file does not even load.
    const detected = count("Killed", "Timeout", "RuntimeError");
    const undetected = count("Survived", "NoCoverage");
    const score = Number(((100 * detected) / (detected + undetected)).toFixed(1));
    scores[file] = { mutants: mutants.length, detected, undetected, score };
  }
  console.table(scores);
}

const named = process.argv.slice(2);
void mutate(named.length > 0 ? named : NAMES.map((name) => `lib/core/${name}.ts`));
