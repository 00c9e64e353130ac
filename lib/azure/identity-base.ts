import { type AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { DataAzureadClientConfig } from "@cdktf/provider-azuread/lib/data-azuread-client-config";
import { type ITerraformDependable, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { Part } from "../core/part";
import { stringPreconditions } from "../core/preconditions";
import { describeConstruct } from "../core/validate-props";
import { type AzureEnvironment } from "./environment";
import { type AzureIdentityFieldValues, type IAzureIdentity } from "./interfaces";
import { TENANT_ID } from "./conditions";
import { addAzureadProviderValidation, type AzureTenantProps } from "./provider";

/** Base of the library's identities. */
export abstract class AzureIdentityBase extends Part implements IAzureIdentity {
  readonly finopsInterface = "IAzureIdentity";
  abstract readonly clientId: string;
  abstract readonly applicationObjectId: string;
  abstract readonly servicePrincipalObjectId: string;
  abstract readonly fieldValues: AzureIdentityFieldValues;
  abstract readonly principalKey: string;
  readonly dependencies: readonly ITerraformDependable[] = [];
  readonly tenantId: string;
  readonly environment: AzureEnvironment;
  readonly azureadProvider?: AzureadProvider;
  /** Deployer: the principal that the azuread provider is logged in as. */
  protected readonly deployer: DataAzureadClientConfig;

  constructor(scope: Construct, id: string, validProps: AzureTenantProps) {
    super(scope, id);
    addAzureadProviderValidation(this, validProps);
    this.environment = validProps.environment ?? "public";
    this.azureadProvider = validProps.azureadProvider;
    const { tenantId } = validProps;
    const subject = `${describeConstruct(validProps)}: 'tenantId'`;
    this.deployer = new DataAzureadClientConfig(this, "deployer", {
      provider: validProps.azureadProvider,
      lifecycle:
        tenantId === undefined
          ? undefined
          : {
              // Not only on the main resource, which comes later: Terraform would report an invalid ID as that of another
              // tenant.
              precondition: Token.isUnresolved(tenantId)
                ? stringPreconditions(tenantId, TENANT_ID, subject)
                : undefined,
              postcondition: [
                {
                  condition: Op.eq(TerraformSelf.getString("tenant_id"), tenantId),
                  errorMessage: `${subject} must be the tenant that the azuread provider is logged in to.`,
                },
              ],
            },
    });
    this.tenantId = this.deployer.tenantId;
  }
}
