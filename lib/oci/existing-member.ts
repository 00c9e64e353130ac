import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { type PropsSchema } from "../core/props-schema";
import { validateProps } from "../core/validate-props";
import {
  createUserApiKey,
  OCI_API_KEY_CHECK,
  OCI_API_KEY_RULES,
  type OciApiKey,
  type OciApiKeyProps,
  uniqueKeyNames,
} from "./api-key";
import { type DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { type DataOciIdentityUser } from "./bindings/data-oci-identity-user";
import { OCI_GROUP_OCID_RULES, type OciGroupOcidProps, readGroup } from "./group";
import { OciIdentityBase } from "./identity-base";
import {
  OCI_PROVIDER_RULES,
  OCI_TENANCY_CHECK,
  OCI_TENANCY_RULES,
  type OciProviderProps,
  type OciTenancyProps,
  sameRealmCheck,
} from "./provider";
import { keyQuota, OCI_USER_OCID_RULES, type OciUserOcidProps, readUser } from "./user";

/** Props of `OciIdentity.fromMember`. */
export interface OciExistingMemberProps
  extends OciTenancyProps, OciProviderProps, OciUserOcidProps, OciGroupOcidProps, OciApiKeyProps {}

/** Schema of `OciExistingMemberProps`. */
export const OCI_EXISTING_MEMBER_SCHEMA: PropsSchema<OciExistingMemberProps> = {
  rules: {
    ...OCI_TENANCY_RULES,
    ...OCI_PROVIDER_RULES,
    ...OCI_USER_OCID_RULES,
    ...OCI_GROUP_OCID_RULES,
    ...OCI_API_KEY_RULES,
  },
  crossChecks: [OCI_TENANCY_CHECK, sameRealmCheck("userOcid"), sameRealmCheck("groupOcid"), OCI_API_KEY_CHECK],
  uniqueNames: (props) => [keyQuota(props), ...uniqueKeyNames(props.userOcid, props)],
};

/**
 * Existing user in an existing group, see `OciIdentity.fromMember`.
 *
 * @throws InputError when a property is refused
 */
export class OciExistingMember extends OciIdentityBase {
  /** Data source of the user; `node.defaultChild`. */
  readonly user: DataOciIdentityUser;
  /** Data source of the group. */
  readonly group: DataOciIdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  constructor(scope: Construct, id: string, props: OciExistingMemberProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "OciIdentity.fromMember"),
      OCI_EXISTING_MEMBER_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.user = readUser(this, validProps);
    this.group = readGroup(this, validProps);
    this.userOcid = this.user.userId;
    this.apiKey = createUserApiKey(this, this.userOcid, validProps);
    this.groupName = this.group.name;
    this.policySubject = `group id ${this.group.groupId}`;
    this.addSynthWarnings();
  }
}
