import { AnnotationMetadataEntryType, App } from "cdktf";
import { InputError } from "cdktf-finops";
import { loadSettings, madeUp, type Settings, SettingsError } from "./settings";
import { STACKS } from "./stacks";

/** Synthesizes these examples in one program: one stack for each, with a state of its own. */
export function synthesize(ids: readonly (keyof Settings)[]): void {
  try {
    const settings = loadSettings();
    const app = new App({ stackTraces: false });
    for (const id of ids) {
      const stack = STACKS[id](app, id, settings);
      const left = madeUp(id, settings);
      if (left.length > 0) {
        // So that `cdktf deploy` says so, too.
        stack.node.addMetadata(AnnotationMetadataEntryType.WARN, `Made-up settings: ${left.join(", ")}`);
      }
    }
    app.synth();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof SettingsError)) {
      throw error;
    }
    // The message says it all; a stack trace of this program would only bury it.
    console.error(error.message);
    process.exitCode = 1;
  }
}
