import { type Application } from "@cdktf/provider-azuread/lib/application";
import { type ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { type Construct } from "constructs";
import { type Permission } from "../core/permission";
import { type AzureApplicationProps, createApplication } from "./application";
import { AzureIdentityBase } from "./identity-base";
import { OWN_APPLICATION } from "./permissions";
import { type AzureTenantProps } from "./provider";

/** Base of the identities with a new application, whichever credential it has. */
export abstract class AzureNewApplicationIdentity extends AzureIdentityBase {
  /** The application; `node.defaultChild`. */
  readonly application: Application;
  /** Service principal of the application. */
  readonly servicePrincipal: ServicePrincipal;
  readonly clientId: string;
  readonly applicationObjectId: string;
  readonly servicePrincipalObjectId: string;
  readonly principalKey: string;

  /** @param validProps the props that `validateProps` returned */
  constructor(
    scope: Construct,
    id: string,
    validProps: AzureApplicationProps & AzureTenantProps & { readonly applicationName: string },
  ) {
    super(scope, id, validProps);
    const { application, servicePrincipal, clientId } = createApplication(this, validProps, this.deployer);
    this.application = application;
    this.servicePrincipal = servicePrincipal;
    this.clientId = clientId;
    this.applicationObjectId = application.objectId;
    this.servicePrincipalObjectId = servicePrincipal.objectId;
    this.principalKey = this.node.path;
  }

  override get permissions(): Permission[] {
    return [OWN_APPLICATION];
  }
}
