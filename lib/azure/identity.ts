import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type ManualStep } from "../core/manual-step";
import { type PropsSchema } from "../core/props-schema";
import { validateProps } from "../core/validate-props";
import {
  AZURE_APPLICATION_RULES,
  AZURE_OWNERS_CHECK,
  type AzureApplicationProps,
  uniqueApplicationName,
} from "./application";
import {
  AZURE_CREDENTIAL_CHECK,
  AZURE_CREDENTIAL_RULES,
  type AzureCredential,
  type AzureCredentialProps,
  createCredential,
} from "./credential";
import { AzureExistingApplication, type AzureExistingApplicationProps } from "./existing-application";
import { type AzureIdentityFieldValues, type IAzureIdentity } from "./interfaces";
import { AzureNewApplicationIdentity } from "./new-application-identity";
import { AZURE_TENANT_RULES, type AzureTenantProps } from "./provider";

/** Props of `AzureIdentity`. */
export interface AzureIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureCredentialProps {}

/** Schema of `AzureIdentityProps`. */
export const AZURE_IDENTITY_SCHEMA: PropsSchema<AzureIdentityProps, "applicationName"> = {
  rules: { ...AZURE_TENANT_RULES, ...AZURE_APPLICATION_RULES, ...AZURE_CREDENTIAL_RULES },
  defaultNames: { applicationName: (site) => site.name("-") },
  crossChecks: [AZURE_OWNERS_CHECK, AZURE_CREDENTIAL_CHECK],
  uniqueNames: (props) => [uniqueApplicationName(props)],
};

/**
 * Identity that the platform logs in as: an application of this tenant with its service principal, and a client secret that
 * expires. It has no permissions of its own, neither in Azure nor in Microsoft Graph.
 *
 * The provider stores the secret in Terraform's state: give access to the state only to those who may read the secret, or
 * see `certificatePem` and `createClientSecret`.
 *
 * @throws InputError when a property is refused
 */
export class AzureIdentity extends AzureNewApplicationIdentity {
  /**
   * References an existing application with its service principal. Terraform creates a client secret for it, unless
   * `createClientSecret` is `false` or `certificatePem` is set, and the access assigns roles to it; nothing else about the
   * application changes.
   *
   * @throws InputError when a property is refused
   */
  static fromApplication(scope: Construct, id: string, props: AzureExistingApplicationProps): IAzureIdentity {
    return new AzureExistingApplication(scope, id, props);
  }

  /** Credential of the application. */
  readonly credential: AzureCredential;

  constructor(scope: Construct, id: string, props: AzureIdentityProps = {}) {
    const validProps = validateProps(new ConstructSite(scope, id, "AzureIdentity"), AZURE_IDENTITY_SCHEMA, props);
    super(scope, id, validProps);
    this.credential = createCredential(this, { id: this.application.id, clientId: this.clientId }, validProps);
    this.addSynthWarnings();
  }

  get fieldValues(): AzureIdentityFieldValues {
    return this.credential.fieldValues;
  }

  override get manualSteps(): ManualStep[] {
    return [...this.credential.manualSteps];
  }
}
