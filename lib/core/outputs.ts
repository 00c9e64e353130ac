import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { InputError } from "./errors";
import { type Field } from "./field";
import { type ManualStep } from "./manual-step";
import { type Cloud, PLATFORM_STEPS } from "./platform";
import { show } from "./show";
import { StackValidation } from "./stack-validation";

/** Version of the hand-off output's shape. Incremented by a change that its readers would notice. */
const SCHEMA_VERSION = 1;

/** Content of an integration's outputs. */
interface OutputContent {
  readonly cloud: Cloud;
  readonly outputPrefix: string;
  readonly fields: readonly Field[];
  readonly manualSteps: readonly ManualStep[];
  readonly limitations: readonly string[];
}

/**
 * Creates one Terraform output per field, one per manual step with the values to enter, and `<prefix>_handoff`, which
 * describes them without the value of any field. `terraform output -json`, which includes sensitive outputs, is therefore
 * enough to fill in the form.
 */
export function createOutputs(integration: Construct & OutputContent): void {
  const { cloud, outputPrefix, fields, manualSteps, limitations } = integration;
  const outputName = (key: string): string => `${outputPrefix}_${key}`;
  checkKeys(integration, [...fields, ...manualSteps, { key: "handoff" }], outputName);
  const outputs = new Construct(integration, "outputs");
  const create = (key: string, config: ConstructorParameters<typeof TerraformOutput>[2]): void => {
    new TerraformOutput(outputs, key, config).overrideLogicalId(outputName(key));
  };
  for (const { key, value, label, secret } of fields) {
    create(key, { value, description: label, ...(secret ? { sensitive: true } : {}) });
  }
  for (const { key, title, values } of manualSteps) {
    create(key, { value: values, description: `Manual step: ${title}` });
  }
  create("handoff", {
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
}

/** Checks the names of all outputs before the first one is created. Only a manual step of your own part can break them. */
function checkKeys(
  integration: Construct,
  keyed: readonly { readonly key: string }[],
  nameOf: (key: string) => string,
): void {
  const keys = keyed.map(({ key }) => key);
  const problems = keys.flatMap((key, index) => {
    if (!/^[a-z][a-z0-9_]*$/.test(key)) {
      return [
        `the key of a manual step must be lower-case letters, digits and '_', beginning with a letter, got: ${show(key)}`,
      ];
    }
    return keys.indexOf(key) === index
      ? []
      : [`two of its outputs are named '${nameOf(key)}'; give the manual step of your own part another key`];
  });
  if (problems.length > 0) {
    throw new InputError(integration.node.path, problems);
  }
}

type OutputOwner = Pick<OutputContent, "outputPrefix"> & { readonly construct: Construct };

/** Validation that each integration has outputs, and that their names are unique in the stack. */
export const OUTPUTS = new StackValidation<OutputOwner>((stack, integrations) => [
  ...integrations
    .filter(({ construct }) => outputsOf(construct) === undefined)
    .map(
      ({ construct }) => `${construct.node.path}: there are no outputs, because 'handOff' was not called, or failed`,
    ),
  ...checkUniqueOutputs(stack, integrations),
]);

const outputsOf = (integration: Construct): IConstruct | undefined => integration.node.tryFindChild("outputs");

// cdktf silently merges two outputs of the same name into the last one, so that a value would be lost.
function checkUniqueOutputs(stack: TerraformStack, integrations: readonly OutputOwner[]): string[] {
  const prefixes = new Map(integrations.map(({ construct, outputPrefix }) => [outputsOf(construct), outputPrefix]));
  // Of two integrations with the same prefix, the prefix is reported, as a unique name.
  const isReported = ({ node: one }: TerraformOutput, { node: other }: TerraformOutput): boolean =>
    one.scope !== other.scope && prefixes.has(one.scope) && prefixes.get(one.scope) === prefixes.get(other.scope);
  const byName = new Map<string, TerraformOutput>();
  const problems: string[] = [];
  for (const output of stack.node.findAll().filter((node) => TerraformOutput.isTerraformOutput(node))) {
    if (TerraformStack.of(output) !== stack) {
      continue;
    }
    const name = output.friendlyUniqueId;
    const other = byName.get(name);
    if (other === undefined) {
      byName.set(name, output);
    } else if (!isReported(output, other)) {
      problems.push(
        `output names must be unique in the stack, got: '${name}' at both ${other.node.path} and ${output.node.path}; ` +
          "rename yours, or set 'outputPrefix' of the integration",
      );
    }
  }
  return problems;
}
