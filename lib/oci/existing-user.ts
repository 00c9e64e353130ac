import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import { show } from "../core/show";
import {
  checkApiKey,
  keyClaims,
  makeUserApiKey,
  OCI_API_KEY_RULES,
  type OciApiKey,
  type OciApiKeyProps,
} from "./api-key";
import { type DataOciIdentityUser } from "./bindings/data-oci-identity-user";
import { type IdentityGroup } from "./bindings/identity-group";
import { addMembers, addUser, checkMembers, groupClaim, makeGroup, OCI_GROUP_RULES, type OciGroupProps } from "./group";
import { OciIdentityBase } from "./identity-base";
import { checkTenancy, OCI_PART_RULES, type OciPartProps, sameRealm } from "./provider";
import { keyQuota, OCI_USER_OCID_RULES, type OciUserOcidProps, readUser } from "./user";

/** Props of `OciIdentity.fromUser`. */
export interface OciExistingUserProps extends OciPartProps, OciGroupProps, OciUserOcidProps, OciApiKeyProps {}

/** The input of `OciIdentity.fromUser`. */
export const OCI_EXISTING_USER_INPUT: Input<OciExistingUserProps, "groupName"> = {
  rules: { ...OCI_PART_RULES, ...OCI_GROUP_RULES, ...OCI_USER_OCID_RULES, ...OCI_API_KEY_RULES },
  names: { groupName: (place) => place.name("-") },
  combinations: (props) => [
    ...checkTenancy(props),
    ...checkMembers(props),
    ...checkOthers(props),
    ...sameRealm("userOcid", props.userOcid, props),
    ...checkApiKey(props),
  ],
  claims: (props) => [groupClaim(props, props.tenancyOcid), keyQuota(props), ...keyClaims(props.userOcid, props)],
};

/** What is wrong with members among whom the user itself is: one membership would be made twice. */
function checkOthers({ userOcid, members = {} }: Partial<OciExistingUserProps>): string[] {
  const name = Object.keys(members).find((one) => members[one] === userOcid);
  return name === undefined
    ? []
    : [`'members' must leave out the user of 'userOcid', who is a member anyway, got: ${show(name)} for that user`];
}

/** A user that is there already, in a new group, see `OciIdentity.fromUser`. */
export class OciExistingUser extends OciIdentityBase {
  /** The user as Oracle knows it; `node.defaultChild`. */
  readonly user: DataOciIdentityUser;
  /** The group. */
  readonly group: IdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciExistingUserProps) {
    const named = new Place(scope, id, "OciIdentity.fromUser").admit(OCI_EXISTING_USER_INPUT, props);
    super(scope, id, named);
    this.user = readUser(this, named);
    this.group = makeGroup(this, named, this.user);
    this.userOcid = this.user.userId;
    const groupId = this.group.id;
    addUser(this, named, groupId, this.userOcid);
    addMembers(this, named, groupId);
    this.apiKey = makeUserApiKey(this, this.userOcid, named);
    this.groupName = this.group.name;
    this.policySubject = `group ${this.groupName}`;
    this.announce();
  }
}
