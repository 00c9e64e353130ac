import { type Application } from "@cdktf/provider-azuread/lib/application";
import { type ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { type ManualStep } from "../core/manual-step";
import { type Permission } from "../core/permission";
import { Place } from "../core/place";
import {
  applicationClaim,
  AZURE_APPLICATION_RULES,
  type AzureApplicationProps,
  checkOwners,
  makeApplication,
} from "./application";
import {
  AZURE_CREDENTIAL_RULES,
  type AzureCredential,
  type AzureCredentialProps,
  checkCredential,
  makeCredential,
} from "./credential";
import { AzureExistingApplication, type AzureExistingApplicationProps } from "./existing-application";
import { AzureIdentityBase, type AzureIdentityValues } from "./identity-base";
import { OWN_APPLICATION } from "./permissions";
import { AZURE_TENANT_RULES, type AzureTenantProps } from "./provider";

/** Props of `AzureIdentity`. */
export interface AzureIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureCredentialProps {}

/** The input of `AzureIdentity`. */
export const AZURE_IDENTITY_INPUT: Input<AzureIdentityProps, "applicationName"> = {
  rules: { ...AZURE_TENANT_RULES, ...AZURE_APPLICATION_RULES, ...AZURE_CREDENTIAL_RULES },
  names: { applicationName: (place) => place.name("-") },
  combinations: (props) => [...checkOwners(props), ...checkCredential(props)],
  claims: (props) => [applicationClaim(props)],
};

/**
 * Who the platform logs in as: an application of this tenant with its service principal, and a client secret that ends.
 * It has no permission of its own, neither in Azure nor in Microsoft Graph.
 *
 * The secret is in Terraform's state, as the provider puts it there: keep the state where only those may read it who may
 * read the secret, or see `certificatePem` and `createClientSecret`.
 */
export class AzureIdentity extends AzureIdentityBase {
  /**
   * An application that is there already, with its service principal. Terraform creates a client secret of it, unless told
   * otherwise, and the access gives it roles; nothing else of it is changed.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromApplication(scope: Construct, id: string, props: AzureExistingApplicationProps): AzureExistingApplication {
    return new AzureExistingApplication(scope, id, props);
  }

  /** The application; `node.defaultChild`. */
  readonly application: Application;
  /** Its service principal. */
  readonly servicePrincipal: ServicePrincipal;
  /** How it logs in. */
  readonly credential: AzureCredential;
  readonly clientId: string;
  readonly applicationObjectId: string;
  readonly servicePrincipalObjectId: string;
  readonly principal: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureIdentityProps) {
    const named = new Place(scope, id, "AzureIdentity").admit(AZURE_IDENTITY_INPUT, props);
    super(scope, id, named);
    const { application, servicePrincipal, clientId } = makeApplication(this, named, this.deployer);
    this.application = application;
    this.servicePrincipal = servicePrincipal;
    this.clientId = clientId;
    this.applicationObjectId = application.objectId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this.principal = this.node.path;
    this.credential = makeCredential(this, { id: application.id, clientId }, named);
    this.announce();
  }

  get formValues(): AzureIdentityValues {
    return this.credential.formValues;
  }

  override get permissions(): Permission[] {
    return [OWN_APPLICATION];
  }

  override get manualSteps(): ManualStep[] {
    return [...this.credential.manualSteps];
  }
}
