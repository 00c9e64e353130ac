import { Annotations, DISABLE_STACK_TRACE_IN_METADATA } from "cdktf";
import { Construct } from "constructs";
import { type Field } from "./field";
import { literalString, optional, type Rules } from "./input";
import { type ManualStep } from "./manual-step";
import { makeOutputs } from "./outputs";
import { type Permission } from "./permission";
import { type Claim } from "./place";
import { type Cloud } from "./platform";

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

/** One rule for each of `IntegrationProps`. */
export const INTEGRATION_RULES: Rules<IntegrationProps> = {
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
};

/** What a cloud's integration ends its constructor with. */
export interface IntegrationParts {
  /** In the order of the platform's form. */
  readonly fields: readonly Field[];
  /** All that is granted, to the platform and to services of the cloud. */
  readonly permissions: readonly Permission[];
  readonly manualSteps: readonly ManualStep[];
}

/** The names that an integration needs for itself. */
export function integrationClaims(props: Required<IntegrationProps>): Claim[] {
  return [{ property: "outputPrefix", kind: "outputs", name: props.outputPrefix, within: "stack" }];
}

/**
 * What the integrations of all clouds are: a cloud's billing data made ready for the platform, with the fields of the
 * platform's form as outputs.
 *
 * A subclass composes its parts and calls `handOver` once, at the end of its constructor.
 */
export abstract class Integration extends Construct {
  /** The cloud it reads from. */
  readonly cloud: Cloud;
  /** Begins the names of its Terraform outputs. */
  readonly outputPrefix: string;
  private handedOver?: IntegrationParts;

  constructor(scope: Construct, id: string, cloud: Cloud, props: Required<IntegrationProps>) {
    super(scope, id);
    // A trace would carry the paths of this machine into the manifest.
    this.node.setContext(DISABLE_STACK_TRACE_IN_METADATA, true);
    this.cloud = cloud;
    this.outputPrefix = props.outputPrefix;
    this.node.addValidation({
      validate: () =>
        this.handedOver === undefined ? ["'handOver' was never called, so nothing would be output"] : [],
    });
  }

  /** The rows of the platform's form, in its order. */
  get fields(): Field[] {
    return [...(this.handedOver?.fields ?? [])];
  }

  /** Everything that is granted, and why. */
  get permissions(): Permission[] {
    return [...(this.handedOver?.permissions ?? [])];
  }

  /** What is left for a person to do. */
  get manualSteps(): ManualStep[] {
    return [...(this.handedOver?.manualSteps ?? [])];
  }

  /** Makes the outputs and announces the manual steps. */
  protected handOver(parts: IntegrationParts): void {
    if (this.handedOver !== undefined) {
      throw new Error(`${this.node.path}: 'handOver' must be called once`);
    }
    this.handedOver = parts;
    makeOutputs(this, {
      cloud: this.cloud,
      outputPrefix: this.outputPrefix,
      fields: parts.fields,
      manualSteps: parts.manualSteps,
    });
    for (const step of parts.manualSteps) {
      Annotations.of(this).addWarning(`To do by hand: ${step.title}. ${step.why} See ${step.link}`);
    }
  }
}
