import { AnnotationMetadataEntryType, App } from "cdktf";
import { InputError } from "cdktf-finops";
import { loadSettings, placeholdersIn, type Settings, SettingsError } from "./settings";
import { STACKS } from "./stacks";

/** Synthesizes examples in one program, one stack with its own state for each, and reports the errors of all at once. */
export function synthesize(ids: readonly (keyof Settings)[]): void {
  reportErrors(() => {
    const settings = loadSettings();
    const app = new App({ stackTraces: false });
    for (const id of ids) {
      reportErrors(() => {
        const stack = STACKS[id](app, id, settings);
        const placeholders = placeholdersIn(id, settings);
        if (placeholders.length > 0) {
          // `cdktf deploy` prints this warning, too.
          stack.node.addMetadata(
            AnnotationMetadataEntryType.WARN,
            `Placeholder values still in use: ${placeholders.join(", ")}`,
          );
        }
      });
    }
    if (process.exitCode === undefined) {
      app.synth();
    }
  });
}

/** Runs a function, and prints an error about invalid input without its stack trace, which would bury the message. */
function reportErrors(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof SettingsError)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
