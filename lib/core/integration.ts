import { Construct } from "constructs";
import { maxLength } from "./conditions";
import { type Field } from "./field";
import { type ManualStep } from "./manual-step";
import { createOutputs, OUTPUTS } from "./outputs";
import { type IPart } from "./part";
import { type Permission } from "./permission";
import { type Cloud } from "./platform";
import { type PropsSchema } from "./props-schema";
import { optional, synthTimeString } from "./rules";
import { takeClaim } from "./unique-names";
import { shareValidation } from "./validate-props";

/** Props of every integration. */
export interface IntegrationProps {
  /**
   * Prefix of the Terraform outputs: with `finops`, the field `user_arn` becomes the output `finops_user_arn`. Lower-case
   * letters, digits and '_', beginning with a letter; unique in the stack.
   *
   * @default - the path of the construct below its stack, in snake_case
   */
  readonly outputPrefix?: string;
}

/** Schema of `IntegrationProps`. */
export const INTEGRATION_SCHEMA: PropsSchema<IntegrationProps, "outputPrefix"> = {
  rules: {
    outputPrefix: optional(
      synthTimeString(
        [
          {
            must: "be lower-case letters, digits and '_', beginning with a letter",
            pattern: "^[a-z][a-z0-9_]*$",
          },
          maxLength(64),
        ],
        '"finops"',
      ),
    ),
  },
  defaultNames: { outputPrefix: (site) => site.nameBelowStack("_") },
  uniqueNames: ({ outputPrefix }) => [
    { property: "outputPrefix", kind: "outputs", name: outputPrefix, within: "stack" },
  ],
};

/**
 * Base of the integrations of all clouds: a cloud's billing data made available to the platform, with the fields of the
 * platform's form as outputs.
 */
export abstract class Integration extends Construct {
  /** Cloud that the platform reads. */
  readonly cloud: Cloud;
  /** Prefix of its Terraform outputs. */
  readonly outputPrefix: string;
  private handedOff?: { readonly fields: readonly Field[]; readonly parts: readonly IPart[] };

  constructor(scope: Construct, id: string, cloud: Cloud, validProps: Required<IntegrationProps>) {
    super(scope, id);
    takeClaim(this);
    shareValidation(this, validProps);
    this.cloud = cloud;
    this.outputPrefix = validProps.outputPrefix;
    OUTPUTS.add({ construct: this, outputPrefix: validProps.outputPrefix });
  }

  /** Rows of the platform's form, in its order. */
  get fields(): Field[] {
    return [...(this.handedOff?.fields ?? [])];
  }

  /** Permissions of all parts, with reasons. */
  get permissions(): Permission[] {
    return this.parts.flatMap((part) => part.permissions);
  }

  /** Steps left for a person. */
  get manualSteps(): ManualStep[] {
    return this.parts.flatMap((part) => part.manualSteps);
  }

  /** Gaps in the data that follow from the chosen options, a sentence each. */
  get limitations(): string[] {
    return this.parts.flatMap((part) => part.limitations);
  }

  /**
   * Creates the outputs. An integration calls it once, at the end of its constructor.
   *
   * @param fields rows of the platform's form, in its order
   * @param parts all parts of the integration, whose permissions, manual steps and limitations become its own
   */
  protected handOff(fields: readonly Field[], parts: readonly IPart[]): void {
    if (this.handedOff !== undefined) {
      throw new Error(`${this.node.path}: 'handOff' must be called once`);
    }
    this.handedOff = { fields, parts };
    createOutputs(this);
  }

  private get parts(): readonly IPart[] {
    return this.handedOff?.parts ?? [];
  }
}
