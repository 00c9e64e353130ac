import { Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { type ManualStep } from "./manual-step";
import { type Permission } from "./permission";
import { takeClaim } from "./unique-names";
import { warn } from "./warning";

/** A part of an integration: an identity, a storage, a billing export, an access. */
export interface IPart extends IConstruct {
  /** Permissions that it grants, to the platform and to services of the cloud. */
  readonly permissions: readonly Permission[];
  /** Steps left for a person. */
  readonly manualSteps: readonly ManualStep[];
  /** Gaps in the data that follow from the chosen options, a sentence each. */
  readonly limitations: readonly string[];
}

/** Base of the library's parts. */
export abstract class Part extends Construct implements IPart {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    takeClaim(this);
  }

  get permissions(): Permission[] {
    return [];
  }

  get manualSteps(): ManualStep[] {
    return [];
  }

  get limitations(): string[] {
    return [];
  }

  /** Adds a warning at synthesis for each manual step and limitation. Call it last in the constructor of each part. */
  protected addSynthWarnings(): void {
    for (const { title, why, link } of this.manualSteps) {
      // An unresolved token says nothing to a reader.
      const where = Token.isUnresolved(link) ? "the outputs" : link;
      warn(this, `Manual step: ${title}. ${why} See ${where}`);
    }
    for (const limitation of this.limitations) {
      warn(this, `Limitation: ${limitation}`);
    }
  }
}
