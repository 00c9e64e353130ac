import { TerraformOutput, type TerraformStack } from "cdktf";

/** A row of the platform's form. */
export interface Row<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly secret: boolean;
  readonly kind: "text" | "file";
  readonly note?: string;
}

/** A step left for a person. */
export interface ManualStep {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly link: string;
  readonly values: Readonly<Record<string, string>>;
  readonly check: string;
}

/** Creates the outputs of an integration. */
type CreateOutputs<Key extends string> = (
  stack: TerraformStack,
  prefix: string,
  values: Readonly<Record<Key, string>>,
  manualSteps?: readonly ManualStep[],
) => void;

/** Returns the function that creates the outputs of an integration, for the floor of every cloud. */
export function outputsOf<Key extends string>(
  cloud: string,
  rows: readonly Row<Key>[],
  limitations: readonly string[] = [],
): CreateOutputs<Key> {
  const steps = [
    { key: "create_org", title: "Create an org for the provider in the platform", fields: [] },
    {
      key: "cost_orchestrator",
      title: "Integrate the Cost Orchestrator in that org",
      fields: rows.map(({ key }) => key),
    },
    {
      key: "financial_structure",
      title: "Download, fill in and upload the Financial Structure spreadsheet",
      fields: [],
    },
    { key: "recommendations", title: "Integrate the Recommendations of the provider", fields: [] },
  ];
  return (stack, prefix, values, manualSteps = []) => {
    for (const { key, label, secret } of rows) {
      new TerraformOutput(stack, `${prefix}_${key}`, {
        value: values[key],
        description: label,
        sensitive: secret ? true : undefined,
      });
    }
    for (const { key, title, values: value } of manualSteps) {
      new TerraformOutput(stack, `${prefix}_${key}`, { value, description: `Manual step: ${title}` });
    }
    new TerraformOutput(stack, `${prefix}_handoff`, {
      description: "What to enter into the platform's form, and in which order",
      value: {
        schema: "cdktf-finops/handoff",
        schema_version: 1,
        cloud,
        fields: rows.map((row) => ({ ...row, output: `${prefix}_${row.key}` })),
        manual_steps: manualSteps.map((step) => ({ ...step, output: `${prefix}_${step.key}` })),
        limitations,
        steps,
      },
    });
  };
}
