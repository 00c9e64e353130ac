import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { crossCheck, type PropsSchema } from "../core/props-schema";
import { show } from "../core/show";
import { validateProps } from "../core/validate-props";
import {
  createUserApiKey,
  OCI_API_KEY_CHECK,
  OCI_API_KEY_RULES,
  type OciApiKey,
  type OciApiKeyProps,
  uniqueKeyNames,
} from "./api-key";
import { type DataOciIdentityUser } from "./bindings/data-oci-identity-user";
import { type IdentityGroup } from "./bindings/identity-group";
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
import { OCI_PART_RULES, OCI_TENANCY_CHECK, type OciPartProps, sameRealmCheck } from "./provider";
import { keyQuota, OCI_USER_OCID_RULES, type OciUserOcidProps, readUser } from "./user";

/** Props of `OciIdentity.fromUser`. */
export interface OciExistingUserProps extends OciPartProps, OciGroupProps, OciUserOcidProps, OciApiKeyProps {}

/** Schema of `OciExistingUserProps`. */
export const OCI_EXISTING_USER_SCHEMA: PropsSchema<OciExistingUserProps, "groupName"> = {
  rules: { ...OCI_PART_RULES, ...OCI_GROUP_RULES, ...OCI_USER_OCID_RULES, ...OCI_API_KEY_RULES },
  defaultNames: { groupName: (site) => site.name("-") },
  crossChecks: [
    OCI_TENANCY_CHECK,
    OCI_MEMBERS_CHECK,
    crossCheck(["userOcid", "members"], checkUserIsNoMember),
    sameRealmCheck("userOcid"),
    OCI_API_KEY_CHECK,
  ],
  uniqueNames: (props) => [
    uniqueGroupName(props, props.tenancyOcid),
    keyQuota(props),
    ...uniqueKeyNames(props.userOcid, props),
  ],
};

/** Checks that the user itself is not among the members, because its membership would be created twice. */
function checkUserIsNoMember({ userOcid, members = {} }: Pick<OciExistingUserProps, "userOcid" | "members">): string[] {
  const name = Object.keys(members).find((one) => members[one] === userOcid);
  return name === undefined
    ? []
    : [
        `'members' must not contain the user of 'userOcid', which is a member anyway, got: that user as ${show(name)}; ` +
          "remove this entry",
      ];
}

/**
 * Existing user in a new group, see `OciIdentity.fromUser`.
 *
 * @throws InputError when a property is refused
 */
export class OciExistingUser extends OciIdentityBase {
  /** Data source of the user; `node.defaultChild`. */
  readonly user: DataOciIdentityUser;
  /** The group. */
  readonly group: IdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  constructor(scope: Construct, id: string, props: OciExistingUserProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "OciIdentity.fromUser"),
      OCI_EXISTING_USER_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    this.user = readUser(this, validProps);
    this.group = createGroup(this, validProps, this.user);
    this.userOcid = this.user.userId;
    const groupId = this.group.id;
    createUserMembership(this, validProps, groupId, this.userOcid);
    createMemberships(this, validProps, groupId);
    this.apiKey = createUserApiKey(this, this.userOcid, validProps);
    this.groupName = this.group.name;
    this.policySubject = `group ${this.groupName}`;
    this.addSynthWarnings();
  }
}
