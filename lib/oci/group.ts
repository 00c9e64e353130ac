import { type ITerraformDependable, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { checkUniqueValues, namedEntries } from "../core/entries";
import { entryLifecycle, stringPreconditions } from "../core/preconditions";
import { type UniqueName } from "../core/props-schema";
import { optional, type Rules, string } from "../core/rules";
import { describeConstruct } from "../core/validate-props";
import { warn } from "../core/warning";
import { DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { IdentityGroup } from "./bindings/identity-group";
import { IdentityUserGroupMembership } from "./bindings/identity-user-group-membership";
import { GROUP_NAME } from "./names";
import { exampleOcid, ocid } from "./ocid";
import { checkSameRealm, type OciPartProps, type OciProviderProps, uniqueInTenancy } from "./provider";

/** What a new group takes. */
export interface OciGroupProps {
  /**
   * Name of the group: 1-100 letters, digits and `._-`; unique in the tenancy, whatever the letter case.
   *
   * @default - the path of the construct in kebab-case, e.g. `billing-finops`
   */
  readonly groupName?: string;

  /**
   * The people who are responsible, who may then read what the platform reads: OCIDs of users that are there already, by
   * a name of letters, digits, `_` and `-` that addresses in Terraform's state are made of, such as
   * `{ alice: "ocid1.user.oc1..aaaaaaaa…" }`. At most 250.
   *
   * @default - nobody but the platform's user
   */
  readonly members?: Record<string, string>;
}

/** One rule for each of `OciGroupProps`. */
export const OCI_GROUP_RULES: Rules<OciGroupProps> = {
  groupName: optional(string(GROUP_NAME, '"finops-platform"')),
  members: optional(namedEntries(250, ocid("user"), `{ alice: ${exampleOcid("user")} }`)),
};

/** What is wrong with the members of a group. */
export function checkMembers(props: Partial<OciGroupProps & OciPartProps>): string[] {
  const { members = {} } = props;
  return [
    ...checkUniqueValues("members", "user", members),
    ...Object.values(members).flatMap((user) => checkSameRealm("members", user, props)),
  ];
}

/**
 * Claims the name of a group.
 *
 * @param among the tenancy or the identity domain in which it is unique
 */
export function uniqueGroupName({ groupName }: { readonly groupName: string }, among: string): UniqueName {
  return uniqueInTenancy(among, "groupName", "group", groupName);
}

/**
 * A new group.
 *
 * @param user on which is checked what Terraform alone knows of the properties: before that there is no group, and so no
 * policy that names it
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

/** Makes the platform's user a member of its group. */
export function addUser(
  scope: Construct,
  { provider }: OciProviderProps,
  groupId: string,
  userId: string,
  dependsOn?: ITerraformDependable[],
): void {
  new IdentityUserGroupMembership(scope, "membership", { provider, groupId, userId, dependsOn });
}

/** Makes the responsible people members of a group. */
export function addMembers(scope: Construct, props: OciGroupProps & OciProviderProps, groupId: string): void {
  const { provider, members = {} } = props;
  for (const [name, userId] of Object.entries(members)) {
    new IdentityUserGroupMembership(scope, `member_${name}`, {
      provider,
      groupId,
      userId,
      lifecycle: entryLifecycle(scope, props, ["members", name], userId, ocid("user")),
    });
  }
}

/** What a group takes that is there already. */
export interface OciGroupOcidProps {
  /** OCID of the group, which has to be in the Default identity domain. */
  readonly groupOcid: string;
}

/** One rule for each of `OciGroupOcidProps`. */
export const OCI_GROUP_OCID_RULES: Rules<OciGroupOcidProps> = {
  groupOcid: string(ocid("group"), exampleOcid("group")),
};

/** A group that is there already. */
export function readGroup(scope: Construct, props: OciGroupOcidProps & OciProviderProps): DataOciIdentityGroup {
  warn(scope, "Everyone in the group gets what this program grants, beside the platform.");
  return new DataOciIdentityGroup(scope, "group", {
    provider: props.provider,
    groupId: props.groupOcid,
    lifecycle: {
      // As on the user, because the policy is about the group and waits for nothing else.
      precondition: Token.isUnresolved(props.groupOcid)
        ? stringPreconditions(props.groupOcid, ocid("group"), `${describeConstruct(scope, props)}: 'groupOcid'`)
        : undefined,
      postcondition: [
        {
          condition: Op.eq(TerraformSelf.getString("state"), "ACTIVE"),
          errorMessage: `${describeConstruct(scope, props)}: the group must be active.`,
        },
      ],
    },
  });
}
