import { type Construct } from "constructs";
import { type Input } from "../core/input";
import { Place } from "../core/place";
import {
  checkApiKey,
  keyClaims,
  makeUserApiKey,
  OCI_API_KEY_RULES,
  type OciApiKey,
  type OciApiKeyProps,
} from "./api-key";
import { type DataOciIdentityGroup } from "./bindings/data-oci-identity-group";
import { type DataOciIdentityUser } from "./bindings/data-oci-identity-user";
import { OCI_GROUP_OCID_RULES, type OciGroupOcidProps, readGroup } from "./group";
import { OciIdentityBase } from "./identity-base";
import {
  checkTenancy,
  OCI_PROVIDER_RULES,
  OCI_TENANCY_RULES,
  type OciProviderProps,
  type OciTenancyProps,
  sameRealm,
} from "./provider";
import { keyQuota, OCI_USER_OCID_RULES, type OciUserOcidProps, readUser } from "./user";

/** Props of `OciIdentity.fromMember`. */
export interface OciExistingMemberProps
  extends OciTenancyProps, OciProviderProps, OciUserOcidProps, OciGroupOcidProps, OciApiKeyProps {}

/** The input of `OciIdentity.fromMember`. */
export const OCI_EXISTING_MEMBER_INPUT: Input<OciExistingMemberProps> = {
  rules: {
    ...OCI_TENANCY_RULES,
    ...OCI_PROVIDER_RULES,
    ...OCI_USER_OCID_RULES,
    ...OCI_GROUP_OCID_RULES,
    ...OCI_API_KEY_RULES,
  },
  combinations: (props) => [
    ...checkTenancy(props),
    ...sameRealm("userOcid", props.userOcid, props),
    ...sameRealm("groupOcid", props.groupOcid, props),
    ...checkApiKey(props),
  ],
  claims: (props) => [keyQuota(props), ...keyClaims(props.userOcid, props)],
};

/** A user that is there already, in a group that is there already, see `OciIdentity.fromMember`. */
export class OciExistingMember extends OciIdentityBase {
  /** The user as Oracle knows it; `node.defaultChild`. */
  readonly user: DataOciIdentityUser;
  /** The group as Oracle knows it. */
  readonly group: DataOciIdentityGroup;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  /** @throws InputError when a property is refused, with all problems at once */
  constructor(scope: Construct, id: string, props: OciExistingMemberProps) {
    const named = new Place(scope, id, "OciIdentity.fromMember").admit(OCI_EXISTING_MEMBER_INPUT, props);
    super(scope, id, named);
    this.user = readUser(this, named);
    this.group = readGroup(this, named);
    this.userOcid = this.user.userId;
    this.apiKey = makeUserApiKey(this, this.userOcid, named);
    this.groupName = this.group.name;
    this.policySubject = `group id ${this.group.groupId}`;
    this.announce();
  }
}
