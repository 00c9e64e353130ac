import { type GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { checkGcpProvider, type GcpPartProps } from "./provider";
import { type GcpAdditionalService } from "./services";

/** The rows of the platform's form that depend on who it logs in as. */
export type GcpIdentityKey = "service_account_key_json" | "workload_identity_provider";

/** Those of them that an identity fills in. */
export type GcpIdentityValues = Readonly<Partial<Record<GcpIdentityKey, string>>>;

/**
 * Who the platform logs in as: a service account, new with a key (`GcpIdentity`), new without one
 * (`GcpImpersonatedIdentity`, `GcpFederatedIdentity`), or there already (`GcpIdentity.fromServiceAccount`).
 */
export abstract class GcpIdentityBase extends Part {
  /** E-mail address of the service account. */
  abstract readonly email: string;
  /** The service account as a binding names it: `serviceAccount:<e-mail address>`. */
  abstract readonly member: string;
  /** The rows of the platform's form that it fills in. */
  abstract readonly formValues: GcpIdentityValues;
  /** What has to be read and checked before roles are bound to it. */
  readonly dependencies: readonly ITerraformDependable[] = [];
  /** The APIs that it needs beside those that all need. */
  abstract readonly requiredServices: readonly GcpAdditionalService[];

  /** ID of the project that the service account is in. */
  readonly projectId: string;
  /** What creates or reads it; `undefined` for the stack's Google provider without an alias. */
  readonly provider?: GoogleProvider;

  constructor(scope: Construct, id: string, props: GcpPartProps) {
    super(scope, id);
    checkGcpProvider(this, props);
    this.projectId = props.projectId;
    this.provider = props.provider;
  }
}
