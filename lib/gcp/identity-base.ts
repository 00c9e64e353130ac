import { type GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { type ITerraformDependable } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { type GcpIdentityFieldValues, type IGcpIdentity } from "./interfaces";
import { addGcpProviderValidation, type GcpPartProps } from "./provider";
import { type GcpAdditionalService } from "./services";

/** Base of the library's identities. */
export abstract class GcpIdentityBase extends Part implements IGcpIdentity {
  readonly finopsInterface = "IGcpIdentity";
  abstract readonly email: string;
  abstract readonly member: string;
  abstract readonly fieldValues: GcpIdentityFieldValues;
  abstract readonly requiredServices: readonly GcpAdditionalService[];
  readonly dependencies: readonly ITerraformDependable[] = [];
  readonly projectId: string;
  readonly provider?: GoogleProvider;

  constructor(scope: Construct, id: string, validProps: GcpPartProps) {
    super(scope, id);
    addGcpProviderValidation(this, validProps);
    this.projectId = validProps.projectId;
    this.provider = validProps.provider;
  }
}
