import { Construct } from "constructs";
import { type Field } from "./field";
import { type Input } from "./input";
import { type ManualStep } from "./manual-step";
import { makeOutputs } from "./outputs";
import { type Part } from "./part";
import { type Permission } from "./permission";
import { type Cloud } from "./platform";
import { literalString, optional } from "./rules";

/** What every integration takes. */
export interface IntegrationProps {
  /**
   * Begins the names of the Terraform outputs: with `finops`, the field `user_arn` is the output `finops_user_arn`.
   * Lower-case letters, digits and '_', a letter first; unique in the stack.
   *
   * @default - the path of the construct below its stack, in snake_case
   */
  readonly outputPrefix?: string;
}

/** The input of what every integration takes. */
export const INTEGRATION_INPUT: Input<IntegrationProps, "outputPrefix"> = {
  rules: {
    outputPrefix: optional(
      literalString(
        [
          {
            must: "be lower-case letters, digits and '_', beginning with a letter",
            matches: "^[a-z][a-z0-9_]*$",
          },
          { must: "be at most 64 characters long", maxLength: 64 },
        ],
        '"finops"',
      ),
    ),
  },
  names: { outputPrefix: (place) => place.nameBelowStack("_") },
  claims: ({ outputPrefix }) => [{ property: "outputPrefix", kind: "outputs", name: outputPrefix, within: "stack" }],
};

/**
 * What the integrations of all clouds are: a cloud's billing data made ready for the platform, with the fields of the
 * platform's form as outputs.
 *
 * A subclass composes its parts and calls `handOff` once, at the end of its constructor.
 */
export abstract class Integration extends Construct {
  /** The cloud it reads from. */
  readonly cloud: Cloud;
  /** Begins the names of its Terraform outputs. */
  readonly outputPrefix: string;
  private handedOff?: HandOff;

  constructor(scope: Construct, id: string, cloud: Cloud, props: Required<IntegrationProps>) {
    super(scope, id);
    this.cloud = cloud;
    this.outputPrefix = props.outputPrefix;
    this.node.addValidation({
      validate: () => (this.handedOff === undefined ? ["'handOff' was never called, so nothing would be output"] : []),
    });
  }

  /** The rows of the platform's form, in its order. */
  get fields(): Field[] {
    return [...(this.handedOff?.fields ?? [])];
  }

  /** Everything that is granted, and why. */
  get permissions(): Permission[] {
    return this.parts.flatMap((part) => part.permissions);
  }

  /** What is left for a person to do. */
  get manualSteps(): ManualStep[] {
    return this.parts.flatMap((part) => part.manualSteps);
  }

  /** What the data lacks because of the way in that was chosen, a sentence each. */
  get limitations(): string[] {
    return this.parts.flatMap((part) => part.limitations);
  }

  /**
   * Makes the outputs.
   *
   * @param fields the rows of the platform's form, in its order
   * @param parts what the integration is made of; each tells what it grants, what is left to do and what the data lacks
   */
  protected handOff(fields: readonly Field[], parts: readonly Part[]): void {
    if (this.handedOff !== undefined) {
      throw new Error(`${this.node.path}: 'handOff' must be called once`);
    }
    this.handedOff = { fields, parts };
    makeOutputs(this);
  }

  private get parts(): readonly Part[] {
    return this.handedOff?.parts ?? [];
  }
}

interface HandOff {
  readonly fields: readonly Field[];
  readonly parts: readonly Part[];
}
