import { Fn, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { entryPreconditions, withPreconditions } from "../core/preconditions";
import { type PropsSchema } from "../core/props-schema";
import { optional, string, synthTimeKeys } from "../core/rules";
import { describeConstruct, validateProps } from "../core/validate-props";
import { createApiKey, type OciApiKey } from "./api-key";
import { DataOciIdentityDomains } from "./bindings/data-oci-identity-domains";
import { DataOciIdentityDomainsUsers } from "./bindings/data-oci-identity-domains-users";
import { IdentityDomainsApiKey } from "./bindings/identity-domains-api-key";
import {
  IdentityDomainsGroup,
  type IdentityDomainsGroupMembers,
  type IdentityDomainsGroupUrnietfparamsscimschemasoracleidcsextensionOciTags,
} from "./bindings/identity-domains-group";
import { IdentityDomainsUser } from "./bindings/identity-domains-user";
import { uniqueGroupName } from "./group";
import { OCI_IDENTITY_SCHEMA, type OciIdentityProps } from "./identity";
import { OciIdentityBase } from "./identity-base";
import { DOMAIN_NAME } from "./conditions";
import { exampleOcid, ocid } from "./ocid";
import { type OciPartProps, sameRealmCheck } from "./provider";
import { uniqueUserNames } from "./user";

/** Props of `OciDomainIdentity`. */
export interface OciDomainIdentityProps extends OciIdentityProps {
  /** Name of an existing identity domain other than `Default`: 1-100 letters, digits and `._-`. */
  readonly domainName: string;

  /**
   * OCID of the compartment that contains the identity domain.
   *
   * @default - the root compartment, whose OCID is `tenancyOcid`
   */
  readonly domainCompartmentOcid?: string;
}

/** Schema of `OciDomainIdentityProps`. */
export const OCI_DOMAIN_IDENTITY_SCHEMA: PropsSchema<OciDomainIdentityProps, "groupName" | "userName"> = {
  rules: {
    ...OCI_IDENTITY_SCHEMA.rules,
    // The API of identity domains lists tags one by one, so their keys must be known at synthesis.
    freeformTags: synthTimeKeys(OCI_IDENTITY_SCHEMA.rules.freeformTags),
    definedTags: synthTimeKeys(OCI_IDENTITY_SCHEMA.rules.definedTags),
    domainName: string(DOMAIN_NAME, '"FinOps"'),
    domainCompartmentOcid: optional(string(ocid("compartment", "tenancy"), exampleOcid("compartment"))),
  },
  defaultNames: OCI_IDENTITY_SCHEMA.defaultNames,
  crossChecks: [...(OCI_IDENTITY_SCHEMA.crossChecks ?? []), sameRealmCheck("domainCompartmentOcid")],
  uniqueNames: (props) => {
    const domain = `${props.tenancyOcid} ${props.domainName.toLowerCase()}`;
    return [uniqueGroupName(props, domain), ...uniqueUserNames(props, domain)];
  },
};

const GROUP_SCHEMAS = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
const USER_SCHEMAS = ["urn:ietf:params:scim:schemas:core:2.0:User"];
const API_KEY_SCHEMAS = ["urn:ietf:params:scim:schemas:oracle:idcs:apikey"];

/**
 * Identity that the platform logs in as, in an identity domain other than Default: the same user, group and API key as in
 * `OciIdentity`, created by the API of the domain. Database credentials and OAuth clients are disabled, too; the user can
 * still upload two more API keys.
 *
 * A later change of `userEmail` has no effect: the domain adds addresses to a user, and Terraform ignores all of them. It
 * would remove the added ones at each deployment otherwise.
 *
 * @throws InputError when a property is refused
 */
export class OciDomainIdentity extends OciIdentityBase {
  /** The user; `node.defaultChild`. */
  readonly user: IdentityDomainsUser;
  /** The group. */
  readonly group: IdentityDomainsGroup;
  /** Data source of the identity domain. */
  readonly domain: DataOciIdentityDomains;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  constructor(scope: Construct, id: string, props: OciDomainIdentityProps) {
    const validProps = validateProps(
      new ConstructSite(scope, id, "OciDomainIdentity"),
      OCI_DOMAIN_IDENTITY_SCHEMA,
      props,
    );
    super(scope, id, validProps);
    const { provider, domainName } = validProps;
    this.domain = new DataOciIdentityDomains(this, "domain", {
      provider,
      compartmentId: validProps.domainCompartmentOcid ?? validProps.tenancyOcid,
      // The provider's filter compares exactly. Oracle does not document how its own `display_name` parameter compares.
      filter: [
        { name: "display_name", values: [domainName] },
        { name: "state", values: ["ACTIVE"] },
      ],
      lifecycle: {
        postcondition: [
          {
            condition: "${length(self.domains) == 1}",
            errorMessage: `${describeConstruct(validProps)}: the compartment must contain exactly one active identity domain of this name.`,
          },
        ],
      },
    });
    const idcsEndpoint = this.domain.domains.get(0).url;
    this.user = new IdentityDomainsUser(this, "Resource", {
      provider,
      idcsEndpoint,
      schemas: USER_SCHEMAS,
      userName: validProps.userName,
      displayName: "FinOps platform",
      description: "The FinOps platform, by API key",
      name: { familyName: "FinOps platform" },
      // The domain adds a missing recovery address, and Terraform would remove it again.
      emails: [
        { type: "work", value: validProps.userEmail, primary: true },
        { type: "recovery", value: validProps.userEmail },
      ],
      urnietfparamsscimschemasoracleidcsextensioncapabilitiesUser: {
        canUseApiKeys: true,
        canUseAuthTokens: false,
        canUseConsole: false,
        canUseConsolePassword: false,
        canUseCustomerSecretKeys: false,
        canUseDbCredentials: false,
        canUseOauth2ClientCredentials: false,
        canUseSmtpCredentials: false,
      },
      urnietfparamsscimschemasoracleidcsextensionOciTags: scimTags(validProps),
      // As in the provider's own tests: the domain adds values to both.
      lifecycle: withPreconditions(validProps, { ignoreChanges: ["schemas", "emails"] }),
    });
    const [userId, userOcid] = [this.user.id, this.user.ocid];
    this.userOcid = userOcid;
    this.group = new IdentityDomainsGroup(this, "group", {
      provider,
      idcsEndpoint,
      schemas: GROUP_SCHEMAS,
      // The domain returns the members only on request. Without them, each deployment would add them again.
      attributeSets: ["all"],
      displayName: validProps.groupName,
      urnietfparamsscimschemasoracleidcsextensiongroupGroup: {
        description: "May read the cost reports of the tenancy",
      },
      members: [{ type: "User", value: userId, ocid: userOcid }, ...this.findMembers(idcsEndpoint, validProps)],
      urnietfparamsscimschemasoracleidcsextensionOciTags: scimTags(validProps),
      lifecycle: { ignoreChanges: ["schemas"] },
    });
    this.groupName = this.group.displayName;
    this.policySubject = `group '${domainName}'/'${this.groupName}'`;
    this.apiKey = createApiKey(
      this,
      validProps,
      (key) =>
        new IdentityDomainsApiKey(this, "api_key", {
          provider,
          idcsEndpoint,
          schemas: API_KEY_SCHEMAS,
          key,
          user: { value: userId, ocid: userOcid },
          lifecycle: { ignoreChanges: ["schemas"] },
        }),
    );
    this.addSynthWarnings();
  }

  /** Looks up the ids that the domain has for the responsible people, and returns the people as members. */
  private findMembers(idcsEndpoint: string, validProps: OciDomainIdentityProps): IdentityDomainsGroupMembers[] {
    const { provider, members = {} } = validProps;
    return Object.entries(members).map(([name, value]) => {
      // Literals are already validated. A token must not bring anything but an OCID into the filter.
      const precondition = entryPreconditions(validProps, "members", name);
      // A token may be an object of cdktf, not a string.
      const memberOcid = Token.asString(value);
      const lookup = new DataOciIdentityDomainsUsers(this, `member_${name}`, {
        provider,
        idcsEndpoint,
        userFilter: `ocid eq "${memberOcid}"`,
        lifecycle: {
          precondition: precondition.length > 0 ? precondition : undefined,
          postcondition: [
            {
              condition: Op.eq(Fn.lengthOf(TerraformSelf.getAny("users")), 1),
              errorMessage: `${describeConstruct(validProps)}: '${name}' of 'members' must be a user of the identity domain.`,
            },
          ],
        },
      });
      return { type: "User", value: lookup.users.get(0).id, ocid: memberOcid };
    });
  }
}

/** Tags in the format of identity domains (SCIM); `undefined` if there are none. */
function scimTags({
  freeformTags = {},
  definedTags = {},
}: OciPartProps): IdentityDomainsGroupUrnietfparamsscimschemasoracleidcsextensionOciTags | undefined {
  const tags = {
    freeformTags: Object.entries(freeformTags).map(([key, value]) => ({ key, value })),
    definedTags: Object.entries(definedTags).map(([name, value]) => {
      const [namespace = "", key = ""] = name.split(".");
      return { namespace, key, value };
    }),
  };
  return tags.freeformTags.length + tags.definedTags.length > 0 ? tags : undefined;
}
