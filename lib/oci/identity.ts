import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { addDependency } from "../core/dependencies";
import { type PropsSchema } from "../core/props-schema";
import { validateProps } from "../core/validate-props";
import { createUserApiKey, OCI_API_KEY_CHECK, OCI_API_KEY_RULES, type OciApiKey, type OciApiKeyProps } from "./api-key";
import { type IdentityGroup } from "./bindings/identity-group";
import { type IdentityUser } from "./bindings/identity-user";
import { OciExistingGroup, type OciExistingGroupProps } from "./existing-group";
import { OciExistingMember, type OciExistingMemberProps } from "./existing-member";
import { OciExistingUser, type OciExistingUserProps } from "./existing-user";
import {
  createGroup,
  createMemberships,
  createUserMembership,
  OCI_GROUP_RULES,
  OCI_MEMBERS_CHECK,
  type OciGroupProps,
  uniqueGroupName,
} from "./group";
import { OciIdentityBase } from "./identity-base";
import { type IOciIdentity } from "./interfaces";
import { OCI_PART_RULES, OCI_TENANCY_CHECK, type OciPartProps } from "./provider";
import { createUser, OCI_USER_RULES, type OciUserProps, uniqueUserNames } from "./user";

/** Props of `OciIdentity`. */
export interface OciIdentityProps extends OciPartProps, OciGroupProps, OciUserProps, OciApiKeyProps {}

/** Schema of `OciIdentityProps`. */
export const OCI_IDENTITY_SCHEMA: PropsSchema<OciIdentityProps, "groupName" | "userName"> = {
  rules: { ...OCI_PART_RULES, ...OCI_GROUP_RULES, ...OCI_USER_RULES, ...OCI_API_KEY_RULES },
  defaultNames: { groupName: (site) => site.name("-"), userName: (site) => site.name("-") },
  crossChecks: [OCI_TENANCY_CHECK, OCI_MEMBERS_CHECK, OCI_API_KEY_CHECK],
  uniqueNames: (props) => [uniqueGroupName(props, props.tenancyOcid), ...uniqueUserNames(props, props.tenancyOcid)],
};

/**
 * Identity that the platform logs in as: a user with an API key, in a group that the policies name. The responsible people
 * are members of the group, too. All of them are in the Default identity domain.
 *
 * Passwords, auth tokens, customer secret keys and SMTP credentials are disabled for the user. The holder of the API key can
 * still upload two more keys, like every OCI user, and create database credentials and OAuth clients, which can be disabled
 * in `OciDomainIdentity` only. A new key pair deletes only the key that Terraform uploaded.
 *
 * Source: https://docs.oracle.com/en-us/iaas/Content/Identity/access/working-with-console-passwords-and-API-keys.htm
 *
 * Unless `publicKeyPem` is passed, the TLS provider stores the private key in Terraform's state: give access to the state
 * only to those who may read the key.
 *
 * @throws InputError when a property is refused
 */
export class OciIdentity extends OciIdentityBase {
  /**
   * References an existing user. Terraform creates a group with the user in it, and an API key; nothing else about the user
   * changes.
   *
   * @throws InputError when a property is refused
   */
  static fromUser(scope: Construct, id: string, props: OciExistingUserProps): IOciIdentity {
    return new OciExistingUser(scope, id, props);
  }

  /**
   * References an existing group. Terraform creates a user in it with an API key; nothing else about the group changes. All
   * members of the group get the permissions that this program grants.
   *
   * @throws InputError when a property is refused
   */
  static fromGroup(scope: Construct, id: string, props: OciExistingGroupProps): IOciIdentity {
    return new OciExistingGroup(scope, id, props);
  }

  /**
   * References an existing user in an existing group. Terraform creates only an API key.
   *
   * @throws InputError when a property is refused
   */
  static fromMember(scope: Construct, id: string, props: OciExistingMemberProps): IOciIdentity {
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

  constructor(scope: Construct, id: string, props: OciIdentityProps) {
    const validProps = validateProps(new ConstructSite(scope, id, "OciIdentity"), OCI_IDENTITY_SCHEMA, props);
    super(scope, id, validProps);
    const { user, userOcid, capabilities } = createUser(this, validProps);
    this.user = user;
    this.group = createGroup(this, validProps, this.user);
    this.userOcid = userOcid;
    const groupId = this.group.id;
    const membership = createUserMembership(this, validProps, groupId, userOcid);
    createMemberships(this, validProps, groupId);
    this.apiKey = createUserApiKey(this, userOcid, validProps);
    addDependency(capabilities, membership, this.apiKey.resource);
    this.groupName = this.group.name;
    this.policySubject = `group ${this.groupName}`;
    this.addSynthWarnings();
  }
}
