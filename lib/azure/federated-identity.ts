import { ApplicationFederatedIdentityCredential } from "@cdktf/provider-azuread/lib/application-federated-identity-credential";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { audienceRule, issuerRule, subjectRule } from "../core/openid";
import { forbidOverrides } from "../core/override-guard";
import { type Permission } from "../core/permission";
import { type PropsSchema } from "../core/props-schema";
import { optional, type Rules } from "../core/rules";
import { validateProps } from "../core/validate-props";
import { warn } from "../core/warning";
import { AZURE_APPLICATION_RULES, type AzureApplicationProps, checkOwners, uniqueApplicationName } from "./application";
import { environmentOf } from "./environment";
import { type AzureIdentityFieldValues } from "./interfaces";
import { AzureNewApplicationIdentity } from "./new-application-identity";
import { LOG_IN } from "./permissions";
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
export const AZURE_FEDERATED_IDENTITY_SCHEMA: PropsSchema<AzureFederatedIdentityProps, "applicationName"> = {
  rules: { ...AZURE_TENANT_RULES, ...AZURE_APPLICATION_RULES, ...FEDERATION_RULES },
  defaultNames: { applicationName: (site) => site.name("-") },
  crossChecks: checkOwners,
  uniqueNames: (props) => [uniqueApplicationName(props)],
};

/**
 * Who the platform logs in as, without a secret: an application of this tenant with its service principal, as which the
 * platform logs in by tokens of its own. Only those of one issuer, one subject and one audience are taken.
 *
 * Source: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation
 */
export class AzureFederatedIdentity extends AzureNewApplicationIdentity {
  /** Which tokens are taken. */
  readonly federatedCredential: ApplicationFederatedIdentityCredential;
  readonly formValues: AzureIdentityFieldValues = {};

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: AzureFederatedIdentityProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "AzureFederatedIdentity"),
      AZURE_FEDERATED_IDENTITY_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const trusted = {
      issuer: validProps.issuerUri,
      subject: validProps.subject,
      audiences: [validProps.audience ?? environmentOf(validProps).federationAudience],
    };
    const applicationId = this.application.id;
    this.federatedCredential = new ApplicationFederatedIdentityCredential(this, "federated_credential", {
      provider: validProps.azureadProvider,
      applicationId,
      displayName: "finops-platform",
      description: "The FinOps platform logs in by tokens of its own.",
      ...trusted,
    });
    forbidOverrides(this, this.federatedCredential, "the federated credential", {
      application_id: applicationId,
      ...trusted,
    });
    warn(
      this,
      "Have the platform use this subject for you alone: tokens of it that another of its customers could get are taken, too.",
    );
  }

  override get permissions(): Permission[] {
    return [LOG_IN, ...super.permissions];
  }
}
