import { AnnotationMetadataEntryType, App } from "cdktf";
import { InputError } from "cdktf-finops";
import { loadSettings, madeUp, type Settings, SettingsError } from "./settings";
import { STACKS } from "./stacks";

/** Synthesizes these examples in one program: one stack for each, with a state of its own. Tells all that they refuse at once. */
export function synthesize(ids: readonly (keyof Settings)[]): void {
  const problems: string[] = [];
  try {
    const settings = loadSettings();
    const app = new App({ stackTraces: false });
    for (const id of ids) {
      collect(problems, () => {
        const stack = STACKS[id](app, id, settings);
        const left = madeUp(id, settings);
        if (left.length > 0) {
          // So that `cdktf deploy` says so, too.
          stack.node.addMetadata(AnnotationMetadataEntryType.WARN, `Made-up settings: ${left.join(", ")}`);
        }
      });
    }
    if (problems.length === 0) {
      app.synth();
    }
  } catch (error) {
    problems.push(messageOf(error));
  }
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exitCode = 1;
  }
}

function collect(problems: string[], make: () => void): void {
  try {
    make();
  } catch (error) {
    problems.push(messageOf(error));
  }
}

/** What bad input says. The message says it all; a stack trace of this program would only bury it, and is for all else. */
function messageOf(error: unknown): string {
  if (error instanceof InputError || error instanceof SettingsError) {
    return error.message;
  }
  throw error;
}
