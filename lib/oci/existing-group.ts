import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import { checkApiKey, makeUserApiKey, OCI_API_KEY_RULES, type OciApiKey, type OciApiKeyProps } from "./api-key";
import { type DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { type IdentityUser } from "./bindings/identity-user";
import { addUser, OCI_GROUP_OCID_RULES, type OciGroupOcidProps, readGroup } from "./group";
import { OciIdentityBase } from "./identity-base";
import { checkTenancy, OCI_PART_RULES, type OciPartProps, sameRealm } from "./provider";
import { makeUser, OCI_USER_RULES, type OciUserProps, userClaims } from "./user";

/** Props of `OciIdentity.fromGroup`. */
export interface OciExistingGroupProps extends OciPartProps, OciGroupOcidProps, OciUserProps, OciApiKeyProps {}

/** The input of `OciIdentity.fromGroup`. */
export const OCI_EXISTING_GROUP_INPUT: Input<OciExistingGroupProps, "userName"> = {
  rules: { ...OCI_PART_RULES, ...OCI_GROUP_OCID_RULES, ...OCI_USER_RULES, ...OCI_API_KEY_RULES },
  names: { userName: (place) => place.name("-") },
  combinations: (props) => [
    ...checkTenancy(props),
    ...sameRealm("groupOcid", props.groupOcid, props),
    ...checkApiKey(props),
  ],
  claims: (props) => userClaims(props, props.tenancyOcid),
};

/** A new user in a group that is there already, see `OciIdentity.fromGroup`. */
export class OciExistingGroup extends OciIdentityBase {
  /** The user; `node.defaultChild`. */
  readonly user: IdentityUser;
  /** The group as Oracle knows it. */
  readonly group: DataOciIdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciExistingGroupProps) {
    const named = new Place(scope, id, "OciIdentity.fromGroup").admit(OCI_EXISTING_GROUP_INPUT, props);
    super(scope, id, named);
    const { user, capabilities } = makeUser(this, named);
    this.user = user;
    this.group = readGroup(this, named);
    this.userOcid = this.user.id;
    const groupId = this.group.groupId;
    addUser(this, named, groupId, this.userOcid, [capabilities]);
    this.apiKey = makeUserApiKey(this, this.userOcid, named, [capabilities]);
    this.groupName = this.group.name;
    this.policySubject = `group id ${groupId}`;
    this.announce();
  }
}
