import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { type PropsSchema } from "../core/props-schema";
import { validateProps } from "../core/validate-props";
import { AZURE_APPLICATION_RULES, type AzureApplicationProps, checkOwners, uniqueApplicationName } from "./application";
import {
  AZURE_CREDENTIAL_RULES,
  type AzureCredential,
  type AzureCredentialProps,
  checkCredential,
  createCredential,
} from "./credential";
import { AzureExistingApplication, type AzureExistingApplicationProps } from "./existing-application";
import { type AzureIdentityFieldValues, type IAzureIdentity } from "./interfaces";
import { AzureNewApplicationIdentity } from "./new-application-identity";
import { AZURE_TENANT_RULES, type AzureTenantProps } from "./provider";

/** Props of `AzureIdentity`. */
export interface AzureIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureCredentialProps {}

/** The input of `AzureIdentity`. */
export const AZURE_IDENTITY_SCHEMA: PropsSchema<AzureIdentityProps, "applicationName"> = {
  rules: { ...AZURE_TENANT_RULES, ...AZURE_APPLICATION_RULES, ...AZURE_CREDENTIAL_RULES },
  defaultNames: { applicationName: (site) => site.name("-") },
  crossChecks: (props) => [...checkOwners(props), ...checkCredential(props)],
  uniqueNames: (props) => [uniqueApplicationName(props)],
};

/**
 * Who the platform logs in as: an application of this tenant with its service principal, and a client secret that ends.
 * It has no permission of its own, neither in Azure nor in Microsoft Graph.
 *
 * The secret is in Terraform's state, as the provider puts it there: keep the state where only those may read it who may
 * read the secret, or see `certificatePem` and `createClientSecret`.
 */
export class AzureIdentity extends AzureNewApplicationIdentity {
  /**
   * An application that is there already, with its service principal. Terraform creates a client secret of it, unless told
   * otherwise, and the access gives it roles; nothing else of it is changed.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromApplication(scope: Construct, id: string, props: AzureExistingApplicationProps): IAzureIdentity {
    return new AzureExistingApplication(scope, id, props);
  }

  /** Credential of the application. */
  readonly credential: AzureCredential;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureIdentityProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureIdentity"), AZURE_IDENTITY_SCHEMA, props);
    super(scope, id, validProps);
    this.credential = createCredential(this, { id: this.application.id, clientId: this.clientId }, validProps);
    this.addSynthWarnings();
  }

  get formValues(): AzureIdentityFieldValues {
    return this.credential.formValues;
  }

  override get manualSteps(): ManualStep[] {
    return [...this.credential.manualSteps];
  }
}
