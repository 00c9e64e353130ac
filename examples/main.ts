import { AnnotationMetadataEntryType, App } from "cdktf";
import { InputError } from "cdktf-finops";
import { loadSettings, madeUp, SettingsError } from "./settings";
import { STACKS } from "./stacks";

function main(): void {
  const settings = loadSettings();
  const app = new App({ stackTraces: false });
  for (const [id, make] of Object.entries(STACKS)) {
    const stack = make(app, id, settings);
    const left = madeUp(id, settings);
    if (left.length > 0) {
      // So that `cdktf deploy` says so, too.
      stack.node.addMetadata(AnnotationMetadataEntryType.WARN, `Made-up settings: ${left.join(", ")}`);
    }
  }
  app.synth();
}

try {
  main();
} catch (error) {
  if (!(error instanceof InputError || error instanceof SettingsError)) {
    throw error;
  }
  // The message says it all; a stack trace of this program would only bury it.
  console.error(error.message);
  process.exitCode = 1;
}
