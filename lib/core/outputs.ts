import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { InputError } from "./errors";
import { type Integration } from "./integration";
import { PLATFORM_STEPS } from "./platform";

/** Counts up when the shape of the hand-off output changes in a way that its readers would notice. */
const SCHEMA_VERSION = 1;

const CHECKED = new WeakSet<TerraformStack>();

/**
 * One Terraform output per field; one per manual step, with the values to enter; and `<prefix>_handoff`, which describes
 * them and has no value of a field in it. So `terraform output -json`, which prints sensitive outputs as well, is all that
 * is needed to fill in the form.
 */
export function makeOutputs(integration: Integration): void {
  const { cloud, outputPrefix, fields, manualSteps, limitations } = integration;
  const outputs = new Construct(integration, "outputs");
  const outputName = (key: string): string => `${outputPrefix}_${key}`;
  const make = (key: string, config: ConstructorParameters<typeof TerraformOutput>[2]): void => {
    if (outputs.node.tryFindChild(key) !== undefined) {
      throw new InputError(integration.node.path, [
        `two of its outputs are named '${outputName(key)}'; give the manual step of a part of your own another key`,
      ]);
    }
    new TerraformOutput(outputs, key, config).overrideLogicalId(outputName(key));
  };
  for (const { key, value, label, secret } of fields) {
    make(key, { value, description: label, ...(secret ? { sensitive: true } : {}) });
  }
  for (const { key, title, values } of manualSteps) {
    make(key, { value: values, description: `To do by hand: ${title}` });
  }
  make("handoff", {
    description: "What to enter into the platform's form, and in which order",
    value: {
      schema: "cdktf-finops/handoff",
      schema_version: SCHEMA_VERSION,
      cloud,
      fields: fields.map(({ key, label, secret, kind, note }) => ({
        key,
        label,
        output: outputName(key),
        secret,
        kind,
        ...(note === undefined ? {} : { note }),
      })),
      manual_steps: manualSteps.map((step) => ({ ...step, output: outputName(step.key) })),
      limitations,
      steps: PLATFORM_STEPS.map(({ key, title, wantsFields }) => ({
        key,
        title,
        fields: wantsFields ? fields.map((field) => field.key) : [],
      })),
    },
  });
  checkOutputsOnce(TerraformStack.of(integration));
}

// cdktf lets two outputs of one name collapse into the last one, and so lose a value without a word.
function checkOutputsOnce(stack: TerraformStack): void {
  if (CHECKED.has(stack)) {
    return;
  }
  CHECKED.add(stack);
  stack.node.addValidation({
    validate: () => {
      const byName = new Map<string, string>();
      const problems: string[] = [];
      for (const output of stack.node.findAll().filter((node) => TerraformOutput.isTerraformOutput(node))) {
        if (TerraformStack.of(output) !== stack) {
          continue;
        }
        const name = output.friendlyUniqueId;
        const other = byName.get(name);
        if (other === undefined) {
          byName.set(name, output.node.path);
        } else {
          problems.push(
            `output names must be unique in the stack, got: '${name}' at both ${other} and ${output.node.path}; ` +
              "rename yours, or set 'outputPrefix' of the integration",
          );
        }
      }
      return problems;
    },
  });
}
