import { type ManualStep } from "../core/manual-step";
import { GcpIdentityBase } from "./identity-base";
import { type GcpIdentityFieldValues } from "./interfaces";
import { type GcpServiceAccountKey } from "./service-account-key";
import { type GcpAdditionalService } from "./services";

/** Base of the identities that log in with a key of a service account, new or existing. */
export abstract class GcpKeyIdentity extends GcpIdentityBase {
  /** Key of the service account. */
  abstract readonly key: GcpServiceAccountKey;

  get fieldValues(): GcpIdentityFieldValues {
    return this.key.fieldValues;
  }

  get requiredServices(): readonly GcpAdditionalService[] {
    return this.key.requiredServices;
  }

  override get manualSteps(): ManualStep[] {
    return [...this.key.manualSteps];
  }
}
