import { Token } from "cdktf";
import { Construct } from "constructs";
import { type ManualStep } from "./manual-step";
import { type Permission } from "./permission";
import { warn } from "./warning";

/** A part of an integration, by what every part tells of itself. */
export abstract class Part extends Construct {
  /** What it grants, to the platform and to services of the cloud. */
  get permissions(): Permission[] {
    return [];
  }

  /** What is left for a person to do. */
  get manualSteps(): ManualStep[] {
    return [];
  }

  /** What the data lacks because of the way in that was chosen, a sentence each. */
  get limitations(): string[] {
    return [];
  }

  /** Warns of steps and limitations at synth: the last line of the constructor of whoever has any. */
  protected announce(): void {
    for (const { title, why, link } of this.manualSteps) {
      // Of what Terraform fills in there is nothing to be seen yet.
      const where = Token.isUnresolved(link) ? "the outputs" : link;
      warn(this, `To do by hand: ${title}. ${why} See ${where}`);
    }
    for (const limitation of this.limitations) {
      warn(this, `Limited: ${limitation}`);
    }
  }
}
