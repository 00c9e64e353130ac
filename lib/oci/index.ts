// First, because it checks the bindings that the other files import.
import "./peer";

export { OciAccess, type OciAccessProps } from "./access";
export { type OciApiKey, type OciApiKeyProps } from "./api-key";
export { OciBillingExport, type OciBillingExportProps } from "./billing-export";
// Bindings of the provider and of the types of public properties, because no package publishes them.
export { DataOciIdentityDomains as OciDataIdentityDomains } from "./bindings/data-oci-identity-domains";
export { DataOciIdentityGroup as OciDataIdentityGroup } from "./bindings/data-oci-identity-group";
export { DataOciIdentityUser as OciDataIdentityUser } from "./bindings/data-oci-identity-user";
export { IdentityApiKey as OciIdentityApiKey } from "./bindings/identity-api-key";
export { IdentityDomainsApiKey as OciIdentityDomainsApiKey } from "./bindings/identity-domains-api-key";
export { IdentityDomainsGroup as OciIdentityDomainsGroup } from "./bindings/identity-domains-group";
export { IdentityDomainsUser as OciIdentityDomainsUser } from "./bindings/identity-domains-user";
export { IdentityGroup as OciIdentityGroup } from "./bindings/identity-group";
export { IdentityPolicy as OciIdentityPolicy } from "./bindings/identity-policy";
export { IdentityUser as OciIdentityUser } from "./bindings/identity-user";
export { OciProvider } from "./bindings/provider";
export { OciDomainIdentity, type OciDomainIdentityProps } from "./domain-identity";
export { type OciExistingGroupProps } from "./existing-group";
export { type OciExistingMemberProps } from "./existing-member";
export { type OciExistingUserProps } from "./existing-user";
export { type OciGroupOcidProps, type OciGroupProps } from "./group";
export { OciIdentity, type OciIdentityProps } from "./identity";
export {
  OciIntegration,
  type OciIntegrationOptions,
  type OciIntegrationProps,
  type OciNewIdentityIntegrationProps,
  type OciPassedIdentityIntegrationProps,
} from "./integration";
export {
  type IOciBillingExport,
  type IOciIdentity,
  type OciIdentityFieldKey,
  type OciIdentityFieldValues,
} from "./interfaces";
export {
  OCI_PERMISSIONS,
  type OciAdditionalFeature,
  type OciPermission,
  type OciPermissionResource,
} from "./permissions";
export { type OciPartProps, type OciProviderProps, type OciTenancyProps } from "./provider";
export { type OciUserOcidProps, type OciUserProps } from "./user";
