import { Fn, Op, TerraformSelf, Token } from "cdktf";
import { type Construct } from "constructs";
import { ConstructSite } from "../core/construct-site";
import { stringPreconditions, withPreconditions } from "../core/preconditions";
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
import { DOMAIN_NAME } from "./names";
import { exampleOcid, ocid } from "./ocid";
import { checkSameRealm, type OciPartProps } from "./provider";
import { uniqueUserNames } from "./user";

/** Props of `OciDomainIdentity`. */
export interface OciDomainIdentityProps extends OciIdentityProps {
  /** Name of the identity domain, which has to be there: 1-100 letters, digits and `._-`, and not `Default`. */
  readonly domainName: string;

  /**
   * OCID of the compartment that the identity domain is in.
   *
   * @default - the root compartment, which is `tenancyOcid`
   */
  readonly domainCompartmentOcid?: string;
}

/** The input of `OciDomainIdentity`. */
export const OCI_DOMAIN_IDENTITY_SCHEMA: PropsSchema<OciDomainIdentityProps, "groupName" | "userName"> = {
  rules: {
    ...OCI_IDENTITY_SCHEMA.rules,
    // An identity domain takes tags one by one.
    freeformTags: synthTimeKeys(OCI_IDENTITY_SCHEMA.rules.freeformTags),
    definedTags: synthTimeKeys(OCI_IDENTITY_SCHEMA.rules.definedTags),
    domainName: string(DOMAIN_NAME, '"FinOps"'),
    domainCompartmentOcid: optional(string(ocid("compartment", "tenancy"), exampleOcid("compartment"))),
  },
  defaultNames: OCI_IDENTITY_SCHEMA.defaultNames,
  crossChecks: (props, site) => [
    ...(OCI_IDENTITY_SCHEMA.crossChecks?.(props, site) ?? []),
    ...checkSameRealm("domainCompartmentOcid", props.domainCompartmentOcid, props),
  ],
  uniqueNames: (props) => {
    const domain = `${props.tenancyOcid} ${props.domainName.toLowerCase()}`;
    return [uniqueGroupName(props, domain), ...uniqueUserNames(props, domain)];
  },
};

const GROUP_SCHEMAS = ["urn:ietf:params:scim:schemas:core:2.0:Group"];
const USER_SCHEMAS = ["urn:ietf:params:scim:schemas:core:2.0:User"];
const API_KEY_SCHEMAS = ["urn:ietf:params:scim:schemas:oracle:idcs:apikey"];

/**
 * Who the platform logs in as, in an identity domain other than Default: the same user, group and API key as those of
 * `OciIdentity`, made by the domain's own interface. Database credentials and OAuth clients are off here, too; the user can
 * still upload two more API keys.
 *
 * A later change of `userEmail` has no effect: the domain adds to the addresses of a user, and Terraform would take that
 * back at each deployment.
 */
export class OciDomainIdentity extends OciIdentityBase {
  /** The user; `node.defaultChild`. */
  readonly user: IdentityDomainsUser;
  /** The group. */
  readonly group: IdentityDomainsGroup;
  /** The identity domain as Oracle knows it. */
  readonly domain: DataOciIdentityDomains;
  readonly apiKey: OciApiKey;
  readonly userOcid: string;
  readonly groupName: string;
  readonly policySubject: string;

  /** @throws InputError when a property is refused, with all problems at once */
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
      // Compared by the provider, letter by letter; Oracle does not say how its own `display_name` compares.
      filter: [
        { name: "display_name", values: [domainName] },
        { name: "state", values: ["ACTIVE"] },
      ],
      lifecycle: {
        postcondition: [
          {
            condition: "${length(self.domains) == 1}",
            errorMessage: `${describeConstruct(this, validProps)}: there must be one active identity domain of this name in the compartment.`,
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
      // Without one for recovery the domain adds it, which Terraform would take back.
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
      // What the provider's own tests leave alone: the domain adds to both.
      lifecycle: withPreconditions(this, validProps, { ignoreChanges: ["schemas", "emails"] }),
    });
    const [userId, userOcid] = [this.user.id, this.user.ocid];
    this.userOcid = userOcid;
    this.group = new IdentityDomainsGroup(this, "group", {
      provider,
      idcsEndpoint,
      schemas: GROUP_SCHEMAS,
      // A group's members are told only when they are asked for: without, each deployment would add them again.
      attributeSets: ["all"],
      displayName: validProps.groupName,
      urnietfparamsscimschemasoracleidcsextensiongroupGroup: {
        description: "May read the cost reports of the tenancy",
      },
      members: [{ type: "User", value: userId, ocid: userOcid }, ...this.people(idcsEndpoint, validProps)],
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

  /** The responsible people as members: the domain knows them by ids of its own, which it is asked for. */
  private people(
    idcsEndpoint: string,
    { provider, members = {} }: OciDomainIdentityProps,
  ): IdentityDomainsGroupMembers[] {
    const at = `OciDomainIdentity at ${this.node.path}`;
    return Object.entries(members).map(([name, value]) => {
      // What Terraform evaluates may also be an object of cdktf's.
      const memberOcid = Token.asString(value);
      const found = new DataOciIdentityDomainsUsers(this, `member_${name}`, {
        provider,
        idcsEndpoint,
        userFilter: `ocid eq "${memberOcid}"`,
        lifecycle: {
          // A literal is checked already; of what Terraform fills in, nothing else may get into the filter.
          precondition: Token.isUnresolved(memberOcid)
            ? stringPreconditions(memberOcid, ocid("user"), `${at}: '${name}' of 'members'`)
            : undefined,
          postcondition: [
            {
              condition: Op.eq(Fn.lengthOf(TerraformSelf.getAny("users")), 1),
              errorMessage: `${at}: '${name}' of 'members' must be in the identity domain.`,
            },
          ],
        },
      });
      return { type: "User", value: found.users.get(0).id, ocid: memberOcid };
    });
  }
}

/** Tags as an identity domain takes them. */
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
