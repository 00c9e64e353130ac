import { App } from "cdktf";
import { InputError } from "cdktf-finops";
import { AwsMinimalStack } from "./aws-minimal/stack";
import { loadSettings, SettingsError } from "./settings";

function main(): void {
  const settings = loadSettings();
  const app = new App({ stackTraces: false });
  new AwsMinimalStack(app, "aws-minimal", settings.aws);
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
