import { type ITerraformDependable, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { entryPreconditions, stringPreconditions } from "../core/preconditions";
import { type CrossCheck, crossCheck, type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { describeConstruct } from "../core/validate-props";
import { warn } from "../core/warning";
import { DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { IdentityGroup } from "./bindings/identity-group";
import { IdentityUserGroupMembership } from "./bindings/identity-user-group-membership";
import { GROUP_NAME } from "./conditions";
import { exampleOcid, ocid } from "./ocid";
import {
  checkSameRealm,
  type OciPartProps,
  type OciProviderProps,
  type OciTenancyProps,
  uniqueInTenancy,
} from "./provider";

/** Props of a new group. */
export interface OciGroupProps {
  /**
   * Name of the group: 1-100 letters, digits and `._-`; unique in the tenancy, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly groupName?: string;

  /**
   * Responsible people, who get the permissions that this program grants, too: OCIDs of at most 250 existing users, by name,
   * such as `{ alice: "ocid1.user.oc1..aaaaaaaa…" }`. The names are letters, digits, `_` and `-`, and become part of the
   * addresses in Terraform's state.
   *
   * @default - only the platform's user
   */
  readonly members?: Record<string, string>;
}

/** Rules of `OciGroupProps`. */
export const OCI_GROUP_RULES: Rules<OciGroupProps> = {
  groupName: optional(string(GROUP_NAME, '"finops-platform"')),
  members: optional(namedEntries(250, ocid("user"), `{ alice: ${exampleOcid("user")} }`)),
};

/** Checks the members of a group. */
export const OCI_MEMBERS_CHECK: CrossCheck<OciGroupProps & OciTenancyProps> = crossCheck(
  ["members", "homeRegion", "realm"],
  checkMembers,
);

function checkMembers(props: OciGroupProps & Pick<OciTenancyProps, "homeRegion" | "realm">): string[] {
  const { members = {} } = props;
  return [
    ...checkUniqueValues("members", "user", members),
    ...Object.values(members).flatMap((user) => checkSameRealm("members", user, props)),
  ];
}

/**
 * Claim of the name of a group.
 *
 * @param among tenancy or identity domain in which the name is unique
 */
export function uniqueGroupName({ groupName }: { readonly groupName: string }, among: string): UniqueName {
  return uniqueInTenancy(among, "groupName", "group", groupName);
}

/**
 * Creates a group.
 *
 * @param user user that has the preconditions for unresolved tokens. The group waits for it, so that no policy names a group
 * whose name was not checked
 */
export function createGroup(
  scope: Construct,
  props: { readonly groupName: string } & OciPartProps,
  user: ITerraformDependable,
): IdentityGroup {
  return new IdentityGroup(scope, "group", {
    dependsOn: [user],
    provider: props.provider,
    compartmentId: props.tenancyOcid,
    name: props.groupName,
    description: "May read the cost reports of the tenancy",
    freeformTags: props.freeformTags,
    definedTags: props.definedTags,
  });
}

/** Creates the membership of the platform's user in its group. */
export function createUserMembership(
  scope: Construct,
  { provider }: OciProviderProps,
  groupId: string,
  userId: string,
): IdentityUserGroupMembership {
  return new IdentityUserGroupMembership(scope, "membership", { provider, groupId, userId });
}

/** Creates the memberships of the responsible people in a group. */
export function createMemberships(scope: Construct, props: OciGroupProps & OciProviderProps, groupId: string): void {
  const { provider, members = {} } = props;
  for (const [name, userId] of Object.entries(members)) {
    const precondition = entryPreconditions(props, "members", name);
    new IdentityUserGroupMembership(scope, `member_${name}`, {
      provider,
      groupId,
      userId,
      lifecycle: precondition.length > 0 ? { precondition } : undefined,
    });
  }
}

/** Props of an existing group. */
export interface OciGroupOcidProps {
  /** OCID of the group, which must be in the Default identity domain. */
  readonly groupOcid: string;
}

/** Rules of `OciGroupOcidProps`. */
export const OCI_GROUP_OCID_RULES: Rules<OciGroupOcidProps> = {
  groupOcid: string(ocid("group"), exampleOcid("group")),
};

/** Creates the data source of an existing group. */
export function readGroup(scope: Construct, props: OciGroupOcidProps & OciProviderProps): DataOciIdentityGroup {
  warn(scope, "All members of the group get the permissions that this program grants, too: review the members first.");
  return new DataOciIdentityGroup(scope, "group", {
    provider: props.provider,
    groupId: props.groupOcid,
    lifecycle: {
      // The same preconditions as on the user, because the policy refers to the group and waits only for it.
      precondition: Token.isUnresolved(props.groupOcid)
        ? stringPreconditions(props.groupOcid, ocid("group"), `${describeConstruct(props)}: 'groupOcid'`)
        : undefined,
      postcondition: [
        {
          condition: Op.eq(TerraformSelf.getString("state"), "ACTIVE"),
          errorMessage: `${describeConstruct(props)}: the group must be active.`,
        },
      ],
    },
  });
}
