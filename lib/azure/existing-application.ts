import { DataAzureadApplication } from "@cdktf/provider-azuread/lib/data-azuread-application";
import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { type ITerraformDependable, Op, TerraformSelf } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { forbidOverrides } from "../core/override-guard";
import { withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { string } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import { warnOfExistingPermissions } from "../core/warning";
import {
  AZURE_CREDENTIAL_CHECK,
  AZURE_CREDENTIAL_RULES,
  type AzureCredential,
  type AzureCredentialProps,
  createCredential,
} from "./credential";
import { AzureIdentityBase } from "./identity-base";
import { type AzureIdentityFieldValues } from "./interfaces";
import { CLIENT_ID } from "./conditions";
import { AZURE_TENANT_RULES, type AzureTenantProps } from "./provider";

/** Props of `AzureIdentity.fromApplication`. */
export interface AzureExistingApplicationProps extends AzureTenantProps, AzureCredentialProps {
  /**
   * Client ID of the application, a UUID in lower case. The application has a service principal in the tenant, and was
   * created for the platform.
   */
  readonly clientId: string;
}

/** Schema of `AzureExistingApplicationProps`. */
export const AZURE_EXISTING_APPLICATION_SCHEMA: PropsSchema<AzureExistingApplicationProps> = {
  rules: {
    ...AZURE_TENANT_RULES,
    clientId: string(CLIENT_ID, '"33333333-4444-5555-6666-777777777777"'),
    ...AZURE_CREDENTIAL_RULES,
  },
  crossChecks: [AZURE_CREDENTIAL_CHECK],
};

/**
 * Existing application, see `AzureIdentity.fromApplication`.
 *
 * @throws InputError when a property is refused
 */
export class AzureExistingApplication extends AzureIdentityBase {
  /** Data source of the application; `node.defaultChild`. */
  readonly application: DataAzureadApplication;
  /** Data source of the service principal. */
  readonly servicePrincipal: DataAzureadServicePrincipal;
  /** Credential of the application. */
  readonly credential: AzureCredential;
  readonly clientId: string;
  readonly applicationObjectId: string;
  readonly servicePrincipalObjectId: string;
  readonly principalKey: string;
  override readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AzureExistingApplicationProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureIdentity.fromApplication"),
      AZURE_EXISTING_APPLICATION_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    warnOfExistingPermissions(this, "application");
    const { azureadProvider: provider, clientId } = validProps;
    this.application = new DataAzureadApplication(this, "Resource", {
      provider,
      clientId,
      lifecycle: withPreconditions(validProps),
    });
    this.servicePrincipal = new DataAzureadServicePrincipal(this, "service_principal", {
      provider,
      clientId,
      lifecycle: {
        postcondition: [
          {
            condition: Op.eq(TerraformSelf.getAny("account_enabled"), true),
            errorMessage: `${describeConstruct(validProps)}: the service principal must be enabled.`,
          },
        ],
      },
    });
    forbidOverrides(this.application, "the application", { client_id: clientId });
    forbidOverrides(this.servicePrincipal, "the service principal", { client_id: clientId });
    this.clientId = clientId;
    this.applicationObjectId = this.application.objectId;
    this.servicePrincipalObjectId = this.servicePrincipal.objectId;
    this.principalKey = clientId;
    this.dependencies = [this.servicePrincipal];
    this.credential = createCredential(this, { id: this.application.id, clientId }, validProps);
    this.addSynthWarnings();
  }

  get fieldValues(): AzureIdentityFieldValues {
    return this.credential.fieldValues;
  }

  override get manualSteps(): ManualStep[] {
    return [...this.credential.manualSteps];
  }
}
