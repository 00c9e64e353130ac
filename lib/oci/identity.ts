import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import { checkApiKey, makeUserApiKey, OCI_API_KEY_RULES, type OciApiKey, type OciApiKeyProps } from "./api-key";
import { type IdentityGroup } from "./bindings/identity-group";
import { type IdentityUser } from "./bindings/identity-user";
import { OciExistingGroup, type OciExistingGroupProps } from "./existing-group";
import { OciExistingMember, type OciExistingMemberProps } from "./existing-member";
import { OciExistingUser, type OciExistingUserProps } from "./existing-user";
import { addMembers, addUser, checkMembers, groupClaim, makeGroup, OCI_GROUP_RULES, type OciGroupProps } from "./group";
import { OciIdentityBase } from "./identity-base";
import { checkTenancy, OCI_PART_RULES, type OciPartProps } from "./provider";
import { makeUser, OCI_USER_RULES, type OciUserProps, userClaims } from "./user";

/** Props of `OciIdentity`. */
export interface OciIdentityProps extends OciPartProps, OciGroupProps, OciUserProps, OciApiKeyProps {}

/** The input of `OciIdentity`. */
export const OCI_IDENTITY_INPUT: Input<OciIdentityProps, "groupName" | "userName"> = {
  rules: { ...OCI_PART_RULES, ...OCI_GROUP_RULES, ...OCI_USER_RULES, ...OCI_API_KEY_RULES },
  names: { groupName: (place) => place.name("-"), userName: (place) => place.name("-") },
  combinations: (props) => [...checkTenancy(props), ...checkMembers(props), ...checkApiKey(props)],
  claims: (props) => [groupClaim(props, props.tenancyOcid), ...userClaims(props, props.tenancyOcid)],
};

/**
 * Who the platform logs in as: a user with an API key, and the group that the policies are about, with the people who are
 * responsible. All in the Default identity domain.
 *
 * Passwords, tokens, customer secret keys and SMTP credentials of the user are switched off. Whoever holds the API key can
 * still upload two more, as each user of Oracle's may, and make database credentials and OAuth clients, which cannot be
 * switched off here (they are in `OciDomainIdentity`). A new key pair deletes Terraform's own key only.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/access/working-with-console-passwords-and-API-keys.htm
 *
 * Unless `publicKeyPem` is passed, the private key is in Terraform's state, as the TLS provider puts it there: keep the
 * state where only those may read it who may read the key.
 */
export class OciIdentity extends OciIdentityBase {
  /**
   * A user that is there already. Terraform creates a group with the user in it, and an API key; nothing else of the user
   * is changed.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromUser(scope: Construct, id: string, props: OciExistingUserProps): OciExistingUser {
    return new OciExistingUser(scope, id, props);
  }

  /**
   * A group that is there already. Terraform creates a user in it with an API key; nothing else of the group is changed.
   * Everyone in it may read what the platform reads.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromGroup(scope: Construct, id: string, props: OciExistingGroupProps): OciExistingGroup {
    return new OciExistingGroup(scope, id, props);
  }

  /**
   * A user that is there already, in a group that is there already. Terraform creates an API key only.
   *
   * @throws InputError when a property is refused, with all problems at once
   */
  static fromMember(scope: Construct, id: string, props: OciExistingMemberProps): OciExistingMember {
    return new OciExistingMember(scope, id, props);
  }

  /** The user; `node.defaultChild`. */
  readonly user: IdentityUser;
  /** The group. */
  readonly group: IdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciIdentityProps) {
    const named = new Place(scope, id, "OciIdentity").admit(OCI_IDENTITY_INPUT, props);
    super(scope, id, named);
    const { user, capabilities } = makeUser(this, named);
    this.user = user;
    this.group = makeGroup(this, named, this.user);
    this.userOcid = this.user.id;
    const groupId = this.group.id;
    addUser(this, named, groupId, this.userOcid, [capabilities]);
    addMembers(this, named, groupId);
    this.apiKey = makeUserApiKey(this, this.userOcid, named, [capabilities]);
    this.groupName = this.group.name;
    this.policySubject = `group ${this.groupName}`;
    this.announce();
  }
}
