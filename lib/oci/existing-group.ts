import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { addDependency } from "../core/dependencies";
import { type PropsSchema } from "../core/props-schema";
import { validateProps } from "../core/validate-props";
import { createUserApiKey, OCI_API_KEY_CHECK, OCI_API_KEY_RULES, type OciApiKey, type OciApiKeyProps } from "./api-key";
import { type DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { type IdentityUser } from "./bindings/identity-user";
import { createUserMembership, OCI_GROUP_OCID_RULES, type OciGroupOcidProps, readGroup } from "./group";
import { OciIdentityBase } from "./identity-base";
import { OCI_PART_RULES, OCI_TENANCY_CHECK, type OciPartProps, sameRealmCheck } from "./provider";
import { createUser, OCI_USER_RULES, type OciUserProps, uniqueUserNames } from "./user";

/** Props of `OciIdentity.fromGroup`. */
export interface OciExistingGroupProps extends OciPartProps, OciGroupOcidProps, OciUserProps, OciApiKeyProps {}

/** Schema of `OciExistingGroupProps`. */
export const OCI_EXISTING_GROUP_SCHEMA: PropsSchema<OciExistingGroupProps, "userName"> = {
  rules: { ...OCI_PART_RULES, ...OCI_GROUP_OCID_RULES, ...OCI_USER_RULES, ...OCI_API_KEY_RULES },
  defaultNames: { userName: (site) => site.name("-") },
  crossChecks: [OCI_TENANCY_CHECK, sameRealmCheck("groupOcid"), OCI_API_KEY_CHECK],
  uniqueNames: (props) => uniqueUserNames(props, props.tenancyOcid),
};

/**
 * New user in an existing group, see `OciIdentity.fromGroup`.
 *
 * @throws InputError when a property is refused
 */
export class OciExistingGroup extends OciIdentityBase {
  /** The user; `node.defaultChild`. */
  readonly user: IdentityUser;
  /** Data source of the group. */
  readonly group: DataOciIdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  constructor(scope: Construct, id: string, props: OciExistingGroupProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "OciIdentity.fromGroup"),
      OCI_EXISTING_GROUP_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const { user, userOcid, capabilities } = createUser(this, validProps);
    this.user = user;
    this.group = readGroup(this, validProps);
    this.userOcid = userOcid;
    const groupId = this.group.groupId;
    const membership = createUserMembership(this, validProps, groupId, userOcid);
    this.apiKey = createUserApiKey(this, userOcid, validProps);
    addDependency(capabilities, membership, this.apiKey.resource);
    this.groupName = this.group.name;
    this.policySubject = `group id ${groupId}`;
    this.addSynthWarnings();
  }
}
