import { AnnotationMetadataEntryType, App } from "cdktf";
import { InputError } from "cdktf-finops";
import { loadSettings, placeholdersIn, type Settings, SettingsError } from "./settings";
import { STACKS } from "./stacks";

/** Synthesizes these examples in one program: one stack for each, with a state of its own. Tells all that they refuse at once. */
export function synthesize(ids: readonly (keyof Settings)[]): void {
  telling(() => {
    const settings = loadSettings();
    const app = new App({ stackTraces: false });
    for (const id of ids) {
      telling(() => {
        const stack = STACKS[id](app, id, settings);
        const left = placeholdersIn(id, settings);
        if (left.length > 0) {
          // So that `cdktf deploy` says so, too.
          stack.node.addMetadata(AnnotationMetadataEntryType.WARN, `Made-up settings: ${left.join(", ")}`);
        }
      });
    }
    if (process.exitCode === undefined) {
      app.synth();
    }
  });
}

/** Tells of bad input by its message alone, which says it all; a stack trace of this program would only bury it. */
function telling(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof SettingsError)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
