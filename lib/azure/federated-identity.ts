import { type Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { type ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { type Construct } from "constructs";
import { keepAsMade } from "../core/argument";
import { type Input } from "../core/input";
import { audienceRule, issuerRule, subjectRule } from "../core/openid";
import { type Permission } from "../core/permission";
import { Place } from "../core/place";
import { optional, type Rules } from "../core/rules";
import { warn } from "../core/warning";
import {
  applicationClaim,
  AZURE_APPLICATION_RULES,
  type AzureApplicationProps,
  checkOwners,
  makeApplication,
} from "./application";
import { environmentOf } from "./environment";
import { AzureIdentityBase, type AzureIdentityValues } from "./identity-base";
import { LOG_IN, OWN_APPLICATION } from "./permissions";
import { AZURE_TENANT_RULES, type AzureTenantProps } from "./provider";

/** Whose tokens of OpenID Connect are taken in place of a secret. */
export interface AzureFederationProps {
  /**
   * Who issues the platform's tokens, as the platform tells it: an address that begins with `https://`, of up to 600
   * characters.
   */
  readonly issuerUri: string;

  /**
   * Whom the platform's tokens are of, their claim `sub`, as the platform tells it: 1-600 letters, digits and
   * `._:/@+=|~-`. Only these tokens are let in. It has to be one that the platform uses for you alone.
   */
  readonly subject: string;

  /**
   * The one audience that the platform's tokens are for: 1-600 of the same.
   *
   * @default - what Microsoft recommends in the cloud, `api://AzureADTokenExchange` in the public one
   */
  readonly audience?: string;
}

/** Props of `AzureFederatedIdentity`. */
export interface AzureFederatedIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureFederationProps {}

// https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential: 600 characters of each.
const LONGEST = 600;

const FEDERATION_RULES: Rules<AzureFederationProps> = {
  issuerUri: issuerRule(LONGEST),
  subject: subjectRule(LONGEST),
  audience: optional(audienceRule(LONGEST, '"api://AzureADTokenExchange"')),
};

/** The input of `AzureFederatedIdentity`. */
export const AZURE_FEDERATED_IDENTITY_INPUT: Input<AzureFederatedIdentityProps, "applicationName"> = {
  rules: { ...AZURE_TENANT_RULES, ...AZURE_APPLICATION_RULES, ...FEDERATION_RULES },
  names: { applicationName: (place) => place.name("-") },
  combinations: checkOwners,
  claims: (props) => [applicationClaim(props)],
};

/**
 * Who the platform logs in as, without a secret: an application of this tenant with its service principal, as which the
 * platform logs in by tokens of its own. Only those of one issuer, one subject and one audience are taken.
 *
 * Source: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation
 */
export class AzureFederatedIdentity extends AzureIdentityBase {
  /** The application; `node.defaultChild`. */
  readonly application: Application;
  /** Its service principal. */
  readonly servicePrincipal: ServicePrincipal;
  /** Which tokens are taken. */
  readonly federatedCredential: ApplicationFederatedIdentityCredential;
  readonly clientId: string;
  readonly applicationObjectId: string;
  readonly servicePrincipalObjectId: string;
  readonly principal: string;
  readonly formValues: AzureIdentityValues = {};

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureFederatedIdentityProps) {
    const named = new Place(scope, id, "AzureFederatedIdentity").admit(AZURE_FEDERATED_IDENTITY_INPUT, props);
    super(scope, id, named);
    const { application, servicePrincipal, clientId } = makeApplication(this, named, this.deployer);
    this.application = application;
    this.servicePrincipal = servicePrincipal;
    this.clientId = clientId;
    this.applicationObjectId = application.objectId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this.principal = this.node.path;
    const trusted = {
      issuer: named.issuerUri,
      subject: named.subject,
      audiences: [named.audience ?? environmentOf(named).federationAudience],
    };
    const applicationId = application.id;
    this.federatedCredential = new ApplicationFederatedIdentityCredential(this, "federated_credential", {
      provider: named.azureadProvider,
      applicationId,
      displayName: "finops-platform",
      description: "The FinOps platform logs in by tokens of its own.",
      ...trusted,
    });
    keepAsMade(this, this.federatedCredential, "the federated credential", {
      application_id: applicationId,
      ...trusted,
    });
    warn(
      this,
      "Have the platform use this subject for you alone: tokens of it that another of its customers could get are taken, too.",
    );
  }

  override get permissions(): Permission[] {
    return [LOG_IN, OWN_APPLICATION];
  }
}
