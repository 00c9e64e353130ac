import { type AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import { type ITerraformDependable, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { subject } from "../core/place";
import { conditionsOn } from "../core/preconditions";
import { type AzureEnvironment } from "./environment";
import { TENANT_ID } from "./names";
import { type AzureTenantProps, checkAzureadProvider } from "./provider";

/** The rows of the platform's form that depend on how it logs in. */
export type AzureIdentityKey = "client_secret_value" | "client_secret_id";

/** Those of them that an identity fills in. */
export type AzureIdentityValues = Readonly<Partial<Record<AzureIdentityKey, string>>>;

/**
 * Who the platform logs in as: an application with a service principal, new with a secret or a certificate
 * (`AzureIdentity`), new without any (`AzureFederatedIdentity`), or there already (`AzureIdentity.fromApplication`).
 */
export abstract class AzureIdentityBase extends Part {
  /** Client ID of the application, also called application ID. */
  abstract readonly clientId: string;
  /** Object ID of the application, as the page "App registrations" shows it. Nothing can be granted to it. */
  abstract readonly applicationObjectId: string;
  /** Object ID of the service principal, as the page "Enterprise applications" shows it: who roles are given to. */
  abstract readonly servicePrincipalObjectId: string;
  /** The rows of the platform's form that it fills in. */
  abstract readonly formValues: AzureIdentityValues;
  /**
   * What tells it from others in the program, to which roles can be given once only: the path of a new one, the client ID of one
   * that is there already.
   */
  abstract readonly principal: string;
  /** What has to be read and checked before roles are given to it. */
  readonly dependencies: readonly ITerraformDependable[] = [];

  /** ID of the tenant that it is in. */
  readonly tenantId: string;
  /** The cloud that it is in. */
  readonly environment: AzureEnvironment;
  /** What creates or reads it; `undefined` for the stack's azuread provider without an alias. */
  readonly azureadProvider?: AzureadProvider;
  /** Who deploys, as the azuread provider is logged in. */
  protected readonly deployer: DataAzureadClientConfig;

  constructor(scope: Construct, id: string, props: AzureTenantProps) {
    super(scope, id);
    checkAzureadProvider(this, props);
    this.environment = props.environment ?? "public";
    this.azureadProvider = props.azureadProvider;
    const { tenantId } = props;
    const where = `${subject(this, props)}: 'tenantId'`;
    this.deployer = new DataAzureadClientConfig(this, "deployer", {
      provider: props.azureadProvider,
      lifecycle:
        tenantId === undefined
          ? undefined
          : {
              // Not on the main element alone, which comes later: what is no tenant's ID would be told of as another's.
              precondition: Token.isUnresolved(tenantId) ? conditionsOn(tenantId, TENANT_ID, where) : undefined,
              postcondition: [
                {
                  condition: Op.eq(TerraformSelf.getString("tenant_id"), tenantId),
                  errorMessage: `${where} must be the tenant that the azuread provider is logged in to.`,
                },
              ],
            },
    });
    this.tenantId = this.deployer.tenantId;
  }
}
