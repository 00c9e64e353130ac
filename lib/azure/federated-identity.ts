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
import {
  AZURE_APPLICATION_RULES,
  AZURE_OWNERS_CHECK,
  type AzureApplicationProps,
  uniqueApplicationName,
} from "./application";
import { environmentOf } from "./environment";
import { type AzureIdentityFieldValues } from "./interfaces";
import { AzureNewApplicationIdentity } from "./new-application-identity";
import { LOG_IN } from "./permissions";
import { AZURE_TENANT_RULES, type AzureTenantProps } from "./provider";

/** Props of the OpenID Connect tokens that are accepted in place of a secret. */
export interface AzureFederationProps {
  /**
   * Issuer of the platform's tokens, as the platform specifies it: an address that begins with `https://`, of up to 600
   * characters.
   */
  readonly issuerUri: string;

  /**
   * Subject of the platform's tokens, their claim `sub`, as the platform specifies it: 1-600 letters, digits and
   * `._:/@+=|~-`. Only tokens with this subject are accepted. The platform must use the subject for you only.
   */
  readonly subject: string;

  /**
   * Audience of the platform's tokens, the only one that is accepted: 1-600 of the same characters.
   *
   * @default - Microsoft's recommendation for the environment, `api://AzureADTokenExchange` in the public cloud
   */
  readonly audience?: string;
}

/** Props of `AzureFederatedIdentity`. */
export interface AzureFederatedIdentityProps extends AzureTenantProps, AzureApplicationProps, AzureFederationProps {}

// https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential: 600 characters for each.
const MAX_LENGTH = 600;

const FEDERATION_RULES: Rules<AzureFederationProps> = {
  issuerUri: issuerRule(MAX_LENGTH),
  subject: subjectRule(MAX_LENGTH),
  audience: optional(audienceRule(MAX_LENGTH, '"api://AzureADTokenExchange"')),
};

/** Schema of `AzureFederatedIdentityProps`. */
export const AZURE_FEDERATED_IDENTITY_SCHEMA: PropsSchema<AzureFederatedIdentityProps, "applicationName"> = {
  rules: { ...AZURE_TENANT_RULES, ...AZURE_APPLICATION_RULES, ...FEDERATION_RULES },
  defaultNames: { applicationName: (site) => site.name("-") },
  crossChecks: [AZURE_OWNERS_CHECK],
  uniqueNames: (props) => [uniqueApplicationName(props)],
};

/**
 * Identity that the platform logs in as without a secret: an application of this tenant with its service principal. The
 * platform logs in with its own tokens; only tokens of one issuer, one subject and one audience are accepted.
 *
 * Source: https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation
 *
 * @throws InputError when a property is refused
 */
export class AzureFederatedIdentity extends AzureNewApplicationIdentity {
  /** Federated credential, which specifies the accepted tokens. */
  readonly federatedCredential: ApplicationFederatedIdentityCredential;
  readonly fieldValues: AzureIdentityFieldValues = {};

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
    forbidOverrides(this.federatedCredential, "the federated credential", {
      application_id: applicationId,
      ...trusted,
    });
    warn(
      this,
      "Make sure that the platform uses this subject for you only: if another customer can get a token with it, that token is accepted, too.",
    );
    this.addSynthWarnings();
  }

  override get permissions(): Permission[] {
    return [LOG_IN, ...super.permissions];
  }
}
