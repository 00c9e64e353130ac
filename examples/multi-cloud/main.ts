import { App } from "cdktf";
import { InputError } from "cdktf-finops";
import { loadSettings, SettingsError } from "../settings";
import { STACKS } from "../stacks";

// All that the platform's page asks for, in one program: one stack for each cloud, so that each has a state of its own and
// one that fails keeps none of the others from being deployed.

/** The stacks, each of the example of its name. */
const IDS = ["aws-minimal", "gcp-minimal", "azure-minimal", "oci-minimal"] as const;

try {
  const settings = loadSettings();
  const app = new App({ stackTraces: false });
  for (const id of IDS) {
    STACKS[id](app, id, settings);
  }
  app.synth();
} catch (error) {
  if (!(error instanceof InputError || error instanceof SettingsError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
